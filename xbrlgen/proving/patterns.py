"""The patterns of signs a span of rows is tried with, added up as the span grows row by row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import define, field

from xbrlgen.proving.matrix import Line
from xbrlgen.proving.words import says_total

Pattern = tuple[tuple[int, ...], float, list[int]]
"""The weights of a span, what the pattern costs, and the sum in each column."""

LESS_THE_REST: Final = 1.2
BY_WORDS: Final = 1.0
BY_WORDS_THROUGHOUT: Final = 1.5
REST_LESS_FIRST: Final = 3.0
UNNAMED: Final = 0.7


@define
class Tally:
    """The lower rows of a span: added up as they are, and by the signs their labels let expect."""

    total: Line
    added: list[int] = field()
    said: list[int] = field()
    halves: list[int] = field()
    told: list[bool] = field()
    known: list[bool] = field()
    weights: tuple[int, ...] = ()

    @classmethod
    def of(cls, total: Line) -> Tally:
        """An empty span under a total."""
        width = len(total.values)
        return cls(total, [0] * width, [0] * width, list(total.halves), [False] * width, list(total.known))

    def take(self, line: Line) -> None:
        """Put the next row above on top of the span."""
        for column, value in enumerate(line.values):
            self.added[column] += value
            self.said[column] += line.weight * value
            self.halves[column] += line.halves[column]
            self.told[column] |= line.printed[column]
            self.known[column] &= line.known[column]
        self.weights = (line.weight, *self.weights)

    def patterns(self, first: Line) -> Iterator[Pattern]:
        """The patterns of the span with one more row above, each set of weights once."""
        rest, values = len(self.weights), first.values
        plus = 0.0 if says_total(self.total.row.label) else UNNAMED
        added, said = self.added, self.said
        seen = set()
        for weights, cost, sign, lower, factor in (
            ((1,) * (rest + 1), plus, 1, added, 1),
            ((1, *(-1,) * rest), LESS_THE_REST, 1, added, -1),
            ((1, *self.weights), BY_WORDS, 1, said, 1),
            ((first.weight, *self.weights), BY_WORDS_THROUGHOUT, first.weight, said, 1),
            ((-1, *(1,) * rest), REST_LESS_FIRST, -1, added, 1),
        ):
            if weights not in seen:
                seen.add(weights)
                yield weights, cost, [sign * v + factor * low for v, low in zip(values, lower, strict=True)]

    def holds(self, first: Line, sums: list[int]) -> tuple[bool | None, ...]:
        """For each column whether the total is the sum, None where that cannot be told."""
        return tuple(self._holds(first, column, value) for column, value in enumerate(sums))

    def _holds(self, first: Line, column: int, value: int) -> bool | None:
        if not (self.known[column] and first.known[column] and self.total.printed[column]):
            return None
        if not (self.told[column] or first.printed[column]):
            return None
        return abs(self.total.values[column] - value) <= self.halves[column] + first.halves[column]
