"""Which known names stand in a text: states and what they are called, office holders, organisations. Longest match wins."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from dragoman.entries import Office, Organisation, People, State
from dragoman.lexicon import Lexicon
from dragoman.syntax import UPRIGHT, Word

Sort = Literal["state", "capital", "seat", "adjective", "people", "tribe", "office", "organisation"]
Entry = State | People | Office | Organisation
FIRST = re.compile(r"[^\s\-'.]+")
PIECE = re.compile(r"[\w.]+|[^\w\s]")
ARTICLE = re.compile(r"(?:[Aa]l|[Ee]l|[Aa]s|[Aa]n|[Aa]r|[Aa]d)-")
COMMON = frozenset(["the", "of", "and", "in", "on", "to", "a", "an", "for", "la", "le", "el", "de"])
NOUN_TAGS = ("NN", "NNS", "NNP", "NNPS", "JJ", "HYPH")
LONGEST = 16  # words of a name
LONGEST_ACRONYM = 5  # letters


@dataclass(frozen=True, slots=True)
class Hit:
    """A known name in the text: words [start, end) and what it may be."""

    start: int
    end: int
    senses: tuple[tuple[Sort, Entry], ...]

    def of(self, *sorts: Sort) -> list[Entry]:
        return [entry for sort, entry in self.senses if sort in sorts]


class Names:
    """An index of all names of the lexicons by their spelling; made once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.senses: dict[str, list[tuple[Sort, Entry]]] = {}
        self.longest: dict[str, int] = {}
        self.surnames: dict[str, list[Office]] = {}
        for state in lexicon.states:
            self.add("state", state, (state.name, *state.names))
            self.add("capital", state, state.capitals)
            self.add("seat", state, state.seats)
            self.add("adjective", state, state.adjectives)
            self.add("people", state, state.people)
        for people in lexicon.peoples:
            self.add("tribe", people, (people.name, *people.people, *people.adjectives))
        for organisation in lexicon.organisations:
            self.add("organisation", organisation, (organisation.name, *organisation.names))
        for office in lexicon.offices:
            self.add("office", office, (office.name, *office.names))
            for last in dict.fromkeys(surname(name) for name in (office.name, *office.names)):
                self.surnames.setdefault(last, []).append(office)

        self.small = frozenset(first for first in self.longest if not first[0].isupper()) - COMMON
        self.parties = frozenset(
            key for key, senses in self.senses.items()
            if key.isalpha() and any(sort in ("state", "organisation", "capital", "adjective") for sort, _ in senses)
        )  # fmt: skip

    def add(self, sort: Sort, entry: Entry, names: Iterable[str]) -> None:
        for key in dict.fromkeys(spelling for name in names for spelling in plain_too(normal(name))):
            first = FIRST.match(key)
            if first:
                self.senses.setdefault(key, []).append((sort, entry))
                pieces = len(PIECE.findall(key))
                self.longest[first[0]] = max(self.longest.get(first[0], 0), min(pieces, LONGEST))

    def find(self, text: str, words: Sequence[Word]) -> Iterator[Hit]:
        """The known names among the words of a text, from left to right, none inside another."""
        n = 0
        while n < len(words):
            hit = self.longest_at(text, words, n) if self.may_begin(words[n].text) else None
            if hit and words[n].text == "The" and goes_on(words, hit):
                hit = None  # "The National League", "the Australian-led force": no paper of that name
            if hit:
                yield hit
            n = hit.end if hit else n + 1

    def may_begin(self, word: str) -> bool:
        """Names begin with a capital, save those known to begin otherwise ("al-Shabaab")."""
        if word[0].isupper():
            return True
        first = FIRST.match(normal(word))
        return first is not None and first[0] in self.small

    def longest_at(self, text: str, words: Sequence[Word], n: int) -> Hit | None:
        first = FIRST.match(normal(words[n].text))
        most = max(self.longest.get(spelling, 0) for spelling in spellings(first[0])) if first else 0
        for end in range(min(n + most, len(words)), n, -1):
            key = normal(text[words[n].start : words[end - 1].end])
            senses = next((self.senses[spelling] for spelling in spellings(key) if spelling in self.senses), None)
            if senses and words[end - 1].sentence == words[n].sentence:
                return Hit(n, end, tuple(senses))
        return None


def goes_on(words: Sequence[Word], hit: Hit) -> bool:
    """Does a name of two words, the first of them "The", stand before a noun that it modifies?"""
    after = words[hit.end] if hit.end < len(words) else None
    return hit.end - hit.start == 2 and after is not None and (after.text == "-" or after.tag in NOUN_TAGS)


def spellings(name: str) -> tuple[str, ...]:
    """A name as it stands, without accents, and in usual case where it is all capitals and no acronym ("CANBERRA")."""
    if len(name) > LONGEST_ACRONYM and name.isupper():
        return (name, name.title())
    return plain_too(name)


def plain_too(name: str) -> tuple[str, ...]:
    """A name as it stands and, if it has any, without accents."""
    if name.isascii():
        return (name,)
    bare = "".join(letter for letter in unicodedata.normalize("NFD", name) if not unicodedata.combining(letter))
    return (name, bare) if bare != name else (name,)


def normal(name: str) -> str:
    """A name without differences of quotes, hyphens and spaces."""
    return " ".join(name.translate(UPRIGHT).split())


def surname(name: str) -> str:
    """The last word of a name, without an Arabic article: "Assad" of "Bashar al-Assad"."""
    last = normal(name).rsplit(" ", 1)[-1]
    article = ARTICLE.match(last) if "-" in last else None
    return last[article.end() :] if article else last
