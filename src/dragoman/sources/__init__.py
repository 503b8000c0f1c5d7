"""Inputs of all kinds -> Reports: files, folders, standard input; plain text, HTML, JSON Lines.

Nothing is lost: an input that cannot be read gives a Failure in its place, with stage, reason, file and line.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

from dragoman.errors import SourceError
from dragoman.record import FailedReport, Failure, Problem, Report
from dragoman.sources.html import read_html
from dragoman.sources.tables import read_json_lines
from dragoman.sources.text import decode, refuse_binary

Input = Literal["auto", "text", "html", "jsonl"]
INPUT_BY_SUFFIX: dict[str, Input] = {
    ".txt": "text", ".text": "text", ".md": "text", ".html": "html", ".htm": "html", ".xhtml": "html", ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}  # fmt: skip
LARGEST = 64 * 1024 * 1024  # bytes of one file; JSON Lines are read line by line and may be longer


def read(
    places: Iterable[str], kind: Input = "auto", published: str | None = None, encoding: str | None = None
) -> Iterator[Report | Failure]:
    """The reports of files, folders and "-" (standard input), in order; `published` holds where a report gives none."""
    for place in places:
        for name, sort in expand(place, kind):
            for found in read_one(name, sort, encoding):
                dated = isinstance(found, Report) and found.published is None and published
                yield found.model_copy(update={"published": published}) if isinstance(found, Report) and dated else found


def expand(place: str, kind: Input) -> Iterator[tuple[str, Input]]:
    """The files of a place with their kinds: of a folder all that can be read, in the order of their names."""
    path = Path(place)
    if place != "-" and path.is_dir():
        for file in sorted(path.rglob("*")):
            if file.suffix.lower() in INPUT_BY_SUFFIX and file.is_file():
                yield str(file), INPUT_BY_SUFFIX[file.suffix.lower()]
        return
    suffix = INPUT_BY_SUFFIX.get(path.suffix.lower(), "text")
    yield place, (suffix if place != "-" else "text") if kind == "auto" else kind


def read_one(name: str, kind: Input, encoding: str | None) -> Iterator[Report | Failure]:
    """The reports of one file, or the failure to read it."""
    try:
        if kind == "jsonl":
            yield from read_json_lines(name)
            return
        raw = load(name)
        yield read_html(raw, name) if kind == "html" else read_text(raw, name, encoding)
    except SourceError as error:
        yield failure(name, error)


def read_text(raw: bytes, name: str, encoding: str | None) -> Report:
    refuse_binary(raw, name)
    text = decode(raw, name, encoding)
    if not text.strip():
        raise SourceError("the file is empty", name)
    return Report(id=name, text=text, language="en")


def load(name: str) -> bytes:
    """The bytes of a file or of standard input; what is too large to be a report is refused."""
    try:
        raw = sys.stdin.buffer.read(LARGEST + 1) if name == "-" else read_bytes(Path(name))
    except OSError as error:
        raise SourceError(error.strerror or str(error), name) from error
    if len(raw) > LARGEST:
        raise SourceError(f"larger than {LARGEST // 1024 // 1024} MB", name)
    return raw


def read_bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def failure(id: str, error: SourceError) -> Failure:
    return Failure(report=FailedReport(id=id), error=Problem(stage=error.stage, reason=error.what, where=error.where or None))
