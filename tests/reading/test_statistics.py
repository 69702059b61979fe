"""Tables of statistics: units sold, rates in every row, prices of one thing; all is invented."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.reading.small_pages import page_text, printed, read_one
from xbrlgen import read
from xbrlgen.periods import read_time
from xbrlgen.reading.statement import ColumnKind, Kind
from xbrlgen.reading.tables.scales import read_wording
from xbrlgen.reading.words.row_words import PER_SHARE, SHARES

HEAD = "|Three Months Ended June 30,>2\n|2019|2018\n"


@pytest.mark.parametrize(
    ("label", "is_per_share"),
    [
        ("Net income per limited partner unit", True),
        ("Cash distributions declared per common unit", True),
        ("Basic and diluted net loss per unit", True),
        ("Per unit:", True),
        ("Net income/share", True),
        ("Book value / share", True),
        ("Net revenue per unit", False),
        ("Average delivered price per unit", False),
        ("Cost per unit", False),
        ("Net operating income per apartment unit", False),
        ("Operating profit per used unit retailed", False),
        ("Book value/share", True),
    ],
)
def test_units_are_shares_only_where_a_partnership_earns_for_one(label: str, is_per_share: bool) -> None:
    assert (PER_SHARE.search(label) is not None) is is_per_share


@pytest.mark.parametrize(
    ("label", "are_shares"),
    [
        ("Weighted average units outstanding", True),
        ("Number of units outstanding", True),
        ("Average managed units (000's)", False),
        ("Number of units", False),
    ],
)
def test_units_that_are_let_or_sold_are_no_shares(label: str, are_shares: bool) -> None:
    assert (SHARES.search(label) is not None) is are_shares


def test_a_table_of_nothing_but_rates_holds_values() -> None:
    found = read_one(
        "Performance Ratios", f"{HEAD}Return on assets|1.12%|1.01%\nEfficiency ratio|61.2%|60.4%"
    )
    assert {column.kind for column in found.columns} == {ColumnKind.VALUE}


@pytest.mark.parametrize("last", ["Net income|11.2%|10.4%", "Net sales|100.0%|100.0%", "Growth rate|3%|4%"])
def test_parts_of_a_whole_and_rates_of_growth_are_no_values(last: str) -> None:
    found = read_one("Summary", f"{HEAD}Gross margin|41.2%|40.4%\n{last}")
    assert {column.kind for column in found.columns} == {ColumnKind.PERCENT}


def test_what_one_room_brings_is_in_dollars_whatever_the_unit_line_says() -> None:
    found = read_one(
        "Statistics (in thousands, except per share data)",
        f"{HEAD}Rooms revenue|$34,120|$30,111\nADR|$133.39|$131.11\nRevenue per subscriber|45.16|44.10\n"
        "Number of hotels|235|230",
    )
    assert printed(found, "ADR").value == Decimal("133.39")
    assert printed(found, "Revenue per subscriber").value == Decimal("45.16")
    hotels = printed(found, "Number of hotels")
    assert (hotels.value, hotels.doubt) == (Decimal(235), "")


def test_cents_for_a_mile_are_money_be_it_called_a_yield() -> None:
    found = read_one("Statistics", f"{HEAD}Passenger revenue per RPM (yield)|14.04¢|13.00¢")
    entry = printed(found, "Passenger revenue per RPM (yield)")
    assert (entry.kind, entry.value) == (Kind.MONEY, Decimal("0.1404"))


def test_the_value_beside_homes_is_money() -> None:
    found = read_one(
        "Operating data (dollars in thousands)",
        "|Three Months Ended June 30, 2019>2|Three Months Ended June 30, 2018>2\n|Homes|Value|Homes|Value\n"
        "Homes closed:||||\nNorth|411|$134,180|352|$117,225\nSouth|288|89,115|276|79,230",
    )
    assert [(each.kind, each.value) for each in found.entries[4:6]] == [
        (Kind.PURE, Decimal(288)),
        (Kind.MONEY, Decimal(89_115_000)),
    ]


def test_vehicles_are_sold_by_the_piece_and_what_one_brings_is_in_dollars() -> None:
    found = read_one(
        "Operating highlights (in millions, except per vehicle data)",
        f"{HEAD}Total revenue|$4,120.6|$4,877.1\nRetail vehicle unit sales:||\nNew|41,310|52,470\n"
        "Used|38,920|44,105\n"
        "Gross profit per vehicle retailed:||\nNew|$1,905|$1,640\nUsed|$1,512|$1,298",
    )
    units, gains = found.entries[2:6], found.entries[6:]
    assert {entry.kind for entry in units} == {Kind.PURE}
    assert [(entry.kind, entry.value) for entry in gains[:2]] == [
        (Kind.MONEY, Decimal(1905)),
        (Kind.MONEY, Decimal(1640)),
    ]


def test_what_one_apartment_brings_may_be_in_dollars() -> None:
    rows = "Rental revenue|$41,560|$38,220\nNet operating income per unit|1,310|1,290\n"
    found = read_one("Selected data (in thousands)", f"{HEAD}{rows}Monthly rent per apartment|1,114|1,098")
    assert not printed(found, "Rental revenue").doubt
    assert "apiece" in printed(found, "Net operating income per unit").doubt
    assert "apiece" in printed(found, "Monthly rent per apartment").doubt
    rooms = read_one("Selected data (in thousands)", f"{HEAD}Rooms revenue|$41,560|$38,220\nADR|131|128")
    assert "apiece" in printed(rooms, "ADR").doubt


def test_what_things_sold_cost_or_bring_is_money() -> None:
    rows = "Home sales|$41,560|$38,220\nCost of homes sold|32,110|30,040\nMargin on homes sold|9,450|8,180\n"
    found = read_one("Selected data (in thousands)", f"{HEAD}{rows}Homes sold|131|122")
    kinds = [entry.kind for entry in found.entries[::2]]
    assert kinds == [Kind.MONEY, Kind.MONEY, Kind.MONEY, Kind.PURE]


def test_what_a_unit_line_excepts_may_have_a_scale_of_its_own() -> None:
    found = read_one(
        "Other information (in thousands, except AUM in billions and employees)",
        f"{HEAD}Revenues|$77,910|$86,555\nEnding AUM|$37.2|$43.1\nAverage fee rate (in basis points)|76|77\n"
        "Shares outstanding (actual)|39,573,448|37,915,120",
    )
    assert printed(found, "Ending AUM").value == Decimal(37_200_000_000)
    assert printed(found, "Average fee rate (in basis points)").value == Decimal("0.0076")
    assert printed(found, "Shares outstanding (actual)").value == Decimal(39_573_448)


def test_a_row_without_a_word_or_mark_of_money_behind_rates_is_doubted() -> None:
    rows = "Net revenue|$2,510|$2,480\nOther revenue|210|205\nGross margin|71.2%|71.9%\n"
    rows += "Active finchers|131|138\n"
    found = read_one("Metrics (in millions)", f"{HEAD}{rows}Total loans|311|302")
    assert printed(found, "Active finchers").doubt
    assert not any(printed(found, label).doubt for label in ("Other revenue", "Total loans"))


def test_a_column_that_begins_with_money_holds_amounts_though_ratios_stand_below() -> None:
    found = read_one(
        "Insurance results (in millions)",
        "|Three Months Ended June 30,>3\n|2019|2018|% Change\nEarned premiums|$660|$600|10\nFees|4|2|100\n"
        "Expenses|210|200|5\nExpense ratio|31.8%|33.3%|(1.5)\nCombined ratio|96.4%|98.2%|(1.8)",
    )
    assert [column.kind for column in found.columns[:2]] == [ColumnKind.VALUE] * 2
    assert printed(found, "Fees").value == Decimal(4_000_000)


@pytest.mark.parametrize(
    ("line", "scale"),
    [
        ("(000 except per share data)", 3),
        ("($ in trillions)", 12),
        ("(bil)", 9),
        ("($ mil.)", 6),
        ("(in million euros)", 6),
        ("bilateral", None),
        ("The company paid 20 million dollars for a mill in June", None),
    ],
)
def test_scales_cut_short(line: str, scale: int | None) -> None:
    assert read_wording([line]).money == scale


def test_shares_without_any_scale_are_doubted_where_they_are_few() -> None:
    rows = (
        "Net income|6,208|2,962\nDiluted earnings per share|$0.27|$0.12\nWeighted average shares - diluted|{}"
    )
    few = read_one("Highlights", HEAD + rows.format("23,285|23,927"))
    many = read_one("Highlights", HEAD + rows.format("23,285,110|23,927,310"))
    assert "thousands" in printed(few, "Weighted average shares - diluted").doubt
    assert not printed(many, "Weighted average shares - diluted").doubt


def test_a_dash_that_stands_at_the_second_number_alone_is_no_range() -> None:
    found = read_one("Comparable sales", f"{HEAD}Stores|2.2%|-1.1%\nOnline|5.2% -3.1%|\nOutlets|1.0%|2.0%")
    assert len(found.columns) == len(("2019", "2018"))


@pytest.mark.parametrize(
    ("sentence", "units"),
    [
        ("Earnings rose to $1.22 from $1.11 per share in the second quarter.", ["USD/shares", "USD/shares"]),
        ("Economic income was $17.3 million, or $0.21 per adjusted share.", ["USD", "USD/shares"]),
        ("At June 30, 2019 we had $37.73 book value per share.", ["USD/shares"]),
        ("Net sales rose to $1.22 from $1.11 in cash.", ["USD", "USD"]),
    ],
)
def test_amounts_compared_with_those_per_share_are_per_share(sentence: str, units: list[str]) -> None:
    found = read(page_text(f"Alder Finch Corp. reports results. {sentence}")).mentions
    assert [each.unit for each in found] == units


@pytest.mark.parametrize("verb", ["raised its annual", "approved an increase in its", "boosted the"])
def test_a_dividend_that_was_raised_is_still_to_be_paid(verb: str) -> None:
    found = read(page_text(f"The company {verb} dividend to $0.22 per share."))
    assert [("from now on" in each.doubt) or "period" in each.doubt for each in found.mentions] == [True]


@pytest.mark.parametrize(
    ("text", "quarter"),
    [("Q409", 4), ("Q1201", None), ("IVQ 2007", 4), ("III Quarter 2007", 3), ("IQ", 1), ("Part II", None)],
)
def test_quarters_in_roman_numerals(text: str, quarter: int | None) -> None:
    assert read_time(text).quarter == quarter


def test_earnings_by_parts_of_a_company_are_per_share_where_the_caption_says_so() -> None:
    rows = "Utilities|$0.50|$0.52\nParent and other|0.06|0.07\nConsolidated|$0.56|$0.59"
    told = read_one("Earnings per share from continuing operations", HEAD + rows)
    mixed = read_one("Amounts per share and in total (in millions)", HEAD + rows)
    assert {entry.kind for entry in told.entries} == {Kind.PER_SHARE}
    assert Kind.PER_SHARE not in {entry.kind for entry in mixed.entries}


def test_where_all_money_is_marked_a_bare_row_without_a_word_of_money_is_doubted() -> None:
    rows = "Hotel revenue|$3,410|$2,690\nNet revenue|$31,870|$27,940\nPonies|912|894\nOther income|$381|$224"
    found = read_one("Trend (dollars in thousands)", HEAD + rows)
    assert printed(found, "Ponies").doubt
    assert not printed(found, "Other income").doubt


@pytest.mark.parametrize(("label", "is_rate"), [("Tax rate", True), ("Monthly absorption rate", False)])
def test_not_every_rate_is_in_percent(label: str, is_rate: bool) -> None:
    found = read_one("Operating data", f"{HEAD}Net sales|$5,868|$4,867\n{label}|3.5|3.4")
    assert (printed(found, label).kind is Kind.PERCENT) is is_rate


def test_a_scale_of_one_letter_is_that_of_its_row() -> None:
    found = read_one(
        "(in millions except per share data and content obligations)",
        f"{HEAD}Revenue|$5,245|$5,467\nContent obligations ($B)|19.1|19.5",
    )
    assert printed(found, "Content obligations ($B)").value == Decimal(19_100_000_000)


def test_customers_in_thousands_between_an_apostrophe_and_a_bracket() -> None:
    found = read_one(
        "Statistics (dollars in millions)",
        f"{HEAD}Revenue|$5,868|$4,867\nTotal customers ('000)|94,135|89,172",
    )
    assert printed(found, "Total customers ('000)").value == Decimal(94_135_000)


def test_returns_on_assets_by_their_letters_are_rates() -> None:
    found = read_one(
        "Key data (dollars in millions)", f"{HEAD}Net income|$102.4|$99.8\nROAA|1.22|1.19\nROATCE|14.1|13.9"
    )
    assert [printed(found, label).kind for label in ("ROAA", "ROATCE")] == [Kind.PERCENT] * 2


def test_a_part_of_a_total_needs_neither_a_mark_nor_a_word() -> None:
    rows = "Service revenue|$55,629|$52,046\nEquipment and other|7,778|8,279\nTotal revenue|$63,407|$60,325"
    found = read_one("Revenue statistics (dollars in millions)", f"{HEAD}{rows}\nOther income|$12|$11")
    assert not printed(found, "Equipment and other").doubt


def test_homes_bought_and_held_are_counted_and_no_home_costs_hundreds_of_millions() -> None:
    rows = "Revenue|$704,163|$769,112\nHomes purchased|1,856|1,479\nHomes in inventory|1,422|1,791"
    found = read_one(
        "Homes segment (in thousands, except homes and per home amounts)",
        f"{HEAD}{rows}\nAverage selling price|$345,210|$312,100",
    )
    assert {printed(found, line.split("|")[0]).kind for line in rows.split("\n")[1:]} == {Kind.PURE}
    assert printed(found, "Average selling price").value == Decimal(345_210)
    assert not any(entry.doubt for entry in found.entries)
