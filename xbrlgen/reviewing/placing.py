"""Which facts are printed where a number stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from xbrlgen.filing import Placement
from xbrlgen.places import Place


def facts_at(placements: Iterable[Placement], places: Iterable[Place]) -> Mapping[Place, list[str]]:
    """The facts whose places hold each place, in the order of the placements."""
    waiting = sorted(enumerate(placements), key=lambda item: item[1].place, reverse=True)
    found: dict[Place, list[str]] = {}
    around: list[tuple[int, Placement]] = []
    for place in sorted(set(places)):
        while waiting and _begin(waiting[-1][1].place) <= _begin(place):
            around.append(waiting.pop())
        around = [item for item in around if _reaches(item[1].place, place)]
        found[place] = [placement.fact for _, placement in sorted(around) if placement.place.holds(place)]
    return found


def _begin(place: Place) -> tuple[int, int]:
    return (place.source, place.start)


def _reaches(one: Place, place: Place) -> bool:
    return one.source == place.source and one.end >= place.start
