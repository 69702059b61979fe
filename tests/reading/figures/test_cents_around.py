"""Small amounts to the cent in tables of a scale: per share, doubted, or money; all is invented."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.reading.small_pages import printed, read_one
from xbrlgen.reading.statement import Kind

HEAD = "|Three Months Ended June 30,>2\n|2019|2018\n"


@pytest.mark.parametrize(
    ("caption", "rows", "label"),
    [
        ("(in millions)", "Net income|$31.2|$28.1\nCash dividends|$0.10|$0.09", "Cash dividends"),
        ("(in thousands)", "Net income|31,200|28,100\nDistributions|0.425|0.41", "Distributions"),
        ("(in thousands)", "Total equity|812,300|790,100\nBook value|23.41|22.90", "Book value"),
        ("(in thousands)", "Net income|3,120|2,810\nPrice range:\nHigh|25.10|24.05", "High"),
        ("(in millions)", "Net income|$31|$28\nEarnings|0.42|0.38", "Earnings"),
        ("(in millions)", "Dividends|$0.10|$0.09", "Dividends"),
        ("", "Net income|$3,120,400|$2,810,110\nCash dividends|$0.10|$0.09", "Cash dividends"),
    ],
)
def test_what_may_be_per_share_is_not_scaled_without_a_doubt(caption: str, rows: str, label: str) -> None:
    found = read_one(f"Highlights {caption}", HEAD + rows)
    assert printed(found, label).doubt


@pytest.mark.parametrize(
    ("rows", "label", "value"),
    [
        ("Revenue|4.12|3.98\nInterest income|0.10|0.08\nDividends|0.20|0.10", "Dividends", "200000"),
        ("Revenue|4.12|3.98\nInterest income|0.10|0.08\nNet income|0.42|0.3", "Interest income", "100000"),
        ("Net income|$31.2|$28.1\nDividends paid|0.1|0.2", "Dividends paid", "100000"),
        ("Dividends paid|$3.10|$2.95\nShare repurchases|$12.40|$3.10", "Dividends paid", "3100000"),
    ],
)
def test_what_has_the_decimals_of_all_other_money_is_money(rows: str, label: str, value: str) -> None:
    entry = printed(read_one("Highlights (in millions)", HEAD + rows), label)
    assert (entry.kind, entry.value, entry.doubt) == (Kind.MONEY, Decimal(value), "")


@pytest.mark.parametrize(
    ("unit", "before"),
    [("", "Diluted earnings per share|$0.42|$0.38\n"), (", except per share amounts", "")],
)
def test_dividends_behind_or_excepted_as_amounts_per_share_are_per_share(unit: str, before: str) -> None:
    rows = f"Revenue|$412|$398\nNet income|31|28\n{before}Cash dividends|$0.10|$0.09"
    entry = printed(read_one(f"Highlights (in millions{unit})", HEAD + rows), "Cash dividends")
    assert (entry.kind, entry.value, entry.doubt) == (Kind.PER_SHARE, Decimal("0.10"), "")


def test_rows_called_as_larger_ones_above_may_be_per_share() -> None:
    rows = "Net income|3,120|2,810\nAmortization|410|380\nNet income|0.42|0.38\nAmortization|0.05|0.04"
    found = read_one("Adjusted net income (in thousands)", HEAD + rows)
    assert [bool(entry.doubt) for entry in found.entries] == [False] * 4 + [True] * 4
