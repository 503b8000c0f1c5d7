"""Gold trees and what a pipeline finds, in one form: words known by their characters, blanks not counted."""

from dataclasses import dataclass

from spacy.tokens import Doc

from dragoman.syntax import lemma_of
from training.treebanks import Sentence

Span = tuple[int, int]
NOWHERE = (-1, -1)


@dataclass(frozen=True)
class Word:
    """A word with its annotation; it and its head are known by their characters. The root has no head."""

    span: Span
    form: str
    upos: str
    xpos: str
    lemma: str
    head: Span | None
    label: str

    @property
    def is_mark(self) -> bool:
        return self.label == "punct"

    @property
    def dictionary_form(self) -> str:
        return lemma_of(self.form.lower(), self.upos, self.lemma)


@dataclass(frozen=True)
class Analysis:
    """The words and sentences of one document, gold or found."""

    words: list[Word]
    sentences: set[Span]


def solid(text: str) -> int:
    """Number of characters that are no blanks."""
    return sum(not character.isspace() for character in text)


def raw_text(document: list[Sentence]) -> str:
    """The running text of a document, with an empty line between its paragraphs."""
    text = ""
    for sentence in document:
        if text and sentence.new_paragraph:
            text = text.rstrip() + "\n\n"
        text += sentence.text
    return text


def gold_analysis(document: list[Sentence]) -> Analysis:
    words: list[Word] = []
    sentences: set[Span] = set()
    start = 0
    for sentence in document:
        spans: list[Span] = []
        for form in sentence.words:
            spans.append((start, start + solid(form)))
            start = spans[-1][1]
        sentences.add((spans[0][0], spans[-1][1]))
        for n, span in enumerate(spans):
            head = sentence.heads[n]
            words.append(
                Word(
                    span, sentence.words[n], sentence.upos[n], sentence.tags[n],
                    sentence.lemmas[n], None if head == n else spans[head], sentence.labels[n],
                )
            )  # fmt: skip
    return Analysis(words, sentences)


def found_analysis(doc: Doc) -> Analysis:
    """What the pipeline found; tokens of blanks are no words, and whoever hangs on one hangs nowhere."""
    spans: list[Span] = []
    start = 0
    for token in doc:
        spans.append((start, start + solid(token.text)) if not token.is_space else NOWHERE)
        start = max(start, spans[-1][1])
    words = [
        Word(
            spans[token.i], token.text, token.pos_, token.tag_, token.lemma_,
            None if token.head.i == token.i else spans[token.head.i], token.dep_,
        )
        for token in doc
        if not token.is_space
    ]  # fmt: skip
    sentences = [[spans[token.i] for token in sentence if not token.is_space] for sentence in doc.sents]
    return Analysis(words, {(parts[0][0], parts[-1][1]) for parts in sentences if parts})
