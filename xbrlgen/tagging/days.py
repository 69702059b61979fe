"""The day a report is for."""

from __future__ import annotations

from datetime import date

from xbrlgen.reading.document import Document
from xbrlgen.reading.statement import Basis, ColumnKind


def last_day(document: Document) -> date | None:
    """The day the report is for: the document's own, else the last end of a reported column."""
    if document.period_end:
        return document.period_end
    ends = [
        column.period.end
        for statement in document.statements
        for column in statement.columns
        if column.kind is ColumnKind.VALUE and column.period and column.basis is Basis.REPORTED
    ]
    return max((end for end in ends if end), default=None)
