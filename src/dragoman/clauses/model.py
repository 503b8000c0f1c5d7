"""What the parse is turned into: clauses with their parties and phrases with their parts. Frozen once built."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from dragoman.record import Span
from dragoman.syntax import Doc, Word

Tense = Literal["past", "present", "future", "none"]
Link = Literal["root", "complement", "adverbial", "relative", "participle", "coordinate", "aside"]
Role = Literal["subject", "object", "indirect", "oblique", "modifier", "owner", "apposition", "predicate", "other"]


@dataclass(slots=True, eq=False, repr=False)
class Phrase:
    """A noun phrase: "the two Turkish ministers of the region". `words` is its core, without what follows the noun."""

    head: Word
    words: tuple[Word, ...]
    role: Role
    preposition: str = ""
    clause: "Clause | None" = None
    governor: "Phrase | None" = None  # the phrase that it modifies, owns or explains
    first: "Phrase | None" = None  # the first member of the coordination it belongs to
    owner: "Phrase | None" = None
    links: list["Phrase"] = field(default_factory=list)  # "of the region": phrases with a preposition that modify it
    appositions: list["Phrase"] = field(default_factory=list)
    conjuncts: list["Phrase"] = field(default_factory=list)
    clauses: list["Clause"] = field(default_factory=list)  # relative clauses and participles that modify it
    reach: Span = (0, 0)  # all that hangs on it, in the text
    openers: tuple[Word, ...] = ()  # its prepositions

    def __repr__(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def span(self) -> Span:
        return self.words[0].start, self.words[-1].end

    @property
    def lemma(self) -> str:
        return self.head.lemma

    @property
    def members(self) -> tuple["Phrase", ...]:
        """Itself and what is coordinated with it: "Jordan" and "Britain" of "Jordan and Britain"."""
        return (self, *self.conjuncts)

    def link(self, *prepositions: str) -> "Phrase | None":
        return next((phrase for phrase in self.links if phrase.preposition in prepositions), None)


@dataclass(slots=True, eq=False, repr=False)
class Clause:
    """A predicate with its parties. `agents` and `patients` are logical: of "B was shelled by A" A is the agent."""

    predicate: Word
    link: Link
    sentence: int
    parent: "Clause | None" = None
    marker: str = ""  # "to", "that", "if", "after", "for": the word that opens it
    antecedent: Phrase | None = None  # the noun that a relative clause or participle modifies
    particle: str = ""
    passive: bool = False
    copular: bool = False
    preposition: str = ""  # of a predicate such as "on trial"
    tense: Tense = "none"
    perfect: bool = False
    progressive: bool = False
    negated: bool = False
    modals: tuple[str, ...] = ()
    adverbs: tuple[Word, ...] = ()
    agents: tuple[Phrase, ...] = ()
    patients: tuple[Phrase, ...] = ()
    indirect: tuple[Phrase, ...] = ()
    obliques: list[Phrase] = field(default_factory=list)
    clauses: list["Clause"] = field(default_factory=list)  # those that depend on it
    span: Span = (0, 0)
    body: Span = (0, 0)  # the span without the word that opens it
    group: Span = (0, 0)  # the predicate with its auxiliaries, negation and adverbs before it
    others: tuple[Word, ...] = ()  # words under the predicate that are no party: complements, particles, adverbs

    def __repr__(self) -> str:
        return f"<{self.predicate.lemma} {self.agents}>{self.patients}>"

    @property
    def lemma(self) -> str:
        return self.predicate.lemma

    @property
    def pluperfect(self) -> bool:
        return self.perfect and self.tense == "past"

    def ancestors(self) -> Iterator["Clause"]:
        clause = self.parent
        while clause is not None:
            yield clause
            clause = clause.parent

    def complements(self, *markers: str) -> list["Clause"]:
        return [clause for clause in self.clauses if clause.link == "complement" and clause.marker in markers]


@dataclass(frozen=True, slots=True, eq=False)
class Clauses:
    """All clauses and phrases of a report, in the order of their heads."""

    doc: Doc
    clauses: tuple[Clause, ...]
    phrases: tuple[Phrase, ...]
    clause_by_word: tuple[Clause | None, ...]
    phrase_by_word: tuple[Phrase | None, ...]

    def clause_of(self, word: Word) -> Clause | None:
        """The clause in which a word stands."""
        return self.clause_by_word[word.i]

    def phrase_of(self, word: Word) -> Phrase | None:
        """The phrase whose core holds a word."""
        return self.phrase_by_word[word.i]

    def text(self, span: Span) -> str:
        return self.doc.text[span[0] : span[1]]
