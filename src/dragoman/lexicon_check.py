"""A folder of lexicons -> its faults, a line each, every one with file and entry. Nothing is refused here, all is named."""

from collections.abc import Iterator
from pathlib import Path

from dragoman.entries import SINGLE_LISTS, TABLES, WORD_LISTS, FrameList, frame_faults, row_faults, word_list_faults
from dragoman.errors import LexiconError
from dragoman.lexicon import lexicon_files, read_table, read_yaml

NOT_OURS = frozenset({"places.csv", "gazetteer.tsv", "not_places.txt", "compiled.json"})  # read by the gazetteer


def check_folder(folder: Path) -> list[str]:
    """Every fault of a folder's lexicons, a line each; an empty list where all is well."""
    known = lexicon_files(folder)
    faults = [
        f"{file}: no lexicon has this name; see docs/lexicons.md"
        for file in sorted(folder.glob("*.*"))
        if file.suffix in (".csv", ".yaml", ".yml") and file not in known and file.name not in NOT_OURS
    ]
    seen: set[str] = set()
    for file in known:
        try:
            faults += check_file(file, seen)
        except LexiconError as error:
            faults.append(str(error))
    return faults


def check_file(file: Path, seen: set[str]) -> Iterator[str]:
    """The faults of one file; `seen` holds the ids of the files before."""
    if file.suffix == ".csv":
        for n, row in enumerate(read_table(file, TABLES[file.stem]), 2):
            yield from (f"{file}, line {n}: {fault}" for fault in row_faults(row, TABLES[file.stem]))
    elif file.stem in WORD_LISTS:
        yield from (f"{file}: {fault}" for fault in word_list_faults(read_yaml(file) or {}, file.stem))
    else:
        yield from check_frames(file, file.stem if file.stem in SINGLE_LISTS else "events", seen)


def check_frames(file: Path, name: FrameList, seen: set[str]) -> Iterator[str]:
    entries = read_yaml(file) or []
    if not isinstance(entries, list):
        yield f"{file}: is not a list of entries"
        return
    for n, entry in enumerate(entries, 1):
        id = str(entry.get("id", n)) if isinstance(entry, dict) else str(n)
        yield from (f"{file}, entry {id}: {fault}" for fault in frame_faults(entry, name))
        if id in seen:
            yield f"{file}, entry {id}: the id is given twice"
        seen.add(id)
