"""The index tells the same as the tables it was compiled from, in every year."""

from __future__ import annotations

import pytest

from tests.shared import shared
from xbrlgen.taxonomy import Evidence, Taxonomy
from xbrlgen.taxonomy.files.records import Family
from xbrlgen.taxonomy.making.tables import read_tables


@pytest.fixture(scope="module")
def families() -> dict[str, Family]:
    source = shared("taxonomies/concepts.tsv.gz").parent
    return {family.name: family for family in read_tables(source)}


@pytest.mark.parametrize("name", ["us-gaap", "srt", "dei"])
def test_every_concept_of_every_year_is_in_the_index(families: dict[str, Family], name: str) -> None:
    family = families[name]
    for year in family.years:
        told = {concept for concept, standings in family.concepts.items() if year in standings}
        taxonomy = Taxonomy.of(name, year)
        assert set(taxonomy.names()) == told
        for concept in sorted(told)[::53]:
            standing = family.concepts[concept][year]
            assert taxonomy.is_deprecated(concept) == standing.deprecated
            known = taxonomy.require(concept)
            assert known.balance == standing.kind.balance
            assert known.period_type == standing.kind.period
            if standing.inferred:
                assert taxonomy.evidence(concept) is Evidence.INFERRED


def test_every_sum_of_every_year_is_in_the_index(families: dict[str, Family]) -> None:
    told: dict[int, set[tuple[str, str, int]]] = {}
    for arc in families["us-gaap"].weighings:
        told.setdefault(arc.year, set()).add((arc.parent, arc.child, arc.weight))
    for year, arcs in told.items():
        taxonomy = Taxonomy.of("us-gaap", year)
        parents = taxonomy.networks.calculations.blocks
        found = {
            (arc.parent, arc.child, arc.weight) for parent in parents for arc in taxonomy.children(parent)
        }
        assert found == arcs


def test_every_line_of_every_statement_is_in_the_index(families: dict[str, Family]) -> None:
    told: dict[tuple[int, str], set[str]] = {}
    for arc in families["us-gaap"].showings:
        told.setdefault((arc.year, arc.role.path), set()).update((arc.parent, arc.child))
    for (year, role), names in told.items():
        assert set(Taxonomy.of("us-gaap", year).tree(role).names) == names
