"""Slips of the parser that grammar rules out, put right before clauses are read off the tree."""

from collections.abc import Iterable, Sequence

from dragoman.syntax import Word

TITLES = frozenset("mr mr. mrs mrs. ms ms. miss dr dr. gen. col. lt. maj. capt. sgt. sen. rep. prof. rev.".split())


def repair(words: Sequence[Word]) -> None:
    """Mend the trees of a report in place."""
    for word in words:
        if word.dep == "amod" and word.tag in ("VBN", "VBD"):
            mend_perfect(word, words)
        elif word.dep == "ROOT" and word.pos in ("NOUN", "PROPN"):
            mend_subject(word, words)
        elif word.lower in TITLES and word.i + 1 < len(words):
            mend_title(word, words[word.i + 1])
        elif word.dep == "flat" and word.head is not None and word.head.pos == "VERB" and word.i > word.head.i:
            mend_object(word, word.head)


def mend_title(title: Word, name: Word) -> None:
    """ "Mr" and "Johnson" as two subjects: the title belongs to the name."""
    if title.head is not None and name.head is title.head and name.dep == title.dep and not title.children:
        title.head.children.remove(title)
        title.head, title.dep = name, "nmod:desc"
        name.children.insert(0, title)


def mend_object(name: Word, verb: Word) -> None:
    """ "briefed Qureshi": a name is no part of a verb."""
    if not any(child.dep == "obj" for child in verb.children):
        name.dep = "obj"


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
    return any(
        other.sentence == word.sentence and other.tag in ("VBD", "VBZ", "VBP", "MD") for other in near(word, words)
    )


def ends_with_stop(word: Word, words: Sequence[Word]) -> bool:
    last = [other for other in near(word, words) if other.sentence == word.sentence][-1]
    return last.text in (".", "!", "?", '"', "”")


def near(word: Word, words: Sequence[Word]) -> Sequence[Word]:
    """The words that may be in the same sentence."""
    return words[max(0, word.i - 200) : word.i + 200]


def replace(children: list[Word], old: Word, new: Word) -> None:
    children[children.index(old)] = new


def hang(children: Iterable[Word], head: Word) -> None:
    for child in list(children):
        if child.head is not None and child in child.head.children:
            child.head.children.remove(child)
        child.head = head
        head.children.append(child)
