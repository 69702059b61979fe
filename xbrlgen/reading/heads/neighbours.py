"""What the headings of columns tell of the times of their neighbours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from typing import Final

from attrs import evolve

from xbrlgen.figures import Figure
from xbrlgen.reading.heads.caption_times import caption_time, without_time
from xbrlgen.reading.statement import OWN_MEASURES, Basis, ColumnKind
from xbrlgen.reading.tables.heading import Heading
from xbrlgen.reading.tables.table import Table
from xbrlgen.reading.words import column_words
from xbrlgen.time_words import Length, TimeWords


def of_one_year(headings: Sequence[Heading]) -> Sequence[Heading]:
    """The headings; quarters that follow each other ("Q1 | Q2 | Q3") are of the year that most have."""
    mended = list(headings)
    start = 0
    for stop in range(1, len(headings) + 1):
        if stop < len(headings) and _follows(headings[stop - 1].time, headings[stop].time):
            continue
        years = Counter(each.time.year for each in headings[start:stop])
        year, times = years.most_common(1)[0]
        # Two of three: of four quarters, one heading may have lost its year; half of them tell nothing.
        if len(years) > 1 and 3 * times >= 2 * (stop - start):
            mended[start:stop] = [
                evolve(each, time=evolve(each.time, year=year)) for each in headings[start:stop]
            ]
        start = stop
    return mended


def _follows(first: TimeWords, second: TimeWords) -> bool:
    """Whether one quarter comes right after the other, as far as their numbers tell."""
    return first.quarter is not None and second.quarter == first.quarter + 1 and not second.month


def with_years(headings: Sequence[Heading]) -> tuple[Heading, ...]:
    """Headings whose year is printed over their neighbours only: "2014 GAAP | Adj. | 2014 Non-GAAP | ...".

    A percent takes its left neighbour's.
    """
    mended = list(headings)
    dated = [at for at, heading in enumerate(headings) if heading.time.year or heading.time.fiscal_year]
    for at, heading in enumerate(headings):
        if at in dated or (heading.basis is Basis.REPORTED and heading.kind is ColumnKind.VALUE):
            continue
        left = max((other for other in dated if other < at), default=None)
        right = min((other for other in dated if other > at), default=None)
        between = left is not None and right is not None and headings[left].time == headings[right].time
        if left is not None and (between or heading.kind is ColumnKind.PERCENT):
            mended[at] = evolve(heading, time=headings[left].time)
    return _with_results(mended)


def _with_results(headings: Sequence[Heading]) -> tuple[Heading, ...]:
    """The headings; adjustments and the result right behind what is reported are of its time.

    "Three Months Ended September 30, 2023 | Adjust for Currency | 2023 Constant-currency"
    """
    mended = list(headings)
    for at, heading in enumerate(headings[1:], 1):
        before = mended[at - 1]
        result = heading.basis in OWN_MEASURES and mended[at - 1].basis is Basis.ADJUSTMENT
        if (
            heading.kind is before.kind is ColumnKind.VALUE
            and before.time.end
            and before.time.length
            and heading.time in {TimeWords(), TimeWords(year=before.time.year)}
            and (heading.basis is Basis.ADJUSTMENT or result)
        ):
            mended[at] = evolve(heading, time=before.time)
    return tuple(mended)


def with_whole_years(table: Table, headings: Sequence[Heading]) -> tuple[Heading, ...]:
    """The headings; a bare year beside quarters ("Q4 2022 | Q4 2023 | 2022 | 2023") is a whole one.

    That is so where all four quarters of the year stand beside it, where the newest quarter is the last of
    its year, or where it is a first one and the bare year is over; in between, a year to date may be meant.
    The figures must not speak against it.
    """
    quarters = {(each.time.year or 0, each.time.quarter or 0) for each in headings if _is_dated_quarter(each)}
    marked = not (quarters or caption_time(table).length)
    parts = _quarters_by_year(headings)
    rows = [_sizes(line.figures) for line in table.lines] if any(map(_is_bare_year, headings)) else []
    return tuple(
        evolve(each, time=evolve(each.time, length=_YEAR))
        if _is_bare_year(each)
        and ((marked and _is_marked(each)) or (quarters and _is_over(each, quarters)))
        and _is_longer(rows, each.key, parts.get(each.time.year, ()))
        else each
        for each in headings
    )


_YEAR: Final = Length(12)


def _is_dated_quarter(heading: Heading) -> bool:
    time = heading.time
    named = time.quarter and time.year and not (time.length or time.month)
    return heading.kind is ColumnKind.VALUE and bool(named)


def _is_bare_year(heading: Heading) -> bool:
    return heading.kind is ColumnKind.VALUE and heading.time == TimeWords(year=heading.time.year or 0)


def _is_marked(heading: Heading) -> bool:
    """Whether a year is marked as actual or expected, as only whole ones are: "2023A | 2024E"."""
    return any(map(column_words.ACTUAL_OR_EXPECTED.search, heading.texts))


def _is_over(heading: Heading, quarters: Collection[tuple[int, int]]) -> bool:
    """Whether the year of a heading is over when the newest quarter is, as far as quarters tell."""
    year, newest = heading.time.year or 0, max(quarters)
    if all((year, quarter) in quarters for quarter in (1, 2, 3, 4)):
        return True
    return (year <= newest[0] and newest[1] == 4) or (year < newest[0] and newest[1] == 1)


def _quarters_by_year(headings: Sequence[Heading]) -> dict[int | None, list[int]]:
    """The columns of quarters, by the year they are of."""
    found: dict[int | None, list[int]] = {}
    for each in headings:
        if each.time.quarter:
            found.setdefault(each.time.year, []).append(each.key)
    return found


def _is_longer(rows: Sequence[Mapping[int, Decimal]], whole: int, parts: Collection[int]) -> bool:
    """Whether no quarter of the year has larger amounts, in two of three rows at least."""
    judged = [
        sizes[whole] >= max(sizes[key] for key in parts if key in sizes)
        for sizes in rows
        if whole in sizes and any(key in sizes for key in parts)
    ]
    # Rows of balances and of losses may be smaller over a year than in a quarter, a third of them at most.
    return 3 * sum(judged) >= 2 * len(judged)


def _sizes(figures: Sequence[tuple[int, Figure]]) -> dict[int, Decimal]:
    """The sizes of the amounts of a row, by their columns; percentages are none."""
    return {key: abs(each.number) for key, each in figures if each.number and not each.is_percent}


def with_restated(headings: Sequence[Heading]) -> tuple[Heading, ...]:
    """The headings; what is adjusted beside another time that is not, is restated: "2023 | 2022 (Adjusted)".

    Nothing is reported beside it for its own time, of which it would be another measure.
    """
    plain = {
        (each.time, each.segment)
        for each in headings
        if each.kind is ColumnKind.VALUE and each.basis is Basis.REPORTED
    }
    return tuple(
        evolve(each, basis=Basis.REPORTED)
        if each.basis is Basis.ADJUSTED
        and plain
        and (each.time, each.segment) not in plain
        and not each.time.says_nothing
        and any(column_words.AS_ADJUSTED.fullmatch(without_time(text)) for text in each.texts)
        else each
        for each in headings
    )
