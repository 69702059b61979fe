from __future__ import annotations

import pytest

from xbrlgen.taxonomy import Taxonomy, UnknownRoleError

YEARS = (2009, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025)


@pytest.mark.parametrize("year", YEARS)
def test_gross_profit_is_revenues_less_their_cost_in_every_year(year: int) -> None:
    arcs = Taxonomy.of("us-gaap", year).children("GrossProfit")
    assert {(arc.child, arc.weight) for arc in arcs} == {("Revenues", 1), ("CostOfRevenue", -1)}


@pytest.mark.parametrize("year", YEARS)
def test_children_and_parents_are_two_views_of_the_same_arcs(year: int) -> None:
    taxonomy = Taxonomy.of("us-gaap", year)
    for parent in ("AssetsCurrent", "OperatingIncomeLoss", "NetCashProvidedByUsedInOperatingActivities"):
        arcs = taxonomy.children(parent)
        assert arcs
        for arc in arcs:
            assert arc in taxonomy.parents(arc.child)


def test_a_role_narrows_the_arcs() -> None:
    taxonomy = Taxonomy.of("us-gaap", 2013)
    everywhere = taxonomy.children("Revenues")
    here = taxonomy.children("Revenues", "StatementOfIncome")
    assert 0 < len(here) < len(everywhere)
    assert set(here) <= set(everywhere)


def test_years_with_merged_arcs_take_the_roles_of_the_nearest_year() -> None:
    arcs = Taxonomy.of("us-gaap", 2022).children("GrossProfit", "StatementOfIncome")
    assert [arc.child for arc in arcs] == ["Revenues", "CostOfRevenue"]


def test_a_statement_is_a_tree() -> None:
    tree = Taxonomy.of("us-gaap", 2024).tree("StatementOfIncome")
    assert tree.uri == "http://fasb.org/us-gaap/role/statement/StatementOfIncome"
    assert (tree.year, tree.roots[0].name) == (2024, "IncomeStatementAbstract")
    assert tree.definition.startswith("124000 - Statement - ")
    depths = {node.name: depth for depth, node in tree.walk()}
    assert depths["GrossProfit"] > depths["StatementLineItems"] > 0


def test_a_tree_of_another_year_shows_no_concept_the_year_does_not_have() -> None:
    taxonomy = Taxonomy.of("us-gaap", 2016)
    tree = taxonomy.tree("StatementOfFinancialPositionClassified")
    assert tree.year != 2016
    own = [name for name in tree.names if ":" not in name]
    assert all(taxonomy.concept(name) and not taxonomy.is_deprecated(name) for name in own)


def test_an_unknown_role_is_named_with_those_there_are() -> None:
    with pytest.raises(UnknownRoleError, match=r"'StatementOfLuck'; nearest: .*StatementOfIncome"):
        Taxonomy.of("us-gaap", 2024).tree("StatementOfLuck")
