"""What the values of the model have in common: an order by a key, and a `repr` to paste into a test."""

from __future__ import annotations

from typing import Any, TypeVar

from attrs import NOTHING, Attribute, Factory, fields

S = TypeVar("S", bound="Ordered")


class Ordered:
    """Compared by ``key``, which must differ whenever two values of the class do."""

    __slots__ = ()

    @property
    def key(self) -> tuple[Any, ...]:
        """What it is ordered by."""
        raise NotImplementedError

    def __repr__(self) -> str:
        """Required fields by position, others by name where they aren't the default."""
        return f"{type(self).__name__}({', '.join(f'{name}{value!r}' for name, value in self._told())})"

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # noqa: ARG002, FBT001, a protocol of printers
        """The same over several lines, for printers that break them (IPython, hypothesis)."""
        with printer.group(4, f"{type(self).__name__}(", ")"):
            for number, (name, value) in enumerate(self._told()):
                printer.text("," if number else "")
                printer.breakable(" " if number else "")
                printer.text(name)
                printer.pretty(value)

    def _told(self) -> list[tuple[str, object]]:
        told = [_told(self, attribute) for attribute in _fields(self) if attribute.init]
        return [field for field in told if field]

    def __lt__(self: S, other: S) -> bool:
        return self.key < other.key if type(self) is type(other) else NotImplemented

    def __le__(self: S, other: S) -> bool:
        return self.key <= other.key if type(self) is type(other) else NotImplemented

    def __gt__(self: S, other: S) -> bool:
        return self.key > other.key if type(self) is type(other) else NotImplemented

    def __ge__(self: S, other: S) -> bool:
        return self.key >= other.key if type(self) is type(other) else NotImplemented


def _fields(value: Ordered) -> tuple[Attribute[Any], ...]:
    known: tuple[Attribute[Any], ...] = fields(type(value))  # type: ignore[arg-type]  # each is an attrs class
    return known


def _told(value: Ordered, attribute: Attribute[Any]) -> tuple[str, object] | None:
    held = getattr(value, attribute.name)
    if attribute.default is NOTHING:
        return ("", held)
    return None if held == _default(value, attribute.default) else (f"{attribute.name}=", held)


def _default(value: Ordered, default: Any) -> Any:
    if not isinstance(default, Factory):  # type: ignore[arg-type]  # a class at run time, a function to the checker
        return default
    return default.factory(value) if default.takes_self else default.factory()
