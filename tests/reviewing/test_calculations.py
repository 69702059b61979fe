"""The sums of the filing on the review page: their columns, and what rounding doesn't explain."""

from __future__ import annotations

from decimal import Decimal

import attrs
import pytest

import xbrlgen
from tests.shared import ROOT
from xbrlgen.filing import Filing
from xbrlgen.model import Report
from xbrlgen.reviewing.calculations import calculations


@pytest.fixture(scope="module")
def filing() -> Filing:
    return xbrlgen.build(ROOT / "examples" / "exhibit" / "release.html")


def columns(filing: Filing) -> list[dict[str, str]]:
    return [column for sums in calculations(filing) for each in sums for column in each["columns"]]


def with_value(filing: Filing, identifier: str, more: int) -> Filing:
    facts = [
        attrs.evolve(fact, value=fact.value + more)
        if fact.id == identifier and isinstance(fact.value, Decimal)
        else fact
        for fact in filing.report.facts
    ]
    return attrs.evolve(filing, report=Report(facts))


def test_the_sums_of_a_sound_filing_are_not_off(filing: Filing) -> None:
    assert columns(filing)
    assert not [column for column in columns(filing) if column["off"]]


def test_a_total_that_rounding_does_not_explain_is_off_by_what_it_differs(filing: Filing) -> None:
    total = columns(filing)[0]["total"]
    spoiled = with_value(filing, total, 1_000_000)
    assert "1,000,000" in [column["off"] for column in columns(spoiled) if column["total"] == total]


def test_half_a_digit_of_each_number_is_rounding(filing: Filing) -> None:
    total = columns(filing)[0]["total"]
    rounded = with_value(filing, total, 900)  # the tables print thousands
    assert not [column for column in columns(rounded) if column["off"]]


def test_the_newest_period_comes_first(filing: Filing) -> None:
    periods = {fact.id: fact.period.end for fact in filing.report.facts}
    for each in (each for sums in calculations(filing) for each in sums):
        ends = [periods[column["total"]] for column in each["columns"]]
        assert ends == sorted(ends, key=str, reverse=True)
