"""Slips of the parser that grammar rules out, put right before clauses are read off the tree."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dragoman.syntax import Doc, Word, is_only_a_verb

FINITE = ("VBD", "VBZ", "VBP", "MD")
CONJUNCTIONS = ("since", "after", "before", "until", "till", "as", "once", "while")
SUBJECTS = ("nsubj", "csubj", "expl")
# what takes a noun: "reported fighting"
TELLING = frozenset({"report", "confirm", "condemn", "denounce", "describe", "cause", "end"})
TITLES = frozenset(
    "mr mr. mrs mrs. ms ms. miss dr dr. gen. col. lt. maj. capt. sgt. sen. rep. prof. rev.".split()  # noqa: SIM905
)


def rejoin(doc: Doc) -> Doc:
    """The report with those sentences made one again that were cut between a subject and its verb."""
    sentences = list(doc.sentences)
    for n in reversed(range(len(sentences) - 1)):
        (start, cut), (_, end) = sentences[n : n + 2]
        subject, verb = root_of(doc.words[start:cut]), root_of(doc.words[cut:end])
        if subject and verb and is_cut(subject, verb, doc.text[doc.words[cut - 1].end : doc.words[cut].start]):
            subject.dep, subject.head = "nsubj", verb
            verb.children.insert(0, subject)
            sentences[n : n + 2] = [(start, end)]
    if len(sentences) < len(doc.sentences):
        for n, (start, end) in enumerate(sentences):
            for word in doc.words[start:end]:
                word.sentence = n
    return replace(doc, sentences=tuple(sentences))


def root_of(sentence: Sequence[Word]) -> Word | None:
    return next((word for word in sentence if word.dep == "ROOT"), None)


def is_cut(subject: Word, verb: Word, gap: str) -> bool:
    """ "Foreign Minister Qureshi on Tuesday" and "said that …", with no stop or new line between."""
    return (
        gap == " "
        and subject.pos in ("NOUN", "PROPN", "PRON")
        and verb.tag in FINITE
        and verb.sentence == subject.sentence + 1
        and not any(c.dep.startswith((*SUBJECTS, "cop")) for c in (*subject.children, *verb.children))
        and not any(c.dep == "punct" and c.text in ".!?:;" for c in subject.children)
        and not any(c.i < verb.i and c.dep not in ("aux", "aux:pass", "advmod") for c in verb.children)
    )


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
        elif word.dep == "appos" and word.head is not None and word.head.dep == "obl":
            mend_apposed(word, word.head)
        elif word.dep == "xcomp" and word.tag in FINITE:
            mend_conjunction(word, words)
        elif word.dep == "xcomp" and word.tag == "VBG":
            mend_gerund(word)
        elif word.dep in ("compound", "amod") and word.head is not None and is_only_a_verb(word.lower):
            mend_infinitive(word, word.head)


def mend_gerund(word: Word) -> None:
    """ "reported fighting in several areas": after a verb of telling a bare gerund is what is told."""
    verb = word.head
    if verb is None or verb.lemma not in TELLING or any(c.dep in ("obj", "ccomp", "mark") for c in word.children):
        return
    if not any(c.dep in ("obj", "nsubj:pass") for c in verb.children):
        word.dep, word.pos, word.tag, word.lemma = "obj", "NOUN", "NN", word.lower
        for child in word.children:
            child.dep = "nmod" if child.dep == "obl" else child.dep


def mend_infinitive(word: Word, noun: Word) -> None:
    """ "agreed to strengthen cooperation" read as a phrase with "to": a word that is only a verb has the noun for its object."""
    verb = noun.head
    marker = next((c for c in noun.children if c.dep == "case" and c.lower == "to" and c.i < word.i), None)
    if verb is None or verb.pos != "VERB" or marker is None or noun.dep != "obl":
        return
    hang([word], verb)
    hang([c for c in noun.children if c.i < word.i], word)
    hang([noun], word)
    word.dep, word.pos, word.tag, word.lemma = "xcomp", "VERB", "VB", word.lower
    marker.dep, noun.dep = "mark", "obj"
    for child in word.children:
        child.dep = "advmod" if child.dep == "amod" else child.dep


def mend_apposed(noun: Word, oblique: Word) -> None:
    """ "On Sunday, Prime Minister Khan paid tribute": after an opening phrase the subject is no apposition to it."""
    verb = oblique.head
    if verb is None or noun.i > verb.i or any(c.dep == "case" for c in noun.children):
        return
    if any(c.dep.startswith(SUBJECTS) for c in verb.children):
        return
    if any(c.tag in FINITE for c in (verb, *verb.children)) and verb.dep in ("ROOT", "ccomp", "parataxis", "advcl"):
        noun.dep = "nsubj"
        hang([noun, *(c for c in oblique.children if c.i > noun.i and c.dep != "punct")], verb)
        verb.children.sort(key=lambda child: child.i)


def mend_conjunction(verb: Word, words: Sequence[Word]) -> None:
    """ "since a ceasefire ended the war": a finite verb right after a phrase with a conjunction is that one's clause."""
    nouns = [c for c in verb.head.children if c.dep == "obl" and c.i < verb.i] if verb.head else []
    noun = nouns[-1] if nouns else None
    marker = next((c for c in noun.children if c.dep == "case" and c.lower in CONJUNCTIONS), None) if noun else None
    if noun is None or marker is None or any(c.dep == "mark" or c.dep.startswith("nsubj") for c in verb.children):
        return
    if any(between.head is not noun and between.dep != "flat" for between in words[noun.i + 1 : verb.i]):
        return
    verb.dep, noun.dep, marker.dep = "advcl", "nsubj", "mark"
    hang([marker, noun], verb)
    verb.children.sort(key=lambda child: child.i)


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
        verb.head.children[verb.head.children.index(verb)] = word
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
