"""Rows that tell what stands at a moment, though the columns of their table are stretches of time."""

from __future__ import annotations

import re
from functools import lru_cache

from xbrlgen.model import Period
from xbrlgen.reading.statement import FACE_KINDS, Column, Row, StatementKind
from xbrlgen.tagging.days import end_of
from xbrlgen.tagging.tables import pairs
from xbrlgen.tagging.words import key


def period_of(kind: StatementKind, row: Row, column: Column) -> Period | None:
    """The period of a figure: that of its column, or of its row where rows have them.

    Outside the face statements, what stands at a moment is for the end of a column's stretch of time.
    """
    period = column.period or row.period
    if period is None or period.end is None or not period.is_duration or kind in FACE_KINDS:
        return period
    return end_of(period.end) if at_moment(row.label, row.section) else period


@lru_cache(maxsize=8192)
def at_moment(label: str, section: tuple[str, ...]) -> bool:
    """Whether words name what stands at a moment.

    >>> at_moment("Total assets", ()), at_moment("Return on average assets", ())
    (True, False)
    >>> at_moment("Loans", ("Period End Balances",))
    True
    """
    words, above = _bare(label), [_bare(text) for text in section]
    if any(_says("not", text) for text in (words, *above)):
        return False
    return _says("label", words) or is_told_above(tuple(section))


@lru_cache(maxsize=4096)
def is_told_above(section: tuple[str, ...]) -> bool:
    """Whether the heading right above says that what stands under it is for a moment."""
    return bool(section) and _says("heading", _bare(section[-1]))


def _says(where: str, words: str) -> bool:
    return any(pattern.search(words) for pattern in _patterns(where))


@lru_cache(maxsize=4)
def _patterns(where: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(text) for place, text in pairs("rules-moments.tsv") if place == where)


def _bare(label: str) -> str:
    return key(label).replace("(", "").replace(")", "")
