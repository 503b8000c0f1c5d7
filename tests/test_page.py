"""The page: stands alone, escapes what strangers wrote, and lights the evidence to the character."""

import re
import time
from collections import defaultdict
from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from dragoman.page import render_page, segments
from dragoman.record import Account, Actor, Event, Position, Quote, Record, Report, Situation, Toll

EVIL = "</title><script>alert(1)</script><img src=x onerror=alert(2)>\"'&lt; {{ 7 * 77777 }} {% raw %} http://evil.example/x.js"


class Page(HTMLParser):
    """A page taken apart: its tags, and the text of the report with the facts that each character is evidence of."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.lit: list[defaultdict[str, list[int]]] = []
        self.facts: set[str] = set()
        self.inside, self.ids = False, ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append((tag, given))
        if tag == "section" and given.get("class") == "text":
            self.inside = True
            self.texts.append("")
            self.lit.append(defaultdict(list))
        if self.inside and tag == "span":
            self.ids = given.get("data-ids") or ""
        if tag == "button":
            self.facts.add(given.get("id") or "")

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "section"
        self.ids = "" if tag == "span" else self.ids

    def handle_data(self, data: str) -> None:
        if self.inside:
            start = len(self.texts[-1])
            for fact in self.ids.split():
                self.lit[-1][fact] += range(start, start + len(data))
            self.texts[-1] += data


def evil_record() -> Record:
    report = Report(
        id=EVIL,
        title=EVIL,
        publisher=EVIL,
        published="2024-03-06",
        url="javascript:alert(3)",
        text=EVIL,
        sources=[EVIL],
        warnings=[EVIL],
    )
    told = [Account(speaker="a1", says="denies", channel="statement")]
    return Record(
        report=report,
        actors=[Actor(id="a1", name=EVIL, kind="person", role=EVIL, mentions=[(0, 7)])],
        events=[Event(id="e1", type="ASSAULT", mode=EVIL, actors=["a1"], recipients=["a1"], dispute=EVIL, accounts=told, rule=EVIL,
                      evidence=(3, 30), trigger=(5, 9))],
        positions=[Position(id="p1", holders=["a1"], stance="supports", issue=EVIL, basis=[EVIL], evidence=(3, 9))],
        tolls=[Toll(id="t1", measure="killed", victims=EVIL, evidence=(3, 9))],
        situations=[Situation(id="s1", kind="claim", object=EVIL, state=EVIL, since=EVIL, holds=True, evidence=(3, 9))],
        quotes=[Quote(id="q1", speaker="a1", text=EVIL[3:9], evidence=(3, 9))],
    )  # fmt: skip


def spans_of(record: Record) -> dict[str, set[int]]:
    """The characters that each fact rests on, by the record itself."""
    found: dict[str, set[int]] = {}
    for actor in record.actors:
        found[actor.id] = {n for start, end in actor.mentions for n in range(start, end)}
    items = (*record.events, *record.positions, *record.tolls, *record.situations)
    found |= {item.id: set(range(*item.evidence)) for item in items}
    return found | {quote.id: set(range(*quote.evidence)) for quote in record.quotes}


def test_no_word_of_a_report_becomes_a_tag() -> None:
    page = Page(render_page([evil_record()]))
    names = [tag for tag, _ in page.tags]
    assert names.count("script") == 1
    assert names.count("title") == 1
    assert "img" not in names
    assert not any(key.startswith("on") for _, given in page.tags for key in given)
    assert page.texts == [EVIL]


def test_words_of_a_report_are_no_template() -> None:
    page = render_page([evil_record()])
    assert str(7 * 77777) not in page
    assert "{{ 7 * 77777 }}" in page


def test_nothing_is_fetched_from_outside() -> None:
    page = render_page([evil_record()])
    taken_apart = Page(page)
    assert not any(
        key in ("src", "href", "action", "srcset", "data", "poster", "background")
        for _, given in taken_apart.tags
        for key in given
    )
    assert not {"link", "iframe", "object", "embed", "base", "form", "a"} & {tag for tag, _ in taken_apart.tags}
    assert not re.search(r"url\(|@import|fetch\(|XMLHttpRequest|innerHTML|eval\(", page)
    own = render_page([])
    assert "http:" not in own and "https:" not in own and "//" not in own.replace("<!doctype", "")
    policy = next(
        given["content"] for tag, given in taken_apart.tags if given.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy and policy.startswith("default-src 'none'")


def test_evidence_is_lit_to_the_character() -> None:
    record = evil_record()
    page = Page(render_page([record]))
    assert {fact.removeprefix("r0-"): set(lit) for fact, lit in page.lit[0].items()} == spans_of(record)


def test_every_fact_has_its_card() -> None:
    record = evil_record()
    assert Page(render_page([record])).facts == {f"r0-{fact}" for fact in spans_of(record)}


def test_a_coded_report_is_lit_true_to_its_text(code: Callable[..., Record]) -> None:
    text = (
        "BAGHDAD, May 3 (AP) - Iranian troops shelled Erbil on Tuesday, killing at least 12 civilians.\r\n\r\n“We saw <b>smoke</b> & fire,” "
        "mayor Omed Khoshnaw said. 😀 Iraq’s foreign minister condemned the attack and urged Iran to withdraw its forces."
    )
    record = code(text)
    page = Page(render_page([record]))
    assert page.texts == [text]
    assert {fact.removeprefix("r0-"): set(lit) for fact, lit in page.lit[0].items()} == spans_of(record)
    assert record.events


def test_several_reports_keep_apart() -> None:
    page = Page(render_page([evil_record(), evil_record()]))
    assert page.texts == [EVIL, EVIL]
    assert all(fact.startswith(f"r{n}-") for n, lit in enumerate(page.lit) for fact in lit)
    ids = [given["id"] for _, given in page.tags if "id" in given]
    assert len(ids) == len(set(ids))


def test_a_report_that_states_nothing() -> None:
    page = render_page([Record(report=Report(id="r", text="Rain fell."))])
    assert "states nothing of what dragoman codes" in page
    assert Page(page).texts == ["Rain fell."]


def test_no_report_at_all() -> None:
    assert "No report was coded." in render_page([])


def overlapping(text: str, mentions: list[tuple[int, int]]) -> Record:
    return Record(report=Report(id="r", text=text), actors=[Actor(id="a1", name="x", kind="person", mentions=mentions)])


@pytest.mark.parametrize(
    "mentions", [[(0, 3), (2, 5)], [(0, 10), (0, 10)], [(0, 5), (5, 10)], [(3, 4), (0, 10), (2, 6)], []]
)
def test_segments_are_the_text_in_pieces(mentions: list[tuple[int, int]]) -> None:
    record = overlapping("0123456789", mentions)
    found = segments(record, "")
    assert "".join(part.text for part in found) == "0123456789"
    lit = {int(c) for part in found if part.ids for c in part.text}
    assert lit == {n for start, end in mentions for n in range(start, end)}
    assert {part.ids for part in found} <= {"", "a1"}


def test_a_report_with_ten_thousands_of_facts_is_cut_quickly() -> None:
    text = "x" * 200_000
    record = overlapping(text, [(n, n + 5) for n in range(0, 199_990, 4)])
    begun = time.process_time()
    assert "".join(part.text for part in segments(record, "")) == text
    assert time.process_time() - begun < 2
