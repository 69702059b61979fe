"""Rows that tell what stands at a moment, though the columns of their table are stretches of time."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import lru_cache
from typing import Final

from xbrlgen.model import Period
from xbrlgen.reading.statement import FACE_KINDS, Column, Kind, Row, Statement, StatementKind
from xbrlgen.reading.words import row_words
from xbrlgen.tagging.filer.days import end_of
from xbrlgen.tagging.known.labels import label_table
from xbrlgen.tagging.known.tables import pairs
from xbrlgen.tagging.known.words import key, unbracketed
from xbrlgen.tagging.rows.counted import counted_at_end, is_left_open


def period_of(statement: Statement, row: Row, column: Column) -> Period | None:
    """The period of a figure: that of its column, or of its row where rows have them.

    What stands at a moment is for the end of a column's stretch of time, or for the day before it: outside
    the face statements, and in what is one of income with a few lines of a balance sheet below it.
    """
    kind = statement.kind
    period = row.period or column.period
    if period is None or period.end is None or not period.is_duration:
        return period
    if period.start and kind not in FACE_KINDS and at_beginning(row.label):
        return end_of(period.start - timedelta(days=1))
    if kind is StatementKind.INCOME:
        return end_of(period.end) if below_income(row.label, row.section) else period
    if kind in FACE_KINDS:
        return period
    title = {StatementKind.METRICS: "", StatementKind.OTHER: statement.title}.get(kind)
    return end_of(period.end) if _is_at_end(row.label, row.section, row.kind, title) else period


@lru_cache(maxsize=4096)  # asked for each figure of a row
def _is_at_end(label: str, section: tuple[str, ...], kind: Kind | None, title: str | None) -> bool:
    """Whether a row is for the ends of times: by its words or its heading, as a count, or as a balance.

    A title is given where lines of all face statements may stand, as in tables of highlights.
    """
    if at_moment(label, section):
        return True
    if any(_says("not", unbracketed(text)) for text in (label, *section)):
        return False
    if kind is Kind.PURE:
        return counted_at_end(label, section)
    if title is None or kind is not Kind.MONEY:
        return False
    return not any(_says("flow", unbracketed(text)) for text in (*section, title)) and is_balance(label)


@lru_cache(maxsize=4096)
def is_balance(label: str) -> bool:
    """Whether filers print a label in their balance sheets, and hardly ever in statements of income.

    >>> is_balance("Goodwill"), is_balance("Deposits"), is_balance("Cost of sales")
    (True, False, False)
    """
    words, table = key(label), label_table()
    if _says("none", unbracketed(label)):
        return False
    balances = table.filers("BS", words)
    others = (_FEWER * table.filers("IS", words), table.filers("CF", words), table.filers("EQ", words))
    return balances >= max(_FILERS, *others)


# So many filers tell, where ten times as many have a label in balance sheets as in statements of income.
_FILERS: Final = 8
_FEWER: Final = 10


def has_open_time(kind: StatementKind, row: Row, column: Column) -> bool:
    """Whether a row counts what may be of the end of its column's time, of all of it, or an average."""
    period = row.period or column.period
    if kind in FACE_KINDS or period is None or not period.is_duration or at_moment(row.label, row.section):
        return False
    if row.kind is Kind.SHARES:
        return _says("open", unbracketed(row.label)) and not _AVERAGED.search(" ".join(row.section))
    return row.kind is Kind.PURE and is_left_open(row.label)


_AVERAGED: Final = re.compile(r"weighted|average|diluted|basic|per share", re.IGNORECASE)


@lru_cache(maxsize=8192)
def at_beginning(label: str) -> bool:
    """Whether words name what there was before a stretch of time, and of what.

    >>> at_beginning("Loans, beginning of period"), at_beginning("Balance, beginning of period")
    (True, False)
    """
    begins = row_words.AT_ITS_BEGINNING.search(label) is not None
    return begins and row_words.UNNAMED_BEGINNING.fullmatch(label) is None


@lru_cache(maxsize=8192)
def below_income(label: str, section: tuple[str, ...]) -> bool:
    """Whether words name what is never part of an income, or stand below the name of a balance sheet.

    >>> below_income("Total assets", ()), below_income("Total deposits", ("Interest expense",))
    (True, False)
    """
    return at_moment(label, section) and (is_told_above(section) or _says("balance", unbracketed(label)))


@lru_cache(maxsize=8192)
def at_moment(label: str, section: tuple[str, ...]) -> bool:
    """Whether words name what stands at a moment.

    >>> at_moment("Total assets", ()), at_moment("Return on average assets", ())
    (True, False)
    >>> at_moment("Loans", ("Period End Balances",))
    True
    """
    words, above = unbracketed(label), [unbracketed(text) for text in section]
    if any(_says("not", text) for text in (words, *above)):
        return False
    is_measured = _says("measure", words) and any(_says("label", text) for text in above[-1:])
    return _says("label", words) or is_measured or is_told_above(section)


def is_of_either(statement: Statement, row: Row, column: Column) -> bool:
    """Whether a heading is of a time and of its end, and the words don't say which of them a row is of."""
    period = period_of(statement, row, column)
    if (
        period is None
        or period.is_instant
        or statement.kind in FACE_KINDS
        or not _EITHER.search(column.heading)
    ):
        return False
    return not any(_says("passing", unbracketed(text)) for text in (row.label, *row.section[-1:]))


_EITHER: Final = re.compile(r"\b(?:at|as of)(?: the end of)?,? (?:or|and|and/or) for the\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def is_told_above(section: tuple[str, ...]) -> bool:
    """Whether the heading right above says that what stands under it is for a moment."""
    return bool(section) and _says("heading", unbracketed(section[-1]))


def _says(where: str, words: str) -> bool:
    return any(pattern.search(words) for pattern in _patterns(where))


@lru_cache(maxsize=32)
def _patterns(where: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(text) for place, text in pairs("rules-moments.tsv") if place == where)
