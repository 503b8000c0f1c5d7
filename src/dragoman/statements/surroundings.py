"""The prepositional phrases around verbs and nouns, wherever the parse hung them."""

from collections.abc import Iterator

from dragoman.clauses import Clause, Clauses, Phrase
from dragoman.syntax import Word

QUOTATION_MARKS = frozenset("\"'”’»")
CHAIN = 5  # prepositional phrases that may follow a noun one after the other


class Surroundings:
    """Finds what stands around the words of one report."""

    def __init__(self, clauses: Clauses) -> None:
        self.words = clauses.doc.words
        self.opened = {word.i: phrase for phrase in clauses.phrases for word in phrase.openers}

    def around(self, clause: Clause) -> list[Phrase]:
        """Prepositional phrases that may belong to a verb: its own, and those that the parse hung on its objects."""
        found = list(clause.obliques)
        for phrase in clause.patients[-1:]:
            if phrase.clause is clause:
                found += self.following(phrase)
        found += self.after(clause.predicate)
        return found

    def after(self, word: Word) -> Iterator[Phrase]:
        """The prepositional phrases that follow a word one after the other, wherever the parse hung them."""
        n = word.i + 1
        for _ in range(CHAIN):
            phrase = self.opened.get(n) or self.opened.get(self.past_gerund(n))
            if phrase is None or phrase.head.sentence != word.sentence:
                return
            yield phrase
            n = self.past_mark(max(member.words[-1].i for member in phrase.members) + 1)

    def past_mark(self, n: int) -> int:
        """The word after a closing quotation mark: "the "shelling of markets" by rebels"."""
        return n + 1 if n < len(self.words) and self.words[n].text in QUOTATION_MARKS else n

    def past_gerund(self, n: int) -> int:
        """The word after "and killing" of "the targeting and killing of civilians"."""
        words = self.words[n : n + 2]
        return n + 2 if len(words) == 2 and words[0].lower in ("and", "or") and words[1].tag == "VBG" else n

    def following(self, phrase: Phrase) -> list[Phrase]:
        """The prepositional phrases of a noun; an "of" further on belongs to the noun before it."""
        chain = list(self.after(phrase.words[-1]))
        return [*phrase.links, *(p for n, p in enumerate(chain) if n == 0 or p.preposition != "of")]
