"""The curated names of places, indexed: states with their capitals and adjectives, and the supplement to the cities.

Takes rows of `states.csv`, `places.csv` and the lines of `not_places.txt`; gives one frozen index by folded name.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from dragoman.record import PlacePrecision
from dragoman.referents.folding import fold_name
from dragoman.referents.placephrases import bare

Row = Mapping[str, str]
T = TypeVar("T")
Maker = Callable[[Row], "Candidate"]

STATE = 1e12  # weight: a state outweighs whatever shares its name
SUPPLEMENT = (
    3e6  # weight: the curated places outweigh all but the greatest cities, and large towns of the story's countries
)
SHORT = 5  # letters: names in capitals up to this length (US, UK, DRC) must be written so
PRECISIONS: dict[str, PlacePrecision] = {"point": "point", "place": "place", "region": "region"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """One bearer of a name. `code` is a state's or authority's own, `region` the first-level region of a place."""

    name: str
    country: str | None
    precision: PlacePrecision
    weight: float
    lat: float | None = None
    lon: float | None = None
    code: str = ""
    region: str = ""
    curated: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """Words that are more often no place: `guarded` but in a story about its country, `small` in small letters."""

    guarded: frozenset[str]
    small: frozenset[str]


@dataclass(frozen=True, slots=True)
class Names:
    """Everything curated, by folded name; `capitals` has the codes of a capital's name, `capital_names` the reverse."""

    named: Mapping[str, tuple[Candidate, ...]]
    adjectives: Mapping[str, str]
    capitals: Mapping[str, tuple[str, ...]]
    capital_names: Mapping[str, tuple[str, ...]]
    written_large: Collection[str]


def index_names(states: Iterable[Row], supplement: Iterable[Row]) -> Names:
    """The index; of homonyms the supplement's come first."""
    states, supplement = list(states), list(supplement)
    pairs = [*entries(supplement, make_place), *entries(states, make_state)]
    seats = [row for row in states if seat(row)]
    return Names(
        group((fold_name(bare(name)), entry) for name, entry in pairs),
        {fold_name(word): seat(row) for row in seats for word in values(row["adjectives"])},
        group((fold_name(bare(name)), seat(row)) for row in seats for name in values(row["capitals"])),
        {row["code"]: values(row["capitals"]) for row in states},
        frozenset(fold_name(name) for name, _ in pairs if name.isupper() and len(fold_name(name)) <= SHORT),
    )


def group(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    """Values by key, in the order given."""
    grouped: dict[str, tuple[T, ...]] = {}
    for key, value in pairs:
        grouped[key] = (*grouped.get(key, ()), value)
    return grouped


def entries(rows: Iterable[Row], make: Maker) -> Iterator[tuple[str, Candidate]]:
    """Every name of every row, with what it names."""
    for row in rows:
        entry = make(row)
        for name in (row["name"], *values(row["names"])):
            yield name, entry


def make_place(row: Row) -> Candidate:
    """From a row of the supplement."""
    lat, lon = (float(row[axis]) if row[axis] else None for axis in ("lat", "lon"))
    precision = PRECISIONS[row["precision"]]
    return Candidate(row["name"], row["country"] or None, precision, SUPPLEMENT, lat, lon, curated=True)


def make_state(row: Row) -> Candidate:
    """An authority is a region of the state that claims it; a former state has no country of today."""
    if row["kind"] == "authority":
        return Candidate(row["name"], seat(row), "region", SUPPLEMENT, code=row["code"], curated=True)
    return Candidate(row["name"], seat(row) or None, "country", STATE, code=row["code"])


def seat(row: Row) -> str:
    """The code of the state in which a gazetteer puts it; none for former states."""
    if row["kind"] == "former":
        return ""
    return row["claimed_by"] if row["kind"] == "authority" else row["code"]


def values(cell: str) -> tuple[str, ...]:
    """Of a cell that holds several."""
    return tuple(value for value in cell.split("|") if value)


def index_words(text: str) -> Words:
    """Lines of `not_places.txt`: in small letters guarded everywhere, with a capital only where written small."""
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    guarded = frozenset(line for line in lines if line.islower())
    return Words(guarded, frozenset(line.lower() for line in lines))
