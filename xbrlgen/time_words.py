"""What words of time say, whatever they look like in print: how long, from when, to when, of which year."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import reduce
from typing import Final

from attrs import evolve, frozen


@frozen
class Length:
    """How long a period is, in months or in weeks."""

    count: int
    in_weeks: bool = False

    @property
    def months(self) -> int:
        """The nearest whole number of months."""
        return round(self.count * 12 / 52) if self.in_weeks else self.count


# What "Quarterly" says of length; of a year to date beside it, it says nothing.
_QUARTERLY: Final = Length(3)
# What the name of a year says of its length; of a year to date, it says nothing.
YEAR_NAMED: Final = Length(12)


# From the short quarters of calendars with twelve weeks to the long one of those with sixteen or seventeen.
_WEEKS_OF_QUARTER: Final = range(11, 18)


@frozen
class TimeWords:
    """What some words say of time; what they leave out is None.

    ``quarter`` counts from 1 in the fiscal year; ``length`` comes from "Nine Months", "Year" and the like;
    ``fiscal_year`` is a year named as one ("fiscal 2013"), ``year`` any other;
    ``is_trailing`` says that twelve months are meant whatever quarter they end with; ``start`` is a first
    day that is named itself.
    """

    length: Length | None = None
    quarter: int | None = None
    month: int | None = None
    day: int | None = None
    year: int | None = None
    fiscal_year: int | None = None
    is_instant: bool = False
    is_to_date: bool = False
    is_trailing: bool = False
    start: date | None = None

    @property
    def end(self) -> date | None:
        """The day named, where it is named in full and exists."""
        if self.month is None or self.day is None or self.year is None:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None

    @property
    def says_weeks_of_quarter(self) -> bool:
        """Whether it says no more than how many weeks a quarter has: "(13 weeks)"."""
        return (
            self.length is not None
            and self.length.in_weeks
            and self.length.count in _WEEKS_OF_QUARTER
            and self == TimeWords(length=self.length)
        )

    @property
    def says_nothing(self) -> bool:
        """Whether nothing of time was said."""
        return self == _NO_WORDS

    @property
    def is_whole_year(self) -> bool:
        """Whether a fiscal year is meant that nothing dates to the day."""
        twelve = self.length is not None and self.length.months == 12
        return twelve and not (self.month or self.quarter or self.fiscal_year or self.is_trailing)

    @property
    def leaves_year_open(self) -> bool:
        """Whether a length is named and its year is left to other headings."""
        return self.length is not None and self.year is None

    @property
    def _is_open(self) -> bool:
        """Whether only the first day of a period is told, its last following below."""
        return self.start is not None and not (self.month or self.year)

    def over(self, lower: TimeWords) -> TimeWords:
        """These words completed by those printed below or after them, which are the more exact."""
        if lower.says_nothing:
            return self
        if lower.is_whole_year and self.length and self.length.months < 12:
            return evolve(self, length=None, quarter=None, month=None, day=None).over(lower)
        if lower.fiscal_year and not lower.month and self.end:
            return evolve(self, month=None, day=None, year=None).over(lower)
        names_year = lower.fiscal_year is not None and lower.quarter is None
        keeps_quarter = names_year or lower.length is None or lower.says_weeks_of_quarter
        return TimeWords(
            self._length_over(lower, names_year=names_year),
            lower.quarter or (self.quarter if keeps_quarter else None),
            lower.month or (None if lower.quarter else self.month),
            lower.day if lower.month or lower.quarter else self.day,
            lower.year or self.year,
            lower.fiscal_year or self.fiscal_year,
            lower.is_instant or (self.is_instant and lower.length is None),
            lower.is_to_date or self.is_to_date,
            lower.is_trailing or self.is_trailing,
            lower.start or (None if (lower.month or lower.quarter) and not self._is_open else self.start),
        )

    def _length_over(self, lower: TimeWords, *, names_year: bool) -> Length | None:
        """How long a period is; of a year to date, the name of its year says nothing."""
        begins_anew = lower.quarter or (lower.is_to_date and self.length == _QUARTERLY)
        above = None if begins_anew else self.length
        length = (self.length if names_year and (self.length or self.quarter) else lower.length) or above
        is_to_date = lower.is_to_date or self.is_to_date
        names_its_year = (lower if lower.length else self).fiscal_year is not None
        return None if is_to_date and names_its_year and length == YEAR_NAMED else length


_NO_WORDS: Final = TimeWords()


def combine(parts: Iterable[TimeWords]) -> TimeWords:
    """Partial headings, from the outermost to the innermost, as one."""
    return reduce(TimeWords.over, parts, TimeWords())


def with_year(words: TimeWords, year: int) -> TimeWords:
    """The same words with the year they left out."""
    return evolve(words, year=year)
