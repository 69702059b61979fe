"""A document's fiscal calendar: its years and quarters, and the days they end on."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from attrs import frozen

# How many weeks each of the first three quarters has in fiscal years of weeks; the fourth has the rest.
# Origin: most filers with 52 or 53 weeks; retailers whose last quarter, or whose first, has sixteen.
EVEN_QUARTERS = (13, 13, 13)
LONG_LAST_QUARTER = (12, 12, 12)
LONG_FIRST_QUARTER = (16, 12, 12)


@frozen(cache_hash=True)
class DocumentCalendar:
    """When this document's periods end and how long they are, as far as the document tells.

    ``ends`` are the period ends it prints; ``year_month`` the month in which its fiscal year ends;
    ``rule`` says which weekday of the month a year in weeks ends on, the ``last`` or the one ``nearest``
    to its end; ``quarter_weeks`` are the weeks of the first three quarters; ``weeks`` holds the lengths
    that sentences give for a (fiscal year, quarter); ``year_ends`` are ends of fiscal years that follow from
    the printed ends.
    """

    ends: tuple[date, ...] = ()
    period_end: date | None = None
    year_month: int | None = None
    in_weeks: bool = False
    weekday: int | None = None
    rule: str = ""
    quarter_weeks: tuple[int, int, int] = EVEN_QUARTERS
    named_by_start: bool | None = None
    weeks: tuple[tuple[tuple[int, int], int], ...] = ()
    year_ends: tuple[date, ...] = ()


@frozen
class Day:
    """A day worked out: how, and why it may be wrong."""

    day: date | None
    derived: tuple[str, ...] = ()
    doubt: str = ""


def month_end(year: int, month: int) -> date:
    """The last day of a month; months beyond December or before January run into other years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, _days_of(year, month))


def is_month_end(day: date) -> bool:
    """Whether a day is the last of its month."""
    return day.day == _days_of(day.year, day.month)


@lru_cache(maxsize=1024)
def _days_of(year: int, month: int) -> int:
    return monthrange(year, month)[1]


def nominal_month(day: date) -> tuple[int, int]:
    """Year and month whose end a period end stands for; its first week belongs to the month before."""
    shifted = day - timedelta(days=7) if day.day <= 7 else day
    return shifted.year, shifted.month


def ending_year(fiscal_year: int, calendar: DocumentCalendar) -> int:
    """The calendar year in which the fiscal year of that name ends."""
    return fiscal_year + bool(calendar.named_by_start)


@lru_cache(maxsize=256)
def fiscal_year_end(year: int, calendar: DocumentCalendar) -> Day:
    """The end of the fiscal year whose closing month lies in ``year``."""
    if calendar.year_month is None:
        return Day(month_end(year, 12), doubt="nothing says when the fiscal year ends; December is assumed")
    nominal = month_end(year, calendar.year_month)
    if not calendar.in_weeks or calendar.weekday is None:
        return Day(nominal)
    printed = [
        end
        for end in (*calendar.year_ends, *calendar.ends)
        if nominal_month(end) == (year, calendar.year_month)
    ]
    if printed:
        return Day(printed[-1])
    if _ends_with_month(calendar):
        return Day(nominal)
    last = nominal - timedelta(days=(nominal.weekday() - calendar.weekday) % 7)
    nearest = last if (nominal - last).days < 4 else last + timedelta(days=7)
    doubt = "" if calendar.rule or last == nearest else "a year of 52 or 53 weeks: its end is not printed"
    return Day(nearest if calendar.rule == "nearest" else last, ("day: by the weeks of the calendar",), doubt)


def _ends_with_month(calendar: DocumentCalendar) -> bool:
    """Whether only quarters are in weeks: the years printed end with their month, on another weekday."""
    known = [end for end in calendar.ends if nominal_month(end)[1] == calendar.year_month]
    return bool(known) and all(is_month_end(end) and end.weekday() != calendar.weekday for end in known)


def quarter_end(fiscal_year: int, quarter: int, calendar: DocumentCalendar) -> Day:
    """The end of a fiscal quarter."""
    year = ending_year(fiscal_year, calendar)
    if quarter == 4:
        return fiscal_year_end(year, calendar)
    month = calendar.year_month or 12
    nominal = month_end(year, month - 3 * (4 - quarter))
    if not calendar.in_weeks:
        doubt = "" if calendar.year_month else "nothing says when the fiscal year ends; December is assumed"
        return Day(nominal, doubt=doubt)
    before = fiscal_year_end(year - 1, calendar)
    weeks = sum(calendar.quarter_weeks[:quarter])
    day = before.day + timedelta(weeks=weeks) if before.day else nominal
    printed = [end for end in calendar.ends if abs((end - day).days) <= 8]
    return Day(printed[0]) if printed else Day(day, before.derived, before.doubt)


def closing_year(end: date, calendar: DocumentCalendar) -> int | None:
    """The calendar year in which the fiscal year that ``end`` lies in comes to its end."""
    if calendar.year_month is None:
        return None
    year, month = nominal_month(end)
    return year + (month > calendar.year_month)


def fiscal_year_of(end: date, calendar: DocumentCalendar) -> int | None:
    """The name of the fiscal year a day lies in."""
    year = closing_year(end, calendar)
    return None if year is None else year - bool(calendar.named_by_start)


def quarter_of(end: date | None, calendar: DocumentCalendar) -> int | None:
    """Which fiscal quarter ends on a day."""
    year = closing_year(end, calendar) if end else None
    if end is None or year is None or calendar.year_month is None:
        return None
    if calendar.in_weeks:
        before = fiscal_year_end(year - 1, calendar).day
        weeks = round((end - before).days / 7) if before else 0
        sums = [sum(calendar.quarter_weeks[:count]) for count in (1, 2, 3)]
        sums.append(52)
        return next((number for number, total in enumerate(sums, 1) if abs(weeks - total) <= 1), None)
    months = 12 - (calendar.year_month - end.month) % 12
    return (months + 2) // 3
