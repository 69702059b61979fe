"""Statements of equity: components over columns, periods in rows."""

from __future__ import annotations

from decimal import Decimal

import pytest

from xbrlgen import read
from xbrlgen.filing import Filing
from xbrlgen.proving import prove
from xbrlgen.tagging import tag

_HEADS = """
<tr><td></td><td colspan=2>Common Stock</td><td>Additional Paid-in Capital</td>
<td>Accumulated Other Comprehensive Loss</td><td>Retained Earnings</td><td>Treasury Stock</td>
<td>Total Stockholders' Equity</td></tr>
<tr><td></td><td>Shares</td><td>Amount</td><td></td><td></td><td></td><td></td><td></td></tr>"""
_ROWS = """
Balance at December 31, 2022|52,310|$523|$210,400|$(3,210)|$88,900|$(12,000)|$284,613
Net income|-|-|-|-|31,250|-|31,250
Other comprehensive income|-|-|-|640|-|-|640
Stock-based compensation|-|-|9,870|-|-|-|9,870
Exercise of stock options|410|4|5,120|-|-|-|5,124
Repurchase of common stock|(600)|-|-|-|-|(18,400)|(18,400)
Cash dividends declared|-|-|-|-|(10,450)|-|(10,450)
Balance at December 31, 2023|52,120|$527|$225,390|$(2,570)|$109,700|$(30,400)|$302,647"""


@pytest.fixture(scope="module")
def filing() -> Filing:
    rows = (line.split("|") for line in _ROWS.strip().splitlines())
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    title = (
        "<p>Willow Peak Inc.</p><p>CONSOLIDATED STATEMENTS OF STOCKHOLDERS' EQUITY</p><p>(in thousands)</p>"
    )
    page = f"<html><body>{title}<table>{_HEADS}{body}</table></body></html>"
    return tag(prove(read(page.encode())))


@pytest.mark.parametrize(
    ("printed", "concept", "value", "period", "members"),
    [
        ("$523", "StockholdersEquity", "523000", "2022-12-31", "CommonStockMember"),
        (
            "$(2,570)",
            "StockholdersEquity",
            "-2570000",
            "2023-12-31",
            "AccumulatedOtherComprehensiveIncomeMember",
        ),
        ("$302,647", "StockholdersEquity", "302647000", "2023-12-31", ""),
        (
            "5,124",
            "StockIssuedDuringPeriodValueStockOptionsExercised",
            "5124000",
            "2023-01-01 to 2023-12-31",
            "",
        ),
    ],
)
def test_amounts_have_the_period_of_their_row_and_the_member_of_their_column(
    filing: Filing, printed: str, concept: str, value: str, period: str, members: str
) -> None:
    facts = {fact.id: fact for fact in filing.report.facts}
    fact = next(facts[one.fact] for one in filing.placements if one.print == printed)
    said = [str(getattr(member, "member", "")).partition(":")[2] for member in fact.dimensions]
    assert (fact.concept.name.local, str(fact.period), " ".join(said)) == (concept, period, members)
    assert fact.value == Decimal(value)


def test_what_is_taken_off_is_a_positive_fact(filing: Filing) -> None:
    values = {fact.concept.name.local: fact.value for fact in filing.report.facts if not fact.dimensions}
    assert values["StockRepurchasedDuringPeriodValue"] == Decimal(18_400_000)
    assert values["DividendsCommonStock"] == Decimal(10_450_000)


def test_dashes_and_counts_of_shares_are_no_facts(filing: Filing) -> None:
    kinds = {verdict.kind for verdict in filing.verdicts if verdict.print in ("-", "52,310", "410")}
    assert kinds == {"no-component", "share-column"}
