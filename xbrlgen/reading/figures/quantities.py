"""What kind of quantity each number is: money, money per share, shares, a percentage, a plain number."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from attrs import evolve

from xbrlgen.figure_marks import CURRENCY_MARKS
from xbrlgen.figures import Figure
from xbrlgen.reading.figures import cents_around, looks
from xbrlgen.reading.figures.excepted import names_things_sold
from xbrlgen.reading.statement import ColumnKind, Kind, StatementKind
from xbrlgen.reading.tables.labels import Labelled
from xbrlgen.reading.words import row_words, title_words, unit_words


def kinds_of_rows(
    rows: Sequence[Labelled],
    statement: StatementKind,
    title: str = "",
    beside: Collection[int] = (),
    corner: str = "",
    captions: Sequence[str] = (),
) -> list[Kind | None]:
    """The kind of each row with figures, None for headings; rates ``beside`` the values tell nothing.

    Under a ``corner`` such as "Earnings per share", small amounts to the cent are per share; under
    ``captions`` that speak of amounts per share and of no unit, where all money is so printed. In a
    reconciliation of such amounts, so are the lines between them if no other money has cents; in an
    income statement those right behind them, elsewhere those from one to another.
    """
    rows = [_without_rates(row, beside) for row in rows]
    kinds = [kind_of_row(row, statement, title) if row.figures else None for row in rows]
    money = (kind is Kind.MONEY for kind in kinds)
    cents = [told and looks.look_per_share(row.figures) for row, told in zip(rows, money, strict=True)]
    said = _is_per_share(corner) and not unit_words.SCALE_PHRASE.search(corner)
    if said or (cents_around.speak_of_shares_alone(captions) and cents_around.are_all_cents(kinds, cents)):
        return [Kind.PER_SHARE if cent else kind for kind, cent in zip(kinds, cents, strict=True)]
    if statement in MAY_COUNT | {StatementKind.INCOME}:
        kinds = cents_around.with_shares_told(rows, kinds, captions)
    if Kind.PER_SHARE not in kinds or cents_around.is_money_in_cents(rows, kinds, cents):
        return kinds
    if statement is StatementKind.RECONCILIATION or row_words.PER_SHARE.search(_without_asides(title)):
        return [
            Kind.PER_SHARE if cent and not row_words.NEVER_PER_SHARE.search(row.label) else kind
            for row, kind, cent in zip(rows, kinds, cents, strict=True)
        ]
    if statement is StatementKind.INCOME:
        return list(cents_around.behind_per_share(kinds, cents))
    return list(cents_around.between_per_share(kinds, cents))


def _without_asides(title: str) -> str:
    """A title without what it says in brackets: "(in thousands, except per share data)"."""
    return re.sub(r"\([^()]*\)?", " ", title)


def _without_rates(row: Labelled, beside: Collection[int]) -> Labelled:
    """The row as its values alone print it; as it is where it prints nothing but rates."""
    values = tuple(each for each in row.figures if each[0] not in beside)
    return evolve(row, figures=values) if values and len(values) < len(row.figures) else row


def kind_of_row(row: Labelled, statement: StatementKind, title: str = "") -> Kind:
    """What the numbers of a row are, by its label, the section it stands in, and the numbers themselves."""
    if _are_rates_by_section(row):
        return Kind.PERCENT
    physical = is_physical(row, statement, title)
    by_label = Kind.PURE if physical else _kind_of_text(row.label, statement, row.figures)
    if by_label is Kind.PURE and not physical:
        by_label = _of_shares_above(row) or (Kind.MONEY if _is_amount_there(row, statement) else by_label)
    cents = by_label is Kind.MONEY and (
        looks.look_per_share(row.figures) or looks.mostly_look_per_share(row.figures)
    )
    if cents and any(map(_is_per_share, row.section)):
        return Kind.PER_SHARE
    if by_label is not None:
        return by_label
    for heading in reversed(row.section):
        by_section = _kind_of_section(heading, row)
        if by_section is not None:
            return by_section
    return _kind_of_figures(row)


def _of_shares_above(row: Labelled) -> Kind | None:
    """What a count under a heading of shares or units is: "Common units" below "Weighted average units"."""
    told = (_kind_of_section(heading, row) for heading in reversed(row.section))
    return next((kind for kind in told if kind in {Kind.SHARES, Kind.PER_SHARE}), None)


# A face statement goes on with volumes that name their unit: "Gas (Mcf)".
_BRACKETED: Final = re.compile(r"\(([^()]*)\)$")


def is_physical(row: Labelled, statement: StatementKind, title: str = "") -> bool:
    """Whether a row is measured in tons, barrels and their like, by its label, heading or unit line."""
    if looks.has_mark(row.figures) or looks.all_percent(row.figures):
        return False
    if any(map(row_words.PHYSICAL.search, _BRACKETED.findall(row.label))):
        return True
    over = (unit for text in row.section for unit in _BRACKETED.findall(text))
    if statement not in UNTITLED and not any(map(row_words.PHYSICAL.search, over)):
        return False
    if any(map(row_words.PHYSICAL.search, row_words.PHYSICAL_UNIT_LINE.findall(title))):
        return not row_words.PER_SHARE.search(row.label)
    told = (row.label, *row.section)
    return not row_words.MONEY_ROW.search(row.label) and any(map(row_words.PHYSICAL.search, told))


def _are_rates_by_section(row: Labelled) -> bool:
    """Whether a row stands below "As a percentage of revenue:" and holds what may be rates."""
    named = any(title_words.PERCENT_TITLE.search(each) for each in row.section)
    sizes = [abs(each.number) for each in looks.numbers(row.figures) if each.number and not each.places]
    whole = any(size > _ALL for size in sizes)
    return named and not whole and not looks.has_mark(row.figures) and _may_be_percents("", row.figures)


# No part is more than the whole; a loss may be, and has decimals.
_ALL: Final = 100


def _is_per_share(heading: str) -> bool:
    """Whether a heading is of amounts per share, and of no shares counted beside the words that say so.

    >>> _is_per_share("Earnings per weighted-average common share outstanding")
    True
    >>> _is_per_share("Weighted-average shares used in per share amounts")
    False
    """
    counted = row_words.COUNTED_SHARES.search(row_words.BY_THE_SHARE.sub(" ", heading))
    named = row_words.PER_SHARE.search(heading) or row_words.SHARE_DATA.search(heading)
    return bool(named and not counted)


def _is_amount_there(row: Labelled, statement: StatementKind) -> bool:
    """Whether a word for things counted ("Rooms") stands where amounts of money stand."""
    if row_words.SURELY_COUNTED.search(row.label) or any(map(row_words.COUNTS_SECTION.search, row.section)):
        return False
    named = (row_words.MONEY_ROW.search(each) or row_words.LENT.search(each) for each in row.section)
    return statement in _OF_MONEY or any(named)


_OF_MONEY: Final = frozenset(
    {
        StatementKind.INCOME,
        StatementKind.COMPREHENSIVE,
        StatementKind.EQUITY,
        StatementKind.RECONCILIATION,
        StatementKind.STOCK_COMPENSATION,
        StatementKind.AMORTIZATION,
    }
)


def _kind_of_text(label: str, statement: StatementKind, figures: Sequence[tuple[int, Figure]]) -> Kind | None:
    if looks.all_percent(figures):
        return Kind.PERCENT
    if statement is StatementKind.CASH_FLOW:
        return Kind.MONEY
    if statement is StatementKind.BALANCE:
        return _kind_in_balance(label, figures)
    scaled = _kind_of_scaled(label, figures) if statement in MAY_COUNT else None
    if scaled is not None:
        return scaled
    if statement in UNTITLED and row_words.THINGS_LAST.search(label) and not looks.has_mark(figures):
        thing = Kind.MONEY if row_words.OWED.match(label) else Kind.PURE
        return _kind_of_count(label, figures) or _kind_of_words(label, figures) or thing
    return _kind_of_count(label, figures) or _kind_of_words(label, figures)


def _kind_of_scaled(label: str, figures: Sequence[tuple[int, Figure]]) -> Kind | None:
    """What a row holds whose label has a scale: money where a mark is in it, else by words, else counts."""
    if row_words.SCALED_MONEY.search(label):
        return _kind_of_count(label, figures) or Kind.MONEY
    if not row_words.SCALED_COUNT.search(label) or looks.has_mark(figures):
        return None
    if row_words.MONEY_ROW.search(label) and not row_words.SURELY_COUNTED.search(label):
        return Kind.MONEY
    return _kind_of_count(row_words.SCALED_COUNT.sub("", label), figures) or Kind.PURE


def _kind_in_balance(label: str, figures: Sequence[tuple[int, Figure]]) -> Kind:
    """What a row of a balance sheet holds: money, but for lines below it on shares and per share."""
    if row_words.STOCK_DESCRIBED.search(label):
        return Kind.MONEY
    if row_words.PER_SHARE.search(label) and looks.look_per_share(figures):
        return Kind.PER_SHARE
    if row_words.NEVER_MONEY.search(label) and not looks.has_mark(figures):
        return Kind.PURE
    if row_words.PERCENT_OF_BALANCE.search(label) and _may_be_percents(label, figures):
        return Kind.PERCENT
    return Kind.SHARES if row_words.SHARES_ROW_OF_BALANCE.search(label) else Kind.MONEY


# Tables of whatever is worth telling: money, people, tons.
UNTITLED: Final = frozenset({StatementKind.METRICS, StatementKind.OTHER})
# Segments have their statistics in one table with their amounts.
MAY_COUNT: Final = UNTITLED | {StatementKind.SEGMENTS}


def _kind_of_count(label: str, figures: Sequence[tuple[int, Figure]]) -> Kind | None:
    if not row_words.hints_at_shares(label):
        return None
    per_share, counted = row_words.PER_SHARE.search(label), row_words.COUNTED_SHARES.search(label)
    if per_share and not counted and not looks.look_whole(figures):
        return Kind.PER_SHARE
    amount = not counted and not per_share and row_words.MONEY_ROW.search(label)
    if (
        row_words.SHARES.search(label)
        and not amount
        and not looks.look_per_share(figures)
        and not looks.has_mark(figures)
    ):
        return Kind.SHARES
    return Kind.PER_SHARE if per_share and not looks.look_whole(figures) else None


def _kind_of_words(label: str, figures: Sequence[tuple[int, Figure]]) -> Kind | None:
    if unit_words.CENTS.search(label):
        return Kind.MONEY
    in_points = unit_words.BASIS_POINTS.search(label) is not None
    named = in_points or (row_words.PERCENT_ROW.search(label) and _may_be_percents(label, figures))
    if named and not looks.has_mark(figures):
        return Kind.PERCENT
    rates = not looks.has_mark(figures) and looks.look_like_rates(figures)
    if rates and (row_words.RATE_ROW.search(label) or row_words.RATIO_IN_PERCENT.search(label)):
        return Kind.PERCENT
    if rates and row_words.RATIO_OF_DEBT.search(label):
        return Kind.PURE if looks.look_like_multiples(figures) else Kind.PERCENT
    if not looks.has_mark(figures) and _counts_things(label):
        return Kind.PURE
    return Kind.MONEY if row_words.MONEY_ROW.search(label) else None


def _counts_things(label: str) -> bool:
    """Whether a label names what is counted, and no money for it: "Sales transactions", "Stores open"."""
    if names_things_sold(label):
        return True
    if row_words.OWED.match(label) or not row_words.PURE_ROW.search(label):
        return False
    return bool(row_words.COUNTED_LAST.search(label)) or not row_words.MONEY_ROW.search(label)


def _may_be_percents(label: str, figures: Sequence[tuple[int, Figure]]) -> bool:
    """Whether numbers without percent sign may be percentages: small, and of no amount that is named."""
    # Growth rates of small things reach hundreds of percent; amounts in a unit line are larger.
    small = all(figure.number is not None and abs(figure.number) <= 1000 for figure in looks.numbers(figures))
    return small and bool(row_words.PERCENT_LABEL.search(label) or not row_words.MONEY_ROW.search(label))


def _kind_of_section(heading: str, row: Labelled) -> Kind | None:
    if not row_words.hints_at_shares(heading):
        return _kind_of_counted(heading, row)
    if row_words.SHARES.search(heading) and not row_words.ADDED_BACK.search(row.label):
        return Kind.PER_SHARE if looks.look_per_share(row.figures) else Kind.SHARES
    if row_words.PER_SHARE.search(heading):
        return _kind_under_per_share(row)
    return _kind_of_counted(heading, row)


def _kind_of_counted(heading: str, row: Labelled) -> Kind | None:
    by_the_piece = names_things_sold(heading) and not row_words.MONEY_ROW.search(row.label)
    counted = by_the_piece or (row_words.PURE_ROW.search(heading) and not row_words.MONEY_ROW.search(heading))
    return Kind.PURE if counted and not looks.has_mark(row.figures) else None


def _kind_under_per_share(row: Labelled) -> Kind:
    if not looks.look_whole(row.figures):
        return Kind.PER_SHARE
    counted = row_words.FLAVOUR.match(row.label) or re.search(r"shares|outstanding", row.label, re.IGNORECASE)
    return Kind.SHARES if counted else Kind.MONEY


def _kind_of_figures(row: Labelled) -> Kind:
    if row_words.FLAVOUR.match(row.label):
        return Kind.SHARES if looks.look_whole(row.figures) else Kind.PER_SHARE
    return Kind.MONEY


def kind_of_figure(
    figure: Figure, row: Kind, column: ColumnKind = ColumnKind.VALUE, unit: Kind | None = None
) -> Kind:
    """The kind of one figure: its own mark is stronger than its column, and that stronger than its row."""
    if figure.is_percent or figure.mark in {"bps", "pts"}:
        return Kind.PERCENT
    if figure.mark == "x" or column is ColumnKind.NOTE:
        return Kind.PURE
    if unit is not None:
        return unit
    if figure.mark in CURRENCY_MARKS or figure.mark == "¢":
        plain = {Kind.PERCENT} if figure.mark != "¢" else {Kind.PERCENT, Kind.PURE}
        return Kind.MONEY if row in plain else row
    if column in {ColumnKind.PERCENT, ColumnKind.PERCENT_CHANGE}:
        return Kind.PERCENT
    return row
