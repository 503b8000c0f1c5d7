"""Report -> Record, each stage once: the whole flow on one page. `Coder` is made once per process."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from dragoman.casing import Casing
from dragoman.clauses import Clauses, find_clauses
from dragoman.entries import State
from dragoman.errors import DragomanError
from dragoman.lexicon import load_lexicon
from dragoman.record import Actor, FailedReport, Failure, Interval, Item, Kind, Place, Problem, Record, Report
from dragoman.referents.coreference import find_referents
from dragoman.referents.dates import find_dates
from dragoman.referents.disputes import Dispute, Disputes
from dragoman.referents.namekinds import NameKinds
from dragoman.referents.names import Names
from dragoman.referents.parties import Party, Referents
from dragoman.referents.places import Gazetteer
from dragoman.referents.quantities import find_quantities
from dragoman.sources.layout import Layout, find_layout
from dragoman.statements.events import code_events
from dragoman.statements.framing import Framing
from dragoman.statements.homes import settle_by_place
from dragoman.statements.matching import find_readings
from dragoman.statements.positions import Grounds, code_positions
from dragoman.statements.quotes import code_quotes
from dragoman.statements.readings import Reading
from dragoman.statements.situations import code_situations
from dragoman.statements.tolls import code_tolls, with_details
from dragoman.syntax import Doc, Hyphens, load_pipeline, parse

if TYPE_CHECKING:
    from spacy.language import Language

LONGEST = 1_000_000  # characters of one report
KINDS: dict[str, Kind] = {"place": "place_authority", "thing": "group", "vehicle": "group"}
Given = TypeVar("Given", bound=Item)
Words = TypeVar("Words", Interval, Place)


@dataclass(frozen=True)
class Stages:
    """What each stage made of a report: for `explain`."""

    layout: Layout
    doc: Doc
    clauses: Clauses
    referents: Referents
    readings: list[Reading]
    record: Record


class Coder:
    """Codes reports with one set of lexicons and one language model."""

    def __init__(self, lexicons: Iterable[Path] = (), model: Path | None = None) -> None:
        self.lexicon = load_lexicon(*lexicons)
        self.names = Names(self.lexicon)
        self.hyphens = Hyphens(
            self.names.parties, frozenset(w for w in self.lexicon.triggers if "-" in w) | self.lexicon.hyphenated
        )
        self.disputes = Disputes(self.lexicon)
        self.grounds = Grounds(self.lexicon)
        self.gazetteer = Gazetteer.open()
        self.kinds = NameKinds(self.lexicon, self.names, self.gazetteer)
        self.casing = Casing(
            self.spellings, frozenset(role.noun.rstrip(".") for role in self.lexicon.roles if role.office)
        )
        self.nlp: Language = load_pipeline(model)

    def spellings(self) -> Iterator[str]:
        """All names that the lexicons know, and those of well-known places."""
        yield from self.names.senses
        yield from self.gazetteer.big_towns()

    def code(self, report: Report) -> Record:
        """The record of one report. A report that cannot be coded raises a DragomanError."""
        return self.explain(report).record

    def explain(self, report: Report) -> Stages:
        """The record with what every stage made of the report."""
        layout = checked_layout(report)
        doc = next(parse(self.nlp, [(report, layout.paragraphs)], self.hyphens, self.casing))
        return self.read(doc, layout)

    def code_all(self, reports: Iterable[Report | Failure]) -> Iterator[Record | Failure]:
        """Records in the order of the reports; one that fails gives its Failure and stops nobody else."""
        layouts: list[Layout | Failure] = []

        def jobs() -> Iterator[tuple[Report, tuple[tuple[int, int], ...]]]:
            for report in reports:
                checked = attempt("read", report, checked_layout)
                layouts.append(checked)
                if isinstance(report, Report) and isinstance(checked, Layout):
                    yield report, checked.paragraphs

        for doc in parse(self.nlp, jobs(), self.hyphens, self.casing):
            yield from failures_before(layouts)
            layout = layouts.pop(0)
            assert isinstance(layout, Layout)
            yield attempt("code", doc.report, self.reader(doc, layout))
        yield from failures_before(layouts)

    def reader(self, doc: Doc, layout: Layout) -> Callable[[Report], Record]:
        return lambda _: self.read(doc, layout).record

    def read(self, doc: Doc, layout: Layout) -> Stages:
        """The stages after the parse."""
        if doc.fault:
            raise DragomanError(f"the report cannot be parsed: {doc.fault}")
        lexicon = self.lexicon
        clauses = find_clauses(doc)
        home = self.country_of(doc.report, layout)
        referents = find_referents(clauses, lexicon, self.names, self.kinds, home)
        dates = find_dates(doc.text)
        readings = find_readings(clauses, referents, lexicon, dates)
        framing = Framing(clauses, referents, readings, lexicon, self.gazetteer, dates)
        quotes, framing.voices.quotes = code_quotes(clauses, referents, framing.voices)
        dispute = Dispute(self.disputes, doc.text)
        events = code_events(clauses, referents, readings, framing)
        settle_by_place(events, referents)
        record = Record(
            report=described(doc.report, layout, framing),
            events=events,
            positions=code_positions(clauses, referents, readings, framing, self.grounds),
            tolls=with_details(
                code_tolls(clauses, referents, readings, framing, find_quantities(doc.text)), events, doc
            ),
            situations=code_situations(clauses, referents, readings, framing),
            quotes=quotes,
        )
        record = verbatim(
            warned(with_disputes(with_actors(record, referents, framing.voices.speakers()), dispute)), doc
        )
        return Stages(layout, doc, clauses, referents, readings, record)

    def country_of(self, report: Report, layout: Layout) -> str | None:
        """The country at home in a report: of its dateline, else of the paper, if the report names it."""
        if layout.dateline is not None:
            place = self.gazetteer.lookup(layout.dateline.place.title())
            if place and place.country:
                return place.country
        publisher = report.publisher or ""
        senses = self.names.senses.get(publisher) or [
            sense
            for word in publisher.split()
            for sense in self.names.senses.get(word, ())
            if sense[0] in ("state", "adjective")
        ]
        states = {state.code: state.name for state in self.lexicon.states} if senses else {}
        for _, entry in senses:
            code = entry.code if isinstance(entry, State) else entry.country
            if isinstance(entry, State) or states.get(code, "\0") in report.text:
                return code or None
        return None


def checked_layout(report: Report) -> Layout:
    """The layout of a report that can be coded; empty and endless ones are refused."""
    if len(report.text) > LONGEST:
        raise DragomanError(f"the text has {len(report.text):,} characters; the most is {LONGEST:,}")
    layout = find_layout(report.text)
    if not any(report.text[start:end].strip() for start, end in layout.paragraphs):
        raise DragomanError("the report has no text")
    return layout


Made = TypeVar("Made")


def attempt(stage: str, report: Report | Failure, make: Callable[[Report], Made]) -> Made | Failure:
    """What `make` makes of a report, or the failure that stopped it: the one place where a report's errors end."""
    if isinstance(report, Failure):
        return report
    try:
        return make(report)
    except Exception as error:
        reason = error.what if isinstance(error, DragomanError) else f"{type(error).__name__}: {error}"
        return Failure(report=FailedReport(id=report.id), error=Problem(stage=stage, reason=reason, where=None))


def failures_before(layouts: list[Layout | Failure]) -> Iterator[Failure]:
    """Take the failures off the front of the queue."""
    while layouts and isinstance(layouts[0], Failure):
        failure = layouts.pop(0)
        assert isinstance(failure, Failure)
        yield failure


def described(report: Report, layout: Layout, framing: Framing) -> Report:
    """The report with its sources: those that its layout credits, outlets it cites, bodies whose statement carries it."""
    names = (*report.sources, *framing.voices.cited(), *layout.credits)
    return report.model_copy(update={"sources": list(dict.fromkeys(names))})


def verbatim(record: Record, doc: Doc) -> Record:
    """The record with the words that it quotes as the report has them, where the text was read in another case."""
    text = record.report.text
    if doc.text == text:
        return record

    def slice_of(part: Words | None) -> Words | None:
        return part and (part.model_copy(update={"text": text[slice(*part.span)]}) if part.span else part)

    def item(given: Given) -> Given:
        found = {name: slice_of(getattr(given, name)) for name in ("date", "place") if hasattr(given, name)}
        return given.model_copy(update=found)

    return record.model_copy(
        update={
            "events": [item(event) for event in record.events],
            "tolls": [item(toll) for toll in record.tolls],
            "quotes": [q.model_copy(update={"text": text[slice(*q.evidence)]}) for q in record.quotes],
        }
    )


def warned(record: Record) -> Record:
    """The record with a warning where dates had to stay open for want of a day of publication."""
    if record.report.published:
        return record
    dated = [*(event.date for event in record.events), *(toll.date for toll in record.tolls)]
    spans = {date.span for date in dated if date and date.precision == "open"}
    if not spans:
        return record
    number = f"{len(spans)} relative date{'s' if len(spans) > 1 else ''}"
    warning = f"no publication date: {number} left open"
    report = record.report.model_copy(update={"warnings": [*record.report.warnings, warning]})
    return record.model_copy(update={"report": report})


def with_disputes(record: Record, dispute: Dispute) -> Record:
    """The record with the named dispute of each item."""

    def linked(items: Sequence[Given]) -> list[Given]:
        return [item.model_copy(update={"dispute": dispute.of(item.evidence)}) for item in items]

    return record.model_copy(
        update={
            "events": linked(record.events), "positions": linked(record.positions), "tolls": linked(record.tolls),
            "situations": linked(record.situations),
        }
    )  # fmt: skip


def with_actors(record: Record, referents: Referents, speakers: Collection[Party]) -> Record:
    """The record with its actors: those that items refer to, and others that speak or, being named, act; numbered by first mention."""
    wanted = referenced(record) | {party.id for party in speakers if is_placed(party)}
    parties = [party for party in referents.parties if party.id in wanted or is_listed(party)]
    parties.sort(key=lambda party: min(party.mentions))
    new_ids = {party.id: f"a{n}" for n, party in enumerate(parties, 1)}
    actors = [make_actor(new_ids[party.id], party) for party in parties]
    return renumbered(record, new_ids).model_copy(update={"actors": actors})


def is_placed(party: Party) -> bool:
    """Is anything known of a party: its name, country or sector?"""
    identity = party.identity
    known = identity.named or identity.key.startswith("people:")
    return known or identity.country is not None or identity.sector is not None


def is_listed(party: Party) -> bool:
    identity = party.identity
    return (
        identity.named
        and party.acts
        and identity.kind in ("person", "organisation", "country")
        and identity.sector != "JRN"
    )


def referenced(record: Record) -> set[str]:
    """The ids of all parties that the record's items name."""
    found: set[str] = set()
    for event in record.events:
        found |= {*event.actors, *event.recipients}
    for position in record.positions:
        found |= {*position.holders, *position.on_behalf_of, *position.toward}
    for toll in record.tolls:
        found |= set(toll.perpetrators)
    for situation in record.situations:
        found |= set(situation.subjects)
    found |= {quote.speaker for quote in record.quotes if quote.speaker}
    for item in (*record.events, *record.positions, *record.tolls, *record.situations):
        for account in item.accounts:
            found |= {*account.via, *([account.speaker] if account.speaker else [])}
    return found


def make_actor(id: str, party: Party) -> Actor:
    identity = party.identity
    return Actor(
        id=id, name=identity.name, kind=KINDS.get(identity.kind) or identity.kind,  # type: ignore[arg-type]
        country=identity.country, sector=identity.sector,  # type: ignore[arg-type]
        role=identity.role if identity.kind == "person" else None, mentions=sorted(party.mentions),
    )  # fmt: skip


def renumbered(record: Record, ids: dict[str, str]) -> Record:
    """The record with new ids for its actors."""

    def several(old: list[str]) -> list[str]:
        return [ids[one] for one in old]

    def item(given: Given, *fields: str) -> Given:
        accounts = [
            a.model_copy(update={"speaker": ids.get(a.speaker or ""), "via": several(a.via)}) for a in given.accounts
        ]
        return given.model_copy(
            update={"accounts": accounts} | {name: several(getattr(given, name)) for name in fields}
        )

    return record.model_copy(
        update={
            "events": [item(event, "actors", "recipients") for event in record.events],
            "positions": [item(position, "holders", "on_behalf_of", "toward") for position in record.positions],
            "tolls": [item(toll, "perpetrators") for toll in record.tolls],
            "situations": [item(situation, "subjects") for situation in record.situations],
            "quotes": [q.model_copy(update={"speaker": ids.get(q.speaker or "")}) for q in record.quotes],
        }
    )
