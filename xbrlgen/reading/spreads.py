"""Cells that print two ends of a range ("$5,150 - $5,200"), as two columns: the low and the high end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import evolve, frozen

from xbrlgen.figures import Figure, parse_figure
from xbrlgen.places import Place, Source
from xbrlgen.reading.document import Cell
from xbrlgen.reading.folding import print_offsets

_END: Final = (
    r"\(?\s*[$€£¥]?\s*\(?(?:\d[\d,]*(?:\.\d+)?|\.\d+)\s*\)?\s*(?:%|bps|x)?\)?"
    r"(?:\s?(?:thousand|million|billion|[MBK]))?"
)
_RANGE: Final = re.compile(
    rf"(?:[~≈]|approximately|approx\.?|about|between|from)?\s*(?P<low>{_END})\s*(?:-|–|—|to|and)\s*[~≈]?\s*"
    rf"(?P<high>{_END})",
    re.IGNORECASE,
)
_MAY_BE: Final = re.compile(r"\d.*(?:-|–|—|to|and).*\d", re.IGNORECASE)
# Each column becomes three: for single values, for low ends, for high ends.
VALUE, LOW, HIGH = 0, 1, 2
FACTOR: Final = 3


@frozen
class Ends:
    """The two figures of a range."""

    low: Figure
    high: Figure


def ends_of(cell: Cell, sources: Sequence[Source]) -> Ends | None:
    """The ends of the range that a cell prints, or None where it prints none."""
    if len(cell.text) > 60 or not cell.places or not _MAY_BE.search(cell.text):
        return None
    match = _RANGE.fullmatch(cell.text)
    if match is None:
        return None
    low = parse_figure(match["low"], _place_of(cell, match.span("low"), sources))
    high = parse_figure(match["high"], _place_of(cell, match.span("high"), sources))
    if low is None or high is None or low.number is None or high.number is None:
        return None
    return _shared(low, high)


def _shared(low: Figure, high: Figure) -> Ends | None:
    """The ends with the unit and scale that is printed once for both; None for a span of years."""
    if not (low.mark or high.mark or low.is_percent or high.is_percent or low.places or "," in high.print):
        return None
    percent = low.is_percent or high.is_percent
    mark, scale = low.mark or high.mark, low.scale or high.scale
    return Ends(
        evolve(low, is_percent=percent, mark=mark, scale=scale),
        evolve(high, is_percent=percent, mark=mark, scale=scale),
    )


def _place_of(cell: Cell, span: tuple[int, int], sources: Sequence[Source]) -> Place:
    """Where one end of the range stands."""
    whole = cell.places[0]
    offsets = print_offsets(sources[whole.source].text, cell)
    start, end = offsets[span[0]], offsets[span[1] - 1] + 1
    return evolve(whole, start=start, end=end, column=whole.column + max(start - whole.start, 0))


def widened(cell: Cell) -> Cell:
    """The cell in a grid whose columns have become three each."""
    return evolve(cell, column=cell.column * FACTOR, columns=cell.columns * FACTOR)
