"""Sheets to grids: the records of CSV text, and what is a table of any rows of cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from xbrlgen.reading.document import Block, Paragraph
from xbrlgen.reading.given.detect import csv_mark
from xbrlgen.reading.given.folding import folded, folded_with_offsets, trimmed
from xbrlgen.reading.given.locating import Locate
from xbrlgen.reading.grids.grid import build_grid, is_data
from xbrlgen.reading.grids.pieces import Piece, is_value
from xbrlgen.reading.texts.cutting.lines import is_head

Row = list[Piece]


def read_csv(text: str, locate: Locate, first_grid: int = 0) -> Iterator[Block]:
    """The tables of text whose fields are parted by commas, semicolons or pipes."""
    mark = csv_mark(text) or ","
    return blocks_of(text, _records(text, mark), locate, first_grid)


def _records(text: str, mark: str) -> list[Row]:
    """The fields of each record with their places."""
    field = re.compile(rf'[ \t]*"((?:[^"]|"")*)"[ \t]*|([^{re.escape(mark)}\n\r]*)')
    rows: list[Row] = [[]]
    position = column = 0
    while position < len(text):
        found = field.match(text, position)
        if found is None:  # the pattern also matches nothing at all
            break
        group = 1 if found.group(1) is not None else 2
        piece = _field(text, found.start(group), found.end(group), column)
        rows[-1] += [piece] if piece else []
        position, column = found.end(), column + 1
        if text[position : position + 1] in ("\n", "\r"):
            position += 2 if text.startswith("\r\n", position) else 1
            rows.append([])
            column = 0
        elif text.startswith(mark, position):
            position += 1
    return rows


def _field(text: str, start: int, end: int, column: int) -> Piece | None:
    a, b = trimmed(text, start, end)
    shown = folded(text[a:b]).replace('""', '"')
    return Piece(shown, a, b, column, column + 1, 1, (a - start) / 2) if shown else None


def blocks_of(text: str, rows: Sequence[Row], locate: Locate, first_grid: int) -> Iterator[Block]:
    """Tables, parted where an empty row is followed by headings; what is no table as paragraphs."""
    grids = first_grid
    for table in _tables(rows):
        while table and len(table[0]) == 1 and table[0][0].left == 0 and not is_value(table[0][0].text):
            title = table.pop(0)[0]
            content, offsets = folded_with_offsets(text, title.start, title.end)
            yield Paragraph(content, locate(title.start, title.end, ""), offsets, is_heading=True)
        if is_data(table):
            yield build_grid(grids, table, locate, (table[0][0].start, table[-1][-1].end))
            grids += 1
            continue
        for row in table:
            for piece in row:
                content, offsets = folded_with_offsets(text, piece.start, piece.end)
                yield Paragraph(content, locate(piece.start, piece.end, ""), offsets)


def _tables(rows: Sequence[Row]) -> Iterator[list[Row]]:
    table: list[Row] = []
    gap = False
    for number, row in enumerate(rows):
        if not row:
            gap = True
            continue
        if gap and table and _begins_table(rows, number):
            yield table
            table = []
        gap = False
        table.append(row)
    if table:
        yield table


def _begins_table(rows: Sequence[Row], number: int) -> bool:
    """Whether column headings follow before the next values."""
    for row in rows[number : number + 8]:
        if len(row) > 1 or (row and row[0].left > 0):
            cells = [piece.text for piece in row if piece.left > 0]
            return all(is_head(cell) or not is_value(cell) for cell in cells) or not is_data([row, row])
    return False
