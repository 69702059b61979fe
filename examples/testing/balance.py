"""A little generator of filings, to be tested: a balance sheet from a few numbers."""

from datetime import date
from decimal import Decimal

from xbrlgen.model import Concept, Entity, Fact, Period, PeriodType, QName, Unit
from xbrlgen.testing.cases import Arc, Case, Network

USD = Unit.of("USD")


def concept(name: str) -> Concept:
    return Concept(QName("ex", name, "http://example.com/2024"), "monetaryItemType", PeriodType.INSTANT)


ASSETS, CASH, OTHER = concept("Assets"), concept("Cash"), concept("OtherAssets")


def balance_sheet(cash: Decimal, other: Decimal, day: date) -> Case:
    """Cash and other assets in thousands, and their total."""
    numbers = {ASSETS: cash + other, CASH: cash, OTHER: other}
    facts = [
        Fact(each.name.local, each, Entity("0001234567"), Period.instant(day), value * 1000, USD, decimals=-3)
        for each, value in numbers.items()
    ]
    return Case(facts, [Network(ASSETS.name, [Arc(CASH.name), Arc(OTHER.name)])])
