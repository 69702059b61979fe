"""Times of a sentence made into periods, by what the rest of the document says of its calendar."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from attrs import evolve, frozen

from xbrlgen.calendars import DocumentCalendar, is_month_end, month_end
from xbrlgen.model import Period
from xbrlgen.periods import Length, TimeWords
from xbrlgen.reading.statement import Statement
from xbrlgen.resolving import Resolved, resolve

_YEAR = timedelta(days=365)
_QUARTER = timedelta(days=91)
_LEEWAY = timedelta(days=9)


@frozen
class Clock:
    """A document's calendar with the periods its statements show.

    ``current`` is the period the release is about: the shortest that ends on the newest period end.
    """

    calendar: DocumentCalendar
    known: tuple[Period, ...] = ()
    current: Period | None = None

    @classmethod
    def of(cls, calendar: DocumentCalendar, statements: Iterable[Statement]) -> Clock:
        """Learn the periods that the statements' columns are for."""
        periods = {column.period for statement in statements for column in statement.columns if column.period}
        durations = [period for period in periods if period.start is not None and period.end is not None]
        newest = [period for period in durations if period.end == calendar.period_end]
        current = min(newest, key=_days, default=None)
        return cls(calendar, tuple(sorted(periods, key=str)), current)

    @property
    def year(self) -> Period | None:
        """The year that ends with the newest period, where a statement shows it."""
        whole = (
            each for each in self.known if each.end == self.calendar.period_end and 350 < _days(each) < 380
        )
        return next(whole, None)

    def resolve(self, words: TimeWords, beside: Period | None = None) -> Resolved:
        """Give the period that words name; a year alone means the same stretch as the period beside it."""
        if words.end is not None and words.length is None and words.quarter is None:
            return Resolved(Period.instant(words.end))
        if words == TimeWords(year=words.year) and words.year is not None:
            shifted = self.before(beside, year=words.year) if beside else None
            if shifted is not None:
                return Resolved(shifted, ("the same stretch of another year",))
            return resolve(words, self.calendar, default=Length(12))
        found = resolve(words, self.calendar, instant=words.is_instant)
        return evolve(found, period=self._as_shown(found.period)) if found.period else found

    def _as_shown(self, period: Period) -> Period:
        """Prefer the period a statement shows where the two differ by a few days only."""
        near = [
            known
            for known in self.known
            if _is_alike(known, period)
            and _gap(known.end, period.end) <= _LEEWAY
            and abs(_days(known) - _days(period)) <= 9
        ]
        return near[0] if len(near) == 1 else period

    def before(self, period: Period | None, *, quarters: int = 4, year: int | None = None) -> Period | None:
        """Give the like period a year (or a quarter) earlier, or the one in a given year."""
        if period is None or period.end is None:
            return None
        back = _YEAR if quarters == 4 else _QUARTER * quarters
        if year is not None:
            back = _YEAR * (date_of(period.end).year - year)
        for known in self.known:
            same = _is_alike(known, period) and abs(_days(known) - _days(period)) <= 9
            if same and abs(date_of(period.end) - back - date_of(known.end)) <= _LEEWAY:
                return known
        return None if self.calendar.in_weeks else _shifted(period, quarters=quarters, year=year)


def date_of(day: date | None) -> date:
    """Give a period's end as a date; forever has none."""
    return day if day is not None else date.max


def _days(period: Period) -> int:
    return (date_of(period.end) - period.start).days if period.start else 0


def _gap(one: date | None, other: date | None) -> timedelta:
    return abs(date_of(one) - date_of(other))


def _is_alike(one: Period, other: Period) -> bool:
    return (one.start is None) == (other.start is None) and one.end is not None and other.end is not None


def _shifted(period: Period, *, quarters: int, year: int | None) -> Period | None:
    end, months = date_of(period.end), -3 * quarters
    if year is not None:
        months = 12 * (year - end.year)
    moved = _by_months(end, months)
    if period.start is None:
        return Period.instant(moved)
    day_after = _by_months(period.start - timedelta(days=1), months) + timedelta(days=1)
    return Period.duration(day_after, moved)


def _by_months(day: date, months: int) -> date:
    end = month_end(day.year, day.month + months)
    return end if is_month_end(day) else end.replace(day=min(day.day, end.day))
