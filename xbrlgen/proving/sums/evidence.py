"""How unlikely it is that numbers agree by chance, by which sums are told from coincidences.

An agreement in a column whose numbers reach ``m`` and whose rounding allows ``s`` either way happens by
chance about ``(2s + 1) / (2m + 1)`` of the time. Evidence is the logarithm of the inverse, added up over
columns; the number of forms that were tried, and how odd the form is, are taken off.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

ENOUGH: Final = 4.0
"""Evidence, a natural logarithm, after costs from which an identity is taken to be meant."""

FAILING: Final = 3.0
"""What each column costs in which a form does not hold."""


def agreement(reach: int, slack: int) -> float:
    """The evidence of one agreement."""
    return max(0.0, math.log((2 * abs(reach) + 1) / (2 * slack + 1)))


def column_evidence(values: Sequence[int], slack: int) -> float:
    """The evidence of one column in which these terms and their total agree.

    With fewer than three numbers other than nil it is no sum but a repetition, and says nothing.
    """
    told = [abs(value) for value in values if value]
    return agreement(max(told), slack) if len(told) > 2 else 0.0
