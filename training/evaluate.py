"""Score a pipeline on raw text: `python -m training.evaluate DATA [MODEL] [--json FILE]`.

DATA is the folder that `training.train` reads; without MODEL the pipeline that ships is scored. Scores are F1 in the manner of the CoNLL
shared tasks: the pipeline gets running text, its words are matched with the gold ones by their characters, blanks not counted. UAS and LAS
count punctuation, "words UAS" and "words LAS" do not: PUD attaches its marks otherwise than the other treebanks (`training.punctuation`).
"""

import argparse
import json
import os
import platform
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy
import spacy
import thinc
from spacy.language import Language

from dragoman.coder import Coder
from dragoman.syntax import load_pipeline
from training import names, treebanks
from training.analysis import Analysis, Word, found_analysis, gold_analysis, raw_text
from training.parties import read_cases, score_parties
from training.train import NEWS, training_documents

Scores = dict[str, float]


@dataclass(frozen=True)
class Trees:
    """A test set: a treebank or the part of its documents that was not trained on, as written or with its words in another case."""

    title: str
    treebank: str
    recase: Callable[[str], str] = str
    start: int = 0
    step: int = 1
    restored: bool = False  # by dragoman's casing before the parse


GUARD = (1, 2)  # start and step: the documents of PUD that training.train leaves
TREES = (
    Trees("EWT test", "en_ewt"),
    Trees("GUM test", "en_gum"),
    Trees("PUD guard", NEWS, str, *GUARD),
    Trees("PUD guard in capitals", NEWS, str.upper, *GUARD),
    Trees("PUD guard in lower case", NEWS, str.lower, *GUARD),
    Trees("PUD guard in capitals, restored", NEWS, str.upper, *GUARD, restored=True),
    Trees("PUD guard in lower case, restored", NEWS, str.lower, *GUARD, restored=True),
)
VERB_TESTS = ("EWT test", "GUM test", "PUD guard")
NAMES = ("gum", "uner_ewt", "wikigold", "re3d", "crossner_politics")
MEASURES = ("tokens", "sentences", "UPOS", "XPOS", "lemma", "lemma_of", "UAS", "LAS", "words UAS", "words LAS")
OF_WORDS = ("words UAS", "words LAS")
LABELS = (
    "nsubj", "nsubj:pass", "obj", "obl", "nmod", "appos", "conj", "acl:relcl", "ccomp", "xcomp", "compound", "flat",
)  # fmt: skip
TEXT_WORDS, BATCH_TEXTS, RUNS = 150, 32, 5  # of the measurement of speed


@dataclass
class Tally:
    """Counts of what is right, found and in the gold, by measure."""

    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)

    def f1(self, key: str) -> float:
        total = self.found[key] + self.gold[key]
        return round(200 * self.right[key] / total, 1) if total else 0.0

    def add_sets(self, key: str, gold: set[Any], found: set[Any]) -> None:
        self.right[key] += len(gold & found)
        self.found[key] += len(found)
        self.gold[key] += len(gold)


# Trees


def pairs(gold: Analysis, found: Analysis) -> Iterator[tuple[Word, Word]]:
    """Gold words with the found word of the same characters."""
    by_span = {word.span: word for word in found.words}
    for word in gold.words:
        other = by_span.get(word.span)
        if other is not None:
            yield word, other


def agreements(gold: Word, found: Word) -> Iterator[str]:
    """The measures by which a found word is right, and its label if the arc is right with it."""
    yield "tokens"
    if gold.upos == found.upos:
        yield "UPOS"
    if gold.xpos == found.xpos:
        yield "XPOS"
    if gold.lemma in ("", found.lemma):
        yield "lemma"
    if gold.lemma.lower() in ("", found.dictionary_form):
        yield "lemma_of"
    if gold.head == found.head:
        yield from ("UAS", "words UAS")[: 1 + (not gold.is_mark)]
        if gold.label.split(":")[0] == found.label.split(":")[0]:
            yield from ("LAS", "words LAS")[: 1 + (not gold.is_mark)]
        if gold.label == found.label:
            yield f"label {gold.label}"


def compare(gold: Analysis, found: Analysis, tally: Tally) -> None:
    """Add a document to the counts."""
    tally.add_sets("sentences", gold.sentences, found.sentences)
    for words, counts in ((gold.words, tally.gold), (found.words, tally.found)):
        counts.update({measure: len(words) for measure in MEASURES if measure not in ("sentences", *OF_WORDS)})
        counts.update(dict.fromkeys(OF_WORDS, sum(not word.is_mark for word in words)))
        counts.update(f"label {word.label}" for word in words)
    for word, other in pairs(gold, found):
        tally.right.update(agreements(word, other))


def read_test(data: Path, test: Trees) -> list[list[treebanks.Sentence]]:
    path = data / "treebanks" / test.treebank / f"{test.treebank}-ud-test.conllu.gz"
    documents = treebanks.read_treebank(path)[test.start :: test.step]
    return [[treebanks.recased(sentence, test.recase) for sentence in document] for document in documents]


def analyses(
    nlp: Language, documents: list[list[treebanks.Sentence]], restore: Callable[[str], str] = str
) -> Iterator[tuple[Analysis, Analysis]]:
    """Gold and found analysis of each document."""
    docs = nlp.pipe((restore(raw_text(document)) for document in documents), batch_size=BATCH_TEXTS)
    for document, doc in zip(documents, docs, strict=True):
        yield gold_analysis(document), found_analysis(doc)


# Lemmas of verbs


def trained_verbs(documents: list[list[treebanks.Sentence]]) -> frozenset[str]:
    """Dictionary forms of all verbs in the training trees."""
    found: set[str] = set()
    for document in documents:
        for sentence in document:
            rows = zip(sentence.upos, sentence.lemmas, strict=True)
            found |= {lemma.lower() for upos, lemma in rows if upos == "VERB"}
    return frozenset(found)


def count_verbs(gold: Analysis, found: Analysis, known: frozenset[str], counts: Counter[str]) -> None:
    """Add the gold verbs of a document to the counts of right lemmas, case apart; "own" is the pipeline's lemmatizer."""
    for word, other in pairs(gold, found):
        lemma = word.lemma.lower()
        if word.upos == "VERB" and lemma:
            group = "seen" if lemma in known else "unseen"
            counts[group] += 1
            counts[f"{group} own"] += other.lemma.lower() == lemma
            counts[f"{group} lemma_of"] += other.dictionary_form == lemma


def verb_scores(counts: Counter[str]) -> dict[str, Scores]:
    result: dict[str, Scores] = {}
    for group in ("seen", "unseen"):
        number = counts[group]
        shares = {key: round(100 * counts[f"{group} {key}"] / max(number, 1), 1) for key in ("own", "lemma_of")}
        result[group] = {"verbs": number, **shares}
    return result


def score_trees(nlp: Language, data: Path, restore: Callable[[str], str]) -> dict[str, Any]:
    """Scores of all treebanks, of single labels, and of the lemmas of verbs; `restore` puts text in its usual case."""
    result: dict[str, Any] = {"trees": {}, "labels": {}}
    known, verbs = trained_verbs(training_documents(data)), Counter[str]()
    for test in TREES:
        tally = Tally()
        for gold, found in analyses(nlp, read_test(data, test), restore if test.restored else str):
            compare(gold, found, tally)
            if test.title in VERB_TESTS:
                count_verbs(gold, found, known, verbs)
        result["trees"][test.title] = {measure: tally.f1(measure) for measure in MEASURES}
        result["labels"][test.title] = {label: tally.f1(f"label {label}") for label in LABELS}
    return result | {"verbs": verb_scores(verbs)}


# Names


def gold_names(rows: list[names.Row]) -> tuple[str, set[tuple[int, int, str]]]:
    """The text of a sentence, and its names as offsets with label."""
    text, found = "", []
    for word, space, label in rows:
        if label.startswith("B-"):
            found.append((len(text), len(text) + len(word), label[2:]))
        elif label.startswith("I-"):
            found[-1] = (found[-1][0], len(text) + len(word), label[2:])
        text += word + " " * space
    return text, set(found)


def score_names(nlp: Language, data: Path, kind: Callable[[str, str], str]) -> dict[str, Scores]:
    """F1 of names with and without their type, with the type that `kind` tells, and of each type; sentence by sentence."""
    result: dict[str, Scores] = {}
    for source in NAMES:
        gold = [gold_names(rows) for rows in names.read_names(data / "ner" / f"{source}-test.bio.tsv.gz")]
        tally = Tally()
        for (_, wanted), doc in zip(gold, nlp.pipe(text for text, _ in gold), strict=True):
            found = {(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents}
            tally.add_sets("typed", wanted, found)
            told = {(entity.start_char, entity.end_char, kind(entity.text, entity.label_)) for entity in doc.ents}
            tally.add_sets("typed with lexicons", wanted, told)
            tally.add_sets("untyped", {name[:2] for name in wanted}, {name[:2] for name in found})
            for label in names.LABELS:
                tally.add_sets(label, {n for n in wanted if n[2] == label}, {n for n in found if n[2] == label})
        result[source] = {
            key: tally.f1(key) for key in ("typed", "typed with lexicons", "untyped", *sorted(names.LABELS))
        }
    return result


# Speed


def texts_of_length(documents: Iterable[list[treebanks.Sentence]], words: int) -> list[str]:
    """Runs of sentences of at least so many words."""
    texts, run, size = [], [], 0
    for document in documents:
        for sentence in document:
            run.append(sentence)
            size += len(sentence.words)
            if size >= words:
                texts.append(raw_text(run))
                run, size = [], 0
    return texts


def tokens_per_second(nlp: Language, texts: list[str]) -> float:
    start = time.process_time()
    tokens = sum(len(doc) for doc in nlp.pipe(texts, batch_size=BATCH_TEXTS))
    return tokens / (time.process_time() - start)


def score_speed(nlp: Language, data: Path) -> Scores:
    """Tokens per second of CPU, median of runs in turn, with names and without."""
    texts = texts_of_length(read_test(data, Trees("PUD guard", NEWS, str, *GUARD)), TEXT_WORDS)
    tokens_per_second(nlp, texts[:BATCH_TEXTS])
    whole, bare = [], []
    for _ in range(RUNS):
        whole.append(tokens_per_second(nlp, texts))
        with nlp.select_pipes(disable=[name for name in nlp.pipe_names if name == "ner"]):
            bare.append(tokens_per_second(nlp, texts))
    result = {"without_ner": round(statistics.median(bare))}
    return result | ({"with_ner": round(statistics.median(whole))} if "ner" in nlp.pipe_names else {})


# Report


def score(nlp: Language, data: Path) -> dict[str, Any]:
    """All scores; names only of a pipeline that finds names."""
    result = {"pipeline": {"name": nlp.meta["name"], "version": nlp.meta["version"], "components": nlp.pipe_names}}
    coder = Coder()
    result |= score_trees(nlp, data, coder.casing.restore)
    result["clauses"] = {"news clauses": score_parties(nlp, read_cases())}
    if "ner" in nlp.pipe_names:
        result["names"] = score_names(nlp, data, coder.kinds.kind)
    result["tokens_per_cpu_second"] = score_speed(nlp, data)
    versions = {"spacy": spacy.__version__, "thinc": thinc.__version__, "numpy": numpy.__version__}
    return result | {"versions": {"python": platform.python_version(), **versions}}


def table(title: str, rows: dict[str, Scores]) -> str:
    """A table in Markdown, a row for each test."""
    columns = list(next(iter(rows.values())))
    lines = [f"| {title} | {' | '.join(columns)} |", "|---|" + "---:|" * len(columns)]
    lines += [f"| {name} | {' | '.join(str(scores[column]) for column in columns)} |" for name, scores in rows.items()]
    return "\n".join(lines) + "\n"


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("data", type=Path)
    cli.add_argument("model", type=Path, nargs="?", help="folder of a pipeline; default: the one that ships")
    cli.add_argument("--json", type=Path, help="write the scores to this file")
    args = cli.parse_args()
    scores = score(load_pipeline(args.model), args.data)
    if args.json:
        args.json.write_text(json.dumps(scores, indent=2) + "\n", encoding="utf-8")
    for key, title in (
        ("trees", "test"),
        ("labels", "label"),
        ("verbs", "verbs"),
        ("clauses", "clauses"),
        ("names", "names"),
    ):
        if key in scores:
            print(table(title, scores[key]))
    print("tokens per second of CPU:", scores["tokens_per_cpu_second"])


if __name__ == "__main__":
    main()
