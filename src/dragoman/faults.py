"""What is wrong with the entries of a lexicon's file: every fault with file, entry and remedy, as an error not yet raised."""

import re
from calendar import monthrange
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import fields
from itertools import combinations
from pathlib import Path
from typing import Any, get_args

from dragoman.entries import Content, Frame, FrameList, Instrument, Office, Role, State
from dragoman.errors import LexiconError
from dragoman.patterns import parse_pattern
from dragoman.record import MODES, Channel, Context, EventType, Measure, Realis, Says, Sector, SituationKind, Stance

FORMS = "see docs/lexicons.md"
ALLOWED: dict[str, tuple[str, ...]] = {
    "type": (*get_args(EventType), "none"), "stance": get_args(Stance), "kind": get_args(SituationKind),
    "measure": get_args(Measure), "says": get_args(Says), "channel": get_args(Channel),
    "content": get_args(Content), "realis": get_args(Realis),
}  # fmt: skip
NEEDED: dict[FrameList, str] = {
    "events": "type", "positions": "stance", "situations": "kind", "tolls": "measure", "speech": "says"
}  # fmt: skip
KINDS_OF_ROWS: dict[type, tuple[str, ...]] = {
    State: ("state", "territory", "authority", "former"),
    Role: ("person", "group", "organisation"),
    Instrument: ("resolution", "treaty", "accord", "body of law", "forum"),
}
SAME = ("code", "name", "noun", "country", "role", "since")  # two rows that agree in all of these are one
CODED = ("country", "claimed_by", "parties")  # fields of states' codes
ONE_PERSON = (
    "president",
    "prime minister",
    "foreign minister",
    "defence minister",
    "king",
    "emir",
    "sultan",
    "chancellor",
)
TERM = ("since", "until")
DAY = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
CAMEO = re.compile(r"(?:0[1-9]|1\d|20)\d{1,2}")


# ---- frames and word lists
def frame_faults(file: Path, entries: Any, name: FrameList, seen: set[str]) -> Iterator[LexiconError]:
    """The faults of a file of frames; `seen` holds the ids of the files before and takes those of this one."""
    if not isinstance(entries, list):
        yield LexiconError("is not a list of entries", str(file), FORMS)
        return
    for n, entry in enumerate(entries, 1):
        id = str(entry.get("id", n)) if isinstance(entry, dict) else str(n)
        where = f"{file}, entry {id}"
        yield from (LexiconError(fault, where, FORMS) for fault in entry_faults(entry, name))
        if id in seen:
            yield LexiconError("the id is given twice", where, "give one of the two another id")
        seen.add(id)


def entry_faults(entry: Any, name: FrameList) -> Iterator[str]:
    """What is wrong with a frame, in words."""
    if not isinstance(entry, dict) or not isinstance(entry.get("id"), str):
        yield "an entry needs an id"
        return
    unknown = set(entry) - {field.name for field in fields(Frame)} - {"list"}
    if unknown:
        yield f"unknown key {', '.join(sorted(map(str, unknown)))}"
    if NEEDED[name] not in entry:
        yield f"needs {NEEDED[name]}"
    yield from value_faults(entry)
    yield from code_faults(entry)
    patterns = entry.get("patterns")
    if not isinstance(patterns, list) or not patterns:
        yield "needs patterns"
        return
    for pattern in patterns:
        try:
            parse_pattern(str(pattern))
        except ValueError as error:
            yield f"pattern {pattern!r}: {error}"


def value_faults(entry: Mapping[str, Any]) -> Iterator[str]:
    """A value that its key does not have."""
    for key, values in ALLOWED.items():
        if entry.get(key) is not None and entry[key] not in values:
            yield f"{key}: {entry[key]!r} is none of {', '.join(values)}"
    contexts = entry.get("contexts") or ()
    if not isinstance(contexts, list | tuple) or set(map(str, contexts)) - set(get_args(Context)):
        yield f"unknown context in {contexts}"
    for key in ("joint", "holds"):
        if not isinstance(entry.get(key, True), bool):
            yield f"{key}: {entry[key]!r} is neither true nor false"


def code_faults(entry: Mapping[str, Any]) -> Iterator[str]:
    """A mode that the type does not have, a CAMEO code that is none."""
    mode, kind, cameo = entry.get("mode"), entry.get("type"), entry.get("cameo")
    if mode is not None and mode not in MODES.get(str(kind), ()):
        yield f"mode: {mode!r} is no mode of {kind}"
    if cameo is not None and not (isinstance(cameo, str) and CAMEO.fullmatch(cameo)):
        yield f"cameo: {cameo!r} is no CAMEO code (in quotes)"


def word_list_faults(file: Path, lists: Any) -> Iterator[LexiconError]:
    """The faults of a file of named word lists."""
    if not isinstance(lists, dict):
        yield LexiconError("is not a mapping of names to lists", str(file), FORMS)
        return
    for key, entry in lists.items():
        if file.stem == "contexts" and key not in get_args(Context):
            yield LexiconError(f"{key}: is no PLOVER context", str(file), FORMS)
        words = entry.get("words") if isinstance(entry, dict) else None
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            yield LexiconError(f"{key}: needs `words`, a list of words", str(file), FORMS)


# ---- tables
def table_faults(
    file: Path, rows: Sequence[Sequence[Any]], kind: type, codes: Collection[str]
) -> Iterator[LexiconError]:
    """The faults of a table, whose rows begin in the second line; `codes` are those of the states that exist."""
    names = [field.name for field in fields(kind)]
    table = [dict(zip(names, row, strict=True)) for row in rows]
    lines: dict[tuple[Any, ...], int] = {}
    for n, row in enumerate(table, 2):
        where = f"{file}, line {n}"
        for fault, remedy in row_faults(row, kind, codes):
            yield LexiconError(fault, where, remedy)
        same = tuple(row[key] for key in SAME if key in row)
        if same in lines:
            yield LexiconError(
                f"{row[names[0]]!r} is given in line {lines[same]} already", where, "keep one, with all its spellings"
            )
        lines.setdefault(same, n)
    if kind is Office:
        yield from overlaps(file, table)


def row_faults(row: Mapping[str, Any], kind: type, codes: Collection[str]) -> Iterator[tuple[str, str]]:
    """What is wrong with a row, with the remedy."""
    first = next(iter(row))
    if not row[first]:
        yield f"the {first} is missing", FORMS
    if row.get("sector") and row["sector"] not in get_args(Sector):
        yield f"unknown sector {row['sector']!r}", f"the sectors are {', '.join(get_args(Sector))}"
    if kind in KINDS_OF_ROWS and row["kind"] not in KINDS_OF_ROWS[kind]:
        yield f"unknown kind {row['kind']!r}", f"the kinds are {', '.join(KINDS_OF_ROWS[kind])}"
    for field in CODED:
        value = row.get(field) or ()
        for code in (value,) if isinstance(value, str) else value:
            if code not in codes:
                yield f"unknown code {code!r}", "an ISO 3166-1 alpha-3 code, or one of states.csv"
    yield from term_faults(row.get("since") or "", row.get("until") or "")


def term_faults(since: str, until: str) -> Iterator[tuple[str, str]]:
    for day in (since, until):
        if day and not DAY.fullmatch(day):
            yield f"{day!r} is no ISO day, month or year", "write 2013, 2013-07 or 2013-07-01"
    common = min(len(since), len(until))
    if common and since[:common] > until[:common]:
        yield f"ends ({until}) before it begins ({since})", "mend one of the two"


def overlaps(file: Path, table: Sequence[Mapping[str, Any]]) -> Iterator[LexiconError]:
    """Two persons who certainly held a one-person office of a state at a time, beyond the day of the hand-over."""
    held: defaultdict[tuple[str, str], list[tuple[int, Mapping[str, Any]]]] = defaultdict(list)
    for n, row in enumerate(table, 2):
        if row["country"] and row["role"] in ONE_PERSON and all(DAY.fullmatch(row[end] or "0000") for end in TERM):
            held[row["country"], row["role"]].append((n, row))
    for (country, role), terms in held.items():
        for (line, one), (later, other) in combinations(terms, 2):
            if one["name"] != other["name"] and overlap(one, other):
                yield LexiconError(
                    f"{other['name']} is {role} of {country} while {one['name']} (line {line}) still is", f"{file}, line {later}",
                    "end the earlier term on the day the later one begins",
                )  # fmt: skip


def overlap(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Do two terms certainly share more than a day? Of bounds cut to a month or year any day may be meant."""
    begin = max(last_day(term["since"]) if term["since"] else "" for term in (one, other))
    return begin < min(first_day(term["until"]) if term["until"] else "9999" for term in (one, other))


def first_day(day: str) -> str:
    """The first day that a day cut to a month or year may mean."""
    return day + "-01-01"[len(day) - 4 :]


def last_day(day: str) -> str:
    """The last day that a day cut to a month or year may mean."""
    if len(day) != len("2013-07"):
        return day + "-12-31"[len(day) - 4 :]
    year, month = map(int, day.split("-"))
    return f"{day}-{monthrange(year, month)[1]}"
