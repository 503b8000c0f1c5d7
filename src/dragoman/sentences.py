"""Where sentences of edited English cannot begin, whatever the parser makes of the words there.

A component for spaCy pipelines, to run before the parser, which decides among the places that are left.
"""

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
    for i in range(1, len(doc)):
        if is_barred(doc, i):
            doc[i].is_sent_start = False
    return doc


def is_barred(doc: "Doc", i: int) -> bool:
    """Can no sentence begin at a word? None does inside a line of text unless a mark ends the one before, nor with that mark."""
    before, word = doc[i - 1], doc[i]
    if before.is_space:
        return False
    if before.text[-1].isalnum() or before.text == "," or before.text in TITLES:
        return True
    if word.is_punct and not before.whitespace_:
        return True
    return (word.like_num and ends_number_sign(doc, before)) or opens(doc, before)


def ends_number_sign(doc: "Doc", mark: "Token") -> bool:
    """Is this the end of "No.", in one token or two?"""
    return (doc[mark.i - 1] if mark.text == "." and mark.i else mark).lower_ in NUMBER_SIGNS


def opens(doc: "Doc", mark: "Token") -> bool:
    """Is a quotation mark or bracket the first of a pair? Such a one clings to the word after it alone."""
    if mark.text not in OPENING or mark.whitespace_:
        return False
    return mark.i == 0 or bool(doc[mark.i - 1].whitespace_) or doc[mark.i - 1].is_space
