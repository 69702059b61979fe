"""Names of a package that are loaded when they are first used."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import Any


def later(package: str, rooms: Mapping[str, Iterable[str]]) -> Callable[[str], Any]:
    """What gives a package the names that its rooms have, as its ``__getattr__``.

    >>> later("paper", {"fractions": ["Fraction"]})("Fraction")
    <class 'fractions.Fraction'>
    """
    homes = {name: room for room, names in rooms.items() for name in names}

    def load(name: str) -> Any:
        if name not in homes:
            msg = f"module {package!r} has no attribute {name!r}"
            raise AttributeError(msg)
        return getattr(import_module(homes[name]), name)

    return load
