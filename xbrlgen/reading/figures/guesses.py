"""Rows of which only habit, or a heading, says what they are: amounts of money or plain counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from xbrlgen.reading.figures import looks
from xbrlgen.reading.figures.excepted import excepts_at_will
from xbrlgen.reading.figures.quantities import MAY_COUNT, UNTITLED
from xbrlgen.reading.statement import Kind, StatementKind
from xbrlgen.reading.tables.labels import Labelled
from xbrlgen.reading.words import row_words, unit_words


def guessed_rows(
    rows: Sequence[Labelled], kinds: Sequence[Kind | None], statement: StatementKind, captions: str
) -> frozenset[int]:
    """The rows of which only habit says what they are: no mark, no word, no title tells money or counts."""
    if statement not in UNTITLED:
        if statement not in MAY_COUNT:
            return frozenset()
        return _scaled_rows(rows, kinds) | _scaled_things(rows, kinds)
    scaled = _scaled_rows(rows, kinds) | _rows_beside_rates(rows, kinds) | _of_things(rows, kinds)
    scaled |= _behind_counts(rows, kinds) | _among_marked(rows, kinds)
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


def _behind_counts(rows: Sequence[Labelled], kinds: Sequence[Kind | None]) -> frozenset[int]:
    """The rows taken for money by habit right behind counts or rates, where money is marked as such.

    Of several amounts below one another only the first has a mark, but that one has.
    """
    if not any(looks.has_mark(row.figures) for row in rows):
        return frozenset()
    found, is_open = set(), False
    for at, (row, kind) in enumerate(zip(rows, kinds, strict=True)):
        if kind is Kind.MONEY:
            is_told = looks.has_mark(row.figures) or any(map(_names_money, (row.label, *row.section)))
            is_open = is_open and not is_told
            found |= {at} if is_open else set()
        elif kind is not None:
            is_open = True
    return frozenset(found)


def _among_marked(rows: Sequence[Labelled], kinds: Sequence[Kind | None]) -> frozenset[int]:
    """The rows taken for money by habit without a mark, where all that is named money has one."""
    money = [at for at, kind in enumerate(kinds) if kind is Kind.MONEY]
    bare = {at for at in money if not looks.has_mark(rows[at].figures)}
    named = {at for at in money if any(map(_names_money, (rows[at].label, *rows[at].section)))}
    bare -= _of_sums(rows, money)
    few = bool(bare & named) or len(set(money) - bare) < _SEVERAL or len(bare) > len(money) - len(bare)
    return frozenset() if few else frozenset(bare)


def _of_sums(rows: Sequence[Labelled], money: Sequence[int]) -> set[int]:
    """The rows of money whose next one with a mark is a total: those without a mark are parts of it."""
    found, is_total = set[int](), False
    for at in reversed(money):
        found |= {at} if is_total else set()
        if looks.has_mark(rows[at].figures):
            is_total = row_words.TOTALS.search(rows[at].label) is not None
    return found


# So many rows with marks, and more than without, show that each row of money has its own.
_SEVERAL: Final = 3


def _names_money(text: str) -> bool:
    return bool(row_words.MONEY_ROW.search(text) or row_words.MONEY_TOO.search(text))


def _of_things(rows: Sequence[Labelled], kinds: Sequence[Kind | None]) -> frozenset[int]:
    """The rows taken for money without a mark whose words end in what is counted: "Daily revenue trades"."""
    money = (
        at for at, kind in enumerate(kinds) if kind is Kind.MONEY and not looks.has_mark(rows[at].figures)
    )
    return frozenset(at for at in money if _names_things(rows[at].label))


def _scaled_things(rows: Sequence[Labelled], kinds: Sequence[Kind | None]) -> frozenset[int]:
    """Those of them whose label has a scale without currency; without one, a segment may be called so."""
    return frozenset(at for at in _of_things(rows, kinds) if row_words.SCALED_COUNT.search(rows[at].label))


def _names_things(label: str) -> bool:
    """Whether a label speaks of volumes, which may be shares or tons, or of things of which there are many.

    >>> [_names_things(each) for each in ("Tax returns prepared (thousands)", "Sales returns", "Trades ($)")]
    [True, False, False]
    """
    if unit_words.OF_MONEY.search(label):
        return False
    words = re.findall(r"[a-z]+", _ENDS.split(label.lower(), maxsplit=1)[0])
    before, last = ["", "", *(word for word in words if word not in _DONE)][-2:]
    scaled = last in _THINGS_SCALED or (last == "sales" and before in _SOLD)
    return (
        last in _THINGS
        or (last in _THINGS_DONE and words[-1] != last)
        or (scaled and row_words.SCALED_COUNT.search(label) is not None)
        or (before, last) == ("unit", "sales")
        or _VOLUME.search(label) is not None
    )


# Where the words end that name what a row is of: at brackets, commas and what is said of it.
_ENDS: Final = re.compile(r"[(,:/–—]|\b(?:of|from|to|for|by|on|in|at|per|with|under|and)\b")
_DONE: Final = frozenset({
    "sold", "traded", "carried", "processed", "prepared", "opened", "received", "made", "added", "served",
    "delivered", "filled", "completed", "produced", "filed", "shipped", "serviced", "enrolled",
    "executed", "cleared", "installed",
})  # fmt: skip
# Plurals of what has no amount of its own, whatever stands before them; from the statistics of many trades.
_THINGS: Final = frozenset({
    "agencies", "agents", "applications", "associates", "calls", "carloads", "clients", "containers",
    "customers", "dealers", "departures", "drivers", "employees", "enrolments", "enrollments", "events",
    "count", "headcount", "hours", "clinicians",
    "lanes", "leads", "learners", "members", "messages", "miles", "nights", "packages",
    "participants", "passengers", "pieces", "players", "policies", "procedures", "registrations",
    "reports", "reservations", "shipments", "shoppers", "starts", "students", "subscribers", "sailings",
    "teams", "trades", "transactions", "travelers", "trips", "units", "users", "vehicles", "visitors",
    "visits",
})  # fmt: skip
# Plurals that are things where something is done with them: returns are prepared, orders received.
_THINGS_DONE: Final = frozenset({
    "accounts", "claims", "contracts", "homes", "orders", "properties", "returns",
})  # fmt: skip
# Plurals that are things where they have a scale without a currency.
_THINGS_SCALED: Final = frozenset({"days", "orders"})
# What is sold by the piece, and counted so where its sales have a scale without a currency.
_SOLD: Final = frozenset({"aircraft", "boat", "car", "engine", "home", "module", "truck", "vehicle"})
_VOLUME: Final = re.compile(
    r"\b(?:trading|transactions?|shares?|equity|options?|futures|contracts?|sales|unit|case|shipment"
    r"|production|traffic|calls?|claims?|order|freight|cargo|throughput)"
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
