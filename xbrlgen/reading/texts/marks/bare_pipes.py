"""Tables whose cells stand between pipes with none at the edges: ``Net sales | 115 | 114``.

Conversions that write tables so leave empty cells out, the one over the labels too, and put headings of
sections on lines of their own. What column a cell is for, its order in the row tells.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from xbrlgen.reading.grids.pieces import Piece, is_range, is_value, rejoined
from xbrlgen.reading.texts.converted.ordering import full_count, headings_in_order, row_in_order
from xbrlgen.reading.texts.cutting.tiles import is_year
from xbrlgen.reading.texts.marks.markdown import PIPE, is_rule, piece_of
from xbrlgen.reading.texts.marks.tabbed import LONGEST_SECTION, last_of_run

Span = tuple[int, int]

# One row alone may be a line of links or of contacts.
_FEWEST_ROWS = 2


def is_bare_row(content: str) -> bool:
    """Whether a line is cells between pipes, with none at its edges."""
    if "|" not in content:
        return False
    shown = content.strip()
    return not (shown.startswith("|") or shown.endswith("|")) and " | " in shown


def bare_rows(text: str, lines: Sequence[Span]) -> list[list[Piece]]:
    """The rows of a table of this kind; none where the lines make no such table."""
    if any(_keeps_places(text[start:end]) for start, end in lines):
        return []
    rows = [list(_cells(text, *line)) for line in lines]
    counts = Counter(len(values) for row in rows if (values := _values(row)))
    if sum(counts.values()) < _FEWEST_ROWS:
        return []
    wide = full_count(counts)
    return [_placed(row, wide) for row in rows]


def last_of_bare(text: str, lines: Sequence[Span], first: int) -> int:
    """The last row of cells before an empty line, a paragraph, or too many lines without cells."""
    return last_of_run(text, lines, first, is_row=is_bare_row, may_be_section=_may_be_section)


def _may_be_section(content: str) -> bool:
    shown = content.strip()
    return 0 < len(shown) <= LONGEST_SECTION and not shown.endswith(".") and "|" not in shown


def _keeps_places(content: str) -> bool:
    """Whether a line shows that empty cells were kept: one, or the rule below the headings."""
    return is_rule(content) or bool(re.search(r"\|\s*\|", content))


def _cells(text: str, start: int, end: int) -> Iterator[Piece]:
    cuts = [start, *(mark.start() + 1 for mark in PIPE.finditer(text, start, end)), end + 1]
    for column, (left, right) in enumerate(pairwise(cuts)):
        piece = piece_of(text, left, right - 1, column)
        if piece is not None:
            yield piece


def _values(row: Sequence[Piece]) -> list[Piece]:
    """The values of a row that is no heading."""
    values = [piece for piece in rejoined(row) if is_value(piece.text) or is_range(piece.text)]
    return [] if all(is_year(piece.text) for piece in values) else values


def _placed(row: Sequence[Piece], wide: int) -> list[Piece]:
    """A row in columns by the order of its cells."""
    values = _values(row)
    if values:
        return row_in_order(rejoined(row), values, max(wide, len(values)))
    return headings_in_order(row, wide, may_have_label=True)
