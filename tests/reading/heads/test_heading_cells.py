"""Which heading cells stand over which columns, one example a trap."""

from __future__ import annotations

from tests.reading.small_pages import read_one
from xbrlgen.reading.statement import Kind

UNITS = "(In thousands, except per share data)"
ROWS = """Net sales|1,870|2,081|1,968|2,385
Cost of sales|1,250|1,434|1,332|1,593
Expenses|1,530|1,301|1,306|1,802"""


def test_weeks_in_brackets_below_one_date_are_of_its_quarter_only() -> None:
    heads = (
        "|Quarter Ended>4\n|April 29, 2006|July 29, 2006|October 28, 2006|February 3, 2007\n||||(14 Weeks)"
    )
    statement = read_one("Statements of Income", UNITS, f"{heads}\n{ROWS}\nNet income|26|44|31|45")
    assert [str(column.period.start) for column in statement.columns if column.period] == [
        "2006-01-29",
        "2006-04-30",
        "2006-07-30",
        "2006-10-29",
    ]


def test_a_year_with_several_marks_is_a_year() -> None:
    heads = "|For the Years Ended December 31,>4\n|2003(1)|2002(2)|2001(2)(3)|2000 (2), (3)"
    statement = read_one("Statements of Income", UNITS, f"{heads}\n{ROWS}\nNet income|26|44|31|45")
    assert [str(column.period.end) for column in statement.columns if column.period] == [
        "2003-12-31",
        "2002-12-31",
        "2001-12-31",
        "2000-12-31",
    ]


def test_by_the_share_on_three_lines_is_a_unit_and_no_segment() -> None:
    heads = "|Year Ended December 31, 2008>2\n||Per\n||Weighted\n||Average\n|Dollars|Share"
    rows = "Income for shareholders|$51,798|$0.53\nDepreciation|42,597|\nFunds from operations|$94,395|$0.97"
    statement = read_one("Statement of Funds From Operations", UNITS, f"{heads}\n{rows}")
    assert [column.segment for column in statement.columns] == ["", ""]
    assert not any(column.doubt for column in statement.columns)
    assert [entry.kind for entry in statement.entries if entry.column == 1] == [Kind.PER_SHARE] * 2


def test_days_that_changes_are_from_say_nothing_of_the_calendar() -> None:
    days = "September 30, 2002|September 30, 2001|June 30, 2002|September 30, 2001"
    heads = f"|Three Months Ended>2|Change From>2\n|{days}"
    rows = "Revenues|$101,314|$106,974|(10.6%)|(5.3%)\nNet income|29,180|33,469|(10.1%)|(12.8%)"
    statement = read_one("Statements of Income", UNITS, f"{heads}\n{rows}")
    assert [str(column.period) for column in statement.columns[:2]] == [
        "2002-07-01 to 2002-09-30",
        "2001-07-01 to 2001-09-30",
    ]
    assert not any(column.doubt for column in statement.columns)
