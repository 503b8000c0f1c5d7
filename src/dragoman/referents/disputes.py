"""Text -> the named disputes it speaks of, by their names and places; and the one to which an item belongs."""

import re
from collections import Counter

from dragoman.lexicon import Lexicon
from dragoman.record import Span
from dragoman.referents.phrasebook import Phrasebook, spelt

MATTERS = re.compile(r"\b(?:the|this|that|its|their) (?:[\w-]+ )?(?:conflict|crisis|dispute|war|issue|question|fighting|standoff|"
                     r"peace (?:process|talks)|ceasefire|truce|impasse)\b", re.I)  # fmt: skip


class Disputes:
    """The lexicon's disputes by name and by place; made once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.names = Phrasebook(spelt((dispute.name, dispute.names) for dispute in lexicon.disputes))
        places = {place: dispute.name for dispute in reversed(lexicon.disputes) for place in dispute.places}
        self.places = Phrasebook(places)


class Dispute:
    """Tells of one report which dispute a stretch of it belongs to."""

    def __init__(self, disputes: Disputes, text: str) -> None:
        self.text = text
        self.named, self.placed = list(disputes.names.find(text)), list(disputes.places.find(text))
        counted = Counter(name for _, name in (*self.named, *self.placed))
        self.main = counted.most_common(1)[0][0] if counted else None

    def of(self, span: Span) -> str | None:
        """By a name in it, a place in it, or words such as "the conflict" that take up what the report is about."""
        for known in (self.named, self.placed):
            found = [name for (start, end), name in known if span[0] <= start and end <= span[1]]
            if found:
                return self.main if self.main in found else found[0]
        return self.main if MATTERS.search(self.text[span[0] : span[1]]) else None
