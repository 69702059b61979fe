"""Text blocks: tables that are one schedule of the year's taxonomy, and those that only look so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.writing.judging import Judge, standin_of
from xbrlgen import build
from xbrlgen.filing import Filing
from xbrlgen.writing import write

HEAD = """<html><body><p>Marlow Instruments, Inc. reports results for the quarter ended September 30, 2024</p>
<p>Condensed Consolidated Statements of Operations (in thousands)</p>
<table><tr><td></td>
<td>Three Months Ended September 30, 2024</td><td>Three Months Ended September 30, 2023</td></tr>
<tr><td>Revenue</td><td>1,301</td><td>1,200</td></tr><tr><td>Cost of revenue</td><td>301</td><td>300</td></tr>
<tr><td>Gross profit</td><td>1,000</td><td>900</td></tr></table>"""
COSTS = (
    ("Cost of revenue", 11, 10),
    ("Research and development", 22, 20),
    ("General and administrative", 7, 5),
)


def table(rows: tuple[tuple[str, int, int], ...], total: str) -> str:
    """A table of two quarters with a total."""
    heads = "".join(f"<td>Three Months Ended September 30, {year}</td>" for year in (2024, 2023))
    lines = [*rows, (total, sum(row[1] for row in rows), sum(row[2] for row in rows))]
    cells = "".join(f"<tr><td>{label}</td><td>{one:,}</td><td>{two:,}</td></tr>" for label, one, two in lines)
    return f"<table><tr><td></td>{heads}</tr>{cells}</table>"


def filing_with(*parts: str) -> Filing:
    """The filing of a release with tables below its statement."""
    return build(f"{HEAD}{''.join(parts)}</body></html>".encode(), entity="1")


def blocks(filing: Filing) -> dict[str, str]:
    """The text blocks of a filing."""
    return {
        fact.concept.name.local: str(fact.value)
        for fact in filing.report.facts
        if fact.concept.type == "textBlockItemType"
    }


STOCK = "<p>Stock-based compensation expense is as follows (in thousands):</p>"
TOTAL = "Total stock-based compensation"
ELEMENT = "ScheduleOfEmployeeServiceShareBasedCompensationAllocationOfRecognizedPeriodCostsTextBlock"


def test_a_table_of_stock_compensation_is_a_block_with_its_title() -> None:
    filing = filing_with(STOCK, table(COSTS, TOTAL))
    assert list(blocks(filing)) == [ELEMENT]
    value = blocks(filing)[ELEMENT]
    assert value.startswith("<p>Stock-based compensation expense")
    assert value.endswith("</table>")
    assert "ix:" not in value
    assert "Gross profit" not in value


@pytest.mark.parametrize(
    "title",
    [
        "<p>Non-GAAP stock-based compensation adjustments (in thousands):</p>",
        "<p>Stock-based compensation as a percent of revenue:</p>",
        "<p>Costs (in thousands):</p>",
    ],
)
def test_what_only_looks_like_a_schedule_is_none(title: str) -> None:
    assert blocks(filing_with(title, table(COSTS, "Total"))) == {}


def test_a_schedule_printed_in_two_tables_is_one_block(arelle: Judge, tmp_path: Path) -> None:
    other = (("Sales and marketing", 5, 4), ("Other expense", 3, 2))
    parts = (STOCK, table(COSTS, TOTAL), "<p>Page 9</p>", STOCK, table(other, TOTAL))
    filing = filing_with(*parts)
    value = blocks(filing)[ELEMENT]
    assert value.count("<table") == 2
    assert "Page 9" not in value
    written = write(filing, tmp_path / "out")
    verdict = arelle(written.paths[0], [standin_of(filing, tmp_path)])
    assert verdict.messages == ()
    assert value in {fact[3] for fact in verdict.facts}


def test_a_schedule_printed_twice_is_told_once() -> None:
    once, twice = (filing_with(*([STOCK, table(COSTS, TOTAL), "<p>x</p>"] * times)) for times in (1, 2))
    assert blocks(once) == blocks(twice)
