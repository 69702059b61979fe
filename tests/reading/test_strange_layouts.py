"""Layouts that were once read wrongly in silence, one trap a test; all names are invented."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.reading.small_pages import page_text, printed, read_one, read_page
from xbrlgen import read
from xbrlgen.model import Period
from xbrlgen.reading.statement import Basis, ColumnKind, Kind, Mention, Statement, StatementKind

INCOME = "Consolidated Statements of Income"
AMOUNTS = "Net sales|5,000|4,500\nCost of sales|3,000|2,800\nNet income|500|400"


def columns_of(*pages: str) -> tuple[tuple[str, str], ...]:
    """The segments and doubts of the columns of the last table."""
    return tuple((each.segment, each.doubt) for each in read_page(*pages).statements[-1].columns)


def mentions_of(*parts: str) -> tuple[Mention, ...]:
    """The figures of the sentences of a page."""
    return read(page_text(*parts)).mentions


def ends(statement: Statement) -> list[date | None]:
    return [column.period.end if column.period else None for column in statement.columns]


@pytest.mark.parametrize("mark", ["Heron Power Holdings", "Heron Power Holdings (continued)"])
def test_a_continued_statement_of_another_year_is_another_statement(mark: str) -> None:
    heads = "|Electric Company|Gas Company|Consolidated\n"
    first, second = read_page(
        INCOME,
        "Twelve Months Ended December 31, 2012 (in millions)",
        heads + "Revenues|2,000|800|2,800\nNet income|200|80|280",
        mark,
        INCOME,
        "Twelve Months Ended December 31, 2011 (in millions)",
        heads + "Revenues|1,900|700|2,600\nNet income|190|70|260",
    ).statements
    assert ends(first)[-1] == date(2012, 12, 31)
    assert ends(second)[-1] == date(2011, 12, 31)


def test_a_continued_statement_with_headings_of_another_length_is_another_statement() -> None:
    heads = "|{0} Months Ended September 30,>2\n|2012|2011\n"
    found = read_page(
        f"{INCOME} (in thousands)",
        heads.format("Three") + AMOUNTS,
        f"{INCOME} (continued)",
        heads.format("Nine") + AMOUNTS,
    ).statements
    assert [str(each.columns[0].period) for each in found] == [
        "2012-07-01 to 2012-09-30",
        "2012-01-01 to 2012-09-30",
    ]


def test_a_continued_statement_with_the_same_headings_in_other_lines_goes_on() -> None:
    found = read_page(
        "Consolidated Statements of Cash Flows (in thousands)",
        "|Nine Months Ended September 30,>2\n|2012|2011\nNet income|900|800\nDepreciation|300|200\n"
        "Net cash provided by operating activities|1,200|1,000",
        "Consolidated Statements of Cash Flows (continued)",
        "|Nine Months Ended>2\n|September 30, 2012|September 30, 2011\nPurchases of equipment|(400)|(300)\n"
        "Net cash used in investing activities|(400)|(300)",
    ).statements
    assert [len(each.rows) for each in found] == [5]


def test_a_total_among_balances_does_not_end_their_section() -> None:
    statement = read_one(
        "Quarterly Financial Summary (dollars in thousands)",
        "|Three Months Ended March 31,>2\n|2015|2014\nInterest income|20,000|19,000\nNet income|4,000|3,000\n"
        "Period-End Balances:||\nTotal assets|1,900,000|1,800,000\nDeposits|1,500,000|1,400,000",
    )
    assert [row.section for row in statement.rows][-2:] == [("Period-End Balances:",)] * 2


@pytest.mark.parametrize("units", ["unit and per unit", "number of units and per unit", "ADS and per ADS"])
def test_units_of_partnerships_are_excepted_from_the_scale_as_shares_are(units: str) -> None:
    thing = "ADSs" if "ADS" in units else "limited partner units"
    statement = read_one(
        f"Consolidated Statements of Operations (in thousands, except {units} amounts)",
        f"|Year Ended December 31,>2\n|2014|2013\n{AMOUNTS}\n"
        f"Weighted average {thing} outstanding|55,012,330|54,012,330",
    )
    assert printed(statement, f"Weighted average {thing} outstanding").value == Decimal(55_012_330)


def test_days_of_ships_are_counted_also_among_amounts() -> None:
    statement = read_one(
        "Reconciliation of voyage revenues to TCE revenues (in thousands of U.S. dollars)",
        "|Three Months Ended June 30,>2\n|2015|2016\nVoyage revenues|32,101|28,402\n"
        "Voyage expenses|(3,120)|(2,911)\nTime charter equivalent revenues|28,981|25,491\n"
        "Total voyage days for fleet|1,250|1,263\nVessel operating expenses per vessel day|7,701|7,676",
    )
    days = printed(statement, "Total voyage days for fleet")
    assert (days.value, days.unit) == (Decimal(1250), "pure")
    assert printed(statement, "Vessel operating expenses per vessel day").kind is Kind.MONEY


def test_a_column_of_homes_beside_their_value_is_counted() -> None:
    statement = read_one(
        "Backlog (dollars in thousands)",
        "|December 31, 2017>2|December 31, 2016>2\n|Homes|Value|Homes|Value\n"
        "North|600|210,400|510|170,200\nWest|400|290,100|360|240,300",
    )
    units = [(entry.value, entry.unit) for entry in statement.entries if entry.row == 0]
    assert units == [
        (Decimal(600), "pure"),
        (Decimal(210_400_000), "USD"),
        (Decimal(510), "pure"),
        (Decimal(170_200_000), "USD"),
    ]


def test_common_units_of_a_partnership_are_no_count_over_a_column() -> None:
    statement = read_one(
        "Allocation of net income (in thousands)",
        "|Three Months Ended December 31, 2014>2\n|Common|Subordinated\n|Units|Units\n"
        "Distributions declared|20,110|6,510\nNet income|21,230|6,870",
    )
    assert {entry.unit for entry in statement.entries} == {"USD"}


@pytest.mark.parametrize(
    ("label", "unit", "is_doubted"),
    [
        ("Inventories (in thousands)", "USD", False),
        ("Widget releases (in thousands)", "pure", True),
        ("Available seat miles (in thousands)", "pure", False),
    ],
)
def test_a_scale_in_a_label_makes_no_count_of_what_may_be_money(
    label: str, unit: str, *, is_doubted: bool
) -> None:
    statement = read_one(
        "Selected Data",
        "|November 1, 2003|November 2, 2002\nNumber of stores|212|204\n" + label + "|310,220|298,110",
    )
    entry = printed(statement, label)
    assert (entry.unit, bool(entry.doubt)) == (unit, is_doubted)


def test_yen_and_dollars_named_over_columns_are_units_with_their_scales_and_no_segments() -> None:
    statement = read_one(
        INCOME,
        "For the three months ended December 31, 2006 and 2007",
        "|Millions of yen>2|Thousands of U.S. dollars\n|2006|2007|2007\n"
        "Net sales|320,110|341,220|2,993,158\nNet income|25,110|28,020|245,789",
    )
    assert [(entry.value, entry.unit) for entry in statement.entries if entry.row == 0] == [
        (Decimal(320_110_000_000), "JPY"),
        (Decimal(341_220_000_000), "JPY"),
        (Decimal(2_993_158_000), "USD"),
    ]
    assert not any(column.segment or column.doubt for column in statement.columns)


@pytest.mark.parametrize(
    "line",
    [
        "(Yen in millions, except per share amounts; U.S. dollars in thousands, except per share amounts)",
        "(Thousands of U.S. dollars and millions of yen, except per share amounts)",
    ],
)
def test_a_unit_line_of_two_currencies_gives_each_its_scale(line: str) -> None:
    statement = read_one(
        INCOME,
        line,
        "|Three Months Ended December 31>3\n|2006|2007|2007\n|Yen|Yen|U.S. Dollars\n"
        "Net sales|320,110|341,220|2,993,158\nNet income|25,110|28,020|245,789",
    )
    values = [(entry.value, entry.unit) for entry in statement.entries if entry.row == 0]
    assert values[1:] == [(Decimal(341_220_000_000), "JPY"), (Decimal(2_993_158_000), "USD")]


def test_a_dollar_sign_as_heading_in_a_statement_of_yen_is_another_currency() -> None:
    statement = read_one(
        INCOME,
        "(Millions of Yen)",
        "|Three Months Ended December 31>3\n|2006|2007|2007\n|¥|¥|$\n"
        "Net sales|320,110|341,220|2,993\nNet income|25,110|28,020|246",
    )
    dollars = [entry for entry in statement.entries if entry.column == 2]
    assert {entry.unit for entry in dollars} == {"USD"}
    assert all(entry.doubt for entry in dollars)


def test_a_date_of_inception_names_no_segment() -> None:
    found = columns_of(
        "Statements of Operations",
        "||Period from\n||March 4, 1999\n|Six months ended|(date of inception)\n"
        "|June 30, 2006|to June 30, 2006\n"
        "Research and development|2,112,345|20,112,345\nNet loss|(2,112,345)|(20,112,345)",
    )
    assert [segment for segment, _ in found] == ["", ""]


def test_better_or_worse_is_a_change() -> None:
    statement = read_one(
        "Net revenue (in millions)",
        "|Second Quarter>2|Better/(Worse)>2\n|2008|2007|$|%\n"
        "Radio|45.1|44.0|1.1|3%\nTelevision|60.2|61.2|(1.0)|(2)%",
    )
    kinds = [column.kind for column in statement.columns[2:]]
    assert kinds == [ColumnKind.CHANGE, ColumnKind.PERCENT_CHANGE]


def test_this_year_and_last_year_are_no_twelve_months() -> None:
    found = read_page(
        f"{INCOME} (in thousands)",
        "|Three Months Ended June 30,>2\n|2019|2018\n" + AMOUNTS,
        "Results of the segments (in thousands)",
        "|This Year|Last Year|Change\nRevenue|5,000|4,500|11%\nOperating income|700|650|8%",
    ).statements[-1]
    assert [bool(column.doubt) for column in found.columns] == [True, True, False]
    assert not any(column.segment for column in found.columns)


def test_what_names_its_time_by_another_is_doubted_beside_a_forecast() -> None:
    found = read_page(
        f"{INCOME} (in thousands)",
        "|Three Months Ended June 30,>2\n|2019|2018\n" + AMOUNTS,
        "Outlook (in thousands)",
        "|Second Quarter Guidance|Prior Year Quarter\nRevenue|5,000|4,500\nOperating income|700|650",
    ).statements[-1]
    assert found.columns[1].doubt


def test_successor_and_predecessor_have_the_days_that_a_dash_stands_between() -> None:
    found = read_one(
        INCOME,
        "(in thousands)",
        "|Successor|Predecessor\n|March 15 - June 30, 2019|January 1 – March 14, 2019\n" + AMOUNTS,
    )
    assert found.kind is StatementKind.INCOME
    assert [column.period for column in found.columns] == [
        Period.duration(date(2019, 3, 15), date(2019, 6, 30)),
        Period.duration(date(2019, 1, 1), date(2019, 3, 14)),
    ]


def test_what_a_unit_line_excepts_by_name_is_not_in_its_unit() -> None:
    statement = read_one(
        "Key metrics ($ in millions, except ARPU, amounts per ounce and number of employees)",
        "|Q2 2019|Q2 2018\nRevenue|$50|$45\nCosts|30|28\nARPU|$41.20|$40.10\nCash cost per ounce|711|680",
    )
    assert [printed(statement, label).value for label in ("Revenue", "ARPU", "Cash cost per ounce")] == [
        Decimal(50_000_000),
        Decimal("41.20"),
        Decimal(711),
    ]


def test_par_values_are_excepted_from_no_scale_of_a_balance_sheet() -> None:
    statement = read_one(
        "Consolidated Balance Sheets (in millions, except par value)",
        "|June 30, 2019|December 31, 2018\nCash|100|90\nTotal assets|900|800\nTotal liabilities|500|450\n"
        "Common stock, $0.01 par value|2|2\nTotal liabilities and stockholders' equity|900|800",
    )
    assert printed(statement, "Common stock, $0.01 par value").value == Decimal(2_000_000)


def test_prices_to_the_cent_among_amounts_that_are_not_are_doubted() -> None:
    statement = read_one(
        "Key metrics (subscriptions and dollars in thousands)",
        "|Q2 2019|Q2 2018\nSubscriptions|4,100|3,900\nTotal bookings|$250,000|$240,000\n"
        "Free cash flow|50,000|40,000\nAverage revenue of a subscription|$228.02|$209.16",
    )
    assert printed(statement, "Average revenue of a subscription").doubt
    assert not printed(statement, "Total bookings").doubt


def test_a_dash_in_a_cell_of_its_own_may_be_a_minus() -> None:
    statement = read_one(
        "Other income (in thousands)",
        "|Three Months Ended June 30,>4\n||2019||2018\nInterest income||300||200\n"
        "Interest expense|-|1,100|-|900\nTotal other|-|850|-|680",
    )
    assert {bool(entry.doubt) for entry in statement.entries if entry.column in {1, 3} and entry.row} == {
        True
    }


def test_a_named_column_of_nothing_is_no_column_of_signs() -> None:
    statement = read_one(
        "Segments (in thousands)",
        "|Three Months Ended June 30, 2019>3\n|Widgets|Mills|Total\n"
        "Revenue|30|—|30\nInterest|—|—|—\nTaxes|3|—|3",
    )
    assert not any(entry.doubt for entry in statement.entries)


def test_years_over_blocks_of_rows_are_for_them_also_under_names() -> None:
    found = read_page(
        "Segment revenue for the Three Months Ended June 30, (in thousands)",
        "|Widgets|Gears|Total\n2019|||\nRevenue|300|200|500\nOperating income|40|30|70\n"
        "2018|||\nRevenue|270|180|450\nOperating income|35|30|65",
    ).statements
    assert [ends(each)[0] for each in found] == [date(2019, 6, 30), date(2018, 6, 30)]


def test_rows_that_are_times_are_not_of_the_time_of_their_columns() -> None:
    statement = read_one(
        "Quarterly revenue (in thousands)",
        "Quarter ended|Revenue|Net income|Diluted EPS\nMarch 31, 2019|49,000|4,000|0.40\n"
        "June 30, 2019|50,000|5,000|0.50",
    )
    assert [bool(row.doubt) for row in statement.rows] == [True, True]
    quarters = read_page(
        f"{INCOME} (in thousands)",
        "|Three Months Ended June 30,>2\n|2019|2018\n" + AMOUNTS,
        "Revenue for the year ended December 31, (in thousands)",
        "|2018|2017\nFirst quarter|430|400\nSecond quarter|450|420\nTotal|880|820",
    ).statements[-1]
    assert [bool(row.doubt) for row in quarters.rows] == [True, True, False]


def test_as_reported_results_under_a_title_of_pro_forma_ones_are_as_reported() -> None:
    statement = read_one(
        "Pro Forma Results (in thousands)",
        "|Three Months Ended June 30,>2\n|2019|2018\nAs reported:||\nNet income|5,000|4,000\n"
        "Pro forma:||\nNet income|5,400|4,400\nRevenue of both|9,000|8,000",
    )
    assert statement.basis is Basis.REPORTED
    assert [row.basis for row in statement.rows if not row.is_heading] == [
        Basis.REPORTED,
        Basis.PRO_FORMA,
        Basis.PRO_FORMA,
    ]
    plain = read_one("Pro Forma Statements of Income (in thousands)", f"|Q2 2019|Q2 2018\n{AMOUNTS}")
    assert plain.basis is Basis.PRO_FORMA


def test_the_day_of_the_week_names_no_segment() -> None:
    found = columns_of(
        "Cash (in thousands)",
        "|As of>2\n|Sunday,|Monday,\n|June 30, 2019|December 31, 2018\nCash|10,000|9,000\nDebt|500|400",
    )
    assert [segment for segment, _ in found] == ["", ""]


def test_what_there_was_before_a_time_is_not_of_it() -> None:
    statement = read_one(
        "Allowance for credit losses (in thousands)",
        "|Three Months Ended>2\n|June 30, 2019|June 30, 2018\nBalance at beginning of period|1,000|900\n"
        "Provision|200|150\nCharge-offs|(100)|(70)\nBalance at end of period|1,100|980",
    )
    assert [bool(row.doubt) for row in statement.rows] == [True, False, False, False]


def test_a_lone_time_over_the_only_column_begins_a_table_of_its_own() -> None:
    found = read_page(
        "Widgets (in thousands)",
        "|Q2 2019\nRevenue|30,113\nOperating income|4,221\n|Q2 2018\nRevenue|27,227\nOperating income|3,551",
    ).statements
    assert [ends(each) for each in found] == [[date(2019, 6, 30)], [date(2018, 6, 30)]]


def test_a_margin_without_its_sign_among_whole_amounts_is_doubted() -> None:
    statement = read_one(
        f"{INCOME} (in thousands)",
        "|Three Months Ended June 30,>2\n|2019|2018\nNet sales|5,000|4,500\nGross profit|2,000|1,800\n"
        "Gross margin|40.0|40.0\nNet income|500|400",
    )
    assert printed(statement, "Gross margin").doubt
    assert not printed(statement, "Gross profit").doubt


def test_what_a_unit_line_excepts_may_be_no_money() -> None:
    statement = read_one(
        "Net Yields (in thousands, except APCD and Yields)",
        "|Quarter Ended June 30,>2\n|2014|2013\nTotal revenues|1,980,220|1,890,660\n"
        "APCD|8,610,110|8,590,220\nGross Yields|$229.99|$220.10",
    )
    assert printed(statement, "APCD").doubt
    yields = printed(statement, "Gross Yields")
    assert (yields.value, yields.doubt) == (Decimal("229.99"), "")


def test_the_name_of_a_quarter_below_its_day_does_not_shorten_half_a_year() -> None:
    statement = read_one(
        f"{INCOME} (in thousands)",
        "|Three Months Ended>2|Six Months Ended>2\n|Sep. 27,|Sep. 28,|Sep. 27,|Sep. 28,\n"
        "|2014|2013|2014|2013\n|Q2'15|Q2'14|Q2'15|Q2'14\n"
        "Net sales|5,000|4,500|9,900|8,800\nNet income|500|400|900|800",
    )
    assert [str(column.period) for column in statement.columns] == [
        "2014-06-29 to 2014-09-27",
        "2013-06-30 to 2013-09-28",
        "2014-03-30 to 2014-09-27",
        "2013-03-31 to 2013-09-28",
    ]
    assert not any(column.doubt for column in statement.columns)


def test_dollars_of_two_countries_over_columns_are_told_apart() -> None:
    statement = read_one(
        "Revenue by currency (in thousands of Canadian dollars)",
        "|Three months ended October 31, 2010>2\n|CAD $|US $\nHardware|12,110|11,990\nServices|8,220|8,139",
    )
    assert [entry.unit for entry in statement.entries if entry.row == 0] == ["CAD", "USD"]
    assert not any(column.segment or column.doubt for column in statement.columns)


def test_two_days_of_a_caption_are_those_of_the_years_below_it() -> None:
    found = read_page(
        f"{INCOME} (in thousands)",
        "|Year Ended December 31,>2\n|2019|2018\n" + AMOUNTS,
        "Debt as of September 30, 2019 and December 31, 2018 (in thousands)",
        "|2019|2018\nSenior debt|30,113|27,221\nTerm debt|10,331|12,441",
    ).statements[-1]
    assert ends(found) == [date(2019, 9, 30), date(2018, 12, 31)]
    assert all(column.period and column.period.is_instant for column in found.columns)


def test_statistics_by_segment_are_no_amounts_of_segments() -> None:
    found = read_page(
        f"{INCOME} (in thousands)",
        "|Three Months Ended September 30,>2\n|2012|2011\n" + AMOUNTS,
        "Operating Statistics by Segment",
        "|Three Months Ended September 30,>2\n|2012|2011\nLoads|361,221|322,331\n"
        "Revenue per load|$ 2,187|$ 2,172\nTractors during the period|2,989|2,551",
    ).statements[-1]
    loads = printed(found, "Loads")
    assert (found.kind, loads.unit) == (StatementKind.METRICS, "pure")
    assert printed(found, "Tractors during the period").doubt


def test_shares_with_a_scale_in_their_label_are_shares() -> None:
    statement = read_one(
        "Book value",
        "|March 31, 2017|December 31, 2016\nTotal equity (in millions)|12,900|12,800\n"
        "Common shares outstanding (in millions)|498.1|497.2",
    )
    shares = printed(statement, "Common shares outstanding (in millions)")
    assert (shares.value, shares.unit) == (Decimal(498_100_000), "shares")


def test_a_period_with_its_first_day_is_no_moment_in_tables_of_any_kind() -> None:
    found = read_one(
        "Net revenues by property (in thousands)",
        "|Three Months Ended|Period from\n|June 30,|January 1 to\n|2019|March 31, 2019\n"
        "|(Successor)|(Predecessor)\nSilver Lode|60,123|50,221\nMesa Palms|40,331|30,441",
    )
    assert found.columns[1].period == Period.duration(date(2019, 1, 1), date(2019, 3, 31))


def test_ends_of_quarters_tell_no_fiscal_year_but_the_headline_does() -> None:
    heads = "|March 31,|Dec. 31,|Sept. 30,|June 30,\n|2017|2016|2016|2016\n"
    sales = "Net sales|5,000|4,500|4,400|4,300\nCosts|3,000|2,800|2,700|2,600\nNet income|500|400|390|380"
    balances = "Total assets|9,000|8,900|8,800|8,700\nTotal liabilities|4,000|3,900|3,800|3,700"
    pages = (
        f"{INCOME} (in thousands)",
        f"|For the Three Months Ended>4\n{heads}{sales}",
        "Balance sheets (in thousands)",
        f"{heads}{balances}",
        "Operating income by segment (in thousands)",
        "|First Quarter>2\n|2017|2016\nMortgages|730|610\nAnnuities|510|850",
    )
    silent = read_page(*pages).statements[-1]
    assert all(column.doubt for column in silent.columns)
    told = read_page("Ironwood Life Reports First Quarter 2017 Results", *pages).statements[-1]
    assert told.columns[0].period == Period.duration(date(2017, 1, 1), date(2017, 3, 31))
    assert not any(column.doubt for column in told.columns)


def test_a_title_may_say_that_amounts_per_share_are_in_cents() -> None:
    heads = "|Q2 2019|Q2 2018\n"
    cents = read_one(
        "Earnings and dividends (in cents)", f"{heads}Basic EPS|51.2|42.1\nDividend per share|10.0|9.5"
    )
    assert printed(cents, "Basic EPS").value == Decimal("0.512")
    marked = read_one(
        "Results (in millions; costs in cents)", f"{heads}Net income|5.1|4.2\nBasic EPS|$0.51|$0.42"
    )
    assert printed(marked, "Basic EPS").value == Decimal("0.51")


@pytest.mark.parametrize(
    ("label", "figures", "value", "kind"),
    [
        ("Net debt / EBITDA", "2.1|2.2", "2.1", Kind.PURE),
        ("Debt to total capital", "42.1|41.2", "0.421", Kind.PERCENT),
        ("Equity to total assets", "8.64|8.75", "0.0864", Kind.PERCENT),
        ("Proceeds to acquire assets", "8.6|8.7", "8600000", Kind.MONEY),
    ],
)
def test_one_amount_over_another_is_no_amount(label: str, figures: str, value: str, kind: Kind) -> None:
    statement = read_one(
        "Leverage (in millions)",
        f"|June 30, 2019|December 31, 2018\nTotal debt|420.1|410.2\n{label}|{figures}",
    )
    entry = printed(statement, label)
    assert (entry.value, entry.kind) == (Decimal(value), kind)


def test_square_footage_is_no_money() -> None:
    statement = read_one(
        "Company data (dollars in thousands)",
        "|June 30, 2019|June 30, 2018\nBacklog|$70,113|$65,221\nSquare footage|410,000|405,000",
    )
    assert printed(statement, "Square footage").unit == "pure"
    assert printed(statement, "Square footage").doubt


HEADS = "|Three Months Ended June 30,>2\n|2019|2018\n"


@pytest.mark.parametrize(
    "title",
    [
        "Magpie Finance Company, a wholly-owned subsidiary",
        "Heron Power Holdings (Parent Company Only)",
        "Unconsolidated Joint Ventures",
        "Results of discontinued operations",
        "Financial Services Segment",
        "Same-Store Results",
    ],
)
def test_a_statement_of_a_part_is_none_of_the_company(title: str) -> None:
    statement = read_one(title, f"{INCOME} (in thousands)", HEADS + AMOUNTS)
    assert all(column.doubt for column in statement.columns)


@pytest.mark.parametrize(
    "title", ["Earnings from continuing and discontinued operations", "Heron Power Holdings"]
)
def test_a_statement_of_the_whole_is_one_whatever_else_it_names(title: str) -> None:
    statement = read_one(title, f"{INCOME} (in thousands)", HEADS + AMOUNTS)
    assert not any(column.doubt for column in statement.columns)


def test_a_schedule_of_one_line_of_the_company_is_its_own() -> None:
    found = read_page(
        f"{INCOME} (in thousands)",
        HEADS + AMOUNTS,
        "Income from unconsolidated affiliates (in thousands)",
        HEADS + "Magpie Venture|45,218|53,604\nOther ventures|6,902|9,417",
    ).statements[-1]
    assert not any(column.doubt for column in found.columns)


def test_statements_of_a_subsidiary_beside_those_of_its_parent_are_doubted() -> None:
    parent, subsidiary, balances = read_page(
        "Heron Power Holdings, Inc. and Subsidiaries",
        f"{INCOME} (in thousands)",
        HEADS + AMOUNTS,
        "Heron Electric Company",
        f"{INCOME} (in thousands)",
        HEADS + "Net sales|3,000|2,500\nCost of sales|2,000|1,800\nNet income|300|200",
        "HERON POWER HOLDINGS, INC.",
        "Consolidated Balance Sheets (in thousands)",
        "|June 30, 2019|December 31, 2018\nCash|100|90\nTotal assets|900|800\nTotal liabilities|500|450",
    ).statements
    assert [bool(each.columns[0].doubt) for each in (parent, subsidiary, balances)] == [False, True, False]


@pytest.mark.parametrize(
    "title",
    [
        "Income statement excluding special items (in thousands)",
        "Core income statement (in thousands)",
        "Underlying results (in thousands)",
    ],
)
def test_results_by_measures_of_the_companys_own_are_not_as_reported(title: str) -> None:
    assert read_one(title, HEADS + AMOUNTS).basis is Basis.ADJUSTED


def test_a_unit_line_that_excludes_amounts_per_share_adjusts_nothing() -> None:
    statement = read_one(INCOME + " (in thousands, excluding per share data)", HEADS + AMOUNTS)
    assert statement.basis is Basis.REPORTED


def test_what_a_bridge_leads_from_is_of_an_earlier_time() -> None:
    statement = read_page(
        f"{INCOME} (in thousands)",
        HEADS + AMOUNTS,
        "Earnings per share bridge",
        "|Q2 2019|Note\n2018 diluted EPS|$0.42|(1)\nVolume|0.05|\n2016 notes|0.01|\n2019 diluted EPS|$0.48|",
    ).statements[-1]
    assert [row.label for row in statement.rows if row.doubt] == ["2018 diluted EPS"]


@pytest.mark.parametrize(
    "label", ["4.25% senior notes due 2021", "4 ½ % bonds", "Percentage rent", "Percentage leases"]
)
def test_amounts_of_what_a_percentage_only_names_are_no_percents(label: str) -> None:
    statement = read_one(
        "Other data (in thousands)",
        f"|Three Months Ended June 30,>2\n|2013|2012\nBase|$500|$450\n{label}|60|50\nTotal|$560|$500",
    )
    assert printed(statement, label).unit == "USD"


def test_amounts_with_decimals_are_not_doubted_for_a_few_without() -> None:
    rows = "\n".join(f"Branch {name}|${at}1.5|${at}2.25" for at, name in enumerate("ABCDE", 1))
    statement = read_one(
        "Loans by branch (in millions)",
        f"|June 30, 2013|June 30, 2012\n{rows}\nOther loans|$30|$40\nLeases|$20|$10",
    )
    assert {entry.doubt for entry in statement.entries} == {""}


def test_days_of_both_years_in_a_title_are_those_of_their_columns_beside_changes() -> None:
    found = read_one(
        "Consolidated Statements of Earnings",
        "FOR THE 13 WEEKS ENDED SEPTEMBER 27, 2015 AND SEPTEMBER 28, 2014 (in millions)",
        "|2015|2014|Change|% Change\nNet sales|900.1|850.2|49.9|5.9\nNet earnings|30.2|20.1|10.1|50.2",
    )
    periods = [str(each.period) for each in found.columns[:2]]
    assert periods == ["2015-06-29 to 2015-09-27", "2014-06-30 to 2014-09-28"]
    assert not any(each.doubt for each in found.columns[:2])


def test_a_column_of_ranges_in_words_is_no_part_of_the_labels() -> None:
    found = read_one(
        "Outlook for the third quarter of fiscal 2024, ending December 30, 2023:",
        "|GAAP|Non-GAAP\nRevenue|$580 to $640 million|$580 to $640 million\n"
        "Gross margin|50% to 52%|51% to 53%\nOperating expenses|$130 to $136 million|$114 to $118 million",
    )
    assert [row.label for row in found.rows if row.kind] == ["Revenue", "Gross margin", "Operating expenses"]
    assert [entry.value for entry in found.entries if entry.row == 0] == [
        Decimal(580_000_000),
        Decimal(640_000_000),
    ] * 2


BELOW = """Current ratio|1.6|1.7
Days sales outstanding|55|53
Global DSO|55|53
Inventory turnover|4|5
Number of employees|5,100|5,000
Full-time employees (at end of period)|510|500"""


def test_what_is_counted_below_a_balance_sheet_is_no_money() -> None:
    found = read_one(
        "Consolidated Balance Sheets (in millions)",
        "|June 30, 2012|December 31, 2011\nCash|1,200|1,100\nReceivables|900|850\nTotal assets|2,100|1,950\n"
        "Debt|1,000|900\nEquity|1,100|1,050\nTotal liabilities and equity|2,100|1,950\nSTATISTICS:||\n"
        f"{BELOW}\nDebt-to-capital %|9.1|8.8\nWorking capital|420|430",
    )
    assert {printed(found, line.split("|")[0]).kind for line in BELOW.splitlines()} == {Kind.PURE}
    assert printed(found, "Debt-to-capital %").kind is Kind.PERCENT
    assert printed(found, "Working capital").kind is Kind.MONEY


@pytest.mark.parametrize("label", ["Days sales outstanding", "Days in inventory", "DSO", "Inventory turns"])
def test_days_of_sales_are_no_money_in_tables_of_any_kind(label: str) -> None:
    for title in (INCOME, "Selected data"):
        found = read_one(
            f"{title} (in millions)",
            "|Three Months Ended June 30,>2\n|2012|2011\nNet sales|1,200|1,100\nNet income|300|250\n"
            f"{label}|55|53",
        )
        assert printed(found, label).kind is Kind.PURE


def test_twelve_months_to_the_end_of_a_first_quarter_are_no_fiscal_year() -> None:
    (mention, *_) = mentions_of(
        "Pinewater Gas Reports First Quarter 2011 Earnings",
        f"{INCOME} (in millions)",
        "|Three Months Ended March 31,>2|Twelve Months Ended March 31,>2\n|2011|2010|2011|2010\n"
        "Revenues|600|500|1,900|1,800\nCosts|500|420|1,700|1,650\nNet income|100|80|200|150",
        "Balance Sheets (in millions)",
        "|March 31, 2011|December 31, 2010\nCash|10|20\nPlant|90|80\nTotal assets|100|100",
        "We expect 2011 earnings per share of $1.55 to $1.65.",
    )
    assert str(mention.period) == "2011-01-01 to 2011-12-31"


def test_a_quarter_of_another_year_in_a_sentence_says_nothing_of_the_newest() -> None:
    mention = mentions_of(
        "Revenue rose on an order received in the third quarter of 2011.",
        f"{INCOME} (in millions)",
        "|Three Months Ended June 30,>2\n|2012|2011\nRevenues|600|500\nCosts|500|420\nNet income|100|80",
        "Revenue in the second quarter of 2011 was $500 million.",
    )[-1]
    assert str(mention.period) == "2011-04-01 to 2011-06-30"


def test_an_outlook_of_single_values_under_periods_to_come_is_a_forecast() -> None:
    _, outlook = read_page(
        f"{INCOME} (in thousands)",
        "|Three Months Ended June 30,>2\n|2012|2011\n" + AMOUNTS,
        "Business Outlook (in thousands)",
        "|Q2 2012|Q3 2012|FY 2012\nNet sales|5,000|5,800|21,000\nNet income|500|600|2,300",
    ).statements
    assert [each.basis for each in outlook.columns] == [Basis.REPORTED, Basis.FORECAST, Basis.FORECAST]


TRAFFIC = """Revenue passengers flown|2,742|3,008
Revenue passenger miles (RPM)|3,415,840|3,063,970
Departures|2,100|2,200"""


def test_what_carriers_carry_is_no_money_and_prices_are_not_in_thousands() -> None:
    found = read_one(
        "Statistical data (in thousands, except as otherwise indicated)",
        f"|Three Months Ended June 30,>2\n|2012|2011\n{TRAFFIC}\nRevenue per ASM|11.61¢|11.50¢\n"
        "Fuel cost per gallon|$1.41|$1.91\nCharter rate per day|11,870|12,000\n"
        "Operating revenue|52,113|51,000\nAverage fare|$112.10|$113.11",
    )
    assert {printed(found, line.split("|")[0]).kind for line in TRAFFIC.splitlines()} == {Kind.PURE}
    values = {label: printed(found, label) for label in ("Revenue per ASM", "Fuel cost per gallon")}
    assert [each.value for each in values.values()] == [Decimal("0.1161"), Decimal("1.41")]
    assert not any(each.doubt for each in values.values())
    assert printed(found, "Operating revenue").value == Decimal(52_113_000)
    assert printed(found, "Charter rate per day").doubt
    assert printed(found, "Average fare").value == Decimal("112.10")


def test_amounts_among_percentages_under_a_heading_of_ratios_are_doubted() -> None:
    found = read_one(
        "Insurance results (Dollars in millions)",
        "|Year Ended December 31,>2\n|2008|2007|Change\nPremiums written|431.1|440.2|(2.1)%\n"
        "Combined ratio:|||\n  Loss ratio|69.1%|61.0%|8.1 pts\n  Expense ratio|29.5%|29.1%|0.4 pts\n"
        "  Prior years|(9.3)|(9.2)|1.1%",
    )
    assert printed(found, "Prior years").doubt
    assert not printed(found, "Loss ratio").doubt


def test_a_headline_of_two_periods_dates_no_sentence() -> None:
    mention = mentions_of(
        "ARGOLIS REPORTS SECOND QUARTER AND SIX MONTHS 2012 RESULTS",
        "Revenue was $5.0 million.",
        f"{INCOME} (in thousands)",
        "|Three Months Ended June 30,>2|Six Months Ended June 30,>2\n|2012|2011|2012|2011\n"
        "Net sales|5,000|4,500|9,000|8,500\nCosts|3,000|2,800|6,000|5,500\nNet income|500|400|900|800",
    )[0]
    assert str(mention.period) == "2012-04-01 to 2012-06-30"


def test_what_no_word_calls_money_is_doubted_where_the_unit_line_excepts_what_is_noted() -> None:
    found = read_one(
        "Operating Metrics (Dollars in billions, except where noted)",
        "|Q2 2012|Q2 2011\nAdvisory assets|623.1|600.2\nTeams|20,091|19,000\nPrice index|4,530|4,400\n"
        "Depreciation|1.2|1.1",
    )
    assert [bool(printed(found, row.label).doubt) for row in found.rows if row.kind][1:3] == [True, True]
    assert "money" not in printed(found, "Depreciation").doubt


def test_trailing_twelve_months_over_three_lines_are_a_year_and_no_fiscal_one() -> None:
    found, other = read_page(
        "Quillpay Reports First Quarter 2021 Results",
        f"{INCOME} (in thousands)",
        "|Three Months Ended>5|Trailing\n|Mar. 31,|Dec. 31,|Sept. 30,|June 30,|Mar. 31,|Twelve\n"
        "|2021|2020|2020|2020|2020|Months\nNet sales|1,110|1,120|1,130|1,140|1,050|4,500\n"
        "Cost of sales|900|850|870|880|890|3,500\nNet income|210|270|260|260|160|1,000",
        "Selected data (dollars in thousands)",
        "|Q1 2021|Q1 2020\nNet sales|500|400\nPast due loans 30-89 days|30|40\nTrading volume|39,461|49,569",
    ).statements
    assert str(found.columns[-1].period) == "2020-04-01 to 2021-03-31"
    assert str(other.columns[0].period) == "2021-01-01 to 2021-03-31"
    assert printed(other, "Past due loans 30-89 days").value == Decimal(30_000)
    assert printed(other, "Trading volume").doubt


@pytest.mark.parametrize("label", ["Admissions", "Financial advisors", "Licensed beds"])
def test_what_hospitals_and_brokers_count_is_no_money(label: str) -> None:
    found = read_one(
        "Selected Operating Data (Dollars in millions)",
        f"|Q3 2022|Q3 2021\nNet operating revenues|1,525|1,483\n{label}|50,771|53,304",
    )
    assert printed(found, label).kind is Kind.PURE


def test_a_column_of_changes_tells_no_period_of_the_release() -> None:
    mention = mentions_of(
        f"{INCOME} (in millions)",
        "|FOURTH QUARTER>3\n|Fourteen weeks ended|Thirteen weeks ended|\n"
        "|May 31, 2015|May 25, 2014|Percent Change\nNet sales|4,100|3,800|7.9\nCosts|3,900|3,600|8.3\n"
        "Net income|200|200|0.0",
        "Diluted EPS was $0.48 in the quarter.",
    )[0]
    assert str(mention.period) == "2015-02-23 to 2015-05-31"


def test_statistics_of_segments_with_a_scale_in_their_label_are_no_amounts_for_sure() -> None:
    found = read_one(
        "Key Performance Statistics by Business Segment",
        "|4Q 2018|3Q 2018\nOptions||\nTotal industry ADV (in thousands)|21,613|18,500\n"
        "Net capture per 100 shares|$0.021|$0.022\nNet revenue (in millions)|$142.1|$118.4",
    )
    assert printed(found, "Total industry ADV (in thousands)").doubt
    assert printed(found, "Net capture per 100 shares").kind is Kind.MONEY
    assert printed(found, "Net revenue (in millions)").value == Decimal(142_100_000)


@pytest.mark.parametrize(("label", "is_doubted"), [("Widgets seen", True), ("Assets managed", False)])
def test_what_no_word_calls_money_is_doubted_where_it_dwarfs_the_statements(
    label: str, is_doubted: bool
) -> None:
    _, found = read_page(
        f"{INCOME} (in millions)",
        "|Three Months Ended June 30,>2\n|2012|2011\n" + AMOUNTS,
        "Selected Operating Data (Dollars in millions)",
        f"|Three Months Ended June 30,>2\n|2012|2011\nNet sales|5,000|4,500\n{label}|50,771|53,304",
    ).statements
    assert bool(printed(found, label).doubt) is is_doubted
    assert not printed(found, "Net sales").doubt
