"""Columns compared with a year that no other statement compares with: "1999 | 1993" beside "1999 | 1998".

One digit of a year misread moves a whole column, and no sum shows it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from attrs import evolve

from xbrlgen.reading.statement import FACE_KINDS, Basis, Column, ColumnKind, Statement

LONE_YEAR: Final = "other statements compare with the year before"
# Fiscal calendars end a period up to a week earlier or later in another year.
_NEAR: Final = timedelta(days=8)
_YEAR: Final = timedelta(days=365)


def with_lone_years_doubted(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements; columns of years that lie further back than those others show are doubted."""
    face = [statement for statement in statements if statement.kind in FACE_KINDS]
    ends = [{end for column in _dated(each.columns) if (end := _end(column))} for each in face]
    others = [
        set().union(*(own for other, own in enumerate(ends) if other != number))
        for number in range(len(face))
    ]
    known = {statement.index: days for statement, days in zip(face, others, strict=True)}
    return tuple(
        evolve(each, columns=_doubted(each.columns, known[each.index])) if each.index in known else each
        for each in statements
    )


def _doubted(columns: Sequence[Column], others: set[date]) -> tuple[Column, ...]:
    lone = {older.index for newer, older in _pairs(columns) if _is_lone(newer, older, others)}
    return tuple(
        evolve(column, doubt=column.doubt or LONE_YEAR) if column.index in lone else column
        for column in columns
    )


def _pairs(columns: Sequence[Column]) -> Iterator[tuple[Column, Column]]:
    """The two columns of each length that a statement compares, where it has no more of it."""
    by_length: dict[int, list[Column]] = {}
    for column in _dated(columns):
        by_length.setdefault(_months(column), []).append(column)
    for same in by_length.values():
        if len(same) == _COMPARED:
            newer, older = sorted(same, key=lambda column: _end(column) or date.min, reverse=True)
            yield newer, older


# The newer and the older column; of three, the middle one is the year before.
_COMPARED: Final = 2


def _dated(columns: Sequence[Column]) -> list[Column]:
    return [
        column
        for column in columns
        if column.kind is ColumnKind.VALUE
        and column.basis is Basis.REPORTED
        and not column.segment
        and _end(column)
    ]


def _end(column: Column) -> date | None:
    return column.period.end if column.period else None


def _months(column: Column) -> int:
    """How many months a column is for; none for a day."""
    period = column.period
    if period is None or period.start is None or period.end is None:
        return 0
    return round((period.end - period.start).days / 30.4)


def _is_lone(newer: Column, older: Column, others: set[date]) -> bool:
    """Whether years lie between two columns, and the other statements show the year before, not the older."""
    end, before = _end(newer), _end(older)
    if end is None or before is None or end - before < 2 * _YEAR - _NEAR:
        return False
    wanted = _has(others, end - _YEAR)
    return wanted and _has(others, end) and not _has(others, before)


def _has(days: set[date], wanted: date) -> bool:
    return any(abs(day - wanted) <= _NEAR for day in days)
