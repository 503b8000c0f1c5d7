"""Slips of the parser that grammar rules out, put right before clauses are read off the tree."""

from collections.abc import Iterable, Sequence

from dragoman.syntax import Word, is_only_a_verb

FINITE = ("VBD", "VBZ", "VBP", "MD")
# what takes a noun: "reported fighting"
TELLING = frozenset({"report", "confirm", "condemn", "denounce", "describe", "cause", "end"})


def repair(words: Sequence[Word]) -> None:
    """Mend the trees of a report in place."""
    for word in words:
        if word.dep == "ROOT" and word.pos in ("NOUN", "PROPN"):
            mend_subject(word, words)
        elif word.dep == "xcomp" and word.tag == "VBG":
            mend_gerund(word)
        elif word.dep in ("compound", "amod") and word.head is not None and is_only_a_verb(word.lower):
            mend_infinitive(word, word.head, words)
        elif word.dep == "conj" and word.tag == "VBN" and word.head is not None:
            mend_tense(word, word.head)


def mend_tense(verb: Word, first: Word) -> None:
    """ "expressed concern and hoped for peace": what is joined to a past tense and has no helper is one too."""
    helped = any(c.dep in ("aux", "aux:pass", "nsubj:pass", "obl:agent") for c in verb.children)
    if first.tag == "VBD" and first.pos == "VERB" and not helped:
        verb.tag = "VBD"


def mend_gerund(word: Word) -> None:
    """ "reported fighting in several areas": after a verb of telling a bare gerund is what is told."""
    verb = word.head
    if verb is None or verb.lemma not in TELLING or any(c.dep in ("obj", "ccomp", "mark") for c in word.children):
        return
    if not any(c.dep in ("obj", "nsubj:pass") for c in verb.children):
        word.dep, word.pos, word.tag, word.lemma = "obj", "NOUN", "NN", word.lower
        for child in word.children:
            child.dep = "nmod" if child.dep == "obl" else child.dep


def mend_infinitive(word: Word, noun: Word, words: Sequence[Word]) -> None:
    """ "agreed to (further) strengthen cooperation" without its infinitive: a word that is only a verb has the noun for its object."""
    opening = opening_of(word, words)
    verb = noun.head.head if noun.head in opening and noun.head is not None else noun.head
    if verb is None or verb.pos != "VERB" or not opening or noun.dep not in ("obl", "xcomp", "obj"):
        return
    hang([word], verb)
    hang([c for c in noun.children if c.i < word.i], word)
    hang([c for adverb in opening for c in adverb.children if c not in opening], word)
    hang(opening, word)
    hang([noun], word)
    word.dep, word.pos, word.tag, word.lemma = "xcomp", "VERB", "VB", word.lower
    opening[0].dep, noun.dep = "mark", "obj"
    for child in word.children:
        child.dep = "advmod" if child.dep == "amod" or child in opening[1:] else child.dep


def opening_of(word: Word, words: Sequence[Word]) -> list[Word]:
    """The "to" of an infinitive with the adverbs after it; nothing where there is none."""
    first = word.i - 1
    while first > 0 and (words[first].pos == "ADV" or words[first].lower == "further"):
        first -= 1
    return list(words[first : word.i]) if first >= 0 and words[first].lower == "to" else []


def mend_subject(noun: Word, words: Sequence[Word]) -> None:
    """ "Soldiers clashed with …" read as a noun with a clause: where no other verb is finite, the past tense right after a
    bare root noun is its verb; in a sentence without full stop, a headline, a participle stays a passive."""
    verb = next(
        (c for c in noun.children if c.dep in ("acl", "acl:relcl") and c.tag in ("VBD", "VBN") and c.i > noun.i), None
    )
    if verb is None or any(c.dep in ("cop", "nsubj", "aux") for c in noun.children):
        return
    if any(c.dep in ("nsubj", "nsubj:pass", "mark", "aux", "aux:pass") for c in verb.children):
        return
    if verb.tag == "VBN" and (has_finite_verb(noun, words) or any(c.dep == "obl:agent" for c in verb.children)):
        return
    passive = verb.tag == "VBN" and not ends_with_stop(noun, words)
    noun.children.remove(verb)
    hang([c for c in noun.children if c.i > verb.i or c.dep == "parataxis"], verb)
    verb.dep, verb.head = "ROOT", None
    verb.tag = "VBN" if passive else "VBD"
    verb.children.insert(0, noun)
    noun.dep, noun.head = "nsubj:pass" if passive else "nsubj", verb


def has_finite_verb(word: Word, words: Sequence[Word]) -> bool:
    return any(other.sentence == word.sentence and other.tag in FINITE for other in near(word, words))


def ends_with_stop(word: Word, words: Sequence[Word]) -> bool:
    last = [other for other in near(word, words) if other.sentence == word.sentence][-1]
    return last.text in (".", "!", "?", '"', "”")


def near(word: Word, words: Sequence[Word]) -> Sequence[Word]:
    """The words that may be in the same sentence."""
    return words[max(0, word.i - 200) : word.i + 200]


def hang(children: Iterable[Word], head: Word) -> None:
    for child in list(children):
        if child.head is not None and child in child.head.children:
            child.head.children.remove(child)
        child.head = head
        head.children.append(child)
