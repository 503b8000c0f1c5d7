"""Text -> Layout: its paragraphs, and the dateline, byline and credit lines that are no sentences of the report."""

import re
from dataclasses import dataclass

from dragoman.record import Span

AGENCY = r"\((?P<agency>[A-Z][\w .,/&'’-]{1,40})\)"
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
NAMES = r"[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){0,2}\s?"  # up to three; a separator is required, lest there be too many ways to match
DATELINE = re.compile(
    rf"(?P<place>[A-Z][A-ZÀ-Þ.'’/ -]{{2,}}[A-Z.](?:,\s{NAMES})?|{NAMES}(?=,?\s?\(|,\s{MONTH}))"
    rf"(?:,?\s+(?P<date>{MONTH}\s\d{{1,2}}(?:,\s\d{{4}})?|\d{{1,2}}\s{MONTH}(?:\s\d{{4}})?))?"
    rf"(?:,?\s*{AGENCY})?\s*(?P<end>:|--+|—|–|-)\s+(?=\S)"
)
LONGEST_DATELINE = 200  # characters
BYLINE = re.compile(
    r"(?:By|BY)\s+[A-Z][\w.'’-]+(?:[ ,]+(?:and\s+)?[A-Z][\w.'’-]+){0,7}[ ,]*(?:(?<!\.)|(?<=[JS][rR]\.))|(?:Published|Updated|Posted|Last updated)\b.{0,60}"
)
CREDIT = re.compile(
    r"\W*(?:(?:additional (?:input|reporting|information)|(?:with )?(?:additional )?(?:inputs?|information))s?\s+(?:from|by)|"
    r"(?:inputs?|agenc(?:y|ies)|sources?|credits?)\s*:)\s*(?P<names>(?-i:[A-Z]).{1,80}?)\W*",
    re.I,
)
STAFF = re.compile(r"\(?(?:reporting|writing|editing|additional reporting|translated|compiled) by\b.{0,200}", re.I)
READ_ALSO = re.compile(
    r"(?:also read|read also|read more|read next|see also|more on this story|don['’]t miss|sign up|subscribe|follow us|share this|"
    r"file photo|all rights reserved)\b[:\s—-].{0,200}|"
    r"(?:related|recommended|watch|photo|image|advertisement|copyright)(?:\s?[:—–|/-].{0,200})?|"  # these begin sentences too
    r"related (?:articles|stories|topics|news|coverage|content)|(?:photo|image) (?:by|courtesy|credit)\b.{0,100}|"
    r"(?:copyright\s)?(?:©|\(c\)|(?<=copyright\s))\s?\d{4}.{0,100}",
    re.I,
)
LINE_END = re.compile(r"\r\n|[\n\r\u2028\u2029]")
LONGEST_FURNITURE = 240  # characters; a longer line is prose
SENTENCE_END = re.compile(r"[.!?:;…][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Dateline:
    """ "BAGHDAD, May 3 (Reuters) -": where, when and by whom a report was filed."""

    span: Span
    place: str
    date: str | None
    agency: str | None


@dataclass(frozen=True, slots=True)
class Layout:
    """Which stretches of a text are paragraphs to read, and what the others tell."""

    paragraphs: tuple[Span, ...]
    dateline: Dateline | None
    credits: tuple[str, ...]


def find_layout(text: str) -> Layout:
    """The layout of a report's text. All text outside `paragraphs` is furniture of the page."""
    paragraphs: list[Span] = []
    credited: list[str] = []
    dateline: Dateline | None = None
    for start, end in blocks(text):
        line = text[start:end]
        if len(line) <= LONGEST_FURNITURE and is_furniture(line, credited):
            continue
        if dateline is None and len(paragraphs) < 3:
            dateline = read_dateline(line, start)
            start = dateline.span[1] if dateline else start
        if start < end:
            paragraphs.append((start, end))
    if dateline and dateline.agency:
        credited.insert(0, dateline.agency)
    return Layout(tuple(paragraphs), dateline, tuple(dict.fromkeys(credited)))


def is_furniture(line: str, credits: list[str]) -> bool:
    """Is a line no sentence of the report? Names that it credits are added to `credits`."""
    credit = CREDIT.fullmatch(line)
    if credit:
        names = (re.split(r" in (?=[A-Z])", name)[0].strip(" .") for name in re.split(r",|;|/| and ", credit["names"]))
        credits.extend(name for name in names if name)
        return True
    return bool(BYLINE.fullmatch(line) or STAFF.fullmatch(line) or READ_ALSO.fullmatch(line))


def read_dateline(line: str, offset: int) -> Dateline | None:
    found = DATELINE.match(line[:LONGEST_DATELINE])
    if not found or (found["end"] == ":" and not found["place"].isupper()) or (found["end"] == "-" and not (
            found["agency"] or found["place"].isupper())):  # fmt: skip
        return None
    span = (offset + found.start(), offset + found.end())
    return Dateline(span, found["place"].strip(" ,"), found["date"], found["agency"])


def blocks(text: str) -> list[Span]:
    """Paragraphs: lines, except that a line broken in the middle of a sentence goes on in the next."""
    found: list[Span] = []
    line: Span | None = None
    for match in re.finditer(r"[^\n\r\u2028\u2029]+", text):
        start, end = match.span()
        start += len(match.group()) - len(match.group().lstrip())
        end -= len(match.group()) - len(match.group().rstrip())
        if start >= end:
            continue
        if line and goes_on(text, line, (start, end)):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
        line = (start, end)
    return found


def goes_on(text: str, before: Span, after: Span) -> bool:
    """Is the second line the continuation of the first: hard-wrapped text?"""
    if len(LINE_END.findall(text, before[1], after[0])) > 1:
        return False
    last = text[before[0] : before[1]]
    if SENTENCE_END.search(last) and len(last) < 60:
        return False
    wrapped = 55 <= len(last) <= 90
    return (text[after[0]].islower() and wrapped) or (wrapped and not SENTENCE_END.search(last))
