"""Rows that name the time of the rows below them, and so begin a table of their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from attrs import evolve

from xbrlgen.periods import read_time
from xbrlgen.reading.tables.told import ToldRow, is_band
from xbrlgen.time_words import TimeWords


def is_new_heading(row: ToldRow) -> bool:
    """Whether a row names times over the figures; over the labels, only what they all are within."""
    over = [cell for cell in row.times if cell.column > 0]
    if _is_headed_band(row):
        return True
    if not row.has_times or not over or (len(over) < len(row.times) and not _is_within(row)):
        return False
    return len(row.times) > 1 or over[0].columns > 1


def is_lone_heading(row: ToldRow) -> bool:
    """Whether a row is but one time over the figures, as where a table has but one column of them."""
    return len(row.cells) == len(row.times) == 1 and row.times[0].column > 0


def _is_headed_band(row: ToldRow) -> bool:
    """Whether a row names a period over the labels, and over the figures what the columns are for."""
    if row.figures or len(row.cells) < _HEADED or not row.times or row.times[0].column > 0:
        return False
    return is_band(evolve(row, cells=row.times[:1], times=row.times[:1]))


# A period, and at least two columns.
_HEADED: Final = 3


def _is_within(row: ToldRow) -> bool:
    """Whether a period stands over the labels, years over the figures; or a year, and parts of it."""
    corner, over = read_time(row.times[0].text), [read_time(cell.text) for cell in row.times[1:]]
    if corner.year or corner.fiscal_year:
        return bool(_YEAR_BAND.fullmatch(row.times[0].text)) and not any(map(_names_year, over))
    return corner.length is not None and all(cell.text.isdecimal() for cell in row.times[1:])


def _names_year(time: TimeWords) -> bool:
    return bool(time.year or time.fiscal_year)


_YEAR_BAND: Final = re.compile(r"(?:(?:fiscal|calendar)\s+(?:year\s+)?)?(?:19|20)\d\d\s*:?", re.IGNORECASE)


def band_test(rows: Sequence[ToldRow]) -> Callable[[ToldRow], bool]:
    """Which rows name the time of those below them; years too, where no heading over the figures does."""
    first = next((at for at, row in enumerate(rows) if row.has_amounts), len(rows))
    over = [read_time(cell.text) for row in rows[:first] for cell in row.times if cell.column > 0]
    if any(map(_names_year, over)) or not (over or _are_parted_by_years(rows)):
        return is_band
    return lambda row: is_band(row) or _is_year_band(row)


def _are_parted_by_years(rows: Sequence[ToldRow]) -> bool:
    """Whether years stand over blocks of rows where columns are no times: "2019 | Widgets | ... | 2018"."""
    return len({row.cells[0].text for row in rows if _is_year_band(row)}) > 1


def _is_year_band(row: ToldRow) -> bool:
    return len(row.cells) == 1 and row.cells[0].column == 0 and bool(_YEAR_BAND.fullmatch(row.cells[0].text))
