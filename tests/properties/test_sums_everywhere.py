"""What tagging lets into a report never fails a check: sums hold wherever they bind, prints agree."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from xbrlgen.filing import Arc, Sum
from xbrlgen.model import Concept, Entity, Fact, Period, PeriodType, QName, Unit
from xbrlgen.places import Place
from xbrlgen.tagging.facts.marking import Mark, marked
from xbrlgen.tagging.trees.adding import Values
from xbrlgen.validating.facts import Reported
from xbrlgen.validating.modes import Mode
from xbrlgen.validating.outcomes import Arc as Contributor
from xbrlgen.validating.outcomes import Network, Status
from xbrlgen.validating.sums.calculation import check
from xbrlgen.validating.sums.duplicates import Kind, groups

USD = Unit.of("USD")
ENTITY = Entity("0000000001")
PERIODS = [Period.instant(date(2024, 3, day)) for day in (29, 30, 31)]
NAMES = ["Total", "One", "Two", "Three"]
CONCEPTS = {
    name: Concept(QName("ex", name, "http://example.com/"), "monetaryItemType", PeriodType.INSTANT)
    for name in NAMES
}
SPOTS = st.tuples(st.sampled_from(NAMES), st.sampled_from(PERIODS))
# Few values near each other, so that sums hold, miss by rounding and fail about equally often.
PRINTS = st.tuples(
    st.integers(0, 40).map(lambda number: Decimal(number) * 5), st.sampled_from([-2, -1, 0, 1])
)
SUMS = st.lists(
    st.tuples(st.sampled_from(NAMES[1:]), st.sampled_from([1, -1])), min_size=1, unique_by=lambda a: a[0]
)


def mark(number: int, spot: tuple[str, Period], print_: tuple[Decimal, int]) -> Mark:
    (name, period), (value, decimals) = spot, print_
    shown = round(value, decimals)
    return Mark(
        Place(0, number, number + 1, 1, number),
        str(shown),
        name,
        CONCEPTS[name],
        period,
        USD,
        shown,
        decimals,
    )


def reported(facts: Iterable[Fact]) -> list[Reported]:
    return [
        Reported(number, fact.concept.name.local, PERIODS.index(fact.period), 0, fact.value, fact.decimals)
        for number, fact in enumerate(facts)
        if isinstance(fact.value, Decimal)
    ]


@st.composite
def marks(draw: st.DrawFn) -> list[Mark]:
    drawn = draw(st.lists(st.tuples(SPOTS, PRINTS), min_size=2, max_size=14))
    return [mark(number, spot, print_) for number, (spot, print_) in enumerate(drawn)]


@given(marks())
def test_no_two_figures_that_are_tagged_contradict_each_other(drawn: list[Mark]) -> None:
    facts = marked(drawn, ENTITY).facts
    assert not [group for group in groups(reported(facts)) if group.kind is Kind.CONFLICTING]


@given(marks())
def test_each_figure_is_tagged_or_told_to_contradict_one_that_is(drawn: list[Mark]) -> None:
    result = marked(drawn, ENTITY)
    tagged = {placement.place for placement in result.placements}
    left = {one.place for one, _ in result.contradicting}
    assert tagged | left == {one.place for one in drawn}
    assert not tagged & left
    assert all(best.place in tagged for _, best in result.contradicting)


@given(marks(), SUMS)
def test_a_sum_that_is_borne_is_nowhere_inconsistent(drawn: list[Mark], terms: list[tuple[str, int]]) -> None:
    facts = marked(drawn, ENTITY).facts
    claim = Sum(CONCEPTS["Total"].name, tuple(Arc(CONCEPTS[name].name, weight) for name, weight in terms))
    arcs = tuple(Contributor(name, Decimal(weight)) for name, weight in terms)
    network = Network("r", "Total", arcs)
    outcomes = check(reported(facts), [network], Mode.C11R)
    statuses = [one.status for one in outcomes if one.status is not Status.SKIPPED]
    wanted = bool(statuses) and Status.INCONSISTENT not in statuses
    assert Values.of(facts).bears(claim) == wanted
