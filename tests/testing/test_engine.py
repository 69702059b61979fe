"""What the native engine tells beside its verdict, computed again from the facts."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xbrlgen.testing.cases import Case
from xbrlgen.testing.native import native_outcomes
from xbrlgen.testing.strategies.networks import cases
from xbrlgen.validating.accuracy import most_accurate as told_of
from xbrlgen.validating.facts import Reported
from xbrlgen.validating.outcomes import Outcome, Status


def most_accurate(facts: Sequence[Reported]) -> Decimal:
    """Of facts with equal accuracy the first."""
    told = [fact for fact in facts if fact.value is not None]
    ranked = sorted(told, key=lambda fact: (fact.decimals is not None, -(fact.decimals or 0), fact.index))
    return ranked[0].value or Decimal(0)


def judged(case: Case, mode: str) -> list[Outcome]:
    return [outcome for outcome in native_outcomes(case, mode) if outcome.status is not Status.SKIPPED]


@given(cases(), st.sampled_from(("c10", "c10d", "c11r", "c11t")))
def test_the_difference_is_that_of_the_most_accurate_facts(case: Case, mode: str) -> None:
    for outcome in judged(case, mode):
        computed = sum((part.arc.weight * most_accurate(part.facts) for part in outcome.parts), Decimal(0))
        assert outcome.difference == most_accurate(outcome.total) - computed


@given(cases(), st.sampled_from(("c11r", "c11t")))
def test_a_sum_is_consistent_where_its_intervals_meet(case: Case, mode: str) -> None:
    for outcome in judged(case, mode):
        assert outcome.reported is not None
        assert outcome.computed is not None
        assert (outcome.status is Status.CONSISTENT) == outcome.reported.meets(outcome.computed)


@given(cases(), st.sampled_from(("c10", "c10d", "c11r", "c11t")))
def test_each_contributor_is_counted_or_missing(case: Case, mode: str) -> None:
    for outcome in judged(case, mode):
        counted = {part.arc.item for part in outcome.parts}
        missing = {arc.item for arc in outcome.missing}
        reported = {fact.concept.name.expanded for fact in case.facts}
        assert counted <= reported
        assert missing == {arc.item for arc in outcome.network.arcs} - reported


@pytest.mark.parametrize(
    ("decimals", "told"),
    [
        ((0, None), 1),
        ((None, 0), 0),
        ((-3, 0), 1),
        ((0, -3), 0),
        ((2, 2), 0),
        ((-1, 0, 2), 2),
        ((None, None), 0),
    ],
)
def test_of_several_facts_the_first_of_the_most_accurate_is_told(
    decimals: tuple[int | None, ...], told: int
) -> None:
    facts = [Reported(index, "s:Total", 0, decimals=each) for index, each in enumerate(decimals)]
    assert told_of(facts).index == told
    assert told_of(facts[::-1]).index == told
