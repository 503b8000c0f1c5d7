"""Rows of a user's lexicon on top of the shipped ones: what replaces, what adds, what ends an earlier term.

A state's row adds its spellings to those of its code. An organisation takes its spellings over. Any other row replaces those of its key.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from dragoman.entries import Office, Organisation, Role, State
from dragoman.faults import ONE_PERSON

KEYS: Mapping[type, tuple[str, ...]] = {Role: ("noun",), Office: ("name", "country", "role")}
NAME = ("name",)


def put_on_top(old: Sequence[Any], new: Sequence[Any]) -> list[Any]:
    """The old rows as the new ones leave them, then the new ones."""
    first = new[0]
    if isinstance(first, State):
        return with_spellings(old, new)
    if isinstance(first, Organisation):
        return [*without_spellings(old, new), *new]
    taken = {key_of(row) for row in new}
    kept = [row for row in old if key_of(row) not in taken]
    return [*(handed_over(kept, new) if isinstance(first, Office) else kept), *new]


def key_of(row: Any) -> tuple[str, ...]:
    return tuple(getattr(row, field) for field in KEYS.get(type(row), NAME))


def with_spellings(old: Sequence[State], new: Sequence[State]) -> list[State]:
    """States by code: lists are joined, single values of the new row win where it has any."""
    states: dict[str, State] = {state.code: state for state in old}
    for state in new:
        states[state.code] = joined(states[state.code], state) if state.code in states else state
    return list(states.values())


def joined(old: State, new: State) -> State:
    def both(field: str) -> Any:
        before, after = getattr(old, field), getattr(new, field)
        return tuple(dict.fromkeys((*before, *after))) if isinstance(before, tuple) else after or before

    return State(*(both(field) for field in State.__slots__))


def without_spellings(old: Sequence[Organisation], new: Sequence[Organisation]) -> list[Organisation]:
    """Organisations without the spellings that the new ones take over; those whose name is taken are gone."""
    taken = {name for row in new for name in (row.name, *row.names)}
    return [
        row if taken.isdisjoint(row.names) else replace(row, names=tuple(n for n in row.names if n not in taken))
        for row in old if row.name not in taken
    ]  # fmt: skip


def handed_over(old: Sequence[Office], new: Sequence[Office]) -> list[Office]:
    """Terms of one-person offices, each that is open ended by the first later term of another person."""
    begins: dict[tuple[str, str], list[Office]] = {}
    for row in new:
        if row.role in ONE_PERSON and row.since:
            begins.setdefault((row.country, row.role), []).append(row)

    def ended(row: Office) -> Office:
        successors = begins.get((row.country, row.role), ()) if not row.until else ()
        later = [other.since for other in successors if other.since >= row.since and other.name != row.name]
        return replace(row, until=min(later)) if later else row

    return [ended(row) for row in old]
