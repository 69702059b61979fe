"""Which cells of heading rows stand over which columns of figures."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from attrs import evolve

from xbrlgen.period_words import is_month
from xbrlgen.periods import read_time
from xbrlgen.reading.document import Cell
from xbrlgen.reading.tables.table import Table
from xbrlgen.reading.words import title_words
from xbrlgen.time_words import TimeWords


def cells_over(table: Table) -> dict[int, list[Cell]]:
    """The heading cells over each column, from top to bottom."""
    over: dict[int, list[Cell]] = {key: [] for key in table.keys}
    rows = _nested(_with_months_over_days(table.heads))
    for at, row in enumerate(rows):
        others = [cell for other in (*rows[:at], *rows[at + 1 :]) for cell in other]
        spread = _spread(row, table.keys, others)
        for key, cell in _without_whole_years(spread, others, table.keys):
            if not title_words.UNAUDITED.fullmatch(cell.text):
                over[key].append(cell)
    over = _with_listed_years(over)
    times = {id(cell): read_time(cell.text) for cells in over.values() for cell in cells}
    return _with_lone_quarter(rows, over, times)


def _with_listed_years(over: dict[int, list[Cell]]) -> dict[int, list[Cell]]:
    """The cells over each column; of the years that one cell lists for its columns, each column has its own.

    "Quarter Ended September 30, 2023 and 2022"
    """
    found = {key: list(cells) for key, cells in over.items()}
    listing = {id(cell): cell for cells in over.values() for cell in cells if len(_years(cell)) > 1}
    for cell in listing.values():
        keys = [key for key, cells in over.items() if any(each is cell for each in cells)]
        years = _years(cell)
        timely = any(
            not read_time(each.text).says_nothing for key in keys for each in over[key] if each is not cell
        )
        if timely or len(years) != len(keys):
            continue
        for key, year in zip(keys, years, strict=True):
            text = re.sub(rf"\b(?!{year})(?:19|20)\d\d\b", "", cell.text)
            found[key] = [evolve(each, text=text) if each is cell else each for each in found[key]]
    return found


def _years(cell: Cell) -> list[str]:
    return list(dict.fromkeys(_YEARS.findall(cell.text))) if cell.columns > 1 else []


_YEARS: Final = re.compile(r"\b(?:19|20)\d\d\b")


def _without_whole_years(
    spread: Iterable[tuple[int, Cell]], others: Sequence[Cell], keys: Sequence[int]
) -> Iterator[tuple[int, Cell]]:
    """The cells over columns but for lengths that reach a column from the side which is of a whole year.

    "Three Months Ended" over four dates is not over "Fiscal 2012" beside them.
    """
    years = [cell for cell in others if _is_whole_year(read_time(cell.text))]
    whole = {key for key in keys if any(_is_over(cell, key) for cell in years)}
    for key, cell in spread:
        reaches = not _is_over(cell, key) and read_time(cell.text).length is not None
        if not (reaches and key in whole and len(whole) < len(keys)):
            yield key, cell


def _is_whole_year(time: TimeWords) -> bool:
    twelve = time.length is not None and time.length.months == 12
    return twelve and not (time.month or time.quarter)


def _is_over(cell: Cell, key: int) -> bool:
    return cell.column <= key < cell.column + cell.columns


def _under_time(cells: Sequence[Cell], keys: Sequence[int]) -> list[int]:
    """The columns right over which one of the cells speaks of time."""
    timely = [cell for cell in cells if not read_time(cell.text).says_nothing]
    return [key for key in keys if any(cell.column <= key < cell.column + cell.columns for cell in timely)]


def _nested(rows: Sequence[Sequence[Cell]]) -> list[Sequence[Cell]]:
    """The rows; a name that reaches over some of the columns of a name below it is over one of these only.

    What is over several names is over all of each: a word that crosses their bounds was set wider than it
    is meant, and belongs to the name that it stands over the middle of.
    """
    mended = list(rows)
    for at in range(len(rows) - 2, -1, -1):
        names = [cell for cell in mended[at + 1] if _is_name(cell)]
        mended[at] = tuple(_within(cell, names) if _is_name(cell) else cell for cell in mended[at])
    return mended


def _is_name(cell: Cell) -> bool:
    return cell.columns > 1 and read_time(cell.text).says_nothing


def _within(cell: Cell, below: Sequence[Cell]) -> Cell:
    """The cell; in the place of the one below it in the middle, where it crosses the bounds of any."""
    over = [each for each in below if each.column < _end(cell) and cell.column < _end(each)]
    if all(cell.column <= each.column and _end(each) <= _end(cell) for each in over) or len(over) < _TWO:
        return cell
    middle = min(
        over, key=lambda each: (abs(each.column + _end(each) - cell.column - _end(cell)), each.column)
    )
    return evolve(cell, column=middle.column, columns=middle.columns)


def _end(cell: Cell) -> int:
    return cell.column + cell.columns


# A name over part of one other is the beginning of it.
_TWO: Final = 2


_BARE_DAY: Final = re.compile(r"(?:[12]?\d|3[01]),")


def _with_months_over_days(rows: Sequence[Sequence[Cell]]) -> list[Sequence[Cell]]:
    """The rows; a month over a day ("December" over "31,") put into the day's column, in order."""
    mended = list(rows)
    for at, (above, below) in enumerate(pairwise(rows)):
        months = [cell for cell in above if is_month(cell.text)]
        days = [cell for cell in below if _BARE_DAY.fullmatch(cell.text)]
        if months and len(months) == len(days):
            moved = {
                id(month): evolve(month, column=day.column, columns=day.columns)
                for month, day in zip(months, days, strict=True)
            }
            mended[at] = tuple(moved.get(id(cell), cell) for cell in above)
    return mended


def _with_lone_quarter(
    rows: Sequence[Sequence[Cell]], over: dict[int, list[Cell]], times: dict[int, TimeWords]
) -> dict[int, list[Cell]]:
    """The cells over each column; a quarter alone on its row is for each bare year below it."""
    for row in rows:
        timely = [cell for cell in row if not times.get(id(cell), TimeWords()).says_nothing]
        time = times[id(timely[0])] if len(timely) == 1 else TimeWords()
        if time.quarter and not (time.year or time.fiscal_year):
            over = {
                key: [timely[0], *cells] if _is_bare_year(cells, times) else cells
                for key, cells in over.items()
            }
    return over


def _is_bare_year(cells: Sequence[Cell], times: dict[int, TimeWords]) -> bool:
    said = [time for cell in cells if not (time := times[id(cell)]).says_nothing]
    return len(said) == 1 and said[0] == TimeWords(year=said[0].year)


def _spread(row: Sequence[Cell], keys: Sequence[int], others: Sequence[Cell]) -> Iterable[tuple[int, Cell]]:
    """Which cell of a heading row stands over which column; a span of time also where it fell short.

    ``others`` are the cells of the other heading rows.
    """
    timely = [cell for cell in row if not (read_time(cell.text).says_nothing or _leaves_out(cell))]
    alone = [cell.column for cell in row] != list(_under_time(others, keys))
    if (alone and _stand_for_equal_shares(row, timely, keys)) or _lead_named(row, timely, keys, others):
        share = len(keys) // len(row)
        yield from ((key, row[at // share]) for at, key in enumerate(keys))
        return
    everywhere = _said_everywhere(timely, keys)
    standing = _by_column(row, keys)
    for key in keys:
        over = _whole(standing[key])
        if over:
            if everywhere and over[0] not in timely:
                yield key, timely[0]
            yield key, over[0]
        elif everywhere:
            yield key, timely[0]
        elif timely and (reaching := _reaching(timely, keys, key)):
            yield key, reaching


def _by_column(row: Iterable[Cell], keys: Sequence[int]) -> dict[int, list[Cell]]:
    """The cells of a row that stand over each column."""
    standing: dict[int, list[Cell]] = {key: [] for key in keys}
    for cell in row:
        for key in keys[bisect_left(keys, cell.column) : bisect_left(keys, cell.column + cell.columns)]:
            standing[key].append(cell)
    return standing


def _tells_weeks_only(cell: Cell) -> bool:
    """Whether a heading but tells how many weeks the quarter above it has: "(14 Weeks)"."""
    return _BRACKETED.fullmatch(cell.text) is not None and read_time(cell.text).says_weeks_of_quarter


_BRACKETED: Final = re.compile(r"\(.*\)")


def _whole(cells: list[Cell]) -> list[Cell]:
    """The cells over one column without those that are but the torn beginning of another ("Septemb")."""
    return [
        cell
        for cell in cells
        if not any(other.text != cell.text and other.text.startswith(cell.text) for other in cells)
    ]


def _leaves_out(cell: Cell) -> bool:
    """Whether a name says what its columns leave out, be it of a year: "Excluding 2006 Settlements"."""
    return title_words.ASIDE.match(cell.text) is not None


def _stand_for_equal_shares(row: Sequence[Cell], timely: Sequence[Cell], keys: Sequence[int]) -> bool:
    """Whether period names lost their spans: side by side, fewer than the columns, an equal part each."""
    if not 1 < len(row) < len(keys) or len(keys) % len(row) or len(timely) < len(row):
        return False
    times = [read_time(cell.text) for cell in row]
    if any(cell.columns > 1 or time.year for cell, time in zip(row, times, strict=True)):
        return False
    at_their_first = [cell.column for cell in row] == list(keys[:: len(keys) // len(row)])
    adjoining = all(two.column - one.column == 1 for one, two in pairwise(row))
    return at_their_first or (adjoining and all(time.length for time in times))


def _lead_named(
    row: Sequence[Cell], timely: Sequence[Cell], keys: Sequence[int], others: Iterable[Cell]
) -> bool:
    """Whether periods without spans stand over the first of equal shares of columns that all have names."""
    if not timely or len(timely) < len(row) or len(keys) % len(row) or len(keys) == len(row):
        return False
    first = [cell.column for cell in row] == list(keys[:: len(keys) // len(row)])
    named = {cell.column for cell in others if _names_one(cell)}
    return first and all(cell.columns == 1 for cell in row) and named >= set(keys)


def _names_one(cell: Cell) -> bool:
    """Whether a heading is the name of one column, and of no time."""
    lettered = any(letter.isalpha() for letter in cell.text)
    return cell.columns == 1 and lettered and read_time(cell.text).says_nothing


def _reaching(timely: Sequence[Cell], keys: Sequence[int], key: int) -> Cell | None:
    """The period that a column without a heading is under: the last, where the first one is leftmost."""
    if all(map(_tells_weeks_only, timely)):
        return None
    if timely[0].column == keys[0] and all(cell.columns == 1 for cell in timely):
        last = [cell for cell in timely if cell.column <= key][-1]
        return last if _is_open(last) else None
    near = min(timely, key=lambda cell: (_distance(cell, key), cell.column))
    return near if _may_spread(timely) else None


def _is_open(cell: Cell) -> bool:
    return read_time(cell.text).leaves_year_open


def _may_spread(cells: Sequence[Cell]) -> bool:
    return any(cell.columns > 1 for cell in cells) or all(map(_is_open, cells))


def _distance(cell: Cell, key: int) -> int:
    return max(cell.column - key, key - (cell.column + cell.columns - 1), 0)


def _said_everywhere(timely: Sequence[Cell], keys: Sequence[int]) -> bool:
    """Whether a row says the same of time over its first and its last column, so that all are meant."""
    if len(timely) < 2 or len({read_time(cell.text) for cell in timely}) > 1:
        return False
    return timely[0].column <= keys[0] and timely[-1].column + timely[-1].columns > keys[-1]
