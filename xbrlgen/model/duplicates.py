"""Duplicate facts: the same aspects, told apart by value and accuracy.

The classes are those of "Handling Duplicate Facts in XBRL and Inline XBRL 1.0" and of Calculations 1.1:
complete duplicates have equal value and accuracy; numeric ones are consistent when those of equal accuracy
have equal values and there is a number that all may be roundings of, bounds included.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import Enum

from attrs import frozen

from xbrlgen.model.fact import Fact

_INFINITY = Decimal("Infinity")


class DuplicateClass(Enum):
    """How the facts of a set of duplicates agree."""

    COMPLETE = "complete"
    CONSISTENT = "consistent"
    INCONSISTENT = "inconsistent"


@frozen
class Duplicates:
    """Two or more facts with the same aspects, and how they agree."""

    facts: tuple[Fact, ...]
    kind: DuplicateClass


def interval(fact: Fact) -> tuple[Decimal, Decimal]:
    """The bounds of what the fact's number may have been rounded from; both belong to it."""
    if not isinstance(fact.value, Decimal):
        return (-_INFINITY, _INFINITY)
    half = Decimal(0) if fact.decimals is None else Decimal(5).scaleb(-fact.decimals - 1)
    return (fact.value - half, fact.value + half)


def classify(facts: Iterable[Fact]) -> DuplicateClass:
    """How facts with the same aspects agree."""
    given = tuple(facts)
    if len({(fact.value, fact.decimals) for fact in given}) == 1:
        return DuplicateClass.COMPLETE
    return DuplicateClass.CONSISTENT if _are_consistent(given) else DuplicateClass.INCONSISTENT


def _are_consistent(facts: tuple[Fact, ...]) -> bool:
    if not all(isinstance(fact.value, Decimal) for fact in facts):
        return False
    pairs = {(fact.value, fact.decimals) for fact in facts}
    if len({decimals for _, decimals in pairs}) < len(pairs):
        return False
    bounds = [interval(fact) for fact in facts]
    return max(low for low, _ in bounds) <= min(high for _, high in bounds)


def duplicates(facts: Iterable[Fact]) -> tuple[Duplicates, ...]:
    """The sets of duplicates among facts, in the order of the facts."""
    groups: dict[tuple[object, ...], list[Fact]] = {}
    for fact in sorted(facts, key=lambda fact: fact.key):
        groups.setdefault(fact.aspects, []).append(fact)
    return tuple(Duplicates(tuple(group), classify(group)) for group in groups.values() if len(group) > 1)
