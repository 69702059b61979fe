"""Columns by the order of cells alone, where a conversion lost the spans or the empty cells of a table.

Full rows show how many columns there are; a value of a shorter row stands in a cell that spans every column
it may belong to.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from attrs import evolve

from xbrlgen.reading.grids.pieces import Piece, is_value, rejoined
from xbrlgen.reading.texts.cutting.lines import is_head
from xbrlgen.reading.texts.cutting.tiles import is_year

_CHANGE: Final = re.compile(r"change|increase|decrease|variance|growth|percent|%", re.IGNORECASE)


def is_change(piece: Piece) -> bool:
    """Whether a heading is that of a column of changes."""
    return _CHANGE.search(piece.text) is not None


def full_count(counts: Counter[int]) -> int:
    """How many values a full row has: the largest count that is not an exception."""
    often = [count for count, times in counts.items() if times > 1 and times * 6 >= sum(counts.values())]
    return max(often, default=max(counts))


def headings_in_order(texts: Sequence[Piece], wide: int, *, may_have_label: bool) -> list[Piece]:
    """Texts without values: a label alone, or headings over the columns."""
    heads = list(texts)
    label: list[Piece] = []
    if len(heads) == 1 and may_have_label and not is_head(heads[0].text):
        return [at(heads[0], 0, 1)]
    is_unit = heads[0].text.startswith("(")
    is_label = may_have_label and not is_head(heads[0].text)
    if len(heads) > 1 and (
        is_unit or (may_have_label and len(heads) > wide) or (len(heads) < wide and is_label)
    ):
        label, heads = [at(heads[0], 0, 1)], heads[1:]
    columns = shares(heads, wide)
    return label + [
        at(piece, left + 1, right + 1) for piece, (left, right) in zip(heads, columns, strict=True)
    ]


def shares(heads: Sequence[Piece], wide: int) -> list[tuple[int, int]]:
    """Which columns each heading is for: even shares, or what is left over for a change; else any."""
    count = len(heads)
    if count == 0:
        return []
    if wide % count == 0:
        return [(i * wide // count, (i + 1) * wide // count) for i in range(count)]
    rest = wide - count
    changes = [number for number, piece in enumerate(heads) if is_change(piece)]
    if rest > 0 and len(changes) == 1:
        return [(i + rest * (i > changes[0]), i + 1 + rest * (i >= changes[0])) for i in range(count)]
    if rest < 0:
        return [(min(i, wide - 1), min(i, wide - 1) + 1) for i in range(count)]
    return [(i, i + rest + 1) for i in range(count)]


def at(piece: Piece, left: int, right: int) -> Piece:
    """The piece from one column to another."""
    return evolve(piece, left=left, right=right)


def in_order(rows: Sequence[Sequence[Piece]]) -> list[list[Piece]]:
    """The rows of a table whose conversion lost spans: in full rows, the order of the values tells.

    A value of a shorter row stands in a cell that spans every column it may belong to.
    """
    joined = [rejoined(row) for row in rows]
    values = [_values_of(row) for row in joined]
    counts = Counter(len(row) for row in values if row)
    only = all(len(row) - len(own) <= 1 < len(row) for row, own in zip(joined, values, strict=True) if own)
    if not only or sum(counts.values()) < _LEAST:
        return [list(row) for row in rows]
    wide = full_count(counts)
    heads = [
        [piece for piece in row if piece.left] for row, own in zip(joined, values, strict=True) if not own
    ]
    full = [row for row in values if len(row) == wide]
    if not _are_shifted(full) and not any(_misfits(row, full) for row in heads):
        return [list(row) for row in rows]
    return [row_in_order(row, own, max(wide, len(own))) for row, own in zip(joined, values, strict=True)]


# Of two rows, one may just be shorter than the other.
_LEAST = 3


def _values_of(row: Sequence[Piece]) -> list[Piece]:
    """The values of a row that are no headings."""
    values = [piece for piece in row if piece.left and is_value(piece.text)]
    return [] if all(is_year(piece.text) for piece in values) else values


def _are_shifted(rows: Sequence[Sequence[Piece]]) -> bool:
    """Whether a cell of the source holds the second value in one row and another one in the next."""
    orders: dict[int, set[int]] = {}
    for row in rows:
        for order, piece in enumerate(row):
            orders.setdefault(piece.right, set()).add(order)
    return any(len(found) > 1 for found in orders.values())


def _misfits(heads: Sequence[Piece], rows: Sequence[Sequence[Piece]]) -> bool:
    """Whether as many headings as there are columns do not stand each over its own."""
    if len(heads) < 2 or not rows or len(heads) != len(rows[0]):
        return False
    spans = [
        (min(row[at].left for row in rows), max(row[at].right for row in rows)) for at in range(len(heads))
    ]
    return any(not low <= piece.left < high for piece, (low, high) in zip(heads, spans, strict=True))


def row_in_order(row: Sequence[Piece], values: Sequence[Piece], wide: int) -> list[Piece]:
    """A row in columns by order: its label, then its values; or headings over their shares."""
    if values:
        label = [at(piece, 0, 1) for piece in row if piece not in values]
        slack = wide - len(values)
        return [*label, *(at(piece, order + 1, order + 2 + slack) for order, piece in enumerate(values))]
    if not row:
        return []
    label = [piece for piece in row[:1] if not piece.left]
    if label:
        heads = row[1:]
        places = shares(heads, wide)
        return label + [at(piece, one + 1, two + 1) for piece, (one, two) in zip(heads, places, strict=True)]
    return headings_in_order(row, wide, may_have_label=True)
