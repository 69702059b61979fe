"""What stands at a moment in tables whose columns are stretches of time, and its neighbours that don't."""

from __future__ import annotations

import pytest

from tests.proving.building import NOW, Q3, Q3_BEFORE, statement
from tests.tagging.making import facts_at, filed, members_at, name_at
from xbrlgen.reading.statement import StatementKind
from xbrlgen.tagging.moments import at_moment

METRICS = StatementKind.METRICS


@pytest.mark.parametrize(
    ("label", "section", "is_balance"),
    [
        ("Total assets", (), True),
        ("Shareholders' equity", ("Selected Financial Data",), True),
        ("Book value per share", (), True),
        ("Loans", ("Period End Balances",), True),
        ("Average total assets", (), False),
        ("Total assets", ("Average balances",), False),
        ("Return on average equity", (), False),
        ("Change in total deposits", (), False),
        ("Net income", (), False),
        ("Loans", ("Interest income",), False),
    ],
)
def test_words_that_name_a_balance(label: str, section: tuple[str, ...], is_balance: bool) -> None:
    assert at_moment(label, section) is is_balance


def test_a_balance_among_highlights_is_for_the_end_of_the_column() -> None:
    rows = [
        ("Net income", "1,490", "1,388"),
        ("Total assets", "361,820", "345,502"),
        ("Assets under care", "7,001", "6,502"),
        ("Balance sheet data:",),
        ("Vaulted coins", "522", "490"),
    ]
    found = facts_at(filed(statement(METRICS, [Q3, Q3_BEFORE], rows), year=2013))
    assert [fact.period.end for fact in found["361,820"]] == [Q3.end]
    assert all(fact.period.is_instant for fact in (*found["361,820"], *found["345,502"], *found["522"]))
    assert all(fact.period.is_duration for fact in (*found["1,490"], *found["7,001"]))


def test_other_income_above_the_operating_income_it_adds_to_is_operating() -> None:
    rows = [
        ("Net sales", "1,586", "1,511"),
        ("Cost of sales", "870", "836"),
        ("Gross profit", "716", "675"),
        ("Selling, general and administrative expenses", "412", "391"),
        ("Other (income) expense, net", "11", "(4)"),
        ("Operating profit", "293", "288"),
    ]
    made = filed(statement(StatementKind.INCOME, [Q3, Q3_BEFORE], rows), year=2023)
    assert name_at(made, "11") == "OtherOperatingIncomeExpenseNet"


def test_other_income_in_a_statement_without_operating_income_is_not_operating() -> None:
    rows = [
        ("Net sales", "1,586", "1,511"),
        ("Cost of sales", "870", "836"),
        ("Gross profit", "716", "675"),
        ("Selling, general and administrative expenses", "412", "391"),
        ("Other (income) expense, net", "11", "(4)"),
        ("Income before income taxes", "293", "288"),
    ]
    made = filed(statement(StatementKind.INCOME, [Q3, Q3_BEFORE], rows), year=2023)
    assert name_at(made, "11") == "OtherNonoperatingIncomeExpense"


def test_one_filer_does_not_make_an_impairment_a_gain_on_disposals() -> None:
    rows = [
        ("Revenues", "1,034", "966"),
        ("Operating costs and expenses:",),
        ("Corporate expense", "629", "628"),
        ("Impairment of assets", "32", "10"),
        ("Total operating costs and expenses", "661", "638"),
        ("Operating income", "373", "328"),
    ]
    made = filed(statement(StatementKind.INCOME, [Q3, Q3_BEFORE], rows), year=2023)
    assert name_at(made, "32") == "AssetImpairmentCharges"


def test_segments_of_revenue_in_a_reconciliation_are_members_of_it() -> None:
    face = statement(StatementKind.INCOME, [Q3], [("Total revenues", "27,512"), ("Expenses", "20,001")])
    parts = statement(
        StatementKind.RECONCILIATION,
        [Q3],
        [
            ("Total revenues by segment:",),
            ("Harbor locals", "22,310"),
            ("Downtown", "5,202"),
            ("Total revenues", "27,512"),
        ],
        index=1,
    )
    made = filed(face, parts, year=2023)
    assert name_at(made, "22,310") == name_at(made, "27,512") == "Revenues"
    assert members_at(made, "22,310") == ["HarborLocalsMember"]


def test_a_blank_total_of_liabilities_and_equity_without_total_liabilities_is_that_of_both() -> None:
    rows = [
        ("Total assets", "9,730"),
        ("Current liabilities:",),
        ("Accounts payable", "1,870"),
        ("Accrued liabilities", "640"),
        ("Total current liabilities", "2,510"),
        ("Long-term debt", "1,440"),
        ("Total shareholders' equity", "5,777"),
        ("", "9,727"),
    ]
    made = filed(statement(StatementKind.BALANCE, [NOW], rows), year=2013)
    assert name_at(made, "9,727") == "LiabilitiesAndStockholdersEquity"


def test_restricted_cash_below_the_current_assets_is_not_current() -> None:
    rows = [
        ("Current assets:",),
        ("Cash and cash equivalents", "36,120"),
        ("Prepaid expenses", "3,877"),
        ("Total current assets", "39,997"),
        ("Property and equipment, net", "2,190"),
        ("Restricted cash", "510"),
        ("Total assets", "42,697"),
    ]
    made = filed(statement(StatementKind.BALANCE, [NOW], rows), year=2023)
    assert name_at(made, "510") == "RestrictedCashNoncurrent"
