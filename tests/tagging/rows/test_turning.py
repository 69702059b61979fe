"""A part isn't what is left of its total: sums found the wrong way round are turned."""

from __future__ import annotations

import pytest

from xbrlgen import build
from xbrlgen.filing import Filing

_TITLE = "Larkspur Devices, Inc.\n\n**Supplemental Revenue Analysis**\n\n(in millions)\n\n"
_HEAD = "| | Three Months Ended June 30, 2024 | Three Months Ended June 30, 2023 |\n|---|---|---|\n"


def sums_of(*rows: str) -> set[tuple[str, tuple[tuple[int, str], ...]]]:
    """The sums of the calculation trees, by labels."""
    filing = build((_TITLE + _HEAD + "".join(f"| {row} |\n" for row in rows)).encode())
    return {
        (
            _label(filing, claim.total.local),
            tuple((arc.weight, _label(filing, arc.child.local)) for arc in claim.arcs),
        )
        for role in filing.roles
        for claim in role.sums
    }


def _label(filing: Filing, local: str) -> str:
    return next(texts[0][1] for name, texts in filing.labels.items() if name.local == local)


@pytest.mark.parametrize("whole", ["Total hardware revenues", "Data center"])
def test_a_total_above_its_parts_is_their_sum(whole: str) -> None:
    found = sums_of(f"{whole} | 1,467 | 1,435", "Server products | 871 | 849", "Server support | 596 | 586")
    assert found == {(whole, ((1, "Server products"), (1, "Server support")))}


def test_what_is_left_when_costs_are_taken_off_stays_a_difference() -> None:
    found = sums_of(
        "Total revenues | 1,467 | 1,435", "Cost of revenues | 871 | 849", "Gross profit | 596 | 586"
    )
    assert found == {("Gross profit", ((1, "Total revenues"), (-1, "Cost of revenues")))}
