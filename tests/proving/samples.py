"""A release with the usual statements whose arithmetic holds, and what character recognition made of it."""

from __future__ import annotations

from tests.proving.building import (
    NINE,
    NINE_BEFORE,
    NOW,
    Q3,
    Q3_BEFORE,
    YEAR_END,
    Printed,
    column,
    document,
    statement,
)
from xbrlgen.reading.document import Document
from xbrlgen.reading.statement import Statement, StatementKind

GAAP = "Net (loss) income in accordance with generally accepted accounting principles"
PRETAX = "(Loss) income before (benefit from) provision for income taxes"
SHARES_EBITDA = "shares|Weighted average shares used in diluted EBITDA per common share"
SHARES_NET = "shares|Weighted average shares used in diluted adjusted net income per common share"

INCOME: tuple[Printed, ...] = (
    ("Revenue", "45,192", "39,670", "130,917", "114,934"),
    ("Costs and expenses:",),
    ("Cost of revenue", "10,597", "9,036", "31,342", "25,450"),
    ("Sales and marketing", "16,141", "12,713", "46,118", "36,820"),
    ("Product development", "10,023", "8,005", "27,091", "21,881"),
    ("General and administrative", "9,508", "7,316", "29,581", "22,784"),
    ("Amortization of purchased intangibles", "224", "11", "672", "98"),
    ("Total cost and expenses", "46,493", "37,081", "134,804", "107,033"),
    ("end:",),
    ("(Loss) income from operations", "(1,301)", "2,589", "(3,887)", "7,901"),
    ("Other income", "209", "41", "264", "155"),
    (
        PRETAX,
        "(1,092)",
        "2,630",
        "(3,623)",
        "8,056",
    ),
    ("(Benefit from) provision for income taxes", "(362)", "1,030", "(832)", "3,193"),
    ("Net (loss) income", "(730)", "1,600", "(2,791)", "4,863"),
    ("Net (loss) income per share of common stock:",),
    ("eps|Basic", "(0.01)", "0.03", "(0.05)", "0.09"),
    ("eps|Diluted", "(0.01)", "0.03", "(0.05)", "0.09"),
    ("Weighted-average shares used to compute net (loss) income per share:",),
    ("shares|Basic", "54,046,161", "55,688,824", "54,898,974", "55,087,109"),
    ("shares|Diluted", "54,046,161", "57,760,868", "54,898,974", "56,987,302"),
)

RECONCILIATION: tuple[Printed, ...] = (
    (GAAP, "(730)", "1,600", "(2,791)", "4,863"),
    ("Add/(less):",),
    ("Amortization of purchased intangibles", "691", "140", "1,575", "294"),
    ("Stock-based compensation", "3,798", "2,852", "9,749", "7,646"),
    ("Depreciation", "2,002", "1,841", "6,050", "5,170"),
    ("(Benefit from) provision for income taxes", "(362)", "1,030", "(832)", "3,193"),
    ("Other (income)", "(209)", "(41)", "(264)", "(155)"),
    ("end:",),
    ("Adjusted EBITDA", "5,190", "7,422", "13,487", "21,011"),
    ("eps|Diluted adjusted EBITDA per common share", "0.09", "0.13", "0.24", "0.37"),
    (SHARES_EBITDA, "55,183,101", "57,760,868", "56,221,645", "56,987,302"),
    (GAAP, "(730)", "1,600", "(2,791)", "4,863"),
    ("Add:",),
    ("Amortization of purchased intangibles", "691", "140", "1,575", "294"),
    ("Stock-based compensation", "3,798", "2,852", "9,749", "7,646"),
    ("end:",),
    ("Adjusted net income", "3,759", "4,592", "8,533", "12,803"),
    ("eps|Diluted adjusted net income per common share", "0.07", "0.08", "0.15", "0.22"),
    (SHARES_NET, "55,183,101", "57,760,868", "56,221,645", "56,987,302"),
    ("Adjusted EBITDA", "5,190", "7,422", "13,487", "21,011"),
)  # fmt: skip

GHOST: Printed = ("(less):", "Ψ 3,130", "Ψ 7,422", "Ψ 15,467", "Ψ 21,011")
CASH: tuple[Printed, ...] = (
    ("Changes in operating assets and liabilities", "(2,265)", "(2,448)", "(9,235)", "998"),
    ("Provision for doubtful accounts", "-", "-", "-", "20"),
    ("Benefit from (provision for) income taxes", "362", "(1,030)", "832", "(3,193)"),
    ("Deferred income taxes", "(526)", "(585)", "(1,700)", "(1,325)"),
    ("Other income", "209", "41", "264", "155"),
    ("Net cash provided by operating activities", "2,970", "3,400", "3,648", "17,666"),
)
CASH_DAMAGED: tuple[Printed, ...] = (
    CASH[0],
    ("Provision for doubtful accounts", "(2,203)", "(2,440)", "(3,233)", "20"),
    CASH[2],
    CASH[3],
    ("Other income", "209", "3 400", "264", "17.000"),
    CASH[5],
)

BALANCE: tuple[Printed, ...] = (
    ("CURRENT ASSETS:",),
    ("Cash and cash equivalents", "77,379", "103,334"),
    ("Accounts receivable, net", "32,726", "23,836"),
    ("Prepaid expenses and other current assets", "7,049", "6,364"),
    ("Deferred tax assets, net", "4,031", "2,617"),
    ("Total current assets", "121,185", "136,151"),
    ("end:",),
    ("Property and equipment, net", "18,183", "17,494"),
    ("Intangibles, net", "14,156", "15,681"),
    ("Goodwill", "32,724", "32,645"),
    ("Deferred tax assets, net", "4,755", "4,187"),
    ("Other assets", "2,327", "2,417"),
    ("Total assets", "193,330", "208,575"),
    ("CURRENT LIABILITIES:",),
    ("Accounts payable", "9,209", "11,121"),
    ("Accrued expenses", "20,347", "17,912"),
    ("Deferred revenue", "6,779", "6,523"),
    ("Total current liabilities", "36,335", "35,556"),
)

COMPENSATION: tuple[Printed, ...] = (
    ("Cost of revenue", "635", "1,557"),
    ("Sales and marketing", "844", "2,159"),
    ("Product development", "1,241", "2,922"),
    ("General and administrative", "1,078", "3,111"),
    ("Total", "3,798", "9,749"),
)
AMORTIZATION: tuple[Printed, ...] = (
    ("Cost of revenue", "467", "903"),
    ("General and administrative", "224", "672"),
    ("Total", "691", "1,575"),
)
FOUR = (Q3, Q3_BEFORE, NINE, NINE_BEFORE)


def income(rows: tuple[Printed, ...] = INCOME) -> Statement:
    return statement(StatementKind.INCOME, FOUR, rows)


def lost_digits(rows: tuple[Printed, ...]) -> tuple[Printed, ...]:
    """The rows with the last digit of every number of the second column lost."""
    return tuple((*row[:2], *(text[:-1] for text in row[2:])) for row in rows)


def sound() -> Document:
    """A release without damage."""
    return document(
        income(),
        statement(StatementKind.RECONCILIATION, FOUR, RECONCILIATION + CASH, index=1),
        statement(StatementKind.BALANCE, (NOW, YEAR_END), BALANCE, index=2),
        statement(StatementKind.STOCK_COMPENSATION, (Q3, NINE), COMPENSATION, index=3),
        statement(StatementKind.AMORTIZATION, (Q3, NINE), AMORTIZATION, index=4),
    )


def damaged() -> Document:
    """The same release as character recognition left it."""
    wrong = column(1, NINE_BEFORE)
    return document(
        income(),
        statement(StatementKind.RECONCILIATION, FOUR, (*RECONCILIATION, GHOST, *CASH_DAMAGED), index=1),
        statement(StatementKind.BALANCE, (NOW, YEAR_END), lost_digits(BALANCE), index=2),
        statement(StatementKind.STOCK_COMPENSATION, (column(0, Q3), wrong), COMPENSATION, index=3),
        statement(StatementKind.AMORTIZATION, (column(0, Q3), wrong), AMORTIZATION, index=4),
    )
