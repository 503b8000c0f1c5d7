"""JSON Lines -> Reports: one object a line with at least a text. A faulty line gives a Failure and stops no other."""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from dragoman.errors import SourceError
from dragoman.record import FailedReport, Failure, Problem, Report
from dragoman.sources.dates import checked_moment

FIELDS = ("title", "publisher", "url", "language")


def read_json_lines(name: str) -> Iterator[Report | Failure]:
    """The reports of a file or of standard input, read line by line; blank lines are skipped."""
    if name == "-":
        yield from read_lines(sys.stdin.buffer, "standard input")
        return
    try:
        with Path(name).open("rb") as lines:
            yield from read_lines(lines, name)
    except OSError as error:
        raise SourceError(error.strerror or str(error), name) from error


def read_lines(lines: Iterable[bytes], name: str) -> Iterator[Report | Failure]:
    for n, line in enumerate(lines, 1):
        if not line.strip():
            continue
        where = f"{name}, line {n}"
        given: dict[str, Any] = {}
        try:
            given = parse_line(line, where)
            yield make_report(given, where)
        except SourceError as error:
            id = given.get("id") if isinstance(given.get("id"), str) else None
            problem = Problem(stage=error.stage, reason=error.what, where=where)
            yield Failure(report=FailedReport(id=id or f"{name}:{n}"), error=problem)


def parse_line(line: bytes, where: str) -> dict[str, Any]:
    try:
        given = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise SourceError(f"not UTF-8 text: byte 0x{line[error.start]:02x} at {error.start}", where, "decode") from error
    except ValueError as error:
        raise SourceError(f"is not JSON: {error}", where) from error
    except RecursionError as error:
        raise SourceError("is nested too deeply", where) from error
    if not isinstance(given, dict):
        raise SourceError("is no JSON object", where)
    return given


def make_report(given: dict[str, Any], where: str) -> Report:
    """A report out of an object; a text that is missing or empty is refused, as are values of the wrong kind."""
    text = given.get("text")
    if not isinstance(text, str) or not text.strip():
        raise SourceError("has no text" if not text or isinstance(text, str) else "its text is no string", where)
    if any("\ud800" <= c <= "\udfff" for c in text):
        raise SourceError("its text holds half a character (a lone surrogate)", where, "decode")
    for field in FIELDS:
        if given.get(field) is not None and not isinstance(given[field], str):
            raise SourceError(f"its {field} is no string", where)
    id = given.get("id")
    return Report(
        id=str(id) if id is not None else where, text=text, published=checked_moment(given.get("published"), where),
        **{field: given.get(field) for field in FIELDS} | {"language": given.get("language") or "en"},
    )  # fmt: skip
