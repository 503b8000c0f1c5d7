"""The pattern language of frames ("A accuse B of X", "shelling of B by A") -> Pattern. Refuses what is no pattern with a
ValueError that says why. `docs/lexicons.md` describes the language."""

import re
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Literal

SLOT = re.compile(r"(?P<slot>[ABXNP])(?::(?P<kinds>[a-z|]+))?")
KINDS = frozenset({"person", "party", "place", "thing"})
TOKEN = re.compile(r"\(|\)|[^\s()]+")
PREPOSITIONS = frozenset(
    [
        "about",
        "above",
        "across",
        "after",
        "against",
        "ahead",
        "along",
        "alongside",
        "amid",
        "among",
        "around",
        "as",
        "at",
        "atop",
        "away",
        "before",
        "behind",
        "below",
        "beneath",
        "beside",
        "between",
        "beyond",
        "by",
        "concerning",
        "despite",
        "down",
        "during",
        "following",
        "for",
        "from",
        "in",
        "inside",
        "into",
        "like",
        "near",
        "of",
        "off",
        "on",
        "onto",
        "out",
        "outside",
        "over",
        "past",
        "regarding",
        "since",
        "through",
        "throughout",
        "to",
        "toward",
        "towards",
        "under",
        "until",
        "unto",
        "up",
        "upon",
        "versus",
        "via",
        "with",
        "within",
        "without",
        "that",
        "than",
        "per",
        "behind",
        "opposite",
    ]
)


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a pattern for a party, a content, a number of people or a place."""

    name: str
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Words:
    """A literal: alternatives for the head word, and for a word that must modify it (or follow it as particle)."""

    heads: tuple[str, ...]
    modifiers: tuple[str, ...] = ()

    def __contains__(self, word: str) -> bool:
        return word in self.heads


@dataclass(frozen=True, slots=True)
class Adjunct:
    """A preposition with its slot or noun, or with a verb pattern: "to release X", "that B withdraw"."""

    prepositions: tuple[str, ...]
    filler: "Slot | Words | Pattern"
    optional: bool = False


@dataclass(frozen=True)
class Pattern:
    """A clause or a noun phrase: its trigger, its subject, its objects and what follows them."""

    text: str
    form: Literal["verb", "be", "noun"]
    trigger: Words
    preposition: tuple[str, ...] = ()  # of a predicate such as "on trial"
    subject: Slot | Words | None = None
    object: Slot | Words | None = None
    second: Words | None = None  # "dead" of "A leave N dead", "aid" of "A give B aid"
    object_optional: bool = False
    adjuncts: tuple[Adjunct, ...] = ()

    @cached_property
    def needed(self) -> tuple[frozenset[str], ...]:
        """Sets of words of which the sentence must hold one each: a quick test before the clause is looked at."""
        literals = [part for part in (self.subject, self.object, self.second) if isinstance(part, Words)]
        literals += [a.filler for a in self.adjuncts if isinstance(a.filler, Words) and not a.optional]
        sets = [frozenset(words.heads) for words in literals]
        sets += [
            frozenset(words.modifiers) for words in (*literals, self.trigger) if words.modifiers and self.form != "verb"
        ]
        for adjunct in self.adjuncts:
            if isinstance(adjunct.filler, Pattern) and not adjunct.optional:
                sets += [frozenset(adjunct.filler.trigger.heads), *adjunct.filler.needed]
        return tuple(sets)

    @cached_property
    def weight(self) -> float:
        """How much of a sentence it asks for: of two patterns that fit the heavier one wins."""
        words = [part for part in (self.subject, self.object, self.second, *(a.filler for a in self.adjuncts))
                 if isinstance(part, Words)]  # fmt: skip
        literals = (
            len(words)
            + bool(self.preposition)
            + 0.5 * (sum(bool(w.modifiers) for w in words) + bool(self.trigger.modifiers))
        )
        slots = (
            0.0 if self.form == "noun" else isinstance(self.object, Slot) + sum(not a.optional for a in self.adjuncts)
        )
        kinds = sum(bool(s.kinds) for s in (self.subject, self.object) if isinstance(s, Slot))
        inner = sum(a.filler.weight + 1.5 for a in self.adjuncts if isinstance(a.filler, Pattern))
        return 3 * literals + slots + 0.5 * kinds + inner


def parse_pattern(text: str) -> Pattern:
    """Read a pattern as written in a lexicon."""
    tokens = TOKEN.findall(text)
    if not tokens:
        raise ValueError("an empty pattern")
    if read_slot(tokens[0]) is None and not has_verb(tokens):
        return noun_pattern(text, tokens)
    if len(tokens) < 2:
        raise ValueError("a pattern needs a verb after its subject")
    if tokens[1] == "be":
        return be_pattern(text, tokens)
    return verb_pattern(text, tokens)


def has_verb(tokens: list[str]) -> bool:
    """Does a bare word follow the first one: "death+toll rise to N"?"""
    return len(tokens) > 1 and tokens[1] not in "()" and not is_preposition(tokens[1]) and read_slot(tokens[1]) is None


@cache
def read_slot(token: str) -> Slot | None:
    """A slot token, else None; an unknown kind is refused."""
    found = SLOT.fullmatch(token)
    if not found:
        return None
    kinds = frozenset((found["kinds"] or "").split("|")) - {""}
    if kinds - KINDS:
        raise ValueError(f"unknown kind {', '.join(sorted(kinds - KINDS))} in {token!r}")
    return Slot(found["slot"], kinds)


@cache
def read_words(token: str, verb: bool = False) -> Words:
    """A literal token; "+" joins a verb with its particle, a noun with the word before it."""
    if not re.fullmatch(r"[\w|+'&./-]+", token):
        raise ValueError(f"{token!r} is no word")
    parts = [tuple(part.split("|")) for part in token.split("+")]
    if verb:
        return Words(parts[0], tuple(" ".join(words) for words in parts[1:]) if len(parts) == 2 and len(parts[1]) == 1
                     else (" ".join(part[0] for part in parts[1:]),) if len(parts) > 2 else parts[1] if len(parts) == 2 else ())  # fmt: skip
    return Words(parts[-1], parts[-2] if len(parts) > 1 else ())


@cache
def is_preposition(token: str) -> bool:
    first = token.split("+")[0].split("|")[0]
    last = token.split("+")[-1].split("|")[0]
    return (first in PREPOSITIONS and last in PREPOSITIONS) or token in ("because+of", "ahead+of", "next+to")


def read_prepositions(token: str) -> tuple[str, ...]:
    if "+" in token:
        return (token.replace("+", " "),)
    return tuple(token.split("|"))


def split_adjuncts(tokens: list[str]) -> tuple[list[tuple[str, bool]], tuple[Adjunct, ...]]:
    """What stands bare, with whether it may be absent, and what stands with a preposition. A preposition that nothing
    follows is a particle after the object ("cut B off from X")."""
    bare: list[tuple[str, bool]] = []
    adjuncts: list[Adjunct] = []
    optional, pending = False, ""
    for n, token in enumerate(tokens):
        if pending in ("to", "that") and is_verb(pending, tokens[n:]):
            adjuncts.append(Adjunct((pending,), inner_pattern(pending, tokens[n:]), optional))
            return bare, tuple(adjuncts)
        if token in "()":
            optional = token == "("
        elif is_preposition(token):
            bare += [(pending, optional)] if pending else []
            pending = token
        elif pending:
            adjuncts.append(Adjunct(read_prepositions(pending), read_slot(token) or read_words(token), optional))
            pending = ""
        else:
            bare.append((token, optional))
    return [*bare, *([(pending, optional)] if pending else [])], tuple(adjuncts)


def is_verb(preposition: str, tokens: list[str]) -> bool:
    """Does a verb follow: "to release …", "that B withdraw …"?"""
    if preposition == "to":
        return read_slot(tokens[0]) is None and tokens[0] not in "()"
    return (
        read_slot(tokens[0]) is not None and len(tokens) > 1 and tokens[1] not in "()" and not is_preposition(tokens[1])
    )


def inner_pattern(preposition: str, tokens: list[str]) -> Pattern:
    """The pattern of an infinitive or a that-clause."""
    tokens = ["A", *tokens] if preposition == "to" else tokens
    inner = be_pattern(" ".join(tokens), tokens) if tokens[1] == "be" else verb_pattern(" ".join(tokens), tokens)
    return replace(inner, subject=None) if preposition == "to" else inner


def verb_pattern(text: str, tokens: list[str]) -> Pattern:
    bare, adjuncts = split_adjuncts(tokens[2:])
    if len(bare) > 2:
        raise ValueError("more than two bare words after the verb")
    fillers = [read_slot(token) or read_words(token) for token, _ in bare]
    if len(fillers) == 2 and isinstance(fillers[1], Slot):
        if isinstance(fillers[0], Words):
            raise ValueError("a slot after a bare word needs a preposition")
        adjuncts = (Adjunct(("to",), fillers[0]), *adjuncts)  # "A offer B X": B is the indirect object
        fillers = fillers[1:]
    return Pattern(
        text,
        "verb",
        read_words(tokens[1], verb=True),
        subject=read_slot(tokens[0]) or read_words(tokens[0]),
        object=fillers[0] if fillers else None,
        object_optional=bool(bare) and bare[0][1],
        second=fillers[1] if len(fillers) == 2 and isinstance(fillers[1], Words) else None,
        adjuncts=adjuncts,
    )


def be_pattern(text: str, tokens: list[str]) -> Pattern:
    rest = tokens[2:]
    if not rest:
        raise ValueError("nothing follows 'be'")
    preposition: tuple[str, ...] = ()
    if is_preposition(rest[0]) and len(rest) > 1:
        preposition, rest = read_prepositions(rest[0]), rest[1:]
    if "+" in rest[0] and not preposition and rest[0].split("+")[0] in PREPOSITIONS:
        first, word = rest[0].split("+", 1)
        preposition, rest = (first,), [word, *rest[1:]]
    if read_slot(rest[0]):
        raise ValueError("'be' needs an adjective or noun after it")
    bare, adjuncts = split_adjuncts(rest[1:])
    if bare:
        raise ValueError(f"{bare[0][0]!r} needs a preposition")
    return Pattern(
        text,
        "be",
        read_words(rest[0]),
        preposition,
        subject=read_slot(tokens[0]) or read_words(tokens[0]),
        adjuncts=adjuncts,
    )


def noun_pattern(text: str, tokens: list[str]) -> Pattern:
    bare, adjuncts = split_adjuncts(tokens[1:])
    if bare:
        raise ValueError(f"{bare[0][0]!r} needs a preposition before it")
    return Pattern(text, "noun", read_words(tokens[0]), adjuncts=adjuncts)
