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
    most, penalty = 0.0, FAILING + math.log(len(span))
    failing = 0
    moves = [(place, weight - weights[place]) for place, weight in changes]
    for values, difference, slack, reach in span:
        if difference is None or abs(difference - _gain(values, moves)) <= slack:
            most += reach
        else:
            failing += 1
    if any(not weight for _, weight in changes):
        return most
    return most - failing * penalty


def _gain(values: Sequence[int], moves: Sequence[tuple[int, int]]) -> int:
    """What changes of weights add to the sum of a column."""
    gain = 0
    for place, by in moves:
        gain += by * values[place]
    return gain


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
    for at in _between(sizes, -difference - slack, -difference + slack):
        yield (effects[at][1:],)
    for effect, place, weight in effects:
        wanted = -difference - effect
        for at in _between(sizes, wanted - slack, wanted + slack):
            if effects[at][1] > place:
                yield ((place, weight), effects[at][1:])


def _between(sizes: Sequence[int], low: int, high: int) -> Sequence[int]:
    """The places of the sizes from ``low`` to ``high``: mostly none."""
    first = last = bisect.bisect_left(sizes, low)
    while last < len(sizes) and sizes[last] <= high:
        last += 1
    return range(first, last)


def _cost(changes: Sequence[Change], count: int) -> float:
    single = sum(math.log(count) + (TURN_COST if weight else OMIT_COST) for _, weight in changes)
    return single + (PAIR_COST if len(changes) > 1 else 0.0)
