"""Numbers inside labels become the facts that the official balance sheet has in brackets."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from xbrlgen import build, validate
from xbrlgen.filing import Filing
from xbrlgen.reading.document import Outcome
from xbrlgen.writing import write

_COMMON = (
    "Common stock, $.01 par value; 90,000 shares authorized; 24,023 and 19,700 shares issued and outstanding"
)


def _filing(*stock: str) -> Filing:
    rows = (
        "|September 30, 2013|December 31, 2012",
        "Current assets:||",
        "Cash and cash equivalents|9,100|8,200",
        "Accounts receivable, net of allowance of $123 and $110|1,900|1,800",
        "Total current assets|11,000|10,000",
        "Total assets|11,000|10,000",
        "Accounts payable|3,000|2,000",
        *stock,
        "Retained earnings|7,976|7,980",
        "Total liabilities and stockholders’ equity|11,000|10,000",
    )
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row.split('|'))}</tr>" for row in rows)
    head = "<p>Consolidated Balance Sheets</p><p>(In thousands, except share data)</p>"
    return build(
        f"<html><body><p>Example Corporation</p>{head}<table>{cells}</table></body></html>", entity="1234567"
    )


def _said(filing: Filing, part: str) -> dict[tuple[str, object], str]:
    return {
        (fact.concept.name.local, fact.period.end): f"{fact.value:f}"
        for fact in filing.report.facts
        if part in fact.concept.name.local
    }


def test_each_number_is_a_fact_for_its_day_and_the_filing_is_valid(tmp_path: Path) -> None:
    filing = _filing(f"{_COMMON}|24|20")
    new, old = date(2013, 9, 30), date(2012, 12, 31)
    assert _said(filing, "CommonStock") == {
        ("CommonStockValue", new): "24000",
        ("CommonStockValue", old): "20000",
        ("CommonStockParOrStatedValuePerShare", new): "0.01",
        ("CommonStockParOrStatedValuePerShare", old): "0.01",
        ("CommonStockSharesAuthorized", new): "90000",
        ("CommonStockSharesAuthorized", old): "90000",
        ("CommonStockSharesIssued", new): "24023",
        ("CommonStockSharesIssued", old): "19700",
        ("CommonStockSharesOutstanding", new): "24023",
        ("CommonStockSharesOutstanding", old): "19700",
    }
    allowance = "AllowanceForDoubtfulAccountsReceivableCurrent"
    assert _said(filing, "Allowance") == {(allowance, new): "123000", (allowance, old): "110000"}
    write(filing, tmp_path)
    assert not validate(tmp_path).findings


def test_what_a_class_of_stock_has_is_not_the_whole() -> None:
    filing = _filing(
        f"{_COMMON.replace('Common', 'Class A common')}|14|10",
        f"{_COMMON.replace('Common', 'Class B common')}|10|10",
    )
    shares = [fact for fact in filing.report.facts if "CommonStockShares" in fact.concept.name.local]
    assert all(fact.dimensions for fact in shares)


def test_a_label_whose_numbers_are_doubted_is_left_with_the_reason() -> None:
    filing = _filing("Common stock, 24,023 shares issued|24|20")
    (verdict,) = [each for each in filing.verdicts if each.print == "24,023"]
    assert verdict.outcome is Outcome.UNMAPPED
    assert "one count for dates whose amounts differ" in verdict.reason
