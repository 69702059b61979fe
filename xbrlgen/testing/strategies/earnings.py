"""Strategies for earnings releases whose arithmetic holds, as far as rounding lets it.

Amounts are drawn exact and rounded when printed, each by itself, as issuers round: a printed total may differ
from the sum of its printed parts by what rounding allows, and by no more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from attrs import frozen
from hypothesis import strategies as st

from xbrlgen.calendars import month_end
from xbrlgen.model import Period
from xbrlgen.testing.strategies.earnings_words import (
    ADJUSTMENTS,
    ASSETS,
    FINANCING,
    FIXED,
    INVESTING,
    LIABILITIES,
    LONG,
    OPERATING,
    WORKING,
)
from xbrlgen.testing.tables import Earnings, Line, Table, heading_of

Values = list[Decimal]
Parts = dict[str, Values]

SIZES: Final = (10, 100, 1_000, 10_000, 100_000)
"""About how many units the smaller amounts of a release have: in small ones rounding matters most."""

LARGE: Final = (1_000, 10_000, 100_000)
"""The sizes in which damage to a figure stands out from what rounding allows."""


def as_printed(value: Decimal, places: int = 0) -> str:
    """A number as statements print it: grouped, negative in brackets, a dash for nil.

    >>> as_printed(Decimal("-1301.4")), as_printed(Decimal("0.2"))
    ('(1,301)', '-')
    """
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    if not rounded:
        return "-"
    text = f"{abs(rounded):,.{places}f}"
    return f"({text})" if rounded < 0 else text


def _total(parts: Mapping[str, Values]) -> Values:
    return _add(*parts.values())


def _add(*rows: Sequence[Decimal]) -> Values:
    return [sum(column, Decimal(0)) for column in zip(*rows, strict=True)]


def _less(first: Sequence[Decimal], second: Sequence[Decimal]) -> Values:
    return [a - b for a, b in zip(first, second, strict=True)]


@frozen
class _Maker:
    """Draws the amounts of one release in its size, and prints them with its decimal places."""

    draw: st.DrawFn
    places: int
    size: int

    def values(self, low: int, high: int, columns: int) -> Values:
        """Exact amounts in hundredths of the size of the release, three places finer than printed."""
        parts = st.integers(low * self.size * 10, high * self.size * 10)
        return [Decimal(self.draw(parts)).scaleb(-3 - self.places) for _ in range(columns)]

    def parts(self, names: Sequence[str], low: int, high: int, columns: int) -> Parts:
        """Amounts for some of the names; those of the last may be nil in some columns."""
        count = self.draw(st.integers(2, len(names)))
        made = {name: self.values(low, high, columns) for name in names[:count]}
        if count > 2:
            none = self.draw(st.sampled_from((0, 0, 1, 2, 3)))
            last = made[names[count - 1]]
            made[names[count - 1]] = [
                Decimal(0) if none >> c % 2 & 1 else value for c, value in enumerate(last)
            ]
        return made

    def line(self, name: str, values: Sequence[Decimal], depth: int = 0) -> Line:
        """A row as it is printed."""
        return Line(name, tuple(as_printed(value, self.places) for value in values), depth)

    def lines(self, parts: Mapping[str, Values], depth: int) -> list[Line]:
        """Rows as they are printed."""
        return [self.line(name, values, depth) for name, values in parts.items()]


@frozen
class _Income:
    """An income statement, and what the other statements take from it."""

    revenue: Values
    net: Values
    lines: list[Line]


def _income(maker: _Maker) -> _Income:
    """From revenue to the income a share."""
    revenue, cost = maker.values(900, 1000, 4), maker.values(300, 400, 4)
    expenses = maker.parts(OPERATING, 50, 120, 4)
    gross = _less(revenue, cost)
    operating = _less(gross, _total(expenses))
    other, tax = maker.values(-40, 40, 4), maker.values(-20, 60, 4)
    pretax = _add(operating, other)
    net = _less(pretax, tax)
    lines = [
        maker.line("Revenue", revenue),
        maker.line("Cost of revenue", cost),
        maker.line("Gross profit", gross),
        Line("Operating expenses:"),
        *maker.lines(expenses, 1),
        maker.line("Total operating expenses", _total(expenses), 1),
        maker.line("Income (loss) from operations", operating),
        maker.line("Other income (expense), net", other),
        maker.line("Income (loss) before income taxes", pretax),
        maker.line("Provision for (benefit from) income taxes", tax),
        maker.line("Net income (loss)", net),
        *_per_share(maker, net),
    ]
    return _Income(revenue, net, lines)


def _per_share(maker: _Maker, net: Values) -> list[Line]:
    """The income a share, and the shares."""
    shares = [Decimal(maker.draw(st.integers(20_000_000, 90_000_000))) for _ in net]
    per_share = [amount * 1000 / count for amount, count in zip(net, shares, strict=True)]
    return [
        Line(
            "Net income (loss) per share, basic",
            tuple(as_printed(value, 2) for value in per_share),
            kind="per share",
        ),
        Line("Weighted-average shares, basic", tuple(map(as_printed, shares)), kind="shares"),
    ]


def _reconciliation(maker: _Maker, net: Values, compensation: Values) -> list[Line]:
    """From net income to the measure that no standard defines."""
    amortization = maker.values(5, 20, 4)
    return [
        maker.line("GAAP net income (loss)", net),
        maker.line("Stock-based compensation", compensation),
        maker.line("Amortization of acquired intangibles", amortization),
        maker.line("Non-GAAP net income", _add(net, compensation, amortization)),
    ]


@frozen
class _Flow:
    """A cash flow statement, and the cash at the end and the start of its first column."""

    cash: Values
    lines: list[Line]


def _cash_flow(maker: _Maker, net: Values, stock: Values) -> _Flow:
    """From net income to the cash at the end."""
    adjustments = maker.parts(ADJUSTMENTS, -60, 60, 2)
    working = maker.parts(WORKING, -60, 60, 2)
    invested = maker.parts(INVESTING, -200, 100, 2)
    financed = maker.parts(FINANCING, -100, 100, 2)
    operated = _add(net, stock, _total(adjustments), _total(working))
    change = _add(operated, _total(invested), _total(financed))
    begin = maker.values(1000, 1500, 2)
    end = _add(begin, change)
    lines = [
        Line("Cash flows from operating activities:"),
        maker.line("Net income (loss)", net, 1),
        maker.line("Stock-based compensation", stock, 1),
        *maker.lines(adjustments, 1),
        Line("Changes in operating assets and liabilities:", depth=1),
        *maker.lines(working, 2),
        maker.line("Net cash provided by operating activities", operated, 1),
        Line("Cash flows from investing activities:"),
        *maker.lines(invested, 1),
        maker.line("Net cash used in investing activities", _total(invested), 1),
        Line("Cash flows from financing activities:"),
        *maker.lines(financed, 1),
        maker.line("Net cash provided by financing activities", _total(financed), 1),
        maker.line("Net change in cash and cash equivalents", change),
        maker.line("Cash and cash equivalents at beginning of period", begin),
        maker.line("Cash and cash equivalents at end of period", end),
    ]
    return _Flow([end[0], begin[0]], lines)


def _balance(maker: _Maker, cash: Values) -> list[Line]:
    """A balance sheet with this cash."""
    current = {"Cash and cash equivalents": cash} | maker.parts(ASSETS, 100, 300, 2)
    fixed = maker.parts(FIXED, 100, 600, 2)
    assets = _add(_total(current), _total(fixed))
    owed = maker.parts(LIABILITIES, 50, 200, 2)
    long = maker.parts(LONG, 50, 300, 2)
    liabilities = _add(_total(owed), _total(long))
    return [
        Line("Current assets:"),
        *maker.lines(current, 1),
        maker.line("Total current assets", _total(current), 1),
        *maker.lines(fixed, 0),
        maker.line("Total assets", assets),
        Line("Current liabilities:"),
        *maker.lines(owed, 1),
        maker.line("Total current liabilities", _total(owed), 1),
        *maker.lines(long, 0),
        maker.line("Total liabilities", liabilities),
        maker.line("Total stockholders' equity", _less(assets, liabilities)),
        maker.line("Total liabilities and stockholders' equity", assets),
    ]


@frozen
class _Times:
    """The periods of a release: quarter and year to date, each with that of the year before."""

    four: tuple[Period, ...]
    two: tuple[Period, ...]
    days: tuple[Period, ...]


def _times(year: int, month: int) -> _Times:
    quarter, before = _months(year, month, 3), _months(year - 1, month, 3)
    whole, whole_before = _months(year, month, month), _months(year - 1, month, month)
    days = (Period.instant(month_end(year, month)), Period.instant(date(year - 1, 12, 31)))
    return _Times((quarter, before, whole, whole_before), (whole, whole_before), days)


def _months(year: int, month: int, count: int) -> Period:
    """So many months that end with a month."""
    return Period.duration(month_end(year, month - count) + timedelta(days=1), month_end(year, month))


@st.composite
def earnings(draw: st.DrawFn, *, sizes: Sequence[int] = SIZES) -> Earnings:
    """A consistent release: the usual statements, and a sentence on its revenue.

    ``sizes`` are about how many units its smaller amounts have.
    """
    maker = _Maker(draw, draw(st.sampled_from([0, 0, 0, 1])), draw(st.sampled_from(sizes)))
    times = _times(draw(st.integers(2005, 2030)), draw(st.sampled_from([6, 9])))
    earned = _income(maker)
    by_line = maker.parts(("Cost of revenue", *OPERATING), 5, 20, 4)
    stock = _total(by_line)
    flow = _cash_flow(maker, earned.net[2:], stock[2:])
    reconciled = _reconciliation(maker, earned.net, stock)
    charged = [*maker.lines(by_line, 0), maker.line("Total stock-based compensation", stock)]
    shares = "(In thousands, except share and per share data, unaudited)"
    plain = "(In thousands, unaudited)"
    tables = (
        _table("Consolidated Statements of Operations", shares, times.four, earned.lines),
        _table("Consolidated Balance Sheets", plain, times.days, _balance(maker, flow.cash)),
        _table("Consolidated Statements of Cash Flows", plain, times.two, flow.lines),
        _table("Reconciliation of GAAP to Non-GAAP Net Income", plain, times.four, reconciled),
        _table("Stock-Based Compensation Expense", plain, times.four, charged),
    )
    return Earnings(tables, (_sentence(earned, times),))


def _table(title: str, unit: str, periods: tuple[Period, ...], lines: Sequence[Line]) -> Table:
    return Table(title, unit, periods, tuple(lines))


def _sentence(earned: _Income, times: _Times) -> str:
    """What is said of the revenue of the quarter."""
    span, day = heading_of(times.four[0])
    millions = as_printed(earned.revenue[0] / 1000, 1)
    return f"Revenue for the {span.lower()} {day} was ${millions} million."
