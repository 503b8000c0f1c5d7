"""Who says so: the clauses of saying in a report, the chain of speakers above a word, the statement that carries sentences."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.clauses import Clause, Clauses, Phrase
from dragoman.lexicon import Lexicon
from dragoman.record import Account, Channel, Says, Span
from dragoman.referents.identity import Identity
from dragoman.referents.parties import Party, Referents
from dragoman.statements.parties import parties_of
from dragoman.statements.readings import Reading, content_head
from dragoman.syntax import Word

SPOKEN_BODIES: dict[str, Channel] = {
    "letter": "letter",
    "report": "report",
    "tweet": "social_media",
    "post": "social_media",
}


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


def is_outlet(identity: Identity) -> bool:
    return identity.named and identity.kind != "person"


class Voices:
    """Answers by whose account the readings of one report are told."""

    def __init__(
        self, clauses: Clauses, referents: Referents, readings: Sequence[Reading], lexicon: Lexicon,
        contents: dict[int, Reading],
    ) -> None:  # fmt: skip
        self.clauses, self.referents, self.contents = clauses, referents, contents
        self.words = clauses.doc.words
        self.speech_verbs = lexicon.speech_verbs
        self.texts = frozenset(lexicon.nouns.get("body_of_words", ()))
        self.authoring = frozenset(lexicon.framing.get("authoring", ()))
        self.quotes: tuple[SpokenSpan, ...] = ()
        self.speeches: dict[int, Speech] = {}
        for reading in readings:
            if reading.frame.list == "speech" and (speech := self.speech(reading)):
                self.speeches[reading.word.i] = speech
        self.add_asides()
        self.statement = self.statement_range()

    def speech(self, reading: Reading) -> Speech | None:
        """The speaker, channel and content of a reading of speech."""
        clause = reading.clause
        if clause is None or reading.phrase is not None:
            return None
        phrases = reading.slot("A") or clause.agents
        speakers = parties_of(self.referents, phrases) or self.towns(phrases)
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

    def towns(self, phrases: Sequence[Phrase]) -> tuple[Party, ...]:
        """Places that speak by their authorities: "Mariupol said"."""
        found = parties_of(self.referents, phrases, any_kind=True)
        places = (party for party in found if party.identity.kind == "place")
        return tuple(place for place in places if place.identity.named or place.identity.country)

    def add_asides(self) -> None:
        """Words of saying beside what is said, whatever else they need: "…, a doctor told the agency"."""
        for clause in self.clauses.clauses:
            if clause.link == "aside" and clause.lemma in self.speech_verbs and clause.predicate.i not in self.speeches:
                speakers = parties_of(self.referents, clause.agents)
                heard = (*clause.patients, *clause.indirect)
                hearers = parties_of(self.referents, heard)
                told_press = clause.lemma == "tell" and any(p.identity.sector == "JRN" for p in hearers)
                channel: Channel | None = "interview" if told_press else self.channel_around(clause)
                says: Says = "denies" if clause.lemma == "deny" else "asserts"
                self.speeches[clause.predicate.i] = Speech(clause, speakers, says, channel, None, hearers)

    def speakers(self) -> list[Party]:
        """Everybody who says something, save the outlets that the report names."""
        spoken = (party for speech in self.speeches.values() for party in speech.speakers)
        return [party for party in spoken if party.identity.sector != "JRN" or not is_outlet(party.identity)]

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

    def authors(self, phrases: Iterable[Phrase]) -> tuple[Party, ...]:
        """Who speaks by the texts among phrases ("a report by A accused …")."""
        return tuple(party for phrase in phrases if phrase.lemma in self.texts for party in self.author(phrase))

    def author(self, text: Phrase) -> tuple[Party, ...]:
        """Whose statement it is: its owner, the body named in it, who gave it ("passed a resolution"), else the last to give one."""
        near = (text.owner, *(text.link("by", "of", "from"),))
        for phrase in near:
            if phrase is not None and (found := [p for p in self.referents.of(phrase) if p.identity.party]):
                return tuple(found)
        inside = self.referents.modifiers(text)
        if inside:
            return inside
        clause = text.clause
        if clause is not None and text in clause.patients and clause.lemma in self.authoring:
            return parties_of(self.referents, clause.agents)
        earlier = [
            speech.speakers for speech in self.speeches.values() if speech.channel == "statement" and speech.speakers
        ]
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
            yield from (
                self.speeches[c.predicate.i]
                for c in clause.clauses
                if c.link == "aside" and c.predicate.i in self.speeches
            )
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
        return [
            Account(
                speaker=first.speaker.id, says=first.says, channel=first.channel, via=[t.speaker.id for t in others]
            )
        ]

    def accusers(self, reading: Reading) -> list[Told]:
        word: Word | None = reading.word
        while word is not None:
            above = self.contents.get(word.i)
            if above is not None and above.word is not reading.word and above.frame.type == "ACCUSE":
                return [Told(p, "asserts", None) for phrase in above.slot("A") for p in self.referents.of(phrase)[:1]][
                    :1
                ]
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
