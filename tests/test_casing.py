"""Texts in one case are read in the usual one, and the record still quotes the text as given."""

from collections.abc import Callable

import pytest

from dragoman.casing import Casing, has_one_case
from dragoman.coder import Coder
from dragoman.record import Record, Report

USUAL = [
    "President Alfredo Cristiani said today that FMLN guerrillas killed twelve soldiers in San Salvador.",
    "The United Nations Security Council met in New York on Monday, the U.S. ambassador said.",
    "Turkish troops crossed the border into Syria in March 2018. They didn't stop there.",
    "The US president will visit South Korea on 12 May.",
    "Gen. Kobbina Asamoah told us that nobody may march.",
    "A spokesman for al-Shabaab denied it.",
    "Russia's foreign minister flew to Ankara.",
]


@pytest.mark.parametrize("text", USUAL)
@pytest.mark.parametrize("change", [str.upper, str.lower])
def test_the_usual_case_comes_back(coder: Coder, text: str, change: Callable[[str], str]) -> None:
    assert coder.casing.restore(change(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "The army left.",
        "UN: troops left the town of Bor",
        "",
        "1990",
        "no",
        "NATO AU",
        "Ürümqi'de, Ümit Özdağ",
        "ألف باء جيم دال هاء واو",
    ],
)
def test_texts_in_both_cases_and_short_ones_stay(coder: Coder, text: str) -> None:
    assert coder.casing.restore(text) == text


@pytest.mark.parametrize(
    "text", ["İSTANBUL İÇİN YÜRÜYÜŞ", "DIE STRAẞE IST GROß", "ΑΘΗΝΑ ΚΑΙ ΣΠΑΡΤΗ ΣΗΜΕΡΑ", "ǅUNGLA ﬁNAL TEXT HERE"]
)
def test_every_character_keeps_its_place(text: str) -> None:
    assert len(Casing().restore(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("TWO SOLDIERS DIED", True),
        ("two soldiers died", True),
        ("Two soldiers died", False),
        ("TWO", False),
        ("12 000", False),
    ],
)
def test_texts_of_one_case_are_told(text: str, one: bool) -> None:
    assert has_one_case(text) is one


def test_a_headline_in_capitals_is_restored_alone(coder: Coder) -> None:
    text = "TROOPS SHELL ALEPPO\n\nThe Syrian army shelled Aleppo."
    parts = [(0, 19), (21, len(text))]
    assert coder.casing.restore_parts(text, parts) == "Troops shell Aleppo\n\nThe Syrian army shelled Aleppo."


@pytest.mark.parametrize("change", [str.upper, str.lower])
def test_the_record_quotes_the_text_as_given(code: Callable[..., Record], change: Callable[[str], str]) -> None:
    text = change(
        'Turkish soldiers clashed with rebels in Aleppo on Monday. "We will not stop," Recep Tayyip Erdogan said.'
    )
    record = code(text, "2018-03-06")
    assert record.report.text == text
    (event,) = [event for event in record.events if event.type == "ASSAULT"]
    names = {actor.id: actor.name for actor in record.actors}
    assert "Turkish soldiers" in [names[id] for id in event.actors]
    assert event.date and event.date.text == change("Monday") and event.date.start == "2018-03-05"
    assert event.place and event.place.text == change("Aleppo") and event.place.country == "SYR"
    (quote,) = record.quotes
    assert quote.text == text[slice(*quote.evidence)] == change("We will not stop")
    assert quote.speaker and names[quote.speaker] == "Recep Tayyip Erdogan"


def test_capitals_change_nothing_but_the_letters(coder: Coder) -> None:
    """The same acts, tolls and quotes as of the report in usual case."""

    def essence(text: str) -> tuple[object, ...]:
        record = coder.code(Report(id="x", text=text, published="2018-03-06"))
        acts = [(event.type, event.realis, event.date and event.date.start, event.evidence) for event in record.events]
        return acts, [(toll.measure, toll.best) for toll in record.tolls], [quote.evidence for quote in record.quotes]

    text = "Turkish soldiers killed 12 rebels near Aleppo on Monday, officials said. Russia condemned the attack and recalled its ambassador."
    assert essence(text.upper()) == essence(text)
