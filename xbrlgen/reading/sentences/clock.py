"""Times of a sentence made into periods, by what the rest of the document says of its calendar."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from attrs import evolve, frozen

from xbrlgen.calendars import DocumentCalendar, fiscal_year_of, is_month_end, month_end, quarter_of
from xbrlgen.model import Period
from xbrlgen.reading.statement import ColumnKind, Statement
from xbrlgen.resolving import Resolved, resolve
from xbrlgen.time_words import Length, TimeWords

_YEAR = timedelta(days=365)
_QUARTER = timedelta(days=91)
# 17 weeks, the longest that fiscal calendars have.
_LONGEST_QUARTER = 120
# Fiscal calendars end a period up to a week earlier or later, and a leap year adds a day: with four days,
# releases of filers with 52 and 53 weeks don't find the year before; twice as many change nothing.
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
        columns = [column for statement in statements for column in statement.columns]
        periods = {each.period for each in columns if each.period and each.kind is ColumnKind.VALUE}
        durations = [period for period in periods if period.start is not None and period.end is not None]
        newest = [period for period in durations if period.end == calendar.period_end]
        current = min(newest, key=_days, default=None)
        return cls(calendar, tuple(sorted(periods, key=str)), current)

    @property
    def year(self) -> Period | None:
        """The year that ends with the newest period, where a statement shows it."""
        whole = (each for each in self.known if each.end == self.calendar.period_end and is_year(each))
        return next(whole, None)

    @property
    def end(self) -> Period | None:
        """The moment at which the newest period ends."""
        return Period.instant(self.calendar.period_end) if self.calendar.period_end else None

    @property
    def quarter(self) -> Period | None:
        """The newest quarter, whether or not a statement shows it."""
        if self.current and _days(self.current) < _LONGEST_QUARTER:
            return self.current
        return self.resolve(TimeWords(length=Length(3))).period

    @property
    def is_year_over(self) -> bool:
        """Whether the release is about the last quarter of a year: the year to date may be the next one."""
        return quarter_of(self.calendar.period_end, self.calendar) == 4

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
        if found.doubt and words.fiscal_year and words.quarter and self.calendar.year_month is None:
            return Resolved(doubt=found.doubt)
        return evolve(found, period=self._as_shown(found.period)) if found.period else found

    def _as_shown(self, period: Period) -> Period:
        """Prefer the period a statement shows where the two differ by a few days only."""
        near = [
            known
            for known in self.known
            if _is_alike(known, period)
            and _gap(known.end, period.end) <= _LEEWAY
            and abs(_days(known) - _days(period)) <= _LEEWAY.days
        ]
        return near[0] if len(near) == 1 else period

    def coming(self, words: TimeWords) -> Period | None:
        """The period that a quarter or a whole year without a date means where it is still to come."""
        newest = self.calendar.period_end
        year = fiscal_year_of(newest, self.calendar) if newest else None
        undated = words in (TimeWords(quarter=words.quarter), TimeWords(length=words.length))
        if newest is None or year is None or not undated or not (words.quarter or is_whole_year(words)):
            return None
        for named in (year, year + 1):
            period = resolve(evolve(words, fiscal_year=named), self.calendar).period
            if period and date_of(period.end) > newest:
                return period
        return None

    def before(self, period: Period | None, *, quarters: int = 4, year: int | None = None) -> Period | None:
        """Give the like period a year (or a quarter) earlier, or the one in a given year."""
        if period is None or period.end is None:
            return None
        back = _YEAR if quarters == 4 else _QUARTER * quarters
        if year is not None:
            back = _YEAR * (date_of(period.end).year - year)
        for known in self.known:
            same = _is_alike(known, period) and abs(_days(known) - _days(period)) <= _LEEWAY.days
            if same and abs(date_of(period.end) - back - date_of(known.end)) <= _LEEWAY:
                return known
        return None if self.calendar.in_weeks else _shifted(period, quarters=quarters, year=year)


def date_of(day: date | None) -> date:
    """Give a period's end as a date; forever has none."""
    return day if day is not None else date.max


def is_whole_year(words: TimeWords) -> bool:
    """Whether words speak of twelve months."""
    return words.length is not None and words.length.months == 12


def is_year(period: Period) -> bool:
    """Whether a period is a year long, in months or in weeks."""
    return 350 < _days(period) < 380


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
