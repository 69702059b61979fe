"""Statements of real taxonomies: they hold, their concepts are those of the index, and Arelle loads them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import tries
from xbrlgen.taxonomy import Taxonomy
from xbrlgen.testing.cases import Case
from xbrlgen.testing.native import native_outcomes
from xbrlgen.testing.oracle import Oracle
from xbrlgen.testing.strategies.registry import registry_statements
from xbrlgen.testing.together import drawn
from xbrlgen.validating.outcomes import Status


@settings(max_examples=tries(60))
@given(registry_statements(years=st.sampled_from((2009, 2013, 2024))))
def test_statements_of_standard_concepts_add_up(case: Case) -> None:
    assert {outcome.status for outcome in native_outcomes(case)} == {Status.CONSISTENT}


@settings(max_examples=tries(60))
@given(registry_statements(years=st.just(2013)))
def test_their_concepts_and_weights_are_those_of_the_index(case: Case) -> None:
    taxonomy = Taxonomy.of("us-gaap", 2013)
    assert all(taxonomy.concept(name.local) == concept for name, concept in case.concepts.items())
    for network in case.networks:
        known = {(arc.child, arc.weight) for arc in taxonomy.children(network.total.local)}
        assert {(arc.child.local, arc.weight) for arc in network.arcs} <= known


def test_arelle_finds_nothing_in_them(oracle: Oracle) -> None:
    cases = drawn(registry_statements(years=st.sampled_from((2013, 2024))), 60)
    assert set(oracle.judge(cases)) == {frozenset()}
