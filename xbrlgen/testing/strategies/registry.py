"""Strategies over real taxonomies: plausible statements from a year's index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Final

from attrs import frozen
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from xbrlgen.model import Concept, Fact, Period, PeriodType, QName
from xbrlgen.taxonomy import Taxonomy
from xbrlgen.taxonomy.editions import editions_of
from xbrlgen.testing.cases import ROLE, Case
from xbrlgen.testing.strategies.networks import ENTITY, USD, printed
from xbrlgen.testing.strategies.trees import Tree

_ACCURACIES: Final = (-3, -6, 0)
_MONEY: Final = "monetaryItemType"
_NUMBERS: Final = st.integers(0, 8_000_000).map(Decimal)


@frozen
class _Choice:
    """A total of a taxonomy with its possible parts, each with its weight."""

    total: Concept
    parts: tuple[tuple[Concept, int], ...]

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """The total and its parts."""
        return (self.total, *(part for part, _ in self.parts))


@st.composite
def registry_statements(
    draw: st.DrawFn, *, years: SearchStrategy[int] | None = None, family: str = "us-gaap", max_parts: int = 6
) -> Case:
    """Statements of a real taxonomy: a total, some of the parts its calculation tree has, and perhaps theirs.

    The years are those of all editions of the family. The numbers add up, each rounded by itself, in one
    period that fits the concepts and the year.
    """
    year = draw(st.sampled_from([one.year for one in editions_of(family)]) if years is None else years)
    known = _totals(family, year)
    root = draw(st.sampled_from(tuple(known)))
    shape = _grown(root, known, draw(st.lists(st.integers(0, 40), min_size=1, max_size=max_parts)))
    accuracy = draw(st.sampled_from(_ACCURACIES))
    leaves = {name: draw(_NUMBERS).scaleb(-accuracy - 3) for name in shape.leaves()}
    facts = [
        _fact(f"f{key}", _named(family, year)[name], printed(value, accuracy), year, accuracy)
        for key, (name, value) in enumerate(shape.values(leaves).items(), 1)
    ]
    return Case(facts, shape.networks(ROLE, "1.0"))


def _fact(key: str, concept: Concept, value: Decimal, year: int, accuracy: int) -> Fact:
    return Fact(key, concept, ENTITY, _period(concept, year), value, USD, (), accuracy)


@cache
def _named(family: str, year: int) -> Mapping[QName, Concept]:
    return {concept.name: concept for choice in _totals(family, year).values() for concept in choice.concepts}


@cache
def _totals(family: str, year: int) -> Mapping[QName, _Choice]:
    """The monetary totals of a year that have at least two monetary parts of their own period type."""
    taxonomy = Taxonomy.of(family, year)
    found = (_choice(taxonomy, name) for name in taxonomy.names())
    return {choice.total.name: choice for choice in found if choice is not None and len(choice.parts) > 1}


def _choice(taxonomy: Taxonomy, name: str) -> _Choice | None:
    """A total with its parts in the first role that has any."""
    arcs, total = taxonomy.children(name), taxonomy.concept(name)
    if not arcs or total is None or total.type != _MONEY:
        return None
    role = arcs[0].roles[:1]
    parts = [(taxonomy.concept(arc.child), arc.weight) for arc in arcs if arc.roles[:1] == role]
    fitting = tuple((part, weight) for part, weight in parts if part is not None and _fits(part, total))
    return _Choice(total, fitting)


def _fits(part: Concept, total: Concept) -> bool:
    return part.type == _MONEY and part.period_type is total.period_type and not part.abstract


def _grown(root: QName, known: Mapping[QName, _Choice], codes: Sequence[int]) -> Tree:
    """A tree that grows by one part a code, under any of its totals; no concept is in it twice."""
    below: dict[QName, list[tuple[QName, int]]] = {root: []}
    for code in codes:
        free = [
            (name, part.name, weight)
            for name in below
            if name in known
            for part, weight in known[name].parts
            if part.name not in below
        ]
        if free:
            parent, child, weight = free[code % len(free)]
            below[parent].append((child, weight))
            below[child] = []
    return _tree(root, below)


def _tree(name: QName, below: Mapping[QName, Sequence[tuple[QName, int]]]) -> Tree:
    return Tree(name, tuple((_tree(child, below), Decimal(weight)) for child, weight in below[name]))


def _period(concept: Concept, year: int) -> Period:
    end = date(year, 12, 31)
    if concept.period_type is PeriodType.INSTANT:
        return Period.instant(end)
    return Period.duration(date(year, 1, 1), end)
