"""Which statement a table is, one example a trap."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.small_pages import read_one, read_page
from xbrlgen.model import Period
from xbrlgen.reading.statement import Basis, StatementKind
from xbrlgen.reading.tables.kinds import title_kind

HEADS = "|Three Months Ended June 30,>2\n|2013|2012\n"
INCOME = (
    "Revenues|9,000|8,000\nCost of revenues|7,000|6,000\nIncome before income taxes|900|800\n"
    "Net income|600|500"
)
BALANCE = (
    "|June 30, 2013|December 31, 2012\nCash and cash equivalents|500|400\nTotal assets|9,000|8,000\n"
    "Total liabilities|5,000|4,500\nTotal liabilities and stockholders' equity|9,000|8,000"
)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("CONDENSED CONSOLIDATED STATEMENTS OF OPERATIONS", StatementKind.INCOME),
        ("Condensed Consolidated Statement of Earnings", StatementKind.INCOME),
        ("Consolidated Income Statements", StatementKind.INCOME),
        ("Consolidated Statements of Operations and Comprehensive Loss", StatementKind.INCOME),
        ("Consolidated Statements of Comprehensive Income", StatementKind.COMPREHENSIVE),
        ("CONSOLIDATED OPERATIONS DATA", StatementKind.INCOME),
        ("Consolidated Statements of Financial Condition", StatementKind.BALANCE),
        ("CONSOLIDATED BALANCE SHEETS DATA", StatementKind.BALANCE),
        ("Condensed Consolidated Statements of Cash Flows", StatementKind.CASH_FLOW),
        ("Consolidated Statements of Changes in Stockholders' Equity", StatementKind.EQUITY),
        ("Consolidated Statements of Operations - Pro Forma", StatementKind.RECONCILIATION),
        ("Reconciliation of Operating Cash Flow to Free Cash Flow", StatementKind.RECONCILIATION),
        ("(1) Includes stock-based compensation as follows:", StatementKind.STOCK_COMPENSATION),
        ("Net sales by reportable segment:", StatementKind.SEGMENTS),
        ("Third Quarter 2013 Outlook", StatementKind.GUIDANCE),
        ("Selected Operating Data", StatementKind.METRICS),
        ("Example Widgets, Inc.", None),
    ],
)
def test_titles_name_kinds(title: str, kind: StatementKind | None) -> None:
    assert title_kind(title) is kind


def test_a_title_is_believed_where_rows_bear_it_out() -> None:
    assert read_one("Consolidated Statements of Income", HEADS + INCOME).kind is StatementKind.INCOME
    assert read_one("Consolidated Balance Sheets", BALANCE).kind is StatementKind.BALANCE


def test_rows_name_a_statement_without_title() -> None:
    assert read_one(BALANCE).kind is StatementKind.BALANCE
    assert read_one(HEADS + INCOME).kind is StatementKind.INCOME


def test_rows_that_belie_a_title_win() -> None:
    assert read_one("Consolidated Statements of Income", BALANCE).kind is StatementKind.BALANCE


def test_a_pro_forma_twin_is_not_the_statement() -> None:
    statement = read_one("Consolidated Statements of Operations - Pro Forma", HEADS + INCOME)
    assert (statement.kind, statement.basis) == (StatementKind.RECONCILIATION, Basis.PRO_FORMA)


def test_a_percent_twin_is_not_the_statement() -> None:
    rows = "Revenues|100%|100%\nCost of revenues|77|75\nIncome before income taxes|10|10\nNet income|7|6"
    for title in (
        "Consolidated Statements of Operations",
        "Statements of Operations as a Percentage of Revenues",
    ):
        statement = read_one(title, "(As a percentage of total revenues)", HEADS + rows)
        assert statement.kind is StatementKind.METRICS
        assert {entry.unit for entry in statement.entries} == {"pure"}


def test_gaap_beside_adjusted_is_a_reconciliation() -> None:
    heads = "|Three Months Ended June 30, 2013>3\n|As Reported|Adjustments|Non-GAAP\n"
    rows = (
        INCOME.replace("|8,000", "|8,000|1")
        .replace("|6,000", "|6,000|1")
        .replace("|800", "|800|1")
        .replace("|500", "|500|1")
    )
    assert read_one("Statements of Operations", heads + rows).kind is StatementKind.RECONCILIATION


def test_highlights_are_not_a_statement() -> None:
    rows = "Revenues|9,000|8,000\nOperating income|900|800\nNet income|600|500\nDiluted EPS|1.20|1.00"
    assert read_one("Financial Highlights", HEADS + rows).kind is StatementKind.METRICS


def test_average_balances_are_not_a_balance_sheet() -> None:
    assert read_one("Average Balance Sheet", BALANCE).kind is not StatementKind.BALANCE


def test_low_and_high_columns_are_guidance() -> None:
    page = read_one("Third quarter", "|Q3 2013>2\n|Low|High\nRevenue|45|47\nEarnings per share|0.79|0.82")
    assert page.kind is StatementKind.GUIDANCE
    assert [each.basis for each in page.columns] == [Basis.LOW, Basis.HIGH]


def test_a_breakdown_under_the_statement_stands_apart() -> None:
    note = "(1) Includes stock-based compensation as follows:||\nCost of revenues|7|6\nResearch|3|2\n|10|8"
    page = read_page("Consolidated Statements of Income", f"{HEADS}{INCOME}\n{note}")
    assert [each.kind for each in page.statements] == [StatementKind.INCOME, StatementKind.STOCK_COMPENSATION]
    assert page.statements[1].rows[-1].is_total


def test_a_statement_goes_on_after_a_page_break() -> None:
    second = "Total liabilities|5,000|4,500\nTotal liabilities and stockholders' equity|9,000|8,000"
    first = BALANCE.split("\nTotal liabilities", maxsplit=1)[0]
    for between in (("12",), ("Consolidated Balance Sheets (continued)",)):
        page = read_page("Consolidated Balance Sheets", first, *between, second)
        (statement,) = page.statements
        assert [row.label for row in statement.rows][-1] == "Total liabilities and stockholders' equity"


def test_two_statements_in_one_table_are_two() -> None:
    page = read_page(
        "Consolidated Statements of Income", f"{HEADS}{INCOME}\nConsolidated Balance Sheets>3\n{BALANCE}"
    )
    assert [each.kind for each in page.statements] == [StatementKind.INCOME, StatementKind.BALANCE]


def test_rows_of_equity_have_periods_and_columns_components() -> None:
    statement = read_one(
        "Consolidated Statements of Stockholders' Equity",
        "(In thousands)",
        "|Common stock|Additional paid-in capital|Accumulated deficit\n"
        "Balances at December 31, 2012|51|525|(452)\n"
        "Stock-based compensation|-|15|-\nNet loss|-|-|(18)\nBalances at March 31, 2013|51|540|(470)",
    )
    assert statement.kind is StatementKind.EQUITY
    assert [column.segment for column in statement.columns][1] == "Additional paid-in capital"
    assert [row.period for row in statement.rows][:2] == [
        Period.instant(date(2012, 12, 31)),
        Period.duration(date(2013, 1, 1), date(2013, 3, 31)),
    ]


@pytest.mark.parametrize(
    ("title", "rows", "basis"),
    [
        ("SELECTED NON-GAAP RESULTS", INCOME, Basis.ADJUSTED),
        ("SELECTED NON-GAAP RESULTS1", INCOME, Basis.ADJUSTED),
        ("Non-GAAP Financial Comparison", INCOME, Basis.ADJUSTED),
        ("GAAP Financial Comparison", INCOME, Basis.REPORTED),
        ("Non-GAAP Results", INCOME.replace("Net income|", "Net income, GAAP|"), Basis.REPORTED),
    ],
)
def test_a_title_tells_that_all_rows_are_by_other_measures(title: str, rows: str, basis: Basis) -> None:
    assert read_one(title, HEADS + rows).basis is basis
