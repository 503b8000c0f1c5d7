"""A folder of lexicons -> its faults, a line each, every one with file and entry. Nothing is refused here, all is named."""

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args

from dragoman.errors import LexiconError
from dragoman.lexicon import (
    SINGLE_LISTS,
    TABLES,
    WORD_LISTS,
    FrameList,
    frame_faults,
    lexicon_files,
    read_table,
    read_yaml,
)
from dragoman.record import Sector


def check_folder(folder: Path) -> list[str]:
    """Every fault of a folder's lexicons, a line each; an empty list where all is well."""
    faults: list[str] = []
    for file in lexicon_files(folder):
        try:
            faults += check_file(file)
        except LexiconError as error:
            faults.append(str(error))
    return faults


def check_file(file: Path) -> Iterator[str]:
    if file.suffix == ".csv":
        for n, row in enumerate(read_table(file, TABLES[file.stem]), 2):
            yield from (f"{file}, line {n}: {fault}" for fault in row_faults(row, TABLES[file.stem]))
        return
    if file.stem in WORD_LISTS:
        read_yaml(file)
        return
    name: FrameList = file.stem if file.stem in SINGLE_LISTS else "events"
    seen: set[str] = set()
    for entry in read_yaml(file) or []:
        yield from (f"{file}, entry {entry.get('id')}: {fault}" for fault in frame_faults(entry, name))
        if entry.get("id") in seen:
            yield f"{file}, entry {entry['id']}: the id is given twice"
        seen.add(entry.get("id"))


def row_faults(row: list[Any], kind: type) -> Iterator[str]:
    """What is wrong with a row of a table."""
    values = dict(zip((field.name for field in fields(kind)), row, strict=True))
    if not row[0]:
        yield f"the {fields(kind)[0].name} is missing"
    if values.get("sector") and values["sector"] not in get_args(Sector):
        yield f"unknown sector {values['sector']!r}"
    if values.get("since") and values.get("until") and values["since"][:4] > values["until"][:4]:
        yield f"ends ({values['until']}) before it begins ({values['since']})"
