"""Whether a document parts thousands by points or blanks and decimals by commas."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from xbrlgen.reading.document import Block, Grid, Paragraph

# Forms that leave no doubt, and forms that tell only where none of the other custom stands beside them.
_EUROPEAN: Final = re.compile(r"\d\.\d{3},\d{1,2}(?!\d)")
_AMERICAN: Final = re.compile(r"\d,\d{3}(?:\.\d|(?![\d,]))")
_GROUPED: Final = re.compile(r"(?<![\d.,])\d{1,3}(?:[. \xa0\u202f’']\d{3})+(?![\d.])")
_COMMA_DECIMALS: Final = re.compile(r"(?<![\d.,])\d{1,3},\d{1,2}(?![\d.,]*\d)")
_POINT_DECIMALS: Final = re.compile(r"(?<![\d,])\d{0,3}\.\d{1,2}(?![\d.,]*\d)")
# Fewer numbers grouped so may be versions, days or numbers of notes.
_FEWEST: Final = 3


def is_european(blocks: Sequence[Block]) -> bool:
    """Whether a document prints 1.234,56 and never 1,234.56.

    Where no number shows both marks, thousands grouped so and a decimal comma anywhere tell it, if nothing
    in a table is grouped by commas or has a decimal point.
    """
    cells = list(_cells(blocks))
    american = _count(_AMERICAN, cells)
    sure = _count(_EUROPEAN, cells)
    if sure or american:
        return sure > american
    grouped = _count(_GROUPED, cells)
    if grouped < _FEWEST or _count(_POINT_DECIMALS, cells):
        return False
    return any(_COMMA_DECIMALS.search(text) for text in (*cells, *_sentences(blocks)))


def _cells(blocks: Iterable[Block]) -> Iterator[str]:
    return (cell.text for block in blocks if isinstance(block, Grid) for row in block.rows for cell in row)


def _sentences(blocks: Iterable[Block]) -> Iterator[str]:
    return (block.text for block in blocks if isinstance(block, Paragraph))


def _count(pattern: re.Pattern[str], texts: Iterable[str]) -> int:
    return sum(pattern.search(text) is not None for text in texts)
