"""Which one or two terms of a sum must change sign or be left out for it to come out."""

from __future__ import annotations

import bisect
import math
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from xbrlgen.proving.sums.evidence import FAILING
from xbrlgen.proving.sums.patterns import Span

Change = tuple[int, int]
"""The place of a term and its new weight: -1, 1, or 0 to leave it out."""

# What a changed sign, an omitted amount, and two changes instead of one speak against a sum, on the scale
# of its evidence.
TURN_COST: Final = 1.2
OMIT_COST: Final = 2.0
PAIR_COST: Final = 1.5


@frozen
class Sizes:
    """By how much a sum changes in each column if an amount is left out or turned, in order of size.

    They are those of all rows: one look shows that no row can be what a sum is off by.
    """

    _columns: Sequence[Sequence[int]]

    @classmethod
    def of(cls, rows: Sequence[Sequence[int]]) -> Sizes:
        """The sizes of the amounts in rows."""
        columns = (list(map(abs, column)) for column in zip(*rows, strict=True))
        return cls([sorted([*column, *(2 * size for size in column)]) for column in columns])

    def failing(self, differences: Sequence[int | None], slacks: Sequence[int]) -> list[int]:
        """The columns that do not come out, whichever one amount is left out or turned."""
        failing = []
        for column, (difference, slack) in enumerate(zip(differences, slacks, strict=True)):
            off = 0 if difference is None else abs(difference)
            if off > slack:
                sizes = self._columns[column]
                first = bisect.bisect_left(sizes, off - slack)
                if first == len(sizes) or sizes[first] > off + slack:
                    failing.append(column)
        return failing


def may_change(span: Span, holds: Sequence[bool | None], failing: Sequence[int], least: float) -> bool:
    """Whether as much as this may speak for a sum with one change, seen by the columns that fail with any."""
    if len(failing) == holds.count(False):
        return False
    most, penalty = span.reach, FAILING + math.log(len(holds))
    for column in failing:
        _, printed, reach = span.columns[column]
        most -= reach + penalty if printed > 1 else reach
    return most >= least


def changes_that_fit(
    span: Span, differences: Sequence[int | None], weights: Sequence[int], *, pairs: bool
) -> Iterator[tuple[tuple[Change, ...], float]]:
    """The changes after which at least one column comes out that does not now, with what they cost.

    ``differences`` are the total less the sum of each column.
    """
    seen: set[tuple[Change, ...]] = set()
    count = math.log(len(weights))
    for shown, difference, slack in zip(span.columns, differences, span.slacks, strict=True):
        if difference is None or abs(difference) <= slack:
            continue
        tried = _fitting if pairs else _single
        for changes in tried(shown.terms, weights, difference, slack):
            if changes not in seen:
                seen.add(changes)
                yield changes, _cost(changes, count)


def may_be_worth(
    span: Span,
    differences: Sequence[int | None],
    weights: Sequence[int],
    changes: Sequence[Change],
    least: float,
) -> bool:
    """Whether as much as this may speak for a changed sum, seen without making it: most fit one column alone.

    Rows left out may leave a column without print, which then cannot fail, or without what cannot be read.
    """
    most, penalty = span.reach, FAILING + math.log(len(differences))
    moves = [(place, weight - weights[place]) for place, weight in changes]
    omitted = sum(not weight for _, weight in changes)
    columns = zip(span.columns, differences, span.slacks, strict=True)
    for (terms, printed, reach), difference, slack in columns:
        if difference is None:
            most -= 0.0 if omitted else reach
            continue
        left = difference
        for place, by in moves:
            left -= by * terms[place]
        if not -slack <= left <= slack:
            most -= reach + penalty if printed > omitted else reach
            if most < least:
                return False
    return most >= least


def _effects(values: Sequence[int], weights: Sequence[int]) -> list[tuple[int, int, int]]:
    """What each single change does to the difference, with its place and new weight, in order of size."""
    turned = [(2 * w * v, i, -w) for i, (v, w) in enumerate(zip(values, weights, strict=True)) if v]
    omitted = [(w * v, i, 0) for i, (v, w) in enumerate(zip(values, weights, strict=True)) if v and i]
    return sorted(turned + omitted)


def _single(
    values: Sequence[int], weights: Sequence[int], difference: int, slack: int
) -> Iterator[tuple[Change, ...]]:
    """The single changes that make a column come out; they need no order until they are found."""
    low, high = -difference - slack, -difference + slack
    found: list[tuple[int, Change]] = []
    for place, (value, weight) in enumerate(zip(values, weights, strict=True)):
        effect = weight * value
        if value and low <= 2 * effect <= high:
            found.append((2 * effect, (place, -weight)))
        if value and place and low <= effect <= high:
            found.append((effect, (place, 0)))
    return ((change,) for _, change in sorted(found))


def _fitting(
    values: Sequence[int], weights: Sequence[int], difference: int, slack: int
) -> Iterator[tuple[Change, ...]]:
    """The changes of one row or of two that make a column come out."""
    effects = _effects(values, weights)
    sizes = [effect for effect, _, _ in effects]
    for effect, place, weight in [(0, -1, 0), *effects]:  # alone, and with each other one
        least = -difference - effect - slack
        at = bisect.bisect_left(sizes, least)
        while at < len(sizes) and sizes[at] <= least + 2 * slack:
            other = effects[at][1:]
            if other[0] > place:
                yield (other,) if place < 0 else ((place, weight), other)
            at += 1


def _cost(changes: Sequence[Change], count: float) -> float:
    """What changes cost among terms of which ``count`` is the logarithm."""
    cost = 0.0
    for _, weight in changes:
        cost += count + (TURN_COST if weight else OMIT_COST)
    return cost + (PAIR_COST if len(changes) > 1 else 0.0)
