"""Strategies for releases: statements that add up, printed in any format with chosen traps."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from attrs import evolve
from hypothesis import strategies as st

from xbrlgen.model import Fact, QName
from xbrlgen.testing.cases import Case
from xbrlgen.testing.parts import TRAPS
from xbrlgen.testing.printing import FORMS, Release, printed_release
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
FLOWS: Final = (
    "Net cash provided by operating activities",
    "Depreciation and amortization",
    "Stock-based compensation",
    "Deferred income taxes",
    "Accounts receivable",
    "Inventories",
    "Accounts payable",
)
ASSETS: Final = (
    "Total assets",
    "Cash and cash equivalents",
    "Accounts receivable, net",
    "Property and equipment, net",
    "Goodwill",
    "Intangible assets, net",
    "Other assets",
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
    max_statements: int = 1,
) -> Release:
    """Releases of a statement, or of up to three; the simplest is an HTML page of one without traps.

    No number has one or two digits: a lone ``(1)`` in plain text could as well be a note.
    """
    words = (LABELS, FLOWS, ASSETS)[: draw(st.integers(1, max_statements)) if max_statements > 1 else 1]
    (first, labels), *more = [(draw(_printable(max_periods)), _named(each)) for each in words]
    chosen = draw(st.sets(st.sampled_from(traps))) if traps else set()
    return printed_release(first, labels, draw(st.sampled_from(forms)), chosen, more)


def _named(labels: Sequence[str]) -> dict[QName, str]:
    return {amount(f"Item{number}").name: label for number, label in enumerate(labels, 1)}


@st.composite
def _printable(draw: st.DrawFn, max_periods: int) -> Case:
    case = draw(statements(accuracies=(-3, -6, 0), max_periods=max_periods, max_items=len(LABELS) - 1))
    short = any(0 < abs(fact.value) < _least(fact) for fact in case.facts if isinstance(fact.value, Decimal))
    return evolve(case, facts=tuple(map(_longer, case.facts))) if short else case


def _longer(fact: Fact) -> Fact:
    """The fact with two digits more, which all of a statement can have and still add up."""
    return evolve(fact, value=fact.value * 100) if isinstance(fact.value, Decimal) else fact
