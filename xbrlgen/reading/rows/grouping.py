"""How the digits of a table's figures are grouped, and which rows are not grouped as the rest."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from xbrlgen.figures import Figure
from xbrlgen.reading.tables.labels import Labelled

# Digits behind a point that may have been a comma before thousands.
THOUSANDTHS: Final = 3


def are_whole(rows: Sequence[Labelled]) -> bool:
    """Whether nearly all figures of at least four digits are grouped by commas and have no decimals."""
    long = [figure for row in rows for _, figure in row.figures if GROUPED.search(figure.print)]
    # One in ten may be an amount per share or misread; were more, decimals would be meant.
    return bool(long) and sum(figure.places == 0 for figure in long) * 10 >= 9 * len(long)


def are_pointed(rows: Sequence[Labelled]) -> bool:
    """Whether all long figures have a point before their last three digits, which may part thousands."""
    figures = [figure for row in rows for _, figure in row.figures if figure.number]
    long = [figure for figure in figures if _FOUR_DIGITS.search(re.sub(r"[^\d]", "", figure.print))]
    pointed = all(figure.places == THOUSANDTHS for figure in long)
    return len(long) > THOUSANDTHS and pointed and all(figure.places in {0, 3} for figure in figures)


_FOUR_DIGITS: Final = re.compile(r"\d{4}")


_UNGROUPED: Final = re.compile(r"[^\d.]*[1-9]\d{3,}(?:\.\d+)?\D*")
# Thousands parted by a blank, or, in a row that is a figure short, two figures with hardly a gap between.
_SPACED: Final = re.compile(r"\D*\d{1,3}(?:[ \xa0]\d{3})+\D*")
# A thousands separator within a number.
GROUPED: Final = re.compile(r"\d,\d{3}")


def ungrouped_rows(rows: Sequence[Labelled], short: Collection[int]) -> list[int]:
    """Rows with digits not grouped as all others of the table are: separators or figures run together."""
    prints = [figure.print for row in rows for _, figure in row.figures]
    # Of two grouped numbers nothing follows for the others: tables of years and counts have them.
    if sum(bool(GROUPED.search(text)) for text in prints) < 3:
        return []
    return [
        index
        for index, row in enumerate(rows)
        if any(
            is_ungrouped(figure) or (index in short and _SPACED.fullmatch(figure.print))
            for _, figure in row.figures
        )
    ]


def is_ungrouped(figure: Figure) -> bool:
    """Whether a number of four digits or more is printed without commas."""
    return not figure.is_percent and _UNGROUPED.fullmatch(figure.print) is not None
