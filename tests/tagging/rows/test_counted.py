"""Counts and balances under stretches of time: at the end of one, over it, or in doubt."""

from __future__ import annotations

import pytest

from tests.reading.small_pages import page_text
from xbrlgen import build
from xbrlgen.tagging.rows.counted import counted_at_end, is_left_open
from xbrlgen.tagging.rows.moments import is_balance

HEAD = "|Three Months Ended June 30,>2\n|2019|2018\n"


def told(rows: str, *captions: str) -> dict[str, str]:
    """What became of the first figure of each row of a table: the period of its fact, or why it has none."""
    made = build(page_text("Alder Finch Corp. reports results", *captions, HEAD + rows).encode())
    facts = {fact.id: str(fact.period) for fact in made.report.facts}
    spots = {spot.place.start: facts[spot.fact] for spot in made.placements}
    firsts = {row.split("|")[1].strip("$%"): row.split("|")[0] for row in rows.split("\n") if "|" in row}
    return {
        firsts[each.print.strip("$%")]: spots.get(each.place.start, each.reason)
        for each in made.verdicts
        if each.print.strip("$%") in firsts
    }


@pytest.mark.parametrize(
    ("label", "section", "is_at_end"),
    [
        ("Number of restaurants", (), True),
        ("Branches", (), True),
        ("Company-owned stores in operation", (), True),
        ("Paying subscribers (in thousands)", (), True),
        ("Midwest", ("Headcount:",), True),
        ("Midwest", ("Number of stores",), True),
        ("Midwest", ("Branch count",), True),
        ("Midwest", ("Order backlog",), True),
        ("Stores opened", (), False),
        ("Net subscriber additions", (), False),
        ("Customers per branch", (), False),
        ("Available rooms", (), False),
        ("Midwest", ("Homes closed:",), False),
        ("Midwest", ("Number of transactions",), False),
        ("Midwest", ("Guest count",), False),
        ("Transactions", (), False),
    ],
)
def test_things_that_are_there_are_counted_at_the_end(
    label: str, section: tuple[str, ...], is_at_end: bool
) -> None:
    assert counted_at_end(label, section) is is_at_end


@pytest.mark.parametrize(
    ("label", "is_open"),
    [
        ("Active customers", True),
        ("Monthly active users (millions)", True),
        ("Average daily users", False),
        ("Active users at end of period", False),
        ("Hours per active user", False),
        ("Transactions", False),
    ],
)
def test_what_is_active_may_be_so_at_any_time(label: str, is_open: bool) -> None:
    assert is_left_open(label) is is_open


@pytest.mark.parametrize(
    ("label", "stands_there"),
    [
        ("Inventories", True),
        ("Accounts receivable, net", True),
        ("Deposits", False),
        ("Income taxes", False),
        ("Deferred income taxes", False),
        ("Minority interest", False),
        ("Capital expenditures", False),
        ("Services", False),
    ],
)
def test_labels_that_filers_print_in_balance_sheets(label: str, stands_there: bool) -> None:
    assert is_balance(label) is stands_there


def test_a_row_of_highlights_is_for_the_end_of_a_quarter_where_it_stands_in_balance_sheets() -> None:
    found = told(
        "Net sales|$44,120|$40,120\nInventories|12,345|11,234\nCapital expenditures|1,234|1,111\n"
        "Order backlog|77,123|66,111\nTotal debt outstanding|20,400|22,300",
        "Selected Financial Data",
        "(in thousands)",
    )
    over, end = "2019-04-01 to 2019-06-30", "2019-06-30"
    assert [found[label] for label in ("Net sales", "Capital expenditures")] == [over, over]
    assert [found[label] for label in ("Inventories", "Order backlog", "Total debt outstanding")] == [end] * 3


def test_under_a_heading_of_what_came_to_it_such_a_row_is_for_the_quarter() -> None:
    found = told(
        "Net sales|$44,120|$40,120\nImpairment charges:||\nGoodwill|2,345|1,234",
        "Selected Financial Data",
        "(in thousands)",
    )
    assert found["Goodwill"] == "2019-04-01 to 2019-06-30"


def test_stores_and_people_are_counted_at_the_end_and_active_users_are_doubted() -> None:
    found = told(
        "Number of stores|311|300\nStores opened|14|11\nEmployees|4,150|3,800\nActive users|9,120|8,400\n"
        "Common shares outstanding|8,812,010|8,700,110",
        "Operating Data",
    )
    assert (found["Number of stores"], found["Employees"]) == ("2019-06-30", "2019-06-30")
    assert found["Stores opened"] == "2019-04-01 to 2019-06-30"
    assert "at the end of the time or over it" in found["Active users"]
    assert "at the end of the time or over it" in found["Common shares outstanding"]
