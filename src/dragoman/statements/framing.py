"""Readings in their report: did it happen, is it news, when and where; `voices` tells by whose account."""

import datetime
from collections.abc import Iterator, Sequence

from dragoman.clauses import Clause, Clauses, Phrase
from dragoman.lexicon import Lexicon
from dragoman.record import Interval, Place, Realis, Span, Timing
from dragoman.referents.dates import DateWords, resolve_date
from dragoman.referents.parties import LOCATIVE, Party, Referents
from dragoman.referents.places import Gazetteer
from dragoman.statements.readings import Reading, content_head
from dragoman.statements.voices import Voices
from dragoman.syntax import Word

NEWS_DAYS = 14  # what lies further back than this is background
CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
UNCERTAIN = frozenset({"could", "may", "might", "would", "should", "can", "must", "ought"})
DOUBTFUL = frozenset({"possible", "potential", "suspected", "feared", "hypothetical", "imminent", "attempted"})
COMING = frozenset({"planned", "upcoming", "forthcoming", "proposed", "scheduled", "next", "future"})
WHERE = LOCATIVE - {"to", "from", "on", "off", "into"} | {
    "beside",
    "through",
    "outside of",
    "north of",
    "south of",
    "east of",
    "west of",
}
TOWARD = ("against", "with", "toward", "towards", "by", "for", "to")  # a march "against the United States" is not there
EXACT = {"point": 0, "place": 0, "region": 1, "country": 2}


class Framing:
    """Answers the questions of framing for the readings of one report."""

    def __init__(
        self, clauses: Clauses, referents: Referents, readings: Sequence[Reading], lexicon: Lexicon,
        gazetteer: Gazetteer, dates: Sequence[DateWords],
    ) -> None:  # fmt: skip
        self.clauses, self.referents, self.lexicon, self.gazetteer = clauses, referents, lexicon, gazetteer
        self.published = clauses.doc.report.published
        self.words = clauses.doc.words
        self.framing = {key: frozenset(words) for key, words in lexicon.framing.items()}
        self.dates = self.place_dates(dates)
        self.contents = {
            head.i: r for r in readings if (head := content_head(r)) and r.frame.list in ("events", "positions")
        }
        self.voices = Voices(clauses, referents, readings, lexicon, self.contents)

    # ---- did it happen
    def realis(self, reading: Reading) -> Realis | None:
        """Actual, planned or hypothetical; None for what is negated or is the content of a demand."""
        if reading.frame.realis:
            return reading.frame.realis
        verdicts = list(self.verdicts(reading))
        if "none" in verdicts:
            return None
        if "hypothetical" in verdicts:
            return "hypothetical"
        return "planned" if "planned" in verdicts else "actual"

    def by_accident(self, reading: Reading) -> bool:
        """ "Ten were killed when a bus overturned": violence without a doer that an accident of a vehicle or building explains."""
        clause = reading.clause
        if reading.frame.type != "ASSAULT" or clause is None or clause.agents or not clause.passive:
            return False
        return any(self.is_mishap(other) for other in clause.clauses if other.link in ("adverbial", "participle"))

    def is_mishap(self, clause: Clause) -> bool:
        struck = {phrase.lemma for phrase in (*clause.patients, *clause.obliques)}
        things = {phrase.lemma for phrase in (*clause.agents, *clause.patients)}
        return (
            clause.lemma in self.framing["mishap" if clause.passive else "collision"] | self.framing["mishap"]
            and not things.isdisjoint(self.lexicon.nouns["breakables"])
            and struck.isdisjoint(self.lexicon.nouns["weapons"])
        )

    def verdicts(self, reading: Reading) -> Iterator[str]:
        """What the words on the way up from the trigger say about its reality."""
        if reading.phrase is not None:
            lowered = {word.lower for word in reading.phrase.words}
            yield from (["hypothetical"] if lowered & DOUBTFUL else ["planned"] if lowered & COMING else [])
            yield from (["none"] if "no" in lowered else [])
        clause = reading.clause
        own = reading.phrase is None
        while clause is not None:
            yield from self.clause_verdicts(clause, own, declined=own and reading.declined)
            if clause.link in ("relative", "root", "aside"):
                break
            clause, own = clause.parent, False
        yield from self.content_verdicts(reading)

    def clause_verdicts(self, clause: Clause, own: bool, *, declined: bool) -> Iterator[str]:
        speaking = clause.predicate.i in self.voices.speeches
        if clause.marker in CONDITIONS:
            yield "hypothetical"
        if declined:
            return
        if clause.negated and (own or not speaking):
            yield "none"
        if set(clause.modals) & UNCERTAIN and not speaking:
            yield "hypothetical"
        if clause.tense == "future" and not speaking:
            yield "planned"
        parent = clause.parent
        if parent is not None and clause.tense == "none" and clause.marker == "to" and clause.link != "participle":
            yield self.infinitive(clause, parent)

    def infinitive(self, clause: Clause, parent: Clause) -> str:
        """What the governing verb makes of an infinitive."""
        expression = {parent.lemma, f"{parent.lemma} to", f"be {parent.predicate.lower} to", parent.predicate.lower}
        for verdict in ("planned", "hypothetical", "negative", "phase"):
            if expression & self.framing.get(verdict, frozenset()):
                return {"negative": "none", "phase": "actual"}.get(verdict, verdict)
        if parent.predicate.i in self.contents or clause.predicate.i in self.contents:
            return "actual"  # left to the frame that takes it as its content
        return "hypothetical" if clause.link == "adverbial" else "planned"

    def content_verdicts(self, reading: Reading) -> Iterator[str]:
        """What frames above make of their content: agreed is planned, demanded is not coded."""
        word: Word | None = reading.word
        while word is not None:
            above = self.contents.get(word.i)
            if above is not None and above is not reading and above.word is not reading.word:
                yield above.frame.content if above.frame.list == "events" else self.wished(above)
            word = word.head

    def invited(self, reading: Reading) -> tuple[Party, ...]:
        """Who does what an invitation or promise to somebody holds: "his invitation to Bayramov to visit"."""
        above = self.contents.get(reading.word.i)
        if above is None or above.frame.content != "hypothetical" or above.frame.type != "AGREE":
            return ()
        return tuple(party for phrase in above.slot("B") for party in self.referents.of(phrase) if party.identity.party)

    @staticmethod
    def wished(position: Reading) -> str:
        """What somebody believes in, hopes for or opposes is no act of its own; what he is concerned about may be one."""
        open_act = isinstance(position.content, Clause) and position.frame.stance != "concerned"
        return "none" if open_act else "actual"

    # ---- when
    def place_dates(self, dates: Sequence[DateWords]) -> dict[int, list[tuple[Word, DateWords]]]:
        """Dates by the clause in which they stand."""
        found: dict[int, list[tuple[Word, DateWords]]] = {}
        at = {word.start: word for word in self.words}
        for date in dates:
            word = next((at[n] for n in range(date.span[0], date.span[1]) if n in at), None)
            clause = self.clauses.clause_of(word) if word else None
            if word is not None and clause is not None:
                found.setdefault(clause.predicate.i, []).append((word, date))
        return found

    def when(self, reading: Reading) -> Interval | None:
        """The date that governs the trigger: in its own phrase, its clause, or one that it shares its time with."""
        clause = reading.clause
        if clause is None:
            return None
        if reading.phrase is not None and (own := self.date_within(clause, reading.phrase.reach)):
            return self.resolve(own, clause)
        while clause is not None:
            if found := self.dates.get(clause.predicate.i):
                _word, date = min(found, key=lambda item: abs(item[0].i - reading.word.i))
                return self.resolve(date, clause)
            parent = clause.parent
            together = clause.link == "adverbial" and clause.marker in ("when", "as", "while")
            shares = (
                together
                or clause.link in ("coordinate", "participle")
                or (clause.link != "relative" and clause.tense == "none")
            )
            if parent is None or parent.sentence != clause.sentence or not shares:
                return None
            if parent.predicate.i in self.voices.speeches and clause.link != "coordinate":
                return None
            clause = parent
        return None

    def spoken_dates(self) -> list[tuple[int, Interval]]:
        """The recent days on which somebody speaks, with the word of saying."""
        found = []
        for speech in self.voices.speeches.values():
            for _, date in self.dates.get(speech.clause.predicate.i, ())[:1]:
                interval = self.resolve(date, speech.clause)
                if interval.start and interval.start == interval.end and self.is_recent(interval.start):
                    found.append((speech.clause.predicate.i, interval))
        return sorted(found, key=lambda item: item[0])

    def is_recent(self, day: str) -> bool:
        if not self.published:
            return True
        published = datetime.date.fromisoformat(self.published[:10])
        return datetime.date.fromisoformat(day) >= published - datetime.timedelta(days=NEWS_DAYS)

    def date_within(self, clause: Clause, span: Span) -> DateWords | None:
        inside = [d for _, d in self.dates.get(clause.predicate.i, ()) if span[0] <= d.span[0] and d.span[1] <= span[1]]
        return inside[0] if inside else None

    def resolve(self, date: DateWords, clause: Clause) -> Interval:
        return resolve_date(date, self.published, clause.tense)

    def timing(self, reading: Reading, date: Interval | None) -> Timing:
        """Background: older than two weeks before the report, or an undated series told in passing."""
        last = date and (date.end or date.start)
        if last and self.published:
            return "current" if self.is_recent(last) else "background"
        clause = reading.clause
        passing = clause is not None and clause.link == "relative" and clause.perfect
        return "background" if passing else "current"

    # ---- where
    def where(self, reading: Reading) -> Place | None:
        """The place that governs the trigger: after its noun, in its clause, or in the clause above; the most exact one."""
        if reading.phrase is not None and (place := self.most_exact(reading.phrase.links, reading)):
            return place
        clause = reading.clause
        while clause is not None:
            around = [p for phrase in clause.obliques for p in (phrase, *phrase.links, *phrase.appositions)]
            if place := self.most_exact(around, reading):
                return place
            if clause.link in ("root", "relative", "aside") or (
                clause.parent and clause.parent.predicate.i in self.voices.speeches
            ):
                break
            clause = clause.parent
        for phrase in (*reading.slot("P"), *reading.slot("B")):
            there = phrase.preposition not in TOWARD or reading.frame.type in ("ASSAULT", "COERCE")
            if there and "place" in self.referents.kinds(phrase) and (place := self.place_of(phrase, strict=False)):
                return place
        return None

    def most_exact(self, phrases: Sequence[Phrase], reading: Reading) -> Place | None:
        """Of the places among phrases the most exact, then the nearest to the trigger."""
        found = [(EXACT.get(place.precision or "country", 3), abs(phrase.head.i - reading.word.i), place)
                 for phrase in phrases if (place := self.place_of(phrase, strict=True))]  # fmt: skip
        return min(found, key=lambda item: item[:2])[2] if found else None

    def place_of(self, phrase: Phrase, *, strict: bool) -> Place | None:
        """The place that a phrase names; strictly only after a preposition of place."""
        if strict and phrase.preposition not in WHERE:
            return None
        if phrase.head.pos not in ("PROPN", "NOUN"):
            return None
        country = self.referents.identity(phrase).country or self.referents.country
        spans = [self.place_span(phrase)]
        if phrase.conjuncts:  # "Jammu and Kashmir"
            spans.insert(0, (spans[0][0], phrase.conjuncts[-1].span[1]))
        for span in spans:
            text = self.clauses.text(span)
            found = self.gazetteer.lookup(text, (country,) if country else ())
            if found:
                break
        if found is None and phrase.head.pos == "NOUN":
            for link in phrase.links:
                if link.preposition in ("of", "in", "near") and (inner := self.place_of(link, strict=False)):
                    return inner
        return found.model_copy(update={"text": text, "span": span}) if found else None

    def place_span(self, phrase: Phrase) -> Span:
        words = [word for word in phrase.words if word.pos != "DET" and word.tag != "PRP$"] or list(phrase.words)
        return words[0].start, words[-1].end
