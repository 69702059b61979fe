"""Headings given one after the other, a cell a line: put in levels over their columns.

Periods come first, days below them, years below these; the last level has one for each column. Beside columns
of percentages ("Three months ended | Percent | 2004 | 2003 | (decrease)"), those above it are for the columns
between these.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from attrs import evolve

from xbrlgen.reading.grids.pieces import Piece
from xbrlgen.reading.texts.converted.ordering import at, is_change, shares
from xbrlgen.reading.texts.converted.rates import Rates
from xbrlgen.reading.texts.cutting.lines import is_head


def head_rows(texts: Sequence[Piece], values: Sequence[Piece], wide: int, rates: Rates) -> list[list[Piece]]:
    """The rows of headings that stand one after the other: periods, days below them, years below these.

    The last has one for each column, those above it one for as many columns each; none where it can't be so.
    """
    over = [piece for piece in texts if is_head(piece.text) and _is_over(piece)]
    rest = [piece for piece in texts if piece not in over]
    aside = [] if len(rest) == wide else [at(piece, 0, 1) for piece in rest]
    if dated := _dated(over, values):
        return [[*aside, *dated]]
    if not values and (named := _named(over, rest, wide)):
        return named
    if mixed := _leveled(sorted([*over, *values], key=lambda piece: piece.start), wide, rates):
        return [[*aside, *mixed[0]], *mixed[1:]]
    found = [*_levels(over, wide), *([values] if values else []), *([] if aside else [rest])]
    found = [level for level in found if level]
    if (
        not found
        or len(found[-1]) != wide
        or any(wide % len(level) for level in found)
        or any(map(is_change, over))
    ):
        return []
    shared = [
        [
            at(piece, 1 + left, 1 + right)
            for piece, (left, right) in zip(level, shares(level, wide), strict=True)
        ]
        for level in found
    ]
    return [[*aside, *shared[0]], *shared[1:]]


def _named(over: Sequence[Piece], rest: Sequence[Piece], wide: int) -> list[list[Piece]]:
    """The rows of headings whose last one names each column in other words than times: "GAAP", "Core"."""
    units = [at(piece, 0, 1) for piece in rest if piece.text.startswith("(")]
    names = [piece for piece in rest if not piece.text.startswith("(")]
    ordered = sorted([*over, *names], key=lambda piece: piece.start)
    last, above = ordered[-wide:], ordered[:-wide]
    is_named = (
        names and len(last) == wide and set(names) <= set(last) and not any(map(_LENGTH.search, _texts(last)))
    )
    if not is_named or not above or wide % len(above):
        return []
    placed = [
        at(piece, 1 + left, 1 + right)
        for piece, (left, right) in zip(above, shares(above, wide), strict=True)
    ]
    return [[*units, *placed], [at(piece, column, column + 1) for column, piece in enumerate(last, 1)]]


def _texts(pieces: Sequence[Piece]) -> list[str]:
    return [piece.text for piece in pieces]


def _is_over(piece: Piece) -> bool:
    """Whether a heading is for a column rather than a remark on all: "(Decrease)", not "(unaudited)"."""
    return not piece.text.startswith("(") or is_change(piece)


_LENGTH = re.compile(r"\b(?:months?|weeks?|quarters?|years?|periods?)\b", re.IGNORECASE)


def _levels(heads: Sequence[Piece], wide: int) -> list[Sequence[Piece]]:
    """The headings of each row: those of lengths of time first, then as many again, or one a column."""
    lengths = next((at for at, piece in enumerate(heads) if not _LENGTH.search(piece.text)), len(heads))
    if lengths == 0:
        return [heads] if heads else []
    first = min(lengths, wide)
    rest = heads[first:]
    share = wide if rest and len(rest) % wide == 0 else first
    return [heads[:first], *(rest[at : at + share] for at in range(0, len(rest), share))]


def _dated(days: Sequence[Piece], years: Sequence[Piece]) -> list[Piece]:
    """Headings of a day and the year right below it, each in a cell; none where they do not alternate."""
    mixed = [piece for pair in zip(days, years, strict=False) for piece in pair]
    if not days or len(days) != len(years) or any(one.start > two.start for one, two in pairwise(mixed)):
        return []
    pairs = zip(days, years, strict=True)
    return [at(joined([day, year]), i + 1, i + 2) for i, (day, year) in enumerate(pairs)]


def joined(texts: Sequence[Piece]) -> Piece:
    """Texts that stand one behind the other as one."""
    return evolve(texts[0], text=" ".join(piece.text for piece in texts), end=texts[-1].end)


def _leveled(heads: Sequence[Piece], wide: int, rates: Rates) -> list[list[Piece]]:
    """The rows of headings, in columns from 1 on; none where they can't be told."""
    last, above = heads[-wide:], heads[:-wide]
    changes = tuple(map(is_change, last))
    if len(last) != wide or not any(changes) or all(changes) or (rates and changes != rates):
        return []
    spans = _spans(changes, above)
    if above and not spans:
        return []
    levels = [above[first : first + len(spans)] for first in range(0, len(above), max(len(spans), 1))]
    upper = [
        [at(piece, *span) for piece, span in zip(level, spans, strict=True)] for level in levels if level
    ]
    return [*upper, [at(piece, column, column + 1) for column, piece in enumerate(last, 1)]]


def _spans(changes: Sequence[bool], above: Sequence[Piece]) -> list[tuple[int, int]]:
    """The columns that each heading of a level above is for: those of a run, or of a run of amounts."""
    runs: list[tuple[bool, int, int]] = []
    for rate, run in groupby(enumerate(changes, 1), lambda pair: pair[1]):
        columns = [column for column, _ in run]
        runs.append((rate, columns[0], columns[-1] + 1))
    for chosen in (runs, [run for run in runs if not run[0]]):
        kinds = [rate for rate, _, _ in chosen] * (len(above) // len(chosen))
        if kinds == list(map(is_change, above)):
            return [(left, right) for _, left, right in chosen]
    return []
