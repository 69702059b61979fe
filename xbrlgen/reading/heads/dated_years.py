"""Fiscal years that are named beside their four quarters: they end when the last of these does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from attrs import evolve

from xbrlgen.figures import Figure
from xbrlgen.periods import read_time
from xbrlgen.reading.statement import ColumnKind
from xbrlgen.reading.tables.heading import Heading
from xbrlgen.reading.tables.table import Table
from xbrlgen.time_words import TimeWords

_QUARTERS: Final = 4
_YEAR: Final = read_time("year ended").length
_MONTHS: Final = 3
# How many days the end of the last quarter of a year is behind that of the first.
_APART: Final = range(260, 290)


def with_dated_years(table: Table, headings: Sequence[Heading]) -> tuple[Heading, ...]:
    """The headings; "Fiscal 2012" beside four dated quarters that add up to it ends with the last of them."""
    dated = {end: each.key for each in headings if (end := _quarter_end(each))}
    rows = [_amounts(line.figures) for line in table.lines]
    return tuple(
        evolve(each, time=_ending(each.time, end))
        if _is_undated_year(each) and (end := _last_of_year(each.key, dated, rows))
        else each
        for each in headings
    )


def _quarter_end(heading: Heading) -> date | None:
    """The end of the quarter that a column is for, where its heading names the day."""
    time = heading.time
    is_quarter = time.length is not None and time.length.months == _MONTHS
    return time.end if heading.kind is ColumnKind.VALUE and is_quarter else None


def _is_undated_year(heading: Heading) -> bool:
    """Whether a column is of a fiscal year without a day; "Quarter Ended" may have reached over it too."""
    time = heading.time
    if heading.kind is not ColumnKind.VALUE or time.month or time.quarter:
        return False
    months = time.length.months if time.length else _MONTHS
    named = (time.fiscal_year or time.year) is not None and months == _MONTHS
    return named or months == _MONTHS * _QUARTERS


def _ending(time: TimeWords, end: date) -> TimeWords:
    return evolve(time, length=_YEAR, month=end.month, day=end.day, year=end.year, fiscal_year=None)


def _last_of_year(key: int, dated: Mapping[date, int], rows: Sequence[Mapping[int, Decimal]]) -> date | None:
    """The end of the last of four quarters in a row whose amounts add up to those of a column."""
    for quarters in _fours(sorted(dated)):
        keys = [dated[end] for end in quarters]
        judged = [
            _adds_up([row[each] for each in keys], row[key]) for row in rows if {key, *keys} <= row.keys()
        ]
        if judged and 3 * sum(judged) >= 2 * len(judged):
            return quarters[-1]
    return None


def _fours(ends: Sequence[date]) -> Iterator[Sequence[date]]:
    for at in range(len(ends) - _QUARTERS + 1):
        four = ends[at : at + _QUARTERS]
        if (four[-1] - four[0]).days in _APART:
            yield four


def _adds_up(parts: Sequence[Decimal], whole: Decimal) -> bool:
    """Whether parts are a whole, but for what rounding takes from each."""
    unit = Decimal(1).scaleb(min(int(each.as_tuple().exponent) for each in (*parts, whole)))
    return abs(sum(parts) - whole) <= len(parts) * unit / 2


def _amounts(figures: Sequence[tuple[int, Figure]]) -> dict[int, Decimal]:
    """The amounts of a row by their columns; percentages are none."""
    return {key: each.number for key, each in figures if each.number is not None and not each.is_percent}
