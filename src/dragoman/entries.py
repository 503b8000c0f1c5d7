"""The entries of the lexicons: what each kind holds, and what is wrong with one."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal, get_args

from dragoman.patterns import Pattern, parse_pattern
from dragoman.record import MODES, Channel, Context, EventType, Measure, Realis, Says, Sector, SituationKind, Stance

Content = Literal["planned", "hypothetical", "actual", "none"]
FrameList = Literal["events", "positions", "situations", "tolls", "speech"]
CONTENT_BY_TYPE: dict[str, Content] = {
    "AGREE": "planned", "THREATEN": "hypothetical", "ACCUSE": "actual", "REQUEST": "none", "REJECT": "none",
    "PROTEST": "none",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class State:
    """A state, territory, unrecognised authority or former state."""

    code: str
    kind: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    seats: tuple[str, ...]
    claimed_by: str
    since: str
    until: str


@dataclass(frozen=True, slots=True)
class People:
    """A people or community without a state named after it; `country` only where it lives in one."""

    name: str
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    country: str


@dataclass(frozen=True, slots=True)
class Office:
    """A person in an office, for its term."""

    name: str
    names: tuple[str, ...]
    country: str
    role: str
    sector: str
    since: str
    until: str


@dataclass(frozen=True, slots=True)
class Organisation:
    name: str
    names: tuple[str, ...]
    country: str
    sector: str
    since: str
    until: str


@dataclass(frozen=True, slots=True)
class Role:
    """A noun for persons or bodies."""

    noun: str
    plural: str
    sector: str
    kind: str
    office: str


@dataclass(frozen=True, slots=True)
class Dispute:
    name: str
    names: tuple[str, ...]
    parties: tuple[str, ...]
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Instrument:
    name: str
    names: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Frame:
    """A meaning, its code and the patterns that express it."""

    id: str
    list: FrameList
    patterns: tuple[Pattern, ...]
    examples: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    hard: tuple[str, ...] = ()
    meaning: str = ""
    type: str | None = None
    mode: str | None = None
    cameo: str | None = None
    contexts: tuple[str, ...] = ()
    joint: bool = False
    content: Content = "none"
    realis: Realis | None = None
    stance: Stance | None = None
    kind: SituationKind | None = None
    holds: bool = True
    measure: Measure | None = None
    says: Says | None = None
    channel: Channel | None = None


LISTS = ("names", "adjectives", "people", "capitals", "seats", "parties", "places")
RENAMED = {"since": "from"}  # `from` is a word of Python's
TABLES: dict[str, type] = {
    "states": State, "peoples": People, "offices": Office, "organisations": Organisation, "roles": Role, "disputes": Dispute,
    "instruments": Instrument,
}  # fmt: skip
SINGLE_LISTS: tuple[FrameList, ...] = ("positions", "situations", "tolls", "speech")
WORD_LISTS = ("contexts", "framing", "naming", "nouns")
ALLOWED: dict[str, tuple[str, ...]] = {
    "type": (*get_args(EventType), "none"), "stance": get_args(Stance), "kind": get_args(SituationKind),
    "measure": get_args(Measure), "says": get_args(Says), "channel": get_args(Channel), "content": get_args(Content),
    "realis": get_args(Realis),
}  # fmt: skip
NEEDED: dict[FrameList, str] = {
    "events": "type", "positions": "stance", "situations": "kind", "tolls": "measure", "speech": "says"
}  # fmt: skip
KINDS_OF_ROWS: dict[type, tuple[str, ...]] = {
    State: ("state", "territory", "authority", "former"),
    Role: ("person", "group", "organisation"),
    Instrument: ("resolution", "treaty", "accord", "body of law", "forum"),
}
DAY = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
CAMEO = re.compile(r"(?:0[1-9]|1\d|20)\d{1,2}")


def frame_faults(entry: Any, name: FrameList) -> Iterator[str]:
    """What is wrong with an entry, in words."""
    if not isinstance(entry, dict) or not isinstance(entry.get("id"), str):
        yield "an entry needs an id"
        return
    unknown = set(entry) - {field.name for field in fields(Frame)} - {"list"}
    if unknown:
        yield f"unknown key {', '.join(sorted(map(str, unknown)))}"
    if NEEDED[name] not in entry:
        yield f"needs {NEEDED[name]}"
    for key, values in ALLOWED.items():
        if entry.get(key) is not None and entry[key] not in values:
            yield f"{key}: {entry[key]!r} is none of {', '.join(values)}"
    contexts = entry.get("contexts") or ()
    if not isinstance(contexts, list | tuple) or set(map(str, contexts)) - set(get_args(Context)):
        yield f"unknown context in {contexts}"
    yield from (
        f"{key}: {entry[key]!r} is neither true nor false"
        for key in ("joint", "holds")
        if not isinstance(entry.get(key, True), bool)
    )
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


def code_faults(entry: Mapping[str, Any]) -> Iterator[str]:
    """A mode that the type does not have, a CAMEO code that is none."""
    mode, kind, cameo = entry.get("mode"), entry.get("type"), entry.get("cameo")
    if mode is not None and mode not in MODES.get(str(kind), ()):
        yield f"mode: {mode!r} is no mode of {kind}"
    if cameo is not None and not (isinstance(cameo, str) and CAMEO.fullmatch(cameo)):
        yield f"cameo: {cameo!r} is no CAMEO code (in quotes)"


def word_list_faults(lists: Any, name: str = "") -> Iterator[str]:
    """What is wrong with a file of named word lists."""
    if not isinstance(lists, dict):
        yield "is not a mapping of names to lists"
        return
    for key, entry in lists.items():
        if name == "contexts" and key not in get_args(Context):
            yield f"{key}: is no PLOVER context"
        words = entry.get("words") if isinstance(entry, dict) else None
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            yield f"{key}: needs `words`, a list of words"


def row_faults(row: list[Any], kind: type) -> Iterator[str]:
    """What is wrong with a row of a table."""
    values = dict(zip((field.name for field in fields(kind)), row, strict=True))
    if not row[0]:
        yield f"the {fields(kind)[0].name} is missing"
    if values.get("sector") and values["sector"] not in get_args(Sector):
        yield f"unknown sector {values['sector']!r}"
    if kind in KINDS_OF_ROWS and values["kind"] not in KINDS_OF_ROWS[kind]:
        yield f"unknown kind {values['kind']!r}"
    since, until = values.get("since") or "", values.get("until") or ""
    yield from (f"{day!r} is no ISO day, month or year" for day in (since, until) if day and not DAY.fullmatch(day))
    common = min(len(since), len(until))
    if common and since[:common] > until[:common]:
        yield f"ends ({until}) before it begins ({since})"


def make_frame(raw: Mapping[str, Any]) -> Frame:
    """A frame out of its plain values; what becomes of its content follows from its type unless stated."""
    entry: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in raw.items()}
    entry["patterns"] = tuple(parse_pattern(pattern) for pattern in raw.get("patterns") or ())
    entry.setdefault("content", CONTENT_BY_TYPE.get(str(raw.get("type")), "none"))
    return Frame(**{key: value for key, value in entry.items() if value is not None})
