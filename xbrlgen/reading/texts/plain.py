"""Plain text of any kind to blocks: each stretch goes to the reader of what it looks like."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from attrs import evolve, frozen

from xbrlgen.reading.document import Block, Grid, Paragraph
from xbrlgen.reading.given.folding import trimmed, unmarked_with_offsets
from xbrlgen.reading.given.locating import Locate
from xbrlgen.reading.grids.grid import build_grid, is_data
from xbrlgen.reading.grids.pieces import Piece
from xbrlgen.reading.texts.blanks.text import read_text
from xbrlgen.reading.texts.converted.cells import cell_tables
from xbrlgen.reading.texts.converted.glued import glued_tables, with_heads
from xbrlgen.reading.texts.converted.ordering import in_order
from xbrlgen.reading.texts.marks.bare_pipes import bare_rows, is_bare_row, last_of_bare
from xbrlgen.reading.texts.marks.latex_tables import latex_table
from xbrlgen.reading.texts.marks.lost_spans import with_heads_in_place
from xbrlgen.reading.texts.marks.markdown import is_pipe_row, pipe_pieces, ruled_table
from xbrlgen.reading.texts.marks.ruled_grids import ruled_grid
from xbrlgen.reading.texts.marks.tabbed import LONGEST_SECTION, tab_table
from xbrlgen.reading.texts.marks.twin_columns import without_twins
from xbrlgen.reading.texts.marks.whole_rows import are_whole, with_heads_over_values

Span = tuple[int, int]
Found = tuple[int, list[list[Piece]]]


@frozen
class _Stretch:
    """A run that one reader takes; ``rows`` are None where it is plain text."""

    start: int
    end: int
    rows: list[list[Piece]] | None = None


def read_plain(text: str, start: int, end: int, locate: Locate, *, first_grid: int = 0) -> Iterator[Block]:
    """The paragraphs and grids of plain text, markdown and what conversions make of tables."""
    grids = first_grid
    for stretch in _stretches(text, start, end):
        if stretch.rows is not None and is_data(stretch.rows):
            yield build_grid(grids, stretch.rows, locate, trimmed(text, stretch.start, stretch.end))
            grids += 1
            continue
        for block in read_text(text, stretch.start, stretch.end, locate, first_grid=grids):
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


def _stretches(text: str, start: int, end: int) -> Iterator[_Stretch]:
    """Tables by their marks, tables of cells between them, and the rest."""
    position = start
    for table in _marked_tables(text, _lines(text, start, end)):
        yield from _unmarked_stretches(text, position, max(table.start, position))
        yield table
        position = table.end
    yield from _unmarked_stretches(text, position, end)


def _marked_tables(text: str, lines: Sequence[Span]) -> Iterator[_Stretch]:
    """The tables told by marks; no reader is asked again about lines that it left before."""
    asked = dict.fromkeys(_READERS, 0)
    number = 0
    while number < len(lines):
        last = number
        rows: list[list[Piece]] = []
        for reader in _READERS if text[slice(*lines[number])] else ():
            if asked[reader] <= number and not rows:
                end, rows = reader(text, lines, number)
                asked[reader] = end + 1
                last = end if rows else number
        if rows:
            yield _Stretch(lines[number][0], lines[last][1], rows)
        else:
            yield from _glued(text, lines, number)
        number = last + 1


def _bare(text: str, lines: Sequence[Span], first: int) -> Found:
    """The last line and the rows of a table with pipes between its cells alone."""
    if not is_bare_row(text[slice(*lines[first])]):
        return first, []
    last = last_of_bare(text, lines, first)
    return last, bare_rows(text, lines[first : last + 1])


def _pipes(text: str, lines: Sequence[Span], first: int) -> Found:
    """The last line and the rows of a table of markdown."""
    content = text[slice(*lines[first])]
    last = ruled_table(text, lines, first) if "|" in content and not is_pipe_row(content) else None
    if last is None:
        last = _last_pipe_row(text, lines, first)
    if last <= first:
        return first, []
    rows = with_heads_in_place(without_twins(pipe_pieces(text, lines[first : last + 1])))
    is_whole = are_whole([text[slice(*line)] for line in lines[first : last + 1]])
    return last, (with_heads_over_values(rows) if is_whole else None) or in_order(rows)


def _tabs(text: str, lines: Sequence[Span], first: int) -> Found:
    """The last line and the rows of a table whose cells tabs part."""
    last, rows = tab_table(text, lines, first)
    return last, in_order(with_heads_in_place(rows))


Reader = Callable[[str, Sequence[Span], int], Found]
# Each says where what it looked at ends, and gives its rows, or none where that is no table of its kind.
_READERS: Final[tuple[Reader, ...]] = (_bare, _pipes, ruled_grid, _tabs, latex_table)


def _glued(text: str, lines: Sequence[Span], number: int) -> Iterator[_Stretch]:
    """The tables that one line holds, the first with its headings from the paragraphs before."""
    tables = glued_tables(text, *lines[number])
    for first, table in enumerate(tables):
        found = (
            with_heads(text, table, _filled(text, lines[max(number - 12, 0) : number]))
            if first == 0
            else table
        )
        yield _Stretch(found.start, found.end, found.rows)


def _filled(text: str, lines: Sequence[Span]) -> list[Span]:
    return [(start, end) for start, end in lines if text[start:end].strip()]


def _last_pipe_row(text: str, lines: Sequence[Span], first: int) -> int:
    """The last line of the run of rows that begins here; a heading on a line of its own is let pass."""
    last = first - 1
    number = first
    while number < len(lines) and number - last <= 1:
        if is_pipe_row(text[slice(*lines[number])]):
            last = number
        elif number > first and _is_section(text[slice(*lines[number])]):
            heading = number + 1 < len(lines) and is_pipe_row(text[slice(*lines[number + 1])])
            last = number if heading else last
        number += 1
    return last


def _is_section(content: str) -> bool:
    """Whether a line without cells heads the rows under it: "Revenues:"."""
    shown = content.strip()
    return shown.endswith(":") and len(shown) <= LONGEST_SECTION


def _unmarked_stretches(text: str, start: int, end: int) -> Iterator[_Stretch]:
    if start >= end:
        return
    lines = _lines(text, start, end)
    position = start
    for first, last, rows in cell_tables(text, lines):
        if lines[first][0] > position:
            yield _Stretch(position, lines[first][0])
        yield _Stretch(lines[first][0], lines[last][1], rows)
        position = lines[last][1]
    if position < end:
        yield _Stretch(position, end)


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
