"""Clauses -> Readings: tries the patterns of the lexicon on the clauses and noun phrases of a report."""

from collections.abc import Iterator, Sequence

from dragoman.clauses import Clause, Clauses, Phrase
from dragoman.entries import Frame
from dragoman.lexicon import Lexicon
from dragoman.patterns import Adjunct, Pattern, Slot, Words
from dragoman.referents.dates import DateWords
from dragoman.referents.parties import Referents
from dragoman.statements.readings import Match, Reading, best, is_modified, unspent
from dragoman.statements.surroundings import Surroundings
from dragoman.syntax import Word

WILL = frozenset(["will", "would", "shall", "wo", "'ll", "'d", "never"])  # modals whose negation refuses
REFUSING = ("refuse",)
LINKING = frozenset(["remain", "stay", "become", "come", "fall", "seem", "appear", "keep", "lie", "stand", "go"])
COMPLEMENT_MARKERS = {"that": ("that", ""), "to": ("to",)}


def find_readings(
    clauses: Clauses, referents: Referents, lexicon: Lexicon, dates: Sequence[DateWords] = ()
) -> list[Reading]:
    """All readings of a report, in the order of their triggers. Phrases that are dates fill no slot."""
    matcher = Matcher(clauses, referents, dates, frozenset(lexicon.nouns.get("measures", ())))
    found: list[Reading] = []
    for clause in clauses.clauses:
        entries = matcher.candidates(clause.predicate, lexicon)
        readings = [matcher.clause_reading(clause, frame, pattern) for frame, pattern in entries]
        if clause.negated and WILL.intersection(clause.modals):
            readings += [
                matcher.refusal(clause, frame, pattern) for frame, pattern in matcher.refusals(clause, lexicon)
            ]
        found += best(readings)
    for phrase in clauses.phrases:
        entries = matcher.candidates(phrase.head, lexicon)
        found += best(
            matcher.noun_reading(phrase, frame, pattern)
            if pattern.form == "noun"
            else matcher.linked_reading(phrase, frame, pattern)
            for frame, pattern in entries
        )
    return sorted(unspent(found), key=lambda reading: reading.word.i)


class Matcher:
    """Tries patterns on the clauses and phrases of one report."""

    def __init__(
        self, clauses: Clauses, referents: Referents, dates: Sequence[DateWords], measures: frozenset[str]
    ) -> None:
        self.clauses, self.referents, self.measures = clauses, referents, measures
        self.dated = {n for date in dates for n in range(*date.span)}
        self.words = clauses.doc.words
        self.near = Surroundings(clauses)
        self.vocabulary: list[dict[str, None]] = [
            dict.fromkeys(form for word in self.words[first:last] for form in (word.lemma, word.lower))
            for first, last in clauses.doc.sentences
        ]

    def candidates(self, word: Word, lexicon: Lexicon) -> Iterator[tuple[Frame, Pattern]]:
        """The patterns that a word sets off and whose other words stand in its sentence."""
        for key in dict.fromkeys((word.lemma, word.lower)):
            if trigger := lexicon.triggers.get(key):
                yield from trigger.candidates(self.vocabulary[word.sentence])

    # ---- verbs and predicates
    def clause_reading(self, clause: Clause, frame: Frame, pattern: Pattern) -> Reading | None:
        match = Match()
        if pattern.form == "verb":
            fits = self.verb_fits(clause, pattern, match)
        elif pattern.form == "be":
            fits = self.be_fits(clause, pattern, match)
        else:
            return self.gerund_reading(clause, frame, pattern)
        return self.reading(clause, frame, pattern, match) if fits else None

    def verb_fits(self, clause: Clause, pattern: Pattern, match: Match) -> bool:
        word = clause.predicate
        if word.lemma not in pattern.trigger.heads or word.pos not in ("VERB", "AUX", "NOUN", "ADJ") or clause.copular:
            return False
        if pattern.trigger.modifiers:
            if not self.has_particle(clause, pattern.trigger.modifiers):
                return False
        elif clause.particle and not (pattern.second and clause.particle in pattern.second):
            return False
        if pattern.object is None and (
            clause.passive or (clause.patients and not pattern.adjuncts and not pattern.trigger.modifiers)
        ):
            return False
        return (
            self.take_subject(clause, pattern, match)
            and self.take_object(clause, pattern, match)
            and self.take_second(clause, pattern, match)
            and all(self.take_adjunct(adjunct, self.near.around(clause), clause, match) for adjunct in pattern.adjuncts)
        )

    def has_particle(self, clause: Clause, particles: Sequence[str]) -> bool:
        if clause.particle in particles:
            return True
        after = [word.lower for word in self.words[clause.predicate.i + 1 : clause.predicate.i + 4]]
        return any(particle.split()[0] in after and all(p in after for p in particle.split()) for particle in particles)

    def take_subject(self, clause: Clause, pattern: Pattern, match: Match) -> bool:
        slot = pattern.subject
        if slot is None:
            return True
        phrases = clause.agents
        if isinstance(slot, Words):
            return self.take_words(slot, phrases, match)
        if phrases and not self.kind_fits(slot, phrases):
            return False
        if not phrases and slot.name in ("N", "X") and not clause.passive and pattern.object is None:
            return False
        match.fill(slot, phrases)
        return True

    def take_object(self, clause: Clause, pattern: Pattern, match: Match) -> bool:
        wanted = pattern.object
        if wanted is None:
            return True
        if isinstance(wanted, Words):
            objects = [inner for phrase in clause.patients for inner in self.measured(phrase)]
            return self.take_words(wanted, objects, match) or self.take_complement(wanted, clause, match)
        phrases = clause.indirect if clause.indirect and (pattern.second or not clause.patients) else clause.patients
        if phrases and self.kind_fits(wanted, phrases):
            match.fill(wanted, phrases)
            return True
        if wanted.name == "X" and not phrases:
            inner = clause.complements("that", "", "to", "whether")
            if inner:
                match.content = match.content or inner[0]
                return True
        return pattern.object_optional and not phrases

    def take_words(self, wanted: Words, phrases: Sequence[Phrase], match: Match) -> bool:
        for phrase in phrases:
            if (phrase.lemma in wanted or phrase.head.lower in wanted) and is_modified(phrase, wanted.modifiers):
                match.used.add(phrase.head.i)
                return True
        return False

    def measured(self, phrase: Phrase) -> Iterator[Phrase]:
        """A phrase, and what it measures: "talks" of "three rounds of talks"."""
        yield phrase
        whole = phrase.link("of") if phrase.lemma in self.measures else None
        if whole is not None:
            yield from self.measured(whole)

    def take_second(self, clause: Clause, pattern: Pattern, match: Match) -> bool:
        wanted = pattern.second
        if wanted is None:
            return True
        if (clause.indirect or clause.patients[1:]) and self.take_words(wanted, clause.patients, match):
            return True
        if self.take_complement(wanted, clause, match):
            return True
        for phrase in clause.patients:
            for inner in phrase.clauses:
                if inner.lemma in wanted or inner.predicate.lower in wanted:
                    return True
            if any(child.lower in wanted for child in phrase.head.children):
                return True
        return False

    @staticmethod
    def take_complement(wanted: Words, clause: Clause, match: Match) -> bool:
        """ "dead" of "left three dead", "missing" of "went missing", "off" of "cut the town off"."""
        for child in clause.others if not wanted.modifiers else ():
            if child.lemma in wanted or child.lower in wanted:
                match.used.add(child.i)
                return True
        return False

    def be_fits(self, clause: Clause, pattern: Pattern, match: Match) -> bool:
        word = clause.predicate
        if not ({word.lower, word.lemma} & set(pattern.trigger.heads)):
            return False
        if pattern.preposition:
            if clause.preposition not in pattern.preposition:
                return False
        elif clause.preposition or not (clause.copular or clause.passive or word.pos == "ADJ"):
            return False
        if not clause.copular and not pattern.preposition and word.lower not in pattern.trigger.heads:
            return False
        subject = clause.patients if clause.passive else clause.agents
        if isinstance(pattern.subject, Words):
            if not self.take_words(pattern.subject, subject, match):
                return False
        elif pattern.subject:
            if subject and not self.kind_fits(pattern.subject, subject):
                return False
            match.fill(pattern.subject, subject)
        extra: list[Phrase] = list(self.near.after(word))
        if clause.passive and clause.agents:
            extra += [phrase for phrase in clause.agents if phrase.preposition == "by"]
        around = [*clause.obliques, *extra]
        phrase = self.clauses.phrase_of(word)
        if phrase is not None and not is_modified(phrase, pattern.trigger.modifiers):
            return False
        return all(self.take_adjunct(adjunct, around, clause, match) for adjunct in pattern.adjuncts)

    def refusals(self, clause: Clause, lexicon: Lexicon) -> Iterator[tuple[Frame, Pattern]]:
        """The patterns of refusing to do something."""
        for verb in REFUSING:
            if trigger := lexicon.triggers.get(verb):
                yield from trigger.candidates(self.vocabulary[clause.sentence])

    def refusal(self, clause: Clause, frame: Frame, pattern: Pattern) -> Reading | None:
        """ "will not release them": the clause says what the pattern says of "refuse to release X"."""
        inner = next((adjunct.filler for adjunct in pattern.adjuncts if isinstance(adjunct.filler, Pattern)), None)
        match = Match()
        if inner is None or inner.form != "verb" or not self.take_subject(clause, pattern, match):
            return None
        fits = self.verb_fits(clause, inner, match)
        return self.reading(clause, frame, pattern, match, declined=True) if fits else None

    @staticmethod
    def reading(clause: Clause, frame: Frame, pattern: Pattern, match: Match, *, declined: bool = False) -> Reading:
        used = frozenset(match.used)
        return Reading(frame, pattern, clause.predicate, clause, None, match.slots, match.content, used, declined)

    # ---- nouns
    def linked_reading(self, phrase: Phrase, frame: Frame, pattern: Pattern) -> Reading | None:
        """ "remained under Armenian control": a "be" pattern with another linking verb."""
        clause = phrase.clause
        if (
            pattern.form != "be"
            or clause is None
            or clause.lemma not in LINKING
            or phrase.preposition not in pattern.preposition
        ):
            return None
        if not pattern.preposition or phrase.head.head is not clause.predicate or not isinstance(pattern.subject, Slot):
            return None
        match = Match()
        if not clause.agents or not self.kind_fits(pattern.subject, clause.agents):
            return None
        match.fill(pattern.subject, clause.agents)
        if not self.take_links(pattern, [*phrase.links, *self.near.after(phrase.words[-1])], match, phrase):
            return None
        return Reading(frame, pattern, phrase.head, clause, phrase, match.slots, match.content, frozenset(match.used))

    def noun_reading(self, phrase: Phrase, frame: Frame, pattern: Pattern) -> Reading | None:
        match = Match()
        if (
            phrase.head.pos not in ("NOUN", "PROPN", "VERB", "ADJ")
            or phrase.head.start in self.dated
            or not is_modified(phrase, pattern.trigger.modifiers)
        ):
            return None
        if not self.take_links(pattern, self.near.following(phrase), match, phrase):
            return None
        self.take_owner(phrase, pattern, match)
        used = frozenset(match.used)
        return Reading(frame, pattern, phrase.head, phrase.clause, phrase, match.slots, match.content, used)

    def take_links(self, pattern: Pattern, around: Sequence[Phrase], match: Match, noun: Phrase) -> bool:
        """The adjuncts of a noun, whose slots may all be absent."""
        return all(
            self.take_adjunct(adjunct, around, None, match, noun) or isinstance(adjunct.filler, Slot)
            for adjunct in pattern.adjuncts
        )

    def take_owner(self, phrase: Phrase, pattern: Pattern, match: Match) -> None:
        """ "Israel's attack", "the minister's arrest": the owner acts, or suffers where a person owns and "of B" is possible."""
        if phrase.owner is None:
            return
        slots = {adjunct.filler.name: adjunct for adjunct in pattern.adjuncts if isinstance(adjunct.filler, Slot)}
        suffers = (
            "B" in slots and "of" in slots["B"].prepositions and not match.slots.get("B")
            and "person" in self.referents.kinds(phrase.owner)
        )  # fmt: skip
        name = "B" if suffers else "A"
        if name in slots and not match.slots.get(name):
            match.fill(Slot(name), (phrase.owner,))

    def gerund_reading(self, clause: Clause, frame: Frame, pattern: Pattern) -> Reading | None:
        """ "targeting and killing of civilians": a gerund that the parse took for a verb, with its "of"."""
        word = clause.predicate
        if word.tag not in ("VBG", "NN") or word.lower not in pattern.trigger.heads or pattern.trigger.modifiers:
            return None
        around = [*clause.obliques, *self.near.after(word)]
        if not any(phrase.preposition in ("of", "by") for phrase in around):
            return None
        match = Match()
        for adjunct in pattern.adjuncts:
            self.take_adjunct(Adjunct(adjunct.prepositions, adjunct.filler, True), around, clause, match)
        used = frozenset(match.used)
        return Reading(frame, pattern, word, clause.parent or clause, None, match.slots, match.content, used)

    def take_adjunct(
        self,
        adjunct: Adjunct,
        around: Sequence[Phrase],
        clause: Clause | None,
        match: Match,
        noun: Phrase | None = None,
    ) -> bool:
        if isinstance(adjunct.filler, Pattern):
            inner = clause.clauses if clause is not None else noun.clauses if noun is not None else []
            return self.take_inner(adjunct, adjunct.filler, inner, match) or self.take_noun(
                adjunct, adjunct.filler, around, match) or adjunct.optional  # fmt: skip
        if any(p.preposition in adjunct.prepositions and self.take_filler(adjunct.filler, p, match) for p in around):
            return True
        if isinstance(adjunct.filler, Slot) and self.take_otherwise(
            adjunct, adjunct.filler, around, clause, match, noun
        ):
            return True
        return adjunct.optional

    def take_otherwise(
        self,
        adjunct: Adjunct,
        slot: Slot,
        around: Sequence[Phrase],
        clause: Clause | None,
        match: Match,
        noun: Phrase | None,
    ) -> bool:
        """A slot filled by other means than its preposition: a possessor, a doer, an indirect object, a clause."""
        if "of" in adjunct.prepositions and self.take_possessor(slot, clause, match):
            return True
        if "by" in adjunct.prepositions and self.take_doer(slot, around, match):
            return True
        if clause is not None and "to" in adjunct.prepositions and slot.name != "X" and clause.indirect:
            match.fill(slot, clause.indirect)
            return True
        return slot.name == "X" and self.take_clause(adjunct, clause, match, noun)

    def take_noun(self, adjunct: Adjunct, inner: Pattern, around: Sequence[Phrase], match: Match) -> bool:
        """ "to" with a noun after all: "bring B to justice"."""
        if inner.object is not None:
            return False
        return any(
            p.preposition in adjunct.prepositions and self.take_words(inner.trigger, (p,), match) for p in around
        )

    def take_inner(self, adjunct: Adjunct, inner: Pattern, clauses: Sequence[Clause], match: Match) -> bool:
        """An infinitive or that-clause with the verb that the pattern names."""
        markers = COMPLEMENT_MARKERS[adjunct.prepositions[0]]
        for clause in clauses:
            if clause.marker not in markers or clause.lemma not in inner.trigger.heads:
                continue
            trial = Match(dict(match.slots), match.content, set(match.used))
            if self.verb_fits(clause, inner, trial) if inner.form == "verb" else self.be_fits(clause, inner, trial):
                match.slots, match.used = trial.slots, trial.used
                match.content = clause
                return True
        return False

    def take_possessor(self, slot: Slot, clause: Clause | None, match: Match) -> bool:
        """ "recognise its independence" for "independence of X"."""
        for phrase in clause.patients if clause is not None else ():
            if phrase.head.i in match.used and phrase.owner is not None and self.kind_fits(slot, (phrase.owner,)):
                match.fill(slot, (phrase.owner,))
                return True
        return False

    def take_doer(self, slot: Slot, around: Sequence[Phrase], match: Match) -> bool:
        """The doer in a participle: "violations being perpetrated by B"."""
        for phrase in around:
            for member in phrase.members:
                for inner in member.clauses:
                    if inner.passive and inner.agents and self.kind_fits(slot, inner.agents):
                        match.fill(slot, inner.agents)
                        return True
        return False

    def take_filler(self, filler: Slot | Words, phrase: Phrase, match: Match) -> bool:
        if isinstance(filler, Words):
            return self.take_words(filler, (phrase,), match)
        taken = {id(p) for phrases in match.slots.values() for p in phrases}
        if id(phrase) in taken or phrase.head.start in self.dated or not self.kind_fits(filler, (phrase,)):
            return False
        match.fill(filler, phrase.members)
        return True

    def take_clause(self, adjunct: Adjunct, clause: Clause | None, match: Match, noun: Phrase | None) -> bool:
        """An infinitive, a that-clause or a gerund in the place of a content."""
        inner = clause.clauses if clause is not None else self.clauses_after(noun) if noun is not None else []
        for preposition in adjunct.prepositions:
            markers = COMPLEMENT_MARKERS.get(preposition, (preposition,))
            for candidate in inner:
                plain = candidate.marker == "" and candidate.link == "complement"
                if (candidate.marker in markers and candidate.marker) or (preposition == "that" and plain):
                    match.content = match.content or candidate
                    return True
        return False

    @staticmethod
    def clauses_after(noun: Phrase) -> list[Clause]:
        """The clauses of a noun, and infinitives after it that the parse hung on its verb."""
        host = noun.clause.clauses if noun.clause is not None else []
        return noun.clauses + [c for c in host if c.marker == "to" and c.predicate.i > noun.head.i]

    def kind_fits(self, slot: Slot, phrases: Sequence[Phrase]) -> bool:
        if not slot.kinds:
            return True
        return any(self.referents.kinds(phrase) & slot.kinds for phrase in phrases)
