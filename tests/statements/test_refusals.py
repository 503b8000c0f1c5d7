"""A future that is denied is a refusal; what did not happen is nothing."""

from collections.abc import Callable

import pytest

from dragoman.record import Record


@pytest.mark.parametrize(
    "text",
    [
        "Israel will not release the prisoners.",
        "The government said it would not release the prisoners.",
        "Israel won't release the prisoners, the minister said.",
        "Israel will never release the prisoners.",
    ],
)
def test_refusals(code: Callable[..., Record], text: str) -> None:
    (event,) = code(text).events
    assert (event.type, event.realis) == ("REJECT", "actual")
    assert event.actors and event.recipients


@pytest.mark.parametrize(
    "text",
    [
        "Israel did not release the prisoners.",
        "The army will not attack the town.",
        "It will not rain in Spain.",
        "If Israel will not release the prisoners, talks are over.",
    ],
)
def test_no_refusals(code: Callable[..., Record], text: str) -> None:
    assert not [event for event in code(text).events if event.type == "REJECT" and event.realis == "actual"]
