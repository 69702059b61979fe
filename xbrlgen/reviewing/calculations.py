"""The filing's own sums with their facts, a column for each context that a total is reported in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from xbrlgen.filing import Filing, Sum
from xbrlgen.model import Fact, QName
from xbrlgen.model.numbers import half_of, number_of

Json = dict[str, Any]
Held = Mapping[QName, Mapping[tuple[Any, ...], Fact]]
# Columns beside each other that a page is wide enough for; the newest are shown.
_MOST_COLUMNS = 6


def calculations(filing: Filing) -> list[list[Json]]:
    """Lay out the sums of each role: concepts and, by context, the facts and how much the total is off."""
    held = _held(filing)
    return [[_laid_out(each, held) for each in role.sums] for role in filing.roles]


def _laid_out(each: Sum, held: Held) -> Json:
    return {
        "total": str(each.total),
        "terms": [[str(arc.child), arc.weight] for arc in each.arcs],
        "columns": _columns(each, held)[:_MOST_COLUMNS],
    }


def _held(filing: Filing) -> Held:
    """The most accurate fact of each concept in each context."""
    held: dict[QName, dict[tuple[Any, ...], Fact]] = {}
    for fact in sorted(filing.report.facts, key=_accuracy):
        if isinstance(fact.value, Decimal):
            key = fact.period, fact.unit, fact.dimensions
            held.setdefault(fact.concept.name, {})[key] = fact
    return held


def _accuracy(fact: Fact) -> tuple[bool, int]:
    return fact.decimals is None, fact.decimals or 0


def _columns(each: Sum, held: Held) -> list[Json]:
    columns = []
    for key, total in sorted(held.get(each.total, {}).items(), key=_latest_first):
        parts = [held.get(arc.child, {}).get(key) for arc in each.arcs]
        if any(parts):
            columns.append(
                {
                    "total": total.id,
                    "terms": [part.id if part else None for part in parts],
                    "off": _off(each, total, parts),
                }
            )
    return columns


def _latest_first(one: tuple[tuple[Any, ...], Fact]) -> tuple[int, int, bool]:
    """Sort by end, the latest first, then the shorter period first, then what has no dimensions."""
    period = one[1].period
    end = period.end or date.max
    return -end.toordinal(), -(period.start or end).toordinal(), bool(one[1].dimensions)


def _off(each: Sum, total: Fact, parts: list[Fact | None]) -> str:
    """The total less what the parts make, where rounding can't explain it; else nothing."""
    terms = [(arc.weight, part) for arc, part in zip(each.arcs, parts, strict=True) if part]
    difference = number_of(total) - sum((weight * number_of(part) for weight, part in terms), Decimal())
    slack = sum((half_of(fact) for fact in (total, *(part for _, part in terms))), Decimal())
    return f"{difference:,f}" if abs(difference) > slack else ""
