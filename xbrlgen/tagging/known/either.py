"""Concepts that serve a row equally well."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from xbrlgen.tagging.known.tables import lines

_NONE: Final[frozenset[int]] = frozenset()


@lru_cache(maxsize=1)
def _groups() -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(lines("rules-either.tsv")):
        for name in line.split():
            found[name].add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


def either(one: str, other: str) -> bool:
    """Whether careful filers use both concepts for the same row.

    >>> either("CostOfRevenue", "CostOfGoodsAndServicesSold"), either("Assets", "Liabilities")
    (True, False)
    """
    groups = _groups()
    return one == other or not groups.get(one, _NONE).isdisjoint(groups.get(other, _NONE))


def twins(name: str) -> tuple[str, ...]:
    """The concepts that serve as well as one, in the order of the table."""
    mine = _groups().get(name, frozenset())
    return tuple(other for other, numbers in _groups().items() if other != name and numbers & mine)
