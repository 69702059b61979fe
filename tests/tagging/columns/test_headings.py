"""What headings of columns say beside the period, one example a trap."""

from __future__ import annotations

import pytest

from xbrlgen.tagging.columns.headings import is_whole


@pytest.mark.parametrize(
    "heading",
    [
        "",
        "Total",
        "Total Company",
        "Grand Total",
        "Worldwide Total",
        "Consolidated",
        "GAAP",
        "Three Months Ended",
    ],
)
def test_the_whole_company_is_no_part_of_it(heading: str) -> None:
    assert is_whole(heading)


@pytest.mark.parametrize(
    "heading",
    ["Total Segments", "Total Reportable Segments", "Total operating segments", "Segment Total", "Retail"],
)
def test_all_segments_together_are_not_the_company(heading: str) -> None:
    assert not is_whole(heading)
