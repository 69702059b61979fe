"""What headings and sentences say of time, and the periods they name in a document's calendar."""

from __future__ import annotations

from datetime import date

import pytest

from xbrlgen.calendars import DocumentCalendar
from xbrlgen.inferring import infer_calendar
from xbrlgen.model import Period
from xbrlgen.periods import find_times, read_time
from xbrlgen.resolving import Resolved, resolve
from xbrlgen.time_words import Length, TimeWords, combine


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three Months EndedMarch 31,", TimeWords(Length(3), month=3, day=31)),
        ("November 2,2024", TimeWords(month=11, day=2, year=2024)),
        ("June 302024", TimeWords(month=6, day=30, year=2024)),
        ("Thirteen Weeks Ended", TimeWords(Length(13, in_weeks=True))),
        ("Thirty-Nine Weeks Ended", TimeWords(Length(39, in_weeks=True))),
        ("12 Weeks Ended 3/25/2023", TimeWords(Length(12, in_weeks=True), month=3, day=25, year=2023)),
        ("Q1 2024", TimeWords(quarter=1, year=2024)),
        ("2Q23", TimeWords(quarter=2, year=2023)),
        ("Q4'23", TimeWords(quarter=4, year=2023)),
        ("Q4 FY26", TimeWords(quarter=4, fiscal_year=2026)),
        ("FY 2024 Q3", TimeWords(quarter=3, fiscal_year=2024)),
        ("SECOND QUARTER", TimeWords(quarter=2)),
        ("rst quarter", TimeWords(quarter=1)),
        ("Fiscal 2013", TimeWords(Length(12), fiscal_year=2013)),
        ("third quarter of fiscal 2013", TimeWords(quarter=3, fiscal_year=2013)),
        ("Year Ended May 31,", TimeWords(Length(12), month=5, day=31)),
        ("As of December 31, 2023", TimeWords(month=12, day=31, year=2023, is_instant=True)),
        ("Dec-23", TimeWords(month=12, year=2023)),
        ("31 December 2022", TimeWords(month=12, day=31, year=2022)),
        ("First Half 2023", TimeWords(Length(6), quarter=2, year=2023)),
        ("TTM", TimeWords(Length(12), is_trailing=True)),
        ("Year-to-Date", TimeWords(is_to_date=True)),
        ("6M 2019", TimeWords(Length(6), quarter=2, year=2019)),
        ("9M23", TimeWords(Length(9), quarter=3, year=2023)),
        ("12M FY22", TimeWords(Length(12), fiscal_year=2022)),
        ("6M", TimeWords(Length(6), quarter=2)),
        ("$6M", TimeWords()),
        ("Qtr. ended 9/30/23", TimeWords(Length(3), month=9, day=30, year=2023)),
        ("Quarter 3", TimeWords(quarter=3)),
        ("FQ3 2023", TimeWords(quarter=3, fiscal_year=2023)),
        ("Q3-23", TimeWords(quarter=3, year=2023)),
        ("1Q 24", TimeWords(quarter=1, year=2024)),
        ("Month ended January 31, 2024", TimeWords(Length(1), month=1, day=31, year=2024)),
        ("31.12.2023", TimeWords(month=12, day=31, year=2023)),
        ("30/06/2023", TimeWords(month=6, day=30, year=2023)),
        ("2022/23", TimeWords(Length(12), fiscal_year=2023)),
        ("2022/25", TimeWords()),
        ("Last Year", TimeWords()),
        ("Same Quarter Last Year", TimeWords()),
        ("Year", TimeWords(Length(12))),
        ("As of 6/30", TimeWords(month=6, day=30, is_instant=True)),
        ("3 mths ended 6/30", TimeWords(Length(3), month=6, day=30)),
        (
            "December 30 - March 30, 2019",
            TimeWords(month=3, day=30, year=2019, start=date(2018, 12, 30)),
        ),
        ("Three Quarters Ended", TimeWords(Length(9))),
        ("Two Fiscal Quarters Ended June 30, 2015", TimeWords(Length(6), month=6, day=30, year=2015)),
        ("March 3l, 2006", TimeWords(month=3, day=31, year=2006)),
        ("June 3O, 2006", TimeWords(month=6, day=30, year=2006)),
        ("July lO, 2006", TimeWords(month=7, year=2006)),
        ("May 4th, 2006", TimeWords(month=5, day=4, year=2006)),
        ("Cost of sales", TimeWords()),
    ],
)
def test_a_heading_says_what_it_says(text: str, expected: TimeWords) -> None:
    assert read_time(text) == expected


def test_partial_headings_add_up_from_the_top_down() -> None:
    rows = [read_time(text) for text in ("Three Months Ended", "September 30,", "2013")]
    assert combine(rows) == read_time("Three Months Ended September 30, 2013")


def test_a_quarter_under_a_fiscal_year_is_that_years_quarter() -> None:
    assert combine([read_time("Fiscal 2013"), read_time("Q1")]) == TimeWords(quarter=1, fiscal_year=2013)


def test_times_in_a_sentence_stand_apart() -> None:
    text = (
        "Revenue for the third quarter of 2013 rose from the third quarter of 2012. As of June 30, 2013, cash"
    )
    found = [text[span.start : span.end] for span in find_times(text)]
    assert found == ["third quarter of 2013", "third quarter of 2012", "As of June 30, 2013"]


def calendar(*headings: str, text: str = "") -> DocumentCalendar:
    return infer_calendar([read_time(each) for each in headings], [span.words for span in find_times(text)])


def period(text: str, of: DocumentCalendar, *, instant: bool = False) -> Resolved:
    return resolve(read_time(text), of, instant=instant)


def days(start: str, end: str) -> Period:
    return Period.duration(date.fromisoformat(start), date.fromisoformat(end))


def test_months_that_end_with_a_month_begin_with_one() -> None:
    of = calendar("Three Months Ended September 30, 2013")
    assert period("Three Months Ended September 30, 2013", of) == Resolved(days("2013-07-01", "2013-09-30"))


def test_thirteen_weeks_begin_ninety_one_days_before_they_are_over() -> None:
    of = calendar("Thirteen Weeks Ended November 2, 2024", "February 3, 2024", "November 2, 2024")
    assert period("Thirteen Weeks Ended October 28, 2023", of).period == days("2023-07-30", "2023-10-28")


def test_a_year_in_weeks_begins_after_the_printed_end_before() -> None:
    of = calendar("Year Ended 12/31/2022", "Year Ended 12/25/2021", "12/31/2022", "12/25/2021")
    found = period("Year Ended 12/31/2022", of)
    assert found.period == days("2021-12-26", "2022-12-31")
    assert found.derived == ("first day: after the printed end before",)


def test_a_quarter_of_fourteen_weeks_is_believed_where_the_text_tells_it() -> None:
    heads = ("Three Months Ended December 30, 2023", "Three Months Ended December 31, 2022")
    dates = ("December 30, 2023", "September 30, 2023")
    told = "Our fiscal year 2024 first quarter had 13 weeks, the fiscal year 2023 first quarter had 14 weeks."
    assert period(heads[1], calendar(*heads, *dates, text=told)).period == days("2022-09-25", "2022-12-31")


def test_a_quarter_that_may_have_a_week_more_is_doubtful() -> None:
    heads = ("Three Months Ended December 30, 2023", "Three Months Ended December 31, 2022")
    assert "14 weeks" in period(heads[1], calendar(*heads, "December 30, 2023", "September 30, 2023")).doubt


def test_the_fourth_quarter_of_a_twelve_week_calendar_has_the_rest_of_the_year() -> None:
    of = calendar(
        "Quarter Ended 12/25/2021", "Year Ended 12/25/2021", "12/25/2021", "12/31/2022",
        text="The fourth quarter 2022 includes 17 weeks of results.",
    )  # fmt: skip
    assert period("Quarter Ended 12/25/2021", of).period == days("2021-09-05", "2021-12-25")


def test_fiscal_quarters_follow_the_documents_year() -> None:
    of = calendar("Three Months Ended May 31, 2014", "Year Ended May 31, 2014")
    found = period("Q1 Fiscal 2013", of)
    assert found.period == days("2012-06-01", "2012-08-31")
    assert found.derived


def test_a_fiscal_year_may_be_called_after_the_year_it_begins_in() -> None:
    of = calendar(
        "Thirteen Weeks Ended November 2, 2024", "Thirty-Nine Weeks Ended November 2, 2024",
        "February 3, 2024", text="The third quarter of fiscal 2024 ended November 2, 2024.",
    )  # fmt: skip
    assert period("fiscal 2023", of).period == days("2023-01-29", "2024-02-03")


def test_a_heading_without_a_day_takes_the_documents_and_says_so() -> None:
    text = "the second quarter ended July 2, 2023; fiscal year ended January 1, 2023"
    of = calendar("SECOND QUARTER 2023", text=text)
    found = period("SECOND QUARTER 2022", of)
    assert found.period == days("2022-04-04", "2022-07-03")
    assert found.derived


def test_what_names_no_length_is_doubtful_as_a_duration() -> None:
    of = calendar("Three Months Ended September 30, 2013")
    assert period("September 30, 2013", of).doubt
    assert period("September 30, 2013", of, instant=True).period == Period.instant(date(2013, 9, 30))


def test_a_day_that_does_not_exist_is_doubtful() -> None:
    of = calendar("Three Months Ended September 30, 2013")
    assert period("Three Months Ended September 31, 2013", of).doubt


def test_quarters_are_those_of_the_newest_period_end() -> None:
    of = calendar("Q1 2024", "Q4 2023", text="Results for the quarter ended March 31, 2024")
    assert period("Q4 2023", of) == Resolved(
        days("2023-10-01", "2023-12-31"), ("date: end of the fiscal quarter",)
    )


def test_a_first_day_that_is_named_is_the_first_day() -> None:
    found = period("Period from June 1, 2023 through December 31, 2023", DocumentCalendar())
    assert found.period == days("2023-06-01", "2023-12-31")


def test_an_assumed_december_is_doubtful() -> None:
    assert period("Q1 2024", DocumentCalendar()).doubt


def test_the_newest_end_that_a_balance_sheet_confirms_is_the_documents() -> None:
    dates = ("July 1, 2006", "July 2, 2005")
    dates = ("July 1, 2006", "July 2, 2005")
    of = calendar("Three Months Ended Dec 31, 2006", "Three Months Ended July 1, 2006", *dates)
    assert of.period_end == date(2006, 7, 1)


@pytest.mark.parametrize(
    "text", ["(June 3, 1998) to", "Period from June 3, 1998 (inception) through", "from June 3, 1998 to"]
)
def test_a_first_day_whose_last_stands_below_is_the_first_day_of_that(text: str) -> None:
    begun = read_time(text)
    assert (begun.start, begun.month, begun.year) == (date(1998, 6, 3), None, None)
    whole = begun.over(read_time("March 31, 2004"))
    assert (whole.start, whole.end) == (date(1998, 6, 3), date(2004, 3, 31))


@pytest.mark.parametrize(
    "text", ["Decernber 31, 1998", "Decemher 31, 1998", "Dccember 31, 1998", "Dec ember 31, 1998"]
)
def test_months_with_a_letter_misread_are_read(text: str) -> None:
    """Else the year alone would be, as that of the document's newest day."""
    assert read_time(text).end == date(1998, 12, 31)


def test_a_period_from_a_day_to_a_year_ends_on_no_day() -> None:
    assert read_time("from March 12, 1999 to 2003") == TimeWords(year=2003, start=date(1999, 3, 12))


def test_the_year_of_a_last_day_is_not_that_of_the_first() -> None:
    """It stands below, or is the newest of the document."""
    assert read_time("from March 12, 1999 to June 30,") == TimeWords(month=6, day=30, start=date(1999, 3, 12))
