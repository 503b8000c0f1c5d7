"""JSON Lines -> Reports: one object a line with at least a text. A faulty line gives a Failure and stops no other."""

import json
import math
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from dragoman.errors import SourceError
from dragoman.record import Failure, Report
from dragoman.sources.dates import checked_moment
from dragoman.sources.failures import failure
from dragoman.sources.text import LARGEST, decode, is_wide, refuse_half_characters, refuse_known_formats

FIELDS = ("title", "publisher", "url", "language")


def read_json_lines(
    file: BinaryIO, id: str, where: str, encoding: str | None = None
) -> Iterator[tuple[str, Report | Failure]]:
    """The reports of a file, read line by line, each with its place; blank lines are skipped."""
    empty = True
    lines, encoding = narrow(file, encoding)
    for n, line in enumerate(lines, 1):
        if line.removeprefix(BOM_UTF8).strip():
            empty = False
            yield f"{where}, line {n}", read_line(line, f"{id}:{n}", f"{where}, line {n}", encoding)
    if empty:
        raise SourceError("is empty")


def narrow(file: BinaryIO, encoding: str | None) -> tuple[Iterable[bytes], str | None]:
    """The lines of a file and their encoding; one in UTF-16 or UTF-32 is read as a whole and given in UTF-8."""
    first = file.readline(LARGEST + 1)
    if is_wide(first, encoding):
        return decode(first + file.read(), encoding).encode().split(b"\n"), None
    refuse_known_formats(first)
    if b"\0" in first and not first.lstrip().startswith(b"{"):
        raise SourceError(f"is a binary file, no text: byte 0x00 at {first.find(0)}")
    return lines_of(first, file), encoding


def lines_of(first: bytes, file: BinaryIO) -> Iterator[bytes]:
    """The lines of a file, the first of which is read; of an endless line comes the beginning, to be refused."""
    line = first
    while line:
        yield line
        while len(line) > LARGEST and not line.endswith(b"\n"):
            line = file.readline(LARGEST + 1)
        line = file.readline(LARGEST + 1)


def read_line(line: bytes, place: str, where: str, encoding: str | None) -> Report | Failure:
    """The report on a line. `place` names it where it has no id of its own."""
    name = place
    try:
        given = parse_line(line, encoding)
        name = id_of(given) or place
        return make_report(given, name)
    except SourceError as error:
        return failure(name, error, where)


def parse_line(line: bytes, encoding: str | None) -> dict[str, Any]:
    if len(line) > LARGEST:
        raise SourceError(f"is longer than {LARGEST // 1024 // 1024} MB")
    try:
        given = json.loads(decode(line, encoding).rstrip())
    except json.JSONDecodeError as error:
        raise SourceError(f"is not JSON: {error.msg[:1].lower()}{error.msg[1:]} (column {error.colno})") from error
    except ValueError as error:
        raise SourceError(f"is not JSON: {error}") from error
    except RecursionError as error:
        raise SourceError("is nested too deeply") from error
    if not isinstance(given, dict):
        raise SourceError("is no JSON object")
    return given


def id_of(given: dict[str, Any]) -> str | None:
    """The id of an object: text, or a number as text; an empty one is none."""
    found = given.get("id")
    if isinstance(found, int | float) and not isinstance(found, bool) and math.isfinite(found):
        return str(found)
    if not (found is None or isinstance(found, str)):
        raise SourceError("its id is neither text nor a number")
    refuse_half_characters(found or "", "its id")
    return found if found and found.strip() else None


def make_report(given: dict[str, Any], id: str) -> Report:
    """A report out of an object; a text that is missing or empty is refused, as are values of the wrong kind."""
    text = given.get("text")
    if not isinstance(text, str) or not text.strip():
        raise SourceError("has no text" if text is None or isinstance(text, str) else "its text is no string")
    for field in ("text", *FIELDS):
        value = given.get(field)
        if not (value is None or isinstance(value, str)):
            raise SourceError(f"its {field} is no string")
        refuse_half_characters(value or "", f"its {field}")
    return Report(
        id=id, text=text, published=checked_moment(given.get("published")),
        **{field: given.get(field) for field in FIELDS} | {"language": given.get("language") or "en"},
    )  # fmt: skip
