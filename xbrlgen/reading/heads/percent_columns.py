"""Which columns of a table hold percentages, by the signs of their figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from xbrlgen.figure_marks import CURRENCY_MARKS
from xbrlgen.figures import Figure
from xbrlgen.reading.tables.table import Table
from xbrlgen.reading.words import row_words
from xbrlgen.reading.words.patterns import any_case


def percent_keys(table: Table) -> frozenset[int]:
    """The columns whose figures carry percent signs where the other figures of their rows do not.

    One such row alone tells that only where it is the first, or of wholes of 100%: in a row of margins a
    sign may be missing. Where nothing but percentages is printed, columns whose rows name rates hold their
    values: "Return on assets".
    """
    rows = [[(key, each) for key, each in line.figures if not _is_mute(each)] for line in table.lines]
    mixed = [row for row in rows if len({each.is_percent for _, each in row}) > 1]
    if len(mixed) == 1 and mixed[0] is not next(row for row in rows if row) and not _has_wholes(mixed[0]):
        mixed = []
    if not mixed and _is_of_rates(table):
        return frozenset()
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


def _is_of_rates(table: Table) -> bool:
    """Whether all figures are percentages, most rows name what is always one, and none is a whole of 100%."""
    rows = [line for line in table.lines if any(not _is_mute(each) for _, each in line.figures)]
    figures = [each for line in rows for _, each in line.figures if not _is_mute(each)]
    if not rows or any(not each.is_percent or each.number == _WHOLE for each in figures):
        return False
    if any(_COMPARED.search(line.label) for line in rows):
        return False
    named = sum(any(rate.search(line.label) for rate in _RATES) for line in rows)
    return named >= len(rows) * _MOST


def _has_wholes(row: Iterable[tuple[int, Figure]]) -> bool:
    """Whether all percentages of a row are of what the others are parts of: revenues, as 100%."""
    return all(each.number == _WHOLE for _, each in row if each.is_percent)


_RATES: Final = (
    row_words.PERCENT_ROW,
    row_words.PERCENT_LABEL,
    row_words.RATE_ROW,
    row_words.RATIO_IN_PERCENT,
    row_words.RATIO_OF_DEBT,
    row_words.NAMED_RATE,
)
# Rates of growth are for the times of two columns; what these are called tells which.
_COMPARED: Final = any_case(r"\bgrowth\b|\bchanges?\b|\bincreases?\b|\bdecreases?\b|\bvs\b|\bsales\W*$")
_MOST: Final = 0.6
_WHOLE: Final = 100


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
    """The columns that begin with money, or most of whose figures are amounts: marked, or of four digits."""
    # Most: a column of percentages may end in a total of money.
    return frozenset(
        key
        for key, figures in _by_column(rows).items()
        if figures[0].mark in CURRENCY_MARKS or 2 * sum(map(_is_amount, figures)) > len(figures)
    )


def _is_amount(figure: Figure) -> bool:
    if figure.is_percent:
        return False
    return figure.mark in CURRENCY_MARKS or (figure.number is not None and abs(figure.number) >= _LARGE)
