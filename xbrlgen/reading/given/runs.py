"""Stretches of text to search in, paragraph or cell, that know where every character came from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from xbrlgen.places import Place, Source
from xbrlgen.reading.document import Block, Grid, Paragraph
from xbrlgen.reading.given.folding import print_offsets


class Run(NamedTuple):
    """A paragraph's or a cell's text; ``offsets[i]`` is where ``text[i]`` stands in its source."""

    text: str
    offsets: Sequence[int]
    anchor: Place
    is_heading: bool = False
    grid: int = -1

    @property
    def is_cell(self) -> bool:
        """Whether this is a cell of a grid, whose index ``grid`` then is."""
        return self.grid >= 0

    def place(self, source: Source, start: int, end: int) -> Place:
        """The place of ``text[start:end]``."""
        first, last = self.offsets[start], self.offsets[end - 1] + 1
        lines = source.breaks_between(self.anchor.start, first)
        line, column = self.anchor.line + lines, first - self.anchor.start + self.anchor.column
        if lines:
            column = first - source.breaks[source.breaks_between(0, first) - 1]
        return Place(self.anchor.source, first, last, line, column, self.anchor.cell)


def runs(sources: Sequence[Source], blocks: Sequence[Block]) -> Iterator[Run]:
    """Yield every paragraph and every cell as a run, in source order of the blocks."""
    for block in blocks:
        if isinstance(block, Grid):
            yield from _cell_runs(sources, block)
        elif block.text:
            yield _paragraph_run(block)


def _paragraph_run(paragraph: Paragraph) -> Run:
    # The backslash of a markdown escape says nothing; a blank in its place keeps the offsets.
    text = paragraph.text.replace("\\", " ")
    return Run(text, paragraph.offsets, paragraph.place, is_heading=paragraph.is_heading)


def _cell_runs(sources: Sequence[Source], grid: Grid) -> Iterator[Run]:
    for cells in grid.rows:
        for cell in cells:
            if cell.text and cell.places:
                offsets = print_offsets(sources[cell.places[0].source].text, cell)
                yield Run(cell.text, offsets, cell.places[0], grid=grid.index)
