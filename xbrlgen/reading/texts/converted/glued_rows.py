"""The numbers of a run in rows, also where digits may be several numbers in more ways than one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xbrlgen.reading.given.folding import folded
from xbrlgen.reading.grids.pieces import Piece
from xbrlgen.reading.texts.cutting.number_runs import Run
from xbrlgen.reading.texts.cutting.parting import possible_counts

Span = tuple[int, int]


def unparted(text: str, run: Run, wide: int) -> Iterator[list[Piece]]:
    """The rows of a run in which digits may be several numbers, in more ways than one.

    What stands before them is counted from the left, what stands behind them from the right; the row between
    is left short, so that nothing is sure of its column.
    """
    values = run.values
    items = [(folded(text[value.start : value.end]), (value.start, value.end)) for value in values]
    loose = [at for at, value in enumerate(values) if len(possible_counts(value)) > 1]
    if not loose or len(items) <= wide:
        yield from in_rows(items, wide)
        return
    before = loose[0] // wide * wide
    behind = len(items) - (len(items) - 1 - loose[-1]) // wide * wide
    yield from in_rows(items[:before], wide)
    short = max(wide - 1, 1)
    for first in range(before, behind, short):
        yield from in_rows(items[first : min(first + short, behind)], wide)
    yield from in_rows(items[behind:], wide)


def in_rows(items: Sequence[tuple[str, Span]], wide: int) -> Iterator[list[Piece]]:
    """The numbers in rows of so many; where the last row is short, its cells may be of several columns."""
    for first in range(0, len(items), wide):
        row = items[first : first + wide]
        slack = wide - len(row)
        yield [Piece(shown, *span, i + 1, i + 2 + slack) for i, (shown, span) in enumerate(row)]
