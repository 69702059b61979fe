"""Rows that tell what stands at a moment, though the columns of their table are stretches of time."""

from __future__ import annotations

import re
from functools import lru_cache

from xbrlgen.model import Period
from xbrlgen.reading.statement import FACE_KINDS, Column, Row, StatementKind
from xbrlgen.tagging.filer.days import end_of
from xbrlgen.tagging.known.tables import pairs
from xbrlgen.tagging.known.words import unbracketed


def period_of(kind: StatementKind, row: Row, column: Column) -> Period | None:
    """The period of a figure: that of its column, or of its row where rows have them.

    What stands at a moment is for the end of a column's stretch of time: outside the face statements, and in
    what is one of income with a few lines of a balance sheet below it.
    """
    period = row.period or column.period
    if period is None or period.end is None or not period.is_duration:
        return period
    if kind is StatementKind.INCOME:
        return end_of(period.end) if below_income(row.label, row.section) else period
    return end_of(period.end) if kind not in FACE_KINDS and at_moment(row.label, row.section) else period


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
    return _says("label", words) or is_told_above(tuple(section))


@lru_cache(maxsize=4096)
def is_told_above(section: tuple[str, ...]) -> bool:
    """Whether the heading right above says that what stands under it is for a moment."""
    return bool(section) and _says("heading", unbracketed(section[-1]))


def _says(where: str, words: str) -> bool:
    return any(pattern.search(words) for pattern in _patterns(where))


@lru_cache(maxsize=4)
def _patterns(where: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(text) for place, text in pairs("rules-moments.tsv") if place == where)
