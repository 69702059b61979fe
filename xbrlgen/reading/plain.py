"""Plain text of any kind to blocks: each stretch goes to the reader of what it looks like."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from attrs import evolve, frozen

from xbrlgen.reading.cells import cell_tables
from xbrlgen.reading.document import Block, Grid, Paragraph
from xbrlgen.reading.folding import trimmed, unmarked_with_offsets
from xbrlgen.reading.grid import Piece, build_grid, is_data
from xbrlgen.reading.locating import Locate
from xbrlgen.reading.markdown import is_pipe_row, is_tab_row, pipe_pieces, tab_pieces
from xbrlgen.reading.text import read_text

Span = tuple[int, int]


@frozen
class _Stretch:
    """Lines that one reader takes; ``rows`` are None where they are plain text."""

    first: int
    last: int
    rows: list[list[Piece]] | None = None


def read_plain(text: str, start: int, end: int, locate: Locate, *, first_grid: int = 0) -> Iterator[Block]:
    """The paragraphs and grids of plain text, markdown and what conversions make of tables."""
    grids = first_grid
    lines = _lines(text, start, end)
    for stretch in _stretches(text, lines):
        span = lines[stretch.first][0], lines[stretch.last][1]
        if stretch.rows is not None and is_data(stretch.rows):
            yield build_grid(grids, stretch.rows, locate, trimmed(text, *span))
            grids += 1
            continue
        for block in read_text(text, *span, locate, first_grid=grids):
            grids += isinstance(block, Grid)
            yield _unmarked(text, block)


def _lines(text: str, start: int, end: int) -> list[Span]:
    lines = []
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        lines.append((start, stop - (stop > start and text[stop - 1] == "\r")))
        start = stop + 1
    return lines


def _stretches(text: str, lines: Sequence[Span]) -> Iterator[_Stretch]:
    """Tables by their marks, tables of cells between them, and the rest."""
    position = 0
    for table in _marked_tables(text, lines):
        yield from _unmarked_stretches(text, lines, position, table.first)
        yield table
        position = table.last + 1
    yield from _unmarked_stretches(text, lines, position, len(lines))


def _marked_tables(text: str, lines: Sequence[Span]) -> Iterator[_Stretch]:
    kinds: tuple[tuple[Callable[[str], bool], Callable[[str, Sequence[Span]], list[list[Piece]]]], ...]
    kinds = ((is_pipe_row, pipe_pieces), (is_tab_row, tab_pieces))
    number = 0
    while number < len(lines):
        for is_row, pieces in kinds:
            last = _run(text, lines, number, is_row)
            if last > number:
                yield _Stretch(number, last, pieces(text, lines[number : last + 1]))
                number = last
                break
        number += 1


def _run(text: str, lines: Sequence[Span], first: int, is_row: Callable[[str], bool]) -> int:
    """The last line of the run of rows that begins here, one line without marks being let pass."""
    last = first - 1
    number = first
    while number < len(lines) and number - last <= 1:
        content = text[slice(*lines[number])]
        if is_row(content):
            last = number
        number += 1
    return last


def _unmarked_stretches(text: str, lines: Sequence[Span], first: int, stop: int) -> Iterator[_Stretch]:
    position = first
    for begin, last, rows in cell_tables(text, lines[first:stop]):
        if first + begin > position:
            yield _Stretch(position, first + begin - 1)
        yield _Stretch(first + begin, first + last, rows)
        position = first + last + 1
    if position < stop:
        yield _Stretch(position, stop - 1)


def _unmarked(text: str, block: Block) -> Block:
    """A paragraph without the marks of markdown."""
    if not isinstance(block, Paragraph):
        return block
    place = block.place
    if not any(mark in block.text for mark in ("*", "#", "\\", "_", "<")):
        return block
    content, offsets = unmarked_with_offsets(text, place.start, place.end)
    heading = block.is_heading or block.text.startswith(("#", "**"))
    return evolve(block, text=content, offsets=offsets, is_heading=heading)
