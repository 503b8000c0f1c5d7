"""Train the English pipeline: `python -m training.train DATA OUT [--steps N]`, or `make train TREEBANKS=DATA`.

DATA holds `treebanks/NAME/NAME-ud-SPLIT.conllu.gz` and `ner/SOURCE-SPLIT.bio.tsv.gz`; our own trees and names of news lie in `training/trees`.
OUT receives the pipeline. Which sources these are by default, and what their licences say, stands in the model card.
"""

import argparse
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import spacy
from spacy.tokens import Doc, DocBin
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from thinc.api import Config, NumpyOps, set_current_ops

from training import names, treebanks
from training.punctuation import reattached
from training.spellings import write_spellings
from training.treebanks import Sentence

HERE = Path(__file__).parent
OWN = HERE / "trees"
PARSER_TRAIN = ("en_ewt", "en_gum")
NEWS = "en_pud"  # every other document of this test treebank is trained on
NAMES_TRAIN = (
    "gum-train",
    "uner_ewt-train",
    "wikigold-train",
    "re3d-train",
    "crossner_politics-train",
    "crossner_politics-dev",
)
NAMES_DEV = ("gum-dev", "wikigold-dev", "re3d-dev")
SEED = 0
SPELLINGS = "spellings.txt"


def write_docs(docs: Iterable[Doc], path: Path) -> Path:
    DocBin(docs=docs, store_user_data=False).to_disk(path)
    return path


def own_documents(folder: Path = OWN) -> list[list[Sentence]]:
    """Our own reports, with trees and names."""
    return [document for file in sorted(folder.glob("*.conllu")) for document in treebanks.read_treebank(file)]


def training_documents(data: Path, sources: Iterable[str] = PARSER_TRAIN, own: Path = OWN) -> list[list[Sentence]]:
    """The documents whose trees are learnt: of the sources, half of the news treebank, our own. Marks are attached by rule."""
    news = data / "treebanks" / NEWS / f"{NEWS}-ud-test.conllu.gz"
    half = treebanks.read_treebank(news)[::2] if news.exists() else []  # the other documents are the guard
    documents = [*read_split(data, sources, "train"), *half, *own_documents(own)]
    return [[reattached(sentence) for sentence in document] for document in documents]


def read_split(data: Path, sources: Iterable[str], split: str) -> list[list[Sentence]]:
    files = (data / "treebanks" / name / f"{name}-ud-{split}.conllu.gz" for name in sources)
    return [document for file in files for document in treebanks.read_treebank(file, treebanks.NOT_FREE)]


def parser_corpus(documents: list[list[Sentence]], dev_documents: list[list[Sentence]], work: Path) -> dict[str, Path]:
    """Training and development documents, as spaCy files."""
    vocab = spacy.blank("en").vocab
    train_docs = treebanks.training_docs(vocab, documents, SEED, recased=True)
    dev_docs = treebanks.training_docs(vocab, dev_documents, SEED, recased=False)
    return {
        "train": write_docs(train_docs, work / "parser-train.spacy"),
        "dev": write_docs(dev_docs, work / "parser-dev.spacy"),
    }


def names_corpus(
    data: Path,
    work: Path,
    train_from: Iterable[str] = NAMES_TRAIN,
    dev_from: Iterable[str] = NAMES_DEV,
    own: Path = OWN,
) -> dict[str, Path]:
    """Training and development sentences with names, ours among the former, as spaCy files."""
    vocab = spacy.blank("en").vocab

    def sentences(sources: Iterable[str]) -> list[list[names.Row]]:
        return [
            rows
            for source in sources
            for rows in names.read_names(data / "ner" / f"{source}.bio.tsv.gz", treebanks.NOT_FREE)
        ]

    ours = [
        list(zip(sentence.words, sentence.spaces, sentence.names, strict=True))
        for document in own_documents(own)
        for sentence in document
        if sentence.names
    ]
    train_docs = names.training_docs(vocab, sentences(train_from) + ours, SEED, names.listed_names())
    return {
        "train": write_docs(train_docs, work / "names-train.spacy"),
        "dev": write_docs((names.make_doc(vocab, rows) for rows in sentences(dev_from)), work / "names-dev.spacy"),
    }


def train_pipeline(config_file: Path, corpus: dict[str, Path], out: Path, steps: int | None) -> spacy.language.Language:
    """Train by a configuration file; `steps` overrides its number of steps."""
    overrides: dict[str, Any] = {f"paths.{key}": str(path) for key, path in corpus.items()}
    if steps:
        overrides |= {"training.max_steps": steps, "training.eval_frequency": steps}
    config = Config().from_disk(config_file, interpolate=False, overrides=overrides)
    out.mkdir(parents=True, exist_ok=True)
    nlp = init_nlp(config.interpolate(), use_gpu=-1)
    train(nlp, out, use_gpu=-1, stdout=sys.stdout, stderr=sys.stderr)
    return spacy.load(out / "model-best")


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("data", type=Path)
    cli.add_argument("out", type=Path)
    cli.add_argument("--work", type=Path, default=Path("build/training"), help="folder for corpora and checkpoints")
    cli.add_argument("--steps", type=int, help="train only so many steps, to try the machinery")
    cli.add_argument("--treebanks", nargs="+", default=PARSER_TRAIN, metavar="NAME")
    cli.add_argument("--names-train", nargs="+", default=NAMES_TRAIN, metavar="SOURCE-SPLIT")
    cli.add_argument("--names-dev", nargs="+", default=NAMES_DEV, metavar="SOURCE-SPLIT")
    cli.add_argument("--own", type=Path, default=OWN, help="folder of our own trees")
    args = cli.parse_args()
    set_current_ops(NumpyOps(use_blis=False))
    args.work.mkdir(parents=True, exist_ok=True)
    documents = training_documents(args.data, args.treebanks, args.own)
    trees = parser_corpus(documents, read_split(args.data, args.treebanks, "dev"), args.work)
    named = names_corpus(args.data, args.work, args.names_train, args.names_dev, args.own)
    parser = train_pipeline(HERE / "parser.cfg", trees, args.work / "parser", args.steps)
    tagger = train_pipeline(HERE / "names.cfg", named, args.work / "names", args.steps)
    parser.add_pipe("ner", source=tagger)
    parser.to_disk(args.out)
    write_spellings((sentence for document in documents for sentence in document), args.out / SPELLINGS)


if __name__ == "__main__":
    main()
