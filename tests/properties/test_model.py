"""Laws of the values of the fact model."""

from __future__ import annotations

import datetime
import pickle
from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

import xbrlgen.model
from tests.properties.strategies import facts, no_words
from xbrlgen.model import (
    Concept,
    Entity,
    Fact,
    Member,
    ModelError,
    Period,
    PeriodType,
    QName,
    Report,
    TypedMember,
    Unit,
)
from xbrlgen.testing.strategies import (
    concepts,
    days,
    durations,
    entities,
    facts_of,
    periods,
    qnames,
    reports,
    texts,
    units,
)

KINDS: dict[str, SearchStrategy[Any]] = {
    "name": qnames(),
    "concept": concepts(),
    "period": periods(times=True),
    "entity": entities(),
    "unit": units(),
    "member": st.builds(Member, qnames(), qnames()),
    "typed member": st.builds(TypedMember, qnames(), st.none() | texts()),
    "fact": facts,
    "report": reports(max_facts=3),
}
each_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
SPACE = vars(xbrlgen.model) | {"datetime": datetime, "Decimal": Decimal}


@each_kind
@given(data=st.data())
def test_order_is_total_and_agrees_with_equality(kind: SearchStrategy[Any], data: st.DataObject) -> None:
    first, second, third = data.draw(kind), data.draw(kind), data.draw(kind)
    ordered = sorted([first, second, third])
    assert all(before <= after for before, after in pairwise([*ordered, ordered[-1]]))
    assert (first == second) == (not first < second and not first > second)
    assert (first < second) == (second > first)
    assert (first <= second) == (first < second or first == second)


@each_kind
@given(data=st.data())
def test_equal_values_hash_alike_and_survive_a_pickle(kind: SearchStrategy[Any], data: st.DataObject) -> None:
    value = data.draw(kind)
    copy = pickle.loads(pickle.dumps(value))  # noqa: S301, our own bytes
    assert copy == value
    assert hash(copy) == hash(value)
    assert len({copy, value}) == 1


@each_kind
@given(data=st.data())
def test_a_repr_pasted_into_a_test_makes_the_value(kind: SearchStrategy[Any], data: st.DataObject) -> None:
    value = data.draw(kind)
    assert eval(repr(value), dict(SPACE)) == value  # noqa: S307, our own text


@given(qnames(), qnames())
def test_the_prefix_of_a_name_makes_no_difference(name: QName, other: QName) -> None:
    renamed = evolve(name, prefix=other.prefix)
    assert renamed == name
    assert hash(renamed) == hash(name)


@given(days())
def test_midnight_is_the_end_of_the_day_before(day: datetime.date) -> None:
    midnight = datetime.datetime.combine(day + datetime.timedelta(days=1), datetime.time())
    assert Period.instant(midnight) == Period.instant(day)
    assert Period.instant(day).closes == midnight


@given(durations(times=True))
def test_a_duration_ends_after_it_begins(period: Period) -> None:
    assert period.opens < period.closes
    assert Period(period.opens, period.closes) == period


@given(durations())
def test_a_duration_the_wrong_way_round_is_refused(period: Period) -> None:
    assert period.start is not None
    assert period.end is not None
    with pytest.raises(ModelError, match=r"Period\.end: given .*; allowed: a time after the start"):
        Period.duration(period.end + datetime.timedelta(days=1), period.start)


@given(st.lists(qnames(), min_size=1, max_size=4), st.randoms())
def test_measures_are_kept_in_order(measures: list[QName], random: Any) -> None:
    mixed = list(measures)
    random.shuffle(mixed)
    assert Unit(mixed) == Unit(measures)


@given(qnames(), st.lists(qnames(), max_size=2), st.lists(qnames(), max_size=2))
def test_a_measure_on_both_sides_is_refused(both: QName, above: list[QName], below: list[QName]) -> None:
    with pytest.raises(ModelError, match=r"Unit\.denominators"):
        Unit([*above, both], [both, *below])


@given(facts, st.randoms())
def test_dimensions_are_kept_in_order(fact: Fact, random: Any) -> None:
    mixed = list(fact.dimensions)
    random.shuffle(mixed)
    assert evolve(fact, dimensions=mixed) == fact


@given(facts, qnames(), qnames())
def test_an_axis_twice_is_refused(fact: Fact, axis: QName, member: QName) -> None:
    with pytest.raises(ModelError, match=r"Fact\.dimensions: given .* twice; allowed: each axis once"):
        evolve(fact, dimensions=(Member(axis, member), TypedMember(axis, "x")))


@given(facts, no_words())
def test_an_empty_or_broken_identifier_is_refused(fact: Fact, bad: str) -> None:
    with pytest.raises(ModelError, match=r"Entity\.identifier"):
        Entity(bad)
    with pytest.raises(ModelError, match=r"Fact\.id"):
        evolve(fact, id=bad)


@given(facts, st.sampled_from(("NaN", "sNaN", "Infinity", "-Infinity")))
def test_what_is_no_number_is_refused(fact: Fact, bad: str) -> None:
    assume(fact.is_numeric)
    with pytest.raises(ModelError, match=r"Fact\.value: given .*; allowed: a finite number"):
        evolve(fact, value=Decimal(bad))


@given(facts, st.sampled_from((1, 1.5, True, b"x", [])))
def test_a_value_of_another_class_is_refused(fact: Fact, bad: object) -> None:
    with pytest.raises(ModelError, match=r"Fact\.value: given .*; allowed: Decimal or str or None"):
        evolve(fact, value=bad)  # type: ignore[arg-type]  # the very mistake


@given(facts)
def test_a_unit_belongs_to_numbers_only(fact: Fact) -> None:
    swapped = None if fact.is_numeric else Unit.of("USD")
    with pytest.raises(ModelError, match=r"Fact\.(unit|value)"):
        evolve(fact, unit=swapped)


@given(facts, periods(times=True))
def test_the_period_must_be_of_the_concept_s_kind(fact: Fact, period: Period) -> None:
    assume(period.is_instant != (fact.concept.period_type is PeriodType.INSTANT))
    with pytest.raises(ModelError, match=r"Fact\.period: given .*; allowed: (an instant|a duration) for"):
        evolve(fact, period=period)


@given(concepts(types=st.just("monetaryItemType")).flatmap(facts_of), units())
def test_monetary_facts_are_in_a_currency(fact: Fact, unit: Unit) -> None:
    assume(not unit.currency)
    with pytest.raises(ModelError, match=r"Fact\.unit: given .*; allowed: a currency"):
        evolve(fact, unit=unit)


@given(facts)
def test_nil_belongs_to_nillable_concepts_and_has_no_accuracy(fact: Fact) -> None:
    def make(concept: Concept, decimals: int | None) -> Callable[[], Fact]:
        return lambda: evolve(fact, concept=concept, value=None, decimals=decimals)

    assert make(evolve(fact.concept, nillable=True), None)().is_nil
    with pytest.raises(ModelError, match=r"Fact\.value: given nil"):
        make(evolve(fact.concept, nillable=False), None)()
    with pytest.raises(ModelError, match=r"Fact\.decimals"):
        make(evolve(fact.concept, nillable=True), 2)()


@given(reports(), st.randoms())
def test_a_report_gives_its_facts_in_one_order(report: Report, random: Any) -> None:
    mixed = list(report.facts)
    random.shuffle(mixed)
    again = evolve(report, facts=mixed)
    assert again == report
    assert again.facts == tuple(sorted(mixed))


@given(reports())
def test_an_id_twice_is_refused(report: Report) -> None:
    with pytest.raises(ModelError, match=r"Report\.facts: given f1 twice"):
        evolve(report, facts=[*report.facts, next(fact for fact in report.facts if fact.id == "f1")])
