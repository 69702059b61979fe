"""Text, markdown and scans that were once read wrongly or lost, one trap a test; names are invented."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from xbrlgen.places import Source
from xbrlgen.reading import read
from xbrlgen.reading.document import Document, Paragraph
from xbrlgen.reading.statement import Statement


def periods(statement: Statement) -> list[str]:
    return [str(column.period) for column in statement.columns]


def values(statement: Statement, label: str) -> list[Decimal | None]:
    row = next(row for row in statement.rows if row.label.endswith(label) and not row.is_heading)
    return [entry.value for entry in statement.entries if entry.row == row.index]


def income_of(text: str) -> Statement:
    return read(text).statements[0]


MONTHS = ["2022-07-01 to 2022-09-30", "2021-07-01 to 2021-09-30"]
YEAR_SO_FAR = ["2022-01-01 to 2022-09-30", "2021-01-01 to 2021-09-30"]
ROWS = (
    "| Revenue | 412 | 367 | 1,204 | 1,061 |\n| Cost of revenue | 382 | 341 | 1,118 | 991 |\n"
    "| Net income | 30 | 26 | 86 | 70 |\n"
)
TITLE = "Vantrell Freight, Inc.\n\nCONDENSED CONSOLIDATED STATEMENTS OF INCOME\n\n"


def test_years_that_begin_over_the_labels_stand_for_the_columns_behind_these() -> None:
    found = income_of(
        TITLE
        + "| (In thousands) | Three Months EndedSeptember 30, | Nine Months EndedSeptember 30, |  |  |\n"
        "| --- | --- | --- | --- | --- |\n| 2022 | 2021 | 2022 | 2021 |  |\n" + ROWS
    )
    assert periods(found) == MONTHS + YEAR_SO_FAR
    assert values(found, "Revenue")[0] == 412_000


def test_a_heading_for_each_run_of_years_and_changes_where_spans_were_lost() -> None:
    found = income_of(
        TITLE + "(in thousands)\n\n---|---|---|---|---|---|---\n"
        "| Three Months Ended September 30, | Percent | Nine Months Ended September 30, | Percent\n"
        "| 2022 | 2021 | Change | 2022 | 2021 | Change\n"
        "Revenue | 412 | 367 | 12.3 | 1,204 | 1,061 | 13.5\n"
        "Cost of revenue | 382 | 341 | 12.0 | 1,118 | 991 | 12.8\n"
        "Net income | 30 | 26 | 15.4 | 86 | 70 | 22.9\n"
    )
    kept = [str(column.period) for column in found.columns if column.kind.name == "VALUE"]
    assert kept == MONTHS + YEAR_SO_FAR


def test_a_rule_that_a_cell_over_two_rows_breaks() -> None:
    rule = "+-----------------+------------+------------+\n"
    found = income_of(
        TITLE + "(in thousands)\n\n+-----------------+-------------------------+\n"
        "|                 | Three Months Ended      |\n|                 +------------+------------+\n"
        "|                 | September  | September  |\n|                 | 30, 2022   | 30, 2021   |\n"
        "+=================+============+============+\n"
        f"| Revenue         | 412        | 367        |\n{rule}"
        f"| Cost of revenue | 382        | 341        |\n{rule}"
        f"| Net income      | 30         | 26         |\n{rule}"
    )
    assert periods(found) == MONTHS


def test_figures_and_notes_that_are_set_as_formulas() -> None:
    found = income_of(
        TITLE + "|  | Three Months Ended September 30, |  |\n| :--- | ---: | ---: |\n|  | 2022 | 2021 |\n"
        "| Sales ${ }^{(1)}$ (in thousands) | \\$ 412 | $\\mathbf{367}$ |\n"
        "| Cost of sales | $(382)$ | $(341)$ |\n| Gain (loss) | $-$ | \\$ (26) |\n"
    )
    assert "^" not in found.rows[0].label
    assert values(found, "Cost of sales") == [Decimal(-382), Decimal(-341)]
    assert [entry.figure.number for entry in found.entries if entry.row == 2] == [0, -26]


def test_a_sentence_with_formulas_says_what_it_says_without() -> None:
    text = "Net income was $\\$ 18.4$ million, and margins were $88.2 \\%$; shares fell from $12 to $10.\n"
    (paragraph,) = [block for block in read(text).blocks if isinstance(block, Paragraph)]
    assert paragraph.text == (
        "Net income was $ 18.4 million, and margins were 88.2 %; shares fell from $12 to $10."
    )


@pytest.mark.parametrize("day", ["3l", "3I", "3i", "3|"])
def test_a_letter_in_a_day_does_not_make_it_another_day(day: str) -> None:
    document = read(
        f"Prairie Line Co.\nConsolidated Statements of Income\nQuarter Ended March {day}, 2006 and 2005\n"
        "(Dollars in thousands)\n\n                             2006         2005\n"
        "Revenues                  $  62,118    $  60,330\nExpenses                     46,092       44,664\n"
        "Net income                $  16,026    $  15,666\n"
    )
    assert periods(document.statements[0]) == ["2006-01-01 to 2006-03-31", "2005-01-01 to 2005-03-31"]


SCAN = (
    "LARKSPUR INDUSTRIES, INC.\nCONSOLIDATED STATEMENTS OF INCOME\n(In thousands)\n\n"
    "Three Months Ended Nine Months Ended\nSeptember 30, September 30,\n2008 2007 2008 2007\n"
    "Net sales $ 118,204 $ 109,330 $ 352,440 $ 331,118\nCost of sales 84,330 78,440 251,204 238,902\n"
    "Net income $ 33,874 $ 30,890 $ 101,236 $ 92,2l6\n"
    "LARKSPUR INDUSTRIES, INC. - 5 -\n"
    "CONSOLIDATED BALANCE SHEETS\n(In thousands)\nSeptember 30, December 3l,\n2008 2007\n"
    "Cash $ 18,204 $ 22,118\nInventories 68,118 6O,204\nTotal assets $ 86,322 $ 82,322\n"
)


def scanned() -> Document:
    return read(SCAN)


def test_a_row_keeps_its_figures_where_one_after_currency_marks_has_a_letter() -> None:
    assert values(scanned().statements[0], "Net income") == [33_874_000, 30_890_000, 101_236_000, 92_216_000]


def test_a_row_of_one_figure_and_one_with_a_letter_is_a_row() -> None:
    balance = scanned().statements[1]
    assert values(balance, "Inventories") == [68_118_000, 60_204_000]
    assert [column.period.end for column in balance.columns if column.period] == [
        date(2008, 9, 30),
        date(2007, 12, 31),
    ]


def test_the_page_number_behind_the_name_of_a_company_is_no_figure() -> None:
    labels = [row.label for statement in scanned().statements for row in statement.rows]
    assert not any("LARKSPUR" in label for label in labels)


INCEPTION = (
    "Nerida Biologics was incorporated on March 18, 1997 (inception).\n\n{}\n\nSTATEMENTS OF OPERATIONS\n"
    "(in thousands)\n\n|  | Nine Months Ended September 30, | | {} |\n| --- | --- | --- | --- |\n"
    "|  | 2004 | 2003 |  |\n| Contract revenue | 1,102 | 830 | 4,915 |\n"
    "| Operating expenses | 3,042 | 2,130 | 9,132 |\n"
    "| Net loss | (1,940) | (1,300) | (4,217) |\n"
)


@pytest.mark.parametrize("heading", ["Inception to Date", "Cumulative Since Inception"])
def test_time_since_an_inception_begins_on_the_day_that_the_text_tells(heading: str) -> None:
    found = income_of(INCEPTION.format("", heading))
    assert periods(found)[2] == "1997-03-18 to 2004-09-30"
    assert not found.columns[2].doubt


def test_two_days_of_an_inception_leave_it_in_doubt() -> None:
    found = income_of(
        INCEPTION.format("Since inception on June 2, 1998, there were losses.", "Inception to Date")
    )
    assert found.columns[2].doubt


def test_a_label_of_two_amounts_that_breaks_before_the_second() -> None:
    found = income_of(
        "TALLGRASS ENERGY CO.\nCONDENSED BALANCE SHEETS\n\n"
        "                                          June 30,      December 31,\n"
        "                                            1999            1998\n"
        "                                        ------------    ------------\n"
        "Current assets                          $  5,210,448    $  4,980,115\n"
        "Oil and gas properties, net of\n  depletion of $41,202,118 and\n"
        "  $36,900,402                             68,440,903      70,115,826\n"
        "Other                                      1,105,317       1,190,440\n"
        "                                        $ 74,756,668    $ 76,286,381\n"
    )
    assert values(found, "$36,900,402") == [68_440_903, 70_115_826]
    assert not any(entry.doubt for entry in found.entries)


@pytest.mark.parametrize("encoding", ["utf-16-be", "utf-16-le"])
def test_text_in_utf_16_without_a_mark(encoding: str) -> None:
    document = read(SCAN.encode(encoding))
    assert len(document.statements) == 2
    assert isinstance(document.sources[0], Source)


def test_a_cut_package_is_called_one() -> None:
    (finding, *_) = read(b"PK\x03\x04" + bytes(300)).findings
    assert finding.code == "reading.binary"
    assert "cut off" in finding.message


def test_columns_that_a_conversion_printed_twice_are_one() -> None:
    document = read(
        TITLE + "(in thousands)\n\n| | Three Months Ended September 30, | Three Months Ended September 30, "
        "| | Three Months Ended September 30, | Three Months Ended September 30, |\n"
        "|---|---|---|---|---|---|\n"
        "| | 2022 | 2022 | | 2021 | 2021 |\n| Revenue | $ | 84,412 | | $ | 80,367 |\n"
        "| Rooms | 51,382 | 51,382 | | 49,341 | 49,341 |\n| Food | 9,118 | 9,118 | | 8,902 | 8,902 |\n"
        "| Other | 3,204 | 3,204 | | 2,930 | 2,930 |\n| Interest | (24,118 | ) | | (23,440 | ) |\n"
        "| Net income | $ | 30,026 | | $ | 26,018 |\n"
    )
    found = document.statements[0]
    assert periods(found) == MONTHS
    assert values(found, "Food") == [9_118_000, 8_902_000]
    assert values(found, "Interest") == [-24_118_000, -23_440_000]
    assert [verdict.kind for verdict in document.verdicts if verdict.print == "9,118"] == ["", "twin"]


def test_lengths_that_a_conversion_put_over_the_last_year_of_their_share() -> None:
    found = income_of(
        TITLE + "(in thousands)\n\n|  |  | Three Months Ended<br>September 30, |  "
        "| Nine Months Ended<br>September 30, |\n|---|---|---|---|---|\n|  | 2022 | 2021 | 2022 | 2021 |\n"
        + ROWS
    )
    assert periods(found) == MONTHS + YEAR_SO_FAR


def test_a_balance_sheet_goes_on_behind_a_page_and_its_headings_again() -> None:
    document = read(
        "VERIDIAN LOGIC CORP.\nCONDENSED CONSOLIDATED BALANCE SHEETS\n(In thousands)\n<TABLE>\n<CAPTION>\n"
        "                                         Sept. 27, 1997     Dec. 28, 1996\n"
        "                                           (unaudited)\n"
        "<S>                                           <C>                <C>\n"
        "Cash                                          $ 22,410          $ 18,204\n"
        "Inventories                                     15,330            14,118\n<PAGE>   4\n"
        "                                         Sept. 27, 1997     Dec. 28, 1996\n"
        "                                         --------------     -------------\n"
        "Total assets                                  $ 37,740          $ 32,322\n"
        "Long-term obligations                            4,204             6,330\n"
        "Shareholders' equity                            33,536            25,992\n</TABLE>\n"
    )
    (statement,) = document.statements
    assert values(statement, "obligations") == [4_204_000, 6_330_000]


UTILITY = (
    "CASTLE ROCK POWER COMPANY\nCONSOLIDATED STATEMENT OF INCOME\n"
    "(Thousands of Dollars Except Per Share Amounts)\n\n                            Three Months\n"
    "                           Ended June 30,\n                         1996         1995\n"
    "OPERATING REVENUES . . $ 225,448    $ 216,644\nOPERATING EXPENSES . .   193,316      184,654\n"
    "INCOME BEFORE INTEREST\n  CHARGES. . . . . . .    32,132       31,990\n"
    "INTEREST CHARGES . . .    12,118       12,440\n"
    "NET INCOME . . . . . .    20,014       19,550\n"
    "AVERAGE COMMON SHARES\n  OUTSTANDING (000'S) .    32,118       31,904\n"
    "EARNINGS PER AVERAGE\n  COMMON SHARE . . . .     $ .62        $ .61\n"
)


def test_labels_in_capitals_that_wrap_are_whole() -> None:
    rows = [row for row in income_of(UTILITY).rows if not row.is_heading]
    assert [row.label for row in rows][2:] == [
        "INCOME BEFORE INTEREST CHARGES",
        "INTEREST CHARGES",
        "NET INCOME",
        "AVERAGE COMMON SHARES OUTSTANDING (000'S)",
        "EARNINGS PER AVERAGE COMMON SHARE",
    ]
    assert values(income_of(UTILITY), "AVERAGE COMMON SHARE") == [Decimal("0.62"), Decimal("0.61")]


def test_volumes_behind_an_income_statement_are_no_amounts() -> None:
    found = income_of(UTILITY + "Production:\n  Gas (Mcf) . . . . .   1,498,200    1,402,880\n")
    (row,) = [row for row in found.rows if row.label == "Gas (Mcf)"]
    assert all(entry.doubt for entry in found.entries if entry.row == row.index)


def test_words_of_labels_with_a_misread_letter_are_put_right() -> None:
    found = income_of(
        UTILITY.replace("NET INCOME", "Net lncome").replace("OPERATING EXPENSES", "Tota1 expenses")
    )
    labels = [row.label for row in found.rows]
    assert "Net Income" in labels
    assert "Total expenses" in labels


LENGTHS = ("Three Months Ended", "Nine Months Ended")
DAYS = ("September 30, 2022", "September 30, 2021")
PERIODS = "Three Months Ended September 30, Nine Months Ended September 30, 2022 2021 2022 2021\n"
TIGHT = (
    "Revenue $ 412 $ 367 $ 1,204 $ 1,061\nCost of revenue 382 341 1,118 991\nOther expense 10 9 30 28\n"
    "Net income $ 20 $ 17 $ 56 $ 42\n"
)


@pytest.mark.parametrize(
    "heading",
    [
        PERIODS,
        "Three Months Ended Nine Months Ended September 30, September 30, 2022 2021 2022 2021\n",
        f"{LENGTHS[0]} {DAYS[0]} {LENGTHS[0]} {DAYS[1]} {LENGTHS[1]} {DAYS[0]} {LENGTHS[1]} {DAYS[1]}\n",
        f"{LENGTHS[0]} {LENGTHS[1]} {DAYS[0]} {DAYS[1]} {DAYS[0]} {DAYS[1]}\n",
    ],
)
def test_the_rows_of_a_heading_on_one_line(heading: str) -> None:
    assert periods(income_of(TITLE + "(in thousands)\n\n" + heading + TIGHT)) == MONTHS + YEAR_SO_FAR


WEEKS = (
    "Tessaly Brands, Inc. reported results for the quarter ended April 1, 2023.\n\n"
    "CONSOLIDATED STATEMENTS OF INCOME\n(in millions)\n\n"
    "                         Three Months Ended\n             April 1, 2023   April 2, 2022\n"
    "Net sales      $ 1,204.4       $ 1,168.2\nExpenses         1,104.4         1,078.2\n"
    "Net income     $   100.0       $    90.0\n\n\n{}\n(in millions)\n\n"
    "             April 1, 2023   April 2, 2022\n{}"
)
REGIONS = (
    "Americas       $   704.4       $   668.2\nEurope             500.0           500.0\n"
    "Total          $ 1,204.4       $ 1,168.2\n"
)


@pytest.mark.parametrize("title", ["NET SALES BY REGION", "DEPRECIATION BY SEGMENT"])
def test_days_over_what_comes_to_pass_end_a_time(title: str) -> None:
    *_, found = read(WEEKS.format(title, REGIONS)).statements
    assert periods(found) == ["2023-01-01 to 2023-04-01", "2022-01-02 to 2022-04-02"]


def test_days_over_what_there_is_are_days() -> None:
    *_, found = read(WEEKS.format("TOTAL ASSETS BY REGION", REGIONS)).statements
    assert [column.period.end for column in found.columns if column.period and column.period.is_instant] == [
        date(2023, 4, 1),
        date(2022, 4, 2),
    ]


def test_days_over_what_nothing_names_are_in_doubt() -> None:
    *_, found = read(WEEKS.format("SEGMENT INFORMATION", REGIONS)).statements
    assert all(column.doubt for column in found.columns)


def test_columns_of_two_years_with_equal_amounts_are_no_column_printed_twice() -> None:
    text = (
        "Consolidated Statements of Income\n(in thousands)\n\n"
        "| | Year Ended June 30, 2013 | Year Ended June 30, 2012 |\n|---|---|---|\n"
        "| Net sales | 1,000 | 1,000 |\n| Cost of sales | 600 | 600 |\n| Gross profit | 400 | 400 |\n"
        "| Net income | 100 | 100 |\n"
    )
    (statement,) = read(text).statements
    assert [str(each.period) for each in statement.columns] == [
        "2012-07-01 to 2013-06-30",
        "2011-07-01 to 2012-06-30",
    ]


def test_a_table_in_latex() -> None:
    found = income_of(
        TITLE + "\\begin{table}\n\\begin{tabular}{l r r} \\hline \\hline\n"
        "(in millions) & \\multicolumn{2}{c}{Three Months Ended September 30,} \\\\\n"
        " & 2022 & 2021 \\\\ \\hline\n"
        "Revenues & \\$ 1,204.1 & \\$ 1,118.3 \\\\\nExpenses & 1,002.2 & 940.5 \\\\ \\cline{2-3}\n"
        "\\textbf{Net income} & \\textbf{201.9} & 177.8 \\\\\n\\end{tabular}\n\\end{table}\n"
    )
    assert periods(found) == MONTHS
    assert values(found, "Net income") == [201_900_000, 177_800_000]


def test_spans_without_bounds_in_latex_are_none() -> None:
    wide = "9" * 5000
    assert read(
        f"\\begin{{tabular}}{{l}}\n\\multicolumn{{{wide}}}{{c}}{{Sales}} & 5 \\\\\n\\end{{tabular}}\n"
    )


def test_companies_in_a_list_are_rows_and_no_running_heads() -> None:
    document = read(
        "                  LARKSPUR INDUSTRIES, INC.\n            INVESTMENTS (in millions)\n\n"
        "                                    March 31,\n                                       2012\n"
        "Beech Holdings Inc.                      45\nAlder Labs Inc.                          38\n"
        "Total investments                        83\n"
    )
    assert [entry.figure.print for entry in document.statements[0].entries] == ["45", "38", "83"]


def test_two_sides_of_a_balance_sheet_on_single_spaced_lines_are_no_rows() -> None:
    document = read(
        "Corbin Casualty Group, Inc.\nConsolidated Balance Sheets\n(In millions)\n\n"
        "Dec 31, Dec 31, Dec 31, Dec 31,\n2001 2000 2001 2000\n"
        "Fixed maturities $ 612.4 $ 598.1 Loss reserves $ 488.3 $ 452.0\n"
        "Equity securities 48.0 61.5 Unearned premiums 171.9 155.7\n"
        "Total assets $ 936.8 $ 902.3 Total liabilities and equity $ 936.8 $ 902.3\n"
    )
    assert not any(statement.entries for statement in document.statements)


TSV = (
    "Prairie Line Co.\nConsolidated Statements of Income\n(in thousands)\n\n{}"
    "Revenues\t412,204\t367,118\t1,204,330\t1,061,118\n"
    "Expenses\t382,118\t341,330\t1,118,204\t991,902\n"
    "{}Income taxes\t10,086\t8,788\t28,126\t23,216\nNet income\t20,000\t17,000\t58,000\t46,000\n"
)
SHIFTED = "Three Months Ended September 30,\tNine Months Ended September 30,\n2022\t2021\t2022\t2021\n"


@pytest.mark.parametrize(
    ("heads", "row"),
    [
        (SHIFTED, ""),
        ("\t" + SHIFTED, "30,086\t25,788\t86,126\t69,216\n"),
        ("\t" + SHIFTED, "Income before taxes\t30,086 25,788\t86,126\t69,216\n"),
    ],
)
def test_rows_that_lost_a_tab_are_put_into_their_columns(heads: str, row: str) -> None:
    found = income_of(TSV.format(heads, row))
    assert periods(found) == MONTHS + YEAR_SO_FAR
    assert values(found, "Income taxes")[0] == 10_086_000
    shown = [entry.figure.print for entry in found.entries if "86,126" in entry.figure.print]
    assert not row or [entry.column for entry in found.entries if entry.figure.print == shown[0]] == [2]


def test_a_row_named_by_a_figure_is_in_doubt() -> None:
    found = income_of(TSV.format("\t" + SHIFTED, "30,086\t25,788\t86,126\n"))
    (row,) = [row for row in found.rows if row.label == "30,086"]
    assert row.doubt


def test_two_blanks_between_all_cells_tell_no_columns() -> None:
    found = income_of(
        "Marlowe Stores, Inc.\nConsolidated Statements of Income\n(In thousands, except per share data)\n\n"
        "Thirteen Weeks Ended\nNov. 1, 2003  % of sales  Nov. 2, 2002  % of sales\n"
        "Net sales  213,402  100.0%  203,418  100.0%\nCost of sales  142,766  66.9  137,104  67.4\n"
        "Net earnings  3,629  1.7  2,884  1.4\nDiluted  $0.24  $0.19\nAverage shares  15,201  15,188\n"
    )
    short = [entry for entry in found.entries if entry.row >= len(found.rows) - 2]
    assert all(entry.doubt or entry.column in {0, 2} for entry in short)
    assert {entry.column for entry in short if not entry.doubt} <= {0, 2}


TORN = (
    ("FOR THE FOR THE", "THREE MONTHS NINE MONTHS", "ENDED ENDED", "SEPTEMBER 30, SEPTEMBER 30,"),
    ("Three Three Nine Nine", "Months Months Months Months", "Ended Ended Ended Ended", "Sept. 30, " * 4),
    ("Quarter Quarter Nine Months Nine Months", "Ended Ended Ended Ended", "Sept. 30, " * 4),
)


@pytest.mark.parametrize("lines", TORN)
def test_headings_of_one_word_a_line_in_single_spaced_text(lines: tuple[str, ...]) -> None:
    heading = "\n".join((*map(str.strip, lines), "2022 2021 2022 2021\n"))
    assert periods(income_of(TITLE + "(in thousands)\n\n" + heading + TIGHT)) == MONTHS + YEAR_SO_FAR


def test_weeks_of_two_lengths_over_single_spaced_columns() -> None:
    found = income_of(
        "Canyon Outfitters, Inc.\nConsolidated Statements of Operations\n(in thousands)\n\n"
        "Thirteen Thirteen Fifty-two Fifty-two\nWeeks Ended Weeks Ended Weeks Ended Weeks Ended\n"
        "January 31, February 1, January 31, February 1,\n2004 2003 2004 2003\n" + TIGHT
    )
    assert periods(found)[:3] == [
        "2003-11-02 to 2004-01-31",
        "2002-11-03 to 2003-02-01",
        "2003-02-02 to 2004-01-31",
    ]


def test_the_first_single_spaced_row_below_headings_is_a_row() -> None:
    found = income_of(
        "TALLGRASS ENERGY CO.\nCONDENSED BALANCE SHEETS\n\nJune 30, December 31,\n1999 1998\n(Unaudited)\n"
        "Current assets $ 5,210,448 $ 4,980,115\nOil and gas properties, net of\n"
        "depletion of $41,202,118 and\n$36,900,402 68,440,903 70,115,826\n"
        "Other 1,105,317 1,190,440\n$ 74,756,668 $ 76,286,381\n"
    )
    assert values(found, "Current assets") == [5_210_448, 4_980_115]
    assert [column.period.end for column in found.columns if column.period] == [
        date(1999, 6, 30),
        date(1998, 12, 31),
    ]


def test_periods_one_below_the_other_over_a_row_of_years() -> None:
    heading = "Three Months Ended\nSeptember 30,\nNine Months Ended\nSeptember 30,\n2022 2021 2022 2021\n"
    assert periods(income_of(TITLE + "(in thousands)\n" + heading + TIGHT)) == MONTHS + YEAR_SO_FAR


def test_noughts_of_years_that_were_taken_for_letters() -> None:
    found = income_of(
        TITLE + "(in thousands)\n\n                 Three Months Ended\n"
        "          September 30, 2O22   September 30, 202l\nRevenue         412,204             367,118\n"
        "Expenses        382,118             341,330\nNet income       30,086              25,788\n"
    )
    assert periods(found) == MONTHS
    assert not any(column.doubt for column in found.columns)
