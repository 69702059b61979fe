"""Cells that print two figures, as two columns: the ends of a range, or a value and the share that it is.

"$5,150 - $5,200" has a low and a high end; "5,000 (25%)" a value and its percentage of something.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import evolve

from xbrlgen.figures import Figure, parse_figure
from xbrlgen.places import Place, Source
from xbrlgen.reading.document import Cell
from xbrlgen.reading.given.folding import print_offsets

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
_SHARE: Final = re.compile(
    rf"(?P<value>{_END})\s*(?:[(\[]\s*(?P<share>\d[\d.]*\s?%)\s*[)\]]|/\s*(?P<slashed>\d[\d.]*\s?%))",
    re.IGNORECASE,
)
_MAY_BE_SHARE: Final = re.compile(r"\d.*[(/\[].*%")
# A dash that stands at the second figure alone may be its sign: "5.2% -3.1%".
_MINUS: Final = re.compile(r"\s[-–—][$(.\d]")
# Longer texts are sentences.
_LONGEST: Final = 60
# Each column becomes four: for single values, for low ends, for high ends, for shares.
VALUE, LOW, HIGH, SHARE = 0, 1, 2, 3
FACTOR: Final = 4

Parts = tuple[tuple[int, Figure], ...]


def parts_of(cell: Cell, sources: Sequence[Source]) -> Parts:
    """The two figures that a cell prints, each with its place among the columns; none where it does not."""
    if len(cell.text) > _LONGEST or not cell.places:
        return ()
    return _ends_of(cell, sources) or _value_and_share(cell, sources)


def _ends_of(cell: Cell, sources: Sequence[Source]) -> Parts:
    match = _RANGE.fullmatch(cell.text) if _MAY_BE.search(cell.text) else None
    if match is None or _MINUS.search(cell.text, match.end("low") - 1, match.start("high") + 1):
        return ()
    low, high = _figure(cell, match, "low", sources), _figure(cell, match, "high", sources)
    return _shared(low, high) if low and high else ()


def _value_and_share(cell: Cell, sources: Sequence[Source]) -> Parts:
    match = _SHARE.fullmatch(cell.text) if _MAY_BE_SHARE.search(cell.text) else None
    if match is None:
        return ()
    value = _figure(cell, match, "value", sources)
    share = _figure(cell, match, "share" if match["share"] else "slashed", sources)
    return ((VALUE, value), (SHARE, share)) if value and share and not value.is_percent else ()


def _figure(cell: Cell, match: re.Match[str], name: str, sources: Sequence[Source]) -> Figure | None:
    figure = parse_figure(match[name], _place_of(cell, match.span(name), sources))
    return None if figure is None or figure.number is None else figure


def _shared(low: Figure, high: Figure) -> Parts:
    """The ends with the unit and scale that is printed once for both; none for a span of years."""
    if not (low.mark or high.mark or low.is_percent or high.is_percent or low.places or "," in high.print):
        return ()
    percent = low.is_percent or high.is_percent
    mark, scale = low.mark or high.mark, low.scale or high.scale
    return (
        (LOW, evolve(low, is_percent=percent, mark=mark, scale=scale)),
        (HIGH, evolve(high, is_percent=percent, mark=mark, scale=scale)),
    )


def _place_of(cell: Cell, span: tuple[int, int], sources: Sequence[Source]) -> Place:
    """Where one figure of the cell stands."""
    whole = cell.places[0]
    offsets = print_offsets(sources[whole.source].text, cell)
    start, end = offsets[span[0]], offsets[span[1] - 1] + 1
    return evolve(whole, start=start, end=end, column=whole.column + max(start - whole.start, 0))


def widened(cell: Cell) -> Cell:
    """The cell in a grid whose columns have become four each."""
    return evolve(cell, column=cell.column * FACTOR, columns=cell.columns * FACTOR)
