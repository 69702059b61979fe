"""Only what names a measure becomes a concept of the filer's own."""

from __future__ import annotations

import pytest

from xbrlgen.tagging.sentences.naming import is_no_name, named


@pytest.mark.parametrize(
    "subject",
    [
        "grew despite higher expenses",
        "cash dividends its",
        "finished in resulted in cash proceeds",
        "net profit would",
        "o net income",
        "to 89 days and still accruing as a percentage of total loans",
        "year, deposits",
        "vaccine, adjusted operational sales",
        "total cost",
        "rate",
        "shares",
        "tightens revenue guidance",
        "GAAP and adjusted tax rates to be",
        "related to one loan and charge-offs",
    ],
)
def test_a_piece_of_a_sentence_is_no_name(subject: str) -> None:
    assert is_no_name(subject)


@pytest.mark.parametrize(
    "subject",
    [
        "Revenue",
        "Net income",
        "Adjusted EBITDA",
        "Selling, general and administrative expenses",
        "Cash paid for interest, net of capitalized interest",
        "Remaining performance obligation",
        "Nonperforming assets as a percentage of total assets",
        "Cloud software-as-a-service revenues",
        "U.S. comparable sales",
        "Total C&I loans and leases",
        "Book value per share",
    ],
)
def test_a_measure_is_a_name(subject: str) -> None:
    assert not is_no_name(subject)


def test_capitals_and_growth_said_twice_are_no_part_of_a_name() -> None:
    assert named("NET REVENUES", grows=True) == "Net revenues"
    assert named("EBITDA", grows=True) == "EBITDA"
    assert named("Organic revenue growth", grows=True) == "Organic revenue"
    assert named("Revenue growth", grows=False) == "Revenue growth"
