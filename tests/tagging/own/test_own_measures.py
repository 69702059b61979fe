"""Results a company defines for itself, and what reconciliations adjust for: one test a trap."""

from __future__ import annotations

from attrs import evolve

from tests.proving.building import NOW, Q3, Q3_BEFORE, column, statement
from tests.tagging.making import facts_at, filed, name_at
from xbrlgen.reading.statement import Basis, Column, StatementKind

INCOME, TO_MEASURE = StatementKind.INCOME, StatementKind.RECONCILIATION
NET = [("Income before income taxes", "974"), ("Income tax expense", "198"), ("Net income", "776")]
LEADS = [("Net income", "776"), ("Realized investment losses, net of tax", "65"), ("Operating income", "841")]


def test_operating_income_that_no_income_statement_shows_is_the_companys_own() -> None:
    made = filed(statement(INCOME, [Q3], NET), statement(TO_MEASURE, [Q3], LEADS, index=1))
    assert name_at(made, "841") == "own:OperatingIncome"
    assert name_at(made, "776") == "NetIncomeLoss"


def test_operating_income_that_the_income_statement_shows_is_the_standards() -> None:
    shown = [("Revenue", "5,000"), ("Total operating expenses", "4,159"), ("Operating income", "841"), *NET]
    made = filed(statement(INCOME, [Q3], shown), statement(TO_MEASURE, [Q3], LEADS, index=1))
    assert name_at(made, "841") == "OperatingIncomeLoss"


def _adjusting(*for_what: str) -> list[Column]:
    words = [f"Three Months Ended September 30, 2013 {name}" for name in for_what]
    return [
        column(number, Q3, heading=heading, basis=Basis.ADJUSTMENT)
        for number, heading in enumerate(words, start=1)
    ]


def test_each_of_several_adjusting_columns_has_concepts_of_its_own() -> None:
    columns = [column(0, Q3), *_adjusting("Stock Awards", "Purchased Intangibles")]
    made = filed(statement(TO_MEASURE, columns, [("Cost of revenue", "2,114", "(31)", "(94)")]))
    assert name_at(made, "(31)") == "own:NonGaapAdjustmentOfCostOfRevenueStockAwards"
    assert name_at(made, "(94)") == "own:NonGaapAdjustmentOfCostOfRevenuePurchasedIntangibles"


def test_a_single_adjusting_column_needs_no_words_of_its_own() -> None:
    columns = [column(0, Q3), *_adjusting("Adjustments")]
    made = filed(statement(TO_MEASURE, columns, [("Cost of revenue", "2,114", "(31)")]))
    assert name_at(made, "(31)") == "own:NonGaapAdjustmentOfCostOfRevenue"


def test_a_number_that_is_basic_and_diluted_is_diluted_where_the_words_say_so() -> None:
    shown = [*NET, ("eps|Net income per share - basic and diluted", "0.04")]
    again = [("Per share - diluted:",), ("eps|Net income available", "0.04")]
    made = filed(statement(INCOME, [Q3], shown), statement(TO_MEASURE, [Q3], again, index=1), year=2023)
    printed = sorted(fact.concept.name.local for fact in facts_at(made)["0.04"])
    assert printed == ["EarningsPerShareBasic", "EarningsPerShareDiluted", "EarningsPerShareDiluted"]


def test_what_is_titled_data_of_the_balance_sheet_is_tagged_as_on_it() -> None:
    rows = [("Cash and cash equivalents", "110,220"), ("Accumulated deficit", "(482,210)")]
    titled = evolve(statement(StatementKind.METRICS, [NOW], rows), title="Selected Balance Sheet Data")
    made = filed(titled)
    assert name_at(made, "110,220") == "CashAndCashEquivalentsAtCarryingValue"
    assert name_at(made, "(482,210)") in {
        "RetainedEarningsAccumulatedDeficit",
        "DevelopmentStageEnterpriseDeficitAccumulatedDuringDevelopmentStage",
    }


def test_parts_do_not_bear_out_a_whole_that_another_row_contradicts() -> None:
    spent = [
        ("Revenue", "5,000", "4,600"),
        ("Restructuring charges", "145", "85"),
        ("Net income", "776", "702"),
    ]
    columns = [
        evolve(column(number, when), segment=part, heading=part)
        for number, (when, part) in enumerate(
            (when, part) for part in ("Valves", "Pumps", "") for when in (Q3, Q3_BEFORE)
        )
    ]
    related = ("Restructuring related", "100", "48", "45", "80", "145", "128")
    parts = statement(StatementKind.SEGMENTS, columns, [related], index=1)
    made = filed(statement(INCOME, [Q3, Q3_BEFORE], spent), parts)
    assert name_at(made, "85") == "RestructuringCharges"
    assert {name_at(made, printed) for printed in ("48", "80", "128")} == {"own:RestructuringRelated"}


def test_that_both_are_totals_makes_two_rows_no_more_alike() -> None:
    balance = [("Total assets", "9,000"), ("Total liabilities", "5,000"), ("Total equity", "4,000")]
    orders = [("Domestic orders", "3,100"), ("Foreign orders", "1,900"), ("Total", "5,000")]
    made = filed(
        statement(StatementKind.BALANCE, [NOW], balance),
        statement(StatementKind.METRICS, [Q3], orders, index=1),
    )
    names = [fact.concept.name.local for fact in facts_at(made)["5,000"]]
    assert names.count("Liabilities") == 1
