"""Where things stand in what was given to read."""

from __future__ import annotations

import bisect
import os
import re
from array import array
from collections.abc import Iterable, Sequence
from enum import Enum
from functools import cached_property, total_ordering
from os import PathLike
from typing import overload

from attrs import field, frozen


def readable_path(path: str | PathLike[str]) -> str:
    r"""A path as text that any file can hold: with a mark for each byte that is none.

    >>> readable_path("café.html")
    'café.html'
    >>> readable_path(os.fsdecode(b"caf\xe9.html"))
    'caf�.html'
    """
    return os.fsencode(path).decode("utf-8", "replace")


class Format(Enum):
    """How a source is written, decided from its content."""

    HTML = "html"
    TEXT = "text"
    MARKDOWN = "markdown"
    SGML = "sgml"
    CSV = "csv"
    XLSX = "xlsx"


@total_ordering
@frozen(order=False, cache_hash=True)
class Place:
    """A run of characters of one source: ``start`` included, ``end`` not.

    ``start`` and ``end`` count in `Source.text`; ``line`` and ``column`` (from 1) are for people. In HTML the
    line is that of the file, and the column counts in the line of the text that holds it, not in that of the
    file: parsers tell the lines of elements and no columns. `Source.segments_of` leads to the very node.
    ``cell`` names the place in a table where there is one, as "table 3, row 4, column 2".
    """

    source: int
    start: int
    end: int
    line: int
    column: int
    cell: str = ""

    def __lt__(self, other: Place) -> bool:
        return (self.source, self.start, self.end) < (other.source, other.start, other.end)

    def holds(self, other: Place) -> bool:
        """Whether another place is within this one.

        >>> Place(0, 3, 9, 1, 4).holds(Place(0, 3, 5, 1, 4)), Place(0, 3, 9, 1, 4).holds(Place(1, 3, 5, 1, 4))
        (True, False)
        """
        return self.source == other.source and self.start <= other.start and other.end <= self.end

    def __str__(self) -> str:
        where = f"line {self.line}, column {self.column}"
        return f"{where} ({self.cell})" if self.cell else where


@frozen
class Offsets(Sequence[int]):
    """Where each character of a folded text came from, kept as runs: (position, offset) of each run's start.

    >>> Offsets(((0, 10), (4, 20)), 6)[5]
    21
    """

    runs: tuple[tuple[int, int], ...]
    length: int

    @classmethod
    def of(cls, pieces: Iterable[tuple[int, int]]) -> Offsets:
        """The offsets of consecutive pieces, each given as its start and end in the source."""
        runs: list[tuple[int, int]] = []
        position = 0
        for start, end in pieces:
            if not runs or start - position != runs[-1][1] - runs[-1][0]:
                runs.append((position, start))
            position += end - start
        return cls(tuple(runs), position)

    def __len__(self) -> int:
        return self.length

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[int, ...]: ...
    def __getitem__(self, index: int | slice) -> int | tuple[int, ...]:
        """The offset of one character, or of several."""
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(self.length)))
        wanted = index + self.length if index < 0 else index
        if not 0 <= wanted < self.length:
            msg = f"offset {index} of a text of {self.length} characters"
            raise IndexError(msg)
        position, offset = self.runs[bisect.bisect_right(self.runs, wanted, key=lambda run: run[0]) - 1]
        return offset + wanted - position


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


def line_breaks(text: str) -> array[int]:
    """Where the lines of a text end; between any two offsets they are counted by bisecting."""
    return array("Q", (found.start() for found in re.finditer("\n", text)))


@frozen
class Source:
    """One document as given: its raw bytes and the text that all places count in.

    For plain formats ``text`` is the decoded content. For HTML it is the text of all nodes in document
    order, and ``segments`` lead back to the nodes. ``kind`` is the type of the document in a submission
    (``EX-99.1``), and ``header`` holds the fields of the submission's header.
    """

    name: str
    format: Format
    text: str = field(repr=False)
    raw: bytes = field(repr=False, default=b"")
    encoding: str = "utf-8"
    segments: tuple[Segment, ...] = field(repr=False, default=())
    kind: str = ""
    header: tuple[tuple[str, str], ...] = field(repr=False, default=())

    @cached_property
    def breaks(self) -> array[int]:
        """Where the lines of the text end."""
        return line_breaks(self.text)

    def breaks_between(self, start: int, end: int) -> int:
        """How many lines of the text end from ``start`` to before ``end``."""
        return max(bisect.bisect_left(self.breaks, end) - bisect.bisect_left(self.breaks, start), 0)

    def segments_of(self, start: int, end: int) -> tuple[Segment, ...]:
        """The segments that the run from ``start`` to ``end`` touches."""
        first = bisect.bisect_right(self.segments, start, key=lambda segment: segment.end)
        last = bisect.bisect_left(self.segments, end, key=lambda segment: segment.start)
        return self.segments[first:last]
