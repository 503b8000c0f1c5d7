"""Who is listed, and of which country and sector: descriptions with towns, bodies and numbers before them."""

from collections.abc import Callable

import pytest

from dragoman.record import Record


@pytest.mark.parametrize(
    ("phrase", "country", "sector"),
    [
        ("The Mongolian president", "MNG", "GOV"),
        ("The mayor of Aleppo", "SYR", "GOV"),
        ("Mosul's residents", "IRQ", "CVL"),
        ("Police in Basra", "IRQ", "COP"),
        ("A Nairobi-based militia", "KEN", "PRM"),
        ("A Norwegian-born preacher", None, "REL"),
        ("A former CIA officer", "USA", "ELI"),
        ("Chile's Defence Department", "CHL", "GOV"),
        ("Iran's Hezbollah", "LBN", "REB"),
        ("The FDLR force", "RWA", "REB"),
        ("Several of the trade unions in Denmark", "DNK", "LAB"),
        ("Some of the Syrian rebels", "SYR", "REB"),
        ("CANBERRA", "AUS", None),
    ],
)
def test_speakers(code: Callable[..., Record], phrase: str, country: str | None, sector: str | None) -> None:
    (actor,) = code(f"{phrase} said on Tuesday that talks would continue.").actors
    assert (actor.country, actor.sector) == (country, sector)


def test_nobody_is_listed_who_is_only_some_of_them(code: Callable[..., Record]) -> None:
    assert not code("Some of them said that talks would continue.").actors


@pytest.mark.parametrize(
    ("text", "country"), [("Rebels shelled Azaz.", "SYR"), ("Rebels shelled a village in Syria.", "SYR")]
)
def test_places_that_are_struck_have_their_country(code: Callable[..., Record], text: str, country: str) -> None:
    record = code(text)
    struck = {actor.id: actor.country for actor in record.actors}
    assert [struck[id] for id in record.events[0].recipients] == [country]


def test_a_part_named_after_its_whole(code: Callable[..., Record]) -> None:
    actors = code("Of the ten Syrian soldiers, two shot a policeman, the mayor of Aleppo said.").actors
    assert all(actor.name for actor in actors)
