"""Plain text to paragraphs and grids."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xbrlgen.reading.document import Block, Paragraph
from xbrlgen.reading.folding import folded, folded_with_offsets, trimmed
from xbrlgen.reading.grid import Piece, build_grid, is_data, is_value
from xbrlgen.reading.locating import Locate

_CHUNK = re.compile(r"\S+(?: \S+)*")


def read_text(text: str, locate: Locate, *, first_grid: int = 0) -> Iterator[Block]:
    """Simple tables and paragraphs."""
    grids = first_grid
    for lines in _groups(text):
        rows = [_pieces(text, start, end) for start, end in lines]
        if is_data(rows):
            yield build_grid(grids, rows, locate, (lines[0][0], lines[-1][1]))
            grids += 1
        else:
            content, offsets = folded_with_offsets(text, lines[0][0], lines[-1][1])
            yield Paragraph(content, locate(*trimmed(text, lines[0][0], lines[-1][1]), ""), offsets)


def _groups(text: str) -> Iterator[list[tuple[int, int]]]:
    group: list[tuple[int, int]] = []
    for line in re.finditer(r"[^\n]*\n?", text):
        if line.group().strip():
            group.append(line.span())
        elif group and len(group) > 0:
            yield group
            group = []
    if group:
        yield group


def _pieces(text: str, start: int, end: int) -> list[Piece]:
    if "\t" in text[start:end] or text[start:end].lstrip().startswith("|"):
        return _split(text, start, end)
    return [
        Piece(folded(chunk.group()), chunk.start(), chunk.end(), chunk.start() - start, chunk.end() - start)
        for chunk in _CHUNK.finditer(text, start, end)
    ]


def _split(text: str, start: int, end: int) -> list[Piece]:
    pieces = []
    for column, cell in enumerate(re.finditer(r"[^\t|\n]+|(?<=[\t|])(?=[\t|])", text[start:end])):
        content = folded(cell.group().replace("*", "").replace("\\", ""))
        if content and not set(content) <= set("-: "):
            a, b = trimmed(text, start + cell.start(), start + cell.end())
            pieces.append(Piece(content, a, b, column, column + 1))
    return pieces if any(is_value(p.text) for p in pieces) or pieces else []
