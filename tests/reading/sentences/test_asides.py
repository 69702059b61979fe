"""Figures in what stands between a measure and its verb, and what the figure behind the verb is of."""

from __future__ import annotations

import pytest

from tests.reading.sentences.test_prose import mentions
from xbrlgen.reading.statement import Basis


@pytest.mark.parametrize(
    ("text", "subject", "basis"),
    [
        ("Revenue (excluding $1.5 million of fees) was $8.1 million.", "Revenue", Basis.ADJUSTED),
        ("Revenue, excluding $1.5 million of fees, was $8.1 million.", "Revenue", Basis.ADJUSTED),
        ("Revenue (net of $1.5 million in rebates) totaled $8.1 million.", "Revenue", Basis.REPORTED),
        ("Revenue (which includes $1.5 million of fees) was $8.1 million.", "Revenue", Basis.REPORTED),
        ("Net income, including a gain of $1.5 million, was $8.1 million.", "Net income", Basis.REPORTED),
        ("Net income, after a charge of $1.5 million, was $8.1 million.", "Net income", Basis.REPORTED),
        (
            "Net income, which included a gain of $1.5 million, rose to $8.1 million.",
            "Net income",
            Basis.REPORTED,
        ),
        ("Revenue for the quarter (up from $7.4 million) was $8.1 million.", "Revenue", Basis.REPORTED),
    ],
)
def test_a_figure_behind_an_aside_is_of_what_stands_before_it(text: str, subject: str, basis: Basis) -> None:
    inside, behind = mentions(text)
    assert (behind.subject, behind.basis, behind.doubt) == (subject, basis, "")
    assert inside.subject != subject or inside.doubt


def test_an_amount_per_share_goes_on_behind_an_aside() -> None:
    *inside, income, share = mentions(
        "Net income (including charges of $1.5 million, or $0.04 per share) was $8.1 million, "
        "or $0.20 per diluted share."
    )
    assert [each.subject for each in inside] == ["charges", "charges per share"]
    assert (income.subject, share.subject) == ("Net income", "Net income per diluted share")


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("The company had $9.1 million in cash and $2.4 million in debt.", ["cash", "debt"]),
        ("We had $9.1 million of cash and $2.4 million of debt.", ["cash", "debt"]),
        ("We had $9.1 million in cash, and $2.4 million in long-term debt.", ["cash", "long-term debt"]),
        ("The company had 1,200 stores and $9.1 million in inventory.", ["stores", "inventory"]),
        ("We had cash of $9.1 million, and total debt of $2.4 million.", ["cash", "total debt"]),
    ],
)
def test_an_amount_in_something_is_of_that(text: str, subjects: list[str]) -> None:
    assert [each.subject for each in mentions(text)] == subjects


@pytest.mark.parametrize(
    "text",
    [
        "Revenue for the quarter (up from $7.4 million) was $8.1 million.",
        "Revenue for the quarter, up from $7.4 million, was $8.1 million.",
        "Revenue for the quarter (which is down from $9.4 million) was $8.1 million.",
    ],
)
def test_what_a_measure_is_up_from_is_of_no_time_that_is_told(text: str) -> None:
    earlier, now = mentions(text)
    assert earlier.doubt
    assert not now.doubt
