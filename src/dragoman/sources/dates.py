"""Times of publication: ISO 8601 days, or times with zone. Everything else is refused with its words."""

import datetime
from typing import Any

from dragoman.errors import SourceError


def checked_moment(value: Any, where: str = "") -> str | None:
    """A day or a time with zone, in ISO 8601; a time without zone keeps its day only."""
    if value is None or value == "":
        return None
    if not isinstance(value, str) or len(value) > 100:
        raise SourceError(f"published: {str(value)[:40]!r} is no date", where)
    text = value.strip()
    try:
        if len(text) == 10:
            return datetime.date.fromisoformat(text).isoformat()
        moment = datetime.datetime.fromisoformat(text)
    except ValueError as error:
        raise SourceError(f"published: {value!r} is no ISO 8601 day or time", where) from error
    return moment.isoformat() if moment.tzinfo else moment.date().isoformat()
