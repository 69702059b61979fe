"""What a printed number may have been before it was rounded."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

from xbrlgen.figures import Figure, Flaw

HALF: Final = Decimal("0.5")


class Interval(NamedTuple):
    """All numbers from ``low`` to ``high``, both included."""

    low: Decimal
    high: Decimal

    @classmethod
    def around(cls, value: Decimal, half: Decimal) -> Interval:
        """The interval of all numbers at most ``half`` away from ``value``."""
        return cls(value - half, value + half)

    @property
    def middle(self) -> Decimal:
        """The number halfway."""
        return (self.low + self.high) / 2

    @property
    def half(self) -> Decimal:
        """How far the ends are from the middle."""
        return (self.high - self.low) / 2

    def plus(self, other: Interval) -> Interval:
        """All sums of a number of each."""
        return Interval(self.low + other.low, self.high + other.high)

    def times(self, factor: Decimal | int) -> Interval:
        """All products with ``factor``."""
        low, high = self.low * factor, self.high * factor
        return Interval(low, high) if factor > 0 else Interval(high, low)

    def product(self, other: Interval) -> Interval:
        """All products of a number of each."""
        ends = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(ends), max(ends))

    def over(self, other: Interval) -> Interval | None:
        """All quotients with a number of the other; None where that may be zero."""
        if other.holds(Decimal(0)):
            return None
        if self.low > 0 and other.low > 0:
            return Interval(self.low / other.high, self.high / other.low)
        ends = [a / b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(ends), max(ends))

    def meet(self, other: Interval) -> Interval | None:
        """What both have in common, None where that is nothing."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        return Interval(low, high) if low <= high else None

    def meets(self, other: Interval) -> bool:
        """Whether both have something in common."""
        return self.low <= other.high and other.low <= self.high

    def meets_mirrored(self, other: Interval) -> bool:
        """Whether it has something in common with the other's numbers of contrary sign."""
        return self.low <= -other.low and -other.high <= self.high

    def is_like(self, other: Interval) -> bool:
        """Whether both are one but perhaps for the sign of their numbers."""
        return self == other or (self.low == -other.high and self.high == -other.low)

    def holds(self, number: Decimal) -> bool:
        """Whether the number lies within."""
        return self.low <= number <= self.high


def plain(value: Decimal) -> Decimal:
    """The same number without an exponent.

    >>> plain(Decimal("1.55E+5"))
    Decimal('155000')
    """
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def interval_of(figure: Figure, scale: int) -> Interval | None:
    """Where the amount behind a figure lies, None where its print does not tell.

    A figure that lost its last digit lies anywhere the ten possible digits allow.

    >>> from xbrlgen.places import Place
    >>> interval_of(Figure("1.2", Place(0, 0, 3, 1, 1), Decimal("1.2"), places=1), 0)
    Interval(low=Decimal('1.15'), high=Decimal('1.25'))
    """
    if Flaw.LOST_DIGIT in figure.flaws:
        return _without_last_digit(figure, scale)
    if figure.number is None:
        return None
    if figure.is_dash:  # nil, or less than half a unit of a table in thousands
        return Interval.around(Decimal(0), HALF.scaleb(scale) if scale > 0 else Decimal(0))
    return Interval.around(figure.number.scaleb(scale), HALF.scaleb(scale - figure.places))


def _without_last_digit(figure: Figure, scale: int) -> Interval | None:
    """The interval of a number whose last digit was lost: ``103,33`` is 103,330 to 103,339."""
    digits = re.sub(r"\D", "", figure.print)
    if not digits:
        return None
    first = Decimal(digits) * 10
    interval = Interval(first - HALF, first + 9 + HALF).times(Decimal(1).scaleb(scale))
    return interval.times(-1) if is_negative(figure) else interval


def is_negative(figure: Figure) -> bool:
    """Whether a figure is printed as a negative number."""
    if figure.number is not None:
        return figure.number < 0
    return bool(re.match(r"\s*\$?\s*[(\-−–]", figure.print))
