"""Tables of two sides, assets at the left and liabilities at the right, put one below the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from attrs import evolve

from xbrlgen.reading.document import Cell
from xbrlgen.reading.grids.pieces import is_value
from xbrlgen.reading.tables.told import is_time

Rows = Sequence[Sequence[Cell]]

# So many rows have a label of their own at the right, at least.
_LEAST: Final = 3


def one_below_the_other(rows: Rows) -> Rows:
    """The rows; where labels stand between columns of figures under the same headings, in one column."""
    middle = _middle(rows)
    if middle is None:
        return rows
    left = [[cell for cell in row if cell.column + cell.columns <= middle] for row in rows]
    right = [
        [evolve(cell, column=cell.column - middle) for cell in row if cell.column >= middle] for row in rows
    ]
    head = next((at for at, row in enumerate(rows) if any(map(_is_figure, row))), len(rows))
    moved = _columns_of_right(left, right, head)
    if not moved or sum(map(len, left)) + sum(map(len, right)) < sum(map(len, rows)):
        return rows
    body = [
        [evolve(cell, column=moved.get(cell.column, cell.column)) for cell in row] for row in right[head:]
    ]
    title = [[cell for cell in row if cell.column == 0] for row in right[:head]]
    return [*left, *(row for row in (*title, *body) if row)]


def _columns_of_right(left: Rows, right: Rows, head: int) -> dict[int, int]:
    """The column at the left that each at the right is below; none unless their headings are the same."""
    keys, others = _keys(left), _keys(right)
    if len(keys) != len(others) or _headings(left[:head], keys) != _headings(right[:head], others):
        return {}
    return dict(zip(others, keys, strict=True))


def _is_figure(cell: Cell) -> bool:
    return cell.column > 0 and is_value(cell.text) and not is_time(cell.text)


def _middle(rows: Rows) -> int | None:
    """The column of the labels of the right side: texts with figures before and behind them."""
    counts = Counter(column for row in rows for column in _labels_between(row))
    often = [column for column, count in counts.items() if count >= _LEAST]
    return often[0] if len(often) == 1 else None


def _labels_between(row: Sequence[Cell]) -> list[int]:
    """Where texts stand between the figures of a row; hardly any row has such."""
    lettered = [cell for cell in row[1:-1] if cell.text[:1].isalpha()]
    if not lettered:
        return []
    figures = [cell.column for cell in row if _is_figure(cell)]
    return [
        cell.column
        for cell in lettered
        if figures
        and figures[0] < cell.column < figures[-1]
        and not (is_value(cell.text) or is_time(cell.text))
    ]


def _keys(rows: Rows) -> list[int]:
    return sorted({cell.column for row in rows for cell in row if _is_figure(cell)})


def _headings(rows: Rows, keys: Sequence[int]) -> list[list[str]]:
    """What stands over each column of figures."""
    return [
        [
            cell.text
            for row in rows
            for cell in row
            if cell.column <= key < cell.column + cell.columns and cell.column
        ]
        for key in keys
    ]
