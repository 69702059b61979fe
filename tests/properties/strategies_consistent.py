"""Random releases whose arithmetic holds.

Amounts are drawn exact and rounded when printed, each by itself, as issuers round: a printed total may differ
from the sum of its printed parts by what rounding allows, and by no more.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from attrs import frozen
from hypothesis import strategies as st

from tests.proving.building import (
    NINE,
    NINE_BEFORE,
    NOW,
    Q3,
    Q3_BEFORE,
    YEAR_END,
    Printed,
    document,
    mention,
    statement,
)
from xbrlgen.reading.document import Document
from xbrlgen.reading.statement import StatementKind

Values = list[Decimal]
Parts = dict[str, Values]

FOUR = (Q3, Q3_BEFORE, NINE, NINE_BEFORE)
OPERATING = ("Sales and marketing", "Research and development", "General and administrative", "Restructuring")
ADJUSTMENTS = ("Depreciation", "Deferred income taxes", "Loss on disposal of assets", "Other noncash items")
WORKING = ("Accounts receivable", "Inventories", "Accounts payable", "Deferred revenue")
INVESTING = ("Purchases of property and equipment", "Proceeds from sales of investments", "Acquisitions")
FINANCING = ("Proceeds from issuance of debt", "Repurchases of common stock", "Dividends paid")
ASSETS = ("Accounts receivable, net", "Inventories, net", "Prepaid expenses", "Other current assets")
FIXED = ("Property and equipment, net", "Goodwill", "Intangible assets, net", "Other assets")
LIABILITIES = ("Accounts payable", "Accrued liabilities", "Deferred revenue", "Current portion of debt")
LONG = ("Long-term debt", "Deferred tax liabilities", "Other liabilities")


def printed(value: Decimal, places: int = 0) -> str:
    """A number as statements print it: grouped, negative in brackets, a dash for nil."""
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    if not rounded:
        return "-"
    text = f"{abs(rounded):,.{places}f}"
    return f"({text})" if rounded < 0 else text


def total(parts: Parts) -> Values:
    """The sums of the columns."""
    return add(*parts.values())


def add(*rows: Sequence[Decimal]) -> Values:
    """The sums of rows."""
    return [sum(column, Decimal(0)) for column in zip(*rows, strict=True)]


def less(first: Sequence[Decimal], second: Sequence[Decimal]) -> Values:
    """The differences of two rows."""
    return [a - b for a, b in zip(first, second, strict=True)]


@frozen
class Maker:
    """Draws the amounts of one release in its size, and prints them with its decimal places."""

    draw: st.DrawFn
    places: int
    size: int

    def values(self, low: int, high: int, columns: int) -> Values:
        """Exact amounts in hundredths of the size of the release, three places finer than printed."""
        parts = st.integers(low * self.size * 10, high * self.size * 10)
        return [Decimal(self.draw(parts)).scaleb(-3 - self.places) for _ in range(columns)]

    def parts(self, names: Sequence[str], low: int, high: int, columns: int) -> Parts:
        """Amounts for some of the names."""
        count = self.draw(st.integers(2, len(names)))
        return {name: self.values(low, high, columns) for name in names[:count]}

    def row(self, name: str, values: Sequence[Decimal]) -> Printed:
        """A row as it is printed."""
        return (name, *(printed(value, self.places) for value in values))

    def rows(self, parts: Parts) -> list[Printed]:
        """Rows as they are printed."""
        return [self.row(name, values) for name, values in parts.items()]


@frozen
class Income:
    """An income statement, and what the other statements take from it."""

    revenue: Values
    net: Values
    rows: list[Printed]


def income(maker: Maker) -> Income:
    """From revenue to the income a share."""
    revenue, cost = maker.values(900, 1000, 4), maker.values(300, 400, 4)
    expenses = maker.parts(OPERATING, 50, 120, 4)
    gross = less(revenue, cost)
    operating = less(gross, total(expenses))
    other = maker.values(-40, 40, 4)
    pretax = add(operating, other)
    tax = maker.values(-20, 60, 4)
    net = less(pretax, tax)
    rows = [
        maker.row("Revenue", revenue),
        maker.row("Cost of revenue", cost),
        maker.row("Gross profit", gross),
        ("Operating expenses:",),
        *maker.rows(expenses),
        maker.row("Total operating expenses", total(expenses)),
        ("end:",),
        maker.row("Income (loss) from operations", operating),
        maker.row("Other income (expense), net", other),
        maker.row("Income (loss) before income taxes", pretax),
        maker.row("Provision for (benefit from) income taxes", tax),
        maker.row("Net income (loss)", net),
        *per_share_rows(maker, net),
    ]
    return Income(revenue, net, rows)


def per_share_rows(maker: Maker, net: Values) -> list[Printed]:
    """The income a share, and the shares."""
    shares = [Decimal(maker.draw(st.integers(20_000_000, 90_000_000))) for _ in net]
    per_share = [amount * 1000 / count for amount, count in zip(net, shares, strict=True)]
    return [
        ("eps|Net income (loss) per share, basic", *(printed(value, 2) for value in per_share)),
        ("shares|Weighted-average shares, basic", *(printed(value) for value in shares)),
    ]


def reconciliation_rows(maker: Maker, net: Values, compensation: Values) -> list[Printed]:
    """From net income to the measure that no standard defines."""
    amortization = maker.values(5, 20, 4)
    return [
        maker.row("GAAP net income (loss)", net),
        maker.row("Stock-based compensation", compensation),
        maker.row("Amortization of acquired intangibles", amortization),
        maker.row("Non-GAAP net income", add(net, compensation, amortization)),
    ]


@frozen
class Flow:
    """A cash flow statement, and the cash at the start and the end of its first column."""

    cash: Values
    rows: list[Printed]


def cash_flow(maker: Maker, net: Values, stock: Values) -> Flow:
    """From net income to the cash at the end."""
    adjustments = maker.parts(ADJUSTMENTS, -60, 60, 2)
    working = maker.parts(WORKING, -60, 60, 2)
    invested = maker.parts(INVESTING, -200, 100, 2)
    financed = maker.parts(FINANCING, -100, 100, 2)
    operated = add(net, stock, total(adjustments), total(working))
    change = add(operated, total(invested), total(financed))
    begin = maker.values(1000, 1500, 2)
    end = add(begin, change)
    rows = [
        ("Cash flows from operating activities:",),
        maker.row("Net income (loss)", net),
        maker.row("Stock-based compensation", stock),
        *maker.rows(adjustments),
        ("  Changes in operating assets and liabilities:",),
        *maker.rows(working),
        maker.row("Net cash provided by operating activities", operated),
        ("Cash flows from investing activities:",),
        *maker.rows(invested),
        maker.row("Net cash used in investing activities", total(invested)),
        ("Cash flows from financing activities:",),
        *maker.rows(financed),
        maker.row("Net cash provided by financing activities", total(financed)),
        ("end:",),
        maker.row("Net change in cash and cash equivalents", change),
        maker.row("Cash and cash equivalents at beginning of period", begin),
        maker.row("Cash and cash equivalents at end of period", end),
    ]
    return Flow([end[0], begin[0]], rows)


def balance_rows(maker: Maker, cash: Values) -> list[Printed]:
    """A balance sheet with this cash."""
    current = {"Cash and cash equivalents": cash} | maker.parts(ASSETS, 100, 300, 2)
    fixed = maker.parts(FIXED, 100, 600, 2)
    assets = add(total(current), total(fixed))
    owed = maker.parts(LIABILITIES, 50, 200, 2)
    long = maker.parts(LONG, 50, 300, 2)
    liabilities = add(total(owed), total(long))
    return [
        ("Current assets:",),
        *maker.rows(current),
        maker.row("Total current assets", total(current)),
        ("end:",),
        *maker.rows(fixed),
        maker.row("Total assets", assets),
        ("Current liabilities:",),
        *maker.rows(owed),
        maker.row("Total current liabilities", total(owed)),
        ("end:",),
        *maker.rows(long),
        maker.row("Total liabilities", liabilities),
        maker.row("Total stockholders' equity", less(assets, liabilities)),
        maker.row("Total liabilities and stockholders' equity", assets),
    ]


@st.composite
def releases(draw: st.DrawFn, sizes: tuple[int, ...] = (10, 100, 1_000, 10_000, 100_000)) -> Document:
    """A consistent release: the usual statements, and a sentence on its revenue."""
    maker = Maker(draw, draw(st.sampled_from([0, 0, 0, 1])), draw(st.sampled_from(sizes)))
    earned = income(maker)
    by_line = maker.parts(("Cost of revenue", *OPERATING), 5, 20, 4)
    stock = total(by_line)
    flow = cash_flow(maker, earned.net[2:], stock[2:])
    reconciled = reconciliation_rows(maker, earned.net, stock)
    return document(
        statement(StatementKind.INCOME, FOUR, earned.rows),
        statement(StatementKind.BALANCE, (NOW, YEAR_END), balance_rows(maker, flow.cash), index=1),
        statement(StatementKind.CASH_FLOW, (NINE, NINE_BEFORE), flow.rows, index=2),
        statement(StatementKind.RECONCILIATION, FOUR, reconciled, index=3),
        statement(
            StatementKind.STOCK_COMPENSATION, FOUR, [*maker.rows(by_line), maker.row("Total", stock)], index=4
        ),
        mentions=[mention(f"${printed(earned.revenue[0] / 1000, 1)}", "Revenue", Q3)],
    )
