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
    "several": 3, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "tens of thousands": 20_000,
    "hundreds of thousands": 200_000, "millions": 2_000_000, "tens of millions": 20_000_000, "hundreds of millions": 200_000_000,
    "many dozens": 24, "several dozen": 36, "several hundred": 300, "several thousand": 3000, "a few dozen": 24, "a few hundred": 200,
    "a few thousand": 2000, "a few": 3, "a handful of": 3, "a handful": 3, "a number of": None,
}  # fmt: skip
WORD = "|".join(sorted((*UNITS, *TENS, *SCALES, "dozen", "half"), key=len, reverse=True))
SPELT = rf"(?:(?:an?|one|half an?)\s+)?(?:{WORD})(?:(?:[\s-]+(?:and\s+)?)(?:an?\s+)?(?:{WORD}))*"
DIGITS = r"\d{1,3}(?:[,.\u00a0 ]\d{3})+(?!\d)|\d+(?:\.\d+)?"
NUMBER = rf"(?:{DIGITS})(?:[\s-]+(?:hundred|thousand|million|billion|lakh|crore|dozen)\b)?|\b(?:{SPELT})\b"
LOWER = r"at least|no fewer than|no less than|not less than|a minimum of|more than|over|upwards of|in excess of|as many as at least|above"
UPPER = r"nearly|almost|close to|up to|as many as|fewer than|less than|under|at most|no more than|not more than|some nearly|just under|a maximum of"
ABOUT = r"about|around|some|approximately|an estimated|estimated|roughly|or so"
COUNT = re.compile(
    rf"(?:(?P<low>{LOWER})\s+|(?P<high>{UPPER})\s+|(?P<about>{ABOUT})\s+|(?P<exact>just over)\s+)?"
    rf"(?:between\s+(?P<from>{NUMBER})\s+and\s+(?P<to>{NUMBER})"
    rf"|(?P<first>{NUMBER})\s?(?:to|-|–|or)\s?(?P<last>{NUMBER})|(?P<number>{NUMBER}))(?P<plus>\+)?",
    re.I,
)
VAGUE_WORDS = re.compile(
    r"\b(?:" + "|".join(sorted(VAGUE, key=len, reverse=True)) + r")\b(?!\s+(?:old|years?|days?|hours?))", re.I
)
NOT_COUNTS = re.compile(
    r"\s?(?:%|per\s?cent|percent|percentage|-?\s?(?:year|month|day|week|hour|minute|second)s?(?:-old)?\b|km\b|kms\b|kilomet|metre|meter|"
    r"miles?\b|feet\b|ft\b|m\b|mm\b|cm\b|tonnes?\b|tons?\b|kg\b|pounds?\b|dollars?\b|euros?\b|rubles?\b|roubles?\b|rupees?\b|barrels?\b|"
    r"degrees?\b|acres?\b|hectares?\b|points?\b|times?\b|th\b|st\b|nd\b|rd\b|am\b|pm\b|a\.m|p\.m|GMT|caliber|calibre|-?(?:seat|member|point|nation|party)\b)",
    re.I,
)  # fmt: skip
MONEY_BEFORE = re.compile(
    r"(?:[$€£¥₹]|US\$|Rs\.?|USD|EUR|No\.?|number|resolution|article|chapter|section|aged?|rose by|by)\s?$", re.I
)
MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
IN_DATE = re.compile(rf"{MONTH}\s*$", re.I)
DATE_AFTER = re.compile(rf"\s*(?:of\s+)?(?:{MONTH})(?:\W|$)|\s*,\s*\d{{4}}|:\d\d|/\d", re.I)
YEAR = re.compile(r"(?:19|20)\d\d")
PARTS = re.compile(r"[a-z]+|\d[\d,.\u00a0 ]*", re.I)


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of a text, in order."""
    found = list(numbers(text))
    taken = [quantity.span for quantity in found]
    found += [
        Quantity(m.span(), None, VAGUE[m.group().lower()], None)
        for m in VAGUE_WORDS.finditer(text)
        if not any(a < m.end() and m.start() < b for a, b in taken)
    ]
    return tuple(sorted(found, key=lambda quantity: quantity.span))


def numbers(text: str) -> Iterator[Quantity]:
    for match in COUNT.finditer(text):
        start, _end = match.span()
        if (start and (text[start - 1].isalnum() or text[start - 1] in "-/.‑")) or refused(text, match):
            continue
        quantity = bounded(match)
        if quantity is not None:
            yield quantity


def refused(text: str, match: re.Match[str]) -> bool:
    """Is it an age, a share, money, a measure, a year, a part of a date or of a name ("M-16", "Article 370")?"""
    start, end = match.span()
    plain = match["number"] or ""
    if NOT_COUNTS.match(text, end) or MONEY_BEFORE.search(text[max(0, start - 12) : start]):
        return True
    if end < len(text) and ((text[end] in "-/" and text[end + 1 : end + 2].isalnum()) or text[end].isalpha()):
        return True
    if plain.lower() in ("one", "zero", "half", "hundred", "thousand", "million", "a", "dozen", "billion"):
        return not (match["low"] or match["high"] or plain.lower() == "one")
    if IN_DATE.search(text[max(0, start - 12) : start]) or (plain.isdigit() and DATE_AFTER.match(text, end)):
        return True
    counted = match["low"] or match["high"] or match["about"]
    return bool(YEAR.fullmatch(plain)) and not counted


def bounded(match: re.Match[str]) -> Quantity | None:
    """The number with its bounds."""
    if match["from"] or match["first"]:
        low, high = value(match["from"] or match["first"]), value(match["to"] or match["last"])
        if low is None or high is None or low >= high:
            return None
        return Quantity(match.span(), None, low, high)
    best = value(match["number"])
    if best is None:
        return None
    if match["low"] or match["plus"] or match["exact"]:
        return Quantity(match.span(), best, best, None)
    if match["high"]:
        return Quantity(match.span(), best, None, best)
    if match["about"]:
        return Quantity(match.span(), best, None, None)
    return Quantity(match.span(), best, best, best)


def value(words: str) -> int | None:
    """ "two hundred and six", "1.5 million", "half a dozen" as a number."""
    total, current = 0.0, 0.0
    half = False
    for part in PARTS.findall(words.lower()):
        part = part.strip(" \u00a0")
        if part[0].isdigit():
            current += digits(part)
        elif part in UNITS:
            current += UNITS[part]
        elif part in TENS:
            current += TENS[part]
        elif part == "half":
            half = True
        elif part == "dozen":
            current = (current or 1) * 12
        elif part == "hundred":
            current = (current or 1) * 100
        elif part in SCALES:
            total, current = total + (current or 1) * SCALES[part], 0.0
        elif part not in ("and", "a", "an"):
            return None
    number = (total + current) / (2 if half else 1)
    return int(number) if number == int(number) else None


def digits(part: str) -> float:
    """ "1,400" and "1.400" are thousands, "1.5" a fraction."""
    if re.fullmatch(r"\d{1,3}(?:[,.\u00a0 ]\d{3})+", part):
        return float(re.sub(r"\D", "", part))
    return float(part.rstrip(".,"))
