"""Periods: a moment, a time, or all time."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any, Final

from attrs import Attribute, field, frozen

from xbrlgen.model.checks import ModelError
from xbrlgen.model.ordering import Ordered

_LAST_DAY: Final = date(9998, 12, 31)


def _day_if_midnight(moment: date | None, days: int) -> date | None:
    if isinstance(moment, datetime) and moment.time() == time() and moment.tzinfo is None:
        return moment.date() + timedelta(days=days)
    return moment


def _may_be(moment: object) -> bool:
    """Whether a period may begin or end there."""
    if isinstance(moment, datetime):
        return moment.tzinfo is None and moment.date() <= _LAST_DAY
    return moment is None or (isinstance(moment, date) and moment <= _LAST_DAY)


def _opening(moment: date | None) -> date | None:
    """A start at midnight is a day."""
    return _day_if_midnight(moment, 0)


def _closing(moment: date | None) -> date | None:
    """An end at midnight is the day before."""
    return _day_if_midnight(moment, -1)


@frozen(order=False, repr=False, cache_hash=True)
class Period(Ordered):
    """An instant (no ``start``), a duration (both days included) or forever (neither).

    A moment that isn't midnight is a `datetime` without zone; one at midnight becomes the day it bounds, so
    that equal periods are equal:

    >>> Period.instant(datetime(2014, 1, 1)) == Period.instant(date(2013, 12, 31))
    True
    """

    start: date | None = field(converter=_opening)
    end: date | None = field(converter=_closing)

    @start.validator
    @end.validator
    def _check_moment(self, attribute: Attribute[Any], moment: object) -> None:
        if not _may_be(moment):
            allowed = "a day up to 9998-12-31, or a time without zone, or None"
            raise ModelError(f"Period.{attribute.name}", repr(moment), allowed)

    @end.validator
    def _check_order(self, _: object, end: date | None) -> None:
        if self.start is None:
            return
        if end is None:
            raise ModelError("Period.end", "None", "an end, as there is a start")
        if self.opens >= self.closes:
            raise ModelError("Period.end", str(end), f"a time after the start, {self.start}")

    @classmethod
    def instant(cls, day: date) -> Period:
        """The end of ``day`` (or the very time, if it has one)."""
        return cls(None, day)

    @classmethod
    def duration(cls, start: date, end: date) -> Period:
        """From the beginning of ``start`` to the end of ``end``."""
        return cls(start, end)

    @classmethod
    def forever(cls) -> Period:
        """All time."""
        return cls(None, None)

    @property
    def is_instant(self) -> bool:
        """Whether this is a moment."""
        return self.start is None and self.end is not None

    @property
    def is_duration(self) -> bool:
        """Whether this has a beginning and an end."""
        return self.start is not None

    @property
    def is_forever(self) -> bool:
        """Whether this is all time."""
        return self.end is None

    @property
    def opens(self) -> datetime:
        """The moment a duration begins."""
        if self.start is None:
            raise ModelError("Period.opens", str(self), "a duration")
        return self.start if isinstance(self.start, datetime) else datetime.combine(self.start, time())

    @property
    def closes(self) -> datetime:
        """The moment a duration ends, or the instant itself: midnight after the day ``end``."""
        if self.end is None:
            raise ModelError("Period.closes", str(self), "an instant or a duration")
        if isinstance(self.end, datetime):
            return self.end
        return datetime.combine(self.end, time()) + timedelta(days=1)

    @property
    def key(self) -> tuple[object, ...]:
        """What it is ordered by: forever, then instants, then durations, each by time."""
        return _key_of(self)

    def __str__(self) -> str:
        if self.end is None:
            return "forever"
        return f"{self.end}" if self.start is None else f"{self.start} to {self.end}"


@lru_cache(maxsize=16_384)
def _key_of(period: Period) -> tuple[str, str]:
    """The key of a period, made once: a report has few periods and many facts."""
    start = period.opens.isoformat() if period.is_duration else ""
    return (start, "" if period.is_forever else period.closes.isoformat())
