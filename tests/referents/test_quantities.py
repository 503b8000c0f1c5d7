"""Quantities: golden readings in cases/quantities.yaml, and what holds for every text."""

import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.referents.quantities import Quantity, find_quantities

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "quantities.yaml").read_text(encoding="utf-8")
)


def written(text: str, quantity: Quantity) -> str:
    """A quantity as the cases write it: "words = best low high", a dash where there is none."""
    numbers = ["-" if n is None else str(n) for n in (quantity.best, quantity.low, quantity.high)]
    return f"{text[slice(*quantity.span)]} = {' '.join(numbers)}"


def marked(case: dict[str, Any]) -> Any:
    """A case as a parameter; a known failure must fail."""
    marks = [pytest.mark.xfail(reason=case["known"], strict=True)] if "known" in case else []
    return pytest.param(case, id=case["text"][:70], marks=marks)


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_readings(case: dict[str, Any]) -> None:
    text = case["text"]
    assert [written(text, quantity) for quantity in find_quantities(text)] == case["expected"]


def test_there_are_enough_cases_that_are_no_counts() -> None:
    assert len(CASES) >= 120
    assert sum(not case["expected"] for case in CASES) * 4 >= len(CASES)


@pytest.mark.parametrize("number", [*range(1, 1000, 7), 1000, 1001, 9999, 10_000, 123_456, 1_000_000, 2_500_000])
def test_digits_say_what_they_say(number: int) -> None:
    for words in {f"{number:,}", f"{number:,}".replace(",", "\u00a0"), *({str(number)} if number < 1500 else ())}:
        (quantity,) = find_quantities(f"The army said {words} people were killed.")
        assert (quantity.best, quantity.low, quantity.high) == (number, number, number)


TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]


@pytest.mark.parametrize("tens", range(8))
def test_spelt_numbers(tens: int) -> None:
    for n, one in enumerate(ONES, 1):
        number = 10 * (tens + 2) + n
        for words in (f"{TENS[tens]}-{one}", f"{TENS[tens]} {one}"):
            assert [q.best for q in find_quantities(f"{words} people died")] == [number]
        assert [q.best for q in find_quantities(f"three hundred and {TENS[tens]}-{one} people died")] == [300 + number]
        assert [q.best for q in find_quantities(f"{TENS[tens]}-{one} thousand people fled")] == [1000 * number]


WORDS = sorted({word for case in CASES for word in case["text"].split()})


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_any_jumble_of_words_is_read_without_error(words: list[str]) -> None:
    last = 0
    for quantity in find_quantities(" ".join(words)):
        assert quantity.span[0] >= last
        last = quantity.span[1]
        assert (quantity.low or 0) <= (quantity.best if quantity.best is not None else quantity.high or 10**12)


def test_a_page_is_read_quickly() -> None:
    text = " ".join(case["text"] for case in CASES[:80])
    start = time.process_time()
    for _ in range(5):
        find_quantities(text)
    assert (time.process_time() - start) / 5 < 0.2  # some twenty times what it takes
