"""Slips of the parser that grammar rules out, put right before clauses are read off the tree."""

from collections.abc import Iterable, Sequence

from dragoman.syntax import Word


def repair(words: Sequence[Word]) -> None:
    """Mend the trees of a report in place."""
    for word in words:
        if word.dep == "amod" and word.tag in ("VBN", "VBD"):
            mend_perfect(word, words)
        elif word.dep == "ROOT" and word.pos in ("NOUN", "PROPN"):
            mend_subject(word)


def mend_perfect(word: Word, words: Sequence[Word]) -> None:
    """ "has so far killed more than 700 people" is a perfect, not the possession of killed people."""
    noun = word.head
    verb = noun.head if noun is not None and noun.dep == "obj" else None
    if noun is None or verb is None or verb.lemma != "have" or not verb.i < word.i < noun.i:
        return
    if any(between.pos not in ("ADV", "PART") for between in words[verb.i + 1 : word.i]):
        return
    word.dep, word.head = verb.dep, verb.head
    if verb.head is not None:
        replace(verb.head.children, verb, word)
    noun.children.remove(word)
    hang([child for child in verb.children if child is not noun], word)
    hang([noun], word)
    hang([child for child in noun.children if verb.i < child.i < word.i], word)
    verb.children.clear()
    verb.dep, verb.head, verb.pos = "aux", word, "AUX"
    word.children.insert(0, verb)
    word.pos, word.tag = "VERB", "VBN"


def mend_subject(noun: Word) -> None:
    """ "Soldiers clashed with …" read as a noun with a clause: a past tense right after a bare root noun is its verb."""
    verb = next((c for c in noun.children if c.dep in ("acl", "acl:relcl") and c.tag == "VBD" and c.i > noun.i), None)
    if verb is None or any(c.dep in ("cop", "nsubj", "aux") for c in noun.children):
        return
    if any(c.dep in ("nsubj", "nsubj:pass", "mark") for c in verb.children):
        return
    noun.children.remove(verb)
    hang([c for c in noun.children if c.i > verb.i or c.dep == "parataxis"], verb)
    verb.dep, verb.head = "ROOT", None
    verb.children.insert(0, noun)
    noun.dep, noun.head = "nsubj", verb


def replace(children: list[Word], old: Word, new: Word) -> None:
    children[children.index(old)] = new


def hang(children: Iterable[Word], head: Word) -> None:
    for child in list(children):
        if child.head is not None and child in child.head.children:
            child.head.children.remove(child)
        child.head = head
        head.children.append(child)
