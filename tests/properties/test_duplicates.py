"""Laws of duplicate facts, with Arelle's own classes as the witness."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from arelle import ValidateXbrlCalcs
from arelle.ValidateDuplicateFacts import DuplicateFactSet
from attrs import evolve, frozen
from hypothesis import given
from hypothesis import strategies as st

from tests.properties.strategies import facts
from xbrlgen.model import DuplicateClass, Fact, classify, duplicates, interval
from xbrlgen.testing.strategies import accuracies, amounts, concepts, facts_of, qnames, rounded

MONEY = concepts(types=st.just("monetaryItemType")).flatmap(lambda concept: facts_of(concept, nil=False))
READINGS = st.lists(
    st.tuples(amounts(digits=4, places=2), accuracies(low=-4, high=3)), min_size=2, max_size=4
)


def same_fact(fact: Fact, readings: list[tuple[Decimal, int | None]]) -> list[Fact]:
    return [evolve(fact, value=value, decimals=decimals) for value, decimals in readings]


@frozen(eq=False)
class _Seen:
    """As much of Arelle's fact as its duplicate classes look at."""

    value: str
    xValue: Decimal  # noqa: N815, Arelle's name
    decimals: str
    isNumeric: bool = True  # noqa: N815, Arelle's name
    isNil: bool = False  # noqa: N815, Arelle's name
    precision: None = None
    concept: Any = None


class _Concept:
    isLanguage = False  # noqa: N815, Arelle's name


def _as_arelle(facts: list[Fact]) -> Any:
    ValidateXbrlCalcs.init()  # without it, its module lacks a class it asks for
    seen = [
        _Seen(
            value=f"{Decimal(fact.value or 0).normalize():f}",
            xValue=Decimal(fact.value or 0),
            decimals="INF" if fact.decimals is None else str(fact.decimals),
            concept=_Concept(),
        )
        for fact in facts
    ]
    return DuplicateFactSet(facts=seen)


@given(MONEY, READINGS)
def test_the_classes_are_those_of_arelle(fact: Fact, readings: list[tuple[Decimal, int | None]]) -> None:
    given_facts = same_fact(fact, readings)
    theirs = _as_arelle(given_facts)
    ours = classify(given_facts)
    assert (ours is DuplicateClass.COMPLETE) == theirs.areAllComplete
    assert (ours is DuplicateClass.INCONSISTENT) == theirs.areAnyInconsistent


@given(MONEY, amounts(), st.lists(accuracies(), min_size=1, max_size=4, unique=True))
def test_roundings_of_one_number_are_never_inconsistent(
    fact: Fact, number: Decimal, decimals: list[int | None]
) -> None:
    roundings = same_fact(fact, [(rounded(number, each), each) for each in decimals])
    assert classify(roundings) is not DuplicateClass.INCONSISTENT
    assert all(low <= number <= high for low, high in map(interval, roundings))


@given(MONEY, READINGS, st.randoms())
def test_the_class_depends_on_no_order(
    fact: Fact, readings: list[tuple[Decimal, int | None]], random: Any
) -> None:
    given_facts = same_fact(fact, readings)
    mixed = list(given_facts)
    random.shuffle(mixed)
    assert classify(mixed) is classify(given_facts)


@given(st.lists(facts, max_size=4), st.data())
def test_only_facts_that_are_of_the_same_are_duplicates(drawn: list[Fact], data: st.DataObject) -> None:
    again = data.draw(st.lists(st.sampled_from(drawn), max_size=3)) if drawn else []
    sets = duplicates([*drawn, *again])
    counted = [fact for each in sets for fact in each.facts]
    assert all(len({fact.aspects for fact in each.facts}) == 1 for each in sets)
    assert len({each.facts[0].aspects for each in sets}) == len(sets)
    single = [fact for fact in [*drawn, *again] if fact not in counted]
    assert len({fact.aspects for fact in single}) == len(single)


@given(facts, qnames())
def test_a_fact_of_another_concept_is_no_duplicate(fact: Fact, name: Any) -> None:
    other = evolve(fact, concept=evolve(fact.concept, name=name))
    assert bool(duplicates([fact, other])) == (name == fact.concept.name)
