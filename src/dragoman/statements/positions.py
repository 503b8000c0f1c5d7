"""Readings of the stance frames -> Positions: who stands where on which question, for whom and on what legal ground."""

from collections.abc import Sequence

from dragoman.clauses import Clause, Clauses, Phrase
from dragoman.lexicon import Lexicon
from dragoman.patterns import Slot
from dragoman.record import Position, Span
from dragoman.referents.parties import Party, Referents
from dragoman.referents.phrasebook import Phrasebook, spelt
from dragoman.statements.framing import Framing
from dragoman.statements.parties import evidence, parties_of, trim
from dragoman.statements.readings import Reading

STATES = frozenset({"country", "organisation"})


def code_positions(
    clauses: Clauses, referents: Referents, readings: Sequence[Reading], framing: Framing, grounds: "Grounds"
) -> list[Position]:
    """The positions of a report."""
    found: list[Position] = []
    for reading in readings:
        if reading.frame.list != "positions":
            continue
        position = make_position(f"p{len(found) + 1}", clauses, referents, reading, framing, grounds)
        if position is not None:
            found.append(position)
    return found


class Grounds:
    """Finds legal instruments in a stretch of text; made once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.names = Phrasebook(spelt((entry.name, entry.names) for entry in lexicon.instruments))

    def find(self, text: str) -> list[str]:
        """The instruments in the words of the text."""
        return list(dict.fromkeys(text[start:end] for (start, end), _ in self.names.find(text)))


def make_position(
    id: str, clauses: Clauses, referents: Referents, reading: Reading, framing: Framing, grounds: Grounds
) -> Position | None:
    """A position; None where nobody holds it, nothing is at issue, or it is negated away or wished for."""
    holders = parties_of(referents, reading.slot("A"))
    issue_span = issue_of(clauses, reading)
    if not holders and not any(isinstance(slot, Slot) and slot.name == "A" for slot in (reading.pattern.subject,)):
        holders = tuple(
            told.speaker for told in framing.voices.told(reading.word)[:1]
        )  # "it is too early to …", he said
    if not holders or issue_span is None or reading.frame.stance is None:
        return None
    stance = reading.frame.stance
    if reading.clause is not None and reading.phrase is None and reading.clause.negated:
        if stance not in ("supports", "opposes"):
            return None
        stance = "opposes" if stance == "supports" else "supports"
    behalf: list[Party] = []
    accounts = framing.voices.accounts(reading, holders)
    speakers = framing.voices.told(reading.word)
    if speakers and holders[0].identity.kind in STATES and speaks_for(speakers[0].speaker, holders[0]):
        behalf, holders = list(holders), (speakers[0].speaker,)
        accounts = framing.voices.accounts(reading, holders)
    issue = standing_alone(clauses.text(issue_span))
    if not issue:
        return None
    about = parties_of(referents, phrases_within(clauses, issue_span))
    toward = parties_of(referents, reading.slot("B")) or tuple(
        p for p in about if p not in holders and p not in behalf and p.identity.kind in ("country", "group", "place_authority")
    )[:1]  # fmt: skip
    return Position(
        id=id, holders=[p.id for p in holders], on_behalf_of=[p.id for p in behalf], stance=stance,
        issue=issue, toward=[p.id for p in toward],
        basis=grounds.find(clauses.text(hull(issue_span, clauses.doc.sentence_span(reading.word.sentence)[1]))),
        accounts=accounts, evidence=evidence(clauses, reading, [issue_span]), confidence=0.6, rule=reading.frame.id,
    )  # fmt: skip


def hull(span: Span, end: int) -> Span:
    return span[0], max(span[1], end)


def speaks_for(speaker: Party, state: Party) -> bool:
    """May what the speaker says of the state be its position: is he its official?"""
    who, whose = speaker.identity, state.identity
    return who.kind == "person" and who.country == whose.country is not None and who.sector in ("GOV", "LEG", "MIL")


def issue_of(clauses: Clauses, reading: Reading) -> Span | None:
    """Where the issue stands: the content, or for solidarity with somebody that party."""
    content = reading.content
    text = clauses.doc.text
    if isinstance(content, Clause):
        return trim(text, *content.body)
    phrases = reading.slot("X") or reading.slot("B")
    if not phrases:
        return None
    start, end = below(phrases)
    named = [p.reach[1] for n in reading.used if (p := clauses.phrase_of(clauses.doc.words[n])) and p.head.i == n]
    return trim(text, start, max([end, *named]))  # "the need for Russia to act" runs to the end of what is needed


def below(phrases: Sequence[Phrase]) -> Span:
    """The reach of phrases without their preposition."""
    first = phrases[0]
    start = min(first.words[0].start, first.head.start)
    return start, max(phrase.reach[1] for phrase in phrases)


def phrases_within(clauses: Clauses, span: Span) -> list[Phrase]:
    return [p for p in clauses.phrases if span[0] <= p.head.start < span[1]]


def standing_alone(issue: str) -> str:
    """The issue as one line without stray quotation marks; empty for a mere "each other"."""
    line = " ".join(issue.strip(" \"“”'").split())
    return "" if line.lower() in ("each other", "one another") else line
