"""Text -> Quantities: how many, with the bounds that the words give ("at least 12", "nearly 10,000", "dozens").

Ages, percentages, money, measures, years, times and ordinals are no quantities of people and are refused.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.record import Span


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of people or things: `best` as stated; `low` and `high` the bounds that the words give, or None."""

    span: Span
    best: int | None
    low: int | None
    high: int | None


UNITS = dict(zip(
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"], range(20), strict=True))  # fmt: skip
TENS = {
    word: 10 * n
    for n, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "lakh": 100_000,
    "crore": 10_000_000,
}
VAGUE = {
    "several": 3, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "tens of thousands": 20_000, "lakhs": 200_000,
    "crores": 20_000_000, "hundreds of thousands": 200_000, "millions": 2_000_000, "tens of millions": 20_000_000,
    "hundreds of millions": 200_000_000, "many dozens": 24, "many hundreds": 200, "many thousands": 2000, "several dozen": 36,
    "several hundred": 300, "several thousand": 3000, "several hundred thousand": 300_000, "several million": 3_000_000,
    "a few dozen": 24, "a few hundred": 200, "a few thousand": 2000, "a few hundred thousand": 200_000, "a few million": 2_000_000,
    "a few": 3, "a handful of": 3, "a handful": 3, "a couple of": 2, "a number of": None,
}  # fmt: skip
# ---- the numbers, with the words that bound them
ONES = "|".join(sorted(UNITS, key=len, reverse=True))
SMALL = rf"(?:(?:{'|'.join(TENS)})(?:[\s-]+(?:one|two|three|four|five|six|seven|eight|nine)\b)?|(?:{ONES}))\b"
BARE = r"(?:hundred|thousand|million|billion|lakh|crore|dozen)\b"
SCALE = r"(?:hundred|thousand|millions?|billions?|lakhs?|crores?|dozen)\b"
SPELT = (
    rf"(?:(?:an?\s+)?half(?:\s+an?)?[\s-]+{BARE}"
    rf"|(?:{SMALL}|an?(?=\s+{BARE}))(?:\s+and\s+a\s+half(?=\s+{BARE}))?(?:[\s-]+{SCALE})*"
    rf"(?:(?<=hundred|housand)\s+(?:and\s+)?{SMALL}(?:[\s-]+{SCALE})*|(?<=million)\s+{SMALL}(?:\s+{SCALE})+)*"
    rf"|{BARE})"
)
PEOPLE = (
    r"(?:(?:more|other)\s+)?(?:people|persons|men|women|children|troops|soldiers|civilians|others|dead|fighters|rebels|militants|refugees|"
    r"families|hostages|prisoners|villagers|residents|protesters|detainees|police|bodies|victims|homes|houses|inhabitants|displaced)\b"
)
DIGITS = r"(?:\d{1,2}(?:,\d\d)+,\d{3}(?!\d)|\d{1,3}(?:[,.\u00a0 ]\d{3})+(?!\d)|\d+(?:\.\d+)?)"
NUMBER = rf"(?:{DIGITS}(?:m\b(?=\s+(?:{PEOPLE}|(?-i:[A-Z])\w+s\b))|(?:[\s-]+{SCALE})*)|\b{SPELT})"
LOWER = (
    r"at\s+least|no\s+(?:fewer|less)\s+than|not\s+(?:less|fewer)\s+than|a\s+minimum\s+of|more\s+than|(?:just\s+)?over|upwards?\s+of|"
    r"in\s+excess\s+of|above"
)
UPPER = (
    r"nearly|almost|close\s+to|up\s+to|as\s+many\s+as|fewer\s+than|less\s+than|(?:just\s+)?under|at\s+most|(?:no|not)\s+more\s+than|"
    r"a\s+maximum\s+of"
)
ABOUT = r"about|around|some|approximately|(?:an\s+)?estimated(?:\s+at)?|roughly|circa"
COUNT = re.compile(
    rf"(?:(?:(?P<low>{LOWER})|(?P<high>{UPPER})|(?P<about>{ABOUT}))\s+(?:(?:{ABOUT})\s+)?)?"
    rf"(?:between\s+(?P<from>{NUMBER})\s+(?:and|to)\s+(?P<to>{NUMBER})"
    rf"|(?P<first>{NUMBER})(?:(?<=\d)\s?[-–]\s?(?=\d)|\s+(?:to|or)\s+)(?P<last>{NUMBER})|(?P<number>{NUMBER}))"
    r"(?:(?P<plus>\+|(?:\s+or\s+more|[\s-]plus)\b)|(?P<odd>-odd\b|\s+or\s+so\b))?",
    re.I,
)
BEGINS = re.compile(
    rf"(?<![\w+/.‑-])(?<!\d[,:])(?:\d|(?:{LOWER}|{UPPER}|{ABOUT}|between)\s|(?:an?\s+)?(?:half|{BARE})|(?:{ONES}|{'|'.join(TENS)})\b)", re.I)  # fmt: skip
VAGUE_WORDS = re.compile(r"\b(?:" + "|".join(sorted(VAGUE, key=len, reverse=True)) + r")\b", re.I)

# ---- what follows or precedes a number that counts nobody
LENGTHS = r"(?:square|nautical|cubic|km²?|kms|kph|mph|kilomet\w+|millimet\w+|centimet\w+|met(?:re|er)s?|miles?|yards?|feet|ft|mm?|cm|acres?|hectares?|degrees?)\b"
WEIGHTS = r"(?:kilo(?:gram)?(?:me)?s?|kg|tonnes?|tons?|lit(?:re|er)s?|gallons?|barrels?|megawatts?)\b"
MONEY = r"(?:pounds?|dollars?|euros?|roubles?|rubles?|rupees?|liras?|dinars?|riyals?|rials?|shekels?|yuan|yen|francs?|shillings?|crowns?|hryvnias?|afghanis?|birr|naira|cents?)\b"
TIMES = r"(?:years?|months?|days|nights|weeks?|hours?|minutes?|seconds|decades?|centuries|fortnights?|times?|points?|o['’]clock|local\s+time|[ap]m|GMT|UTC)\b"
MEASURED = re.compile(
    rf"(?:\s(?:and|or|to)\s(?:\d[\d.,]*|a\s+half))?[\s-]{{0,2}}(?:%|°|per\s?cent|pc\b|member\b|[ap]\.m|{LENGTHS}|{WEIGHTS}|{TIMES}|(?:\w+\s)?{MONEY})"
    rf"|\s+of\s+(?:\w+\s+(?:of\s+)?)?(?:{LENGTHS}|{WEIGHTS}|{TIMES}|{MONEY})|:\d|\s+(?:in|out\s+of)\s+every\s", re.I)  # fmt: skip
NAMING = re.compile(
    r"(?:[$€£¥₹#]|\b(?:(?:Rs|USD|EUR|GBP|INR|PKR|no|nos)\.|Rs|USD|EUR|(?-i:No)|numbers?|resolutions?|articles?|chapters?|sections?|paragraphs?|"
    r"clauses?|annex|protocol|pages?|phase|stage|level|grade|category|tier|magnitude|gate|flight|channel|route|highway|room|aged?|ages|"
    r"ages?\s+of|group\s+of(?=\s+(?-i:[A-Z]|77|20|7|8))|(?:rose|fell|grew|increased|dropped|cut|reduced)\s+by|(?-i:Group\s+of|World\s+War|AK|MH|PS|RPG|BMP|"
    r"Type|Mark|Mk|Leopard|Mirage|Shahed|Fateh|Fajr|Qassam|Zelzal|Boeing|Airbus|Tornado|Challenger|Merkava|Grad|Unit|Area|Zone|Camp|Radio|France|"
    r"Rossiya|Apollo|Covid|COVID|Force|Formula|Square|Day|Week|Round|Part|Track|Agenda|Vision|Expo|Euro))"
    r"(?:\s\d[\w.]*\s(?:and|or|to))?)\s?$", re.I)  # fmt: skip
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|december|"
    r"(?-i:MAR|MARCH|MAY|DEC|Mar|March|May|Dec)|(?:may|march)(?=\s*[,.;]|\s*$|\s+\d{4}))\b\.?"
)
MONTH_BEFORE = re.compile(rf"\b(?:{MONTH}|march|may)\s+(?:the\s+)?(?:\d{{1,2}}\s(?:and|or|to)\s)?$", re.I)
MONTH_AFTER = re.compile(rf"(?:\s(?:and|or|to)\s\d{{1,2}})?\s+(?:of\s+)?{MONTH}(?!\w)", re.I)
LISTED = re.compile(r"(?:^|[.!?:\n])\s*$")
YEAR = re.compile(r"1[89]\d\d|20[0-4]\d")
TO_YEAR = re.compile(r"\b(?:in|since|of|by|from|until|till|during|after|before)\s$", re.I)
PEOPLE_AFTER = re.compile(rf"\s+{PEOPLE}", re.I)
AGED = re.compile(r"\b(?:children|women|men|males?|females?|adults?|boys|girls|those|anyone|minors|citizens)\s$", re.I)
NAME_BEFORE = re.compile(r"[A-Z]\w+(?:,\s|\s\()$")
UNIT_AFTER = re.compile(
    r"\s+(?:Brigade|Division|Corps|Battalion|Regiment|Squadron|Para|Commando|(?:[A-Z]\w+\s+){1,3}(?:Street|Road|Avenue|Square|Boulevard))\b"
)
SCORED = re.compile(r"\b(?:won|lost|beat|drew|led|voted|defeat\w*(?:\s\w+)?)\s(?:by\s)?(?:an?\s)?$|\bby\san?\s$", re.I)
VOTED = re.compile(r"\s(?:votes?|win|victory|defeat|draw|majority|lead|loss|score|ruling|decision)\b", re.I)
NOT_ONE = re.compile(
    r"\b(?:no|every|this|that|each|any|which|another|last|first|next|the|one\s+(?:in|out\s+of)(?:\s+every)?)\s$", re.I
)
ONE_AS = re.compile(
    r"\s+(?:another|thing|side|way|hand|day|night|second|reason|(?:in|out\s+of)\s+(?:\d+|every|two|three|four|five|six|seven|eight|nine|ten)\b)",
    re.I,
)
POINTS = re.compile(r"\b(?:tests?|exams?|final|old|settle[ds]?|settling|credit|high|he|she|it|team)\s$", re.I)
LONGEST = 16
PARTS = re.compile(r"[a-z]+|\d[\d,.\u00a0 ]*", re.I)


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of a text, in order."""
    found = list(numbers(text))
    taken = [quantity.span for quantity in found]
    found += [
        Quantity(m.span(), None, VAGUE[" ".join(m.group().lower().split())], None)
        for m in VAGUE_WORDS.finditer(text)
        if not any(a < m.end() and m.start() < b for a, b in taken) and not is_vague_measure(text, m)
    ]
    return tuple(sorted(found, key=lambda quantity: quantity.span))


def is_vague_measure(text: str, match: re.Match[str]) -> bool:
    """ "several months", "millions of dollars", "old scores" """
    scores = match.group().lower() == "scores" and POINTS.search(text[max(0, match.start() - 10) : match.start()])
    return bool(scores or MEASURED.match(text, match.end()))


def numbers(text: str) -> Iterator[Quantity]:
    at = 0
    while start := BEGINS.search(text, at):
        match = COUNT.match(text, start.start())
        at = match.end() if match else start.start() + 1
        if match and not refused(text, match):
            quantity = bounded(text, match)
            if quantity is not None:
                yield quantity


def refused(text: str, match: re.Match[str]) -> bool:
    """Is it an age, a share, money, a measure, a part of a date or of a name ("M-16", "Article 370")?"""
    start, end = match.span()
    before, after = text[max(0, start - 32) : start], text[end : end + 2]
    joined = after[:1].isalpha() or (after[:1] in ("-", "/") and after[1:].isalnum())
    plain = (match["number"] or "").lower()
    return bool(
        joined or MEASURED.match(text, end) or NAMING.search(before) or UNIT_AFTER.match(text, end)
        or is_date(text, match, before, plain) or is_age(text, match, before, plain) or is_score(text, match, before)
        or is_listed(text, match, before, plain) or (plain.isalpha() and is_word(text, match, before, plain))
    )  # fmt: skip


def is_date(text: str, match: re.Match[str], before: str, plain: str) -> bool:
    """A day of a month; a year that counts nothing."""
    numbers = [n for n in match.group("number", "first", "last", "from", "to") if n]
    if all(n.isdigit() and int(n) <= 31 for n in numbers) and (
        MONTH_BEFORE.search(before) or MONTH_AFTER.match(text, match.end())
    ):
        return True
    if plain.startswith("0") and len(plain) > 1:
        return True
    counted = match["low"] or match["high"] or match["about"] or before.endswith("total of ")
    if counted or not all(YEAR.fullmatch(n) for n in numbers):
        return False
    return not PEOPLE_AFTER.match(text, match.end()) or bool(TO_YEAR.search(before) and not match["from"])


def is_age(text: str, match: re.Match[str], before: str, plain: str) -> bool:
    """ "John Smith, 45, said", "men over 60" """
    if (match["low"] or match["high"] or "").lower() in ("over", "under", "above"):
        return bool(AGED.search(before))
    return plain.isdigit() and text[match.end() : match.end() + 1] in (",", ")") and bool(NAME_BEFORE.search(before))


def is_listed(text: str, match: re.Match[str], before: str, plain: str) -> bool:
    """The number of a list or paragraph: "3. The parties agree …" """
    return plain.isdigit() and text[match.end() : match.end() + 2] in (". ", ") ") and bool(LISTED.search(before))


def is_score(text: str, match: re.Match[str], before: str) -> bool:
    """ "won 3-1", "a 38-45 vote" """
    if not match["first"] or not re.search(r"\d[-–]\d", match.group()):
        return False
    return bool(SCORED.search(before) or VOTED.match(text, match.end()))


def is_word(text: str, match: re.Match[str], before: str, plain: str) -> bool:
    """A number word that counts nothing: "no one", "zero tolerance", "hundred" without its article."""
    if plain == "one":
        return bool(NOT_ONE.search(before) or ONE_AS.match(text, match.end()))
    if plain in ("zero", "hundred", "thousand", "million", "dozen", "billion", "lakh", "crore"):
        return not (match["low"] or match["high"])
    return bool(re.search(r"\bone\s+(?:in|out\s+of)(?:\s+every)?\s$", before, re.I))


def bounded(text: str, match: re.Match[str]) -> Quantity | None:
    """The number with its bounds; of "rose from 10 to 15" the second."""
    if match["first"] and text[: match.start()].endswith(("from ", "From ")):
        best = value(match["last"])
        return Quantity(match.span("last"), best, best, best)
    if match["from"] or match["first"]:
        low, high = between(match["from"] or match["first"], match["to"] or match["last"])
        return None if low is None or high is None or low >= high else Quantity(match.span(), None, low, high)
    best = value(match["number"])
    if best is None:
        return None
    if match["low"] or match["plus"]:
        return Quantity(match.span(), best, best, None)
    if match["high"]:
        return Quantity(match.span(), best, None, best)
    if match["about"] or match["odd"]:
        return Quantity(match.span(), best, None, None)
    return Quantity(match.span(), best, best, best)


def between(first: str, last: str) -> tuple[int | None, int | None]:
    """Two numbers; in "two to three million" the scale of the last is the first's too."""
    low, high = value(first), value(last)
    scale = SCALES.get(PARTS.findall(last.lower())[-1].rstrip("s"))
    if low and high and scale and low * scale < high and not any(word in first.lower() for word in SCALES):
        low *= scale
    return low, high


def value(words: str) -> int | None:
    """ "two hundred and six", "1.5 million", "half a dozen" as a number; none where the digits are too many for any count."""
    if len(words) > LONGEST and re.search(rf"\d{{{LONGEST}}}", words):
        return None
    total, current, share = 0.0, 0.0, 1.0
    for part in PARTS.findall(words.lower()):
        part = part.strip(" \u00a0")
        scale = SCALES.get(part.rstrip("s"), 1_000_000 if part == "m" else 0)
        if part[0].isdigit():
            current += digits(part)
        elif part in UNITS or part in TENS:
            current += UNITS.get(part) or TENS.get(part, 0)
        elif part == "half":
            current, share = (current + 0.5, share) if current else (current, 0.5)
        elif part in ("dozen", "hundred"):
            current = (current or 1) * (12 if part == "dozen" else 100)
        elif scale:
            total, current = total + (current or 1) * scale, 0.0
        elif part not in ("and", "a", "an"):
            return None
    number = round((total + current) * share, 6)
    return int(number) if number == int(number) else None


def digits(part: str) -> float:
    """ "1,400" and "1.400" are thousands, "1,00,000" is a lakh, "1.5" a fraction."""
    if re.fullmatch(r"\d{1,3}(?:[,.\u00a0 ]\d{3})+|\d{1,2}(?:,\d\d)+,\d{3}", part):
        return float(re.sub(r"\D", "", part))
    return float(part.rstrip(".,"))
