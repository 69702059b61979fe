"""In which quarter a fiscal year is, told by how much more its year to date holds than its quarter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from statistics import median
from typing import Final

from attrs import evolve

from xbrlgen.calendars import DocumentCalendar, nominal_month
from xbrlgen.reading.statement import ColumnKind, StatementKind
from xbrlgen.reading.statements.drafts import Draft
from xbrlgen.time_words import TimeWords

_QUARTERS: Final = 4
_MONTHS: Final = 3
# How far the quarters of a year may differ in size: the median line of a statement is steadier than any one.
_SLACK: Final = Decimal("0.5")
# A statement of fewer lines is no measure.
_FEWEST: Final = 5


def with_year_by_size(calendar: DocumentCalendar, drafts: Sequence[Draft]) -> DocumentCalendar:
    """The calendar; where nothing says when the fiscal year ends, by years to date beside their quarters."""
    if calendar.year_month is not None or calendar.period_end is None:
        return calendar
    income = [draft for draft in drafts if draft.found.kind is StatementKind.INCOME]
    ratios = [ratio for draft in income for ratio in _ratios(draft)]
    if len(ratios) < _FEWEST:
        return calendar
    middle = median(ratios)
    quarter = round(middle)
    if not 1 < quarter <= _QUARTERS or abs(middle - quarter) >= _SLACK:
        return calendar
    month = nominal_month(calendar.period_end)[1] + _MONTHS * (_QUARTERS - quarter)
    return evolve(calendar, year_month=(month - 1) % 12 + 1)


def _ratios(draft: Draft) -> Iterator[Decimal]:
    """How many times its quarter each line's year to date is, for the newest quarter that has both."""
    values = [each for each in draft.headings if each.kind is ColumnKind.VALUE]
    times = {each.key: draft.around.over(each.time) for each in values}
    wholes: defaultdict[_End, list[int]] = defaultdict(list)
    for key, time in times.items():
        if time.is_to_date and not time.length:
            wholes[_end_of(time)].append(key)
    quarters = [(key, _end_of(time)) for key, time in times.items() if _is_quarter(time)]
    both = [(quarter, whole) for quarter, end in quarters for whole in wholes.get(end, ())]
    for row in draft.rows:
        figures = {key: figure.number for key, figure in row.figures if figure.number}
        for quarter, whole in both:
            if quarter in figures and whole in figures:
                yield figures[whole] / figures[quarter]


def _is_quarter(time: TimeWords) -> bool:
    is_long_so = time.length is not None and time.length.months == _MONTHS
    return not time.is_to_date and (time.quarter is not None or is_long_so)


_End = tuple[int | None, int | None]


def _end_of(time: TimeWords) -> _End:
    return time.month, time.year or time.fiscal_year
