"""Readings of the situation frames -> Situations: who controls, backs, claims, recognises, occupies or belongs to what."""

from collections.abc import Iterator, Sequence

from dragoman.clauses import Clauses, Phrase
from dragoman.record import Interval, Place, Situation, SituationKind, Span
from dragoman.referents.parties import Party, Referents
from dragoman.statements.framing import Framing
from dragoman.statements.parties import evidence, parties_of, words_span
from dragoman.statements.readings import Reading

HOLDING = {"controlled": "control", "held": "control", "run": "control", "administered": "control", "occupied": "occupation",
           "backed": "backing", "supported": "backing"}  # fmt: skip
OCCUPIERS = frozenset({"occupation", "occupying"})


def code_situations(
    clauses: Clauses, referents: Referents, readings: Sequence[Reading], framing: Framing
) -> list[Situation]:
    """The situations of a report."""
    drafts = [
        draft for r in readings if r.frame.list == "situations" if (draft := of_reading(clauses, referents, r, framing))
    ]
    drafts += list(of_compounds(clauses, referents, framing))
    drafts += list(of_occupiers(clauses, referents, framing))
    drafts.sort(key=lambda draft: draft.evidence)
    return [draft.model_copy(update={"id": f"s{n}"}) for n, draft in enumerate(drafts, 1)]


def of_reading(clauses: Clauses, referents: Referents, reading: Reading, framing: Framing) -> Situation | None:
    frame, clause = reading.frame, reading.clause
    if frame.kind is None or (framing.realis(reading) == "planned" and frame.kind != "membership"):
        return None
    subjects = parties_of(referents, reading.slot("A"))
    if not subjects and reading.phrase is not None:
        subjects = referents.modifiers(reading.phrase)
        if not subjects and reading.phrase.role == "apposition" and reading.phrase.governor:
            subjects = parties_of(referents, [reading.phrase.governor])
    phrases = reading.slot("X") or reading.slot("P") or reading.slot("B")
    if not subjects and (frame.kind != "ceasefire" or not phrases):
        return None
    if not phrases and frame.kind != "ceasefire":
        return None
    negated = clause is not None and clause.negated and reading.phrase is None
    date = framing.when(reading)
    span = evidence(clauses, reading)
    place = None if phrases else framing.where(reading) or place_of_ceasefire(reading, framing)
    return Situation(
        id="s0", kind=frame.kind, subjects=[p.id for p in subjects if p not in object_parties(referents, phrases)],
        object=what_is_recognised(clauses, reading, object_name(clauses, referents, phrases)) or (place.name if place else None), holds=frame.holds != negated,
        state=clauses.text(state_span(clauses, reading)), since=since(date), until=None,
        accounts=framing.voices.accounts(reading), evidence=span, confidence=0.6, rule=frame.id,
    )  # fmt: skip


def place_of_ceasefire(reading: Reading, framing: Framing) -> Place | None:
    """ "a ceasefire in Kashmir was under strain"."""
    subjects = reading.clause.agents if reading.clause is not None else ()
    links = [link for phrase in (*subjects, *([reading.phrase] if reading.phrase else [])) for link in phrase.links]
    return next((place for link in links if (place := framing.place_of(link, strict=True))), None)


def object_parties(referents: Referents, phrases: Sequence[Phrase]) -> tuple[Party, ...]:
    return parties_of(referents, phrases)


def object_name(clauses: Clauses, referents: Referents, phrases: Sequence[Phrase]) -> str | None:
    """The object as a name that stands alone: pronouns and possessors replaced by the names they stand for."""
    if not phrases:
        return None
    phrase = phrases[0]
    parties = referents.of(phrase)
    if parties and parties[0].identity.named and parties[0].identity.kind != "thing":
        return parties[0].identity.name
    text = clauses.text(
        (
            phrase.words[0].start,
            max([phrase.span[1], *(link.span[1] for link in phrase.links if link.head.i > phrase.head.i)]),
        )
    )
    if phrase.owner is not None and phrase.owner.head.pos == "PRON":
        owners = referents.of(phrase.owner)
        rest = clauses.text((phrase.owner.words[-1].end + 1, phrase.span[1]))
        return f"the {rest} of {owners[0].identity.name}" if owners else rest
    return " ".join(text.removeprefix("the ").removeprefix("The ").split())


def what_is_recognised(clauses: Clauses, reading: Reading, name: str | None) -> str | None:
    """ "its independence" as "the independence of Somaliland"."""
    nouns = [clauses.doc.words[n].lower for n in sorted(reading.used) if clauses.doc.words[n].pos == "NOUN"]
    if reading.frame.kind != "recognition" or not nouns or name is None:
        return name
    return f"the {nouns[0]} of {name}"


def state_span(clauses: Clauses, reading: Reading) -> Span:
    """The words from the trigger to the end of the object, with negation and auxiliaries."""
    word, clause = reading.word, reading.clause
    whole = clause is not None and clause.predicate is word
    start = clause.group[0] if clause is not None and whole else reading.phrase.openers[0].start if reading.phrase and (
        reading.phrase.openers) else word.start  # fmt: skip
    ends = [
        word.end,
        *(clauses.doc.words[n].end for n in reading.used),
        *(p.span[1] for phrases in reading.slots.values() for p in phrases if p.head.sentence == word.sentence),
    ]
    return start, max(ends)


def since(date: Interval | None) -> str | None:
    """The year, month or day from which it holds, as exact as the words."""
    if date is None or not date.start:
        return None
    return {"year": date.start[:4], "month": date.start[:7]}.get(date.precision or "day", date.start)


def of_compounds(clauses: Clauses, referents: Referents, framing: Framing) -> Iterator[Situation]:
    """ "a Kurdish-controlled town", "rebel-held Aleppo"."""
    words = clauses.doc.words
    for n, word in enumerate(words[2:], 2):
        kind = HOLDING.get(word.lower)
        if kind is None or words[n - 1].text != "-" or word.sentence != words[n - 2].sentence:
            continue
        phrase = clauses.phrase_of(word)
        holder = referents.by_word(words[n - 2])
        if phrase is None or holder is None or phrase.head.i <= n:
            continue
        name = object_name(
            clauses, referents, [phrase.governor if phrase.role == "apposition" and phrase.governor else phrase]
        )
        if kind == "backing":
            continue
        span = words_span(clauses, n - 2, phrase.words[-1].i)
        yield Situation(
            id="s0", kind=_kind(kind), subjects=[holder.id], object=name, holds=True, state=clauses.text(span),
            evidence=span, confidence=0.6, rule="situation.compound",
        )  # fmt: skip


def of_occupiers(clauses: Clauses, referents: Referents, framing: Framing) -> Iterator[Situation]:
    """ "Indian occupation forces in Jammu and Kashmir", "Israeli occupiers"."""
    for phrase in clauses.phrases:
        lowered = {word.lower for word in phrase.words}
        if not (lowered & OCCUPIERS or phrase.lemma == "occupier"):
            continue
        parties = [party for party in referents.of(phrase) if party.identity.party]
        places = [link for link in phrase.links if link.preposition in ("in", "of")]
        if not parties:
            continue
        place = framing.place_of(places[0], strict=False) if places else None
        end = places[0].reach[1] if places else phrase.span[1]
        yield Situation(
            id="s0", kind="occupation", subjects=[parties[0].id], object=place.name if place else None, holds=True,
            state=clauses.text((phrase.words[0].start, end)), evidence=(phrase.words[0].start, end), confidence=0.6,
            rule="situation.occupiers",
        )  # fmt: skip


def _kind(name: str) -> SituationKind:
    return "occupation" if name == "occupation" else "control"
