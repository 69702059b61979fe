"""What typing and character recognition do to a release, manner by manner.

Each manner takes a sound release and a way to choose, and returns what was made of it, or None where the
choice leaves nothing to spoil. The strategies over them are in `xbrlgen.testing.strategies.spoiled`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from attrs import evolve

from xbrlgen.model import Period
from xbrlgen.testing.misprints import (
    Choose,
    changed_digit,
    digits_of,
    flipped_sign,
    lost_digit,
    scale_slip,
    transposed_digits,
)
from xbrlgen.testing.spoiled import COLUMN, FIGURE, GHOST, ROW, SLID, SMEAR, Spoiled, printed_truth
from xbrlgen.testing.tables import Cell, Earnings, Line, Table


def _with_line(release: Earnings, table: int, number: int, *lines: Line) -> Earnings:
    """The release with other lines, or none, in the place of one."""
    shown = release.tables[table]
    return _with_table(
        release, table, evolve(shown, lines=(*shown.lines[:number], *lines, *shown.lines[number + 1 :]))
    )


def _with_table(release: Earnings, number: int, table: Table) -> Earnings:
    tables = (*release.tables[:number], table, *release.tables[number + 1 :])
    return evolve(release, tables=tables)


def _with_cell(release: Earnings, cell: Cell, text: str) -> Earnings:
    table, number, column = cell
    line = release.tables[table].lines[number]
    cells = (*line.cells[:column], text, *line.cells[column + 1 :])
    return _with_line(release, table, number, evolve(line, cells=cells))


def _figures(release: Earnings) -> list[Cell]:
    """The cells that hold a number other than nil."""
    return [cell for cell in release.cells if any(map(str.isdigit, release.cell(cell)))]


def _figure(release: Earnings, choose: Choose) -> Cell:
    tables = sorted({cell[0] for cell in _figures(release)})
    table = choose(tables)
    return choose([cell for cell in _figures(release) if cell[0] == table])


def _of_print(change: Callable[[str, Choose], str]) -> Manner:
    """The manner that changes the print of one figure."""

    def spoil(release: Earnings, choose: Choose) -> Spoiled | None:
        cell = _figure(release, choose)
        after = _with_cell(release, cell, change(release.cell(cell), choose))
        if after == release:
            return None
        return Spoiled(release, after, "", {cell: printed_truth(release, cell)}, FIGURE)

    return spoil


def stranger(release: Earnings, choose: Choose) -> Spoiled | None:
    """A number where there was a dash: it does not belong there."""
    nil = [cell for cell in release.cells if release.cell(cell) == "-"]
    if not nil:
        return None
    cell = choose(nil)
    text = choose([release.cell(other) for other in _figures(release) if other[0] == cell[0]])
    after = _with_cell(release, cell, changed_digit(text, choose))
    return Spoiled(release, after, "", {cell: printed_truth(release, cell)}, FIGURE)


def _rows(release: Earnings, *, kind: str = "money") -> list[tuple[int, int]]:
    """The tables and lines that hold figures of a kind, nil in no column."""
    return [
        (t, n)
        for t, table in enumerate(release.tables)
        for n, line in enumerate(table.lines)
        if line.kind == kind and line.cells and all(digits_of(text) for text in line.cells)
    ]


def _row(release: Earnings, choose: Choose, *, below: int = 0) -> tuple[int, int] | None:
    """A line with figures under which as many others follow."""
    rows = _rows(release)
    fitting = [(t, n) for t, n in rows if all((t, n + more) in rows for more in range(below + 1))]
    return choose(fitting) if fitting else None


def missing_row(release: Earnings, choose: Choose) -> Spoiled | None:
    """A row that was not printed."""
    chosen = _row(release, choose)
    if chosen is None:
        return None
    return Spoiled(release, _with_line(release, *chosen), "", {}, ROW)


def swapped_rows(release: Earnings, choose: Choose) -> Spoiled | None:
    """Two neighbouring rows in each other's place: each figure keeps its label."""
    chosen = _row(release, choose, below=1)
    if chosen is None:
        return None
    table, number = chosen
    first, second = release.tables[table].lines[number : number + 2]
    after = _with_line(_with_line(release, table, number, second), table, number + 1, first)
    return Spoiled(release, after, "", {}, ROW)


def wrong_label(release: Earnings, choose: Choose) -> Spoiled | None:
    """Two neighbouring rows with each other's label."""
    chosen = _row(release, choose, below=1)
    if chosen is None:
        return None
    table, number = chosen
    first, second = release.tables[table].lines[number : number + 2]
    after = _with_line(release, table, number, evolve(first, label=second.label))
    after = _with_line(after, table, number + 1, evolve(second, label=first.label))
    cells = [(table, number + down, c) for down in (0, 1) for c in range(len(first.cells))]
    return Spoiled(release, after, "", {cell: printed_truth(release, cell) for cell in cells}, ROW)


def swapped_figures(release: Earnings, choose: Choose) -> Spoiled | None:
    """Two neighbouring figures of a row in each other's place."""
    chosen = _row(release, choose)
    if chosen is None:
        return None
    table, number = chosen
    column = choose(range(len(release.tables[table].periods) - 1))
    first, second = (table, number, column), (table, number, column + 1)
    after = _with_cell(_with_cell(release, first, release.cell(second)), second, release.cell(first))
    if after == release:
        return None
    return Spoiled(
        release, after, "", {cell: printed_truth(release, cell) for cell in (first, second)}, FIGURE
    )


def swapped_columns(release: Earnings, choose: Choose) -> Spoiled | None:
    """Two neighbouring columns of a table with each other's heading."""
    table, column = _column(release, choose, last=1)
    periods = list(release.tables[table].periods)
    periods[column], periods[column + 1] = periods[column + 1], periods[column]
    return _reheaded(release, table, periods)


def wrong_heading(release: Earnings, choose: Choose) -> Spoiled | None:
    """A column under the heading of another column of the release."""
    table, column = _column(release, choose)
    own = release.tables[table].periods
    others = {period for each in release.tables for period in each.periods if period != own[column]}
    fitting = sorted(period for period in others if period.is_instant == own[column].is_instant)
    return _reheaded(release, table, [*own[:column], choose(fitting), *own[column + 1 :]])


def wrong_year(release: Earnings, choose: Choose) -> Spoiled | None:
    """A column under the heading of a year that the release does not speak of."""
    table, column = _column(release, choose)
    own = release.tables[table].periods
    back = choose((2, 3, 10))
    return _reheaded(release, table, [*own[:column], _years_before(own[column], back), *own[column + 1 :]])


def _years_before(period: Period, count: int) -> Period:
    start, end = period.start, period.end
    if end is None:
        return period
    return Period(start and start.replace(year=start.year - count), end.replace(year=end.year - count))


def _column(release: Earnings, choose: Choose, *, last: int = 0) -> tuple[int, int]:
    table = choose(range(len(release.tables)))
    return table, choose(range(len(release.tables[table].periods) - last))


def _reheaded(release: Earnings, table: int, periods: Sequence[Period]) -> Spoiled:
    """The release with other headings over a table; the figures under those that changed mislead."""
    shown = release.tables[table]
    after = _with_table(release, table, evolve(shown, periods=tuple(periods)))
    moved = {c for c, (old, new) in enumerate(zip(shown.periods, periods, strict=True)) if old != new}
    truth = {
        cell: printed_truth(release, cell) for cell in release.cells if cell[0] == table and cell[2] in moved
    }
    return Spoiled(release, after, "", truth, COLUMN)


def ghost_row(release: Earnings, choose: Choose) -> Spoiled | None:
    """A row printed a second time below itself, without its label and with some digits changed."""
    chosen = _row(release, choose)
    if chosen is None:
        return None
    table, number = chosen
    line = release.tables[table].lines[number]
    column = choose(range(len(line.cells)))
    cells = [*line.cells]
    cells[column] = changed_digit(cells[column], choose)
    ghost = evolve(line, label=choose(("", "(less):")), cells=tuple(f"Ψ {text}" for text in cells))
    after = _with_line(release, table, number, line, ghost)
    return Spoiled(release, after, "", {(table, number + 1, c): None for c in range(len(cells))}, GHOST)


def smeared_rows(release: Earnings, choose: Choose) -> Spoiled | None:
    """Three rows printed over one another: all figures of the first, under labels that ran together."""
    chosen = _row(release, choose, below=2)
    if chosen is None:
        return None
    table, number = chosen
    first, second, third = release.tables[table].lines[number : number + 3]
    labels = (f"{first.label} {second.label}", f"{first.label} {second.label} {third.label}")
    lines = [evolve(first, label=label) for label in (*labels, third.label)]
    after = _with_line(
        _with_line(_with_line(release, table, number + 2), table, number + 1), table, number, first
    )
    after = _with_line(after, table, number, first, *lines)
    cells = [(table, number + down, c) for down in (1, 2, 3) for c in range(len(first.cells))]
    return Spoiled(release, after, "", dict.fromkeys(cells), SMEAR)


def glued_cells(release: Earnings, choose: Choose) -> Spoiled | None:
    """A cell that ran together with the one below it, which is there as well."""
    chosen = _row(release, choose, below=1)
    if chosen is None:
        return None
    table, number = chosen
    column = choose(range(len(release.tables[table].periods)))
    cell, below = (table, number, column), (table, number + 1, column)
    after = _with_cell(release, cell, release.cell(cell) + choose(("", " ")) + release.cell(below))
    return Spoiled(release, after, "", {cell: printed_truth(release, cell)}, FIGURE)


def slid_cell(release: Earnings, choose: Choose) -> Spoiled | None:
    """A figure that stands in the column of the nil beside it, its own cell being empty."""
    pairs = [
        (cell, (cell[0], cell[1], cell[2] + step))
        for cell in _figures(release)
        for step in (-1, 1)
        if cell[2] + step >= 0 and release.cell((cell[0], cell[1], cell[2] + step)) == "-"
    ]
    if not pairs:
        return None
    cell, beside = choose(pairs)
    after = _with_cell(_with_cell(release, beside, release.cell(cell)), cell, "")
    return Spoiled(release, after, "", {beside: printed_truth(release, cell)}, SLID)


Manner = Callable[[Earnings, Choose], Spoiled | None]

MANNERS: Final[Mapping[str, Manner]] = MappingProxyType(
    {
        "changed digit": _of_print(changed_digit),
        "lost digit": _of_print(lost_digit),
        "transposed digits": _of_print(transposed_digits),
        "flipped sign": _of_print(flipped_sign),
        "scale slip": _of_print(scale_slip),
        "stranger": stranger,
        "swapped figures": swapped_figures,
        "missing row": missing_row,
        "swapped rows": swapped_rows,
        "wrong label": wrong_label,
        "swapped columns": swapped_columns,
        "wrong heading": wrong_heading,
        "wrong year": wrong_year,
        "ghost row": ghost_row,
        "smeared rows": smeared_rows,
        "glued cells": glued_cells,
        "slid cell": slid_cell,
    }
)


def spoil(release: Earnings, manner: str, choose: Choose) -> Spoiled | None:
    """A release spoiled in a manner, a name of `MANNERS`; None where the choice leaves nothing to spoil."""
    made = MANNERS[manner](release, choose)
    return None if made is None else evolve(made, manner=manner)
