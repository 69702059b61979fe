"""The periods of the rows of a statement of equity: balances at days, and changes between them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from attrs import evolve

from xbrlgen.model import Period
from xbrlgen.periods import read_time
from xbrlgen.reading.statement import Column, Row
from xbrlgen.reading.words import row_words


def with_row_periods(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows with their periods: a balance that names its day, and every change from one to the next."""
    days = [_balance_day(row) for row in rows]
    return tuple(evolve(row, period=_period(at, row, days)) for at, row in enumerate(rows))


def without_column_periods(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns of a statement of equity: components, not periods."""
    return tuple(evolve(column, period=None, derived=(), doubt="") for column in columns)


def _balance_day(row: Row) -> date | None:
    return read_time(row.label).end if row_words.BALANCE_ROW.match(row.label) else None


def _period(at: int, row: Row, days: Sequence[date | None]) -> Period | None:
    if row.is_heading or row_words.BALANCE_ROW.match(row.label):
        day = days[at]
        return Period.instant(day) if day else None
    before = next((day for day in reversed(days[:at]) if day), None)
    after = next((day for day in days[at + 1 :] if day), None)
    if before is None or after is None or before >= after:
        return None
    return Period.duration(before + timedelta(days=1), after)
