"""Rows made ready for tagging: their words, their place in the statement, their figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from attrs import field, frozen

from xbrlgen.model import Period
from xbrlgen.reading.statement import Column, ColumnKind, Entry, Kind, Row, Statement, StatementKind
from xbrlgen.tagging.columns.headings import is_whole
from xbrlgen.tagging.known.words import key
from xbrlgen.tagging.rows.moments import period_of
from xbrlgen.tagging.rows.slots import Walk

FORMS: Mapping[StatementKind, str] = {
    StatementKind.INCOME: "IS",
    StatementKind.COMPREHENSIVE: "IS",
    StatementKind.BALANCE: "BS",
    StatementKind.CASH_FLOW: "CF",
    StatementKind.EQUITY: "EQ",
}


@frozen
class Line:
    """One row with figures: its words, the words above it, where in the statement it stands.

    ``form`` is IS, BS, CF or EQ on a face statement and empty elsewhere; ``values`` are its figures by
    period, as printed; ``instant`` says whether its columns are moments (None: they differ or are unknown).
    """

    statement: int
    row: int
    kind: StatementKind
    form: str
    label: str
    words: str
    above: str
    slot: str
    unit: Kind
    is_total: bool
    instant: bool | None
    values: tuple[tuple[Period | None, Decimal], ...]
    bare: str = field(init=False, eq=False, repr=False)
    """The words with their brackets taken off."""
    name: tuple[int, int] = field(init=False, eq=False, repr=False)
    """The statement and row."""

    @bare.default
    def _without_brackets(self) -> str:
        return self.words.replace("(", "").replace(")", "")

    @name.default
    def _statement_and_row(self) -> tuple[int, int]:
        return (self.statement, self.row)


def value_columns(statement: Statement) -> Mapping[int, Column]:
    """The columns that hold values, by their index."""
    return {column.index: column for column in statement.columns if column.kind is ColumnKind.VALUE}


def lines_of(statement: Statement) -> tuple[Line, ...]:
    """The rows of a statement that have figures in value columns, in order."""
    form = FORMS.get(statement.kind, "")
    columns = value_columns(statement)
    by_row = _entries_by_row(statement, columns)
    walk = Walk.over(form, ((row.label, row.section, row.is_heading) for row in statement.rows))
    pairs = zip(statement.rows, walk.slots, strict=True)
    return tuple(
        _line(statement, row, slot, form, by_row[row.index], columns)
        for row, slot in pairs
        if by_row.get(row.index)
    )


def _entries_by_row(statement: Statement, columns: Mapping[int, Column]) -> dict[int, list[Entry]]:
    found: dict[int, list[Entry]] = {}
    for entry in statement.entries:
        if entry.column in columns:
            found.setdefault(entry.row, []).append(entry)
    return found


def _line(
    statement: Statement, row: Row, slot: str, form: str, entries: list[Entry], columns: Mapping[int, Column]
) -> Line:
    periods = [period_of(statement, row, columns[entry.column]) for entry in entries]
    return Line(
        statement=statement.index,
        row=row.index,
        kind=statement.kind,
        form=form,
        label=row.label,
        words=key(row.label),
        above=" > ".join(key(heading) for heading in row.section),
        slot=slot,
        unit=row.kind or entries[0].kind,
        is_total=row.is_total,
        instant=_instant(periods),
        values=tuple(_values(row, zip(entries, periods, strict=True), columns)),
    )


def _instant(periods: Iterable[Period | None]) -> bool | None:
    kinds = {period.is_instant for period in periods if period}
    return kinds.pop() if len(kinds) == 1 else None


def _values(
    row: Row, entries: Iterable[tuple[Entry, Period | None]], columns: Mapping[int, Column]
) -> Iterator[tuple[Period | None, Decimal]]:
    """The figures of a row by period; where rows have the periods, only those of the whole company."""
    for entry, period in entries:
        if entry.value is not None and (row.period is None or is_whole(columns[entry.column].segment)):
            yield period, entry.value
