"""Pronouns and pairs -> parties: "he", "its", "the two ministers", "both sides", the "I" and "we" of a quotation."""

from collections.abc import Callable, Collection

from dragoman.clauses import Clauses, Phrase
from dragoman.lexicon import Lexicon
from dragoman.referents.firstperson import JOINT, spoken_by
from dragoman.referents.identity import Identity, country
from dragoman.referents.parties import Party

PERSONAL = frozenset(["he", "him", "his", "himself", "she", "her", "hers", "herself"])
NEUTER = frozenset(["it", "its", "itself"])
PLURAL = frozenset(["they", "them", "their", "theirs", "themselves"])

COLLEAGUES = {
    "minister": ("minister", "secretary"),
    "president": ("president",),
    "leader": ("president", "prime minister", "chancellor"),
}
REACH = 4  # sentences back that a pronoun may look


class Pronouns:
    """Finds the parties of one report that pronouns stand for."""

    def __init__(self, clauses: Clauses, lexicon: Lexicon) -> None:
        self.clauses, self.states = clauses, lexicon.states
        self.sides = frozenset(lexicon.nouns.get("sides", ()))
        self.parties: list[Party] = []
        self.by_key: dict[str, Party] = {}
        self.by_phrase: dict[int, tuple[Party, ...]] = {}

    def add(self, identity: Identity) -> Party:
        """A new party."""
        party = Party(len(self.parties) + 1, identity)
        self.parties.append(party)
        if identity.key:
            self.by_key[identity.key] = party
        return party

    def is_pair(self, phrase: Phrase) -> bool:
        """ "the two", "the two ministers", "both sides", "the sides"."""
        lowered = [word.lower for word in phrase.words]
        if not {"two", "both"} & set(lowered):
            return lowered == ["the", "sides"]
        others = [
            word for word in phrase.words if word.lower not in ("the", "two", "both", "foreign", "prime", "defence")
        ]
        return not others or (phrase.lemma in self.sides and len(others) == 1)

    def colleagues(self, phrase: Phrase) -> tuple[Party, ...]:
        """ "The ministers": the two officials of two states just named; none where they are not."""
        if [word.lower for word in phrase.words[:-1]] != ["the"] or phrase.head.tag != "NNS":
            return ()
        titles = COLLEAGUES.get(phrase.lemma)
        if not titles:
            return ()
        near = (party for party in self.parties if phrase.head.sentence - party.seen[0] <= REACH and party.acts)
        holders = [party for party in near if not party.identity.plural and holds_one_of(party.identity, titles)]
        found = sorted(holders, key=lambda party: party.seen[2])[-2:]
        return tuple(found) if len({party.identity.country for party in found} - {None}) == 2 else ()

    def pair(self, phrase: Phrase) -> tuple[Party, ...]:
        wants_person = phrase.lemma in ("minister", "president", "leader", "man", "counterpart", "official")
        wants_state = phrase.lemma in ("country", "nation", "state", "government", "neighbour", "neighbor", "capital")
        above = phrase.clause.ancestors() if phrase.clause else ()
        agents = (agent for clause in above for agent in clause.agents)
        speaking = {
            name.head.i for agent in agents for name in (agent, *agent.appositions)
        }  # "the ministry said the two met"
        found: list[Party] = []
        for party in sorted(self.parties, key=lambda party: party.seen[2], reverse=True):
            if party.seen[2] in speaking:
                continue
            kind = party.identity.kind
            person = kind == "person" and not party.identity.plural
            fits = person if wants_person else kind == "country" if wants_state else party.identity.party
            if not wants_person and not wants_state and found and (found[0].identity.kind == "person") != person:
                fits = False
            if fits and party.acts:
                found.append(party)
            if len(found) == 2:
                return (found[1], found[0])
        return ()

    def pronoun(self, phrase: Phrase, identity: Identity) -> tuple[Party, ...]:
        word = identity.name
        if word in PERSONAL:
            party = self.recent(phrase, lambda known: known.kind == "person" and not known.plural)
        elif word in NEUTER:
            party = None if is_expletive(phrase) else self.recent(phrase, is_neuter)
        elif word in PLURAL:
            party = self.recent(
                phrase, lambda known: known.kind in ("group", "organisation", "country") or known.plural, plural=True
            )
        else:
            return ()
        return (party,) if party else ()

    def take_first_persons(self, verbs: Collection[str]) -> None:
        """ "I" and "we" of a quotation: the speaker; of an official who says "we" his state."""
        for phrase, speaker in spoken_by(self.clauses, verbs):
            party = next((party for party in self.by_phrase.get(speaker.head.i, ()) if party.identity.party), None)
            if party is not None:
                party = self.state_for(party) if phrase.head.lower in JOINT else party
                self.by_phrase[phrase.head.i] = (party,)
                party.mentions.append(phrase.span)

    def state_for(self, party: Party) -> Party:
        """The state that an official speaks for, if the report names it."""
        known = party.identity
        official = known.kind == "person" and not known.plural and known.sector == "GOV"
        if not official or not known.country:
            return party
        return self.by_key.get(f"country:{known.country}") or self.named_state(known.country) or party

    def named_state(self, code: str) -> Party | None:
        """A party for a state that the report has not named."""
        state = next((state for state in self.states if state.code == code), None)
        return self.add(country(state, (0, 0), metonym=False, whole=True)) if state else None

    def recent(self, phrase: Phrase, fits: Callable[[Identity], bool], plural: bool = False) -> Party | None:
        """The most prominent fitting party nearby: the latest subject; for a possessive the nearest in its sentence."""
        sentence, owner = phrase.head.sentence, phrase.role == "owner"
        best, best_score = None, -1.0e9
        for party in self.parties:
            gap = sentence - party.seen[0]
            if gap > REACH or not fits(party.identity) or party.seen[2] >= phrase.head.i:
                continue
            if owner and party.identity.kind == "thing" and party.seen[1] < 2:
                continue  # "refused to share intelligence with its partners"
            nearest = owner and gap == 0 and party.seen[1] > 0
            score = -10.0 * gap + (6 + 0.1 * party.seen[2] if nearest else 3 * party.seen[1] + 0.01 * party.seen[2])
            score += 4 if plural and (party.identity.plural or party.identity.kind == "group") else 0
            if score > best_score:
                best, best_score = party, score
        return best


def holds_one_of(known: Identity, titles: tuple[str, ...]) -> bool:
    """Is it a person in an office with one of these words?"""
    offices = (known.role or "", *known.offices) if known.kind == "person" else ()
    return any(title in office for office in offices for title in titles)


def is_neuter(known: Identity) -> bool:
    """A body, or a thing: then "it" is nobody."""
    return known.kind in ("organisation", "country", "place_authority") or (known.kind == "thing" and not known.plural)


def is_expletive(phrase: Phrase) -> bool:
    """ "It" that only announces a clause: "it is right that both continue", "it was too early to say"."""
    clause = phrase.clause
    return (
        phrase.role == "subject"
        and clause is not None
        and clause.copular
        and bool(clause.complements("that", "to", ""))
    )
