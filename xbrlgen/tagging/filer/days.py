"""The day a report is for."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from xbrlgen.model import Period
from xbrlgen.reading.document import Document
from xbrlgen.reading.statement import Basis, ColumnKind


@lru_cache(maxsize=1024)
def end_of(day: date) -> Period:
    """The end of a day, made once."""
    return Period.instant(day)


def last_day(document: Document) -> date | None:
    """The day the report is for: the document's own, else the last end of a reported column or sentence."""
    if document.period_end:
        return document.period_end
    return max(_ends_of_columns(document), default=max(_ends_of_sentences(document), default=None))


def _ends_of_columns(document: Document) -> list[date]:
    ends = (
        column.period.end
        for statement in document.statements
        for column in statement.columns
        if column.kind is ColumnKind.VALUE and column.period and column.basis is Basis.REPORTED
    )
    return [end for end in ends if end]


def _ends_of_sentences(document: Document) -> list[date]:
    spoken = (one.period for one in document.mentions if one.basis is Basis.REPORTED)
    return [period.end for period in spoken if period and period.end and not period.is_instant]
