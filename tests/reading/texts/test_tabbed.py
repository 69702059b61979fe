"""Tables of tabs, as copied out of a browser, and tables drawn with rules between all cells."""

from __future__ import annotations

from tests.reading.looking import grids, table
from xbrlgen.reading import read

_COPIED = (
    "Three Months\tNine Months\nEnded June 30,\tEnded June 30,\n2005\t2004\t2005\t2004\n"
    "OPERATING REVENUES\nCoal\t$101\t$98\t$298\t$290\nGrain\t92\t88\t277\t266\nTotal\t193\t186\t575\t556\n"
    "OPERATING EXPENSES\nFuel\t41\t38\t118\t119\nNet income\t$152\t$148\t$457\t$437\n"
)


def test_headings_that_lost_their_spans_and_the_cell_before_them_share_the_columns() -> None:
    (grid,) = grids(_COPIED)
    assert [(cell.text, cell.column, cell.columns) for cell in grid.rows[0]] == [
        ("Three Months", 1, 2),
        ("Nine Months", 3, 2),
    ]
    assert table(grid)[2] == ["", "2005", "2004", "2005", "2004"]


def test_sections_without_tabs_stay_in_their_table() -> None:
    document = read("Consolidated Statements of Income\n(In thousands)\n" + _COPIED)
    (statement,) = document.statements
    assert [str(column.period.end) for column in statement.columns if column.period] == [
        "2005-06-30",
        "2004-06-30",
        "2005-06-30",
        "2004-06-30",
    ]
    assert [row.section for row in statement.rows if row.label == "Fuel"] == [("OPERATING EXPENSES",)]


def test_dates_over_one_column_each_are_not_moved_by_the_lost_cell() -> None:
    text = (
        "June 30, 2018\tJune 30, 2017\t% Change\n"
        "Revenue\t$211,904\t$199,102\t6.4%\nCosts\t150,233\t141,990\t5.8%\n"
    )
    assert table(grids(text)[0])[:2] == [
        ["", "June 30, 2018", "June 30, 2017", "% Change"],
        ["Revenue", "$211,904", "$199,102", "6.4%"],
    ]


def test_one_column_of_values() -> None:
    text = "As of March 31, 2020\nCash\t$1,204\nReceivables\t880\nTotal assets\t$2,084\n"
    assert [row[-1] for row in table(grids(text)[0])] == ["$1,204", "880", "$2,084"]


def test_lines_of_bullets_are_no_table() -> None:
    assert not grids("•\tRevenue of $1.2 million, up 5% on the year before\n•\tNet income of $3.4 million\n")


def test_a_heading_within_a_sheet_that_kept_its_places_stays() -> None:
    text = "\t2020\t\t2019\nRevenue\t100\t1\t90\nCosts\t50\t2\t40\nIncome\t50\t3\t50\n"
    assert [cell.column for cell in grids(text)[0].rows[0]] == [1, 3]


_DRAWN = (
    "+-------------------+----------+----------+\n"
    "|                   | June 30, | June 30, |\n"
    "|                   | 2020     | 2019     |\n"
    "+===================+==========+==========+\n"
    "| Accounts          | $1,204   | $1,101   |\n"
    "| receivable        |          |          |\n"
    "+-------------------+----------+----------+\n"
    "| Total assets      | 2,084    | (9)      |\n"
    "+-------------------+----------+----------+\n"
)


def test_a_table_drawn_with_rules_between_its_cells() -> None:
    (grid,) = grids(_DRAWN)
    assert table(grid) == [
        ["", "June 30, 2020", "June 30, 2019"],
        ["Accounts receivable", "$1,204", "$1,101"],
        ["Total assets", "2,084", "(9)"],
    ]


def test_lines_drawn_with_characters_of_their_own() -> None:
    marks = str.maketrans("+-=|", "┼─━│")
    (grid,) = grids(_DRAWN.translate(marks))
    assert table(grid)[2] == ["Total assets", "2,084", "(9)"]


def test_rules_only_around_the_headings_leave_a_row_a_line() -> None:
    text = (
        "+-------+------+------+\n|       | 2020 | 2019 |\n+-------+------+------+\n| Cash  | 104  | 101  |\n"
        "| Debt  | 84   | 99   |\n| Total | 188  | 200  |\n+-------+------+------+\n"
    )
    assert table(grids(text)[0])[1:] == [
        ["Cash", "104", "101"],
        ["Debt", "84", "99"],
        ["Total", "188", "200"],
    ]


def test_a_long_heading_on_a_line_of_its_own_heads_the_rows_below() -> None:
    heading = "Adjustments to reconcile net income to net cash provided by operating activities:"
    text = f"\t2019\t2018\nNet income\t27\t20\n{heading}\nDepreciation\t2\t3\nInventories\t4\t5\n"
    (grid,) = grids(text)
    assert [row[0].text for row in grid.rows][1:] == ["Net income", heading, "Depreciation", "Inventories"]
