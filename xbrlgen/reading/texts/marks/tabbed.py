"""Tables whose cells are parted by tabs, as a copy out of a browser or a sheet leaves them.

A copy out of a browser writes a heading that spans columns as a single cell, and may lose the empty cell
over the labels; headings of sections stand on lines without a tab.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from attrs import evolve

from xbrlgen.reading.grids.pieces import Piece, is_value
from xbrlgen.reading.texts.blanks.text import names_a_table
from xbrlgen.reading.texts.cutting.lines import is_head
from xbrlgen.reading.texts.cutting.tiles import is_year
from xbrlgen.reading.texts.marks.markdown import piece_of

Span = tuple[int, int]

# "Adjustments to reconcile net income to net cash provided by (used in) operating activities:"
LONGEST_SECTION: Final = 120
# A figure with its note, or a heading; a tab before more than that sets a paragraph in.
_LONGEST_CELL: Final = 80
# A statement, a section and a sub-section; more lines without cells end the table.
_MOST_SECTIONS: Final = 3
# One line with several tabs may be an address or a signature.
_FEWEST_ROWS: Final = 2
# Rows of one label and one figure show a table only where several follow.
_FEWEST_PAIRS: Final = 3


def has_tab(content: str) -> bool:
    """Whether a line may be a row of cells between tabs."""
    return "\t" in content and not content.isspace()


def tab_table(text: str, lines: Sequence[Span], first: int) -> tuple[int, list[list[Piece]]]:
    """The last line and the rows of the table of tabs that begins at a line; no rows where none does."""
    if not _is_row(text[slice(*lines[first])]):
        return first, []
    last = last_of_run(text, lines, first, is_row=_is_row, may_be_section=_may_be_section)
    rows = [_cells(text, *line) for line in lines[first : last + 1]]
    wide = sum(text[slice(*line)].strip(" ").count("\t") > 1 for line in lines[first : last + 1])
    pairs = sum(len(row) > 1 and is_value(row[1].text) for row in rows)
    if wide < _FEWEST_ROWS and pairs < _FEWEST_PAIRS:
        return last, []
    full = _full_width(rows)
    return last, [_under_its_columns(row, full) for row in rows]


def _is_row(content: str) -> bool:
    """Whether a line is a row: with several tabs, or with one and no more than a cell behind it."""
    if not has_tab(content):
        return False
    return content.strip(" ").count("\t") > 1 or len(content.rpartition("\t")[2]) <= _LONGEST_CELL


def last_of_run(
    text: str,
    lines: Sequence[Span],
    first: int,
    *,
    is_row: Callable[[str], bool],
    may_be_section: Callable[[str], bool],
) -> int:
    """The last row of the run that begins at a line; headings of sections on their own lines are let pass."""
    last = first
    for number in range(first + 1, len(lines)):
        content = text[slice(*lines[number])]
        if is_row(content):
            last = number
        elif number - last > _MOST_SECTIONS or not may_be_section(content):
            break
    return last


def _may_be_section(content: str) -> bool:
    """Whether a line without cells may head the rows under it: "Revenues:", "OPERATING EXPENSES"."""
    shown = content.strip()
    if not shown or len(shown) > LONGEST_SECTION or shown.endswith("."):
        return False
    return shown.endswith(":") or not (names_a_table(shown) or shown.startswith(("(", "#", "*", "-")))


def _cells(text: str, start: int, end: int) -> list[Piece]:
    """The filled cells of a line, by the order of all."""
    found = []
    position = start
    for column, cell in enumerate(text[start:end].split("\t")):
        piece = piece_of(text, position, position + len(cell), column)
        if piece is not None:
            found.append(piece)
        position += len(cell) + 1
    return found


def _full_width(rows: Sequence[Sequence[Piece]]) -> int:
    """How many cells most rows of figures have."""
    counts = Counter(row[-1].right for row in rows if row and _has_figures(row))
    return max(counts, key=lambda width: (counts[width], width), default=0)


def _has_figures(row: Sequence[Piece]) -> bool:
    return any(piece.left and is_value(piece.text) and not is_year(piece.text) for piece in row)


def _under_its_columns(row: list[Piece], full: int) -> list[Piece]:
    """The row; headings that lost their spans, or the empty cell before them, over even shares again."""
    if not row or _has_figures(row) or not all(map(_heads, row)):
        return row
    at_left = row[0].left == 0
    is_gapless = row[-1].left - row[0].left + 1 == len(row)
    if not is_gapless or row[-1].right >= full or row[0].left > 1 or (at_left and _is_aside(row)):
        return row
    share, rest = divmod(full - 1, len(row))
    if rest:
        return row
    return [evolve(piece, left=1 + at * share, right=1 + (at + 1) * share) for at, piece in enumerate(row)]


def _heads(piece: Piece) -> bool:
    return is_head(piece.text) or is_year(piece.text)


def _is_aside(row: Sequence[Piece]) -> bool:
    """Whether a lone text at the left says something of the table rather than of its columns."""
    return len(row) == 1 and row[0].text.startswith("(")
