"""Random releases whose arithmetic holds, and damage done to one figure of them.

Amounts are drawn exact and rounded when printed, each by itself, as issuers round: a printed total may differ
from the sum of its printed parts by what rounding allows, and by no more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from attrs import evolve, field, frozen
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
from xbrlgen.figures import parse_figure
from xbrlgen.proving.identity import Ref
from xbrlgen.reading.document import Document
from xbrlgen.reading.statement import Entry, StatementKind

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


@frozen
class Draw:
    """Hypothesis's draw with the sizes of one release."""

    draw: Callable[[st.SearchStrategy[int]], int]
    places: int
    size: int

    def amount(self, low: int, high: int) -> Decimal:
        """An exact amount in hundredths of the size of the release, three places finer than printed."""
        parts = self.draw(st.integers(low * self.size * 10, high * self.size * 10))
        return Decimal(parts).scaleb(-3 - self.places)

    def amounts(self, names: Sequence[str], low: int, high: int, columns: int) -> dict[str, list[Decimal]]:
        """Amounts for some of the names."""
        count = self.draw(st.integers(2, len(names)))
        return {name: [self.amount(low, high) for _ in range(columns)] for name in names[:count]}


def total(parts: dict[str, list[Decimal]]) -> list[Decimal]:
    """The sums of the columns."""
    return [sum(column, Decimal(0)) for column in zip(*parts.values(), strict=True)]


def add(*rows: Sequence[Decimal]) -> list[Decimal]:
    """The sums of rows."""
    return [sum(column, Decimal(0)) for column in zip(*rows, strict=True)]


def less(first: Sequence[Decimal], second: Sequence[Decimal]) -> list[Decimal]:
    """The differences of two rows."""
    return [a - b for a, b in zip(first, second, strict=True)]


@st.composite
def releases(draw: st.DrawFn, sizes: tuple[int, ...] = (10, 100, 1_000, 10_000, 100_000)) -> Document:
    """A consistent release: the usual statements, and a sentence on its revenue."""
    places = draw(st.sampled_from([0, 0, 0, 1]))
    maker = Draw(draw, places, draw(st.sampled_from(sizes)))

    def row(name: str, values: Sequence[Decimal]) -> Printed:
        return (name, *(printed(value, places) for value in values))

    def rows(parts: dict[str, list[Decimal]]) -> list[Printed]:
        return [row(name, values) for name, values in parts.items()]

    revenue = [maker.amount(900, 1000) for _ in range(4)]
    cost = [maker.amount(300, 400) for _ in range(4)]
    expenses = maker.amounts(OPERATING, 50, 120, 4)
    gross = less(revenue, cost)
    operating = less(gross, total(expenses))
    other = [maker.amount(-40, 40) for _ in range(4)]
    pretax = add(operating, other)
    tax = [maker.amount(-20, 60) for _ in range(4)]
    net = less(pretax, tax)
    shares = [Decimal(draw(st.integers(20_000_000, 90_000_000))) for _ in range(4)]
    eps = [n * 1000 / count for n, count in zip(net, shares, strict=True)]
    income = [
        row("Revenue", revenue),
        row("Cost of revenue", cost),
        row("Gross profit", gross),
        ("Operating expenses:",),
        *rows(expenses),
        row("Total operating expenses", total(expenses)),
        ("end:",),
        row("Income (loss) from operations", operating),
        row("Other income (expense), net", other),
        row("Income (loss) before income taxes", pretax),
        row("Provision for (benefit from) income taxes", tax),
        row("Net income (loss)", net),
        ("eps|Net income (loss) per share, basic", *(printed(value, 2) for value in eps)),
        ("shares|Weighted-average shares, basic", *(printed(value) for value in shares)),
    ]
    compensation = maker.amounts(("Cost of revenue", *OPERATING), 5, 20, 4)
    amortization = [maker.amount(5, 20) for _ in range(4)]
    reconciliation = [
        row("GAAP net income (loss)", net),
        row("Stock-based compensation", total(compensation)),
        row("Amortization of acquired intangibles", amortization),
        row("Non-GAAP net income", add(net, total(compensation), amortization)),
    ]
    adjustments = maker.amounts(ADJUSTMENTS, -60, 60, 2)
    working = maker.amounts(WORKING, -60, 60, 2)
    invested = maker.amounts(INVESTING, -200, 100, 2)
    financed = maker.amounts(FINANCING, -100, 100, 2)
    year = [net[2], net[3]]
    stock = [total(compensation)[2], total(compensation)[3]]
    operated = add(year, stock, total(adjustments), total(working))
    change = add(operated, total(invested), total(financed))
    begin = [maker.amount(1000, 1500) for _ in range(2)]
    end = add(begin, change)
    flow = [
        ("Cash flows from operating activities:",),
        row("Net income (loss)", year),
        row("Stock-based compensation", stock),
        *rows(adjustments),
        ("  Changes in operating assets and liabilities:",),
        *rows(working),
        row("Net cash provided by operating activities", operated),
        ("Cash flows from investing activities:",),
        *rows(invested),
        row("Net cash used in investing activities", total(invested)),
        ("Cash flows from financing activities:",),
        *rows(financed),
        row("Net cash provided by financing activities", total(financed)),
        ("end:",),
        row("Net change in cash and cash equivalents", change),
        row("Cash and cash equivalents at beginning of period", begin),
        row("Cash and cash equivalents at end of period", end),
    ]
    cash = {"Cash and cash equivalents": [end[0], begin[0]]}
    current = cash | maker.amounts(ASSETS, 100, 300, 2)
    fixed = maker.amounts(FIXED, 100, 600, 2)
    assets = add(total(current), total(fixed))
    owed = maker.amounts(LIABILITIES, 50, 200, 2)
    long = maker.amounts(LONG, 50, 300, 2)
    liabilities = add(total(owed), total(long))
    balance = [
        ("Current assets:",),
        *rows(current),
        row("Total current assets", total(current)),
        ("end:",),
        *rows(fixed),
        row("Total assets", assets),
        ("Current liabilities:",),
        *rows(owed),
        row("Total current liabilities", total(owed)),
        ("end:",),
        *rows(long),
        row("Total liabilities", liabilities),
        row("Total stockholders' equity", less(assets, liabilities)),
        row("Total liabilities and stockholders' equity", assets),
    ]
    by_line = [*rows(compensation), row("Total", total(compensation))]
    said = mention(f"${printed(revenue[0] / 1000, 1)}", "Revenue", Q3)
    return document(
        statement(StatementKind.INCOME, FOUR, income),
        statement(StatementKind.BALANCE, (NOW, YEAR_END), balance, index=1),
        statement(StatementKind.CASH_FLOW, (NINE, NINE_BEFORE), flow, index=2),
        statement(StatementKind.RECONCILIATION, FOUR, reconciliation, index=3),
        statement(StatementKind.STOCK_COMPENSATION, FOUR, by_line, index=4),
        mentions=[said],
    )


def _digits(text: str) -> list[int]:
    return [place for place, letter in enumerate(text) if letter.isdigit()]


def _grouped(text: str, digits: str) -> str:
    """The print with other digits, grouped anew."""
    _, _, rest = text.strip("()").partition(".")
    number, decimals = (
        (digits[: len(digits) - len(rest)], digits[len(digits) - len(rest) :]) if rest else (digits, "")
    )
    plain = f"{int(number or '0'):,}" + (f".{decimals}" if decimals else "")
    return f"({plain})" if text.startswith("(") else plain


def changed_digit(draw: st.DrawFn, text: str) -> str:
    place = draw(st.sampled_from(_digits(text)))
    return (
        text[:place]
        + draw(st.sampled_from([d for d in "0123456789" if d != text[place]]))
        + text[place + 1 :]
    )


def sign_flip(_: st.DrawFn, text: str) -> str:
    return text.strip("()") if text.startswith("(") else f"({text})"


def transposed(draw: st.DrawFn, text: str) -> str:
    digits = [letter for letter in text if letter.isdigit()]
    if len(digits) < 2:
        return sign_flip(draw, text)
    place = draw(st.integers(0, len(digits) - 2))
    digits[place], digits[place + 1] = digits[place + 1], digits[place]
    return _grouped(text, "".join(digits))


def lost_digit(draw: st.DrawFn, text: str) -> str:
    digits = [letter for letter in text if letter.isdigit()]
    if len(digits) < 2:
        return changed_digit(draw, text)
    del digits[draw(st.integers(0, len(digits) - 1))]
    return _grouped(text, "".join(digits))


def scale_slip(_: st.DrawFn, text: str) -> str:
    return _grouped(text, "".join(letter for letter in text if letter.isdigit()) + "000")


KINDS: dict[str, Callable[[st.DrawFn, str], str]] = {
    "changed digit": changed_digit,
    "sign flip": sign_flip,
    "transposed": transposed,
    "lost digit": lost_digit,
    "scale slip": scale_slip,
}


@frozen
class Damaged:
    """A release with one figure damaged, and what it was."""

    sound: Document = field(repr=False)
    document: Document = field(repr=False)
    ref: Ref
    kind: str
    before: str
    after: str
    original: Decimal
    now: Decimal


class Release:
    """A release that shows its statements in few words when a law fails."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def __repr__(self) -> str:
        lines = (
            f"{statement.index}.{row.index} {row.label} "
            + " ".join(entry.figure.print for entry in statement.entries if entry.row == row.index)
            for statement in self.document.statements
            for row in statement.rows
        )
        return "\n".join(lines)


@st.composite
def damaged_releases(draw: st.DrawFn, kind: str | None = None) -> Damaged:
    """A consistent release in which one figure of one statement was damaged."""
    whole = draw(releases((1_000, 10_000, 100_000)))
    chosen = kind or draw(st.sampled_from(sorted(KINDS)))
    statement = draw(st.sampled_from(whole.statements))
    entry = draw(st.sampled_from([e for e in statement.entries if e.figure.number]))
    before = entry.figure.print
    after = KINDS[chosen](draw, before)
    figure = parse_figure(after, entry.figure.place)
    assert figure is not None
    other = evolve(entry, figure=figure)
    assert entry.value is not None
    assert other.value is not None
    ref = Ref(statement.index, entry.row, entry.column)
    return Damaged(whole, replaced(whole, ref, other), ref, chosen, before, after, entry.value, other.value)


@st.composite
def exchanged_releases(draw: st.DrawFn) -> Damaged:
    """A consistent release in which two neighbouring figures of a row were exchanged."""
    whole = draw(releases((1_000, 10_000, 100_000)))
    statement = draw(st.sampled_from(whole.statements))
    entry = draw(st.sampled_from([e for e in statement.entries if e.column and e.figure.number]))
    other = statement.entry(entry.row, entry.column - 1)
    assert other is not None
    assert entry.value is not None
    assert other.value is not None
    refs = [Ref(statement.index, one.row, one.column) for one in (entry, other)]
    swapped = replaced(whole, refs[0], evolve(entry, figure=evolve(other.figure, place=entry.figure.place)))
    swapped = replaced(swapped, refs[1], evolve(other, figure=evolve(entry.figure, place=other.figure.place)))
    before, after = entry.figure.print, other.figure.print
    return Damaged(whole, swapped, refs[0], "exchanged", before, after, entry.value, other.value)


@st.composite
def shortened_releases(draw: st.DrawFn) -> Damaged:
    """A consistent release in which a row of figures is missing."""
    whole = draw(releases((1_000, 10_000, 100_000)))
    statement = draw(st.sampled_from(whole.statements))
    entry = draw(st.sampled_from([e for e in statement.entries if e.figure.number]))
    rest = tuple(one for one in statement.entries if one.row != entry.row)
    rows = tuple(row for row in statement.rows if row.index != entry.row)
    shorter = evolve(statement, entries=rest, rows=rows)
    statements = tuple(shorter if one.index == statement.index else one for one in whole.statements)
    ref = Ref(statement.index, entry.row, entry.column)
    assert entry.value is not None
    gone = evolve(whole, statements=statements)
    return Damaged(whole, gone, ref, "missing row", entry.figure.print, "", entry.value, entry.value)


@st.composite
def cut_releases(draw: st.DrawFn) -> Document:
    """A consistent release in which every number of a column of the balance sheet lost its last digit."""
    whole = draw(releases((10_000, 100_000)))
    column = draw(st.integers(0, 1))
    balance = whole.statements[1]
    entries = tuple(_cut(one) if one.column == column else one for one in balance.entries)
    cut = evolve(balance, entries=entries)
    return evolve(whole, statements=tuple(cut if one.index == 1 else one for one in whole.statements))


def _cut(entry: Entry) -> Entry:
    if len(_digits(entry.figure.print)) < 4:
        return entry
    figure = parse_figure(re.sub(r"\d(?=\D*$)", "", entry.figure.print), entry.figure.place)
    assert figure is not None
    return evolve(entry, figure=figure)


def replaced(whole: Document, ref: Ref, entry: Entry) -> Document:
    """The document with one entry put in place of another."""
    statements = [
        evolve(
            one,
            entries=tuple(entry if (e.row, e.column) == (ref.row, ref.column) else e for e in one.entries),
        )
        if one.index == ref.statement
        else one
        for one in whole.statements
    ]
    return evolve(whole, statements=tuple(statements))
