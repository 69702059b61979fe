"""From pieces of a table to a `Grid`: columns that numbers share, one label a row, orphans brought home.

A reader of a format delivers rows of `Piece`; their raw columns may be anything that grows to the right.
`build_grid` gives the columns that people see: numbers below each other stand in one column, ``$``, ``(``,
``)`` and ``%`` belong to their number, and spacers are gone.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Sequence
from typing import Final

from attrs import evolve, frozen

from xbrlgen.reading.document import Cell, Grid
from xbrlgen.reading.given.locating import Locate
from xbrlgen.reading.grids.pieces import MARKS, Piece, is_range, is_value, rejoined


@frozen
class _Columns:
    """The columns of a grid as disjoint spans of raw columns, from left to right."""

    lefts: list[int]
    rights: list[int]

    def of(self, piece: Piece) -> tuple[int, int]:
        """In which column a piece begins and how many it spans."""
        first = bisect.bisect_right(self.rights, piece.left)
        last = bisect.bisect_left(self.lefts, piece.right)
        if last > first:
            return first, last - first
        return min(first, len(self.lefts) - 1), 1


def _columns(rows: Iterable[Sequence[Piece]]) -> _Columns:
    """Spans that the values share, then those of years and of texts that stand beside them."""
    spans: list[tuple[int, int]] = []
    ranks: tuple[set[tuple[int, int]], ...] = (set(), set(), set())
    for row in rows:
        for piece in row:
            ranks[_rank(piece.text)].add((piece.left, piece.right))
    for rank, chosen in enumerate(ranks):
        for span in sorted(chosen, key=lambda span: (span[1] - span[0], span)):
            _place(spans, span, may_grow=rank == 0)
    return _Columns([left for left, _ in spans], [right for _, right in spans])


def _rank(text: str) -> int:
    """Values show columns best, bare years (which may be set aside of them) less, texts least."""
    if not is_value(text):
        return 2
    # Bare years, which may be amounts as well, and stand aside of these as headings.
    return 1 if len(text) == 4 and text.startswith(("19", "20")) else 0


def _place(spans: list[tuple[int, int]], span: tuple[int, int], *, may_grow: bool) -> None:
    """Give a span its column: a new one where it is free, a wider one where it meets just one."""
    left, right = span
    first = bisect.bisect_right(spans, left, key=lambda known: known[1])
    last = bisect.bisect_left(spans, right, key=lambda known: known[0])
    if first == last:
        spans.insert(first, span)
    elif last - first == 1 and may_grow:
        known = spans[first]
        spans[first] = (min(known[0], left), max(known[1], right))


def build_grid(
    index: int, rows: Sequence[Sequence[Piece]], locate: Locate, span: tuple[int, int], *, join: bool = True
) -> Grid:
    """The grid of the pieces: the door of this module."""
    joined = [rejoined(row) if join else list(row) for row in rows]
    columns = _columns(joined)
    placed = [[(*columns.of(piece), piece) for piece in row] for row in joined]
    labels = _label_columns(placed) if join else 0
    if labels > 1:
        placed = [_with_one_label(row, labels) for row in placed]
    cells = [tuple(_cell(item, number, locate, index) for item in row) for number, row in enumerate(placed)]
    width = len(columns.lefts) - max(labels - 1, 0)
    return Grid(index, tuple(_orphans_home(cells)), width, locate(*span, f"table {index + 1}"))


_Placed = tuple[int, int, Piece]


def _label_columns(rows: Sequence[Sequence[_Placed]]) -> int:
    """How many columns stand before the first column of values (note marks being none)."""
    counts: dict[int, int] = {}
    notes: dict[int, int] = {}
    for row in rows:
        for column, _, piece in row:
            if _rank(piece.text) == 0 or (column and _is_range(piece.text)):
                counts[column] = counts.get(column, 0) + 1
                notes[column] = notes.get(column, 0) + (_NOTE.match(piece.text) is not None)
    often = max(counts.values(), default=0)
    # A column of short numbers alone is one of notes, unless it is nearly as full as the fullest.
    return min((n for n, count in counts.items() if count > notes[n] or count * 3 >= often), default=0)


def _is_range(text: str) -> bool:
    """Whether a text is a range, be its scale said in words."""
    return is_range(text) or is_range(_SCALE_WORD.sub("", text))


_SCALE_WORD: Final = re.compile(r"(?<=\d) (?:thousand|million|billion)\b", re.IGNORECASE)
_NOTE = re.compile(r"^\(?\d{1,2}\)?$")


def _with_one_label(row: Sequence[_Placed], labels: int) -> list[_Placed]:
    """The row with all its label columns made one: a mark, an indent and a text are one label."""
    shift = labels - 1
    inside = [item for item in row if item[0] + item[1] <= labels]
    texts = [piece for _, _, piece in inside if not is_value(piece.text)]
    merged = [(0, 1, _one_label(texts, min(column for column, _, _ in inside)))] if texts else []
    values = [(0, 1, piece) for _, _, piece in inside if is_value(piece.text)]
    rest = [
        (max(column - shift, 0), width - max(shift - column, 0), piece)
        for column, width, piece in row
        if column + width > labels
    ]
    return [*merged, *values, *rest]


def _one_label(texts: Sequence[Piece], column: int) -> Piece:
    label = texts[0]
    for piece in texts[1:]:
        broken = piece.left - label.right <= 1 and _is_broken_word(label.text, piece.text)
        between = "" if broken else " "
        label = evolve(label, text=label.text + between + piece.text, end=piece.end, right=piece.right)
    return evolve(label, indent=label.indent + column)


_LONE_CAPITAL: Final = re.compile(r"(?<!class)(?<!series) [A-Z]$", re.IGNORECASE)
_CAPITALS: Final = re.compile(r"[A-Z]{3,}\b")


def _is_broken_word(label: str, rest: str) -> bool:
    """Whether a cell ends within a word that the next one goes on with.

    >>> _is_broken_word("Net cash pr", "ovided"), _is_broken_word("Adjusted E", "BITDA")
    (True, True)
    >>> _is_broken_word("Class A", "ADS"), _is_broken_word("Total", "EBITDA")
    (False, False)
    """
    if rest[:1].islower():
        return label[-1:].isalpha()
    lone = label[-1:].isupper() and _LONE_CAPITAL.search(label)
    return bool(lone and not label.isupper() and _CAPITALS.match(rest))


def _cell(item: _Placed, row: int, locate: Locate, grid: int) -> Cell:
    column, width, piece = item
    place = locate(piece.start, piece.end, f"table {grid + 1}, row {row + 1}, column {column + 1}")
    return Cell(piece.text, row, column, piece.rows, width, (place,), piece.indent, piece.bold)


def _orphans_home(rows: list[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """Rows with a value that stands alone on its row put back into the one hole it fell out of."""
    home: list[tuple[Cell, ...]] = []
    for row in rows:
        if home and len(row) == 1 and _fits(home, row[0]):
            filled = (*home[-1], evolve(row[0], row=home[-1][0].row))
            home[-1] = tuple(sorted(filled, key=lambda cell: cell.column))
            home.append(())
        else:
            home.append(row)
    return home


def _fits(rows: list[tuple[Cell, ...]], orphan: Cell) -> bool:
    """Whether the row above has a label, other values, and a hole just where the orphan stands."""
    above = rows[-1]
    if not above or not is_value(orphan.text) or is_value(above[0].text) or orphan.column == above[0].column:
        return False
    values = [cell for cell in above[1:] if is_value(cell.text)]
    return bool(values) and all(cell.column != orphan.column for cell in above)


def is_data(rows: Sequence[Sequence[Piece]]) -> bool:
    """Whether the rows hold a table of values rather than a layout of texts."""
    values = 0
    for row in rows:
        values += sum(1 for piece in row[1:] if _is_of_data(piece.text))
        if values > 1:
            return True
    return False


def _is_of_data(text: str) -> bool:
    return is_value(text) or is_range(text) or (len(text) < _LONG and _WORDED.match(text) is not None)


# An amount with its scale in words stands in sentences as well as in cells.
_WORDED = re.compile(rf"^[~<>]?\(?{MARKS}\s?\(?\d[\d,.]*\)?\s?(?:million|billion|[mb])\)?$", re.IGNORECASE)
# Longer texts are no figures.
_LONG: Final = 40
