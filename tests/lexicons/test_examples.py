"""Every example of a frame is read back, every counter-example refused; what is known to fail must still fail."""

import re

import pytest

from dragoman.coder import Coder
from dragoman.lexicon import Frame, load_lexicon
from dragoman.record import Actor, Record, Report, Span

FRAMES = load_lexicon().frames
MARKS = re.compile(r"[\[\]{}]")


class Example:
    """An example with its marks taken out: the sentence, the spans in [] and those in {}."""

    def __init__(self, marked: str) -> None:
        self.text, self.actors, self.recipients = "", [], []
        opened: dict[str, int] = {}
        for piece in re.split(r"([\[\]{}])", marked):
            if piece in ("[", "{"):
                opened[piece] = len(self.text)
            elif piece == "]":
                self.actors.append((opened["["], len(self.text)))
            elif piece == "}":
                self.recipients.append((opened["{"], len(self.text)))
            else:
                self.text += piece


def cases(field: str) -> list[pytest.ParameterSet]:  # type: ignore[name-defined]
    return [
        pytest.param(frame, text, id=f"{frame.id}-{n}")
        for frame in FRAMES
        for n, text in enumerate(getattr(frame, field))
    ]


def touches(span: Span, other: Span) -> bool:
    return span[0] < other[1] and other[0] < span[1]


def marked(record: Record, ids: list[str], spans: list[Span]) -> bool:
    """Is each marked stretch touched by a mention of one of the actors?"""
    actors: list[Actor] = [actor for actor in record.actors if actor.id in ids]
    return all(any(touches(span, tuple(mention)) for actor in actors for mention in actor.mentions) for span in spans)


def reads(coder: Coder, frame: Frame, marked_text: str) -> bool:
    """Does the record hold a statement of the frame with the marked parties?"""
    example = Example(marked_text)
    stages = coder.explain(Report(id="example", text=example.text, published="2020-06-15", language="en"))
    record = stages.record
    if frame.list == "events":
        return any(
            event.type == frame.type and event.mode == frame.mode
            and marked(record, event.actors, example.actors)
            and marked(record, event.actors + event.recipients, example.recipients)
            for event in record.events
        )  # fmt: skip
    if frame.list == "positions":
        return any(
            p.stance == frame.stance and marked(record, p.holders + p.on_behalf_of, example.actors)
            and all(touches(p.evidence, span) for span in example.recipients)
            for p in record.positions
        )  # fmt: skip
    if frame.list == "situations":
        return any(
            s.kind == frame.kind and marked(record, s.subjects, example.actors)
            and all(touches(s.evidence, span) for span in example.recipients)
            for s in record.situations
        )  # fmt: skip
    if frame.list == "tolls":
        return any(
            t.measure == frame.measure and marked(record, t.perpetrators, example.actors)
            and all(touches(t.evidence, span) for span in example.recipients)
            for t in record.tolls
        )  # fmt: skip
    heard = [r for r in stages.readings if r.frame.list == "speech" and r.frame.says == frame.says]
    spoken = [phrase.span for reading in heard for phrase in reading.slot("A")]
    return bool(heard) and all(any(touches(span, other) for other in spoken) for span in example.actors)


def fires(coder: Coder, frame: Frame, text: str) -> bool:
    """Does the frame itself give a statement?"""
    stages = coder.explain(Report(id="example", text=MARKS.sub("", text), published="2020-06-15", language="en"))
    record = stages.record
    items = (*record.events, *record.positions, *record.tolls, *record.situations)
    return any(item.rule == frame.id for item in items)


@pytest.mark.parametrize(("frame", "text"), list(cases("examples")))
def test_example_is_read(coder: Coder, frame: Frame, text: str) -> None:
    assert frame.type == "none" or reads(coder, frame, text)


@pytest.mark.parametrize(("frame", "text"), cases("never"))
def test_counter_example_is_refused(coder: Coder, frame: Frame, text: str) -> None:
    assert not fires(coder, frame, text)


@pytest.mark.parametrize(("frame", "text"), cases("hard"))
@pytest.mark.xfail(reason="not read yet", strict=True)
def test_hard_example(coder: Coder, frame: Frame, text: str) -> None:
    assert reads(coder, frame, text)
