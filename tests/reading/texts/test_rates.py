"""Columns of percentages among those of amounts, in pipe tables and where each cell has a line."""

from __future__ import annotations

import pytest

from tests.reading.looking import grids, table
from xbrlgen.reading import read
from xbrlgen.reading.statement import ColumnKind, Statement

_TITLE = "Tarn Rail Inc.\n\nStatements of Operations\n\n(In thousands)\n\n"
_HEADS = (
    *("Three Months Ended", "Percent", "Six Months Ended", "Percent"),
    *("June 30,", "Increase", "June 30,", "Increase"),
    *("2014", "2013", "(Decrease)", "2014", "2013", "(Decrease)"),
)
_ROWS = (
    (" Revenues", "$21,630", "$21,340", "1.4%", "$43,510", "$42,640", "2.0%"),
    (" Cost of service", "7,670", "7,300", "15,150", "14,740"),
    (" Selling expense", "3,530", "3,330", "6,850", "6,740"),
    (" Operating profit", "10,430", "10,710", "(2.6%)", "21,510", "21,160", "1.7%"),
)
_WANTED = ["2014-04-01 to 2014-06-30", "2013-04-01 to 2013-06-30"]
_YEAR_TO_DATE = ["2014-01-01 to 2014-06-30", "2013-01-01 to 2013-06-30"]


def _told(statement: Statement) -> None:
    kinds = [column.kind for column in statement.columns]
    amounts = [column for column in statement.columns if column.kind is ColumnKind.VALUE]
    assert kinds[2] is kinds[5] is ColumnKind.PERCENT_CHANGE
    assert [str(column.period) for column in amounts] == [*_WANTED, *_YEAR_TO_DATE]
    cost = next(row for row in statement.rows if row.label == "Cost of service")
    entries = [entry for entry in statement.entries if entry.row == cost.index]
    assert [(entry.column, entry.doubt) for entry in entries] == [(0, ""), (1, ""), (3, ""), (4, "")]


def test_rows_without_percentages_stand_in_the_columns_of_amounts() -> None:
    cells = [*_HEADS, *(cell for row in _ROWS for cell in row)]
    (statement,) = read(_TITLE + "\n\n".join(cells) + "\n").statements
    _told(statement)


@pytest.mark.parametrize("gap", ["|", "| |"])
def test_headings_beside_their_figures_in_a_whole_pipe_table_are_put_over_them(gap: str) -> None:
    heads = (
        "|Three Months Ended||Percent|Six Months Ended||Percent|",
        "|June 30,||Increase|June 30,||Increase|",
        "|2014|2013|(Decrease)|2014|2013|(Decrease)|",
    )
    rows = [row if len(row) > 5 else (*row[:3], "", *row[3:], "") for row in _ROWS]
    lines = [*heads, *("|".join(["", *row[1:], ""]) for row in rows)]
    labels = ["", "", "", *(row[0] for row in rows)]
    text = "\n".join(f"|{label}{line.replace('|', gap)}" for label, line in zip(labels, lines, strict=True))
    (statement,) = read(_TITLE + text + "\n").statements
    _told(statement)


def test_headings_that_lost_their_spans_are_still_placed_by_order() -> None:
    text = (
        "||2014|2013||||\n|---|---|---|---|---|---|---|\n"
        "|Revenues|$|21,630||$|21,340||\n|Cost of sales||7,670|||7,300||\n"
        "|Gross profit|$|13,960||$|14,040||\n"
    )
    assert [row[1:] for row in table(grids(text)[0])] == [
        ["2014", "2013"],
        ["$21,630", "$21,340"],
        ["7,670", "7,300"],
        ["$13,960", "$14,040"],
    ]


def test_figures_behind_a_full_row_are_a_sum_without_a_label() -> None:
    cells = (
        *("September 30,", "September 30,", "2014", "2013"),
        *(" Service", "$", "189,210", "$", "162,400", " Product", "70,310", "57,110", "259,520", "219,510"),
        *(" Franchise income", "13,640", "12,970", "273,160", "232,480", " Rent", "36,900", "31,120"),
        *(" Wages", "36,970", "30,400", " Repairs", "23,110", "19,810"),
    )
    rows = table(grids("\n\n".join(cells) + "\n")[0])
    assert rows[3:6] == [
        ["Product", "70,310", "57,110"],
        ["", "259,520", "219,510"],
        ["Franchise income", "13,640", "12,970"],
    ]
