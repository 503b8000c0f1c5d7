"""Stages -> lines that explain a record: sentence by sentence the parse, the clauses, the frames that fit, what became of them."""

from collections.abc import Iterator

from dragoman.clauses import Clause
from dragoman.coder import Stages
from dragoman.statements.readings import Reading


def explain_report(stages: Stages, sentence: int | None = None) -> Iterator[str]:
    """The explanation of a report, or of one sentence counted from 1, line by line."""
    doc = stages.doc
    yield f"report {doc.report.id}: {len(doc.words)} words, {len(doc.sentences)} sentences"
    if stages.layout.dateline:
        yield f"dateline: {stages.layout.dateline.place}"
    for n in range(len(doc.sentences)):
        if sentence in (None, n + 1):
            yield from explain_sentence(stages, n)


def explain_sentence(stages: Stages, n: int) -> Iterator[str]:
    doc, text = stages.doc, stages.doc.text
    first, last = doc.sentences[n]
    low, high = doc.sentence_span(n)
    yield f"\n[{n + 1}] {' '.join(text[low:high].split())}"
    yield "  parse     " + " ".join(
        f"{w.text}/{w.pos}/{w.dep}>{w.head.text if w.head else '-'}" for w in doc.words[first:last]
    )
    for clause in stages.clauses.clauses:
        if clause.sentence == n:
            yield f"  clause    {describe_clause(clause)}"
    for phrase in stages.clauses.phrases:
        parties = stages.referents.of(phrase)
        if phrase.head.sentence == n and parties:
            identities = (
                f"{p.identity.name} ({p.identity.kind}, {p.identity.country}, {p.identity.sector})" for p in parties
            )
            yield f"  party     {phrase} = {' + '.join(identities)}"
    coded = items_by_rule(stages)
    for reading in stages.readings:
        if reading.word.sentence == n:
            yield f"  frame     {describe_reading(reading, coded)}"


def describe_clause(clause: Clause) -> str:
    """A clause on one line."""
    marks = [clause.link, clause.tense, *(["passive"] if clause.passive else []), *(["negated"] if clause.negated else []),
             *clause.modals, *([clause.marker] if clause.marker else [])]  # fmt: skip
    around = "; ".join(f"{phrase.preposition} {phrase}".strip() for phrase in clause.obliques)
    return f"{clause.predicate.lemma} ({', '.join(marks)}): {list(clause.agents)} -> {list(clause.patients)} | {around}"


def items_by_rule(stages: Stages) -> dict[str, list[tuple[int, int, str]]]:
    """The coded items by the rule that gave them: their evidence and id."""
    found: dict[str, list[tuple[int, int, str]]] = {}
    record = stages.record
    for item in (*record.events, *record.positions, *record.tolls, *record.situations):
        found.setdefault(item.rule or "", []).append((*item.evidence, item.id))
    return found


def describe_reading(reading: Reading, coded: dict[str, list[tuple[int, int, str]]]) -> str:
    """A frame that fits, its slots, and the item it became or that it was refused."""
    slots = ", ".join(f"{name}={list(phrases)}" for name, phrases in reading.slots.items())
    if reading.frame.list == "speech":
        outcome = "says so"
    else:
        items = [id for start, end, id in coded.get(reading.frame.id, ()) if start <= reading.word.start < end]
        outcome = " ".join(items) or "no item of its own: negated, demanded, without party, or told before"
    return f"{reading.frame.id} by {reading.pattern.text!r} at {reading.word.text!r}: {slots} => {outcome}"
