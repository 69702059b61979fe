"""A document's fiscal calendar, inferred from its own headings and sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import TypeVar

from attrs import evolve

from xbrlgen.calendars import (
    EVEN_QUARTERS,
    LONG_FIRST_QUARTER,
    LONG_LAST_QUARTER,
    DocumentCalendar,
    is_month_end,
    month_end,
    nominal_month,
    quarter_end,
)
from xbrlgen.time_words import TimeWords

T = TypeVar("T")


def infer_calendar(
    headings: Sequence[TimeWords],
    sentences: Sequence[TimeWords] = (),
    *,
    others: Sequence[TimeWords] = (),
    latest: date | None = None,
) -> DocumentCalendar:
    """The calendar that a document's statement headings, and next its sentences, bear witness to.

    ``others`` are the headings of tables that are no statements: they tell when the fiscal year ends where no
    statement does. ``latest`` is the day of the document where it is known: no period reported ends later.
    """
    said = _with_times(sentences)
    ends = _ends(headings, latest) or _ends(said, latest)
    every = [*headings, *said]
    in_weeks, weeks = _in_weeks(ends, every), _told_weeks(sentences)
    quarter_weeks = _quarter_weeks(every, weeks)
    newest = _newest(headings, ends) or _newest(said, ends)
    month = _closing_month(
        headings, sentences, others, ends, newest, by_months=quarter_weeks == EVEN_QUARTERS
    )
    year_ends = _year_ends(ends, month, quarter_weeks) if in_weeks else set()
    calendar = DocumentCalendar(
        ends=tuple(sorted(ends)),
        period_end=newest,
        year_month=month,
        in_weeks=in_weeks,
        weekday=_most(Counter(end.weekday() for end in sorted(ends))) if in_weeks else None,
        rule=_rule(ends | year_ends, month) if in_weeks else "",
        quarter_weeks=quarter_weeks,
        named_by_start=_naming(every, month, newest),
        weeks=weeks,
        year_ends=tuple(sorted(year_ends)),
    )
    return _with_named_quarter(calendar, headings)


def _with_times(sentences: Iterable[TimeWords]) -> list[TimeWords]:
    return [words for words in sentences if words.length or words.quarter]


def _closing_month(
    headings: Sequence[TimeWords],
    sentences: Sequence[TimeWords],
    others: Sequence[TimeWords],
    ends: set[date],
    newest: date | None,
    *,
    by_months: bool,
) -> int | None:
    """The last month of the fiscal year, by the best witness there is."""
    every = [*headings, *_with_times(sentences)]
    told = _of_headline(sentences, newest)
    closed = told if told is not None and told in _older_instants(every, ends) else None
    return (
        _year_month(every, by_months=by_months, closed=closed)
        or _year_month(others, by_months=by_months, closed=closed)
        or _of_year_end(every, ends)
        or _of_newest(headings, newest, {word.end for word in sentences if word.end})
        or told
    )


def _with_named_quarter(calendar: DocumentCalendar, headings: Sequence[TimeWords]) -> DocumentCalendar:
    """The calendar with the end of the newest quarter that headings name but nothing dates."""
    named = [
        (year, word.quarter) for word in headings if word.quarter and (year := word.fiscal_year or word.year)
    ]
    if not named or calendar.year_month is None or any(word.end for word in headings):
        return calendar
    end = quarter_end(*max(named), calendar).day
    if end is None:
        return calendar
    return evolve(calendar, period_end=max(end, calendar.period_end or end))


def _ends(words: Iterable[TimeWords], latest: date | None) -> set[date]:
    return {word.end for word in words if word.end and (latest is None or word.end <= latest)}


def _newest(words: Sequence[TimeWords], ends: set[date]) -> date | None:
    """The newest end of a duration, best one that an instant confirms; of anything where none is dated."""
    durations = [word.end for word in words if word.end in ends and _is_timed(word) and not word.is_instant]
    instants = [word.end for word in words if word.end in ends]
    untimed = (word for word in words if not _is_timed(word))
    confirmed = {word.end for word in untimed if word.end in ends}
    if confirmed & set(durations):
        durations = [end for end in durations if end in confirmed]
    return max((end for end in durations or instants if end is not None), default=None)


def _is_timed(word: TimeWords) -> bool:
    return bool(word.length or word.quarter or word.start or word.is_to_date)


def _in_weeks(ends: set[date], words: Sequence[TimeWords]) -> bool:
    odd = sum(not is_month_end(end) for end in ends)
    told = any(word.length and word.length.in_weeks and word.length.count >= 12 for word in words)
    same_weekday = len({end.weekday() for end in ends}) == 1
    return odd > 0 and (odd * 2 >= len(ends) or told or same_weekday)


def _year_month(words: Sequence[TimeWords], *, by_months: bool, closed: int | None = None) -> int | None:
    """The last month of the fiscal year by the quarters and lengths that words name with their ends.

    Where another month is known to have ``closed`` it, twelve months to a quarter's end are no fiscal year.
    """
    votes: Counter[int] = Counter()
    for word in words:
        month = _month_named(word)
        if month is None or word.is_trailing:
            continue
        if word.end and word.length and word.length.in_weeks and word.length.count >= 24:
            votes[nominal_month(word.end - timedelta(weeks=word.length.count))[1]] += 2
        elif word.quarter and (by_months or word.quarter == 4):
            votes[(month + 3 * (4 - word.quarter) - 1) % 12 + 1] += 3
        elif word.length and word.length.months == _YEAR and closed is not None and month != closed:
            continue
        elif word.length and word.length.months in {6, 9, 12}:
            votes[(month + 12 - word.length.months - 1) % 12 + 1] += 2
    return _most(votes)


_YEAR = 12
_QUARTERS = 4
# The last month of winter.
_WINTER = 2


def _most(votes: Counter[T]) -> T | None:
    """What most votes are for; the first of them where there are as many for several."""
    return max(votes, key=votes.__getitem__, default=None)


def _of_newest(headings: Sequence[TimeWords], newest: date | None, told: set[date]) -> int | None:
    """The last month of a fiscal year whose newest quarter, as headings name it, is the newest period end.

    Where nothing is called a period end, a date of the text that ends the same calendar quarter will do.
    """
    named = [
        (year, word.quarter) for word in headings if word.quarter and (year := word.fiscal_year or word.year)
    ]
    if not named:
        return None
    if newest is None:
        year, quarter = max(named)
        return 12 if month_end(year, 3 * quarter) in told else None
    return (nominal_month(newest)[1] + 3 * (4 - max(named)[1]) - 1) % 12 + 1


def _month_named(word: TimeWords) -> int | None:
    if word.month is None:
        return None
    return nominal_month(word.end)[1] if word.end else word.month


def _of_year_end(words: Sequence[TimeWords], ends: set[date]) -> int | None:
    """The month of the one balance sheet date before the newest; ends of several quarters tell nothing."""
    months = set(_older_instants(words, ends))
    return months.pop() if len(months) == 1 else None


def _of_headline(sentences: Sequence[TimeWords], newest: date | None) -> int | None:
    """The last month of a fiscal year by what the headline calls the newest quarter, where nothing tells."""
    if newest is None:
        return None
    named = next((word for word in sentences if word.quarter), None)
    if named is None or named.quarter is None or named.month or named.length:
        return None
    year = named.fiscal_year or named.year
    # Years that are called after the one they begin in are those of shops, which end in winter.
    before = named.quarter == _QUARTERS or newest.month <= _WINTER
    near = year is not None and newest.year - before <= year <= newest.year + 1
    return (nominal_month(newest)[1] + 3 * (4 - named.quarter) - 1) % 12 + 1 if near else None


def _older_instants(words: Sequence[TimeWords], ends: set[date]) -> Iterable[int]:
    """Months of balance sheet dates that stand less than a year before the newest: ends of fiscal years."""
    instants = {word.end for word in words if word.end in ends and word.end and word.length is None}
    newest = max(instants, default=None)
    for day in instants:
        if newest and 20 < (newest - day).days < 350:
            yield nominal_month(day)[1]


def _rule(ends: set[date], month: int | None) -> str:
    for end in sorted(ends):
        year, nominal = nominal_month(end)
        late = (month_end(year, nominal) - end).days
        if nominal == month and not 0 <= late < 4:
            return "nearest" if late < 0 else "last"
    return ""


def _year_ends(ends: set[date], month: int | None, quarter_weeks: tuple[int, int, int]) -> set[date]:
    """Ends of fiscal years between quarter ends 52 weeks apart: quarters of 13 weeks leave one day."""
    if month is None or quarter_weeks != EVEN_QUARTERS:
        return set()
    pairs = [end for end in ends if end + timedelta(weeks=52) in ends]
    quarters = {end: (month - nominal_month(end)[1]) % 12 / 3 for end in pairs}
    return {end + timedelta(weeks=13 * int(left)) for end, left in quarters.items() if left in {1, 2, 3}}


def _quarter_weeks(
    words: Sequence[TimeWords], told: Sequence[tuple[tuple[int, int], int]]
) -> tuple[int, int, int]:
    if any(quarter == 4 and weeks in {16, 17} for (_, quarter), weeks in told):
        return LONG_LAST_QUARTER
    counts = {word.length.count for word in words if word.length and word.length.in_weeks}
    if counts & {12, 24, 36} and not counts & {13, 26, 39}:
        return LONG_FIRST_QUARTER if counts & {28, 40} else LONG_LAST_QUARTER
    return LONG_FIRST_QUARTER if {16, 28} <= counts else EVEN_QUARTERS


def _naming(words: Sequence[TimeWords], month: int | None, newest: date | None) -> bool | None:
    """Whether a fiscal year is called after the calendar year it begins in.

    Dates of named years tell; without them the newest year that names a part of a year is taken for that of
    the newest period end.
    """
    if month is None or month == 12:
        return False
    dated = ((word.fiscal_year, word.end) for word in words)
    votes = Counter(named < _closes(end, month) for named, end in dated if named and end)
    parts = [word.fiscal_year for word in words if word.fiscal_year and _is_undated_part(word)]
    parts += _years_of_quarter(words, month, newest)
    if not votes and parts and newest:
        return {_closes(newest, month): False, _closes(newest, month) - 1: True}.get(max(parts))
    return _most(votes)


def _years_of_quarter(words: Sequence[TimeWords], month: int, newest: date | None) -> list[int]:
    """The years named with the very quarter that ends with the newest period; of others some are to come.

    One alone may be the year that the newest is compared with.
    """
    ended = (nominal_month(newest)[1] - month) % 12 if newest else 0
    quarter = (ended or 12) // 3 if ended % 3 == 0 else None
    named = [word for word in words if newest and word.quarter == quarter and not word.month]
    years = [year for word in named if (year := word.fiscal_year or word.year)]
    return years if len(set(years)) > 1 else []


def _closes(end: date, month: int) -> int:
    year, ended = nominal_month(end)
    return year + (ended > month)


def _is_undated_part(word: TimeWords) -> bool:
    is_part = word.is_to_date or (word.length is not None and word.length.months < 12)
    return is_part and not word.month and not word.quarter


def _told_weeks(sentences: Sequence[TimeWords]) -> tuple[tuple[tuple[int, int], int], ...]:
    """Weeks that a sentence gives just after naming a quarter: "first quarter had 14 weeks"."""
    told = {}
    for named, length in pairwise(sentences):
        year = named.fiscal_year or named.year
        weeks = length.length.count if length.length and length.length.in_weeks and not length.month else 0
        if named.quarter and year and weeks in _WEEKS_OF_QUARTER:
            told[year, named.quarter] = weeks
    return tuple(sorted(told.items()))


# From the short quarters of calendars with twelve weeks to the long one of those with sixteen or seventeen.
_WEEKS_OF_QUARTER = range(12, 18)
