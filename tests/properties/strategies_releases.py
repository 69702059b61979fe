"""Random face statements, as what they mean: columns of periods, and rows of labels and values."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from attrs import frozen
from hypothesis import strategies as st

from xbrlgen.calendars import month_end
from xbrlgen.model import Period
from xbrlgen.reading.statement import StatementKind

LENGTHS = {3: "Three", 6: "Six", 9: "Nine", 12: "Twelve"}
SCALES = {0: "In dollars", 3: "In thousands", 6: "In millions"}


@frozen
class PrintedRow:
    """A row as it is to be printed; a heading has no numbers, a None leaves its cell empty."""

    label: str
    numbers: tuple[Decimal | None, ...] = ()
    places: int = 0
    unit: str = "USD"
    indent: int = 0


@frozen
class PrintedStatement:
    """A statement as it is to be printed, with what it means."""

    kind: StatementKind
    title: str
    periods: tuple[Period, ...]
    months: tuple[int, ...]
    rows: tuple[PrintedRow, ...]
    scale: int
    shares_scale: int = 0

    @property
    def unit_line(self) -> str:
        """What is printed over the table about its units."""
        if self.kind is not StatementKind.INCOME:
            return f"({SCALES[self.scale]})"
        shares = "share and per share data" if self.shares_scale == 0 else "per share data"
        return f"({SCALES[self.scale]}, except {shares})"

    def value(self, row: PrintedRow, column: int) -> Decimal | None:
        """The number of a cell at full size."""
        number = row.numbers[column]
        scale = {"USD": self.scale, "shares": self.shares_scale}.get(row.unit, 0)
        return None if number is None else number.scaleb(scale)


def duration(year: int, month: int, months: int) -> Period:
    """The months that end with a month."""
    return Period.duration(month_end(year, month - months) + timedelta(days=1), month_end(year, month))


@st.composite
def flow_columns(draw: st.DrawFn) -> tuple[tuple[Period, ...], tuple[int, ...]]:
    """Periods of an income statement and their lengths: quarters, then year to date, newest first or last."""
    year, month = draw(st.integers(1996, 2034)), draw(st.sampled_from([3, 6, 9, 12]))
    ends = draw(st.sampled_from([(0, 1), (1, 0)]))
    blocks = [3] if month == 3 else draw(st.sampled_from([[3], [3, month], [month, 3]]))
    pairs = [(duration(year - back, month, months), months) for months in blocks for back in ends]
    return tuple(period for period, _ in pairs), tuple(months for _, months in pairs)


OPERATING = (
    "Research and development", "Selling, general and administrative", "Amortization of intangible assets",
    "Restructuring charges",
)  # fmt: skip
amounts = st.integers(-99_999, 999_999).map(Decimal)
positive = st.integers(1_000, 999_999).map(Decimal)


@st.composite
def income_statements(draw: st.DrawFn) -> PrintedStatement:
    """An income statement whose amounts per share are those of its own net income and shares."""
    periods, months = draw(flow_columns())
    width = len(periods)
    scale = draw(st.sampled_from([0, 3, 6]))
    shares_scale = draw(st.sampled_from([0, scale]))

    def line(label: str, *, indent: int = 0, of: st.SearchStrategy[Decimal] = amounts) -> PrintedRow:
        return PrintedRow(label, tuple(draw(of) for _ in range(width)), indent=indent)

    net = tuple(draw(positive) * draw(st.sampled_from([1, -1])) for _ in range(width))
    whole = tuple(
        max(abs(number.scaleb(scale) / draw(st.integers(1, 40))), Decimal(2_000_000)) for number in net
    )
    shares = tuple(max(count.scaleb(-shares_scale).quantize(Decimal(1)), Decimal(150)) for count in whole)
    per_share = tuple(
        (number.scaleb(scale) / count.scaleb(shares_scale)).quantize(Decimal("0.01"))
        for number, count in zip(net, shares, strict=True)
    )
    chosen = draw(st.lists(st.sampled_from(OPERATING), min_size=1, unique=True))
    rows = (
        PrintedRow("Revenues:"),
        line("Products", indent=1, of=positive),
        line("Services", indent=1, of=positive),
        line("Total revenues", indent=1, of=positive),
        line("Cost of revenues", of=positive),
        line("Gross profit"),
        PrintedRow("Operating expenses:"),
        *(line(label, indent=1) for label in chosen),
        line("Total operating expenses", indent=1),
        line("Operating income (loss)"),
        line("Income (loss) before income taxes"),
        line("Provision for (benefit from) income taxes"),
        PrintedRow("Net income (loss)", net),
        PrintedRow("Net income (loss) per share:"),
        PrintedRow("Basic", per_share, 2, "USD/shares", 1),
        PrintedRow("Diluted", per_share, 2, "USD/shares", 1),
        PrintedRow("Weighted average shares outstanding:"),
        PrintedRow("Basic", shares, 0, "shares", 1),
        PrintedRow("Diluted", shares, 0, "shares", 1),
    )
    title = draw(
        st.sampled_from(["Consolidated Statements of Operations", "CONSOLIDATED STATEMENTS OF INCOME"])
    )
    return PrintedStatement(StatementKind.INCOME, title, periods, months, rows, scale, shares_scale)


@st.composite
def balance_sheets(draw: st.DrawFn) -> PrintedStatement:
    """A balance sheet of two dates, with holes and dashes here and there."""
    year, month = draw(st.integers(1996, 2034)), draw(st.sampled_from([3, 6, 9]))
    periods = (Period.instant(month_end(year, month)), Period.instant(month_end(year - 1, 12)))

    def line(label: str, *, indent: int = 0) -> PrintedRow:
        return PrintedRow(label, tuple(draw(amounts) for _ in periods), indent=indent)

    rows = (
        PrintedRow("ASSETS"),
        PrintedRow("Current assets:"),
        line("Cash and cash equivalents", indent=1),
        PrintedRow("Short-term investments", (draw(amounts), Decimal(0)), indent=1),
        line("Accounts receivable, net", indent=1),
        line("Total current assets", indent=1),
        line("Property and equipment, net"),
        line("Goodwill"),
        line("Total assets"),
        PrintedRow("LIABILITIES AND STOCKHOLDERS' EQUITY"),
        PrintedRow("Current liabilities:"),
        line("Accounts payable", indent=1),
        PrintedRow("Current portion of debt", (None, draw(amounts)), indent=1),
        line("Total current liabilities", indent=1),
        line("Total liabilities"),
        line("Common stock"),
        line("Retained earnings (accumulated deficit)"),
        line("Total stockholders' equity"),
        line("Total liabilities and stockholders' equity"),
    )
    scale = draw(st.sampled_from([3, 6]))
    return PrintedStatement(
        StatementKind.BALANCE, "Condensed Consolidated Balance Sheets", periods, (), rows, scale
    )


statements = st.one_of(income_statements(), balance_sheets())
