"""Which one or two terms of a sum must change sign or be left out for it to come out."""

from __future__ import annotations

import bisect
import math
from collections.abc import Iterator, Sequence
from typing import Final

from xbrlgen.proving.evidence import FAILING

Change = tuple[int, int]
"""The place of a term and its new weight: -1, 1, or 0 to leave it out."""

TURN_COST: Final = 1.2
OMIT_COST: Final = 2.0
PAIR_COST: Final = 1.5


def changes_that_fit(
    columns: Sequence[Sequence[int]],
    weights: Sequence[int],
    differences: Sequence[int | None],
    slacks: Sequence[int],
    *,
    pairs: bool,
) -> Iterator[tuple[tuple[Change, ...], float]]:
    """The changes after which at least one column comes out that does not now, with what they cost.

    ``columns`` holds the terms of each column, ``differences`` the total less the sum.
    """
    seen: set[tuple[Change, ...]] = set()
    for values, difference, slack in zip(columns, differences, slacks, strict=True):
        if difference is None or abs(difference) <= slack:
            continue
        tried = _fitting if pairs else _single
        for changes in tried(values, weights, difference, slack):
            if changes not in seen:
                seen.add(changes)
                yield changes, _cost(changes, len(weights))


def most_evidence(
    span: Sequence[tuple[Sequence[int], int | None, int, float]],
    weights: Sequence[int],
    changes: Sequence[Change],
) -> float:
    """What speaks for the changed sum at most, found without making it: most fit one column alone.

    ``span`` has for each column its terms, the total less the sum, what rounding allows, and more than the
    evidence that it can give. A row left out may leave a column without print, which then cannot fail.
    """
    most, failing = 0.0, 0
    moves = [(place, weight - weights[place]) for place, weight in changes]
    for values, difference, slack, reach in span:
        if difference is None or abs(difference - _gain(values, moves)) <= slack:
            most += reach
        else:
            failing += 1
    if any(not weight for _, weight in changes):
        return most
    return most - failing * (FAILING + math.log(len(span)))


def _gain(values: Sequence[int], moves: Sequence[tuple[int, int]]) -> int:
    """What changes of weights add to the sum of a column."""
    gain = 0
    for place, by in moves:
        gain += by * values[place]
    return gain


def _effects(values: Sequence[int], weights: Sequence[int]) -> list[tuple[int, Change]]:
    """What each single change does to the difference, in order of size."""
    turned = [(2 * w * v, (i, -w)) for i, (v, w) in enumerate(zip(values, weights, strict=True)) if v]
    omitted = [(w * v, (i, 0)) for i, (v, w) in enumerate(zip(values, weights, strict=True)) if v and i]
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
    sizes = [effect for effect, _ in effects]
    for change in _between(effects, sizes, -difference - slack, -difference + slack):
        yield (change,)
    for effect, change in effects:
        wanted = -difference - effect
        for other in _between(effects, sizes, wanted - slack, wanted + slack):
            if other[0] > change[0]:
                yield (change, other)


def _between(
    effects: Sequence[tuple[int, Change]], sizes: Sequence[int], low: int, high: int
) -> Iterator[Change]:
    for place in range(bisect.bisect_left(sizes, low), bisect.bisect_right(sizes, high)):
        yield effects[place][1]


def _cost(changes: Sequence[Change], count: int) -> float:
    single = sum(math.log(count) + (TURN_COST if weight else OMIT_COST) for _, weight in changes)
    return single + (PAIR_COST if len(changes) > 1 else 0.0)
