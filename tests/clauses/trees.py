"""Doc out of a written tree, so that clauses can be tested without the language model.

One word a line, or several with " | " between them: form, Penn tag, relation, head, lemma. A head is the form of another word
of the sentence ("the:2" the second "the"), "-" none; the lemma is the form in small letters where it is left out. An empty line ends a sentence.
"""

import re

from dragoman.clauses import Clause, Clauses, Phrase, find_clauses
from dragoman.record import Report
from dragoman.syntax import Doc, Word

POS_BY_TAG = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WDT": "PRON",
    "EX": "PRON", "CD": "NUM", "DT": "DET", "JJ": "ADJ", "RB": "ADV", "WRB": "ADV", "IN": "ADP", "RP": "ADP", "CC": "CCONJ",
    "TO": "PART", "POS": "PART", "MD": "AUX", ",": "PUNCT", ".": "PUNCT", ":": "PUNCT", "``": "PUNCT", "''": "PUNCT",
}  # fmt: skip
POS_BY_RELATION = {"aux": "AUX", "aux:pass": "AUX", "cop": "AUX", "mark": "SCONJ"}
CLINGS = frozenset({",", ".", "'s", "n't", "''"})  # stands against the word before it
SEPARATOR = re.compile(r"\n| \| ")


def doc(tree: str, published: str | None = "2024-03-06") -> Doc:
    """The Doc of a written tree. A head that is no word of its sentence is refused with a ValueError."""
    rows = [
        [line.split() for line in SEPARATOR.split(block) if line.strip()]
        for block in re.split(r"\n\s*\n", tree.strip())
    ]
    text, starts = spell([row[0] for block in rows for row in block])
    words: list[Word] = []
    sentences: list[tuple[int, int]] = []
    for block in rows:
        first = len(words)
        for row in block:
            words.append(word(len(words), row, starts[len(words)], len(sentences)))
        link(words[first:], block)
        sentences.append((first, len(words)))
    return Doc(Report(id="test", text=text, published=published), text, tuple(words), tuple(sentences))


def spell(forms: list[str]) -> tuple[str, list[int]]:
    """The text that the forms make, and where each begins."""
    text, starts = "", []
    for form in forms:
        text += "" if not text or form in CLINGS else " "
        starts.append(len(text))
        text += form
    return text, starts


def word(i: int, row: list[str], start: int, sentence: int) -> Word:
    form, tag, dep = row[:3]
    pos = POS_BY_TAG.get(tag, "VERB")
    pos = POS_BY_RELATION.get(dep, pos) if pos in ("VERB", "ADP") else pos
    return Word(
        i,
        form,
        form.lower(),
        row[4] if len(row) > 4 else form.lower(),
        pos,
        tag,
        dep,
        start,
        start + len(form),
        sentence,
    )


def link(words: list[Word], rows: list[list[str]]) -> None:
    """Set heads and children."""
    for child, row in zip(words, rows, strict=True):
        if row[3] == "-":
            continue
        form, _, nth = row[3].partition(":")
        same = [other for other in words if other.text == form]
        if not same:
            raise ValueError(f"no word {row[3]!r} for the head of {child.text!r}")
        child.head = same[int(nth or 1) - 1]
        child.head.children.append(child)


def clauses(tree: str) -> Clauses:
    """The clauses of a written tree."""
    return find_clauses(doc(tree))


def clause(found: Clauses, predicate: str) -> Clause:
    """The clause with this predicate, as spelt."""
    return next(one for one in found.clauses if one.predicate.text == predicate)


def phrase(found: Clauses, head: str) -> Phrase:
    """The phrase with this head, as spelt."""
    return next(one for one in found.phrases if one.head.text == head)


def heads(phrases: "tuple[Phrase, ...] | list[Phrase]") -> list[str]:
    """The head words of phrases, as spelt."""
    return [one.head.text for one in phrases]
