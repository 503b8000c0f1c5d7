"""Text in capitals or small letters only -> the same text as it is usually written, every character at its old offset.

The parser was trained on mixed case, where capitals tell names from words; a headline or a telex that has one case only is put in the usual one
before it is parsed. Names come from the lexicons, the usual spelling of other words from a list that comes with the language model.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from itertools import pairwise

PIECE = re.compile(r"[^\W\d_]+")
GAP = re.compile(r"[ .'’-]{0,2}")  # what may stand between the pieces of one name
SENTENCE_START = re.compile(r"(?:^|(?:[!?]|\w\w\.)['\")\]]*\s+|\n\s*)[\"'(\[“‘]*(?=[^\W\d_])")
ABBREVIATION = re.compile(r"\b(?:mr|mrs|ms|dr|st|gen|lt|col|maj|capt|sgt|gov|sen|rep|jr|sr|no|vs)\.\s+[\"'(]*$", re.I)
MONTHS = {"may", "march"}  # words too: months beside a number
BESIDE_NUMBER = re.compile(r"\s*\d")
CAPITALS_SHARE, FEWEST_LETTERS = 0.85, 12  # from which on a text counts as written in one case
LONGEST_ABBREVIATION = 10  # characters, with blanks and marks
SHORT = 4  # letters of words that the dictionary of inflections does not have ("us"), and of acronyms without vowels
NEGATED = re.compile(r"['’]T\b", re.I)
SUFFIXES = {"s", "t", "ll", "re", "ve", "d", "m"}  # after an apostrophe


def small(text: str) -> str:
    """In small letters, of the same length: a letter whose small form is longer stays ("İ")."""
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


def capital(letter: str) -> str:
    return letter.upper() if len(letter.upper()) == 1 else letter


def has_one_case(text: str) -> bool:
    """Is a text written in capitals or in small letters alone?"""
    upper, lower = sum(map(str.isupper, text)), sum(map(str.islower, text))
    return upper + lower >= FEWEST_LETTERS and (upper == 0 or upper >= CAPITALS_SHARE * (upper + lower))


@cache
def usual_spellings() -> Mapping[str, str]:
    """The usual spelling of words by their form in small letters: what the model's training texts write inside a sentence."""
    listed = resources.files("dragoman") / "models" / "en" / "spellings.txt"
    return {word.lower(): word for word in listed.read_text("utf-8").split()}


@cache
def is_english(word: str) -> bool:
    from lemminflect import getAllLemmas

    return bool(getAllLemmas(word))


def no_names() -> Iterable[str]:
    return ()


@dataclass(frozen=True)
class Casing:
    """Knows the names to be restored, which it asks for when it first needs them, and the titles that have a capital before a name."""

    known: Callable[[], Iterable[str]] = no_names
    titles: frozenset[str] = frozenset()

    @cached_property
    def names(self) -> Mapping[str, list[list[str]]]:
        """The pieces of the names by their first piece in small letters, the longer names first."""
        by_first: dict[str, list[list[str]]] = {}
        for name in dict.fromkeys(self.known()):
            pieces = PIECE.findall(name.removeprefix("The "))
            if any(piece[0].isupper() for piece in pieces):
                by_first.setdefault(pieces[0].lower(), []).append(pieces)
        for entries in by_first.values():
            entries.sort(key=len, reverse=True)
        return by_first

    def restore_parts(self, text: str, parts: Iterable[tuple[int, int]]) -> str:
        """The text with each of its parts, which stand in their order, in usual case."""
        done, restored = 0, []
        for start, end in parts:
            restored += [text[done:start], self.restore(text[start:end])]
            done = end
        return "".join([*restored, text[done:]])

    def restore(self, text: str) -> str:
        """The text in usual case; one that has both cases is returned as it is."""
        if not has_one_case(text):
            return text
        letters = list(small(text))
        pieces = list(PIECE.finditer("".join(letters)))
        spelt = self.spelt(pieces, text)
        for piece, spelling in zip(pieces, spelt, strict=True):
            letters[piece.start() : piece.end()] = spelling if len(spelling) == len(piece[0]) else piece[0]
        for start in SENTENCE_START.finditer(text):
            if not ABBREVIATION.search(text, max(0, start.end() - LONGEST_ABBREVIATION), start.end()):
                letters[start.end()] = capital(letters[start.end()])
        return "".join(letters)

    def spelt(self, pieces: list[re.Match[str]], text: str) -> list[str]:
        """The spelling of every piece: of names as the lexicons have them, of others as usual."""
        found: list[str] = []
        while len(found) < len(pieces):
            found += self.name_at(pieces, len(found), text) or [self.usual(pieces, len(found), text)]
        return [self.titled(found, n) for n in range(len(found))]

    def name_at(self, pieces: list[re.Match[str]], n: int, text: str) -> list[str] | None:
        """The pieces of the longest known name that begins here."""
        for name in self.names.get(pieces[n][0], ()):
            here = pieces[n : n + len(name)]
            same = [piece[0] for piece in here] == [part.lower() for part in name]
            if same and is_joined(here, text) and (len(name) > 1 or not is_common(pieces[n][0])):
                return name
        return None

    def usual(self, pieces: list[re.Match[str]], n: int, text: str) -> str:
        word = pieces[n][0]
        if (word in SUFFIXES and text[pieces[n].start() - 1] in "'’") or NEGATED.match(text, pieces[n].end()):
            return word
        if word in MONTHS:
            start, end = pieces[n].span()
            dated = BESIDE_NUMBER.match(text, end) or text[max(0, start - 3) : start].strip()[-1:].isdigit()
            return word.capitalize() if dated else word
        known = usual_spellings().get(word)
        if known or is_english(word):
            return known or word
        return word.upper() if len(word) <= SHORT and not re.search("[aeiouy]", word) else word.capitalize()

    def titled(self, words: list[str], n: int) -> str:
        """A title before a name has a capital; "us" before a title or after "the" is the country."""
        word, after = words[n], words[n + 1] if n + 1 < len(words) else ""
        if word.lower() in self.titles:
            return word.capitalize() if after[:1].isupper() else word.lower()
        if word == "us" and (after in self.titles or words[max(0, n - 1)].lower() == "the"):
            return "US"
        return word


def is_joined(pieces: list[re.Match[str]], text: str) -> bool:
    """Does nothing but a blank, a full stop, an apostrophe or a hyphen stand between the pieces?"""
    return all(GAP.fullmatch(text, a.end(), b.start()) for a, b in pairwise(pieces))


def is_common(word: str) -> bool:
    """Is a word in small letters one that is written so, though a name is spelt like it ("us", "labor")?"""
    known = usual_spellings().get(word)
    return word in MONTHS or (known is not None and known.islower() and (is_english(word) or len(word) <= SHORT))
