"""Stretches of text to search in, paragraph or cell, that know where every character came from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import field, frozen

from xbrlgen.places import Place, Source
from xbrlgen.reading.document import Block, Cell, Grid, Paragraph


@frozen
class Run:
    """A paragraph's or a cell's text; ``offsets[i]`` is where ``text[i]`` stands in its source."""

    text: str
    offsets: Sequence[int] = field(repr=False)
    anchor: Place
    block: int
    is_heading: bool = False
    is_cell: bool = False
    row: int = -1

    def place(self, source: Source, start: int, end: int) -> Place:
        """The place of ``text[start:end]``."""
        first, last = self.offsets[start], self.offsets[end - 1] + 1
        lines = source.text.count("\n", self.anchor.start, first) if first > self.anchor.start else 0
        line, column = self.anchor.line + lines, first - self.anchor.start + self.anchor.column
        if lines:
            column = first - source.text.rfind("\n", 0, first)
        return Place(self.anchor.source, first, last, line, column, self.anchor.cell)


def runs(sources: Sequence[Source], blocks: Sequence[Block]) -> Iterator[Run]:
    """Yield every paragraph and every cell as a run, in source order of the blocks."""
    for number, block in enumerate(blocks):
        if isinstance(block, Grid):
            yield from _cell_runs(sources, block, number)
        elif block.text:
            yield _paragraph_run(sources, block, number)


def _paragraph_run(sources: Sequence[Source], paragraph: Paragraph, number: int) -> Run:
    offsets = paragraph.offsets or align(paragraph.text, sources[paragraph.place.source], (paragraph.place,))
    return Run(paragraph.text, offsets, paragraph.place, number, is_heading=paragraph.is_heading)


def _cell_runs(sources: Sequence[Source], grid: Grid, number: int) -> Iterator[Run]:
    for row, cells in enumerate(grid.rows):
        for cell in cells:
            if cell.text and cell.places:
                yield _cell_run(sources, cell, number, row)


def _cell_run(sources: Sequence[Source], cell: Cell, number: int, row: int) -> Run:
    offsets = align(cell.text, sources[cell.places[0].source], cell.places)
    return Run(cell.text, offsets, cell.places[0], number, is_cell=True, row=row)


def align(text: str, source: Source, places: Sequence[Place]) -> tuple[int, ...]:
    """Find each character of ``text`` again in the places it was folded from.

    Characters that folding made (a space for a line break) take the offset of the one before.
    """
    spots = (spot for place in places for spot in range(place.start, place.end))
    offsets: list[int] = []
    here = places[0].start
    for character in text:
        if not character.isspace():
            here = next((spot for spot in spots if source.text[spot] == character), here)
        offsets.append(here)
    return tuple(offsets)
