"""Trees and sums as linkbases: what they must be, and what is left out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from lxml import etree

from tests.writing.judging import Judge, standin_of
from tests.writing.making import END, OWN, gaap, money, own, simple
from xbrlgen.filing import Arc, Filing, Hypercube, Node, Role, Sum
from xbrlgen.model import Concept, Member, PeriodType, QName
from xbrlgen.writing import WriteError, write
from xbrlgen.writing.files import taxonomy_files
from xbrlgen.writing.taxonomy.anchoring import WIDER_NARROWER
from xbrlgen.writing.taxonomy.linkbases import SUMMATION
from xbrlgen.writing.taxonomy.soundness import sound

LINK = "{http://www.xbrl.org/2003/linkbase}"
XLINK = "{http://www.w3.org/1999/xlink}"
ROLE = "http://example.com/role/Other"
PERIOD_START = "http://www.xbrl.org/2003/role/periodStartLabel"
PERIOD_END = "http://www.xbrl.org/2003/role/periodEndLabel"


def linkbase(filing: Filing, kind: str, calculations: str | None = None) -> Any:
    """A linkbase as a tree."""
    return etree.fromstring(taxonomy_files(filing, calculations)[f"ex-20240930_{kind}.xml"])


def with_role(*children: Node, sums: tuple[Sum, ...] = (), hypercube: Hypercube | None = None) -> Filing:
    """The simple filing with one role more."""
    filing = simple()
    top = Node(gaap("StatementOfFinancialPositionAbstract").name, children=children)
    role = Role(ROLE, "0003 - Statement - Other", (top,), sums, hypercube)
    return evolve(filing, roles=(*filing.roles, role))


@pytest.mark.parametrize(
    ("year", "asked", "version"), [(2023, None, "1.0"), (2024, None, "1.1"), (2024, "1.0", "1.0")]
)
def test_the_version_of_calculation_arcs(year: int, asked: str | None, version: str) -> None:
    tree = linkbase(evolve(simple(), taxonomy_year=year), "cal", asked)
    arcs = {arc.get(f"{XLINK}arcrole") for arc in tree.iter(f"{LINK}calculationArc")}
    assert arcs == {SUMMATION[version]}
    assert (tree.find(f"{LINK}arcroleRef") is not None) == (version == "1.1")


def test_an_unknown_version_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match=r"1\.0, 1\.1"):
        write(simple(), tmp_path / "out", calculations="2.0")
    assert not (tmp_path / "out").exists()


def test_weights_order_and_labels_are_as_in_the_release() -> None:
    weights = {
        arc.get(f"{XLINK}to"): arc.get("weight")
        for arc in linkbase(simple(), "cal").iter(f"{LINK}calculationArc")
    }
    assert weights == {"us-gaap_Revenues": "1", "us-gaap_CostOfRevenue": "-1"}
    arcs = list(linkbase(simple(), "pre").iter(f"{LINK}presentationArc"))
    assert [arc.get("order") for arc in arcs] == ["1", "2", "3", "4"]
    assert [str(arc.get("preferredLabel")).rpartition("/")[2] for arc in arcs] == [
        "None",
        "negatedLabel",
        "totalLabel",
        "None",
    ]
    labels = {(label.get("id"), label.text) for label in linkbase(simple(), "lab").iter(f"{LINK}label")}
    assert ("us-gaap_CostOfRevenue_negatedLabel", "Cost of Revenue") in labels
    assert ("ex_OtherThings_label", "Other things") in labels


def test_a_balance_at_both_ends_of_a_period_hangs_twice(arelle: Judge, tmp_path: Path) -> None:
    cash = gaap("CashAndCashEquivalentsAtCarryingValue")
    filing = with_role(Node(cash.name, PERIOD_START), Node(cash.name, PERIOD_END))
    facts = (*filing.report.facts, money("cash", cash, "5", 0, END))
    filing = evolve(filing, report=evolve(filing.report, facts=facts))
    page = write(filing, tmp_path / "out").paths[0]
    assert arelle(page, [standin_of(filing, tmp_path)]).messages == ()


def test_a_hypercube_holds_for_all_lines_and_refuses_other_members(arelle: Judge, tmp_path: Path) -> None:
    def concept(local: str, kind: str, group: str = "item") -> Concept:
        return Concept(QName("ex", local, OWN), kind, PeriodType.DURATION, None, True, group)

    table = concept("ThingsTable", "stringItemType", "hypercubeItem")
    lines = concept("ThingsLineItems", "stringItemType")
    axis = concept("ThingsAxis", "stringItemType", "dimensionItem")
    domain, one, other = (
        concept(f"{name}", "domainItemType") for name in ("ThingsDomain", "OneMember", "TwoMember")
    )
    cube = Hypercube(table.name, lines.name, ((axis.name, domain.name, (domain.name, one.name)),))
    thing = own("Thing")
    tree = Node(lines.name, children=(Node(thing.name),))
    filing = with_role(Node(table.name, children=(Node(axis.name), tree)), hypercube=cube)
    extensions = (*filing.extensions, table, lines, axis, domain, one, other, thing)
    good = evolve(money("t1", thing, "5", 0), dimensions=(Member(axis.name, one.name),))
    bad = evolve(money("t2", thing, "6", 0), dimensions=(Member(axis.name, other.name),))
    for fact, expected in ((good, set()), (bad, {"xbrldie:PrimaryItemDimensionallyInvalidError"})):
        report = evolve(filing.report, facts=(*filing.report.facts, fact))
        whole = evolve(filing, report=report, extensions=extensions)
        page = write(whole, tmp_path / fact.id).paths[0]
        verdict = arelle(page, [standin_of(whole, tmp_path)])
        assert {code for code, _ in verdict.messages} == expected


def test_a_line_below_itself_moves_to_the_end(arelle: Judge, tmp_path: Path) -> None:
    assets, current = gaap("Assets").name, gaap("AssetsCurrent").name
    filing = with_role(Node(assets, children=(Node(current, children=(Node(assets),)),)))
    mended, findings = sound(filing)
    assert [finding.code for finding in findings] == ["writing.circular-tree"]
    page = write(filing, tmp_path / "out").paths[0]
    assert arelle(page, [standin_of(mended, tmp_path)]).messages == ()


@pytest.mark.parametrize(
    ("sums", "why"),
    [
        ((("GrossProfit", "Revenues", -1),), "weight"),
        ((("GrossProfit", "CostOfRevenue", 1),), "weight"),
        ((("GrossProfit", "Assets", 1),), "other times"),
        ((("Revenues", "Revenues", 1),), "itself"),
        ((("GrossProfit", "Revenues", 1), ("Revenues", "GrossProfit", 1)), "circle"),
    ],
)
def test_a_sum_that_xbrl_forbids_is_not_written(sums: tuple[tuple[str, str, int], ...], why: str) -> None:
    claims = tuple(Sum(gaap(total).name, (Arc(gaap(child).name, weight),)) for total, child, weight in sums)
    filing = evolve(simple(), standard=(*simple().standard, gaap("Assets")))
    filing = evolve(filing, roles=(evolve(filing.roles[0], sums=claims),))
    mended, findings = sound(filing)
    assert len(mended.roles[0].sums) == len(sums) - 1
    assert [finding.code for finding in findings] == ["writing.illegal-sum"]
    assert why in findings[0].message


def test_what_no_tree_shows_gets_a_role_of_its_own() -> None:
    filing = simple()
    facts = (*filing.report.facts, money("f9", gaap("InterestExpense"), "5", 0))
    mended, _ = sound(evolve(filing, report=evolve(filing.report, facts=facts)))
    assert mended.roles[-1].definition == "0003 - Disclosure - Other Facts (Details)"
    assert [str(node.concept) for node in mended.roles[-1].tree[0].children] == ["us-gaap:InterestExpense"]
    assert sound(mended) == (mended, ())


def test_money_without_a_balance_has_its_sign_told() -> None:
    filing = evolve(simple(), extensions=(own("AdjustedThing", label="Adjusted thing"),))
    labels = linkbase(filing, "lab").iter(f"{LINK}label")
    told = [label.text for label in labels if label.get(f"{XLINK}role").endswith("/documentation")]
    assert len(told) == 1
    assert "negative" in told[0]


def test_anchors_are_told_by_the_sums_of_the_filing(arelle: Judge, tmp_path: Path) -> None:
    revenue, cost, other = gaap("Revenues"), gaap("CostOfRevenue"), own("OtherThings")
    parts = (Arc(other.name, 1), Arc(cost.name, -1))
    filing = with_role(
        Node(other.name), Node(cost.name), Node(revenue.name), sums=(Sum(revenue.name, parts),)
    )
    written = write(filing, tmp_path / "out", anchoring=True)
    tree = etree.fromstring(
        next(path for path in written.paths if path.name.endswith("_def.xml")).read_bytes()
    )
    (arc,) = (
        one for one in tree.iter(f"{LINK}definitionArc") if one.get(f"{XLINK}arcrole") == WIDER_NARROWER
    )
    assert (arc.get(f"{XLINK}from"), arc.get(f"{XLINK}to")) == ("us-gaap_Revenues", "ex_OtherThings")
    plain = taxonomy_files(filing, None).get("ex-20240930_def.xml", b"")
    assert WIDER_NARROWER.encode() not in plain
    verdict = arelle(written.paths[0], [standin_of(filing, tmp_path)])
    assert [code for code, _ in verdict.messages if not code.startswith("calc")] == []
