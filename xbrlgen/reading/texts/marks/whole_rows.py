"""Pipe tables whose rows all print as many cells: nothing was lost, so places tell, not the order.

Only headings may stand beside their figures, over the cell of a currency mark: these are put over them.
"""

from __future__ import annotations

import bisect
import sys
from collections.abc import Iterable, Sequence
from itertools import pairwise

from attrs import evolve

from xbrlgen.reading.grids.pieces import Piece, is_value, rejoined
from xbrlgen.reading.texts.cutting.tiles import is_year
from xbrlgen.reading.texts.marks.markdown import PIPE

Row = Sequence[Piece]


def are_whole(contents: Sequence[str]) -> bool:
    """Whether all rows between pipes have as many of them."""
    return len({len(PIPE.findall(content.strip())) for content in contents if content.strip()}) == 1


def with_heads_over_values(rows: Sequence[Row]) -> list[list[Piece]] | None:
    """The rows, each heading over a column of values; None where they stand in no columns, or two over one.

    A conversion may have filled up the ends of rows whose headings had spanned.
    """
    joined = [rejoined(row) for row in rows]
    values = [_values_of(row) for row in joined]
    columns = _columns(piece for row in values for piece in row)
    placed = [
        list(row) if own else [_moved(piece, columns) for piece in row]
        for row, own in zip(joined, values, strict=True)
    ]
    heads = [
        [piece for piece in row if piece.left] for row, own in zip(placed, values, strict=True) if not own
    ]
    return placed if all(_are_apart(row, columns) for row in (*values, *heads)) else None


def _values_of(row: Row) -> list[Piece]:
    values = [piece for piece in row if piece.left and is_value(piece.text)]
    return [] if all(is_year(piece.text) for piece in values) else values


def _columns(values: Iterable[Piece]) -> list[tuple[int, int]]:
    """The spans that values share."""
    columns: list[tuple[int, int]] = []
    for left, right in sorted((piece.left, piece.right) for piece in values):
        if columns and left < columns[-1][1]:
            columns[-1] = columns[-1][0], max(columns[-1][1], right)
        else:
            columns.append((left, right))
    return columns


def _are_apart(row: Row, columns: Sequence[tuple[int, int]]) -> bool:
    """Whether the values of a row stand in a column each."""
    lefts = [left for left, _ in columns]
    own = [bisect.bisect_right(lefts, piece.left) for piece in row]
    return all(one < other for one, other in pairwise(own))


def _moved(piece: Piece, columns: Sequence[tuple[int, int]]) -> Piece:
    """A heading; one between two columns put over the one behind it."""
    behind = bisect.bisect_right(columns, (piece.left, sys.maxsize))
    is_over = behind and piece.left < columns[behind - 1][1]
    if not piece.left or is_over or behind == len(columns) or piece.right > columns[behind][0]:
        return piece
    return evolve(piece, left=columns[behind][0], right=columns[behind][0] + 1)
