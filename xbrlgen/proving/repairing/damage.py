"""The ways a printed number gets damaged, and what it must have been before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import Final

from attrs import frozen

from xbrlgen.figures import Figure
from xbrlgen.proving.figures.intervals import is_negative
from xbrlgen.proving.figures.ledger import Amount


class Damage(Enum):
    """What happened to a figure."""

    DIGIT = "a changed digit"
    SIGN = "a wrong sign"
    TRANSPOSED = "two digits transposed"
    LOST = "a lost digit"
    EXTRA = "a digit too many"
    SCALE = "a slip of the decimal mark"
    STRANGER = "a number that does not belong here"
    SWAPPED = "exchanged with its neighbour"
    REPEATED = "another number than where it is printed again"
    UNKNOWN = "damage of no known kind"


COST: Final = {
    Damage.SIGN: 1.0, Damage.DIGIT: 1.0, Damage.TRANSPOSED: 1.0, Damage.LOST: 1.0, Damage.EXTRA: 1.0,
    Damage.SCALE: 1.0, Damage.REPEATED: 1.0, Damage.SWAPPED: 1.5, Damage.STRANGER: 2.0, Damage.UNKNOWN: 5.0,
}  # fmt: skip
"""How much less likely than a single misread character each is; only the order matters."""

STRONG: Final = frozenset({Damage.SIGN})
"""Damage that one claim alone may show. Others look like a missing row of a round amount."""

SMALLEST: Final = 100
"""Units of the table a number must reach for its decimal mark to have moved: sums allow a few units."""

_NO_DIGIT: Final = re.compile(r"\D")
_SHIFTS: Final = (-6, -3, -2, -1, 1, 2, 3, 6)


@frozen
class Original:
    """What a figure may have been, and by what damage it became what is printed."""

    value: Decimal
    damage: Damage


def originals(amount: Amount) -> Iterator[Original]:
    """Every number that one act of damage turns into the printed one.

    The work is about twenty numbers a digit.
    """
    digits = digits_of(amount.figure)
    if not digits:
        return
    exponent = amount.scale - amount.figure.places
    sign = -1 if is_negative(amount.figure) else 1
    seen = {int(digits) * sign}
    for number, damage in _readings(digits):
        if number * sign not in seen:
            seen.add(number * sign)
            yield Original(Decimal(number * sign).scaleb(exponent), damage)
    yield Original(Decimal(-int(digits) * sign).scaleb(exponent), Damage.SIGN)
    for shift in _SHIFTS:
        yield Original(Decimal(int(digits) * sign).scaleb(exponent + shift), Damage.SCALE)
    yield Original(Decimal(0), Damage.STRANGER)


def digits_of(figure: Figure) -> str:
    """The digits of a print in order."""
    return _digits(figure.print) if not figure.is_dash else ""


@lru_cache(maxsize=8192)
def _digits(text: str) -> str:
    return _NO_DIGIT.sub("", text)[:18]


def is_telling_slip(amount: Amount, value: Decimal) -> bool:
    """Whether a number whose decimal mark moved is large enough to show it, or its print shows it."""
    units = abs(value).scaleb(-amount.scale)
    return units >= SMALLEST or units >= abs(amount.figure.number or Decimal(0)) or amount.odd_places != 0


def _readings(digits: str) -> Iterator[tuple[int, Damage]]:
    """The numbers that one act of damage may have made of these digits; none begins with a nought."""
    for number, damage in _written(digits):
        if not number.startswith("0") or len(number) <= 1:
            yield int(number or "0"), damage


def _written(digits: str) -> Iterator[tuple[str, Damage]]:
    for place, old in enumerate(digits):
        for new in "0123456789":
            if new != old:
                yield digits[:place] + new + digits[place + 1 :], Damage.DIGIT
    for place in range(len(digits) - 1):
        turned = digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
        yield turned, Damage.TRANSPOSED
    for place in range(len(digits) + 1):
        for new in "0123456789":
            yield digits[:place] + new + digits[place:], Damage.LOST
    for place in range(len(digits)):
        yield digits[:place] + digits[place + 1 :], Damage.EXTRA
