"""The table of office holders: days parse, terms end after they begin, and one-person offices have one holder at a time."""

import csv
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

TABLE = Path(__file__).parents[2] / "src" / "dragoman" / "lexicons" / "offices.csv"
ONE_PERSON = ("president", "prime minister", "foreign minister")


@dataclass(frozen=True, slots=True)
class Term:
    """A person's time in an office, as the table has it."""

    name: str
    country: str
    role: str
    since: str
    until: str

    def __str__(self) -> str:
        return f"{self.name}, {self.role} of {self.country or 'no state'}, {self.since}..{self.until}"


def terms() -> Iterator[Term]:
    """The rows of the table."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield Term(row["name"], row["country"], row["role"], row["from"], row["until"])


TERMS = tuple(terms())


def first_day(day: str) -> date:
    """The first day that a day cut to a month or a year may mean; none given: the beginning of time."""
    if not day:
        return date.min
    year, month, number = (*map(int, day.split("-")), 1, 1)[:3]
    return date(year, month, number)


def last_day(day: str) -> date:
    """The last day that a day cut to a month or a year may mean; none given: the end of time."""
    if not day:
        return date.max
    parts = [int(part) for part in day.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return date(year, month, parts[2] if len(parts) > 2 else monthrange(year, month)[1])


def overlap(one: Term, other: Term) -> bool:
    """Do two terms certainly share more than the day of the hand-over?"""
    begin = max(last_day(one.since) if one.since else date.min, last_day(other.since) if other.since else date.min)
    end = min(first_day(one.until) if one.until else date.max, first_day(other.until) if other.until else date.max)
    return begin < end


def test_the_table_has_rows() -> None:
    assert len(TERMS) > 900


def test_days_parse() -> None:
    bad = []
    for term in TERMS:
        try:
            first_day(term.since), last_day(term.until)
        except ValueError as error:
            bad.append(f"{term}: {error}")
    assert not bad, "\n".join(bad)


def test_terms_end_after_they_begin() -> None:
    bad = [str(term) for term in TERMS if first_day(term.since) > last_day(term.until)]
    assert not bad, "\n".join(bad)


@pytest.mark.parametrize("role", ONE_PERSON)
def test_one_holder_at_a_time(role: str) -> None:
    held: dict[str, list[Term]] = defaultdict(list)
    for term in TERMS:
        if term.role == role and term.country:
            held[term.country].append(term)
    bad = [
        f"{one} / {other}" for of_one in held.values() for one, other in combinations(of_one, 2) if overlap(one, other)
    ]
    assert not bad, "\n".join(bad)
