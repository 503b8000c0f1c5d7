""" "The two", "both": who they are, and who is only talked about; accidents."""

from collections.abc import Callable

import pytest

from dragoman.record import Record


def parties(record: Record, kind: str) -> list[set[str]]:
    names = {actor.id: actor.name for actor in record.actors}
    return [{names[id] for id in event.actors} for event in record.events if event.type == kind]


def test_the_two_are_not_whoever_tells_of_them(code: Callable[..., Record]) -> None:
    text = (
        "Foreign Minister Jorge Faurie telephoned his Chilean counterpart, Teodoro Ribera, on Monday. "
        "In a statement, the Foreign Ministry said that the two reviewed their ties and the dispute between Bolivia and Peru."
    )
    assert set(map(frozenset, parties(code(text), "CONSULT"))) == {frozenset({"Jorge Faurie", "Teodoro Ribera"})}


def test_those_who_are_discussed_do_not_take_part(code: Callable[..., Record]) -> None:
    record = code("Russia and Turkey discussed the war between Azerbaijan and Armenia.")
    assert parties(record, "CONSULT") == [{"Russia", "Turkey"}]


@pytest.mark.parametrize(
    ("text", "violent"),
    [
        ("Ten people were killed when a bus plunged into a ravine.", False),
        ("Two passengers were injured as a train derailed near Pune.", False),
        ("Forty people were killed when a ferry capsized.", False),
        ("Six people were killed when a bomb exploded in a market.", True),
        ("Two soldiers were wounded when their truck hit a landmine.", True),
        ("Three people were killed when gunmen opened fire on a bus.", True),
    ],
)
def test_accidents_are_no_assaults_but_have_tolls(code: Callable[..., Record], text: str, violent: bool) -> None:
    record = code(text)
    assert any(event.type == "ASSAULT" for event in record.events) is violent
    assert len(record.tolls) == 1


def test_whoever_is_on_trial_is_accused_and_does_not_accuse(code: Callable[..., Record]) -> None:
    record = code("Mohamed Morsi himself is on trial in Cairo.", "2014-07-13")
    names = {actor.id: actor.name for actor in record.actors}
    (event,) = [event for event in record.events if event.type == "ACCUSE"]
    assert (event.actors, [names[id] for id in event.recipients]) == ([], ["Mohamed Morsi"])
