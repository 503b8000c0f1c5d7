"""One actor for all that means it: pronouns, "I" and "we" of quotations, acronyms, colleagues; and offices around the day they end."""

from collections.abc import Callable

import pytest

from dragoman.record import Record


def mentions(record: Record) -> dict[str, list[str]]:
    """The words by which each actor is called."""
    return {actor.name: [record.report.text[slice(*span)] for span in actor.mentions] for actor in record.actors}


def test_i_and_my_of_a_quotation_are_the_speaker(code: Callable[..., Record]) -> None:
    text = '"I will not leave my country," Bashar al-Assad said. "My army agrees with me."'
    assert mentions(code(text, "2013-05-01"))["Bashar al-Assad"] == ["I", "my", "Bashar al-Assad", "My", "me"]


def test_we_of_an_official_is_his_state(code: Callable[..., Record]) -> None:
    text = '"We condemn the raid on Damascus," Foreign Minister Sergei Lavrov told reporters.'
    assert mentions(code(text, "2015-05-01"))["Russia"] == ["We"]


def test_we_of_a_group_is_the_group(code: Callable[..., Record]) -> None:
    text = 'The rebels claimed the bombing. "We attacked the barracks," the rebels said.'
    assert mentions(code(text))["rebels"] == ["The rebels", "We", "the rebels"]


def test_i_outside_of_quotations_is_nobody(code: Callable[..., Record]) -> None:
    assert not code("I met them in Paris.").actors


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("Iran warned Israel. It is right that both talk, Oman said.", "It"),
        ("The missile hit Azaz, and it killed six, Turkey said.", "it"),
    ],
)
def test_it_of_a_thing_or_a_clause_is_no_actor(code: Callable[..., Record], text: str, nobody: str) -> None:
    assert all(nobody not in called for called in mentions(code(text)).values())


def test_capitals_abbreviate_a_body_named_before(code: Callable[..., Record]) -> None:
    text = "The Foreign Office of Pakistan condemned the raid. India must stop, the FO said."
    assert mentions(code(text))["Foreign Office"] == ["Foreign Office", "FO"]


def test_the_ministers_are_the_two_just_named(code: Callable[..., Record]) -> None:
    text = "Foreign Minister Sergei Lavrov met Secretary of State John Kerry in Geneva. The ministers discussed Syria."
    called = mentions(code(text, "2015-09-10"))
    assert "The ministers" in called["Sergei Lavrov"]
    assert "The ministers" in called["John Kerry"]


def test_the_people_of_a_report_about_one_state_are_its(code: Callable[..., Record]) -> None:
    text = "Protesters clashed with police in Cairo, Egypt. Witnesses said that soldiers shot a student."
    assert {actor.country for actor in code(text).actors} == {"EGY"}


def test_they_are_of_no_state_where_two_are_named(code: Callable[..., Record]) -> None:
    text = "Egypt accused Sudan of the raid. Witnesses said that gunmen shot a student."
    assert {actor.country for actor in code(text).actors if actor.name in ("Witnesses", "gunmen")} == {None}


@pytest.mark.parametrize(
    ("name", "day", "sector", "role"),
    [
        ("Barack Obama", "2017-01-19", "GOV", "president"),
        ("Barack Obama", "2017-01-21", "ELI", "former president"),
        ("Donald Trump", "2017-01-21", "GOV", "president"),
        ("Theresa May", "2019-07-23", "GOV", "prime minister"),
        ("Theresa May", "2019-07-25", "ELI", "former prime minister"),
        ("Boris Johnson", "2019-07-25", "GOV", "prime minister"),
        ("Angela Merkel", "2021-12-07", "GOV", "chancellor"),
        ("Angela Merkel", "2021-12-09", "ELI", "former chancellor"),
        ("Ashraf Ghani", "2021-08-14", "GOV", "president"),
        ("Ashraf Ghani", "2021-08-16", "ELI", "former president"),
    ],
)
def test_offices_that_end_in_mid_year(code: Callable[..., Record], name: str, day: str, sector: str, role: str) -> None:
    (actor,) = code(f"{name} said that talks would continue.", day).actors
    assert (actor.sector, actor.role) == (sector, role)


def test_an_office_still_to_come_gives_no_sector(code: Callable[..., Record]) -> None:
    (actor,) = code("Olaf Scholz said that talks would continue.", "1985-01-01").actors
    assert (actor.country, actor.sector) == ("DEU", None)


def test_surnames_of_two_words_and_first_halves_of_names_mean_the_person(code: Callable[..., Record]) -> None:
    text = "Gonzalo Rodriguez Gacha threatened Colombia. Police arrested Rodriguez Gacha on Monday, and Gonzalo Rodriguez escaped."
    assert mentions(code(text))["Gonzalo Rodriguez Gacha"] == [
        "Gonzalo Rodriguez Gacha",
        "Rodriguez Gacha",
        "Gonzalo Rodriguez",
    ]


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("Police attacked protesters at 2230 in Lima.", "2230"),
        ("The UN adopted Security Council Resolution 2328, which condemned Syria.", "Resolution"),
        ("Iran said that the Criminal Code forbids it.", "Code"),
    ],
)
def test_times_and_laws_are_nobody(code: Callable[..., Record], text: str, nobody: str) -> None:
    assert all(nobody not in words for called in mentions(code(text)).values() for words in called)


def test_those_who_share_a_number_are_parties(code: Callable[..., Record]) -> None:
    record = code("Rebels killed scores of Iraqi soldiers and policemen.")
    names = {actor.id: actor.name for actor in record.actors}
    assert [names[id] for id in record.events[0].recipients] == ["Iraqi soldiers", "policemen"]
