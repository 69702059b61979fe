"""Plain text: columns by alignment, SGML tables, scanning, and what is no table."""

from __future__ import annotations

import pytest

from tests.reading.looking import grids, paragraphs, table
from tests.shared import shared
from xbrlgen.reading.document import Grid
from xbrlgen.reading.given.folding import print_offsets
from xbrlgen.reading.sources import read_sources

ALIGNED = """\
                        EXAMPLE CORPORATION
                CONSOLIDATED STATEMENTS OF OPERATIONS
                (in thousands, except per share data)

                                     Three Months Ended        Nine Months Ended
                                       September 30,             September 30,
                                     2013        2012          2013        2012
                                   --------    --------      --------    --------
Revenue                            $ 45,192    $ 39,670      $130,917    $114,934
Operating expenses:
  Research and development           13,091       8,005        27,091      21,881
  Selling, general and
   administrative                     9,508       7,316        29,581      22,784
  Gain on sale                            -        (132)            -        (132)
                                   --------    --------      --------    --------
                                     22,599      15,189        56,672      44,533
Other income, net                        (9)                      264
Net income                         $ 22,584    $ 24,481      $ 74,509    $ 70,401
Diluted                            $   0.40    $   0.43      $   1.31    $   1.24

The company will hold a conference call today to discuss these results with all of those
who would like to hear about them, at 5 p.m.
"""


@pytest.mark.parametrize("end", ["\r", "\r\n"])
def test_lines_end_as_they_do_anywhere(end: str) -> None:
    (grid,), (given,) = grids(ALIGNED), grids(ALIGNED.replace("\n", end).encode())
    assert table(given) == table(grid)


def test_columns_are_found_by_alignment() -> None:
    (grid,) = grids(ALIGNED)
    assert table(grid) == [
        ["", "Three Months Ended", "", "Nine Months Ended", ""],
        ["", "September 30,", "", "September 30,", ""],
        ["", "2013", "2012", "2013", "2012"],
        ["Revenue", "$45,192", "$39,670", "$130,917", "$114,934"],
        ["Operating expenses:", "", "", "", ""],
        ["Research and development", "13,091", "8,005", "27,091", "21,881"],
        ["Selling, general and", "", "", "", ""],
        ["administrative", "9,508", "7,316", "29,581", "22,784"],
        ["Gain on sale", "-", "(132)", "-", "(132)"],
        ["", "22,599", "15,189", "56,672", "44,533"],
        ["Other income, net", "(9)", "", "264", ""],
        ["Net income", "$22,584", "$24,481", "$74,509", "$70,401"],
        ["Diluted", "$0.40", "$0.43", "$1.31", "$1.24"],
    ]
    assert [cell.columns for cell in grid.rows[0]] == [2, 2]


def test_titles_and_prose_stay_paragraphs() -> None:
    texts = [paragraph.text for paragraph in paragraphs(ALIGNED)]
    assert texts[:3] == [
        "EXAMPLE CORPORATION",
        "CONSOLIDATED STATEMENTS OF OPERATIONS",
        "(in thousands, except per share data)",
    ]
    assert texts[3].startswith("The company will hold")
    assert texts[3].endswith("at 5 p.m.")
    assert [paragraph.is_heading for paragraph in paragraphs(ALIGNED)] == [True, True, True, False]


def test_places_count_in_the_text() -> None:
    sources, blocks, _ = read_sources(ALIGNED)
    cells = [cell for block in blocks if isinstance(block, Grid) for row in block.rows for cell in row]
    for cell in cells:
        printed = "".join(sources[0].text[offset] for offset in print_offsets(sources[0].text, cell))
        assert printed.replace(" ", "") == cell.text.replace(" ", "")
    income = next(cell for cell in cells if cell.text == "Net income")
    assert (income.places[0].line, income.places[0].column) == (18, 1)


def test_tags_of_old_tables_are_no_cells_of_theirs() -> None:
    text = (
        "<TABLE>\n<CAPTION>\n                      June 30,\n                   2004       2003\n"
        "                   ----       ----\n<S>              <C>        <C>\n"
        "Cash             $1,234     $  999\nDebt                 --        500\n</TABLE>\n"
    )
    assert table(grids(text)[0])[1:] == [
        ["", "2004", "2003"],
        ["Cash", "$1,234", "$999"],
        ["Debt", "--", "500"],
    ]


def test_rows_shifted_by_a_page_break_keep_their_columns() -> None:
    text = (
        "                                        2022          2021\n"
        "Cash                                   1,000           900\n"
        "Receivables                            2,000         1,900\n"
        "Total assets                           3,000         2,800\n"
        "                                                           3\n"
        "Payables                         400        300\n"
        "Debt                             600        700\n"
        "Equity                         2,000      1,800\n"
    )
    assert [row[1:] for row in table(grids(text)[0])[-3:]] == [
        ["400", "300"],
        ["600", "700"],
        ["2,000", "1,800"],
    ]


def test_a_second_heading_begins_a_second_table() -> None:
    text = (
        "                    2022      2021\n"
        "Revenue            1,000       900\nCost                 500       450\n"
        "\n              Balance Sheets\n                 June 30, 2022   June 30, 2021\n"
        "Cash                     100             90\nDebt                      50             45\n"
    )
    assert [table(grid)[1][0] for grid in grids(text)] == ["Revenue", "Cash"]
    assert [paragraph.text for paragraph in paragraphs(text)] == ["Balance Sheets"]


def test_two_headings_with_one_blank_between_are_two() -> None:
    text = (
        "                         Three Months Ended Six Months Ended\n"
        "                              2023    2022     2023     2022\n"
        "Net income                     171     531      738    1,872\n"
        "Revenue                      2,540   2,422    5,050    4,905\n"
    )
    assert table(grids(text)[0])[0] == ["", "Three Months Ended", "", "Six Months Ended", ""]


def test_damaged_figures_keep_their_print_and_their_column() -> None:
    text = (
        "                                   October 16, 2016      October 18, 2015 \n"
        "Total revenue                                 38,742                33,315\n"
        "Income before taxes                             7885                 6/481\n"
        "NET INCOME                       S418 F372\n"
        "Basic                                          2.84_                  2,76\n"
        "Diluted                                         2.84                  2.75\n"
    )
    assert table(grids(text)[0])[2:5] == [
        ["Income before taxes", "7885", "6/481"],
        ["NET INCOME", "S418", "F372"],
        ["Basic", "2.84_", "2,76"],
    ]


def test_guidance_ranges_are_one_cell() -> None:
    text = (
        "                              Q2 FY24            Full Year FY24\n"
        "Revenue                    $8.51 - $8.53        $34.5 - $34.7\n"
        "Earnings per share         $0.79 - $0.80        $2.67 - $2.69\n"
    )
    assert table(grids(text)[0])[1] == ["Revenue", "$8.51 - $8.53", "$34.5 - $34.7"]


@pytest.mark.parametrize(
    "prose",
    [
        "Revenue  rose  by  10%  to  $45.2  million  in  the  quarter.\n" * 3,
        "Contact:\nJane Doe                 John Doe\n(408) 555-0100           (408) 555-0199\n",
        "Page 3\n\n- 4 -\n\nA-5\n",
    ],
)
def test_prose_is_no_table(prose: str) -> None:
    assert not grids(prose)


def test_alignment_of_a_real_release() -> None:
    found = grids(shared("releases/PSEM_FY2005Q4.txt"))
    assert [grid.width for grid in found] == [6, 6, 6, 7, 7, 3]
    rows = table(found[0])
    assert ["Net revenues", "$21,121", "$19,433", "$20,029", "$79,557", "$66,417"] in rows
    assert ["", "", "(Restated)", "", "", ""] in rows


def test_columns_with_one_blank_between() -> None:
    text = (
        "Three Months Ended September 30, Nine Months Ended September 30,\n2013 2012 2013 2012\n"
        "Revenue $ 45,192 $ 39,670 $ 130,917 $ 114,934\n"
        "Sales and marketing (1)(2) 16,141 12,713 46,118 36,820\n"
        "Other income (expense), net (209) — 264 155\nNet loss $ (730) $ (1,600) $ (2,791) $ (4,863)\n"
    )
    (grid,) = grids(text)
    assert table(grid)[0] == [
        "",
        "Three Months Ended September 30,",
        "",
        "Nine Months Ended September 30,",
        "",
    ]
    assert table(grid)[2:5] == [
        ["Revenue", "$45,192", "$39,670", "$130,917", "$114,934"],
        ["Sales and marketing (1)(2)", "16,141", "12,713", "46,118", "36,820"],
        ["Other income (expense), net", "(209)", "—", "264", "155"],
    ]


def test_two_figures_in_one_line_of_prose_are_no_table() -> None:
    assert not grids("Business Outlook\n- Loss per share of $(0.04) $(0.06)\n- Revenue of $20 million\n")


def test_dots_that_lead_to_the_figures_are_no_label() -> None:
    text = (
        "                                         2004        2003\n"
        "Net sales .........................   $ 45,192    $ 39,670\n"
        "Cost of sales. . . . . . . . . . .     30,597      29,036\n"
    )
    assert [row[0] for row in table(grids(text)[0])] == ["", "Net sales", "Cost of sales"]


def test_a_period_far_beside_the_unit_line_heads_the_table() -> None:
    text = (
        "Statement of Earnings\n\n(Unaudited; in Millions)                        SIX MONTHS\n\n"
        "                                            2023          2022\n"
        "Sales                                     48,913        45,207\nCost                    "
        "                  15,842        14,976\n"
    )
    assert table(grids(text)[0])[0] == ["(Unaudited; in Millions)", "SIX MONTHS", ""]


def test_page_numbers_within_a_table_are_not_lost() -> None:
    text = (
        "                         2013      2012      9\nRevenue                 1,000       900\n"
        "                                      7\nCost                      500       450\n"
    )
    assert table(grids(text)[0])[1:] == [["Revenue", "1,000", "900"], ["Cost", "500", "450"]]
    assert [paragraph.text for paragraph in paragraphs(text)] == ["9", "7"]


def test_a_section_below_a_sum_without_label_is_a_label_where_single_blanks_part_the_columns() -> None:
    text = (
        "Year Ended Year Ended\nJune 30, 2013 June 30, 2012\nSales 7,120 6,930\nRoyalties 212 198\n"
        "Gains 14 15\n7,346 7,143\nOperating expenses:\nWages 3,010 2,870\nRent 402 398\n"
    )
    (grid,) = grids(text)
    assert [(cell.text, cell.column) for cell in grid.rows[-3]] == [("Operating expenses:", 0)]


def rows_of(*lines: str) -> list[list[str]]:
    heads = "                     March 31, 2013  March 31, 2012\n"
    (grid,) = grids(heads + "\n".join(lines) + "\n")
    return table(grid)[1:]


def test_a_mark_that_touches_the_label_is_of_the_figure() -> None:
    assert rows_of(
        "Cash               $    1,204   $   1,118",
        "TOTAL LIABILITIES AND EQUITY$ 1,014,660 $1,004,668",
        "TOTAL ASSETS AND DEBT$  1,014,660   $1,004,668",
    )[1:] == [
        ["TOTAL LIABILITIES AND EQUITY", "$1,014,660", "$1,004,668"],
        ["TOTAL ASSETS AND DEBT", "$1,014,660", "$1,004,668"],
    ]


def test_blanks_that_scanning_sets_beside_a_decimal_point_are_none() -> None:
    rows = rows_of(
        "Net earnings           $ 141 . 2        $ 120.3", "Depreciation            44 .1            41.8"
    )
    assert [row[1] for row in rows] == ["$ 141.2", "44.1"]


def test_a_figure_in_brackets_at_the_end_of_a_single_spaced_row_is_a_figure_where_a_column_needs_it() -> None:
    text = "Sales 10,980 10,491 5\nCosts 4,317 4,091 6\nProfit 3,367 3,405 (1)\nTaxes 940 665 41\n"
    (grid,) = grids(text)
    assert [cell.text for cell in grid.rows[2]] == ["Profit", "3,367", "3,405", "(1)"]
    text = "Sales 10,980 10,491\nCosts 4,317 4,091\nProfit 3,367 3,405 (1)\nTaxes 940 665\n"
    (grid,) = grids(text)
    assert [cell.text for cell in grid.rows[2]] == ["Profit", "3,367", "3,405 (1)"]


def test_a_note_mark_glued_to_the_label_leaves_the_figures_behind_it() -> None:
    text = "Net income 3,012 2,793 8\nNet income per share1 $ 0.72 $ 0.64 12\nTaxes 940 665 41\n"
    (grid,) = grids(text)
    assert [cell.text for cell in grid.rows[1]] == ["Net income per share1", "$0.72", "$0.64", "12"]


def test_note_marks_raised_over_a_label_are_no_figures() -> None:
    rows = rows_of(
        "Sales                  $    1,204   $   1,118",
        "                 1,2",
        "Organic sales               1,187       1,102",
        "Profit                        140         120",
    )
    assert rows[1] == ["1,2", "", ""]
    assert rows[2] == ["Organic sales", "1,187", "1,102"]


_SCANNED = (
    "Statements of Position\n(In thousands)\nJune 30, December 31,\n2003 2002\n"
    "Cash 22,410 31,905\n{}\nOther 33,801 29,202\n"
)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("Operating income 20, 581 19,343", ["Operating income", "20,581", "19,343"]),
        ("Total investments 1, 054,344 993 ,355", ["Total investments", "1,054,344", "993,355"]),
        (
            "Receivables, less an allowance of $6.1 and $5.8 41,300 66,700",
            ["Receivables, less an allowance of $6.1 and $5.8", "41,300", "66,700"],
        ),
        (
            "Securities (amortized cost $911,402 and $866,190) $ 944,210 $ 880,013",
            ["Securities (amortized cost $911,402 and $866,190)", "$944,210", "$880,013"],
        ),
    ],
)
def test_blanks_beside_commas_and_numbers_of_labels_in_single_spaced_rows(row: str, told: list[str]) -> None:
    assert told in table(grids(_SCANNED.format(row))[0])


def test_two_single_spaced_rows_below_headings_are_a_table() -> None:
    text = "Data\nJune 30, 2003 June 30, 2002\nBacklog $ 801,233 $ 640,110\nAverage price $ 331 $ 302\n"
    assert table(grids(text)[0])[1:] == [
        ["Backlog", "$801,233", "$640,110"],
        ["Average price", "$331", "$302"],
    ]


def test_years_and_a_whole_date_over_single_spaced_columns() -> None:
    text = (
        "Statements of Operations\n2004 2003 March 31, 2004\nResearch 4,430,121 3,388,040 48,220,911\n"
        "General 1,711,034 1,290,404 16,900,233\nNet loss (6,141,155) (4,678,444) (65,121,144)\n"
    )
    assert table(grids(text)[0])[0] == ["", "2004", "2003", "March 31, 2004"]


def test_days_beside_a_change_in_percent_over_single_spaced_columns() -> None:
    text = (
        "Three Months Ended\nSeptember 30, 2018 September 30, 2017 % Change\n"
        "Revenue $ 211,904 $ 199,102 6.4%\nCosts 150,233 141,990 5.8%\nProfit 61,671 57,112 8.0%\n"
    )
    assert table(grids(text)[0])[-4] == ["", "September 30, 2018", "September 30, 2017", "% Change"]


def test_a_row_and_a_sum_without_label_cut_off_by_a_page_are_a_table() -> None:
    text = (
        "CONSOLIDATED STATEMENTS OF OPERATIONS\n\n"
        "                                          2013\n"
        "General and administrative               $ 100\n"
        "                                           100\n\n                  4\n\n"
        "CONSOLIDATED STATEMENTS OF OPERATIONS\n(continued)\n"
        "                                          2013\n"
        "                                           100\n"
        "Total operating expenses                   100\n"
    )
    assert [table(grid) for grid in grids(text)] == [
        [["", "2013"], ["General and administrative", "$100"], ["", "100"]],
        [["", "2013"], ["", "100"], ["Total operating expenses", "100"]],
    ]


_SIDES = """\
                       June 30,  Dec. 31,                              June 30,  Dec. 31,
ASSETS                   1998      1997     LIABILITIES AND EQUITY       1998      1997
Cash                   $  4,120  $  3,304   Accounts payable           $  9,811  $ 10,204
Receivables              22,410    20,915   Accrued expenses              6,330     5,981
Inventories              31,208    30,110   Debt                         24,000    25,000
Other                     3,318     3,540   Shareholders' equity         20,915    16,684
                       $ 61,056  $ 57,869                              $ 61,056  $ 57,869
"""


def test_two_sides_of_a_balance_sheet_come_one_below_the_other() -> None:
    (grid,) = grids("Consolidated Balance Sheets\n(In thousands)\n\n" + _SIDES)
    rows = table(grid)
    assert rows[1:3] == [["ASSETS", "1998", "1997"], ["Cash", "$4,120", "$3,304"]]
    assert rows[6:9] == [
        ["", "$61,056", "$57,869"],
        ["LIABILITIES AND EQUITY", "", ""],
        ["Accounts payable", "$9,811", "$10,204"],
    ]


@pytest.mark.parametrize("damaged", ["l54,2O1", "S4,2O1", "5l.4"])
def test_a_figure_with_letters_does_not_take_the_others_of_its_single_spaced_row_away(damaged: str) -> None:
    row = f"Cost of goods sold 41,020 {damaged}"
    assert ["Cost of goods sold", "41,020", damaged] in table(grids(_SCANNED.format(row))[0])


def test_a_section_set_to_the_middle_of_the_labels_heads_no_column() -> None:
    text = (
        "CONDENSED BALANCE SHEETS\n(IN THOUSANDS)\n\n"
        "                                              JUNE 30,   DECEMBER 31,\n"
        "                     ASSETS                     2001         2000\n"
        "Cash and cash equivalents..................  $  3,118     $  4,402\n"
        "Inventories................................    41,907       39,880\n"
        "                                             --------     --------\n"
        "                                             $ 45,025     $ 44,282\n"
    )
    assert table(grids(text)[0])[1] == ["ASSETS", "2001", "2000"]
