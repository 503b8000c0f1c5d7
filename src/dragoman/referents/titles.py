"""The parts of a noun phrase: name, title, nationality, the body or people before its noun."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.clauses import Clauses, Phrase
from dragoman.entries import Organisation, People, Role, State
from dragoman.lexicon import Lexicon
from dragoman.record import Span
from dragoman.referents.identity import (
    FORMER,
    HONORIFICS,
    NAME_TAGS,
    Identity,
    country,
    holds,
    is_name_part,
    lemma_of_end,
    lower_of,
    text_of,
)  # fmt: skip
from dragoman.referents.namekinds import NameKinds
from dragoman.referents.names import Hit, Names
from dragoman.syntax import Word

ARMED = frozenset(("REB", "MIL", "COP", "UAF", "PRM", "OPP"))  # who stands before a noun as its doer: "rebel attack"
ORIGIN = ("of", "in", "from", "for", "at", "with")
MODIFIED = (
    "-led",
    "-backed",
    "-funded",
    "-born",
    "-based",
    "-controlled",
    "-held",
    "-run",
    "-made",
    "-supplied",
    "-allied",
)


class Titles:
    """Reads the parts of noun phrases of one report."""

    def __init__(self, clauses: Clauses, lexicon: Lexicon, names: Names, kinds: NameKinds, home: str | None) -> None:
        self.clauses, self.lexicon, self.names, self.kinds, self.home = clauses, lexicon, names, kinds, home
        self.text = clauses.doc.text
        self.day = (clauses.doc.report.published or "")[:10]
        words = clauses.doc.words
        self.hits: dict[int, Hit] = {n: hit for hit in names.find(self.text, words) for n in range(hit.start, hit.end)}
        self.roles = lexicon.roles_by_noun
        self.first_names = frozenset(lexicon.nouns.get("first_names", ()))

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
            return self.kinds.gazetteer.lookup(text_of(self.text, words[n:])) is None  # "British Columbia"
        if hit and hit.of("organisation", "state") and hit.end <= words[-1].i:
            return True
        if words[n].lower in FORMER and n + 1 < len(words):
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

    def nations(self, phrase: Phrase) -> list[tuple[str, Span]]:
        """The nations joined before a noun ("Israeli and Egyptian officials"): code and span; none where it is but one."""
        found: list[tuple[str, Span]] = []
        for hit in dict.fromkeys(
            self.hits[word.i] for word in phrase.words if word.i in self.hits and word is not phrase.head
        ):
            states = [entry for entry in hit.of("adjective") if isinstance(entry, State)]
            start = self.clauses.doc.words[hit.start].start
            if not states or (
                found and self.text[found[-1][1][1] : start].strip(" ,") not in ("", "and", "or", "and the")
            ):
                continue
            found.append((self.at_date(states).code, (start, self.hit_end(hit))))
        return found if len({code for code, _ in found}) > 1 else []

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
        if hit and hit.start == word.i and not self.text[self.hit_end(hit) :].lower().startswith(MODIFIED):
            span = (word.start, self.hit_end(hit))
            if organisations := [entry for entry in hit.of("organisation") if isinstance(entry, Organisation)]:
                chosen, sure = self.choose(organisations, None)
                return Identity(
                    chosen.name, "organisation", span, chosen.country or None if sure else None, chosen.sector or None, named=True,
                    key=f"organisation:{chosen.name}:{chosen.country}",
                )  # fmt: skip
            tribes = [entry for entry in hit.of("tribe") if isinstance(entry, People)]
            if tribes:
                code = tribes[0].country or None
                return Identity(
                    tribes[0].name, "group", span, code, plural=True, key=f"people:{code or tribes[0].name}:"
                )
            states = [entry for sort, entry in hit.senses if isinstance(entry, State) and sort != "capital"]
            return country(self.at_date(states), span, metonym=False, whole=True) if states else None
        role = self.roles.get(word.lower)
        if role and role.sector in ARMED and role.office != "yes" and word.pos == "NOUN":
            return Identity(
                word.lower, "group", span, None, role.sector, plural=True, key=f":{role.sector}:{word.lower}s"
            )
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

    def country_of_place(self, phrase: Phrase, before: Sequence[Word]) -> str | None:
        """The country of a town or region before a role noun or after it: "Mosul residents", "the mayor of Aleppo"."""
        own = [word for word in before if word.i not in self.hits]
        after = [link.words for link in phrase.links if link.preposition in ORIGIN]
        return next((code for words in (own, *after) if (code := self.place_in(words))), None)

    def place_in(self, words: Sequence[Word]) -> str | None:
        """The country of the place that the names among some words name."""
        names = [word for word in words if word.tag in NAME_TAGS or (word.tag == "NN" and word.text.istitle())]
        if not names or names[-1].i - names[0].i >= len(names):
            return None
        place = self.kinds.gazetteer.lookup(text_of(self.text, names), (self.home,) if self.home else ())
        return place.country if place else None

    def country_within(self, words: Sequence[Word], head: Word | None) -> str | None:
        for word in words:
            hit = self.hits.get(word.i)
            if not hit or (head is not None and hit.start <= head.i < hit.end):
                continue
            follower = self.text[word.end : word.end + 12].lower()
            before = self.text[max(0, word.start - 5) : word.start].lower()
            if (follower.startswith(MODIFIED) and not follower.startswith("-based")) or before.endswith(
                ("pro-", "anti-", "ex-")
            ):
                continue
            states = [entry for sort, entry in hit.senses if sort != "organisation" and isinstance(entry, State)]
            home = next((entry.country for entry in hit.of("tribe") if isinstance(entry, People)), "")
            if states and (not home or any(holds(state, self.day) for state in states)):
                return self.at_date(states).code
            if home:
                return home
        return None

    def at_date(self, entries: Sequence[State]) -> State:
        """Of several senses the one that holds at the report's day; existing states before former ones."""
        return min(entries, key=lambda state: (not holds(state, self.day), state.kind == "former"))

    def choose(self, entries: Sequence[Organisation], stated: str | None) -> tuple[Organisation, bool]:
        """Of several bodies of one name that of the stated country, else the one at home; and whether that is sure."""
        held = [entry for entry in entries if holds(entry, self.day)] or list(entries)
        for code in (stated, self.home):
            fitting = [entry for entry in held if entry.country == code and code]
            if fitting:
                return fitting[0], True
        return held[0], len({entry.country for entry in held}) == 1

    def hit_end(self, hit: Hit) -> int:
        return self.clauses.doc.words[hit.end - 1].end
