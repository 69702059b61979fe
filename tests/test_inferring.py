"""A document's calendar inferred from its words, one witness a test."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from xbrlgen.calendars import DocumentCalendar
from xbrlgen.inferring import infer_calendar
from xbrlgen.periods import find_times, read_time


def of(*headings: str, text: str = "", latest: date | None = None) -> DocumentCalendar:
    words = [span.words for span in find_times(text)]
    return infer_calendar([read_time(each) for each in headings], words, latest=latest)


@pytest.mark.parametrize(
    ("heading", "month"),
    [
        ("Six Months Ended June 30, 2013", 12),
        ("Nine Months Ended September 30, 2013", 12),
        ("Year Ended May 31, 2013", 5),
        ("Twelve Months Ended December 31, 2013", 12),
        ("Six Months Ended March 31, 2013", 9),
        ("Nine Months Ended April 30, 2013", 7),
        ("Q1 March 31, 2013", 12),
        ("Q2 March 31, 2013", 9),
        ("Q3 March 31, 2013", 6),
        ("Q4 March 31, 2013", 3),
        ("Q4 December 31, 2013", 12),
        ("Q1 January 31, 2013", 10),
        ("Twenty-Six Weeks Ended August 3, 2013", 1),
        ("Thirty-Nine Weeks Ended November 2, 2013", 1),
        ("52 Weeks Ended February 1, 2014", 1),
        ("24 Weeks Ended June 15, 2013", 12),
        ("24 Weeks Ended September 6, 2013", 3),
        ("Q2 Year-to-Date June 30, 2013", 12),
        ("Three Months Ended June 30, 2013", None),
        ("13 Weeks Ended June 29, 2013", None),
        ("Year-to-Date June 30, 2013", None),
        ("June 30, 2013", None),
    ],
)
def test_the_last_month_of_the_year(heading: str, month: int | None) -> None:
    assert of(heading).year_month == month


def test_a_quarters_name_weighs_more_than_a_length() -> None:
    assert of("Q3 September 30, 2013", "Six Months Ended September 30, 2013").year_month == 12
    assert of("Six Months Ended September 30, 2013", "Q3 September 30, 2013").year_month == 12
    assert of("26 Weeks Ended August 3, 2013", "Q1 August 3, 2013").year_month == 4


def test_where_quarters_differ_in_weeks_only_the_fourth_tells_the_year() -> None:
    assert of("Q2 September 6, 2013", "24 Weeks Ended September 6, 2013").year_month == 3
    assert of("24 Weeks Ended June 14, 2013", "Q4 March 29, 2013").year_month == 3


def test_many_lengths_weigh_more_than_one_name() -> None:
    lengths = ("Nine Months Ended September 30, 2013", "Nine Months Ended September 30, 2012")
    assert of("Q2 September 30, 2013", *lengths).year_month == 12


@pytest.mark.parametrize(
    ("days", "month"), [(19, None), (20, None), (21, 9), (92, 6), (349, 10), (350, None), (365, None)]
)
def test_a_balance_sheet_less_than_a_year_older_ends_a_year(days: int, month: int | None) -> None:
    newest = date(2013, 9, 30)
    older = newest - timedelta(days=days)
    assert (
        of("Three Months Ended September 30, 2013", "September 30, 2013", f"{older:%B %d, %Y}").year_month
        == month
    )


@pytest.mark.parametrize(
    ("headings", "in_weeks"),
    [
        (("Three Months Ended September 30, 2013",), False),
        (("Three Months Ended September 28, 2013",), True),
        (("September 28, 2013", "September 30, 2013"), True),
        (("September 28, 2013", "September 30, 2013", "December 31, 2012"), False),
        (("12 Weeks Ended September 28, 2013", "September 30, 2013", "December 31, 2012"), True),
        (("11 Weeks Ended September 28, 2013", "September 30, 2013", "December 31, 2012"), False),
        (("12 Months Ended September 28, 2013", "September 30, 2013", "December 31, 2012"), False),
        (("August 31, 2013", "November 30, 2013", "September 28, 2013"), True),
        ((), False),
    ],
)
def test_calendars_in_weeks_have_odd_ends(headings: tuple[str, ...], in_weeks: bool) -> None:
    found = of(*headings)
    assert found.in_weeks is in_weeks
    assert (found.weekday is not None) is in_weeks


def test_no_period_ends_after_the_day_of_the_document() -> None:
    heads = ("Three Months Ended September 30, 2013", "Three Months Ended December 31, 2013")
    assert of(*heads, latest=date(2013, 9, 30)).ends == (date(2013, 9, 30),)
    assert of(*heads, latest=date(2013, 9, 30)).period_end == date(2013, 9, 30)
    assert of(*heads).period_end == date(2013, 12, 31)


@pytest.mark.parametrize(
    ("headings", "end"),
    [
        (("Three Months Ended June 30, 2013", "December 31, 2013"), date(2013, 6, 30)),
        (("June 30, 2013", "December 31, 2013"), date(2013, 12, 31)),
        (("Q2 June 30, 2013", "As of December 31, 2013"), date(2013, 6, 30)),
        (
            ("Three Months Ended June 30, 2013", "Year Ended December 31, 2013", "June 30, 2013"),
            date(2013, 6, 30),
        ),
        (("Three Months",), None),
    ],
)
def test_the_newest_end_is_that_of_a_duration(headings: tuple[str, ...], end: date | None) -> None:
    assert of(*headings).period_end == end


@pytest.mark.parametrize(
    ("headings", "rule"),
    [
        (("52 Weeks Ended January 25, 2014",), "last"),
        (("52 Weeks Ended February 1, 2014",), "nearest"),
        (("52 Weeks Ended January 28, 2017",), ""),
        (("52 Weeks Ended January 30, 2016",), ""),
        (("52 Weeks Ended January 31, 2015",), ""),
        (("52 Weeks Ended January 27, 2018",), "last"),
        (("26 Weeks Ended August 3, 2013",), ""),
    ],
)
def test_the_rule_of_a_years_last_day(headings: tuple[str, ...], rule: str) -> None:
    assert of(*headings).rule == rule


@pytest.mark.parametrize(
    ("headings", "text", "weeks"),
    [
        (("13 Weeks Ended September 28, 2013",), "", (13, 13, 13)),
        (("12 Weeks Ended September 7, 2013",), "", (12, 12, 12)),
        (("24 Weeks Ended June 15, 2013",), "", (12, 12, 12)),
        (("36 Weeks Ended September 7, 2013",), "", (12, 12, 12)),
        (("12 Weeks Ended September 7, 2013", "40 Weeks Ended October 5, 2013"), "", (16, 12, 12)),
        (("12 Weeks Ended September 7, 2013", "28 Weeks Ended July 13, 2013"), "", (16, 12, 12)),
        (("16 Weeks Ended April 20, 2013", "28 Weeks Ended July 13, 2013"), "", (16, 12, 12)),
        (("16 Weeks Ended April 20, 2013",), "", (13, 13, 13)),
        (("12 Weeks Ended September 7, 2013", "13 Weeks Ended September 28, 2013"), "", (13, 13, 13)),
        (("12 Weeks Ended September 7, 2013", "26 Weeks Ended June 29, 2013"), "", (13, 13, 13)),
        (("12 Weeks Ended September 7, 2013", "39 Weeks Ended September 28, 2013"), "", (13, 13, 13)),
        ((), "The fourth quarter of 2022 includes 16 weeks.", (12, 12, 12)),
        ((), "The fourth quarter of 2022 includes 17 weeks.", (12, 12, 12)),
        ((), "The fourth quarter of 2022 includes 14 weeks.", (13, 13, 13)),
        ((), "The third quarter of 2022 includes 16 weeks.", (13, 13, 13)),
    ],
)
def test_the_weeks_of_quarters(headings: tuple[str, ...], text: str, weeks: tuple[int, int, int]) -> None:
    assert of(*headings, text=text).quarter_weeks == weeks


def test_weeks_that_a_sentence_tells_are_kept_by_quarter() -> None:
    text = "The second quarter of fiscal 2023 had 14 weeks, and the first quarter of 2022 had 13 weeks."
    assert of(text=text).weeks == (((2022, 1), 13), ((2023, 2), 14))
    assert of(text="The second quarter of fiscal 2023 lasted three months.").weeks == ()
    assert of(text="The second quarter had 14 weeks.").weeks == ()


@pytest.mark.parametrize(
    ("headings", "by_start"),
    [
        (("Q3 Fiscal 2024", "39 Weeks Ended November 2, 2024"), None),
        (("Q4 2013 December 31, 2013",), False),
        (("26 Weeks Ended August 3, 2013",), None),
    ],
)
def test_what_a_fiscal_year_is_called_after(headings: tuple[str, ...], by_start: bool | None) -> None:
    assert of(*headings).named_by_start is by_start


@pytest.mark.parametrize(("year", "by_start"), [(2024, True), (2025, False)])
def test_a_sentence_that_dates_a_fiscal_quarter_tells_the_naming(year: int, by_start: bool) -> None:
    text = f"The third quarter of fiscal {year} ended November 2, 2024."
    assert of("39 Weeks Ended November 2, 2024", text=text).named_by_start is by_start
    at_its_end = f"The fourth quarter of fiscal {year - 1} ended February 3, 2024."
    assert of("53 Weeks Ended February 3, 2024", text=at_its_end).named_by_start is by_start


@pytest.mark.parametrize(
    ("quarter", "end", "month"),
    [
        (1, date(2024, 3, 31), 12),
        (2, date(2024, 3, 31), 9),
        (3, date(2024, 3, 31), 6),
        (4, date(2024, 3, 31), 3),
        (1, date(2024, 6, 30), 3),
        (1, date(2024, 12, 31), 9),
        (4, date(2024, 12, 31), 12),
    ],
)
def test_quarters_named_without_a_date_are_of_the_newest_end(quarter: int, end: date, month: int) -> None:
    text = f"for the three months ended {end:%B %d, %Y}"
    found = of(f"Q{quarter} 2024", f"Q{quarter} 2023", text=text)
    assert (found.year_month, found.period_end) == (month, end)


@pytest.mark.parametrize(
    ("headings", "text", "month"),
    [
        (("Q1 2024",), "on March 31, 2024", 12),
        (("Q3 2024",), "on September 30, 2024", 12),
        (("Q1 2024",), "on June 30, 2024", None),
        (("Q1 2024",), "on March 31, 2023", None),
        (("Q1",), "on March 31, 2024", None),
    ],
)
def test_a_date_of_the_text_that_ends_the_calendar_quarter(
    headings: tuple[str, ...], text: str, month: int | None
) -> None:
    assert of(*headings, text=text).year_month == month


def test_the_newest_quarter_named_is_the_period_end_where_nothing_dates_it() -> None:
    assert of("Q3 2024", "Q2 2024", text="Year ended December 31, 2023").period_end == date(2024, 9, 30)
    assert of("Q3 2023", text="Year ended December 31, 2023").period_end == date(2023, 12, 31)
    assert of("Q3 2024", "December 31, 2023", text="Year ended December 31, 2023").period_end == date(
        2023, 12, 31
    )


def test_quarter_ends_a_year_of_weeks_apart_leave_one_day_for_the_years_end() -> None:
    heads = (
        "39 Weeks Ended November 2, 2013",
        "39 Weeks Ended November 3, 2012",
        "13 Weeks Ended August 3, 2013",
    )
    assert of(*heads).year_ends == (date(2013, 2, 2),)
    assert of("39 Weeks Ended November 2, 2013").year_ends == ()
    halves = of("26 Weeks Ended August 3, 2013", "26 Weeks Ended August 4, 2012")
    assert halves.year_ends == (date(2013, 2, 2),)
    firsts = of("Q1 May 4, 2013", "13 Weeks Ended May 5, 2012")
    assert firsts.year_ends == (date(2013, 2, 2),)
    years = of("52 Weeks Ended February 1, 2014", "52 Weeks Ended February 2, 2013")
    assert years.year_ends == ()


@pytest.mark.parametrize(
    ("headings", "by_start"),
    [
        (("Six Months Fiscal 2013", "Six Months Fiscal 2012"), False),
        (("Six Months Fiscal 2012", "Six Months Fiscal 2011"), True),
        (("Fiscal 2012 Year-to-Date",), True),
        (("Six Months Fiscal 2014",), None),
        (("Fiscal 2012",), None),
        (("Second Quarter Fiscal 2012",), None),
        (("Second Quarter Fiscal 2012", "Second Quarter Fiscal 2011"), True),
        (("Second Quarter Fiscal 2013", "Second Quarter Fiscal 2012"), False),
        (("Third Quarter Fiscal 2012", "Third Quarter Fiscal 2011"), None),
    ],
)
def test_the_newest_year_that_names_a_part_of_one_is_the_newest_ends(
    headings: tuple[str, ...], by_start: bool | None
) -> None:
    text = "for the six months ended December 31, 2012"
    assert of(*headings, "Six Months Ended December 31, 2012", text=text).named_by_start is by_start


def test_other_tables_tell_when_the_year_ends_where_balances_alone_mislead() -> None:
    balances = [read_time(each) for each in ("December 31, 2022", "September 30, 2022", "December 31, 2021")]
    alone = infer_calendar(balances)
    told = infer_calendar(balances, others=[read_time("Year Ended December 31, 2022")])
    assert (alone.year_month, told.year_month) == (9, 12)
