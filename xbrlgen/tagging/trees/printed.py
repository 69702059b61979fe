"""The rows of a release as they stand in the trees."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from xbrlgen.model import Concept, Member, PeriodType
from xbrlgen.tagging.known.words import OPENING
from xbrlgen.tagging.rows.sums import RowName

LABEL = "http://www.xbrl.org/2003/role/label"
TOTAL = "http://www.xbrl.org/2003/role/totalLabel"
START = "http://www.xbrl.org/2003/role/periodStartLabel"
END = "http://www.xbrl.org/2003/role/periodEndLabel"
NEGATED = "http://www.xbrl.org/2009/role/negatedLabel"
NEGATED_TOTAL = "http://www.xbrl.org/2009/role/negatedTotalLabel"


# What names the moment of a row, not what it tells: "Cash, at the beginning of the year", "Ending balance".
_MOMENT = "(?:beginning|opening|start|ending|closing|end)"
_MOMENT_BEHIND = re.compile(
    r"(?<=\S)[\s,;:(–—-]*(?:\b(?:at|as of)\s+)?(?:\bthe\s+)?"
    rf"\b{_MOMENT}(?:\s+balances?|\s+of\s+[\w\s-]{{1,24}})?\)?\s*$",
    re.IGNORECASE,
)
_MOMENT_BEFORE = re.compile(rf"^\s*{_MOMENT}\s+(?!of\b)", re.IGNORECASE)


class Printed(NamedTuple):
    """A row as it will stand in a tree: its concept, whether it is turned, the members its facts have.

    ``closes`` says that it ends what a row before it in the same table begins.
    """

    row: RowName
    concept: Concept
    label: str
    words: str
    section: tuple[str, ...]
    turn: int
    is_total: bool
    members: tuple[Member, ...]
    closes: bool = False

    @property
    def opens(self) -> bool:
        """Whether it tells what there was when a period began."""
        return self.concept.period_type is PeriodType.INSTANT and any(word in self.words for word in OPENING)

    @property
    def preferred(self) -> str:
        """The role of the label it is shown with."""
        if self.opens or self.closes:
            return START if self.opens else END
        if self.turn < 0:
            return NEGATED_TOTAL if self.is_total else NEGATED
        return TOTAL if self.is_total else ""


def without_moment(label: str) -> str:
    """What a label names at any moment.

    >>> without_moment("Cash and cash equivalents, end of period"), without_moment("Beginning balance")
    ('Cash and cash equivalents', 'balance')
    """
    return _MOMENT_BEFORE.sub("", _MOMENT_BEHIND.sub("", label)).strip()


def with_closing(rows: Sequence[Printed]) -> Iterator[Printed]:
    """The rows of a table, each opening one with the next of its concept and members as the closing one."""
    opened: set[tuple[object, ...]] = set()
    for row in rows:
        key = (row.concept.name, row.members)
        closes = key in opened and not row.opens
        if row.opens:
            opened.add(key)
        else:
            opened.discard(key)
        yield row._replace(closes=True) if closes else row
