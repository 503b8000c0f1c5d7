"""Known phrases in a text, longest first, none inside another."""

import pytest

from dragoman.referents.phrasebook import Phrasebook, is_inside, spelt

BOOK = Phrasebook({
    "Geneva": "GVA", "Geneva Convention": "law", "Geneva Convention of 1949": "law 49", "Nagorno-Karabakh": "NKR", "Karabakh": "NKR",
    "UN": "too short", "Minsk agreements": "Minsk", "Résolution 242": "242", "'Ndrangheta": "no word at its beginning", "C.A.R.": "CAF",
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks in Geneva.", [("Geneva", "GVA")]),
        ("The Geneva Convention holds.", [("Geneva Convention", "law")]),
        ("The Geneva Convention of 1949 holds.", [("Geneva Convention of 1949", "law 49")]),
        ("The Geneva Convention of 1948 holds.", [("Geneva Convention", "law")]),
        ("Geneva Conventions", [("Geneva", "GVA")]),
        ("Genevan bankers", []),
        ("geneva", []),
        ("Nagorno-Karabakh and Karabakh", [("Nagorno-Karabakh", "NKR"), ("Karabakh", "NKR")]),
        ("the UN", []),
        ("Geneva Geneva", [("Geneva", "GVA"), ("Geneva", "GVA")]),
        ("Geneva's lake", [("Geneva", "GVA")]),
        ("Geneva_2", []),
        ("Résolution 242", [("Résolution 242", "242")]),
        ("Résolution 2421", []),
        ("the 'Ndrangheta", []),
        ("the C.A.R. army", [("C.A.R.", "CAF")]),
        ("the Minsk  agreements", []),
        ("", []),
    ],
)
def test_phrases_in_a_text(text: str, expected: list[tuple[str, str]]) -> None:
    found = list(BOOK.find(text))
    assert [(text[start:end], meaning) for (start, end), meaning in found] == expected


@pytest.mark.xfail(
    strict=True, reason="a phrase is looked for letter by letter: other quotes, dashes and blanks hide it"
)
@pytest.mark.parametrize("text", ["Geneva\nConvention", "Geneva  Convention", "Hubal’s question", "Nagorno‑Karabakh"])
def test_quotes_dashes_and_blanks_make_no_difference(text: str) -> None:
    book = Phrasebook({"Geneva Convention": "found", "Hubal's question": "found", "Nagorno-Karabakh": "found"})
    assert [meaning for _, meaning in book.find(text)] == ["found"]


def test_an_empty_book_finds_nothing() -> None:
    assert list(Phrasebook({}).find("Geneva")) == []


@pytest.mark.parametrize(("end", "inside"), [(3, True), (6, False), (7, True), (14, False), (99, False)])
def test_whether_a_word_goes_on(end: int, inside: bool) -> None:
    assert is_inside("Geneva accords", end) is inside


def test_spellings_lead_to_the_name_and_the_first_entry_keeps_them() -> None:
    table = spelt([("Crimea", ["Crimean question", "Qirim"]), ("Kherson", ["Qirim", "Crimea"])])
    assert table == {"Crimea": "Crimea", "Crimean question": "Crimea", "Qirim": "Crimea", "Kherson": "Kherson"}
