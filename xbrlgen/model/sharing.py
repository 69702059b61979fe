"""Work done once for what the facts of a report share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def once_each(work: Callable[[T], R]) -> Callable[[T], R]:
    """The same function, which works once for each object and then remembers.

    Objects are told apart by identity: to hash a period or a concept would take longer than most work on it,
    and facts of one report share the objects they are about. Equal objects only cost the work again.
    """
    known: dict[int, R] = {}
    kept: list[T] = []  # so that an address stays that of its object

    def done(value: T) -> R:
        try:
            return known[id(value)]
        except KeyError:
            kept.append(value)
            return known.setdefault(id(value), work(value))

    return done


def distinct(values: Iterable[T]) -> Iterable[T]:
    """Each object once, told apart by identity, in order of first use."""
    return {id(value): value for value in values}.values()
