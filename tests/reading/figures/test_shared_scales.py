"""The scale of statements without a unit line of their own, one example a trap."""

from __future__ import annotations

from decimal import Decimal

from xbrlgen.reading import read
from xbrlgen.reading.document import Document
from xbrlgen.reading.statement import Entry, Kind

# A summary in thousands, far above statements that print every dollar and no unit line.
_SUMMARY = (
    "Results\nLakeshore Chat, Inc. reports for the quarter ended June 30, 2014.\n\n"
    "Key Operating Metrics (in thousands)\n\n"
    "| | Three Months Ended June 30, 2014 | Three Months Ended June 30, 2013 |\n|---|---|---|\n"
    "| Subscription revenue | $2,033 | $2,673 |\n| Advertising revenue | 1,088 | 1,095 |\n"
    "| Total revenues | 3,121 | 3,768 |\n\n"
)
_INCOME = (
    "Condensed Consolidated Statements of Operations\n\n"
    "| | Three Months Ended June 30, 2014 | Three Months Ended June 30, 2013 |\n|---|---|---|\n"
    "| Subscription revenue | $2,033,324 | $2,673,333 |\n| Advertising revenue | 1,087,910 | 1,094,606 |\n"
    "| Total revenues | 3,121,234 | 3,767,939 |\n| Total costs and expenses | 4,630,484 | 3,949,515 |\n"
    "| Net loss | $(1,509,250) | $(181,576) |\n"
)
_SHARES = (
    "| Net loss per share | $(0.16) | $(0.02) |\n"
    "| Weighted average shares outstanding | 9,227,307 | 9,222,157 |\n"
)
_BALANCE = (
    "\nCondensed Consolidated Balance Sheets\n\n| | June 30, 2014 | December 31, 2013 |\n|---|---|---|\n"
    "| Cash and cash equivalents | $12,056,085 | $13,568,049 |\n| Other assets | 9,620,716 | 10,319,219 |\n"
    "| Total assets | $21,676,801 | $23,887,268 |\n| Total liabilities | $4,313,920 | $3,752,581 |\n"
    "| Total stockholders' equity | 17,362,881 | 20,134,687 |\n"
    "| Total liabilities and stockholders' equity | $21,676,801 | $23,887,268 |\n"
)


def _entry(document: Document, label: str, statement: int) -> Entry:
    found = document.statements[statement]
    row = next(row for row in found.rows if row.label.startswith(label))
    entry = found.entry(row.index, 0)
    assert entry is not None
    return entry


def test_amounts_per_share_prove_that_the_unit_line_of_a_summary_is_not_for_the_statements() -> None:
    text = _SUMMARY.replace("2,033", "1,033").replace("3,121", "1,121") + _INCOME + _SHARES + _BALANCE
    document = read(text)
    assert _entry(document, "Net loss", 1).value == Decimal(-1509250)
    assert _entry(document, "Total assets", 2).value == Decimal(21676801)
    assert not _entry(document, "Total assets", 2).doubt


def test_the_digits_that_a_summary_leaves_out_prove_it_too() -> None:
    document = read(_SUMMARY + _INCOME + _BALANCE)
    assert [_entry(document, "Total revenues", at).value for at in (0, 1)] == [
        Decimal(3121000),
        Decimal(3121234),
    ]
    assert _entry(document, "Total assets", 2).value == Decimal(21676801)


def test_where_nothing_proves_it_the_unit_line_of_a_summary_is_a_doubt() -> None:
    changed = _SUMMARY.replace("2,033", "1,871").replace("1,088", "1,250").replace("1,095", "1,404")
    document = read(changed.replace("2,673", "2,364").replace("3,768", "3,771") + _INCOME)
    assert "another table" in _entry(document, "Net loss", 1).doubt


def test_the_unit_line_of_a_statement_is_for_the_others_as_it_was() -> None:
    text = _INCOME.replace("Operations\n", "Operations (in thousands)\n", 1) + _BALANCE
    document = read(text)
    assert _entry(document, "Total assets", 1).value == Decimal(21676801000)
    assert not _entry(document, "Total assets", 1).doubt


def test_small_amounts_right_behind_amounts_per_share_are_per_share() -> None:
    rows = (
        "| Loss per share from continuing operations | $(0.12) | $(0.01) |\n"
        "| Discontinued operations | (0.04) | (0.01) |\n"
        "| Available to common stockholders | $(0.16) | $(0.02) |\n"
        "| Weighted average shares outstanding | 9,227,307 | 9,222,157 |\n"
    )
    document = read(_INCOME + rows)
    assert _entry(document, "Available", 0).kind is Kind.PER_SHARE
    assert _entry(document, "Available", 0).value == Decimal("-0.16")
