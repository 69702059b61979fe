"""What columns are, one example a trap."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.small_pages import read_one, read_page
from xbrlgen.model import Period
from xbrlgen.reading.statement import Basis, ColumnKind, Statement

TITLE = "Consolidated Statements of Operations"
UNITS = "(In thousands, except per share data)"


def with_heads(heads: str, cells: str = "") -> Statement:
    width = heads.strip("\n").split("\n")[-1].count("|")
    numbers = cells or "|".join(f"1,{index}00" for index in range(1, width + 1))
    rows = "\n".join(
        f"{label}|{numbers}"
        for label in (
            "Revenues",
            "Cost of revenues",
            "Operating expenses",
            "Income before income taxes",
            "Net income",
        )
    )
    return read_one(TITLE, UNITS, f"{heads.strip(chr(10))}\n{rows}")


def periods(statement: Statement) -> list[tuple[str, str]]:
    return [(str(each.period.start), str(each.period.end)) for each in statement.columns if each.period]


THREE_AND_NINE = [
    ("2013-07-01", "2013-09-30"),
    ("2012-07-01", "2012-09-30"),
    ("2013-01-01", "2013-09-30"),
    ("2012-01-01", "2012-09-30"),
]


@pytest.mark.parametrize(
    "heads",
    [
        "|Three Months Ended>2|Nine Months Ended>2\n|Sep 30, 2013|Sep 30, 2012|Sep 30, 2013|Sep 30, 2012",
        "|Three Months Ended September 30,>2|Nine Months Ended September 30,>2\n|2013|2012|2013|2012",
        "|Three Months Ended>2|Nine Months Ended>2\n|Sep 30,|Sep 30,|Sep 30,|Sep 30,\n|2013|2012|2013|2012",
        "|Three Months Ended>2|Nine Months Ended>2\n|September 30,>2|September 30,>2\n|2013|2012|2013|2012",
        "|Three MonthsEnded Sept. 30,>2|Nine MonthsEnded Sept. 30,>2\n|2013|2012|2013|2012",
        "|3 Mos. Ended 9/30/2013|3 Mos. Ended 9/30/2012|9 Mos. Ended 9/30/2013|9 Mos. Ended 9/30/2012",
        "|(Unaudited)>4\n|Three Months Ended>2|Nine Months Ended>2\n|9/30/13|9/30/12|9/30/13|9/30/12",
        "Periods ended September 30,|Three Months>2|Nine Months>2\n|2013|2012|2013|2012",
    ],
)  # fmt: skip
def test_headings_name_periods(heads: str) -> None:
    statement = with_heads(heads)
    assert periods(statement) == THREE_AND_NINE
    assert not any(column.doubt for column in statement.columns)


@pytest.mark.parametrize(
    "heads",
    [
        "|Three Months Ended||Nine Months Ended|\n|September 30,||September 30,|\n|2013|2012|2013|2012",
        "|Three Months Ended September 30,||Nine Months Ended September 30,|\n|2013|2012|2013|2012",
    ],
)
def test_headings_that_lost_their_spans_share_the_columns(heads: str) -> None:
    assert periods(with_heads(heads)) == THREE_AND_NINE


def test_prior_year_first_and_nine_months_before_three() -> None:
    heads = "|Nine Months Ended>2|Three Months Ended>2\n|9/30/2012|9/30/2013|9/30/2012|9/30/2013"
    assert periods(with_heads(heads)) == [THREE_AND_NINE[at] for at in (3, 2, 1, 0)]


def test_three_quarters_beside_two_years_to_date() -> None:
    heads = (
        "|Three Months Ended>3|Twelve Months Ended>2\n|Jun 30,|Mar 31,|Jun 30,|Jun 30,|Jun 30,\n"
        "|2005|2005|2004|2005|2004"
    )
    assert periods(with_heads(heads))[1:4] == [
        ("2005-01-01", "2005-03-31"),
        ("2004-04-01", "2004-06-30"),
        ("2004-07-01", "2005-06-30"),
    ]


def test_quarters_and_total_under_a_fiscal_year() -> None:
    page = read_page(
        "Fiscal year ended May 31, 2014",
        "Supplemental analysis of revenues ($ in millions)",
        "|Fiscal 2013>5\n|Q1|Q2|Q3|Q4|TOTAL\nLicenses|1,371|2,171|2,101|3,769|9,412",
    )
    found = periods(page.statements[0])
    assert found[0] == ("2012-06-01", "2012-08-31")
    assert found[4] == ("2012-06-01", "2013-05-31")


def test_trailing_quarters_are_twelve_months_each() -> None:
    page = read_page(
        "The fiscal year ended May 31, 2014 was good.",
        "Free cash flow - trailing 4-quarters ($ in millions)",
        "|Fiscal 2014>2\n|Q3|Q4\nOperating cash flow|13,862|13,715\nFree cash flow|13,204|13,098",
    )
    assert periods(page.statements[0]) == [("2013-03-01", "2014-02-28"), ("2013-06-01", "2014-05-31")]


def test_percent_and_change_columns_hold_no_values() -> None:
    heads = (
        "|Three Months Ended June 30,>4|% Increase (Decrease)\n|2014|% of Revenues|2013|% of Revenues|in US $"
    )
    statement = with_heads(heads, "1,234|33%|1,200|35%|(1%)")
    percent, change = ColumnKind.PERCENT, ColumnKind.PERCENT_CHANGE
    assert [each.kind for each in statement.columns] == [
        ColumnKind.VALUE, percent, ColumnKind.VALUE, percent, change,
    ]  # fmt: skip


def test_a_percent_column_is_known_by_its_signs_alone() -> None:
    statement = with_heads("|Q2 2013|Q2 2012|B/(W)", "1,234|1,200|3%")
    assert statement.columns[2].kind is ColumnKind.PERCENT_CHANGE


def test_percent_rows_do_not_make_a_column_of_percents() -> None:
    rows = "\n".join(f"{label}|8%|9%" for label in ("Growth", "Margin", "Yield", "Tax rate"))
    page = read_page("Selected data", f"|Q2 2013|Q2 2012\nSoftware revenues|1,234|1,100\n{rows}")
    assert [each.kind for each in page.statements[0].columns] == [ColumnKind.VALUE, ColumnKind.VALUE]


def test_gaap_adjustment_and_adjusted_stand_side_by_side() -> None:
    heads = "|Three Months Ended June 30,>6\n|2014 GAAP|Adj.|2014 Non-GAAP|2013 GAAP|Adj.|2013 Non-GAAP"
    statement = with_heads(heads)
    bases = [Basis.REPORTED, Basis.ADJUSTMENT, Basis.ADJUSTED]
    assert [each.basis for each in statement.columns] == bases * 2
    assert [each.period.end for each in statement.columns if each.period][4] == date(2013, 6, 30)


def test_columns_that_name_the_same_period_are_doubtful() -> None:
    statement = with_heads("|Three Months Ended June 30, 2013|Three Months Ended June 30, 2013")
    assert all(column.doubt for column in statement.columns)


def test_a_column_without_heading_is_doubtful() -> None:
    statement = with_heads("|Three Months Ended June 30, 2013|", "1,234|1,200")
    assert statement.columns[1].doubt


def test_what_was_restated_since_is_doubtful() -> None:
    statement = with_heads("|Three Months Ended Mar 31, 2005>2\n|As Previously Reported|As Restated")
    assert statement.columns[0].doubt
    assert statement.columns[1].is_restated
    assert not statement.columns[1].doubt


def test_a_period_after_the_newest_reported_is_doubtful() -> None:
    page = read_page(
        TITLE,
        UNITS,
        "|Three Months Ended June 30, 2013|Three Months Ended June 30, 2012\nRevenues|1,200|1,100\n"
        "Cost of revenues|1,000|900\nNet income|100|90",
        "Store data",
        "|Q4 2013|Q4 2012\nSales of stores|1,200|1,100\nSales of kiosks|300|200",
    )
    assert page.statements[1].columns[0].doubt


def test_segments_and_entities_over_columns() -> None:
    page = read_page(
        "Results by segment", "|Three Months Ended June 30, 2013>2\n|Americas|Europe\nRevenues|1,200|1,100"
    )
    assert [each.segment for each in page.statements[0].columns] == ["Americas", "Europe"]


def test_balance_sheet_dates_are_instants() -> None:
    page = read_one(
        "Balance Sheets", "(In thousands)",
        "|June 30,|December 31,\n|2013|2012\nCash and cash equivalents|1,200|1,100\n"
        "Total assets|9,000|8,000\n"
        "Total liabilities|4,000|3,000\nTotal liabilities and stockholders' equity|9,000|8,000",
    )  # fmt: skip
    assert [each.period for each in page.columns] == [
        Period.instant(date(2013, 6, 30)),
        Period.instant(date(2012, 12, 31)),
    ]


def test_ranges_become_low_and_high_columns() -> None:
    page = read_page("Q3 2013 outlook", "|Q3 2013\nRevenue (in millions)|$45.0 - $46.5\nTax rate|21%")
    (statement,) = page.statements
    ends = {
        statement.columns[entry.column].basis: entry.figure.number
        for entry in statement.entries
        if entry.row == 0
    }
    assert {basis: str(number) for basis, number in ends.items()} == {Basis.LOW: "45.0", Basis.HIGH: "46.5"}


def test_cash_flow_without_length_has_that_of_its_net_income() -> None:
    page = read_page(
        TITLE,
        UNITS,
        "|Three Months Ended June 30,>2|Six Months Ended June 30,>2\n|2013|2012|2013|2012\n"
        "Revenues|1,200|1,100|2,400|2,200\n"
        "Cost of revenues|1,000|900|2,000|1,800\nNet income|107|93|203|187",
        "Statements of Cash Flows",
        "|June 30, 2013|June 30, 2012\nNet income|203|187\n"
        "Net cash provided by operating activities|300|200\n"
        "Net cash used in investing activities|(100)|(90)\nNet cash used in financing activities|(10)|(9)",
    )  # fmt: skip
    cash = page.statements[1].columns[0]
    assert str(cash.period and cash.period.start) == "2013-01-01"
    assert cash.derived


def test_a_year_with_a_note_mark_is_a_heading() -> None:
    columns = read_one(
        "Condensed Consolidated Statements of Cash Flows",
        "(In millions)",
        "|Nine Months Ended September 30,>2\n|2010|2009*\nNet income|500|(300)\n"
        "Depreciation|900|850\nNet cash provided by operating activities|1,400|550",
    ).columns
    assert [str(column.period) for column in columns] == [
        str(Period.duration(date(year, 1, 1), date(year, 9, 30))) for year in (2010, 2009)
    ]


def test_periods_without_spans_hold_to_the_right() -> None:
    columns = read_one(
        "Condensed Consolidated Statements of Income",
        "(In millions)",
        "|Three Months Ended|||Nine Months Ended|\n"
        "|June 30, 2014|March 31, 2014|June 30, 2013|June 30, 2014|June 30, 2013\n"
        "Revenue|5,000|4,000|3,000|14,000|13,000\nNet income|500|400|300|1,400|1,300",
    ).columns
    starts = [each.period.start.isoformat() for each in columns if each.period and each.period.start]
    assert starts == ["2014-04-01", "2014-01-01", "2013-04-01", "2013-10-01", "2012-10-01"]


def test_years_over_blocks_of_rows_are_for_the_rows_below_them() -> None:
    first, second = read_page(
        "Selected quarterly information (in thousands):",
        "|Quarter Ended>2\n|December 31|September 30\n"
        "2003||\nRevenues|187,455|181,914\nNet income|49,711|40,185\n"
        "2002||\nRevenues|173,127|177,744\nNet income|21,568|38,595",
    ).statements
    for year, statement in ((2003, first), (2002, second)):
        periods = [column.period for column in statement.columns]
        assert periods == [
            Period.duration(date(year, 10, 1), date(year, 12, 31)),
            Period.duration(date(year, 7, 1), date(year, 9, 30)),
        ]


def test_a_year_over_the_labels_begins_a_table_of_its_own() -> None:
    heads = "|First Quarter (13 weeks)|Second Quarter (13 weeks)|Total Year (52 weeks)"
    first, second = read_page(
        "Quarterly data for the fiscal year ended December 29, 2012 (in thousands)",
        f"Fiscal 2011{heads}\nNet sales|916,016|980,365|3,841,984\nNet income|8,772|17,747|48,047\n"
        f"Fiscal 2012{heads}\nNet sales|886,016|900,365|3,531,984\nNet income|8,172|15,747|41,450",
    ).statements
    ends = [
        [column.period.end for column in each.columns if column.period and not column.doubt]
        for each in (first, second)
    ]
    assert ends[0] == [date(2011, 12, 31)]
    assert ends[1] == [date(2012, 3, 31), date(2012, 6, 30), date(2012, 12, 29)]


def test_a_table_for_another_year_is_not_the_rest_of_the_one_before() -> None:
    heads = "|First Quarter|Second Quarter"
    first, second = read_page(
        "Quarterly data for the year ended December 31, 2012 (in thousands)",
        f"2012{heads}\nNet sales|916,016|980,365\nNet income|8,772|17,747",
        f"2011{heads}\nNet sales|886,016|900,365\nNet income|8,172|15,747",
    ).statements
    assert [each.columns[0].period for each in (first, second)] == [
        Period.duration(date(year, 1, 1), date(year, 3, 31)) for year in (2012, 2011)
    ]


def test_a_period_over_the_labels_beside_headings_begins_a_table_of_its_own() -> None:
    first, second = read_page(
        "Segment results (in millions)",
        "Three Months Ended June 30, 2013|Americas|Europe|Total\nNet sales|5,000|2,000|7,000\n"
        "Operating income|900|300|1,200\n"
        "Three Months Ended June 30, 2012|Americas|Europe|Total\nNet sales|4,000|1,900|5,900\n"
        "Operating income|800|280|1,080",
    ).statements
    ends = [{column.period.end for column in each.columns if column.period} for each in (first, second)]
    assert ends == [{date(2013, 6, 30)}, {date(2012, 6, 30)}]


def test_a_sign_that_is_missing_in_a_row_of_margins_makes_no_columns_of_percentages() -> None:
    rows = (
        "|March 31, 2014|March 31, 2013\nRevenues|146.2|139.3\nCosts|88.1|79.7\n"
        "Income before taxes|58.1|59.6\n"
        "Net income|36.5|37.5\nPre-tax margin|39.7%|42.8"
    )
    statement = read_one("Statements of Income (In millions)", "Three Months Ended", rows)
    assert [column.kind for column in statement.columns] == [ColumnKind.VALUE, ColumnKind.VALUE]


def test_one_row_of_percentages_makes_no_column_of_them() -> None:
    columns = read_one(
        "Operating statistics for the quarter ended March 31, 2013",
        "|Quarter ended March 31, 2013|Quarter ended March 31, 2012|Change\n"
        "Revenue (in millions)|8,100|7,900|2.5\n"
        "Passenger revenue (in millions)|9,900|9,700|2.1\nLoad factor|81.8%|81.4%|0.4 pts",
    ).columns
    assert [column.kind for column in columns[:2]] == [ColumnKind.VALUE, ColumnKind.VALUE]


def test_days_that_a_caption_lists_are_for_columns_without_headings() -> None:
    columns = read_one(
        "Consolidated Balance Sheets",
        "As of September 30, 2013 and December 31, 2012",
        "(in thousands)",
        "Cash and cash equivalents|5,000|4,000\nTotal assets|6,000|4,900\nAccounts payable|2,000|1,900\n"
        "Total liabilities and stockholders’ equity|6,000|4,900",
    ).columns
    assert [column.period for column in columns] == [
        Period.instant(date(2013, 9, 30)),
        Period.instant(date(2012, 12, 31)),
    ]


def test_a_month_without_a_day_may_be_all_of_it_or_its_end() -> None:
    columns = read_one(
        "Traffic", "|March 2013|March 2012\nSeat miles|8,100|7,900\nMembers|9,900|9,700"
    ).columns
    assert all("names a month" in column.doubt for column in columns)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Period from May 2 through December 31, 2010", "Period from January 1 through May 1, 2010"),
        ("May 2, 2010 through December 31, 2010", "January 1, 2010 to May 1, 2010"),
    ],
)
def test_periods_from_a_day_to_a_day_are_no_future(first: str, second: str) -> None:
    columns = read_one(
        "Consolidated Statements of Operations",
        f"|Successor|Predecessor>2\n|{first}|{second}|Year Ended December 31, 2009\n"
        "Revenue|5,000|2,000|7,500\nCost of revenue|2,000|1,000|3,500\n"
        "Operating income|500|100|700\nNet income|400|80|500",
    ).columns
    assert [(column.period, column.doubt) for column in columns] == [
        (Period.duration(date(2010, 5, 2), date(2010, 12, 31)), ""),
        (Period.duration(date(2010, 1, 1), date(2010, 5, 1)), ""),
        (Period.duration(date(2009, 1, 1), date(2009, 12, 31)), ""),
    ]


def test_a_heading_torn_into_words_is_read_as_a_whole() -> None:
    columns = read_one(
        "Consolidated Statements of Income",
        "(In thousands)",
        "|Three|Three|Six\n|Months|Months|Months\n|Ended|Ended|Ended\n|June 30,|June 30,|June 30,\n"
        "|2013|2012|2013\nRevenue|5,000|4,000|9,000\n"
        "Operating income|900|800|1,800\nNet income|500|400|1,000",
    ).columns
    assert [column.period for column in columns] == [
        Period.duration(date(2013, 4, 1), date(2013, 6, 30)),
        Period.duration(date(2012, 4, 1), date(2012, 6, 30)),
        Period.duration(date(2013, 1, 1), date(2013, 6, 30)),
    ]


def test_what_explains_a_growth_rate_is_percentage_points() -> None:
    statement = read_one(
        "Growth rates of the quarter ended June 30, 2013",
        "|Reported % change|Foreign exchange|Acquisitions|Organic % change\n"
        "North|9%|(1)|2|10%\nSouth|5%|3|0.5|8%\nTotal|7%|1|1|9%",
    )
    assert not any(column.kind is ColumnKind.VALUE for column in statement.columns)


def test_stores_beside_their_growth_are_no_percentage_points() -> None:
    statement = read_one(
        "Stores",
        "|June 30, 2013|June 30, 2012|% change\nNorth|412|405|1.7%\nSouth|98|91|7.7%\nAll|510|496|2.8%",
    )
    kinds = [column.kind for column in statement.columns]
    assert kinds == [ColumnKind.VALUE, ColumnKind.VALUE, ColumnKind.PERCENT_CHANGE]


def test_decimals_without_a_year_beside_rates_are_rates() -> None:
    statement = read_one(
        "Sales by segment",
        "(Dollars in millions)",
        "|Second Quarter>5\n|2013|2012|Total|Percent change|Currency\n"
        "North|1,787|1,687|6.0%|6.0|(0.1)\nSouth|2,224|2,118|5.0|9.0|(4.0)\nAll|4,011|3,805|5.4|7.7|(2.3)",
    )
    kinds = [column.kind for column in statement.columns]
    assert kinds[:2] == [ColumnKind.VALUE] * 2
    assert ColumnKind.VALUE not in kinds[2:]


def test_amounts_under_a_heading_of_rates_that_reaches_too_far_stay_amounts() -> None:
    statement = read_one(
        "Sales by segment",
        "(Dollars in millions)",
        "|Second Quarter>4\n|% Change>4\n|2013|2012|Reported|Operational\n"
        "North|1,787|1,687|6.0%|6.0%\nSouth|824|918|-5.0%|-9.0%",
    )
    kinds = [column.kind for column in statement.columns]
    assert kinds[:2] == [ColumnKind.VALUE] * 2


def test_quarters_in_a_row_are_of_one_year() -> None:
    statement = read_one(
        "Sales by segment of the year ended December 31, 2013",
        "(Dollars in millions)",
        "|2012>2|2013>3|2013\n|Full Year|Q1|Q2|Q3|Q4|Full Year\n"
        "North|198|61|74|88|105|328\nSouth|26|9|11|12|14|46",
    )
    years = [str(column.period.end)[:4] for column in statement.columns if column.period]
    assert years == ["2012", *["2013"] * 5]


def test_lengths_over_two_columns_say_nothing_of_the_change_beside_them() -> None:
    heads = "|14 Weeks Ended|13 Weeks Ended||\n|December 31,|December 25,|Change>2\n|2023|2022|$|%"
    statement = with_heads(heads, "1,234|1,200|34|3%")
    assert periods(statement)[:2] == [("2023-09-25", "2023-12-31"), ("2022-09-26", "2022-12-25")]


def test_a_word_across_the_bounds_of_others_is_over_the_one_in_the_middle() -> None:
    heads = "||||Brands>3|\n|Timber>2|Sold>2|Unallocated>2\n|Q2 2023|Q2 2022|Q2 2023|Q2 2022|Q2 2023|Q2 2022"
    segments = [column.segment for column in with_heads(heads).columns]
    assert segments == ["Timber", "Timber", "Sold", "Sold", "Brands Unallocated", "Brands Unallocated"]


def test_a_word_that_alone_names_nothing_begins_a_name() -> None:
    statement = with_heads("||Data|Total\n|Futures|Services|Company\n|Q2 2023|Q2 2023|Q2 2023")
    assert [column.segment for column in statement.columns] == ["Futures", "Data Services", ""]


def test_a_unit_over_a_column_names_no_segment() -> None:
    statement = with_heads("|2Q23|2Q22\n|NT$ million|NT$ million")
    assert [column.segment for column in statement.columns] == ["", ""]
    assert {entry.unit for entry in statement.entries} == {"TWD"}


def test_what_stands_between_reported_and_pro_forma_is_adjusted_for() -> None:
    heads = "|Q2 2023>4\n|As Reported|Separation of Mills|Additional|Pro Forma"
    bases = [Basis.REPORTED, Basis.ADJUSTMENT, Basis.ADJUSTMENT, Basis.PRO_FORMA]
    assert [column.basis for column in with_heads(heads).columns] == bases


def test_a_bare_year_beside_last_quarters_is_whole() -> None:
    statement = with_heads("|Q4 2022|Q4 2023|2022|2023", "1,100|1,200|4,300|4,500")
    assert periods(statement)[2:] == [("2022-01-01", "2022-12-31"), ("2023-01-01", "2023-12-31")]
    assert {column.doubt for column in statement.columns[2:]} == {statement.columns[0].doubt}


@pytest.mark.parametrize(
    ("heads", "cells"),
    [
        ("|Q3 2022|Q3 2023|2022|2023", "1,100|1,200|3,300|3,500"),
        ("|Q4 2022|Q4 2023|2022|2023", "1,100|1,200|300|500"),
    ],
    ids=["may be to date", "too small"],
)
def test_a_bare_year_beside_quarters_stays_doubtful(heads: str, cells: str) -> None:
    assert all(column.doubt for column in with_heads(heads, cells).columns[2:])


def test_a_title_of_quarters_says_nothing_of_the_full_year() -> None:
    page = read_page(
        "Fiscal year ended June 30, 2023",
        "Quarterly trend (in thousands)",
        "|Fiscal 2023>5\n|Q1|Q2|Q3|Q4|Full Year\nTuition revenue|1,371|2,171|2,101|3,769|9,412",
    )
    assert periods(page.statements[0])[4] == ("2022-07-01", "2023-06-30")


def test_pence_are_hundredths_of_pounds() -> None:
    page = read_page(
        "Six months ended 30 June 2023",
        "Income statement",
        "|H1 2023|H1 2022\n|£m|£m\nRevenue|110.2|98.7\nBasic earnings per share|12.3p|(4)p",
    )
    found = [(str(entry.value), entry.unit) for entry in page.statements[0].entries[2:]]
    assert found == [("0.123", "GBP/shares"), ("-0.04", "GBP/shares")]


def test_a_letter_is_no_pence_among_dollars() -> None:
    statement = read_one(
        TITLE,
        UNITS,
        "|Q2 2023|Q2 2022\nRevenues|1,234|1,100\nNet income|200|180\nEarnings per share|12.3p|4.0p",
    )
    assert all(entry.doubt for entry in statement.entries[-2:])


def test_a_cell_of_a_value_and_its_share_is_two_columns() -> None:
    statement = with_heads("|Q2 2023|Q2 2022", "5,000 (25%)|4,400 (22%)")
    assert [column.kind for column in statement.columns] == [ColumnKind.VALUE, ColumnKind.PERCENT] * 2
    assert [str(entry.value) for entry in statement.entries[:4]] == ["5.000E+6", "0.25", "4.400E+6", "0.22"]


def test_a_title_of_percentages_makes_none_of_amounts() -> None:
    page = read_page(
        "Results as a percent of sales",
        "(In thousands)",
        "|Q2 2023>2|Q2 2022>2\n|Amount|% of Sales|Amount|% of Sales\nNet sales|5,210|100.0%|4,890|100.0%"
        "\nCost of sales|3,110|59.7%|2,901|59.3%",
    )
    assert [column.kind for column in page.statements[0].columns] == [
        ColumnKind.VALUE,
        ColumnKind.PERCENT,
    ] * 2


def test_a_bare_year_after_its_four_quarters_is_whole() -> None:
    heads = "|Q1 2022|Q2 2022|Q3 2022|Q4 2022|2022|Q1 2023|Q2 2023|Q3 2023"
    statement = with_heads(heads, "1,000|1,100|1,200|1,300|4,600|1,400|1,500|1,600")
    assert periods(statement)[4] == ("2022-01-01", "2022-12-31")


def test_names_that_begin_with_words_of_measures_are_names() -> None:
    names = [
        "High Performance Coatings",
        "Low Voltage Cable",
        "Core Brands",
        "Growth Markets",
        "Organic Pigments",
    ]
    statement = with_heads("|Q2 2023>5\n|" + "|".join(names))
    assert [column.segment for column in statement.columns] == names
    assert {column.basis for column in statement.columns} == {Basis.REPORTED}


@pytest.mark.parametrize(
    ("head", "basis"),
    [
        ("Core earnings", Basis.ADJUSTED),
        ("Organic net sales", Basis.ADJUSTED),
        ("High end of guidance", Basis.HIGH),
        ("Low", Basis.LOW),
        ("Target range", Basis.FORECAST),
        ("Constant-currency net sales", Basis.ADJUSTED),
    ],
)
def test_words_of_measures_alone_are_no_names(head: str, basis: Basis) -> None:
    statement = with_heads(f"|Q2 2023|Q2 2023\n|GAAP|{head}")
    assert (statement.columns[1].basis, statement.columns[1].segment) == (basis, "")


def test_a_name_on_two_lines_over_one_column_is_one() -> None:
    statement = with_heads("|Q2 2023>3\n|Low|Core|All\n|Voltage Cable|Brands|Other")
    assert [column.segment for column in statement.columns] == [
        "Low Voltage Cable",
        "Core Brands",
        "All Other",
    ]


def test_what_is_adjusted_beside_another_year_is_restated() -> None:
    statement = with_heads("|June 30, 2023|December 31, 2022\n||(As Adjusted)")
    assert [column.basis for column in statement.columns] == [Basis.REPORTED, Basis.REPORTED]
    assert [column.is_restated for column in statement.columns] == [False, True]


def test_what_is_adjusted_beside_its_own_year_is_another_measure() -> None:
    statement = with_heads("|Q2 2023|Q2 2023|Q2 2022|Q2 2022\n||As Adjusted||As Adjusted")
    assert [column.basis for column in statement.columns] == [Basis.REPORTED, Basis.ADJUSTED] * 2


def test_years_marked_as_actual_or_expected_are_whole() -> None:
    statement = with_heads("|2022A|2023A|2024E")
    assert periods(statement)[0] == ("2022-01-01", "2022-12-31")
    assert [column.basis for column in statement.columns] == [Basis.REPORTED, Basis.REPORTED, Basis.FORECAST]


def test_differences_of_amounts_are_no_values() -> None:
    heads = "|Three Months Ended>2|Variance>1\n|June 30, 2023|June 30, 2022|Y/Y"
    assert with_heads(heads, "1,234|1,100|1,134").columns[2].kind is ColumnKind.CHANGE


def test_adjustments_behind_what_is_reported_are_of_its_time() -> None:
    heads = (
        "|Three Months Ended|Adjust for|Constant-currency|Three Months Ended\n"
        "|June 30,|Foreign Currency|Net Sales|June 30,\n|2023|Translation|2023|2022"
    )
    statement = with_heads(heads, "1,234|(34)|1,200|1,100")
    assert [column.basis for column in statement.columns] == [
        Basis.REPORTED, Basis.ADJUSTMENT, Basis.ADJUSTED, Basis.REPORTED,
    ]  # fmt: skip
    assert periods(statement)[1] == periods(statement)[2] == periods(statement)[0]


def test_amounts_with_words_of_scale_are_figures() -> None:
    page = read_page("Full year 2023 outlook", "|Low|High\nNet sales|$1.20 billion|$1.25 billion")
    assert [str(entry.value) for entry in page.statements[0].entries] == ["1.20E+9", "1.25E+9"]


def test_a_column_that_compares_two_times_holds_differences() -> None:
    statement = with_heads("|Q2 2023|Q2 2022|Q2 2023 vs. Q2 2022", "1,234|1,200|34")
    kinds = [column.kind for column in statement.columns]
    assert kinds == [ColumnKind.VALUE, ColumnKind.VALUE, ColumnKind.CHANGE]
    assert periods(statement)[1] == ("2022-04-01", "2022-06-30")


def test_a_title_over_all_columns_may_compare_them() -> None:
    statement = with_heads("|Q2 2023 vs. Q2 2022>2\n|2023|2022", "1,234|1,200")
    assert {column.kind for column in statement.columns} == {ColumnKind.VALUE}


def test_headings_over_the_marks_of_amounts_are_over_the_amounts() -> None:
    rows = "\n".join(
        f"{label}||1,200||1,400||2,600" for label in ("Net sales", "Operating income", "Depreciation")
    )
    page = read_page("Segment results, second quarter 2023", f"|Ferries||Piers||Total|\n{rows}")
    assert [column.segment for column in page.statements[0].columns] == ["Ferries", "Piers", ""]


def test_years_listed_over_columns_are_theirs() -> None:
    statement = with_heads("|Quarter Ended September 30, 2023 and 2022>2\n||", "1,234|1,200")
    assert periods(statement) == [("2023-07-01", "2023-09-30"), ("2022-07-01", "2022-09-30")]


def test_words_that_tell_times_apart_name_no_segments() -> None:
    heads = "|Current Quarter|Prior Quarter|Prior Year Quarter\n|Sept 30, 2023|June 30, 2023|Sept 30, 2022"
    assert {column.segment for column in with_heads(heads).columns} == {""}


def test_loans_that_are_current_are_not_all_loans() -> None:
    page = read_page(
        "Loans by age as of September 30, 2023",
        "(in thousands)",
        "|Current|30-89 Days|Total\nConsumer loans|9,100|410|9,510\nMortgage loans|8,200|120|8,320",
    )
    assert page.statements[0].columns[0].segment == "Current"


def test_quarters_marked_as_expected_are_forecasts() -> None:
    bases = [column.basis for column in with_heads("|2Q23A|3Q23E").columns]
    assert bases == [Basis.REPORTED, Basis.FORECAST]
