"""A folder of lexicons -> its faults, every one with file, entry and remedy. Nothing is refused here, all is named."""

from collections.abc import Collection, Iterator
from pathlib import Path

from dragoman.entries import TABLES, WORD_LISTS
from dragoman.errors import LexiconError
from dragoman.faults import frame_faults, table_faults, word_list_faults
from dragoman.lexicon import frame_files, lexicon_files, read_table, read_yaml, shipped_folder, state_codes

NOT_OURS = frozenset({"places.csv", "gazetteer.tsv", "not_places.txt", "compiled.json"})  # read by the gazetteer


def check_folder(folder: Path) -> list[LexiconError]:
    """Every fault of a folder's lexicons, not raised; an empty list where all is well."""
    known = lexicon_files(folder)
    faults = [
        LexiconError("no lexicon has this name", str(file), "see docs/lexicons.md")
        for file in sorted(folder.glob("*.*"))
        if file.suffix in (".csv", ".yaml", ".yml") and file not in known and file.name not in NOT_OURS
    ]
    codes, seen = known_codes(folder), set[str]()
    frames = dict(frame_files(folder))
    for file in known:
        try:
            if file in frames:
                faults += frame_faults(file, read_yaml(file) or [], frames[file], seen)
            else:
                faults += check_file(file, codes)
        except LexiconError as error:
            faults.append(error)
    return faults


def check_file(file: Path, codes: Collection[str]) -> Iterator[LexiconError]:
    """The faults of a table or of a file of word lists."""
    if file.stem in WORD_LISTS:
        yield from word_list_faults(file, read_yaml(file) or {})
    else:
        yield from table_faults(file, read_table(file, TABLES[file.stem]), TABLES[file.stem], codes)


def known_codes(folder: Path) -> frozenset[str]:
    """The codes of states; of a folder whose own states cannot be read the shipped ones."""
    try:
        return state_codes(folder)
    except LexiconError:
        return state_codes(shipped_folder())
