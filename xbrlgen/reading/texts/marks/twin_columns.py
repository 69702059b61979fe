"""Columns that conversions print twice, once for each column that a cell spanned: ``| 2018 | 2018 |``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from attrs import evolve

from xbrlgen.reading.grids.pieces import Piece, is_value

Row = Sequence[Piece]
Cells = Mapping[int, Piece]

# So many rows print the same figure twice, at least: amounts may be equal by chance.
_LEAST: Final = 3


def without_twins(rows: Sequence[Row]) -> list[list[Piece]]:
    """The rows; of two columns that print the same all the way down, the first over both."""
    cells = [{piece.left: piece for piece in row} for row in rows]
    columns = sorted({column for row in cells for column in row})
    twins: set[int] = set()
    for column in columns:
        if column and column not in twins and _are_twins(cells, column):
            twins.add(column + 1)
    return [_joined(row, twins) for row in cells] if twins else [list(row) for row in rows]


def _are_twins(rows: Sequence[Cells], column: int) -> bool:
    """Whether a column and the next say the same in every row, some of them in figures."""
    pairs = [(row.get(column), row.get(column + 1)) for row in rows]
    same = sum(bool(one and two and one.text == two.text and is_value(one.text)) for one, two in pairs)
    return same >= _LEAST and all(map(_may_be_one, pairs))


def _may_be_one(pair: tuple[Piece | None, Piece | None]) -> bool:
    """Whether two cells may be what a conversion makes of one: equal, or a figure and a mark of it."""
    one, two = pair
    if one is None or two is None:
        alone = one or two
        return alone is None or (alone.right == alone.left + 1 and not is_value(alone.text))
    return one.text == two.text or _is_mark(one.text) or _is_mark(two.text)


def _is_mark(text: str) -> bool:
    """Whether a cell holds but a mark of the figure beside it: a currency, a bracket, a percent sign."""
    return not any(map(str.isalnum, text))


def _joined(row: Cells, twins: set[int]) -> list[Piece]:
    kept: list[Piece] = []
    for column, piece in sorted(row.items()):
        before = kept[-1] if kept and kept[-1].left == column - 1 else None
        if column in twins and before is not None and before.text == piece.text:
            kept[-1] = evolve(before, right=max(before.right, piece.right))
        else:
            kept.append(piece)
    return kept
