"""Lines that hold all rows of a heading, one behind the other, where a conversion put them on one line.

"Three Months Ended June 30, Six Months Ended June 30, 2017 2016 2017 2016" are lengths, and years below them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from xbrlgen.period_words import DAY, LENGTH_ENDED, MONTH, YEAR

# A day has the year behind it, unless that is the first of the years of the row below.
_DATE: Final = rf"{MONTH}\s+{DAY}(?:,?\s*{YEAR}(?!\s+{YEAR}\b)|,)?"
_LENGTH: Final = rf"{LENGTH_ENDED}|year[\s-]to[\s-]date"
_REST: Final = rf"|(?P<day>{_DATE})|(?P<year>{YEAR}))(?:\s+|$)"
_DATED: Final = re.compile(rf"(?:(?P<length>(?:{_LENGTH})\s+{_DATE}){_REST}", re.IGNORECASE)
_BARE: Final = re.compile(rf"(?:(?P<length>{_LENGTH}){_REST}", re.IGNORECASE)
_BEGINS: Final = re.compile(rf"(?:{_LENGTH})\b", re.IGNORECASE)


def heading_rows(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the rows of a heading begin and end on a line of nothing else; the whole line where it is none.

    >>> line = "Three Months Ended Six Months Ended June 30, June 30, 2017 2016 2017 2016"
    >>> [line[first:last] for first, last in heading_rows(line, 0, len(line))]
    ['Three Months Ended Six Months Ended', 'June 30, June 30,', '2017 2016 2017 2016']
    """
    content = text[start:end]
    shown = content.strip()
    if len(shown) > _LONGEST or "  " in shown or not (shown[-4:].isdigit() and _BEGINS.match(shown)):
        return [(start, end)]
    rows = _rows(_DATED, shown) or _rows(_BARE, shown)
    if len(rows) < 2:
        return [(start, end)]
    left = start + content.index(shown)
    return [(left + first, left + last) for first, last in rows]


# Two periods of two days each have 110 letters.
_LONGEST: Final = 200


def _rows(tile: re.Pattern[str], shown: str) -> list[tuple[int, int]]:
    """The runs of tiles of one kind, all of a line; none where it holds other words."""
    tiles = list(_tiles(tile, shown))
    if not tiles or tiles[-1].end() != len(shown):
        return []
    runs = [list(run) for _, run in groupby(tiles, lambda each: each.lastgroup)]
    return [(run[0].start(), len(shown[: run[-1].end()].rstrip())) for run in runs]


def _tiles(tile: re.Pattern[str], shown: str) -> Iterator[re.Match[str]]:
    position = 0
    while (found := tile.match(shown, position)) is not None and found.end() > position:
        yield found
        position = found.end()
