"""Fighting told without parties, after fighting and after attacks."""

import pytest

from dragoman.coder import Coder
from dragoman.record import Report


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Clashes between Serbian and Albanian troops went on. Officials reported artillery battles near Skopje.",
         [(True, 2, 0), (True, 2, 0)]),
        ("Rebels attacked a village. Fighting went on around the village.", [(False, 1, 1)]),
        ("Rebels attacked soldiers in Sokoto. The fighting went on for days.", [(False, 1, 1)]),
        ("Serbian and Albanian troops battled. Serbian troops battled the rebels of Tetovo.", None),
        ("Officials reported artillery battles near Skopje.", []),
    ],
)  # fmt: skip
def test_fighting_without_parties(coder: Coder, text: str, kinds: list[tuple[bool, int, int]] | None) -> None:
    events = coder.code(Report(id="x", text=text, published="2020-10-20")).events
    assert not any(event.reciprocal and event.recipients for event in events)
    assert kinds is None or [(event.reciprocal, len(event.actors), len(event.recipients)) for event in events] == kinds
