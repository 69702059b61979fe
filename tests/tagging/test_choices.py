"""Which concept a row gets, and why it is not another: one test a trap."""

from __future__ import annotations

from datetime import date

import pytest

import xbrlgen
from tests.proving.building import NINE, NINE_BEFORE, NOW, Q3, Q3_BEFORE, column, statement
from tests.tagging.making import facts_at, filed, members_at, name_at, value_at
from xbrlgen.model import Balance, ModelError, Period
from xbrlgen.reading.statement import Basis, StatementKind

INCOME, BALANCE, CASH = StatementKind.INCOME, StatementKind.BALANCE, StatementKind.CASH_FLOW


def test_income_statement_of_the_time_before_2018() -> None:
    made = filed(
        statement(
            INCOME,
            [Q3, Q3_BEFORE],
            [
                ("Net sales", "45,192", "39,670"),
                ("Cost of sales", "10,597", "9,036"),
                ("Gross profit", "34,595", "30,634"),
                ("Product development", "10,023", "8,005"),
                ("Income from operations", "24,572", "22,629"),
            ],
        )
    )
    assert name_at(made, "45,192") == "SalesRevenueNet"
    assert name_at(made, "10,023") == "ResearchAndDevelopmentExpense"
    assert made.taxonomy_year == 2013


def test_the_same_rows_after_2018_have_the_revenue_of_the_new_standard() -> None:
    made = filed(statement(INCOME, [Q3], [("Net sales", "45,192"), ("Cost of sales", "10,597")]), year=2023)
    assert name_at(made, "45,192") == "RevenueFromContractWithCustomerExcludingAssessedTax"


@pytest.mark.parametrize(("year", "is_there"), [(2013, True), (2023, False)])
def test_current_deferred_tax_assets_end_with_the_2015_standard(year: int, is_there: bool) -> None:
    rows = [
        ("Current assets:",),
        ("Cash", "100"),
        ("Deferred tax assets, net", "4,031"),
        ("Total current assets", "4,131"),
    ]
    made = filed(statement(BALANCE, [NOW], rows), year=year)
    assert (name_at(made, "4,031") == "DeferredTaxAssetsNetCurrent") is is_there


def test_one_label_stands_for_two_concepts_by_its_place() -> None:
    made = filed(
        statement(
            BALANCE,
            [NOW],
            [
                ("Current liabilities:",),
                ("Accounts payable", "100"),
                ("Deferred revenue", "6,779"),
                ("Total current liabilities", "6,879"),
                ("Deferred revenue", "1,270"),
                ("Total liabilities", "8,149"),
            ],
        )
    )
    assert name_at(made, "6,779") == "DeferredRevenueCurrent"
    assert name_at(made, "1,270") == "DeferredRevenueNoncurrent"


def test_profit_loss_only_where_a_share_is_taken_off_below() -> None:
    rows = [
        ("Net income", "1,364"),
        ("Net income attributable to noncontrolling interests", "20"),
        ("Net income attributable to the company", "1,344"),
    ]
    made = filed(statement(INCOME, [Q3], rows))
    assert name_at(made, "1,364") == "ProfitLoss"
    assert name_at(made, "1,344") == "NetIncomeLoss"
    assert name_at(filed(statement(INCOME, [Q3], rows[:1])), "1,364") == "NetIncomeLoss"


def test_equity_of_the_company_and_equity_of_all() -> None:
    made = filed(
        statement(
            BALANCE,
            [NOW],
            [
                ("Equity:",),
                ("Total stockholders' equity", "18,233"),
                ("Noncontrolling interests", "7"),
                ("Total equity", "18,240"),
            ],
        )
    )
    assert name_at(made, "18,233") == "StockholdersEquity"
    both = "StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest"
    assert name_at(made, "18,240") == both


def test_basic_and_diluted_are_told_by_the_unit_and_the_heading() -> None:
    made = filed(
        statement(
            INCOME,
            [Q3],
            [
                ("Earnings per share:",),
                ("eps|Basic", "0.03"),
                ("eps|Diluted", "0.02"),
                ("Weighted-average shares:",),
                ("shares|Basic", "54,046,161"),
                ("shares|Diluted", "57,760,868"),
            ],
        )
    )
    assert name_at(made, "0.03") == "EarningsPerShareBasic"
    assert name_at(made, "57,760,868") == "WeightedAverageNumberOfDilutedSharesOutstanding"


def test_one_number_for_basic_and_diluted_is_two_facts_where_the_joint_element_is_gone() -> None:
    rows = [("eps|Net loss per share, basic and diluted", "(0.31)")]
    joint = facts_at(filed(statement(INCOME, [Q3], rows), year=2013))["(0.31)"]
    apart = facts_at(filed(statement(INCOME, [Q3], rows), year=2024))["(0.31)"]
    assert [fact.concept.name.local for fact in joint] == ["EarningsPerShareBasicAndDiluted"]
    assert {fact.concept.name.local for fact in apart} == {"EarningsPerShareBasic", "EarningsPerShareDiluted"}


def test_products_and_services_are_members_of_revenue_and_of_its_cost() -> None:
    made = filed(
        statement(
            INCOME,
            [Q3, Q3_BEFORE],
            [
                ("Net sales:",),
                ("Products", "84,216", "81,907"),
                ("Services", "25,374", "23,148"),
                ("Total net sales", "109,590", "105,055"),
                ("Cost of sales:",),
                ("Products", "51,873", "50,962"),
                ("Services", "7,415", "7,139"),
                ("Total cost of sales", "59,288", "58,101"),
            ],
        ),
        year=2023,
    )
    assert name_at(made, "84,216") == name_at(made, "109,590")
    assert members_at(made, "84,216") == ["ProductMember"]
    assert name_at(made, "7,415") == "CostOfGoodsAndServicesSold"
    assert members_at(made, "7,415") == ["ServiceMember"]


def test_stock_compensation_by_line_is_not_the_cost_of_revenue() -> None:
    made = filed(
        statement(
            StatementKind.STOCK_COMPENSATION,
            [Q3, Q3_BEFORE],
            [
                ("Cost of revenue", "635", "512"),
                ("Sales and marketing", "844", "712"),
                ("Product development", "1,241", "1,100"),
                ("Total", "2,720", "2,324"),
            ],
        )
    )
    assert name_at(made, "635") == "AllocatedShareBasedCompensationExpense"
    assert members_at(made, "635") == ["CostOfSalesMember"]
    assert members_at(made, "2,720") == []


def test_two_amortizations_with_different_values_are_kept_apart() -> None:
    income = statement(
        INCOME,
        [Q3, NINE],
        [
            ("Amortization of purchased intangibles", "224", "672"),
            ("General and administrative", "9,508", "29,581"),
            ("Total operating expenses", "9,732", "30,253"),
        ],
    )
    by_line = statement(
        StatementKind.AMORTIZATION,
        [Q3, NINE],
        [
            ("Cost of revenue", "467", "903"),
            ("General and administrative", "224", "672"),
            ("Total", "691", "1,575"),
        ],
        index=1,
    )
    made = filed(income, by_line)
    assert name_at(made, "691") == "AmortizationOfIntangibleAssets"
    assert members_at(made, "691") == []
    assert all(fact.dimensions for fact in facts_at(made)["224"])


def test_an_adjusted_measure_is_the_filers_own_and_has_no_side() -> None:
    rows = [
        ("Net loss", "(730)", "1,600", "(2,791)", "4,863"),
        ("Stock-based compensation", "3,798", "2,852", "9,749", "7,646"),
        ("Adjusted net income", "3,068", "4,452", "6,958", "12,509"),
    ]
    made = filed(statement(StatementKind.RECONCILIATION, [Q3, Q3_BEFORE, NINE, NINE_BEFORE], rows))
    assert name_at(made, "3,068") == "own:AdjustedNetIncome"
    assert facts_at(made)["3,068"][0].concept.balance is None
    assert name_at(made, "3,798") == "ShareBasedCompensation"


def test_a_row_without_label_is_named_by_its_heading() -> None:
    made = filed(
        statement(
            INCOME,
            [Q3, Q3_BEFORE],
            [
                ("Gross profit", "138,926", "145,377"),
                ("Operating expenses:",),
                ("Selling", "68,214", "66,092"),
                ("General and administrative", "14,375", "14,108"),
                ("", "82,589", "80,200"),
            ],
        )
    )
    assert name_at(made, "82,589") == "OperatingExpenses"


def test_gross_property_where_depreciation_is_taken_off_below() -> None:
    made = filed(
        statement(
            BALANCE,
            [NOW],
            [
                ("Total current assets", "487,316"),
                ("Property and equipment", "531,640"),
                ("Less accumulated depreciation", "(378,905)"),
                ("", "152,735"),
                ("Total assets", "640,051"),
            ],
        )
    )
    assert name_at(made, "531,640") == "PropertyPlantAndEquipmentGross"
    assert value_at(made, "(378,905)") == 378_905_000
    assert name_at(made, "152,735") == "PropertyPlantAndEquipmentNet"


def test_an_unheard_line_is_the_filers_own_with_its_side_of_the_books() -> None:
    rows = [
        ("Current assets:",),
        ("Cash and cash equivalents", "100"),
        ("Bitcoin mining prizes held", "77"),
        ("Total current assets", "177"),
    ]
    made = filed(statement(BALANCE, [NOW], rows))
    assert name_at(made, "77") == "own:BitcoinMiningPrizesHeld"
    assert facts_at(made)["77"][0].concept.balance is Balance.DEBIT


def test_what_is_ambiguous_is_a_question_with_a_line_for_the_profile() -> None:
    rows = [
        ("Current assets:",),
        ("Cash", "100"),
        ("Receivable from affiliates", "6,197"),
        ("Total current assets", "6,297"),
    ]
    made = filed(statement(BALANCE, [NOW], rows))
    asked = [finding for finding in made.findings if finding.code == "tagging.question"]
    assert name_at(made, "6,197") == ""
    assert '"Receivable from affiliates" = "us-gaap:' in asked[0].remedy
    assert {verdict.kind for verdict in made.verdicts if verdict.print == "6,197"} == {"question"}


def test_a_guidance_range_has_its_ends_and_the_scenario() -> None:
    year = (
        Period.duration(Q3.end.replace(month=10, day=1), Q3.end.replace(month=12, day=31)) if Q3.end else None
    )
    low, high = column(0, year, basis=Basis.LOW), column(1, year, basis=Basis.HIGH)
    now = statement(INCOME, [Q3], [("Revenue", "45,192")])
    made = filed(
        now, statement(StatementKind.GUIDANCE, [low, high], [("Revenue", "46,000", "47,000")], index=1)
    )
    assert members_at(made, "46,000") == ["MinimumMember", "ScenarioForecastMember"]
    assert members_at(made, "47,000") == ["MaximumMember", "ScenarioForecastMember"]


def test_the_entity_is_a_placeholder_with_a_finding_until_it_is_told() -> None:
    bare = filed(statement(INCOME, [Q3], [("Revenue", "45,192")]))
    told = filed(statement(INCOME, [Q3], [("Revenue", "45,192")]), entity="1102993")
    assert bare.entity.identifier == "0000000000"
    assert "tagging.no-entity" in {finding.code for finding in bare.findings}
    assert told.entity.identifier == "0001102993"
    assert "tagging.no-entity" not in {finding.code for finding in told.findings}


@pytest.mark.parametrize("entity", ["", "Cedar Mills", "12345678901"])
def test_what_is_no_cik_is_refused_and_nothing_else_taken(entity: str) -> None:
    with pytest.raises(ModelError, match="a CIK"):
        filed(statement(INCOME, [Q3], [("Revenue", "45,192")]), entity=entity)


@pytest.mark.parametrize(
    ("result", "concept"),
    [
        ("Operating profit", "OtherOperatingIncomeExpenseNet"),
        ("Income before income taxes", "OtherNonoperatingIncomeExpense"),
    ],
)
def test_other_income_is_operating_only_above_the_operating_income_it_adds_to(
    result: str, concept: str
) -> None:
    rows = [
        ("Net sales", "1,586", "1,511"),
        ("Cost of sales", "870", "836"),
        ("Gross profit", "716", "675"),
        ("Selling, general and administrative expenses", "412", "391"),
        ("Other (income) expense, net", "11", "(4)"),
        (result, "293", "288"),
    ]
    made = filed(statement(StatementKind.INCOME, [Q3, Q3_BEFORE], rows), year=2023)
    assert name_at(made, "11") == concept


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


def test_basic_and_diluted_amounts_from_continuing_operations_are_told_by_their_section() -> None:
    lines = """Net sales|$45,192
Cost of sales|40,662
Income from continuing operations|4,530
Loss from discontinued operations|(1,212)
Net income|$3,318
Basic earnings per share of common stock:|
Income from continuing operations|$0.75
Net income|0.55
Diluted earnings per share of common stock:|
Income from continuing operations|$0.74
Net income|0.54"""
    rows = "".join(f"<tr><td>{line.replace('|', '</td><td>')}</td></tr>" for line in lines.split("\n"))
    head = "<tr><td></td><td>Three Months Ended September 30, 2013</td></tr>"
    title = "<p>Consolidated Statements of Income</p><p>(In thousands, except per share data)</p>"
    made = xbrlgen.build(f"<html><body>{title}<table>{head}{rows}</table></body></html>")
    assert name_at(made, "$0.75") == "IncomeLossFromContinuingOperationsPerBasicShare"
    assert name_at(made, "$0.74") == "IncomeLossFromContinuingOperationsPerDilutedShare"


def test_a_part_of_revenue_without_an_axis_in_its_year_is_not_all_revenue() -> None:
    rows = [
        ("Net sales", "18,699"),
        ("Membership fees", "424"),
        ("Total revenues", "19,123"),
        ("Cost of sales", "17,282"),
    ]
    made = filed(statement(INCOME, [Q3], rows), year=2009)
    assert name_at(made, "19,123") == "Revenues"
    assert name_at(made, "18,699") in {"SalesRevenueNet", "SalesRevenueGoodsNet"}


def test_book_value_below_an_income_is_for_the_end_of_the_period() -> None:
    rows = [("Net sales", "18,699"), ("Net income", "2,282"), ("Book value per share", "11.89")]
    made = filed(statement(INCOME, [Q3], rows))
    assert facts_at(made)["11.89"][0].period == Period.instant(date(2013, 9, 30))


def test_other_expenses_added_up_in_operating_expenses_are_operating() -> None:
    rows = [
        ("Revenues", "142,897"),
        ("Operating expenses:",),
        ("Professional fees", "3,430"),
        ("Depreciation and amortization", "3,794"),
        ("Other expenses", "6,559"),
        ("Total operating expenses", "13,783"),
        ("Income before taxes", "129,114"),
    ]
    made = filed(statement(INCOME, [Q3], rows))
    assert name_at(made, "6,559") == "OtherCostAndExpenseOperating"


def test_totals_without_labels_are_told_by_their_sections_and_by_each_other() -> None:
    rows = [
        ("Current assets:",), ("Cash", "3,641"), ("Prepaid expenses", "3,077"), ("", "6,718"),
        ("Property and equipment, net", "21,406"), ("", "28,124"),
        ("Liabilities and shareholders' equity",),
        ("Current liabilities:",),
        ("Accounts payable", "3,869"), ("Accrued liabilities", "1,042"), ("", "4,911"),
        ("Long-term debt", "15,500"), ("", "20,411"),
        ("Shareholders' equity:",), ("Common stock", "7,001"), ("Retained earnings", "712"), ("", "7,713"),
        ("", "28,124"),
    ]  # fmt: skip
    body = "".join(
        f"<tr><td>{label}</td><td>{figures[0] if figures else ''}</td></tr>" for label, *figures in rows
    )
    heads = (
        "<p>Consolidated Balance Sheets (in thousands)</p><table><tr><td></td><td>December 31, 2012</td></tr>"
    )
    made = xbrlgen.build(f"<html><body>{heads}{body}</table></body></html>")
    assert [fact.concept.name.local for fact in facts_at(made)["28,124"]] == [
        "Assets",
        "LiabilitiesAndStockholdersEquity",
    ]
    assert name_at(made, "6,718") == "AssetsCurrent"
    assert name_at(made, "4,911") == "LiabilitiesCurrent"
    assert name_at(made, "20,411") == "Liabilities"
    assert name_at(made, "7,713") == "StockholdersEquity"


def test_a_note_that_a_label_points_at_is_no_part_of_a_name() -> None:
    rows = [("Revenues", "142,897"), ("Shrinkage stope platform costs (Note 3)", "1,124")]
    made = filed(statement(INCOME, [Q3], rows))
    assert name_at(made, "1,124") == "own:ShrinkageStopePlatformCosts"


def test_long_term_debt_that_includes_its_current_portion_is_all_of_it() -> None:
    rows = [
        ("Total assets", "223,982"),
        ("Total current liabilities", "21,066"),
        ("Long-term debt (including current portion of $13,428 and $1,061, respectively)", "133,428"),
    ]
    assert name_at(filed(statement(BALANCE, [NOW], rows), year=2009), "133,428") == "LongTermDebt"
