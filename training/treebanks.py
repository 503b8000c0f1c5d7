"""UD treebanks (gzipped CoNLL-U) -> training documents of one to eight sentences, with paragraph breaks and case variants."""

import gzip
import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

TITLE_SHARE, LOWER_SHARE = 0.05, 0.03
NAMES = "# names ="
NOT_FREE = (
    "GUM_essay_",
    "GUM_letter_",
    "GUM_podcast_",
    "GUM_whow_",
    "GUM_fiction_",
)  # texts under non-commercial licences
LONGEST = 8  # sentences of one training document


@dataclass(frozen=True)
class Sentence:
    """One tree: parallel columns, heads as offsets from the sentence's first word."""

    words: list[str]
    spaces: list[bool]
    tags: list[str]
    upos: list[str]
    lemmas: list[str]
    heads: list[int]
    labels: list[str]
    new_paragraph: bool
    names: tuple[str, ...] = ()  # labels in BIO form; none where names were not marked

    @property
    def text(self) -> str:
        return running(self.words, self.spaces)


def running(words: Iterable[str], spaces: Iterable[bool]) -> str:
    """Words with the blanks after them."""
    return "".join(word + " " * space for word, space in zip(words, spaces, strict=True))


def read_treebank(path: Path, skip: tuple[str, ...] = ()) -> list[list[Sentence]]:
    """The documents of a treebank, each a list of sentences; without those whose id begins with a string in `skip`. Zipped or plain."""
    skipping = False
    documents: list[list[Sentence]] = []
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for block in blocks(lines):
            opening = next((line for line in block if line.startswith("# newdoc")), None)
            if opening is not None:
                skipping = bool(skip) and opening.partition("=")[2].strip().startswith(skip)
            if skipping:
                continue
            if not documents or opening is not None:
                documents.append([])
            documents[-1].append(read_sentence(block))
    return [document for document in documents if document]


def blocks(lines: Iterable[str]) -> Iterator[list[str]]:
    """Runs of lines between blank ones."""
    block: list[str] = []
    for line in lines:
        if line.strip():
            block.append(line.rstrip("\n"))
        elif block:
            yield block
            block = []
    if block:
        yield block


def read_sentence(block: list[str]) -> Sentence:
    """A CoNLL-U block; the words of a multi-word token stand without space between them."""
    rows, surface_end = [], {}
    for columns in (line.split("\t") for line in block if not line.startswith("#")):
        if "-" in columns[0]:
            first, last = columns[0].split("-")
            surface_end.update(dict.fromkeys(range(int(first), int(last)), False))
            surface_end[int(last)] = "SpaceAfter=No" not in columns[9]
        elif "." not in columns[0]:
            rows.append(columns)
    spaces = [surface_end.get(int(row[0]), "SpaceAfter=No" not in row[9]) for row in rows]
    words = [row[1] for row in rows]
    marked = next((line.partition("=")[2] for line in block if line.startswith(NAMES)), None)
    heads = [int(row[6]) - 1 if row[6] != "0" else n for n, row in enumerate(rows)]
    return Sentence(
        words=words,
        spaces=spaces,
        tags=["" if row[4] == "_" else row[4] for row in rows],
        upos=[row[3] for row in rows],
        lemmas=["" if row[2] == "_" else row[2] for row in rows],
        heads=heads,
        labels=["ROOT" if row[7] == "root" else row[7] for row in rows],
        new_paragraph=any(line.startswith("# newpar") for line in block),
        names=() if marked is None else labels_of(read_names(marked), words, spaces),
    )


def read_names(line: str) -> list[tuple[str, str]]:
    """The names of a comment "Ali Khan=PERSON; Iran=GPE" with their kinds."""
    pairs = (name.rsplit("=", 1) for name in line.split(";") if name.strip())
    return [(name.strip(), kind.strip()) for name, kind in pairs]


def labels_of(names: Iterable[tuple[str, str]], words: list[str], spaces: list[bool]) -> tuple[str, ...]:
    """BIO labels of the words; names stand in the order of the text. One that it does not have raises a ValueError."""
    text = running(words, spaces)
    starts = list(accumulate((len(word) + space for word, space in zip(words, spaces, strict=True)), initial=0))
    labels, done = ["O"] * len(words), 0
    for name, kind in names:
        begin = text.find(name, done)
        if begin < 0:
            raise ValueError(f"{name!r} does not stand after character {done} of {text!r}")
        done = begin + len(name)
        inside = [n for n, word in enumerate(words) if starts[n] < done and begin < starts[n] + len(word)]
        for n in inside:
            labels[n] = f"{'B' if n == inside[0] else 'I'}-{kind}"
    return tuple(labels)


def names_of(sentence: Sentence) -> Iterator[tuple[str, str]]:
    """The names of a sentence with their kinds, in their order."""
    starts = [n for n, label in enumerate(sentence.names) if label.startswith("B-")]
    for first in starts:
        kind, last = sentence.names[first][2:], first + 1
        while sentence.names[last : last + 1] == (f"I-{kind}",):
            last += 1
        yield running(sentence.words[first:last], sentence.spaces[first:last]).strip(), kind


def make_doc(vocab: Vocab, sentences: list[Sentence], chance: random.Random) -> Doc:
    """One document; half of its paragraph limits carry a line break, as running text does."""
    columns: dict[str, list] = {
        key: [] for key in ("words", "spaces", "tags", "pos", "lemmas", "heads", "deps", "ents")
    }

    def add(*row: object) -> None:
        for column, value in zip(columns.values(), row, strict=True):
            column.append(value)

    for n, sentence in enumerate(sentences):
        if n and sentence.new_paragraph and chance.random() < 0.5:
            columns["spaces"][-1] = False
            add(chance.choice(["\n", "\n\n"]), False, "_SP", "SPACE", "", len(columns["words"]) - 1, "dep", "O")
        start = len(columns["words"])
        for row in zip(
            sentence.words, sentence.spaces, sentence.tags, sentence.upos, sentence.lemmas,
            [start + head for head in sentence.heads], sentence.labels,
            sentence.names or [""] * len(sentence.words), strict=True,
        ):  # fmt: skip
            add(*row)
    return Doc(vocab, **columns)


def titled(sentence: Sentence) -> Sentence:
    """The tree as a headline in title case; lemmas are then unknown, so that no edit tree learns case."""
    return replace(sentence, words=[w[:1].upper() + w[1:] for w in sentence.words], lemmas=[""] * len(sentence.words))


def recased(sentence: Sentence, change: Callable[[str], str]) -> Sentence:
    return replace(sentence, words=[change(word) for word in sentence.words])


def lowered(sentence: Sentence) -> Sentence:
    return recased(sentence, str.lower)


def training_docs(vocab: Vocab, documents: list[list[Sentence]], seed: int, *, recased: bool) -> Iterator[Doc]:
    """Documents cut into runs of one to eight sentences; if `recased`, copies of some in another case."""
    chance = random.Random(seed)
    for document in documents:
        start = 0
        while start < len(document):
            size = chance.randint(1, LONGEST)
            run = document[start : start + size]
            start += size
            yield make_doc(vocab, run, chance)
            draw = chance.random()
            if recased and draw < TITLE_SHARE + LOWER_SHARE:
                change = titled if draw < TITLE_SHARE else lowered
                yield make_doc(vocab, [change(sentence) for sentence in run], chance)
