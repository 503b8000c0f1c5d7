"""The tables of disputes and instruments: well-formed, sorted, every code known, no name claimed by two entries."""

import csv
from collections import Counter
from pathlib import Path

import pytest

LEXICONS = Path(__file__).parents[2] / "src" / "dragoman" / "lexicons"
COLUMNS = {"disputes": ["name", "names", "parties", "places"], "instruments": ["name", "names", "kind"]}
KINDS = {"resolution", "treaty", "accord", "body of law", "forum"}


def read_rows(table: str) -> list[dict[str, str]]:
    with (LEXICONS / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def split_cell(cell: str) -> list[str]:
    return cell.split("|") if cell else []


def repeated(values: list[str]) -> list[str]:
    return [value for value, times in Counter(values).items() if times > 1]


@pytest.mark.parametrize("table", COLUMNS)
def test_table_is_utf8_with_unix_line_ends_and_its_columns(table: str) -> None:
    text = (LEXICONS / f"{table}.csv").read_bytes().decode("utf-8")
    assert "\r" not in text
    assert text.endswith("\n")
    rows = list(csv.reader(text.splitlines()))
    assert rows[0] == COLUMNS[table]
    assert {len(row) for row in rows} == {len(COLUMNS[table])}


@pytest.mark.parametrize("table", COLUMNS)
def test_table_is_sorted_by_unique_names(table: str) -> None:
    names = [row["name"] for row in read_rows(table)]
    assert names == sorted(names)
    assert repeated([name.casefold() for name in names]) == []


@pytest.mark.parametrize("table", COLUMNS)
def test_cells_hold_clean_distinct_values(table: str) -> None:
    for row in read_rows(table):
        for column, cell in row.items():
            values = split_cell(cell)
            assert all(value and value == " ".join(value.split()) for value in values), (row["name"], column)
            assert repeated(values) == [], (row["name"], column)


@pytest.mark.parametrize("table", COLUMNS)
def test_no_name_belongs_to_two_entries(table: str) -> None:
    owned = [
        name for row in read_rows(table) for name in {n.casefold() for n in [row["name"], *split_cell(row["names"])]}
    ]
    assert repeated(owned) == []


def test_disputes_have_words_and_parties() -> None:
    for row in read_rows("disputes"):
        assert row["names"], row["name"]
        assert row["parties"], row["name"]


def test_no_place_points_to_two_disputes() -> None:
    assert repeated([place for row in read_rows("disputes") for place in split_cell(row["places"])]) == []


def test_parties_of_disputes_are_known_codes() -> None:
    codes = {row["code"] for row in read_rows("states")}
    for row in read_rows("disputes"):
        assert set(split_cell(row["parties"])) <= codes, row["name"]


def test_instruments_have_a_known_kind() -> None:
    assert {row["kind"] for row in read_rows("instruments")} == KINDS
