"""What the standard taxonomy of the year says, as tagging asks it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from attrs import field, frozen

from xbrlgen.model import Balance, Concept


class Standard(Protocol):
    """What tagging needs of a taxonomy: concepts by name and the sums above them."""

    def concept(self, name: str) -> Concept | None:
        """The concept of the year, if it has one of that name that may be used."""

    def parents(self, name: str) -> tuple[tuple[str, int], ...]:
        """The totals it adds up to in the official statements, each with its weight."""


@frozen
class Knowledge:
    """The taxonomy of one year, with what was already looked up kept."""

    year: int
    standard: Standard
    _ancestors: dict[str, frozenset[str]] = field(factory=dict, repr=False, eq=False)
    _parents: dict[str, tuple[tuple[str, int], ...]] = field(factory=dict, repr=False, eq=False)
    _concepts: dict[str, Concept | None] = field(factory=dict, repr=False, eq=False)

    def concept(self, name: str) -> Concept | None:
        """The usable, concrete concept of that name in the year."""
        if name not in self._concepts:
            found = self.standard.concept(name)
            self._concepts[name] = found if found and not found.abstract else None
        return self._concepts[name]

    def ancestors(self, name: str) -> frozenset[str]:
        """All totals it adds up to, over any number of steps."""
        if name not in self._ancestors:
            found: set[str] = set()
            waiting = [name]
            while waiting:
                for parent, _ in self.parents(waiting.pop()):
                    if parent not in found:
                        found.add(parent)
                        waiting.append(parent)
            self._ancestors[name] = frozenset(found)
        return self._ancestors[name]

    def parents(self, name: str) -> tuple[tuple[str, int], ...]:
        """The totals it adds up to, each with its weight."""
        if name not in self._parents:
            self._parents[name] = self.standard.parents(name)
        return self._parents[name]

    def weights(self, total: str) -> Mapping[str, int]:
        """The official weight in which each total above a concept takes it."""
        return dict(self.parents(total))

    def weight(self, child: Concept, total: Concept) -> int | None:
        """The weight of a concept in a total: by the books' law, else the official tree, else unknown."""
        if child.balance and total.balance:
            return 1 if child.balance is total.balance else -1
        official = dict(self.parents(child.name.local)).get(total.name.local)
        return official if official is not None else _by_custom(child, total)


_DEBIT_TOTALS = frozenset({"NetCashProvidedByUsedInOperatingActivities"})


def _by_custom(child: Concept, total: Concept) -> int | None:
    """Cash from operations has no side of its own, but takes what brings cash with plus."""
    if total.name.local in _DEBIT_TOTALS and child.balance:
        return 1 if child.balance is Balance.DEBIT else -1
    return None
