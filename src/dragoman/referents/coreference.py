"""Phrases -> Referents: one actor for everything that means it: full name, surname, title, description, pronoun."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from dragoman.clauses import Clauses, Phrase
from dragoman.lexicon import Lexicon
from dragoman.record import Span
from dragoman.referents.actors import Identifier
from dragoman.referents.identity import HONORIFICS, NEEDS_STATE, Identity, text_of, with_country
from dragoman.referents.namekinds import NameKinds
from dragoman.referents.names import Names, normal
from dragoman.referents.parties import (
    Party,
    Referents,
    better,
    initials,
    is_joint_body,
    merged,
    prominence_of,
    same_body,
    same_office,
    states_differ,
)  # fmt: skip

PERSONAL = frozenset(["he", "him", "his", "himself", "she", "her", "hers", "herself"])
NEUTER = frozenset(["it", "its", "itself"])
PLURAL = frozenset(["they", "them", "their", "theirs", "themselves"])

REACH = 4  # sentences back that a pronoun may look


def find_referents(
    clauses: Clauses, lexicon: Lexicon, names: Names, kinds: NameKinds, home: str | None = None
) -> Referents:
    """Resolve all phrases of a report. `home` is the country of its dateline or paper, if known."""
    identifier = Identifier(clauses, lexicon, names, kinds, home)
    identities = {phrase.head.i: identifier.identify(phrase) for phrase in clauses.phrases}
    country = home or main_country(identities.values())
    resolver = Resolver(clauses, lexicon, identifier, identities, country)
    for phrase in clauses.phrases:
        resolver.take(phrase)
    return Referents(tuple(resolver.parties), resolver.by_phrase, identities, resolver.by_modifier, country)


def main_country(identities: Iterable[Identity]) -> str | None:
    """The country that the report names most, if it stands out."""
    counted = Counter(identity.country for identity in identities if identity.country)
    return counted.most_common(1)[0][0] if counted else None


class Resolver:
    """Goes through the phrases in order and gives each its parties."""

    def __init__(
        self, clauses: Clauses, lexicon: Lexicon, identifier: Identifier, identities: dict[int, Identity],
        country: str | None,
    ) -> None:  # fmt: skip
        self.clauses, self.identities, self.country = clauses, identities, country
        self.identifier, self.text = identifier, clauses.doc.text
        self.counterparts = frozenset(lexicon.nouns.get("counterparts", ()))
        self.sides = frozenset(lexicon.nouns.get("sides", ()))
        self.parties: list[Party] = []
        self.by_key: dict[str, Party] = {}
        self.by_phrase: dict[int, tuple[Party, ...]] = {}
        self.by_modifier: dict[int, Party] = {}
        self.by_name: dict[str, Party] = {}

    def take(self, phrase: Phrase) -> None:
        identity = self.identities[phrase.head.i] = self.sharing_head(phrase, self.identities[phrase.head.i])
        if len(phrase.words) > 1 and identity.kind in ("thing", "place"):
            self.take_modifiers(phrase)
        found = self.resolve(phrase, identity)
        if not found:
            return
        prominence = prominence_of(phrase)
        for party in found:
            self.mention(party, phrase, identity, prominence)
        self.by_phrase[phrase.head.i] = found

    def sharing_head(self, phrase: Phrase, identity: Identity) -> Identity:
        """ "Azeri" of "Azeri and ethnic Armenian forces" means Azeri forces."""
        last = phrase.conjuncts[-1] if phrase.conjuncts else None
        if (
            last is None
            or len(phrase.words) > 1
            or not identity.key.startswith("people:")
            or phrase.head.lower.endswith("s")
        ):
            return identity
        whole = self.identities[last.head.i]
        if whole.kind != "group" or not whole.sector:
            return identity
        noun = last.head.lower
        sector = "MIL" if whole.sector == "REB" else whole.sector  # the forces of a state, beside those of its rebels
        return replace(identity, name=f"{identity.name} {noun}", kind="group", sector=sector,
                       key=f"{identity.country}:{sector}:{noun}", plural=True)  # fmt: skip

    def take_modifiers(self, phrase: Phrase) -> None:
        """Parties named by the words before a noun that is itself none; each is a mention where nothing else names it."""
        for word, known in self.identifier.modifiers(phrase):
            party = self.by_name.get(known.name) or self.by_name.get(normal(self.clauses.text(known.span)))
            party = party or self.by_key.get(known.key) or self.named_before(known) or self.new(known)
            self.by_modifier[word.i] = party
            if not party.mentions:
                party.mentions.append(known.span)

    def named_before(self, known: Identity) -> Party | None:
        """ "army" of "army control" is the Sudanese army of which the report has spoken."""
        if known.named:
            return None
        same = (p for p in reversed(self.parties) if p.identity.sector == known.sector)
        return next((p for p in same if p.identity.name.lower().split()[-1].startswith(known.name)), None)

    def mention(self, party: Party, phrase: Phrase, identity: Identity, prominence: int) -> None:
        if identity.span not in party.mentions:
            party.mentions.append(identity.span)
        party.seen = (phrase.head.sentence, prominence, phrase.head.i)
        party.acts = party.acts or prominence > (1 if identity.kind == "country" else 0)
        if identity.named:
            self.by_name[normal(self.clauses.text(identity.span))] = party

    def resolve(self, phrase: Phrase, identity: Identity) -> tuple[Party, ...]:
        if identity.kind == "pronoun":
            return self.pronoun(phrase, identity)
        if phrase.lemma in self.counterparts:
            return self.counterpart(phrase, identity)
        if self.is_pair(phrase):
            return self.pair(phrase)
        if identity.metonym and prominence_of(phrase) == 0:
            identity = self.identities[phrase.head.i] = replace(identity, kind="place")
        if identity.party and identity.plural and (nations := self.identifier.nations(phrase)):
            end = nations[-1][1][1]
            noun = text_of(self.text, [word for word in phrase.words if end <= word.start <= phrase.head.start])
            each = (self.of_nation(phrase, identity, code, spelt, noun) for code, spelt in nations)
            return tuple(self.describing(phrase, one) for one in each)
        explained = self.explained_by(phrase, identity) or self.surname(phrase)
        if explained:
            return (explained,)
        return (self.named(phrase, identity) if identity.named else self.describing(phrase, identity),)

    def of_nation(self, phrase: Phrase, identity: Identity, code: str, nation: Span, noun: str) -> Identity:
        """ "Egyptian officials" of "Israeli and Egyptian officials"; one each of "the French and German presidents"."""
        key = f"{code}:{identity.sector or ''}:{noun.lower()}"
        name = f"{self.clauses.text(nation)} {noun}"
        role = self.identifier.roles.get(phrase.lemma)
        if role is not None and role.kind == "person" and role.office and phrase.words[0].lower == "the":
            size = len(phrase.head.text)
            one, office = name[:-size] + phrase.lemma, noun[:-size].lower() + phrase.lemma
            return replace(
                identity, name=one, kind="person", country=code, role=office, plural=False, definite=True, key=key
            )
        return replace(identity, name=name, country=code, definite=False, key=key)

    def new(self, identity: Identity, phrase: Phrase | None = None) -> Party:
        if identity.country is None and identity.sector in NEEDS_STATE and not is_joint_body(identity.name):
            identity = with_country(identity, self.state_of(phrase) if phrase and identity.named else self.country)
        elif identity.country is None and phrase is not None and identity.kind in ("group", "person") and phrase.owner:
            identity = self.owned(identity, phrase.owner)
        party = Party(len(self.parties) + 1, identity)
        self.parties.append(party)
        if identity.key:
            self.by_key[identity.key] = party
        return party

    def state_of(self, phrase: Phrase) -> str | None:
        """The state of an official named without one: that of the official who speaks of him, else the one at home."""
        clause = phrase.clause
        for party in sorted(self.parties, key=lambda party: -party.seen[2]):
            if (
                party.seen[0] == phrase.head.sentence
                and party.identity.sector == "GOV"
                and party.identity.country
                and clause
            ):
                if clause.parent and clause.link == "complement":
                    return party.identity.country
        return self.country

    def owned(self, identity: Identity, owner: Phrase) -> Identity:
        """ "its people": of the owner's country."""
        owners = self.by_phrase.get(owner.head.i, ())
        if not owners or owners[0].identity.kind not in ("country", "place_authority"):
            return identity
        state = owners[0].identity
        people = identity.name.lower() in ("people", "citizens", "population")
        name = f"{identity.name} of {state.name}" if people else identity.name
        return replace(identity, name=name, country=state.country, sector=identity.sector or ("CVL" if people else None),
                       key=f"{state.country}:{identity.sector or ''}:{identity.name}")  # fmt: skip

    # ---- names
    def named(self, phrase: Phrase, identity: Identity) -> Party:
        party = self.by_key.get(identity.key) or self.by_name.get(normal(self.clauses.text(identity.span)))
        if party is None and identity.key.startswith(("person:", "name:")):
            party = self.same_name(identity)
        party = party or self.announced(phrase, identity)
        if party is None:
            return self.new(identity, phrase)
        if better(identity, party.identity):
            party.identity = merged(party.identity, identity)
        return party

    def announced(self, phrase: Phrase, identity: Identity) -> Party | None:
        """Whom the report first only described: "a Ukrainian journalist", then "Journalist Roman Sushchenko"."""
        if identity.kind != "person" or not identity.role:
            return None
        for party in reversed(self.parties):
            known = party.identity
            near = phrase.head.sentence - party.seen[0] <= REACH
            if near and known.kind == "person" and not known.named and not known.plural and known.role == identity.role:
                if not states_differ(known, identity):
                    return party
        return None

    def surname(self, phrase: Phrase) -> Party | None:
        """A person already named in full, by the surname alone, whatever else the word may mean ("Imam", "Johnson")."""
        words = [word for word in phrase.words if word.lower not in HONORIFICS]
        if len(words) != 1 or not words[0].text[:1].isupper() or words[0].tag not in ("NNP", "NNPS", "NN", "FW"):
            return None
        return next((party for party in reversed(self.parties) if party.identity.kind == "person" and party.identity.named
                     and party.identity.name.endswith(f" {words[0].text}")), None)  # fmt: skip

    def same_name(self, identity: Identity) -> Party | None:
        """An earlier person with this surname, an earlier body with this acronym."""
        for party in reversed(self.parties):
            if not party.identity.named:
                continue
            known = party.identity.name
            short, long = sorted((identity.name, known), key=len)
            if party.identity.kind in ("person", "thing") and identity.kind in ("person", "thing", "place"):
                if f" {long}".endswith(f" {short}") or long.split(" ")[0] == short or f" {short}" in long:
                    return party
            elif short.isupper() and 1 < len(short) <= 6 and initials(long) == short:
                return party
        return None

    # ---- descriptions
    def describing(self, phrase: Phrase, identity: Identity) -> Party:
        """A description: "the minister", "Armenian forces", "a dozen fishermen"."""
        if identity.definite and identity.kind in ("person", "organisation", "group", "thing"):
            earlier = self.earlier(phrase, identity)
            if earlier:
                return earlier
        return self.by_key.get(identity.key) or self.new(identity, phrase)

    def earlier(self, phrase: Phrase, identity: Identity) -> Party | None:
        """Whom a definite description takes up: by office, by kind of body; of several the one most spoken of."""
        fits = same_office if identity.kind == "person" else same_body
        if identity.plural:
            return None
        found = [
            party
            for party in self.parties
            if not states_differ(identity, party.identity) and fits(phrase, identity, party)
        ]
        home = self.country
        return max(found, key=lambda p: (p.identity.country == home, len(p.mentions), p.seen[2])) if found else None

    def counterpart(self, phrase: Phrase, identity: Identity) -> tuple[Party, ...]:
        """ "his Azerbaijani counterpart": the same office in the named country; an apposition may name him."""
        owners = self.by_phrase.get(phrase.owner.head.i, ()) if phrase.owner else ()
        code = self.identifier.country_near(phrase, phrase.words)
        role = owners[0].identity.role if owners else None
        sector = owners[0].identity.sector if owners else None
        named = self.name_beside(phrase)
        if named:
            known = self.identities[named.head.i]
            fuller = replace(
                known, country=known.country or code, role=known.role or role, sector=known.sector or sector
            )
            self.identities[named.head.i] = fuller
            return (self.named(named, fuller),)
        for party in reversed(self.parties):
            known = party.identity
            same = known.country == code if code else known.role == role and role is not None
            if known.kind == "person" and party not in owners and same:
                return (party,)
        after = phrase.owner.reach[1] if phrase.owner else 0
        own = [word for word in phrase.words if word.start >= after]  # "Togolese counterpart"
        described = replace(
            identity, name=text_of(self.text, own), kind="person",
            country=code, sector=sector, role=role, key=f"counterpart:{code}:{role}",
        )  # fmt: skip
        self.identities[phrase.head.i] = described
        return (self.new(described, phrase),)

    def name_beside(self, phrase: Phrase) -> Phrase | None:
        """The person's name that stands in apposition right after (or right before) a description."""
        for other in phrase.appositions:
            if self.identities[other.head.i].kind in ("person", "thing") and self.identities[other.head.i].named:
                return other
        words = self.clauses.doc.words
        after = phrase.words[-1].i + 1
        if after + 1 < len(words) and words[after].text == "," and words[after + 1].sentence == phrase.head.sentence:
            beside = self.clauses.phrase_of(words[after + 1])
            if beside and beside is not phrase and beside.words[0] is words[after + 1] and len(beside.words) >= 2:
                identity = self.identities[beside.head.i]
                if identity.kind in ("person", "thing") and identity.name[:1].isupper() and identity.named:
                    return beside
        if phrase.governor and phrase.role == "apposition":
            identity = self.identities[phrase.governor.head.i]
            return phrase.governor if identity.kind == "person" and identity.named else None
        return None

    def explained_by(self, phrase: Phrase, identity: Identity) -> Party | None:
        """An apposition that describes a named party, or names a described one: both are one."""
        governor = phrase.governor
        if phrase.role != "apposition" or governor is None or governor.head.i not in self.by_phrase:
            return None
        party = self.by_phrase[governor.head.i][0]
        known = party.identity
        if (
            known.kind == identity.kind
            or {known.kind, identity.kind} <= {"organisation", "group"}
            or identity.kind == "thing"
        ):
            if known.named and identity.named and identity.kind == "person" and known.name != identity.name:
                return None
            if identity.kind == "thing" and not (identity.name.isupper() and known.named):
                return None
            party.identity = merged(known, identity) if identity.named and not known.named else merged(identity, known)
            self.by_key[identity.key] = self.by_name[identity.name] = party
            return party
        return None

    # ---- pairs and pronouns
    def is_pair(self, phrase: Phrase) -> bool:
        """ "the two", "the two ministers", "both sides", "the sides"."""
        lowered = [word.lower for word in phrase.words]
        if not {"two", "both"} & set(lowered):
            return lowered == ["the", "sides"]
        others = [
            word for word in phrase.words if word.lower not in ("the", "two", "both", "foreign", "prime", "defence")
        ]
        return not others or (phrase.lemma in self.sides and len(others) == 1)

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
            party = self.recent(phrase, lambda known: known.kind in ("organisation", "country", "place_authority"))
        elif word in PLURAL:
            party = self.recent(
                phrase, lambda known: known.kind in ("group", "organisation", "country") or known.plural, plural=True
            )
        else:
            return ()
        return (party,) if party else ()

    def recent(self, phrase: Phrase, fits: Callable[[Identity], bool], plural: bool = False) -> Party | None:
        """The most prominent fitting party nearby: the latest subject; for a possessive the nearest in its sentence."""
        sentence, owner = phrase.head.sentence, phrase.role == "owner"
        best, best_score = None, -1.0e9
        for party in self.parties:
            gap = sentence - party.seen[0]
            if gap > REACH or not fits(party.identity) or party.seen[2] >= phrase.head.i:
                continue
            nearest = owner and gap == 0 and party.seen[1] > 0
            score = -10.0 * gap + (6 + 0.1 * party.seen[2] if nearest else 3 * party.seen[1] + 0.01 * party.seen[2])
            score += 4 if plural and (party.identity.plural or party.identity.kind == "group") else 0
            if score > best_score:
                best, best_score = party, score
        return best
