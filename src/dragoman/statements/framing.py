"""Readings in their report: did it happen, is it news, when, where, and by whose account."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.clauses import Clause, Clauses, Phrase
from dragoman.lexicon import Lexicon
from dragoman.record import Account, Channel, Interval, Place, Realis, Says, Span, Timing
from dragoman.referents.coreference import LOCATIVE, Party, Referents
from dragoman.referents.dates import DateWords, resolve_date
from dragoman.referents.places import Gazetteer
from dragoman.statements.readings import Reading
from dragoman.syntax import Word

NEWS_DAYS = 14  # what lies further back than this is background
CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
UNCERTAIN = frozenset({"could", "may", "might", "would", "should", "can", "must", "ought"})
DOUBTFUL = frozenset({"possible", "potential", "suspected", "feared", "hypothetical", "imminent", "attempted"})
COMING = frozenset({"planned", "upcoming", "forthcoming", "proposed", "scheduled", "next", "future"})
WHERE = LOCATIVE - {"to", "from", "on", "off", "into"} | {"beside", "outside of", "north of", "south of", "east of", "west of"}
EXACT = {"point": 0, "place": 0, "region": 1, "country": 2}
SPOKEN_BODIES: dict[str, Channel] = {"letter": "letter", "report": "report", "tweet": "social_media", "post": "social_media"}


@dataclass(frozen=True, slots=True, eq=False)
class Speech:
    """Somebody says something: the clause of saying, who says it, how."""

    clause: Clause
    speakers: tuple[Party, ...]
    says: Says
    channel: Channel | None
    content: Word | None  # head of what is said, where the frame has it
    hearers: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """One speaker in the chain of an account."""

    speaker: Party
    says: Says
    channel: Channel | None


@dataclass(frozen=True, slots=True)
class SpokenSpan:
    """A quotation with its speaker."""

    span: Span
    speaker: Party | None
    channel: Channel | None


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
        self.texts = frozenset(lexicon.nouns.get("body_of_words", ()))
        self.speech_verbs = lexicon.speech_verbs
        self.dates = self.place_dates(dates)
        self.contents = {head.i: r for r in readings if (head := content_head(r)) and r.frame.list in ("events", "positions")}
        self.speeches: dict[int, Speech] = {}
        for reading in readings:
            if reading.frame.list == "speech" and (speech := self.speech(reading)):
                self.speeches[reading.word.i] = speech
        self.add_asides()
        self.statement = self.statement_range()
        self.quotes: tuple[SpokenSpan, ...] = ()

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

    def verdicts(self, reading: Reading) -> Iterator[str]:
        """What the words on the way up from the trigger say about its reality."""
        if reading.phrase is not None:
            lowered = {word.lower for word in reading.phrase.words}
            yield from (["hypothetical"] if lowered & DOUBTFUL else ["planned"] if lowered & COMING else [])
            yield from (["none"] if "no" in lowered else [])
        clause = reading.clause
        own = reading.phrase is None
        while clause is not None:
            yield from self.clause_verdicts(clause, own)
            if clause.link in ("relative", "root", "aside"):
                break
            clause, own = clause.parent, False
        yield from self.content_verdicts(reading)

    def clause_verdicts(self, clause: Clause, own: bool) -> Iterator[str]:
        speaking = clause.predicate.i in self.speeches
        if clause.negated and (own or not speaking):
            yield "none"
        if clause.marker in CONDITIONS:
            yield "hypothetical"
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

    # ---- by whose account
    def speech(self, reading: Reading) -> Speech | None:
        """The speaker, channel and content of a reading of speech."""
        clause = reading.clause
        if clause is None or reading.phrase is not None:
            return None
        phrases = reading.slot("A") or clause.agents
        speakers = tuple(party for phrase in phrases for party in self.referents.of(phrase) if party.identity.party)
        channel = reading.frame.channel or self.channel_around(clause)
        text = next((phrase for phrase in phrases if phrase.lemma in self.texts), None)
        if text is not None:
            speakers, channel = self.author(text), SPOKEN_BODIES.get(text.lemma, "statement")
        head = content_head(reading)
        hearers = tuple(party for phrase in reading.slot("B") for party in self.referents.of(phrase))
        if hearers and hearers[0].identity.sector == "JRN" and reading.word.lemma == "tell":
            channel = "interview"
        if speakers and speakers[0].identity.sector == "JRN" and channel is None:
            channel = "media"
        return Speech(clause, speakers, reading.frame.says or "asserts", channel, head, hearers)

    def add_asides(self) -> None:
        """Words of saying beside what is said, whatever else they need: "…, a doctor told the agency"."""
        for clause in self.clauses.clauses:
            if clause.link == "aside" and clause.lemma in self.speech_verbs and clause.predicate.i not in self.speeches:
                speakers = tuple(p for phrase in clause.agents for p in self.referents.of(phrase) if p.identity.party)
                heard = (*clause.patients, *clause.indirect)
                hearers = tuple(p for phrase in heard for p in self.referents.of(phrase) if p.identity.party)
                told_press = clause.lemma == "tell" and any(p.identity.sector == "JRN" for p in hearers)
                channel: Channel | None = "interview" if told_press else self.channel_around(clause)
                says: Says = "denies" if clause.lemma == "deny" else "asserts"
                self.speeches[clause.predicate.i] = Speech(clause, speakers, says, channel, None, hearers)

    def channel_around(self, clause: Clause) -> Channel | None:
        """ "in a statement", "at a news conference", "told reporters"."""
        for phrase in clause.obliques:
            if phrase.lemma in ("statement", "communique", "communiqué") and phrase.preposition == "in":
                return "statement"
            if phrase.lemma in ("conference", "briefing") and phrase.preposition in ("at", "in", "during"):
                return "press_conference"
            if phrase.lemma == "interview":
                return "interview"
            if phrase.lemma in ("speech", "address") and phrase.preposition in ("in", "during"):
                return "speech"
            if phrase.lemma in ("twitter", "facebook", "telegram", "x") and phrase.preposition == "on":
                return "social_media"
        hearers = {phrase.lemma for phrase in (*clause.patients, *clause.indirect)}
        return "press_conference" if hearers & {"reporter", "journalist"} else "speech" if "crowd" in hearers else None

    def author(self, text: Phrase) -> tuple[Party, ...]:
        """Whose statement it is: its owner, the body named in it, else the last to give one."""
        near = (text.owner, *(text.link("by", "of", "from"),))
        for phrase in near:
            if phrase is not None and (found := [p for p in self.referents.of(phrase) if p.identity.party]):
                return tuple(found)
        inside = self.referents.modifiers(text)
        if inside:
            return inside
        earlier = [speech.speakers for speech in self.speeches.values() if speech.channel == "statement" and speech.speakers]
        return earlier[-1] if earlier else ()

    def statement_range(self) -> tuple[int, int, Told] | None:
        """The sentences that one statement carries: from its first to its last mention as the source."""
        said = [s for s in self.speeches.values() if s.channel == "statement" and s.speakers]
        if not said or len({s.speakers[0].n for s in said}) > 1:
            return None
        sentences = [s.clause.sentence for s in said]
        return min(sentences), max(sentences), Told(said[0].speakers[0], "asserts", "statement")

    def told(self, word: Word) -> list[Told]:
        """The speakers above a word, innermost first."""
        chain: list[Told] = []
        at: Word | None = word
        while at is not None:
            for speech in self.speeches_over(at):
                chain += [Told(speaker, speech.says, speech.channel) for speaker in speech.speakers[:1]]
            at = at.head
        chain += self.according_to(word)
        for quote in self.quotes:
            if quote.speaker and quote.span[0] <= word.start < quote.span[1]:
                chain.append(Told(quote.speaker, "asserts", quote.channel))
        if not chain and self.statement and self.statement[0] <= word.sentence <= self.statement[1]:
            chain.append(self.statement[2])
        return list({told.speaker.n: told for told in reversed(chain)}.values())[::-1]

    def speeches_over(self, word: Word) -> Iterator[Speech]:
        """The clauses of saying of which a word heads the content, or that stand beside it ("…, he said")."""
        clause = self.clauses.clause_of(word)
        if clause is not None and clause.predicate is word:
            above = self.speeches.get(clause.parent.predicate.i) if clause.parent else None
            if above and (clause.link == "complement" or above.content is word):
                yield above
            yield from (self.speeches[c.predicate.i] for c in clause.clauses if c.link == "aside" and c.predicate.i in self.speeches)
        elif clause is not None and (around := self.speeches.get(clause.predicate.i)):
            if around.content is word or any(phrase.head is word for phrase in clause.patients):
                yield around

    def according_to(self, word: Word) -> list[Told]:
        sentence = self.clauses.doc.sentences[word.sentence]
        found = []
        for n in range(sentence[0], sentence[1] - 2):
            if self.words[n].lower == "according" and self.words[n + 1].lower == "to":
                phrase = self.clauses.phrase_of(self.words[n + 2])
                parties = self.referents.of(phrase) if phrase else ()
                found += [Told(party, "asserts", "media" if party.identity.sector == "JRN" else None)
                          for party in parties[:1] if party.identity.party]  # fmt: skip
        return found

    def accounts(self, reading: Reading, own: Sequence[Party] = ()) -> list[Account]:
        """By whose account: the innermost speaker, who relays him, and the accuser of what is alleged."""
        chain = self.accusers(reading) + self.told(reading.word)
        chain = [told for n, told in enumerate(chain) if told.speaker not in [t.speaker for t in chain[:n]]]
        chain = [told for told in chain if told.speaker not in own]
        if not chain:
            return []
        first, *others = chain
        return [Account(speaker=first.speaker.id, says=first.says, channel=first.channel, via=[t.speaker.id for t in others])]

    def accusers(self, reading: Reading) -> list[Told]:
        word: Word | None = reading.word
        while word is not None:
            above = self.contents.get(word.i)
            if above is not None and above.word is not reading.word and above.frame.type == "ACCUSE":
                return [Told(p, "asserts", None) for phrase in above.slot("A") for p in self.referents.of(phrase)[:1]][:1]
            word = word.head
        return []

    def cited(self) -> list[str]:
        """Outlets that speak or are spoken to, and bodies whose statement carries sentences."""
        found: list[Party] = []
        for speech in self.speeches.values():
            found += [party for party in (*speech.speakers, *speech.hearers) if party.identity.sector == "JRN"]
            if speech.channel == "statement":
                found += [party for party in speech.speakers if party.identity.kind == "organisation"]
        bodies = [party for party in found if party.identity.named and party.identity.kind == "organisation"]
        return list({party.n: self.clauses.text(min(party.mentions)) for party in bodies}.values())

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
                word, date = min(found, key=lambda item: abs(item[0].i - reading.word.i))
                return self.resolve(date, clause)
            parent = clause.parent
            together = clause.link == "adverbial" and clause.marker in ("when", "as", "while")
            shares = together or clause.link in ("coordinate", "participle") or (clause.link != "relative" and clause.tense == "none")
            if parent is None or parent.sentence != clause.sentence or not shares:
                return None
            if parent.predicate.i in self.speeches and clause.link != "coordinate":
                return None
            clause = parent
        return None

    def spoken_dates(self) -> list[tuple[int, Interval]]:
        """The recent days on which somebody speaks, with the word of saying."""
        found = []
        for speech in self.speeches.values():
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
            if clause.link in ("root", "relative", "aside") or (clause.parent and clause.parent.predicate.i in self.speeches):
                break
            clause = clause.parent
        for phrase in (*reading.slot("P"), *reading.slot("B")):
            if "place" in self.referents.kinds(phrase) and (place := self.place_of(phrase, strict=False)):
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


def content_head(reading: Reading) -> Word | None:
    """The head word of what fills a reading's X."""
    content = reading.content
    if content is None:
        return None
    return content.predicate if isinstance(content, Clause) else content.head
