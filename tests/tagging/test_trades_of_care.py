"""What went wrong at first sight on releases of hospitals, lenders, mines and companies of two currencies."""

from __future__ import annotations

from tests.reading.small_pages import read_one
from tests.tagging.making import facts_at, name_at, value_at
from tests.tagging.test_special_trades import IN_THOUSANDS, QUARTERS, built, table

RATIOS = """
Revenues before provision|1,244||1,190|
Provision for doubtful accounts|44||40|
Revenues|1,200|100.0%|1,150|100.0%
Salaries and benefits|554|46.2|531|46.2
Supplies|202|16.8|198|17.2
Other operating expenses|222|18.5|213|18.5
Total expenses|978|81.5|942|81.9
Net income|222|18.5|208|18.1
"""


def test_columns_of_ratios_are_known_by_their_whole() -> None:
    heads = "|Three Months Ended March 31,>4\n|2014>2|2013>2\n|Amount|Ratio|Amount|Ratio\n"
    made = table("Condensed Consolidated Income Statements", RATIOS, heads)
    assert not {"46.2", "16.8", "81.5"} & facts_at(made).keys()
    assert value_at(made, "554") == 554_000


ABROAD = """
Revenues|7,513,916|14,209,780|2,092,886
Costs of revenues|(1,831,504)|(3,252,004)|(478,971)
Gross profit|5,682,412|10,957,776|1,613,915
Operating expenses|(8,460,125)|(12,267,426)|(1,806,799)
Operating loss|(2,777,713)|(1,309,650)|(192,884)
Net loss|(2,777,713)|(1,309,650)|(192,884)
Net loss attributable to ordinary shareholders|(2,777,713)|(1,309,650)|(192,884)
"""


def test_an_amount_in_a_sentence_above_is_no_unit_line() -> None:
    made = built(
        "Revenues in the quarter were RMB14,209.8 million (US$2,092.9 million), up 89%.",
        "Condensed Consolidated Statements of Income",
        '(Amounts in thousands of Renminbi ("RMB") and U.S. dollars ("US$"), except for share data)',
        "|For the three months ended March 31,>3\n|2013|2014>2\n|RMB|RMB|US$\n" + ABROAD.strip("\n"),
    )
    assert value_at(made, "1,613,915") == 1_613_915_000
    assert value_at(made, "10,957,776") == 10_957_776_000


HELD = """
ASSETS|
Current assets:|
Cash and cash equivalents|442|414
Other|100|90
|542|504
Property and equipment, at cost|3,350|3,107
Accumulated depreciation|(1,920)|(1,745)
|1,430|1,362
Deferred loan costs|28|37
Other|50|46
|2,050|1,949
LIABILITIES AND STOCKHOLDERS' DEFICIT|
Current liabilities:|
Accounts payable|704|803
Long-term debt|1,811|1,590
EQUITY (DEFICIT)|
Stockholders' deficit attributable to Alder Mutual Group|(465)|(444)
|2,050|1,949
Shares outstanding (000)|435,204|439,604
"""
DAYS = "|March 31,|December 31,\n|2014|2013\n"


def test_all_assets_are_not_summed_up_before_the_last_of_them() -> None:
    made = built("Condensed Consolidated Balance Sheets", "(Dollars in millions)", DAYS + HELD.strip("\n"))
    assert name_at(made, "50") == "OtherAssetsNoncurrent"
    assert name_at(made, "(465)") == "StockholdersEquity"
    assert value_at(made, "435,204") == 435_204_000


OWED = """
Assets|
Real estate assets, net|1,676|1,510
Total assets|1,676|1,510
Liabilities|
Notes payable|1,204|1,140
Total liabilities and minority interest|1,236|1,169
Minority interest|32|29
Shareholders' equity|440|341
Total liabilities and shareholders' equity|1,676|1,510
"""


def test_liabilities_and_minority_interest_are_not_the_other_side_of_assets() -> None:
    made = built("Consolidated Balance Sheets", IN_THOUSANDS, DAYS + OWED.strip("\n"))
    assert name_at(made, "440") == "StockholdersEquity"
    assert "Assets" in {each.concept.name.local for each in facts_at(made)["1,676"]}


ROLLED = """
Allowance for loan losses|
Beginning balance|18,540|18,243
Provision for loan losses|675|1,584
Charge-offs|(722)|(1,287)
Ending balance|18,493|18,540
Nonperforming assets|
Nonaccrual loans|18,204|19,110
Other real estate owned|1,911|2,204
Total nonperforming assets|20,115|21,314
"""


def test_what_there_is_at_the_end_is_of_the_date_of_its_column() -> None:
    made = read_one("Selected Credit Quality Information", IN_THOUSANDS, f"|As of>2\n{DAYS}{ROLLED.strip()}")
    doubts = {row.label: row.doubt for row in made.rows}
    assert doubts["Charge-offs"]
    assert not doubts["Ending balance"]


def test_the_last_four_quarters_are_not_the_one_above_them() -> None:
    rows = "Net earnings|9,163|9,104\nReturn on equity (trailing four quarters)|15.1%|14.6%"
    assert "15.1%" not in facts_at(built("Highlights", IN_THOUSANDS, QUARTERS + rows))


TRUST = """
Net income|41,204|20,110
Per Trust Unit, basic and diluted ($)|0.84|0.42
Trust Units outstanding, period end (000s)|49,204|48,811
Claims and benefits|(227)b|(84)c
"""


def test_units_of_a_trust_are_shares_and_letters_behind_brackets_are_notes() -> None:
    found = facts_at(built("Results at a Glance", "Financial ($000s)", QUARTERS + TRUST.strip("\n")))
    assert {str(each.unit) for each in found["49,204"]} == {"shares"}
    assert {each.value for print_, facts in found.items() if "84" in print_ for each in facts} >= {-84_000}
