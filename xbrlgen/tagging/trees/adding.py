"""Which sums of a release may stand in its calculation tree: those that hold wherever they apply."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from attrs import frozen

from xbrlgen.filing import Sum
from xbrlgen.model import Fact, Member, Period, QName, TypedMember, Unit

# Rates are small numbers of few digits, which add up by accident within their rounding: theirs must be exact.
RATES = frozenset({"percentItemType", "pureItemType"})


class Known(NamedTuple):
    """Between which values a number lies by all its prints."""

    low: Decimal
    high: Decimal

    def meet(self, other: Known) -> Known:
        """What both say; the one known first where they contradict each other."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        return Known(low, high) if low <= high else self

    def times(self, weight: int) -> Known:
        """As it counts in a sum."""
        if weight == 1:
            return self
        ends = (self.low * weight, self.high * weight)
        return Known(min(ends), max(ends))


Dimension = Member | TypedMember
Context = tuple[Period, Unit, tuple[Dimension, ...]]


@frozen
class Values:
    """The numbers of a report by concept and context."""

    known: Mapping[QName, Mapping[Context, Known]]

    @classmethod
    def of(cls, facts: Iterable[Fact]) -> Values:
        """What is known of each number."""
        found: dict[QName, dict[Context, Known]] = defaultdict(dict)
        for fact in facts:
            if isinstance(fact.value, Decimal) and fact.unit:
                context = (fact.period, fact.unit, fact.dimensions)
                same = found[fact.concept.name]
                same[context] = same[context].meet(_known(fact)) if context in same else _known(fact)
        return cls(dict(found))

    def bears(self, total: Sum) -> bool:
        """Whether a sum holds somewhere and fails nowhere; what the release adds wrong is told by proving."""
        verdicts = [verdict for _, verdict in self._verdicts(total)]
        return True in verdicts and False not in verdicts

    def against(self, total: Sum) -> tuple[Context, ...]:
        """Where a sum would be checked and not hold."""
        return tuple(context for context, holds in self._verdicts(total) if not holds)

    def _verdicts(self, total: Sum) -> Iterator[tuple[Context, bool]]:
        """Whether the sum holds, for each context with the total and at least one contributor."""
        children = [(self.known.get(arc.child, {}), arc.weight) for arc in total.arcs]
        for context, whole in self.known.get(total.total, {}).items():
            parts = [known[context].times(weight) for known, weight in children if context in known]
            if parts:
                low = sum((part.low for part in parts), Decimal(0))
                high = sum((part.high for part in parts), Decimal(0))
                yield context, low <= whole.high and whole.low <= high


def _known(fact: Fact) -> Known:
    if not isinstance(fact.value, Decimal):
        raise TypeError(fact.id)
    exact = fact.decimals is None or fact.concept.type in RATES
    half = Decimal(0) if exact else Decimal(5).scaleb(-(fact.decimals or 0) - 1)
    return Known(fact.value - half, fact.value + half)
