"""The laws of the kit, kept by ourselves and by Arelle, and broken by tools with a bug."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings

from tests.effort import tries
from tests.model.arelle_side import facts_of, loaded
from xbrlgen.findings import Severity
from xbrlgen.model import Report
from xbrlgen.testing.cases import Case, Verdict
from xbrlgen.testing.damage import sums_with
from xbrlgen.testing.files import PAGE, Layout, report_files, write_case
from xbrlgen.testing.laws import (
    COPIES,
    LAYOUTS,
    NAMES,
    ORDER,
    PAGES,
    RELATIONS,
    SCALING,
    SIGNS,
    BrokenLaw,
    Judge,
    Relation,
    judging_finds_what_is_broken,
    judging_keeps,
    judging_merges_periods,
    judging_passes_what_holds,
    judging_splits,
    reading_finds_the_facts,
    reading_ignores_the_layout,
    writing_ignores_the_order,
    writing_round_trips,
)
from xbrlgen.testing.native import native
from xbrlgen.testing.oracle import Oracle
from xbrlgen.testing.strategies import declarable, reports
from xbrlgen.testing.strategies.damages import damages
from xbrlgen.testing.strategies.networks import cases, statements
from xbrlgen.testing.together import drawn
from xbrlgen.validating import validate

FEW = settings(max_examples=tries(15))


def as_json(report: Report) -> bytes:
    return report.to_json().encode()


@given(reports())
def test_our_json_keeps_the_laws_of_writers(report: Report) -> None:
    writing_round_trips(as_json, Report.from_json, report)
    writing_ignores_the_order(as_json, report)


@pytest.mark.parametrize("relation", [*RELATIONS, COPIES], ids=lambda each: each.name)
@given(case=cases())
def test_our_engine_keeps_each_relation(relation: Relation, case: Case) -> None:
    judging_keeps(relation, native, case)


@given(statements(max_periods=3))
def test_our_engine_splits(case: Case) -> None:
    judging_splits(native, case)


@given(statements(rounding="none", max_periods=3))
def test_our_engine_merges_periods(case: Case) -> None:
    judging_merges_periods(native, case)


@pytest.mark.parametrize("relation", [*RELATIONS, COPIES], ids=lambda each: each.name)
def test_arelle_keeps_each_relation(oracle: Oracle, relation: Relation) -> None:
    """On statements and damaged ones; of facts in conflict Arelle takes the first, whichever that is."""
    found = [
        *drawn(statements(), 60),
        *(damage.after for damage in drawn(damages(manners=["scale slip"]), 60)),
    ]
    before, after = oracle.judge(found), oracle.judge(map(relation.turn, found))
    assert [frozenset(map(relation.rename, verdict)) for verdict in before] == list(after)


# ---- readers


def arelle_reader(report: Report) -> Callable[[Path], Iterable[Hashable]]:
    def read(path: Path) -> Iterable[Hashable]:
        with loaded(path, validate=False) as (model, _):
            return facts_of(model, report)

    return read


@FEW
@given(report=declarable(footnotes=False))
def test_arelle_reads_what_was_written(report: Report) -> None:
    reading_finds_the_facts(arelle_reader(report), report)


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
@settings(max_examples=tries(8))
@given(report=declarable(footnotes=False))
def test_arelle_ignores_the_layout(layout: Any, report: Report) -> None:
    reading_ignores_the_layout(arelle_reader(report), report, layout)


@pytest.mark.parametrize("layout", PAGES.values(), ids=PAGES.keys())
@settings(max_examples=tries(8))
@given(report=declarable(footnotes=False))
def test_arelle_reads_the_same_from_a_page(layout: Any, report: Report) -> None:
    reading_finds_the_facts(arelle_reader(report), report, layout=layout)


def test_pages_of_statements_are_valid(tmp_path: Path) -> None:
    for number, case in enumerate(drawn(statements(versions=("1.0",)), 3)):
        path = write_case(case, tmp_path / str(number), Layout(is_inline=True))
        assert path.suffix == ".htm"
        assert not [each for each in validate(path).findings if each.severity >= Severity.INCONSISTENCY]


def test_a_page_prints_thousands_where_the_facts_are() -> None:
    fact = evolve(drawn(statements(), 1)[0].facts[0], value=Decimal(-5000), decimals=-3)
    text = report_files(Report([fact]), Layout(is_inline=True))[PAGE]
    assert 'decimals="-3" sign="-" scale="3">5</ix:nonFraction>' in text


# ---- tools with a bug, which the laws find


def float_judge(case: Case) -> Verdict:
    """Compares for equality, in floats, and knows nothing of rounding."""
    values = {fact.concept.name: float(fact.value) for fact in case.facts if isinstance(fact.value, Decimal)}
    return frozenset(
        found
        for found in all_sums(case)
        if values[found.total]
        != sum(
            values.get(arc.child, 0.0) * float(arc.weight)
            for network in case.networks
            if network.total == found.total
            for arc in network.arcs
        )
    )


def all_sums(case: Case) -> Verdict:
    return frozenset(found for fact in case.facts for found in sums_with(case, fact))


def blind_judge(case: Case) -> Verdict:
    return frozenset()


def weightless_judge(case: Case) -> Verdict:
    """Forgets the weights."""
    networks = [
        evolve(each, arcs=[evolve(arc, weight=Decimal(1)) for arc in each.arcs]) for each in case.networks
    ]
    return native(evolve(case, networks=networks))


def first_period_judge(case: Case) -> Verdict:
    """Looks at the first period only."""
    first = min(fact.period for fact in case.facts) if case.facts else None
    return native(evolve(case, facts=[fact for fact in case.facts if fact.period == first]))


def unscaled_judge(case: Case) -> Verdict:
    """Takes accuracy for a thousandth, whatever it is."""
    facts = [evolve(fact, decimals=3) if isinstance(fact.value, Decimal) else fact for fact in case.facts]
    return native(evolve(case, facts=facts))


def test_the_laws_find_a_judge_that_sees_nothing() -> None:
    with pytest.raises(BrokenLaw, match="judging finds what is broken"):
        given(damages(manners=["scale slip"]))(
            lambda damage: judging_finds_what_is_broken(blind_judge, damage)
        )()


@pytest.mark.parametrize("judge", [float_judge, weightless_judge], ids=["floats", "no weights"])
def test_the_laws_find_a_judge_that_computes_wrongly(judge: Judge) -> None:
    with pytest.raises(BrokenLaw, match="judging passes what holds"):
        given(statements())(lambda case: judging_passes_what_holds(judge, case))()


def test_the_laws_find_a_judge_that_looks_at_one_period() -> None:
    broken = damages(manners=["scale slip"], of=statements(max_periods=3))
    with pytest.raises(BrokenLaw, match="judging splits"):
        given(broken)(lambda damage: judging_splits(first_period_judge, damage.after))()


def test_the_laws_find_a_judge_that_takes_accuracy_for_granted() -> None:
    with pytest.raises(BrokenLaw, match="judging passes"):
        given(statements())(lambda case: judging_passes_what_holds(unscaled_judge, case))()


def test_relations_turn_something() -> None:
    (case,) = drawn(statements(), 1)
    assert all(relation.turn(case) != case for relation in (SCALING, NAMES, COPIES))
    assert {SIGNS.name, ORDER.name} < {relation.name for relation in RELATIONS}
