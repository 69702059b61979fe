"""Tables that a conversion wrote as one cell a paragraph, with the empty cells gone.

A row is a text with the values after it. Full rows show how many columns there are; a value of a shorter
row stands in a cell that spans every column it may belong to.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import evolve, frozen

from xbrlgen.reading.given.folding import unmarked_with_offsets
from xbrlgen.reading.grids.pieces import Piece, is_range, is_value, rejoined
from xbrlgen.reading.texts.blanks.text import names_a_table
from xbrlgen.reading.texts.converted.cell_heads import head_rows, joined
from xbrlgen.reading.texts.converted.ordering import at, full_count, headings_in_order, is_change
from xbrlgen.reading.texts.converted.rates import Rates, columns_by_rates, rates_of
from xbrlgen.reading.texts.cutting.lines import is_head
from xbrlgen.reading.texts.cutting.tiles import is_year

# Letters of a label with its terms ("net of allowance of ... and ..."); longer paragraphs are prose.
_LONGEST = 170
# Those of stock, with par value and counts of shares at each date, come to 250 letters; notes are longer.
_LONGEST_LABEL = 600
_BARE_MARK = re.compile(r"^(?:\\?[$€£¥]|\(|\)|%|\)%|%\))$")
# What parts columns that are set by alignment stands within no cell.
_WIDE_GAP = " " * 6
_SENTENCE = re.compile(r"[a-z]{3}.*[.!?]$")


Span = tuple[int, int]
Table = tuple[int, int, list[list[Piece]]]


@frozen
class CellLine:
    """One paragraph that may be a cell; ``piece`` is None where only blanks hold an empty cell's place."""

    piece: Piece | None
    is_value: bool = False
    opens: bool = True


@frozen
class _Row:
    """A row: the lines it stands on, its texts and its values, and whether its label is an empty cell.

    ``opened`` says that its first cell is marked as the first of a row.
    """

    lines: list[int]
    texts: list[Piece]
    values: list[Piece]
    unlabelled: bool = False
    opened: bool = False

    @property
    def is_heads(self) -> bool:
        """Whether it heads columns."""
        heads = sum(is_head(piece.text) for piece in self.texts)
        if self.values:
            rest = sum(is_head(piece.text) for piece in self.texts[1:])
            alone = heads == len(self.texts) or rest == len(self.texts) - 1 > 0
            return all(is_year(piece.text) for piece in self.values) and alone
        return heads > 0 and (len(self.texts) > 1 or len(self.texts[0].text) < 60)


def cell_line(text: str, start: int, end: int) -> CellLine | None:
    """The paragraph on one line as a cell, or None where it is prose or empty."""
    if end == start or end - start > 3 * _LONGEST or _WIDE_GAP in text[start:end].strip():
        return None
    content, offsets = unmarked_with_offsets(text, start, end)
    if not content:
        return CellLine(None)
    if len(content) > _LONGEST or (len(content) > 90 and _SENTENCE.search(content)):
        return None
    piece = Piece(content, offsets[0], offsets[-1] + 1, 0, 1)
    value = is_value(content) or is_range(content) or _BARE_MARK.match(content) is not None
    return CellLine(piece, value, text[start] in " \xa0")


def cell_tables(text: str, lines: Sequence[Span]) -> Iterator[Table]:
    """First line, last line and rows of each table written one cell a paragraph."""
    cells = _with_long_labels(text, lines, [cell_line(text, start, end) for start, end in lines])
    position = 0
    while position < len(lines):
        stop = _stretch_end(text, lines, cells, position)
        yield from _tables(cells, position, stop)
        position = max(stop, position + 1)


def _with_long_labels(
    text: str, lines: Sequence[Span], cells: list[CellLine | None]
) -> list[CellLine | None]:
    """The cells; a long text right before a value, and no sentence, is the label of its row.

    "Preferred stock: $0.01 par value; 5,000,000 shares authorized, 100 shares issued and outstanding ..."
    """
    shown = [number for number, (start, end) in enumerate(lines) if end > start]
    for number, after in pairwise(shown):
        start, end = lines[number]
        below = cells[after]
        if cells[number] is not None or below is None or not below.is_value or end - start > _LONGEST_LABEL:
            continue
        content, offsets = unmarked_with_offsets(text, start, end)
        if content and content[-1] not in ".:!?" and _WIDE_GAP not in text[start:end].strip():
            piece = Piece(content, offsets[0], offsets[-1] + 1, 0, 1)
            cells[number] = CellLine(piece, opens=text[start] in " \xa0")
    return cells


def _stretch_end(text: str, lines: Sequence[Span], cells: Sequence[CellLine | None], position: int) -> int:
    """Where the run of short paragraphs, each with an empty line before it, ends."""
    before = False
    dense = _is_dense(cells, position)
    for number in range(position, len(lines)):
        cell = cells[number]
        filled = cell is not None and cell.piece is not None
        if (filled and before and not (dense and _is_dense(cells, max(number - _AHEAD, position)))) or (
            cell is None and text[lines[number][0] : lines[number][1]].strip()
        ):
            return number
        before = filled
    return len(lines)


# Three rows of a table of seven columns; a list of names and numbers in prose is shorter than that.
_AHEAD = 24


def _is_dense(cells: Sequence[CellLine | None], position: int) -> bool:
    """Whether the lines from here on, none empty, are cells: short, and every other one but a value."""
    ahead = cells[position : position + _AHEAD]
    shown = [cell for cell in ahead if cell is not None and cell.piece is not None]
    return len(shown) == _AHEAD and sum(cell.is_value for cell in shown) * 5 >= 2 * _AHEAD


def _tables(cells: Sequence[CellLine | None], first: int, stop: int) -> Iterator[Table]:
    shown = [(number, cell) for number, cell in enumerate(cells[first:stop], first) if cell is not None]
    if sum(cell.is_value for _, cell in shown) < 6:
        return
    for rows in _cut(_rows(shown)):
        counts = Counter(len(row.values) for row in rows if row.values)
        if sum(counts.values()) > 2 and sum(count * times for count, times in counts.items()) > 5:
            rates = rates_of([row.values for row in rows if not row.is_heads])
            wide = _sum_free_count(rows, counts) or len(rates) or full_count(counts)
            whole = [part for row in _without_gaps(rows, wide) for part in _sums_apart(row, wide, rates)]
            placed = [one for row in whole for one in _placed(row, wide, rates)]
            yield rows[0].lines[0], rows[-1].lines[-1], placed


def _sum_free_count(rows: Sequence[_Row], counts: Counter[int]) -> int:
    """How many values most rows have, where the others' are those of sums without labels too; else nothing.

    The headings must be as many: without them, most rows might be the shorter ones.
    """
    usual = max(counts, key=lambda count: (counts[count], count))
    headed = any(row.is_heads and len(row.values) == usual for row in rows)
    more = [count for count in counts if count > usual]
    return usual if headed and usual > 1 and more and not any(count % usual for count in more) else 0


def _sums_apart(row: _Row, wide: int, rates: Rates) -> list[_Row]:
    """The row; the values behind a full row of them, no text between, as rows of sums without labels."""
    count = len(row.values)
    is_rated = any("%" in piece.text for piece in row.values)
    full = wide if is_rated or not rates else rates.count(False)
    if row.is_heads or count <= full or count % full:
        return [row]
    parts = [row.values[at : at + full] for at in range(0, count, full)]
    return [
        evolve(row, values=parts[0]),
        *(evolve(row, values=part, texts=[], unlabelled=True) for part in parts[1:]),
    ]


def _rows(shown: Sequence[tuple[int, CellLine]]) -> list[_Row]:
    """Paragraphs grouped to rows."""
    marked = _opens_are_marked([cell for _, cell in shown])
    rows: list[_Row] = []
    emptied = False
    for number, cell in shown:
        if cell.piece is None:
            emptied = marked
            continue
        if not rows or emptied or (not cell.is_value and _begins(rows[-1], cell.piece, cell.opens, marked)):
            rows.append(_Row([], [], [], emptied and not cell.opens, marked and cell.opens))
        rows[-1].lines.append(number)
        (rows[-1].values if cell.is_value else rows[-1].texts).append(cell.piece)
        emptied = False
    return [evolve(row, values=rejoined(row.values)) for row in rows]


def _opens_are_marked(cells: Sequence[CellLine]) -> bool:
    """Whether the first cell of each row is told by a leading blank, as newswire conversions do."""
    shown = [cell for cell in cells if cell.piece is not None and not is_head(cell.piece.text)]
    labels = [after for before, after in pairwise(shown) if before.is_value and not after.is_value]
    values = [cell for cell in shown if cell.is_value]
    opening = sum(cell.opens for cell in labels)
    return opening > 0.8 * len(labels) > 0 and sum(cell.opens for cell in values) < 0.2 * len(values)


def _begins(row: _Row, piece: Piece, opens: bool, marked: bool) -> bool:  # noqa: FBT001 (two facts)
    """Whether a text begins a row: after values, or unless it heads columns beside other headings."""
    if marked and (opens or row.opened or row.unlabelled):
        return opens or (bool(row.values) and names_a_table(piece.text))
    heads = is_head(piece.text)
    beside = len(row.values) == len(row.texts) or is_change(piece)
    if heads and row.values and row.is_heads and beside:
        return False
    return bool(row.values) or not (heads and is_head(row.texts[-1].text))


def _cut(rows: Sequence[_Row]) -> Iterator[list[_Row]]:
    """The rows of each table: from its headings to its last row with values."""
    table: list[_Row] = []
    waiting: list[_Row] = []
    for row in rows:
        if row.values and not row.is_heads:
            table += [*waiting, row]
            waiting = []
        elif row.is_heads and table and not any(after.is_heads for after in waiting):
            yield table
            table, waiting = [], [row]
        elif row.is_heads and not table and not any(before.is_heads for before in waiting):
            waiting = [row]
        else:
            waiting = (
                [*waiting, row][-_FAR:] if table or any(before.is_heads for before in waiting) else [row]
            )
    if table:
        yield table


# Lines without values within a table: names of sections, and headings printed again after a page break.
_FAR = 8


def _without_gaps(rows: Sequence[_Row], wide: int) -> list[_Row]:
    """The rows; values behind an empty cell go back to a row that has room for them, no label between."""
    whole: list[_Row] = []
    for row in rows:
        before = whole[-1] if whole else None
        room = wide - len(before.values) if before and before.values and before.texts else 0
        if before is None or row.texts or before.is_heads or not 0 < len(row.values) <= room:
            whole.append(row)
            continue
        values = [*before.values, *row.values]
        whole[-1] = evolve(before, lines=[*before.lines, *row.lines], values=values)
    return whole


def _placed(row: _Row, wide: int, rates: Rates) -> list[list[Piece]]:
    """The row in columns: label, then values; headings of several lines on rows of their own."""
    if row.is_heads and (heads := head_rows(row.texts, row.values, wide, rates)):
        return heads
    if not row.values:
        return [headings_in_order(row.texts, wide, may_have_label=not row.unlabelled)]
    label = [at(joined(row.texts), 0, 1)] if row.texts else []
    if columns := columns_by_rates(row.values, rates):
        return [label + [at(piece, i + 1, i + 2) for i, piece in zip(columns, row.values, strict=True)]]
    slack = max(wide - len(row.values), 0)
    return [label + [at(piece, i + 1, i + 2 + slack) for i, piece in enumerate(row.values)]]
