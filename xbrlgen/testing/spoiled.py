"""A release that was spoiled: what it was, what its figures should still mean, and what must be found."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from attrs import field, frozen

from xbrlgen.model import Period
from xbrlgen.testing.tables import Cell, Earnings


@frozen
class Truth:
    """What a printed figure is: its label, its period and its print before the damage."""

    label: str
    period: Period
    text: str

    @property
    def number(self) -> Decimal:
        """The number as printed, negative in brackets, nil for a dash.

        >>> Truth("Net loss", Period.forever(), "(1,301)").number
        Decimal('-1301')
        """
        digits = re.sub(r"[^\d.]", "", self.text)
        number = Decimal(digits or 0)
        return -number if self.text.startswith("(") else number


@frozen
class Spoiled:
    """A spoiled release, what it was, and what must be found.

    ``truth`` says of each cell of ``after`` that misleads what it should say, None where it should not be
    there; every other cell is right. One finding of ``codes`` must be there wherever a sum, a tie or a ratio
    of the release reaches the damage beyond what rounding allows.
    """

    before: Earnings = field(repr=False)
    after: Earnings
    manner: str
    truth: Mapping[Cell, Truth | None]
    codes: frozenset[str]

    def meant(self, cell: Cell) -> Truth | None:
        """What a cell of the spoiled release should say, None where it should say nothing."""
        return self.truth[cell] if cell in self.truth else printed_truth(self.after, cell)


def printed_truth(release: Earnings, cell: Cell) -> Truth:
    """What a cell of a release says to who trusts its print."""
    table, line, column = cell
    shown = release.tables[table]
    return Truth(shown.lines[line].label, shown.periods[column], release.cell(cell))


FIGURE: Final = frozenset(
    {"proving.repaired", "proving.refused", "proving.inconsistent", "proving.unreadable"}
)
"""What may be found of one figure: what it must be, that it does not belong, or that sums contradict."""

ROW: Final = FIGURE | {"proving.missing-row", "proving.label", "proving.order"}
COLUMN: Final = FIGURE | {"proving.heading"}
SLID: Final = FIGURE | {"proving.moved"}
GHOST: Final = FIGURE | {"proving.ghost"}
SMEAR: Final = FIGURE | {"proving.smeared"}
