"""What a frame found in the text is: its trigger, its slots, its content; and which of several readings of a word is kept.

For every word the heaviest fitting pattern of each list wins; a frame of type "none" stops the lighter ones.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dragoman.clauses import Clause, Phrase
from dragoman.entries import Frame
from dragoman.patterns import Pattern, Slot
from dragoman.record import Span
from dragoman.syntax import Word


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A frame found in the text. `slots` are the phrases of each slot, `content` the clause or phrase of its X."""

    frame: Frame
    pattern: Pattern
    word: Word
    clause: Clause | None
    phrase: Phrase | None  # of a noun trigger
    slots: dict[str, tuple[Phrase, ...]] = field(default_factory=dict)
    content: Clause | Phrase | None = None
    used: frozenset[int] = frozenset()  # words that the pattern names, besides the trigger
    declined: bool = False  # "will not release": the clause itself says what "refuse to release" would

    @property
    def trigger(self) -> Span:
        return self.word.start, self.word.end

    def slot(self, name: str) -> tuple[Phrase, ...]:
        return self.slots.get(name, ())


@dataclass(slots=True)
class Match:
    """What a pattern has taken so far."""

    slots: dict[str, tuple[Phrase, ...]] = field(default_factory=dict)
    content: Clause | Phrase | None = None
    used: set[int] = field(default_factory=set)

    def fill(self, slot: Slot, phrases: tuple[Phrase, ...]) -> None:
        self.slots[slot.name] = self.slots.get(slot.name, ()) + phrases
        if slot.name == "X" and phrases and self.content is None:
            self.content = phrases[0]


def best(readings: Iterable[Reading | None]) -> list[Reading]:
    """The heaviest reading of each list; a stopper that wins leaves nothing."""
    chosen: dict[str, Reading] = {}
    for reading in readings:
        if reading is None:
            continue
        rival = chosen.get(reading.frame.list)
        if rival is None or fit(reading) > fit(rival):
            chosen[reading.frame.list] = reading
    return list(chosen.values())


def fit(reading: Reading) -> float:
    """How well a reading fits: what its pattern asks for, and the slots that it fills."""
    return reading.pattern.weight + 0.6 * sum(bool(phrases) for phrases in reading.slots.values())


def unspent(readings: list[Reading]) -> list[Reading]:
    """Without stoppers, and without nouns that a longer reading of the same list has used ("talks" of "held talks")."""
    spent = {(reading.frame.list, n) for reading in readings for n in reading.used}
    return [r for r in readings if r.frame.type != "none" and (r.frame.list, r.word.i) not in spent]


def is_modified(phrase: Phrase, modifiers: Sequence[str]) -> bool:
    """Does one of the words stand before the noun of a phrase? No words ask for nothing."""
    if not modifiers:
        return True
    return any(word.lower in modifiers or word.lemma in modifiers for word in phrase.words if word is not phrase.head)


def content_head(reading: Reading) -> Word | None:
    """The head word of what fills a reading's X."""
    content = reading.content
    if content is None:
        return None
    return content.predicate if isinstance(content, Clause) else content.head
