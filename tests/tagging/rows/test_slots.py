"""Where in its statement a row stands."""

from __future__ import annotations

from xbrlgen.tagging.rows.slots import Walk


def walk(form: str, *labels: str) -> dict[str, str]:
    rows = [(label.rstrip(":"), (), label.endswith(":")) for label in labels]
    return dict(zip((label for label, _, _ in rows), Walk.over(form, rows).slots, strict=True))


def test_totals_divide_a_balance_sheet_that_has_no_headings() -> None:
    found = walk(
        "BS", "Cash", "Total current assets", "Goodwill", "Total assets", "Accounts payable",
        "Total current liabilities", "Other liabilities", "Total liabilities", "Common stock",
    )  # fmt: skip
    assert found["Cash"] == "current asset"
    assert found["Goodwill"] == "noncurrent asset"
    assert found["Accounts payable"] == "current liability"
    assert found["Other liabilities"] == "noncurrent liability"
    assert found["Common stock"] == "equity"


def test_an_unclassified_balance_sheet_has_plain_assets_and_liabilities() -> None:
    found = walk("BS", "Assets:", "Cash", "Total assets", "Liabilities:", "Deposits")
    assert (found["Cash"], found["Deposits"]) == ("asset", "liability")


def test_cash_paid_for_acquisitions_does_not_open_the_supplement() -> None:
    found = walk("CF", "Investing activities:", "Cash paid for acquisitions", "Purchases of equipment")
    assert found["Purchases of equipment"] == "investing"


def test_dividends_do_not_end_in_cash() -> None:
    found = walk("CF", "Financing activities:", "Cash dividends paid", "Repurchases of common stock")
    assert found["Repurchases of common stock"] == "financing"


def test_a_total_without_label_ends_the_section_it_stands_under() -> None:
    assets, liabilities = ("Current assets:",), ("Current liabilities:",)
    rows = [
        (assets[0], (), True), ("Cash", assets, False), ("", assets, False), ("Investments", (), False),
        (liabilities[0], (), True), ("Accounts payable", liabilities, False), ("", liabilities, False),
        ("Deferred revenue", (), False),
    ]  # fmt: skip
    found = dict(zip((label for label, _, _ in rows), Walk.over("BS", rows).slots, strict=True))
    assert found["Cash"] == "current asset"
    assert found["Investments"] == "noncurrent asset"
    assert found["Accounts payable"] == "current liability"
    assert found["Deferred revenue"] == "noncurrent liability"
