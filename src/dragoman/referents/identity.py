"""What a phrase tells of whom it stands for; and small questions about the words of a phrase."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.clauses import Phrase
from dragoman.entries import Office, Organisation, State
from dragoman.record import Span
from dragoman.syntax import Word

FORMER = frozenset(["former", "ex", "late", "deposed", "ousted", "retired", "erstwhile", "onetime", "ex-"])
HONORIFICS = frozenset(["mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "sir", "lord", "lady"])
PLURAL_TAGS = ("NNS", "NNPS")
NEEDS_STATE = frozenset(("GOV", "MIL", "COP", "JUD", "LEG", "SPY", "OPP"))  # sectors of bodies that every state has
NAME_TAGS = ("NNP", "NNPS", "FW")


TIMES = ("at", "in", "by", "since", "until", "from", "between", "before", "after", "around")
JOINT_BODIES = ("coalition", "multinational", "international", "peacekeep", "allied", "-led", "-backed")


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


PLURAL_PRONOUNS = frozenset(
    ["they", "them", "their", "theirs", "themselves", "we", "us", "our", "ours", "ourselves", "both", "these", "those"]
)
DETERMINERS = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "some",
        "any",
        "many",
        "several",
        "few",
        "more",
        "most",
        "all",
        "both",
        "no",
        "other",
        "another",
    ]
)


def bare(words: Sequence[Word]) -> Sequence[Word]:
    """The words of a phrase without articles, numbers and marks before them."""
    first = 0
    while first < len(words) - 1 and (
        words[first].pos in ("DET", "NUM", "PUNCT", "ADP") or words[first].lower in DETERMINERS or words[first].tag in ("PRP$", "WP$")
        or words[first].pos == "ADV" or words[first].lower == "than"
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
    return (
        word.text[:1].isupper()
        and (word.tag in NAME_TAGS or word.pos in ("PROPN", "X") or (not last and word.pos == "ADJ"))
    ) or (
        not last
        and word.lower in ("al", "bin", "bint", "ibn", "ben", "de", "da", "del", "van", "von", "el", "la", "un")
    )


def is_former(words: Sequence[Word]) -> bool:
    return any(word.lower in FORMER or word.lower.startswith("ex-") for word in words)


def is_definite(phrase: Phrase) -> bool:
    first = phrase.words[0].lower
    return first in ("the", "this", "that", "these", "those", "both") or phrase.words[0].tag == "PRP$"


def is_time(phrase: Phrase) -> bool:
    """Is a number a clock time or a year: "at 2230", "in 1992"?"""
    return phrase.preposition in TIMES and len(phrase.head.text) == 4 and phrase.head.text.isdigit()


def is_counted(phrase: Phrase) -> bool:
    return any(
        word.pos == "NUM" or word.lower in ("dozens", "scores", "hundreds", "thousands") for word in phrase.words
    )


def lower_of(words: Sequence[Word]) -> str:
    return " ".join(word.lower for word in words if word.pos != "PUNCT")


def lemma_of_end(words: Sequence[Word]) -> str:
    """The words with the last one in its dictionary form: "navy commandos" is "navy commando"."""
    return " ".join([*(word.lower for word in words[:-1]), words[-1].lemma])


def span_of(words: Sequence[Word]) -> Span:
    return words[0].start, words[-1].end


def up_to(words: Sequence[Word], head: Word) -> Sequence[Word]:
    """The words of a phrase without adjectives after its head: "troops" of "troops loyal (to …)"."""
    return words[: words.index(head) + 1] if head in words else words


def is_joint_body(name: str) -> bool:
    """Does a description mean forces of several states?"""
    lowered = name.lower()
    return any(word in lowered for word in JOINT_BODIES)


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


def not_global(entry: Organisation) -> bool:
    return entry.sector not in ("IGO",)


def country(state: State, span: Span, *, metonym: bool, whole: bool) -> Identity:
    kind = "place_authority" if state.kind == "authority" else "country"
    return Identity(
        state.name,
        kind if whole else "place",
        span,
        state.code,
        named=True,
        metonym=metonym,
        key=f"country:{state.code}",
    )


def seat(state: State, name: str, span: Span) -> Identity:
    """The government of a state by the house that it sits in: "the Kremlin"."""
    return Identity(
        name, "organisation", span, state.code, "GOV", named=True, definite=True, metonym=True, key=f"seat:{name}"
    )


def with_country(identity: Identity, code: str | None) -> Identity:
    return replace(identity, country=code)
