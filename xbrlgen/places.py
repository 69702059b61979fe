"""Where things stand in what was given to read."""

from __future__ import annotations

import bisect
from enum import Enum

from attrs import field, frozen


class Format(Enum):
    """How a source is written, decided from its content."""

    HTML = "html"
    TEXT = "text"
    MARKDOWN = "markdown"
    SGML = "sgml"
    CSV = "csv"
    XLSX = "xlsx"


@frozen(order=True)
class Place:
    """A run of characters of one source: ``start`` included, ``end`` not.

    ``start`` and ``end`` count in `Source.text`; ``line`` and ``column`` (from 1) are for people.
    ``cell`` names the place in a table where there is one, as "table 3, row 4, column 2".
    """

    source: int
    start: int
    end: int
    line: int
    column: int
    cell: str = ""

    def __str__(self) -> str:
        where = f"line {self.line}, column {self.column}"
        return f"{where} ({self.cell})" if self.cell else where


@frozen
class Segment:
    """A stretch of `Source.text` that comes from one text node or one sheet cell.

    In HTML, ``node`` is the index of the element in document order and ``tail`` says that the text
    follows the element instead of opening it; ``offset`` is where in that node text the stretch starts.
    In a sheet, ``cell`` is its address.
    """

    start: int
    end: int
    line: int
    node: int = -1
    tail: bool = False
    offset: int = 0
    cell: str = ""


@frozen
class Source:
    """One document as given: its raw bytes and the text that all places count in.

    For plain formats ``text`` is the decoded content. For HTML it is the text of all nodes in document
    order, and ``segments`` lead back to the nodes.
    """

    name: str
    format: Format
    text: str = field(repr=False)
    raw: bytes = field(repr=False, default=b"")
    encoding: str = "utf-8"
    segments: tuple[Segment, ...] = field(repr=False, default=())

    def segments_of(self, start: int, end: int) -> tuple[Segment, ...]:
        """The segments that the run from ``start`` to ``end`` touches."""
        first = bisect.bisect_right(self.segments, start, key=lambda segment: segment.end)
        last = bisect.bisect_left(self.segments, end, key=lambda segment: segment.start)
        return self.segments[first:last]
