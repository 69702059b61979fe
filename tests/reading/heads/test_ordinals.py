"""Columns headed by ordinals alone are quarters; a law and the trap it came from."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.reading.small_pages import read_one
from xbrlgen.reading.statement import Statement

TITLE = "Quarterly Financial Data"
ROWS = "Sales|1,610|2,040|1,980|5,630\nCost of sales|1,150|1,430|1,400|3,980\nNet income|173|176|62|411"


def periods(statement: Statement) -> list[str]:
    return [f"{each.period.start}..{each.period.end}" for each in statement.columns if each.period]


def test_ordinals_beside_a_year_to_date_are_its_quarters() -> None:
    heads = "(In millions)|First (a)|Second (a)|Third (a)|YTD (a)"
    statement = read_one(TITLE, "Year to Date September 30, 2017", f"{heads}\n{ROWS}")
    assert periods(statement) == [
        "2017-01-01..2017-03-31",
        "2017-04-01..2017-06-30",
        "2017-07-01..2017-09-30",
        "2017-01-01..2017-09-30",
    ]
    assert not any(column.segment or column.doubt for column in statement.columns)


@given(st.permutations(["First", "Second", "Third", "Fourth"]), st.sampled_from(["", " (a)", "*", "¹"]))
def test_ordinals_are_quarters_whatever_their_order_and_marks(words: list[str], mark: str) -> None:
    heads = "|".join(["(In millions)", *(word + mark for word in words)])
    statement = read_one(TITLE, "Year Ended December 31, 2016", f"{heads}\n{ROWS}")
    ends = {"First": "03-31", "Second": "06-30", "Third": "09-30", "Fourth": "12-31"}
    follow = [abs(one - two) == 1 for one, two in zip(*_counts(words), strict=True)]
    if all(before or after for before, after in zip([False, *follow], [*follow, False], strict=True)):
        found = [str(column.period.end) for column in statement.columns if column.period]
        assert found == [f"2016-{ends[word]}" for word in words]


def _counts(words: list[str]) -> tuple[list[int], list[int]]:
    counts = [["First", "Second", "Third", "Fourth"].index(word) for word in words]
    return counts[:-1], counts[1:]


def test_an_ordinal_alone_counts_no_quarter() -> None:
    heads = "(In millions)|First|Other"
    rows = "Loans|1,610|2,040\nLeases|1,150|1,430"
    statement = read_one("Loans by lien as of December 31, 2016", f"{heads}\n{rows}")
    assert [column.segment for column in statement.columns] == ["First", "Other"]
