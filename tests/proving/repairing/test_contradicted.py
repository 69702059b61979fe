"""Amounts that a ratio contradicts, where the other ratios of their row or column hold."""

from __future__ import annotations

import pytest

import xbrlgen
from tests.proving.repairing.test_misprints import POINTS, at, page, with_print
from xbrlgen.proving import prove
from xbrlgen.reading.document import Document

_GROWTH = [
    ("Net sales", "$27,692", "$26,485", "4.6%"),
    ("Gross profit", "15,753", "15,066", "4.6%"),
    ("Operating income", "9,237", "15,320", "(39.7%)"),
    ("Income before tax", "10,214", "16,117", "(36.6%)"),
    ("Net income", "7,547", "10,220", "(26.2%)"),
]


def _with_growth(now: str) -> Document:
    lines = (f"{label:<40}" + "".join(f"{cell:>12}" for cell in cells) for label, *cells in _GROWTH)
    years = f"{'':40}{2005:>12}{2004:>12}{'Change':>12}"
    head = f"Statements of Income\n(In thousands)\nYear Ended December 31,\n{years}"
    return xbrlgen.read("\n".join(["Wetherby Instruments, Inc.", head, *lines, ""]).replace("10,214", now))


def test_an_amount_per_share_that_is_not_the_earnings_over_the_shares_is_refused() -> None:
    proved = prove(page(with_print(POINTS, "$2.15", "$8.15")))
    assert proved.refusal(at(proved, "$8.15")) is not None


@pytest.mark.parametrize("near", ["$2.15", "$2.16", "$2.08"])
def test_what_rounding_or_another_count_of_shares_explains_stands(near: str) -> None:
    proved = prove(page(with_print(POINTS, "$2.15", near)))
    assert proved.refusal(at(proved, near)) is None


def test_amounts_between_which_the_printed_growth_is_not_are_refused() -> None:
    proved = prove(_with_growth("10,814"))
    assert proved.refusal(at(proved, "10,814")) is not None
    refusal = proved.refusal(at(proved, "16,117"))
    assert refusal is not None
    assert "the percent change between two columns" in refusal.reason


def test_they_stand_where_it_is() -> None:
    assert not prove(_with_growth("10,214")).refusals
