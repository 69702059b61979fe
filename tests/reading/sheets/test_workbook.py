"""XLSX workbooks: what their sheets show, and what they hide."""

from __future__ import annotations

import io
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.styles import Alignment

import xbrlgen
from tests.reading.looking import grids, table
from xbrlgen.reading.sources import read_sources


def _saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _mill() -> Workbook:
    """A balance sheet in thousands, kept in dollars, with a scratch sheet, row and column that are hidden."""
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (
        ["Balance Sheets"],
        ["(In thousands)"],
        [None, "June 30, 2019", "Budget", "June 30, 2018"],
        ["Cash", 1_204_137, 1, 998_120],
        ["Allowance", -4_100, 2, -3_900],
        ["Check", 77, 77, 77],
        ["Total assets", 1_200_037, 3, 994_220],
    ):
        sheet.append(row)
    for line in sheet.iter_rows(min_row=4, min_col=2):
        for cell in line:
            cell.number_format = r"#,##0,_);[Red]\(#,##0,\)"
    sheet.row_dimensions[6].hidden = True
    sheet.column_dimensions["C"].hidden = True
    book.create_sheet("Scratch").append([12])
    book["Scratch"].sheet_state = "hidden"
    return book


def test_amounts_kept_in_full_are_those_that_the_sheet_shows() -> None:
    document = xbrlgen.read(_saved(_mill()))
    amounts = [entry.value for entry in document.statements[0].entries]
    assert amounts == [Decimal(1000) * number for number in (1204, 998, -4, -4, 1200, 994)]


def test_what_is_hidden_is_not_read_and_told() -> None:
    _, _, findings = read_sources(_saved(_mill()))
    assert [finding.code for finding in findings] == ["reading.hidden-cells"]
    assert "sheet 'Scratch', 1 rows of sheet 'Sheet', 1 columns of sheet 'Sheet'" in findings[0].message


def test_formulas_without_values_are_told() -> None:
    book = _mill()
    book.worksheets[0]["B7"] = "=B4+B5"
    codes = [finding.code for finding in read_sources(_saved(book))[2]]
    assert codes == ["reading.hidden-cells", "reading.formula-without-value"]


def test_a_heading_centred_across_cells_is_over_all_of_them() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in ([None, "Three Months Ended June 30,", None], [None, 2019, 2018], ["Sales", 17, 23]):
        sheet.append(row)
    for cell in sheet[1][1:]:
        cell.alignment = Alignment(horizontal="centerContinuous")
    (grid,) = grids(_saved(book))
    assert (table(grid)[0], grid.rows[0][0].columns) == (["", "Three Months Ended June 30,", ""], 2)
