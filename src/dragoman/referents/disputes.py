"""Text -> the named disputes it speaks of, by their names and places; and the one to which an item belongs."""

import re
from collections import Counter

from dragoman.lexicon import Lexicon
from dragoman.record import Span

MATTERS = re.compile(r"\b(?:the|this|that|its|their) (?:[\w-]+ )?(?:conflict|crisis|dispute|war|issue|question|fighting|standoff|"
                     r"peace (?:process|talks)|ceasefire|truce|impasse)\b", re.I)  # fmt: skip
SHORTEST = 4  # letters of a name that is looked for


class Disputes:
    """An index of the lexicon's disputes; made once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.by_name: dict[str, str] = {}
        self.by_place: dict[str, str] = {}
        for dispute in lexicon.disputes:
            for name in (dispute.name, *dispute.names):
                self.by_name.setdefault(name, dispute.name)
            for place in dispute.places:
                self.by_place.setdefault(place, dispute.name)
        self.names = alternatives(self.by_name)
        self.places = alternatives(self.by_place)

    def named(self, text: str) -> list[str]:
        """The disputes that a text names, in order; a name inside a longer one does not count."""
        return [self.by_name[found] for found in self.names.findall(text)] if self.by_name else []

    def placed(self, text: str) -> list[str]:
        """The disputes whose places a text names."""
        return [self.by_place[found] for found in self.places.findall(text)] if self.by_place else []


def alternatives(table: dict[str, str]) -> re.Pattern[str]:
    names = sorted((name for name in table if len(name) >= SHORTEST), key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, names)) + r")(?![\w-])")


class Dispute:
    """Tells of one report which dispute a stretch of it belongs to."""

    def __init__(self, disputes: Disputes, text: str) -> None:
        self.disputes, self.text = disputes, text
        counted = Counter([*disputes.named(text), *disputes.placed(text)])
        self.main = counted.most_common(1)[0][0] if counted else None

    def of(self, span: Span) -> str | None:
        """By a name in it, a place in it, or words such as "the conflict" that take up what the report is about."""
        words = self.text[span[0] : span[1]]
        for found in (self.disputes.named(words), self.disputes.placed(words)):
            if found:
                return self.main if self.main in found else found[0]
        return self.main if MATTERS.search(words) else None
