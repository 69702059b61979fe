"""A row as a series: its amounts by what each column is for, so that tables can be compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import evolve, field, frozen

from xbrlgen.model import Period
from xbrlgen.proving.identity import Ref
from xbrlgen.proving.ledger import Ledger, is_forecast
from xbrlgen.proving.subjects import subject_of
from xbrlgen.proving.words import likeness, words_of
from xbrlgen.reading.statement import Basis, ColumnKind, Kind, Row, Statement

Key = tuple[Period, str, bool]
"""The period, the segment, and whether the column is restated."""


@frozen
class Series:
    """A row of one kind with its figures by key.

    ``subject`` is the known figure that the row is for, if any; ``context`` holds the words of its label and
    of the sections it stands in.
    """

    statement: Statement = field(repr=False)
    row: Row
    kind: Kind
    refs: Mapping[Key, Ref]
    subject: str
    context: frozenset[str]

    @property
    def name(self) -> str:
        """What the row is called to a reader."""
        return self.row.label.strip() or f"the unlabelled row {self.row.index + 1}"

    def likeness(self, other: Series) -> float:
        """How alike the labels of two rows are."""
        return likeness(self.row.label, other.row.label)


_ADJUSTED = frozenset({Basis.FORECAST, Basis.LOW, Basis.HIGH, Basis.PRO_FORMA, Basis.ADJUSTMENT})


def series_of(ledger: Ledger) -> tuple[Series, ...]:
    """The rows of all statements but guidance."""
    statements = [s for s in ledger.document.statements if not is_forecast(s) and s.basis not in _ADJUSTED]
    return tuple(series for statement in statements for series in _of_statement(statement))


def _of_statement(statement: Statement) -> Iterator[Series]:
    """The rows; what a row shows in adjusted columns is a row of its own, of that measure."""
    for row in statement.rows:
        if row.kind is None or row.basis in _ADJUSTED:
            continue
        for measured in (row, evolve(row, basis=Basis.ADJUSTED)):
            refs = dict(_refs(statement, row, adjusted=measured is not row))
            if refs:
                context = words_of(" ".join((row.label, *row.section)))
                yield Series(statement, measured, row.kind, refs, subject_of(row.label), context)


def _refs(statement: Statement, row: Row, *, adjusted: bool) -> Iterator[tuple[Key, Ref]]:
    seen = set()
    for column in statement.columns:
        entry = statement.entry(row.index, column.index)
        if column.kind is not ColumnKind.VALUE or column.period is None or entry is None:
            continue
        key = (column.period, column.segment, column.is_restated)
        if (column.basis is Basis.ADJUSTED) is not adjusted or column.basis in _ADJUSTED:
            continue
        if entry.kind is row.kind and key not in seen:
            seen.add(key)
            yield key, Ref(statement.index, row.index, column.index)
