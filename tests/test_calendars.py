"""Days that follow from a document's fiscal calendar, by months and by weeks."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from itertools import pairwise

import pytest
from attrs import evolve

from xbrlgen.calendars import (
    Day,
    DocumentCalendar,
    closing_year,
    fiscal_year_end,
    fiscal_year_of,
    is_month_end,
    month_end,
    nominal_month,
    quarter_end,
    quarter_of,
)

MAY = DocumentCalendar(year_month=5)
JANUARY = DocumentCalendar(
    year_month=1, in_weeks=True, weekday=5, rule="nearest"
)  # Saturday near January's end
TWELVE = DocumentCalendar(year_month=12, in_weeks=True, weekday=5, rule="last", quarter_weeks=(12, 12, 12))


def test_a_calendar_that_nothing_is_known_of() -> None:
    of = DocumentCalendar()
    assert (of.in_weeks, of.quarter_weeks, of.rule, of.ends) == (False, (13, 13, 13), "", ())


@pytest.mark.parametrize(
    ("year", "month", "end"),
    [
        (2013, 1, (2013, 1)),
        (2013, 12, (2013, 12)),
        (2013, 13, (2014, 1)),
        (2013, 0, (2012, 12)),
        (2013, -1, (2012, 11)),
    ],
)
def test_months_run_into_other_years(year: int, month: int, end: tuple[int, int]) -> None:
    assert month_end(year, month) == date(*end, monthrange(*end)[1])
    assert is_month_end(month_end(year, month))
    assert not is_month_end(month_end(year, month) - timedelta(days=1))


@pytest.mark.parametrize(("day", "month"), [(1, 1), (6, 1), (7, 1), (8, 2), (28, 2)])
def test_the_first_week_belongs_to_the_month_before(day: int, month: int) -> None:
    assert nominal_month(date(2013, 2, day)) == (2013, month)


def test_the_first_week_of_a_year_belongs_to_the_year_before() -> None:
    assert nominal_month(date(2023, 1, 1)) == (2022, 12)


def test_december_is_assumed_with_a_doubt() -> None:
    assert fiscal_year_end(2013, DocumentCalendar()).day == date(2013, 12, 31)
    assert "December is assumed" in fiscal_year_end(2013, DocumentCalendar()).doubt
    assert quarter_end(2013, 1, DocumentCalendar()).day == date(2013, 3, 31)
    assert "December is assumed" in quarter_end(2013, 1, DocumentCalendar()).doubt


def test_quarters_of_months_end_three_months_apart() -> None:
    ends = [date(2012, 8, 31), date(2012, 11, 30), date(2013, 2, 28), date(2013, 5, 31)]
    assert [quarter_end(2013, number, MAY) for number in (1, 2, 3, 4)] == [Day(end) for end in ends]
    assert [quarter_of(end, MAY) for end in ends] == [1, 2, 3, 4]
    assert {fiscal_year_of(end, MAY) for end in ends} == {2013}


@pytest.mark.parametrize("month", range(1, 13))
def test_each_quarter_end_is_of_its_quarter_whatever_the_year_ends_in(month: int) -> None:
    of = DocumentCalendar(year_month=month)
    for number in (1, 2, 3, 4):
        end = quarter_end(2013, number, of).day
        assert end is not None
        assert (quarter_of(end, of), fiscal_year_of(end, of)) == (number, 2013)


def test_months_within_a_quarter_are_of_it() -> None:
    of = DocumentCalendar(year_month=12)
    assert [quarter_of(month_end(2013, month), of) for month in range(1, 13)] == [1] * 3 + [2] * 3 + [
        3
    ] * 3 + [4] * 3


def test_a_year_called_after_its_beginning_is_one_less() -> None:
    of = evolve(JANUARY, named_by_start=True)
    end = date(2024, 2, 3)
    assert fiscal_year_of(end, of) == 2023
    assert fiscal_year_of(end, JANUARY) == 2024
    assert quarter_end(2023, 4, of).day == end


def test_nothing_is_of_a_year_without_a_month() -> None:
    assert closing_year(date(2013, 1, 1), DocumentCalendar()) is None
    assert fiscal_year_of(date(2013, 1, 1), DocumentCalendar()) is None
    assert quarter_of(date(2013, 1, 1), DocumentCalendar()) is None
    assert quarter_of(None, MAY) is None


@pytest.mark.parametrize("weekday", range(7))
@pytest.mark.parametrize("year", range(2010, 2024))
def test_a_year_in_weeks_ends_on_its_weekday(year: int, weekday: int) -> None:
    last = fiscal_year_end(
        year, DocumentCalendar(year_month=1, in_weeks=True, weekday=weekday, rule="last")
    ).day
    near = fiscal_year_end(
        year, DocumentCalendar(year_month=1, in_weeks=True, weekday=weekday, rule="nearest")
    ).day
    assert last is not None
    assert near is not None
    assert last.weekday() == near.weekday() == weekday
    assert timedelta(0) <= date(year, 1, 31) - last <= timedelta(days=6)
    assert abs(date(year, 1, 31) - near) <= timedelta(days=3)


def test_years_in_weeks_have_52_or_53() -> None:
    for of in (JANUARY, TWELVE):
        ends = [fiscal_year_end(year, of).day for year in range(2005, 2030)]
        assert {(two - one).days for one, two in pairwise(filter(None, ends))} == {364, 371}


def test_without_a_rule_a_year_in_weeks_is_doubtful_only_where_rules_differ() -> None:
    of = evolve(JANUARY, rule="")
    for year in range(2010, 2024):
        found = fiscal_year_end(year, of)
        rules = {fiscal_year_end(year, evolve(of, rule=rule)).day for rule in ("last", "nearest")}
        assert bool(found.doubt) == (len(rules) == 2)
        assert found.day == fiscal_year_end(year, evolve(of, rule="last")).day
        assert found.derived
    assert not fiscal_year_end(2013, JANUARY).doubt


def test_a_printed_end_is_the_end() -> None:
    of = evolve(JANUARY, ends=(date(2024, 1, 27), date(2023, 4, 29)))
    assert fiscal_year_end(2024, of) == Day(date(2024, 1, 27))
    assert quarter_end(2024, 1, of) == Day(date(2023, 4, 29))


def test_a_calendar_in_weeks_without_a_weekday_ends_with_the_month() -> None:
    assert fiscal_year_end(2024, DocumentCalendar(year_month=1, in_weeks=True)) == Day(date(2024, 1, 31))
    assert fiscal_year_end(2024, DocumentCalendar(year_month=1, weekday=5)) == Day(date(2024, 1, 31))


@pytest.mark.parametrize(("of", "weeks"), [(JANUARY, (13, 26, 39)), (TWELVE, (12, 24, 36))])
def test_quarters_of_weeks_are_counted_from_the_year_before(
    of: DocumentCalendar, weeks: tuple[int, ...]
) -> None:
    for year in range(2010, 2024):
        before, over = fiscal_year_end(year - 1, of).day, fiscal_year_end(year, of).day
        assert before is not None
        for number, count in enumerate(weeks, 1):
            end = quarter_end(year, number, of)
            assert end.day == before + timedelta(weeks=count)
            assert end.derived
            assert (quarter_of(end.day, of), closing_year(end.day, of)) == (number, year)
        assert quarter_of(over, of) == 4


def test_a_day_that_ends_no_quarter_is_of_none() -> None:
    before = fiscal_year_end(2013, JANUARY).day
    assert before is not None
    of_weeks = [quarter_of(before + timedelta(weeks=count), JANUARY) for count in range(10, 17)]
    assert of_weeks == [None, None, 1, 1, 1, None, None]
    late = [quarter_of(before + timedelta(weeks=count), JANUARY) for count in range(49, 52)]
    assert late == [None, None, 4]


@pytest.mark.parametrize(("days", "is_taken"), [(8, True), (-8, True), (9, False), (-9, False)])
def test_a_printed_quarter_end_a_week_off_is_the_end(days: int, is_taken: bool) -> None:
    due = quarter_end(2013, 2, JANUARY).day
    assert due is not None
    of = evolve(JANUARY, ends=(due + timedelta(days=days),))
    assert (quarter_end(2013, 2, of).day == due + timedelta(days=days)) is is_taken
