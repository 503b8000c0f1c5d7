"""The table: what it shows of a record, and what it keeps from the terminal."""

import io
import re

from dragoman.record import Account, Actor, Event, Interval, Place, Position, Quote, Record, Report, Situation, Toll
from dragoman.table import plain, print_record, told, when, where

TEXT = "Troops shelled the town."
ACTORS = [
    Actor(
        id="a1", name="Foreign Ministry", kind="organisation", country="IRN", sector="GOV", mentions=[(0, 6), (7, 14)]
    ),
    Actor(id="a2", name="Ada Lovelace", kind="person", country="GBR", sector="GOV", role="minister", mentions=[(0, 6)]),
    Actor(id="a3", name="troops", kind="group", sector="MIL", mentions=[(0, 6)]),
]
ASSERTED = Account(speaker="a2", says="asserts", channel="interview", via=["a1"])
DENIED = Account(speaker="a1", says="denies", channel=None)
UNNAMED = Account(speaker=None, says="asserts", channel="report")


def record(**lists: object) -> Record:
    report = Report(
        id="r.txt",
        title="A title",
        publisher="The Post",
        published="2024-03-06",
        text=TEXT,
        sources=["AFP"],
        warnings=["a warning"],
    )
    return Record.model_validate({"report": report, "actors": ACTORS, **lists})


def shown(made: Record) -> str:
    out = io.StringIO()
    print_record(made, out)
    return out.getvalue()


def words(made: Record) -> str:
    return " ".join(shown(made).split())


def event(**fields: object) -> Event:
    given = {
        "id": "e1",
        "type": "ASSAULT",
        "mode": "heavy-weapons",
        "cameo": "194",
        "trigger": (7, 14),
        "evidence": (0, 23),
        "confidence": 0.9,
    }
    return Event.model_validate(given | fields)


def test_the_head_tells_what_is_known_of_the_report() -> None:
    head = shown(record()).splitlines()
    assert head[:3] == ["A title", "The Post · 2024-03-06 · sources: AFP", "! a warning"]


def test_a_report_of_which_nothing_is_known_has_its_id() -> None:
    made = Record(report=Report(id="r.txt", text=TEXT))
    assert shown(made).splitlines() == ["r.txt", "nothing of what dragoman codes is stated", ""]


def test_lists_that_are_empty_are_not_shown() -> None:
    out = shown(record())
    assert "Actors" in out
    assert not any(
        title in out for title in ("Events", "Positions", "Tolls", "Situations", "Quotes", "nothing of what")
    )


def test_an_event_in_one_row() -> None:
    made = event(
        actors=["a3"], recipients=["a1", "a2"], realis="planned", timing="background", accounts=[ASSERTED, DENIED],
        date=Interval(start="2024-03-05", end="2024-03-05"), place=Place(name="Erbil", country="IRQ"),
    )  # fmt: skip
    row = words(record(events=[made]))
    for part in (
        "e1",
        "ASSAULT",
        "194",
        "troops",
        "Foreign",
        "Ministry,",
        "Ada",
        "2024-03-05",
        "Erbil (IRQ)",
        "planned; background",
        "0.90",
    ):
        assert part in row, part


def test_a_joint_act_links_its_parties() -> None:
    assert "Ada Lovelace ↔ troops" in words(
        record(events=[event(type="CONSULT", mode="meet", actors=["a2", "a3"], reciprocal=True)])
    )


def test_positions_tolls_situations_and_quotes() -> None:
    made = record(
        positions=[Position(id="p1", holders=["a2"], on_behalf_of=["a1"], stance="supports", issue="the ceasefire", toward=["a3"],
                            basis=["Resolution 598"], evidence=(0, 6))],
        tolls=[Toll(id="t1", measure="killed", best=1200, low=1200, high=None, victims="people", perpetrators=["a3"], evidence=(0, 6)),
               Toll(id="t2", measure="injured", low=24, category="civilian", part_of="t1", evidence=(0, 6))],
        situations=[Situation(id="s1", kind="control", subjects=["a3"], object="the town", holds=False, since="2020", evidence=(0, 6))],
        quotes=[Quote(id="q1", speaker="a2", text="the town", evidence=(15, 23)), Quote(id="q2", text="Troops", evidence=(0, 6))],
    )  # fmt: skip
    out = words(made)
    for part in ("Ada Lovelace for", "supports", "the ceasefire", "Resolution 598", "1,200 (1,200–…)", "people", "? (24–…)", "civilian",
                 "t1", "the town", "no", "2020", "“the town”", "“Troops”"):  # fmt: skip
        assert part in out, part


def test_accounts_in_words() -> None:
    names = {actor.id: actor for actor in ACTORS}
    assert told([ASSERTED, DENIED, UNNAMED], names) == (
        "Ada Lovelace (interview) via Foreign Ministry; Foreign Ministry denies; reports (report)"
    )
    assert told([], names) == ""


def test_days_in_words() -> None:
    assert when(None) == ""
    assert when(Interval(text="Tuesday", precision="open")) == "“Tuesday”"
    assert when(Interval(start="2024-03-05", end="2024-03-05")) == "2024-03-05"
    assert when(Interval(start="2024-03-05", end="2024-03-06")) == "2024-03-05 – 2024-03-06"
    assert when(Interval(start="2024-03-05")) == "2024-03-05 – …"
    assert when(Interval(end="2024-03-05")) == "… – 2024-03-05"


def test_places_in_words() -> None:
    assert (where(None), where(Place(name="Erbil")), where(Place(name="Erbil", country="IRQ"))) == (
        "",
        "Erbil",
        "Erbil (IRQ)",
    )


def test_what_steers_a_terminal_does_not_get_through() -> None:
    evil = "Mr \x1b[2J\x1b]0;title\x07 X\r\nY\x9b31m\u202eZ"
    assert plain(evil) == "Mr �[2J�]0;title� X Y�31mZ"
    made = Record(
        report=Report(id="r", title=evil, publisher=evil, text=TEXT, warnings=[evil]),
        actors=[Actor(id="a1", name=evil, kind="person", role=evil)],
        quotes=[Quote(id="q1", speaker="a1", text=evil, evidence=(0, 6))],
    )
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", shown(made))


def test_square_brackets_are_no_markup() -> None:
    made = Record(
        report=Report(id="r", title="[bold]A[/bold] [link=x]", text=TEXT),
        actors=[Actor(id="a1", name="[red]B", kind="person")],
    )
    assert "[bold]A[/bold] [link=x]" in shown(made)
    assert "[red]B" in shown(made)


def test_long_words_are_folded_not_cut() -> None:
    name = "Z" * 300
    made = Record(report=Report(id="r", text=TEXT), actors=[Actor(id="a1", name=name, kind="person")])
    assert shown(made).count("Z") == 300
    assert max(map(len, shown(made).splitlines())) <= 140
