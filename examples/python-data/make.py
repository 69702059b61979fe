"""A filing from numbers that a program has: no release, no template.

    python make.py

The figures are of an invented company. Concepts come from the us-gaap taxonomy of 2024 and, where that has
none, from the company itself. The page is laid out by the taxonomy's own statements.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import xbrlgen
from xbrlgen import Concept, Entity, Fact, Period, QName, Report, Unit
from xbrlgen.model import PeriodType
from xbrlgen.taxonomy import Taxonomy
from xbrlgen.writing import filing_from_report

GAAP, DEI = Taxonomy.of("us-gaap", 2024), Taxonomy.of("dei", 2024)
COMPANY = Entity("0001234567")
YEAR = Period.duration(date(2024, 1, 1), date(2024, 12, 31))
CLOSE = Period.instant(date(2024, 12, 31))
USD, SHARES, PER_SHARE = Unit.of("USD"), Unit.of("shares"), Unit.of("USD/shares")

# In thousands of dollars.
INCOME = {
    "Revenues": 48_210,
    "CostOfRevenue": 19_304,
    "GrossProfit": 28_906,
    "OperatingExpenses": 21_118,
    "OperatingIncomeLoss": 7_788,
    "IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest": 7_788,
    "IncomeTaxExpenseBenefit": 1_713,
    "NetIncomeLoss": 6_075,
}
BALANCE = {
    "AssetsCurrent": 31_400,
    "AssetsNoncurrent": 12_950,
    "Assets": 44_350,
    "LiabilitiesCurrent": 9_870,
    "LiabilitiesNoncurrent": 4_480,
    "Liabilities": 14_350,
    "StockholdersEquity": 30_000,
    "LiabilitiesAndStockholdersEquity": 44_350,
}
COVER = {
    "DocumentType": "10-K",
    "DocumentPeriodEndDate": "2024-12-31",
    "EntityRegistrantName": "Acme Workshops, Inc.",
    "EntityCentralIndexKey": "0001234567",
    "AmendmentFlag": "false",
}
WORKSHOPS = Concept(
    QName("acme", "NumberOfWorkshops", "http://acme.example/20241231"),
    "integerItemType",
    PeriodType.INSTANT,
    label="Number of workshops",
)


def thousands(name: str, number: int, period: Period) -> Fact:
    """One amount, known to the thousand."""
    return Fact(name, GAAP.require(name), COMPANY, period, Decimal(number) * 1000, USD, decimals=-3)


def report() -> Report:
    """All facts; whatever can't be, such as shares of money, is refused here."""
    return Report(
        (
            *(Fact(name, DEI.require(name), COMPANY, YEAR, text) for name, text in COVER.items()),
            *(thousands(name, number, YEAR) for name, number in INCOME.items()),
            *(thousands(name, number, CLOSE) for name, number in BALANCE.items()),
            Fact(
                "eps",
                GAAP.require("EarningsPerShareBasic"),
                COMPANY,
                YEAR,
                Decimal("0.81"),
                PER_SHARE,
                decimals=2,
            ),
            Fact(
                "shares",
                GAAP.require("WeightedAverageNumberOfSharesOutstandingBasic"),
                COMPANY,
                YEAR,
                Decimal(7_500_000),
                SHARES,
                decimals=-3,
            ),
            Fact("workshops", WORKSHOPS, COMPANY, CLOSE, Decimal(12), Unit.of("pure")),
        )
    )


def main() -> None:
    """Write the filing and have it judged."""
    filing = filing_from_report(report(), prefix="acme", title="Acme Workshops: the year 2024 in figures")
    written = filing.write("out", force=True)
    validation = xbrlgen.validate("out/acme-20241231.htm")
    print(f"{len(filing.report.facts)} facts in {len(written.paths)} files")
    for report_judged in validation.reports:
        for checked in report_judged.coverage:
            print(f"{checked.checked} sums checked, {checked.consistent} consistent")
    for finding in validation.findings:
        print(f"{finding.severity.name.lower()}: {finding.message}")
    print("clean" if validation.is_clean else "not clean")


if __name__ == "__main__":
    main()
