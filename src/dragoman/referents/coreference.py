"""Phrases -> Referents: one actor for everything that means it: full name, surname, title, description, pronoun."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from dragoman.clauses import Clauses, Phrase
from dragoman.lexicon import Lexicon
from dragoman.record import Span
from dragoman.referents.actors import Identifier
from dragoman.referents.identity import HONORIFICS, NEEDS_STATE, Identity, is_joint_body, text_of, with_country
from dragoman.referents.namekinds import NameKinds
from dragoman.referents.names import LONGEST_ACRONYM, Names, normal
from dragoman.referents.parties import (
    Party,
    Referents,
    better,
    initials,
    is_unsettled,
    merged,
    prominence_of,
    same_body,
    same_office,
    states_differ,
)  # fmt: skip
from dragoman.referents.pronouns import REACH, Pronouns

DOMESTIC = 0.85  # share of the names


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
    resolver.take_first_persons(lexicon.speech_verbs)
    everybody = [*identities.values(), *(party.identity for party in resolver.parties)]
    if country and is_domestic(everybody, country):
        resolver.settle(country)
    return Referents(tuple(resolver.parties), resolver.by_phrase, identities, resolver.by_modifier, country)


def main_country(identities: Iterable[Identity]) -> str | None:
    """The country that the report names most; its officials count twice."""
    counted: Counter[str] = Counter()
    for identity in identities:
        if identity.country:
            counted[identity.country] += 2 if identity.sector in NEEDS_STATE else 1
    return counted.most_common(1)[0][0] if counted else None


def is_domestic(identities: Iterable[Identity], country: str) -> bool:
    """Does nearly everybody and everything that the report names belong to one state? The press does not count."""
    named = [identity.country for identity in identities if identity.country and identity.sector != "JRN"]
    return named.count(country) >= DOMESTIC * len(named)


OWNED = ("group", "person", "organisation")


class Resolver(Pronouns):
    """Goes through the phrases in order and gives each its parties."""

    def __init__(
        self, clauses: Clauses, lexicon: Lexicon, identifier: Identifier, identities: dict[int, Identity],
        country: str | None,
    ) -> None:  # fmt: skip
        super().__init__(clauses, lexicon)
        self.identities, self.country = identities, country
        self.identifier, self.text = identifier, clauses.doc.text
        self.counterparts = frozenset(lexicon.nouns.get("counterparts", ()))
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
            if not party.mentions or known.kind == "organisation":
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
        if both := self.colleagues(phrase):
            return both
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
        found = self.named(phrase, identity) if identity.named else self.describing(phrase, identity)
        return (found, *self.others_of_part(phrase, identity))

    def others_of_part(self, phrase: Phrase, identity: Identity) -> tuple[Party, ...]:
        """ "Policemen" of "scores of soldiers and policemen": those who share the number."""
        whole = phrase.link("of") if identity.party and identity.counted else None
        if whole is None or not identity.span[0] <= whole.head.start < identity.span[1]:
            return ()
        others = [(other, self.identities[other.head.i]) for other in whole.conjuncts]
        return tuple(self.describing(other, known) for other, known in others if known.party and not known.named)

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
        if identity.country is None and phrase is not None and phrase.owner and identity.kind in OWNED:
            identity = self.owned(identity, phrase.owner)
        if identity.country is None and identity.sector in NEEDS_STATE and not is_joint_body(identity.name):
            identity = with_country(identity, self.state_of(phrase) if phrase and identity.named else self.country)
        return self.add(identity)

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
        state = owners[0].identity if owners else None
        if state is None or state.country is None:
            return identity
        if state.kind not in ("country", "place_authority"):
            return with_country(identity, state.country) if state.sector == "GOV" else identity
        people = identity.name.lower() in ("people", "citizens", "population")
        name = f"{identity.name} of {state.name}" if people else identity.name
        return replace(identity, name=name, country=state.country, sector=identity.sector or ("CVL" if people else None),
                       key=f"{state.country}:{identity.sector or ''}:{identity.name}")  # fmt: skip

    def settle(self, country: str) -> None:
        """Give the people and bodies of a report about one state that state: "protesters", "witnesses", "state media"."""
        for party in filter(is_unsettled, self.parties):
            party.identity = with_country(party.identity, country)

    # ---- names
    def named(self, phrase: Phrase, identity: Identity) -> Party:
        party = self.abbreviated(identity) or self.by_key.get(identity.key)
        party = party or self.by_name.get(normal(self.clauses.text(identity.span)))
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
        if not words or not all(w.text[:1].isupper() and w.tag in ("NNP", "NNPS", "NN", "FW") for w in words):
            return None
        end = f" {text_of(self.text, words)}"
        return next((party for party in reversed(self.parties) if party.identity.kind == "person" and party.identity.named
                     and party.identity.name.endswith(end)), None)  # fmt: skip

    def abbreviated(self, identity: Identity) -> Party | None:
        """The body, named before in full, that capitals abbreviate, whatever else they may mean ("FO" after "Foreign Office")."""
        spelt = self.clauses.text(identity.span)
        if identity.kind != "organisation" or not spelt.isupper() or not 2 <= len(spelt) <= LONGEST_ACRONYM:
            return None
        bodies = (party for party in reversed(self.parties) if party.identity.kind == "organisation")
        return next((party for party in bodies if spelt in map(initials, self.spellings(party))), None)

    def spellings(self, party: Party) -> set[str]:
        """What the report has called a party."""
        return {party.identity.name, *(self.clauses.text(span) for span in party.mentions)}

    def same_name(self, identity: Identity) -> Party | None:
        """An earlier person with this surname, an earlier body with this acronym."""
        for party in reversed(self.parties):
            if not party.identity.named:
                continue
            known = party.identity.name
            short, long = sorted((identity.name, known), key=len)
            if party.identity.kind in ("person", "thing") and identity.kind in ("person", "thing", "place"):
                if " " in short and long.startswith(f"{short} "):
                    return party
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
