"""Readings of the event frames -> Events: parties, realis, time, place, accounts; one act told several times is one event."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import cast

from dragoman.clauses import Clause, Clauses, Phrase
from dragoman.record import Account, Context, Event, EventType, Interval, Place, Realis, Span, Timing
from dragoman.referents.parties import Party, Referents
from dragoman.statements.framing import Framing
from dragoman.statements.parties import (
    FORCE,
    INSIDE,
    evidence,
    makers,
    parties_of,
    target,
    trigger_span,
    who_acts,
    whom,
    words_span,
)
from dragoman.statements.readings import Reading

VERBAL = frozenset({"AGREE", "CONSULT", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONCEDE"})
TOWARD = frozenset({"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "SANCTION"})
TOWARD_WHOM: dict[str, tuple[str, ...]] = {
    "ASSAULT": ("against", "on", "at", "toward", "towards"), "COERCE": ("against", "on"), "SANCTION": ("against", "on", "with"),
    "MOBILIZE": ("against", "toward", "towards"), "PROTEST": ("against", "toward", "towards"), "AID": ("to", "for"),
    "REJECT": ("by", "from", "with", "against", "on", "to"), "THREATEN": ("against", "to"), "ACCUSE": ("against", "by"), "SUPPORT": ("for", "to", "with"),
    "REQUEST": ("to", "from", "on"), "AGREE": ("to", "with"), "CONCEDE": ("to", "against", "for"), "RETREAT": ("to", "from"),
}  # fmt: skip
PARTYLESS = frozenset({"PROTEST"})
SUMMARIES = frozenset({"fighting", "fight", "clash", "battle", "conflict", "war", "hostility", "violence", "offensive",
                       "operation", "attack", "talk", "meeting", "call", "conversation", "discussion", "visit", "trip"})  # fmt: skip
SENDING = frozenset({"send", "deploy", "dispatch", "deliver", "contribute", "transfer", "ship"})
CONFIDENCE = {"base": 0.45, "actor": 0.15, "recipient": 0.15, "weight": 0.05, "actual": 0.1}


@dataclass(frozen=True, slots=True)
class Act:
    """An event in the making: its parties as parties, not as ids."""

    reading: Reading
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    joint: bool
    realis: Realis
    date: Interval | None
    place: Place | None
    timing: Timing
    accounts: tuple[Account, ...]
    span: Span
    trigger: Span
    contexts: tuple[str, ...] = field(default=())

    @property
    def type(self) -> str:
        return self.reading.frame.type or ""


def code_events(clauses: Clauses, referents: Referents, readings: Sequence[Reading], framing: Framing) -> list[Event]:
    """The events of a report, in the order in which they are told."""
    acts: list[Act] = []
    for reading in readings:
        if reading.frame.list == "events":
            act = make_act(clauses, referents, reading, framing)
            act = continued(act, acts) if act is not None else None
            if act is not None:
                add(acts, act)
    acts = [act for act in with_victims(acts, referents, readings) if has_parties(act)]
    place_people(acts)
    acts = dated_by_speech(acts, framing.spoken_dates())
    return [make_event(n, act) for n, act in enumerate(acts, 1)]


def make_act(clauses: Clauses, referents: Referents, reading: Reading, framing: Framing) -> Act | None:
    """A reading in its framing; None where it is negated, demanded, an accident or has no party."""
    realis = framing.realis(reading)
    if realis is None or framing.by_accident(reading):
        return None
    actors = framing.invited(reading) or who_acts(reading, referents) or framing.voices.authors(reading.slot("A"))
    recipients = whom(reading, referents)
    recipients = tuple(party for party in recipients if party not in actors)
    if not recipients and reading.frame.type in TOWARD:
        recipients = inside_content(reading, referents, actors) or of_object(
            reading, referents, framing.clauses, actors
        )
    if not recipients and not reading.frame.joint:
        recipients = addressed(reading, referents, framing.clauses, actors)
    joint = reading.frame.joint and (
        reading.frame.type == "CONSULT" or len(actors) != 1 or bool(reading.slot("B")) or is_plural(actors)
    )
    if joint and is_between_others(reading, actors):
        recipients = ()
    if joint:
        actors, recipients = tuple(dict.fromkeys((*actors, *(p for p in recipients if p.identity.party)))), ()
    if not actors and not any(p.identity.party or p.identity.kind == "place" for p in recipients):
        if (reading.frame.type not in PARTYLESS or in_passing(reading)) and not (
            joint and reading.word.lemma in SUMMARIES
        ):
            return None
    date = framing.when(reading)
    own = actors if reading.frame.type in VERBAL else ()
    return Act(
        reading, actors, recipients, joint, realis, date, framing.where(reading), framing.timing(reading, date),
        tuple(framing.voices.accounts(reading, own)), evidence(clauses, reading),
        words_span(clauses, *trigger_span(reading)), framing_contexts(reading, framing),
    )  # fmt: skip


def in_passing(reading: Reading) -> bool:
    """A noun that tells a manner and no act: "in protest"."""
    return reading.phrase is not None and reading.phrase.preposition in ("in", "of", "as", "under")


def is_between_others(reading: Reading, actors: Sequence[Party]) -> bool:
    """ "The two discussed the war between A and B": parties of a noun do not join those who act together."""
    between = any(phrase.preposition == "between" and phrase.governor for phrase in reading.slot("B"))
    return len(actors) > 1 and reading.phrase is None and between


def is_plural(actors: Sequence[Party]) -> bool:
    return bool(actors) and actors[0].identity.plural


def inside_content(reading: Reading, referents: Referents, actors: Sequence[Party]) -> tuple[Party, ...]:
    """Whom a promise, demand or charge without addressee concerns: the first party in its content ("agreed to admit UN monitors")."""
    content = reading.content
    if content is None:
        return ()
    phrases = concerned(content) if isinstance(content, Clause) else content.members
    for phrase in with_parts(phrases):
        found = [*parties_of(referents, [phrase]), *referents.modifiers(phrase)]
        found = [p for p in found if p not in actors and p.identity.party and not is_own_force(p, actors)]
        if found and phrase.preposition not in INSIDE:
            return (found[0],)
    return ()


def concerned(content: Clause) -> tuple[Phrase, ...]:
    """The phrases of a clause that may be those whom it concerns; what is sent is none ("agreed to send a team to Kabul")."""
    objects = () if content.lemma in SENDING else content.patients
    return (*content.indirect, *objects, *content.obliques)


def is_own_force(party: Party, actors: Sequence[Party]) -> bool:
    """Troops that an actor disposes of ("offered to send troops to Uganda")."""
    own = {actor.identity.country for actor in actors}
    return party.identity.sector == "MIL" and not party.identity.named and party.identity.country in {None, *own}


def of_object(reading: Reading, referents: Referents, clauses: Clauses, actors: Sequence[Party]) -> tuple[Party, ...]:
    """Whom the words of the pattern name or whose it is: "summoned the ambassador", "rejected the Indian proposal"."""
    for n in sorted(reading.used):
        phrase = clauses.phrase_of(clauses.doc.words[n])
        if phrase is None or phrase.head.i != n:
            continue
        itself = [p for p in parties_of(referents, [phrase]) if p.identity.kind in ("person", "group")]
        owners = parties_of(referents, [*([phrase.owner] if phrase.owner else []), *makers(phrase)])
        found = [*itself, *owners, *referents.modifiers(phrase)]
        found = [p for p in found if p not in actors and p.identity.party and not is_own_force(p, actors)]
        if found:
            return (found[0],)
    return ()


def addressed(reading: Reading, referents: Referents, clauses: Clauses, actors: Sequence[Party]) -> tuple[Party, ...]:
    """Whom an act is toward by its preposition, wherever in the clause that stands ("strikes on Friday against Hamas targets"),
    or whom its purpose names ("funds to help refugees")."""
    prepositions = TOWARD_WHOM.get(reading.frame.type or "", ())
    clause = reading.clause
    named = [
        p for n in (*reading.used, reading.word.i) if (p := clauses.phrase_of(clauses.doc.words[n])) and p.head.i == n
    ]
    around = [*(clause.obliques if clause else ()), *(link for phrase in named for link in phrase.links)]
    force = reading.frame.type in FORCE
    for phrase in sorted(around, key=lambda phrase: phrase.head.i):
        if phrase.preposition in prepositions and phrase.head.i > reading.word.i:
            found = tuple(p for p in target(phrase, referents, force) if p not in actors)
            found = found or tuple(p for p in referents.modifiers(phrase) if p not in actors and p.identity.party)
            if found:
                return found[:1]
    purposes = clause.clauses if clause is not None and reading.frame.type == "AID" else ()
    helped = [phrase for inner in purposes if inner.marker == "to" for phrase in inner.patients]
    return tuple(p for phrase in helped for p in target(phrase, referents, force=False) if p not in actors)[:1]


def with_parts(phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """Phrases and what belongs to them: their owners and makers and what follows with a preposition."""
    for phrase in phrases:
        yield phrase
        yield from [phrase.owner] if phrase.owner else []
        yield from makers(phrase)
        yield from with_parts(phrase.links)


def framing_contexts(reading: Reading, framing: Framing) -> tuple[str, ...]:
    """The contexts that the frame states and those that the words of the sentence show."""
    first, last = framing.clauses.doc.sentences[reading.word.sentence]
    known = framing.lexicon.contexts_by_word
    shown = [context for word in framing.words[first:last] for context in known.get(word.lemma, ())]
    return tuple(sorted({*reading.frame.contexts, *shown}))


def continued(act: Act, earlier: Sequence[Act]) -> Act | None:
    """Fighting told without parties goes on with the parties of the fighting told before; None where there is none."""
    if act.actors or act.type != "ASSAULT" or not act.joint:
        return act
    for other in reversed(earlier):
        if other.type == "ASSAULT" and other.joint and len(other.actors) > 1:
            return replace(act, actors=other.actors)
    return None


def add(acts: list[Act], act: Act) -> None:
    """Add an act, or the details of a later mention to the act already told."""
    for n, known in enumerate(acts):
        if same_act(known, act):
            acts[n] = joined(known, act)
            return
    acts.append(act)


def same_act(known: Act, act: Act) -> bool:
    """Is a later mention the act already told: same kind and parties, nothing that tells them apart?"""
    frame, other = known.reading.frame, act.reading.frame
    if known.type == act.type == "CONSULT" and set(act.actors) == set(known.actors) and act.joint and known.joint:
        return known.realis == act.realis and not conflicting(known.date, act.date)
    summary = act.reading.phrase is not None and act.reading.word.lemma in SUMMARIES
    if (
        known.type != act.type
        or known.realis != act.realis
        or (frame.mode != other.mode and not (summary and other.mode is None))
    ):
        return False
    if conflicting(known.date, act.date) or (known.place and act.place and known.place.name != act.place.name):
        return False
    if not fits(known, act):
        return False
    if known.reading.word.sentence == act.reading.word.sentence:
        return known.reading.frame is act.reading.frame and known.reading.clause is act.reading.clause
    noun = act.reading.phrase
    definite = noun is not None and noun.words[0].lower in ("the", "this", "that", "these", "his", "their", "its")
    return (
        (definite and (summary or act.reading.word.lemma == known.reading.word.lemma))
        or (frame.id == other.id and act.type not in VERBAL)
        or (frame.id == other.id and act.type == "CONSULT")
    )


def fits(known: Act, act: Act) -> bool:
    """The parties of the later mention are among those of the earlier, or it names none."""
    if act.joint or known.joint:
        return set(act.actors) <= set(known.actors) or set(known.actors) <= set(act.actors)
    return sides_fit(known.actors, act.actors) and sides_fit(known.recipients, act.recipients)


def sides_fit(known: Sequence[Party], later: Sequence[Party]) -> bool:
    return not later or not known or set(later) <= set(known) or set(known) <= set(later)


def conflicting(first: Interval | None, second: Interval | None) -> bool:
    """Do two dates exclude each other?"""
    if first is None or second is None or not (first.start and second.start):
        return False
    return (first.end or first.start) < second.start or (second.end or second.start) < first.start


def joined(known: Act, act: Act) -> Act:
    """The known act with what the later mention adds."""
    accounts = {(a.speaker, a.says): a for a in (*known.accounts, *act.accounts)}
    return replace(
        known,
        actors=longer(known.actors, act.actors),
        recipients=() if known.joint else longer(known.recipients, act.recipients),
        date=known.date or act.date,
        place=known.place or act.place,
        accounts=tuple(accounts.values()),
        contexts=tuple(sorted({*known.contexts, *act.contexts})),
    )


def longer(first: tuple[Party, ...], second: tuple[Party, ...]) -> tuple[Party, ...]:
    return second if len(second) > len(first) else first


def has_parties(act: Act) -> bool:
    """Acts without anybody, words of people of whom nothing is known, and interviews are no events."""
    parties = (*act.actors, *act.recipients)
    if not parties:
        return act.type in PARTYLESS
    if act.type == "CONSULT" and any(party.identity.sector == "JRN" for party in parties):
        return False
    known = [p for p in act.actors if p.identity.named or p.identity.country or p.identity.sector]
    return bool(known) or not act.actors or act.type not in VERBAL


def with_victims(acts: Sequence[Act], referents: Referents, readings: Sequence[Reading]) -> list[Act]:
    """The dead and wounded of a sentence are the recipients of its act of force ("an attack that killed 13 women"); where an
    act is told, its casualties are no second one."""
    losses = [r for r in readings if r.frame.list == "tolls" and r.frame.measure in ("killed", "injured")]
    result = list(acts)
    for n, act in enumerate(result):
        sentence = act.reading.word.sentence
        if act.type != "ASSAULT" or (act.joint and act.actors) or is_casualty(act, losses):
            continue
        if any(p.identity.party for p in act.recipients):
            continue
        victims = parties_of(referents, [p for r in losses if r.word.sentence == sentence for p in r.slot("N")])
        victims = tuple(p for p in victims if p not in act.actors)
        if victims:
            dates = [
                other.date for other in acts if is_casualty(other, losses) and other.reading.word.sentence == sentence
            ]
            result[n] = replace(act, recipients=victims, joint=False, date=act.date or next(filter(None, dates), None))
    told = {(act.reading.word.sentence, party.n) for act in result if act.type == "ASSAULT" and not is_casualty(act, losses)
            for party in act.recipients}  # fmt: skip
    return [act for act in result if not (is_casualty(act, losses) and act.recipients and all(
        (act.reading.word.sentence, party.n) in told for party in act.recipients))]  # fmt: skip


def place_people(acts: Iterable[Act]) -> None:
    """Demonstrators, victims and unidentified attackers are of the country in which the text puts them."""
    for act in acts:
        unnamed = [*act.recipients] if act.type == "ASSAULT" else [*act.actors] if act.type == "PROTEST" else []
        country = act.place.country if act.place else None
        for party in unnamed:
            identity = party.identity
            if identity.kind not in ("group", "person") or identity.named:
                continue
            sector = identity.sector or ("CVL" if act.type == "PROTEST" else None)
            party.identity = replace(identity, country=identity.country or country, sector=sector)


def is_casualty(act: Act, losses: Sequence[Reading]) -> bool:
    """Is an act no more than casualties: "three were killed", or "…, killing three" after the act that did it?"""
    if not any(loss.word is act.reading.word for loss in losses):
        return False
    clause = act.reading.clause
    trailing = (
        clause is not None and clause.tense == "none" and clause.link in ("adverbial", "participle", "coordinate")
    )
    return not act.actors or (trailing and act.reading.word.tag == "VBG")


def dated_by_speech(acts: Iterable[Act], spoken: Sequence[tuple[int, Interval]]) -> list[Act]:
    """Undated words spoken take the day on which the report had somebody speak last."""
    result: list[Act] = []
    known = list(spoken)
    for act in acts:
        if act.type in VERBAL and act.timing == "current" and act.realis == "actual":
            if act.date is None:
                before = [date for at, date in known if at < act.reading.word.i]
                act = replace(act, date=before[-1] if before else None)
            elif act.date.start:
                known = sorted([*known, (act.reading.word.i, act.date)], key=lambda item: item[0])
        result.append(act)
    return result


def confidence(act: Act) -> float:
    """How sure the reading is; to be learned from data."""
    value = CONFIDENCE["base"] + CONFIDENCE["weight"] * min(act.reading.pattern.weight, 3)
    value += CONFIDENCE["actor"] * bool(act.actors) + CONFIDENCE["recipient"] * bool(act.recipients or act.joint)
    return round(min(value + CONFIDENCE["actual"] * (act.realis == "actual"), 0.99), 2)


def make_event(n: int, act: Act) -> Event:
    frame = act.reading.frame
    return Event(
        id=f"e{n}", type=cast(EventType, act.type), mode=frame.mode, cameo=frame.cameo,
        contexts=cast(list[Context], list(act.contexts)),
        actors=[party.id for party in act.actors], recipients=[party.id for party in act.recipients],
        reciprocal=act.joint, date=act.date, place=act.place, realis=act.realis, timing=act.timing,
        accounts=list(act.accounts), trigger=act.trigger, evidence=hull(act.trigger, act.span),
        confidence=confidence(act), rule=frame.id,
    )  # fmt: skip


def hull(*spans: Span) -> Span:
    return min(span[0] for span in spans), max(span[1] for span in spans)
