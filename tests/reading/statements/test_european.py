"""Points that part thousands and commas before decimals, where the document is so and only there."""

from __future__ import annotations

from decimal import Decimal

import pytest

from xbrlgen.reading import read
from xbrlgen.reading.document import Document

_HEAD = (
    "Nordlys Windkraft AG\n\nConsolidated income statement\n\n(thousands of euros, except per share data)\n\n"
)
_ROWS = (
    "| | Six months ended June 30, 2012 | Six months ended June 30, 2011 |\n|---|---|---|\n"
    "| Revenue | 412.610 | 380.640 |\n| Cost of sales | (290.118) | (271.330) |\n"
    "| Gross profit | 122.492 | 109.310 |\n"
    "| Administrative expenses | (28.330) | (27.011) |\n| Profit for the period | 94.162 | 82.299 |\n"
)


def _revenue(document: Document) -> tuple[Decimal | None, str]:
    entry = document.statements[0].entries[0]
    return entry.value, entry.doubt


@pytest.mark.parametrize(
    "row", ["| Earnings per share (in Euro) | 1,12 | 0,89 |\n", "\nRevenue rose by 8,4%.\n"]
)
def test_a_decimal_comma_tells_what_points_are_where_nothing_speaks_against_it(row: str) -> None:
    assert _revenue(read(_HEAD + _ROWS + row)) == (Decimal(412610000), "")


def test_thousands_parted_by_blanks() -> None:
    text = _HEAD + _ROWS.replace(".", " ") + "| Earnings per share (in Euro) | 1,12 | 0,89 |\n"
    document = read(text)
    assert _revenue(document) == (Decimal(412610000), "")
    assert document.statements[0].entries[-2].value == Decimal("1.12")


def test_without_a_decimal_comma_such_points_are_in_doubt() -> None:
    value, doubt = _revenue(read(_HEAD + _ROWS))
    assert value == Decimal(412610)
    assert "parts thousands" in doubt


def test_a_decimal_point_in_a_table_speaks_against_it() -> None:
    row = "| Earnings per share (in Euro) | 1.12 | 0.89 |\n\nSee pages 3,4.\n"
    assert _revenue(read(_HEAD + _ROWS + row))[0] == Decimal(412610)
