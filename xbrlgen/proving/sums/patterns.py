"""The patterns of signs a span of rows is tried with, added up as the span grows row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import add, and_, le, or_, sub
from typing import Final, NamedTuple

from attrs import define, frozen

from xbrlgen.proving.figures.words import says_total
from xbrlgen.proving.sums.evidence import column_evidence
from xbrlgen.proving.sums.matrix import Line

Signs = tuple[int, int | None]
"""The weight of the first row of a span, and that of each other row: None where their labels say it."""

ALL_ADDED: Final = (1, 1)
LESS_THE_REST: Final = (1, -1)
BY_WORDS: Final = (1, None)
BY_WORDS_THROUGHOUT: Final = (-1, None)
REST_LESS_FIRST: Final = (-1, 1)

COSTS: Final = {
    ALL_ADDED: 0.0, LESS_THE_REST: 1.2, BY_WORDS: 1.0, BY_WORDS_THROUGHOUT: 1.5, REST_LESS_FIRST: 3.0,
}  # fmt: skip
UNNAMED: Final = 0.7
"""What it costs to add all rows up in a total that does not say that it is one."""


A_LITTLE: Final = 0.001
"""More than adding up numbers with a point may be off by."""


class Shown(NamedTuple):
    """A column of a span: its terms, and how many of them are printed.

    ``reach`` is more than the evidence that it can give, though two of its rows were left out.
    """

    terms: Sequence[int]
    printed: int
    reach: float


@frozen
class Span:
    """Rows under a total: whether each column is told and all are, and what rounding allows there."""

    total: Line
    lines: Sequence[Line]
    told: list[bool]
    slacks: list[int]
    is_told: bool

    @cached_property
    def columns(self) -> list[Shown]:
        """The columns of the span."""
        values = zip(*(line.values for line in self.lines), strict=True)
        printed = zip(*(line.printed for line in self.lines), strict=True)
        halves = zip(*(line.halves for line in self.lines), strict=True)
        return [
            Shown(terms, sum(prints), self._reach(column, terms, self.slacks[column] - 2 * max(half)))
            for column, (terms, prints, half) in enumerate(zip(values, printed, halves, strict=True))
        ]

    @cached_property
    def reach(self) -> float:
        """More than the evidence that all columns can give."""
        return sum(column.reach for column in self.columns)

    def _reach(self, column: int, terms: Sequence[int], slack: int) -> float:
        if not (self.total.printed[column] and self.total.known[column]):
            return 0.0
        return column_evidence((self.total.values[column], *terms), max(0, slack)) + A_LITTLE

    def of_told(self, differences: list[int]) -> Sequence[int | None]:
        """The differences, None where a figure cannot be read or none is printed."""
        if self.is_told:
            return differences
        return [one if told else None for one, told in zip(differences, self.told, strict=True)]

    def holds(self, differences: Sequence[int]) -> tuple[bool | None, ...]:
        """For each column whether the total is the sum, None where that cannot be told."""
        held = map(le, map(abs, differences), self.slacks)
        if self.is_told:
            return tuple(held)
        return tuple(one if told else None for one, told in zip(held, self.told, strict=True))


@define
class Tally:
    """The lower rows of a span: added up as they are, and by the signs their labels let expect."""

    total: Line
    added: list[int]
    said: list[int]
    halves: list[int]
    told: list[bool]
    known: list[bool]
    weights: frozenset[int] = frozenset()

    @classmethod
    def of(cls, total: Line) -> Tally:
        """An empty span under a total."""
        width = len(total.values)
        return cls(total, [0] * width, [0] * width, list(total.halves), [False] * width, list(total.known))

    def take(self, line: Line) -> None:
        """Put the next row above on top of the span."""
        self.added = list(map(add, self.added, line.values))
        self.said = list(map(add if line.weight > 0 else sub, self.said, line.values))
        self.halves = list(map(add, self.halves, line.halves))
        self.told = list(map(or_, self.told, line.printed))
        self.known = list(map(and_, self.known, line.known))
        self.weights |= {line.weight}

    def patterns(self, first: Line) -> Iterator[tuple[Signs, float, list[int]]]:
        """The patterns of the span with one more row above, each set of weights once.

        With each goes what it costs, and the total less the sum in each column.
        """
        unnamed = 0.0 if says_total(self.total.row.label) else UNNAMED
        less = list(map(sub, self.total.values, first.values))
        yield ALL_ADDED, unnamed, list(map(sub, less, self.added))
        yield LESS_THE_REST, COSTS[LESS_THE_REST], list(map(add, less, self.added))
        if len(self.weights) > 1:
            yield BY_WORDS, COSTS[BY_WORDS], list(map(sub, less, self.said))
        more = list(map(add, self.total.values, first.values))
        if first.weight < 0:
            yield BY_WORDS_THROUGHOUT, COSTS[BY_WORDS_THROUGHOUT], list(map(sub, more, self.said))
        if first.weight > 0 or -1 in self.weights:
            yield REST_LESS_FIRST, COSTS[REST_LESS_FIRST], list(map(sub, more, self.added))

    def span(self, lines: Sequence[Line]) -> Span:
        """What holds of the span with one more row above, whatever the signs."""
        first = lines[0]
        readable = map(and_, map(and_, self.known, first.known), self.total.printed)
        told = list(map(and_, readable, map(or_, self.told, first.printed)))
        return Span(self.total, lines, told, list(map(add, self.halves, first.halves)), all(told))
