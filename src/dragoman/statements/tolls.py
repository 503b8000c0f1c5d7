"""Readings of the toll frames -> Tolls: how many were killed, injured, displaced …, with bounds, shares and perpetrators."""

from collections.abc import Iterable, Iterator, Sequence

from dragoman.clauses import Clauses, Phrase
from dragoman.record import Category, Event, Toll
from dragoman.referents.identity import Identity
from dragoman.referents.parties import Referents
from dragoman.referents.quantities import Quantity
from dragoman.statements.framing import Framing
from dragoman.statements.parties import evidence, parties_of
from dragoman.statements.readings import Reading
from dragoman.syntax import Doc

CATEGORY_BY_SECTOR: dict[str | None, Category] = {
    "CVL": "civilian", "REF": "civilian", "JRN": "civilian", "MED": "civilian", "EDU": "civilian", "MIL": "combatant",
    "COP": "police", "REB": "militant", "UAF": "militant", "PRM": "militant", "GOV": "official", "LEG": "official",
}  # fmt: skip
CIVILIANS = frozenset(
    [
        "child",
        "woman",
        "girl",
        "boy",
        "infant",
        "baby",
        "villager",
        "resident",
        "worshipper",
        "civilian",
        "passenger",
        "pilgrim",
        "pupil",
    ]
)
ONE = frozenset({"a", "an", "one", "another"})


def code_tolls(
    clauses: Clauses,
    referents: Referents,
    readings: Sequence[Reading],
    framing: Framing,
    quantities: Sequence[Quantity],
) -> list[Toll]:
    """The tolls of a report; shares ("including three children") follow the toll of which they are part."""
    counter = Counter(clauses, quantities)
    found: list[Toll] = []
    for reading in readings:
        if reading.frame.list != "tolls" or framing.realis(reading) in (None, "planned", "hypothetical"):
            continue
        for phrase in counted(clauses, reading):
            quantity = counter.of(phrase, referents.identity(phrase))
            if (
                quantity is None
                or is_single_arrest(reading, quantity)
                or any(overlapping(quantity, t, reading) for t in found)
            ):
                continue
            whole = make_toll(f"t{len(found) + 1}", clauses, referents, reading, framing, phrase, quantity)
            if any(same_toll(whole, toll) for toll in found):
                continue
            found.append(whole)
            for share, number in counter.shares(phrase, readings):
                part = make_toll(f"t{len(found) + 1}", clauses, referents, reading, framing, share, number)
                start = clauses.doc.words[share.words[0].i - 1].start
                found.append(part.model_copy(update={"part_of": whole.id, "evidence": (start, share.span[1])}))
    return found


def counted(clauses: Clauses, reading: Reading) -> Iterable[Phrase]:
    """Whom a reading counts: its N, or the "lives" that its pattern names."""
    if reading.slot("N"):
        return reading.slot("N")
    found = (clauses.phrase_of(clauses.doc.words[n]) for n in reading.used)
    return [phrase for phrase in found if phrase is not None and phrase.lemma in ("life", "death", "casualty")]


def is_single_arrest(reading: Reading, quantity: Quantity) -> bool:
    """One arrest or sentence is an event, no toll."""
    return reading.frame.measure == "detained" and quantity.best == 1


def overlapping(quantity: Quantity, toll: Toll, reading: Reading) -> bool:
    """Is the same number already counted for the same measure?"""
    low, high = toll.evidence
    return toll.measure == reading.frame.measure and low <= quantity.span[0] < high


def with_details(tolls: Sequence[Toll], events: Sequence[Event], doc: Doc) -> list[Toll]:
    """The tolls with place and date of the act of force told in their sentence, where they have none of their own; shares take
    those of their whole."""
    found: list[Toll] = []
    for toll in tolls:
        acts = [
            e
            for e in events
            if e.type == "ASSAULT" and doc.sentence_at(e.trigger[0]) == doc.sentence_at(toll.evidence[0])
        ]
        others: list[Event | Toll] = [*(t for t in found if t.id == toll.part_of), *acts]
        place = toll.place or next((o.place for o in others if o.place), None)
        date = toll.date or next((o.date for o in others if o.date), None)
        timing = next((o.timing for o in others), toll.timing) if toll.date is None else toll.timing
        found.append(toll.model_copy(update={"place": place, "date": date, "timing": timing}))
    return found


def same_toll(toll: Toll, known: Toll) -> bool:
    """Is it the toll already told, in the same words?"""
    same = (toll.measure, toll.best, toll.low, toll.high, toll.category) == (
        known.measure, known.best, known.low, known.high, known.category)  # fmt: skip
    return same and (toll.victims or "").lower() == (known.victims or "").lower() and toll.best != 1


class Counter:
    """Finds the number that belongs to a phrase."""

    def __init__(self, clauses: Clauses, quantities: Sequence[Quantity]) -> None:
        self.clauses, self.quantities = clauses, quantities

    def of(self, phrase: Phrase, identity: Identity) -> Quantity | None:
        """The quantity in the core of a phrase; a single unnamed victim counts one."""
        start = phrase.words[0].start
        before = self.clauses.doc.words[max(0, phrase.words[0].i - 4)].start
        inside = [q for q in self.quantities if q.span[0] < phrase.words[-1].end and start < q.span[1]]
        if inside:
            return inside[0]
        touching = [q for q in self.quantities if before <= q.span[0] and q.span[1] <= start
                    and self.clauses.doc.text[q.span[1] : start].strip() in ("", "of")]  # fmt: skip
        if touching:
            return touching[-1]
        first = phrase.words[0]
        people = identity.kind in ("person", "group") and not identity.named
        if first.lower in ONE and people and phrase.head.tag in ("NN", "NNP"):
            return Quantity((first.start, first.end), 1, 1, 1)
        return None

    def shares(self, whole: Phrase, readings: Sequence[Reading]) -> Iterator[tuple[Phrase, Quantity]]:
        """Phrases after "including" in the same sentence that follow the whole, with no other toll between."""
        sentence = whole.head.sentence
        counted = [
            p.head.i for r in readings if r.frame.list == "tolls" for p in r.slot("N") if p.head.sentence == sentence
        ]
        for phrase in self.clauses.phrases:
            if phrase.preposition not in ("including", "among them") or phrase.head.sentence != sentence:
                continue
            if whole.head.i != max((n for n in counted if n < phrase.head.i), default=-1):
                continue
            for member in phrase.members:
                quantity = self.of(member, NOBODY)
                if quantity:
                    yield member, quantity


NOBODY = Identity("", "thing", (0, 0))


def make_toll(
    id: str,
    clauses: Clauses,
    referents: Referents,
    reading: Reading,
    framing: Framing,
    phrase: Phrase,
    quantity: Quantity,
) -> Toll:
    date = framing.when(reading)
    perpetrators = parties_of(referents, reading.slot("A"))
    return Toll(
        id=id, measure=reading.frame.measure or "killed", best=quantity.best, low=quantity.low, high=quantity.high,
        victims=victims_of(clauses, phrase, quantity), category=category_of(phrase, referents.identity(phrase)),
        perpetrators=[party.id for party in perpetrators], place=framing.where(reading), date=date,
        timing=framing.timing(reading, date), accounts=framing.voices.accounts(reading), evidence=evidence(clauses, reading),
        confidence=0.8, rule=reading.frame.id,
    )  # fmt: skip


def victims_of(clauses: Clauses, phrase: Phrase, quantity: Quantity) -> str | None:
    """The words for the victims without their number; none where the number stands alone."""
    words = [w for w in phrase.words if w.start >= quantity.span[1] or w.end <= quantity.span[0]]
    words = [w for w in words if w.pos not in ("DET", "NUM", "ADV", "PUNCT", "ADP") and w.start >= quantity.span[0]]
    if not words or words[-1].lemma in ("life", "death", "casualty"):
        return None
    return " ".join(clauses.text((words[0].start, words[-1].end)).split()) or None


def category_of(phrase: Phrase, identity: Identity) -> Category:
    """What the victims were; of mixed kinds unspecified."""
    categories = {
        "civilian" if member.lemma in CIVILIANS else CATEGORY_BY_SECTOR.get(identity.sector, "unspecified")
        for member in phrase.members
    }
    return categories.pop() if len(categories) == 1 else "unspecified"
