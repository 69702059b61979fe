"""Tables of two sides in plain text, assets at the left and liabilities at the right: each on its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import evolve

from xbrlgen.reading.grids.pieces import Piece
from xbrlgen.reading.texts.cutting.lines import Line, LineKind, kind_of
from xbrlgen.reading.texts.cutting.remains import is_valuish
from xbrlgen.reading.texts.cutting.tiles import is_year

# So many rows have a label of their own at the right, and all these begin at about one place.
_LEAST: Final = 3
# Letters of a scan or a typist to the left or right.
_SLACK: Final = 4
_WORD: Final = re.compile(r"[A-Za-z]{3}")


def halves(lines: Sequence[Line]) -> list[Sequence[Line]]:
    """The lines; where labels stand between figures in row after row, those of either side for itself."""
    cut = _cut(lines)
    if cut is None:
        return [lines]
    sides = [_parted(line, cut) for line in lines]
    return [[line for line in side if line.pieces] for side in zip(*sides, strict=True)]


def _parted(line: Line, cut: int) -> tuple[Line, Line]:
    """Both sides of a line; a line that was shifted is parted where its own label at the right begins."""
    own = [piece.left for piece in _between(line) if abs(piece.left - cut) <= _SHIFTED]
    at = own[0] if own else cut
    right = [_moved(piece, cut) for piece in line.pieces if piece.left >= at]
    return _told(line, [piece for piece in line.pieces if piece.left < at]), _told(line, right)


def _cut(lines: Sequence[Line]) -> int | None:
    """Where the right side begins, or None where there are no two sides."""
    rows = [line for line in lines if line.kind is LineKind.VALUES and len(line.values) > 1]
    begins = sorted(piece.left for line in rows for piece in _between(line))
    if len(begins) < _LEAST:
        return None
    if len(begins) * 2 >= len(rows) and begins[-1] - begins[0] <= _SLACK:
        return begins[0]
    middle = begins[len(begins) // 2]
    usual = [begin for begin in begins if abs(begin - middle) <= _DEEPEST // 2]
    if len(usual) < _LEAST or len(usual) * 5 < len(begins) * 4:
        return None
    whole = [line for line in lines if {piece.left for piece in _between(line)} <= set(usual)]
    edge = max(piece.right for line in whole for piece in line.values if piece.right < usual[0])
    cut = min(piece.left for line in whole for piece in line.pieces if edge < piece.left <= usual[0])
    return cut if _is_gutter(whole, cut) else None


def _is_gutter(lines: Sequence[Line], cut: int) -> bool:
    """Whether nothing reaches over a place, and what stands right of it begins with labels near it."""
    pieces = [piece for line in lines for piece in line.pieces]
    if any(piece.left < cut < piece.right for piece in pieces):
        return False
    firsts = [next((piece for piece in line.pieces if piece.left >= cut), None) for line in lines]
    shown = [first for line, first in zip(lines, firsts, strict=True) if first and line.kind in _ROWS]
    near = sum(first.left - cut <= _DEEPEST and bool(_WORD.search(first.text)) for first in shown)
    return near * 5 >= len(shown) * 4


_ROWS: Final = frozenset({LineKind.VALUES, LineKind.TEXT})
# How far labels at the right are set in at most, and how far a line may be shifted.
_DEEPEST: Final = 12
_SHIFTED: Final = 16


def below_each_other(sides: Sequence[Sequence[Sequence[Piece]]]) -> list[Sequence[Piece]]:
    """The rows of all sides; headings over the right one that the left one has too are left out there."""
    first, *others = sides
    heads = {
        (piece.text, piece.left) for row in first if not _has_figures(row) for piece in row if piece.left
    }
    rows = list(first)
    for row in (row for side in others for row in side):
        again = not _has_figures(row) and {(piece.text, piece.left) for piece in row if piece.left} <= heads
        rows.append([piece for piece in row if not piece.left] if again else row)
    return [row for row in rows if row]


def _has_figures(row: Sequence[Piece]) -> bool:
    return any(piece.left and is_valuish(piece.text) and not is_year(piece.text) for piece in row)


def _moved(piece: Piece, by: int) -> Piece:
    return evolve(piece, left=piece.left - by, right=piece.right - by)


def _between(line: Line) -> list[Piece]:
    """The texts that stand between figures, which hardly any row has."""
    pieces = line.pieces
    figures = [at for at, piece in enumerate(pieces) if at and is_valuish(piece.text)]
    return [
        pieces[at]
        for at in range(1, len(pieces) - 1)
        if at not in figures and figures and figures[0] < at < figures[-1] and _WORD.search(pieces[at].text)
    ]


def _told(line: Line, pieces: Sequence[Piece]) -> Line:
    """What one side of a line is, taken alone."""
    return evolve(line, pieces=tuple(pieces), kind=kind_of(tuple(pieces)) if pieces else LineKind.BLANK)
