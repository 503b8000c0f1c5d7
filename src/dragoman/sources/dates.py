"""Times of publication: ISO 8601 days, or times with zone. Everything else is refused with its words."""

import datetime
from typing import Any

from dragoman.errors import SourceError

LONGEST = 100  # characters of a time


def checked_moment(value: Any) -> str | None:
    """A day or a time with zone, in ISO 8601; a time without zone keeps its day only. Nothing and "" are no time."""
    if value is None or value == "":
        return None
    if not isinstance(value, str) or len(value) > LONGEST:
        raise SourceError(f"published: {str(value)[:40]!r} is no ISO 8601 day or time")
    text = value.strip()
    try:
        if len(text) == 10:
            return datetime.date.fromisoformat(text).isoformat()
        moment = datetime.datetime.fromisoformat(text)
    except ValueError as error:
        raise SourceError(f"published: {value!r} is no ISO 8601 day or time") from error
    return moment.isoformat() if moment.tzinfo else moment.date().isoformat()
