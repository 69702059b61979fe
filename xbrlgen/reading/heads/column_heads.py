"""What is printed over each column of a table: its texts, time, kind, basis and what it is for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from attrs import evolve

from xbrlgen.figures import Figure
from xbrlgen.periods import find_times, read_time
from xbrlgen.reading.document import Cell
from xbrlgen.reading.heads.caption_times import days_by_year, listed_times, periods_named, without_time
from xbrlgen.reading.heads.dated_years import with_dated_years
from xbrlgen.reading.heads.heading_cells import cells_over
from xbrlgen.reading.heads.naming import (
    basis_said,
    counted_said,
    currency_said,
    in_brackets,
    kind_said,
    segment_said,
    unit_said,
    with_whole_names,
    without_names,
)
from xbrlgen.reading.heads.neighbours import of_one_year, with_restated, with_whole_years, with_years
from xbrlgen.reading.heads.note_columns import with_note_columns
from xbrlgen.reading.heads.ordinals import with_ordinal_quarters
from xbrlgen.reading.heads.percent_columns import percent_keys
from xbrlgen.reading.statement import OWN_MEASURES, Basis, ColumnKind
from xbrlgen.reading.tables.heading import Heading
from xbrlgen.reading.tables.table import Table
from xbrlgen.reading.words import column_words
from xbrlgen.time_words import TimeWords, combine


def headings_of(table: Table) -> tuple[Heading, ...]:
    """The headings of a table's columns, without what captions add to them."""
    percent = percent_keys(table)
    figures = _figures_by_key(table)
    over = cells_over(table)
    if not any(over.values()):
        return _from_captions(table, percent)
    times = {id(cell): read_time(cell.text) for cells in over.values() for cell in cells}
    uses = Counter(id(cell) for cells in over.values() for cell in cells)
    alone = {cell for cell, count in uses.items() if count == 1 < len(over)}
    found = [
        _heading(key, cells, times, figures[key], alone, percent=key in percent)
        for key, cells in over.items()
    ]
    found = list(with_ordinal_quarters(_under_captions(table, with_note_columns(found, figures))))
    ends = dict(table.ends)
    found = [evolve(each, basis=ends.get(each.key, each.basis)) for each in found]
    found = list(with_whole_years(table, with_years(of_one_year(found))))
    return _with_adjustments(with_restated(with_dated_years(table, found)))


def _with_adjustments(headings: Sequence[Heading]) -> tuple[Heading, ...]:
    """The headings; between "GAAP" and "Non-GAAP", what names a thing is an adjustment for it."""
    told = [at for at, each in enumerate(headings) if column_words.GAAP.search(each.text)]
    if not any(each.basis in OWN_MEASURES for each in headings) or len(told) < 2:
        return tuple(headings)
    return tuple(
        evolve(each, basis=Basis.ADJUSTMENT)
        if told[0] < at < told[-1] and at not in told and _names_a_thing(each)
        else each
        for at, each in enumerate(headings)
    )


def _names_a_thing(heading: Heading) -> bool:
    return bool(heading.segment) and (heading.kind, heading.basis) == (ColumnKind.VALUE, Basis.REPORTED)


def _from_captions(table: Table, percent: frozenset[int]) -> tuple[Heading, ...]:
    """Headings that a conversion left above the table: lines of dates, or of days and then of years."""
    times = listed_times(table.captions)
    known = dict(zip(table.keys, times, strict=True)) if len(times) == len(table.keys) else {}
    ends = dict(table.ends)
    return tuple(
        Heading(
            key,
            _texts(known, key),
            known.get(key, TimeWords()),
            (),
            ColumnKind.PERCENT if key in percent else ColumnKind.VALUE,
            ends.get(key, Basis.REPORTED),
            "",
        )
        for key in table.keys
    )


def _under_captions(table: Table, headings: Sequence[Heading]) -> Sequence[Heading]:
    """The headings; years that repeat ("2013 2012 2013 2012") under periods that captions name in order."""
    years = [heading.time.year for heading in headings]
    if not all(heading.time == TimeWords(year=heading.time.year) for heading in headings):
        return headings
    days = days_by_year(table.captions)
    if any(years) and all(year in days for year in years if year):
        return [
            evolve(heading, time=days[year]) if year else heading
            for heading, year in zip(headings, years, strict=True)
        ]
    periods = periods_named(table.captions)
    share = len(headings) // max(len(periods), 1)
    if len(periods) < 2 or len(headings) % len(periods) or years != years[:share] * len(periods):
        return headings
    return [
        evolve(heading, time=periods[at // share].over(heading.time)) for at, heading in enumerate(headings)
    ]


def _texts(known: dict[int, TimeWords], key: int) -> tuple[str, ...]:
    end = known[key].end if key in known else None
    return (end.isoformat(),) if end else ()


def _figures_by_key(table: Table) -> dict[int, list[Figure]]:
    found: dict[int, list[Figure]] = {key: [] for key in table.keys}
    for line in table.lines:
        for key, figure in line.figures:
            found[key].append(figure)
    return found


def _heading(
    key: int,
    cells: Sequence[Cell],
    times: dict[int, TimeWords],
    figures: Sequence[Figure],
    alone: Collection[int],
    *,
    percent: bool,
) -> Heading:
    texts = tuple(in_brackets(cell.text) for cell in cells)
    time, rest = _time_and_rest(texts, list(_without_names_of_quarters(cells, times, alone)), times)
    parts = with_whole_names(rest, [id(cell) in alone for cell in cells])
    said = " ".join(without_names(part) for part in parts if part)
    kind = kind_said(said, figures, is_bare=not texts, percent=percent)
    if kind in _OF_ONE_TIME and any(id(cell) in alone and _compares(cell.text) for cell in cells):
        kind = ColumnKind.PERCENT_CHANGE if percent else ColumnKind.CHANGE
    basis = basis_said(parts, texts)
    segment = segment_said(parts, kind, basis)
    unit = next((unit for part in (said, *parts) if (unit := unit_said(part))), None)
    return Heading(
        key,
        texts,
        time,
        tuple(place for cell in cells for place in cell.places),
        kind,
        basis,
        segment,
        unit or counted_said(segment),
        currency_said(parts),
    )


def _time_and_rest(
    texts: Sequence[str], timely: Sequence[Cell], times: dict[int, TimeWords]
) -> tuple[TimeWords, list[str]]:
    """The time that the cells of a heading say one by one, or only all together, and what they say beside."""
    time = combine(times[id(cell)] for cell in timely)
    whole = read_time(" ".join(in_brackets(cell.text) for cell in timely))
    if whole.start and whole.end == time.end:
        time = evolve(time, start=whole.start)
    named = whole.quarter is not None and time.quarter is None
    if named or _is_torn(time, whole) or (whole.end and time.end is None):
        return whole, [without_time(" ".join(texts))]
    return time, [_beside_time(text) for text in texts]


def _without_names_of_quarters(
    cells: Sequence[Cell], times: dict[int, TimeWords], alone: Collection[int]
) -> Iterator[Cell]:
    """The cells; the name of a quarter below the day of its column says nothing of how long it is.

    "Six Months Ended | Sep. 27, | 2014 | Q2 FY15"
    """
    dated = timed = False
    for cell in cells:
        time = times[id(cell)]
        if dated and timed and id(cell) in alone and time.quarter and not (time.month or time.length):
            continue
        dated = dated or (id(cell) in alone and time.day is not None)
        timed = timed or time.length is not None
        yield cell


def _beside_time(text: str) -> str:
    """What a heading says beside time; nothing, where that are only words that tell times apart."""
    rest = without_time(text)
    if rest == text or not column_words.BESIDE_TIME.search(rest):
        return rest
    named = column_words.SAYS_NO_SEGMENT.sub("", column_words.BESIDE_TIME.sub("", rest))
    return rest if named else ""


# What a column of one time may hold.
_OF_ONE_TIME: Final = frozenset({ColumnKind.VALUE, ColumnKind.PERCENT})


def _compares(text: str) -> bool:
    """Whether a heading names two times to compare: "Q3 2023 vs. Q3 2022"."""
    times = list(find_times(text))
    return len(times) > 1 and column_words.COMPARES.search(text, times[0].end, times[-1].start) is not None


def _is_torn(time: TimeWords, whole: TimeWords) -> bool:
    """Whether only all rows of a heading say how long its period is: "Three" over "Months" over "Ended"."""
    return time.length is None and time.quarter is None and bool(whole.length) and whole.end == time.end
