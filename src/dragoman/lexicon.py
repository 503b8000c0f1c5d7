"""The lexicons as frozen tables: what dragoman knows of the world and of the language of reports.

Reads the folder that ships with the package and, on top of it, a user's own. Every fault is a LexiconError that names file,
entry and remedy. YAML is slow to read, so what is read is kept in a compiled file that is only used while its digest fits.
"""

import csv
import hashlib
import json
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar

from dragoman.entries import (
    LISTS,
    RENAMED,
    SINGLE_LISTS,
    TABLES,
    WORD_LISTS,
    Dispute,
    Frame,
    FrameList,
    Instrument,
    Office,
    Organisation,
    People,
    Role,
    State,
    make_frame,
)  # fmt: skip
from dragoman.errors import LexiconError
from dragoman.faults import frame_faults, table_faults, word_list_faults
from dragoman.layers import put_on_top
from dragoman.patterns import Pattern

COMPILED = "compiled.json"
Row = TypeVar("Row", State, People, Office, Organisation, Role, Dispute, Instrument)


class Trigger:
    """The patterns that one word sets off, by the first set of words of which they need one: most are ruled out by the words
    of a sentence before they are looked at."""

    def __init__(self, entries: Sequence[tuple[Frame, Pattern]]) -> None:
        self.entries = entries
        self.always = tuple(n for n, (_, pattern) in enumerate(entries) if not pattern.needed)
        self.by_word: dict[str, list[int]] = {}
        for n, (_, pattern) in enumerate(entries):
            for word in pattern.needed[0] if pattern.needed else ():
                self.by_word.setdefault(word, []).append(n)

    def candidates(self, present: Mapping[str, None]) -> Iterator[tuple[Frame, Pattern]]:
        """The patterns whose words are among those present, in the order of the lexicon."""
        found = set(self.always)
        for word in present:
            found.update(self.by_word.get(word, ()))
        for n in sorted(found):
            entry = self.entries[n]
            if all(not words.isdisjoint(present) for words in entry[1].needed[1:]):
                yield entry


@dataclass(frozen=True)
class Lexicon:
    """All tables together. `digest` tells one state of the lexicons from another."""

    states: tuple[State, ...]
    peoples: tuple[People, ...]
    offices: tuple[Office, ...]
    organisations: tuple[Organisation, ...]
    roles: tuple[Role, ...]
    disputes: tuple[Dispute, ...]
    instruments: tuple[Instrument, ...]
    frames: tuple[Frame, ...]
    contexts: Mapping[str, tuple[str, ...]]
    framing: Mapping[str, tuple[str, ...]]
    naming: Mapping[str, tuple[str, ...]]
    nouns: Mapping[str, tuple[str, ...]]
    digest: str = ""

    @cached_property
    def triggers(self) -> Mapping[str, Trigger]:
        """The patterns by the word that sets them off."""
        found: dict[str, list[tuple[Frame, Pattern]]] = {}
        for frame in self.frames:
            for pattern in frame.patterns:
                for word in dict.fromkeys(pattern.trigger.heads):
                    found.setdefault(word, []).append((frame, pattern))
        return {word: Trigger(entries) for word, entries in found.items()}

    @cached_property
    def hyphenated(self) -> frozenset[str]:
        """The words with hyphens that patterns ask for."""
        needed = (words for frame in self.frames for pattern in frame.patterns for words in pattern.needed)
        return frozenset(word for words in needed for word in words if "-" in word)

    @cached_property
    def contexts_by_word(self) -> Mapping[str, tuple[str, ...]]:
        """The contexts that a word shows."""
        found: dict[str, tuple[str, ...]] = {}
        for context, words in self.contexts.items():
            for word in words:
                found[word] = (*found.get(word, ()), context)
        return found

    @cached_property
    def roles_by_noun(self) -> Mapping[str, Role]:
        """Role nouns by their spellings, plurals included."""
        plurals = {role.plural or regular_plural(role.noun): role for role in self.roles}
        return plurals | {role.noun: role for role in self.roles}

    @cached_property
    def speech_verbs(self) -> frozenset[str]:
        """The verbs of the frames of speech."""
        patterns = (pattern for frame in self.frames if frame.list == "speech" for pattern in frame.patterns)
        return frozenset(word for pattern in patterns if pattern.form == "verb" for word in pattern.trigger.heads)


def regular_plural(noun: str) -> str:
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else noun + "s"


def shipped_folder() -> Path:
    return Path(str(resources.files("dragoman") / "lexicons"))


def load_lexicon(*folders: Path) -> Lexicon:
    """The shipped lexicons, and those of the given folders added to them."""
    parts = [load_raw(folder) for folder in (shipped_folder(), *folders)]
    return build(parts)


def load_raw(folder: Path) -> dict[str, Any]:
    """The entries of a folder as plain values, from the compiled file where it is up to date."""
    if not folder.is_dir():
        raise LexiconError("no such folder of lexicons", str(folder))
    digest = digest_of(folder)
    for place in (folder / COMPILED, cache_file(digest)):
        raw = read_compiled(place, digest)
        if raw is not None:
            return raw
    raw = read_folder(folder) | {"digest": digest}
    keep(raw, cache_file(digest))
    return raw


def digest_of(folder: Path) -> str:
    """SHA-256 over the names and contents of the lexicon files, and over the form that they are compiled to."""
    form = [(name, [field.name for field in fields(kind)]) for name, kind in TABLES.items()]
    digest = hashlib.sha256(repr((form, SINGLE_LISTS, WORD_LISTS)).encode())
    for file in lexicon_files(folder):
        digest.update(str(file.relative_to(folder)).encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def lexicon_files(folder: Path) -> list[Path]:
    wanted = {f"{name}.csv" for name in TABLES} | {f"{name}.yaml" for name in (*SINGLE_LISTS, *WORD_LISTS)}
    return sorted(file for file in folder.glob("*") if file.name in wanted) + sorted(folder.glob("frames/*.yaml"))


def cache_file(digest: str) -> Path:
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "dragoman" / f"lexicons-{digest[:16]}.json"


def read_compiled(file: Path, digest: str) -> dict[str, Any] | None:
    try:
        raw: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return raw if isinstance(raw, dict) and raw.get("digest") == digest else None


def keep(raw: Mapping[str, Any], file: Path) -> None:
    """Write the compiled form; a read-only cache is no reason to fail."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(f".{os.getpid()}")
        part.write_text(json.dumps(raw, ensure_ascii=False), encoding="utf-8")
        part.replace(file)
    except OSError:
        return


def read_folder(folder: Path) -> dict[str, Any]:
    """The entries of the folder's files as plain values. The first fault is raised."""
    codes, seen = state_codes(folder), set[str]()
    raw: dict[str, Any] = {name: checked_table(folder / f"{name}.csv", kind, codes) for name, kind in TABLES.items()}
    raw["frames"] = [
        {"list": name, **entry} for file, name in frame_files(folder) for entry in checked_frames(file, name, seen)
    ]
    for name in WORD_LISTS:
        raw[name] = checked_words(folder / f"{name}.yaml")
    return raw


def state_codes(folder: Path) -> frozenset[str]:
    """The codes of the states that a folder may speak of: the shipped ones, and its own."""
    rows = (row for place in (shipped_folder(), folder) for row in read_table(place / "states.csv", State))
    return frozenset(row[0] for row in rows)


def frame_files(folder: Path) -> list[tuple[Path, FrameList]]:
    """The files of frames, each with what its frames state."""
    events: list[tuple[Path, FrameList]] = [(file, "events") for file in sorted(folder.glob("frames/*.yaml"))]
    return events + [(folder / f"{single}.yaml", single) for single in SINGLE_LISTS]


def checked_table(file: Path, kind: type, codes: Collection[str]) -> list[list[Any]]:
    rows = read_table(file, kind)
    refuse(table_faults(file, rows, kind, codes))
    return rows


def checked_frames(file: Path, name: FrameList, seen: set[str]) -> list[dict[str, Any]]:
    entries = read_yaml(file) or []
    refuse(frame_faults(file, entries, name, seen))
    return list(entries)


def checked_words(file: Path) -> dict[str, list[str]]:
    """The lists of words of a file by their names."""
    lists = read_yaml(file) or {}
    refuse(word_list_faults(file, lists))
    return {key: entry["words"] for key, entry in lists.items()}


def refuse(faults: Iterable[LexiconError]) -> None:
    for fault in faults:
        raise fault


def read_table(file: Path, kind: type) -> list[list[Any]]:
    """The rows of a CSV file in the order of the table's fields; cells of lists are split at "|"."""
    if not file.exists():
        return []
    columns = [RENAMED.get(field.name, field.name) for field in fields(kind)]
    with file.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        unknown = set(header(reader, file)) ^ set(columns)
        if unknown:
            raise LexiconError(
                f"columns {', '.join(sorted(unknown))}", str(file), f"the columns are {','.join(columns)}"
            )
        try:
            return [[cell(row, column) for column in columns] for row in reader]
        except UnicodeDecodeError as error:
            raise LexiconError(f"is not UTF-8 text: {error}", str(file)) from error
        except ValueError as error:
            raise LexiconError(str(error), f"{file}, line {reader.line_num}") from error


def header(reader: "csv.DictReader[str]", file: Path) -> Sequence[str]:
    try:
        return reader.fieldnames or ()
    except UnicodeDecodeError as error:
        raise LexiconError(f"is not UTF-8 text: {error}", str(file)) from error


def cell(row: Mapping[str, str | None], column: str) -> Any:
    if None in row:
        raise ValueError("more cells than columns")
    value = (row[column] or "").strip()
    return [part.strip() for part in value.split("|") if part.strip()] if column in LISTS else value


def read_yaml(file: Path) -> Any:
    if not file.exists():
        return None
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(file.read_text(encoding="utf-8"), loader)
    except yaml.YAMLError as error:
        raise LexiconError(f"is not YAML: {error}", str(file)) from error
    except UnicodeDecodeError as error:
        raise LexiconError(f"is not UTF-8 text: {error}", str(file)) from error


def make_rows(parts: list[dict[str, Any]], name: str, kind: Callable[..., Row]) -> tuple[Row, ...]:
    """The rows of all parts, those of the later ones on top of the earlier."""
    rows: list[Row] = []
    for part in parts:
        new = [kind(*(tuple(value) if isinstance(value, list) else value for value in row)) for row in part[name]]
        rows = put_on_top(rows, new) if rows and new else rows + new
    return tuple(rows)


def build(parts: list[dict[str, Any]]) -> Lexicon:
    """One lexicon out of several folders' entries; a frame of a later folder replaces that of the same id."""
    frames = {raw["id"]: raw for part in parts for raw in part["frames"]}
    return Lexicon(
        states=make_rows(parts, "states", State),
        peoples=make_rows(parts, "peoples", People),
        offices=make_rows(parts, "offices", Office),
        organisations=make_rows(parts, "organisations", Organisation),
        roles=make_rows(parts, "roles", Role),
        disputes=make_rows(parts, "disputes", Dispute),
        instruments=make_rows(parts, "instruments", Instrument),
        frames=tuple(make_frame(raw) for raw in frames.values()),
        **{name: merge_words(part[name] for part in parts) for name in WORD_LISTS},
        digest=hashlib.sha256("".join(part["digest"] for part in parts).encode()).hexdigest(),
    )


def merge_words(parts: Iterable[Mapping[str, list[str]]]) -> dict[str, tuple[str, ...]]:
    merged: dict[str, tuple[str, ...]] = {}
    for part in parts:
        for key, words in part.items():
            merged[key] = merged.get(key, ()) + tuple(words)
    return merged
