"""Order by a key, for values whose fields can't all be compared with each other."""

from __future__ import annotations

from typing import Any, TypeVar

S = TypeVar("S", bound="Ordered")


class Ordered:
    """Compared by ``key``, which must differ whenever two values of the class do."""

    __slots__ = ()

    @property
    def key(self) -> tuple[Any, ...]:
        """What it is ordered by."""
        raise NotImplementedError

    def __lt__(self: S, other: S) -> bool:
        return self.key < other.key if type(self) is type(other) else NotImplemented

    def __le__(self: S, other: S) -> bool:
        return self.key <= other.key if type(self) is type(other) else NotImplemented

    def __gt__(self: S, other: S) -> bool:
        return self.key > other.key if type(self) is type(other) else NotImplemented

    def __ge__(self: S, other: S) -> bool:
        return self.key >= other.key if type(self) is type(other) else NotImplemented
