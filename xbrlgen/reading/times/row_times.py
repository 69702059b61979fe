"""Rows that say themselves what period their figure is for, under a column for many."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import date
from typing import Final

from attrs import evolve

from xbrlgen.calendars import DocumentCalendar
from xbrlgen.model import Period
from xbrlgen.periods import find_times, read_time
from xbrlgen.reading.heads.caption_times import without_time
from xbrlgen.reading.statement import Column, ColumnKind, Row
from xbrlgen.resolving import resolve

# What stands before or at the beginning of a period that a row is for.
_FOR_THE: Final = "for the"


def is_single(columns: Sequence[Column]) -> bool:
    """Whether there is but one column of values, so that rows may be for different periods."""
    return sum(column.kind is ColumnKind.VALUE for column in columns) == 1


def with_told_periods(rows: Sequence[Row], calendar: DocumentCalendar) -> tuple[Row, ...]:
    """The rows; those that name a period to the day ("... for the year ended June 30, 2003") have it."""
    return tuple(row if row.is_heading else evolve(row, period=_told(row.label, calendar)) for row in rows)


def _told(label: str, calendar: DocumentCalendar) -> Period | None:
    named = [
        span.words
        for span in find_times(label)
        if span.words.end and span.words.length and _FOR_THE in _beginning(label, span.start)
    ]
    return resolve(named[0], calendar).period if len(named) == 1 else None


def _beginning(label: str, start: int) -> str:
    return label[max(start - len(_FOR_THE) - 1, 0) : start + len(_FOR_THE)].lower()


def with_own_times_doubted(rows: Sequence[Row], columns: Sequence[Column]) -> tuple[Row, ...]:
    """The rows; those named by nothing but a time that their columns are not of are in doubt.

    So are those of the last twelve months below shorter times.
    """
    shorter = any(_is_short(column.period) for column in columns if column.kind is ColumnKind.VALUE)
    ends = {column.period.end for column in columns if column.kind is ColumnKind.VALUE and column.period}
    bridged = _rows_from_time_to_time(rows)
    return tuple(
        evolve(row, doubt=row.doubt or _OF_ITS_OWN)
        if _names_other_time(row, ends)
        or (shorter and not row.is_heading and _OF_LAST_YEAR.search(row.label))
        or (row.index in bridged and bridged[row.index] not in _years(ends))
        else row
        for row in rows
    )


def _is_short(period: Period | None) -> bool:
    """Whether a period is a quarter, a half or nine months."""
    if period is None or period.start is None or period.end is None:
        return False
    return (period.end - period.start).days < _A_YEAR


# The shortest years of 52 weeks have 364 days.
_A_YEAR: Final = 350
_OF_LAST_YEAR: Final = re.compile(
    r"\b(?:trailing|last|latest|previous|prior) (?:four|4) quarters\b"
    r"|\b(?:trailing|last|latest) (?:twelve|12)[- ]months?\b|\b[TL]TM\b",
    re.IGNORECASE,
)


def _years(ends: Collection[date | None]) -> frozenset[int]:
    return frozenset(end.year for end in ends if end)


def _rows_from_time_to_time(rows: Sequence[Row]) -> dict[int, int]:
    """The years that labels begin with, by row, where they lead to others: "2018 EPS ... 2019 EPS"."""
    told = {row.index: found for row in rows if not row.is_heading and (found := _BEGINS.match(row.label))}
    years = {index: int(found[1]) for index, found in told.items()}
    return years if len(set(years.values())) > 1 else {}


# A year or quarter before a measure; what is called after a year ("2018 notes", "2016 plan") is none.
_BEGINS: Final = re.compile(
    r"(?:Q[1-4] |(?:first|second|third|fourth) quarter (?:of )?|full[- ]year |fiscal (?:year )?)?"
    r"((?:19|20)\d\d) "
    r"(?!.*\b(?:notes?|plans?|programs?|loans?|facilit\w+|due|debentures|bonds|acquisitions?)\b)[a-z]",
    re.IGNORECASE,
)


_OF_ITS_OWN: Final = "the row is of a time of its own"


def _names_other_time(row: Row, ends: Collection[date | None]) -> bool:
    """Whether a label is but a quarter or a day; years alone are those that amounts fall due in."""
    if row.is_heading or row.period or len(row.label) > _LONGEST_TIME:
        return False
    if without_time(row.label).strip(" ,.:"):
        return False
    time = read_time(row.label)
    timed = time.quarter or time.month or (time.length and not (time.year or time.fiscal_year))
    return bool(timed) and ends != {time.end}


# "Three months ended September 30, 2018" has 37 letters.
_LONGEST_TIME: Final = 45


def without_needless_doubt(columns: Sequence[Column], rows: Sequence[Row]) -> tuple[Column, ...]:
    """The columns; that a heading leaves out the period is no doubt where each row has its own."""
    if not all(row.period for row in rows if not row.is_heading):
        return tuple(columns)
    return tuple(column if column.period else evolve(column, doubt="") for column in columns)
