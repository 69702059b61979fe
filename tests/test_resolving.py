"""Words of time resolved in a document's calendar, one rule a test."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from attrs import evolve

from xbrlgen.calendars import DocumentCalendar, fiscal_year_end, quarter_end
from xbrlgen.model import Period
from xbrlgen.periods import read_time
from xbrlgen.resolving import Resolved, resolve
from xbrlgen.time_words import Length

BY_MONTHS = DocumentCalendar(year_month=12, period_end=date(2013, 9, 30), ends=(date(2013, 9, 30),))
SATURDAY = DocumentCalendar(
    year_month=1,
    in_weeks=True,
    weekday=5,
    rule="nearest",
    period_end=date(2024, 11, 2),
    ends=(date(2024, 11, 2),),
)
TWELVES = DocumentCalendar(year_month=12, in_weeks=True, weekday=5, rule="last", quarter_weeks=(12, 12, 12))


def of(text: str, calendar: DocumentCalendar = BY_MONTHS, *, instant: bool = False) -> Resolved:
    return resolve(read_time(text), calendar, instant=instant)


def days(start: str, end: str) -> Period:
    return Period.duration(date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("TTM", "2012-10-01", "2013-09-30"),
        ("Year-to-Date", "2013-01-01", "2013-09-30"),
        ("Year-to-Date 2012", "2012-01-01", "2012-09-30"),
        ("Third Quarter", "2013-07-01", "2013-09-30"),
        ("Second Quarter", "2013-04-01", "2013-06-30"),
        ("Q2 2012", "2012-04-01", "2012-06-30"),
        ("Fiscal 2012", "2012-01-01", "2012-12-31"),
        ("Full Year 2012", "2012-01-01", "2012-12-31"),
        ("Three Months", "2013-07-01", "2013-09-30"),
        ("Nine Months 2012", "2012-01-01", "2012-09-30"),
        ("Three Months Ended June 30,", "2013-04-01", "2013-06-30"),
        ("Three Months Ended September 30,", "2013-07-01", "2013-09-30"),
        ("Three Months Ended December 31,", "2012-10-01", "2012-12-31"),
        ("Three Months Ended October", "2012-08-01", "2012-10-31"),
        ("Three Months Ended February", "2012-12-01", "2013-02-28"),
        ("Three Months Ended March 2012", "2012-01-01", "2012-03-31"),
        ("Six Months Ended June 15, 2013", "2012-12-16", "2013-06-15"),
        ("Three Months Ended May 30, 2013", "2013-03-01", "2013-05-30"),
        ("Thirteen Weeks Ended September 28, 2013", "2013-06-30", "2013-09-28"),
        ("Fiscal Year-to-Date", "2013-01-01", "2013-09-30"),
        ("Fiscal 2012 Year-to-Date", "2012-01-01", "2012-09-30"),
        ("Year-to-Date Fiscal 2013", "2013-01-01", "2013-09-30"),
        ("Fiscal Year-to-Date Ended June 30, 2013", "2013-01-01", "2013-06-30"),
        ("FY13 YTD", "2013-01-01", "2013-09-30"),
        ("Year to Date Results Year Ended December 31, 2012", "2012-01-01", "2012-12-31"),
        ("Year to Date Results Year Ended June 30, 2013", "2012-07-01", "2013-06-30"),
        ("Three Months Ended February 29,", "2012-12-01", "2013-02-28"),
    ],
)
def test_durations_by_months(text: str, start: str, end: str) -> None:
    found = of(text)
    assert (found.period, found.doubt) == (days(start, end), "")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("As of", "2013-09-30"),
        ("2012", "2012-09-30"),
        ("2013", "2013-09-30"),
        ("December 31,", "2012-12-31"),
        ("December 2012", "2012-12-31"),
        ("Q1 2013", "2013-03-31"),
    ],
)
def test_instants_by_months(text: str, day: str) -> None:
    assert of(text, instant=True).period == Period.instant(date.fromisoformat(day))


@pytest.mark.parametrize(
    ("text", "calendar", "why"),
    [
        ("Three Months", DocumentCalendar(), "neither the heading nor the document says when"),
        ("2013", DocumentCalendar(), "neither the heading nor the document says when"),
        ("Three Months Ended June 30,", DocumentCalendar(), "gives the year"),
        ("Third Quarter", DocumentCalendar(), "nothing says when the quarter ends"),
        ("Three Months Ended June 31, 2013", BY_MONTHS, "no day 31 in month 6"),
        ("Q1 2013", DocumentCalendar(), "December is assumed"),
        ("Second Quarter", DocumentCalendar(period_end=date(2013, 9, 30)), ""),
        ("Five Months Ended November 2, 2024", SATURDAY, "5 months in a calendar of weeks"),
        ("from June 30, 2013 to June 30, 2013", BY_MONTHS, "does not say how long"),
        ("0 Weeks Ended September 28, 2013", BY_MONTHS, "no first day fits"),
    ],
)
def test_a_heading_that_fits_no_period_says_why(text: str, calendar: DocumentCalendar, why: str) -> None:
    assert why in of(text, calendar).doubt


def test_a_length_from_around_the_table_is_told_as_such() -> None:
    found = resolve(read_time("September 30, 2013"), BY_MONTHS, instant=False, default=Length(9))
    assert found.period == days("2013-01-01", "2013-09-30")
    assert found.derived == ("length: from the text around the table",)
    own = resolve(
        read_time("Three Months Ended September 30, 2013"), BY_MONTHS, instant=False, default=Length(9)
    )
    assert own == Resolved(days("2013-07-01", "2013-09-30"))


def test_a_year_alone_with_twelve_months_around_is_the_fiscal_year() -> None:
    found = resolve(read_time("2012"), BY_MONTHS, instant=False, default=Length(12))
    assert found.period == days("2012-01-01", "2012-12-31")


@pytest.mark.parametrize(
    "text", ["Year-to-Date", "TTM", "Third Quarter", "Full Year 2012", "Three Months", "2012"]
)
def test_what_was_worked_out_is_told(text: str) -> None:
    assert of(text, instant=text == "2012").derived


def test_a_printed_end_in_the_month_is_the_end() -> None:
    printed = evolve(BY_MONTHS, ends=(date(2012, 3, 24), date(2012, 4, 1), date(2013, 9, 30)))
    assert of("March 2012", printed, instant=True).period == Period.instant(date(2012, 4, 1))


@pytest.mark.parametrize("weeks", [13, 14, 12, 16, 17])
def test_the_printed_end_of_the_quarter_before_tells_its_weeks(weeks: int) -> None:
    end = date(2024, 11, 2)
    before = end - timedelta(weeks=weeks)
    found = of("Three Months Ended November 2, 2024", evolve(SATURDAY, ends=(before, end)))
    assert found == Resolved(
        Period.duration(before + timedelta(days=1), end), ("first day: after the printed end before",)
    )


@pytest.mark.parametrize(
    ("months", "counts"), [("Six", (26, 27, 24, 28)), ("Nine", (39, 40, 36)), ("Twelve", (52, 53))]
)
def test_the_printed_end_before_tells_the_weeks_of_longer_periods(
    months: str, counts: tuple[int, ...]
) -> None:
    end = date(2024, 11, 2)
    for weeks in counts:
        before = end - timedelta(weeks=weeks)
        found = of(f"{months} Months Ended November 2, 2024", evolve(SATURDAY, ends=(before, end)))
        assert found.period == Period.duration(before + timedelta(days=1), end)
        assert found.derived == ("first day: after the printed end before",)
    odd = end - timedelta(weeks=counts[-1] + 20)
    assert of(f"{months} Months Ended November 2, 2024", evolve(SATURDAY, ends=(odd, end))).derived != (
        "first day: after the printed end before",
    )


@pytest.mark.parametrize(
    ("calendar", "weeks"),
    [
        (SATURDAY, (13, 13, 13)),
        (TWELVES, (12, 12, 12)),
        (evolve(TWELVES, quarter_weeks=(12, 13, 14)), (12, 13, 14)),
    ],
)
def test_quarters_of_weeks_follow_each_other(calendar: DocumentCalendar, weeks: tuple[int, int, int]) -> None:
    bare = evolve(calendar, ends=(), period_end=None)
    for year in range(2011, 2024):
        first = fiscal_year_end(year - 1, bare).day
        assert first is not None
        for number in (1, 2, 3, 4):
            end = quarter_end(year, number, bare).day
            before = quarter_end(year, number - 1, bare).day if number > 1 else first
            assert end is not None
            assert before is not None
            found = of(f"Three Months Ended {end:%B %d, %Y}", bare)
            assert found.period == Period.duration(before + timedelta(days=1), end)
            so_far = of(
                f"{('Three', 'Six', 'Nine', 'Twelve')[number - 1]} Months Ended {end:%B %d, %Y}", bare
            )
            assert so_far.period == Period.duration(first + timedelta(days=1), end)


def test_a_fourth_quarter_without_a_rule_may_have_a_week_more() -> None:
    bare = evolve(SATURDAY, ends=(), period_end=None, rule="")
    doubts = {
        year: of(f"Three Months Ended {fiscal_year_end(year, bare).day:%B %d, %Y}", bare).doubt
        for year in range(2011, 2024)
    }
    doubtful = {year for year in doubts if fiscal_year_end(year - 1, bare).doubt}
    assert {year for year, doubt in doubts.items() if doubt} == doubtful
    assert doubtful


@pytest.mark.parametrize(("quarter_weeks", "last"), [((13, 13, 13), 13), ((12, 12, 12), 16)])
def test_a_doubtful_start_is_counted_in_the_usual_weeks(
    quarter_weeks: tuple[int, int, int], last: int
) -> None:
    bare = evolve(SATURDAY, ends=(), period_end=None, rule="", quarter_weeks=quarter_weeks)
    year = next(year for year in range(2011, 2024) if fiscal_year_end(year - 1, bare).doubt)
    end = fiscal_year_end(year, bare).day
    assert end is not None
    for heading, weeks in (("Three", last), ("Twelve", 52)):
        found = of(f"{heading} Months Ended {end:%B %d, %Y}", bare)
        assert found.period == Period.duration(end - timedelta(weeks=weeks) + timedelta(days=1), end)
        assert found.doubt


def test_an_end_far_from_the_calendars_counts_its_own_weeks() -> None:
    bare = evolve(SATURDAY, ends=(), period_end=None)
    assert of("Three Months Ended May 13, 2024", bare).period == days("2024-02-13", "2024-05-13")
    assert of("Three Months Ended May 12, 2024", bare).period == days("2024-02-04", "2024-05-12")


def test_an_end_that_closes_no_quarter_counts_the_usual_weeks() -> None:
    bare = evolve(SATURDAY, ends=(), period_end=None)
    assert of("Three Months Ended June 15, 2024", bare).period == days("2024-03-17", "2024-06-15")


def test_without_a_known_year_the_usual_weeks_are_counted() -> None:
    unknown = evolve(TWELVES, quarter_weeks=(12, 13, 15), year_month=None)
    for heading, weeks in (("Three", 13), ("Six", 25), ("Nine", 40), ("Twelve", 52)):
        end = date(2024, 11, 2)
        start = end - timedelta(weeks=weeks) + timedelta(days=1)
        assert of(f"{heading} Months Ended November 2, 2024", unknown) == Resolved(
            Period.duration(start, end), ("first day: counted in weeks",)
        )


def test_weeks_without_a_known_year_end_with_months_in_other_years() -> None:
    unknown = evolve(SATURDAY, year_month=None)
    assert of("2023", unknown, instant=True).period == Period.instant(date(2023, 10, 31))


# Half of a fiscal year that ends in June, which lies in the calendar year before.
JUNE = DocumentCalendar(
    year_month=6, period_end=date(2012, 12, 31), ends=(date(2012, 12, 31),), named_by_start=False
)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Six Months Fiscal 2013", "2012-07-01", "2012-12-31"),
        ("Six Months Fiscal 2012", "2011-07-01", "2011-12-31"),
        ("Fiscal 2013 Year-to-Date", "2012-07-01", "2012-12-31"),
        ("Three Months Fiscal 2013", "2012-10-01", "2012-12-31"),
        ("Six Months 2011", "2011-07-01", "2011-12-31"),
    ],
)
def test_part_of_a_fiscal_year_ends_in_that_fiscal_year(text: str, start: str, end: str) -> None:
    assert of(text, JUNE).period == days(start, end)


def test_a_fiscal_year_of_unknown_naming_is_the_year_of_the_end() -> None:
    unknown = evolve(JUNE, named_by_start=None)
    assert of("Six Months Fiscal 2012", unknown).period == days("2012-07-01", "2012-12-31")


def test_the_documents_end_in_another_year_is_the_same_quarters() -> None:
    assert of("2023", SATURDAY, instant=True).period == Period.instant(date(2023, 10, 28))
    near = evolve(SATURDAY, ends=(date(2023, 10, 21), date(2023, 10, 28), date(2024, 11, 2)))
    assert of("2023", near, instant=True).period == Period.instant(date(2023, 10, 28))
    for day, end in ((17, 17), (16, 28)):
        far = evolve(SATURDAY, ends=(date(2023, 10, day), date(2024, 11, 2)))
        assert of("2023", far, instant=True).period == Period.instant(date(2023, 10, end))


def test_quarters_that_end_beside_the_end_of_a_month_begin_with_the_fiscal_year() -> None:
    ends = (date(2022, 4, 1), date(2022, 12, 31), date(2023, 3, 31))
    calendar = DocumentCalendar(year_month=12, period_end=ends[-1], ends=ends)
    assert of("Three Months Ended April 1, 2022", calendar).period == days("2022-01-01", "2022-04-01")
    assert of("Three Months Ended March 31, 2023", calendar).period == days("2023-01-01", "2023-03-31")
    second = evolve(calendar, ends=(*ends, date(2022, 7, 1)))
    assert of("Three Months Ended July 1, 2022", second).period == days("2022-04-02", "2022-07-01")
    unprinted = evolve(calendar, ends=(date(2022, 7, 1), date(2022, 12, 31)))
    assert of("Three Months Ended July 1, 2022", unprinted).doubt


def test_years_that_end_with_their_month_do_so_in_years_not_printed() -> None:
    ends = (date(2022, 4, 1), date(2022, 7, 1), date(2022, 12, 31), date(2023, 3, 31))
    calendar = DocumentCalendar(year_month=12, in_weeks=True, weekday=4, period_end=ends[-1], ends=ends)
    assert fiscal_year_end(2021, calendar).day == date(2021, 12, 31)


def test_a_months_end_that_is_the_weekday_of_quarters_in_weeks_is_not_trusted_as_one() -> None:
    ends = (date(2012, 9, 30), date(2012, 12, 31), date(2013, 6, 30), date(2013, 9, 29))
    calendar = DocumentCalendar(year_month=12, period_end=ends[-1], ends=ends)
    assert of("Three Months Ended September 29, 2013", calendar).period == days("2013-07-01", "2013-09-29")
    assert of("Three Months Ended September 30, 2012", calendar).doubt
    assert of("Nine Months Ended September 30, 2012", calendar).period == days("2012-01-01", "2012-09-30")
    by_months = evolve(calendar, ends=(date(2012, 9, 30), date(2012, 12, 31), date(2013, 9, 30)))
    assert not of("Three Months Ended September 30, 2012", by_months).doubt
