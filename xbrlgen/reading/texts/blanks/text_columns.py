"""Columns of a text table as the right edges of its values show them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from attrs import define

from xbrlgen.reading.grids.pieces import Piece
from xbrlgen.reading.texts.blanks.headings import Span

_TAIL = re.compile(r"[\s)%*†‡¢x_,.;:]*(?:\([a-z\d]\))?$")


@define
class _Cluster:
    edge: int
    left: int
    right: int
    rows: set[int]

    def span(self) -> Span:
        return Span(self.left, self.right, self.edge)


def edge_of(piece: Piece) -> int:
    """Where the last digit of a figure stands."""
    tail = _TAIL.search(piece.text)
    return piece.right - (len(tail.group()) if tail and len(tail.group()) < len(piece.text) else 0)


def spans_of(values: Sequence[list[Piece]]) -> list[Span]:
    """The columns that the right edges of the values show."""
    clusters: dict[int, _Cluster] = {}
    for row, pieces in enumerate(values):
        for piece in pieces:
            edge = edge_of(piece)
            known = clusters.get(edge)
            if known is None:
                clusters[edge] = _Cluster(edge, piece.left, piece.right, {row})
            else:
                known.left = min(known.left, piece.left)
                known.right = max(known.right, piece.right)
                known.rows.add(row)
    return [cluster.span() for cluster in _merged([clusters[edge] for edge in sorted(clusters)])]


def _merged(clusters: list[_Cluster]) -> list[_Cluster]:
    """Neighbours made one column while they overlap and no row has a value in both, nearest first."""
    while len(clusters) > 1:
        best = min(
            (_distance(first, second), number) for number, (first, second) in enumerate(pairwise(clusters))
        )
        if best[0] == _APART:
            break
        number = best[1]
        clusters[number : number + 2] = [_joined(clusters[number], clusters[number + 1])]
    return clusters


# Further than any line is long: never joined.
_APART = 10**6


def _distance(first: _Cluster, second: _Cluster) -> int:
    if not first.rows.isdisjoint(second.rows):
        return _APART
    gap = second.edge - first.edge
    if gap <= 2 or second.left < first.right:
        return gap
    return gap if gap <= 4 and min(len(first.rows), len(second.rows)) == 1 else _APART


def _joined(first: _Cluster, second: _Cluster) -> _Cluster:
    larger = first if len(first.rows) >= len(second.rows) else second
    return _Cluster(
        larger.edge, min(first.left, second.left), max(first.right, second.right), first.rows | second.rows
    )
