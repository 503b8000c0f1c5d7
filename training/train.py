"""Train the English pipeline: `python -m training.train DATA OUT [--steps N]`, or `make train TREEBANKS=DATA`.

DATA holds `treebanks/NAME/NAME-ud-SPLIT.conllu.gz` and `ner/SOURCE-SPLIT.bio.tsv.gz`. OUT receives the pipeline.
Which sources these are by default, and what their licences say, stands in the model card.
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

HERE = Path(__file__).parent
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


def write_docs(docs: Iterable[Doc], path: Path) -> Path:
    DocBin(docs=docs, store_user_data=False).to_disk(path)
    return path


def parser_corpus(data: Path, work: Path, sources: Iterable[str] = PARSER_TRAIN) -> dict[str, Path]:
    """Training and development documents of the treebanks, as spaCy files."""
    vocab = spacy.blank("en").vocab

    def documents(split: str) -> list[list[treebanks.Sentence]]:
        folder = data / "treebanks"
        files = (folder / name / f"{name}-ud-{split}.conllu.gz" for name in sources)
        return [d for file in files for d in treebanks.read_treebank(file, treebanks.NOT_FREE)]

    news = data / "treebanks" / NEWS / f"{NEWS}-ud-test.conllu.gz"
    half = treebanks.read_treebank(news)[::2] if news.exists() else []  # the other documents are the guard
    train_docs = treebanks.training_docs(vocab, [*documents("train"), *half], SEED, recased=True)
    dev_docs = treebanks.training_docs(vocab, documents("dev"), SEED, recased=False)
    return {
        "train": write_docs(train_docs, work / "parser-train.spacy"),
        "dev": write_docs(dev_docs, work / "parser-dev.spacy"),
    }


def names_corpus(
    data: Path, work: Path, train_from: Iterable[str] = NAMES_TRAIN, dev_from: Iterable[str] = NAMES_DEV
) -> dict[str, Path]:
    """Training and development sentences with names, as spaCy files."""
    vocab = spacy.blank("en").vocab

    def sentences(sources: Iterable[str]) -> list[list[names.Row]]:
        return [
            rows
            for source in sources
            for rows in names.read_names(data / "ner" / f"{source}.bio.tsv.gz", treebanks.NOT_FREE)
        ]

    return {
        "train": write_docs(names.training_docs(vocab, sentences(train_from), SEED), work / "names-train.spacy"),
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
    args = cli.parse_args()
    set_current_ops(NumpyOps(use_blis=False))
    args.work.mkdir(parents=True, exist_ok=True)
    trees = parser_corpus(args.data, args.work, args.treebanks)
    named = names_corpus(args.data, args.work, args.names_train, args.names_dev)
    parser = train_pipeline(HERE / "parser.cfg", trees, args.work / "parser", args.steps)
    tagger = train_pipeline(HERE / "names.cfg", named, args.work / "names", args.steps)
    parser.add_pipe("ner", source=tagger)
    parser.to_disk(args.out)


if __name__ == "__main__":
    main()
