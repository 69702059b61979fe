"""What rows are: joined labels, notes, sections and sums, one example a trap."""

from __future__ import annotations

import pytest

from tests.reading.small_pages import printed, read_one
from xbrlgen.reading import read
from xbrlgen.reading.sources import read_sources
from xbrlgen.reading.statement import Basis, Kind, Row, Statement
from xbrlgen.reading.tables.labels import split_notes
from xbrlgen.reading.understand import understand

HEADS = "|Three Months Ended June 30,>2\n|2013|2012\n"
TITLE = ("Consolidated Statements of Operations", "(In thousands, except per share data)")


def income(rows: str) -> Statement:
    return read_one(*TITLE, HEADS + rows + "\nCost of revenues|1,000|900\nNet income|107|93")


def row(statement: Statement, label: str, nth: int = 0) -> Row:
    return [each for each in statement.rows if each.label == label][nth]


@pytest.mark.parametrize(
    ("rows", "label"),
    [
        ("Selling, general and||\n administrative|500|400", "Selling, general and administrative"),
        ("Income (loss) before||\nincome taxes|500|400", "Income (loss) before income taxes"),
        (
            "Weighted Average Shares||\n Used In Earnings Per||\n Share Computations|500|400",
            "Weighted Average Shares Used In Earnings Per Share Computations",
        ),
        ("Equity of income||\n(loss) in subsidiary|500|400", "Equity of income (loss) in subsidiary"),
        (
            "Cost of goods, including buying||\n& occupancy|500|400",
            "Cost of goods, including buying & occupancy",
        ),
        (
            "Shares used in computing||\n basic earnings (loss)||\n per share|500|400",
            "Shares used in computing basic earnings (loss) per share",
        ),
        (
            "Accounts receivable, less allowance of|500|400\n$12 and $11||",
            "Accounts receivable, less allowance of $12 and $11",
        ),
        ("Amortization (net of|500|400\ndeferred taxes)||", "Amortization (net of deferred taxes)"),
        ("Total liabilities and shareholders'||\nequity|50|40", "Total liabilities and shareholders' equity"),
    ],
)
def test_a_label_cut_by_the_page_is_joined(rows: str, label: str) -> None:
    assert printed(income(rows), label).figure.number in {50, 500}


@pytest.mark.parametrize(
    "rows",
    [
        "Operating expenses:||\nResearch|500|400",
        "OPERATING EXPENSES||\nResearch|500|400",
        "Net sales by product:||\niPads|500|400",
        "Other income, net|70|60\nRecovery of investment|500|400",
    ],
)
def test_a_heading_or_a_row_of_its_own_is_not_joined(rows: str) -> None:
    statement = income(rows)
    assert [each.label for each in statement.rows[:2]] == [line.split("|")[0] for line in rows.split("\n")]


@pytest.mark.parametrize(
    ("printed_label", "label", "notes"),
    [
        ("Cost of revenue(1)", "Cost of revenue", ("1",)),
        ("Total revenues (3) (4)", "Total revenues", ("3", "4")),
        ("Other income (a)", "Other income", ("a",)),
        ("Adjusted EBITDA1", "Adjusted EBITDA1", ()),
        ("Restructuring costs2", "Restructuring costs", ("2",)),
        ("Interest expense*", "Interest expense", ("*",)),
        ("Income (loss)", "Income (loss)", ()),
        ("(1)", "(1)", ()),
    ],
)
def test_footnote_marks_come_off_the_label(printed_label: str, label: str, notes: tuple[str, ...]) -> None:
    assert split_notes(printed_label) == (label, notes)


def test_sections_nest_by_indent() -> None:
    statement = income(
        "Revenues||\n  Transaction based:||\n    Fees|500|400\n  Other|50|40\nGross profit|90|80"
    )  # fmt: skip
    assert row(statement, "Fees").section == ("Revenues", "Transaction based:")
    assert row(statement, "Other").section == ("Revenues",)
    assert row(statement, "Gross profit").section == ("Revenues",)
    assert row(statement, "Fees").depth > row(statement, "Other").depth


def test_sections_end_with_their_total_where_nothing_is_indented() -> None:
    statement = income(
        "Operating expenses:||\nResearch|50|40\nTotal operating expenses|50|40\nOperating income|9|8"
    )
    assert row(statement, "Research").section == ("Operating expenses:",)
    assert row(statement, "Operating income").section == ()


def test_amounts_per_share_and_shares_have_sections_of_their_own() -> None:
    statement = income(
        "Net income per share:||\nBasic|0.12|0.11\nDiluted|0.11|0.10\n"
        "Weighted average shares:||\nBasic|892|845\nDiluted|970|930"
    )  # fmt: skip
    assert row(statement, "Diluted").section == ("Net income per share:",)
    assert row(statement, "Diluted", 1).section == ("Weighted average shares:",)


def test_a_flat_section_is_left_where_net_income_comes_again() -> None:
    statement = income(
        "Net income per share:||\nBasic|0.12|0.11\nNet income|107|93\nTranslation adjustments|500|400"
    )
    assert row(statement, "Net income").section == ()


def test_basic_and_diluted_stay_under_what_they_divide() -> None:
    statement = income(
        "Net income per share:||\nBasic||\nContinuing operations|0.12|0.11\nDiluted||\nContinuing "
        "operations|0.11|0.10"
    )
    assert row(statement, "Continuing operations", 1).section == ("Net income per share:", "Diluted")


def test_main_sections_hold_until_the_next_of_them() -> None:
    statement = read_one(
        "Statements of Cash Flows",
        "(In thousands)",
        f"{HEADS}Cash flows from operating activities:||\nNet income|107|93\nAdjustments:||\n"
        "Depreciation|50|40\n"
        "Changes in operating assets and liabilities:||\nInventories|5|4\n"
        "Net cash provided by operating activities|162|137\nCash flows from investing activities:||\n"
        "Purchases of equipment|(9)|(8)\nNet cash used in investing activities|(9)|(8)\n"
        "Net change in cash|153|129",
    )
    main = "Cash flows from operating activities:"
    assert row(statement, "Depreciation").section == (main, "Adjustments:")
    assert row(statement, "Inventories").section == (main, "Changes in operating assets and liabilities:")
    assert row(statement, "Net cash provided by operating activities").section == (main,)
    assert row(statement, "Purchases of equipment").section == ("Cash flows from investing activities:",)
    assert row(statement, "Net change in cash").section == ()


def test_income_before_taxes_stands_in_no_section() -> None:
    statement = income("Other income:||\nInterest|300|200\n|300|200\nIncome before income taxes|900|800")
    assert row(statement, "Interest").section == ("Other income:",)
    assert row(statement, "Income before income taxes").section == ()


def test_a_dash_before_diluted_repeats_what_stands_above() -> None:
    statement = income("Net income per share - Basic|0.12|0.11\n - Diluted|0.11|0.10")
    assert row(statement, "- Diluted").section[-1] == "Net income per share"


def test_a_subtotal_without_label_is_a_total() -> None:
    statement = income("Products|50|40\nServices|30|20\n|80|60")
    (unlabelled,) = [each for each in statement.rows if not each.label]
    assert unlabelled.is_total
    assert statement.entry(unlabelled.index, 0) is not None


def test_totals_are_known_by_their_labels() -> None:
    statement = income("Products|50|40\nTotal revenues|80|60\nGross profit|30|20\nOther, net|3|2")
    assert [each.label for each in statement.rows if each.is_total] == [
        "Total revenues",
        "Gross profit",
        "Net income",
    ]


def test_a_figure_that_fell_out_of_its_row_goes_back_into_the_hole() -> None:
    statement = income("Accounts receivable|500|\n||400")
    assert printed(statement, "Accounts receivable", 1).figure.number == 400


def test_rows_of_adjusted_measures_are_told_from_reported_ones() -> None:
    statement = income("Revenues|500|400\nNon-GAAP net income|120|100\nAdjusted earnings|121|101")
    assert row(statement, "Non-GAAP net income").basis is Basis.ADJUSTED
    assert row(statement, "Adjusted earnings").basis is Basis.ADJUSTED
    assert row(statement, "Revenues").basis is Basis.REPORTED


def test_an_amount_that_looks_like_a_year_is_an_amount() -> None:
    statement = income("Change in cash|(881)|2016\nOther|2016|1998\nNothing|2,013|-")
    assert printed(statement, "Change in cash", 1).figure.number == 2016
    assert printed(statement, "Other").figure.number == 2016


def test_equal_labels_stay_apart_by_their_sections() -> None:
    statement = income("Revenues:||\nLicenses|500|400\nExpenses:||\nLicenses|50|40")
    assert row(statement, "Licenses").section == ("Revenues:",)
    assert row(statement, "Licenses", 1).section == ("Expenses:",)


def test_a_cell_that_left_no_trace_leaves_its_row_in_doubt() -> None:
    prose = "Example Widgets, Inc. today announced results that speak for themselves. " * 8
    cells = [
        "Consolidated Balance Sheets", "(In thousands)", "June 30, 2013", "December 31, 2012",
        "Cash and cash equivalents", "$1,200", "$1,100", "Accounts receivable", "2,200", "2,100",
        "Convertible notes", "4,370", "Other assets", "300", "200", "Total assets", "9,000", "8,000",
        "Total liabilities", "4,000", "3,000",
        "Total liabilities and stockholders' equity", "$9,000", "$8,000",
    ]  # fmt: skip
    sources, blocks, _ = read_sources(("# Results\n\n" + "\n\n".join([prose, *cells])).encode())
    (statement,) = understand(sources, blocks).statements
    doubtful = {statement.rows[entry.row].label for entry in statement.entries if entry.doubt}
    assert doubtful == {"Convertible notes"}


def test_headings_in_capitals_run_into_a_label_are_headings() -> None:
    statement = income("COSTS AND EXPENSES OPERATING COSTS: Research and development|500|400")
    assert row(statement, "Research and development").section == ("COSTS AND EXPENSES OPERATING COSTS:",)


def test_two_sides_of_a_balance_sheet_are_one_below_the_other() -> None:
    statement = read_one(
        "Consolidated Balance Sheet",
        "(in thousands)",
        "Assets|June 30, 2013|June 30, 2012|Liabilities and equity|June 30, 2013|June 30, 2012\n"
        "Cash|5,000|4,000|Accounts payable|2,000|1,900\n"
        "Inventories|1,000|900|Stockholders equity|4,000|3,000\n"
        "Total assets|6,000|4,900|Total liabilities and equity|6,000|4,900",
    )
    assert [row.label for row in statement.rows if not row.is_heading] == [
        "Cash",
        "Inventories",
        "Total assets",
        "Accounts payable",
        "Stockholders equity",
        "Total liabilities and equity",
    ]
    assert [entry.value for entry in statement.entries if entry.column == 1] == [
        4_000_000,
        900_000,
        4_900_000,
        1_900_000,
        3_000_000,
        4_900_000,
    ]
    assert not any(column.doubt for column in statement.columns)


def test_a_heading_of_no_section_is_no_label_of_the_total_below_it() -> None:
    found = income("Share capital|84|80\nDeficit|(2)|(4)\nSubsequent event (Note 11)\n|82|76")
    labels = [each.label for each in found.rows if not each.is_heading]
    assert labels == ["Share capital", "Deficit", "", "Cost of revenues", "Net income"]


def test_a_label_on_stock_goes_on_with_its_counts_of_shares() -> None:
    document = read(
        "CONDENSED BALANCE SHEETS\n(In thousands)\n\n"
        "                                                JUNE 30,   DECEMBER 31,\n"
        "                                                  2001         2000\n"
        "Total liabilities............................   $ 26,520     $ 28,136\n"
        "Common stock, no par value, 10,000 authorized;\n"
        "  6,204 and 6,198 shares outstanding.........     18,330       18,290\n"
        "Preferred stock (par $1.00)\n"
        "  1,204 shares issued........................      1,204        1,204\n"
        "Retained earnings............................     49,960       47,733\n"
    )
    labels = [row.label for row in document.statements[0].rows]
    assert labels[1].startswith("Common stock, no par value")
    assert labels[2].startswith("Preferred stock")


def test_results_of_holders_of_shares_stay_below_a_heading_of_amounts_per_share() -> None:
    heading = "Earnings per share - basic:"
    rows = (
        f"Net income available to common shares|1,090|980\n{heading}||\n"
        "Income from continuing operations available to common shares|0.11|0.10\n"
        "Net income available to common shares|0.60|0.50\n"
        "Weighted average common shares outstanding|1,790|1,770"
    )
    made = income(rows)
    assert row(made, "Net income available to common shares", 1).section == (heading,)
    assert row(made, "Net income available to common shares").kind is Kind.MONEY
    assert row(made, "Net income available to common shares", 1).kind is Kind.PER_SHARE
    assert row(made, "Weighted average common shares outstanding").kind is Kind.SHARES


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Due from brokers", Kind.MONEY),
        ("Loans to customers", Kind.MONEY),
        ("Severance for executive departures", Kind.MONEY),
        ("Registered brokers", Kind.PURE),
        ("Aircraft departures", Kind.PURE),
    ],
)
def test_what_is_owed_to_things_that_are_counted_is_money(label: str, kind: Kind) -> None:
    data = read_one(
        "Selected Data", "(Dollars in thousands)", f"{HEADS}Net sales|$9,100|$8,100\n{label}|1,204|1,100"
    )
    assert row(data, label).kind is kind


@pytest.mark.parametrize(
    ("caption", "label", "is_doubted"),
    [
        ("(Dollars in thousands)", "Net sales per selling day", True),
        ("(Dollars in thousands, except sales per day)", "Net sales per day", False),
        ("(Dollars in thousands)", "Revenue per tractor per day", False),
        ("(In dollars)", "Net sales per day", False),
    ],
)
def test_sales_a_day_may_be_in_thousands(caption: str, label: str, *, is_doubted: bool) -> None:
    data = read_one(
        "Selected Data", caption, f"{HEADS}Net sales|$2,847,852|$2,646,000\n{label}|$45,204|$42,100"
    )
    told = [entry.doubt for entry in data.entries if data.rows[entry.row].label == label]
    assert [bool(each) for each in told] == [is_doubted] * 2


def test_a_remark_on_a_column_is_the_label_of_no_figures() -> None:
    statement = income("(Unaudited)|5,152|3,114")
    assert row(statement, "(Unaudited)").doubt
    assert not row(statement, "Net income").doubt
