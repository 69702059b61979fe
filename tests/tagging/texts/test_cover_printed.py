"""What every filing must say is tagged where the release prints it, and hidden only where it doesn't."""

from __future__ import annotations

import pytest

from xbrlgen import build

PAGE = """<html><body><p>{head}</p>
<p>Condensed Consolidated Statements of Operations (in thousands)</p>
<table><tr><td></td><td>Three Months Ended September 30, 2024</td></tr>
<tr><td>Revenue</td><td>1,301</td></tr><tr><td>Cost of revenue</td><td>301</td></tr>
<tr><td>Gross profit</td><td>1,000</td></tr></table></body></html>"""


def prints(head: str) -> dict[str, str]:
    """The print of each fact of the cover that is printed."""
    filing = build(PAGE.format(head=head).encode(), entity="1")
    shown = {placement.fact: placement.print for placement in filing.placements}
    return {
        fact.concept.name.local: shown[fact.id]
        for fact in filing.report.facts
        if fact.concept.name.prefix == "dei" and fact.id in shown
    }


def test_the_name_and_the_day_are_tagged_where_they_are_printed() -> None:
    head = "Marlow Instruments, Inc. told on May 3, 2024 of the quarter ended September 30, 2024"
    assert prints(head) == {
        "EntityRegistrantName": "Marlow Instruments, Inc.",
        "DocumentPeriodEndDate": "September 30, 2024",
    }


@pytest.mark.parametrize("print_", ["Sept. 30, 2024", "September 2024", "September 30, 20245"])
def test_what_is_no_print_of_the_day_is_not_taken_for_it(print_: str) -> None:
    head = f"Marlow Instruments, Inc. announced results for the quarter ended {print_}"
    assert prints(head)["DocumentPeriodEndDate"] == "September 30, 2024"  # of the table


def test_a_sentence_that_says_what_the_day_is_comes_first() -> None:
    head = (
        "On September 30, 2024 Marlow Instruments, Inc. met. Results of the quarter ended September 30, 2024"
    )
    filing = build(PAGE.format(head=head).encode(), entity="1")
    (fact,) = (one for one in filing.report.facts if one.concept.name.local == "DocumentPeriodEndDate")
    (placement,) = (one for one in filing.placements if one.fact == fact.id)
    assert filing.proved is not None
    text = filing.proved.document.sources[0].text
    assert text[: placement.place.start].endswith("quarter ended ")
