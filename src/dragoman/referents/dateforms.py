"""The words of a date, sorted into a form and its groups -> the days that they mean, seen from a day.

What cannot be told (no day to count from, a vague count, "30 February") is None.
"""

import calendar
import datetime
from collections.abc import Callable

from dragoman.clauses.model import Tense
from dragoman.record import DatePrecision

Day = datetime.date
Groups = dict[str, str]
Found = tuple[Day | None, Day | None, DatePrecision] | None
MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if name}
MONTHS |= {name[:3]: n for name, n in MONTHS.items()} | {"sept": 9}
WEEKDAYS = {name.lower(): n for n, name in enumerate(calendar.day_name)}
WEEKDAYS |= {name[:3]: n for name, n in WEEKDAYS.items()} | {"tues": 1, "weds": 2, "thurs": 3, "thur": 3}
COUNTS = {word: n for n, word in enumerate(
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"])}  # fmt: skip
COUNTS |= {
    "a": 1,
    "an": 1,
    "the": 1,
    "a couple of": 2,
    "couple of": 2,
    "a dozen": 12,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
}
NTHS = {word: n for n, word in enumerate(
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"], 1)}  # fmt: skip


def read(form: str, groups: Groups, today: Day | None, tense: Tense) -> Found:
    """What a form means; nothing where no calendar has the day ("30 February")."""
    try:
        found = FORMS[form](groups, today, tense)
    except (ValueError, OverflowError):
        return None
    return None if found and found[0] and found[1] and found[0] > found[1] else found


def whole_month(year: int, month: int) -> tuple[Day, Day]:
    return Day(year, month, 1), Day(year, month, calendar.monthrange(year, month)[1])


def month_number(name: str) -> int:
    return MONTHS[name.lower().rstrip(".")]


def weekday_number(name: str) -> int:
    return WEEKDAYS[name.lower().rstrip(".")]


def number(groups: Groups) -> int:
    """The count of a form, 0 where it is vague."""
    word = " ".join(groups["count"].lower().split())
    return COUNTS.get(word) or (int(word) if word.isdigit() else 0)


def told_year(groups: Groups, today: Day | None) -> int | None:
    """The year as written, or "last year" counted from today."""
    if "year" in groups:
        return int(groups["year"])
    if "that" in groups and today:
        return today.year + {"last": -1, "this": 0, "next": 1}[groups["that"].lower()]
    return None


def nearest_year(month: int, day: int, today: Day, tense: Tense, weekday: int | None = None) -> int:
    """The year of a date without one: the nearest in the direction of the tense, on the weekday that is told with it."""
    years = range(max(1, today.year - 8), today.year + 9)
    days = [Day(year, month, day) for year in years if day <= calendar.monthrange(year, month)[1]]
    days = [d for d in days if d.weekday() == weekday] or days
    if not days:
        raise ValueError(f"no month {month} has a day {day}")
    if tense == "future":
        return next(d for d in days if d >= today).year
    earlier = [d for d in days if d <= today + datetime.timedelta(days=1)]
    return earlier[-1].year if tense in ("past", "present") else min(days, key=lambda d: abs(d - today)).year


def day_form(groups: Groups, today: Day | None, tense: Tense) -> Found:
    month, first = month_number(groups["month"]), int(groups["day"])
    year = told_year(groups, today)
    if year is None and today is not None and "that" not in groups:
        weekday = weekday_number(groups["weekday"]) if "weekday" in groups else None
        year = nearest_year(month, first, today, tense, weekday)
    return (Day(year, month, first), Day(year, month, int(groups.get("last", first))), "day") if year else None


def iso_form(groups: Groups, today: Day | None, tense: Tense) -> Found:
    day = Day(int(groups["year"]), int(groups["month"]), int(groups["day"]))
    return day, day, "day"


def slashed_form(groups: Groups, today: Day | None, tense: Tense) -> Found:
    """ "25/02/2024" and "02/25/2024"; "03/04/2024" may be either."""
    first, second, year = int(groups["first"]), int(groups["second"]), int(groups["year"])
    if groups["mark"] == "/" and first != second and first <= 12 and second <= 12:
        return None
    day = Day(year, second, first) if second <= 12 else Day(year, first, second)
    return day, day, "day"


def nth_of_form(groups: Groups, today: Day | None, tense: Tense) -> Found:
    if today is None:
        return None
    month = back_by(today.replace(day=1), -STEPS[groups["which"].lower()], "month")
    day = month.replace(day=int(groups["day"]))
    return day, day, "day"


def month_form(groups: Groups, today: Day | None, tense: Tense) -> Found:
    """ "in March" may be the running month, "last March" and "next March" may not."""
    month, year = month_number(groups["month"]), told_year(groups, today)
    which = groups.get("which", "").lower()
    if year is None and today is not None and "that" not in groups:
        future = (tense == "future" and which != "last") or which == "next"
        year = (
            today.year
            if which == "this"
            else nearest_year(month, 28 if future else 1, today, "future" if future else tense)
        )
        if (year, month) == (today.year, today.month) and which in ("last", "next"):
            year += STEPS[which]
    return (*whole_month(year, month), "month") if year else None


def quarter_form(groups: Groups, today: Day | None, tense: Tense) -> Found:
    year, nth = told_year(groups, today), groups.get("nth", "first").lower()
    if year is None:
        return None
    half = groups.get("part", "").lower() == "half"
    part = int(groups.get("quarter") or (NTHS.get(nth) or (2 if half else 4)))
    length = 6 if half else 3
    return Day(year, length * (part - 1) + 1, 1), whole_month(year, length * part)[1], "quarter"


def decade_form(groups: Groups, today: Day | None, tense: Tense) -> Found:
    """ "the 1900s" may be a century."""
    year = int(groups["decade"])
    return None if year in (1800, 1900) else (Day(year, 1, 1), Day(year + 9, 12, 31), "decade")


def year_form(groups: Groups, today: Day | None, tense: Tense) -> Found:
    year = int(groups["year"])
    last = year // 100 * 100 + int(groups["last"]) if "last" in groups else year
    return Day(year, 1, 1), Day(last, 12, 31), "year"


def weekday_form(groups: Groups, today: Day | None, tense: Tense) -> Found:
    """A weekday is the last one in past tense, its own day included, the next one in future tense."""
    if today is None:
        return None
    wanted, which = weekday_number(groups["weekday"]), " ".join(groups.get("which", "").lower().split())
    back = (today.weekday() - wanted) % 7
    ahead = (wanted - today.weekday()) % 7
    if "week" in groups:
        days = wanted - today.weekday() + 7 * STEPS[groups["week"].lower()]
    elif which in ("next", "this coming", "the following"):
        days = ahead or 7
    elif which in ("last", "the previous"):
        days = -(back or 7)
    else:
        days = ahead if tense == "future" else -back
    return shifted(days)({}, today, tense)


def shifted(days: int, length: int = 1) -> Callable[[Groups, Day | None, Tense], Found]:
    """A day counted from today."""

    def form(groups: Groups, today: Day | None, tense: Tense) -> Found:
        if today is None:
            return None
        start = today + datetime.timedelta(days=days)
        return start, start + datetime.timedelta(days=length - 1), "day"

    return form


def overnight_form(groups: Groups, today: Day | None, tense: Tense) -> Found:
    """The night that ends on the day of publication, or that begins on (ends "into") a weekday."""
    day = weekday_form(groups, today, tense) if "weekday" in groups else None
    if day is None:
        return shifted(-1, 2)(groups, today, tense)
    return shifted(-1 if groups.get("how", "").lower() in ("into", "to") else 0, 2)(groups, day[0], tense)


def weekend_form(groups: Groups, today: Day | None, tense: Tense) -> Found:
    """ "the weekend" may be the one that is on, "last weekend" may not."""
    if today is None:
        return None
    saturday = today - datetime.timedelta(days=(today.weekday() - 5) % 7)
    which, running = groups["which"].lower(), today.weekday() >= 5
    if which == "next" or (tense == "future" and not running):
        saturday += datetime.timedelta(days=7)
    elif which == "last" and running:
        saturday -= datetime.timedelta(days=7)
    return saturday, saturday + datetime.timedelta(days=1), "day"


def back_by(today: Day, count: int, unit: str) -> Day:
    if unit in DAYS:
        return today - datetime.timedelta(days=count * DAYS[unit])
    if unit in ("hour", "minute"):
        return today - datetime.timedelta(days=count // 24 if unit == "hour" else 0)
    months = today.year * 12 + today.month - 1 - count * {"month": 1, "year": 12, "decade": 120}[unit]
    year, month = divmod(months, 12)
    return Day(year, month + 1, min(today.day, calendar.monthrange(year, month + 1)[1]))


def around(day: Day, unit: str) -> Found:
    """A day as exact as the unit in which it is counted."""
    if unit in ("week", "fortnight"):
        return day - datetime.timedelta(days=3), day + datetime.timedelta(days=3), "week"
    if unit == "month":
        return *whole_month(day.year, day.month), "month"
    if unit in ("year", "decade"):
        return Day(day.year, 1, 1), Day(day.year, 12, 31), "year" if unit == "year" else "decade"
    return day, day, "day"


def ago_form(groups: Groups, today: Day | None, tense: Tense) -> Found:
    """ "three days ago" is a day, "two months ago" a month; "earlier" and "later" count from an unknown day."""
    vague = "count" not in groups or "half" in groups or "half_more" in groups
    if today is None or vague or not number(groups) or groups["direction"].lower() != "ago":
        return None
    unit = groups["unit"].lower()
    return around(back_by(today, number(groups), unit), unit)


def ahead_form(groups: Groups, today: Day | None, tense: Tense) -> Found:
    unit = groups["unit"].lower()
    return around(back_by(today, -number(groups), unit), unit) if today and number(groups) else None


def unit_form(groups: Groups, today: Day | None, tense: Tense) -> Found:
    """ "last month" is the calendar month; "in the past week" the seven days up to today."""
    which, unit = " ".join(groups["which"].lower().split()), groups["unit"].lower()
    if today is None or unit == "century":
        return None
    if which in ("the past", "past", "the last", "the previous"):
        return back_by(today, 1, unit), today, PRECISIONS[unit]
    step = STEPS[which]
    day = back_by(today.replace(day=1), -step, unit) if unit in ("month", "year") else today
    if unit == "week":
        day = today - datetime.timedelta(days=today.weekday() - 7 * step - 3)
    elif unit not in ("month", "year"):
        return None
    start, end, precision = around(day, unit) or (None, None, "open")
    return start, today if "far" in groups else end, precision


def span_form(groups: Groups, today: Day | None, tense: Tense) -> Found:
    """ "the past 24 hours", "the last three weeks", "the next two months"."""
    count, unit = number(groups), groups["unit"].lower()
    if today is None or not count:
        return None
    if unit == "hour":
        count, unit = max(1, round(count / 24)), "day"
    if groups["which"].lower() in ("next", "coming", "following"):
        return today, back_by(today, -count, unit), PRECISIONS[unit]
    return back_by(today, count, unit), today, PRECISIONS[unit]


def nth_day_form(groups: Groups, today: Day | None, tense: Tense) -> Found:
    """What goes on "for a third straight day" began two days before today; "the third day of" something is any day."""
    nth = groups["nth"].lower()
    count = NTHS.get(nth) or int(nth[:-2])
    if today is None or "streak" not in groups or tense == "future":
        return None
    return today - datetime.timedelta(days=count - 1), today, "day"


def part_of(groups: Groups, name: str) -> tuple[str, Groups]:
    return groups[f"{name}.form"], {key[2:]: value for key, value in groups.items() if key.startswith(f"{name}.")}


def range_form(groups: Groups, today: Day | None, tense: Tense) -> Found:
    """From a first to a last date: the one that has its year tells the other's."""
    (first_form, first), (last_form, last) = part_of(groups, "a"), part_of(groups, "b")
    if "year" in first and "year" not in last:
        start = read(first_form, first, today, tense)
        end = read(last_form, last, start[0], "future") if start else None
    else:
        end = read(last_form, last, today, tense)
        start = read(first_form, first, end[0], "past") if end else None
    return (start[0], end[1], end[2]) if start and end else None


def offset_form(groups: Groups, today: Day | None, tense: Tense) -> Found:
    """ "two days after last Sunday": so far from a single day."""
    form, inner = part_of(groups, "a")
    base = read(form, inner, today, tense)
    if base is None or base[0] is None or base[0] != base[1]:
        return None
    unit, way = groups["unit"].lower(), 1 if groups["way"].lower() == "before" else -1
    day = back_by(base[0], way * number(groups), unit)
    return around(day, unit) if unit in ("month", "year", "decade") else (day, day, "day")


def open_form(groups: Groups, today: Day | None, tense: Tense) -> Found:
    return None


STEPS = {"last": -1, "this": 0, "the": 0, "next": 1, "the coming": 1, "the next": 1}
DAYS = {"day": 1, "week": 7, "fortnight": 14}
PRECISIONS: dict[str, DatePrecision] = {
    "day": "day", "week": "week", "fortnight": "week", "month": "month", "year": "year", "decade": "decade",
}  # fmt: skip
FORMS: dict[str, Callable[[Groups, Day | None, Tense], Found]] = {
    "iso": iso_form, "slashed": slashed_form, "day": day_form, "nth_of": nth_of_form, "month": month_form, "quarter": quarter_form,
    "decade": decade_form, "years": year_form, "year": year_form, "weekday": weekday_form, "overnight": overnight_form,
    "yesterday": shifted(-1), "today": shifted(0), "tomorrow": shifted(1), "weekend": weekend_form, "ago": ago_form,
    "ahead": ahead_form, "unit": unit_form, "span": span_form, "nth_day": nth_day_form, "range": range_form, "offset": offset_form,
    "open": open_form, "then": open_form,
}  # fmt: skip
