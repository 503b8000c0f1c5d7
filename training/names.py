"""Named-entity files (token, space, BIO label) -> training documents; names are swapped against lists for variety."""

import gzip
import random
import re
from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

from dragoman.coder import Coder

LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP"})
SWAPPED_SHARE = 1 / 3
PLAIN = re.compile(r"[\w ]+")  # names that are cut at their blanks alone

Row = tuple[str, bool, str]  # word, space after it, BIO label


def read_names(path: Path, skip: tuple[str, ...] = ()) -> Iterator[list[Row]]:
    """The sentences of a file, without documents whose id begins with a string in `skip`; labels that only some sources mark
    (EVENT, DATE) are dropped."""
    rows: list[Row] = []
    skipping = False
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# doc ="):
                skipping = bool(skip) and line.partition("=")[2].strip().startswith(skip)
            if skipping:
                continue
            columns = line.rstrip("\n").split("\t")
            if len(columns) == 3:
                label = columns[2] if columns[2][2:] in LABELS else "O"
                rows.append((columns[0], columns[1] != "SpaceAfter=No", label))
            elif rows:
                yield rows
                rows = []
    if rows:
        yield rows


def swap_names(rows: list[Row], known: dict[str, list[list[str]]], chance: random.Random) -> list[Row]:
    """Every name exchanged for another of its kind."""
    result: list[Row] = []
    position = 0
    while position < len(rows):
        end = position + 1
        label = rows[position][2][2:]
        if label:
            while end < len(rows) and rows[end][2] == f"I-{label}":
                end += 1
            fresh = chance.choice(known[label])
            inner = [(word, True, f"I-{label}") for word in fresh]
            inner[0] = (fresh[0], True, f"B-{label}")
            inner[-1] = (fresh[-1], rows[end - 1][1], inner[-1][2])
            result += inner
        else:
            result.append(rows[position])
        position = end
    return result


def names_by_label(sentences: list[list[Row]]) -> dict[str, list[list[str]]]:
    """All names of the data, by label."""
    known: dict[str, list[list[str]]] = {label: [] for label in LABELS}
    for rows in sentences:
        for n, (word, _, label) in enumerate(rows):
            if label.startswith("B-"):
                name = [word]
                for follower in rows[n + 1 :]:
                    if follower[2] != f"I-{label[2:]}":
                        break
                    name.append(follower[0])
                known[label[2:]].append(name)
    return known


def listed_names() -> dict[str, list[list[str]]]:
    """The names that dragoman's lexicons know, by label: states, towns, peoples, bodies and office holders of the world."""
    coder = Coder()
    lexicon = coder.lexicon
    listed = {
        "PERSON": [name for office in lexicon.offices for name in (office.name, *office.names)],
        "ORG": [name for body in lexicon.organisations for name in (body.name, *body.names)],
        "GPE": [name for state in lexicon.states for name in (state.name, *state.capitals)]
        + list(coder.gazetteer.big_towns()),
        "NORP": [name for state in lexicon.states for name in (*state.adjectives, *state.people)],
    }
    return {
        label: [name.split() for name in dict.fromkeys(names) if PLAIN.fullmatch(name)]
        for label, names in listed.items()
    }


def make_doc(vocab: Vocab, rows: list[Row]) -> Doc:
    words, spaces, labels = zip(*rows, strict=True)
    return Doc(vocab, words=list(words), spaces=list(spaces), ents=list(labels))


def training_docs(
    vocab: Vocab, sentences: list[list[Row]], seed: int, listed: dict[str, list[list[str]]] | None = None
) -> Iterator[Doc]:
    """The sentences as they are, and a third of them again with other names: of the data, and listed ones."""
    chance, known = random.Random(seed), names_by_label(sentences)
    for label, more in (listed or {}).items():
        known[label] += more
    for rows in sentences:
        yield make_doc(vocab, rows)
        if chance.random() < SWAPPED_SHARE:
            yield make_doc(vocab, swap_names(rows, known, chance))
