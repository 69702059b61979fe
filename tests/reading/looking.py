"""Helpers to look at what was read: grids as rows of texts by column."""

from __future__ import annotations

from pathlib import Path

from xbrlgen.reading.document import Grid, Paragraph
from xbrlgen.reading.sources import read_sources


def grids(given: Path | str | bytes) -> list[Grid]:
    """The grids of what was given."""
    return [block for block in read_sources(given)[1] if isinstance(block, Grid)]


def paragraphs(given: Path | str | bytes) -> list[Paragraph]:
    """The paragraphs of what was given."""
    return [block for block in read_sources(given)[1] if isinstance(block, Paragraph)]


def table(grid: Grid) -> list[list[str]]:
    """The rows of a grid as lists of texts, one for each column; empty rows are left out."""
    return [[_text(row, column, grid) for column in range(grid.width)] for row in grid.rows if row]


def _text(row: object, column: int, grid: Grid) -> str:
    assert isinstance(row, tuple)
    return next((cell.text for cell in row if cell.column == column), "")
