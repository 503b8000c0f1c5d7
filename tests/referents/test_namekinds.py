"""What kind of thing an unknown name names."""

import pytest

from dragoman.coder import Coder


@pytest.mark.parametrize(
    ("name", "guess", "kind"),
    [
        ("Sudan", "LOC", "GPE"),  # known
        ("Kurds", "GPE", "NORP"),
        ("Mosul", "ORG", "GPE"),
        ("Kara Kum Canal", "GPE", "LOC"),  # told by a noun
        ("Mount Elbrus", "PERSON", "LOC"),
        ("Gulf of Tadjoura", "ORG", "LOC"),
        ("Lower Juba Workers' Union", "GPE", "ORG"),
        ("Ministry for Emergencies", "LOC", "ORG"),
        ("Kingdom of Kongo", "LOC", "GPE"),
        ("Penn State", "ORG", "ORG"),
        ("Melanie", "GPE", "PERSON"),  # told by a given name
        ("Goran Petkov", "ORG", "PERSON"),
        ("Kanye West", "PERSON", "PERSON"),
        ("Otesha", "GPE", "LOC"),  # unknown to all
        ("Otesha", "ORG", "ORG"),
        ("Otesha", "", ""),
    ],
)
def test_kinds(coder: Coder, name: str, guess: str, kind: str) -> None:
    assert coder.kinds.kind(name, guess) == kind
