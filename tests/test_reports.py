"""The hand-coded reports of cases/reports are sound, are coded without a fault, and ordinary news among them stays quiet."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dragoman.record import Record

FOLDER = Path(__file__).parent / "cases" / "reports"
REPORTS: dict[str, Any] = {
    file.stem: json.loads(file.read_text(encoding="utf-8")) for file in sorted(FOLDER.glob("*.json"))
}
ORDINARY = [name for name, record in REPORTS.items() if not record["events"]]
FALSE_ALARMS = 28  # events found in the five reports of ordinary news, which borrow the words of war; may only fall, the aim is one


def test_there_are_twenty_five_of_them_ordinary() -> None:
    assert len(REPORTS) == 20
    assert len(ORDINARY) == 5


@pytest.mark.parametrize("name", REPORTS)
def test_the_hand_made_record_is_sound(name: str) -> None:
    raw = REPORTS[name] | {"report": {"id": name} | REPORTS[name]["report"]} | defaults(name)
    record = Record.model_validate_json(json.dumps(raw))
    text, ids = record.report.text, {actor.id for actor in record.actors}
    assert all(text[start:end].strip() for actor in record.actors for start, end in actor.mentions)
    assert all(quote.text == text[slice(*quote.evidence)] for quote in record.quotes)
    assert all({*event.actors, *event.recipients} <= ids for event in record.events)


def defaults(name: str) -> dict[str, Any]:
    """The lists with the fields that are the program's own."""
    own = {"rule": "by hand", "confidence": 1.0}
    lists = ("events", "positions", "tolls", "situations", "quotes")
    dispute = {key: {} if key == "quotes" else {"dispute": None} for key in lists}
    return {key: [own | dispute[key] | item | placed(item) for item in REPORTS[name][key]] for key in lists}


def placed(item: dict[str, Any]) -> dict[str, Any]:
    """Dates and places with the fields that the hand-made records leave out."""
    return {
        key: {"span": None, "precision": None} | item[key]
        for key in ("date", "place")
        if isinstance(item.get(key), dict)
    }


def test_ordinary_news_raises_no_more_alarms_than_it_did(code: Callable[..., Record]) -> None:
    reports = [REPORTS[name]["report"] for name in ORDINARY]
    found = [event for report in reports for event in code(report["text"], report["published"]).events]
    assert len(found) <= FALSE_ALARMS
