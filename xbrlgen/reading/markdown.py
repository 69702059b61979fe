"""Tables of markdown: rows between pipes, and rows of cells between tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from xbrlgen.reading.folding import trimmed, unmarked_with_offsets
from xbrlgen.reading.grid import Piece

_PIPE = re.compile(r"(?<!\\)\|")
_DASHES = re.compile(r"^[\s|:+-]*-{2,}[\s|:+-]*$")


def is_pipe_row(content: str) -> bool:
    """Whether a line is a row of a pipe table."""
    shown = content.strip()
    return len(_PIPE.findall(shown)) > 1 and (shown.startswith("|") or shown.endswith("|") or " | " in shown)


def is_tab_row(content: str) -> bool:
    """Whether a line is a row of cells between tabs."""
    inner = content.strip(" ")
    return inner.count("\t") > 1 and not inner.isspace()


def pipe_pieces(text: str, lines: Sequence[tuple[int, int]]) -> list[list[Piece]]:
    """The rows of a pipe table; ``||`` lets the cell before it span."""
    rows = []
    for start, end in lines:
        if not _DASHES.match(text[start:end]):
            rows.append(_pipe_row(text, start, end))
    return rows


def _pipe_row(text: str, start: int, end: int) -> list[Piece]:
    a, b = trimmed(text, start, end)
    inner = a + 1 if text[a] == "|" else a
    stops = [found.start() for found in _PIPE.finditer(text, inner, b)]
    if not stops or stops[-1] != b - 1:
        stops.append(b)
    pieces: list[Piece] = []
    position = inner
    for column, stop in enumerate(stops):
        piece = _piece(text, position, stop, column)
        if piece is not None:
            pieces.append(piece)
        elif stop == position and pieces and pieces[-1].right == column:
            pieces[-1] = evolve(pieces[-1], right=column + 1)
        position = stop + 1
    return pieces


def tab_pieces(text: str, lines: Sequence[tuple[int, int]]) -> list[list[Piece]]:
    """The rows of a table whose cells are parted by tabs."""
    return [list(_tab_row(text, start, end)) for start, end in lines]


def _tab_row(text: str, start: int, end: int) -> Iterator[Piece]:
    position = start
    for column, cell in enumerate(text[start:end].split("\t")):
        piece = _piece(text, position, position + len(cell), column)
        if piece is not None:
            yield piece
        position += len(cell) + 1


def _piece(text: str, start: int, end: int, column: int) -> Piece | None:
    content, offsets = unmarked_with_offsets(text, start, end)
    if not content:
        return None
    shown = text[start:end].replace("&nbsp;", "\xa0")
    indent = (len(shown) - len(shown.lstrip())) / 2 - 0.5
    bold = "**" in text[start:end]
    return Piece(content, offsets[0], offsets[-1] + 1, column, column + 1, 1, max(indent, 0), bold)
