"""Headed prose that is a note of the taxonomy is a text block; other prose isn't."""

from __future__ import annotations

import pytest

from xbrlgen import build
from xbrlgen.filing import Filing

_PAGE = """<html><body><p><b>Larkspur Devices, Inc. announces its quarter ended June 30, 2024</b></p>
<p><b>Condensed Consolidated Statements of Operations (in thousands)</b></p>
<table><tr><td></td><td>Three Months Ended June 30, 2024</td><td>Six Months Ended June 30, 2024</td></tr>
<tr><td>Revenue</td><td>1,301</td><td>2,602</td></tr><tr><td>Cost of revenue</td><td>301</td><td>602</td></tr>
<tr><td>Gross profit</td><td>1,000</td><td>2,000</td></tr></table>
<p><b>{heading}</b></p><p>{prose}</p><p>More of the same is said in a second paragraph of this note.</p>
<p><b>Contacts</b></p><p>Ask the people at Larkspur Devices whatever it is that you would like to be told.</p>
</body></html>"""
_PROSE = "The statements are unaudited and have been made as those of the last annual report were made."


def blocks_of(heading: str, prose: str = _PROSE) -> dict[str, str]:
    """The text blocks of a release with a headed note."""
    filing = build(_PAGE.format(heading=heading, prose=prose).encode())
    return {
        fact.concept.name.local: str(fact.value)
        for fact in filing.report.facts
        if fact.concept.type == "textBlockItemType"
    }


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Basis of Presentation", "BasisOfAccountingPolicyPolicyTextBlock"),
        ("Note 1. Basis of Presentation:", "BasisOfAccountingPolicyPolicyTextBlock"),
        ("(2) Use of Estimates", "UseOfEstimates"),
        ("3. REVENUE RECOGNITION", "RevenueFromContractWithCustomerPolicyTextBlock"),
        ("Subsequent Events", "SubsequentEventsTextBlock"),
    ],
)
def test_a_heading_that_is_the_name_of_a_note_makes_a_text_block(heading: str, name: str) -> None:
    found = blocks_of(heading)
    assert list(found) == [name]
    assert "second paragraph" in found[name]
    assert "Ask the people" not in found[name]


@pytest.mark.parametrize(
    "heading", ["About Non-GAAP Measures", "Basis of Presentation and Outlook", "Recent Events", "Revenue"]
)
def test_other_headings_make_none(heading: str) -> None:
    assert blocks_of(heading) == {}


def test_a_line_without_a_sentence_is_no_note() -> None:
    page = _PAGE.format(heading="Use of Estimates", prose="See below.")
    page = page.replace("More of the same is said in a second paragraph of this note.", "No more.")
    filing = build(page.encode())
    assert not [fact for fact in filing.report.facts if fact.concept.type == "textBlockItemType"]


def test_its_fact_is_for_the_longest_period_that_ends_with_the_reports() -> None:
    filing: Filing = build(_PAGE.format(heading="Use of Estimates", prose=_PROSE).encode())
    (fact,) = [fact for fact in filing.report.facts if fact.concept.type == "textBlockItemType"]
    assert str(fact.period) == "2024-01-01 to 2024-06-30"
    assert filing.roles[-1].definition.endswith("Disclosure - Accounting Policies (Policies)")
