"""The parties of a report and the phrases that stand for them; how two descriptions of one party are joined."""

from dataclasses import dataclass, field, replace

from dragoman.clauses import Phrase
from dragoman.record import Span
from dragoman.referents.identity import Identity, is_joint_body
from dragoman.syntax import Word

LOCATIVE = frozenset(
    [
        "in",
        "at",
        "near",
        "inside",
        "outside",
        "around",
        "across",
        "throughout",
        "over",
        "along",
        "into",
        "from",
        "to",
        "within",
        "on",
        "off",
    ]
)
PARTY_LINKS = frozenset(["by", "between", "with", "against", "to", "toward", "towards", "of"])
BODIES = frozenset(
    [
        "group",
        "organisation",
        "organization",
        "agency",
        "body",
        "party",
        "movement",
        "militia",
        "ministry",
        "department",
        "council",
        "committee",
        "commission",
        "court",
        "company",
        "government",
        "army",
        "military",
        "union",
        "network",
        "channel",
        "newspaper",
        "outfit",
        "watchdog",
        "bloc",
        "alliance",
        "coalition",
    ]
)


STATELESS = ("IGO", "NGO", "MNC")  # sectors of bodies that belong to no state


@dataclass(slots=True, eq=False)
class Party:
    """Somebody or something in the report, with all mentions. Complete once the whole report is read."""

    n: int
    identity: Identity
    mentions: list[Span] = field(default_factory=list)
    seen: tuple[int, int, int] = (-9, 0, 0)  # last mention: sentence, prominence, word
    acts: bool = False

    @property
    def id(self) -> str:
        return f"a{self.n}"


@dataclass(frozen=True, slots=True, eq=False)
class Referents:
    """Who is who in a report."""

    parties: tuple[Party, ...]
    by_phrase: dict[int, tuple[Party, ...]]
    identities: dict[int, Identity]
    by_modifier: dict[int, Party]  # by the word of an adjective or noun before another noun
    country: str | None  # of the story

    def of(self, phrase: Phrase) -> tuple[Party, ...]:
        """The parties that a phrase stands for; two of "both ministers"."""
        return self.by_phrase.get(phrase.head.i, ())

    def identity(self, phrase: Phrase) -> Identity:
        return self.identities[phrase.head.i]

    def modifiers(self, phrase: Phrase) -> tuple[Party, ...]:
        """The parties in front of a noun: Israel of "the Israeli attack", rebels of "a rebel ambush"."""
        found = {party.n: party for word in phrase.words if word is not phrase.head
                 if (party := self.by_modifier.get(word.i))}  # fmt: skip
        return tuple(found.values())

    def by_word(self, word: Word) -> Party | None:
        """The party that a word before another names: "Kurdish" of "Kurdish-held"."""
        return self.by_modifier.get(word.i)

    def kinds(self, phrase: Phrase) -> frozenset[str]:
        """What a phrase may stand for in a pattern: person, party, place, thing."""
        found: set[str] = set()
        for party in self.of(phrase):
            kind = party.identity.kind
            found |= {"party", kind} if party.identity.party else {kind}
        identity = self.identities.get(phrase.head.i)
        if identity and (identity.kind in ("country", "place", "place_authority") or identity.metonym):
            found.add("place")
        return frozenset(found or {"thing"})


def is_unsettled(party: Party) -> bool:
    """Is it people or an unnamed body of which nothing tells the state?"""
    known = party.identity
    if known.named or known.country is not None or known.sector in STATELESS:
        return False
    return known.kind in ("person", "group", "organisation") and not is_joint_body(known.name)


def states_differ(first: Identity, second: Identity) -> bool:
    return bool(first.country and second.country and first.country != second.country)


def prominence_of(phrase: Phrase) -> int:
    """How likely the next sentence takes the phrase up: subjects 2, other parties 1, places 0."""
    if phrase.role == "subject":
        return 2
    if phrase.role in ("object", "indirect", "owner", "apposition", "predicate"):
        return 1
    if phrase.role == "modifier":
        return 1 if phrase.preposition in PARTY_LINKS else 0
    return 0 if phrase.preposition in LOCATIVE or not phrase.preposition else 1


def better(new: Identity, old: Identity) -> bool:
    return bool(
        (new.named and not old.named) or (new.role and not old.role) or (new.country and not old.country) or (new.sector and not old.sector)
        or (old.kind in ("thing", "place") and new.kind == "person") or len(new.name) > len(old.name)
    )  # fmt: skip


def merged(first: Identity, second: Identity) -> Identity:
    """One identity out of two: what the second says, where it says anything, on top of the first."""
    name = second.name if second.named or not first.named else first.name
    if first.named and second.named and len(first.name) > len(second.name):
        name = first.name
    kind = first.kind if second.kind in ("thing", "place") else second.kind
    return replace(
        second, name=name, kind=kind, country=second.country or first.country, sector=second.sector or first.sector,
        role=longer(first.role, second.role), named=first.named or second.named,
    )  # fmt: skip


def longer(first: str | None, second: str | None) -> str | None:
    return max((role for role in (second, first) if role), key=len, default=None)


def initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


FORCES = ("army", "military")


def fits_body(head: str, sector: str | None) -> bool:
    """May a body of this sector be taken up by this noun?"""
    return {
        "group": sector in ("REB", "NGO", "PRM", "UAF", "SOC"), "movement": sector in ("REB", "PTY", "SOC", "OPP"),
        "militia": sector in ("REB", "PRM"), "party": sector in ("PTY", "OPP"), "agency": sector in ("JRN", "IGO", "SPY"),
        "court": sector == "JUD", "army": sector == "MIL", "military": sector == "MIL", "organisation": sector in ("IGO", "NGO", "REB"),
        "organization": sector in ("IGO", "NGO", "REB"), "watchdog": sector in ("NGO", "IGO"), "company": sector in ("BUS", "MNC"),
    }.get(head, False)  # fmt: skip


def same_office(phrase: Phrase, identity: Identity, party: Party) -> bool:
    """Is a party the holder of the office that a description names ("the minister")?"""
    known = party.identity
    if known.kind != "person" or known.plural or not identity.role:
        return False
    if known.role is None:
        return identity.role in known.offices
    same_noun = known.role.split()[-1] == phrase.lemma
    return identity.role in known.offices or (
        same_noun and (identity.role == phrase.lemma or known.role.endswith(identity.role))
    )


def same_body(phrase: Phrase, identity: Identity, party: Party) -> bool:
    """Is a party the body that a description takes up ("the group", "the ministry")?"""
    known, head = party.identity, phrase.lemma
    if head not in BODIES or known.kind != "organisation" or len(phrase.words) > (3 if identity.country else 2):
        return False  # "the agency", "the Ukrainian agency"
    return known.name.lower().endswith(head) or ((known.named or head in FORCES) and fits_body(head, known.sector))
