"""UD treebanks (gzipped CoNLL-U) -> training documents of one to eight sentences, with paragraph breaks and case variants."""

import gzip
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

UPPER_SHARE, LOWER_SHARE = 0.07, 0.08
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
    feats: list[str]
    lemmas: list[str]
    heads: list[int]
    labels: list[str]
    new_paragraph: bool


def read_treebank(path: Path, skip: tuple[str, ...] = ()) -> list[list[Sentence]]:
    """The documents of a treebank, each a list of sentences; without those whose id begins with a string in `skip`."""
    skipping = False
    documents: list[list[Sentence]] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
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
    heads = [int(row[6]) - 1 if row[6] != "0" else n for n, row in enumerate(rows)]
    return Sentence(
        words=[row[1] for row in rows],
        spaces=spaces,
        tags=[row[4] for row in rows],
        upos=[row[3] for row in rows],
        feats=["" if row[5] == "_" else row[5] for row in rows],
        lemmas=["" if row[2] == "_" else row[2] for row in rows],
        heads=heads,
        labels=["ROOT" if row[7] == "root" else row[7] for row in rows],
        new_paragraph=any(line.startswith("# newpar") for line in block),
    )


def make_doc(vocab: Vocab, sentences: list[Sentence], chance: random.Random) -> Doc:
    """One document; half of its paragraph limits carry a line break, as running text does."""
    columns: dict[str, list] = {
        key: [] for key in ("words", "spaces", "tags", "pos", "morphs", "lemmas", "heads", "deps")
    }

    def add(word: str, space: bool, tag: str, pos: str, morph: str, lemma: str, head: int, label: str) -> None:
        for key, value in zip(columns, (word, space, tag, pos, morph, lemma, head, label), strict=True):
            columns[key].append(value)

    for n, sentence in enumerate(sentences):
        if n and sentence.new_paragraph and chance.random() < 0.5:
            columns["spaces"][-1] = False
            add(chance.choice(["\n", "\n\n"]), False, "_SP", "SPACE", "", "", len(columns["words"]) - 1, "dep")
        start = len(columns["words"])
        for row in zip(
            sentence.words, sentence.spaces, sentence.tags, sentence.upos, sentence.feats,
            sentence.lemmas, [start + head for head in sentence.heads], sentence.labels, strict=True,
        ):  # fmt: skip
            add(*row)
    return Doc(vocab, **columns)


def recase(sentence: Sentence, upper: bool) -> Sentence:
    """The tree in capitals (its lemmas then unknown, so that no edit tree learns case) or in small letters."""
    change = str.upper if upper else str.lower
    lemmas = [""] * len(sentence.words) if upper else sentence.lemmas
    return Sentence(**{**vars(sentence), "words": [change(word) for word in sentence.words], "lemmas": lemmas})


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
            if recased and draw < UPPER_SHARE + LOWER_SHARE:
                yield make_doc(vocab, [recase(sentence, draw < UPPER_SHARE) for sentence in run], chance)
