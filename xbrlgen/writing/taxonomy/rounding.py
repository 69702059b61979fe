"""Sums that hold but for rounding, which Calculations 1.0 takes for inconsistent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_EVEN, Decimal

from xbrlgen.filing import Filing, Role, Sum
from xbrlgen.findings import Finding, Severity
from xbrlgen.model import Fact, QName
from xbrlgen.model.numbers import half_of, number_of

_Known = Mapping[QName, Mapping[object, Fact]]


def rounding_findings(filing: Filing) -> Iterator[Finding]:
    """A finding for each sum that a check by the rules of Calculations 1.0 will call inconsistent."""
    known: dict[QName, dict[object, Fact]] = {}
    for fact in filing.report.facts:
        if isinstance(fact.value, Decimal):
            same = known.setdefault(fact.concept.name, {})
            context = (fact.entity, fact.period, fact.unit, fact.dimensions)
            if context not in same or _exactness(fact) > _exactness(same[context]):
                same[context] = fact
    for role in filing.roles:
        for claim in role.sums:
            off = [
                total
                for context, total in known.get(claim.total, {}).items()
                if _off(claim, total, context, known)
            ]
            if off:
                yield _finding(role, claim, off)


def _exactness(fact: Fact) -> float:
    return float("inf") if fact.decimals is None else fact.decimals


def _off(claim: Sum, total: Fact, context: object, known: _Known) -> bool:
    """Whether the sum, rounded as the total is, differs from it by no more than rounding can."""
    parts = [
        (arc.weight, known[arc.child][context]) for arc in claim.arcs if context in known.get(arc.child, {})
    ]
    if not parts:
        return False
    computed = sum((weight * number_of(part) for weight, part in parts), Decimal(0))
    if total.decimals is not None:
        computed = computed.quantize(Decimal(1).scaleb(-total.decimals), ROUND_HALF_EVEN)
    slack = sum((half_of(part) for _, part in parts), half_of(total))
    return computed != number_of(total) and abs(computed - number_of(total)) <= slack


def _finding(role: Role, claim: Sum, off: list[Fact]) -> Finding:
    return Finding(
        "writing.rounding",
        Severity.INFO,
        f"The sum of {claim.total} in {role.definition!r} holds but for rounding ({len(off)} times); "
        "a check by the rules of Calculations 1.0 calls that inconsistent.",
        about=(str(claim.total), *(fact.id for fact in off)),
        remedy="Nothing; with calculations='1.1' the arcs have rules that know rounding.",
    )
