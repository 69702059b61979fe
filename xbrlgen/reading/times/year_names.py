"""Columns of quarters whose bare years may be fiscal or calendar years, where these differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import evolve

from xbrlgen.calendars import DocumentCalendar, quarter_of
from xbrlgen.reading.statement import Column
from xbrlgen.reading.tables.heading import Heading

TWO_YEARS: Final = "the year of the quarter may be the fiscal or the calendar year"


def with_years_doubted(
    headings: Sequence[Heading], columns: Sequence[Column], calendar: DocumentCalendar
) -> list[Column]:
    """The columns; quarters that by fiscal years all end a year before the release's own are doubted.

    "Second Quarter 2024 | 2023", in a release for the quarter to July 2024, the second of fiscal 2025, are
    by its fiscal years those of 2023 and 2022; more likely its own.
    """
    named = [at for at, heading in enumerate(headings) if _is_bare(heading)]
    if not _end_a_year_before([headings[at] for at in named], [columns[at] for at in named], calendar):
        return list(columns)
    return [
        evolve(column, doubt=column.doubt or TWO_YEARS) if at in named else column
        for at, column in enumerate(columns)
    ]


def _is_bare(heading: Heading) -> bool:
    time = heading.time
    return bool(time.quarter and time.year) and not (time.month or time.fiscal_year)


def _end_a_year_before(
    headings: Sequence[Heading], columns: Sequence[Column], calendar: DocumentCalendar
) -> bool:
    """Whether the newest quarter by name is the release's own by calendar years, and not by fiscal ones."""
    newest = calendar.period_end
    if newest is None or not headings:
        return False
    at = max(
        range(len(headings)), key=lambda at: (headings[at].time.year or 0, headings[at].time.quarter or 0)
    )
    period = columns[at].period
    is_own = (headings[at].time.year, headings[at].time.quarter) == (
        newest.year,
        quarter_of(newest, calendar),
    )
    return is_own and period is not None and period.end is not None and period.end.year < newest.year
