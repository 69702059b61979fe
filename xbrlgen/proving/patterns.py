"""The patterns of signs a span of rows is tried with, added up as the span grows row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import add
from typing import Final

from attrs import define, field, frozen

from xbrlgen.proving.matrix import Line
from xbrlgen.proving.words import says_total

Pattern = tuple[tuple[int, ...], float, list[int]]
"""The weights of a span, what the pattern costs, and the sum in each column."""

LESS_THE_REST: Final = 1.2
BY_WORDS: Final = 1.0
BY_WORDS_THROUGHOUT: Final = 1.5
REST_LESS_FIRST: Final = 3.0
UNNAMED: Final = 0.7


@frozen
class Span:
    """Rows under a total: whether each column is told, what rounding allows there, and its largest number."""

    told: list[bool]
    slacks: list[int]
    tops: list[int]

    def holds(self, differences: Sequence[int | None]) -> tuple[bool | None, ...]:
        """For each column whether the total is the sum, None where that cannot be told."""
        pairs = zip(differences, self.slacks, strict=True)
        return tuple(None if difference is None else abs(difference) <= slack for difference, slack in pairs)


@define
class Tally:
    """The lower rows of a span: added up as they are, and by the signs their labels let expect."""

    total: Line
    added: list[int] = field()
    said: list[int] = field()
    halves: list[int] = field()
    told: list[bool] = field()
    known: list[bool] = field()
    tops: list[int] = field()
    weights: tuple[int, ...] = ()

    @classmethod
    def of(cls, total: Line) -> Tally:
        """An empty span under a total."""
        width = len(total.values)
        halves, known, tops = list(total.halves), list(total.known), list(map(abs, total.values))
        return cls(total, [0] * width, [0] * width, halves, [False] * width, known, tops)

    def take(self, line: Line) -> None:
        """Put the next row above on top of the span."""
        for column, value in enumerate(line.values):
            self.added[column] += value
            self.said[column] += line.weight * value
            self.halves[column] += line.halves[column]
            self.tops[column] = max(self.tops[column], abs(value))
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

    def span(self, first: Line) -> Span:
        """What holds of the span with one more row above, whatever the signs."""
        told = [
            self.total.printed[column]
            and self.known[column]
            and first.known[column]
            and (self.told[column] or first.printed[column])
            for column in range(len(self.tops))
        ]
        slacks = list(map(add, self.halves, first.halves))
        return Span(told, slacks, list(map(max, self.tops, map(abs, first.values))))

    def differences(self, span: Span, sums: list[int]) -> list[int | None]:
        """For each column the total less the sum, None where a figure cannot be read or none is printed."""
        rows = zip(self.total.values, sums, span.told, strict=True)
        return [printed - value if told else None for printed, value, told in rows]
