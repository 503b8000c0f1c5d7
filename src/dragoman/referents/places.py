"""Names of places resolved: "Kiev", "northern Syria", "the Iraqi city of Mosul" give a Place with country and point.

Takes the words of a report and the countries that its story is about. What no table knows is None, and so are words that
are more often something else than a place.
"""

import csv
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache, partial
from importlib import resources

from dragoman.record import Place, PlacePrecision
from dragoman.referents.folding import fold_name, strip_article, strip_kind
from dragoman.referents.nametable import NameTable
from dragoman.referents.placenames import Candidate, Names, Row, Words, index_names, index_words
from dragoman.referents.placephrases import BORDER, OF_COUNTRY, Phrase, bare, readings

IN_STORY = 100  # a town of the story's country is likelier than one of a hundred times its size elsewhere
CAPITAL = 10
BIG_REGION = 1_000_000  # people: in a story about the USA and not about the Caucasus, Georgia is the American one
BIG_REGION_IN_STORY = 1e5
MOST = 1e6  # a region's weight at most, so that curated names outweigh it
EPONYM = 50  # a region with the name of its town means the town, unless it has more than fifty times its people
REMEMBERED = 4096  # phrases whose places are kept: the same names come again and again
NESTED = 4  # phrases within phrases: "the outskirts of the Syrian city of Homs"
WELL_KNOWN = 100_000  # people: a scrap of letters (EU, Bah) means such a place, or one of the story's countries
SCRAP, CAPITALS = 3, 5  # letters of a scrap, and of a word in capitals that may be an acronym
OTHER_SPELLING = 5_000  # people: the least of a place that may be spelt otherwise than the table says
ARABIC = frozenset([
    "AFG", "ARE", "BHR", "DJI", "DZA", "EGY", "ERI", "ESH", "IRN", "IRQ", "ISR", "JOR", "KWT", "LBN", "LBY", "MAR", "MRT",
    "OMN", "PAK", "PSE", "QAT", "SAU", "SDN", "SOM", "SYR", "TCD", "TUN", "YEM",
])  # fmt: skip
ARTICLES = ("al", "el")
MARKS = " ,;:.\"'“”‘’"

Story = frozenset[str]


class Gazetteer:
    """Finds places by name. The curated tables are read once, the big one is only mapped. Threads may share it."""

    def __init__(self, table: NameTable, states: Iterable[Row], supplement: Iterable[Row], not_places: str) -> None:
        self._table = table
        self._names: Names = index_names(states, supplement)
        self._words: Words = index_words(not_places)
        self._recall = lru_cache(REMEMBERED)(self._resolve)

    @classmethod
    def open(cls) -> "Gazetteer":
        """Over the tables that ship with the package."""
        lexicons = resources.files("dragoman") / "lexicons"
        with resources.as_file(lexicons / "gazetteer.tsv") as path:
            table = NameTable.open(path)
        states, places, words = (
            (lexicons / name).read_text(encoding="utf-8") for name in ("states.csv", "places.csv", "not_places.txt")
        )
        return cls(table, csv.DictReader(states.splitlines()), csv.DictReader(places.splitlines()), words)

    def lookup(self, name: str, countries: Collection[str] = ()) -> Place | None:
        """The place that the words name; `countries` are the story's, and decide between homonyms."""
        return self._recall(bare(" ".join(name.split()).strip(MARKS)), frozenset(countries))

    def big_towns(self) -> Iterator[str]:
        """The names of places with many people, as they are written."""
        return (
            name for _, name, *_, people, _ in self._table.lines() if people.isdigit() and int(people) >= WELL_KNOWN
        )

    def is_place(self, name: str) -> bool:
        """Whether the words name a place that is known, whatever the story."""
        return self.lookup(name) is not None

    def _resolve(self, text: str, story: Story, depth: int = 0) -> Place | None:
        """The name as it stands, then what the phrase holds, then other spellings of the name."""
        if not text or depth > NESTED:
            return None
        key = fold_name(text)
        if found := self._find(text, [key], story):
            return self._place(found)
        if " " in text and (place := self._inside(text, story, depth)):
            return place
        other = self._find(text, spellings(key), story)
        return self._place(other) if other and is_arabic(other) else None

    def _inside(self, text: str, story: Story, depth: int) -> Place | None:
        """What the words around a name make of it, by the first grammar that fits."""
        place = self._within(text, story) or self._border(text) or self._of_country(text)
        return place or next((place for p in readings(text) if (place := self._read(p, text, story, depth))), None)

    # Names as they stand

    def _find(self, text: str, keys: Iterable[str], story: Story, regions_only: bool = False) -> Candidate | None:
        """The likeliest bearer of the name, in the first spelling that has any."""
        for key in keys:
            bearers = self._bearers(key, text)
            keep = is_region if regions_only else partial(is_likely, towns=town_weights(bearers))
            if bearers := [bearer for bearer in bearers if keep(bearer)]:
                best = max(bearers, key=lambda bearer: self._weigh(bearer, key, bearers, story))
                return best if self._is_meant(best, text, story) else None
        return None

    def _bearers(self, key: str, text: str) -> list[Candidate]:
        """Everybody with the name: curated, from the table, and capitals that the table spells otherwise."""
        curated = self._names.named.get(key, ())
        if key in self._names.written_large and not text.isupper():
            curated = ()
        found = [*curated, *map(make_candidate, self._table.rows(key))]
        known = {bearer.country for bearer in found}
        others = (self._capital(code, code) for code in self._names.capitals.get(key, ()) if code not in known)
        return [*found, *filter(None, others)]

    def _weigh(self, bearer: Candidate, key: str, bearers: list[Candidate], story: Story) -> float:
        """How likely the bearer is meant, as if in people."""
        weight = bearer.weight
        if bearer.country in story:
            weight *= IN_STORY
            is_big_region = bearer.precision == "region" and not bearer.curated and bearer.weight >= BIG_REGION
            weight *= BIG_REGION_IN_STORY if is_big_region and any(b.precision == "country" for b in bearers) else 1
        if bearer.precision == "place" and bearer.country in self._names.capitals.get(key, ()):
            weight *= CAPITAL
        return weight

    def _is_meant(self, bearer: Candidate, text: str, story: Story) -> bool:
        """Whether a place is meant, and not a word or a person: "Hope", "Jackson", "reading"."""
        key = fold_name(text)
        if bearer.precision == "country" or bearer.country is None:
            return True
        if text.islower() and key in self._words.small:
            return False
        is_scant = not bearer.curated and bearer.weight < WELL_KNOWN and is_scrap(key, text)
        return bearer.country in story or not (is_scant or key in self._words.guarded)

    def _place(self, found: Candidate) -> Place:
        """States and authorities have the point of their capital."""
        lat, lon = found.lat, found.lon
        if found.code and lat is None:
            lat, lon = self._capital_point(found)
        return Place(name=found.name, country=found.country, lat=lat, lon=lon, precision=found.precision)

    def _capital_point(self, state: Candidate) -> tuple[float | None, float | None]:
        capital = self._capital(state.code, state.country)
        return (capital.lat, capital.lon) if capital else (None, None)

    def _capital(self, code: str, country: str | None) -> Candidate | None:
        """The first-named capital that is among the places of its country."""
        for name in self._names.capital_names.get(code, ()):
            key = fold_name(bare(name))
            bearers = [*self._names.named.get(key, ()), *map(make_candidate, self._table.rows(key))]
            bearers = [bearer for bearer in bearers if bearer.country == country and bearer.precision == "place"]
            if bearers:
                return max(bearers, key=lambda bearer: bearer.weight)
        return None

    # Names in phrases

    def _within(self, text: str, story: Story) -> Place | None:
        """ "Paris, Texas", "Tripoli, Lebanon": the first name, in the country or region of the last."""
        name, comma, whole = text.rpartition(", ")
        if not comma:
            return None
        code = self._code(whole)
        region = strip_kind(fold_name(whole))
        inside = [b for b in self._bearers(fold_name(name), name) if is_in(b, code, region)]
        if inside:
            return self._place(max(inside, key=lambda bearer: bearer.weight))
        owner = self._find(whole, [fold_name(whole)], story)
        return self._resolve(name, story | {owner.country}, NESTED) if owner and owner.country else None

    def _border(self, text: str) -> Place | None:
        """ "the Syrian-Turkish border" lies in neither state."""
        match = BORDER.match(text)
        if match is None or not (self._code(match["one"]) and self._code(match["other"])):
            return None
        return Place(name=text, precision="region")

    def _of_country(self, text: str) -> Place | None:
        """ "the Syrian capital" and "Syria's capital" are a place, "Egyptian mainland" a part of the country."""
        match = OF_COUNTRY.match(text)
        code = self._code(match["owner"] or match["other"]) if match else ""
        if match is None or not code:
            return None
        if not match["land"]:
            capital = self._capital(code, code)
            return self._place(capital) if capital else None
        return Place(name=text, country=code, precision="region")

    def _code(self, words: str) -> str:
        """The country that a name or an adjective stands for; empty for neither."""
        key = fold_name(bare(words))
        if code := self._names.adjectives.get(key):
            return code
        states = (entry for entry in self._names.named.get(key, ()) if entry.code)
        return next((entry.country for entry in states if entry.country), "")

    def _read(self, phrase: Phrase, text: str, story: Story, depth: int) -> Place | None:
        """What is named inside the phrase, changed as the words around it say."""
        owner = self._owner(phrase, story)
        if phrase.owner and phrase.make == "same" and not owner:
            return None
        return self._region(phrase, story | owner) or self._rest(phrase, text, story, owner, depth)

    def _region(self, phrase: Phrase, story: Story) -> Place | None:
        """ "Kandahar province" is the region and not its town."""
        if phrase.make != "region":
            return None
        region = self._find(phrase.rest, [fold_name(phrase.rest)], story, regions_only=True)
        return self._place(region) if region else None

    def _rest(self, phrase: Phrase, text: str, story: Story, owner: Story, depth: int) -> Place | None:
        """The inner name, unless it is a word ("northern alliance") or lies elsewhere ("Syria's Paris")."""
        if fold_name(phrase.rest) in self._words.guarded and not phrase.is_said:
            return None
        place = self._resolve(phrase.rest, story | owner, depth + 1)
        if place is None or (phrase.make == "same" and owner and place.country not in owner):
            return None
        return place if phrase.make == "same" else self._reshape(place, phrase, text)

    def _owner(self, phrase: Phrase, story: Story) -> Story:
        """Countries named before the inner name: "the northern Syrian town of Azaz", "Baghdad's Sadr City"."""
        words = phrase.owner.split() if phrase.is_said else [phrase.owner]
        codes = frozenset(code for word in words if word and (code := self._code(word)))
        if codes or phrase.is_said or not phrase.owner:
            return codes
        place = self._find(phrase.owner, [fold_name(phrase.owner)], story)
        return frozenset([place.country]) if place and place.country else frozenset()

    def _reshape(self, place: Place, phrase: Phrase, text: str) -> Place:
        """A part of a country has no point; a part of a region keeps the region's; "Homs city" is Homs."""
        if phrase.make == "place" and place.precision in ("place", "point") and phrase.is_plain:
            return place
        precision: PlacePrecision = "place" if phrase.make != "region" and place.precision != "country" else "region"
        if place.precision == "region":
            precision = "region"
        point = {"lat": None, "lon": None} if place.precision == "country" else {}
        return place.model_copy(update={"name": text, "precision": precision, **point})


def spellings(key: str) -> Iterator[str]:
    """Other spellings: with and without an article, with and without a last h. "Qamishli" is "Al Qamishli"."""
    stem = strip_article(key)
    if stem != key:
        yield stem
    yield from (f"{article} {stem}" for article in ARTICLES if f"{article} {stem}" != key)
    if len(stem) <= CAPITALS:
        return
    if stem.endswith(("ah", "eh")):
        yield stem[:-1]
    elif stem.endswith("a"):
        yield stem + "h"


def make_candidate(fields: list[str]) -> Candidate:
    """From a line of the gazetteer, which has: name, country, region, latitude, longitude, population, precision."""
    name, country, region, lat, lon, population, precision = fields
    kind: PlacePrecision = "region" if precision == "region" else "place"
    weight = min(max(float(population), 1), MOST if kind == "region" else float("inf"))
    return Candidate(name, country, kind, weight, float(lat), float(lon), region=region)


def is_scrap(key: str, text: str) -> bool:
    """Too few letters to trust, or what may be an acronym: "Bah", "EU", "NATO"."""
    return len(key) <= SCRAP or (len(key) <= CAPITALS and text.isupper())


def is_arabic(bearer: Candidate) -> bool:
    """Whether a name may be spelt with and without the Arabic article."""
    return bearer.country in ARABIC and bearer.weight >= OTHER_SPELLING


def town_weights(bearers: Iterable[Candidate]) -> dict[tuple[str | None, str], float]:
    """The greatest town of the name in each region."""
    weights: dict[tuple[str | None, str], float] = {}
    for bearer in bearers:
        if bearer.region and bearer.precision == "place":
            where = bearer.country, bearer.region
            weights[where] = max(weights.get(where, 0), bearer.weight)
    return weights


def is_likely(bearer: Candidate, towns: Mapping[tuple[str | None, str], float]) -> bool:
    """Not a region whose name means its town: "Aleppo"."""
    return bearer.precision != "region" or towns.get((bearer.country, bearer.region), 0) * EPONYM < bearer.weight


def is_region(bearer: Candidate) -> bool:
    return bearer.precision == "region"


def is_in(bearer: Candidate, code: str, region: str) -> bool:
    """Whether it lies in the country, or in the region with the folded name."""
    return bearer.country == code or (region != "" and strip_kind(fold_name(bearer.region)) == region)
