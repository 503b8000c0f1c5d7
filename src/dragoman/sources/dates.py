"""Times of publication: ISO 8601 days, or times with zone. Everything else is refused with its words."""

import datetime
from typing import Any

from dragoman.errors import SourceError

LONGEST = 100  # characters of a time
YEARS = range(1600, 2201)  # those of newspapers; others stand for an unknown day ("0001-01-01") or are slips


def checked_moment(value: Any) -> str | None:
    """A day or a time with zone, in ISO 8601; a time without zone keeps its day only. Nothing and "" are no time."""
    if value is None or value == "":
        return None
    if not isinstance(value, str) or len(value) > LONGEST:
        raise SourceError(f"published: {str(value)[:40]!r} is no ISO 8601 day or time")
    try:
        moment = datetime.datetime.fromisoformat(value.strip())
    except ValueError as error:
        raise SourceError(f"published: {value!r} is no ISO 8601 day or time") from error
    if moment.year not in YEARS:
        raise SourceError(f"published: {value!r} is not between {YEARS[0]} and {YEARS[-1]}")
    return moment.isoformat() if moment.tzinfo else moment.date().isoformat()
