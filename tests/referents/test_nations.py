"""Several nations before one noun, round numbers of people, days that are surnames."""

import pytest

from dragoman.coder import Coder
from dragoman.record import Report


def actors(coder: Coder, text: str) -> set[tuple[str, str | None, str]]:
    record = coder.code(Report(id="x", text=text, published="2020-10-20"))
    return {(actor.name, actor.country, actor.kind) for actor in record.actors}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Israeli and Egyptian officials met in Cairo.", {("Israeli officials", "ISR", "group"), ("Egyptian officials", "EGY", "group")}),
        ("Clashes between Azeri and ethnic Armenian forces went on.",
         {("Azeri forces", "AZE", "group"), ("ethnic Armenian forces", "ARM", "group")}),
        ("Serbian, Albanian and South African troops attacked rebels.",
         {("rebels", None, "group"), ("Serbian troops", "SRB", "group"), ("Albanian troops", "ALB", "group"), ("South African troops", "ZAF", "group")}),
        ("The French and German foreign ministers met in Paris.",
         {("French foreign minister", "FRA", "person"), ("German foreign minister", "DEU", "person")}),
        ("Israeli officials met Egyptian officials in Cairo.",
         {("Israeli officials", "ISR", "group"), ("Egyptian officials", "EGY", "group")}),
    ],
)  # fmt: skip
def test_each_nation_is_a_party(coder: Coder, text: str, expected: set[tuple[str, str | None, str]]) -> None:
    assert actors(coder, text) == expected


def test_a_round_number_names_the_people(coder: Coder) -> None:
    assert ("Australian protesters", "AUS", "group") in actors(
        coder, "Thousands of Australian protesters demonstrated in Sydney."
    )


def test_a_weekday_is_nobody(coder: Coder) -> None:
    text = "An attack on soldiers on Friday killed 13 women. Rebels said on Friday they had attacked the army."
    assert not any("Friday" in name for name, _, _ in actors(coder, text))
