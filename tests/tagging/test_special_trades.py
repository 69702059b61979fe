"""What went wrong at first sight on releases of lenders, insurers, funds and managers of assets."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.small_pages import page_text, read_one, read_page
from tests.tagging.making import facts_at, name_at, value_at
from xbrlgen import build, read
from xbrlgen.filing import Filing

QUARTERS = "|Three Months Ended March 31,>2\n|2014|2013\n"
IN_THOUSANDS = "(dollars in thousands, except per share data)"


def built(*parts: str) -> Filing:
    return build(page_text("Alder Mutual Group Reports First Quarter 2014 Results", *parts).encode())


def table(title: str, rows: str, heads: str = QUARTERS) -> Filing:
    return built(title, IN_THOUSANDS, heads + rows.strip("\n"))


RESULTS = """
Premiums earned|177,608|161,430
Net investment income|14,176|13,640
Consolidated revenue|191,784|175,070
Losses and settlement expenses|75,911|64,920
Total expenses|75,911|64,920
Earnings before income taxes|115,873|110,150
Income tax expense|14,110|16,320
Net earnings|101,763|93,830
Operating earnings:|
Net earnings|101,763|93,830
Less: Realized gains, net of tax|(3,328)|(7,092)
Operating earnings|98,435|86,738
Per share data:|
Diluted:|
Weighted average shares outstanding (in 000's)|43,804|43,640
Net earnings per share|$ 2.32|$ 2.15
"""


def test_operating_earnings_below_the_net_result_are_the_companys_own_measure() -> None:
    made = table("Consolidated Statements of Earnings", RESULTS)
    assert name_at(made, "98,435").startswith("own:")
    assert name_at(made, "(3,328)").startswith("own:")
    assert name_at(made, "101,763") == "NetIncomeLoss"


def test_a_heading_that_is_but_diluted_holds_the_counts_of_shares_below_it() -> None:
    made = table("Consolidated Statements of Earnings", RESULTS)
    assert name_at(made, "43,804") == "WeightedAverageNumberOfDilutedSharesOutstanding"
    assert name_at(made, "$ 2.32") == "EarningsPerShareDiluted"


def test_the_head_of_the_labels_says_which_earnings_per_share_they_are() -> None:
    heads = "|First Quarter>2\nEarnings Per Diluted Share|2014|2013\n"
    said = "Net earnings for the quarter ended March 31, 2014 rose."
    made = built(said, heads + "Net earnings|$ 0.76|$ 0.86\nOperating earnings (1)|$ 0.68|$ 0.70")
    assert name_at(made, "$ 0.76") == "EarningsPerShareDiluted"
    assert name_at(made, "$ 0.68").startswith("own:")


HELD = """
Client assets, beginning of period|6,285|5,800
Inflows|945|809
Client assets, end of period|7,230|6,609
Period-end branches|17|18
"""


def test_what_moved_in_a_time_begins_and_ends_as_one_balance_at_its_days() -> None:
    found = facts_at(table("Client Assets", HELD))
    (before,), (after,) = found["6,285"], found["7,230"]
    assert (before.period.end, after.period.end) == (date(2013, 12, 31), date(2014, 3, 31))
    assert before.concept == after.concept
    assert before.concept.name.local == "ClientAssets"
    assert found["945"][0].period.is_duration


EITHER = """
Non-accruing loans:|
One- to four-family|3,104|2,870
Land and lots|8,120|7,911
Total non-accruing loans|11,224|10,781
Net charge-offs|1,310|1,204
Loans serviced|4,110|4,010
"""


def test_under_at_or_for_a_time_only_what_is_told_by_words_is_a_fact() -> None:
    heads = "|At or for the three months ended March 31,>2\n|2014|2013\n"
    made = table("Asset Quality", EITHER, heads)
    found = facts_at(made)
    assert all(found[held][0].period.is_instant for held in ("3,104", "8,120", "11,224"))
    assert found["1,310"][0].period.is_duration
    assert "4,110" not in found
    assert found["8,120"][0].value == 8_120_000


HIGHLIGHTS = """
Total interest income|12,549|12,254
Total interest expense|4,733|6,762
Net interest income|7,816|5,492
Provision for loan losses|2,475|525
Net interest income after provision for loan losses|5,341|4,967
Non-interest income|1,389|1,020
Non-interest expense|5,773|5,245
Income before income taxes|957|742
"""


@pytest.mark.parametrize(
    ("printed", "concept"),
    [
        ("12,549", "InterestAndDividendIncomeOperating"),
        ("2,475", "ProvisionForLoanAndLeaseLosses"),
        ("1,389", "NoninterestIncome"),
        ("5,773", "NoninterestExpense"),
    ],
)
def test_highlights_of_an_income_statement_have_the_concepts_of_one(printed: str, concept: str) -> None:
    assert name_at(table("INCOME STATEMENT HIGHLIGHTS", HIGHLIGHTS), printed) == concept


FUND = """
Interest income|55,405|40,639
Total dividend income|8,515|7,905
Total investment income|63,920|48,544
Base management fee|8,315|8,267
Incentive management fees|4,618|1,825
Total operating expenses|12,933|10,092
Net investment income|50,987|38,452
Net realized gains (losses) on investments|(16,696)|(9,030)
Net increase in net assets resulting from operations|34,291|29,422
Net investment income per share - basic and diluted|$ 0.31|$ 0.26
Net increase in net assets resulting from operations per share - basic and diluted|$ 0.17|$ 0.19
"""


def test_investment_income_per_share_is_no_earnings_per_share() -> None:
    made = table("Consolidated Statements of Operations", FUND)
    assert name_at(made, "$ 0.31").startswith("own:")
    assert name_at(made, "$ 0.17") in {"EarningsPerShareBasicAndDiluted", "EarningsPerShareBasic"}
    assert name_at(made, "4,618") == "IncentiveFeeExpense"


def test_a_unit_line_is_no_title_though_it_names_ratios() -> None:
    unit = "(In Thousands, except for Book Value and Ratios)"
    assert read_one("BALANCE SHEET HIGHLIGHTS", unit, HEADS_AT_DAYS).title == "BALANCE SHEET HIGHLIGHTS"


HEADS_AT_DAYS = "|March 31, 2014|December 31, 2013\nTotal assets|979,521|984,662\nBorrowings|232,965|250,209"


def test_thousands_of_renminbi_are_a_unit_and_no_part_of_the_company() -> None:
    heads = "|Three Months Ended March 31,>3\n|2013|2014>2\n|RMB('000)|RMB(‘000)|USD('000)\n"
    made = built("Summary", heads + "Revenue|63,897|82,682|12,358\nGross profit|46,265|63,528|9,495")
    found = facts_at(made)
    assert [fact.value for fact in found["82,682"]] == [82_682_000]
    assert not found["82,682"][0].dimensions
    assert str(found["82,682"][0].unit).endswith("CNY")


@pytest.mark.parametrize(
    "said",
    [
        "$0.99 diluted earnings per share",
        "$0.99 earnings per diluted share",
        "$0.99 diluted net income per share",
    ],
)
def test_amounts_are_per_share_where_what_they_are_follows(said: str) -> None:
    text = f"Net income for the quarter ended March 31, 2014 was $29.0 million, or {said}."
    assert {one.unit for one in read(page_text(text).encode()).mentions} == {"USD", "USD/shares"}


UTILITY = """
Electric sales (millions of kWh)|
Residential|811|840
Large commercial and industrial|2,904|2,870
Number of customers at end of period|
Residential|294,110|292,011
"""


def test_millions_of_goods_are_no_millions_of_dollars() -> None:
    found = facts_at(
        built("Net income was $4.1 million.", "Operating Statistics", QUARTERS + UTILITY.strip("\n"))
    )
    assert not {"811", "2,904"} & found.keys()


def test_rows_named_by_a_length_of_time_are_not_for_the_day_of_the_columns() -> None:
    heads = "Periods Ended June 30|Net Income>2|EPS (diluted)>2\n|2012|2011|2012|2011\n"
    made = built("($ in millions)", heads + "Three Months|$ 30.3|$ 24.7|$ 0.42|$ 0.35")
    assert "$ 0.42" not in facts_at(made)


UNITS = """
Revenues|130,615|107,520
Cost of goods sold|93,110|73,504
Operating income|37,505|34,016
Income tax expense|204|111
Net income|37,301|33,905
Less: General partner's interest in net income, including incentive distribution rights|4,811|3,104
Limited partners' interest in net income|32,490|30,801
Weighted average limited partner units outstanding:|
Common units - (basic)|24,354,110|24,301,204
Common units - (diluted)|24,371,204|24,360,411
"""


def test_units_below_a_heading_of_units_outstanding_are_counted() -> None:
    made = built(
        "Consolidated Statements of Income", "(in thousands, except unit data)", QUARTERS + UNITS.strip("\n")
    )
    assert value_at(made, "24,354,110") == 24_354_110
    assert name_at(made, "4,811") == "NetIncomeLossAllocatedToGeneralPartners"


PIPES = """
Pipelines Segment: (average bpd)|
Otter Creek System:|
Crude pipelines (non-gathered)|58,204|57,011
West marketing throughputs (average bpd)|14,204|13,011
"""


def test_barrels_a_day_of_a_segment_are_no_money() -> None:
    found = facts_at(built("Segment Throughputs", "(in thousands)", QUARTERS + PIPES.strip("\n")))
    assert not {"58,204", "14,204"} & found.keys()


def test_a_year_to_date_goes_on_to_the_last_quarter_beside_it() -> None:
    heads = "|2013>3|2014>2\n|3rd Qtr|4th Qtr|YTD|1st Qtr|YTD\n"
    rows = "Transportation services|21.1|29.8|50.9|35.3|35.3\nTotal revenues|21.1|29.8|50.9|35.3|35.3"
    said = "Results for the quarter ended March 31, 2014"
    columns = (
        read_page(said, "Statement of Income", "Millions of Dollars", heads + rows).statements[0].columns
    )
    assert [str(columns[at].period) for at in (2, 4)] == [
        "2013-01-01 to 2013-12-31",
        "2014-01-01 to 2014-03-31",
    ]


@pytest.mark.parametrize("unit", ["million NIS", "NIS millions", "NIS in millions"])
def test_millions_of_shekels_are_a_unit(unit: str) -> None:
    heads = f"|Q1/2009|Q1/2008\n|{unit}>2\n"
    made = built(
        "Results for the quarter ended March 31, 2009",
        heads + "Total revenues|1,561|1,595\nNet income|348|273",
    )
    assert value_at(made, "1,561") == 1_561_000_000


WARRANTS = """
Cash|500|400
Total current assets|500|400
Total assets|9,000|8,000
Current liabilities:|
Accounts payable|3,000|2,500
Common stock warrants|600|700
Total current liabilities|3,600|3,200
Total liabilities|3,600|3,200
Total liabilities and stockholders' equity|9,000|8,000
"""


def test_warrants_among_current_liabilities_do_not_begin_the_equity() -> None:
    heads = "|March 31, 2014|December 31, 2013\n"
    assert name_at(table("Consolidated Balance Sheets", WARRANTS, heads), "3,600") == "LiabilitiesCurrent"


SHARED = """
Net revenues|245.8|251.9
Loss before income taxes|(4.6)|(4.5)
Net loss|(2.3)|(2.7)
Basic loss per share|(0.06)|(0.08)
Diluted loss per share|(0.06)|(0.08)
"""


def test_a_diluted_result_printed_again_is_not_taken_for_the_basic_one() -> None:
    made = table("Consolidated Statements of Operations", SHARED)
    again = built("x", QUARTERS + "Diluted loss per share|(0.06)|(0.08)")
    assert [fact.concept.name.local for fact in facts_at(made)["(0.06)"]] == [
        "EarningsPerShareBasic",
        "EarningsPerShareDiluted",
    ]
    assert name_at(again, "(0.06)") != "EarningsPerShareBasic"
