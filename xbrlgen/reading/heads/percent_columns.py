"""Which columns of a table hold percentages, by the signs of their figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from xbrlgen.figure_marks import CURRENCY_MARKS
from xbrlgen.figures import Figure
from xbrlgen.reading.tables.tables import Table


def percent_keys(table: Table) -> frozenset[int]:
    """The columns whose figures carry percent signs where the other figures of their rows do not.

    One such row alone tells that only where it is the first: in a row of margins a sign may be missing.
    """
    rows = [[(key, each) for key, each in line.figures if not _is_mute(each)] for line in table.lines]
    mixed = [row for row in rows if len({each.is_percent for _, each in row}) > 1]
    if len(mixed) == 1 and mixed[0] is not next(row for row in rows if row):
        mixed = []
    judged = mixed or [row for row in rows if row]
    shares = _by_column(judged)
    known = frozenset(table.keys)
    amounts = columns_of_amounts(rows)
    least = 0.6 if mixed else 0.9
    return frozenset(
        key
        for key, figures in shares.items()
        if key in known
        and key not in amounts
        and sum(each.is_percent for each in figures) > least * len(figures)
    )


def _by_column(rows: Iterable[Iterable[tuple[int, Figure]]]) -> dict[int, list[Figure]]:
    columns: defaultdict[int, list[Figure]] = defaultdict(list)
    for row in rows:
        for key, figure in row:
            columns[key].append(figure)
    return columns


def _is_mute(figure: Figure) -> bool:
    """Whether a figure says nothing of whether its row is of percentages: a dash, points, a damaged print."""
    return figure.is_dash or figure.mark in {"pts", "bps"} or bool(figure.flaws)


# No percentage of a column is so large for most of its rows.
_LARGE: Final = 1000


def columns_of_amounts(rows: Iterable[Iterable[tuple[int, Figure]]]) -> frozenset[int]:
    """The columns most of whose figures are amounts: with a currency mark, or of four digits."""
    # Most: a column of percentages may end in a total of money.
    return frozenset(
        key for key, figures in _by_column(rows).items() if 2 * sum(map(_is_amount, figures)) > len(figures)
    )


def _is_amount(figure: Figure) -> bool:
    if figure.is_percent:
        return False
    return figure.mark in CURRENCY_MARKS or (figure.number is not None and abs(figure.number) >= _LARGE)
