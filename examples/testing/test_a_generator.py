"""A generator is tested by what it makes: every filing must be valid, whatever the numbers."""

from balance import balance_sheet
from hypothesis import given, settings
from hypothesis import strategies as st

from xbrlgen.testing.strategies import days

thousands = st.decimals(0, 10**9, places=0)


@settings(max_examples=10, deadline=None)
@given(cash=thousands, other=thousands, day=days())
def test_every_balance_sheet_adds_up(cash, other, day, filing_factory, assert_calculations):
    assert_calculations(filing_factory(balance_sheet(cash, other, day)))
