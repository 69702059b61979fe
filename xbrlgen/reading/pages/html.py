"""HTML pages to paragraphs and grids."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from attrs import evolve

from xbrlgen.findings import Finding
from xbrlgen.places import Format, Source
from xbrlgen.reading.document import Block, Grid, Paragraph
from xbrlgen.reading.given.folding import folded, folded_with_offsets, trimmed
from xbrlgen.reading.given.locating import Locate, locator_of_segments
from xbrlgen.reading.given.unreadable import nested_finding
from xbrlgen.reading.grids.grid import build_grid, is_data
from xbrlgen.reading.grids.pieces import Piece, is_value
from xbrlgen.reading.pages.markup import read_page
from xbrlgen.reading.pages.parsing import parse_html
from xbrlgen.reading.pages.raw_table import BLOCK_MARK, LINE_MARK, RawCell, RawTable, Run
from xbrlgen.reading.pages.spaced import Spaced, as_plain, with_spaced

__all__ = ["parse_html", "read_html"]

Shown = Run | RawTable | Spaced
_BULLET = re.compile(r"[^\w\s]{1,2}$|o$|\(?\w{1,4}[.)]$")
_BREAKS = re.compile(f"[{BLOCK_MARK}{LINE_MARK}]")


def read_html(
    raw: bytes, encoding: str, *, name: str = "", number: int = 0, first_line: int = 1, first_grid: int = 0
) -> tuple[Source, list[Block], Finding | None]:
    """The source and its blocks, and what to tell where some of it can't be read."""
    page = read_page(raw, encoding, first_line)
    source = Source(name, Format.HTML, page.text, raw, encoding, page.segments)
    locate = locator_of_segments(number, page.text, page.segments)
    blocks = _rows_joined(with_spaced(page.text, page.blocks))
    found = list(_blocks(page.text, blocks, locate, first_grid))
    return source, found, None if page.cut is None else nested_finding(page.cut)


def _rows_joined(blocks: Iterable[Shown]) -> Iterator[Shown]:
    """The blocks, with neighbouring tables of a row or two and of one width (a table a row) made one."""
    held: list[RawTable] = []
    for block in blocks:
        if held and not (isinstance(block, RawTable) and _is_row_of(held[-1], block)):
            yield _one_table(held)
            held = []
        if isinstance(block, RawTable):
            held.append(block)
        else:
            yield block
    if held:
        yield _one_table(held)


def _one_table(tables: list[RawTable]) -> RawTable:
    rows = [row for table in tables for row in table.rows]
    return RawTable(tables[0].start, tables[0].is_layout, rows, tables[-1].end)


def _is_row_of(table: RawTable, row: RawTable) -> bool:
    """Whether a small table goes on with the small one before it: as many cells, as wide."""
    before, after = table.rows[-1], row.rows[0]
    if len(table.rows) > 2 or len(row.rows) > 2 or len(before) != len(after) or len(after) < 2:
        return False
    return _width(before) == _width(after)


def _width(row: list[RawCell]) -> int:
    return sum(cell.columns for cell in row)


def _blocks(text: str, blocks: Iterable[Shown], locate: Locate, grids: int) -> Iterator[Block]:
    for block in blocks:
        if not isinstance(block, RawTable):
            for found in _run(text, block, locate, grids):
                grids += isinstance(found, Grid)
                yield found
            continue
        rows = pieces_of(text, block)
        if is_data(rows):
            yield build_grid(grids, rows, locate, (block.start, block.end))
            grids += 1
        else:
            yield from _layout(text, block, locate)


def _run(text: str, run: Run | Spaced, locate: Locate, grids: int) -> Iterator[Block]:
    """A paragraph, or what text set with its own spacing holds."""
    if isinstance(run, Spaced):
        return _plain(as_plain(text, run), run, locate, grids)
    if run.is_preformatted and "\n" in text[run.start : run.end].strip():
        return _plain(text, run, locate, grids)
    return _paragraphs(text, run, locate)


def _plain(text: str, run: Run | Spaced, locate: Locate, grids: int) -> Iterator[Block]:
    from xbrlgen.reading.texts.plain import read_plain  # noqa: PLC0415 (most pages don't need the readers of text)

    return read_plain(text, run.start, run.end, locate, first_grid=grids)


def _paragraphs(text: str, run: Run, locate: Locate) -> Iterator[Paragraph]:
    for start, end in _lines(text, run.start, run.end):
        content, offsets = folded_with_offsets(text, start, end)
        if content:
            heading = run.is_heading or (run.bold and len(content) < 160)
            yield Paragraph(content, locate(*trimmed(text, start, end), ""), offsets, heading)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The paragraph cut at its line breaks, unless these only wrap prose."""
    breaks = [found.start() for found in _BREAKS.finditer(text, start, end)]
    edges = [start, *breaks, end]
    lines = list(pairwise(edges))
    longest = max(b - a for a, b in lines)
    if len(lines) > 2 and all(b - a > longest * 0.6 for a, b in lines[:-1] if b - a > 1) and longest > 60:
        return iter([(start, end)])
    return iter(lines)


def _layout(text: str, table: RawTable, locate: Locate) -> Iterator[Paragraph]:
    """A table that only arranges text: its rows as paragraphs, a bullet with the text beside it."""
    for row in table.rows:
        shown = [cell for cell in row if cell.end > cell.start]
        if len(shown) == 2 and _BULLET.match(text[shown[0].start : shown[0].end].strip()):
            shown = [RawCell(shown[0].start, shown[1].end, 1, 1, shown[1].bold, 0)]
        for cell in shown:
            yield from _paragraphs(text, Run(cell.start, cell.end, cell.bold), locate)


def pieces_of(text: str, table: RawTable) -> list[list[Piece]]:
    """The table with its spans expanded: for each row what is printed in it and from where to where."""
    rows: list[list[Piece]] = []
    blocked: list[tuple[int, int, int]] = []
    for number, row in enumerate(table.rows):
        blocked = [span for span in blocked if span[2] > number]
        pieces: list[Piece] = []
        spans: list[tuple[int, int]] = []
        column = 0
        for cell in row:
            column = _free(column, blocked) if blocked else column
            right = column + cell.columns
            if cell.rows > 1 and len(blocked) < _MOST_HANGING:
                blocked.append((column, right, min(number + cell.rows, len(table.rows))))
            piece = _piece(text, cell, column) if cell.end > cell.start else None
            if piece is not None and piece.text:
                pieces.append(piece)
                spans.append((cell.start, cell.end))
            column = right
        rows += _stacked(text, pieces, spans)
    return rows


def _stacked(text: str, row: list[Piece], spans: list[tuple[int, int]]) -> list[list[Piece]]:
    """The row, or several where line breaks stack figures in each of its cells."""
    if not row or _BREAKS.search(text, row[0].start, row[-1].end) is None:
        return [row]
    if all(_BREAKS.search(text, piece.start, piece.end) is None for piece in row):
        return [row]
    cells = [_lines_of(text, piece) for piece in row]
    counts = {len(lines) for lines in cells if len(lines) > 1 and all(is_value(line.text) for line in lines)}
    if len(counts) != 1:
        return [row]
    count = counts.pop()
    if len(cells[0]) != count:
        aligned = _line_by_line(text, row, spans)
        if aligned:
            return aligned
    levels: list[list[Piece]] = [[] for _ in range(count)]
    for piece, lines in zip(row, cells, strict=True):
        for level, line in enumerate(lines if len(lines) == count else [piece]):
            levels[level].append(line)
    return levels


def _line_by_line(text: str, row: list[Piece], spans: list[tuple[int, int]]) -> list[list[Piece]]:
    """The rows that lines of cells make when empty ones count; none where the cells differ in height."""
    cells = [_all_lines(text, piece, span) for piece, span in zip(row, spans, strict=True)]
    if len({len(lines) for lines in cells}) != 1:
        return []
    return [[piece for piece in level if piece is not None] for level in zip(*cells, strict=True)]


def _all_lines(text: str, piece: Piece, span: tuple[int, int]) -> list[Piece | None]:
    """The lines of a cell, None for an empty one, without the empty ones at its end."""
    edges = [span[0], *(found.end() for found in _BREAKS.finditer(text, *span)), span[1]]
    parts = [trimmed(text, start, end) for start, end in pairwise(edges)]
    while parts and parts[-1][0] >= parts[-1][1]:
        parts.pop()
    return [
        evolve(piece, text=folded(text[start:end]), start=start, end=end) if start < end else None
        for start, end in parts
    ]


def _lines_of(text: str, piece: Piece) -> list[Piece]:
    """The lines that breaks make of one cell."""
    edges = [
        piece.start,
        *(found.end() for found in _BREAKS.finditer(text, piece.start, piece.end)),
        piece.end,
    ]
    spans = [trimmed(text, start, end) for start, end in pairwise(edges)]
    return [
        evolve(piece, text=folded(text[start:end]), start=start, end=end)
        for start, end in spans
        if start < end
    ]


# Cells that reach into one row from above: as no table is so wide, more are a page made to cost time.
_MOST_HANGING = 100


def _piece(text: str, cell: RawCell, column: int) -> Piece:
    start, end = trimmed(text, cell.start, cell.end)
    content = folded(text[start:end])
    return Piece(content, start, end, column, column + cell.columns, cell.rows, cell.indent, cell.bold)


def _free(column: int, blocked: list[tuple[int, int, int]]) -> int:
    """The first column from here on that no cell from a row above hangs into."""
    for left, right, _ in sorted(blocked):
        if left <= column < right:
            column = right
    return column
