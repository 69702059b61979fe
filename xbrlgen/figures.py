"""Printed numbers to Decimal and back, and what is wrong with them."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum

from attrs import frozen

from xbrlgen.places import Place


class Flaw(Enum):
    """What is damaged in a printed number."""

    LOST_DIGIT = "lost digit"
    BAD_GROUPING = "bad grouping"
    GLUED = "glued numbers"
    LETTER = "letter among digits"
    MARK_MISREAD = "currency mark misread"
    UNBALANCED = "bracket without its partner"


@frozen
class Figure:
    """A number as printed.

    ``print`` is the very text, rejoined when its cell was split; ``number`` carries the printed sign
    (brackets and minus give a negative) and is None where no number can be read; ``places`` counts
    the digits after the decimal mark; ``is_dash`` says that a dash or a word stood for nil.
    """

    print: str
    place: Place
    number: Decimal | None
    places: int = 0
    mark: str = ""
    is_percent: bool = False
    is_dash: bool = False
    flaws: frozenset[Flaw] = frozenset()
    notes: tuple[str, ...] = ()
