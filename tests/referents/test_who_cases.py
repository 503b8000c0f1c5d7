"""Who is this: the cases of cases/who.yaml, each a phrase that speaks, with country and sector on a day."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from dragoman.record import Actor, Record

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "who.yaml").read_text(encoding="utf-8")
)
SENTENCE = "{} said on Tuesday that talks would continue."


def marked(case: dict[str, Any]) -> Any:
    hard = [pytest.mark.xfail(strict=True, reason="not read yet")] if case.get("hard") else []
    return pytest.param(case, marks=hard, id=f"{case['phrase']} {case['date']}")


def several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def covered(actor: Actor, phrase: str) -> int:
    """How much of the phrase the longest mention of an actor takes."""
    return max(min(end, len(phrase)) - start for start, end in actor.mentions)


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_who(code: Callable[..., Record], case: dict[str, Any]) -> None:
    phrase = case["phrase"]
    actors = [actor for actor in code(SENTENCE.format(phrase), case["date"]).actors if covered(actor, phrase) > 0]
    actor = max(actors, key=lambda actor: covered(actor, phrase), default=None)
    assert (actor.country if actor else None) in several(case["country"])
    assert (actor.sector if actor else None) in several(case["sector"])


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 790
    assert sum(bool(case.get("hard")) for case in CASES) <= 0.03 * len(CASES)
