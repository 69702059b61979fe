"""Years to date beside quarters tell by their size in which quarter the fiscal year is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.reading.small_pages import read_one
from xbrlgen.reading.statement import Statement

TITLE = "Consolidated Statements of Income"
SAID = "For the Periods Ended September 30, 2013 (in thousands)"
HEADS = "|Quarter Ended>2|Year To Date>2\n|2013|2012|2013|2012"
LABELS = ("Operating revenues", "Fuel", "Maintenance", "Depreciation", "Interest expense", "Net income")


def with_sizes(times: list[float]) -> Statement:
    rows = [_row(label, 10 * at, one) for at, (label, one) in enumerate(zip(LABELS, times, strict=True))]
    return read_one(TITLE, SAID, "\n".join([HEADS, *rows]))


def _row(label: str, more: int, factor: float) -> str:
    now, before = 101 + more, 99 + more
    return f"{label}|{now},000|{before},000|{_times(now, factor)}|{_times(before, factor)}"


def _times(quarter: int, factor: float) -> str:
    return f"{round(quarter * factor)},000"


def first_days(statement: Statement) -> list[str]:
    return [str(column.period.start) if column.period else "" for column in statement.columns]


def test_three_times_a_quarter_is_nine_months() -> None:
    statement = with_sizes([3.1, 2.8, 3.0, 3.0, 2.9, 3.3])
    assert first_days(statement) == ["2013-07-01", "2012-07-01", "2013-01-01", "2012-01-01"]
    assert not any(column.doubt for column in statement.columns)


def test_twice_a_quarter_is_half_a_year_that_began_in_april() -> None:
    assert first_days(with_sizes([2.1, 1.9, 2.0, 2.0, 1.9, 2.2]))[2:] == ["2013-04-01", "2012-04-01"]


def test_sizes_that_tell_nothing_leave_the_length_in_doubt() -> None:
    statement = with_sizes([1.1, 1.2, 1.0, 1.1, 1.0, 1.3])
    assert [bool(column.doubt) for column in statement.columns] == [False, False, True, True]


@given(st.integers(2, 4), st.lists(st.floats(-0.3, 0.3), min_size=6, max_size=6))
def test_the_first_day_is_as_many_quarters_back_as_the_lines_are_quarters(
    count: int, noise: list[float]
) -> None:
    statement = with_sizes([count + each for each in noise])
    month = (10 - 3 * count - 1) % 12 + 1
    assert first_days(statement)[2] == f"{2013 if count < 4 else 2012}-{month:02}-01"
