"""Headings of pipe tables put over their columns, where a conversion lost empty cells or spans.

``| 2022 | 2021 | |`` without the empty cell over the labels heads the two columns behind these; and of
``| Quarter ended | Percent |`` over ``| 2022 | 2021 | Change |`` the first is for the years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from attrs import evolve

from xbrlgen.periods import read_time
from xbrlgen.reading.grids.pieces import Piece, is_value
from xbrlgen.reading.texts.cutting.tiles import is_year, tiles

Row = Sequence[Piece]


def with_heads_in_place(rows: Sequence[Row]) -> list[list[Piece]]:
    """The rows, the headings among them each over its columns."""
    body = next((at for at, row in enumerate(rows) if _is_of_figures(row)), 0)
    keys = _keys(rows[body:])
    if not body or len(keys) < 2:
        return [list(row) for row in rows]
    heads = [_over_values(row, keys) for row in rows[:body]]
    rest = [_without_label(_parted(row, keys), keys) for row in rows[body:]]
    for at in range(body - 2, -1, -1):
        heads[at] = _over_shares(_over_runs(heads[at], heads[at + 1], keys), heads[at + 1], keys)
    return [*heads, *rest]


def _is_of_figures(row: Row) -> bool:
    label = bool(row) and not row[0].left and not is_value(row[0].text)
    return label and any(is_value(piece.text) and not is_year(piece.text) for piece in row[1:])


def _keys(rows: Sequence[Row]) -> list[int]:
    """Where figures stand."""
    return sorted({piece.left for row in rows for piece in row[1:] if is_value(piece.text)})


def _is_timely(piece: Piece) -> bool:
    return is_year(piece.text) or not read_time(piece.text).says_nothing


def _over_values(row: Row, keys: Sequence[int]) -> list[Piece]:
    """A row of times for all columns, or of lengths, that begins over the labels, moved over the figures."""
    is_for_all = _is_moved(row, keys) and _is_timely(row[0]) and sum(map(_is_timely, row)) * 2 >= len(row)
    fewer = 1 < len(row) < len(keys) and keys[0] == 1 and row[0].left == 0 and _adjoin(row)
    if not is_for_all and not (fewer and all(map(_is_open_length, row))):
        return list(row)
    return [evolve(piece, left=piece.left + 1, right=piece.left + 2) for piece in row]


def _is_moved(row: Row, keys: Sequence[int]) -> bool:
    """Whether a cell for each column of figures begins a column too far left."""
    places = [piece.left for piece in row]
    return places == list(range(len(keys))) and list(keys) == [place + 1 for place in places]


def _without_label(row: Row, keys: Sequence[int]) -> list[Piece]:
    """A row of figures alone, the first of them where labels stand, moved to the columns of figures."""
    if not _is_moved(row, keys) or not all(is_value(piece.text) for piece in row):
        return list(row)
    if not _AMOUNT.search(row[0].text):
        return list(row)
    return [evolve(piece, left=piece.left + 1, right=piece.left + 2) for piece in row]


def _parted(row: Row, keys: Sequence[int]) -> list[Piece]:
    """A row with a cell of several figures taken apart, where each column then has one: "(410) (2,275)"."""
    places = [0, *keys]
    if len(row) >= len(places) or [piece.left for piece in row] != places[: len(row)]:
        return list(row)
    parts = [part for piece in row for part in (_figures_in(piece) if piece.left else [piece])]
    if len(parts) != len(places):
        return list(row)
    return [evolve(part, left=left, right=left + 1) for part, left in zip(parts, places, strict=True)]


def _figures_in(piece: Piece) -> list[Piece]:
    """The figures that a cell prints side by side; the cell itself where it holds anything else."""
    if is_value(piece.text) or len(piece.text) != piece.end - piece.start:
        return [piece]
    cuts = tiles(piece.text, 0)
    if not all(is_value(piece.text[left:right]) for left, right in cuts):
        return [piece]
    return [
        evolve(piece, text=piece.text[left:right], start=piece.start + left, end=piece.start + right)
        for left, right in cuts
    ]


# What no label is: an amount with a mark, a bracket, thousands or decimals.
_AMOUNT = re.compile(r"[$€£(]\s?\d|\d[,.]\d")


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
    return read_time(piece.text).leaves_year_open
