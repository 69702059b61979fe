"""Columns of percentages beside those of amounts, as they tell where the figures of shorter rows stand.

Where each row with percentages has all columns, a row without any has as many figures as columns of amounts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from xbrlgen.reading.grids.pieces import Piece

Row = Sequence[Piece]
Rates = tuple[bool, ...]


def rates_of(rows: Sequence[Row]) -> Rates:
    """For each column whether it is of percentages; nothing where that isn't sure or there are none."""
    kinds = Counter(tuple("%" in piece.text for piece in row) for row in rows if row)
    rated = {kind: times for kind, times in kinds.items() if any(kind) and not all(kind)}
    plain = Counter({len(kind): times for kind, times in kinds.items() if not any(kind)})
    if not rated or not plain:
        return ()
    rates = max(rated, key=lambda kind: (rated[kind], len(kind)))
    often = max(plain, key=lambda count: (plain[count], count))
    return rates if rates.count(False) == often > 1 else ()


def columns_by_rates(row: Row, rates: Rates) -> list[int]:
    """The columns of a row that has a figure for each column of amounts, and none else; of others none."""
    amounts = [column for column, rate in enumerate(rates) if not rate]
    return amounts if len(row) == len(amounts) and not any("%" in piece.text for piece in row) else []
