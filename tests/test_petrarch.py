"""Dictionaries of other coders become lexicons: names, days, codes, agents; what cannot be taken is named with file and line."""

from pathlib import Path

import pytest

from dragoman.entries import Office, Organisation, Role, State
from dragoman.lexicon import Lexicon, load_lexicon
from dragoman.lexicon_check import check_folder
from dragoman.petrarch import Imported, import_dictionaries, iso_day, write_folder

ACTORS = """\
# the dictionary of an imaginary group
<!-- its notes
over two lines -->
RURITANIAN_FRONT_(RFX)_ [FRAREB] # checked
+FRONT_DE_RURITANIE_

FRANCE_ [FRA]
+FRENCHIELAND_

JEAN_DUBOISNARD_  ; a comment of the older kind
+PRESIDENT_DUBOISNARD_
\t[FRAELI 980101-050301]
\t[FRAGOV 050301-090630]
\t[FRAGOV >20120516]
\t[FRAELI]

AL-QADDUS_BRIGADE_
    [IRQREB <990101]
HAMAS_ [PSEREB]
"""
AGENTS = """\
!PERSON! = MAN, MEN, WOMAN
GRIFFIN_RIDER [~MIL]
FERRY!PERSON! [~BUS]
HARBOUR_WATCHFOLK {} [~COP]
SOOTHSAYER_GENERAL {SOOTHSAYERS_GENERAL} [~CHRCTH] # note
POLICE {} [~COP]
"""


@pytest.fixture(scope="module")
def shipped() -> Lexicon:
    return load_lexicon()


def imported(folder: Path, lexicon: Lexicon, text: str) -> Imported:
    file = folder / "dictionary.txt"
    file.write_text(text, encoding="utf-8")
    return import_dictionaries([file], lexicon)


def test_actors_become_bodies_persons_and_spellings(tmp_path: Path, shipped: Lexicon) -> None:
    found = imported(tmp_path, shipped, ACTORS)
    assert found.rows[Organisation] == [
        Organisation("Ruritanian Front", ("RFX", "Front de Ruritanie"), "FRA", "REB", "", ""),
        Organisation("Al-Qaddus Brigade", (), "IRQ", "REB", "", "1999-01-01"),
    ]
    assert found.rows[Office] == [
        Office("Jean Duboisnard", (), "FRA", "", "GOV", "2005-03-01", "2009-06-30"),
        Office("Jean Duboisnard", (), "FRA", "", "GOV", "2012-05-16", ""),
    ]
    assert [(state.code, state.names) for state in found.rows[State]] == [("FRA", ("Frenchieland",))]
    assert (found.known, found.refused) == (1, [])


def test_agents_become_roles_with_their_plurals(tmp_path: Path, shipped: Lexicon) -> None:
    found = imported(tmp_path, shipped, AGENTS)
    assert found.rows[Role] == [
        Role("griffin rider", "", "MIL", "person", ""),
        *(Role(noun, "", "BUS", "person", "") for noun in ("ferryman", "ferrymen", "ferrywoman")),
        Role("harbour watchfolk", "harbour watchfolk", "COP", "person", ""),
        Role("soothsayer general", "soothsayers general", "REL", "person", ""),
    ]
    assert found.known == 1


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("MYSTERY_MEN [KKLXXX]", "line 1: MYSTERY MEN: no country or sector in its codes (KKLXXX)"),
        ("MYSTERY_MEN", "line 1: MYSTERY MEN: no country or sector in its codes (none)"),
        ("+MYSTERY_MEN", "line 1: continues no entry"),
        ("MYSTERY_MEN [FRAREB 991301-]", "line 1: [FRAREB 991301-]: month must be in 1..12"),
        ("MYSTERY_MEN [FRAREB >9913]", "line 1: [FRAREB >9913]: 9913 is no day"),
    ],
)
def test_what_cannot_be_taken_is_named(tmp_path: Path, shipped: Lexicon, line: str, reason: str) -> None:
    found = imported(tmp_path, shipped, line + "\n")
    assert found.refused[0] == f"{tmp_path / 'dictionary.txt'}, {reason}"


@pytest.mark.parametrize(
    ("digits", "day"), [("450703", "1945-07-03"), ("011222", "2001-12-22"), ("18970101", "1897-01-01"), ("", "")]
)
def test_days_of_two_kinds(digits: str, day: str) -> None:
    assert iso_day(digits) == day


def test_what_is_written_is_a_lexicon(tmp_path: Path, shipped: Lexicon) -> None:
    found = imported(tmp_path, shipped, ACTORS + AGENTS)
    written = write_folder(found, tmp_path / "own")
    assert {file.name for file in written} == {"states.csv", "offices.csv", "organisations.csv", "roles.csv"}
    assert check_folder(tmp_path / "own") == []
    both = load_lexicon(tmp_path / "own")
    assert "Frenchieland" in next(state for state in both.states if state.code == "FRA").names
    assert both.roles_by_noun["griffin riders"].sector == "MIL"


def test_nothing_is_written_over(tmp_path: Path, shipped: Lexicon) -> None:
    found = imported(tmp_path, shipped, ACTORS)
    write_folder(found, tmp_path / "own")
    with pytest.raises(FileExistsError):
        write_folder(found, tmp_path / "own")
