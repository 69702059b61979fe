"""Rows printed again: known by their words and figures, not by figures that are equal by chance."""

from __future__ import annotations

import pytest

from xbrlgen import build

RELEASE = """<html><body><p>Fenwick Bearings Corporation</p><p>CONSOLIDATED STATEMENTS OF OPERATIONS</p>
<p>(in millions)</p><table><tr><td></td><td colspan="2">Three Months Ended September 30,</td></tr>
<tr><td></td><td>2013</td><td>2012</td></tr><tr><td>Net sales</td><td>$90</td><td>$80</td></tr>
<tr><td>Cost of goods sold</td><td>50</td><td>45</td></tr>
<tr><td>Gross profit</td><td>40</td><td>35</td></tr>
<tr><td>Selling expenses</td><td>20</td><td>18</td></tr>
<tr><td>Operating income</td><td>20</td><td>17</td></tr></table>
<p>SUPPLEMENTAL DATA</p><p>(in millions of dollars)</p><table>
<tr><td></td><td colspan="2">Three Months Ended September 30,</td></tr>
<tr><td></td><td>2013</td><td>2012</td></tr>
<tr><td>{0}</td><td>$50</td><td>$45</td></tr><tr><td>Pumps</td><td>39</td><td>36</td></tr></table></body></html>"""


@pytest.mark.parametrize(
    ("label", "concepts"),
    [
        ("Goods sold", {"CostOfGoodsAndServicesSold"}),
        ("Valves", {"CostOfGoodsAndServicesSold", "Valves"}),
    ],
)
def test_two_equal_amounts_of_few_digits_make_no_row_another(label: str, concepts: set[str]) -> None:
    filing = build(RELEASE.format(label).encode())
    facts = (fact for fact in filing.report.facts if fact.value in {50_000_000, 45_000_000})
    assert {fact.concept.name.local for fact in facts} == concepts


def test_two_equal_amounts_of_many_digits_make_it_another() -> None:
    """Other figures of the row, of which there are few digits, don't matter."""
    page = RELEASE.format("Valves").replace(">50<", ">5,012<").replace(">45<", ">4,513<")
    page = page.replace("$50<", "$5,012<").replace("$45<", "$4,513<")
    facts = (fact for fact in build(page.encode()).report.facts if fact.value == 5_012_000_000)
    assert {fact.concept.name.local for fact in facts} == {"CostOfGoodsAndServicesSold"}
