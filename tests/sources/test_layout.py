"""The layout of a text: paragraphs, dateline, byline and credits; and texts that are made to take forever."""

import time

import pytest

from dragoman.sources.layout import Layout, find_layout


def paragraphs(text: str) -> list[str]:
    return [text[start:end] for start, end in find_layout(text).paragraphs]


WRAPPED = (
    "The minister said on Tuesday that the two sides would meet{0}again in the capital, where the first round was held."
)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_paragraphs_end_with_lines_of_any_system(end: str) -> None:
    text = f"Troops shelled the town.{end}{end}The mayor fled.{end}Nobody was hurt."
    assert paragraphs(text) == ["Troops shelled the town.", "The mayor fled.", "Nobody was hurt."]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_wrapped_line_goes_on_in_the_next(end: str) -> None:
    text = WRAPPED.format(end)
    assert paragraphs(text) == [text]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_blank_line_ends_a_paragraph_also_in_mid_sentence(end: str) -> None:
    assert len(paragraphs(WRAPPED.format(end + end))) == 2


@pytest.mark.parametrize(
    ("text", "place", "date", "agency"),
    [
        ("BAGHDAD, May 3 (Reuters) - Troops left.", "BAGHDAD", "May 3", "Reuters"),
        ("ANKARA, May 29 (Xinhua) -- Troops left.", "ANKARA", "May 29", "Xinhua"),
        ("NEW DELHI: Troops left.", "NEW DELHI", None, None),
        ("KYIV, Ukraine (AP) — Troops left.", "KYIV, Ukraine", None, "AP"),
        ("Geneva, March 6 (AFP) – Troops left.", "Geneva", "March 6", "AFP"),
    ],
)
def test_datelines(text: str, place: str, date: str | None, agency: str | None) -> None:
    found = find_layout(text)
    assert found.dateline is not None
    assert (found.dateline.place, found.dateline.date, found.dateline.agency) == (place, date, agency)
    assert paragraphs(text) == ["Troops left."]
    assert found.credits == ((agency,) if agency else ())


@pytest.mark.parametrize(
    "text",
    [
        "Iran: the talks go on.",
        "The army - it said - left.",
        "He said: no.",
        "US-led forces left.",
        "IS, the group, left.",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert find_layout(text).dateline is None


@pytest.mark.parametrize(
    "line",
    ["By John Smith", "By John Smith and Mary O'Neil", "By JOHN SMITH, Post Correspondent", "BY JOHN SMITH", "By John Smith Jr.",
     "Published 6 March 2024", "Reporting by John Smith; editing by Mary Jones", "Also read: Ten things to know", "ADVERTISEMENT", "Read more about the talks", "Watch: the bridge falls", "Photo: AFP",
     "Related stories", "Copyright 2024 The Post", "© 2024 The Post", "Image courtesy of the army"],
)  # fmt: skip
def test_furniture_is_no_paragraph(line: str) -> None:
    assert paragraphs(f"{line}\n\nTroops left.") == ["Troops left."]


@pytest.mark.parametrize(
    "line",
    ["By Tuesday the troops had left.", "BY NIGHTFALL TROOPS HAD LEFT.", "Related to the king, he fled.", "Watch groups said twelve died.",
     "Image experts doubted the claim.", "Recommended sanctions were dropped.", "Photo studios were shelled."],
)  # fmt: skip
def test_a_sentence_is_no_furniture(line: str) -> None:
    assert paragraphs(line) == [line]


def test_credits() -> None:
    text = "Troops left.\n\nWith inputs from Reuters, AFP\n\nSource: Interfax"
    assert find_layout(text) == Layout(((0, 12),), None, ("Reuters", "AFP", "Interfax"))


def test_where_a_credited_agency_sat_is_no_part_of_its_name() -> None:
    text = "Troops left.\n\nAdditional reporting by Example News Service in Port Sudan and AFP in Cairo"
    assert find_layout(text).credits == ("Example News Service", "AFP")


@pytest.mark.parametrize("text", ["", " ", "\n", "\r\n\r\n", "\u2028"])
def test_nothing_to_read(text: str) -> None:
    assert find_layout(text).paragraphs == ()


@pytest.mark.parametrize(
    "text",
    [
        "A" * 500_000,
        "Aa" * 250_000,
        "A A " * 100_000,
        ("word " * 14 + "\n") * 10_000,
        "[" * 10_000,
        "(" * 300_000,
        "\r\n" * 100_000,
        "By " + "Aa" * 110,
        "By " + "A" * 230 + "!",
        "BY MIDNIGHT " + "THE ARMY HAD TAKEN " * 11 + "(ALL) x.",
        ("BAGHDAD, AA AA AA AA Aa" * 9 + ".\n") * 1000,
        "Source: " + "Ab," * 75,
        "Also read" * 25,
        "- " * 100_000,
    ],
    ids=lambda text: text[:8],
)
def test_no_text_takes_forever(text: str) -> None:
    begun = time.process_time()
    find_layout(text)
    assert time.process_time() - begun < 1
