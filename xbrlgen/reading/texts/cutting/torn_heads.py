"""Lines of single-spaced headings with one word or two of each column: "ENDED ENDED", "Three Nine"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import eq
from typing import Final

from xbrlgen.period_words import COUNTS

# What each word of a length is, so that the same comes round again for each column.
_SHAPES: Final = {
    **dict.fromkeys(COUNTS, "count"),
    **dict.fromkeys(("month", "months", "week", "weeks", "quarter", "quarters", "year", "years"), "unit"),
    **dict.fromkeys(("ended", "ending"), "ended"),
    "for": "for", "the": "the", "fiscal": "fiscal",
}  # fmt: skip
_WORD: Final = re.compile(r"\S+")


def torn_heads(chunk: str) -> list[tuple[int, int]]:
    """Where a line of words of time is cut into those of its columns; nothing where it has others.

    >>> [("FOR THE FOR THE"[left:right]) for left, right in torn_heads("FOR THE FOR THE")]
    ['FOR THE', 'FOR THE']
    >>> torn_heads("Three Months Ended"), torn_heads("Sales for the quarter")
    ([], [])
    """
    words = [(*found.span(), _SHAPES.get(found[0].lower())) for found in _WORD.finditer(chunk[:_LONGEST])]
    shapes = [shape for *_, shape in words]
    if len(words) < _FEWEST or None in shapes or len(chunk) > _LONGEST:
        return []
    size = _period(shapes)
    starts = range(0, len(words), size) if size else _lengths(shapes)
    stops = [*starts[1:], len(words)]
    cuts = [(words[first][0], words[stop - 1][1]) for first, stop in zip(starts, stops, strict=True)]
    return cuts if len(cuts) > 1 else []


# One word names no two columns; and lines of headings are as wide as a page, lines of prose may be longer.
_FEWEST: Final = 2
_LONGEST: Final = 120


def _period(shapes: Sequence[str | None]) -> int:
    """After how many words the same shapes come again, all along the line; 0 where they don't."""
    sizes = (size for size in range(1, len(shapes) // 2 + 1) if len(shapes) % size == 0)
    return next((size for size in sizes if all(map(eq, shapes, shapes[size:]))), 0)


def _lengths(shapes: Sequence[str | None]) -> list[int]:
    """Where lengths begin, each a unit with or without its count: "Quarter Nine Months"."""
    starts = [
        at
        for at, shape in enumerate(shapes)
        if shape == "count" or (shape == "unit" and (at == 0 or shapes[at - 1] != "count"))
    ]
    return starts if starts[:1] == [0] and set(shapes) == {"count", "unit"} else [0]
