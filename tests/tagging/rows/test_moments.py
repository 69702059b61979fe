"""What stands at a moment in tables whose columns are stretches of time, and its neighbours that don't."""

from __future__ import annotations

import pytest

from tests.proving.building import Q3, Q3_BEFORE, statement
from tests.tagging.making import facts_at, filed
from xbrlgen.reading.statement import StatementKind
from xbrlgen.tagging.rows.moments import at_moment

METRICS = StatementKind.METRICS


@pytest.mark.parametrize(
    ("label", "section", "is_balance"),
    [
        ("Total assets", (), True),
        ("Shareholders' equity", ("Selected Financial Data",), True),
        ("Book value per share", (), True),
        ("Restricted cash", (), True),
        ("Loans", ("Period End Balances",), True),
        ("Common equity tier 1 ratio", (), True),
        ("Tier 1 leverage ratio", (), True),
        ("Total risk-based capital ratio", (), True),
        ("Net charge-off ratio", (), False),
        ("Average total assets", (), False),
        ("Total assets", ("Average balances",), False),
        ("Return on average equity", (), False),
        ("Change in total deposits", (), False),
        ("Net income", (), False),
        ("Loans", ("Interest income",), False),
        ("Assets under management", (), True),
        ("Assets under management fees", (), False),
        ("Net new assets under management", (), False),
        ("Net flows", ("Assets under management",), False),
        ("Net income", ("Net debt to adjusted EBITDA",), False),
        ("Units", ("Backlog",), True),
        ("Real estate owned", (), True),
        ("Real estate", (), False),
        ("Policies in force", (), True),
        ("Sales force", (), False),
        ("Purchase obligations", (), True),
        ("Payments on finance lease obligations", (), False),
        ("Year-end headcount", (), True),
        ("Year-end bonuses", (), False),
    ],
)
def test_words_that_name_a_balance(label: str, section: tuple[str, ...], is_balance: bool) -> None:
    assert at_moment(label, section) is is_balance


def test_a_balance_among_highlights_is_for_the_end_of_the_column() -> None:
    rows = [
        ("Net income", "1,490", "1,388"),
        ("Total assets", "361,820", "345,502"),
        ("Assets under care", "7,001", "6,502"),
        ("Balance sheet data:",),
        ("Vaulted coins", "522", "490"),
    ]
    found = facts_at(filed(statement(METRICS, [Q3, Q3_BEFORE], rows), year=2013))
    assert [fact.period.end for fact in found["361,820"]] == [Q3.end]
    assert all(fact.period.is_instant for fact in (*found["361,820"], *found["345,502"], *found["522"]))
    assert all(fact.period.is_duration for fact in (*found["1,490"], *found["7,001"]))
