"""A page before understanding: runs of text, and tables with their cells as written."""

from __future__ import annotations

from typing import NamedTuple

from attrs import Factory, define, frozen

BLOCK_MARK = "\u2029"


LINE_MARK = "\u2028"


CELL_MARK = "\t"


@frozen
class Run:
    """A paragraph of the page: where its text runs, and whether it is set as a heading."""

    start: int
    end: int
    bold: bool
    is_heading: bool = False
    is_preformatted: bool = False


class RawCell(NamedTuple):
    """One ``td`` or ``th`` that shows something, or an empty one: a tuple, as there are so many."""

    start: int
    end: int
    columns: int = 1
    rows: int = 1
    bold: bool = False
    indent: float = 0


@define
class RawTable:
    """One ``table`` as written: rows of cells."""

    start: int
    is_layout: bool
    rows: list[list[RawCell]] = Factory(list)
    end: int = 0
