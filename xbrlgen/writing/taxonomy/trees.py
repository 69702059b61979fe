"""Walks over the trees of a filing's roles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from xbrlgen.filing import Filing, Node, Role
from xbrlgen.model import Member, QName


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Every node of some trees, parents before children, in order."""
    waiting = list(nodes)[::-1]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += node.children[::-1]


def _concepts_of(role: Role) -> Iterator[QName]:
    """Every concept that a role names, in tree order, with repetitions."""
    for node in walk(role.tree):
        yield node.concept
    for total in role.sums:
        yield total.total
        yield from (arc.child for arc in total.arcs)
    if role.hypercube:
        yield role.hypercube.table
        yield role.hypercube.line_items
        for axis, domain, members in role.hypercube.axes:
            yield from (axis, domain, *members)


def concepts_used(filing: Filing) -> tuple[QName, ...]:
    """Every concept that the facts or trees of a filing name, once each, in order of first use."""
    seen: dict[QName, None] = {}
    for role in filing.roles:
        seen.update(dict.fromkeys(_concepts_of(role)))
    for fact in {(id(fact.concept), id(fact.dimensions)): fact for fact in filing.report.facts}.values():
        seen[fact.concept.name] = None
        for value in fact.dimensions:
            seen[value.axis] = None
            if isinstance(value, Member):
                seen[value.member] = None
    return tuple(seen)
