"""Who "I" and "we" are in what is quoted: the speaker; the state for which an official says "we"."""

from collections.abc import Collection, Iterator, Sequence

from dragoman.clauses import Clauses, Phrase
from dragoman.quotations import Spoken, find_spans
from dragoman.record import Span

SINGULAR = frozenset(["i", "me", "my", "mine", "myself"])
JOINT = frozenset(["we", "us", "our", "ours", "ourselves"])
FIRST_PERSON = SINGULAR | JOINT


def spoken_by(clauses: Clauses, verbs: Collection[str]) -> list[tuple[Phrase, Phrase]]:
    """The phrases of the first person inside quotations, each with the phrase of whoever speaks."""
    words = [phrase for phrase in clauses.phrases if phrase.head.lower in FIRST_PERSON]
    if not words:
        return []
    found = []
    for spoken, speaker in attributed(clauses, find_spans(clauses.doc.text), verbs):
        if speaker is not None:
            inside = (word for word in words if spoken.span[0] <= word.head.start < spoken.span[1])
            found += [(word, speaker) for word in inside]
    return found


def attributed(
    clauses: Clauses, spans: Sequence[Spoken], verbs: Collection[str]
) -> Iterator[tuple[Spoken, Phrase | None]]:
    """Quotations with whoever speaks them; one without words of saying beside it goes on with the speaker before it."""
    speaker: Phrase | None = None
    end = 0
    for spoken in sorted(spans, key=lambda spoken: spoken.span):
        near = speaker_beside(clauses, spoken.span, verbs)
        goes_on = not clauses.doc.text[end : spoken.span[0]].strip(' \n"“”«»,.')
        speaker = near or (speaker if goes_on else None)
        end = spoken.span[1]
        yield spoken, speaker


def speaker_beside(clauses: Clauses, span: Span, verbs: Collection[str]) -> Phrase | None:
    """The subject of the verb of saying that stands nearest, in the sentences of the quotation or right before it."""
    inside = {word.sentence for word in clauses.doc.words if word.start < span[1] and span[0] < word.end}
    near = [
        (gap(clause.predicate.start, span), clause.agents[0])
        for clause in clauses.clauses
        if clause.agents and clause.lemma in verbs and not span[0] <= clause.predicate.start < span[1]
        if clause.sentence in inside or clauses.doc.text[clause.predicate.end : span[0]].strip(" \n\"“«") in (":", ",", ".", "")
        if clause.predicate.end <= span[0] or clause.sentence in inside
    ]  # fmt: skip
    return min(near, key=lambda one: one[0])[1] if near else None


def gap(at: int, span: Span) -> int:
    return span[0] - at if at < span[0] else at - span[1]
