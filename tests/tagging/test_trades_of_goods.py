"""What went wrong at first sight on releases of utilities, pipelines, hotels and companies abroad."""

from __future__ import annotations

import pytest

from tests.reading.small_pages import read_page
from tests.tagging.making import facts_at, name_at, value_at
from tests.tagging.test_special_trades import QUARTERS, built, table

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


HOTELS = """
Comparable Operating Results|
RevPAR|$ 211.40|$ 163.45
Revenues|$ 266.9|$ 198.9
Hotel Adjusted EBITDA|$ 84.2|$ 53.5
Actual Operating Results|
Revenues|$ 268.2|$ 179.5
Net income (loss)|$ 28.6|$ (1.8)
Income (loss) per diluted share|$ 0.12|$ (0.02)
Adjusted FFO|$ 60.6|$ 20.9
"""


def test_revenues_of_comparable_hotels_are_not_those_of_the_company() -> None:
    made = built("Operating Results", "($ amounts in millions)", QUARTERS + HOTELS.strip("\n"))
    assert name_at(made, "$ 266.9").startswith("own:")
