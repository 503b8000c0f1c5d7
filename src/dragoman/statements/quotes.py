"""Quotation marks -> Quotes: unbroken stretches between marks, each with its speaker. Scare quotes of a word or two are none."""

from collections.abc import Iterator, Sequence

from dragoman.clauses import Clauses, Phrase
from dragoman.quotations import BLOCK, OPENING, Spoken, find_spans
from dragoman.record import Channel, Quote, Span
from dragoman.referents.parties import Party, Referents
from dragoman.statements.voices import SpokenSpan, Voices

CHANTS = frozenset(
    [
        "shout",
        "chant",
        "sing",
        "cry",
        "read",
        "declare",
        "state",
        "say",
        "proclaim",
        "demand",
        "carry",
        "hold",
        "display",
    ]
)


class Speakers:
    """Finds who speaks a quotation."""

    def __init__(self, clauses: Clauses, referents: Referents, voices: Voices) -> None:
        self.clauses, self.referents, self.voices = clauses, referents, voices
        self.text = clauses.doc.text

    def attribute(self, spans: Sequence[Spoken]) -> list[SpokenSpan]:
        """A speaker and channel for each span; a span without one of its own goes on with the last speaker."""
        result: list[SpokenSpan] = []
        for n, spoken in enumerate(spans):
            if self.is_scare(spoken.span):
                result.append(SpokenSpan(spoken.span, None, None))
                continue
            party, channel = self.speaker(spoken.span) if self.marked(spoken) else self.introduced(spoken.span)
            if party is None and n and self.continues(spans[n - 1], spoken):
                party, channel = result[-1].speaker, result[-1].channel
            result.append(SpokenSpan(spoken.span, party, channel))
        return result

    def is_scare(self, span: Span) -> bool:
        """Two words between marks that nobody chants."""
        before = [word.lemma for word in self.clauses.doc.words if span[0] - 30 < word.start < span[0]]
        return len(self.text[span[0] : span[1]].split()) < 3 and not CHANTS & set(before)

    def marked(self, spoken: Spoken) -> bool:
        return bool(OPENING.match(self.text, spoken.span[0] - 1)) or self.text[spoken.span[0] - 1] in '"“«„ '

    def introduced(self, span: Span) -> tuple[Party | None, Channel | None]:
        """The speaker of a block without marks: the last to be said to say something before it."""
        before = [s for s in self.voices.speeches.values() if s.clause.predicate.start < span[0] and s.speakers]
        opening = BLOCK.search(self.text)
        near = [s for s in before if opening and opening.start() <= s.clause.predicate.start < opening.end()]
        if near:
            return near[-1].speakers[0], near[-1].channel or "statement"
        agents = [c for c in self.clauses.clauses if opening and opening.start() <= c.predicate.start < opening.end()]
        people = [party for clause in agents for party in self.people(clause.agents)]
        return (people[0], "statement") if people else (None, None)

    def continues(self, before: Spoken, spoken: Spoken) -> bool:
        """Nothing but a paragraph break, or a short "he said", stands between two quotations."""
        between = self.text[before.span[1] : spoken.span[0]]
        return not before.closed or len(between.split()) <= 1

    def speaker(self, span: Span) -> tuple[Party | None, Channel | None]:
        """The speaker from the clause of saying next to the quotation, else from the clause around it."""
        candidates = sorted(self.candidates(span), key=lambda item: item[0])
        for _, party, channel in candidates:
            return party, channel
        return None, None

    def candidates(self, span: Span) -> Iterator[tuple[float, Party, Channel | None]]:
        """Possible speakers with their distance from the quotation, in characters, in its sentences only."""
        sentences = self.sentences_of(span)
        for speech in self.voices.speeches.values():
            at = speech.clause.predicate
            if not speech.speakers or at.sentence not in sentences or span[0] <= at.start < span[1]:
                continue
            before = at.start < span[0]
            distance = span[0] - at.end if before else at.start - span[1]
            yield distance + (0 if not before else 5), speech.speakers[0], speech.channel
        yield from self.agents(span, sentences)
        carried = self.voices.statement is not None and not any(
            speech.clause.sentence in sentences and speech.channel is None for speech in self.voices.speeches.values())  # fmt: skip
        for told in self.told_by(span):
            yield (0.0 if carried else 300.0), told[0], told[1]

    def agents(self, span: Span, sentences: frozenset[int]) -> Iterator[tuple[float, Party, Channel | None]]:
        """The subject of a clause that holds the quotation ("paid tribute to “…”", "shouting “…”")."""
        for clause in self.clauses.clauses:
            at = clause.predicate
            if clause.sentence not in sentences or span[0] <= at.start < span[1] or at.i in self.voices.speeches:
                continue
            if at.start > span[0] and at.lemma not in self.voices.speech_verbs:
                continue
            chants = at.lemma in CHANTS or at.lemma in self.voices.speech_verbs
            for party in self.people(clause.agents):
                distance = span[0] - at.end if at.start < span[0] else at.start - span[1]
                yield distance + (20 if chants else 400), party, self.voices.channel_around(clause)

    def told_by(self, span: Span) -> Iterator[tuple[Party, Channel | None]]:
        """Whoever the sentence's account names."""
        word = next((w for w in self.clauses.doc.words if span[0] <= w.start < span[1]), None)
        if word is not None:
            for told in self.voices.told(word):
                yield told.speaker, told.channel

    def people(self, phrases: Sequence[Phrase]) -> Iterator[Party]:
        for phrase in phrases:
            yield from (party for party in self.referents.of(phrase) if party.identity.party)

    def sentences_of(self, span: Span) -> frozenset[int]:
        """The sentences that a quotation lies in, and the next one where it opens with the words of saying."""
        doc = self.clauses.doc
        inside = {word.sentence for word in doc.words if word.start < span[1] and span[0] < word.end}
        last = max(inside, default=-1)
        if inside and last + 1 < len(doc.sentences):
            first, _end = doc.sentences[last + 1]
            start = doc.words[first].start
            if "\n" not in self.text[span[1] : start] and not self.text[start].isupper():
                inside.add(last + 1)
        return frozenset(inside)


def code_quotes(clauses: Clauses, referents: Referents, voices: Voices) -> tuple[list[Quote], tuple[SpokenSpan, ...]]:
    """The quotes of a report, and the spans with their speakers for the accounts of what is said in them."""
    speakers = Speakers(clauses, referents, voices)
    text = clauses.doc.text
    spoken = speakers.attribute(find_spans(text))
    quotes = [
        Quote(
            id=f"q{n}", speaker=one.speaker.id if one.speaker else None, text=text[one.span[0] : one.span[1]],
            channel=one.channel, evidence=one.span, confidence=0.9 if one.speaker else 0.5, rule="quote.marks",
        )
        for n, one in enumerate((one for one in spoken if one.speaker), 1)
    ]  # fmt: skip
    return quotes, tuple(spoken)
