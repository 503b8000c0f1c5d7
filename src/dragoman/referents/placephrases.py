"""Phrases around the name of a place, taken apart: "northern Syria", "the outskirts of Homs", "Helmand province".

Takes the words of a phrase, gives what is named inside it and what the words around it make of it; knows no place itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Make = Literal["part", "region", "place", "same"]

COMPASS = r"(?:north|south|east|west)(?:[- ]?(?:north|south|east|west))?(?:[- ]central)?"
SIDE = rf"(?:{COMPASS}(?:ern(?:most)?)?|north[- ]central|south[- ]central)"
WHERE = (
    rf"(?:{SIDE}|central|upper|lower|inner|outer|greater|downtown|midtown|uptown|rural|coastal|mainland|metropolitan|"
    r"suburban|inland|eastern and western|northern and (?:eastern|western|central)|southern and (?:eastern|western|central)|"
    r"mountainous|"
    r"[a-z]+-(?:held|controlled|occupied|ruled|administered|run|dominated|backed|majority))"
)
EPITHET = (
    r"(?:neighbou?ring|nearby|besieged|war-torn|war-ravaged|war-hit|war-weary|war-battered|conflict-torn|conflict-hit|"
    r"embattled|strife-torn|crisis-hit|landlocked|impoverished|oil-rich|restive|volatile|troubled|disputed|breakaway|"
    r"self-declared|self-proclaimed|strategic|historic|ancient|tiny|nuclear-armed|occupied|contested|annexed|beleaguered|"
    r"liberated|devastated|shattered|battered|flood-hit|quake-hit|communist|present-day|modern-day|modern|post-war|"
    r"postwar|prewar|pre-war|post-Soviet|all of|across|the whole of|the rest of|much of|most of)"
)
AREA = (
    rf"(?:far |extreme |deep )?(?:{COMPASS}|(?:{WHERE} )?(?:parts?|half|third|tip|end|edges?|areas?|regions?|districts?|"
    r"suburbs?|outskirts|provinces|countryside|coast|coastline|shores?|cities|towns|villages|neighbou?rhoods?|hinterland)|"
    r"cent(?:er|re)|interior|vicinity|surroundings|environs|periphery|area around|areas around)"
)
AFTERWARDS = (
    r"(?:outskirts|suburbs?|countryside|hinterland|coast|coastline|shore|interior|surroundings|area|borderlands|"
    r"border area|border region|border regions|front|frontline|front line|sector|axis|pocket)"
)
PLACE_KINDS = (
    r"capital city|port city|border town|border city|market town|holy city|city|town|village|settlement|hamlet|township|"
    r"neighbou?rhood|suburb|port|camp|refugee camp|displacement camp|municipality|capital|island|islet|"
    r"crossing|border crossing|checkpoint|airport|international airport|air ?base|airfield|naval base|military base|base|"
    r"prison|oil ?field|dam|bridge|commune"
)
REGION_KINDS = (
    r"autonomous region|autonomous republic|tribal district|federal district|province|region|governorate|oblast|state|"
    r"district|county|prefecture|department|canton|emirate|territory|enclave|exclave|krai|voivodeship|wilaya|"
    r"raion|subdistrict|sub-district|valley|peninsula|archipelago|islands|plains?|mountains|highlands|desert"
)
LARGE_PLACE_KINDS = "City|Town|Village|Port"  # "Department of Justice" and "Heart of Asia" are no places
LARGE_REGION_KINDS = "Province|Governorate|Oblast|Prefecture|County|Canton"
SETTLEMENTS = frozenset([
    "capital city", "port city", "border town", "border city", "market town", "holy city", "city", "town", "village",
    "settlement", "hamlet", "township", "municipality", "capital", "commune", "island",
])  # fmt: skip
NOT_A_QUALIFIER = frozenset(["of", "in", "on", "at", "from", "to", "and", "by", "for", "near", "with", "over", "into"])
DIRECTED = re.compile(rf"^(?:(?:far|extreme|deep) )?{WHERE} (?P<rest>.+)$", re.I)
PART_OF = re.compile(rf"^{AREA} of (?P<rest>.+)$", re.I)
EPITHETED = re.compile(rf"^{EPITHET} (?P<rest>.+)$", re.I)
PART_AFTER = re.compile(rf"^(?P<rest>.+?)(?:['’]s?)? {AFTERWARDS}$")
OWN_SIDE = re.compile(rf"^(?P<rest>.+?)['’]s? (?:far |extreme |deep )?{AREA}$", re.I)
KIND_OF = re.compile(
    rf"^(?:(?P<before>[^,]+?) )?(?:(?P<place>{PLACE_KINDS}|{LARGE_PLACE_KINDS})|"
    rf"(?P<region>{REGION_KINDS}|{LARGE_REGION_KINDS})) of (?P<rest>.+)$"
)
KIND_AFTER = re.compile(rf"^(?P<rest>.+?) (?:(?P<place>{PLACE_KINDS})|(?P<region>{REGION_KINDS}))$", re.I)
OWNED = re.compile(r"^(?P<owner>.+?)(?:['’]s|(?<=s)['’]) (?P<rest>.+)$", re.I)
BORDER = re.compile(
    r"^(?P<one>[\w .]+?)(?:[-–]| and )(?P<other>[\w .]+?) (?:border|frontier|boundary)(?: (?:area|region|zone))?$"
)
OF_COUNTRY = re.compile(
    r"^(?:(?P<owner>[\w .-]+?)(?:['’]s?)? (?:capital(?: city)?|(?P<land>mainland|coast|coastline|shores?|territory|soil|"
    r"(?:territorial )?waters|airspace|countryside|hinterland|interior|side of the border|border areas?|borderlands))|"
    r"capital(?: city)? of (?P<other>.+))$"
)
NEAR = re.compile(
    r"^(?:(?:about|some|around|nearly|roughly|almost|just|less than|more than) )?"
    rf"(?:\d[\d.,]* ?(?:km|kms|kilomet(?:er|re)s?|miles?|mi)\b(?: \([^)]*\))?(?: {SIDE})? (?:of|from|outside|off)|"
    r"near|close to|outside|around|on the edge of) (?P<rest>.+)$",
    re.I,
)
ARTICLE = re.compile(r"^(?:the|The|THE) ")


@dataclass(frozen=True, slots=True)
class Phrase:
    """`rest` is the inner name, `make` what becomes of it, `owner` words before it that may name a country.

    `is_plain` where the words add nothing to the name: "Homs city", unlike "Homs airport"; `is_said` where they leave no
    doubt that a place is named: "the town of Hope", unlike "northern alliance".
    """

    rest: str
    make: Make
    owner: str = ""
    is_plain: bool = False
    is_said: bool = False


def readings(text: str) -> Iterator[Phrase]:
    """Ways to take the phrase apart, the most telling first; none for a bare word."""
    if " " not in text:
        return
    yield from filter(None, [kind(KIND_OF, text)])
    if (owned := OWNED.match(text)) is not None:
        yield Phrase(owned["rest"], "same", owned["owner"])
    for pattern, make in SIMPLE:
        if (match := pattern.match(text)) is not None:
            yield Phrase(bare(match["rest"]), make)
    yield from filter(None, [kind(KIND_AFTER, text)])


SIMPLE: tuple[tuple[re.Pattern[str], Make], ...] = (
    (PART_OF, "part"), (OWN_SIDE, "part"), (DIRECTED, "part"), (EPITHETED, "same"), (PART_AFTER, "part"), (NEAR, "part"),
)  # fmt: skip


def kind(pattern: re.Pattern[str], text: str) -> Phrase | None:
    """ "the Syrian city of Raqqa" gives Raqqa, a place, with "Syrian" before it."""
    match = pattern.match(text)
    if match is None:
        return None
    before = match.groupdict().get("before") or ""
    if NOT_A_QUALIFIER.intersection(before.lower().split()):
        return None
    make: Make = "region" if match["region"] else "place"
    is_plain = (match["place"] or "").lower() in SETTLEMENTS
    return Phrase(bare(match["rest"]), make, before, is_plain, is_said=pattern is KIND_OF)


def bare(text: str) -> str:
    """Without its article."""
    return ARTICLE.sub("", text)
