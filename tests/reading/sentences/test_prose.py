"""Figures in sentences get what they measure, when, and in which role."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve

from xbrlgen.calendars import DocumentCalendar
from xbrlgen.model import Period
from xbrlgen.reading.document import Paragraph
from xbrlgen.reading.given.runs import runs
from xbrlgen.reading.sentences.clock import Clock
from xbrlgen.reading.sentences.prose import read_mentions
from xbrlgen.reading.sources import read_sources
from xbrlgen.reading.statement import Basis, Kind, Mention, Role

QUARTER = Period.duration(date(2021, 4, 1), date(2021, 6, 30))
YEAR_AGO = Period.duration(date(2020, 4, 1), date(2020, 6, 30))
HALF = Period.duration(date(2021, 1, 1), date(2021, 6, 30))
NEXT = Period.duration(date(2021, 7, 1), date(2021, 9, 30))
CLOCK = Clock(
    DocumentCalendar(ends=(date(2021, 6, 30),), period_end=date(2021, 6, 30), year_month=12),
    known=(QUARTER, YEAR_AGO, HALF),
    current=QUARTER,
)


def mentions(*paragraphs: str) -> tuple[Mention, ...]:
    text = "\n\n".join(paragraphs) + "\n"
    sources, blocks, _ = read_sources(text)
    assert all(isinstance(block, Paragraph) for block in blocks)
    return read_mentions(sources, runs(sources, blocks), CLOCK)


def said(mention: Mention) -> tuple[str, Decimal | None, Period | None]:
    return mention.subject, mention.value, mention.period


def test_amount_growth_and_year_ago_in_one_sentence() -> None:
    revenue, growth, before = mentions(
        "Revenue for the second quarter was $45.2 million, a 15% increase as compared to $39.3 "
        "million in the second "
        "quarter of 2020."
    )
    assert said(revenue) == ("Revenue", Decimal("45200000"), QUARTER)
    assert (growth.role, growth.value, growth.direction, growth.subject) == (
        Role.GROWTH,
        Decimal("0.15"),
        1,
        "Revenue",
    )
    assert (growth.period, growth.compared) == (QUARTER, YEAR_AGO)
    assert said(before) == ("Revenue", Decimal("39300000"), YEAR_AGO)


def test_per_share_companion_shares_subject_and_period() -> None:
    loss, per_share, income, per_share_before = mentions(
        "Net loss for the second quarter of 2021 was $0.7 million or $0.01 per diluted share, as "
        "compared to net income "
        "of $1.6 million or $0.03 per diluted share in the second quarter of 2020."
    )
    assert said(loss) == ("Net loss", Decimal(700000), QUARTER)
    assert (per_share.kind, per_share.unit, per_share.subject) == (
        Kind.PER_SHARE,
        "USD/shares",
        "Net loss per diluted share",
    )
    assert said(income) == ("net income", Decimal(1600000), YEAR_AGO)
    assert per_share_before.period == YEAR_AGO


def test_two_figures_for_two_periods_are_dealt_out_in_order() -> None:
    first, second, *_ = mentions(
        "Research expenses were $4,618,327 and $9,874,150 for the three-month and six-month "
        "periods ended June 30, 2021."
    )
    assert said(first) == ("Research expenses", Decimal(4618327), QUARTER)
    assert said(second) == ("Research expenses", Decimal(9874150), HALF)


def test_two_figures_that_cannot_be_told_apart_are_doubted() -> None:
    found = mentions("Sales and profit came to $10 million and $2 million.")
    assert [bool(mention.doubt) for mention in found] == [True, True]


@pytest.mark.parametrize("glue", [" - ", "-", " to ", "–", " "])
def test_range_in_an_outlook_even_when_the_dash_was_lost(glue: str) -> None:
    low, high = mentions(
        "Financial Outlook", f"- Revenue of $46{glue}$47 million for the third quarter of 2021"
    )
    assert (low.role, low.value, high.role, high.value) == (
        Role.LOW,
        Decimal(46000000),
        Role.HIGH,
        Decimal(47000000),
    )
    assert low.basis is high.basis is Basis.FORECAST
    assert low.period == high.period == NEXT


def test_range_of_a_loss_printed_downwards() -> None:
    first, second = mentions("Business Outlook", "- GAAP EPS of $(0.04) $(0.06)")
    assert (first.role, first.value) == (Role.HIGH, Decimal("-0.04"))
    assert (second.role, second.value) == (Role.LOW, Decimal("-0.06"))
    assert first.kind is second.kind is Kind.PER_SHARE


def test_heading_gives_the_period_of_the_lines_below_it() -> None:
    (revenue,) = mentions(
        "Financial Expectations", "Third Quarter 2021", "- Capital expenditures of about $10 million"
    )
    assert revenue.period == NEXT
    assert revenue.basis is Basis.FORECAST


def test_lines_of_an_outlook_without_a_currency_mark_are_no_headings() -> None:
    count, first, second = mentions(
        "Financial Expectations",
        "Third Quarter 2021",
        "- Fully diluted share count of approximately 56 million",
        "- GAAP EPS of $(0.04) $(0.06)",
    )
    assert (count.kind, count.period, count.basis) == (Kind.SHARES, NEXT, Basis.FORECAST)
    assert (first.role, second.role, second.period) == (Role.HIGH, Role.LOW, NEXT)


def test_subject_of_a_long_clause_is_its_last_noun() -> None:
    *_, outlay = mentions(
        "The Company generated $3.0 million of cash from operations, and incurred planned spending mostly "
        "related to the purchase of servers and to the expansion of its offices in several cities, resulting "
        "in a cash outlay of approximately $2.0 million."
    )
    assert outlay.subject == "cash outlay"


def test_day_of_the_dateline_is_no_period() -> None:
    revenue, growth, _ = mentions(
        "Boise, Idaho, July 28, 2021 -- Quillfeather Works today reported net sales of $212.4 million for "
        "the quarter ended June 30, 2021, up 8 percent from $196.7 million in the second quarter of 2020."
    )
    assert said(revenue) == ("net sales", Decimal("212400000"), QUARTER)
    assert growth.period == QUARTER


def test_to_is_part_of_what_is_attributable_to_somebody() -> None:
    (income,) = mentions(
        "Net income attributable to common stockholders was $18.6 million for the second quarter."
    )
    assert income.subject == "Net income attributable to common stockholders"


def test_sentence_that_opens_with_the_comparison_is_about_the_year_before() -> None:
    revenue, profit = mentions(
        "These results compare to revenue of $15.68 billion and net profit of $3.38 billion in the "
        "year-ago quarter."
    )
    assert said(revenue) == ("revenue", Decimal("15680000000"), YEAR_AGO)
    assert said(profit) == ("net profit", Decimal("3380000000"), YEAR_AGO)


def test_percent_in_a_headline_is_a_percent() -> None:
    (growth,) = mentions("Revenue Grows 71 Percent")
    assert (growth.kind, growth.role, growth.value) == (Kind.PERCENT, Role.GROWTH, Decimal("0.71"))


def test_year_over_year_is_no_comparison_with_another_figure() -> None:
    _, revenue, _ = mentions(
        "Subscription revenue grew 22% year over year to $200.9 million and 21% in constant currency."
    )
    assert said(revenue) == ("Subscription revenue", Decimal("200900000"), QUARTER)


def test_result_beside_guidance_in_one_headline_is_a_result() -> None:
    income, low, high = mentions(
        "Returns to Profit With Net Income of $0.4M and Tightens Third Quarter 2021 Revenue "
        "Guidance to $186-$187M"
    )
    assert (income.basis, income.period) == (Basis.REPORTED, QUARTER)
    assert (low.basis, high.basis, low.period) == (Basis.FORECAST, Basis.FORECAST, NEXT)


def test_figure_about_something_new_does_not_take_the_subject_before_it() -> None:
    *_, impact = mentions(
        "Average selling price fell from $2.20 to $1.93 in the second quarter, together "
        "impacting results by $4.2 million."
    )
    assert impact.doubt


def test_period_that_has_not_ended_is_doubted_for_a_result() -> None:
    (revenue,) = mentions("Revenue was $10 million in the third quarter of 2021.")
    assert revenue.doubt


def test_number_torn_by_a_blank_is_no_number() -> None:
    (per_share,) = mentions("Net income for the second quarter was $1, 465,000, or $0.05 per share.")
    assert per_share.doubt


def test_basis_points_are_hundredths_of_a_percent() -> None:
    _, points = mentions("Gross margin was 38.7%, up 150 basis points from the prior year.")
    assert (points.kind, points.value) == (Kind.PERCENT, Decimal("0.0150"))


def test_aside_before_the_comparison_keeps_its_own_period() -> None:
    _, before = mentions(
        "Net income was $1.5 billion in the second quarter of 2021, which was impacted by the items "
        "discussed above, compared to $1.3 billion in the prior year quarter."
    )
    assert said(before) == ("Net income", Decimal("1300000000"), YEAR_AGO)


def test_current_year_of_a_yearly_release_is_that_year() -> None:
    year, before = (
        Period.duration(date(2020, 7, 1), date(2021, 6, 30)),
        Period.duration(date(2019, 7, 1), date(2020, 6, 30)),
    )
    clock = evolve(CLOCK, known=(QUARTER, year, before))
    sources, blocks, _ = read_sources(
        "Sales of $3.8 billion in the current year compared to $3.4 billion in the prior year.\n"
    )
    now, then = read_mentions(sources, runs(sources, blocks), clock)
    assert (now.period, then.period) == (year, before)


def test_dilution_said_behind_the_share() -> None:
    _, basic, diluted = mentions(
        "Net income for the second quarter was $44.2 million, or $0.89 per share ($0.88 per share on a "
        "diluted basis)."
    )
    assert (basic.subject, diluted.subject) == ("Net income per share", "Net income per diluted share")


def test_fall_is_told_from_rise() -> None:
    _, fell = mentions("Gross profit was $10 million, down 12% from the prior year.")
    assert (fell.role, fell.direction) == (Role.GROWTH, -1)


def test_balance_at_a_date_is_an_instant() -> None:
    now, before = mentions(
        "Our cash balance was $77.4 million at June 30, 2021 as compared to $75.0 million as of "
        "March 31, 2021."
    )
    assert said(now) == ("cash balance", Decimal("77400000"), Period.instant(date(2021, 6, 30)))
    assert before.period == Period.instant(date(2021, 3, 31))


def test_object_behind_the_figure_is_the_subject() -> None:
    (cash,) = mentions(
        "The Company generated approximately $3.0 million of cash from operations in the second quarter."
    )
    assert cash.subject == "cash from operations"


def test_aside_between_subject_and_verb_is_not_the_subject() -> None:
    (revenue,) = mentions(
        "Total revenue, which includes our consumer operations, was $45.2 million for the second quarter."
    )
    assert revenue.subject == "Total revenue"


def test_negative_said_in_a_word() -> None:
    (rate,) = mentions("Outlook", "- Cash tax rate of approximately negative 7%")
    assert (rate.value, rate.direction) == (Decimal("0.07"), -1)


def test_dates_phones_and_legal_references_are_no_mentions() -> None:
    assert not mentions(
        "Dial 877-555-0100 (passcode 1234567) at 5:00 p.m. on July 28, 2021, or see Rule 14a-12 "
        "under 17 CFR 240.14a-12 and "
        "Form 8-K, Item 2.02, Exhibit 99.1."
    )


@pytest.mark.parametrize(
    ("sentence", "print_", "subject"),
    [
        ("A 12 percent increase in gas volumes;", "12 percent", "gas volumes"),
        ("A 12 percent increase in revenues to $50.1 million;", "$50.1 million", "revenues"),
        ("The company holds $5.1 million assets held for sale.", "$5.1 million", "assets held for sale"),
        ("The company paid $2.0 million on online advertising.", "$2.0 million", "online advertising"),
        ("The company acquired 31 offices in the quarter.", "31", "offices"),
    ],
)
def test_a_word_that_begins_like_a_preposition_stays_whole(sentence: str, print_: str, subject: str) -> None:
    assert [each.subject for each in mentions(sentence) if each.figure.print == print_] == [subject]


def test_an_amount_compared_after_one_per_share_goes_on_with_the_amount_before_it() -> None:
    first, each, then, before = mentions(
        "Net income for the quarter was $336 million, $3.01 per diluted share, compared to $310 million, "
        "$2.77 per diluted share, last year."
    )
    assert (first.subject, then.subject) == ("Net income", "Net income")
    assert (each.kind, before.kind) == (Kind.PER_SHARE, Kind.PER_SHARE)
    assert (then.value, then.period) == (Decimal(310_000_000), YEAR_AGO)


def test_a_line_that_leads_to_a_list_keeps_the_forecast_it_stands_in() -> None:
    (low, high) = mentions(
        "Third Quarter 2021 Guidance",
        "Based on current spot rates:",
        "Revenue is expected to be $46 million to $47 million.",
    )
    assert {low.period, high.period} == {NEXT}
    assert {low.basis, high.basis} == {Basis.FORECAST}


def test_a_share_beside_an_amount_is_that_amounts_share_of_the_whole() -> None:
    text = (
        "Operating expenses were $41.9 million (29.4% of sales) compared to $42.2 million (28.6% of sales)."
    )
    share = "Operating expenses as a percentage of sales"
    expected = ["Operating expenses", share, "Operating expenses", share]
    assert [mention.subject for mention in mentions(text)] == expected


def test_a_share_compared_with_another_goes_on_with_its_subject() -> None:
    found = mentions("Retail gross margin was 44.5% of sales compared to 45.3% of sales.")
    assert [mention.subject for mention in found] == ["Retail gross margin", "Retail gross margin"]


def test_a_share_of_something_that_is_not_told_has_no_subject() -> None:
    (found,) = mentions("In the quarter, 30% of revenue came from abroad.")
    assert found.subject == ""
    assert found.doubt


def test_an_amount_after_tax_is_not_the_one_before_tax() -> None:
    before, after = mentions("We report a pre-tax profit of $23.8 million, or $18.2 million after tax.")
    assert before.subject == "pre-tax profit"
    assert after.subject == ""


@pytest.mark.parametrize("off_by", ["plus or minus", "plus/minus", "+/-", "±"])
def test_how_far_a_forecast_may_be_off_is_no_second_value(off_by: str) -> None:
    text = f"For the third quarter of 2021, we expect revenue of $410 million, {off_by} $15 million."
    (value, margin) = mentions(text)
    assert (value.subject, value.basis) == ("revenue", Basis.FORECAST)
    assert margin.subject == ""


@pytest.mark.parametrize(
    "text", ["sold goods at $20 to 1.5 million customers", "gave $2 to 2.5 million customers"]
)
def test_amounts_given_to_many_are_no_ranges(text: str) -> None:
    first, second = mentions(f"In the first quarter of 2021 we {text}.")
    assert first.value in {Decimal(20), Decimal(2)}
    assert second.kind is not Kind.MONEY


def test_an_amount_in_brackets_is_of_the_time_of_the_one_they_follow() -> None:
    loss, _, before, aside, basic, diluted = mentions(
        "Net loss was $(484,000), or $(0.13) per share, compared to net income of $1,055,000"
        " (which includes a license gain of $1,122,000), or $0.30 and $0.29 per basic and diluted share,"
        " for the second quarter of 2020."
    )
    assert loss.period == QUARTER
    assert said(before) == ("net income", Decimal(1055000), YEAR_AGO)
    assert aside.period == YEAR_AGO
    assert said(basic) == ("net income per basic share", Decimal("0.30"), YEAR_AGO)
    assert said(diluted) == ("net income per diluted share", Decimal("0.29"), YEAR_AGO)


def test_an_amount_in_brackets_may_name_a_time_of_its_own() -> None:
    now, before = mentions(
        "Revenue was $8.1 million for the quarter ($7.2 million for the second quarter of 2020)."
    )
    assert (now.period, before.period) == (QUARTER, YEAR_AGO)


def test_a_comparison_goes_on_to_the_time_it_is_with() -> None:
    _, before, ago = mentions(
        "Operating expenses were $19.7 million, up from $19.3 million from last quarter and up from"
        " $16.6 million from the same quarter last year."
    )
    first = Period.duration(date(2021, 1, 1), date(2021, 3, 31))
    assert (before.period, ago.period) == (first, YEAR_AGO)
    loss, income = mentions(
        "Operating loss of $3.2 million versus operating income of $2.6 million on a GAAP basis versus the"
        " comparable prior-year period"
    )
    assert (loss.period, income.period) == (QUARTER, YEAR_AGO)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Acme reported $93.3 million in revenue, close to its own record.", "revenue"),
        (
            "The Company closed the quarter with $9.3 million of cash and cash equivalents.",
            "cash and cash equivalents",
        ),
        (
            "We ended the quarter with $9.3 million in cash, cash equivalents and short-term investments.",
            "cash, cash equivalents and short-term investments",
        ),
        ("We ended the quarter with $9.3 million of inventory and no debt.", "inventory"),
    ],
)
def test_what_an_amount_is_of_stands_behind_it(text: str, subject: str) -> None:
    assert mentions(text)[0].subject == subject


def test_a_loss_per_share_is_said_in_so_many_words() -> None:
    loss, per_share = mentions("Net loss totaled $12.6 million and $0.38 loss per share.")
    assert (loss.kind, loss.doubt) == (Kind.MONEY, "")
    assert (per_share.kind, per_share.subject) == (Kind.PER_SHARE, "Net loss per share")


def test_a_company_is_itself_under_its_initials() -> None:
    sources, blocks, _ = read_sources(
        "QSL reported $9.3 million in revenue. QXY reported $3.1 million in revenue.\n"
    )
    ours, theirs = read_mentions(sources, runs(sources, blocks), CLOCK, "Quarry and Stone Lamps Limited")
    assert ours.doubt == ""
    assert "part of the company" in theirs.doubt


def test_a_rate_is_no_amount_that_ends_what_is_said_per_share() -> None:
    *_, earnings = mentions("On a GAAP basis, earnings per share (EPS) decreased by 40 percent to $0.61.")
    assert (earnings.kind, earnings.unit) == (Kind.PER_SHARE, "USD/shares")


def test_an_amount_per_basic_and_diluted_share_is_per_share() -> None:
    loss, shares = mentions(
        "Net loss per basic and diluted share attributable to common stockholders was $(0.15), based on 39.7"
        " million basic and diluted weighted average common shares outstanding."
    )
    assert (loss.kind, shares.kind) == (Kind.PER_SHARE, Kind.SHARES)
