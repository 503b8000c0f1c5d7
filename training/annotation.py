"""Trees of our own: draft them with a pipeline, read them on a sheet, mend them by hand.

    python -m training.annotation draft TEXT TREES     # one sentence a line, an empty line between paragraphs, "===" between reports
    python -m training.annotation sheet TREES [MODEL]  # to read; with a second pipeline, what that one would do is shown beside
    python -m training.annotation mend TREES FIXES     # "12: 5 7 obj; 8 5 conj; 3=NOUN": word 5 of sentence 12 hangs on 7 as object ...

TREES is a CoNLL-U file; `mend` refuses what is no tree and then writes nothing. Marks are attached by rule.
"""

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.syntax import lemma_of, load_pipeline
from training import treebanks
from training.punctuation import reattached
from training.treebanks import Sentence

REPORT_LIMIT = "==="
LINE = re.compile(r"#?(\d+)\s*:\s*(.+)")
ARC = re.compile(r"(\d+)\s+(\d+)\s+([a-z]+(?::[a-z]+)?)(?:\s+([A-Z]+))?")
WORD_CLASS = re.compile(r"(\d+)\s*=\s*([A-Z]+)")
DROP = "drop"
LABELS = frozenset(
    [
        "ROOT",
        "acl",
        "acl:relcl",
        "advcl",
        "advcl:relcl",
        "advmod",
        "amod",
        "appos",
        "aux",
        "aux:pass",
        "case",
        "cc",
        "cc:preconj",
        "ccomp",
        "compound",
        "compound:prt",
        "conj",
        "cop",
        "csubj",
        "csubj:outer",
        "csubj:pass",
        "dep",
        "det",
        "det:predet",
        "discourse",
        "dislocated",
        "expl",
        "fixed",
        "flat",
        "goeswith",
        "iobj",
        "list",
        "mark",
        "nmod",
        "nmod:desc",
        "nmod:poss",
        "nmod:unmarked",
        "nsubj",
        "nsubj:outer",
        "nsubj:pass",
        "nummod",
        "obj",
        "obl",
        "obl:agent",
        "obl:unmarked",
        "orphan",
        "parataxis",
        "punct",
        "reparandum",
        "vocative",
        "xcomp",
    ]
)  # of UD English, EWT and GUM 2.16


@dataclass(frozen=True)
class Fix:
    """A correction of one word; numbers count from 1, head 0 is the root. What is None stays."""

    word: int
    head: int | None = None
    label: str | None = None
    upos: str | None = None


# Drafts


def read_lines(text: str) -> Iterator[tuple[str, str]]:
    """The sentences of a draft's text, each with what begins there: a report, a paragraph, or nothing."""
    begins = "newdoc"
    for line in (line.strip() for line in text.splitlines()):
        if line.startswith(REPORT_LIMIT):
            begins = "newdoc"
        elif line:
            yield " ".join(line.split()), begins
            begins = ""
        else:
            begins = begins or "newpar"


def parse_whole(nlp: Language, sentences: Iterable[tuple[list[str], list[bool]]]) -> list[Doc]:
    """One tree for each sentence, given by words and the blanks after them: it is not cut."""
    docs = [Doc(nlp.vocab, words=words, spaces=spaces) for words, spaces in sentences]
    for doc in docs:
        for word in doc:
            word.is_sent_start = word.i == 0
    return list(nlp.pipe(docs, batch_size=64))


def from_doc(doc: Doc, *, new_paragraph: bool) -> Sentence:
    return Sentence(
        words=[word.text for word in doc],
        spaces=[bool(word.whitespace_) for word in doc],
        tags=[word.tag_ for word in doc],
        upos=[word.pos_ for word in doc],
        lemmas=[lemma_of(word.lower_, "VERB", word.lemma_) if word.pos_ == "VERB" else word.lemma_ for word in doc],
        heads=[word.head.i for word in doc],
        labels=[word.dep_ for word in doc],
        new_paragraph=new_paragraph,
    )


def draft(nlp: Language, text: str) -> list[list[Sentence]]:
    """The trees that a pipeline gives to a text, report by report."""
    lines = list(read_lines(text))
    tokens = [nlp.tokenizer(line) for line, _ in lines]
    docs = parse_whole(nlp, (([word.text for word in doc], [bool(word.whitespace_) for word in doc]) for doc in tokens))
    reports: list[list[Sentence]] = []
    for doc, (_, begins) in zip(docs, lines, strict=True):
        if begins == "newdoc":
            reports.append([])
        reports[-1].append(from_doc(doc, new_paragraph=bool(begins)))
    return reports


# Sheets


def sheet(sentences: list[Sentence], nlp: Language | None = None) -> Iterator[str]:
    """The lines of a sheet: number, word, word class, head, label; after a bar what a second pipeline says otherwise."""
    others = parse_whole(nlp, ((s.words, s.spaces) for s in sentences)) if nlp else [None] * len(sentences)
    for number, (sentence, other) in enumerate(zip(sentences, others, strict=True), 1):
        yield f"\n#{number} {sentence.text}"
        rival = from_doc(other, new_paragraph=False) if other is not None else sentence
        for n, word in enumerate(sentence.words):
            ours, theirs = arc(sentence, n), arc(rival, n)
            if sentence.labels[n] == "punct":
                yield f"{n + 1} {word}"
            else:
                yield f"{n + 1} {word} {sentence.upos[n]} {ours}" + (f" | {theirs}" if ours != theirs else "")


def arc(sentence: Sentence, n: int) -> str:
    head, label = sentence.heads[n], sentence.labels[n]
    return "0 root" if head == n else f"{head + 1} {label}"


# Corrections


def read_fixes(text: str) -> dict[int, list[Fix] | None]:
    """The corrections of each sentence by its number; None drops it. A line that cannot be read raises a ValueError."""
    found: dict[int, list[Fix] | None] = {}
    for line in filter(None, (line.strip() for line in text.splitlines())):
        match = LINE.fullmatch(line)
        if not match:
            raise ValueError(f"not understood: {line!r}")
        number, parts = int(match[1]), [part.strip() for part in re.split("[;,]", match[2]) if part.strip()]
        if DROP in parts:
            found[number] = None
            continue
        fixes = found.setdefault(number, [])
        if fixes is not None:
            fixes += [read_fix(part, number) for part in parts]
    return found


def read_fix(part: str, number: int) -> Fix:
    if match := ARC.fullmatch(part):
        return Fix(int(match[1]), int(match[2]), match[3], match[4])
    if match := WORD_CLASS.fullmatch(part):
        return Fix(int(match[1]), upos=match[2])
    raise ValueError(f"sentence {number}: not understood: {part!r}")


def mended(sentence: Sentence, fixes: Iterable[Fix]) -> Sentence:
    """The sentence with its corrections; of a word whose class was wrong, tag and lemma are no longer known."""
    columns = {name: list(getattr(sentence, name)) for name in ("heads", "labels", "upos", "tags", "lemmas")}
    for fix in fixes:
        n = fix.word - 1
        if fix.head is not None:
            columns["heads"][n] = fix.head - 1 if fix.head else n
            columns["labels"][n] = fix.label if fix.head else "ROOT"
        if fix.upos and fix.upos != columns["upos"][n]:
            columns["upos"][n] = fix.upos
            columns["tags"][n] = columns["lemmas"][n] = ""
    return replace(sentence, **columns)


def faults(sentence: Sentence) -> Iterator[str]:
    """Why the words are no tree. Marks do not matter: they are attached by rule."""
    roots = [n + 1 for n, head in enumerate(sentence.heads) if head == n]
    if len(roots) != 1:
        yield f"{len(roots)} roots: {roots}"
    for n, head in enumerate(sentence.heads):
        if sentence.labels[n] == "punct":
            continue
        if not 0 <= head < len(sentence.heads):
            yield f"word {n + 1}: no word {head + 1}"
        elif sentence.labels[n] not in LABELS or (head == n) != (sentence.labels[n] == "ROOT"):
            yield f"word {n + 1}: label {sentence.labels[n]} on word {head + 1}"
        elif in_circle(n, sentence.heads):
            yield f"word {n + 1} hangs on itself through others"


def in_circle(n: int, heads: list[int]) -> bool:
    seen: set[int] = set()
    while n not in seen and 0 <= n < len(heads) and heads[n] != n:
        seen.add(n)
        n = heads[n]
    return n in seen


def mend(reports: list[list[Sentence]], fixes: dict[int, list[Fix] | None]) -> list[list[Sentence]]:
    """The reports with all corrections; a ValueError lists what is no tree then."""
    number, result, wrong = 0, [], []
    for report in reports:
        result.append([])
        for sentence in report:
            number += 1
            wanted = fixes.get(number, [])
            if wanted is None:
                continue
            try:
                better = mended(sentence, wanted)
            except IndexError:
                wrong.append(f"sentence {number}: a correction names a word that it does not have")
                continue
            found = [f"sentence {number}: {fault}" for fault in faults(better)]
            wrong += found
            result[-1] += [] if found else [reattached(better)]
    wrong += [f"there is no sentence {n}" for n in fixes if n > number]
    if wrong:
        raise ValueError("\n".join(wrong))
    return [report for report in result if report]


# Files


def conllu(reports: list[list[Sentence]], name: str) -> Iterator[str]:
    """The lines of a CoNLL-U file."""
    for number, report in enumerate(reports, 1):
        yield f"# newdoc id = {name}-{number}"
        for sentence in report:
            if sentence.new_paragraph:
                yield "# newpar"
            yield f"# text = {sentence.text}".rstrip()
            if sentence.names:
                yield f"{treebanks.NAMES} " + "; ".join(f"{name}={kind}" for name, kind in treebanks.names_of(sentence))
            for n in range(len(sentence.words)):
                head, label = arc(sentence, n).split()
                cells = (sentence.words[n], sentence.lemmas[n], sentence.upos[n], sentence.tags[n], "")
                misc = "_" if sentence.spaces[n] or n == len(sentence.words) - 1 else "SpaceAfter=No"
                yield "\t".join([str(n + 1), *(cell or "_" for cell in cells), head, label, "_", misc])
            yield ""


def write_trees(reports: list[list[Sentence]], file: Path) -> None:
    file.write_text("\n".join(conllu(reports, file.stem)) + "\n", encoding="utf-8")


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("command", choices=("draft", "sheet", "mend"))
    cli.add_argument("first", type=Path, metavar="TEXT|TREES")
    cli.add_argument("second", type=Path, nargs="?", metavar="TREES|MODEL|FIXES")
    args = cli.parse_args()
    if args.command == "draft":
        write_trees(draft(load_pipeline(), args.first.read_text("utf-8")), args.second)
        return
    reports = treebanks.read_treebank(args.first)
    if args.command == "sheet":
        rival = load_pipeline(args.second) if args.second else None
        print("\n".join(sheet([sentence for report in reports for sentence in report], rival)))
        return
    try:
        write_trees(mend(reports, read_fixes(args.second.read_text("utf-8"))), args.first)
    except ValueError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
