"""Tables that a conversion wrote as one cell a paragraph: headings, long labels, where they begin."""

from __future__ import annotations

from tests.reading.looking import grids, table
from xbrlgen.reading import read


def _paragraphs(*cells: str) -> str:
    return "\n\n".join(cells) + "\n"


_ROWS = (
    *(" Rental income", "$", "61,204", "$", "57,011"),
    *(" Other income", "20,110", "19,022"),
    *(" Total revenues", "$", "81,314", "$", "76,033"),
)
_INCOME = (
    *_ROWS,
    *(" Cost of revenue", "(41,300", ")", "(39,880", ")"),
    *(" General and administrative", "(20,010", ")", "(19,150", ")"),
    *(" Net income", "$", "20,004", "$", "17,003"),
)


def test_a_day_and_its_year_in_cells_of_their_own_are_one_heading() -> None:
    text = _paragraphs(" ", "Dec. 31,", " 2014", "Dec. 31,", " 2013", " ", *_ROWS)
    assert table(grids(text)[0])[0] == ["", "Dec. 31, 2014", "Dec. 31, 2013"]


def test_beside_the_label_over_the_rows_too() -> None:
    text = _paragraphs(" ", " ASSETS", "Dec. 31,", " 2014", "Dec. 31,", " 2013", *_ROWS)
    assert table(grids(text)[0])[0] == ["ASSETS", "Dec. 31, 2014", "Dec. 31, 2013"]


def test_a_label_longer_than_a_line_is_the_label_of_its_row() -> None:
    long = (
        " Common stock: $0.01 par value; 100,000,000 shares authorized, 14,958,817 and 14,270,761 issued"
        " and outstanding as of the years ended December 31, 2014 and 2013, without any held in treasury"
    )
    text = _paragraphs(" ", "December 31, 2014", "December 31, 2013", *_ROWS, long, "1,496", "1,427")
    assert table(grids(text)[0])[-1] == [long.strip(), "1,496", "1,427"]


def test_lengths_days_and_years_one_after_the_other_stand_over_their_columns() -> None:
    heads = (
        "Three Months",
        "Nine Months",
        "Ended June 30,",
        "Ended June 30,",
        "2014",
        "2013",
        "2014",
        "2013",
    )
    rows = (
        " Coal",
        "101",
        "98",
        "298",
        "290",
        " Grain",
        "92",
        "88",
        "277",
        "266",
        " Total",
        "193",
        "186",
        "575",
        "556",
    )
    (grid,) = grids(_paragraphs("Lakeshore Railway", "Statements of Income", "(In millions)", *heads, *rows))
    assert [(cell.text, cell.column, cell.columns) for row in grid.rows[:2] for cell in row] == [
        ("Three Months", 1, 2),
        ("Nine Months", 3, 2),
        ("Ended June 30,", 1, 2),
        ("Ended June 30,", 3, 2),
    ]


def test_marks_below_days_do_not_move_the_days() -> None:
    heads = ("September 30, 2021", "December 31, 2020", "(Unaudited)", "(Audited)")
    (grid,) = grids(_paragraphs("Statements of Position", *heads, *_ROWS))
    assert table(grid)[0] == ["", "September 30, 2021", "December 31, 2020"]
    assert table(grid)[1] == ["", "(Unaudited)", "(Audited)"]


def test_the_title_of_the_next_table_ends_the_last_row() -> None:
    text = _paragraphs(
        "March 31, 2016", "March 31, 2015", *_ROWS, "Lakeshore Holdings, Inc.", "Cash Flow Data", *_ROWS
    )
    assert table(grids(text)[0])[-1] == ["Total revenues", "$81,314", "$76,033"]


_DAYS_ONLY = (
    " LAKESHORE, INC.",
    " STATEMENTS OF OPERATIONS",
    " ",
    "Dec. 31,",
    " 2014",
    "Dec. 31,",
    " 2013",
    " ",
)


def test_days_without_a_length_are_of_the_only_length_that_the_text_speaks_of() -> None:
    said = "Lakeshore announces its results for the year ending December 31, 2014, and a quarterly dividend."
    (statement,) = read(_paragraphs(said, *_DAYS_ONLY, *_INCOME)).statements
    assert [str(column.period.start) for column in statement.columns if column.period] == [
        "2014-01-01",
        "2013-01-01",
    ]


def test_where_it_speaks_of_a_quarter_too_nothing_is_known() -> None:
    said = "Lakeshore announces its results for the fourth quarter and the year ended December 31, 2014."
    (statement,) = read(_paragraphs(said, *_DAYS_ONLY, *_INCOME)).statements
    assert all(column.period is None for column in statement.columns)


def test_values_behind_an_empty_cell_go_back_to_a_row_that_has_room() -> None:
    tax = (" Income tax (expense) benefit", "20,767", "   ", "37,915")
    text = _paragraphs(" ", "March 31, 2016", "March 31, 2015", *_ROWS, *tax, " Net income", "9,004", "8,003")
    assert table(grids(text)[0])[-2:] == [
        ["Income tax (expense) benefit", "20,767", "37,915"],
        ["Net income", "9,004", "8,003"],
    ]


def test_a_sum_without_a_label_stays_a_row() -> None:
    text = _paragraphs(
        " ",
        "March 31, 2016",
        "March 31, 2015",
        *_ROWS,
        " ",
        "81,314",
        "76,033",
        " Net income",
        "9,004",
        "8,003",
    )
    assert table(grids(text)[0])[-2:] == [["", "81,314", "76,033"], ["Net income", "9,004", "8,003"]]


_GAAP = (
    *(" (in millions, except per share amounts, unaudited)", "12 Weeks Ended 6/16/2012", "GAAP"),
    *("Mark-to-market", "Restructuring charges", "Core, Non-GAAP Measure"),
    *(" Cost of sales", "$", "7,750", "$", "(90", ")", "$", "—", "$", "7,660"),
    *(" Operating profit", "2,540", "106", "77", "2,723", " Interest expense", "211", "—", "—", "211"),
    *(" Net income", "$", "1,480", "$", "67", "$", "56", "$", "1,603"),
    *(" Net income per common share - diluted", "$", "0.94", "$", "0.04", "$", "0.04", "$", "1.02"),
)


def test_names_of_measures_below_one_period_stand_over_a_column_each() -> None:
    rows = table(grids(_paragraphs(" ", *_GAAP))[0])
    assert rows[1][1:] == ["GAAP", "Mark-to-market", "Restructuring charges", "Core, Non-GAAP Measure"]


def test_the_unit_line_beside_them_makes_no_column_one_of_amounts_per_share() -> None:
    text = _paragraphs("Reconciliation of GAAP and Non-GAAP Information", " ", *_GAAP)
    (statement,) = read(text).statements
    cost = next(row for row in statement.rows if row.label == "Cost of sales")
    assert {entry.unit for entry in statement.entries if entry.row == cost.index} == {"USD"}


def test_a_length_right_before_its_month_heads_the_years() -> None:
    (statement,) = read(
        _paragraphs("Statements of Income", "(in thousands)", "Year EndedJune 30,", "2014", "2013", *_INCOME)
    ).statements
    assert [str(column.period) for column in statement.columns] == [
        "2013-07-01 to 2014-06-30",
        "2012-07-01 to 2013-06-30",
    ]
