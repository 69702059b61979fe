"""Which sums of a release stand in its calculations, and which are left out and told."""

from __future__ import annotations

from collections.abc import Iterator

from tests.proving.building import NINE, NINE_BEFORE, NOW, Q3, Q3_BEFORE, statement
from tests.tagging.making import facts_at, filed
from xbrlgen.filing import Filing
from xbrlgen.reading.statement import StatementKind
from xbrlgen.tagging.rows.sums import Sums

CASH = "NetCashProvidedByUsedInOperatingActivities"
FLOWS = statement(
    StatementKind.CASH_FLOW,
    [NINE, NINE_BEFORE],
    [
        ("Operating activities:",),
        ("Net income", "500", "410"),
        ("Depreciation and amortization", "120", "115"),
        ("Stock-based compensation", "80", "71"),
        ("Net cash provided by operating activities", "700", "596"),
    ],
)


def sums_of(filing: Filing) -> Iterator[tuple[str, list[str]]]:
    for role in filing.roles:
        for one in role.sums:
            yield one.total.local, [f"{arc.weight:+}{arc.child.local}" for arc in one.arcs]


def left_out(filing: Filing) -> list[str]:
    return [one.about[0] for one in filing.findings if one.code == "tagging.sum-left-out"]


def test_sum_of_cash_flows_stands_in_the_calculations() -> None:
    filing = filed(FLOWS)
    assert [name for name, _ in sums_of(filing)] == [CASH]
    assert left_out(filing) == []


def test_total_beside_one_part_in_another_table_leaves_the_sum_out_and_tells() -> None:
    quarter = statement(
        StatementKind.OTHER,
        [Q3, Q3_BEFORE],
        [("Net cash provided by operating activities", "300", "250"), ("Net income", "170", "150")],
        index=1,
    )
    filing = filed(FLOWS, quarter)
    facts = {(fact.concept.name.local, fact.period) for fact in filing.report.facts}
    assert {(CASH, Q3), (CASH, NINE)} <= facts
    assert CASH not in dict(sums_of(filing))
    assert left_out(filing) == [f"us-gaap:{CASH}"]


def test_part_that_only_one_column_has_is_a_part_of_the_sum() -> None:
    flows = statement(
        StatementKind.CASH_FLOW,
        [Q3, Q3_BEFORE, NINE_BEFORE],
        [
            ("Operating activities:",),
            ("Net income", "500", "410", "930"),
            ("Depreciation and amortization", "120", "115", "341"),
            ("Provision for doubtful accounts", "", "", "20"),
            ("Stock-based compensation", "80", "71", "222"),
            ("Net cash provided by operating activities", "700", "596", "1,513"),
        ],
    )
    filing = filed(flows)
    assert [len(parts) for name, parts in sums_of(filing) if name == CASH] == [4]
    assert left_out(filing) == []


def test_amounts_on_basic_and_on_diluted_shares_are_not_added() -> None:
    income = statement(
        StatementKind.INCOME,
        [Q3, Q3_BEFORE],
        [
            ("Net income", "500", "410"),
            ("eps|Income from continuing operations per share, basic", "0.52", "0.43"),
            ("eps|Income from discontinued operations per share, diluted", "0.01", "0.02"),
            ("eps|Net income per share, basic", "0.53", "0.45"),
        ],
    )
    assert list(sums_of(filed(income))) == []


def test_other_ways_to_a_total_are_all_terms_together_then_those_with_fewer_votes() -> None:
    sums = Sums({(0, 9): (((0, 1), 1),)}, {}, {(0, 9): ((((0, 1), 1), ((0, 2), 1)),)})
    assert sums.ways((0, 9)) == ((((0, 1), 1),), (((0, 1), 1), ((0, 2), 1)))


def test_a_row_without_letters_that_nothing_adds_up_to_has_no_concept() -> None:
    rows = [
        ("Total assets", "193,330"),
        ("Liabilities and stockholders' equity",),
        ("Accounts payable", "36,335"),
        ("Total current liabilities", "36,335"),
        ("Deferred revenue, net of current", "1,270"),
        ("", "1,270"),
        ("Other liabilities", "1,397"),
    ]
    made = filed(statement(StatementKind.BALANCE, [NOW], rows))
    names = {fact.concept.name.local for fact in facts_at(made)["1,270"]}
    assert not names & {"Liabilities", "LiabilitiesAndStockholdersEquity"}


def test_what_is_left_of_two_equal_sums_is_no_sum_of_the_release() -> None:
    rows = [
        ("Bookings in all", "91,437", "80,211"),
        ("Currency effect in all", "3,119", "2,018"),
        ("Bookings of shops", "52,391", "47,802"),
        ("Currency effect of shops", "2,004", "1,103"),
        ("Bookings of schools", "39,046", "32,409"),
        ("Currency effect of schools", "1,115", "915"),
    ]
    filing = filed(statement(StatementKind.OTHER, [Q3, Q3_BEFORE], rows))
    assert not [name for name, arcs in sums_of(filing) if sum(arc.startswith("-") for arc in arcs) > 1]
