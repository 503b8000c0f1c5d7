"""The record: what dragoman writes for one report, field for field `docs/record.md`.

Offsets are half-open ranges in Unicode code points of `report.text`. What is not known is `None` or empty, never a guess.
Wrong values are refused with pydantic's ValidationError.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Span = Annotated[tuple[int, int], Field(description="half-open range [start, end) in code points of report.text")]
Country = Annotated[str, Field(pattern="^[A-Z]{3}$")]
Share = Annotated[float, Field(ge=0, le=1)]

Kind = Literal["person", "organisation", "group", "country", "place_authority"]
Sector = Literal[
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU", "ELI",
    "JRN", "LAB", "MED", "NGO", "IGO", "MNC", "OPP", "REF", "REL", "SOC",
]  # fmt: skip
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
MODES: dict[str, tuple[str, ...]] = {
    "CONSULT": ("visit", "third-party", "multilateral", "phone"),
    "RETREAT": ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
    "REQUEST": ("assist", "change", "yield", "meet"),
    "ACCUSE": ("disapprove", "investigate", "allege"),
    "REJECT": ("assist", "change", "yield", "meet"),
    "THREATEN": ("restrict", "arrest", "relations", "expel", "territory", "violence"),
    "PROTEST": ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
    "SANCTION": ("convict", "expel", "withdraw", "discontinue"),
    "MOBILIZE": ("troops", "weapons", "police", "militia"),
    "COERCE": ("seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation", "cyber"),
    "ASSAULT": ("abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives", "suicide-attack",
                "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional"),
}  # fmt: skip
Context = Literal[
    "military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy",
    "pro_autocracy", "economic", "legal", "reparations", "human_rights", "rights_freedoms", "repression",
    "human_security", "gender", "lgbt", "religion_ethnicity", "inequality", "diplomatic", "territory", "peacekeeping",
    "health", "asylum", "migration", "disasters", "natural_resource", "environment", "technology", "terrorism", "cbrn",
    "cyber", "misinformation", "crime", "corruption", "illegal_drugs", "trafficking",
]  # fmt: skip
Realis = Literal["actual", "planned", "hypothetical"]
Timing = Literal["current", "background"]
Says = Literal["asserts", "denies"]
Channel = Literal[
    "statement", "press_conference", "interview", "speech", "letter", "social_media", "media", "court", "report"
]
Stance = Literal["supports", "opposes", "concerned", "undecided"]
Measure = Literal["killed", "injured", "missing", "displaced", "detained", "abducted"]
Category = Literal["unspecified", "civilian", "combatant", "police", "militant", "official"]
SituationKind = Literal["control", "recognition", "backing", "ceasefire", "occupation", "claim", "membership"]
DatePrecision = Literal["day", "week", "month", "quarter", "year", "decade", "open"]
PlacePrecision = Literal["point", "place", "region", "country"]


class Form(BaseModel):
    """What all parts of a record share: exact types, no unknown field, no change after making."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Report(Form):
    """A report as read: its text, and what is known of it."""

    id: str = Field(description="the id given with the input; of a file its path")
    title: str | None = Field(default=None, description="headline, where it was given apart from the text")
    publisher: str | None = Field(default=None, description="the outlet that published the report")
    published: str | None = Field(default=None, description="ISO 8601 day, or time with zone, of publication")
    url: str | None = Field(default=None, description="address of the report")
    language: str | None = Field(default=None, description="language of the text, ISO 639-1")
    text: str = Field(description="the text as given, decoded or extracted; all offsets refer to it")
    sources: list[str] = Field(
        default=[], description="credited agencies and outlets, and bodies whose statement carries the report"
    )
    warnings: list[str] = Field(default=[], description="what the reader should know: open dates, cut text")


class Actor(Form):
    """Somebody or something that acts, speaks, holds, suffers or is addressed: once, whatever the text calls it."""

    id: str = Field(description="unique in the record")
    name: str = Field(description="full name, or the description that stands for it")
    kind: Kind = Field(description="place_authority: the authorities of a place, such as a city or a de-facto republic")
    country: Country | None = Field(
        default=None, description="ISO 3166-1 alpha-3 (Kosovo XKX), or the code of an unrecognised authority (NKR)"
    )
    sector: Sector | None = Field(
        default=None, description="PLOVER primary sector; none for a country or a people as such"
    )
    role: str | None = Field(default=None, description="office or function of a person, in the report's words")
    mentions: list[Span] = Field(default=[], description="every mention: names, descriptions, pronouns, possessives")


class Account(Form):
    """By whose account something is so, or is denied."""

    speaker: str | None = Field(default=None, description="id of the actor who says so; none for unnamed reports")
    says: Says = Field(description="asserts or denies")
    channel: Channel | None = Field(default=None, description="how it was said, where the report tells")
    via: list[str] = Field(default=[], description="ids of actors that relay the speaker, innermost first")


class Interval(Form):
    """When: days from start to end, both included; both empty where the words must stay open."""

    start: str | None = Field(default=None, description="ISO 8601 day")
    end: str | None = Field(default=None, description="ISO 8601 day")
    text: str | None = Field(default=None, description="the words, without their preposition")
    span: Span | None = Field(default=None, description="where the words stand")
    precision: DatePrecision | None = Field(default=None, description="how exact the words are")


class Place(Form):
    """Where something happened."""

    name: str = Field(description="resolved name")
    country: Country | None = Field(
        default=None, description="ISO 3166-1 alpha-3 of the state in which a gazetteer puts it"
    )
    lat: float | None = Field(default=None, ge=-90, le=90, description="latitude in degrees, WGS 84")
    lon: float | None = Field(default=None, ge=-180, le=180, description="longitude in degrees, WGS 84")
    text: str | None = Field(default=None, description="the words of the text")
    span: Span | None = Field(default=None, description="where the words stand")
    precision: PlacePrecision | None = Field(default=None, description="how exact the point is")


class Item(Form):
    """What the entries of all lists but actors and quotes share."""

    id: str = Field(description="unique in the record")
    dispute: str | None = Field(default=None, description="a named dispute of the lexicon that the item belongs to")
    accounts: list[Account] = Field(default=[], description="by whose account; empty: the paper's own word")
    evidence: Span = Field(description="the smallest stretch of text that states the item with its parties")
    confidence: Share | None = Field(default=None, description="probability that the item is right")
    rule: str | None = Field(default=None, description="the lexicon entry or rule that gave it")


class Event(Item):
    """Who did or said what to whom: a PLOVER event."""

    type: EventType = Field(description="PLOVER type")
    mode: str | None = Field(default=None, description="PLOVER mode of the type")
    contexts: list[Context] = Field(default=[], description="PLOVER contexts")
    cameo: str | None = Field(default=None, pattern=r"^(0[1-9]|1\d|20)\d{1,2}$", description="CAMEO code")
    actors: list[str] = Field(default=[], description="ids of those who act; of all parties in a joint act")
    recipients: list[str] = Field(default=[], description="ids of those acted upon")
    reciprocal: bool = Field(default=False, description="a joint act: talks, clashes, agreements")
    date: Interval | None = Field(default=None, description="when it happened or is to happen")
    place: Place | None = Field(default=None, description="where it happened")
    realis: Realis = Field(default="actual", description="whether it happened, is planned, or is merely possible")
    timing: Timing = Field(default="current", description="news, or history told for context")
    trigger: Span = Field(description="the words that name the act")


class Position(Item):
    """Where a party stands on a question."""

    holders: list[str] = Field(default=[], description="ids of those who hold it")
    on_behalf_of: list[str] = Field(default=[], description="ids of those for whom they say so")
    stance: Stance = Field(description="supports, opposes, concerned or undecided")
    issue: str = Field(description="the question, as a phrase that stands alone")
    toward: list[str] = Field(default=[], description="ids of the parties whom the stance concerns")
    basis: list[str] = Field(default=[], description="legal instruments invoked, in the words of the text")


class Toll(Item):
    """Human cost, as stated."""

    measure: Measure = Field(description="what happened to them")
    best: int | None = Field(default=None, ge=0, description="the stated number; none for vague words")
    low: int | None = Field(default=None, ge=0, description="lower bound that the words give")
    high: int | None = Field(default=None, ge=0, description="upper bound that the words give")
    victims: str | None = Field(default=None, description="who, in the words of the text")
    category: Category = Field(default="unspecified", description="what they were")
    part_of: str | None = Field(default=None, description="id of the toll of which this is a share")
    perpetrators: list[str] = Field(default=[], description="ids of those who caused it")
    place: Place | None = Field(default=None, description="where")
    date: Interval | None = Field(default=None, description="when, or since when")
    timing: Timing = Field(default="current", description="news, or history told for context")


class Situation(Item):
    """How things stand: who holds, backs, recognises, claims or belongs."""

    kind: SituationKind = Field(description="what kind of relation")
    subjects: list[str] = Field(
        default=[], description="ids of those who hold, claim, back; the parties of a ceasefire"
    )
    object: str | None = Field(default=None, description="the place, party, cause or body, as a name that stands alone")
    holds: bool = Field(description="false: not, no longer, or broken")
    state: str | None = Field(default=None, description="the words of the text")
    since: str | None = Field(default=None, description="ISO year, month or day")
    until: str | None = Field(default=None, description="ISO year, month or day")


class Quote(Form):
    """A direct quotation."""

    id: str = Field(description="unique in the record")
    speaker: str | None = Field(default=None, description="id of the actor who said it")
    text: str = Field(description="the words between the marks: the slice at evidence")
    channel: Channel | None = Field(default=None, description="how it was said, where the report tells")
    evidence: Span = Field(description="where the words stand")
    confidence: Share | None = Field(default=None, description="probability that the item is right")
    rule: str | None = Field(default=None, description="the rule that gave it")


class Record(Form):
    """Everything that dragoman read in one report."""

    report: Report = Field(description="the report itself")
    actors: list[Actor] = Field(default=[], description="everybody and everything that acts, speaks, holds or suffers")
    events: list[Event] = Field(default=[], description="who did or said what to whom")
    positions: list[Position] = Field(default=[], description="where a party stands on a question")
    tolls: list[Toll] = Field(default=[], description="human cost, as stated")
    situations: list[Situation] = Field(default=[], description="how things stand")
    quotes: list[Quote] = Field(default=[], description="direct quotations with their speaker")


class FailedReport(Form):
    """What is known of a report that could not be read."""

    id: str = Field(description="the id given with the input, its path, or its place in the input")


class Problem(Form):
    """Why a report failed."""

    stage: str = Field(description="the stage that failed: read, decode, extract, parse, code")
    reason: str = Field(description="what is wrong, in words")
    where: str | None = Field(default=None, description="file and line")


class Failure(Form):
    """The line of a report that failed, in its place."""

    report: FailedReport = Field(description="which report")
    error: Problem = Field(description="what went wrong")
