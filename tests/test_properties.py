"""What holds for every text, however odd: offsets, references, and the same record in any company."""

import json
import os
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from dragoman.clauses.model import Tense
from dragoman.coder import Coder
from dragoman.errors import SourceError
from dragoman.page import segments
from dragoman.record import Failure, Interval, Record, Report
from dragoman.referents.dates import find_dates, resolve_date
from dragoman.referents.quantities import find_quantities
from dragoman.sources import read_text
from dragoman.sources.html import read_html
from dragoman.sources.layout import find_layout
from dragoman.sources.metadata import metadata, moment
from dragoman.sources.tables import read_line
from dragoman.syntax import Hyphens, smooth

TIMES = int(os.environ.get("PROPERTY_TIMES", "1"))  # raise it to search longer


def tried(examples: int) -> Callable[[Any], Any]:
    return settings(
        max_examples=examples * TIMES, deadline=None, derandomize=TIMES == 1, database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )  # fmt: skip


WHO = ("Iran", "Russia", "the Russian army", "Foreign Minister Ada Lovelace", "rebels", "Hamas", "the UN", "US troops", "Mr. Khan", "he",
       "they", "Kyiv", "the two sides", "his counterpart", "police in Gaza", "Armenian and Azerbaijani forces", "the M-23", "NATO")  # fmt: skip
DOES = ("shelled", "condemned", "met", "held talks with", "said that", "killed", "was killed by", "will visit", "denied it had attacked",
        "signed a ceasefire with", "threatened to bomb", "called on", "has recognised", "controls", "arrested", "accused", "backs", "were at war with",
        "voiced concern over", "withdrew from", "did not meet", "could attack", "agreed to meet")  # fmt: skip
WHEN = ("on Tuesday", "last week", "on March 5", "in 1994", "since Monday", "on 30 February 2023", "3 days ago", "overnight", "in May",
        "on February 29", "from 5 to 3 May 2024", "the 1990s", "two centuries ago", "Q4 2023", "on 2024-13-45", "12-11 June")  # fmt: skip
MUCH = ("12 people", "at least 700 civilians", "dozens", "nearly 10,000 men", "a 45-year-old man", "between 10 and 15 soldiers", "1.5 million",
        "two hundred and six", "$3bn", "3-4 others", "half a dozen", "99999999999999999999 people", "0 people", "1,2,3", "no one", "a few hundred")  # fmt: skip
MARKS = (". ", ", ", ": ", "; ", "? ", "! ", " — ", " - ", "\n", "\r\n", "\n\n", "\r", "\t", "“", "”", '"', "'", "’s ", "(", ")", "...", " “No,” ", "\u2028",
         "\u00a0", "\u200b", "\x0b", "\x85", "\0", "\u202e", "é", "ﬁ", "İ", "😀", "مرحبا", "北京", "[[[[", "-----", "''''", "e\u0301", "$%&/")  # fmt: skip
LINES = (
    "BAGHDAD, May 3 (Reuters) - ",
    "KYIV, Ukraine (AP) — ",
    "By John Smith\n",
    "Also read: x\n",
    "Source: AFP\n",
    "(Reporting by X)\n",
)
PIECE = st.one_of(
    st.sampled_from(WHO), st.sampled_from(DOES), st.sampled_from(WHEN), st.sampled_from(MUCH), st.sampled_from(MARKS), st.sampled_from(LINES),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
)  # fmt: skip
SENTENCE = st.builds(
    lambda who, does, whom, when, end: f"{who} {does} {whom} {when}{end}",
    st.sampled_from(WHO), st.sampled_from(DOES), st.sampled_from(WHO + MUCH), st.sampled_from(WHEN + MUCH), st.sampled_from(MARKS),
)  # fmt: skip
NOISE = st.lists(PIECE, max_size=30).map(" ".join)
SOUP = st.lists(PIECE, max_size=30).map("".join)
NEWS = st.lists(st.one_of(SENTENCE, SENTENCE, PIECE), max_size=8).map("".join)
ANY_TEXT = st.one_of(NEWS, NOISE, SOUP, st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
PUBLISHED = st.sampled_from([None, "2024-03-06", "2024-02-29", "1999-12-31T23:59:00+03:00", "1600-01-01", "2200-12-31"])


def report(text: str, published: str | None = None, id: str = "r") -> Report:
    return Report(id=id, text=text, published=published, language="en")


def spans_of(value: Any, path: str = "") -> Iterator[tuple[str, int, int]]:
    """All spans of a record, by the names of their fields."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in ("span", "evidence", "trigger") and inner is not None:
                yield (f"{path}.{key}", *inner)
            elif key == "mentions":
                yield from ((f"{path}.mentions", *span) for span in inner)
            else:
                yield from spans_of(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for inner in value:
            yield from spans_of(inner, path)


def check_record(record: Record, text: str) -> None:
    """Everything that a record promises of its offsets and references."""
    assert record.report.text == text
    for path, start, end in spans_of(record.model_dump()):
        assert 0 <= start < end <= len(text), (path, start, end)
    actors = [actor.id for actor in record.actors]
    items = [*record.events, *record.positions, *record.tolls, *record.situations]
    everything = actors + [item.id for item in items] + [quote.id for quote in record.quotes]
    assert len(everything) == len(set(everything))
    assert parties(record) <= set(actors)
    for quote in record.quotes:
        assert quote.text == text[slice(*quote.evidence)]
    for event in record.events:
        assert event.evidence[0] <= event.trigger[0] and event.trigger[1] <= event.evidence[1]
        assert not (event.reciprocal and event.recipients)
    for toll in record.tolls:
        assert toll.part_of is None or toll.part_of in {other.id for other in record.tolls} - {toll.id}
        assert toll.low is None or toll.high is None or toll.low <= toll.high
    for date, place in [(e.date, e.place) for e in record.events] + [(t.date, t.place) for t in record.tolls]:
        check_date(date, text)
        assert place is None or place.span is None or place.text == text[slice(*place.span)]
    assert Record.model_validate_json(record.model_dump_json()) == record
    assert "".join(part.text for part in segments(record, "")) == text


def check_date(date: Interval | None, text: str) -> None:
    if date is not None:
        assert date.span is None or date.text == text[slice(*date.span)]
        backwards = re.search(r"\d\s?(?:-|–|to|and)\s?\d", date.text or "")  # see test_a_range_told_backwards
        assert backwards or date.start is None or date.end is None or date.start <= date.end


def parties(record: Record) -> set[str]:
    """The ids of all actors that items name."""
    found: list[str | None] = [quote.speaker for quote in record.quotes]
    for event in record.events:
        found += [*event.actors, *event.recipients]
    for position in record.positions:
        found += [*position.holders, *position.on_behalf_of, *position.toward]
    for toll in record.tolls:
        found += toll.perpetrators
    for situation in record.situations:
        found += situation.subjects
    for item in (*record.events, *record.positions, *record.tolls, *record.situations):
        for account in item.accounts:
            found += [account.speaker, *account.via]
    return {one for one in found if one is not None}


@tried(250)
@given(text=ANY_TEXT, published=PUBLISHED)
def test_a_record_is_sound_whatever_the_text(coder: Coder, text: str, published: str | None) -> None:
    [record] = coder.code_all([report(text, published)])
    if isinstance(record, Failure):
        assert record.error.reason == "the report has no text"
        assert not find_layout(text).paragraphs
    else:
        check_record(record, text)


@tried(25)
@given(texts=st.lists(NEWS, min_size=2, max_size=5), order=st.randoms(use_true_random=False))
def test_a_record_is_the_same_alone_in_a_batch_and_in_another_order(coder: Coder, texts: list[str], order: Any) -> None:
    reports = [report(text, "2024-03-06", str(n)) for n, text in enumerate(texts)]
    alone = {one.id: next(coder.code_all([one])) for one in reports}
    assert list(coder.code_all(reports)) == list(alone.values())
    order.shuffle(reports)
    assert [record.report.id for record in coder.code_all(reports)] == [one.id for one in reports]
    assert list(coder.code_all(reports)) == [alone[one.id] for one in reports]


@tried(25)
@given(failing=st.lists(st.booleans(), min_size=1, max_size=8))
def test_failures_keep_their_places(coder: Coder, failing: list[bool]) -> None:
    reports = [report("" if fails else "Iran shelled Erbil.", id=str(n)) for n, fails in enumerate(failing)]
    found = list(coder.code_all(reports))
    assert [record.report.id for record in found] == [one.id for one in reports]
    assert [isinstance(record, Failure) for record in found] == failing


@tried(300)
@given(text=ANY_TEXT)
def test_smoothing_keeps_every_character_in_its_place(text: str) -> None:
    assert len(smooth(text)) == len(text)
    assert len(smooth(text, Hyphens(frozenset({"Iran", "Iraq"}), frozenset({"year-old", "ş-"})))) == len(text)


@tried(300)
@given(text=ANY_TEXT)
def test_paragraphs_lie_in_order_inside_the_text(text: str) -> None:
    last = 0
    for start, end in find_layout(text).paragraphs:
        assert last <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        last = end


@tried(300)
@given(text=ANY_TEXT, published=PUBLISHED, tense=st.sampled_from(["past", "present", "future", "none"]))
def test_dates_are_slices_and_resolve_to_days_in_order(text: str, published: str | None, tense: Tense) -> None:
    last = 0
    for date in find_dates(text):
        assert last <= date.span[0] < date.span[1] <= len(text)
        assert date.text == text[slice(*date.span)]
        last = date.span[1]
        check_date(resolve_date(date, published, tense), text)


@tried(300)
@given(text=ANY_TEXT)
def test_quantities_lie_in_order_with_bounds_in_order(text: str) -> None:
    last = 0
    for quantity in find_quantities(text):
        assert last <= quantity.span[0] < quantity.span[1] <= len(text)
        last = quantity.span[1]
        known = [number for number in (quantity.low, quantity.best, quantity.high) if number is not None]
        assert known == sorted(known)
        assert all(number >= 0 for number in known)


@tried(100)
@given(
    digits=st.integers(1, 280), unit=st.sampled_from([" people", " million people", "", " and twelve", ",000 troops"])
)
def test_endless_numbers_do_no_harm(digits: int, unit: str) -> None:
    find_quantities(f"They killed {'9' * digits}{unit}.")
    find_dates(f"Some {'9' * digits} days ago, on {'1' * digits} May.")


@pytest.mark.parametrize("words", ["from 5 to 3 May 2024", "on 12-11 June 2024", "May 5-3, 2024"])
def test_a_range_told_backwards(words: str) -> None:
    for date in find_dates(words):
        found = resolve_date(date, "2024-07-01", "past")
        assert found.start is None or found.end is None or found.start <= found.end


@pytest.mark.parametrize("words", ["9" * 400, "9" * 305 + " million"])
def test_a_number_beyond_all_counting(words: str) -> None:
    find_quantities(f"They killed {words} people.")


@tried(200)
@given(raw=st.binary(max_size=200))
def test_bytes_give_a_text_or_a_reason(raw: bytes) -> None:
    try:
        assert read_text(raw, "x").text.strip()
    except SourceError as error:
        assert error.what and "\n" not in error.what


@tried(200)
@given(text=ANY_TEXT)
def test_a_text_file_comes_back_as_it_was_written(text: str) -> None:
    assume(text.strip() and "\0" not in text and not text.startswith("\ufeff"))
    assert read_text(b"\xef\xbb\xbf" + text.encode(), "x").text == text


@tried(200)
@given(line=st.one_of(st.binary(max_size=100), st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "text", "title", "published", "url", "x"]), inner, max_size=4),
    max_leaves=10,
)))  # fmt: skip
def test_a_line_gives_a_report_or_a_reason(line: Any) -> None:
    found = read_line(line if isinstance(line, bytes) else json.dumps(line).encode(), "x:1", "x, line 1", None)
    assert found.report.id if isinstance(found, Failure) else found.text.strip() and found.id


@tried(100)
@given(parts=st.lists(st.sampled_from(["<html lang=en>", "<meta name=date content='", "2024-03-06", "'>", "<script type='application/ld+json'>", "{", "}", "[",
                                       '"@type":"NewsArticle"', '"datePublished":', '"x",', "</script>", "<!--", "-->", "<p>", "words ", "</p>", "&#x;", "\0", "<", "\"", "é"]),
                      max_size=20))  # fmt: skip
def test_a_page_gives_a_report_or_a_reason(parts: list[str]) -> None:
    page = "".join(parts)
    assert set(metadata(page)) <= {"title", "publisher", "url", "published", "language"}
    try:
        assert read_html(page.encode(), "x").text.strip()
    except SourceError as error:
        assert error.what


@tried(300)
@given(
    value=st.one_of(
        st.text(max_size=30),
        st.from_regex(r"\A[0-9T:. +Z-]{1,30}\Z"),
        st.from_regex(r"\A\d{1,2} [A-Z][a-z]{2} \d{4} [\d:]{0,8} ?[+-]?\d{0,5}\Z"),
    )
)
def test_a_time_on_a_page_is_a_day_or_none(value: str) -> None:
    found = moment(value)
    assert found is None or moment(found) == found


def test_runs_of_spaces_are_no_words(coder: Coder) -> None:
    text = "Leaders of the opposition  (AFC)   denied the charges of the ruling party  \u00a0 on Monday."
    stages = coder.explain(Report(id="x", text=text))
    assert all(word.text.strip() for word in stages.doc.words)
    assert all(actor.name.strip() for actor in stages.record.actors)
