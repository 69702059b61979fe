"""Roll-forwards: opening balance and changes must give the closing balance.

A roll-forward shows in the presentation tree as a balance that stands twice among siblings, once labelled
as the period's start and once as its end. What changes count, and with which sign, a tree doesn't say: a
roll-forward is told as failing only where it holds for other periods or members of the same report, or
where the taxonomy names a change as the net change of that very balance.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TypeAlias

from attrs import evolve, frozen

from xbrlgen.findings import Finding
from xbrlgen.validating.accuracy import interval
from xbrlgen.validating.checks.lookups import Cell, cells, total_of
from xbrlgen.validating.facts import Aspects, Reported
from xbrlgen.validating.missing.standins import side_of
from xbrlgen.validating.names import PARENT_CHILD, PERIOD_END_LABEL, PERIOD_START_LABEL, local
from xbrlgen.validating.taxonomy.linkbase import Relation
from xbrlgen.validating.telling.describing import number
from xbrlgen.validating.telling.reporting import Reporter

# What names of the standard taxonomies say of the net change in cash, and of what exchange rates do to cash.
_NET_CHANGES = ("PeriodIncreaseDecrease", "IncreaseDecreaseInCash")
_ALL_CHANGES = ("PeriodIncreaseDecrease", "PeriodIncreaseDecreaseIncludingExchangeRateEffect")
_OF_RATES = ("EffectOfExchangeRate",)
Rows: TypeAlias = dict[str, list[tuple[Aspects, int, Reported]]]


@frozen
class Roll:
    """A balance with the changes shown between its start and its end, each with the sign it is shown with."""

    role: str
    balance: str
    changes: tuple[tuple[str, int], ...]


@frozen
class Passage:
    """One period of a roll-forward: balances at both ends and the changes in between."""

    roll: Roll
    start: Reported
    end: Reported
    changes: tuple[tuple[int, Reported], ...]

    def kind(self, reporter: Reporter) -> frozenset[object]:
        """What passages must share to be each other's evidence: the changes and the dimensions."""
        dimensions = reporter.loaded.instance.aspects[self.end.aspects].dimensions
        return frozenset({fact.concept for _, fact in self.changes}) | dimensions

    @property
    def moves(self) -> bool:
        """Whether anything changed at all."""
        return any(fact.value for _, fact in self.changes)

    @property
    def holds(self) -> bool:
        """Whether the start and the changes make the end."""
        parts = [(Decimal(1), self.start), *((Decimal(sign), fact) for sign, fact in self.changes)]
        return interval(self.end).meets(total_of(parts))

    @property
    def difference(self) -> Decimal:
        """The end less the start and the changes."""
        moved = sum((sign * (fact.value or Decimal(0)) for sign, fact in self.changes), Decimal(0))
        return (self.end.value or Decimal(0)) - (self.start.value or Decimal(0)) - moved


def roll_forwards(reporter: Reporter) -> Iterator[Finding]:
    """A finding for each period of a roll-forward that fails while the same changes make others hold."""
    held = cells(reporter.loaded.instance)
    rows = _by_concept(held)
    told: set[tuple[int, int]] = set()
    for roll in rolls(reporter):
        families: dict[frozenset[object], list[Passage]] = defaultdict(list)
        for passage in _passages(roll, held, rows):
            families[passage.kind(reporter)].append(passage)
        for family in families.values():
            holding = [one for one in family if one.holds and one.moves]
            failing = [one for one in family if not one.holds and not _is_restated(one, rows, reporter)]
            for one in failing if len(failing) <= len(holding) or _is_by_name(roll) else ():
                if (one.start.index, one.end.index) not in told:
                    told.add((one.start.index, one.end.index))
                    yield _finding(one, len(holding), reporter)


def _is_by_name(roll: Roll) -> bool:
    """Whether the only change is by its name all that happened to the balance."""
    names = [local(name) for name, _ in roll.changes]
    balance = local(roll.balance).removesuffix("AtCarryingValue")
    return len(names) == 1 and names[0] in {f"{balance}{ending}" for ending in _ALL_CHANGES}


def _by_concept(held: dict[Cell, Reported]) -> Rows:
    rows: Rows = defaultdict(list)
    for (concept, aspects, unit), fact in held.items():
        rows[concept].append((aspects, unit, fact))
    return rows


def _is_restated(one: Passage, rows: Rows, reporter: Reporter) -> bool:
    """Whether the start was restated by the difference: a fact of it with one more dimension says so."""
    start = reporter.loaded.instance.aspects[one.start.aspects]
    return any(
        (aspects.entity, aspects.end) == (start.entity, start.end)
        and aspects.dimensions > start.dimensions
        and fact.value == one.difference
        for aspects, _, fact in rows.get(one.roll.balance, ())
    )


def rolls(reporter: Reporter) -> list[Roll]:
    """The roll-forwards of the presentation trees."""
    siblings: dict[tuple[str, str], list[Relation]] = defaultdict(list)
    for relation in reporter.loaded.dts.of(PARENT_CHILD):
        siblings[relation.role, relation.source].append(relation)
    found: list[Roll] = []
    for (role, _), relations in siblings.items():
        ordered = sorted(relations, key=lambda relation: relation.order)
        found += _rolls_among(role, ordered, reporter)
    return list(dict.fromkeys(found))


def _rolls_among(role: str, relations: Sequence[Relation], reporter: Reporter) -> Iterator[Roll]:
    starts = {one.target: place for place, one in enumerate(relations) if _labels(one, PERIOD_START_LABEL)}
    for place, one in enumerate(relations):
        if one.target in starts and _labels(one, PERIOD_END_LABEL) and starts[one.target] < place:
            between = relations[starts[one.target] + 1 : place]
            between = [two for two in between if two.target not in starts] or _net_change(
                relations[: starts[one.target]]
            )
            changes = tuple((two.target, _sign(two, one.target, reporter)) for two in between)
            if changes:
                yield Roll(role, one.target, _without_totals(changes, reporter))


def _net_change(above: Sequence[Relation]) -> list[Relation]:
    """The net change right above a balance of cash, with the effect of exchange rates between them."""
    found: list[Relation] = []
    for relation in reversed(above):
        name = local(relation.target)
        found.insert(0, relation)
        if any(words in name for words in _NET_CHANGES):
            return found
        if not any(words in name for words in _OF_RATES):
            break
    return []


def _labels(relation: Relation, role: str) -> bool:
    """Whether a label role is that of a period's start or end, negated or not."""
    preferred = relation.get("preferredLabel").rpartition("/")[2].lower()
    return preferred.endswith(role.rpartition("/")[2].lower())


def _sign(relation: Relation, balance: str, reporter: Reporter) -> int:
    """How a change counts: by the sides of the books, else by the sign it is shown with."""
    mine, other = (side_of(name, reporter.loaded.dts) for name in (relation.target, balance))
    if mine and other:
        return 1 if mine == other else -1
    return -1 if "negated" in relation.get("preferredLabel").rpartition("/")[2].lower() else 1


def _without_totals(changes: tuple[tuple[str, int], ...], reporter: Reporter) -> tuple[tuple[str, int], ...]:
    """The changes without those that are sums of others among them."""
    named = {name for name, _ in changes}
    totals = {
        network.total
        for network in reporter.loaded.dts.networks
        if network.total in named and len({arc.item for arc in network.arcs} & named) > 1
    }
    return tuple((name, sign) for name, sign in changes if name not in totals)


def _passages(roll: Roll, held: dict[Cell, Reported], rows: Rows) -> Iterator[Passage]:
    changes: dict[tuple[Aspects, int], list[tuple[int, Reported]]] = defaultdict(list)
    for name, sign in dict(roll.changes).items():
        for aspects, unit, fact in rows.get(name, ()):
            if not aspects.is_instant:
                changes[aspects, unit].append((sign, fact))
    for (aspects, unit), found in changes.items():
        start = held.get((roll.balance, evolve(aspects, start="", end=aspects.start), unit))
        end = held.get((roll.balance, evolve(aspects, start=""), unit))
        if start is not None and end is not None:
            yield Passage(roll, start, end, tuple(found))


def _finding(one: Passage, holding: int, reporter: Reporter) -> Finding:
    changed = one.changes[0][1]
    name, start, end = reporter.name(one.roll.balance), number(one.start.value), number(one.end.value)
    counted = "the change misses" if len(one.changes) == 1 else f"the {len(one.changes)} changes miss"
    return reporter.finding(
        "rollforward.mismatch",
        f"{name} goes from {start} to {end}, but {counted} that by "
        f"{number(one.difference)} ({reporter.context(changed.aspects)})",
        facts=(one.end, one.start, *(fact for _, fact in one.changes)),
        about=[reporter.name(one.roll.balance)],
        remedy=f"The same changes add up {holding} times elsewhere: compare these with the source."
        if holding
        else "Compare both balances and the net change with the source, their periods and signs first.",
        details=(
            ("role", one.roll.role),
            ("statement", reporter.role(one.roll.role)),
            *reporter.aspects(changed.aspects, changed.measure),
            ("difference", number(one.difference)),
        ),
    )
