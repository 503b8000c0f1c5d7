"""What tests share: one coder for all of them, and reports out of a sentence."""

from collections.abc import Callable

import pytest

from dragoman.coder import Coder
from dragoman.record import Record, Report


@pytest.fixture(scope="session")
def coder() -> Coder:
    return Coder()


@pytest.fixture(scope="session")
def code(coder: Coder) -> Callable[..., Record]:
    """Code a text, published on a given day."""

    def run(text: str, published: str | None = "2024-03-06") -> Record:
        return coder.code(Report(id="test", text=text, published=published, language="en"))

    return run
