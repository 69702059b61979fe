"""Rows of statistics that words like "revenue" or "sales" stand in, and that are counts all the same."""

from __future__ import annotations

from decimal import Decimal

import pytest

from xbrlgen import read
from xbrlgen.reading.statement import Entry

LEAD = """<p>Kestrel Brokerage Inc. today announced results for the quarter ended June 30, 2022.</p>
<p>Statements of Operations (in millions)</p><table><tr><td></td><td>Quarter ended June 30, 2022</td></tr>
<tr><td>Net revenues</td><td>$ 512.4</td></tr><tr><td>Operating expenses</td><td>400.0</td></tr>
<tr><td>Net income</td><td>$ 112.4</td></tr></table>"""


def row(label: str, figure: str, *, title: str = "Operating statistics") -> Entry:
    """The entry of a row of statistics, below one that is printed with a mark of money."""
    first = "<tr><td>Net new assets (in billions)</td><td>$ 41.2</td></tr>"
    rows = f"{first}<tr><td>{label}</td><td>{figure}</td></tr>"
    heads = "<tr><td></td><td>Quarter ended June 30, 2022</td></tr>"
    document = read(f"<html><body>{LEAD}<p>{title}</p><table>{heads}{rows}</table></body></html>")
    return document.statements[1].entries[-1]


@pytest.mark.parametrize(
    "label",
    [
        "Daily average revenue trades (thousands)",
        "Total trades (in millions)",
        "Tax returns prepared (thousands)",
        "Sales associates (thousands)",
        "Payment transactions (millions)",
        "Revenue carloads (thousands)",
        "Unit sales (thousands)",
        "Used vehicle sales (thousands)",
        "Sales orders (thousands)",
        "Revenue days (thousands)",
        "Equity volume (in millions)",
        "Futures contracts traded (thousands)",
    ],
)
def test_a_count_whose_label_speaks_of_money_is_no_amount_without_doubt(label: str) -> None:
    entry = row(label, "412")
    assert entry.unit != "USD" or entry.doubt


@pytest.mark.parametrize(
    "label",
    [
        "Home equity lines of credit (thousands)",
        "Cash collected (thousands)",
        "Sales returns (thousands)",
    ],
)
def test_an_amount_that_words_tell_stays_one(label: str) -> None:
    entry = row(label, "412")
    assert (entry.unit, entry.value, entry.doubt) == ("USD", Decimal(412_000), "")


@pytest.mark.parametrize("label", ["Total home sales", "Used vehicle sales"])
def test_sales_of_what_is_sold_by_the_piece_are_money_where_nothing_says_else(label: str) -> None:
    entry = row(label, "412.5", title="Sales by product (in millions)")
    assert (entry.unit, entry.doubt) == ("USD", "")


@pytest.mark.parametrize("label", ["Commission on trades ($ thousands)", "Equity trades ($000s)"])
def test_a_mark_in_the_label_tells_money(label: str) -> None:
    entry = row(label, "412")
    assert (entry.unit, entry.value, entry.doubt) == ("USD", Decimal(412_000), "")


def test_a_mark_at_the_figure_tells_money() -> None:
    entry = row("Daily average revenue trades (thousands)", "$ 412")
    assert (entry.unit, entry.doubt) == ("USD", "")
