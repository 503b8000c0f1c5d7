"""Text -> DateWords -> Interval: when, as newspapers write it, resolved against the day of publication.

Words that name no day (durations, ages, "may" and "march" as verbs, feasts, elections) are refused or stay open.
"""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from dragoman.clauses.model import Tense
from dragoman.record import Interval, Span
from dragoman.referents.dateforms import COUNTS, NTHS, Day, Groups, read

FULL_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
MONTH = rf"(?:{FULL_MONTH}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Tues|Weds|Thurs)\b\.?)"
ANY_WEEKDAY = rf"(?:{WEEKDAY}|(?:Mon|Tue|Wed|Thur?|Fri|Sat|Sun)\b\.?)"
YEAR = r"(?:1[89]|20)\d\d(?!\d)"
COUNTED = r"\s?(?:(?:more|other)\s+)?(?:people|persons|men|women|children|troops|soldiers|civilians|others|dead|fighters|rebels|militants|refugees|families|hostages|prisoners|villagers|residents|protesters|times|met(?:re|er)s|km|kilomet|miles|GMT|UTC|hours|local\s+time)\b"
YEARS = rf"(?:(?:,?\s+|\s+of\s+)(?P<year>{YEAR})(?!{COUNTED})|,?\s+(?:of\s+)?(?P<that>last|this|next)\s+year)?"
NUMBER = (
    rf"(?:\d{{1,3}}|a few|{'|'.join(sorted(COUNTS.keys() - {'the'}, key=len, reverse=True))}|several|few|some|many)"
)
VAGUELY = (
    r"(?:(?:about|nearly|almost|around|roughly|some|more\s+than|over|just\s+over|just\s+under|just|at\s+least)\s+)?"
)
PART = r"(?:morning|afternoon|evening|night|dawn|dusk|noon|midnight)"
EARLY = r"(?:(?:early|late|earlier|later|mid)(?:\s+(?:on|in)\s+|[\s-]+))"
TH = r"(?:st|nd|rd|th)?"
DASH = r"(?:\s?[-–—]\s?|\s+(?:to|and)\s+)"
UNIT = r"(?P<unit>day|week|fortnight|month|year|decade)"


@dataclass(frozen=True, slots=True)
class DateWords:
    """Words of the text that tell when; `opening` is "since", "until", "from" … where they open an interval."""

    span: Span
    text: str
    opening: str
    form: str
    groups: Groups


# What an expression begins with decides which forms are tried: d digit, m month, w weekday, e early or late, c count, o other.
PATTERNS: list[tuple[str, str, str]] = [
    ("iso", "d", rf"(?P<year>{YEAR})[-/](?P<month>\d\d)[-/](?P<day>\d\d)"),
    ("slashed", "d", r"(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)"),
    ("day", "m", rf"(?P<month>{MONTH})\s+(?P<day>\d{{1,2}}){TH}{DASH}(?P<last>\d{{1,2}}){TH}(?![\d,.]\d|\s*(?:{MONTH}|people)){YEARS}"),
    ("day", "d", rf"(?P<day>\d{{1,2}}){TH}{DASH}(?P<last>\d{{1,2}}){TH}\s+(?:of\s+)?(?P<month>{MONTH}){YEARS}"),
    ("day", "mwe", rf"{EARLY}?(?:(?P<weekday>{ANY_WEEKDAY}),?\s+(?:the\s+)?)?(?P<month>{MONTH})\s+(?:the\s+)?(?P<day>\d{{1,2}}){TH}(?!\d|,\d{{3}}){YEARS}"),
    ("day", "dwe", rf"{EARLY}?(?:(?P<weekday>{ANY_WEEKDAY}),?\s+(?:the\s+)?)?(?P<day>\d{{1,2}}){TH}\s+(?:of\s+)?(?P<month>{MONTH}){YEARS}"),
    ("nth_of", "d", r"(?P<day>\d{1,2})(?:st|nd|rd|th)\s+of\s+(?P<which>this|last|next)\s+month"),
    ("month", "me", rf"{EARLY}?(?P<month>{MONTH}),?\s+(?:of\s+)?(?P<year>{YEAR})(?!{COUNTED})"),
    ("month", "me", rf"{EARLY}?(?P<month>{FULL_MONTH}),?\s+(?:of\s+)?(?P<that>last|this|next)\s+year"),
    ("month", "meo", rf"(?:{EARLY}|(?P<which>last|this|next)\s+)?(?P<month>{FULL_MONTH})(?!\s+\d)"),
    ("quarter", "o", rf"(?:Q(?P<quarter>[1-4])|the\s+(?P<nth>first|second|third|fourth|last)\s+(?P<part>quarter|half))(?:\s+of)?\s+(?:(?P<year>{YEAR})|(?P<that>last|this|next)\s+year)"),
    ("decade", "doe", r"(?:the\s+)?(?:(?:early|late|mid)[\s-]+)?(?P<decade>(?:1[89]|20)\d0)['’]?s"),
    ("years", "de", rf"{EARLY}?(?P<year>{YEAR})[-–/](?P<last>\d\d)(?![\d-])"),
    ("year", "doe", rf"(?:{EARLY}|(?:spring|summer|autumn|fall|winter)\s+(?:of\s+)?)?(?P<year>{YEAR})\b(?!{COUNTED})"),
    ("ago", "cdo", rf"{VAGUELY}(?P<count>{NUMBER})\s+(?P<half>and\s+a\s+half\s+)?(?P<unit>hour|minute|day|week|fortnight|month|year|decade)s?\s+(?P<half_more>and\s+a\s+half\s+)?(?P<direction>ago|earlier|later|before(?=\s*[.,;)]|\s*$))\b"),
    ("ago", "o", r"(?P<unit>hour|minute|day|week|month|year|decade|centurie)s\s+(?P<direction>ago)\b"),
    ("ahead", "cd", rf"{VAGUELY}(?P<count>{NUMBER})\s+{UNIT}s?['’]?\s+(?:time\b(?!\s+of)|from\s+now\b)"),
    ("weekday", "o", rf"(?P<which>last|next|this|this\s+coming|the\s+previous|the\s+following)\s+(?P<weekday>{WEEKDAY})(?:\s+{PART})?"),
    ("weekday", "we", rf"{EARLY}?(?P<weekday>{WEEKDAY})(?:\s+{PART})?(?:\s+(?:of\s+)?(?P<week>last|this|next)\s+week|\s+local\s+time)?"),
    ("overnight", "o", rf"overnight(?:\s+(?:(?P<how>on|into|to|from)\s+)?(?P<weekday>{WEEKDAY}))?"),
    ("yesterday", "oe", rf"(?:{EARLY}?yesterday(?:\s+{PART})?|(?:late\s+)?last\s+night)"),
    ("today", "oe", rf"{EARLY}?(?:today(?:\s+{PART})?|tonight|this\s+{PART})"),
    ("tomorrow", "oe", rf"{EARLY}?tomorrow(?:\s+{PART})?"),
    ("weekend", "o", r"(?P<which>the|this|last|next|the\s+past)\s+weekend"),
    ("unit", "o", r"(?P<which>last|next|this|the\s+past|the\s+last|the\s+previous|the\s+coming|the\s+next|past)\s+(?P<unit>week|fortnight|month|year|decade|century)"),
    ("unit", "e", r"(?:earlier|later|late|early)\s+(?P<which>this|last|next)\s+(?P<unit>week|month|year)"),
    ("unit", "o", r"(?P<far>so\s+far)\s+(?P<which>this)\s+(?P<unit>week|month|year)"),
    ("unit", "o", r"(?:the\s+)?(?:beginning|start|middle|end)\s+of\s+(?P<which>the|this|last|next)\s+(?P<unit>week|month|year)"),
    ("span", "o", rf"(?:(?:the|these)\s+)?(?P<which>past|last|previous|next|coming|following)\s+(?P<count>{NUMBER})\s+(?P<unit>hour|day|week|month|year|decade)s"),
    ("open", "o", r"(?:recent|(?:the\s+)?coming)\s+(?:hour|day|week|month|year)s"),
    ("open", "o", r"(?:last|this|next)\s+(?:spring|summer|autumn|fall|winter)\b"),
    ("then", "o", r"(?:ever\s+)?since\s+then"),
    ("nth_day", "do", rf"(?P<nth>{'|'.join(NTHS)}|\d{{1,3}}(?:st|nd|rd|th))\s+(?P<streak>straight\s+|consecutive\s+|successive\s+)?(?:day|night)"),
]  # fmt: skip


KINDS = {
    "d": r"\d",
    "m": r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    "w": r"(?:mon|tue|wed|thu|fri|sat|sun)",
    "e": r"(?:early|earlier|late|later|mid)\b",
    "c": rf"(?:{NUMBER}|about|nearly|almost|around|roughly|more|over|just|at\s+least)\s",
    "o": r"(?:last|next|this|these|the|past|previous|coming|following|so|recent|beginning|start|middle|end|ever|since|today|tonight|"
    rf"tomorrow|yesterday|overnight|spring|summer|autumn|fall|winter|Q[1-4]|(?:hour|minute|day|week|month|year|decade|centurie)s|{'|'.join(NTHS)})\b",
}  # fmt: skip
START = re.compile(r"\b(?:" + "|".join(f"(?P<{kind}>{words})" for kind, words in KINDS.items()) + ")", re.I)
COMPILED = {
    kind: [(form, re.compile(rf"(?:{pattern})(?!\w)", re.I)) for form, kinds, pattern in PATTERNS if kind in kinds]
    for kind in KINDS
}
OPENING = re.compile(
    r"\b(since|until|till|from|after|before|by|between|as\s+of|through)\s+(?:(?:at\s+least|about|around|roughly)\s+)?(?:on\s+)?$", re.I)  # fmt: skip
NEEDS_PREPOSITION = re.compile(
    r"\b(?:in|since|until|till|of|during|from|by|before|after|throughout|through|for|between|and|to|last|this|next)\s$",
    re.I,
)
STRICTLY = re.compile(r"\b(?:in|since|until|till|during|throughout|end of|last|this|next)\s$", re.I)
A_PERSON_MAY = re.compile(r"\b(?:Theresa|Mrs\.?|Ms\.?|Minister|Elaine|Brian)\s+May\b")
BARE_MONTHS = frozenset({"may", "march", "august"})
ATTRIBUTE = re.compile(r"(?:\b(?:the|a|an|its|their|his|her)|['’]s?|\w\ss)\s$", re.I)
THING_AFTER = re.compile(
    r"\s+(?!(?:of|on|for|in|to|against|was|is|will|and|has|had|that|which|from|by|at|said|drew|this|today|tomorrow|through|past)\b)[a-z]{3}"
)
YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|until|till|of|during|from|by|before|after|throughout|through|between|for|fiscal|year|as of|at least|about|around|beyond)\s"
    r"|\b(?:post|pre)-|\(|(?:19|20)\d\d(?:,?\s+(?:and|or|to|until|through)\s+|,\s+|[-–]))$", re.I)  # fmt: skip
SENTENCE_ENDS = re.compile(r"(?:^|[.!?:\n])[\s\"“']*$")
YEAR_AFTER = re.compile(r"\s+(?:saw|was|is|has|had|brought|marked|began|ended|will)\b")
NAMED_YEAR = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}(?:elections?|vote|referendum|polls?|ballot|cup|olympics?|games|budget|census|season|edition|constitution|"
    r"laws?|act|report|campaign|race|primary|championships?|film|novel|book|model)\b", re.I)  # fmt: skip
NAMED_DAY = re.compile(
    r"\s+(?:alliance|coalition|bloc|camp|group|committee|(?:youth\s+)?movement|forces?\b|(?-i:Brigades?|Division|Bridge|Street|Square|City|"
    r"University|Stadium|Hospital|Avenue|Airport|Youth))", re.I)  # fmt: skip
NAMED_WEEKDAY = re.compile(
    r"-[a-z]|\s+(?:Times|Telegraph|Express|Mirror|Herald|Tribune|Independent|World|Mail|newspaper|paper|Agreement|Accords?)\b"
)
FEAST = re.compile(
    r"(?:\b(?:Good|Bloody|Black|Ash|Palm|Easter|Holy|Maundy|Whit|Super|every|each|Mail on|Scotland on|Independent on)\s)$",
    re.I,
)
RANGED = re.compile(r"\s?[-–—]\s?|\s+(?:to|through|until|till)\s+", re.I)
OFFSET = re.compile(
    rf"\b(?P<count>(?:\d{{1,2}}|{'|'.join(sorted(COUNTS, key=len, reverse=True))}))\s+{UNIT}s?\s+(?P<way>before|after)\s+$",
    re.I,
)
STREAK = re.compile(
    r"\b(?:(?:for|into|entered|enters|entering|reached)\s+(?:a|an|the|its|their)|in(?:to)?\s+(?:its|their))\s+$", re.I
)
POINTS = frozenset({"iso", "day", "month", "year", "weekday"})
ANTECEDENTS = POINTS | {"unit", "yesterday", "today", "slashed"}
NEAR = 400


def find_dates(text: str) -> tuple[DateWords, ...]:
    """The expressions of time in a text, in order, none inside another."""
    found: list[DateWords] = []
    at = 0
    while start := START.search(text, at):
        date, at = date_at(text, start)
        if date:
            found.append(date)
    return tuple(joined(text, found))


def date_at(text: str, start: re.Match[str]) -> tuple[DateWords | None, int]:
    """The expression that begins here, if one does, and where to read on: after a name with a day in it ("March 14 alliance") too."""
    for form, pattern in COMPILED[start.lastgroup or "o"]:
        match = pattern.match(text, start.start())
        if match and not refused(text, form, match):
            return date_words(text, form, match), match.end()
        if match and form == "day":
            return None, match.end()
    return None, start.start() + 1


def date_words(text: str, form: str, match: re.Match[str]) -> DateWords:
    before = text[max(0, match.start() - 40) : match.start()]
    opening = OPENING.search(before)
    groups = {key: value for key, value in match.groupdict().items() if value}
    if form == "nth_day" and STREAK.search(before):
        groups["streak"] = "yes"
    return DateWords(match.span(), match.group(), " ".join(opening[1].lower().split()) if opening else "", form, groups)


def joined(text: str, dates: list[DateWords]) -> list[DateWords]:
    """The dates with what belongs together made one: "from Monday to Friday", "a week before last Friday"; and "since then" told."""
    found: list[DateWords] = []
    for date in dates:
        date = offset(text, date)
        if date.form == "then" and found and date.span[0] - found[-1].span[1] < NEAR and found[-1].form in ANTECEDENTS:
            date = replace(date, opening="since", form=found[-1].form, groups=found[-1].groups)
        if found and is_range(text, found[-1], date):
            date = ranged(text, found.pop(), date)
        found.append(date)
    return found


def offset(text: str, date: DateWords) -> DateWords:
    """A date with the words before it that count from it."""
    before = OFFSET.search(text[max(0, date.span[0] - 40) : date.span[0]])
    if before is None or date.form not in ANTECEDENTS | {"tomorrow"}:
        return date
    start = date.span[0] - len(before.group())
    return DateWords(
        (start, date.span[1]), text[start : date.span[1]], "", "offset", {**before.groupdict(), **nested("a", date)}
    )


def is_range(text: str, first: DateWords, last: DateWords) -> bool:
    """Do two dates span an interval ("from X to Y", "between X and Y", "X-Y")?"""
    gap = text[first.span[1] : last.span[0]]
    if first.form not in POINTS or last.form not in POINTS:
        return False
    if first.opening == "between" and gap.strip().lower() == "and":
        return True
    plain = first.form == last.form and first.form != "weekday"
    return bool(RANGED.fullmatch(gap)) and (plain or first.opening == "from" or "-" in gap or "–" in gap)


def ranged(text: str, first: DateWords, last: DateWords) -> DateWords:
    span = (first.span[0], last.span[1])
    return DateWords(span, text[slice(*span)], "", "range", nested("a", first) | nested("b", last))


def nested(name: str, date: DateWords) -> Groups:
    return {f"{name}.form": date.form} | {f"{name}.{key}": value for key, value in date.groups.items()}


def refused(text: str, form: str, match: re.Match[str]) -> bool:
    """A month, day or year that is none: a verb, a number, a name."""
    start, end = match.span()
    before, after = text[max(0, start - 24) : start], text[end : end + 48]
    if (before[-1:] and before[-1] in "$€£¥/") or (form != "year" and before[-1:] in "-–" and before[-2:-1].isalpha()):
        return True
    check = REFUSALS.get(form)
    return check is not None and check(text, match, before, after)


def no_month(text: str, match: re.Match[str], before: str, after: str) -> bool:
    groups, words = match.groupdict(), match.group()
    name = match["month"].lower()
    if "year" in groups or "that" in groups:
        return False
    if match["month"].islower() and name in BARE_MONTHS and not text.islower():
        return True
    licence = STRICTLY if name == "may" and A_PERSON_MAY.search(text) else NEEDS_PREPOSITION
    if len(words) > len(match["month"]) or licence.search(before):
        return False
    if name in BARE_MONTHS:
        return not (ATTRIBUTE.search(before) and THING_AFTER.match(after))
    return before.endswith(("Black ", "Red ")) or (name in ("april", "june") and bool(re.match(r"\s[A-Z]", after)))


def no_weekday(text: str, match: re.Match[str], before: str, after: str) -> bool:
    return bool(FEAST.search(before) or NAMED_WEEKDAY.match(after))


def no_year(text: str, match: re.Match[str], before: str, after: str) -> bool:
    """A year stands after a preposition, an article, a possessive or another year; numbers and names do not."""
    if re.match(r"[%/]|-[a-z]", after):
        return True
    if len(match.group()) > 4 or YEAR_BEFORE.search(before):
        return False
    if ATTRIBUTE.search(before):
        return bool(NAMED_YEAR.match(after))
    return not (YEAR_AFTER.match(after) and SENTENCE_ENDS.search(before))


def no_day(text: str, match: re.Match[str], before: str, after: str) -> bool:
    lower = match["month"].lower() in BARE_MONTHS and match["month"].islower() and not text[:1].islower()
    return lower or bool(NAMED_DAY.match(after))


def no_today(text: str, match: re.Match[str], before: str, after: str) -> bool:
    """ "USA Today", "Today's Zaman" """
    if not match.group().startswith("T"):
        return False
    return bool(re.search(r"[A-Za-z]\s$", before) and not text.isupper()) or after.startswith("'s Zaman")


REFUSALS: dict[str, Callable[[str, re.Match[str], str, str], bool]] = {
    "month": no_month, "weekday": no_weekday, "year": no_year, "day": no_day, "today": no_today,
}  # fmt: skip


def resolve_date(date: DateWords, published: str | None, tense: Tense) -> Interval:
    """The days that the words mean, seen from the day of publication; open where they cannot be told."""
    today = Day.fromisoformat(published[:10]) if published else None
    found = read(date.form, date.groups, today, "past" if date.opening == "since" else tense)
    if found is None:
        return Interval(text=date.text, span=date.span, precision="open")
    start, end = opened(date, found[0], found[1], today)
    days = [day.isoformat() if day else None for day in (start, end)]
    return Interval(start=days[0], end=days[1], text=date.text, span=date.span, precision=found[2])


def opened(date: DateWords, start: Day | None, end: Day | None, today: Day | None) -> tuple[Day | None, Day | None]:
    """ "since X" ends on the day of publication; "until X", "by X" and "before X" have no beginning."""
    if date.opening == "since" and start and (today is None or start <= today):
        return start, today
    if date.opening in ("until", "till", "through", "by"):
        return None, end
    if date.opening == "before" and date.form in ("year", "month", "day", "decade") and start:
        return None, start - datetime.timedelta(days=1)
    return start, end
