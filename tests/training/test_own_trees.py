"""The trees of our own are trees, as their readers left them."""

from pathlib import Path

import pytest
from training.names import LABELS
from training.punctuation import reattached
from training.train import OWN

from training import annotation, treebanks

FILES = sorted(OWN.glob("*.conllu"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_sentence_is_a_tree(file: Path) -> None:
    """One root, no circles, known labels, marks by rule, names that stand in the text (reading them checks that)."""
    for report in treebanks.read_treebank(file):
        for sentence in report:
            assert not list(annotation.faults(sentence)), sentence.words
            assert sentence.heads == reattached(sentence).heads
            assert {label[2:] for label in sentence.names if label != "O"} <= LABELS


def test_there_are_many() -> None:
    assert len(FILES) > 40
