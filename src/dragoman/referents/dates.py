"""Text -> DateWords -> Interval: when, as newspapers write it, resolved against the day of publication.

Words that name no day (durations, ages, "may" and "march" as verbs, feasts, elections) are refused or stay open.
"""

import calendar
import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass

from dragoman.clauses.model import Tense
from dragoman.record import DatePrecision, Interval, Span

Day = datetime.date
Range = tuple[Day | None, Day | None]
MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if name}
MONTHS |= {name[:3].lower(): n for name, n in MONTHS.items()} | {"sept": 9}
WEEKDAYS = {name.lower(): n for n, name in enumerate(calendar.day_name)}
WEEKDAYS |= {"tues": 1, "weds": 2, "thurs": 3}
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Tues|Weds|Thurs)"
YEAR = r"(?:1[89]|20)\d\d"
NUMBER = r"(?:\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|a few|few|some)"
COUNTS = {
    word: n
    for n, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
}
COUNTS |= {"a": 1, "an": 1}
PART = r"(?:morning|afternoon|evening|night|dawn|dusk|noon|midnight)"
EARLY = r"(?:(?:early|late|earlier|later|mid|mid-)\s?)"


@dataclass(frozen=True, slots=True)
class DateWords:
    """Words of the text that tell when; `opening` is "since", "until", "from" … where they open an interval."""

    span: Span
    text: str
    opening: str
    form: str
    groups: dict[str, str]


PATTERNS: list[tuple[str, str]] = [
    ("iso", rf"(?P<year>{YEAR})-(?P<month>\d\d)-(?P<day>\d\d)"),
    ("month_range", rf"(?P<month>{MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s?(?:-|–|to|and)\s?(?P<last>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<year>{YEAR}))?"),
    ("day_range", rf"(?P<day>\d{{1,2}})\s?(?:-|–|to|and)\s?(?P<last>\d{{1,2}})\s+(?P<month>{MONTH})(?:,?\s+(?P<year>{YEAR}))?"),
    ("months", rf"(?P<month>{MONTH})\s+(?:to|and|through|-|–)\s+(?P<until>{MONTH})(?:,?\s+(?P<year>{YEAR}))?"),
    ("day", rf"(?:(?P<weekday>{WEEKDAY}),?\s+(?:the\s+)?)?(?:{EARLY}|(?:the\s)?{PART}\s+of\s+)?(?P<month>{MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|,\d{{3}})(?:,?\s+(?P<year>{YEAR}))?"),
    ("day", rf"(?:(?P<weekday>{WEEKDAY}),?\s+(?:the\s+)?)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{MONTH})(?:,?\s+(?P<year>{YEAR}))?"),
    ("month_year", rf"(?:{EARLY})?(?P<month>{MONTH}),?\s+(?:of\s+)?(?P<year>{YEAR})"),
    ("quarter", rf"(?:Q(?P<quarter>[1-4])|the\s+(?P<nth>first|second|third|fourth|last)\s+quarter)(?:\s+of)?\s+(?P<year>{YEAR})"),
    ("decade", r"(?:the\s+)?(?:early\s|late\s|mid-?)?(?P<decade>(?:1[89]|20)\d0)s"),
    ("ago", rf"(?:(?:about|nearly|almost|around|some|more than|over|just)\s+)?(?P<count>{NUMBER})\s+(?P<unit>day|week|month|year|decade|hour)s?\s+(?P<direction>ago|earlier|before)\b"),
    ("weekday", rf"(?P<which>last|next|this|this coming|earlier|the previous|the following)\s+(?P<weekday>{WEEKDAY})(?:\s+{PART})?"),
    ("weekday", rf"(?P<which>{EARLY}(?:on\s+)?)?(?P<weekday>{WEEKDAY})(?:\s+{PART})?(?:\s+(?:last\s+)?(?:week|local time))?"),
    ("overnight", r"overnight"),
    ("yesterday", rf"(?:{EARLY})?(?:yesterday)(?:\s+{PART})?"),
    ("today", rf"(?:{EARLY})?(?:today|tonight|this\s+{PART})(?:\s+{PART})?"),
    ("tomorrow", rf"tomorrow(?:\s+{PART})?"),
    ("weekend", r"(?P<which>the|this|last|next)\s+weekend"),
    ("unit", r"(?P<which>last|next|this|the past|the last|the previous|the coming|the next|past)\s+(?P<unit>week|month|year|decade|century)"),
    ("unit", r"(?:earlier|later)\s+(?P<which>this|last|next)\s+(?P<unit>week|month|year)"),
    ("span", rf"(?P<which>the past|the last|the next|the coming|past|recent)\s+(?P<count>{NUMBER}|couple of|24|48|72)\s+(?P<unit>hour|day|week|month|year)s"),
    ("recent", r"recent\s+(?P<unit>hour|day|week|month|year)s"),
    ("month", rf"(?:{EARLY}|last\s|this\s|next\s)?(?P<month>January|February|March|April|May|June|July|August|September|October|November|December)\b(?!\s+\d)"),
    ("nth_day", r"(?P<nth>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,3}(?:st|nd|rd|th))\s+(?:straight\s+|consecutive\s+)?day"),
    ("year", rf"(?:early\s|late\s|mid-?)?(?P<year>{YEAR})\b(?!\s?(?:people|men|troops|soldiers|civilians|others|dead|times))"),
]  # fmt: skip
OPENING = r"(?:(?P<opening>since|until|till|from|after|before|by|between|as of|through)\s+)?"
COMPILED = [(form, re.compile(rf"\b{OPENING}(?P<words>(?:{pattern}))(?!\w)")) for form, pattern in PATTERNS]
NEEDS_PREPOSITION = re.compile(
    r"\b(?:in|since|until|till|of|during|from|by|before|after|throughout|for|and|late|early|mid|last|this|next)[\s-]$",
    re.I,
)
BARE_MONTHS = frozenset({"may", "march", "august"})


def find_dates(text: str) -> tuple[DateWords, ...]:
    """The expressions of time in a text, in order, none inside another."""
    found: list[DateWords] = []
    taken: list[Span] = []
    for form, pattern in COMPILED:
        for match in pattern.finditer(text):
            start, end = match.span("words")
            if any(a < end and start < b for a, b in taken) or refused(text, form, match):
                continue
            groups = {
                key: value for key, value in match.groupdict().items() if value and key not in ("opening", "words")
            }
            opening = (match["opening"] or "").lower()
            found.append(DateWords((start, end), match["words"], opening, form, groups))
            taken.append((start, end))
    return tuple(sorted(found, key=lambda date: date.span))


def refused(text: str, form: str, match: re.Match[str]) -> bool:
    """A bare month or year that is none: a verb, a number, a name."""
    start = match.start("words")
    before = text[max(0, start - 12) : start]
    if form == "month":
        return match["words"].lower() in BARE_MONTHS and not (NEEDS_PREPOSITION.search(before) or match["opening"])
    if form == "year":
        hyphen = text[match.end() : match.end() + 1] in "-/%" or before.endswith(("-", "$", "/", "No. ", "resolution "))
        return hyphen and not match["opening"]
    return False


def resolve_date(date: DateWords, published: str | None, tense: Tense) -> Interval:
    """The days that the words mean, seen from the day of publication; open where they cannot be told."""
    today = Day.fromisoformat(published[:10]) if published else None
    try:
        found = FORMS[date.form](date.groups, today, tense)
    except (ValueError, OverflowError):
        found = None
    if found is None:
        return Interval(text=date.text, span=date.span, precision="open")
    start, end, precision = found
    start, end = opened(date, start, end, today)
    return Interval(
        start=start.isoformat() if start else None, end=end.isoformat() if end else None, text=date.text, span=date.span,
        precision=precision,
    )  # fmt: skip


def opened(date: DateWords, start: Day | None, end: Day | None, today: Day | None) -> Range:
    """ "since X" ends on the day of publication, "until X" has no beginning."""
    if date.opening == "since" and start and (today is None or start <= today):
        return start, today
    if date.opening in ("until", "till", "through"):
        return None, end
    return start, end


Found = tuple[Day | None, Day | None, DatePrecision] | None
Groups = dict[str, str]


def whole_month(year: int, month: int) -> tuple[Day, Day]:
    return Day(year, month, 1), Day(year, month, calendar.monthrange(year, month)[1])


def month_number(name: str) -> int:
    return MONTHS[name.lower().rstrip(".")]


def nearest_year(month: int, day: int, today: Day, tense: Tense) -> int:
    """The year of a date without one: the nearest in the direction of the tense."""
    candidates = [
        Day(year, month, min(day, calendar.monthrange(year, month)[1]))
        for year in range(today.year - 1, today.year + 2)
    ]
    if tense == "future":
        later = [day for day in candidates if day >= today]
        return later[0].year
    earlier = [day for day in candidates if day <= today + datetime.timedelta(days=1)]
    return earlier[-1].year if tense in ("past", "present") else min(candidates, key=lambda d: abs(d - today)).year


def day_form(groups: Groups, today: Day | None, tense: Tense) -> Found:
    month, first = month_number(groups["month"]), int(groups["day"])
    last = int(groups.get("last", first))
    if "year" not in groups and today is None:
        return None
    year = int(groups["year"]) if "year" in groups else nearest_year(month, first, today or Day.min, tense)
    return Day(year, month, first), Day(year, month, last), "day"


def iso_form(groups: Groups, today: Day | None, tense: Tense) -> Found:
    day = Day(int(groups["year"]), int(groups["month"]), int(groups["day"]))
    return day, day, "day"


def month_form(groups: Groups, today: Day | None, tense: Tense) -> Found:
    month = month_number(groups["month"])
    if "year" not in groups and today is None:
        return None
    year = int(groups["year"]) if "year" in groups else nearest_year(month, 1, today or Day.min, tense)
    return *whole_month(year, month), "month"


def months_form(groups: Groups, today: Day | None, tense: Tense) -> Found:
    until = month_number(groups["until"])
    if "year" not in groups and today is None:
        return None
    year = int(groups["year"]) if "year" in groups else nearest_year(until, 1, today or Day.min, tense)
    first = month_number(groups["month"])
    start = whole_month(year if first <= until else year - 1, first)[0]
    return start, whole_month(year, until)[1], "month"


def quarter_form(groups: Groups, today: Day | None, tense: Tense) -> Found:
    names = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
    quarter = int(groups["quarter"]) if "quarter" in groups else names[groups["nth"]]
    year = int(groups["year"])
    return Day(year, 3 * quarter - 2, 1), whole_month(year, 3 * quarter)[1], "quarter"


def decade_form(groups: Groups, today: Day | None, tense: Tense) -> Found:
    year = int(groups["decade"])
    return Day(year, 1, 1), Day(year + 9, 12, 31), "decade"


def year_form(groups: Groups, today: Day | None, tense: Tense) -> Found:
    year = int(groups["year"])
    return Day(year, 1, 1), Day(year, 12, 31), "year"


def weekday_form(groups: Groups, today: Day | None, tense: Tense) -> Found:
    """A weekday is the last one in past tense, its own day included, the next one in future tense."""
    if today is None:
        return None
    wanted, which = WEEKDAYS[groups["weekday"].lower()], groups.get("which", "").strip().lower()
    back = (today.weekday() - wanted) % 7
    ahead = (wanted - today.weekday()) % 7
    if which in ("next", "this coming", "the following"):
        day = today + datetime.timedelta(days=ahead or 7)
    elif which in ("last", "the previous"):
        day = today - datetime.timedelta(days=back or 7)
    elif tense == "future":
        day = today + datetime.timedelta(days=ahead)
    else:
        day = today - datetime.timedelta(days=back)
    return day, day, "day"


def shifted(days: int, length: int = 1) -> Callable[[Groups, Day | None, Tense], Found]:
    """A day counted from today."""

    def form(groups: Groups, today: Day | None, tense: Tense) -> Found:
        if today is None:
            return None
        start = today + datetime.timedelta(days=days)
        return start, start + datetime.timedelta(days=length - 1), "day"

    return form


def weekend_form(groups: Groups, today: Day | None, tense: Tense) -> Found:
    if today is None:
        return None
    saturday = today - datetime.timedelta(days=(today.weekday() - 5) % 7)
    if groups["which"] == "next" or (tense == "future" and today.weekday() < 5):
        saturday += datetime.timedelta(days=7)
    return saturday, saturday + datetime.timedelta(days=1), "day"


def back_by(today: Day, count: int, unit: str) -> Day:
    if unit in ("day", "week", "hour"):
        return today - datetime.timedelta(days=count * {"day": 1, "week": 7, "hour": 0}[unit])
    months = today.year * 12 + today.month - 1 - count * {"month": 1, "year": 12, "decade": 120}[unit]
    year, month = divmod(months, 12)
    return Day(year, month + 1, min(today.day, calendar.monthrange(year, month + 1)[1]))


def ago_form(groups: Groups, today: Day | None, tense: Tense) -> Found:
    """ "three days ago" is a day, "two months ago" a month; "earlier" and "before" count from an unknown day."""
    count = COUNTS.get(groups["count"].lower()) or (int(groups["count"]) if groups["count"].isdigit() else 0)
    if today is None or groups["direction"] != "ago" or not count:
        return None
    unit = groups["unit"]
    day = back_by(today, count, unit)
    if unit in ("day", "hour"):
        return day, day, "day"
    if unit == "week":
        return day - datetime.timedelta(days=3), day + datetime.timedelta(days=3), "week"
    if unit == "month":
        return *whole_month(day.year, day.month), "month"
    return Day(day.year, 1, 1), Day(day.year, 12, 31), "year"


def unit_form(groups: Groups, today: Day | None, tense: Tense) -> Found:
    """ "last month" is the calendar month; "in the past week" the seven days up to today."""
    which, unit = groups["which"], groups["unit"]
    if today is None or unit == "century":
        return None
    if which in ("the past", "past", "the last", "the previous"):
        return back_by(today, 1, unit), today, "day"
    step = {"last": -1, "this": 0, "next": 1, "the coming": 1, "the next": 1}[which]
    if unit == "week":
        monday = today - datetime.timedelta(days=today.weekday() - 7 * step)
        return monday, monday + datetime.timedelta(days=6), "week"
    if unit == "month":
        day = back_by(today.replace(day=1), -step, "month")
        return *whole_month(day.year, day.month), "month"
    if unit == "decade":
        return None
    return Day(today.year + step, 1, 1), Day(today.year + step, 12, 31), "year"


def span_form(groups: Groups, today: Day | None, tense: Tense) -> Found:
    """ "the past 24 hours", "the last three weeks"."""
    word = groups["count"].lower()
    count = 2 if word == "couple of" else COUNTS.get(word) or (int(word) if word.isdigit() else 0)
    if today is None or not count or groups["which"] in ("the next", "the coming", "recent"):
        return None
    if groups["unit"] == "hour":
        return today - datetime.timedelta(days=max(1, round(count / 24))), today, "day"
    return back_by(today, count, groups["unit"]), today, "day"


def open_form(groups: Groups, today: Day | None, tense: Tense) -> Found:
    return None


def overnight_form(groups: Groups, today: Day | None, tense: Tense) -> Found:
    return shifted(-1, 2)(groups, today, tense)


FORMS: dict[str, Callable[[Groups, Day | None, Tense], Found]] = {
    "iso": iso_form, "month_range": day_form, "day_range": day_form, "day": day_form, "months": months_form,
    "month_year": month_form, "month": month_form, "quarter": quarter_form, "decade": decade_form, "year": year_form,
    "weekday": weekday_form, "overnight": overnight_form, "yesterday": shifted(-1), "today": shifted(0), "tomorrow": shifted(1),
    "weekend": weekend_form, "ago": ago_form, "unit": unit_form, "span": span_form, "recent": open_form, "nth_day": open_form,
}  # fmt: skip
