"""What the figures of a row look like by themselves: rates, amounts per share, whole counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from xbrlgen.figure_marks import CURRENCY_MARKS, HUNDREDTHS
from xbrlgen.figures import Figure


def numbers(figures: Iterable[tuple[int, Figure]]) -> list[Figure]:
    """The figures that are numbers, without dashes."""
    return [figure for _, figure in figures if figure.number is not None and not figure.is_dash]


def all_percent(figures: Sequence[tuple[int, Figure]]) -> bool:
    """Whether all numbers carry percent signs."""
    known = numbers(figures)
    return bool(known) and all(figure.is_percent for figure in known)


def has_mark(figures: Sequence[tuple[int, Figure]]) -> bool:
    """Whether a figure carries the mark of a currency."""
    return any(figure.mark in CURRENCY_MARKS for _, figure in figures)


def look_per_share(figures: Sequence[tuple[int, Figure]]) -> bool:
    """Whether amounts are printed to the cent and small, as per-share amounts are."""
    known = numbers(figures)
    in_cents = all(figure.places in {2, 3, 4} or figure.mark in HUNDREDTHS for figure in known)
    return bool(known) and in_cents and all(abs(figure.number or Decimal(0)) < 1000 for figure in known)


def mostly_look_per_share(figures: Sequence[tuple[int, Figure]]) -> bool:
    """Whether most amounts are printed as those per share are, and the others may have lost their point."""
    known = [(0, figure) for figure in numbers(figures)]
    pointed = [each for each in known if each[1].places > 1]
    return len(pointed) * 2 > len(known) and len(pointed) > 1 and look_per_share(pointed)


def look_whole(figures: Sequence[tuple[int, Figure]]) -> bool:
    """Whether amounts are printed without cents and are too large to be per share."""
    known = numbers(figures)
    # No company's income per share without cents is that large; counts of shares in millions often are.
    return bool(known) and all(
        figure.places <= 1
        and figure.mark not in HUNDREDTHS
        and figure.number is not None
        and abs(figure.number) >= 100
        for figure in known
    )


def look_like_rates(figures: Sequence[tuple[int, Figure]]) -> bool:
    """Whether numbers are as small, and printed with as many decimals, as rates in percent are."""
    known = numbers(figures)
    return bool(known) and all(
        figure.places > 0 and figure.number is not None and abs(figure.number) < _HIGHEST_RATE
        for figure in known
    )


def look_like_multiples(figures: Sequence[tuple[int, Figure]]) -> bool:
    """Whether rates are so small that they are times something, and no percentages of it."""
    return all(abs(figure.number or Decimal(0)) < _HIGHEST_MULTIPLE for figure in numbers(figures))


# Debt of twenty times what is earned is refused by those who lend.
_HIGHEST_MULTIPLE: Final = 20
# Ratios of banks (coverage of bad loans) reach 300%; amounts printed with decimals are larger, or marked.
_HIGHEST_RATE: Final = 300
