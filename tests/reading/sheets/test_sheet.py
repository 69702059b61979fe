"""Spreadsheets: CSV and XLSX."""

from __future__ import annotations

import io
import zipfile

import pytest
from openpyxl import Workbook

from tests.reading.looking import grids, paragraphs, table
from xbrlgen.places import Format
from xbrlgen.reading.given.detect import format_of
from xbrlgen.reading.sheets.workbook import shown_value
from xbrlgen.reading.sources import read_sources

CSV = """Example Corp.,,
Statements of Operations,,
,"Three Months Ended June 30,",
,2013,2012
Revenue,"$45,192","39,670"
"Cost of revenue, net","(10,597)","(9,036)"
Net income,34595,30634

Balance Sheet,,
,"June 30, 2013","December 31, 2012"
Cash,"77,379","103,339"
Total assets,"200,000","199,999"
"""


def test_blocks_of_a_csv_are_tables_and_paragraphs() -> None:
    first, second = grids(CSV)
    assert table(first) == [
        ["", "Three Months Ended June 30,", ""],
        ["", "2013", "2012"],
        ["Revenue", "$45,192", "39,670"],
        ["Cost of revenue, net", "(10,597)", "(9,036)"],
        ["Net income", "34595", "30634"],
    ]
    assert table(second)[1:] == [["Cash", "77,379", "103,339"], ["Total assets", "200,000", "199,999"]]
    titles = [(paragraph.text, paragraph.is_heading) for paragraph in paragraphs(CSV)]
    assert titles == [("Example Corp.", True), ("Statements of Operations", True), ("Balance Sheet", True)]


def test_semicolons_and_quotes_in_csv() -> None:
    text = 'Label;2013;2012\n"So-called ""other"" income";1,5;2\nCost;3;4\n'
    assert table(grids(text)[0])[1] == ['So-called "other" income', "1,5", "2"]


def workbook() -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Income"
    for row in (
        ["Example Corp."],
        [],
        [None, "Three Months Ended", None],
        [None, "June 30, 2013", "June 30, 2012"],
        ["Revenue", 45192, 39670.4],
        ["Cost", -10597, 0],
        ["Diluted", -0.01, 0.03],
        ["Margin", 0.123, 0.2],
    ):
        sheet.append(row)
    sheet.merge_cells("B3:C3")
    for row_number, number_format in (
        (5, "#,##0_);(#,##0)"),
        (6, '#,##0_);(#,##0);"-"'),
        (7, "$0.00;($0.00)"),
        (8, "0.0%"),
    ):
        for cell in sheet[row_number][1:]:
            cell.number_format = number_format
    book.create_sheet("Hidden").sheet_state = "hidden"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_workbook_shows_its_numbers_as_they_are_formatted() -> None:
    sources, _, findings = read_sources(workbook())
    (grid,) = grids(workbook())
    assert table(grid) == [
        ["", "Three Months Ended", ""],
        ["", "June 30, 2013", "June 30, 2012"],
        ["Revenue", "45,192", "39,670"],
        ["Cost", "(10,597)", "-"],
        ["Diluted", "($0.01)", "$0.03"],
        ["Margin", "12.3%", "20.0%"],
    ]
    assert grid.rows[0][0].columns == 2
    assert (sources[0].format, findings) == (Format.XLSX, ())
    place = grid.rows[2][1].places[0]
    (segment,) = sources[0].segments_of(place.start, place.end)
    assert (segment.cell, sources[0].text[place.start : place.end]) == ("Income!B5", "45,192")


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (1234.5, "General", "1234.5"),
        (0.1 + 0.2, "0.00", "0.30"),
        (-5, "0", "-5"),
        (-5, "0;[Red](0)", "(5)"),
        (2.5, "#,##0", "3"),
        (True, "General", "TRUE"),
        ("  text\n", "@", "  text"),
    ],
)
def test_numbers_are_shown_as_the_sheet_shows_them(value: object, number_format: str, shown: str) -> None:
    assert shown_value(value, number_format) == shown


def test_damaged_workbooks_are_told() -> None:
    raw = workbook()
    for damaged in (raw[:200] + b"xl/" + raw[400:], raw[: len(raw) // 2], _with_entities(raw)):
        sources, blocks, findings = read_sources(damaged)
        assert (len(sources), blocks) == (1, ())
        assert [finding.code for finding in findings] == ["reading.damaged-workbook"]


def _with_entities(raw: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(stream, "w") as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename == "xl/workbook.xml":
                content = b'<!DOCTYPE a [<!ENTITY b "c">]>' + content
            new.writestr(part, content)
    return stream.getvalue()


def test_a_table_of_one_dated_column_is_no_continuation() -> None:
    """Else its rows would have the periods and the scale of the statement before it."""
    first, second = grids(
        "Cash flows\n(In millions)\nThirteen Weeks Ended,September 24 2022\n"
        "Inventories,350\nAccounts payable,400\n"
        "\nBalance sheets\n(In thousands)\n,September 24 2022\nGoodwill,241\nTotal assets,667\n"
    )
    assert [row[0] for row in table(first)] == ["Thirteen Weeks Ended", "Inventories", "Accounts payable"]
    assert table(second) == [["", "September 24 2022"], ["Goodwill", "241"], ["Total assets", "667"]]


def test_a_column_of_notes_behind_the_years_is_no_continuation() -> None:
    _, second = grids(
        "Operations\n(In millions)\nYear Ended December 31,2023,Notes\nCost of sales,350,1\nOther,400,2\n"
        "\nCash flows\n(In thousands)\nYear Ended December 31,2023,Notes\nInventories,241,1\nOther,667,2\n"
    )
    assert table(second)[1:] == [["Inventories", "241", "1"], ["Other", "667", "2"]]


def test_fields_may_be_parted_by_pipes() -> None:
    text = (
        "Mill Corp.||\nStatements of Operations||\n|June 30, 2019|June 30, 2018\n"
        "Net sales|63,457|60,635\n  Cost of goods, net|31,707|26,078\nProfit|31,750|34,557\n"
    )
    assert format_of(text) is Format.CSV
    assert table(grids(text)[0])[0] == ["", "June 30, 2019", "June 30, 2018"]
    assert table(grids(text)[0])[2] == ["Cost of goods, net", "31,707", "26,078"]


def test_tables_of_markdown_are_no_records() -> None:
    rows = "".join(f"Fuel {letter}|{number}|7\n" for number, letter in enumerate("abcdef", start=11))
    assert format_of("|2019|2018\n---|---|---\n" + rows) is not Format.CSV
