"""The same expense in two reconciliations: added back to gross profit it is a part, to a result the whole."""

from __future__ import annotations

from tests.proving.building import Q3, Q3_BEFORE, statement
from tests.tagging.making import filed, members_at, name_at
from xbrlgen.reading.statement import StatementKind

ROWS = [
    ("GAAP gross profit", "240,108", "220,503"),
    ("Stock-based compensation", "5,310", "4,902"),
    ("Restructuring", "1,020", "907"),
    ("Non-GAAP gross profit", "246,438", "226,312"),
    ("GAAP operating income", "25,996", "22,928"),
    ("Stock-based compensation", "54,559", "52,735"),
    ("Restructuring", "4,077", "3,140"),
    ("Non-GAAP operating income", "84,632", "78,803"),
]


def test_what_is_added_back_to_gross_profit_is_the_part_in_the_cost_of_revenue() -> None:
    made = filed(statement(StatementKind.RECONCILIATION, [Q3, Q3_BEFORE], ROWS), year=2023)
    assert name_at(made, "5,310") == "AllocatedShareBasedCompensationExpense"
    assert members_at(made, "5,310") == ["CostOfSalesMember"]
    assert name_at(made, "54,559") == "ShareBasedCompensation"
    assert members_at(made, "54,559") == []


def test_what_adjusts_one_expense_is_its_part() -> None:
    rows = [
        ("GAAP research and development", "74,110", "66,380"),
        ("Stock-based compensation", "(20,115)", "(18,740)"),
        ("Restructuring", "(1,020)", "(907)"),
        ("Non-GAAP research and development", "52,975", "46,733"),
    ]
    made = filed(statement(StatementKind.RECONCILIATION, [Q3, Q3_BEFORE], rows), year=2023)
    assert members_at(made, "(20,115)") == ["ResearchAndDevelopmentExpenseMember"]


def test_expenses_between_gross_profit_and_operating_income_are_whole() -> None:
    rows = [
        ("Gross profit", "191,208", "181,992"),
        ("Research and development", "88,402", "87,105"),
        ("Amortization of acquired intangibles", "9,102", "8,804"),
        ("Operating income", "93,704", "86,083"),
    ]
    made = filed(statement(StatementKind.RECONCILIATION, [Q3, Q3_BEFORE], rows), year=2023)
    assert members_at(made, "9,102") == []
