"""Records -> one HTML page that stands alone: the text with every fact's evidence lit beside the fact. No script or style from outside."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from jinja2 import Environment, PackageLoader, select_autoescape

from dragoman.record import Actor, Event, Item, Position, Quote, Record, Situation, Span, Toll
from dragoman.table import told, when, where, who

TYPES = {
    "AGREE": "agrees or offers", "CONSULT": "meets or talks", "SUPPORT": "supports in words", "CONCEDE": "yields in words",
    "COOPERATE": "cooperates", "AID": "aids", "RETREAT": "yields in deed", "REQUEST": "asks or demands", "ACCUSE": "accuses",
    "REJECT": "rejects", "THREATEN": "threatens", "PROTEST": "protests", "SANCTION": "cuts ties or convicts",
    "MOBILIZE": "mobilises", "COERCE": "coerces", "ASSAULT": "attacks",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text with the ids of the facts that it is evidence of."""

    text: str
    ids: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact as the page shows it."""

    id: str
    head: str
    code: str
    lines: tuple[tuple[str, str], ...]
    tone: str  # how it stands: stated, attributed, disputed, open
    confidence: float | None
    rule: str | None


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    facts: tuple[Fact, ...]


def render_page(records: Sequence[Record]) -> str:
    """The page of one or several records."""
    environment = Environment(
        loader=PackageLoader("dragoman"),
        autoescape=select_autoescape(default=True),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    views = [
        {"record": record, "prefix": f"r{n}-", "segments": segments(record, f"r{n}-"), "sections": sections(record)}
        for n, record in enumerate(records)
    ]
    return environment.get_template("record.html").render(views=views)


def segments(record: Record, prefix: str) -> list[Segment]:
    """The text cut wherever evidence or a mention begins or ends, so that what overlaps can be lit apart."""
    text, spans = record.report.text, marked_spans(record)
    opening: defaultdict[int, set[int]] = defaultdict(set)
    closing: defaultdict[int, set[int]] = defaultdict(set)
    for n, ((start, end), _) in enumerate(spans):
        opening[start].add(n)
        closing[end].add(n)
    found: list[Segment] = []
    running: set[int] = set()
    for start, end in pairwise(sorted({0, len(text), *opening, *closing})):
        running = (running - closing[start]) | opening[start]
        ids = dict.fromkeys(spans[n][1] for n in sorted(running))
        found.append(Segment(text[start:end], " ".join(f"{prefix}{one}" for one in ids)))
    return found


def marked_spans(record: Record) -> list[tuple[Span, str]]:
    found: list[tuple[Span, str]] = [(span, actor.id) for actor in record.actors for span in actor.mentions]
    for item in (*record.events, *record.positions, *record.tolls, *record.situations):
        found.append((item.evidence, item.id))
    return found + [(quote.evidence, quote.id) for quote in record.quotes]


def sections(record: Record) -> list[Section]:
    """The facts by list, empty lists left out."""
    names = {actor.id: actor for actor in record.actors}
    built = [
        Section("Events", tuple(event_fact(event, names) for event in record.events)),
        Section("Positions", tuple(position_fact(position, names) for position in record.positions)),
        Section("Tolls", tuple(toll_fact(toll, names) for toll in record.tolls)),
        Section("Situations", tuple(situation_fact(situation, names) for situation in record.situations)),
        Section("Quotes", tuple(quote_fact(quote, names) for quote in record.quotes)),
        Section("Actors", tuple(actor_fact(actor) for actor in record.actors)),
    ]
    return [section for section in built if section.facts]


def tone(item: Item) -> str:
    """ "stated" as the paper's own word, "attributed" to a speaker, "disputed" where somebody denies it."""
    if any(account.says == "denies" for account in item.accounts):
        return "disputed"
    return "attributed" if item.accounts else "stated"


def lines(*pairs: tuple[str, str | None]) -> tuple[tuple[str, str], ...]:
    return tuple((label, value) for label, value in pairs if value)


def event_fact(event: Event, names: dict[str, Actor]) -> Fact:
    if event.reciprocal:
        parties = " and ".join(names[one].name for one in event.actors) or "unnamed parties"
    else:
        parties = who(event.actors, names) or "somebody unnamed"
        parties += f" → {who(event.recipients, names)}" if event.recipients else ""
    not_plain = [word for word in (event.realis, event.timing) if word not in ("actual", "current")]
    return Fact(
        event.id, parties, " ".join(part for part in (event.type, event.mode, event.cameo) if part),
        lines(("what", TYPES[event.type]), ("when", when(event.date)), ("where", where(event.place)), ("status", ", ".join(not_plain)),
              ("by account of", told(event.accounts, names)), ("context", ", ".join(event.contexts)), ("dispute", event.dispute)),
        tone(event), event.confidence, event.rule,
    )  # fmt: skip


def position_fact(position: Position, names: dict[str, Actor]) -> Fact:
    return Fact(
        position.id, f"{who(position.holders, names)} {position.stance}", position.stance,
        lines(("issue", position.issue), ("on behalf of", who(position.on_behalf_of, names)), ("toward", who(position.toward, names)),
              ("on the ground of", "; ".join(position.basis)), ("by account of", told(position.accounts, names)),
              ("dispute", position.dispute)),
        tone(position), position.confidence, position.rule,
    )  # fmt: skip


def toll_fact(toll: Toll, names: dict[str, Actor]) -> Fact:
    number = f"{toll.best:,}" if toll.best is not None else "an unstated number"
    bounds = " to ".join("?" if bound is None else f"{bound:,}" for bound in (toll.low, toll.high))
    return Fact(
        toll.id, f"{number} {toll.victims or ''} {toll.measure}".replace("  ", " "), toll.measure,
        lines(("bounds", None if toll.low == toll.high == toll.best else bounds), ("category", toll.category), ("part of", toll.part_of),
              ("by", who(toll.perpetrators, names)), ("where", where(toll.place)), ("when", when(toll.date)),
              ("by account of", told(toll.accounts, names)), ("dispute", toll.dispute)),
        tone(toll), toll.confidence, toll.rule,
    )  # fmt: skip


def situation_fact(situation: Situation, names: dict[str, Actor]) -> Fact:
    return Fact(
        situation.id, f"{who(situation.subjects, names) or 'unnamed parties'}: {situation.object or ''}",
        situation.kind + ("" if situation.holds else " · does not hold"),
        lines(("in the report's words", situation.state), ("since", situation.since), ("until", situation.until),
              ("by account of", told(situation.accounts, names)), ("dispute", situation.dispute)),
        tone(situation), situation.confidence, situation.rule,
    )  # fmt: skip


def quote_fact(quote: Quote, names: dict[str, Actor]) -> Fact:
    speaker = who([quote.speaker] if quote.speaker else [], names) or "unnamed speaker"
    return Fact(quote.id, speaker, "quote", lines(("words", f"“{quote.text}”"), ("channel", quote.channel)), "attributed",
                quote.confidence, quote.rule)  # fmt: skip


def actor_fact(actor: Actor) -> Fact:
    code = " ".join(part for part in (actor.country, actor.sector) if part) or "—"
    mentions = f"{len(actor.mentions)} mention{'s' if len(actor.mentions) != 1 else ''}"
    return Fact(actor.id, actor.name, code, lines(("kind", actor.kind), ("role", actor.role), ("in the text", mentions)), "stated",
                None, None)  # fmt: skip
