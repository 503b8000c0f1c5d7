"""Inputs of all kinds -> Reports: files, folders, standard input; plain text, HTML, JSON Lines.

Nothing is lost: an input that cannot be read gives a Failure in its place, with stage, reason, file and line.
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO, Literal

from dragoman.errors import SourceError
from dragoman.record import Failure, Report
from dragoman.sources.failures import failure
from dragoman.sources.html import read_html
from dragoman.sources.tables import read_json_lines
from dragoman.sources.text import LARGEST, shown, text_of

Input = Literal["auto", "text", "html", "jsonl"]
Found = Report | Failure
INPUT_BY_SUFFIX: dict[str, Input] = {
    ".txt": "text", ".text": "text", ".md": "text", ".html": "html", ".htm": "html", ".xhtml": "html", ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}  # fmt: skip


def read(
    places: Iterable[str], kind: Input = "auto", published: str | None = None, encoding: str | None = None
) -> Iterator[Found]:
    """The reports of files, folders and "-" (standard input), in order; `published` holds where a report gives none."""
    return (found for _, found in read_located(places, kind, published, encoding))


def read_located(
    places: Iterable[str],
    kind: Input = "auto",
    published: str | None = None,
    encoding: str | None = None,
    leave_out: str | None = None,
) -> Iterator[tuple[str, Found]]:
    """As `read`, each report with its file and line; folders are read without the file `leave_out`."""
    for place in places:
        for name, sort in expand(place, kind, leave_out):
            found_there = [(shown(name), sort)] if isinstance(sort, Failure) else read_one(name, sort, encoding)
            for where, found in found_there:
                if isinstance(found, Report) and found.published is None and published:
                    found = found.model_copy(update={"published": published})
                yield where, found


def expand(place: str, kind: Input, leave_out: str | None) -> Iterator[tuple[str, Input | Failure]]:
    """The files of a place with their kinds, or why it holds none."""
    path = Path(place)
    if place != "-" and holds(path.is_dir):
        yield from files_of(path, kind, Path(leave_out) if leave_out else None)
        return
    suffix = INPUT_BY_SUFFIX.get(path.suffix.lower(), "text")
    yield place, (suffix if place != "-" else "text") if kind == "auto" else kind


def files_of(folder: Path, kind: Input, leave_out: Path | None) -> Iterator[tuple[str, Input | Failure]]:
    """All that can be read in a folder and below, in the order of the names; hidden files are left out."""
    faults: list[OSError] = []
    files: dict[Path, Input | Failure] = {}
    for top, below, names in os.walk(folder, onerror=faults.append):
        below[:] = [name for name in below if not name.startswith(".")]
        for file in (Path(top, name) for name in names if not name.startswith(".")):
            sort = INPUT_BY_SUFFIX.get(file.suffix.lower())
            if sort and is_wanted(file, leave_out):
                files[file] = sort if kind == "auto" else kind
    for fault in faults:
        closed = Path(fault.filename)
        files[closed] = failure(shown(str(closed)), SourceError(fault.strerror or str(fault)))
    if not files:
        reason = f"the folder holds no reports ({' '.join(INPUT_BY_SUFFIX)})"
        files[folder] = failure(shown(str(folder)), SourceError(reason))
    yield from ((str(file), files[file]) for file in sorted(files))


def is_wanted(file: Path, leave_out: Path | None) -> bool:
    """Is a file of a folder to be read? Pipes and devices are not; links that lead nowhere are, to be reported."""
    if leave_out and holds(lambda: leave_out.samefile(file)):
        return False
    return holds(file.is_file) or not holds(file.exists)


def holds(test: Callable[[], bool]) -> bool:
    """Does a test of a path hold? A path that may not be looked at fails it; reading will say why."""
    try:
        return test()
    except OSError:
        return False


def read_one(name: str, kind: Input, encoding: str | None) -> Iterator[tuple[str, Found]]:
    """The reports of one file with their places, or the failure to read it."""
    label = shown(name)
    where = "standard input" if name == "-" else label
    try:
        with opened(name) as file:
            if kind == "jsonl":
                yield from read_json_lines(file, label, where, encoding)
            else:
                raw = load(file)
                yield where, read_html(raw, label, encoding) if kind == "html" else read_text(raw, label, encoding)
    except SourceError as error:
        yield where, failure(label, error, where)
    except OSError as error:
        yield where, failure(label, SourceError(error.strerror or str(error)), where)


def opened(name: str) -> AbstractContextManager[BinaryIO]:
    """The bytes of a file or of standard input."""
    return nullcontext(sys.stdin.buffer) if name == "-" else Path(name).open("rb")


def load(file: BinaryIO) -> bytes:
    """All bytes of a file; what is too large to be a report is refused."""
    raw = file.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise SourceError(f"larger than {LARGEST // 1024 // 1024} MB")
    return raw


def read_text(raw: bytes, id: str, encoding: str | None = None) -> Report:
    text = text_of(raw, encoding)
    if not text.strip():
        raise SourceError("is empty")
    return Report(id=id, text=text, language="en")
