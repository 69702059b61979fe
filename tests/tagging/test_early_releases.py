"""What releases of the years before XBRL say: one test a trap."""

from __future__ import annotations

from decimal import Decimal

import pytest

import xbrlgen
from tests.proving.building import NOW, Q3, Q3_BEFORE, statement
from tests.tagging.making import facts_at, filed, name_at, value_at
from xbrlgen.filing import Filing
from xbrlgen.model import Fact
from xbrlgen.reading.statement import StatementKind

INCOME, BALANCE, OTHER = StatementKind.INCOME, StatementKind.BALANCE, StatementKind.OTHER

LADDER = [
    ("Revenues", "9,100"),
    ("Operating expenses", "7,700"),
    ("Operating income", "1,400"),
    ("Net income", "1,100"),
]


def _names(made: Filing, printed: str) -> set[str]:
    found: list[Fact] = facts_at(made).get(printed, [])
    return {fact.concept.name.local for fact in found}


@pytest.mark.parametrize(
    ("year", "names"),
    [
        (2009, {"EarningsPerShareBasic", "EarningsPerShareDiluted"}),
        (2013, {"EarningsPerShareBasicAndDiluted"}),
        (2023, {"EarningsPerShareBasic", "EarningsPerShareDiluted"}),
    ],
)
def test_one_result_basic_and_diluted_is_both_where_the_year_has_no_joint_concept(
    year: int, names: set[str]
) -> None:
    rows = [*LADDER, ("eps|Basic and diluted earnings per share", "0.41")]
    assert _names(filed(statement(INCOME, [Q3], rows), year=year), "0.41") == names


def test_the_heading_says_that_a_result_is_basic_and_diluted() -> None:
    rows = [*LADDER, ("Basic & Diluted Share Data:",), ("eps|Net income", "0.41")]
    made = filed(statement(INCOME, [Q3], rows), year=2009)
    assert _names(made, "0.41") == {"EarningsPerShareBasic", "EarningsPerShareDiluted"}


def test_a_basic_result_below_a_heading_of_both_is_basic_alone() -> None:
    rows = [*LADDER, ("Basic and diluted earnings per share:",), ("eps|Basic", "0.41")]
    assert _names(filed(statement(INCOME, [Q3], rows), year=2009), "0.41") == {"EarningsPerShareBasic"}


@pytest.mark.parametrize(
    "label", ["Pre-tax profit", "Income before income taxes and discontinued operations"]
)
def test_a_result_before_taxes_has_the_one_concept_of_the_first_years(label: str) -> None:
    rows = [*LADDER[:3], ("Interest expense", "200"), (label, "1,200"), ("Income taxes", "100"), LADDER[3]]
    name = name_at(filed(statement(INCOME, [Q3], rows), year=2009), "1,200")
    assert name.startswith("IncomeLossFromContinuingOperationsBeforeIncomeTaxesMinorityInterest")


def test_taxes_taken_off_among_other_rows_are_an_expense() -> None:
    rows = [
        ("Net sales", "9,100", "8,200"),
        ("Cost of products sold", "7,460", "6,720"),
        ("Income before income taxes and equity interests", "1,640", "1,480"),
        ("Provision for income taxes", "(358)", "(331)"),
        ("Share of net income of equity companies", "92", "84"),
        ("Minority owners' share of subsidiaries' net income", "(53)", "(47)"),
        ("Net income", "1,321", "1,186"),
    ]
    made = filed(statement(INCOME, [Q3, Q3_BEFORE], rows), year=2009)
    assert name_at(made, "(358)") == "IncomeTaxExpenseBenefit"
    assert value_at(made, "(358)") == Decimal("358000")


def test_production_is_of_oil_and_gas_only_where_such_are_sold() -> None:
    costs = [
        ("Employee compensation", "69,966"),
        ("Production", "37,185"),
        ("Total operating costs", "107,151"),
    ]
    media = [
        ("Publishing revenues", "98,100"),
        ("Broadcast revenues", "64,112"),
        ("Total revenues", "162,212"),
    ]
    made = filed(statement(INCOME, [Q3], [*media, *costs]), year=2009)
    assert name_at(made, "37,185") != "ResultsOfOperationsProductionOrLiftingCosts"


def test_the_total_that_another_without_a_label_goes_on_from_is_not_all_costs() -> None:
    rows = [
        ("Revenue", "126,068"),
        ("Costs and expenses:",),
        ("Salaries and wages", "60,978"),
        ("Fuel", "59,131"),
        ("", "120,109"),
        ("Non-freight costs and operating expenses", "2,647"),
        ("", "122,756"),
        ("Income from operations", "3,312"),
    ]
    made = filed(statement(INCOME, [Q3], rows), year=2009)
    assert name_at(made, "122,756") == "CostsAndExpenses"
    assert name_at(made, "120,109") != "CostsAndExpenses"


def test_revenue_printed_again_as_a_total_leaves_no_part_of_it_all_of_it() -> None:
    rows = [
        ("Revenue", "306,188"),
        ("Gross margin", "73,155"),
        ("Housing revenue", "290,100"),
        ("Land revenue", "12,449"),
        ("Total homebuilding revenue", "302,549"),
        ("Financial services revenue", "5,124"),
        ("Eliminations", "(1,485)"),
        ("Total revenue", "306,188"),
    ]
    made = filed(statement(INCOME, [Q3], rows), year=2009)
    assert len({fact.concept for fact in facts_at(made)["306,188"]}) == 1
    assert name_at(made, "302,549").startswith("own:")


def test_other_among_receivables_is_a_receivable() -> None:
    rows = [
        ("Current assets:",),
        ("Cash", "4,058"),
        ("  Receivables:",),
        ("Trade, net", "54,779"),
        ("Other", "6,442"),
        ("Total current assets", "65,279"),
        ("Total assets", "65,279"),
    ]
    assert name_at(filed(statement(BALANCE, [NOW], rows), year=2013), "6,442") == "OtherReceivablesNetCurrent"
    assert name_at(filed(statement(BALANCE, [NOW], rows), year=2009), "6,442") == "OtherReceivables"


def test_own_names_go_by_the_title_of_their_table_not_by_the_row_above() -> None:
    sales = statement(INCOME, [Q3], [("Valves", "127"), ("Pumps", "69"), ("Net sales", "196")])
    orders = statement(OTHER, [Q3], [("Valves", "301"), ("Pumps", "112")], index=1)
    made = filed(sales, orders, year=2009)
    assert "Valves" not in name_at(made, "112")


def test_a_charge_per_diluted_share_is_no_result_per_share() -> None:
    said = "<P>For the quarter ended June 30, 2007, results reflected share-based compensation expense"
    page = f"<HTML><BODY>{said} of $1.9 million before taxes, or $0.05 per diluted share.</P></BODY></HTML>"
    made = xbrlgen.build(page)
    assert "EarningsPerShareDiluted" not in _names(made, "$0.05")


def test_dollars_below_a_heading_of_backlog_stand_at_the_end_of_the_time() -> None:
    rows = [("Home sales", "1,374"), ("Backlog:",), ("Dollars", "573")]
    made = filed(statement(OTHER, [Q3], rows), year=2009)
    assert facts_at(made)["573"][0].period.is_instant
