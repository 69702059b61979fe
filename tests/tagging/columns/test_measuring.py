"""Columns that say what is measured in each row: average balances and their interest, adjustments by kind."""

from __future__ import annotations

from decimal import Decimal

from xbrlgen import build
from xbrlgen.filing import Filing
from xbrlgen.reading.document import Outcome

AVERAGES = """<html><body><p>Teal Harbor Bancorp, Inc.</p><p>Average balances and rates</p>
<p>(dollars in thousands)</p><table>
<tr><td></td><td colspan="3">Three Months Ended June 30, 2022</td></tr>
<tr><td></td><td>{0}</td><td>{1}</td><td>Yield/Rate</td></tr>
<tr><td>Loans</td><td>804,210</td><td>9,110</td><td>4.53%</td></tr>
<tr><td>Securities</td><td>103,120</td><td>640</td><td>2.48%</td></tr>
<tr><td>Total loans and securities</td><td>907,330</td><td>9,750</td><td>4.30%</td></tr>
</table></body></html>"""

ADJUSTED = """<html><body><p>Sablewood Devices, Inc.</p><p>Reconciliation of GAAP to Non-GAAP results</p>
<p>(in thousands)</p><table><tr><td></td><td colspan="4">Three Months Ended June 30, 2022</td></tr>
<tr><td></td><td>GAAP</td><td>Stock-based compensation</td><td>Legal settlement</td><td>Non-GAAP</td></tr>
<tr><td>Research and development</td><td>3,120</td><td>(240)</td><td>-</td><td>2,880</td></tr>
<tr><td>General and administrative</td><td>2,210</td><td>(310)</td><td>(400)</td><td>1,500</td></tr>
</table></body></html>"""


def told(filing: Filing) -> dict[str, Decimal]:
    """The facts of amounts by the local name of their concept."""
    plain = (fact for fact in filing.report.facts if not fact.dimensions)
    return {fact.concept.name.local: fact.value for fact in plain if isinstance(fact.value, Decimal)}


def test_average_balances_and_their_interest_are_measures_of_their_row() -> None:
    facts = told(build(AVERAGES.format("Average Balance", "Interest").encode()))
    assert facts["LoansAverageBalance"] == 804_210_000
    assert facts["SecuritiesInterest"] == 640_000


def test_interest_is_a_measure_only_beside_average_balances() -> None:
    assert not told(build(AVERAGES.format("Harbor Segment", "Interest").encode()))


def test_an_average_is_of_its_time_though_its_row_is_of_moments() -> None:
    facts = build(AVERAGES.format("Average Balance", "Interest").encode()).report.facts
    assert not [
        fact for fact in facts if fact.concept.name.local.endswith("Balance") and fact.period.is_instant
    ]


def test_a_column_between_result_and_adjusted_result_is_an_adjustment() -> None:
    facts = told(build(ADJUSTED.encode()))
    assert facts["NonGaapAdjustmentOfGeneralAndAdministrativeLegalSettlement"] == -400_000
    assert facts["GeneralAndAdministrativeExpense"] == 2_210_000


def test_what_no_result_leads_to_is_a_part_that_nobody_knows() -> None:
    assert not [
        name for name in told(build(ADJUSTED.replace(">Non-GAAP<", ">Retail<").encode())) if "Legal" in name
    ]


SEGMENTS = """<html><body><p>Sablewood Devices, Inc.</p><p>Segment results</p>
<p>(in thousands)</p><table><tr><td></td><td colspan="4">Three Months Ended June 30, 2022</td></tr>
<tr><td></td><td>{0}</td><td>{1}</td><td>Depreciation</td><td>Total assets</td></tr>
<tr><td>Implants</td><td>5,003</td><td>1,204</td><td>310</td><td>41,212</td></tr>
<tr><td>Monitors</td><td>4,010</td><td>799</td><td>205</td><td>20,707</td></tr>
<tr><td>Total</td><td>9,013</td><td>2,003</td><td>515</td><td>61,919</td></tr></table></body></html>"""


def test_measures_of_segments_are_no_segments() -> None:
    filing = build(SEGMENTS.format("Net sales", "Operating income (loss)").encode())
    facts = told(filing)
    assert facts["ImplantsNetSales"] == 5_003_000
    assert facts["MonitorsOperatingIncomeLoss"] == 799_000
    assert not any(fact.dimensions for fact in filing.report.facts)


def test_what_segments_have_at_a_moment_is_nothing_of_the_time() -> None:
    filing = build(SEGMENTS.format("Net sales", "Operating income (loss)").encode())
    left = {verdict.print for verdict in filing.verdicts if verdict.outcome is Outcome.UNMAPPED}
    assert left == {"41,212", "20,707", "61,919"}


def test_columns_with_another_name_among_them_may_all_be_segments() -> None:
    filing = build(SEGMENTS.format("Surgery", "Diagnostics").encode())
    assert any(fact.dimensions for fact in filing.report.facts)
