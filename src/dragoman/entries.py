"""The entries of the lexicons: what each kind holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from dragoman.patterns import Pattern, parse_pattern
from dragoman.record import Channel, Measure, Realis, Says, SituationKind, Stance

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


def make_frame(raw: Mapping[str, Any]) -> Frame:
    """A frame out of its plain values; what becomes of its content follows from its type unless stated."""
    entry: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in raw.items()}
    entry["patterns"] = tuple(parse_pattern(pattern) for pattern in raw.get("patterns") or ())
    entry.setdefault("content", CONTENT_BY_TYPE.get(str(raw.get("type")), "none"))
    return Frame(**{key: value for key, value in entry.items() if value is not None})
