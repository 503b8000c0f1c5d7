"""Report -> Doc: the words of a report with tags, lemmas and Universal Dependencies, at their offsets in the text.

The text goes to the parser paragraph by paragraph; what stands outside the paragraphs (datelines, bylines, credits) is not parsed.
"""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.casing import Casing
from dragoman.errors import ModelError
from dragoman.record import Report

if TYPE_CHECKING:
    import numpy as np
    from spacy.language import Language
    from spacy.tokens import Doc as SpacyDoc

BATCH_WORDS = 3000
LONGEST_RUN = 100  # a longer run of punctuation takes the tokenizer quadratic time
PUNCTUATION_RUN = re.compile(rf"[^\w\s]{{{LONGEST_RUN},}}")
LOST_APOSTROPHE = re.compile(r"(?<=[A-Za-z]{2}) (?=s [a-z(\"'A-Z\d])")
NAME_HYPHEN = re.compile(r"\b([A-Za-z][a-zà-ÿ']+)-([A-Z])(?=([a-zà-ÿ]+))")
PREFIX_HYPHEN = re.compile(r"(?<=\b[Rr]e)-(?=[a-z])|(?<=\b[Cc]o)-(?=[a-z])")
HYPHENATED = re.compile(r"\b[a-z]+(?:-[a-z]+)+\b")
JOINT = "x"  # stands for a hyphen inside a word, so that the word looks like any other to the tagger
STAND_INS = {"IS": "UN", "WHO": "FAO", "FAR": "FAO", "ICE": "FAO"}
WORDLIKE = re.compile(r"\b(?:IS|WHO|FAR|ICE)\b")  # acronyms that look like words, among words in small letters
UPRIGHT = str.maketrans("’‘“”„«»–—‑", '\'\'"""""---')
VERB_PREFIXES = ("co", "counter", "de", "inter", "mis", "out", "over", "pre", "re", "un", "under")
CURRENCIES = {"$": "dollar", "us$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₹": "rupee"}
COLUMNS = ("HEAD", "DEP", "POS", "TAG", "LEMMA", "ENT_IOB", "ENT_TYPE", "SENT_START", "SPACY")


@dataclass(slots=True, eq=False, repr=False)
class Word:
    """A word of the text. Links to head and children are set once, when the Doc is made."""

    i: int
    text: str
    lower: str
    lemma: str
    pos: str  # UPOS
    tag: str  # Penn Treebank
    dep: str  # UD relation to the head
    start: int
    end: int
    sentence: int
    entity: str = ""  # kind of the name it belongs to: PERSON, ORG, GPE, LOC, NORP
    begins_entity: bool = False
    head: "Word | None" = None
    children: "list[Word]" = field(default_factory=list)

    def __repr__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True, eq=False)
class Doc:
    """A parsed report: its words in order, and the range of words of each sentence. `text` is the report's in usual case."""

    report: Report
    text: str
    words: tuple[Word, ...]
    sentences: tuple[tuple[int, int], ...]
    fault: str = ""  # why the report could not be parsed

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence that holds a place in the text, or that begins next after it."""
        return next((n for n in range(len(self.sentences)) if offset < self.sentence_span(n)[1]), len(self.sentences))

    def sentence_span(self, n: int) -> tuple[int, int]:
        first, last = self.sentences[n]
        return self.words[first].start, self.words[last - 1].end


def use_fast_blas() -> None:
    """Let matrix products run through numpy's BLAS: thinc's own kernel is several times slower on many processors."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from thinc.api import NumpyOps, set_current_ops

    set_current_ops(NumpyOps(use_blis=False))


def load_pipeline(path: Path | None = None) -> "Language":
    """The English pipeline that ships with dragoman, or another spaCy pipeline with UD labels."""
    use_fast_blas()
    import spacy

    from dragoman import sentences

    folder = path or Path(str(resources.files("dragoman") / "models" / "en"))
    try:
        nlp = spacy.load(folder)
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"cannot load the language model: {error}", str(folder)) from error
    nlp.add_pipe(sentences.NAME, first=True)
    return nlp


@dataclass(frozen=True, slots=True)
class Hyphens:
    """What the lexicons know of hyphens: names that are parties of their own ("Iran-Iraq war") and words that are one ("sit-in")."""

    apart: frozenset[str] = frozenset()
    joined: frozenset[str] = frozenset()


def smooth(text: str, hyphens: Hyphens = Hyphens()) -> str:
    """The text as the parser likes it, every character at its old offset: upright quotes, lost apostrophes back in their
    place ("Russia s" is "Russia's"), no hyphens inside names and known words, no acronyms that look like words, endless runs of
    punctuation blanked."""

    def join(match: re.Match[str]) -> str:
        first, letter, rest = match.groups()
        if first in hyphens.apart and letter + rest in hyphens.apart:
            return match.group()
        return first[0].upper() + first[1:] + JOINT + letter.lower()

    if any(letter.islower() for letter in text):
        text = WORDLIKE.sub(lambda name: STAND_INS[name.group()], text)
    text = LOST_APOSTROPHE.sub("'", text.translate(UPRIGHT))

    def join_word(match: re.Match[str]) -> str:
        word = match.group()
        return word.replace("-", JOINT) if word in hyphens.joined or word.removesuffix("s") in hyphens.joined else word

    text = HYPHENATED.sub(join_word, PREFIX_HYPHEN.sub(JOINT, NAME_HYPHEN.sub(join, text)))
    return PUNCTUATION_RUN.sub(lambda run: " " * len(run.group()), text)


Paragraphs = Sequence[tuple[int, int]]


def parse(
    nlp: "Language",
    jobs: Iterable[tuple[Report, Paragraphs]],
    hyphens: Hyphens = Hyphens(),
    casing: Casing | None = None,
) -> Iterator[Doc]:
    """A Doc for each report and its paragraphs, in order; parsed in batches of about 3,000 words. For `hyphens` see smooth."""
    batch: list[tuple[Report, Paragraphs]] = []
    size = 0
    for report, paragraphs in jobs:
        batch.append((report, paragraphs))
        size += len(report.text) // 6
        if size >= BATCH_WORDS:
            yield from parse_batch(nlp, batch, hyphens, casing)
            batch, size = [], 0
    yield from parse_batch(nlp, batch, hyphens, casing)


def parse_batch(
    nlp: "Language", batch: list[tuple[Report, Paragraphs]], hyphens: Hyphens, casing: Casing | None
) -> Iterator[Doc]:
    """The Docs of a batch; where one report breaks the pipeline the others are parsed apart from it."""
    try:
        yield from parse_together(nlp, batch, hyphens, casing)
    except Exception as error:
        if len(batch) == 1:
            yield Doc(batch[0][0], "", (), (), fault=f"{type(error).__name__}: {error}")
        else:
            for job in batch:
                yield from parse_batch(nlp, [job], hyphens, casing)


def parse_together(
    nlp: "Language", batch: list[tuple[Report, Paragraphs]], hyphens: Hyphens, casing: Casing | None
) -> list[Doc]:
    texts = [casing.restore_parts(r.text, paragraphs) if casing else r.text for r, paragraphs in batch]
    smoothed = [
        smooth(text[start:end], hyphens)
        for text, (_, paragraphs) in zip(texts, batch, strict=True)
        for start, end in paragraphs
    ]
    parsed = iter(list(nlp.pipe(smoothed, batch_size=64)))
    return [
        make_doc(report, text, [(start, next(parsed)) for start, _ in paragraphs])
        for text, (report, paragraphs) in zip(texts, batch, strict=True)
    ]


def make_doc(report: Report, text: str, parts: Sequence[tuple[int, "SpacyDoc"]]) -> Doc:
    """Our Doc out of parsed paragraphs and their offsets; whitespace tokens are left out."""
    words: list[Word] = []
    sentences: list[tuple[int, int]] = []
    for offset, parsed in parts:
        add_paragraph(words, sentences, text, offset, parsed)
    return Doc(report, text, tuple(words), tuple(sentences))


def add_paragraph(
    words: list[Word], sentences: list[tuple[int, int]], text: str, offset: int, parsed: "SpacyDoc"
) -> None:
    """Append the words and sentences of one parsed paragraph."""
    columns: np.ndarray = parsed.to_array(list(COLUMNS))
    names = label_reader(parsed.vocab.strings)
    placed: list[Word | None] = []
    start, first = offset, len(words)
    for token, row in zip(parsed, columns.tolist(), strict=True):
        _, dep, pos, tag, lemma, iob, entity, starts, space = row
        length = len(token)
        if text[start : start + length].isspace():
            placed.append(None)
        else:
            if starts == 1 and len(words) > first:
                sentences.append((first, len(words)))
                first = len(words)
            surface = text[start : start + length]
            lower, upos = surface.lower(), names(pos)
            words.append(
                Word(len(words), surface, lower, lemma_of(lower, upos, names(lemma)), upos, names(tag),
                     names(dep), start, start + length, len(sentences), names(entity) if entity else "", iob == 3)
            )  # fmt: skip
            placed.append(words[-1])
        start += length + (1 if space else 0)
    if len(words) > first:
        sentences.append((first, len(words)))
    link(placed, columns[:, 0])


def link(placed: "list[Word | None]", heads: "np.ndarray") -> None:
    """Set the heads and children; the head column holds unsigned offsets that wrap below zero."""
    for n, (word, shift) in enumerate(zip(placed, heads.astype("int64").tolist(), strict=True)):
        head = placed[n + shift]
        if word is not None and head is not None and shift:
            word.head = head
            head.children.append(word)


@cache
def label_reader(strings: object) -> "Labels":
    return Labels(strings)


class Labels:
    """Hash to string, remembered: the string store is slow to ask for every word."""

    def __init__(self, strings: object) -> None:
        self.strings, self.known = strings, {0: ""}

    def __call__(self, key: int) -> str:
        found = self.known.get(key)
        if found is None:
            found = self.known[key] = self.strings[key]  # type: ignore[index]
        return found


@cache
def lemma_of(word: str, pos: str, predicted: str) -> str:
    """Dictionary form in small letters: verbs by lemminflect, which knows unseen ones; else what the model predicts.
    Of a hyphenated verb the last part is inflected ("re-erupted")."""
    if word in CURRENCIES:
        return CURRENCIES[word]
    first, hyphen, last = word.rpartition("-")
    if pos == "VERB" and last.isalpha():
        return first + hyphen + verb_lemma(last)
    if pos == "NOUN" and word.endswith("s") and predicted.lower() == word and word.isalpha():
        from lemminflect import getLemma

        return str((getLemma(word, upos="NOUN") or (word,))[0])
    return word if hyphen else (predicted or word).lower()


def verb_lemma(word: str) -> str:
    """Dictionary form of a verb; of one unknown to lemminflect that of what follows its prefix ("overflew", "cowritten")."""
    from lemminflect import getLemma

    known: tuple[str, ...] = getLemma(word, upos="VERB", lemmatize_oov=False)
    if known:
        return known[0]
    for prefix in VERB_PREFIXES:
        rest = getLemma(word.removeprefix(prefix), upos="VERB", lemmatize_oov=False) if word.startswith(prefix) else ()
        if rest:
            return prefix + str(rest[0])
    return str((getLemma(word, upos="VERB") or (word,))[0])


@cache
def is_only_a_verb(word: str) -> bool:
    """Is a word in small letters a verb and nothing else, whatever the tagger says ("strengthen")?"""
    from lemminflect import getAllLemmas

    return set(getAllLemmas(word)) == {"VERB"} and word in getAllLemmas(word)["VERB"]
