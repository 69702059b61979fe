"""Columns whose headings were read badly: found again by their figures in a column of another statement.

A column is blurred if no period was read for it, if a face statement seems to have it for a segment, or if
another column of its statement has the same period. Columns are compared row by row, by label.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from typing import Final

from attrs import frozen

from xbrlgen.proving.headings import Heading, Vote, is_telling
from xbrlgen.proving.identity import Ref
from xbrlgen.proving.ledger import Ledger, is_forecast
from xbrlgen.proving.subjects import subject_of
from xbrlgen.proving.words import words_of
from xbrlgen.reading.statement import FACE_KINDS, Column, ColumnKind, Row, Statement, StatementKind

ENOUGH: Final = 2
"""Telling figures that must be equal, and be more than those that differ."""

_WHOLE: Final = FACE_KINDS - {StatementKind.EQUITY}


@frozen
class Candidate:
    """A column of another statement with the figures it shares, and how many it does not."""

    column: Column
    votes: tuple[Vote, ...]
    unequal: int


def blurred_headings(ledger: Ledger) -> Iterator[Heading]:
    """The blurred columns whose period the figures tell."""
    for statement in ledger.document.statements:
        for column in statement.columns:
            if column.kind is ColumnKind.VALUE and _is_blurred(statement, column):
                yield from _heading(ledger, statement, column)


def _is_blurred(statement: Statement, column: Column) -> bool:
    if statement.kind not in _WHOLE or is_forecast(statement):
        return False
    if column.period is None or column.segment:
        return True
    values = [other for other in statement.columns if other.kind is ColumnKind.VALUE]
    return any(other.index != column.index and _key(other) == _key(column) for other in values)


def _key(column: Column) -> tuple[object, ...]:
    return column.period, column.basis, column.segment, column.is_restated


def _heading(ledger: Ledger, statement: Statement, column: Column) -> Iterator[Heading]:
    found = [
        candidate
        for other in ledger.document.statements
        if other.index != statement.index and not is_forecast(other)
        for candidate in _candidates(ledger, statement, column, other)
    ]
    periods = {candidate.column.period for candidate in found}
    if len(periods) != 1:
        return
    best = max(found, key=lambda candidate: len(candidate.votes))
    period = best.column.period
    used = any(
        other.period == period and other.index != column.index and not _is_blurred(statement, other)
        for other in statement.columns
    )
    if period is not None and not used and (period != column.period or column.segment):
        yield Heading(statement.index, column, period, best.votes, is_certain=True)


def _candidates(
    ledger: Ledger, statement: Statement, column: Column, other: Statement
) -> Iterator[Candidate]:
    mine, theirs = _names(statement), _names(other)
    for there in other.columns:
        if there.kind is not ColumnKind.VALUE or there.period is None or there.segment:
            continue
        candidate = _compare(ledger, (statement, column, mine), (other, there, theirs))
        if len(candidate.votes) >= ENOUGH and len(candidate.votes) > candidate.unequal:
            yield candidate


Side = tuple[Statement, Column, Mapping[Hashable, Row]]


def _compare(ledger: Ledger, first: Side, second: Side) -> Candidate:
    votes, unequal = [], 0
    for name in [name for name in first[2] if name in second[2]]:
        one, two = (Ref(side[0].index, side[2][name].index, side[1].index) for side in (first, second))
        here, there = ledger.interval(one), ledger.interval(two)
        if here is None or there is None or not is_telling(here):
            continue
        if here in (there, there.times(-1)) and second[1].period is not None:
            votes.append(Vote(one, two, second[1].period, 0.0))
        else:
            unequal += 1
    return Candidate(second[1], tuple(votes), unequal)


def _names(statement: Statement) -> dict[Hashable, Row]:
    """The rows by what they are called, the first of each name."""
    names: dict[Hashable, Row] = {}
    for row in statement.rows:
        name = subject_of(row.label) or words_of(row.label)
        if name and row.kind is not None:
            names.setdefault((name, row.kind), row)
    return names
