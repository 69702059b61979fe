"""What went wrong at first sight on releases of lenders, insurers, funds and managers of assets."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.small_pages import page_text, read_one
from tests.tagging.making import facts_at, name_at
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


RISKS = """
New insurance written (billions)|$ 9.8|$ 12.4
Product mix as a % of new insurance|
Singles|22|18
Primary Insurance In Force (billions)|$ 174.5|$ 172.7
Rescissions and denials|(225)|(230)
Number of employees|800|805
"""


def test_insurance_in_force_stands_at_a_day_and_primary_is_no_share() -> None:
    found = facts_at(
        built("Net income was $4.1 million.", "Additional Information", QUARTERS + RISKS.strip("\n"))
    )
    (fact,) = found["$ 174.5"]
    assert fact.value == 174_500_000_000
    assert (str(fact.unit), fact.period.is_instant) == ("USD", True)
    assert all(abs(int(str(one.value))) == 225 for one in found.get("(225)", ()))


SHEET = """
Short-term investments|5,300|4,796
Total assets|895,751|768,502
Total liabilities|326,589|270,908
Total stockholders' equity|569,162|497,594
Total liabilities and stockholders' equity|895,751|768,502
Common shares outstanding|14,876,411|14,793,204
"""


def test_a_thousand_times_the_shares_that_earnings_are_divided_by_are_doubted() -> None:
    days = "|March 31, 2014|December 31, 2013\n"
    unit = "(Dollars in thousands except per share amounts)"
    made = built(
        *("Consolidated Statements of Earnings", unit, QUARTERS + RESULTS.strip("\n")),
        *("Balance Sheets", unit, days + SHEET.strip("\n")),
    )
    assert "14,876,411" not in facts_at(made)


LENT = """
Interest income|17,110|6,811
Interest expense|(2,011)|(804)
Net interest income|15,099|6,007
Expenses|3,204|1,811
Net income|11,895|4,196
"""


def test_interest_that_is_earned_first_is_operating() -> None:
    made = table("Condensed Statements of Operations", LENT)
    assert name_at(made, "15,099") == "InterestIncomeExpenseNet"
    assert name_at(made, "17,110") == "InterestIncomeOperating"


WRITTEN = """
Premiums written:|
Direct|70,605|55,102
Ceded|(11,642)|(10,781)
Net premiums written|58,963|44,321
Earned premiums|58,222|44,971
Total revenues|58,222|44,971
Net losses and loss adjustment expenses|41,300|21,979
Net income|16,922|22,992
"""


def test_premiums_are_direct_or_ceded_by_the_heading_above() -> None:
    made = table("Consolidated Income Statement", WRITTEN)
    assert name_at(made, "70,605") == "DirectPremiumsWritten"
    assert name_at(made, "(11,642)") == "CededPremiumsWritten"
