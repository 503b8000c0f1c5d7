"""Which named dispute a stretch of a report belongs to: by name, by place, or by words that take up what it is about."""

from typing import Any

import pytest

from dragoman import lexicon as lexicons
from dragoman.referents.disputes import Dispute, Disputes

ROWS = [
    ["Narnia", ["Narnia conflict", "Narnian question"], ["NRN"], ["Cair Paravel", "Beruna"]],
    ["Archenland", ["Archenland border"], ["ARC"], ["Anvard", "Beruna"]],
    ["Calormen succession", [], [], []],
]


@pytest.fixture(scope="module")
def disputes() -> Disputes:
    raw: dict[str, Any] = {name: [] for name in lexicons.TABLES} | {name: {} for name in lexicons.WORD_LISTS}
    return Disputes(lexicons.build([raw | {"disputes": ROWS, "frames": [], "digest": ""}]))


def of(disputes: Disputes, text: str, stretch: str) -> str | None:
    start = text.index(stretch)
    return Dispute(disputes, text).of((start, start + len(stretch)))


@pytest.mark.parametrize(
    ("text", "stretch", "expected"),
    [
        ("Fauns spoke of the Narnian question. Dwarfs left.", "Fauns spoke of the Narnian question", "Narnia"),
        ("Fauns spoke of the Narnian question. Dwarfs left.", "Dwarfs left", None),
        ("Dwarfs shelled Anvard. Fauns fled.", "Dwarfs shelled Anvard", "Archenland"),
        ("Dwarfs shelled Beruna.", "Dwarfs shelled Beruna", "Narnia"),
        ("The Archenland border runs at Cair Paravel.", "The Archenland border runs at Cair Paravel", "Archenland"),
        ("The Calormen succession is open.", "Calormen succession", "Calormen succession"),
        ("The Narnian question.", "Narnian quest", None),
        ("Nobody spoke of the conflict.", "Nobody spoke of the conflict", None),
        ("", "", None),
    ],
)
def test_by_a_name_or_a_place_in_it(disputes: Disputes, text: str, stretch: str, expected: str | None) -> None:
    assert of(disputes, text, stretch) == expected


def test_of_several_the_one_the_report_is_about(disputes: Disputes) -> None:
    text = "Anvard was quiet. Dwarfs spoke of the Archenland border and of Narnia."
    assert of(disputes, text, "Dwarfs spoke of the Archenland border and of Narnia") == "Archenland"
    assert of(disputes, text + " Cair Paravel, Narnia.", "Archenland border and of Narnia") == "Narnia"


def test_of_several_none_of_which_it_is_about_the_first(disputes: Disputes) -> None:
    text = "Calormen succession, Calormen succession. The Archenland border and Narnia met."
    assert of(disputes, text, "The Archenland border and Narnia met") == "Archenland"


@pytest.mark.parametrize(
    "stretch",
    [
        "the conflict", "This dispute", "the armed conflict", "its war", "the peace process", "that standoff", "their truce", "the ceasefire",
    ],
)  # fmt: skip
def test_words_that_take_up_what_the_report_is_about(disputes: Disputes, stretch: str) -> None:
    assert of(disputes, f"Narnia is divided. Fauns regret {stretch}.", f"Fauns regret {stretch}") == "Narnia"


@pytest.mark.parametrize("stretch", ["a conflict", "conflicts", "the warden", "the weather", "conflict"])
def test_words_that_take_up_nothing(disputes: Disputes, stretch: str) -> None:
    assert of(disputes, f"Narnia is divided. Fauns regret {stretch}.", f"Fauns regret {stretch}") is None
