"""Strategies for releases: statements that add up, printed in any format with chosen traps."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from hypothesis import assume
from hypothesis import strategies as st

from xbrlgen.model import Fact
from xbrlgen.testing.printing import FORMS, TRAPS, Release, printed_release
from xbrlgen.testing.strategies.networks import amount, statements

# Words of income statements, for rows whose place says nothing of what they are; the first is the total's.
LABELS: Final = (
    "Total operating expenses",
    "Research and development",
    "Sales and marketing",
    "General and administrative",
    "Restructuring charges",
    "Amortization of intangible assets",
    "Impairment of long-lived assets",
)


def _least(fact: Fact) -> Decimal:
    return Decimal(100).scaleb(-(fact.decimals or 0))


@st.composite
def releases(
    draw: st.DrawFn,
    *,
    forms: Sequence[str] = tuple(FORMS),
    traps: Sequence[str] = tuple(TRAPS),
    max_periods: int = 2,
) -> Release:
    """Releases of one statement; the simplest is an HTML page without traps.

    No number has one or two digits: a lone ``(1)`` in plain text could as well be a note.
    """
    case = draw(statements(accuracies=(-3, -6, 0), max_periods=max_periods, max_items=len(LABELS) - 1))
    assume(
        not any(0 < abs(fact.value) < _least(fact) for fact in case.facts if isinstance(fact.value, Decimal))
    )
    labels = {amount(f"Item{number}").name: label for number, label in enumerate(LABELS, 1)}
    chosen = draw(st.sets(st.sampled_from(traps))) if traps else set()
    return printed_release(case, labels, draw(st.sampled_from(forms)), chosen)
