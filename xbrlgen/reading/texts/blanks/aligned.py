"""Columns of a text table, found by the alignment of all its rows.

Numbers are set flush right, so the digits of one column end at one place. Where scanning or a page break
shifted the rows, the order of the values in full rows decides instead.
"""

from __future__ import annotations

import bisect
import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from xbrlgen.reading.grids.pieces import Piece
from xbrlgen.reading.texts.blanks.headings import MOST_COLUMNS, Span, placed_heads
from xbrlgen.reading.texts.blanks.line_labels import head_label, is_label, joined_label
from xbrlgen.reading.texts.blanks.text_columns import edge_of, spans_of
from xbrlgen.reading.texts.cutting.line_notes import with_labels_going_on, with_note_told
from xbrlgen.reading.texts.cutting.lines import Line, LineKind, with_columns


def placed(lines: Sequence[Line]) -> list[list[Piece]]:
    """The rows of a text table with columns of the grid (label first) instead of columns of the text."""
    counted = full_count([_values(line) for line in lines])
    lines = [with_note_told(line, counted) for line in with_labels_going_on(lines, counted)]
    values = [_values(line) for line in lines]
    spans = spans_of(values)
    if not spans:
        return [
            [with_columns(piece, number, number + 1) for number, piece in enumerate(line.pieces)]
            for line in lines
        ]
    wide = full_count(values)
    by_order = len(spans) > wide and not _heads_want(lines, wide)
    by_order = by_order and (_share_full(values, wide) >= 0.6 or _heads_have(lines, wide))
    by_order = by_order or _are_unaligned(lines)
    return _by_order(lines, values, wide) if by_order else _by_edge(lines, values, spans)


def _values(line: Line) -> list[Piece]:
    if line.kind is not LineKind.VALUES:
        return []
    return line.values


def _are_unaligned(lines: Sequence[Line]) -> bool:
    """Whether most figures stand one blank behind their labels, so that their places mean nothing."""
    told = [
        line.is_tight or _is_even(line)
        for line in lines
        if line.kind is LineKind.VALUES and len(line.pieces) > 1
    ]
    # A few long labels touch their figures in any table; a fifth of loose lines shows that columns were set.
    return sum(told) > 0.8 * len(told)


def _is_even(line: Line) -> bool:
    """Whether two blanks part all that stands on a line, as conversions do that keep no more of them."""
    gaps = [after.left - before.right for before, after in pairwise(line.pieces)]
    return len(gaps) > 1 and max(gaps) <= _TWO_BLANKS


_TWO_BLANKS = 2


def full_count(values: Sequence[list[Piece]]) -> int:
    """How many values a full row has: the largest count that several rows have."""
    counts = Counter(len(row) for row in values if row)
    # Rarer counts come of glued rows: with fewer than one row in eight, they would pass for full rows.
    often = [count for count, times in counts.items() if times > 1 and times * 8 >= sum(counts.values())]
    return max(often, default=max(counts, default=0))


def _share_full(values: Sequence[list[Piece]], wide: int) -> float:
    rows = [len(row) for row in values if row]
    return sum(count == wide for count in rows) / max(len(rows), 1)


def _heads_want(lines: Sequence[Line], wide: int) -> bool:
    """Whether a row of headings shows more columns than the full rows have."""
    return max(_head_counts(lines), default=0) > wide


def _heads_have(lines: Sequence[Line], wide: int) -> bool:
    """Whether a row of headings shows just as many columns as the full rows have."""
    return wide > 1 and wide in _head_counts(lines)


def _head_counts(lines: Sequence[Line]) -> list[int]:
    # Labels begin left of column 20, headings of columns right of it.
    return [
        len([piece for piece in line.pieces if piece.left > 20])
        for line in lines
        if line.kind is LineKind.HEADS
    ]


def _by_edge(
    lines: Sequence[Line], values: Sequence[list[Piece]], spans: Sequence[Span]
) -> list[list[Piece]]:
    """Each value in the column where its digits end."""
    return [
        _pushed_row(line, pieces, spans)
        if _is_pushed(line, pieces, spans) or _are_astray(pieces, spans)
        else _row(line, _assigned(pieces, spans), spans)
        for line, pieces in zip(lines, values, strict=True)
    ]


def _is_pushed(line: Line, pieces: Sequence[Piece], spans: Sequence[Span]) -> bool:
    """Whether a label reaches over the first column, so that it may have pushed the fewer values aside.

    So has a torn line, where a value stands before all columns.
    """
    if 0 < len(pieces) < len(spans) and _is_torn(line, pieces, spans):
        return True
    label = line.pieces[0] if line.pieces and not line.is_tight else None
    is_label = label is not None and label not in pieces and label.left < spans[0].left
    is_over = is_label and label is not None and label.right > spans[0].left
    if label is None or not is_over or not 0 < len(pieces) < len(spans):
        return False
    return pieces[0].left - label.right <= _TWO_BLANKS or not _are_at_edges(pieces, spans)


def _are_at_edges(pieces: Sequence[Piece], spans: Sequence[Span]) -> bool:
    """Whether the digits of each value end just where those of a column do, so that nothing was pushed."""
    edges = {span.edge for span in spans}
    own = [edge_of(piece) for piece in pieces]
    return edges.issuperset(own) and len(set(own)) == len(own)


def _are_astray(pieces: Sequence[Piece], spans: Sequence[Span]) -> bool:
    """Whether values of a short row stand about as near to one column as to the next."""
    return 0 < len(pieces) < len(spans) and any(_is_between(piece, spans) for piece in pieces)


def _is_between(piece: Piece, spans: Sequence[Span]) -> bool:
    edge = edge_of(piece)
    near, next_to_it = sorted(abs(edge - span.edge) for span in spans)[:2]
    return near > _SKEW and next_to_it < 2 * near


# Letters that a line may be set aside by scanning.
_SKEW = 3


def _is_torn(line: Line, pieces: Sequence[Piece], spans: Sequence[Span]) -> bool:
    """Whether a line of values alone begins so far left of the columns that none of them is its own."""
    alone = line.pieces[0] in pieces and len(pieces) > 1
    return alone and pieces[0].right < spans[0].left and not _SMALL.match(pieces[0].text)


def _pushed_row(line: Line, pieces: Sequence[Piece], spans: Sequence[Span]) -> list[Piece]:
    """Values in order, each of which may stand in any column that leaves room for the others."""
    columns = {piece: at for at, piece in enumerate(pieces)}
    return _row(line, columns, spans, slack=len(spans) - len(pieces))


def _assigned(pieces: Sequence[Piece], spans: Sequence[Span]) -> dict[Piece, int]:
    """A column for each value: the nearest, and never two values in one while there is room."""
    nearest = [_nearest(piece, spans) for piece in pieces]
    if len(pieces) <= len(spans) < MOST_COLUMNS and any(
        after <= before for before, after in pairwise(nearest)
    ):
        rest = _without_note(pieces, nearest, spans)
        nearest = nearest[: len(pieces) - len(rest)] + _in_order(rest, spans)
    return dict(zip(pieces, nearest, strict=True))


def _without_note(pieces: Sequence[Piece], nearest: Sequence[int], spans: Sequence[Span]) -> Sequence[Piece]:
    """The values without a note mark that stands before the first of them."""
    is_note = nearest[0] == nearest[1] and pieces[0].right <= spans[0].left and _SMALL.match(pieces[0].text)
    return pieces[1:] if is_note else pieces


def _in_order(pieces: Sequence[Piece], spans: Sequence[Span]) -> list[int]:
    """Rising columns for values in order, at the least distance in all."""
    best: list[tuple[int, list[int]]] = [(0, [])]
    for count, piece in enumerate(pieces):
        later: list[tuple[int, list[int]]] = []
        for column in range(count, len(spans) - (len(pieces) - count) + 1):
            before = min(choice for choice in best if not choice[1] or choice[1][-1] < column)
            later.append((before[0] + _far(piece, spans[column]), [*before[1], column]))
        best = later
    return min(best)[1]


def _far(piece: Piece, span: Span) -> int:
    return min(abs(edge_of(piece) - span.edge), int(abs((piece.left + piece.right) / 2 - span.center)))


def _nearest(piece: Piece, spans: Sequence[Span]) -> int:
    last = edge_of(piece) - 1
    inside = [number for number, span in enumerate(spans) if span.left <= last < span.right]
    return min(inside or range(len(spans)), key=lambda number: (_far(piece, spans[number]), number))


def _by_order(lines: Sequence[Line], values: Sequence[list[Piece]], wide: int) -> list[list[Piece]]:
    """Full rows by the order of their values, the others by the nearest full row that has a label."""
    full = [number for number, pieces in enumerate(values) if len(pieces) == wide]
    full = [number for number in full if lines[number].pieces[0] not in values[number]] or full
    rates = _rate_columns([values[number] for number in full])
    loose = _are_unaligned(lines)
    rows = []
    for number, (line, pieces) in enumerate(zip(lines, values, strict=True)):
        near = _near(full, number)
        spans = [Span(piece.left, piece.right, edge_of(piece)) for piece in values[near]]
        slack = 0
        if not loose and _is_pushed(line, pieces, spans):
            rows.append(_pushed_row(line, pieces, spans))
            continue
        if len(pieces) == wide:
            columns = {piece: column for column, piece in enumerate(pieces)}
        elif not (columns := _by_kind(pieces, rates)):
            slack = max(wide - len(pieces), 0) if loose else 0
            columns = {piece: at for at, piece in enumerate(pieces)} if slack else _assigned(pieces, spans)
        rows.append(_row(line, columns, spans, aligned=False, slack=slack))
    return rows


def _rate_columns(rows: Sequence[Sequence[Piece]]) -> list[bool]:
    """For each column of full rows, whether most of its figures are percentages."""
    return [
        2 * sum("%" in piece.text for piece in column) > len(column) for column in zip(*rows, strict=True)
    ]


def _by_kind(pieces: Sequence[Piece], rates: Sequence[bool]) -> dict[Piece, int]:
    """Columns for the figures of a short row, where percentages among them leave one way alone."""
    if not any(rates) or len(pieces) >= len(rates) or len(rates) > MOST_COLUMNS // 2:
        return {}
    ways: list[list[int]] = [[]]
    for piece in pieces:
        ways = [
            [*way, column]
            for way in ways
            for column, rate in enumerate(rates)
            if (not way or column > way[-1]) and (rate == ("%" in piece.text) or piece.text in "—–-")
        ]
        if len(ways) > _MOST_WAYS:
            return {}
    return dict(zip(pieces, ways[0], strict=True)) if len(ways) == 1 else {}


# Ways to stand in the columns that a row is followed in: one alone is looked for, of so many never one is
# left.
_MOST_WAYS = 100


def _near(numbers: Sequence[int], wanted: int) -> int:
    """The nearest of rising numbers."""
    place = bisect.bisect_left(numbers, wanted)
    return min(numbers[max(place - 1, 0) : place + 1], key=lambda number: (abs(number - wanted), number))


def _row(
    line: Line, columns: dict[Piece, int], spans: Sequence[Span], *, aligned: bool = True, slack: int = 0
) -> list[Piece]:
    """The pieces of one line in the columns of the grid; what stands before the values is the label.

    With ``slack``, the values may stand so many columns further right.
    """
    texts = [piece for piece in line.pieces if piece not in columns]
    border = spans[0].left
    if line.kind is LineKind.HEADS:
        labels = head_label(texts, spans)
    else:
        labels = [piece for piece in texts if is_label(piece, columns, border)]
    heads = [piece for piece in texts if piece not in labels]
    row = [joined_label(labels)] if labels else []
    notes = _notes(columns, border)
    row += [with_columns(piece, 0, 1) for piece in notes]
    row += [
        with_columns(piece, column + 1, column + 2 + slack)
        for piece, column in columns.items()
        if piece not in notes
    ]
    row += placed_heads(heads, spans, aligned=aligned)
    return sorted(row, key=lambda piece: (piece.left, piece.start))


def _notes(columns: dict[Piece, int], border: int) -> list[Piece]:
    """A small number that stands before the values, where another figure has its column: a note mark."""
    pieces = list(columns)
    if len(pieces) == 1 and pieces[0].right <= border and _RAISED.fullmatch(pieces[0].text):
        return pieces
    return [
        piece
        for piece, after in pairwise(pieces)
        if columns[piece] == columns[after] and piece.right <= border and _SMALL.match(piece.text)
    ]


# Note marks on a line of their own, raised over the label below.
_RAISED = re.compile(r"\d(?:,\d)*|\(\d(?:,\d)*\)")
_SMALL = re.compile(r"^\(?\d{1,2}(?:,\d{1,2})*\)?$")
