"""Known and titled persons -> Identity: the office held at the report's day, former holders, surnames with a title."""

import calendar
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from dragoman.clauses import Phrase
from dragoman.entries import Office, Organisation, Role
from dragoman.record import Span
from dragoman.referents.identity import Identity, holds, is_former, span_of, text_of, words_in
from dragoman.referents.names import normal, surname
from dragoman.referents.titles import Titles
from dragoman.syntax import Word

HEADS = ("president", "prime minister", "chancellor", "king", "emir", "supreme leader", "premier")
STRICT = ("LEG", "MIL", "JUD", "COP")  # sectors of titles that only their holders bear
FORMAL = ("GOV", "LEG", "IGO", "MIL")  # sectors whose former holders are elites
IN_OFFICE = ("GOV", "LEG", "MIL", "JUD", "IGO", "SPY", "COP")  # sectors of offices of states and of bodies of states
When = Literal["past", "now", "to come"]
PRIVATE = ("OPP", "SOC", "NGO", "BUS", "EDU", "REL", "JRN", "LEG", "CRM", "MED")  # what former heads of state do next
WEEKDAYS = frozenset(calendar.day_name)


class Persons(Titles):
    """Reads persons off the phrases of one report."""

    def office_holder(self, phrase: Phrase, words: Sequence[Word], offices: Sequence[Office], span: Span) -> Identity:
        """A known person in the office held at the report's day, else as a former holder."""
        title = self.title_before(words, words_in(words, span))
        stated = self.country_near(phrase, words)
        fitting = [office for office in offices if not stated or office.country == stated] or list(offices)
        chosen, when = self.office_of_day(fitting, title[0] if title else None)
        former = is_former(words) or (when == "past" and chosen.sector in FORMAL)
        sector, role = chosen.sector, title[0] if title else chosen.role
        if title and title[1].sector in STRICT and chosen.sector in PRIVATE and not names_office(title[0], chosen.role):
            sector = title[1].sector  # "Sen. X", known as an activist
        if when == "to come" and not title:
            sector = ""
        spelt = " ".join(self.text[span[0] : span[1]].split())
        return Identity(
            name=spelt if " " in spelt else chosen.name, kind="person", span=span, country=chosen.country or None, named=True, key=f"person:{chosen.name}",
            sector="ELI" if former else sector or None,
            role=None if not title and (not self.day or when == "to come") else f"former {role}" if former and role else role,
            offices=frozenset(office.role for office in fitting),
        )  # fmt: skip

    def office_of_day(self, offices: Sequence[Office], title: str | None) -> tuple[Office, When]:
        """The weightiest office that a person holds on the report's day, of those a title means if it does; else the weightiest
        of the past, else of those to come. A former head of state stays one, whatever he does next but lead a party."""
        current = [office for office in offices if holds(office, self.day)]
        meant = [office for office in current if title and names_office(title, office.role)]
        past = [office for office in offices if self.day and office.until and office.until < self.day]
        led = [office for office in past if office.role in HEADS]
        if current:
            chosen = max(meant or current, key=weight)
            private = chosen.sector in PRIVATE and not title and "leader" not in chosen.role
            return (max(led, key=weight), "past") if led and private else (chosen, "now")
        return (max(past, key=weight), "past") if past else (max(offices, key=weight), "to come" if self.day else "now")

    def named_holder(self, phrase: Phrase, words: Sequence[Word], name: Sequence[Word]) -> Identity | None:
        """The known person of a name after a title, where the parser took the title for the head."""
        hit = self.hits.get(name[0].i)
        offices = [entry for entry in hit.of("office") if isinstance(entry, Office)] if hit else []
        whole = hit is not None and hit.start == name[0].i and hit.end == name[-1].i + 1
        return self.office_holder(phrase, words, offices, span_of(name)) if offices and whole else None

    def titled(
        self, phrase: Phrase, words: Sequence[Word], name: Sequence[Word], title: str, role: Role
    ) -> Identity | None:
        """A title and a name that the lexicons do not know whole."""
        if role.kind == "organisation":
            kind = "organisation"
        elif role.kind == "group" or self.kinds.is_body(text_of(self.text, name)):
            return None
        else:
            kind = "person"
        stated = self.country_near(phrase, words)
        before = max(words.index(name[0]) - len(title.split()), 0)
        stated = stated or self.country_of_place(phrase, words[:before])
        spelt = text_of(self.text, name)
        office = self.by_surname(spelt, title, stated)
        known_as = office.name if office else spelt
        former = is_former(words)
        modifier = self.modifying(words)
        sector = office.sector if office else role.sector or None
        if isinstance(modifier, Organisation) and role.kind == "person" and role.sector in ("", "GOV", "JRN"):
            sector, stated = modifier.sector or sector, stated or modifier.country or None
        return Identity(
            name=known_as, kind=kind, span=span_of(name), named=True,
            country=stated or (office.country or None if office else None), sector="ELI" if former else sector,
            role=("former " if former else "") + title if kind == "person" else None,
            key=f"person:{known_as}",
        )  # fmt: skip

    def by_surname(self, name: str, title: str, country: str | None) -> Office | None:
        """The office holder of the day with this surname and title ("President Obama"); of two of one state ("President Bush")
        what they share, of two of different states none."""
        if " " in name and normal(name) not in self.names.surnames:
            return None
        found = {
            office.name: office
            for office in self.names.surnames.get(surname(name), ())
            if names_office(title, office.role)
            if country in (None, office.country) and (holds(office, self.day) or not self.day)
        }
        shared = {(office.country, office.sector) for office in found.values()}
        first = next(iter(found.values())) if len(shared) == 1 else None
        return replace(first, name=name) if first and len(found) > 1 else first

    def known_surname(self, name: str, country: str | None) -> Office | None:
        """The one office holder of the day with this surname, else the only one ever known by it; of several the one head of state
        or government."""
        if name in WEEKDAYS:
            return None
        offices = [office for office in self.names.surnames.get(name, ()) if country in (None, office.country)]
        current = {office.name: office for office in offices if self.day and holds(office, self.day)}
        ever = {office.name: office for office in offices}
        found = current or ever
        heads = (
            {office.name: office for office in offices if office.name in found and office.role in HEADS}
            if len(found) > 1
            else found
        )
        if not self.day and len({office.country for office in heads.values()}) == 1:
            return max(heads.values(), key=weight)  # of two Assads the later one
        return next(iter(heads.values())) if len(heads) == 1 else None


def weight(office: Office) -> tuple[bool, bool, str]:
    """Heads of state and government before other offices of the state, those before the rest; then the latest."""
    return office.role in HEADS, office.sector in IN_OFFICE, office.since


def names_office(title: str, role: str) -> bool:
    """Does a title mean an office: are the words of one all among those of the other ("minister", "foreign minister")?"""
    return set(title.split()) <= set(role.split()) or set(role.split()) <= set(title.split())
