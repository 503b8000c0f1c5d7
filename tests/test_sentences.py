"""Sentences begin where English lets them, whatever the parser is given."""

import pytest
import spacy
from spacy.language import Language

from dragoman.sentences import NAME, bar_starts


@pytest.fixture(scope="module")
def cutter() -> Language:
    """A pipeline that would begin a sentence at every word, if it were let."""
    nlp = spacy.blank("en")
    nlp.add_pipe(NAME)
    return nlp


def possible_starts(nlp: Language, text: str) -> list[str]:
    return [token.text for token in nlp(text) if token.is_sent_start is not False and not token.is_space]


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("The envoy left Geneva. Talks resume on Monday.", ["The", "Talks"]),
        ('"We will not yield." The envoy left.', ['"', "The"]),
        ('He asked: "Who fired?" Nobody knew.', ["He", '"', "Nobody"]),
        ("Gen. Lucas Moreau met Mr. Sow of unit No. 4.", ["Gen."]),
        ("Troops left (the last in May), he said.", ["Troops"]),
        ("CEASEFIRE HOLDS\nGuns fell silent", ["CEASEFIRE", "Guns"]),
    ],
)
def test_starts_that_are_left_to_the_parser(cutter: Language, text: str, starts: list[str]) -> None:
    assert possible_starts(cutter, text) == starts


def test_an_empty_text_has_no_starts() -> None:
    doc = spacy.blank("en")("")
    assert bar_starts(doc) is doc
