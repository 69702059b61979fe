"""What went wrong at first sight on invented releases of trades never seen, each cause by its name."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tests.tagging.inventing import invented, shown
from tests.tagging.test_invented import digits, tagged
from xbrlgen import read
from xbrlgen.proving import prove
from xbrlgen.tagging import tag
from xbrlgen.tagging.known.words import key

Named = dict[str, set[tuple[str, Decimal]]]


def named(where: Path, text: str) -> Named:
    """The concepts and values of the first column of a release told in the words of `inventing`, by label."""
    path = where / "release.txt"
    path.write_text(text, encoding="utf-8")
    release = invented(path)
    found = tagged(tag(prove(read(release.html))))
    listed = (
        (row, found.get((key(row.label), digits(shown(row.printed[0])))))
        for row in release.rows
        if row.printed
    )
    return {row.label: waiting.pop(0) for row, waiting in listed if waiting}


def concepts(named_rows: Named, label: str) -> set[str]:
    return {name for name, _ in named_rows[label]}


OIL = """% Mesa Verde Oil Corporation ; {year} ; 12 ; 12
@ IS ; CONSOLIDATED STATEMENTS OF OPERATIONS
Revenues:
Oil sales ; 410 ; own
Natural gas sales ; 90 ; own
Total revenues ; =^ ; Revenues
Costs and expenses:
Lease operating expenses ; 62 ; own
General and administrative ; 27 ; GeneralAndAdministrativeExpense
Total costs and expenses ; =^ ; CostsAndExpenses
Operating income ; =T1-T2 ; OperatingIncomeLoss
"""


@pytest.mark.parametrize(("year", "concept"), [(2015, "LeaseOperatingExpense"), (2019, "own"), (2024, "own")])
def test_operating_a_lease_of_oil_is_no_operating_lease(tmp_path: Path, year: int, concept: str) -> None:
    assert concepts(named(tmp_path, OIL.format(year=year)), "Lease operating expenses") == {concept}


PARTNERS = """% Osage Pipe Line Partners, L.P. ; 2018 ; 12 ; 12
@ IS ; CONSOLIDATED STATEMENTS OF INCOME
Revenues ; 910 ; Revenues
Operating and maintenance ; 640 ; own
General and administrative ; 38 ; GeneralAndAdministrativeExpense
Total costs and expenses ; =r2+r3 ; CostsAndExpenses
Operating income ; =r1-r4 ; OperatingIncomeLoss
Net income ; =r5 ; NetIncomeLoss
Less: General partner's interest in net income ; 12 ; NetIncomeLossAllocatedToGeneralPartners
Limited partners' interest in net income ; =r6-r7 ; NetIncomeLossAllocatedToLimitedPartners
Cash distribution declared per unit ; 0.79 ; DistributionMadeToLimitedPartnerDistributionsDeclaredPerUnit
@ BS ; CONSOLIDATED BALANCE SHEETS
Cash and cash equivalents ; 18 ; CashAndCashEquivalentsAtCarryingValue
Total current assets ; =^ ; AssetsCurrent
Fixed assets, at cost ; 3610 ; PropertyPlantAndEquipmentGross
Less: Accumulated depreciation ; -790 ; -AccumulatedDepreciation
Net fixed assets ; =^ ; PropertyPlantAndEquipmentNet
Total assets ; =T1+T2 ; Assets
"""


def test_what_the_general_partner_gets_is_taken_off_and_not_lost(tmp_path: Path) -> None:
    rows = named(tmp_path, PARTNERS)
    assert rows["Less: General partner's interest in net income"] == {
        ("NetIncomeLossAllocatedToGeneralPartners", Decimal(12_000_000))
    }


def test_partnerships_pay_distributions_and_own_no_utility(tmp_path: Path) -> None:
    rows = named(tmp_path, PARTNERS)
    assert concepts(rows, "Cash distribution declared per unit") == {
        "DistributionMadeToLimitedPartnerDistributionsDeclaredPerUnit"
    }
    assert concepts(rows, "Operating and maintenance") == {"own"}
    assert concepts(rows, "Net fixed assets") == {"PropertyPlantAndEquipmentNet"}


def of_table(title: str, rows: str, year: int = 2011) -> Named:
    """The concepts and values of the first column of one table: a line is "label ; now ; a year before"."""
    told = [[part.strip() for part in line.split(";")] for line in rows.strip().splitlines()]
    cells = "".join(f"<tr><td>{'</td><td>'.join(row)}</td></tr>" for row in told)
    top = "<tr><td></td><td colspan='2'>Year Ended November 30,</td></tr>"
    top += f"<tr><td></td><td>{year}</td><td>{year - 1}</td></tr>"
    page = f"<p>Cotton Creek Corp.</p><p>{title}</p><p>(in millions)</p><table>{top}{cells}</table>"
    found = tagged(tag(prove(read(f"<html><body>{page}</body></html>".encode()))))
    return {
        label: waiting[0]
        for label, *_ in told
        for (words, _), waiting in found.items()
        if words == key(label)
    }


def test_a_net_loss_in_brackets_is_negative_though_the_year_before_made_a_profit() -> None:
    rows = of_table(
        "CONSOLIDATED STATEMENTS OF OPERATIONS",
        """
        Homebuilding pretax loss ; (23) ; (3)
        Financial services pretax income ; 6 ; 9
        Total pretax loss ; (17) ; 6
        Income tax benefit ; 2 ; 1
        Net loss ; (15) ; 7
        """,
    )
    assert rows["Net loss"] == {("NetIncomeLoss", Decimal(-15_000_000))}
    assert rows["Income tax benefit"] == {("IncomeTaxExpenseBenefit", Decimal(-2_000_000))}


def test_interest_that_is_capitalized_is_positive_among_expenses() -> None:
    rows = of_table(
        "CONSOLIDATED STATEMENTS OF OPERATIONS",
        """
        Operating income ; 170 ; 150
        Other expenses (income): ; ;
        Interest expense ; 48 ; 44
        Capitalized interest ; (3) ; (5)
        Interest income ; (2) ; (4)
        Total other expenses (income) ; 43 ; 35
        Income before income taxes ; 127 ; 115
        """,
    )
    assert {abs(value) for _, value in rows["Capitalized interest"]} == {Decimal(3_000_000)}
    assert {value > 0 for _, value in rows["Capitalized interest"]} == {True}


def test_a_share_of_others_in_brackets_is_positive_where_it_leaves_the_rest() -> None:
    rows = of_table(
        "CONSOLIDATED STATEMENTS OF OPERATIONS",
        """
        Total revenues ; 248 ; 211
        Total operating expenses ; 169 ; 148
        Net income ; 79 ; 63
        Noncontrolling interests: ; ;
        Exchangeable operating units ; (1) ; (1)
        Limited partners' interests in consolidated partnerships ; (2) ; (2)
        Income attributable to noncontrolling interests ; (3) ; (3)
        Net income attributable to the Company ; 76 ; 60
        """,
    )
    share = {("NetIncomeLossAttributableToNoncontrollingInterest", Decimal(3_000_000))}
    assert rows["Income attributable to noncontrolling interests"] == share


OLD = """% Lattice Ridge Systems, Inc. ; {year} ; 9 ; 9
@ IS ; CONDENSED CONSOLIDATED STATEMENTS OF OPERATIONS
Net revenues:
Product ; 310 ; SalesRevenueGoodsNet
Service ; 122 ; SalesRevenueServicesNet
Total net revenues ; =^ ; Revenues
Cost of revenues:
Cost of product ; 118 ; CostOfGoodsSold
Cost of service ; 51 ; CostOfServices
Total cost of revenues ; =^ ; CostOfRevenue
Gross profit ; =T1-T2 ; GrossProfit
"""


def test_product_and_service_have_the_concepts_of_their_day_where_no_member_is(tmp_path: Path) -> None:
    rows = named(tmp_path, OLD.format(year=2009))
    assert concepts(rows, "Product") == {"SalesRevenueGoodsNet"}
    assert concepts(rows, "Service") == {"SalesRevenueServicesNet"}


SHARED = """% Harbor Head Realty Trust ; 2016 ; 12 ; 12
@ IS ; CONSOLIDATED STATEMENTS OF OPERATIONS
Revenues:
Minimum rent ; 182 ; OperatingLeasesIncomeStatementMinimumLeaseRevenue
Recoveries from tenants ; 56 ; TenantReimbursements
Total revenues ; =^ ; Revenues
Operating expenses:
Real estate taxes ; 28 ; RealEstateTaxExpense
General and administrative ; 17 ; GeneralAndAdministrativeExpense
Total operating expenses ; =^ ; CostsAndExpenses
Interest expense ; 31 ; InterestExpense
Income from operations before equity in income of partnerships ; =T1-T2-r7 ; own
Equity in income of partnerships ; 11 ; IncomeLossFromEquityMethodInvestments
Income from operations ; =r8+r9 ; own
Net income ; =r10 ; ProfitLoss
Income attributable to noncontrolling interests ; -3 ; -NetIncomeLossAttributableToNoncontrollingInterest
Net income attributable to the Company ; =r11+r12 ; NetIncomeLoss
"""


def test_what_stands_below_a_result_before_something_is_no_operating_income(tmp_path: Path) -> None:
    assert "OperatingIncomeLoss" not in concepts(named(tmp_path, SHARED), "Income from operations")


def test_depreciation_of_real_estate_held_to_let_is_not_that_of_plant(tmp_path: Path) -> None:
    text = """% Harbor Head Realty Trust ; 2016 ; 12 ; 12
@ BS ; CONSOLIDATED BALANCE SHEETS
Assets
Real estate investments at cost:
Land ; 1020 ; Land
Buildings and improvements ; 2140 ; InvestmentBuildingAndBuildingImprovements
Real estate investments at cost ; =^ ; RealEstateInvestmentPropertyAtCost
Less: accumulated depreciation ; 640 ; RealEstateInvestmentPropertyAccumulatedDepreciation
Real estate investments, net ; =T1-^ ; RealEstateInvestmentPropertyNet
Cash and cash equivalents ; 19 ; CashAndCashEquivalentsAtCarryingValue
Total assets ; =T2+^ ; Assets
"""
    rows = named(tmp_path, text)
    assert concepts(rows, "Less: accumulated depreciation") == {
        "RealEstateInvestmentPropertyAccumulatedDepreciation"
    }


FLEET = """% Aurelia Head Carriers Limited ; 2020 ; 12 ; 12
@ BS ; CONSOLIDATED BALANCE SHEETS
Cash and cash equivalents ; 138 ; CashAndCashEquivalentsAtCarryingValue
Total current assets ; =^ ; AssetsCurrent
Vessels, net of accumulated depreciation of $290 ; 1100 ; PropertyPlantAndEquipmentNet
Fixed assets, net ; 6 ; PropertyPlantAndEquipmentNet
Total assets ; =T1+^ ; Assets
"""


def test_another_row_net_of_depreciation_makes_no_row_gross(tmp_path: Path) -> None:
    assert "PropertyPlantAndEquipmentGross" not in concepts(named(tmp_path, FLEET), "Fixed assets, net")


def test_equity_is_of_the_company_though_others_may_have_their_shares_redeemed(tmp_path: Path) -> None:
    text = """% Bluegrass Ridge Hospitals, Inc. ; 2012 ; 12 ; 12
@ BS ; CONSOLIDATED BALANCE SHEETS
Total liabilities ; 581 ; Liabilities
Redeemable noncontrolling interests in equity of consolidated subsidiaries ; 370 ; own
Common stock, $.01 par value per share ; 1 ; CommonStockValue
Retained earnings ; 1720 ; RetainedEarningsAccumulatedDeficit
Total Bluegrass Ridge Hospitals, Inc. stockholders' equity ; =r3+r4 ; StockholdersEquity
Noncontrolling interests in equity of consolidated subsidiaries ; 210 ; MinorityInterest
Total equity ; =r5+r6 ; StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest
Total liabilities and equity ; =r1+r2+r7 ; LiabilitiesAndStockholdersEquity
"""
    rows = named(tmp_path, text)
    assert concepts(rows, "Total Bluegrass Ridge Hospitals, Inc. stockholders' equity") == {
        "StockholdersEquity"
    }


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("Total shareholder's equity", "Total shareholders' equity"),
        ("General partner's interest", "General partners' interest"),
        ("Member’s deficit", "Members' deficit"),
    ],
)
def test_one_owner_is_called_as_many_are(one: str, many: str) -> None:
    assert key(one) == key(many)


def test_cash_with_restricted_cash_is_never_called_cash_without(tmp_path: Path) -> None:
    text = """% Caprock Ridge Corporation ; 2019 ; 12 ; 12
@ CF ; CONSOLIDATED STATEMENTS OF CASH FLOWS
Net cash provided by operating activities ; 90 ; NetCashProvidedByUsedInOperatingActivities
Net cash used in investing activities ; -40 ; NetCashProvidedByUsedInInvestingActivities
Net increase in cash, cash equivalents and restricted cash ; =^ ; own
Cash, cash equivalents and restricted cash at beginning of year ; 61 ; own
Cash, cash equivalents and restricted cash at end of year ; =T1+^ ; own
"""
    rows = named(tmp_path, text)
    assert "CashAndCashEquivalentsAtCarryingValue" not in {
        name for names in rows.values() for name, _ in names
    }


@pytest.mark.parametrize(
    "label", ["4.25% senior notes due 2029", "Percentage rent", "6 % convertible debentures"]
)
def test_an_amount_named_after_a_rate_is_no_rate(label: str) -> None:
    rows = of_table(
        "CONSOLIDATED STATEMENTS OF OPERATIONS",
        f"""
        Minimum rent ; 182 ; 173
        {label} ; 3 ; 2
        Total revenues ; 185 ; 175
        Net income ; 165 ; 156
        """,
    )
    assert Decimal("0.03") not in {value for _, value in rows[label]}
