"""Phrase -> Identity: who a noun phrase names or describes, with country, sector and role at the report's date.

Known names come from the lexicons; titles, offices, peoples and unknown names are read off the phrase itself.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.clauses import Clauses, Phrase
from dragoman.lexicon import Lexicon, Office, Organisation, Role, State
from dragoman.record import Span
from dragoman.referents.names import Hit, Names, normal, surname
from dragoman.referents.places import Gazetteer
from dragoman.syntax import Word

ARMED = frozenset(("REB", "MIL", "COP", "UAF", "PRM", "OPP"))  # who stands before a noun as its doer: "rebel attack"
FORMER = frozenset("former ex late deposed ousted retired erstwhile onetime ex-".split())
HONORIFICS = frozenset("mr mr. mrs mrs. ms ms. miss dr dr. sir lord lady".split())
ORIGIN = ("of", "in", "from", "for", "at", "with")
MODIFIED = ("-led", "-backed", "-funded", "-born", "-based", "-controlled", "-held", "-run", "-made", "-supplied", "-allied")
STATE_NOUNS = frozenset(("nation", "republic", "kingdom"))  # "the brotherly nation of Azerbaijan"
PLURAL_TAGS = ("NNS", "NNPS")
NAME_TAGS = ("NNP", "NNPS", "FW")
KIND_BY_ENTITY = {"PERSON": "person", "ORG": "organisation", "NORP": "group", "GPE": "place", "LOC": "place"}


@dataclass(frozen=True, slots=True)
class Identity:
    """What a phrase tells of whom it stands for. `kind` may be "place", "thing" or "pronoun", which are no actors."""

    name: str
    kind: str
    span: Span
    country: str | None = None
    sector: str | None = None
    role: str | None = None
    named: bool = False  # by a proper name
    plural: bool = False
    definite: bool = False
    counted: bool = False  # "101 supporters": new each time
    metonym: bool = False  # a capital or seat for its state
    key: str = ""  # of the lexicon entry, or the description
    offices: frozenset[str] = frozenset()  # roles that a known person has held at any time

    @property
    def party(self) -> bool:
        return self.kind in ("person", "organisation", "group", "country", "place_authority")


class Identifier:
    """Reads identities off the phrases of one report."""

    def __init__(
        self, clauses: Clauses, lexicon: Lexicon, names: Names, gazetteer: Gazetteer, home: str | None = None
    ) -> None:
        self.home, self.gazetteer = home, gazetteer
        self.clauses, self.lexicon, self.names = clauses, lexicon, names
        self.text = clauses.doc.report.text
        self.day = (clauses.doc.report.published or "")[:10]
        words = clauses.doc.words
        self.hits: dict[int, Hit] = {n: hit for hit in names.find(self.text, words) for n in range(hit.start, hit.end)}
        self.authorities = {entry.code for hit in self.hits.values() for entry in hit.of("state")
                            if isinstance(entry, State) and entry.kind == "authority"}  # fmt: skip
        self.roles = lexicon.roles_by_noun
        self.first_names = frozenset(lexicon.nouns.get("first_names", ()))
        self.partitives = frozenset(lexicon.nouns.get("partitives", ()))
        self.people_words = frozenset(lexicon.nouns.get("persons", ()))
        self.vehicles = frozenset(lexicon.nouns.get("vehicles", ()))
        self.place_words = frozenset(lexicon.nouns.get("places", ()))

    def identify(self, phrase: Phrase) -> Identity:
        """Who or what a phrase is."""
        head = phrase.head
        if head.pos == "PRON" and head.tag != "NN":
            return Identity(head.lower, "pronoun", (head.start, head.end), plural=head.lower in PLURAL_PRONOUNS)
        if head.lemma in self.partitives and (whole := phrase.link("of")) is not None:
            return self.part_of(phrase, whole)
        if head.lemma in STATE_NOUNS and (named := phrase.link("of")) is not None:
            state = self.identify(named)
            if state.kind == "country":
                return state
        words = bare(phrase.words)
        hit = self.hits.get(head.i)
        if hit and hit.end <= words[-1].i + 1 or hit and hit.end >= words[-1].i + 1:
            known = self.known(phrase, words, hit)
            if known:
                return known
        described = self.described(phrase, words)
        return described or self.unknown(phrase, words)

    def part_of(self, phrase: Phrase, whole: Phrase) -> Identity:
        """ "a group of British lawmakers", "thousands of protesters": the people of whom it is a part or number."""
        people = self.identify(whole)
        if not people.party or people.kind in ("person", "country") and not people.plural:
            return self.described(phrase, bare(phrase.words)) or self.unknown(phrase, bare(phrase.words))
        name = self.text[phrase.words[0].start : whole.words[-1].end]
        return replace(people, name=" ".join(name.split()), kind="group", span=(phrase.words[0].start, whole.words[-1].end), plural=True,
                       named=False, definite=False, counted=True, key=f"{people.country or ''}:{people.sector or ''}:{name.lower()}")  # fmt: skip

    # ---- known names
    def known(self, phrase: Phrase, words: Sequence[Word], hit: Hit) -> Identity | None:
        """A phrase whose head belongs to a known name."""
        first, last = self.clauses.doc.words[hit.start], self.clauses.doc.words[hit.end - 1]
        span = (first.start, last.end)
        plain = hit.start <= words[0].i
        if self.goes_on(hit, words):
            return None
        if offices := [entry for entry in hit.of("office") if isinstance(entry, Office)]:
            return self.office_holder(phrase, words, offices, span)
        if organisations := [entry for entry in hit.of("organisation") if isinstance(entry, Organisation)]:
            return self.organisation(phrase, organisations, span)
        for sort in ("state", "seat", "capital"):
            states = [entry for entry in hit.of(sort) if isinstance(entry, State)]  # type: ignore[arg-type]
            if states:
                return country(self.at_date(states), span, metonym=sort != "state", whole=plain)
        return self.people(phrase, words, hit)

    def goes_on(self, hit: Hit, words: Sequence[Word]) -> bool:
        """Does the name run on beyond what is known ("Jordan Smith", "Georgia Meloni")?"""
        following = self.clauses.doc.words[hit.end] if hit.end <= words[-1].i else None
        single = hit.end - hit.start == 1
        head = self.clauses.doc.words[hit.start]
        runs_on = following is not None and following.tag in NAME_TAGS and following.start == head.end + 1
        return single and (runs_on or (head.entity == "PERSON" and not head.begins_entity and not hit.of("office")))

    def at_date(self, entries: Sequence[State]) -> State:
        """Of several senses the one that holds at the report's day; existing states before former ones."""
        return min(entries, key=lambda state: (not holds(state, self.day), state.kind == "former"))

    def office_holder(
        self, phrase: Phrase, words: Sequence[Word], offices: Sequence[Office], span: Span
    ) -> Identity:
        """A known person in the office held at the report's day, else as a former holder."""
        title = self.title_before(words, words_in(words, span))
        stated = self.country_near(phrase, words)
        fitting = [office for office in offices if not stated or office.country == stated] or list(offices)
        current = [office for office in fitting if holds(office, self.day)]
        past = [office for office in fitting if self.day and office.until and office.until < self.day]
        chosen = (current or past or fitting)[-1]
        if title and any(title[0] in office.role for office in current):
            chosen = next(office for office in current if title[0] in office.role)
        undated = not self.day and not title
        former = is_former(words) or (not current and bool(past) and chosen.sector in ("GOV", "LEG", "IGO", "MIL"))
        role = title[0] if title else chosen.role
        spelt = " ".join(self.text[span[0] : span[1]].split())
        return Identity(
            name=spelt if " " in spelt else chosen.name, kind="person", span=span, country=chosen.country or None, named=True, key=f"person:{chosen.name}",
            sector="ELI" if former else chosen.sector or None,
            role=None if undated else f"former {role}" if former and role else role,
            offices=frozenset(office.role for office in fitting),
        )  # fmt: skip

    def organisation(self, phrase: Phrase, entries: Sequence[Organisation], span: Span) -> Identity:
        stated = self.country_near(phrase, phrase.words)
        told = phrase.clause is not None and phrase.clause.lemma == "tell" and phrase.role in ("object", "indirect")
        outlets = [entry for entry in entries if entry.sector == "JRN"] if told else []
        chosen, sure = self.choose(outlets or entries, stated)
        return Identity(
            name=chosen.name, kind="organisation", span=span,
            country=(chosen.country if sure else None) or stated if not_global(chosen) else None,
            sector=chosen.sector or None, named=True, key=f"organisation:{chosen.name}:{chosen.country}",
        )  # fmt: skip

    def choose(self, entries: Sequence[Organisation], stated: str | None) -> tuple[Organisation, bool]:
        """Of several bodies of one name that of the stated country, else the one at home; and whether that is sure."""
        held = [entry for entry in entries if holds(entry, self.day)] or list(entries)
        for country in (stated, self.home):
            fitting = [entry for entry in held if entry.country == country and country]
            if fitting:
                return fitting[0], True
        return held[0], len({entry.country for entry in held}) == 1

    def people(self, phrase: Phrase, words: Sequence[Word], hit: Hit) -> Identity | None:
        """ "Palestinians", "the Kurds", a bare "Azeri"."""
        states = [entry for entry in (*hit.of("people"), *hit.of("adjective")) if isinstance(entry, State)]
        if not states or phrase.head.i >= hit.end:
            return None
        plural = phrase.head.tag in PLURAL_TAGS or not hit.of("people")
        return Identity(
            name=text_of(self.text, words), kind="group" if plural else "person", span=span_of(words),
            country=self.at_date(states).code, plural=plural, definite=True, counted=is_counted(phrase),
            key=f"people:{states[0].code}:{'+'.join(w.lower for w in words[:-1])}",
        )  # fmt: skip

    # ---- descriptions
    def described(self, phrase: Phrase, words: Sequence[Word]) -> Identity | None:
        """A phrase with a role noun: "Indian occupation forces", "his counterpart", "Foreign Minister Qureshi"."""
        name_words = self.name_words(words)
        if name_words and len(name_words) < len(words):
            title = self.title_before(words, name_words)
            if title:
                return self.titled(phrase, words, name_words, *title)
        found = self.role_at_end(words)
        if not found or (len(words) > 1 and len(name_words) == len(words) and words[0].entity == "PERSON"):
            return None
        noun, role = found
        if role.kind != "organisation" and phrase.head.tag in PLURAL_TAGS and role.kind == "person":
            kind = "group"
        else:
            kind = role.kind
        place = self.country_near(phrase, words)
        modifier = self.modifying(words)
        sector = role.sector or None
        if isinstance(modifier, Organisation) and (sector in (None, "GOV", "UNK", "CVL", "JRN") or role.kind != "organisation"):
            sector = modifier.sector or sector
        if isinstance(modifier, Organisation):
            place = place or modifier.country or None
        if is_former(words) and sector in ("GOV", "LEG", "MIL", "JUD", "IGO"):
            sector = "ELI"
        if authority := self.separatists(words):
            place, sector = authority, "REB" if sector == "MIL" else sector
        return Identity(
            name=text_of(self.text, words), kind=kind, span=span_of(phrase.words if not is_article(phrase.words[0]) else words),
            country=place, sector=sector, role=text_of(self.text, words_of(words, noun)).lower() if kind == "person" else None,
            plural=phrase.head.tag in PLURAL_TAGS, definite=is_definite(phrase), counted=is_counted(phrase),
            key=f"{place or ''}:{sector or ''}:{self.plain_words(counted_words(phrase, words))}",
        )  # fmt: skip

    def plain_words(self, words: Sequence[Word]) -> str:
        """The words of a description without nationalities: "forces" of "Azeri forces"."""
        kept = [word.lower for word in words if not ((hit := self.hits.get(word.i)) and hit.of("adjective", "state"))]
        return " ".join(kept)

    def separatists(self, words: Sequence[Word]) -> str | None:
        """The one unrecognised authority that the report names, where the words say "ethnic", "separatist", "breakaway"."""
        if not {"ethnic", "separatist", "breakaway", "secessionist"} & {word.lower for word in words}:
            return None
        return next(iter(self.authorities)) if len(self.authorities) == 1 else None

    def titled(
        self, phrase: Phrase, words: Sequence[Word], name: Sequence[Word], title: str, role: Role
    ) -> Identity | None:
        """A title and a name that the lexicons do not know whole."""
        if role.kind == "organisation":
            kind = "organisation"
        elif role.kind == "group":
            return None
        else:
            kind = "person"
        stated = self.country_near(phrase, words)
        spelt = text_of(self.text, name)
        office = self.by_surname(spelt, title, stated)
        former = is_former(words)
        modifier = self.modifying(words)
        sector = office.sector if office else role.sector or None
        if isinstance(modifier, Organisation) and role.kind == "person" and role.sector in ("", "GOV", "JRN"):
            sector, stated = modifier.sector or sector, stated or modifier.country or None
        return Identity(
            name=office.name if office else spelt, kind=kind, span=span_of(name), named=True,
            country=stated or (office.country or None if office else None), sector="ELI" if former else sector,
            role=("former " if former else "") + title if kind == "person" else None,
            key=f"person:{office.name if office else spelt}",
        )  # fmt: skip

    def by_surname(self, name: str, title: str, country: str | None) -> Office | None:
        """The office holder of the day with this surname and title ("President Obama"); none where two fit."""
        if " " in name and normal(name) not in self.names.surnames:
            return None
        found = {
            office.name: office
            for office in self.names.surnames.get(surname(name), ())
            if title in office.role or office.role in title
            if country in (None, office.country) and (holds(office, self.day) or not self.day)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def unknown(self, phrase: Phrase, words: Sequence[Word]) -> Identity:
        """A name that nobody knows, typed by the name finder; else a thing."""
        head = phrase.head
        name = self.name_words(words) or (words if head.tag in NAME_TAGS else ())
        if not name:
            return self.plain(phrase, words)
        spelt = text_of(self.text, name)
        entity = next((word.entity for word in reversed(name) if word.entity), "")
        kind = KIND_BY_ENTITY.get(entity, "thing")
        if spelt.startswith(("Operation ", "Exercise ", "Hurricane ", "Typhoon ", "Cyclone ")):
            kind = "thing"
        elif kind == "thing" and spelt.isupper() and spelt.isalpha() and 2 <= len(spelt) <= 6:
            kind = "organisation"
        if (kind in ("thing", "organisation") or spelt.lower().startswith(("al-", "el-"))) and self.gazetteer.is_place(spelt):
            kind = "place"
        titled = words[0].lower in HONORIFICS
        kind = "person" if titled else kind
        if kind in ("person", "thing") and " " not in spelt and head.tag in NAME_TAGS:
            office = self.known_surname(spelt, self.country_near(phrase, words))
            if office:
                return self.office_holder(phrase, words, [office], span_of(name))
        stated = self.country_near(phrase, words) if kind in ("organisation", "group", "person") else None
        return Identity(
            name=spelt, kind=kind, span=span_of(name), named=kind != "thing", country=stated, plural=kind == "group",
            key=f"{'person' if kind == 'person' else 'name'}:{spelt}",
        )  # fmt: skip

    def known_surname(self, name: str, country: str | None) -> Office | None:
        """The one office holder of the day with this surname, else the only one ever known by it."""
        offices = [office for office in self.names.surnames.get(name, ()) if country in (None, office.country)]
        current = {office.name: office for office in offices if self.day and holds(office, self.day)}
        ever = {office.name: office for office in offices}
        found = current or ever
        return next(iter(found.values())) if len(found) == 1 else None

    def plain(self, phrase: Phrase, words: Sequence[Word]) -> Identity:
        """A common noun that is no role: people as such, a place, or a thing."""
        lemma = phrase.lemma
        if lemma in self.people_words or (phrase.head.pos == "NUM" and is_counted(phrase)):
            country = self.country_near(phrase, words)
            return Identity(
                text_of(self.text, counted_words(phrase, words)), "group" if phrase.head.tag in PLURAL_TAGS or phrase.head.pos == "NUM" else "person",
                span_of(phrase.words), country, "CVL" if lemma in ("civilian", "resident", "villager") else None,
                plural=phrase.head.tag in PLURAL_TAGS, definite=is_definite(phrase), counted=is_counted(phrase),
                key=f"{country or ''}::{text_of(self.text, counted_words(phrase, words)).lower()}",
            )  # fmt: skip
        kind = "place" if lemma in self.place_words else "vehicle" if lemma in self.vehicles else "thing"
        return Identity(text_of(self.text, words), kind, span_of(words), key=text_of(self.text, words).lower())

    # ---- parts of a phrase
    def name_words(self, words: Sequence[Word]) -> tuple[Word, ...]:
        """The run of capitalised name words at the end of a phrase, without known nationalities and titles."""
        first = len(words)
        while first and is_name_part(words[first - 1], first == len(words)):
            first -= 1
        while first < len(words) and (self.is_title_part(words, first) or words[first].lower in HONORIFICS):
            first += 1
        while first < len(words) and words[first].pos == "PUNCT":
            first += 1
        return tuple(words[first:])

    def is_title_part(self, words: Sequence[Word], n: int) -> bool:
        """Is a capitalised word part of a title, or a nationality, rather than of the name after it?"""
        hit = self.hits.get(words[n].i)
        if hit and hit.of("adjective") and n + 1 < len(words):
            return True
        if hit and hit.of("organisation", "state") and hit.end <= words[-1].i:
            return True
        if words[n].entity == "PERSON" and words[n].lower in self.first_names:
            return False
        return any(
            start <= n < end
            for end in range(n + 1, len(words))
            for start in range(max(0, end - 6), n + 1)
            if lower_of(words[start:end]) in self.roles
        )

    def title_before(self, words: Sequence[Word], name: Sequence[Word]) -> tuple[str, Role] | None:
        """The longest role that ends right before a name: "deputy foreign minister"."""
        if not name:
            return None
        end = next((n for n, word in enumerate(words) if word is name[0]), 0)
        while end and words[end - 1].pos == "PUNCT":
            end -= 1
        return next(
            (
                (spelt, self.roles[spelt])
                for start in range(max(0, end - 6), end)
                if (spelt := lower_of(words[start:end])) in self.roles
            ),
            None,
        )

    def role_at_end(self, words: Sequence[Word]) -> tuple[int, Role] | None:
        """The longest role noun that the phrase ends with, and how many words it takes."""
        for start in range(max(0, len(words) - 6), len(words)):
            role = self.roles.get(lower_of(words[start:])) or self.roles.get(lemma_of_end(words[start:]))
            if role:
                return len(words) - start, role
        return None

    def modifying(self, words: Sequence[Word]) -> Organisation | State | None:
        """A known organisation before the head: "UN" of "UN officials"."""
        for word in words[:-1]:
            hit = self.hits.get(word.i)
            if hit and hit.end <= words[-1].i:
                found = [entry for entry in hit.of("organisation") if isinstance(entry, Organisation)]
                if found and not hit.of("state", "adjective"):
                    chosen, sure = self.choose(found, None)
                    return chosen if sure else replace(chosen, country="")
        return None

    def modifiers(self, phrase: Phrase) -> list[tuple[Word, Identity]]:
        """Who stands before a noun as adjective or noun: "Israeli", "rebel", "Hamas"; with the word that tells."""
        found: list[tuple[Word, Identity]] = []
        for word in phrase.words:
            if word is phrase.head or (phrase.owner and word.start < phrase.owner.reach[1]):
                continue
            identity = self.modifier(word)
            if identity:
                found.append((word, identity))
        return found

    def modifier(self, word: Word) -> Identity | None:
        span = (word.start, word.end)
        hit = self.hits.get(word.i)
        if hit and hit.start == word.i and not self.text[hit_end(self, hit) :].lower().startswith(MODIFIED):
            span = (word.start, hit_end(self, hit))
            if organisations := [entry for entry in hit.of("organisation") if isinstance(entry, Organisation)]:
                chosen, sure = self.choose(organisations, None)
                return Identity(
                    chosen.name, "organisation", span, chosen.country or None if sure else None, chosen.sector or None, named=True,
                    key=f"organisation:{chosen.name}:{chosen.country}",
                )  # fmt: skip
            states = [entry for sort, entry in hit.senses if isinstance(entry, State) and sort != "capital"]
            return country(self.at_date(states), span, metonym=False, whole=True) if states else None
        role = self.roles.get(word.lower)
        if role and role.sector in ARMED and role.office != "yes" and word.pos == "NOUN":
            return Identity(word.lower, "group", span, None, role.sector, plural=True, key=f":{role.sector}:{word.lower}s")
        return None

    def country_near(self, phrase: Phrase, words: Sequence[Word]) -> str | None:
        """The country that modifiers, possessors or "of" phrases give."""
        found = self.country_within(words, phrase.head)
        if found:
            return found
        spread = phrase.link("from") is not None and phrase.link("to") is not None  # "from Australia to India"
        for link in phrase.links:
            if link.preposition in ORIGIN and not spread:
                found = self.country_within(link.words, None)
                if found:
                    return found
        return None

    def country_within(self, words: Sequence[Word], head: Word | None) -> str | None:
        for word in words:
            hit = self.hits.get(word.i)
            if not hit or (head is not None and hit.start <= head.i < hit.end):
                continue
            follower = self.text[word.end : word.end + 12].lower()
            before = self.text[max(0, word.start - 5) : word.start].lower()
            if follower.startswith(MODIFIED) or before.endswith(("pro-", "anti-", "ex-")):
                continue
            states = [entry for sort, entry in hit.senses if sort != "organisation" and isinstance(entry, State)]
            if states:
                return self.at_date(states).code
        return None


PLURAL_PRONOUNS = frozenset("they them their theirs themselves we us our ours ourselves both these those".split())
DETERMINERS = frozenset("the a an this that these those some any many several few more most all both no other another".split())


def bare(words: Sequence[Word]) -> Sequence[Word]:
    """The words of a phrase without articles, numbers and marks before them."""
    first = 0
    while first < len(words) - 1 and (
        words[first].pos in ("DET", "NUM", "PUNCT", "ADP") or words[first].lower in DETERMINERS or words[first].tag in ("PRP$", "WP$")
        or words[first].dep in ("advmod", "fixed")
    ):  # fmt: skip
        first += 1
    return words[first:]


def counted_words(phrase: Phrase, words: Sequence[Word]) -> Sequence[Word]:
    """The words of a description with its number, without its article."""
    if not is_counted(phrase):
        return words
    first = 0
    while first < len(phrase.words) - 1 and (phrase.words[first].pos == "DET" or phrase.words[first].tag == "PRP$"):
        first += 1
    return phrase.words[first:]


def is_name_part(word: Word, last: bool) -> bool:
    if word.pos == "PUNCT":
        return not last and word.text in "-'’"
    return word.text[:1].isupper() and (word.tag in NAME_TAGS or word.pos in ("PROPN", "X") or (not last and word.pos == "ADJ")) or (
        not last and word.lower in ("al", "bin", "bint", "ibn", "ben", "de", "da", "del", "van", "von", "el", "la", "un")
    )


def is_former(words: Sequence[Word]) -> bool:
    return any(word.lower in FORMER or word.lower.startswith("ex-") for word in words)


def is_article(word: Word) -> bool:
    return word.pos == "DET" and word.lower in ("the", "a", "an")


def is_definite(phrase: Phrase) -> bool:
    first = phrase.words[0].lower
    return first in ("the", "this", "that", "these", "those", "both") or phrase.words[0].tag == "PRP$"


def is_counted(phrase: Phrase) -> bool:
    return any(word.pos == "NUM" or word.lower in ("dozens", "scores", "hundreds", "thousands") for word in phrase.words)


def lower_of(words: Sequence[Word]) -> str:
    return " ".join(word.lower for word in words if word.pos != "PUNCT")


def lemma_of_end(words: Sequence[Word]) -> str:
    """The words with the last one in its dictionary form: "navy commandos" is "navy commando"."""
    return " ".join([*(word.lower for word in words[:-1]), words[-1].lemma])


def span_of(words: Sequence[Word]) -> Span:
    return words[0].start, words[-1].end


def text_of(text: str, words: Sequence[Word]) -> str:
    return " ".join(text[words[0].start : words[-1].end].split())


def words_in(words: Sequence[Word], span: Span) -> tuple[Word, ...]:
    return tuple(word for word in words if span[0] <= word.start and word.end <= span[1])


def words_of(words: Sequence[Word], count: int) -> Sequence[Word]:
    return words[len(words) - count :]


def holds(entry: State | Office | Organisation, day: str) -> bool:
    """Does the entry hold on a day? Bounds cut to a month or year count whole; without a day what has not ended holds."""
    if not day:
        return not entry.until
    since, until = entry.since, entry.until
    return (not since or since[: len(day)] <= day[: len(since)]) and (not until or day[: len(until)] <= until)


def hit_end(identifier: Identifier, hit: Hit) -> int:
    return identifier.clauses.doc.words[hit.end - 1].end


def not_global(entry: Organisation) -> bool:
    return entry.sector not in ("IGO",)


def country(state: State, span: Span, *, metonym: bool, whole: bool) -> Identity:
    kind = "place_authority" if state.kind == "authority" else "country"
    return Identity(
        state.name, kind if whole else "place", span, state.code, named=True, metonym=metonym, key=f"country:{state.code}"
    )


def with_country(identity: Identity, code: str | None) -> Identity:
    return replace(identity, country=code)


def published_day(published: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(published[:10]) if published else None
