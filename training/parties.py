"""Who did what to whom, clause by clause: `python -m training.parties [MODEL]` scores a pipeline on the sentences of clauses.yaml.

Each sentence there lists its verbs with their doer and target, as the grammar settles them: the doer of a passive stands after "by", its target is the subject.
A clause is found where the verb heads one; a party is right where the head of its phrase is the one of the clause. Repairs of the tree by dragoman count.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from spacy.language import Language

from dragoman.clauses import Clauses, find_clauses
from dragoman.clauses.model import Phrase
from dragoman.record import Report
from dragoman.syntax import load_pipeline, parse

CASES = Path(__file__).parent / "clauses.yaml"
OCCURRENCE = re.compile(r"(.+)#(\d)")
ROLES = ("doer", "target")


Spans = list[tuple[int, int]]


@dataclass(frozen=True)
class Case:
    """A clause of a sentence: where its verb begins, and where its parties may stand; None where it has none."""

    text: str
    verb: int
    doer: Spans | None
    target: Spans | None


def read_cases(file: Path = CASES) -> list[Case]:
    """The cases in their order. A word that its sentence does not have raises a ValueError."""
    return [
        Case(
            entry["text"], verb_of(entry["text"], clause["verb"]), *(spans_of(entry["text"], clause[r]) for r in ROLES)
        )
        for entry in yaml.safe_load(file.read_text("utf-8"))
        for clause in entry["clauses"]
    ]


def verb_of(text: str, verb: str) -> int:
    """Where a verb begins; "killed#2" is its second occurrence."""
    numbered = OCCURRENCE.fullmatch(verb)
    name, number = (numbered[1], int(numbered[2])) if numbered else (verb, 1)
    return (spans_of(text, name) or [])[number - 1][0]


def spans_of(text: str, phrase: str | None) -> Spans | None:
    if phrase is None:
        return None
    found = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", text)]
    if not found:
        raise ValueError(f"{phrase!r} does not occur in {text!r}")
    return found


def is_right(phrases: Sequence[Phrase], wanted: Spans | None) -> bool:
    """Does one of the parties stand where it should, or is there none where there should be none?"""
    if wanted is None:
        return not phrases
    return any(start <= phrase.head.start < end for phrase in phrases for start, end in wanted)


def verdicts(case: Case, clauses: Clauses) -> Iterator[str]:
    """What of a case is right."""
    clause = next((clause for clause in clauses.clauses if clause.predicate.start == case.verb), None)
    if clause is None:
        return
    yield "verb"
    targets = clause.patients or clause.indirect  # whoever is told or asked
    right = {"doer": is_right(clause.agents, case.doer), "target": is_right(targets, case.target)}
    yield from (role for role in ROLES if right[role])
    if all(right.values()):
        yield "all"


def score_parties(nlp: Language, cases: Sequence[Case], *, show: bool = False) -> dict[str, float]:
    """The share of cases, in per cent, with the verb found, the doer right, the target right, and all of it."""
    texts = list(dict.fromkeys(case.text for case in cases))
    docs = parse(nlp, [(Report(id=str(n), text=text), [(0, len(text))]) for n, text in enumerate(texts)])
    read = {text: find_clauses(doc) for text, doc in zip(texts, docs, strict=True)}
    counts: Counter[str] = Counter()
    for case in cases:
        right = set(verdicts(case, read[case.text]))
        counts.update(right)
        if show and "all" not in right:
            print(
                case.text, "|", case.text[case.verb :].split()[0], "|", ", ".join(sorted(right)) or "nothing", "right"
            )
    return {measure: round(100 * counts[measure] / len(cases), 1) for measure in ("verb", *ROLES, "all")}


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("model", type=Path, nargs="?", help="folder of a pipeline; default: the one that ships")
    cli.add_argument("--errors", action="store_true", help="list the cases that are not all right")
    args = cli.parse_args()
    print(score_parties(load_pipeline(args.model), read_cases(), show=args.errors))


if __name__ == "__main__":
    main()
