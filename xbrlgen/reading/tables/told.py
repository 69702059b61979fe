"""The cells of a printed row told apart: figures, times, and other texts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import evolve, frozen

from xbrlgen.figure_marks import SUPERSCRIPTS
from xbrlgen.figures import Figure, parse_figure
from xbrlgen.period_words import MONTH_NAMES
from xbrlgen.periods import read_time
from xbrlgen.places import Place, Source
from xbrlgen.reading.document import Cell
from xbrlgen.reading.grids.spreads import Parts, parts_of, widened

_DIGIT: Final = re.compile(r"\d")
_FOR_A_FIGURE: Final = re.compile(r"\W{1,6}$|\(?n\W?[/.]?[ma]|nil$|none$", re.IGNORECASE)
_RULE: Final = re.compile(r"[-=_—–\s]{4,}|[=_]+|<[A-Za-z/]+>")
_YEAR: Final = re.compile(
    r"(?:19|20)\d\d(?:[AEPaep]?\.?|(?:,?\s?(?:\((?:\d|[a-z])\)|[*†‡]{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹,\s]*[¹²³⁴⁵⁶⁷⁸⁹⁰]))+)|\(?(?:un)?audited\)?"
)


@frozen
class ToldRow:
    """A row with its cells told apart: figures, times, and other texts."""

    cells: tuple[Cell, ...]
    figures: tuple[tuple[Cell, Figure], ...]
    times: tuple[Cell, ...]
    texts: tuple[Cell, ...]
    has_ranges: bool = False

    @property
    def has_amounts(self) -> bool:
        """Whether a figure stands in it that is no label."""
        return any(cell.column > 0 for cell, _ in self.figures)

    @property
    def has_times(self) -> bool:
        """Whether it speaks of time over the figures and holds none itself."""
        return any(cell.column + cell.columns > 1 for cell in self.times) and not self.has_amounts


def with_ranges(rows: list[ToldRow], sources: Sequence[Source]) -> list[ToldRow]:
    """The rows; where cells of a grid print two figures, each column as those that `spreads` names."""
    found = {
        id(cell): parts
        for row in rows
        for cell in row.texts
        if cell.column and (parts := parts_of(cell, sources))
    }
    return [_widened(row, found) for row in rows] if found else rows


def _widened(row: ToldRow, found: dict[int, Parts]) -> ToldRow:
    figures = [(widened(cell), figure) for cell, figure in row.figures]
    for cell in row.texts:
        wide = widened(cell)
        figures += [
            (evolve(wide, column=wide.column + at, columns=1), figure)
            for at, figure in found.get(id(cell), ())
        ]
    texts = tuple(widened(cell) for cell in row.texts if id(cell) not in found)
    times = tuple(widened(cell) for cell in row.times)
    cells = sorted((*(cell for cell, _ in figures), *texts, *times), key=lambda cell: cell.column)
    return ToldRow(tuple(cells), tuple(figures), times, texts, has_ranges=True)


def tell_row(row: Sequence[Cell], sources: Sequence[Source], *, european: bool) -> ToldRow:
    """The cells of a row told apart; rules of dashes and the tags of old tables are dropped."""
    figures, times, texts, kept = [], [], [], []
    for cell in row:
        # Up to three dashes stand for nil.
        if _RULE.fullmatch(cell.text) and len(cell.text) > 3:
            continue
        kept.append(cell)
        figure = _figure(cell, sources, european=european)
        if figure is not None:
            figures.append((cell, figure))
        elif is_time(cell.text):
            times.append(cell)
        else:
            texts.append(cell)
    return ToldRow(tuple(kept), tuple(figures), tuple(times), tuple(texts))


def with_years_as_figures(rows: list[ToldRow]) -> list[ToldRow]:
    """The rows; "2016" among the amounts of a row that is no heading is an amount."""
    first = next((at for at, row in enumerate(rows) if row.has_amounts), len(rows))
    over = {cell.text for row in rows[:first] for cell in row.times}
    return [_amounts_told(row, over) if at >= first else row for at, row in enumerate(rows)]


def with_marks_as_texts(rows: list[ToldRow]) -> list[ToldRow]:
    """The rows; note marks and bare days ("31," below "December") in rows of headings are no amounts."""
    first = next((at for at, row in enumerate(rows) if row.has_amounts and not _is_of_marks(row)), len(rows))
    return [
        evolve(row, figures=(), texts=(*row.texts, *(cell for cell, _ in row.figures)))
        if at < first and row.has_amounts
        else row
        for at, row in enumerate(rows)
    ]


def _is_of_marks(row: ToldRow) -> bool:
    """Whether all figures of a row are note marks or days, and no label is theirs."""
    labelled = any(cell.column == 0 for cell in row.texts)
    return (bool(row.times) or not labelled) and all(
        _MARK_OR_DAY.fullmatch(cell.text) for cell, _ in row.figures
    )


_MARK_OR_DAY: Final = re.compile(r"\(\d{1,2}(?:,\s?\d{1,2})*\)|(?:[12]?\d|3[01]),|\*{1,3}")


def _amounts_told(row: ToldRow, over: set[str]) -> ToldRow:
    plain = [cell for cell in row.times if cell.column > 0 and cell.places and cell.text.isdecimal()]
    labelled = any(cell.column == 0 for cell in row.texts) and not {cell.text for cell in plain} <= over
    if not plain or not (row.has_amounts or labelled):
        return row
    read = [(cell, parse_figure(cell.text, cell.places[0])) for cell in plain]
    figures = sorted(
        (*row.figures, *((cell, each) for cell, each in read if each)), key=lambda pair: pair[0].column
    )
    return evolve(row, figures=tuple(figures), times=tuple(cell for cell in row.times if cell not in plain))


def _figure(cell: Cell, sources: Sequence[Source], *, european: bool) -> Figure | None:
    text = cell.text
    # Figures with marks and notes are shorter.
    may_be = len(text) <= 40 and (_DIGIT.search(text) or _FOR_A_FIGURE.match(text))
    if not may_be or _YEAR.fullmatch(text) or not cell.places:
        return None
    figure = parse_figure(text, cell.places[0], european=european)
    if figure is not None and cell.text[-1:] in SUPERSCRIPTS:
        return evolve(figure, place=_without_marks(_place_of_digits(cell, sources), sources))
    if figure is None or len(cell.places) == 1:
        return figure
    return evolve(figure, place=_place_of_digits(cell, sources))


def _without_marks(place: Place, sources: Sequence[Source]) -> Place:
    """The place of a number without the raised marks behind it."""
    text = sources[place.source].text[place.start : place.end]
    return evolve(place, end=place.start + len(text.rstrip(SUPERSCRIPTS + ", \xa0")))


def _place_of_digits(cell: Cell, sources: Sequence[Source]) -> Place:
    """The part of a rejoined cell that holds the digits."""
    for place in cell.places:
        if any(map(str.isdecimal, sources[place.source].text[place.start : place.end])):
            return place
    return cell.places[-1] if cell.text[-1:] in "—–-" else cell.places[0]


def is_band(row: ToldRow) -> bool:
    """Whether a row is but the name of a period, as it stands over the lines of a table that are for it."""
    if len(row.cells) != 1 or row.cells[0].column > 0 or len(row.times) != 1:
        return False
    text = row.cells[0].text
    time = read_time(text)
    dated = time.year or time.fiscal_year or time.month
    is_one = len(set(_EACH_YEAR.findall(text))) < 2  # "ended June 30, 1999 and 1998" is for the columns
    return bool(time.length and dated) and bool(_BAND.match(text)) and is_one


_EACH_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_BAND: Final = re.compile(r"(?:for the )?[\w-]+ (?:months?|weeks?|quarters?|years?)? ?ended\b", re.IGNORECASE)


def is_time(text: str) -> bool:
    """Whether a heading text speaks of time."""
    # "For the period from May 9, 2006 (inception) through September 30, 2012" has 70; more is prose.
    if len(text) > 70:
        return False
    if _YEAR.fullmatch(text):
        return True
    return _TIMELY.search(text.lower()) is not None and not read_time(text).says_nothing


# Of texts in small letters: that is looked through much faster than with both.
_TIMELY: Final = re.compile(
    r"(?:19|20)\d\d|month|week|quarter|year|\bytd|ttm|\bq[1-4]|[1-4]q|\bi[iv]{0,2}[ -]?q|half|\bfy"
    r"|fiscal|\d/\d|as of|"
    + "|".join(name[:3] for name in MONTH_NAMES)
    + r"|\d\d?-\w{3}-|mos\b|total|qt[rd]|(?:^|\s)(?:3|6|9|12)m(?:\W?\d|$)"
)
