"""Strategies for fiscal calendars: years that end with a month, and years of 52 or 53 weeks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from typing import Final

from attrs import frozen
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from xbrlgen.model import Period

_WEEK: Final = timedelta(days=7)
_DAY: Final = timedelta(days=1)
_QUARTERS: Final = (13, 26, 39)


@frozen
class Calendar:
    """A company's fiscal years.

    ``month`` is the one that years end with. Without ``weekday`` they end with its last day, else on the last
    such weekday in it (0 is Monday), so that years have 52 or 53 weeks.
    """

    month: int
    weekday: int | None = None

    def year_end(self, year: int) -> date:
        """The last day of the fiscal year that ends in a calendar year."""
        first_after = date(year + self.month // 12, self.month % 12 + 1, 1)
        last = first_after - _DAY
        return last if self.weekday is None else last - _DAY * ((last.weekday() - self.weekday) % 7)

    def quarter_ends(self, year: int) -> tuple[date, date, date, date]:
        """The last days of the quarters of a fiscal year; a 53rd week belongs to the last."""
        end, before = self.year_end(year), self.year_end(year - 1)
        if self.weekday is not None:
            first, second, third = (before + _WEEK * weeks for weeks in _QUARTERS)
            return first, second, third, end
        first, second, third = (_month_end(before, months) for months in (3, 6, 9))
        return first, second, third, end

    def quarter(self, year: int, number: int) -> Period:
        """One quarter, counted from 1."""
        ends = (self.year_end(year - 1), *self.quarter_ends(year))
        return Period.duration(ends[number - 1] + _DAY, ends[number])

    def to_date(self, year: int, number: int) -> Period:
        """From the beginning of the year to the end of a quarter; the year itself with 4."""
        return Period.duration(self.year_end(year - 1) + _DAY, self.quarter_ends(year)[number - 1])

    def weeks(self, year: int) -> int:
        """How many weeks a year has, 52 or 53 (or 52, and a day or two, where it ends with a month)."""
        return (self.year_end(year) - self.year_end(year - 1)).days // 7


def _month_end(after: date, months: int) -> date:
    month = after.month + months
    first_after = date(after.year + month // 12, month % 12 + 1, 1)
    return first_after - _DAY


@cache
def calendars() -> SearchStrategy[Calendar]:
    """Calendars, the commonest first: the calendar year, then months from the end of the year, then weeks."""
    months = st.sampled_from((12, 6, 9, 3, 1, 10, 11, 2, 4, 5, 7, 8))
    weekdays = st.sampled_from((None, 5, 6, 4))
    return st.builds(Calendar, months, weekdays)


@st.composite
def comparatives(draw: st.DrawFn, *, calendar: SearchStrategy[Calendar] | None = None) -> tuple[Period, ...]:
    """The columns of a release: a quarter and its year to date, each with the same of the year before."""
    chosen = draw(calendars() if calendar is None else calendar)
    year, number = draw(st.integers(2009, 2025)), draw(st.integers(1, 4))
    both = (year, year - 1)
    quarters = [chosen.quarter(each, number) for each in both]
    return tuple(dict.fromkeys([*quarters, *(chosen.to_date(each, number) for each in both)]))


def lengths(periods: Iterable[Period]) -> tuple[int, ...]:
    """How many days each duration has."""
    return tuple((period.closes - period.opens).days for period in periods)
