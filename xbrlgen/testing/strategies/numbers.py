"""Strategies for amounts and their accuracy."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, localcontext
from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

_DIGITS = 60


@cache
def accuracies(*, low: int = -9, high: int = 6, exact: bool = True) -> SearchStrategy[int | None]:
    """Values for ``decimals``; None, which is exact, among them unless ``exact`` is false."""
    within = st.integers(low, high)
    return st.none() | within if exact else within


@cache
def amounts(*, digits: int = 12, places: int = 4) -> SearchStrategy[Decimal]:
    """Finite numbers of up to ``digits`` digits, up to ``places`` of them after the decimal mark."""
    coefficients = st.integers(-(10**digits) + 1, 10**digits - 1)
    shifted = st.tuples(coefficients, st.integers(0, places))
    return shifted.map(lambda drawn: Decimal(drawn[0]).scaleb(-drawn[1]))


def rounded(number: Decimal, decimals: int | None, *, half_up: bool = False) -> Decimal:
    """The number at an accuracy, as a release would print it.

    >>> rounded(Decimal("1250"), -2, half_up=True), rounded(Decimal("1250"), -2)
    (Decimal('1.3E+3'), Decimal('1.2E+3'))
    """
    if decimals is None:
        return number
    with localcontext() as context:
        context.prec = _DIGITS
        mode = ROUND_HALF_UP if half_up else ROUND_HALF_EVEN
        return number.quantize(Decimal(1).scaleb(-decimals), rounding=mode)
