"""Rows of tables of segments: the concept that the face has for their name, with the part."""

from __future__ import annotations

from decimal import Decimal

from xbrlgen import build
from xbrlgen.model import Member

FACE = """<html><body><p>Fenwick Bearings Corporation</p><p>CONSOLIDATED STATEMENTS OF OPERATIONS</p>
<p>(in thousands)</p><table><tr><td></td><td colspan="2">Three Months Ended September 30,</td></tr>
<tr><td></td><td>2019</td><td>2018</td></tr><tr><td>Net sales</td><td>180,110</td><td>171,220</td></tr>
<tr><td>Cost of goods sold</td><td>120,010</td><td>115,110</td></tr>
<tr><td>Gross profit</td><td>60,100</td><td>56,110</td></tr>
<tr><td>Selling, general and administrative</td><td>40,190</td><td>38,120</td></tr>
<tr><td>Operating income</td><td>19,910</td><td>17,990</td></tr>
<tr><td>Income taxes</td><td>4,500</td><td>4,010</td></tr>
<tr><td>Net income</td><td>15,410</td><td>13,980</td></tr></table>"""
BY_COLUMN = """<p>SEGMENT INFORMATION</p><p>(in thousands)</p><table>
<tr><td></td><td colspan="2">Three Months Ended September 30, 2019</td></tr>
<tr><td></td><td>Industrial</td><td>Marine</td></tr>
<tr><td>Revenue</td><td>110,010</td><td>70,090</td></tr>
<tr><td>Operating income (loss)</td><td>23,110</td><td>(3,300)</td></tr>
<tr><td>Backlog</td><td>42,110</td><td>900</td></tr></table></body></html>"""
BY_HEADING = """<p>SEGMENT RESULTS</p><p>(in thousands)</p><table>
<tr><td></td><td colspan="2">Three Months Ended September 30,</td></tr>
<tr><td></td><td>2019</td><td>2018</td></tr>
<tr><td>{0}</td><td></td><td></td></tr><tr><td>Net sales</td><td>110,010</td><td>101,000</td></tr>
<tr><td>Operating income</td><td>14,110</td><td>12,000</td></tr>
<tr><td>{1}</td><td></td><td></td></tr><tr><td>Net sales</td><td>70,090</td><td>70,000</td></tr>
<tr><td>Operating income</td><td>9,100</td><td>9,000</td></tr></table></body></html>"""
SALES = "RevenueFromContractWithCustomerExcludingAssessedTax"


def parts(html: str) -> dict[tuple[str, str], Decimal]:
    """The latest amounts of parts, in thousands, by concept and member."""
    return {
        (fact.concept.name.local, dimension.member.local): fact.value / 1000
        for fact in build(html.encode()).report.facts
        for dimension in fact.dimensions
        if isinstance(dimension, Member) and isinstance(fact.value, Decimal)
        if fact.period.end and fact.period.end.year == 2019
    }


def test_rows_named_as_the_face_names_them_have_its_concepts_with_the_part_of_the_column() -> None:
    found = parts(FACE + BY_COLUMN)
    assert found[SALES, "IndustrialMember"] == Decimal(110_010)
    assert found["OperatingIncomeLoss", "MarineMember"] == Decimal(-3_300)
    assert found["Backlog", "MarineMember"] == Decimal(900)


def test_headings_below_which_the_same_rows_come_again_are_the_parts() -> None:
    found = parts(FACE + BY_HEADING.format("Industrial", "Aerospace"))
    assert found[SALES, "IndustrialMember"] == Decimal(110_010)
    assert found["OperatingIncomeLoss", "AerospaceMember"] == Decimal(9_100)


def test_headings_that_name_a_measure_are_no_parts() -> None:
    assert not parts(FACE + BY_HEADING.format("Net sales, products", "Net sales, services"))


def test_what_is_left_without_a_part_is_no_part() -> None:
    assert not parts(FACE + BY_HEADING.format("Industrial", "Excluding Industrial"))


def test_columns_that_lead_to_another_measure_are_no_parts_of_what_the_face_shows() -> None:
    found = parts(FACE + BY_COLUMN.replace("Industrial", "Currency impact").replace("Marine", "Organic"))
    assert not [concept for concept, _ in found if concept == SALES]


BY_CUSTOMER = """<p>SEGMENT INFORMATION</p><p>(in thousands)</p><table>
<tr><td></td><td colspan="3">Three Months Ended September 30, 2019</td></tr>
<tr><td></td><td>Industrial</td><td>Marine</td><td>Consolidated</td></tr>
<tr><td>External sales</td><td>110,010</td><td>70,100</td><td>180,110</td></tr>
<tr><td>Other sales</td><td>311</td><td>17</td><td>328</td></tr>
<tr><td>Total net sales</td><td>110,321</td><td>70,117</td><td>180,438</td></tr></table></body></html>"""


def test_what_is_sold_to_others_is_no_part_of_the_company() -> None:
    found = parts(FACE + BY_CUSTOMER)
    assert found["ExternalSales", "IndustrialMember"] == Decimal(110_010)
    assert "ExternalSalesMember" not in {member for _, member in found}
