"""Headings of a text table put over the columns they stand above."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from attrs import frozen

from xbrlgen.period_words import MONTH, is_month
from xbrlgen.reading.grids.pieces import Piece
from xbrlgen.reading.texts.cutting.lines import with_columns
from xbrlgen.reading.texts.cutting.remains import is_valuish
from xbrlgen.reading.texts.cutting.tiles import is_year

# Tables of releases have up to some twenty columns; over more, trying all spans costs the square of them.
MOST_COLUMNS = 40


@frozen
class Span:
    """A column of the text: from where to where its values reach, and where their digits end."""

    left: int
    right: int
    edge: int

    @property
    def center(self) -> float:
        """The middle of the column."""
        return (self.left + self.right) / 2


def placed_heads(pieces: Sequence[Piece], spans: Sequence[Span], *, aligned: bool) -> list[Piece]:
    """Headings over the columns they stand above."""
    return [
        with_columns(piece, first + 1, last + 2)
        for piece, (first, last) in zip(pieces, _ranges(pieces, spans, aligned=aligned), strict=True)
    ]


def _ranges(pieces: Sequence[Piece], spans: Sequence[Span], *, aligned: bool) -> list[tuple[int, int]]:
    """The first and the last column that each heading stands over."""
    if not pieces:
        return []
    if len(pieces) == 1 and _is_over_several(pieces[0], spans):
        return [(0, len(spans) - 1)]
    group = len(spans) // len(pieces)
    if group > 1 and aligned and all(map(_is_percent, pieces)):
        return _one_of_each_share(pieces, spans, group)
    even = _even(len(pieces), group) if group * len(pieces) == len(spans) else []
    if len(pieces) == len(spans) or _are_even(pieces, spans, even, aligned=aligned):
        return even
    ranges = [_range(piece, spans, _zone(pieces, number, spans)) for number, piece in enumerate(pieces)]
    unlike = _overlap(ranges) or (group > 1 and _are_times(pieces) and not _alike(ranges))
    return even if even and unlike else ranges


def _even(count: int, group: int) -> list[tuple[int, int]]:
    """As many shares of as many columns each."""
    return [(number * group, (number + 1) * group - 1) for number in range(count)]


def _are_even(
    pieces: Sequence[Piece], spans: Sequence[Span], even: Sequence[tuple[int, int]], *, aligned: bool
) -> bool:
    """Whether headings share the columns evenly: they stand so, or nothing else tells of them."""
    if not even:
        return False
    if len(even) > 1 and not aligned:
        return True
    is_told = len(even) > 1 or _PERIOD.search(pieces[0].text) is not None
    return is_told and _share_evenly(pieces, spans, len(spans) // len(pieces))


def _is_over_several(piece: Piece, spans: Sequence[Span]) -> bool:
    """Whether a period alone on its line reaches over more than one column, so that all are meant."""
    over = [span for span in spans if piece.left < span.right and span.left < piece.right]
    return len(over) > 1 and (_PERIOD.search(piece.text) is not None)


_PERCENT = re.compile(r"%|\bpercent|\bchange\b", re.IGNORECASE)


def _is_percent(piece: Piece) -> bool:
    """Whether a heading is of a column of rates, which never shares its heading with amounts."""
    return _PERCENT.search(piece.text) is not None


def _overlap(ranges: Sequence[tuple[int, int]]) -> bool:
    return any(after[0] <= before[1] for before, after in pairwise(ranges))


def _alike(ranges: Sequence[tuple[int, int]]) -> bool:
    """Whether all headings stand over as many columns."""
    return len({last - first for first, last in ranges}) == 1


def _one_of_each_share(pieces: Sequence[Piece], spans: Sequence[Span], group: int) -> list[tuple[int, int]]:
    """For each heading one column of its equal share, in all shares the same one: the nearest to all."""
    ways = [[number * group + at for number in range(len(pieces))] for at in range(group)]
    best = min(
        ways,
        key=lambda way: sum(
            abs(spans[at].right - piece.right) for at, piece in zip(way, pieces, strict=True)
        ),
    )
    return [(at, at) for at in best]


def _are_times(pieces: Sequence[Piece]) -> bool:
    """Whether all headings of a row are dates, years or periods."""
    return all(is_year(piece.text) or _PERIOD.search(piece.text) for piece in pieces)


def _zone(pieces: Sequence[Piece], number: int, spans: Sequence[Span]) -> Sequence[int]:
    """The columns that are nearer to this heading than to its neighbours."""
    piece = pieces[number]
    low = (pieces[number - 1].right + piece.left) / 2 if number else float("-inf")
    high = (piece.right + pieces[number + 1].left) / 2 if number + 1 < len(pieces) else float("inf")
    return [column for column, span in enumerate(spans) if low <= span.center <= high] or range(len(spans))


def _share_evenly(pieces: Sequence[Piece], spans: Sequence[Span], group: int) -> bool:
    """Whether each heading is about centred over its equal share of the columns."""
    for number, piece in enumerate(pieces):
        left, right = spans[number * group].left, spans[(number + 1) * group - 1].right
        if abs((left + right) - (piece.left + piece.right)) / 2 > _slack(piece, right - left):
            return False
    return True


def _slack(piece: Piece, width: int) -> float:
    """How far a heading may stand off the middle of its columns; periods are for all of their share."""
    # Typed headings are off by up to a column's width; periods more, being set over the first of theirs.
    return max(8.0, width * (0.3 if _PERIOD.search(piece.text) else 0.15))


_PERIOD = re.compile(rf"\b(?:months?|weeks?|quarters?|years?|ended|ending)\b|^{MONTH}\s+\d", re.IGNORECASE)


def _range(piece: Piece, spans: Sequence[Span], zone: Sequence[int]) -> tuple[int, int]:
    """The columns a heading is centred over: the most that fit, else the nearest one."""
    center = (piece.left + piece.right) / 2
    nearest = min(zone, key=lambda column: abs(spans[column].center - center))
    # Right above one column's middle: "(unaudited)", a note mark.
    if piece.text.startswith("(") and abs(spans[nearest].center - center) <= 3:
        return nearest, nearest
    if is_year(piece.text) or is_month(piece.text) or is_valuish(piece.text) or len(zone) > MOST_COLUMNS:
        return nearest, nearest
    fits = [
        (first, last)
        for first in zone
        for last in zone
        if first <= last and _is_over(piece, spans[first : last + 1], center)
    ]
    return max(fits, key=lambda fit: (fit[1] - fit[0], -fit[0]), default=(nearest, nearest))


def _is_over(piece: Piece, spans: Sequence[Span], center: float) -> bool:
    left, right = spans[0].left, spans[-1].right
    # How far typists and converters miss the middle; with more, headings jump to the group beside theirs.
    slack = max(3.0, (right - left) * 0.12)
    return abs((left + right) / 2 - center) <= slack and (
        len(spans) == 1 or right - left <= 4 * (piece.right - piece.left)
    )
