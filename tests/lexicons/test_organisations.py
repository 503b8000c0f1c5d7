"""The table of organisations: its codes, sectors and days are valid, no entry stands twice, and what it must know it knows."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

LEXICONS = Path(__file__).parents[2] / "src" / "dragoman" / "lexicons"
COLUMNS = ["name", "names", "country", "sector", "from", "until"]
SECTORS = frozenset(
    re.findall(
        r"\w+",
        "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED NGO IGO MNC OPP REF REL SOC",
    )
)
DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
FLOORS = {"IGO": 350, "NGO": 150, "JRN": 250, "REB": 500, "PTY": 400, "GOV": 100, "SPY": 50, "MNC": 100, "LAB": 50}


def read(file: str) -> list[dict[str, str]]:
    with (LEXICONS / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


ROWS = read("organisations.csv")


def spellings(row: dict[str, str]) -> list[str]:
    return [row["name"], *filter(None, row["names"].split("|"))]


def label(row: dict[str, str]) -> str:
    return f"{row['name']} ({row['country'] or 'no country'}, {row['from'] or 'always'})"


def entries(name: str) -> set[tuple[str, str, str, str]]:
    return {(row["country"], row["sector"], row["from"], row["until"]) for row in ROWS if name in spellings(row)}


def test_the_columns_are_those_of_the_form() -> None:
    assert list(ROWS[0]) == COLUMNS


def test_countries_are_codes_of_states() -> None:
    codes = {row["code"] for row in read("states.csv")} | {""}
    assert [label(row) for row in ROWS if row["country"] not in codes] == []


def test_sectors_are_plover_codes() -> None:
    assert [label(row) for row in ROWS if row["sector"] not in SECTORS] == []


def test_days_are_days_and_in_order() -> None:
    days = [(row, row[column]) for row in ROWS for column in ("from", "until") if row[column]]
    assert [label(row) for row, day in days if not DAY.fullmatch(day)] == []
    bounded = [row for row in ROWS if row["from"] and row["until"]]
    assert [label(row) for row in bounded if row["from"][: len(row["until"])] > row["until"][: len(row["from"])]] == []


def test_no_entry_stands_twice() -> None:
    keys = Counter((row["name"], row["country"], row["from"]) for row in ROWS)
    assert [key for key, times in keys.items() if times > 1] == []


def test_rows_are_sorted() -> None:
    keys = [tuple(row.values()) for row in ROWS]
    assert keys == sorted(keys)


def test_spellings_are_clean_and_stand_once() -> None:
    for row in ROWS:
        names = spellings(row)
        assert all(name == " ".join(name.split()) for name in names), label(row)
        assert len(set(names)) == len(names), label(row)
        assert all(len(name) > 1 for name in names), label(row)


def test_names_are_not_those_of_states() -> None:
    states = {name for row in read("states.csv") for name in [row["name"], *row["names"].split("|")]}
    assert [label(row) for row in ROWS if states & set(spellings(row))] == []


@pytest.mark.parametrize(("sector", "least"), FLOORS.items())
def test_no_sector_shrinks(sector: str, least: int) -> None:
    assert sum(row["sector"] == sector for row in ROWS) >= least


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("ISIS", ("", "REB", "2013-04", "")),
        ("Al Qaeda", ("", "REB", "1988", "")),
        ("Hizbullah", ("LBN", "REB", "", "")),
        ("Taliban", ("AFG", "REB", "2001-12-07", "2021-08-15")),
        ("Taliban", ("AFG", "GOV", "2021-08-15", "")),
        ("RSF", ("SDN", "REB", "2023-04-15", "")),
        ("Izz ad-Din al-Qassam Brigades", ("PSE", "REB", "1991", "")),
        ("Peshmerga", ("IRQ", "MIL", "", "")),
        ("AFP", ("FRA", "JRN", "", "")),
        ("Al-Jazeera", ("QAT", "JRN", "", "")),
        ("Foreign Office", ("", "GOV", "", "")),
        ("Pentagon", ("USA", "GOV", "", "")),
        ("Congress", ("USA", "LEG", "", "")),
        ("Congress", ("IND", "PTY", "", "")),
        ("State Duma", ("RUS", "LEG", "1993", "")),
        ("Revolutionary Guards", ("IRN", "MIL", "1979", "")),
        ("Rangers", ("PAK", "PRM", "", "")),
        ("U.N. Security Council", ("", "IGO", "", "")),
        ("World Court", ("", "JUD", "1946", "")),
        ("ICRC", ("", "NGO", "", "")),
    ],
)
def test_what_must_be_known(name: str, entry: tuple[str, str, str, str]) -> None:
    assert entry in entries(name)
