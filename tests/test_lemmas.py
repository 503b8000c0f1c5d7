"""Dictionary forms of words, also of verbs that no dictionary has."""

import pytest

from dragoman.syntax import lemma_of


@pytest.mark.parametrize(
    ("word", "pos", "lemma"),
    [
        ("met", "VERB", "meet"),
        ("misled", "VERB", "mislead"),
        ("overflew", "VERB", "overfly"),
        ("cowritten", "VERB", "cowrite"),
        ("re-erupted", "VERB", "re-erupt"),
        ("drone-struck", "VERB", "drone-strike"),
        ("remilitarised", "VERB", "remilitarise"),
        ("truces", "NOUN", "truce"),
        ("€", "SYM", "euro"),
    ],
)
def test_dictionary_forms(word: str, pos: str, lemma: str) -> None:
    assert lemma_of(word, pos, word) == lemma
