"""Sums of the taxonomy that facts keep: they may be claimed for facts that come without any."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from xbrlgen.filing import Arc, Sum
from xbrlgen.model import Fact, QName
from xbrlgen.model.numbers import half_of, number_of
from xbrlgen.taxonomy import Taxonomy

_Known = Mapping[QName, Mapping[object, Fact]]


def standard_sums(
    facts: Sequence[Fact], role: str, wanted: Iterable[QName], taxonomy: Taxonomy
) -> tuple[Sum, ...]:
    """The sums of a role between concepts of a set that hold wherever the total is reported."""
    known: dict[QName, dict[object, Fact]] = {}
    for fact in facts:
        if isinstance(fact.value, Decimal):
            known.setdefault(fact.concept.name, {})[_context(fact)] = fact
    sums = []
    for total in sorted(wanted):
        arcs = taxonomy.children(total.local, role.partition("/role/")[2]) if total in known else ()
        parts = tuple(Arc(taxonomy.qname(arc.child), arc.weight) for arc in arcs)
        found = Sum(total, tuple(arc for arc in parts if arc.child in known))
        if found.arcs and _holds(found, known):
            sums.append(found)
    return tuple(sums)


def _context(fact: Fact) -> object:
    return (fact.entity, fact.period, fact.unit, fact.dimensions)


def _holds(claim: Sum, known: _Known) -> bool:
    return all(_holds_for(total, context, claim.arcs, known) for context, total in known[claim.total].items())


def _holds_for(total: Fact, context: object, arcs: Iterable[Arc], known: _Known) -> bool:
    found = [(arc, known[arc.child][context]) for arc in arcs if context in known[arc.child]]
    if not found:
        return False
    computed = sum((arc.weight * number_of(fact) for arc, fact in found), Decimal(0))
    slack = sum((half_of(fact) for _, fact in found), half_of(total))
    return abs(number_of(total) - computed) <= slack
