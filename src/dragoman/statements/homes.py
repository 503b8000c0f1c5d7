"""Events with their places -> the state of victims, demonstrators and unknown attackers: that of the place they are told in."""

from collections import defaultdict
from collections.abc import Iterable

from dragoman.record import Event
from dragoman.referents.identity import with_country
from dragoman.referents.parties import Referents, is_unsettled


def settle_by_place(events: Iterable[Event], referents: Referents) -> None:
    """Give each party without a name and a state that of the places of its acts, if they are all in one."""
    places: defaultdict[str, set[str]] = defaultdict(set)
    for event in events:
        if event.place and event.place.country:
            for id in (*event.actors, *event.recipients):
                places[id].add(event.place.country)
    for party in referents.parties:
        codes = places.get(party.id, set())
        if len(codes) == 1 and is_unsettled(party):
            party.identity = with_country(party.identity, *codes)
