"""Dates: golden readings in cases/dates.yaml, and what holds for every text."""

import datetime
import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.record import Interval
from dragoman.referents.dateforms import FORMS
from dragoman.referents.dates import PATTERNS, find_dates, resolve_date

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "dates.yaml").read_text(encoding="utf-8")
)
PUBLISHED = "2024-03-06"


def written(interval: Interval) -> str:
    """An interval as the cases write it: "words = start..end precision"."""
    if interval.start is None and interval.end is None:
        return f"{interval.text} = {interval.precision}"
    days = interval.start if interval.start == interval.end else f"{interval.start or ''}..{interval.end or ''}"
    return f"{interval.text} = {days} {interval.precision}"


def marked(case: dict[str, Any]) -> Any:
    """A case as a parameter; a known failure must fail."""
    marks = [pytest.mark.xfail(reason=case["known"], strict=True)] if "known" in case else []
    name = f"{case['text'][:60]} [{case.get('tense', 'past')}, {case.get('published', PUBLISHED)}]"
    return pytest.param(case, id=name, marks=marks)


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_readings(case: dict[str, Any]) -> None:
    published, tense = str(case.get("published", PUBLISHED)), case.get("tense", "past")
    found = [resolve_date(date, published, tense) for date in find_dates(case["text"])]
    assert [written(interval) for interval in found] == case["expected"]


def test_there_are_enough_cases_that_are_no_dates() -> None:
    assert len(CASES) >= 160
    assert sum(not case["expected"] for case in CASES) * 4 >= len(CASES)


@pytest.mark.parametrize("case", [case for case in CASES if "known" not in case], ids=lambda case: case["text"][:60])
def test_without_a_day_of_publication_only_full_dates_are_told(case: dict[str, Any]) -> None:
    for date in find_dates(case["text"]):
        interval = resolve_date(date, None, "past")
        assert interval.text == case["text"][slice(*date.span)]
        if interval.precision == "open":
            assert interval.start is None
            assert interval.end is None
        else:
            assert any(c.isdigit() for c in case["text"])


@pytest.mark.parametrize("tense", ["past", "present", "future", "none"])
@pytest.mark.parametrize("published", ["2024-02-29", "2023-12-31", "2025-01-01T23:59:59+05:30"])
def test_no_reading_is_inverted(published: str, tense: Any) -> None:
    for case in CASES:
        for date in find_dates(case["text"]):
            interval = resolve_date(date, published, tense)
            if interval.start and interval.end:
                assert datetime.date.fromisoformat(interval.start) <= datetime.date.fromisoformat(interval.end), case[
                    "text"
                ]


def test_every_form_has_its_reading() -> None:
    assert {form for form, _, _ in PATTERNS} <= set(FORMS)


WORDS = sorted({word for case in CASES for word in case["text"].split()})


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_any_jumble_of_words_is_read_without_error(words: list[str]) -> None:
    text = " ".join(words)
    last = 0
    for date in find_dates(text):
        assert date.span[0] >= last
        assert text[slice(*date.span)] == date.text
        last = date.span[1]
        resolve_date(date, PUBLISHED, "none")


def test_a_page_is_read_quickly() -> None:
    text = " ".join(case["text"] for case in CASES[:80])
    start = time.process_time()
    for _ in range(5):
        find_dates(text)
    assert (time.process_time() - start) / 5 < 0.2  # some twenty times what it takes
