"""The periods that words name in a document's calendar."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from attrs import evolve, frozen

from xbrlgen.calendars import (
    Day,
    DocumentCalendar,
    closing_year,
    ending_year,
    fiscal_year_end,
    fiscal_year_of,
    is_month_end,
    month_end,
    nominal_month,
    quarter_end,
    quarter_of,
)
from xbrlgen.model import Period
from xbrlgen.time_words import Length, TimeWords


@frozen
class Resolved:
    """The period some words name: ``derived`` tells what was filled in, ``doubt`` why it is not sure."""

    period: Period | None = None
    derived: tuple[str, ...] = ()
    doubt: str = ""


def resolve(
    words: TimeWords, calendar: DocumentCalendar, *, instant: bool = False, default: Length | None = None
) -> Resolved:
    """The period that words name in a document's calendar; ``default`` is the length of undated columns."""
    end = _end(words, calendar, default)
    if end.day is None:
        return Resolved(derived=end.derived, doubt=end.doubt)
    if instant:
        return Resolved(Period.instant(end.day), end.derived, end.doubt)
    if words.start is not None and words.start < end.day:
        return Resolved(Period.duration(words.start, end.day), end.derived, end.doubt)
    length, derived = _length(words, calendar, end.day, default)
    if length is None:
        return Resolved(
            derived=end.derived, doubt=end.doubt or "the heading does not say how long the period is"
        )
    start = _start(end.day, length, calendar)
    if start.day is None or start.day > end.day:
        return Resolved(derived=end.derived, doubt=start.doubt or "no first day fits the calendar")
    return Resolved(
        Period.duration(start.day, end.day), end.derived + derived + start.derived, end.doubt or start.doubt
    )


def _length(
    words: TimeWords, calendar: DocumentCalendar, end: date, default: Length | None
) -> tuple[Length | None, tuple[str, ...]]:
    if words.is_trailing:
        return Length(12), ()
    if words.is_to_date and not words.length:
        quarter = quarter_of(end, calendar)
        return (
            (Length(3 * quarter), ("length: from the beginning of the fiscal year",))
            if quarter
            else (None, ())
        )
    if words.length:
        return words.length, ()
    if words.quarter:
        return Length(3), ()
    return (default, ("length: from the text around the table",)) if default else (None, ())


def _end(words: TimeWords, calendar: DocumentCalendar, default: Length | None) -> Day:
    if words.end:
        return Day(words.end)
    if words.month:
        return _end_in_month(words, words.month, calendar)
    year = words.fiscal_year or words.year
    length = words.length or default
    if words.quarter:
        return _end_of_quarter(words.quarter, year, calendar)
    if length and length.months == 12 and year:
        return _explained(
            fiscal_year_end(ending_year(year, calendar), calendar), "day: end of the fiscal year"
        )
    return _end_by_document(words, year, calendar, is_timed=bool(length))


def _end_by_document(
    words: TimeWords, year: int | None, calendar: DocumentCalendar, *, is_timed: bool
) -> Day:
    if calendar.period_end is None:
        return Day(None, doubt="neither the heading nor the document says when the period ends")
    quarter = quarter_of(calendar.period_end, calendar)
    if words.fiscal_year and quarter and calendar.named_by_start is not None:
        return _explained(quarter_end(words.fiscal_year, quarter, calendar), _SAME_DAY)
    if year:
        return _same_day_in(year, calendar.period_end, calendar)
    if is_timed or words.is_instant or words.is_to_date:
        return Day(calendar.period_end, ("date: the document's period end",))
    return Day(None)


def _explained(day: Day, words: str) -> Day:
    return Day(day.day, (words, *day.derived), day.doubt)


def _end_in_month(words: TimeWords, month: int, calendar: DocumentCalendar) -> Day:
    year, derived = words.year or words.fiscal_year, ()
    if year is None:
        return _without_year(words, month, calendar)
    printed = [end for end in calendar.ends if nominal_month(end) == (year, month)]
    if words.day is None:
        return Day(printed[-1] if printed else month_end(year, month), ("day: end of the month",))
    return Day(month_end(year, month), derived, f"there is no day {words.day} in month {month}")


def _without_year(words: TimeWords, month: int, calendar: DocumentCalendar) -> Day:
    newest = calendar.period_end
    if newest is None:
        return Day(None, doubt="neither the heading nor the document gives the year")
    this, before = (_in_month(year, month, words.day) for year in (newest.year, newest.year - 1))
    return Day(this if this <= newest else before, ("year: the newest in the document",))


def _in_month(year: int, month: int, day: int | None) -> date:
    """A day of a month, its last where there is no such day or none is named."""
    last = month_end(year, month)
    return last if day is None or day > last.day else last.replace(day=day)


def _end_of_quarter(quarter: int, year: int | None, calendar: DocumentCalendar) -> Day:
    if year is None:
        now = quarter_of(calendar.period_end, calendar) if calendar.period_end else None
        if now == quarter or now is None:
            doubt = "" if calendar.period_end else "nothing says when the quarter ends"
            return Day(calendar.period_end, ("date: the document's period end",), doubt)
        year = fiscal_year_of(calendar.period_end, calendar) if calendar.period_end else None
    if year is None:
        return Day(None, doubt="nothing says which year's quarter this is")
    return _explained(quarter_end(year, quarter, calendar), "date: end of the fiscal quarter")


_SAME_DAY: Final = "date: the document's period end, in the year of the heading"


def _same_day_in(year: int, period_end: date, calendar: DocumentCalendar) -> Day:
    quarter = quarter_of(period_end, calendar)
    if year == period_end.year:
        return Day(period_end, (_SAME_DAY,))
    if not calendar.in_weeks or quarter is None:
        return Day(month_end(year, nominal_month(period_end)[1]), (_SAME_DAY,))
    nominal_year, month = nominal_month(period_end)
    shifted = month_end(nominal_year + year - period_end.year, month)
    printed = [end for end in calendar.ends if abs((end - shifted).days) <= 14]
    if printed:
        return Day(min(printed, key=lambda end: abs(end - shifted)), (_SAME_DAY,))
    named = fiscal_year_of(period_end, calendar) or period_end.year
    return _explained(quarter_end(named + year - period_end.year, quarter, calendar), _SAME_DAY)


_DAY: Final = timedelta(days=1)
_IN_WEEKS: Final = ("first day: counted in weeks",)
# How many weeks a period of so many months may have, the usual count first.
_WEEKS: Final = {3: (13, 14, 12, 16, 17), 6: (26, 27, 24, 28), 9: (39, 40, 36), 12: (52, 53)}


def _start(end: date, length: Length, calendar: DocumentCalendar) -> Day:
    if length.in_weeks:
        return Day(end - timedelta(weeks=length.count) + _DAY)
    if not calendar.in_weeks:
        if is_month_end(end):
            counted = Day(month_end(end.year, end.month - length.count) + _DAY)
            in_months = not _has_odd_fellow(end, calendar)
            return counted if in_months else _beside_a_months_end(end, length.count, calendar, counted)
        before = _in_month(end.year, end.month - length.count, end.day)
        counted = Day(before + _DAY, ("first day: counted in months",))
        return _beside_a_months_end(end, length.count, calendar, counted)
    return _start_in_weeks(end, length.count, calendar)


def _has_odd_fellow(end: date, calendar: DocumentCalendar) -> bool:
    """Whether an end beside a month's has the weekday of this one, which may be a month's by chance."""
    odd = (other for other in calendar.ends if not is_month_end(other) and _is_near_month_end(other))
    return any(other.weekday() == end.weekday() for other in odd)


def _is_near_month_end(end: date) -> bool:
    year, month = nominal_month(end)
    return abs((month_end(year, month) - end).days) < _WEEK


def _beside_a_months_end(end: date, months: int, calendar: DocumentCalendar, counted: Day) -> Day:
    """The first day of a period that ends within a week of a month's end, where years end with a month."""
    if not (_is_near_month_end(end) and end in calendar.ends and any(map(is_month_end, calendar.ends))):
        return counted
    year, month = nominal_month(end)
    before = month_end(year, month - months)
    if before.month == calendar.year_month:
        return Day(before + _DAY, ("first day: after the end of the fiscal year before",))
    printed = [other for other in calendar.ends if abs((other - before).days) < _WEEK]
    if printed:
        return Day(printed[0] + _DAY, ("first day: after the printed end before",))
    return evolve(
        counted, doubt="it ends beside the end of a month; the end of the one before is not printed"
    )


_WEEK: Final = 7


def _start_in_weeks(end: date, months: int, calendar: DocumentCalendar) -> Day:
    year, quarter = fiscal_year_of(end, calendar), quarter_of(end, calendar)
    told = next((weeks for named, weeks in calendar.weeks if named == (year, quarter)), None)
    if told and months == 3:
        return Day(end - timedelta(weeks=told) + _DAY, ("first day: weeks told in the text",))
    for weeks in _WEEKS.get(months, ()):
        if end - timedelta(weeks=weeks) in calendar.ends:
            return Day(end - timedelta(weeks=weeks) + _DAY, ("first day: after the printed end before",))
    usual = _usual_weeks(months, quarter, calendar)
    if usual is None:
        return Day(None, doubt=f"a period of {months} months in a calendar of weeks")
    return _checked_by_year(end, usual, months, calendar)


def _usual_weeks(months: int, quarter: int | None, calendar: DocumentCalendar) -> int | None:
    first = calendar.quarter_weeks
    rest = 52 - sum(first)
    by_length = {3: (*first, rest)[(quarter or 2) - 1], 6: first[0] + first[1], 9: sum(first), 12: 52}
    return by_length.get(months)


def _checked_by_year(end: date, weeks: int, months: int, calendar: DocumentCalendar) -> Day:
    """The first day by the usual count of weeks, unless the fiscal year's own first day says otherwise."""
    counted = Day(end - timedelta(weeks=weeks) + _DAY, _IN_WEEKS)
    year, quarter = closing_year(end, calendar), quarter_of(end, calendar)
    if year is None or quarter is None:
        return counted
    before = fiscal_year_end(year - 1, calendar)
    if months == 3 * quarter:
        return _from_the_years_first(counted, before, weeks)
    if months == 3 and quarter == 4:
        return _after_three_quarters(counted, before, sum(calendar.quarter_weeks))
    return counted


def _from_the_years_first(counted: Day, before: Day, weeks: int) -> Day:
    if before.day is None or counted.day is None or abs((before.day + _DAY - counted.day).days) > 8:
        return counted
    if before.doubt:
        return evolve(counted, doubt=f"{weeks} or {weeks + 1} weeks: {before.doubt}")
    return Day(before.day + _DAY, ("first day: after the end of the fiscal year before",))


def _after_three_quarters(counted: Day, before: Day, weeks: int) -> Day:
    if before.doubt or before.day is None:
        return evolve(counted, doubt="the fourth quarter may have a week more")
    return Day(before.day + timedelta(weeks=weeks) + _DAY, _IN_WEEKS)
