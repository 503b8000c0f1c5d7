"""Texts -> which of many known phrases stand in them, longest first at each place. Looked up by first word, since thousands of
alternatives in one regular expression cost more than the parse."""

import re
from collections.abc import Iterable, Iterator, Mapping

from dragoman.record import Span

WORD = re.compile(r"\w+")
SHORTEST = 4  # letters of a phrase that is looked for


class Phrasebook:
    """Known phrases, each with what it stands for; made once."""

    def __init__(self, meanings: Mapping[str, str]) -> None:
        self.meanings = meanings
        self.by_first: dict[str, list[str]] = {}
        for phrase in sorted(meanings, key=len, reverse=True):
            first = WORD.search(phrase)
            if first and first.start() == 0 and len(phrase) >= SHORTEST:
                self.by_first.setdefault(first[0], []).append(phrase)

    def find(self, text: str) -> Iterator[tuple[Span, str]]:
        """Where phrases stand, and what each stands for; none inside another."""
        end = 0
        for word in WORD.finditer(text):
            start = word.start()
            if start < end:
                continue
            for phrase in self.by_first.get(word[0], ()):
                if text.startswith(phrase, start) and not is_inside(text, start + len(phrase)):
                    end = start + len(phrase)
                    yield (start, end), self.meanings[phrase]
                    break


def is_inside(text: str, end: int) -> bool:
    """Does a word go on at this place?"""
    return end < len(text) and (text[end].isalnum() or text[end] == "_")


def spelt(names: Iterable[tuple[str, Iterable[str]]]) -> dict[str, str]:
    """A table of spellings to the first-named name."""
    table: dict[str, str] = {}
    for name, others in names:
        for spelling in (name, *others):
            table.setdefault(spelling, name)
    return table
