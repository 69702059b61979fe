"""Facts looked up by what they are about, as several checks do it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from attrs import evolve

from xbrlgen.validating.accuracy import EXACT, Interval, interval, is_finer
from xbrlgen.validating.facts import Aspects, Dimension, Instance, Reported

Cell = tuple[str, Aspects, int]


def cells(instance: Instance) -> dict[Cell, Reported]:
    """The most accurate readable numeric fact for each concept, context and unit."""
    held: dict[Cell, Reported] = {}
    for fact in instance.facts:
        if fact.is_numeric and fact.value is not None and fact.aspects >= 0 and not fact.scope:
            key = (fact.concept, instance.aspects[fact.aspects], fact.measure)
            if key not in held or is_finer(fact, held[key]):
                held[key] = fact
    return held


def without(aspects: Aspects, dimension: Dimension) -> Aspects:
    """A context with one dimension taken away."""
    return evolve(aspects, dimensions=aspects.dimensions - {dimension})


def total_of(parts: Iterable[tuple[Decimal, Reported]]) -> Interval:
    """What weighted facts may add up to."""
    found = EXACT
    for weight, fact in parts:
        found = found.plus(interval(fact).times(weight))
    return found


def children(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """What stands below each name, in order, each once."""
    held: dict[str, list[str]] = defaultdict(list)
    for above, below in pairs:
        if below not in held[above]:
            held[above].append(below)
    return held
