"""Phrase -> Identity: who a noun phrase names or describes, with country, sector and role at the report's date.

Known names come from the lexicons; titles, offices, peoples and unknown names are read off the phrase itself.
"""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.clauses import Clauses, Phrase
from dragoman.entries import Office, Organisation, People, Role, State
from dragoman.lexicon import Lexicon
from dragoman.record import Span
from dragoman.referents.identity import (
    HONORIFICS,
    NAME_TAGS,
    NEEDS_STATE,
    PLURAL_PRONOUNS,
    PLURAL_TAGS,
    Identity,
    bare,
    counted_words,
    country,
    is_counted,
    is_definite,
    is_former,
    is_joint_body,
    is_time,
    lemma_of_end,
    lower_of,
    not_global,
    seat,
    span_of,
    text_of,
    up_to,
    words_of,
)  # fmt: skip
from dragoman.referents.namekinds import NameKinds
from dragoman.referents.names import Hit, Names
from dragoman.referents.persons import IN_OFFICE, Persons
from dragoman.syntax import Word

STATE_NOUNS = frozenset(("nation", "republic", "kingdom"))  # "the brotherly nation of Azerbaijan"
KIND_BY_ENTITY = {"PERSON": "person", "ORG": "organisation", "NORP": "group", "GPE": "place", "LOC": "place"}

CIVILIANS = ("civilian", "resident", "villager", "family", "bystander", "passer-by", "citizen")  # without a function
FIGURES = ("life", "soul")  # people only where they are counted
LOYAL = frozenset(("loyal", "allied", "faithful", "sympathetic", "opposed", "linked"))
UPROOTED = frozenset(("displaced", "uprooted", "exiled", "stateless"))  # "displaced families"
COMMON_PEOPLE = frozenset(("ordinary", "everyday", "unarmed", "innocent"))  # "ordinary Iranians"
ROUND_NUMBERS = frozenset(
    {
        "ten",
        "tens",
        "dozen",
        "dozens",
        "score",
        "scores",
        "hundred",
        "hundreds",
        "thousand",
        "thousands",
        "million",
        "millions",
    }
)


class Identifier(Persons):
    """Reads identities off the phrases of one report."""

    def __init__(
        self, clauses: Clauses, lexicon: Lexicon, names: Names, kinds: NameKinds, home: str | None = None
    ) -> None:
        super().__init__(clauses, lexicon, names, kinds, home)
        self.authorities = {entry.code for hit in self.hits.values() for entry in hit.of("state")
                            if isinstance(entry, State) and entry.kind == "authority"}  # fmt: skip
        self.partitives = frozenset(lexicon.nouns.get("partitives", ()))
        self.people_words = frozenset(lexicon.nouns.get("persons", ()))
        self.offices = frozenset(lexicon.nouns.get("offices", ()))
        self.documents = frozenset(lexicon.nouns.get("documents", ()))
        self.heads = frozenset(lexicon.nouns.get("heads", ()))
        self.vehicles = frozenset(lexicon.nouns.get("vehicles", ()))
        self.place_words = frozenset(lexicon.nouns.get("places", ()))

    def identify(self, phrase: Phrase) -> Identity:
        """Who or what a phrase is."""
        head = phrase.head
        whole = phrase.link("of")
        if whole is not None and whole.head.pos != "PRON" and (head.lemma in self.partitives or head.pos == "NUM"):
            return self.part_of(phrase, whole)
        if head.pos == "PRON" and head.tag != "NN":
            return Identity(head.lower, "pronoun", (head.start, head.end), plural=head.lower in PLURAL_PRONOUNS)
        if head.lemma in STATE_NOUNS and (named := phrase.link("of")) is not None:
            state = self.identify(named)
            if state.kind == "country":
                return state
        words = bare(phrase.words)
        hit = self.hits.get(head.i)
        if hit:
            known = self.known(phrase, words, hit)
            if known:
                return known
        described = self.described(phrase, words)
        return described or self.unknown(phrase, words)

    def part_of(self, phrase: Phrase, whole: Phrase) -> Identity:
        """ "a group of British lawmakers", "thousands of protesters": the people of whom it is a part or number."""
        people = self.identify(whole)
        if not people.party or (people.kind in ("person", "country") and not people.plural):
            return self.described(phrase, bare(phrase.words)) or self.unknown(phrase, bare(phrase.words))
        if phrase.lemma in ROUND_NUMBERS:
            return replace(people, kind="group", plural=True, counted=True)
        span = (
            min(phrase.words[0].start, whole.words[0].start),
            max(phrase.words[-1].end, whole.words[-1].end),
        )  # "of the ten, two"
        name = " ".join(self.text[slice(*span)].split())
        return replace(people, name=name, kind="group", span=span, plural=True,
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
            states = [entry for entry in hit.of(sort) if isinstance(entry, State)]
            if states and sort == "seat":
                return seat(self.at_date(states), self.text[slice(*span)], span)
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

    def organisation(self, phrase: Phrase, entries: Sequence[Organisation], span: Span) -> Identity:
        joint = is_joint_body(self.text[slice(*span)])
        stated = None if joint else self.country_near(phrase, phrase.words)
        told = phrase.clause is not None and phrase.clause.lemma == "tell" and phrase.role in ("object", "indirect")
        outlets = [entry for entry in entries if entry.sector == "JRN"] if told else []
        chosen, sure = self.choose(outlets or entries, stated)
        if phrase.owner and stated and chosen.country not in ("", stated) and chosen.sector in NEEDS_STATE:
            chosen, sure = (
                replace(chosen, name=self.text[slice(*span)], country=stated),
                True,
            )  # "Chile's Defence Department"
        return Identity(
            name=chosen.name, kind="organisation", span=span,
            country=(chosen.country if sure else None) or stated if not_global(chosen) else None,
            sector=chosen.sector or None, named=True, key=f"organisation:{chosen.name}:{chosen.country}",
        )  # fmt: skip

    def people(self, phrase: Phrase, words: Sequence[Word], hit: Hit) -> Identity | None:
        """ "Palestinians", "the Kurds", a bare "Azeri"."""
        states = [entry for entry in (*hit.of("people"), *hit.of("adjective")) if isinstance(entry, State)]
        tribes = [entry for entry in hit.of("tribe") if isinstance(entry, People)]
        if not (states or tribes) or phrase.head.i >= hit.end:
            return None
        code = self.nation_of(phrase, words, states, tribes)
        plural = phrase.head.tag in PLURAL_TAGS or not hit.of("people")
        kind = "group" if plural else "person"
        named = code or tribes[0].name
        sector = "CVL" if any(word.lower in COMMON_PEOPLE for word in words) else None
        return Identity(
            text_of(self.text, words), kind, span_of(words), code or None, sector, plural=plural, definite=True, counted=is_counted(phrase),
            key=f"people:{named}:{'+'.join(w.lower for w in words[:-1])}",
        )  # fmt: skip

    def nation_of(
        self, phrase: Phrase, words: Sequence[Word], states: Sequence[State], tribes: Sequence[People]
    ) -> str:
        """The state of a people: that in which it is said to live ("Iraqi Kurds", "ethnic Albanians in Macedonia"), else its own."""
        living = self.country_within(words[:-1], phrase.head)
        if living is None and words[0].lower == "ethnic" and (where := phrase.link("in", "of", "from")):
            living = self.country_within(where.words, None)
        return living or (self.at_date(states).code if states else tribes[0].country)

    # ---- descriptions
    def described(self, phrase: Phrase, words: Sequence[Word]) -> Identity | None:
        """A phrase with a role noun: "Indian occupation forces", "his counterpart", "Foreign Minister Qureshi"."""
        name_words = self.name_words(words)
        if self.is_document(name_words):
            return None
        if name_words and len(name_words) < len(words):
            title = self.title_before(words, name_words)
            if title and (holder := self.named_holder(phrase, words, name_words)):
                return holder
            if title:
                return self.titled(phrase, words, name_words, *title)
        found = self.role_at_end(words) or self.role_at_end(up_to(words, phrase.head))
        if (
            phrase.owner is not None
            and phrase.lemma in self.offices
            and (office := self.office_of(phrase, phrase.owner))
        ):
            return office
        if not found or (len(words) > 1 and len(name_words) == len(words) and words[0].entity == "PERSON"):
            return None
        noun, role = found
        named = text_of(self.text, words_of(words, noun)).lower()
        joint = is_joint_body(text_of(self.text, words))
        if long := self.long_office(phrase, words, noun):
            named, role = long
        if itself := self.named_body(words, noun, role):
            return itself
        kind = "group" if role.kind == "person" and phrase.head.tag in PLURAL_TAGS else role.kind
        placeless = (
            joint and role.sector in ("", "MIL")
        ) or role.sector == "IGO"  # "the US-led coalition in Afghanistan", "the UN envoy for Syria"
        own = self.country_within(words, phrase.head)
        place = own if placeless else self.country_near(phrase, words)
        modifier = self.modifying(words)
        sector = role.sector or None
        if isinstance(modifier, Organisation) and (
            sector in (None, "GOV", "UNK", "CVL", "JRN")
            or (role.kind != "organisation" and sector not in ("PTY", "OPP"))
        ):
            sector = modifier.sector or sector
        if isinstance(modifier, Organisation):
            place = place or modifier.country or None
        if body := self.headed(phrase, long is not None):
            sector, place = body.sector, place or body.country
        if not placeless and sector != "IGO":
            place = place or self.country_of_place(phrase, words[: len(words) - noun]) or self.country_of_lord(words)
        elif sector == "IGO" and not own:
            place = None
        if is_former(words) and sector in IN_OFFICE:
            sector = "ELI"
        if sector in (None, "CVL") and UPROOTED & {word.lower for word in words}:
            sector = "REF"
        if authority := self.separatists(words):
            place, sector = authority, "REB" if sector == "MIL" else sector
        return Identity(
            name=text_of(self.text, words), kind=kind, span=span_of(phrase.words),
            country=place, sector=sector, role=named if kind == "person" else None,
            plural=phrase.head.tag in PLURAL_TAGS, definite=is_definite(phrase), counted=is_counted(phrase),
            key=f"{place or ''}:{sector or ''}:{self.plain_words(counted_words(phrase, words))}",
        )  # fmt: skip

    def named_body(self, words: Sequence[Word], noun: int, role: Role) -> Identity | None:
        """A known body before a noun that only says what it is: "the FSB security service", "Reuters news agency"."""
        before = words[len(words) - noun - 1] if noun < len(words) else None
        hit = self.hits.get(before.i) if before is not None else None
        known = self.modifier(self.clauses.doc.words[hit.start]) if hit and role.kind == "organisation" else None
        same = known is not None and known.kind == "organisation" and known.sector == role.sector
        return known if same else None

    def long_office(self, phrase: Phrase, words: Sequence[Word], noun: int) -> tuple[str, Role] | None:
        """An office that goes on with "of": "minister of foreign affairs", "members of parliament"."""
        of = phrase.link("of")
        if of is None:
            return None
        own, rest = words_of(words, noun), lower_of(bare(of.words))
        spelt = (f"{lower_of(own)} of {rest}", f"{lower_of(own)} of the {rest}", f"{lemma_of_end(own)} of {rest}")
        return next(((spelling, self.roles[spelling]) for spelling in spelt if spelling in self.roles), None)

    def headed(self, phrase: Phrase, long: bool) -> Identity | None:
        """The body that a person leads, serves or speaks for, whose function he shares: "the head of the farmers' union"; its owner
        alone of an office that goes on with "of" ("the army's chief of staff")."""
        if phrase.lemma not in self.heads:
            return None
        body = phrase.owner if long else phrase.link("of", "for", "from", "with") or phrase.owner
        if body is None or body.head.pos == "PRON":
            return None
        whole = self.identify(body)
        return whole if whole.sector and whole.kind in ("organisation", "group") else None

    def country_of_lord(self, words: Sequence[Word]) -> str | None:
        """The country of him to whom forces are loyal: "troops loyal to Khalifa Haftar"."""
        last = words[-1]
        if last.lower not in LOYAL:
            return None
        after = self.clauses.doc.words[last.i + 2 : last.i + 3]
        lord = self.clauses.phrase_of(after[0]) if after else None
        return self.identify(lord).country if lord is not None and lord.preposition in ("to", "with") else None

    def office_of(self, phrase: Phrase, owner: Phrase) -> Identity | None:
        """ "the president's office", "Biden's campaign": a body of its owner's country and sector."""
        whose = self.identify(owner)
        if not whose.party:
            return None
        name = text_of(self.text, bare(phrase.words))
        return Identity(
            name, "organisation", span_of(phrase.words), whose.country, whose.sector,
            definite=True, key=f"{whose.key}:{phrase.lemma}",
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

    def unknown(self, phrase: Phrase, words: Sequence[Word]) -> Identity:
        """A name that nobody knows, of the kind that its words and the name finder tell; else a thing."""
        head = phrase.head
        name = self.name_words(words) or (words if head.tag in NAME_TAGS else ())
        if not name:
            return self.plain(phrase, words)
        spelt = text_of(self.text, name)
        entity = next((word.entity for word in reversed(name) if word.entity), "")
        kind = KIND_BY_ENTITY.get(self.kinds.kind(spelt, entity), "thing")
        if spelt.startswith(("Operation ", "Exercise ", "Hurricane ", "Typhoon ", "Cyclone ")) or (
            kind != "person" and self.is_document(name)
        ):
            kind = "thing"
        elif kind == "thing" and spelt.isupper() and spelt.isalpha() and 2 <= len(spelt) <= 6:
            kind = "organisation"
        titled = words[0].lower in HONORIFICS
        kind = "person" if titled else kind
        if kind in ("person", "thing") and " " not in spelt and head.tag in NAME_TAGS:
            office = self.known_surname(spelt, self.country_near(phrase, words))
            if office:
                return self.office_holder(phrase, words, [office], span_of(name))
        stated = (
            self.place_in(name) if kind == "place" else self.country_near(phrase, words) if kind != "thing" else None
        )
        return Identity(
            name=spelt, kind=kind, span=span_of(name), named=kind != "thing", country=stated, plural=kind == "group",
            key=f"{'person' if kind == 'person' else 'name'}:{spelt}",
        )  # fmt: skip

    def is_document(self, name: Sequence[Word]) -> bool:
        """Is it the name of a law or agreement: "Resolution 2328", "the Criminal Code"?"""
        words = [word.lower for word in name if word.pos != "NUM"]
        return bool(words) and words[-1] in self.documents

    def plain(self, phrase: Phrase, words: Sequence[Word]) -> Identity:
        """A common noun that is no role: people as such, a place, or a thing."""
        lemma = phrase.lemma
        people = lemma in self.people_words and (lemma not in FIGURES or is_counted(phrase))
        if people or (phrase.head.pos == "NUM" and is_counted(phrase) and not is_time(phrase)):
            country = self.country_near(phrase, words)
            return Identity(
                text_of(self.text, counted_words(phrase, words)), "group" if phrase.head.tag in PLURAL_TAGS or phrase.head.pos == "NUM" else "person",
                span_of(phrase.words), country, "REF" if UPROOTED & {word.lower for word in words} else "CVL" if lemma in CIVILIANS else None,
                plural=phrase.head.tag in PLURAL_TAGS, definite=is_definite(phrase), counted=is_counted(phrase),
                key=f"{country or ''}::{text_of(self.text, counted_words(phrase, words)).lower()}",
            )  # fmt: skip
        kind = "place" if lemma in self.place_words else "vehicle" if lemma in self.vehicles else "thing"
        where = (
            self.country_near(phrase, words) or self.country_of_place(phrase, words[:-1]) if kind == "place" else None
        )
        return Identity(text_of(self.text, words), kind, span_of(words), where, key=text_of(self.text, words).lower())
