"""Words -> phrases: which words belong to a noun, what modifies it, what it is joined with."""

from collections.abc import Iterable, Sequence

from dragoman.clauses.model import Phrase, Role
from dragoman.record import Span
from dragoman.syntax import Word

NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X"})
ROLES: dict[str, Role] = {
    "nsubj": "subject", "nsubj:pass": "subject", "nsubj:outer": "subject", "csubj": "other", "obj": "object",
    "iobj": "indirect", "obl": "oblique", "obl:agent": "oblique", "obl:unmarked": "oblique", "obl:npmod": "oblique",
    "obl:tmod": "oblique", "nmod": "modifier", "nmod:unmarked": "modifier", "nmod:poss": "owner", "appos": "apposition",
    "nmod:desc": "modifier", "ROOT": "predicate", "vocative": "other", "dislocated": "other", "parataxis": "other",
    "dep": "other", "list": "other", "ccomp": "predicate", "xcomp": "predicate", "advcl": "predicate",
    "acl": "predicate", "acl:relcl": "predicate", "conj": "other", "orphan": "other", "reparandum": "other",
}  # fmt: skip
INNER = frozenset(
    {"det", "amod", "compound", "nummod", "flat", "flat:foreign", "flat:name", "nmod:poss", "nmod:desc", "fixed",
     "goeswith", "advmod", "punct", "det:predet", "cc", "nmod:unmarked", "cc:preconj"}
)  # fmt: skip
INNER_HEADS = frozenset({"amod", "compound", "nmod:desc", "flat", "nummod", "nmod:unmarked"})
NAMING = frozenset({"compound", "flat", "flat:name", "flat:foreign", "nmod:desc", "goeswith", "fixed", "det", "amod",
                    "nummod", "advmod", "case", "punct", "cc", "cc:preconj", "det:predet", "mark", "aux", "aux:pass",
                    "cop", "expl", "discourse"})  # fmt: skip


def heads_phrase(word: Word) -> bool:
    """Does a noun phrase of its own hang on the word?"""
    if word.dep in NAMING or word.dep not in ROLES:
        return False
    if word.pos in NOUNS:
        return True
    return (
        word.pos in ("ADJ", "DET", "ADV", "VERB")
        and word.dep.split(":")[0] in ("nsubj", "obj", "iobj", "nmod", "obl")
        and (word.pos != "ADV")
    )


def core_words(head: Word, words: Sequence[Word]) -> tuple[Word, ...]:
    """The unbroken stretch of words around a head: articles, numbers, modifiers, the parts of a name, possessors."""
    inside = {head.i}
    gather(head, inside)
    first = last = head.i
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    core = list(words[first : last + 1])
    while len(core) > 1 and core[-1] is not head and core[-1].pos in ("PUNCT", "CCONJ"):
        core.pop()
    while len(core) > 1 and core[-1].tag == "POS":
        core.pop()
    while len(core) > 1 and core[0] is not head and core[0].pos in ("PUNCT", "CCONJ", "ADP"):
        core.pop(0)
    return tuple(core)


def gather(head: Word, inside: set[int]) -> None:
    """Add what belongs to the core of a head, and to the heads in it."""
    for child in head.children:
        if (child.dep in INNER and not stands_apart(child)) or joins_inside(child, head):
            listed = (
                child.text == "," and head.dep == "conj" and head.pos == "ADJ"
            )  # "Serbian, Albanian and Greek troops"
            if child.dep == "punct" and child.text.strip("-\"'“”()&/.") != "" and not listed:
                continue
            if child.dep == "nmod:poss":
                add_subtree(child, inside)
                continue
            inside.add(child.i)
            gather(child, inside)


def stands_apart(child: Word) -> bool:
    """ "himself" of "Morsi himself"; "since then" before a number, which the parser hangs on it."""
    emphatic = child.dep == "nmod:unmarked" and child.tag == "PRP"
    return emphatic or (child.dep == "advmod" and any(c.dep == "case" and c.i < child.i for c in child.children))


def joins_inside(child: Word, head: Word) -> bool:
    """ "Turkish" and "UK" of "local Turkish and UK organisations"; "than" of "more than 700"; the mark of possession."""
    if child.dep == "conj":
        return head.dep in INNER_HEADS
    return child.dep == "case" and head.dep in ("nmod:poss", "advmod", "compound", "amod", "fixed")


def add_subtree(word: Word, inside: set[int]) -> None:
    inside.add(word.i)
    for child in word.children:
        add_subtree(child, inside)


def preposition_of(word: Word) -> str:
    """The preposition that opens a phrase, with the words fixed to it: "because of"."""
    found = [
        child for child in word.children if child.dep in ("case", "mark") and child.i < word.i and child.pos != "PART"
    ]
    found += [child for child in word.children if child.dep == "case" and child.lower == "to" and child.i < word.i]
    parts: list[str] = []
    for case in sorted({case.i: case for case in found}.values(), key=lambda case: case.i):
        parts += [case.lower, *(child.lower for child in case.children if child.dep == "fixed")]
    return " ".join(parts)


def reach_of(word: Word) -> Span:
    """The stretch of text under a word."""
    start, end = word.start, word.end
    for child in word.children:
        low, high = reach_of(child)
        start, end = min(start, low), max(end, high)
    return start, end


def make_phrase(head: Word, words: Sequence[Word]) -> Phrase:
    return Phrase(
        head=head,
        words=core_words(head, words),
        role=ROLES.get(head.dep, "other"),
        preposition=preposition_of(head),
        reach=reach_of(head),
        openers=tuple(child for child in head.children if child.dep in ("case", "mark") and child.i < head.i),
    )


def join_phrases(phrases: dict[int, Phrase]) -> None:
    """Owners, prepositional modifiers, appositions and coordinations, between phrases."""
    for phrase in phrases.values():
        head = phrase.head
        if head.head is None:
            continue
        governor = phrases.get(head.head.i)
        if governor is None:
            continue
        phrase.governor = governor
        if head.dep == "conj":
            adopt(phrase, governor)
        elif phrase.role == "owner":
            governor.owner = governor.owner or phrase
        elif phrase.role == "apposition":
            governor.appositions.append(phrase)
        elif phrase.preposition:
            governor.links.append(phrase)
    split_appositions(phrases.values())


def split_appositions(phrases: Iterable[Phrase]) -> None:
    """ "Sushchenko, the agency's correspondent, was held": a second member after a comma, without "and", explains the first."""
    for leader in phrases:
        if len(leader.conjuncts) != 1 or leader.first is not None:
            continue
        other = leader.conjuncts[0]
        joined = any(child.dep == "cc" for child in other.head.children)
        if (
            not joined
            and any(child.text == "," for child in other.head.children)
            and other.words[0].i > leader.words[-1].i
        ):
            leader.conjuncts.remove(other)
            other.first, other.role, other.governor = None, "apposition", leader
            leader.appositions.append(other)


def adopt(phrase: Phrase, governor: Phrase) -> None:
    """Make a phrase a member of the coordination whose first member is `governor`: it shares role and preposition."""
    leader = governor.first or governor
    phrase.first, phrase.role = leader, leader.role
    phrase.preposition = phrase.preposition or leader.preposition
    leader.conjuncts.append(phrase)
