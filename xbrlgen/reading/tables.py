"""Grids in the shape of statements: captions, heading rows, and lines of a label and its figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve, frozen

from xbrlgen.figures import Figure, parse_figure
from xbrlgen.periods import TimeWords, read_time
from xbrlgen.places import Place, Source
from xbrlgen.reading import words
from xbrlgen.reading.document import Cell, Grid
from xbrlgen.reading.spreads import FACTOR, HIGH, LOW, Ends, ends_of, widened
from xbrlgen.reading.statement import FACE_KINDS, Basis

_MAY_BE_FIGURE: Final = re.compile(r"\d|^\W{1,6}$|^\(?[nN]\W?[/.]?[mMaA]|^nil$|^none$", re.IGNORECASE)
_RULE: Final = re.compile(r"[-=_—–\s]{4,}|[=_]+|<[A-Za-z/]+>")
_YEAR: Final = re.compile(r"(?:19|20)\d\d[AEPaep]?\.?|\(?(?:un)?audited\)?")


@frozen
class Line:
    """One printed row: its label as printed, and the figures by the column of their cells."""

    label: str
    figures: tuple[tuple[int, Figure], ...] = ()
    texts: tuple[tuple[int, str], ...] = ()
    indent: float = 0
    bold: bool = False
    places: tuple[Place, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is printed there."""
        return not (self.label or self.figures or self.texts)


@frozen
class Table:
    """A grid, or one part of it with headings of its own.

    ``keys`` are the grid columns of its figures; ``heads`` the heading rows over them;
    ``corner`` what stands in these rows over the labels; ``follows`` says that only a page break or a foot
    line stands between the table and the one before; ``ends`` names the columns that hold ends of ranges.
    """

    grids: tuple[int, ...]
    captions: tuple[str, ...]
    heads: tuple[tuple[Cell, ...], ...]
    corner: str
    keys: tuple[int, ...]
    lines: tuple[Line, ...]
    places: tuple[Place, ...]
    follows: bool = False
    ends: tuple[tuple[int, Basis], ...] = ()

    @property
    def caption(self) -> str:
        """All captions as one text."""
        return " ".join(self.captions)


@frozen
class _Read:
    """A row with its cells told apart: figures, times, and other texts."""

    cells: tuple[Cell, ...]
    figures: tuple[tuple[Cell, Figure], ...]
    times: tuple[Cell, ...]
    texts: tuple[Cell, ...]
    has_ranges: bool = False

    @property
    def has_amounts(self) -> bool:
        return any(cell.column > 0 for cell, _ in self.figures)

    @property
    def has_times(self) -> bool:
        return any(cell.column + cell.columns > 1 for cell in self.times) and not self.has_amounts


def shape(
    grid: Grid, captions: Sequence[str], sources: Sequence[Source], *, european: bool = False
) -> tuple[Table, ...]:
    """The tables that a grid holds: one for each block of headings with figures under it."""
    rows = _with_ranges([_read_row(row, sources, european=european) for row in grid.rows], sources)
    tables = []
    carried = tuple(captions)
    for part in _parts(rows):
        table = _table(grid, part, carried)
        if table.keys:
            tables.append(table)
            carried = ()
    return tuple(tables)


def _with_ranges(rows: list[_Read], sources: Sequence[Source]) -> list[_Read]:
    """The rows; where a grid prints ranges, each of its columns as three: values, low ends, high ends."""
    found = {
        id(cell): ends
        for row in rows
        for cell in row.texts
        if cell.column and (ends := ends_of(cell, sources))
    }
    return [_widened(row, found) for row in rows] if found else rows


def _widened(row: _Read, ranges: dict[int, Ends]) -> _Read:
    figures = [(widened(cell), figure) for cell, figure in row.figures]
    for cell in row.texts:
        ends = ranges.get(id(cell))
        if ends:
            wide = widened(cell)
            figures.append((evolve(wide, column=wide.column + LOW, columns=1), ends.low))
            figures.append((evolve(wide, column=wide.column + HIGH, columns=1), ends.high))
    texts = tuple(widened(cell) for cell in row.texts if id(cell) not in ranges)
    times = tuple(widened(cell) for cell in row.times)
    cells = sorted((*(cell for cell, _ in figures), *texts, *times), key=lambda cell: cell.column)
    return _Read(tuple(cells), tuple(figures), times, texts, has_ranges=True)


def _read_row(row: Sequence[Cell], sources: Sequence[Source], *, european: bool) -> _Read:
    figures, times, texts, kept = [], [], [], []
    for cell in row:
        if _RULE.fullmatch(cell.text) and len(cell.text) > 3:
            continue
        kept.append(cell)
        figure = _figure(cell, sources, european=european)
        if figure is not None:
            figures.append((cell, figure))
        elif _is_time(cell.text):
            times.append(cell)
        else:
            texts.append(cell)
    return _Read(tuple(kept), tuple(figures), tuple(times), tuple(texts))


def _figure(cell: Cell, sources: Sequence[Source], *, european: bool) -> Figure | None:
    text = cell.text
    if len(text) > 40 or not _MAY_BE_FIGURE.search(text) or _YEAR.fullmatch(text) or not cell.places:
        return None
    figure = parse_figure(text, cell.places[0], european=european)
    if figure is None or len(cell.places) == 1:
        return figure
    return evolve(figure, place=_place_of_digits(cell, sources))


def _place_of_digits(cell: Cell, sources: Sequence[Source]) -> Place:
    """The part of a rejoined cell that holds the digits."""
    for place in cell.places:
        if any(map(str.isdigit, sources[place.source].text[place.start : place.end])):
            return place
    return cell.places[-1] if cell.text[-1:] in "—–-" else cell.places[0]


def _is_time(text: str) -> bool:
    if len(text) > 70:
        return False
    return bool(_YEAR.fullmatch(text)) or not _time(text).says_nothing


def _time(text: str) -> TimeWords:
    return read_time(text) if _TIMELY.search(text) else TimeWords()


_TIMELY: Final = re.compile(
    r"(?:19|20)\d\d|month|week|quarter|year|\bytd|ttm|\bq[1-4]|[1-4]q|half|\bfy|fiscal|\d/\d|as of|"
    r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d\d?-\w{3}-|mos\b|total",
    re.IGNORECASE,
)


def _parts(rows: Sequence[_Read]) -> Iterator[list[_Read]]:
    """The rows cut where headings begin anew after figures."""
    current: list[_Read] = []
    seen_amounts = False
    for row in rows:
        if seen_amounts and _is_new_heading(row):
            titles = _trailing_titles(current)
            yield current[: len(current) - len(titles)]
            current, seen_amounts = titles, False
        current.append(row)
        seen_amounts = seen_amounts or row.has_amounts
    yield current


def _is_new_heading(row: _Read) -> bool:
    return row.has_times and all(cell.column > 0 for cell in row.times) and (
        len(row.times) > 1 or row.times[0].columns > 1
    )  # fmt: skip


def _trailing_titles(rows: Sequence[_Read]) -> list[_Read]:
    titles: list[_Read] = []
    for row in reversed(rows):
        if row.figures or not (_is_caption(row) or not row.cells):
            break
        titles.insert(0, row)
    return titles if any(row.cells for row in titles) else []


def _is_caption(row: _Read) -> bool:
    text = " ".join(cell.text for cell in row.cells)
    titled = any(pattern.search(text) for _, pattern in words.TITLES)
    return bool(row.cells) and (
        titled or bool(words.SCALE_PHRASE.search(text) or words.UNAUDITED.search(text))
    )


def _table(grid: Grid, rows: Sequence[_Read], captions: tuple[str, ...]) -> Table:
    first = next((index for index, row in enumerate(rows) if row.has_amounts), len(rows))
    keys = _keys(rows[first:])
    last_head = _last_heading(rows[:first], keys)
    inner, heads, corner = _headings(rows[:last_head], keys)
    lines = tuple(_line(row, keys) for row in rows[last_head:])
    return Table(
        (grid.index,), captions + inner, heads, corner, keys, lines, (grid.place,), ends=_ends(rows, keys)
    )


def _ends(rows: Sequence[_Read], keys: Sequence[int]) -> tuple[tuple[int, Basis], ...]:
    if not any(row.has_ranges for row in rows):
        return ()
    names = {LOW: Basis.LOW, HIGH: Basis.HIGH}
    return tuple((key, names[key % FACTOR]) for key in keys if key % FACTOR in names)


def _edge(cell: Cell) -> int:
    return cell.column + cell.columns - 1


def _keys(rows: Sequence[_Read]) -> tuple[int, ...]:
    """Where columns of figures stand."""
    counts = Counter(cell.column for row in rows for cell, _ in row.figures)
    return tuple(sorted(key for key in counts if key > 0))


def _last_heading(rows: Sequence[_Read], keys: Sequence[int]) -> int:
    """How many of the rows above the figures are headings: up to the last one over the figures."""
    if not keys:
        return 0
    for index in range(len(rows) - 1, -1, -1):
        row = rows[index]
        over = [cell for cell in row.cells if _edge(cell) >= keys[0] and not _is_section(cell, keys)]
        if over or _unit_row(row):
            return index + 1
    return 0


def _is_section(cell: Cell, keys: Sequence[int]) -> bool:
    """Whether a cell that reaches over the figures still belongs to the labels: a merged section title."""
    return cell.column < keys[0] and not (_is_time(cell.text) or _unit_text(cell.text))


def _unit_row(row: _Read) -> bool:
    return any(_unit_text(cell.text) for cell in row.cells)


def _unit_text(text: str) -> bool:
    return bool(
        words.SCALE_PHRASE.search(text) or words.UNAUDITED.search(text) or words.CONTINUED.search(text)
    )


def _headings(
    rows: Sequence[_Read], keys: Sequence[int]
) -> tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...], str]:
    """Captions inside the table, heading cells over the columns, and the text over the labels."""
    captions, heads, corner = [], [], []
    for row in rows:
        over = tuple(cell for cell in row.cells if _edge(cell) >= keys[0] and not _is_merged(cell, keys))
        if not row.times and _is_title(" ".join(cell.text for cell in row.cells)):
            over = ()
        aside = [cell.text for cell in row.cells if cell not in over]
        if over:
            heads.append(over)
            corner += aside
        else:
            captions += aside
    return tuple(captions), tuple(heads), " ".join(corner)


def _is_title(text: str) -> bool:
    """Whether a lone text over the columns is a title, a unit line or a name rather than a heading."""
    if _unit_text(text):
        return True
    return not _is_time(text) and (
        any(pattern.search(text) for kind, pattern in words.TITLES if kind in FACE_KINDS)
        or bool(words.LEGAL_NAME.search(text))
    )


def _is_merged(cell: Cell, keys: Sequence[int]) -> bool:
    """Whether a cell over all columns is a caption of the table rather than a heading of columns."""
    wide = cell.column < keys[0] and _edge(cell) >= keys[-1]
    return wide and (len(keys) > 1 or not _is_time(cell.text))


def _line(row: _Read, keys: Sequence[int]) -> Line:
    known = set(keys)
    figures = tuple((cell.column, figure) for cell, figure in row.figures if cell.column in known)
    taken = {id(cell) for cell, _ in row.figures if cell.column in known}
    others = [cell for cell in row.cells if id(cell) not in taken]
    labels = [cell for cell in others if not keys or cell.column < keys[0]]
    texts = tuple((cell.column, cell.text) for cell in others if keys and cell.column >= keys[0])
    return Line(
        " ".join(cell.text for cell in labels),
        figures,
        texts,
        labels[0].indent + labels[0].column if labels else 0,
        bool(labels) and labels[0].bold,
        tuple(place for cell in labels for place in cell.places),
    )
