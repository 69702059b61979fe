"""By what tables divide a company: segments, products, places; and what in them is no part at all."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from xbrlgen import build, validate
from xbrlgen.filing import Filing
from xbrlgen.model import Member
from xbrlgen.tagging.filer.extending import element_name
from xbrlgen.writing import write

FACE = """# Thornhill Gears, Inc. Reports Second Quarter 2023 Results

**Thornhill Gears, Inc.**
**CONSOLIDATED STATEMENTS OF OPERATIONS**
(in millions, except per share amounts)

|  | Three Months Ended June 30, | |
| --- | --- | --- |
|  | 2023 | 2022 |
| Net sales | 1,240 | 1,155 |
| Cost of sales | 868 | 820 |
| Gross profit | 372 | 335 |
| Selling, general and administrative expenses | 190 | 181 |
| Restructuring charges | 12 | 4 |
| Operating income | 170 | 150 |
| Income tax expense | 33 | 30 |
| Net income | 137 | 120 |
"""
SEGMENTS = """
**SEGMENT INFORMATION**
(in millions)

|  | Three Months Ended June 30, | |
| --- | --- | --- |
|  | 2023 | 2022 |
| Net sales: | | |
| Flow Control | 620 | 560 |
| Thermal Systems | 640 | 610 |
| Intersegment eliminations | (20) | (15) |
| Total net sales | 1,240 | 1,155 |
| Segment operating profit: | | |
| Flow Control | 112 | 98 |
| Thermal Systems | 94 | 83 |
| Total segment operating profit | 206 | 181 |
| Corporate expenses | (24) | (27) |
| Restructuring charges | (12) | (4) |
| Operating income | 170 | 150 |
"""


def parts(made: Filing, label: str) -> set[tuple[str, int, tuple[str, ...]]]:
    """The concept, value in millions and members of the latest figure of each row so called."""
    facts = {fact.id: fact for fact in made.report.facts}
    at = {placement.place: facts[placement.fact] for placement in made.placements}
    assert made.proved is not None
    found = set()
    for statement in made.proved.document.statements:
        for row in statement.rows:
            entry = statement.entry(row.index, 0)
            fact = at.get(entry.figure.place) if entry and row.label == label else None
            if fact is not None:
                members = tuple(
                    f"{one.axis.local}={one.member.local}"
                    for one in fact.dimensions
                    if isinstance(one, Member)
                )
                assert isinstance(fact.value, Decimal)
                found.add((fact.concept.name.local, int(fact.value) // 10**6, members))
    return found


REVENUE = "RevenueFromContractWithCustomerExcludingAssessedTax"


def test_revenue_in_a_table_of_segments_is_by_segment_under_whatever_heading() -> None:
    made = build(FACE + SEGMENTS)
    segment = "StatementBusinessSegmentsAxis=FlowControlMember"
    assert (REVENUE, 620, (segment,)) in parts(made, "Flow Control")
    eliminated = "ConsolidationItemsAxis=IntersegmentEliminationMember"
    assert parts(made, "Intersegment eliminations") == {(REVENUE, -20, (eliminated,))}


def test_segments_together_and_the_rest_of_the_company_are_items_of_consolidation() -> None:
    made = build(FACE + SEGMENTS)
    together, rest = "OperatingSegmentsMember", "CorporateNonSegmentMember"
    assert parts(made, "Total segment operating profit") == {
        ("OperatingIncomeLoss", 206, (f"ConsolidationItemsAxis={together}",))
    }
    assert parts(made, "Corporate expenses") == {
        ("OperatingIncomeLoss", -24, (f"ConsolidationItemsAxis={rest}",))
    }


def test_an_expense_that_reconciles_segments_is_no_segment() -> None:
    assert parts(build(FACE + SEGMENTS), "Restructuring charges") == {("RestructuringCharges", 12, ())}


def table(title: str, *labels: str) -> str:
    """A table of two parts that add up to net sales."""
    rows = zip(labels, ((740, 700), (500, 455)), strict=True)
    body = "\n".join(f"| {label} | {now} | {before} |" for label, (now, before) in rows)
    head = "|  | Three Months Ended June 30, | |\n| --- | --- | --- |\n|  | 2023 | 2022 |"
    return f"\n**{title}**\n(in millions)\n\n{head}\n{body}\n| Total net sales | 1,240 | 1,155 |\n"


@pytest.mark.parametrize(
    ("title", "labels", "axis", "member"),
    [
        ("NET SALES BY GEOGRAPHY", ("Americas", "EMEA"), "StatementGeographicalAxis", "AmericasMember"),
        ("DISAGGREGATED NET SALES", ("Europe", "Asia"), "StatementGeographicalAxis", "EuropeMember"),
        ("NET SALES", ("United States", "International"), "StatementGeographicalAxis", "US"),
        ("NET SALES", ("Domestic", "International"), "StatementGeographicalAxis", "DomesticMember"),
        ("NET SALES BY SEGMENT", ("Europe", "Asia"), "StatementBusinessSegmentsAxis", "EuropeSegmentMember"),
        (
            "NET SALES",
            ("Europe", "Gears North America"),
            "StatementBusinessSegmentsAxis",
            "EuropeSegmentMember",
        ),
    ],
)
def test_parts_of_the_world_divide_by_geography_but_where_they_are_segments(
    title: str, labels: tuple[str, str], axis: str, member: str
) -> None:
    assert parts(build(FACE + table(title, *labels)), labels[0]) == {(REVENUE, 740, (f"{axis}={member}",))}


def test_columns_that_are_countries_divide_by_geography() -> None:
    html = """<p>Thornhill Gears, Inc.</p>
    <p>CONSOLIDATED STATEMENTS OF OPERATIONS</p><p>(in millions)</p><table>
    <tr><td></td><td>Three Months Ended June 30, 2023</td></tr><tr><td>Net sales</td><td>1,240</td></tr>
    <tr><td>Cost of sales</td><td>868</td></tr><tr><td>Gross profit</td><td>372</td></tr>
    <tr><td>Income tax expense</td><td>33</td></tr><tr><td>Net income</td><td>339</td></tr></table>
    <p>NET SALES BY PRODUCT AND COUNTRY</p><p>(in millions)</p><table>
    <tr><td></td><td colspan="3">Three Months Ended June 30, 2023</td></tr>
    <tr><td></td><td>U.S.</td><td>International</td><td>Total</td></tr>
    <tr><td>Pumps</td><td>400</td><td>290</td><td>690</td></tr>
    <tr><td>Valves</td><td>340</td><td>210</td><td>550</td></tr>
    <tr><td>Net sales</td><td>740</td><td>500</td><td>1,240</td></tr></table>"""
    made = build(f"<html><body>{html}</body></html>".encode())
    assert parts(made, "Pumps") == {
        (REVENUE, 400, ("ProductOrServiceAxis=PumpsMember", "StatementGeographicalAxis=US"))
    }


def test_balances_of_what_moved_in_a_time_are_asked_for_by_name() -> None:
    moved = """
**ALLOWANCE**
(in millions)

|  | Three Months Ended June 30, | |
| --- | --- | --- |
|  | 2023 | 2022 |
| Balance at beginning of period | $407 | $375 |
| Additions | 15 | 8 |
| Balance at end of period | $422 | $383 |
"""
    made = build(FACE + moved)
    assert not parts(made, "Balance at beginning of period") | parts(made, "Balance at end of period")
    assert any("Balance at end of period" in one.message for one in made.findings)


@pytest.mark.parametrize("remark", ["(in thousands)", "($ in millions)", "(amounts in thousands)", "(000's)"])
def test_the_unit_of_numbers_is_no_part_of_a_name(remark: str) -> None:
    assert element_name(f"Adjusted EBITDA {remark}") == "AdjustedEBITDA"


def test_a_row_with_a_standard_name_is_not_named_after_its_neighbour() -> None:
    sold = """
**RECONCILIATION OF NET INCOME TO EBITDAX**
(in millions)

|  | Three Months Ended June 30, | |
| --- | --- | --- |
|  | 2023 | 2022 |
| Net income | 137 | 120 |
| Income tax expense | 33 | 30 |
| Exploration costs | 3 | 2 |
| EBITDAX | 173 | 152 |
"""
    named = {name for name, _, _ in parts(build(FACE + sold), "Exploration costs")}
    assert named == {"ExplorationCostsMeasure"}


def test_a_segment_under_several_measures_is_named_with_each() -> None:
    measures = """
**SEGMENT INFORMATION**
(in millions)

|  | Three Months Ended June 30, | |
| --- | --- | --- |
|  | 2023 | 2022 |
| Depreciation: | | |
| Flow Control | $18 | $17 |
| Thermal Systems | 14 | 13 |
| Capital expenditures: | | |
| Flow Control | $15 | $13 |
| Thermal Systems | 9 | 11 |
"""
    named = {name: value for name, value, _ in parts(build(FACE + measures), "Flow Control")}
    assert named == {"DepreciationFlowControl": 18, "CapitalExpendituresFlowControl": 15}


PLACES = """
**Net sales by geography**
(in millions)

|  | Three Months Ended June 30, | |
| --- | --- | --- |
|  | 2023 | 2022 |
| United States | 620 | 560 |
| China | 300 | 280 |
| Europe | 180 | 170 |
| Rest of world | 140 | 145 |
| Total net sales | 1,240 | 1,155 |
"""


@pytest.mark.parametrize(("year", "edition"), [(2009, "2009-01-31"), (2014, "2013-01-31"), (2023, "2023")])
def test_countries_are_members_of_the_list_that_goes_with_the_taxonomy(year: int, edition: str) -> None:
    facts = build((FACE + PLACES).encode(), year=year).report.facts
    members = {
        dimension.member for fact in facts for dimension in fact.dimensions if isinstance(dimension, Member)
    }
    listed = {member.local: member.namespace for member in members if member.prefix == "country"}
    assert set(listed) == {"US", "CN"}
    assert all(namespace.endswith(edition) for namespace in listed.values())


def test_the_rest_of_the_world_is_no_member_for_all_but_one_country() -> None:
    facts = build((FACE + PLACES).encode()).report.facts
    members = {
        dimension.member.local
        for fact in facts
        for dimension in fact.dimensions
        if isinstance(dimension, Member)
    }
    assert "RestOfWorldMember" in members
    assert "NonUsMember" not in members


def test_a_filing_with_members_for_countries_is_valid_with_stand_ins(tmp_path: Path) -> None:
    write(build((FACE + PLACES).encode(), year=2014, entity="0001234567"), tmp_path / "filing")
    assert not validate(tmp_path / "filing").findings
