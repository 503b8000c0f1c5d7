"""Where sentences of edited English cannot begin, whatever the parser makes of the words there.

A component for spaCy pipelines, to run before the parser, which decides among the places that are left.
"""

from itertools import pairwise
from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NAME = "sentence_boundaries"
TITLES = frozenset({
    "Adm.", "Amb.", "Brig.", "Capt.", "Cmdr.", "Col.", "Cpl.", "Dr.", "Gen.", "Gov.", "Hon.", "Lt.", "Maj.", "Messrs.", "Mr.", "Mrs.", "Ms.",
    "Prof.", "Pvt.", "Rep.", "Rev.", "Sen.", "Sgt.",
})  # fmt: skip
NUMBER_SIGNS = frozenset({"no", "no.", "nos", "nos."})
OPENING = frozenset("\"'([")


@Language.component(NAME)
def bar_starts(doc: "Doc") -> "Doc":
    """Mark the words that cannot begin a sentence, for the parser to respect."""
    for before, word in pairwise(doc):
        if is_barred(before, word):
            word.is_sent_start = False
    return doc


def is_barred(before: "Token", word: "Token") -> bool:
    """Can no sentence begin at a word? None does inside a line of text unless a mark ends the one before, nor with that mark."""
    if before.is_alpha:
        return True
    if before.is_space:
        return False
    if before.text[-1].isalnum() or before.text == "," or before.text in TITLES:
        return True
    if word.is_punct and not before.whitespace_:
        return True
    return (word.like_num and ends_number_sign(before)) or opens(before)


def ends_number_sign(mark: "Token") -> bool:
    """Is this the end of "No.", in one token or two?"""
    return (mark.nbor(-1) if mark.text == "." and mark.i else mark).lower_ in NUMBER_SIGNS


def opens(mark: "Token") -> bool:
    """Is a quotation mark or bracket the first of a pair? Such a one clings to the word after it alone."""
    if mark.text not in OPENING or mark.whitespace_:
        return False
    return mark.i == 0 or bool(mark.nbor(-1).whitespace_) or mark.nbor(-1).is_space
