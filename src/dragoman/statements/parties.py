"""The parties of a reading: its slots as actors, with those that adjectives and the clause around supply; and its evidence."""

from collections.abc import Iterable, Sequence

from dragoman.clauses import Clause, Clauses, Phrase
from dragoman.patterns import Slot
from dragoman.record import Span
from dragoman.referents.parties import Party, Referents
from dragoman.statements.readings import Reading

CARRIERS = frozenset(
    [
        "begin",
        "start",
        "launch",
        "continue",
        "hold",
        "make",
        "stage",
        "carry",
        "conduct",
        "mount",
        "end",
        "resume",
        "step",
        "pursue",
        "suspend",
        "open",
        "follow",
        "keep",
        "wage",
        "lead",
        "face",
        "announce",
        "repeat",
        "reiterate",
        "renew",
        "extend",
        "issue",
        "deliver",
        "give",
        "express",
        "voice",
        "take",
    ]
)
FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "AID"})
INSIDE = frozenset({"in", "at", "inside", "near", "across", "throughout"})
NEAR = 8  # words between a trigger and the other words of its pattern that still count as one trigger


def parties_of(referents: Referents, phrases: Iterable[Phrase], *, any_kind: bool = False) -> tuple[Party, ...]:
    """The parties that phrases stand for, each once; with `any_kind` also places and things as targets."""
    found = {party.n: party for phrase in phrases for party in referents.of(phrase)
             if party.identity.party or any_kind}  # fmt: skip
    return tuple(found.values())


def who_acts(reading: Reading, referents: Referents) -> tuple[Party, ...]:
    """Slot A; of a noun also the party in its adjective ("Israeli attack") or of the verb that carries it."""
    found = parties_of(referents, reading.slot("A"))
    if not found and reading.phrase is None and reading.clause is not None and reading.pattern.subject != Slot("A"):
        targets = reading.slot("B")  # "B is on trial"
        return behind([phrase for phrase in reading.clause.agents if phrase not in targets], referents)
    if reading.phrase is None or (found and not (reading.frame.joint and len(found) < 2)):
        return found
    named = tuple(p for p in referents.modifiers(reading.phrase) if p.identity.party and p not in found)
    found += named if not reading.frame.joint or len(named) > 1 else ()  # "the Karabakh conflict" is not one party's
    if (found and not reading.frame.joint) or len(found) > 1:
        return found
    clause = reading.clause
    if clause is None or not takes_subject(reading, clause):
        return found
    return tuple(dict.fromkeys((*parties_of(referents, clause.agents), *found)))


def behind(phrases: Iterable[Phrase], referents: Referents) -> tuple[Party, ...]:
    """Whose weapon it is: Israel of "Israeli air strikes hit the port", "a strike by the coalition killed nine"."""
    found: dict[int, Party] = {}
    for phrase in phrases:
        near = [phrase.owner, phrase.link("by"), phrase.link("from")]
        parties = parties_of(referents, [phrase]) or parties_of(referents, [p for p in near if p is not None])
        found |= {party.n: party for party in parties or referents.modifiers(phrase) if party.identity.party}
    return tuple(found.values())


def takes_subject(reading: Reading, clause: Clause) -> bool:
    """Does the subject of the clause do what the noun says: "launched an offensive", "expressed this during a call"?"""
    phrase = reading.phrase
    if phrase is None or clause.passive:
        return False
    if phrase in clause.patients and clause.lemma in CARRIERS:
        return True
    return reading.frame.joint and reading.frame.type == "CONSULT" and phrase.preposition in ("in", "during", "at")


def whom(reading: Reading, referents: Referents) -> tuple[Party, ...]:
    """Slot B; of a thing the party to which it belongs ("faulted the premier's decision"); in acts of force also places and things."""
    force = reading.frame.type in FORCE
    asked = [
        adjunct
        for adjunct in reading.pattern.adjuncts
        if isinstance(adjunct.filler, Slot) and adjunct.filler.name == "B"
    ]
    named = {preposition for adjunct in asked for preposition in adjunct.prepositions}
    found: dict[int, Party] = {}
    for phrase in reading.slot("B"):
        shares = [link for link in phrase.links if link.preposition == "including"]
        for one in (phrase, *(member for share in shares for member in share.members)):
            found |= {
                party.n: party
                for party in target(
                    one, referents, force, within=one.preposition in named and reading.frame.type != "ASSAULT"
                )
            }
    return tuple(found.values())


def target(phrase: Phrase, referents: Referents, force: bool, within: bool = False) -> tuple[Party, ...]:
    """Whom an act toward a phrase is toward: parties, in acts of force also places and vehicles; a place that an act is only
    in is none, save `within` a pattern that asks for it ("a curfew in B", "arrive in B for talks")."""
    direct = referents.of(phrase)
    inside = phrase.preposition in INSIDE and not within
    if any(party.identity.party for party in direct) and not (inside and is_place(direct)):
        return direct
    near = [phrase.owner, *(link for link in phrase.links if link.preposition in ("of", "by", "from"))]
    near += makers(phrase)
    behind = parties_of(referents, [p for p in near if p is not None]) or referents.modifiers(phrase)
    if behind and not force:
        return behind
    if inside:
        return ()
    kinds = ("place", "vehicle") if force else ("place",)
    return tuple(party for party in direct if party.identity.kind in kinds)


def makers(phrase: Phrase) -> list[Phrase]:
    """Who did what a participle tells of a thing: "an appeal lodged by B"."""
    return [maker for clause in phrase.clauses if clause.passive for maker in clause.agents]


def is_place(parties: Sequence[Party]) -> bool:
    return any(party.identity.kind in ("country", "place_authority", "place") for party in parties)


def trigger_span(reading: Reading) -> Span:
    """The trigger with the other words of its pattern, where they stand close."""
    words = [reading.word.i, *(n for n in reading.used if abs(n - reading.word.i) <= NEAR)]
    return min(words), max(words)


def words_span(clauses: Clauses, first: int, last: int) -> Span:
    return clauses.doc.words[first].start, clauses.doc.words[last].end


def evidence(clauses: Clauses, reading: Reading, extra: Sequence[Span] = ()) -> Span:
    """The smallest stretch of the sentence that holds trigger, parties and content."""
    spans = [words_span(clauses, *trigger_span(reading)), *extra]
    for name, phrases in reading.slots.items():
        for phrase in phrases:
            spans.append(phrase.reach if name == "X" else phrase.span)
    if isinstance(reading.content, Clause):
        spans.append(reading.content.span)
    low, high = clauses.doc.sentence_span(reading.word.sentence)
    inside = [span for span in spans if low <= span[0] and span[1] <= high]
    start, end = min(span[0] for span in inside), max(span[1] for span in inside)
    return trim(clauses.doc.text, start, end)


def trim(text: str, start: int, end: int) -> Span:
    """Without blanks and closing punctuation at the edges."""
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:"):
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end
