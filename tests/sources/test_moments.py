"""Times of publication: what is one, and what is none."""

from typing import Any

import pytest

from dragoman.errors import SourceError
from dragoman.sources.dates import checked_moment


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("2024-03-06", "2024-03-06"),
        (" 2024-03-06\n", "2024-03-06"),
        ("20240306", "2024-03-06"),
        ("2024-02-29", "2024-02-29"),
        ("2024-03-06T10:15:00Z", "2024-03-06T10:15:00+00:00"),
        ("2024-03-06T10:15:00+03:00", "2024-03-06T10:15:00+03:00"),
        ("2024-03-06T10:15:00.250-0500", "2024-03-06T10:15:00.250000-05:00"),
        ("2024-03-06T10:15:00", "2024-03-06"),
        ("2024-03-06 23:59", "2024-03-06"),
        (None, None),
        ("", None),
    ],
)
def test_days_and_times_with_zone_are_kept(given: str | None, read: str | None) -> None:
    assert checked_moment(given) == read


@pytest.mark.parametrize(
    "given",
    ["2024-13-45", "2023-02-29", "yesterday", "March 6, 2024", "06.03.2024", "2024", "2024-03", "2024-03-06T25:00", "0000-00-00",
     "x" * 5000, "２０２４-０３-０６x", 1709719200, 20240306, True, ["2024-03-06"], {"day": "2024-03-06"}, " "],
)  # fmt: skip
def test_everything_else_is_refused(given: Any) -> None:
    with pytest.raises(SourceError, match="is no ISO 8601 day or time") as caught:
        checked_moment(given)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize("given", ["0001-01-01", "0001-01-01T00:00:00Z", "1066-10-14", "9999-12-31T23:59:59+00:00"])
def test_days_of_no_newspaper_are_refused(given: str) -> None:
    with pytest.raises(SourceError, match="is not between 1600 and 2200"):
        checked_moment(given)
