"""Grids in the shape of statements: captions, heading rows, and lines of a label and its figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import evolve, frozen

from xbrlgen.figures import Figure
from xbrlgen.places import Place, Source
from xbrlgen.reading.document import Cell, Grid
from xbrlgen.reading.grids.spreads import FACTOR, HIGH, LOW
from xbrlgen.reading.statement import FACE_KINDS, Basis
from xbrlgen.reading.tables.bands import band_test
from xbrlgen.reading.tables.cutting import columns_of_figures, is_unit_text, parts_of
from xbrlgen.reading.tables.scales import scale_phrase
from xbrlgen.reading.tables.sides import one_below_the_other
from xbrlgen.reading.tables.told import (
    ToldRow,
    is_time,
    tell_row,
    with_marks_as_texts,
    with_ranges,
    with_years_as_figures,
)
from xbrlgen.reading.words import title_words, unit_words


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
    line stands between the table and the one before; ``ends`` names the columns that hold ends of ranges;
    ``is_sheet`` says that cells hold numbers in whatever format, not prints of one hand;
    ``is_ordered`` says that figures stand in columns by their order alone, an empty cell leaving no trace;
    ``above`` are the captions of the part before it in the same grid, which may hold for it too.
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
    is_sheet: bool = False
    is_ordered: bool = False
    above: tuple[str, ...] = ()

    @property
    def caption(self) -> str:
        """All captions as one text."""
        return " ".join(self.captions)


def shape(
    grid: Grid, captions: Sequence[str], sources: Sequence[Source], *, european: bool = False
) -> tuple[Table, ...]:
    """The tables that a grid holds: one for each block of headings with figures under it."""
    printed = one_below_the_other(grid.rows)
    told = with_marks_as_texts([tell_row(row, sources, european=european) for row in printed])
    rows = with_ranges(with_years_as_figures(told), sources)
    tables: list[Table] = []
    carried = tuple(captions)
    bands = band_test(rows)
    for part in parts_of(rows, bands):
        table = _table(grid, part, carried, bands)
        if table.keys:
            table = _under(tables[-1], table) if tables else table
            tables.append(evolve(table, above=tables[-1].captions or tables[-1].above) if tables else table)
            carried = tuple(captions) if any(map(bands, part)) else ()
    return tuple(tables)


def _under(before: Table, table: Table) -> Table:
    """The table with the headings that stand over the years before, where only these are printed again."""
    again = [[(cell.text, cell.column) for cell in each.heads[-1]] for each in (before, table) if each.heads]
    is_again = len(again) == 2 and again[0] == again[1] and len(table.heads) == 1
    return evolve(table, heads=(*before.heads[:-1], *table.heads)) if is_again else table


def _table(
    grid: Grid, rows: Sequence[ToldRow], captions: tuple[str, ...], is_band: Callable[[ToldRow], bool]
) -> Table:
    first = next((index for index, row in enumerate(rows) if row.has_amounts), len(rows))
    keys = columns_of_figures(rows[first:])
    last_head = _last_heading(rows[:first], keys, is_band)
    bands = [row for row in rows[:first] if keys and is_band(row)]
    has_unit = len(keys) > 1 and any(scale_phrase(caption) for caption in captions)
    inner, heads, corner = _headings(
        [row for row in rows[:last_head] if row not in bands], keys, has_unit=has_unit
    )
    heads += tuple((_over_all(row.cells[0], keys),) for row in bands)
    lines = tuple(_line(row, keys) for row in rows[last_head:] if row not in bands)
    return Table(
        (grid.index,), captions + inner, heads, corner, keys, lines, (grid.place,), ends=_ends(rows, keys)
    )


def _over_all(cell: Cell, keys: Sequence[int]) -> Cell:
    """The name of a period that holds for all columns, as a heading over them."""
    return evolve(cell, column=keys[0], columns=keys[-1] - keys[0] + 1)


def _ends(rows: Sequence[ToldRow], keys: Sequence[int]) -> tuple[tuple[int, Basis], ...]:
    if not any(row.has_ranges for row in rows):
        return ()
    names = {LOW: Basis.LOW, HIGH: Basis.HIGH}
    return tuple((key, names[key % FACTOR]) for key in keys if key % FACTOR in names)


def _edge(cell: Cell) -> int:
    return cell.column + cell.columns - 1


def _last_heading(rows: Sequence[ToldRow], keys: Sequence[int], is_band: Callable[[ToldRow], bool]) -> int:
    """How many of the rows above the figures are headings: up to the last one over the figures."""
    if not keys:
        return 0
    for index in range(len(rows) - 1, -1, -1):
        row = rows[index]
        over = [cell for cell in row.cells if _edge(cell) >= keys[0] and not _is_section(cell, keys)]
        if over or _unit_row(row) or is_band(row):
            return index + 1
    return 0


def _is_section(cell: Cell, keys: Sequence[int]) -> bool:
    """Whether a cell that reaches over the figures still belongs to the labels: a merged section title."""
    return cell.column < keys[0] and not (is_time(cell.text) or is_unit_text(cell.text))


def _unit_row(row: ToldRow) -> bool:
    return any(is_unit_text(cell.text) for cell in row.cells)


def _headings(
    rows: Sequence[ToldRow], keys: Sequence[int], *, has_unit: bool
) -> tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...], str]:
    """Captions inside the table, heading cells over the columns, and the text over the labels.

    Where the table ``has_unit`` already, another currency over one column is for that column.
    """
    captions, heads, corner = [], [], []
    for row in (_over_figures(row, keys) for row in rows):
        over = tuple(cell for cell in row.cells if _edge(cell) >= keys[0] and not _is_merged(cell, keys))
        whole = " ".join(cell.text for cell in row.cells)
        own = _are_units_apart(over) or (has_unit and _is_own(over))
        if not row.times and len(row.cells) <= 2 and _is_title(whole) and not own:
            over = ()
        known = {id(cell) for cell in over}
        aside = [cell.text for cell in row.cells if id(cell) not in known]
        if over:
            heads.append(over)
            corner += aside
        else:
            captions += aside
    return tuple(captions), tuple(heads), " ".join(corner)


def _over_figures(row: ToldRow, keys: Sequence[int]) -> ToldRow:
    """The row; headings that all stand one column left of the figures, over their marks, put over these."""
    aside = len(row.cells) > 1 and not any(cell.column in keys for cell in row.cells)
    if not aside or [cell.column + cell.columns for cell in row.cells] != list(keys):
        return row
    moved = {id(cell): evolve(cell, column=key, columns=1) for cell, key in zip(row.cells, keys, strict=True)}
    cells, times, texts = (
        tuple(moved[id(cell)] for cell in part) for part in (row.cells, row.times, row.texts)
    )
    return evolve(row, cells=cells, times=times, texts=texts)


def _are_units_apart(over: Sequence[Cell]) -> bool:
    """Whether columns have units of their own: "($000s) | ($/boe)", "Millions of yen | $ in thousands"."""
    texts = {cell.text for cell in over}
    if not len(texts) == len(over) > 1:
        return False
    return all(map(scale_phrase, texts)) or (
        all(cell.columns == 1 for cell in over) and any(map(is_unit_text, texts))
    )


def _is_own(over: Sequence[Cell]) -> bool:
    """Whether the only text over the figures names the currency of the one column that it stands over."""
    if len(over) != 1 or over[0].columns > 1:
        return False
    named = any(pattern.search(over[0].text) for _, pattern in unit_words.CURRENCIES)
    return named or bool(unit_words.US_DOLLARS.search(over[0].text))


def _is_title(text: str) -> bool:
    """Whether a lone text over the columns is a title, a unit line or a name rather than a heading."""
    if is_unit_text(text):
        return True
    return not is_time(text) and (
        any(kind in FACE_KINDS for kind in title_words.kinds_named(text))
        or bool(title_words.RECONCILES.search(text))
        or bool(title_words.LEGAL_NAME.search(text))
    )


def _is_merged(cell: Cell, keys: Sequence[int]) -> bool:
    """Whether a cell over all columns is a caption of the table rather than a heading of columns."""
    wide = cell.column < keys[0] and _edge(cell) >= keys[-1]
    return wide and (len(keys) > 1 or not is_time(cell.text))


def _line(row: ToldRow, keys: Sequence[int]) -> Line:
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
