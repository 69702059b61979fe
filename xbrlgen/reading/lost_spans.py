"""Headings of pipe tables put over their columns, where a conversion lost empty cells or spans.

``| 2022 | 2021 | |`` without the empty cell over the labels heads the two columns behind these; and of
``| Quarter ended | Percent |`` over ``| 2022 | 2021 | Change |`` the first is for the years.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from attrs import evolve

from xbrlgen.periods import read_time
from xbrlgen.reading.pieces import Piece, is_value
from xbrlgen.reading.tiles import is_year

Row = Sequence[Piece]


def with_heads_in_place(rows: Sequence[Row]) -> list[list[Piece]]:
    """The rows, the headings among them each over its columns."""
    body = next((at for at, row in enumerate(rows) if _is_of_figures(row)), 0)
    keys = _keys(rows[body:])
    if not body or len(keys) < _FEWEST:
        return [list(row) for row in rows]
    heads = [_over_values(row, keys) for row in rows[:body]]
    for at in range(body - 2, -1, -1):
        heads[at] = _over_shares(_over_runs(heads[at], heads[at + 1], keys), heads[at + 1], keys)
    return [*heads, *(list(row) for row in rows[body:])]


_FEWEST = 2


def _is_of_figures(row: Row) -> bool:
    label = bool(row) and not row[0].left and not is_value(row[0].text)
    return label and any(is_value(piece.text) and not is_year(piece.text) for piece in row[1:])


def _keys(rows: Sequence[Row]) -> list[int]:
    """Where figures stand."""
    return sorted({piece.left for row in rows for piece in row[1:] if is_value(piece.text)})


def _is_timely(piece: Piece) -> bool:
    return is_year(piece.text) or not read_time(piece.text).says_nothing


def _over_values(row: Row, keys: Sequence[int]) -> list[Piece]:
    """A row of times for all columns that begins over the labels, moved over the figures."""
    places = [piece.left for piece in row]
    is_moved = places == list(range(len(keys))) and list(keys) == [place + 1 for place in places]
    if not is_moved or not all(map(_is_timely, row)):
        return list(row)
    return [evolve(piece, left=key, right=key + 1) for piece, key in zip(row, keys, strict=True)]


def _over_runs(row: Row, below: Row, keys: Sequence[int]) -> list[Piece]:
    """A row with a heading for each run of times, and of other words, in the full row below it."""
    own = [piece for piece in below if piece.left]
    if [piece.left for piece in own] != list(keys):
        return list(row)
    runs = list(_runs(own))
    label = [piece for piece in row if not piece.left] if len(row) > len(runs) else []
    heads = row[len(label) :]
    lost = _adjoin(heads) and 1 < len(heads) == len(runs) < len(keys)
    if not lost or [_is_timely(piece) for piece in heads] != [_is_timely(run[0]) for run in runs]:
        return list(row)
    spans = ((run[0].left, run[-1].left + 1) for run in runs)
    return [
        *label,
        *(evolve(piece, left=left, right=right) for piece, (left, right) in zip(heads, spans, strict=True)),
    ]


def _runs(row: Row) -> Iterator[list[Piece]]:
    for _, run in groupby(row, _is_timely):
        yield list(run)


def _adjoin(row: Row) -> bool:
    """Whether cells stand side by side without one between them."""
    return [piece.left for piece in row] == list(range(row[0].left, row[0].left + len(row))) if row else False


def _over_shares(row: Row, below: Row, keys: Sequence[int]) -> list[Piece]:
    """A row of lengths, each over one of the columns of an equal share of years that repeat below it."""
    heads = [piece for piece in row if piece.left]
    years = [piece.text for piece in below if piece.left in keys]
    share = len(keys) // max(len(heads), 1)
    repeated = len(heads) > 1 and years == years[:share] * len(heads) and all(map(is_year, years))
    if not repeated or len(years) != len(keys) or not all(map(_is_open_length, heads)):
        return list(row)
    shares = [keys[at * share : (at + 1) * share] for at in range(len(heads))]
    if not all(piece.left in own for piece, own in zip(heads, shares, strict=True)):
        return list(row)
    spread = (evolve(piece, left=own[0], right=own[-1] + 1) for piece, own in zip(heads, shares, strict=True))
    return [*(piece for piece in row if not piece.left), *spread]


def _is_open_length(piece: Piece) -> bool:
    """Whether a heading names a length and leaves the year to those below it."""
    time = read_time(piece.text)
    return time.length is not None and time.year is None
