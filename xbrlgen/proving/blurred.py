"""Columns whose headings were read badly, or are wrong: found again by their figures in other statements.

A column is blurred if no period was read for it, if a face statement seems to have it for a segment, if
another column of its statement has the same period, or if no other statement knows its period. It is denied
if the others show other figures for its period, row by row, and none of its own. Rows are compared by label.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import Final

from attrs import field, frozen

from xbrlgen.model import Period
from xbrlgen.proving.headings import Heading, Vote, is_near, is_telling
from xbrlgen.proving.identity import Ref
from xbrlgen.proving.ledger import Ledger, is_forecast
from xbrlgen.proving.subjects import subject_of
from xbrlgen.proving.ties import BY_LINE
from xbrlgen.proving.words import words_of
from xbrlgen.reading.statement import FACE_KINDS, Column, ColumnKind, Row, Statement, StatementKind

ENOUGH: Final = 2
"""Telling figures that must be equal, and be more than those that differ."""

_WHOLE: Final = FACE_KINDS - {StatementKind.EQUITY}
_DATED: Final = _WHOLE | {
    StatementKind.RECONCILIATION,
    StatementKind.STOCK_COMPENSATION,
    StatementKind.AMORTIZATION,
}

Names = Mapping[Hashable, Row]


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
    """All statements with their rows by name, and what is said of each column that is compared."""

    ledger: Ledger = field(repr=False)
    names: Mapping[int, Names] = field(repr=False)


def blurred_headings(ledger: Ledger) -> Iterator[Heading]:
    """The blurred and denied columns whose period the figures tell."""
    statements = [one for one in ledger.document.statements if not is_forecast(one)]
    page = _Page(ledger, {one.index: _names(one) for one in statements})
    for statement in statements:
        if statement.kind in _DATED:
            yield from _of_statement(page, statement, statements)


def _of_statement(page: _Page, statement: Statement, others: Sequence[Statement]) -> Iterator[Heading]:
    """The headings of one statement; a period that a sound column has is left to it."""
    columns = [column for column in statement.columns if column.kind is ColumnKind.VALUE]
    told: dict[int, tuple[Period, tuple[Vote, ...]]] = {}
    for column in columns:
        said = None if _is_part(statement, column) else _said(page, statement, column, others)
        if said is not None and (_is_blurred(statement, column, others) or _is_denied(column, said)):
            periods = said.periods()
            if len(periods) == 1 and (not is_near(periods[0], column.period) or column.segment):
                told[column.index] = (periods[0], said.equal[periods[0]])
    for column in columns:
        if column.index in told:
            period, votes = told[column.index]
            rivals = [other for other in columns if other.index != column.index]
            if not any(_keeps(statement, other, period, told, others) for other in rivals):
                witnesses = {vote.witness.statement for vote in votes}
                certain = _is_blurred(statement, column, others) or len(witnesses) > 1
                yield Heading(statement.index, column, period, votes, certain)


def _keeps(
    statement: Statement,
    column: Column,
    period: Period,
    told: Mapping[int, tuple[Period, tuple[Vote, ...]]],
    others: Sequence[Statement],
) -> bool:
    """Whether another column has the period, and is not itself told to be of another one."""
    if column.index in told:
        return told[column.index][0] == period
    return column.period == period and not _is_blurred(statement, column, others)


def _is_part(statement: Statement, column: Column) -> bool:
    """Whether a column is for a segment, as none of most face statements is."""
    return bool(column.segment) and statement.kind not in _WHOLE


def _is_blurred(statement: Statement, column: Column, others: Sequence[Statement]) -> bool:
    if statement.kind in _WHOLE and (column.period is None or column.segment):
        return True
    values = [other for other in statement.columns if other.kind is ColumnKind.VALUE]
    if any(other.index != column.index and _key(other) == _key(column) for other in values):
        return statement.kind in _WHOLE
    return column.period is not None and not any(
        there.period == column.period
        for other in others
        if other.index != statement.index
        for there in other.columns
    )


def _is_denied(column: Column, said: _Said) -> bool:
    """Whether other statements know its period, with other figures and none of its own."""
    period = column.period
    return period is not None and said.unequal.get(period, 0) > 0 and not said.rows(period)


def _key(column: Column) -> tuple[object, ...]:
    return column.period, column.basis, column.segment, column.is_restated


def _said(page: _Page, statement: Statement, column: Column, others: Sequence[Statement]) -> _Said:
    equal: dict[Period, list[Vote]] = defaultdict(list)
    unequal: dict[Period, int] = defaultdict(int)
    for other in others:
        for there in other.columns if other.index != statement.index else ():
            period = there.period
            if there.kind is not ColumnKind.VALUE or period is None or there.segment:
                continue
            if _is_other_measure(column, there) or _is_blurred(other, there, others):
                continue
            votes, differing = _compare(page, (statement, column), (other, there), period)
            equal[period] += votes
            unequal[period] += differing
    return _Said({period: tuple(votes) for period, votes in equal.items() if votes}, unequal)


def _is_other_measure(column: Column, there: Column) -> bool:
    """Whether two columns can't show one figure: a moment and a time, or two measures."""
    ours, theirs = column.period, there.period
    times = ours is not None and theirs is not None and ours.is_instant != theirs.is_instant
    return times or column.basis is not there.basis


def _compare(
    page: _Page, first: tuple[Statement, Column], second: tuple[Statement, Column], period: Period
) -> tuple[list[Vote], int]:
    votes, unequal = [], 0
    mine, theirs = (page.names[side[0].index] for side in (first, second))
    for name in [name for name in mine if name in theirs]:
        one, two = (
            Ref(side[0].index, rows[name].index, side[1].index)
            for side, rows in ((first, mine), (second, theirs))
        )
        here, there = page.ledger.interval(one), page.ledger.interval(two)
        if here is None or there is None or not is_telling(here):
            continue
        if here in (there, there.times(-1)):
            votes.append(Vote(one, two, period, 0.0))
        else:
            unequal += 1
    return votes, unequal


def _names(statement: Statement) -> dict[Hashable, Row]:
    """The rows by what they are called, the first of each name; a part by line is called so with its kind."""
    names: dict[Hashable, Row] = {}
    for row in statement.rows:
        name = subject_of(row.label) or words_of(row.label)
        if name and row.kind is not None:
            part = statement.kind if statement.kind in BY_LINE and not row.is_total else None
            names.setdefault((name, row.kind, part), row)
    return names
