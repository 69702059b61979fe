"""Columns whose headings were read badly, or are wrong: found again by their figures in other statements.

A column is blurred if no period was read for it, if a face statement seems to have it for a segment, if
another column of its statement has the same period, or if no other statement knows its period. It is denied
if the others show other figures for its period, row by row, and none of its own. Rows are compared by label.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from typing import Final

from attrs import field, frozen

from xbrlgen.model import Period
from xbrlgen.proving.comparisons.ties import BY_LINE
from xbrlgen.proving.figures.ledger import Ledger, is_forecast
from xbrlgen.proving.figures.subjects import subject_of
from xbrlgen.proving.figures.words import words_of
from xbrlgen.proving.identity import Ref
from xbrlgen.proving.layout.headings import Heading, Vote, is_near, is_telling
from xbrlgen.reading.statement import FACE_KINDS, Column, ColumnKind, Statement, StatementKind

ENOUGH: Final = 2
"""Telling figures that must be equal, and be more than those that differ."""

_WHOLE: Final = FACE_KINDS - {StatementKind.EQUITY}
_DATED: Final = _WHOLE | {
    StatementKind.RECONCILIATION,
    StatementKind.STOCK_COMPENSATION,
    StatementKind.AMORTIZATION,
}

Spot = tuple[int, int]
"""A column by its statement and its index."""

_Shared = list[tuple[Statement, list[tuple[int, int]]]]


@frozen
class _Said:
    """What other statements say of a column: the figures it shares with each period, and where it differs."""

    equal: Mapping[Period, tuple[Vote, ...]]
    unequal: Mapping[Period, int]

    def rows(self, period: Period | None) -> int:
        """How many rows of the column stand under a period elsewhere."""
        return len({vote.ref.row for vote in self.equal.get(period, ())}) if period else 0

    def periods(self) -> list[Period]:
        """The periods under which enough of its figures stand elsewhere."""
        return [
            period
            for period in self.equal
            if self.rows(period) >= ENOUGH and self.rows(period) > self.unequal.get(period, 0)
        ]


@frozen
class _Page:
    """The statements that are compared, their rows by name, and their columns that are blurred."""

    ledger: Ledger = field(repr=False)
    statements: Sequence[Statement] = field(repr=False)
    names: Mapping[int, Mapping[Hashable, int]] = field(repr=False)
    blurred: Collection[Spot]

    def is_blurred(self, statement: Statement, column: Column) -> bool:
        """Whether a column of a statement is blurred."""
        return (statement.index, column.index) in self.blurred


def blurred_headings(ledger: Ledger) -> Iterator[Heading]:
    """The blurred and denied columns whose period the figures tell."""
    statements = [one for one in ledger.document.statements if not is_forecast(one)]
    names = {one.index: _names(one) for one in statements}
    page = _Page(ledger, statements, names, frozenset(_blurred(statements)))
    for statement in statements:
        if statement.kind in _DATED:
            yield from _of_statement(page, statement)


def _blurred(statements: Sequence[Statement]) -> Iterator[Spot]:
    """The blurred columns of all statements."""
    known: dict[Period | None, set[int]] = defaultdict(set)
    for statement in statements:
        for column in statement.columns:
            known[column.period].add(statement.index)
    for statement in statements:
        for column in statement.columns:
            if _is_blurred(statement, column, known[column.period] - {statement.index}):
                yield statement.index, column.index


def _of_statement(page: _Page, statement: Statement) -> Iterator[Heading]:
    """The headings of one statement; a period that a sound column has is left to it."""
    columns = [column for column in statement.columns if column.kind is ColumnKind.VALUE]
    rows = _shared_rows(page, statement)
    told: dict[int, tuple[Period, tuple[Vote, ...]]] = {}
    for column in columns:
        if not _is_part(statement, column) and _is_doubtful(page, statement, column, rows):
            said = _said(page, statement, column, rows)
            periods = said.periods()
            if len(periods) == 1 and (not is_near(periods[0], column.period) or column.segment):
                told[column.index] = (periods[0], said.equal[periods[0]])
    for column in columns:
        if column.index in told:
            period, votes = told[column.index]
            rivals = [other for other in columns if other.index != column.index]
            if not any(_keeps(page, statement, other, period, told) for other in rivals):
                witnesses = {vote.witness.statement for vote in votes}
                certain = page.is_blurred(statement, column) or len(witnesses) > 1
                yield Heading(statement.index, column, period, votes, certain)


def _shared_rows(page: _Page, statement: Statement) -> _Shared:
    """The other statements that have rows of the same names, and which rows these are here and there."""
    mine = page.names[statement.index]
    shared: _Shared = []
    for other in page.statements:
        theirs = page.names[other.index]
        rows = [(row, theirs[name]) for name, row in mine.items() if name in theirs]
        if rows and other.index != statement.index:
            shared.append((other, rows))
    return shared


def _keeps(
    page: _Page,
    statement: Statement,
    column: Column,
    period: Period,
    told: Mapping[int, tuple[Period, tuple[Vote, ...]]],
) -> bool:
    """Whether another column has the period, and is not itself told to be of another one."""
    if column.index in told:
        return told[column.index][0] == period
    return column.period == period and not page.is_blurred(statement, column)


def _is_part(statement: Statement, column: Column) -> bool:
    """Whether a column is for a segment, as none of most face statements is."""
    return bool(column.segment) and statement.kind not in _WHOLE


def _is_blurred(statement: Statement, column: Column, others: Collection[int]) -> bool:
    """Whether a column is blurred, given the other statements that know its period."""
    if statement.kind in _WHOLE and (column.period is None or column.segment):
        return True
    values = [other for other in statement.columns if other.kind is ColumnKind.VALUE]
    if any(other.index != column.index and _key(other) == _key(column) for other in values):
        return statement.kind in _WHOLE
    return column.period is not None and not others


def _is_doubtful(page: _Page, statement: Statement, column: Column, shared: _Shared) -> bool:
    """Whether a column is blurred or denied: the latter is told by the columns of its own period alone."""
    period = column.period
    if page.is_blurred(statement, column) or period is None:
        return page.is_blurred(statement, column)
    said = _said(page, statement, column, shared, period)
    return said.unequal.get(period, 0) > 0 and not said.rows(period)


def _key(column: Column) -> tuple[object, ...]:
    return column.period, column.basis, column.segment, column.is_restated


def _said(
    page: _Page, statement: Statement, column: Column, shared: _Shared, only: Period | None = None
) -> _Said:
    """What the other statements say of a column, in their columns of one period or in all."""
    equal: dict[Period, list[Vote]] = defaultdict(list)
    unequal: dict[Period, int] = defaultdict(int)
    for other, rows in shared:
        for there in other.columns:
            period = there.period
            if there.kind is not ColumnKind.VALUE or period is None or there.segment:
                continue
            if only is not None and period != only:
                continue
            if _is_other_measure(column, there) or page.is_blurred(other, there):
                continue
            spots = (statement.index, column.index), (other.index, there.index)
            votes, differing = _compare(page.ledger, spots, rows, period)
            equal[period] += votes
            unequal[period] += differing
    return _Said({period: tuple(votes) for period, votes in equal.items() if votes}, unequal)


def _is_other_measure(column: Column, there: Column) -> bool:
    """Whether two columns can't show one figure: a moment and a time, or two measures."""
    ours, theirs = column.period, there.period
    times = ours is not None and theirs is not None and ours.is_instant != theirs.is_instant
    return times or column.basis is not there.basis


def _compare(
    ledger: Ledger, spots: tuple[Spot, Spot], rows: Sequence[tuple[int, int]], period: Period
) -> tuple[list[Vote], int]:
    """The figures of two columns that are equal in the rows of one name, and how many are not."""
    votes, unequal = [], 0
    (mine, column), (theirs, beside) = spots
    for row, same in rows:
        one, two = Ref(mine, row, column), Ref(theirs, same, beside)
        here, there = ledger.interval(one), ledger.interval(two)
        if here is None or there is None or not is_telling(here):
            continue
        if here.is_like(there):
            votes.append(Vote(one, two, period, 0.0))
        else:
            unequal += 1
    return votes, unequal


def _names(statement: Statement) -> dict[Hashable, int]:
    """The rows by what they are called, the first of each name; a part by line is called so with its kind."""
    names: dict[Hashable, int] = {}
    for row in statement.rows:
        name = subject_of(row.label) or words_of(row.label)
        if name and row.kind is not None:
            part = statement.kind if statement.kind in BY_LINE and not row.is_total else None
            names.setdefault((name, row.kind, part), row.index)
    return names
