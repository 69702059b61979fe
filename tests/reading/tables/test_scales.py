"""Units and scales, by wording and checked by size, one example a trap."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.reading.small_pages import printed, read_one, read_page
from xbrlgen.reading import read
from xbrlgen.reading.statement import Kind, Statement
from xbrlgen.reading.tables.scales import read_wording

TITLE = "Consolidated Statements of Operations"
HEADS = "|Three Months Ended June 30,>2\n|2013|2012\n"


def income(units: str, rows: str) -> Statement:
    return read_one(TITLE, units, HEADS + "Revenues|9,000|8,000\nCost of revenues|7,000|6,000\n" + rows)


@pytest.mark.parametrize(
    ("text", "money", "shares"),
    [
        ("(In thousands, except per share data)", 3, None),
        ("(In thousands, except share and per share data)", 3, 0),
        ("(in millions, except per common share amounts)", 6, None),
        (
            "(In millions, except number of shares, which are reflected in thousands, and per-share amounts)",
            6,
            3,
        ),
        ("($ in millions)", 6, None),
        ("($000)", 3, None),
        ("(000s omitted)", 3, None),
        ("(amounts in thousands, shares in millions)", 3, 6),
        ("(Dollars in Millions Except Per Share Figures)", 6, 6),
        ("(in billions)", 9, None),
        ("(In whole dollars)", 0, None),
        ("(Unaudited)", None, None),
    ],
)
def test_the_unit_line_speaks_for_each_kind_of_number(
    text: str, money: int | None, shares: int | None
) -> None:
    wording = read_wording([text])
    assert (wording.money, wording.shares) == (money, shares)


def test_amounts_per_share_are_never_scaled() -> None:
    statement = income(
        "(In millions, except per share data)", "Net income|2,000|1,500\nEarnings per share|2.19|1.89"
    )
    assert printed(statement, "Net income").value == Decimal(2_000_000_000)
    entry = printed(statement, "Earnings per share")
    assert (entry.value, entry.unit, entry.decimals) == (Decimal("2.19"), "USD/shares", 2)


@pytest.mark.parametrize(
    ("units", "shares", "value"),
    [
        ("(In thousands, except per share data)", "1,000", 1_000_000),
        ("(In thousands, except per share data)", "1,000,000", 1_000_000),
        ("(In thousands, except share and per share data)", "1,000", 1_000_000),
        ("(In thousands, except share and per share data)", "1,000,000", 1_000_000),
    ],
)
def test_the_scale_of_shares_is_that_with_which_income_gives_the_amount_per_share(
    units: str, shares: str, value: int
) -> None:
    rows = (
        f"Net income|2,000|1,500\nDiluted earnings per share|2.00|1.50\nDiluted shares "
        f"outstanding|{shares}|{shares}"
    )
    entry = printed(income(units, rows), "Diluted shares outstanding")
    assert (entry.value, entry.unit) == (Decimal(value), "shares")


def test_a_label_gives_a_scale_of_its_own() -> None:
    rows = "Net income|2,000|1,500\nShares used in calculation (000s):||\nBasic|418,265|417,904"
    assert printed(income("(dollars in millions, except per share data)", rows), "Basic").value == Decimal(
        418_265_000
    )


def test_basic_under_a_heading_of_amounts_per_share_may_be_shares() -> None:
    rows = (
        "Net income|2,000|1,500\nEarnings per share:||\nBasic|2.00|1.50\nDiluted|1.90|1.40\nBasic|1,000|990"
    )
    statement = income("(In thousands, except per share data)", rows)
    kinds = [row.kind for row in statement.rows if row.label == "Basic"]
    assert kinds == [Kind.PER_SHARE, Kind.SHARES]


def test_money_under_a_heading_of_amounts_per_share_is_money() -> None:
    rows = (
        "Net income|2,000|1,500\nEarnings per share:||\nBasic|2.00|1.50\nForeign currency "
        "translation|(667)|1,818"
    )
    statement = income("(In thousands, except per share data)", rows)
    assert printed(statement, "Foreign currency translation").kind is Kind.MONEY


@pytest.mark.parametrize(
    "label", ["Net income attributable to common shares", "Loss on redemption of preferred shares"]
)
def test_amounts_for_shares_are_money(label: str) -> None:
    statement = income("(In thousands, except per share data)", f"{label}|2,000|1,500")
    assert printed(statement, label).kind is Kind.MONEY


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Dilutive effect of common share equivalents", Kind.SHARES),
        ("Effect of dilutive securities", Kind.SHARES),
        ("Dilutive stock options", Kind.SHARES),
        ("Anti-dilutive shares excluded", Kind.SHARES),
        ("Effect of dilutive securities: interest on convertible notes", Kind.MONEY),
        ("Dilutive effect of convertible notes, net of interest", Kind.MONEY),
    ],
)
def test_what_dilutes_is_shares_unless_it_is_interest(label: str, kind: Kind) -> None:
    rows = f"Net income|2,000|1,500\nDiluted earnings per share|2.00|1.50\n{label}|43|34"
    assert printed(income("(In thousands, except per share data)", rows), label).kind is kind


def test_earnings_per_share_with_one_decimal_are_per_share() -> None:
    rows = "Net income|2,000|1,500\nDiluted earnings per share|0.3|0.25"
    statement = income("(In thousands, except per share data)", rows)
    assert printed(statement, "Diluted earnings per share").unit == "USD/shares"


def test_percent_in_a_label_does_not_make_amounts_percentages() -> None:
    label = "Equity in earnings of 50 percent owned affiliates"
    rows = f"{label}|345|123\nEffective tax rate|23.9|17.6\nNet income|900|800"
    statement = income("(In thousands)", rows)
    assert printed(statement, label).kind is Kind.MONEY
    assert printed(statement, "Effective tax rate").value == Decimal("0.239")


def test_cents_are_hundredths_of_a_dollar() -> None:
    entry = printed(
        income("(In thousands)", "Net income|2,000|1,500\nDividends per share|54.5¢|50.0¢"),
        "Dividends per share",
    )
    assert (entry.value, entry.unit) == (Decimal("0.545"), "USD/shares")


def test_a_label_may_say_that_amounts_are_cents() -> None:
    statement = income("(In thousands)", "Net income|2,000|1,500\nEarnings per share (cents)|54.5|50.0")
    assert printed(statement, "Earnings per share (cents)").value == Decimal("0.545")


def test_percentages_are_pure_numbers() -> None:
    entry = printed(
        income("(In thousands)", "Net income|2,000|1,500\nEffective tax rate|23.9%|17.6%"),
        "Effective tax rate",
    )
    assert (entry.kind, entry.value, entry.decimals) == (Kind.PERCENT, Decimal("0.239"), 3)


def test_rooms_that_are_sold_are_money_and_heads_that_are_counted_are_not() -> None:
    statement = income("(In thousands)", "Rooms|900|800\nNet income|2,000|1,500")
    assert printed(statement, "Rooms").kind is Kind.MONEY
    page = read_page(
        "Key metrics ($ in millions)", f"{HEADS}Headcount:||\nAmericas|49,145|48,100\nEurope|22,584|22,100"
    )
    assert {entry.kind for entry in page.statements[0].entries} == {Kind.PURE}
    assert page.statements[0].entries[0].value == Decimal(49_145)


def test_whole_dollars_need_no_unit_line() -> None:
    statement = read_one(
        TITLE,
        f"{HEADS}Revenues|19,028,000|12,050,000\nCost of revenues|512,000|167,000\nNet "
        f"income|14,000,000|9,000,000",
    )
    assert printed(statement, "Cost of revenues").value == Decimal(512_000)
    assert not printed(statement, "Cost of revenues").doubt


def test_amounts_without_any_unit_are_doubtful() -> None:
    statement = read_one(
        TITLE, f"{HEADS}Revenues|19,028|12,050\nCost of revenues|512|167\nNet income|14,000|9,000"
    )
    assert printed(statement, "Revenues").doubt


def test_a_scale_taken_over_from_the_statements_is_confirmed_or_doubted() -> None:
    face = f"{HEADS}Revenues|19,028|12,050\nCost of revenues|512|167\nNet income|14,000|9,000"
    same, other = f"{HEADS}Revenues|19,028|12,050", f"{HEADS}Bookings|8.51|8.20\nBacklog|9.51|9.20"
    page = read_page(TITLE, "(In thousands)", face, "Highlights", same, "Other things of note", other)
    by_rows = {statement.rows[0].label: statement for statement in page.statements}
    assert not printed(page.statements[1], "Revenues").doubt
    assert printed(by_rows["Bookings"], "Bookings").doubt


def test_a_unit_line_that_names_no_money_leaves_counts_in_doubt() -> None:
    page = read_page("Operating data (In millions)", f"{HEADS}Active buyers|132|138\nRevenues|2,540|2,422")
    assert printed(page.statements[0], "Active buyers").doubt


def test_revenue_in_billions_is_not_per_share() -> None:
    page = read_page("Guidance (In billions)", f"{HEADS}Net revenues|2.46|2.52\nDiluted EPS|0.67|0.72")
    assert printed(page.statements[0], "Net revenues").value == Decimal(2_460_000_000)


def test_other_currencies_are_named() -> None:
    statement = income("(In thousands of Canadian dollars)", "Net income|2,000|1,500")
    assert printed(statement, "Net income").unit == "CAD"
    assert statement.currency == "CAD"


def test_a_column_may_have_a_currency_of_its_own() -> None:
    heads = "|Three months ended June 30, 2013>2\n|RMB|US$\n"
    rows = "Revenues|1,234|170\nCost of revenues|700|96\nNet income|300|41"
    statement = read_one(TITLE, "(In thousands)", heads + rows)
    assert [printed(statement, "Revenues", at).unit for at in (0, 1)] == ["CNY", "USD"]
    assert not any(column.doubt or column.segment for column in statement.columns)


def test_digits_not_grouped_as_the_others_are_doubtful() -> None:
    statement = income(
        "(In thousands)", "Research|5,043|7,402\nOther income|39151|70\nNet income|2,000|1,500"
    )
    assert printed(statement, "Other income").doubt
    assert not printed(statement, "Research").doubt


def test_damage_is_a_doubt_and_nothing_is_lost() -> None:
    statement = income(
        "(In thousands)", "Research|103,33|7,402\nOther income|6/481|S418\nNet income|2,000|1,500"
    )
    assert printed(statement, "Research").doubt
    assert printed(statement, "Other income").doubt
    assert printed(statement, "Other income", 1).doubt


def test_amounts_between_amounts_per_share_are_per_share() -> None:
    page = read_page(
        TITLE, "(In millions)", f"{HEADS}Revenues|19,028|12,050\nCost of revenues|512|167\nNet "
                                f"income|14,000|9,000",
        "Reconciliation of GAAP to non-GAAP earnings per share",
        f"{HEADS}GAAP earnings per share|1.00|0.90\nAmortization|0.48|0.40\nNon-GAAP earnings per "
        f"share|1.48|1.30",
    )  # fmt: skip
    assert printed(page.statements[1], "Amortization").unit == "USD/shares"


def test_a_dash_beside_a_percent_is_an_amount_of_its_row() -> None:
    statement = read_one(
        "Condensed Consolidated Statements of Operations",
        "(In thousands)",
        "|Three Months Ended June 30,>4\n|2024|% of revenue|2023|% of revenue\n"
        "Revenue|8,000|100.0%|7,000|100.0%\nCost of revenue|3,000|37.5%|2,000|28.6%\n"
        "Impairment of goodwill|—|0.0%|—|0.0%\nNet income|5,000|62.5%|5,000|71.4%",
    )
    entry = statement.entry(2, 0)
    assert entry is not None
    assert (entry.value, entry.kind, entry.unit, entry.scale) == (Decimal(0), Kind.MONEY, "USD", 3)


def test_a_note_mark_has_no_unit_and_no_scale() -> None:
    statement = read_one(
        "Condensed Consolidated Balance Sheets",
        "(In thousands)",
        "|Notes|June 30, 2024|June 30, 2023\nCash|4|8,000|7,000\nInventories|5|3,000|2,000\n"
        "Total assets||11,000|9,000",
    )
    entry = statement.entry(0, 0)
    assert entry is not None
    assert (entry.value, entry.kind, entry.unit, entry.scale) == (Decimal(4), Kind.PURE, "pure", 0)


@pytest.mark.parametrize(
    ("label", "first", "value", "unit"),
    [
        ("Common stock, $.01 par value; 9,000 shares issued; 8,100 shares outstanding", "90", 90_000, "USD"),
        ("Treasury stock, at cost: 900 and 850 shares outstanding, respectively", "(70)", -70_000, "USD"),
        ("Common shares outstanding", "8,100", 8_100_000, "shares"),
        ("Book value per share", "$41.20", "41.20", "USD/shares"),
        ("Tangible book value per common share", "38.15", "38.15", "USD/shares"),
    ],
)
def test_a_balance_sheet_tells_amounts_of_stock_from_counts_of_it(
    label: str, first: str, value: object, unit: str
) -> None:
    rows = f"Cash|900|800\nTotal assets|9,000|8,000\nTotal liabilities|4,000|3,500\n{label}|{first}|{first}\n"
    statement = read_one(
        "Consolidated Balance Sheets", "(In thousands)", "|June 30, 2013|June 30, 2012\n" + rows
    )
    entry = printed(statement, label)
    assert (entry.value, entry.unit) == (Decimal(str(value)), unit)


def test_a_ratio_is_no_amount_of_money() -> None:
    statement = read_one(
        "Consolidated Statements of Income",
        "(Dollars in thousands)",
        "|Three Months Ended June 30,>2\n|2024|2023\nNet interest income|8,000|7,000\n"
        "Provision for loan losses|300|200\nIncome before income taxes|500|400\nNet income|400|300\n"
        "Ratio of earnings to fixed charges|2.95|3.04",
    )
    entry = statement.entry(4, 0)
    assert entry is not None
    assert (entry.kind, entry.value) == (Kind.PURE, Decimal("2.95"))


def test_a_weighted_average_of_depositary_shares_is_a_count() -> None:
    statement = income(
        "(In thousands of U.S. dollars, except for number of shares and per share data)",
        "Net income|2,000|1,500\nNet income per ADS|0.10|0.08\nWeighted average ADSs|20,000,000|18,750,000",
    )
    entry = printed(statement, "Weighted average ADSs")
    assert (entry.value, entry.unit) == (Decimal(20_000_000), "shares")


def test_counts_of_shares_tell_nothing_of_the_unit_of_money() -> None:
    rows = (
        "|Three Months Ended June 30,>2\n|2024|2023\nRevenue|5,123|4,001\nCost of revenue|2,000|1,500\n"
        "Gross profit|3,123|2,501\nOperating income|900|800\nNet income|700|600\n"
        "Weighted average shares outstanding|12,345,678|12,345,600"
    )
    first = read_one("Consolidated Statements of Income", rows).entry(0, 0)
    assert first is not None
    assert first.doubt


def test_amounts_of_seven_digits_show_that_a_statement_is_in_whole_units() -> None:
    rows = (
        "|Three Months Ended June 30,>2\n|2024|2023\nRevenue|5,123,456|4,001,234\n"
        "Cost of revenue|2,000,000|1,500,000\n"
        "Gross profit|3,123,456|2,501,234\nOperating income|900,000|800,000\nNet income|700,000|600,000"
    )
    statement = read_one("Consolidated Statements of Income", rows)
    assert not any(entry.doubt for entry in statement.entries)
    assert [entry.value for entry in statement.entries if entry.row == 4] == [700_000, 600_000]


def test_what_stands_over_the_labels_makes_amounts_per_share() -> None:
    statement = read_one(
        "Ridge reports its third quarter of 2014",
        "|Third Quarter>2\nEarnings Per Diluted Share|2014|2013\nOperating earnings|$ 0.68|$ 0.70\n"
        "Net earnings|$ 0.76|$ 0.86",
    )
    assert {(entry.kind, entry.unit, entry.scale) for entry in statement.entries} == {
        (Kind.PER_SHARE, "USD/shares", 0)
    }


def test_a_sentence_right_above_a_table_says_its_unit() -> None:
    sentence = (
        "The following table presents selected consolidated financial data (in thousands, except earnings"
        " per share) for the nine months ended September 30, 2003 and 2002."
    )
    table = (
        "Nine Months Ended:|Sept 30, 2003|Sept 30, 2002\nRevenue|$1,678,391|$1,424,251\n"
        "Operating Income|341,790|268,616\n"
        "Net Income|$256,417|$211,756\nDiluted Earnings Per Share|$0.52|$0.40"
    )
    entry = read_one(sentence, table).entry(0, 0)
    assert entry is not None
    assert (entry.value, entry.doubt) == (Decimal(1_678_391_000), "")


def test_seven_digits_are_no_proof_of_whole_units_where_thousands_are_spoken_of() -> None:
    spoken = "Our results are stated in thousands unless we say otherwise, as they have been for many years."
    rows = (
        "|Three Months Ended June 30,>2\n|2024|2023\nRevenue|5,123,456|4,001,234\n"
        "Cost of revenue|2,000,000|1,500,000\nGross profit|3,123,456|2,501,234\n"
        "Operating income|900,000|800,000\nNet income|700,000|600,000"
    )
    entries = read_one(spoken, "Consolidated Statements of Income", rows).entries
    assert all(entry.doubt for entry in entries)


def test_rows_below_a_heading_of_percentages_are_such_without_signs() -> None:
    statement = read_one(
        "Consolidated Statements of Income",
        "(In thousands)",
        "|Three Months Ended June 30,>2\n|2024|2023\nRevenue|5,000|4,000\nCost of revenue|2,000|1,500\n"
        "Operating income|900|800\nNet income|700|600\nAs a percentage of revenue:||\nRevenue|100.0%|100.0%\n"
        "Cost of revenue|40.0|37.5\nNet income|14.0|15.0",
    )
    entry = statement.entry(6, 0)
    assert entry is not None
    assert (entry.value, entry.kind) == (Decimal("0.4"), Kind.PERCENT)


def test_a_column_may_have_a_currency_and_a_scale_of_its_own() -> None:
    rows = (
        "|Year ended March 31, 2019|Year ended March 31, 2020|Year ended March 31, 2020\n|||{dollars}\n"
        "Net sales|¥ 500,000|¥ 520,000|$ 4,770,642\nOperating income|50,000|52,000|477,064\n"
        "Net income|¥ 30,000|¥ 31,000|$ 284,404"
    )
    named = read_one(
        "Consolidated Statements of Income",
        "(Yen in millions)",
        rows.format(dollars="Thousands of U.S. dollars"),
    )
    entries = [entry for entry in named.entries if entry.row == 1]
    assert [(entry.value, entry.unit) for entry in entries] == [
        (Decimal(50_000_000_000), "JPY"),
        (Decimal(52_000_000_000), "JPY"),
        (Decimal(477_064_000), "USD"),
    ]
    silent = read_one("Consolidated Statements of Income", "(Yen in millions)", rows.format(dollars=""))
    assert {entry.unit for entry in silent.entries if entry.column == 2} == {"USD"}
    assert all(entry.doubt for entry in silent.entries if entry.column == 2)


def test_quantities_of_the_physical_world_are_no_money_and_are_doubted() -> None:
    statement = read_one(
        "Operating data",
        "|Three Months Ended March 31, 2017|Three Months Ended March 31, 2016\nRevenues (millions)||\n"
        "Residential|$ 300.1|$ 290.2\nCommercial|200.1|195.3\nSales (thousands of MWh)||\n"
        "Residential|2,500|2,450\nCommercial|2,000|1,980\nGas (per Mcf)|$ 4.50|$ 3.20",
    )
    kinds = {(entry.row, entry.kind, bool(entry.doubt)) for entry in statement.entries if entry.row > 3}
    assert (statement.rows[4].index, Kind.PURE, True) in kinds
    assert (statement.rows[-1].index, Kind.MONEY, False) in kinds


def test_whole_counts_above_the_amounts_per_share_are_told_by_size() -> None:
    statement = income(
        "(In thousands of U.S. dollars, except per share amounts)",
        "Net income|2,000|1,500\nWeighted average shares|2,500,000|2,400,000\nEarnings per share|0.80|0.63",
    )
    assert printed(statement, "Weighted average shares").value == Decimal(2_500_000)


def test_only_the_column_of_shares_counts_shares_in_a_row_on_shares_issued() -> None:
    statement = read_one(
        "Consolidated Statements of Shareholders' Equity",
        "(In thousands, except share data)",
        "|Shares|Common stock|Retained earnings|Total\nBalance, June 30, 2012|9,000|90|700|790\n"
        "Shares issued under plans|120|1|-|14\nNet income|-|-|60|60\nBalance, June 30, 2013|9,120|91|760|864",
    )
    units = {statement.columns[each.column].heading: each.unit for each in statement.entries if each.row == 1}
    assert units == {"Shares": "shares", "Common stock": "USD", "Retained earnings": "USD", "Total": "USD"}


def shares_row(units: str, rows: str) -> list[Decimal | None]:
    made = income(units, rows)
    return [entry.value for entry in made.entries if entry.kind is Kind.SHARES]


@pytest.mark.parametrize(
    ("units", "printed_as", "value"),
    [
        ("(Dollars in thousands)", "14,395,511", "14395511"),
        ("(Dollars in thousands)", "14,396", "14396000"),
        ("(In thousands)", "14,395,511", "14395511000"),
    ],
)
def test_a_unit_line_of_dollars_is_not_for_long_counts_of_shares(
    units: str, printed_as: str, value: str
) -> None:
    assert shares_row(units, f"Shares outstanding|{printed_as}|{printed_as}\n")[:1] == [Decimal(value)]


def test_the_book_value_of_a_share_tells_the_scale_of_their_count() -> None:
    rows = (
        "Total shareholders' equity|382,000|370,000\nShares outstanding|15,838,000|15,800,000\n"
        "Book value per share|$24.12|$23.42\n"
    )
    assert shares_row("(In thousands)", rows)[:1] == [Decimal(15838000)]


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("", ["reading.currency-assumed"]),
        ("Revenue was $9 million.", []),
        ("Amounts are in dollars.", []),
        ("It costs 5 cents.", []),
    ],
)
def test_a_currency_that_nothing_tells_is_told_to_be_assumed(said: str, codes: list[str]) -> None:
    rows = "Revenue | 9,000 | 8,000\nExpenses | 7,000 | 6,000\nNet income | 2,000 | 2,000"
    page = f"{said}\n\n{TITLE}\n(In thousands)\n\n| | Three Months Ended June 30, |\n| | 2013 | 2012 |\n"
    document = read(page + "\n".join(f"| {row} |" for row in rows.splitlines()))
    assert len(document.statements) == 1
    assert [finding.code for finding in document.findings] == codes


def test_another_currency_is_not_assumed() -> None:
    page = f"{TITLE}\n(In thousands of euros)\n\n| | Three Months Ended June 30, |\n| | 2013 | 2012 |\n"
    document = read(page + "| Revenue | 9,000 | 8,000 |\n| Net income | 2,000 | 2,000 |\n")
    assert [statement.currency for statement in document.statements] == ["EUR"]
    assert document.findings == ()


def test_homes_are_counted_though_dollars_are_in_thousands() -> None:
    rows = "Homes closed|122|83\nNet new home orders|64|77\nBacklog at end of period (homes)|165|213"
    money = "Homebuilding revenue|$70,785|$43,100\nAverage price of homes closed|$583|$519"
    title = "Selected Financial and Operating Data (dollars in thousands)"
    statement = read_one(title, f"{HEADS}\n{money}\n{rows}")
    assert [str(entry.value) for entry in statement.entries if entry.kind is Kind.PURE] == [
        "122", "83", "64", "77", "165", "213",
    ]  # fmt: skip
    assert printed(statement, "Average price of homes closed").value == 583_000


def test_a_unit_line_without_in_over_the_columns_is_no_segment() -> None:
    heads = "|13 Weeks Ended April 28, 2005>2\n|Reported|Adjusted\n|Thousands Except Per Share Amounts>2"
    rows = (
        "Retail sales|1,140,820|1,140,820\nOperating expenses|258,601|258,770\nOperating income|22,840|22,761"
    )
    statement = read_one("Statements of Income", f"{heads}\n{rows}")
    assert [column.segment for column in statement.columns] == ["", ""]
    assert printed(statement, "Operating income").value == 22_840_000
    assert {entry.kind for entry in statement.entries} == {Kind.MONEY}
