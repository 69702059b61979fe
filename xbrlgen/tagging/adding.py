"""Which sums of a release may stand in its calculation tree: those that hold wherever they apply."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from attrs import frozen

from xbrlgen.filing import Sum
from xbrlgen.model import Fact, Member, Period, QName, TypedMember, Unit


@frozen
class Known:
    """The most accurate value of a concept in a period, and half a unit of its last digit."""

    value: Decimal
    half: Decimal


Dimension = Member | TypedMember
Spot = tuple[QName, Period, Unit, tuple[Dimension, ...]]


@frozen
class Values:
    """The numbers of a report."""

    known: Mapping[Spot, Known]

    @classmethod
    def of(cls, facts: Iterable[Fact]) -> Values:
        """The most accurate of each."""
        found: dict[Spot, Known] = {}
        for fact in facts:
            if isinstance(fact.value, Decimal) and fact.unit:
                half = Decimal(0) if fact.decimals is None else Decimal(5).scaleb(-fact.decimals - 1)
                spot = (fact.concept.name, fact.period, fact.unit, fact.dimensions)
                if spot not in found or half < found[spot].half:
                    found[spot] = Known(fact.value, half)
        return cls(found)

    def bears(self, total: Sum) -> bool:
        """Whether a sum holds somewhere and fails nowhere; what the release adds wrong is told by proving."""
        spots = [spot for spot in self.known if spot[0] == total.total]
        verdicts = [self._at(total, spot) for spot in spots]
        return "holds" in verdicts and not {"lacks", "fails"} & set(verdicts)

    def _at(self, total: Sum, spot: Spot) -> str:
        parts = [self.known.get((arc.child, *spot[1:])) for arc in total.arcs]
        present = [(part, arc.weight) for part, arc in zip(parts, total.arcs, strict=True) if part]
        if not present:
            return "nothing"
        whole = self.known[spot]
        slack = whole.half + sum((part.half for part, _ in present), Decimal(0))
        made = sum((part.value * weight for part, weight in present), Decimal(0))
        if abs(made - whole.value) <= slack:
            return "holds"
        return "fails" if all(parts) else "lacks"
