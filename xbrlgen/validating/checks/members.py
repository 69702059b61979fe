"""Sums across the members of an axis.

Do the parts of a breakdown make its total? Nothing in a taxonomy says which members are all the parts of
a whole. A set of members counts as parts when it adds up for most of the facts that are broken down by
it; then a fact where it doesn't is told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from attrs import frozen

from xbrlgen.findings import Finding
from xbrlgen.validating.accuracy import Interval, interval
from xbrlgen.validating.checks.lookups import Cell, cells, children, total_of, without
from xbrlgen.validating.facts import Reported, UnitKey
from xbrlgen.validating.names import DIMENSION_DOMAIN, DOMAIN_MEMBER, PURE, local
from xbrlgen.validating.telling.describing import number
from xbrlgen.validating.telling.reporting import Reporter

# A member and the fact that has it.
Part = tuple[str, Reported]
# Dates at which members add up to the whole before one at which they don't is told: else they are just some
# of it.
_ENOUGH = 3
# The axis of what no segment bears: costs of the whole company, eliminations.
_BESIDE = "ConsolidationItemsAxis"


@frozen
class Breakdown:
    """A total and its parts by members of one axis; each of ``beside`` may make the whole with them."""

    axis: str
    members: frozenset[str]
    total: Reported
    parts: tuple[Reported, ...]
    beside: tuple[tuple[Reported, ...], ...] = ()

    @property
    def computed(self) -> Interval:
        """What the parts may add up to."""
        return total_of((Decimal(1), part) for part in self.parts)

    @property
    def holds(self) -> bool:
        """Whether the parts make the total, alone or with what stands beside them."""
        whole, sets = interval(self.total), [self.parts]
        for more in self.beside:
            sets += [(*each, *more) for each in sets]
        return any(whole.meets(total_of((Decimal(1), part) for part in each)) for each in sets)


def member_sums(reporter: Reporter) -> Iterator[Finding]:
    """A finding for each breakdown that fails while others by the same members hold."""
    families: dict[tuple[str, frozenset[str]], list[Breakdown]] = defaultdict(list)
    for breakdown in breakdowns(reporter):
        families[breakdown.axis, breakdown.members].append(breakdown)
    for family in families.values():
        failing = [one for one in family if not one.holds]
        holding = [one for one in family if one.holds and any(part.value for part in one.parts)]
        if len(holding) >= _ENOUGH and len(failing) * 2 < len(holding):
            for one in failing:
                yield _finding(one, len(holding), reporter)


def breakdowns(reporter: Reporter) -> Iterator[Breakdown]:
    """Every fact without an axis beside facts with sibling members of that axis."""
    instance = reporter.loaded.instance
    held, siblings = cells(instance), _siblings(reporter)
    parts = _by_axis(held)
    besides = {whole: found for (whole, axis), found in parts.items() if local(axis) == _BESIDE}
    for (whole, axis), found in parts.items():
        total = held.get(whole)
        if total is not None and len(found) > 1 and _adds_up(instance.units, total):
            beside = besides.get(whole, []) if local(axis) != _BESIDE else []
            yield from _groups(axis, total, found, beside, siblings)


def _by_axis(held: Mapping[Cell, Reported]) -> dict[tuple[Cell, str], list[Part]]:
    """The members and facts that a whole is broken down into, by axis."""
    parts: dict[tuple[Cell, str], list[Part]] = defaultdict(list)
    for (concept, aspects, unit), fact in held.items():
        for dimension in aspects.dimensions:
            if not dimension.typed:
                whole = (concept, without(aspects, dimension), unit)
                parts[whole, dimension.axis].append((dimension.value, fact))
    return parts


def _groups(
    axis: str,
    total: Reported,
    found: Sequence[Part],
    beside: Sequence[Part],
    siblings: Mapping[str, Sequence[frozenset[str]]],
) -> Iterator[Breakdown]:
    """A breakdown for each group of siblings with two parts of the whole or more."""
    for group in dict.fromkeys(group for member, _ in found for group in siblings.get(member, ())):
        inside = [(member, fact) for member, fact in found if member in group]
        if len(inside) > 1:
            members = frozenset(member for member, _ in inside)
            outside = [(member, fact) for member, fact in found if member not in group]
            yield Breakdown(axis, members, total, _facts(inside), (_facts(outside), _facts(beside)))


def _facts(found: Iterable[Part]) -> tuple[Reported, ...]:
    return tuple(fact for _, fact in found)


def _adds_up(units: Sequence[UnitKey], fact: Reported) -> bool:
    """Whether parts of a fact add up at all: amounts and counts do, rates and amounts a share don't."""
    unit = units[fact.measure] if fact.measure >= 0 else UnitKey((PURE,))
    return not unit.denominators and unit.numerators != (PURE,)


def _siblings(reporter: Reporter) -> dict[str, list[frozenset[str]]]:
    """The groups that each member stands in: side by side under one member or domain."""
    dts = reporter.loaded.dts
    arcs = [*dts.of(DIMENSION_DOMAIN), *dts.of(DOMAIN_MEMBER)]
    trees = children((arc.role + "|" + arc.source, arc.target) for arc in arcs)
    groups: dict[str, list[frozenset[str]]] = defaultdict(list)
    for group in sorted({frozenset(below) for below in trees.values() if len(below) > 1}, key=sorted):
        for member in group:
            groups[member].append(group)
    return groups


def _finding(one: Breakdown, holding: int, reporter: Reporter) -> Finding:
    members = ", ".join(sorted(map(reporter.name, one.members)))
    computed = sum((part.value or Decimal(0) for part in one.parts), Decimal(0))
    total = one.total.value or Decimal(0)
    axis, where = reporter.name(one.axis), reporter.context(one.total.aspects)
    return reporter.finding(
        "dimensions.sum",
        f"{reporter.name(one.total.concept)} is {number(total)}, its members on {axis} make "
        f"{number(computed)}: a difference of {number(total - computed)} ({where})",
        facts=(one.total, *one.parts),
        about=[reporter.name(one.total.concept)],
        remedy=f"The same members ({members}) add up {holding} times elsewhere: compare with the source.",
        details=(("axis", reporter.name(one.axis)), *reporter.aspects(one.total.aspects, one.total.measure)),
    )
