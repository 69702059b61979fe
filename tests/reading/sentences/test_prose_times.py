"""Periods by reference, suppositions and clauses of their own: each pins a way in which sentences mislead."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve

from tests.reading.sentences.test_prose import CLOCK, HALF, QUARTER, YEAR_AGO, mentions, said
from xbrlgen.model import Period
from xbrlgen.reading import read
from xbrlgen.reading.given.runs import runs
from xbrlgen.reading.sentences.clock import Clock
from xbrlgen.reading.sentences.prose import read_mentions
from xbrlgen.reading.sources import read_sources
from xbrlgen.reading.statement import Basis, Kind, Mention, Role

LAST_YEARS_FIRST = Period.duration(date(2020, 1, 1), date(2020, 3, 31))
YEAR = Period.duration(date(2020, 7, 1), date(2021, 6, 30))
# Where years end with June, June's quarter is the last one.
JUNE_YEARS = Clock(evolve(CLOCK.calendar, year_month=6), known=(QUARTER, YEAR_AGO, YEAR), current=QUARTER)


def with_clock(text: str, clock: Clock, company: str = "") -> tuple[Mention, ...]:
    sources, blocks, _ = read_sources(f"{text}\n")
    return read_mentions(sources, runs(sources, blocks), clock, company)


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("in the second quarter of last year", YEAR_AGO),
        ("in the first quarter of the prior year", LAST_YEARS_FIRST),
        ("in last year's first quarter", LAST_YEARS_FIRST),
        ("in the prior-year first quarter", LAST_YEARS_FIRST),
        ("in the same quarter last year", YEAR_AGO),
        ("for the first six months of last year", Period.duration(date(2020, 1, 1), date(2020, 6, 30))),
        ("in the second quarter of this year", QUARTER),
        ("for the first six months", HALF),
    ],
)
def test_a_quarter_and_the_year_it_is_of_are_one_period(words: str, period: Period) -> None:
    (behind,) = mentions(f"Adjusted EBITDA was $9 million {words}.")
    (before,) = mentions(f"Adjusted EBITDA {words} was $9 million.")
    assert (behind.period, before.period) == (period, period)
    assert behind.subject == before.subject == "Adjusted EBITDA"


def test_last_years_quarter_at_the_start_is_its_period() -> None:
    earnings, _ = mentions(
        "Furthermore, last year’s Q2 earnings per share increased $0.04 because of a $9 million gain."
    )
    assert (earnings.subject, earnings.period) == ("earnings per share", YEAR_AGO)


@pytest.mark.parametrize(
    "text",
    [
        "Last year's adjusted EBITDA was $33 million.",
        "Adjusted EBITDA last quarter was $9 million.",
        "Adjusted EBITDA for the full year was $50 million.",
        "Adjusted EBITDA was $8 million two years ago.",
    ],
)
def test_a_time_that_could_be_several_is_a_doubt(text: str) -> None:
    (figure,) = mentions(text)
    assert figure.doubt == "the sentence does not say for which period"


def test_the_year_to_date_after_the_years_end_may_be_the_next_one() -> None:
    (over,) = with_clock("Year-to-date free cash flow was $14 million.", JUNE_YEARS)
    (going_on,) = mentions("Year-to-date free cash flow was $14 million.")
    assert (over.period, going_on.period) == (None, HALF)


def test_an_expected_quarter_without_a_year_is_the_next_one() -> None:
    low, high = mentions("For the first quarter, we expect adjusted EBITDA of $9 million to $10 million.")
    assert low.period == high.period == Period.duration(date(2022, 1, 1), date(2022, 3, 31))
    (year,) = mentions("We expect full year adjusted EBITDA of $44 million.")
    assert year.period == Period.duration(date(2021, 1, 1), date(2021, 12, 31))
    (next_year,) = with_clock("We expect full year adjusted EBITDA of $44 million.", JUNE_YEARS)
    assert next_year.period == Period.duration(date(2021, 7, 1), date(2022, 6, 30))


def test_a_sentence_without_a_time_goes_on_with_the_one_before() -> None:
    _, margin = with_clock(
        "Revenue for the year was $38 million. Free cash flow was $13 million.", JUNE_YEARS
    )
    assert (margin.period, margin.derived) == (YEAR, ("period from the sentence before",))


def test_what_was_is_no_forecast_under_a_heading_of_forecasts() -> None:
    (reported,) = mentions("Outlook:", "Operating income in the second quarter was $9 million.")
    assert (reported.basis, reported.period) == (Basis.REPORTED, QUARTER)


def test_what_is_only_supposed_is_doubted() -> None:
    (income,) = mentions("Without the charge, adjusted net income would have been $12 million.")
    assert income.doubt == "the sentence only supposes it"


def test_a_change_in_a_clause_of_its_own_is_of_what_the_clause_names() -> None:
    revenue, bookings = mentions("Revenue grew 19% and bookings grew 23%.")
    assert [(each.subject, each.value) for each in (revenue, bookings)] == [
        ("Revenue", Decimal("0.19")),
        ("bookings", Decimal("0.23")),
    ]
    *_, growth, support = mentions(
        "Pump revenues were up 2% to $1.5 billion with pump support up 3% to $596 million."
    )
    assert (growth.subject, support.subject) == ("pump support", "pump support")


def test_a_part_of_a_growth_is_not_the_growth() -> None:
    *_, operational = mentions("Sales growth of 5.6% to $24 billion, with operational growth of 9.0%.")
    assert operational.doubt == "the sentence does not say clearly what it measures"


def test_a_loss_that_improves_gets_smaller() -> None:
    loss, _ = mentions("Operating loss improved 60% to $6 million.")
    margin, _ = mentions("Gross margin improved 150 basis points to 38.7%.")
    assert (loss.direction, margin.direction) == (-1, 1)


def test_an_amount_that_increases_is_no_change() -> None:
    _, eps, _ = mentions("Net sales rose 5%, with adjusted earnings per share of $2.80 increasing by 8%.")
    assert (eps.role, eps.value) == (Role.VALUE, Decimal("2.80"))


def test_per_share_before_an_amount_is_said_of_the_figure_before() -> None:
    _, _, before, _ = mentions(
        "Net loss was $370,000, or ($0.01) per share, compared to a net loss of $631,000, or ($0.02) per "
        "share, in the first quarter."
    )
    assert (before.kind, before.subject) == (Kind.MONEY, "net loss")


def test_a_clause_after_a_comparison_is_about_now() -> None:
    *_, other, _ = mentions(
        "Earnings per share were $2.38, up 5% compared to last year while adjusted earnings per share were "
        "$2.87, up 7%."
    )
    assert (other.subject, other.period) == ("adjusted earnings per share", QUARTER)


def test_what_a_part_of_the_company_delivered_is_doubted() -> None:
    text = "{} delivered record revenue of $7.4 million in the second quarter."
    (part,) = with_clock(text.format("Harbor Kings"), CLOCK, "Northwind Pumps, Inc.")
    (whole,) = with_clock(text.format("Northwind"), CLOCK, "Northwind Pumps, Inc.")
    assert part.doubt == "the sentence speaks of Harbor Kings, which may be a part of the company"
    assert (whole.doubt, whole.subject) == ("", "revenue")


def test_what_is_expected_to_be_is_the_subject_before_it() -> None:
    (figure,) = mentions("For the full year 2021, adjusted EBITDA is expected to be $50 million.")
    assert (figure.subject, figure.basis) == ("adjusted EBITDA", Basis.FORECAST)
    (flat,) = mentions("License revenues were unchanged at $9.4 billion.")
    assert flat.subject == "License revenues"


def test_growth_over_the_quarter_before_is_told_from_growth_over_a_year() -> None:
    _, sequential, yearly = mentions(
        "Pump revenue was $10 million, up 2% sequentially and up 6% from a year ago."
    )
    assert sequential.compared == Period.duration(date(2021, 1, 1), date(2021, 3, 31))
    assert yearly.compared == YEAR_AGO


def test_growth_in_other_terms_is_not_the_reported_growth() -> None:
    _, reported, constant = mentions("Pump revenue was $10 million, up 11% Y/Y, up 13% in constant currency.")
    assert (reported.subject, constant.subject) == ("Pump revenue", "")
    assert constant.doubt


def test_a_sentence_ends_after_year_over_year_in_letters() -> None:
    *_, flow = mentions("Revenue rose 22% Y/Y. Free cash flow was $4.25 billion.")
    assert flow.sentence == "Free cash flow was $4.25 billion."


def test_a_second_time_in_a_sentence_is_for_what_follows_it() -> None:
    _, quarter, _, year = with_clock(
        "Revenue for the quarter grew 81% to $46 million and full-year revenue jumped 63% to $151 million.",
        JUNE_YEARS,
    )
    assert (quarter.period, year.period) == (QUARTER, YEAR)
    _, headline, _, total = with_clock(
        "Fourth Quarter Revenue Up 81% to $46 Million and Full-Year Revenue Up 63% to $151 Million",
        JUNE_YEARS,
    )
    assert (said(headline), said(total)) == (
        ("Revenue", Decimal(46_000_000), QUARTER),
        ("Revenue", Decimal(151_000_000), YEAR),
    )


def test_a_time_that_something_is_compared_with_is_for_nothing_after_it() -> None:
    *_, yearly = mentions(
        "Revenue was $68 billion, up 20% from the first quarter and up 73% from a year ago."
    )
    assert (yearly.period, yearly.compared) == (QUARTER, YEAR_AGO)


def test_an_amount_after_a_growth_is_of_what_grew() -> None:
    _, sales = mentions("Sales growth of 5.6% to $24.7 Billion.")
    assert said(sales) == ("Sales", Decimal(24_700_000_000), QUARTER)
    (low, _) = mentions("Raises Third Quarter Revenue Guidance to $8.5 Billion to $8.6 Billion.")
    assert (low.subject, low.basis) == ("Revenue", Basis.FORECAST)


def test_a_quarter_named_by_its_month_ends_with_it() -> None:
    now, before = mentions(
        "Fee income was $901,000 for the June 2021 quarter compared to $799,000 for the March 2021 quarter."
    )
    assert (now.period, before.period) == (QUARTER, Period.duration(date(2021, 1, 1), date(2021, 3, 31)))
    (june,) = mentions("Fee income in the June quarter was $901,000.")
    assert june.period == QUARTER
    _, day = mentions("Fee income was $901,000, compared to $799,000 for the March 31, 2021 quarter.")
    assert day.period == Period.duration(date(2021, 1, 1), date(2021, 3, 31))


def test_a_time_that_is_not_understood_is_no_year_before() -> None:
    _, before = mentions("Fee income was $901,000, compared to $799,000 for the transition period of 2021.")
    assert before.doubt


def test_at_alone_is_no_time_and_the_periods_end_is_a_moment() -> None:
    shares, *_ = mentions(
        "During the quarter, we repurchased 1.2 million shares at an average price of $45.10."
    )
    assert shares.period == QUARTER
    (debt,) = mentions("Net debt was $130 million at quarter end.")
    assert debt.period == Period.instant(date(2021, 6, 30))


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("Subsequent to quarter end, we repaid a loan of $20 million.", "outside the period"),
        ("Since inception, free cash flow was $20 million.", "outside the period"),
        ("Revenue of $42 million to $44 million (prior guidance: $41 million).", "an earlier value"),
    ],
)
def test_what_is_told_of_another_time_or_replaced_is_doubted(text: str, doubt: str) -> None:
    assert doubt in mentions(text)[-1].doubt


def test_a_letter_that_names_a_segment_is_no_article() -> None:
    (segment,) = mentions("Segment A revenue was $50 million.")
    assert segment.subject == "Segment A revenue"
    (flow,) = mentions("Net cash provided by operating activities was $30 million.")
    assert flow.subject == "Net cash provided by operating activities"


def test_a_second_time_behind_a_compared_figure_is_for_the_next_one() -> None:
    *_, year = mentions(
        "Second quarter revenue of $100 million grew from $90 million in the second quarter of 2020, and "
        "first half revenue was $190 million."
    )
    assert year.period == HALF


def test_one_of_two_periods_may_stand_before_a_pair() -> None:
    now, then = mentions(
        "For the three months ended June 30, 2021, revenue was $9.2 million "
        "and $8.4 million for the same period of 2020."
    )
    assert (now.period, then.period) == (QUARTER, YEAR_AGO)
    assert now.doubt == then.doubt == ""


def test_a_pair_with_one_period_for_both_is_doubted() -> None:
    first, second = mentions("Revenue was $9.2 million and $8.4 million for the quarter.")
    assert first.doubt
    assert second.doubt


def test_cents_behind_an_amount_per_share_may_be_per_share_too() -> None:
    share, bare = mentions("Loss per share improved to $0.12 from a loss of $0.20.")
    assert share.kind is Kind.PER_SHARE
    assert not share.doubt
    assert bare.kind is Kind.MONEY
    assert "per share" in bare.doubt


def test_a_time_behind_and_begins_another_clause() -> None:
    half, _ = mentions(
        "Revenue for the first six months was $30 million and for the second quarter was $16 million."
    )
    assert half.period == HALF


@pytest.mark.parametrize("quarter", ["FY 2020's second quarter", "2020’s second quarter"])
def test_the_quarter_of_a_year_in_the_possessive_is_no_year(quarter: str) -> None:
    _, then = mentions(f"Revenue was $9.2 million, compared to $8.4 million in {quarter}.")
    assert then.period == YEAR_AGO


@pytest.mark.parametrize("said", ["In May 2021, we sold 400 shares.", "We sold 400 shares in May 2021."])
def test_a_month_that_is_named_is_the_time_of_what_happened_in_it(said: str) -> None:
    assert str(mentions(said)[0].period) == "2021-05-01 to 2021-05-31"


def test_a_month_after_the_period_reported_is_doubted() -> None:
    (sold,) = mentions("In July 2021, the company sold 400 shares.")
    assert sold.doubt


@pytest.mark.parametrize(
    "said",
    [
        "Revenue included $0.2 million from Acme, which was acquired in March 2019.",
        "Interest was $0.3 million on the notes due in May 2025.",
    ],
)
def test_a_month_of_another_thing_is_not_the_time_of_a_figure(said: str) -> None:
    assert mentions(said)[0].period == QUARTER


def test_a_year_between_an_amount_per_share_and_its_name_makes_it_no_other_amount() -> None:
    now, _ = mentions(
        "Diluted earnings per share in the second quarter of 2021 were $0.23 compared to $0.03 per share."
    )
    assert now.kind is Kind.PER_SHARE


def test_a_bare_year_behind_a_comparison_is_the_same_stretch_of_that_year() -> None:
    now, then = mentions("Diluted earnings per share were $0.31 compared to $0.20 in 2020.")
    assert (now.period, then.period) == (QUARTER, YEAR_AGO)
    assert then.kind is Kind.PER_SHARE


def test_a_bare_year_behind_a_comparison_at_the_end_of_a_year_may_be_all_of_it() -> None:
    assert JUNE_YEARS.is_year_over
    sources, blocks, _ = read_sources("Revenue was $9.2 million compared to $8.4 million in 2020.\n")
    assert read_mentions(sources, runs(sources, blocks), JUNE_YEARS)[1].doubt


def test_two_periods_before_a_pair_are_told_respectively() -> None:
    now, then = mentions(
        "Revenue for the second quarter of 2021 and 2020 was $9.2 million and $8.4 million, respectively."
    )
    assert (now.period, then.period) == (QUARTER, YEAR_AGO)
    assert now.doubt == then.doubt == ""


@pytest.mark.parametrize(
    ("names", "amounts", "expected"),
    [
        (
            "Net earnings and diluted earnings per share for the quarter",
            "$3.1 million and $1.02",
            [("Net earnings", "USD"), ("diluted earnings per share", "USD/shares")],
        ),
        (
            "Net income and earnings per share",
            "$5,113 and $0.31",
            [("Net income", "USD"), ("earnings per share", "USD/shares")],
        ),
        (
            "Gross profit and net revenue",
            "$3.1 million and $9.0 million",
            [("Gross profit", "USD"), ("net revenue", "USD")],
        ),
    ],
)
def test_two_measures_are_told_respectively(
    names: str, amounts: str, expected: list[tuple[str, str]]
) -> None:
    found = mentions(f"{names} were {amounts}, respectively.")
    assert [(each.subject, each.unit) for each in found] == expected
    assert not any(each.doubt for each in found)


def test_a_bound_that_customers_are_above_is_no_amount_of_the_company() -> None:
    found = mentions("Customers with more than $100,000 in annual recurring revenue grew 22% to 200.")
    assert all(each.doubt for each in found)


@pytest.mark.parametrize("range_", ["27% - 28%", "27%-28%", "27% – 28%", "27% to 28%"])
def test_a_dash_between_the_ends_of_a_range_is_no_minus(range_: str) -> None:
    low, high = mentions(f"We expect a tax rate of {range_} for 2022.")
    assert [(each.role, each.value) for each in (low, high)] == [
        (Role.LOW, Decimal("0.27")),
        (Role.HIGH, Decimal("0.28")),
    ]


def test_the_second_end_of_a_range_has_the_mark_of_the_first() -> None:
    low, high = mentions("We expect 2022 net income per share of $0.40 - 0.50.")
    assert [(each.role, each.unit) for each in (low, high)] == [
        (Role.LOW, "USD/shares"),
        (Role.HIGH, "USD/shares"),
    ]


def test_growth_that_is_expected_between_two_rates_has_two_ends() -> None:
    low, high = mentions("We expect sales growth of 3% to 5% in 2022.")
    assert [(each.role, each.value) for each in (low, high)] == [
        (Role.LOW, Decimal("0.03")),
        (Role.HIGH, Decimal("0.05")),
    ]
    ends = mentions("We expect 2022 revenue of $27 million to $29 million, or growth of 16% to 18%.")[2:]
    assert [(each.role, each.subject) for each in ends] == [
        (Role.LOW, "revenue growth rate"),
        (Role.HIGH, "revenue growth rate"),
    ]
    assert all(each.doubt for each in mentions("We expect sales to decline 3% to 5% in 2022."))


def test_what_leads_to_a_list_is_no_part_of_its_first_subject() -> None:
    assert mentions("For 2022, the company expects: Revenue of $27 million.")[0].subject == "Revenue"


def test_a_minus_behind_no_number_stays_one() -> None:
    (margin,) = mentions("Operating margin was -3% in the second quarter of 2021.")
    assert margin.value == Decimal("-0.03")


@pytest.mark.parametrize(
    "pattern",
    [
        "Sales were $9 million and $17 million for {}, respectively.",
        "For {}, sales were $9 and $17, respectively.",
    ],
)
def test_two_lengths_named_in_one_breath_are_two_periods(pattern: str) -> None:
    quarter, half = mentions(pattern.format("the three and six months ended June 30, 2021"))
    assert (quarter.period, half.period) == (QUARTER, HALF)
    assert quarter.doubt == half.doubt == ""


def test_millions_behind_a_bracket_belong_to_the_number_in_it() -> None:
    assert mentions("Net loss was $(42) million.")[0].value == Decimal(-42_000_000)


def test_an_amount_per_share_and_its_comparison_may_have_the_quarter_between_them() -> None:
    now, then = mentions("EPS was $0.48 in the second quarter, up from $0.41 in the year-ago quarter.")
    assert (now.unit, then.unit) == ("USD/shares", "USD/shares")
    assert (now.period, then.period) == (QUARTER, YEAR_AGO)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Gross margin expanded 120 basis points.", "0.0120"),
        ("The loss ratio rose 80 bps in the quarter.", "0.0080"),
        ("The occupancy rate increased by 2.5 percentage points.", "0.025"),
    ],
)
def test_what_a_margin_moves_by_in_points_is_a_change_and_no_growth(text: str, value: str) -> None:
    (found,) = mentions(text)
    assert (found.role, found.value, found.doubt) == (Role.CHANGE, Decimal(value), "")


def test_a_range_of_points_that_a_margin_is_to_move_by_is_doubted() -> None:
    found = mentions("We expect the gross margin to expand 50 to 100 basis points in 2022.")
    assert len(found) == 2
    assert all(each.doubt for each in found)


@pytest.mark.parametrize(
    "text",
    [
        "Backlog was $32 million, of which $11 million is expected to convert in 2022.",
        "Net sales were $32 million, of which $11 million came from acquired businesses.",
        "Capital expenditures were $32 million, of which approximately $11 million was for the new mill.",
    ],
)
def test_a_part_of_an_amount_is_not_the_amount(text: str) -> None:
    whole, part = mentions(text)
    assert whole.value == 32_000_000
    assert not whole.doubt
    assert part.value == 11_000_000
    assert part.doubt


def test_a_part_that_its_own_words_name_is_not_doubted() -> None:
    _, part = mentions("Total debt was $32 million, of which $11 million is current.")
    assert not part.doubt


def test_the_dividend_before_is_of_no_period_that_is_told() -> None:
    """Other amounts without a time are compared with the year before; dividends are paid by the quarter."""
    _, dividend = mentions("The board declared a dividend of $0.24 per share, up from $0.22.")
    _, sales = mentions("Net sales were $24 million, up from $22 million.")
    assert dividend.doubt
    assert sales.period == YEAR_AGO
    assert not sales.doubt


def test_what_is_expected_before_a_semicolon_is_expected_behind_it() -> None:
    found = mentions(
        "Outlook for 2022: net sales of $32 million; net income of $4 million; "
        "capital spending of $9 million."
    )
    year = Period.duration(date(2022, 1, 1), date(2022, 12, 31))
    assert [(each.basis, each.period) for each in found] == [(Basis.FORECAST, year)] * 3


def test_what_was_done_is_not_expected_behind_a_semicolon() -> None:
    found = mentions("We expect net sales of $32 million in 2022; net income was $4 million in the quarter.")
    assert (found[-1].basis, found[-1].period) == (Basis.REPORTED, QUARTER)


@pytest.mark.parametrize(
    "text",
    [
        "Excluding litigation charges, net income was $9 million.",
        "Excluding a $0.2 million litigation charge, net income was $9 million.",
        "Before special items of $2 million, net income was $9 million.",
        "Adjusted for the sale of the mill, net income was $9 million.",
    ],
)
def test_what_a_sentence_leaves_out_first_makes_adjusted_amounts(text: str) -> None:
    found = mentions(text)[-1]
    assert (found.subject, found.basis, found.value) == ("net income", Basis.ADJUSTED, Decimal(9_000_000))


def test_charges_that_are_left_out_are_no_amount_of_what_they_are_left_out_of() -> None:
    income, charge = mentions("Net income was $9 million, excluding a $2 million litigation charge.")
    assert income.basis is Basis.ADJUSTED
    assert charge.subject != "Net income"
    assert charge.doubt


@pytest.mark.parametrize(
    "text",
    [
        "Total debt was $9 million, excluding current maturities.",
        "Cash was $9 million, excluding restricted cash.",
        "Before the merger, net sales were $9 million.",
        "Income before income taxes was $9 million.",
    ],
)
def test_what_is_reported_without_a_part_or_before_a_day_is_no_adjusted_amount(text: str) -> None:
    assert mentions(text)[0].basis is Basis.REPORTED


def test_an_amount_that_is_compared_is_of_the_one_time_named_behind_it() -> None:
    *_, before, per_share = mentions(
        "Net income was $9.6 million for the second quarter of 2021, compared to net income of $7.9"
        " million and diluted EPS of $0.45 for the first quarter of 2021."
    )
    first = Period.duration(date(2021, 1, 1), date(2021, 3, 31))
    assert (before.period, per_share.period) == (first, first)


@pytest.mark.parametrize(
    "heading",
    [
        "Highlights for the second quarter of 2021 compared to the second quarter of 2020:",
        "Second Quarter 2021 Results Compared to Second Quarter 2020",
        "For the quarter ended June 30, 2021 versus the quarter ended June 30, 2020",
    ],
)
def test_under_a_heading_that_compares_figures_are_of_the_first_time(heading: str) -> None:
    (revenue,) = mentions(heading, "Net revenues were $15.8 million.")
    assert revenue.period == QUARTER


def test_a_headline_of_results_and_guidance_tells_of_results() -> None:
    earnings, ahead = mentions(
        "Acme Reports Second Quarter Results and Raises Full Year Guidance",
        "Acme told of second quarter earnings per share of $4.21. It expects $11.57 per share for 2021.",
    )
    assert (earnings.basis, earnings.period) == (Basis.REPORTED, QUARTER)
    assert ahead.basis is Basis.FORECAST


def test_cash_from_operations_compares_nothing() -> None:
    *_, dividends = mentions(
        "We generated $84.2 million in cash from operations, paid dividends of $19.7 million."
    )
    assert (dividends.period, dividends.derived) == (QUARTER, ("period of the release",))


@pytest.mark.parametrize("text", ["For the fiscal 2020 full year net sales were $9.6 million."])
def test_a_fiscal_year_that_is_said_to_be_full_is_that_year(text: str) -> None:
    (sales,) = mentions(text)
    assert sales.period == Period.duration(date(2020, 1, 1), date(2020, 12, 31))


def test_what_a_company_is_on_track_to_is_expected() -> None:
    (ahead,) = mentions("We are on track to adjusted EBITDA of $85 million.")
    assert ahead.basis is Basis.FORECAST


@pytest.mark.parametrize(
    "expected",
    [
        "For the fiscal year ending September 30, 2024, the company expects revenue of $500 million.",
        "The outlook for the quarter ending June 30, 2024 is for revenue of $120 million.",
        "Revenue is expected to be $500 million in the fiscal year ending September 30, 2024.",
    ],
)
def test_the_end_of_what_is_expected_is_not_the_end_of_what_is_reported(expected: str) -> None:
    reported = "Revenue was $9 million in the quarter ended March 31, 2024.\n\nNet income was $2 million."
    alone, with_outlook = read(reported), read(f"{reported}\n\n{expected}")
    assert with_outlook.period_end == alone.period_end == date(2024, 3, 31)
    assert with_outlook.mentions[:2] == alone.mentions
    assert with_outlook.mentions[2].basis is Basis.FORECAST
    assert with_outlook.mentions[2].period != alone.mentions[0].period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Revenue in the second quarter was $8.1 million (up 5% from $7.7 million).", YEAR_AGO),
        ("Revenue was $8.1 million (up from $7.7 million) for the quarter ended June 30, 2021.", None),
    ],
)
def test_what_brackets_compare_is_not_of_the_time_around_them(text: str, period: Period | None) -> None:
    assert mentions(text)[-1].period == period


def test_an_amount_in_brackets_with_a_time_is_that_of_another_time() -> None:
    now, before = mentions("Revenue was $8.1 million ($7.2 million for the second quarter of 2020).")
    assert before.period == YEAR_AGO
    assert now.period != YEAR_AGO
