"""The columns of a statement: what is printed over them, resolved in the document's calendar."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from attrs import evolve, frozen

from xbrlgen.calendars import DocumentCalendar
from xbrlgen.periods import find_times
from xbrlgen.reading.statement import EXPECTED, Basis, Column, ColumnKind, StatementKind
from xbrlgen.reading.tables.heading import Heading
from xbrlgen.reading.times.blurred_days import (
    names_a_blurred_day,
    names_a_blurred_length,
    names_a_blurred_year,
)
from xbrlgen.reading.times.year_names import with_years_doubted
from xbrlgen.reading.words import column_words, row_words, unit_words
from xbrlgen.resolving import Resolved, resolve
from xbrlgen.time_words import Length, TimeWords

_FLOWS: Final = frozenset(
    {StatementKind.INCOME, StatementKind.CASH_FLOW, StatementKind.COMPREHENSIVE,
     StatementKind.STOCK_COMPENSATION, StatementKind.AMORTIZATION}
)  # fmt: skip

SAME_PERIOD: Final = "another column names the same period"


def finish(
    headings: Sequence[Heading],
    around: TimeWords,
    kind: StatementKind,
    calendar: DocumentCalendar,
    default: Length | None,
    *,
    flows: frozenset[int] = frozenset(),
) -> tuple[Column, ...]:
    """The columns with their periods, doubtful where they can't be told apart.

    ``flows`` are the keys of columns that are stretches of time, whatever their headings leave out.
    """
    headings = _to_last_quarters(headings)
    if any(heading.time.quarter for heading in headings):
        around = evolve(around, quarter=None, length=around.length if around.month else None)
    if _follow_each_other([heading.time.quarter for heading in headings]):
        around = evolve(around, is_to_date=False)
    set_in = _Setting(kind, calendar, default, flows)
    columns = [_column(index, heading, around, set_in) for index, heading in enumerate(headings)]
    return _told_apart(with_years_doubted(headings, columns, calendar))


def _to_last_quarters(headings: Sequence[Heading]) -> Sequence[Heading]:
    """The headings; a year to date beside the quarters of its year goes on to the last of them."""
    last: dict[int | None, int] = {}
    found = []
    for heading in headings:
        time = heading.time
        year = time.fiscal_year or time.year
        if time.quarter and year:
            last[year] = max(time.quarter, last.get(year, 0))
        whole = time.is_to_date and not (time.quarter or time.month or time.end)
        found.append(
            evolve(heading, time=evolve(time, quarter=last[year])) if whole and year in last else heading
        )
    return found


@frozen
class _Setting:
    """What is the same for all columns of a statement."""

    kind: StatementKind
    calendar: DocumentCalendar
    default: Length | None
    flows: frozenset[int]


def _follow_each_other(quarters: Sequence[int | None]) -> bool:
    """Whether quarters of one year stand side by side, so that none of them is a year to date."""
    return any(one and two and abs(two - one) == 1 for one, two in pairwise(quarters))


def _column(index: int, heading: Heading, around: TimeWords, set_in: _Setting) -> Column:
    time = around.over(heading.time)
    at_once = heading.key not in set_in.flows and _is_instant(time, heading.time, set_in.kind)
    resolved = resolve(time, set_in.calendar, instant=at_once, default=set_in.default)
    return Column(
        index,
        heading.kind,
        heading.text,
        resolved.period,
        Basis.FORECAST if _is_expected(heading, resolved, set_in) else heading.basis,
        heading.segment,
        _is_restated(heading),
        resolved.derived,
        heading.places,
        _column_doubt(heading, resolved, set_in.calendar, set_in.kind),
    )


def _is_expected(heading: Heading, resolved: Resolved, set_in: _Setting) -> bool:
    """Whether a column of an outlook is of a time to come, though nothing over it says expected."""
    if set_in.kind is not StatementKind.GUIDANCE or heading.basis is not Basis.REPORTED:
        return False
    return _ends_after_all(resolved, set_in.calendar)


def _ends_after_all(resolved: Resolved, calendar: DocumentCalendar) -> bool:
    """Whether a period ends after the newest that is reported."""
    end = resolved.period.end if resolved.period else None
    return end is not None and calendar.period_end is not None and end > calendar.period_end


def _is_restated(heading: Heading) -> bool:
    adjusted = heading.basis is Basis.REPORTED and any(map(column_words.ADJUSTED.search, heading.texts))
    return adjusted or bool(column_words.RESTATED.search(heading.text))


def _is_instant(time: TimeWords, own: TimeWords, kind: StatementKind) -> bool:
    if kind is StatementKind.BALANCE:
        return True
    if kind in _FLOWS:
        return False
    is_day = time.length is None and time.quarter is None and time.month is not None
    return own.is_instant or (is_day and not time.is_to_date and time.start is None)


def _column_doubt(
    heading: Heading, resolved: Resolved, calendar: DocumentCalendar, kind: StatementKind
) -> str:
    if heading.kind is not ColumnKind.VALUE:
        return ""
    told = _doubt_told(heading) or resolved.doubt
    if told:
        return told
    if _is_month_alone(heading.time, kind):
        return "the heading names a month and not whether it is all of it or its end"
    if resolved.period is None:
        return "the heading says no period" if heading.texts else "the column has no heading"
    return "" if _may_be_future(heading, kind) else _beyond(resolved, calendar)


def _doubt_told(heading: Heading) -> str:
    """Why a heading itself says that its column is not what others of its kind are."""
    return next((words for is_so, words in _DOUBTS if is_so(heading)), "")


def _names_another_time(heading: Heading) -> bool:
    return bool(column_words.OF_ANOTHER_TIME.search(heading.text)) and not _is_dated(heading.time)


@lru_cache(maxsize=1024)
def _counts(text: str) -> bool:
    """Whether a heading names a quantity: of a physical unit, of things sold: "Gallons (millions)"."""
    if unit_words.OF_MONEY.search(text) or column_words.PER_UNIT.search(text):
        return False
    if column_words.THINGS_DONE.search(text):
        return True
    bracketed = any(map(row_words.PHYSICAL.search, re.findall(r"\([^()]*\)", text)))
    return bracketed or (row_words.PHYSICAL.search(text) is not None and not row_words.MONEY_ROW.search(text))


def _names_several_days(heading: Heading) -> bool:
    named = [days for text in heading.texts if (days := _days_named(text))]
    return bool(named) and len(named[-1]) > 1 and heading.time.start is None  # the lowest counts most


_DOUBTS: Final[tuple[tuple[Callable[[Heading], bool], str], ...]] = (
    (lambda heading: bool(column_words.PREVIOUSLY.search(heading.text)), "as reported before a restatement"),
    (_names_another_time, "the heading names its time by another one"),
    (
        lambda heading: any(map(column_words.PER_UNIT.search, heading.texts)),
        "amounts per unit of something, and not of shares",
    ),
    (lambda heading: any(map(_counts, heading.texts)), "a quantity, of which no unit of money is told"),
    (lambda heading: names_a_blurred_day(heading.text), "the month of its day can't be read"),
    (lambda heading: names_a_blurred_year(heading.text), "its year can't be read"),
    (lambda heading: names_a_blurred_length(heading.segment), "how long its period is can't be read"),
    (_names_several_days, "the heading names several days"),
)


def _days_named(text: str) -> set[tuple[int | None, int]]:
    """The days of the year that a text names; several, where headings of several columns ran together."""
    return {(span.words.month, span.words.day) for span in find_times(text) if span.words.day}


def _is_dated(time: TimeWords) -> bool:
    """Whether words of time say of themselves when, be it but the year or the month."""
    return any(each is not None for each in (time.year, time.fiscal_year, time.month, time.quarter))


def _is_month_alone(time: TimeWords, kind: StatementKind) -> bool:
    """Whether a table of anything is headed by a month without day, which may be a time or a moment."""
    alone = time.month is not None and time.day is None and time.length is None and time.quarter is None
    return alone and kind in {StatementKind.OTHER, StatementKind.METRICS}


def _may_be_future(heading: Heading, kind: StatementKind) -> bool:
    return kind is StatementKind.GUIDANCE or heading.basis in EXPECTED


def _beyond(resolved: Resolved, calendar: DocumentCalendar) -> str:
    """A doubt about what is no forecast and still ends after everything that is reported."""
    if not _ends_after_all(resolved, calendar):
        return ""
    return "the period ends after the newest that the statements report"


def _told_apart(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns, with a doubt on value columns that name the same period for the same thing."""
    seen: dict[tuple[object, ...], list[int]] = {}
    for column in columns:
        if column.kind is ColumnKind.VALUE and column.period is not None:
            key = (column.period, column.basis, _what_for(column), column.is_restated, _units_over(column))
            seen.setdefault(key, []).append(column.index)
    twins = {index for group in seen.values() if len(group) > 1 for index in group}
    return tuple(
        evolve(column, doubt=column.doubt or SAME_PERIOD) if column.index in twins else column
        for column in columns
    )


def _what_for(column: Column) -> str:
    """The segment a column is for; of adjustments and ends of ranges, of what."""
    return column.heading if column.basis in _TOLD_BY_HEADING else column.segment


_TOLD_BY_HEADING: Final = frozenset({Basis.ADJUSTMENT, Basis.LOW, Basis.HIGH})


def _units_over(column: Column) -> str:
    found = re.search(
        r"\bper\b[\w\s-]{0,45}?\bshare|\beps\b|\bshares\b|\b(?:us|cad|cdn|c|au?|hk|nt)\s?\$|rmb|€|£|¥|\$|\byen\b|\beuros?\b|\bdollars?\b|amount",
        column.heading,
        re.IGNORECASE,
    )
    return found[0].lower() if found else ""
