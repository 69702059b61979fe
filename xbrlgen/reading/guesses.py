"""Rows of which only habit, or a heading, says what they are: amounts of money or plain counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from xbrlgen.reading import looks, row_words, unit_words
from xbrlgen.reading.excepted import excepts_at_will
from xbrlgen.reading.labels import Labelled
from xbrlgen.reading.quantities import MAY_COUNT, UNTITLED
from xbrlgen.reading.statement import Kind, StatementKind


def guessed_rows(
    rows: Sequence[Labelled], kinds: Sequence[Kind | None], statement: StatementKind, captions: str
) -> frozenset[int]:
    """The rows of which only habit says what they are: no mark, no word, no title tells money or counts."""
    if statement not in UNTITLED:
        return _scaled_rows(rows, kinds) if statement in MAY_COUNT else frozenset()
    scaled = _scaled_rows(rows, kinds) | _rows_beside_rates(rows, kinds) | _volumes(rows, kinds)
    if excepts_at_will(captions):
        scaled |= _rows_without_words(rows, kinds)
    return scaled if _speaks_of_money(captions) else scaled | _rows_of_habit(rows, kinds)


_RATIO: Final = re.compile(r"\bratios?\b", re.IGNORECASE)


def _rows_without_words(rows: Sequence[Labelled], kinds: Sequence[Kind | None]) -> frozenset[int]:
    """The rows taken for money without a mark or a word of it: "Advisors", "Price index"."""
    return frozenset(
        at
        for at, kind in enumerate(kinds)
        if kind is Kind.MONEY
        and not looks.has_mark(rows[at].figures)
        and not row_words.MONEY_ROW.search(rows[at].label)
        and not any(row_words.MONEY_ROW.search(each) for each in rows[at].section[-1:])
    )


def _volumes(rows: Sequence[Labelled], kinds: Sequence[Kind | None]) -> frozenset[int]:
    """The rows of volumes without a mark, which may be shares, transactions, tons: "Daily trading volume"."""
    money = (
        at for at, kind in enumerate(kinds) if kind is Kind.MONEY and not looks.has_mark(rows[at].figures)
    )
    return frozenset(at for at in money if _VOLUME.search(rows[at].label))


_VOLUME: Final = re.compile(
    r"\b(?:trading|transactions?|sales|unit|case|shipment|production|traffic|calls?|claims?|order|freight|cargo|throughput)"
    r"\s+volumes?\b(?!.*[$€£])",
    re.IGNORECASE,
)


def _rows_beside_rates(rows: Sequence[Labelled], kinds: Sequence[Kind | None]) -> frozenset[int]:
    """The rows that only a heading of ratios makes plain numbers, where others below it print percents."""
    pure = {at for at, kind in enumerate(kinds) if kind is Kind.PURE and rows[at].section}
    rates = {row.section for row in rows if row.section and row.figures and row.figures[0][1].is_percent}
    return frozenset(
        at
        for at in pure
        if rows[at].section in rates
        and _RATIO.search(rows[at].section[-1])
        and not row_words.PURE_ROW.search(rows[at].label)
    )


def _scaled_rows(rows: Sequence[Labelled], kinds: Sequence[Kind | None]) -> frozenset[int]:
    """The rows that a scale without currency in their label makes counts: "Shipments (in thousands)"."""
    pure = (at for at, kind in enumerate(kinds) if kind is Kind.PURE)
    return frozenset(at for at in pure if _is_scaled(rows[at].label))


def _is_scaled(label: str) -> bool:
    bare = row_words.SCALED_COUNT.sub("", label)
    if bare == label:
        return False
    counted = (row_words.THINGS_COUNTED, row_words.PURE_ROW, row_words.SURELY_COUNTED, row_words.PHYSICAL)
    return not any(named.search(bare) for named in counted)


def _rows_of_habit(rows: Sequence[Labelled], kinds: Sequence[Kind | None]) -> frozenset[int]:
    """The rows taken for money in a table that nowhere speaks of money."""
    if any(
        looks.has_mark(row.figures) or any(map(_speaks_of_money, (row.label, *row.section)))
        for row in rows
        if row.figures
    ):
        return frozenset()
    told = [unit_words.CENTS.search(row.label) is not None for row in rows]
    return frozenset(at for at, kind in enumerate(kinds) if kind is Kind.MONEY and not told[at])


def _speaks_of_money(text: str) -> bool:
    return bool(row_words.MONEY_ROW.search(text) or unit_words.OF_MONEY.search(text))
