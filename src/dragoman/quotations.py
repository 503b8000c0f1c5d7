"""Text -> what stands between quotation marks, or as a block after "the minister said:"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.record import Span

OPENING = re.compile(r"[\"“«„]")
CLOSERS = {'"': '"', "“": "”", "«": "»", "„": "”“"}
BLOCK = re.compile(r"\b(?:said|added|stated|wrote|declared|continued|reads|follows)\s*:\s*\n\s*")
PARAGRAPH = re.compile(r"[^\s\n][^\n]*[^\s\n]")
SHORTEST = 2  # words; two only of a chant
LONGEST = 3000  # characters; a mark that is not closed by then is taken as a slip


@dataclass(frozen=True, slots=True)
class Spoken:
    """A stretch between quotation marks, without them and without its closing comma."""

    span: Span
    closed: bool


def find_spans(text: str) -> list[Spoken]:
    """The stretches between quotation marks; a paragraph that opens anew continues the one before."""
    found: list[Spoken] = []
    at = 0
    while opening := OPENING.search(text, at):
        start = opening.end()
        end = closing(text, start, CLOSERS[opening.group()])
        at = end + 1
        inside = trimmed(text, start, end)
        if inside and len(text[inside[0] : inside[1]].split()) >= SHORTEST:
            closed = end < len(text) and text[end] in CLOSERS[opening.group()]
            found.append(Spoken(inside, closed))
    return found + list(find_blocks(text))


def find_blocks(text: str) -> Iterator[Spoken]:
    """The paragraphs after "the minister said:" where they stand without marks; up to the next marks or credit line."""
    opening = BLOCK.search(text)
    if opening is None:
        return
    for paragraph in PARAGRAPH.finditer(text, opening.end()):
        if OPENING.search(paragraph.group()) or len(paragraph.group().split()) < SHORTEST:
            return
        yield Spoken(paragraph.span(), False)


def closing(text: str, start: int, closers: str) -> int:
    """Where a quotation ends: at its closing mark, or at the end of its paragraph if the next one opens anew."""
    for n in range(start, min(len(text), start + LONGEST)):
        if text[n] in closers:
            return n
        if text[n] == "\n":
            return n
    return min(len(text), start + LONGEST)


def trimmed(text: str, start: int, end: int) -> Span | None:
    while end > start and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return (start, end) if end > start else None
