"""Fiscal years without a date beside their four quarters."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.reading.small_pages import read_one
from xbrlgen.model import Period
from xbrlgen.reading.statement import Statement

TITLE = "Quarterly Financial Data (in thousands)"


def quarters_and_year(first: int, year: int) -> Statement:
    """Four quarters from a month of a year on, and a column of the year that they add up to."""
    ends = [_month_end(year, first + 2 + 3 * at) for at in range(4)]
    heads = "|".join(f"{end:%B} {end.day}, {end.year}" for end in ends)
    amounts = {"Revenues, net": (6747, 7905, 9178, 5469), "Cost of revenues": (5569, 6627, 8232, 4473)}
    rows = [f"{label}|{'|'.join(map(str, parts))}|{sum(parts)}" for label, parts in amounts.items()]
    return read_one(TITLE, "\n".join([f"|Three Months Ended>4|\n|{heads}|Fiscal {ends[-1].year}", *rows]))


def _month_end(year: int, month: int) -> date:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, monthrange(year, month)[1])


@given(st.integers(1, 12), st.integers(1996, 2024))
def test_a_fiscal_year_that_its_quarters_add_up_to_ends_with_the_last(first: int, year: int) -> None:
    *quarters, whole = [column.period for column in quarters_and_year(first, year).columns]
    assert whole == Period.duration(date(year, first, 1), _month_end(year, first + 11))
    assert [each.end for each in quarters if each] == [
        _month_end(year, first + 2 + 3 * at) for at in range(4)
    ]


def test_three_months_ended_is_not_over_a_fiscal_year_beside_it() -> None:
    heads = "|Three Months Ended>2|\n|May 31, 2012|August 31, 2012|Fiscal 2012"
    statement = read_one(
        "Financial Data (in thousands)",
        f"{heads}\nRevenues, net|9,178|5,469|29,299\nGross loss|(54)|(304)|(602)",
    )
    assert [column.heading for column in statement.columns][-1] == "Fiscal 2012"
    assert statement.columns[-1].period != statement.columns[1].period


def test_quarter_ended_reaches_over_a_total_of_the_fiscal_year() -> None:
    heads = """|QUARTER ENDED>4|FISCAL
|MAY 4,|AUGUST 3,|NOVEMBER 2,|FEBRUARY 1,|2002
|2002|2002|2002|2003|TOTAL"""
    rows = """Net sales|129,334|104,157|144,357|154,011|531,859
Cost of goods sold|(76,169)|(66,045)|(86,844)|(87,955)|(317,013)"""
    statement = read_one(TITLE, f"{heads}\n{rows}")
    assert statement.columns[-1].period == Period.duration(date(2002, 2, 3), date(2003, 2, 1))
    assert not statement.columns[-1].doubt
