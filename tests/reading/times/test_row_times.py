"""Rows that name their own period under a single column, one example a trap."""

from __future__ import annotations

import pytest

from tests.reading.small_pages import read_one

TITLE = (
    "Reconciliation of cash from operations for the six months ended June 30, 2013, to free cash flow for the"
    " quarter ended June 30, 2013"
)
ROWS = """|2013
|(In millions)
Cash provided by operating activities for the six months ended June 30, 2013|$102.1
Cash provided by operating activities for the quarter ended March 31, 2013|(28.4)
Additions to property for the three months ended June 30, 2013|(10.4)
Free cash flow for the quarter ended June 30, 2013|$63.3"""


def test_rows_that_name_their_period_have_it() -> None:
    statement = read_one(TITLE, ROWS)
    found = [str(row.period.start) if row.period else "" for row in statement.rows if not row.is_heading]
    assert found == ["2013-01-01", "2013-01-01", "2013-04-01", "2013-04-01"]
    assert not any(column.doubt for column in statement.columns)


def test_captions_of_two_lengths_date_no_moment() -> None:
    rows = "|2013\n|(In millions)\nCash provided by operating activities|$102.1\nCapital additions|(28.4)"
    (column,) = read_one(TITLE, f"{rows}\nFree cash flow|$73.7").columns
    assert column.period is None
    assert column.doubt == "the heading does not say how long the period is"


def test_rows_under_columns_of_their_own_keep_the_columns_periods() -> None:
    title = "Reconciliation of free cash flow (in millions)"
    heads = "|Three Months Ended June 30,>2\n|2013|2012"
    row = "Cash from operations for the six months ended June 30, 2013|1,102.1|1,098.5"
    statement = read_one(title, f"{heads}\n{row}\nCapital additions|(28.4)|(30.2)")
    assert not any(row.period for row in statement.rows)


@pytest.mark.parametrize("corner", ["Year", "Fiscal year", "Year ending December 31,"])
def test_years_as_rows_tell_no_length_of_their_columns(corner: str) -> None:
    """Payments to come by year are of no period that has been."""
    rows = f"{corner}|Amount\n2014|$12.0\n2015|15.0\n2016 and after|40.0\nThereafter|82.5\nTotal|$149.5"
    (column,) = read_one("Maturities of debt (in millions)", rows).columns
    assert column.period is None or column.doubt


@pytest.mark.parametrize("head", ["Gallons (millions)", "Tons", "Ounces (000s)", "Units sold"])
def test_a_column_of_quantities_beside_one_of_money_is_doubted(head: str) -> None:
    heads = f"|Three Months Ended June 30, 2013>2\n|Net sales (millions)|{head}"
    money, things = read_one("Sales by product", f"{heads}\nPaint|$212.4|41.2\nCoatings|300.5|60.1").columns
    assert not money.doubt
    assert things.doubt
