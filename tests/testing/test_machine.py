"""The machine builds filings that keep all laws, and finds a judge that does not."""

from __future__ import annotations

from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.effort import tries
from tests.testing.seeded import floats_are_equal
from xbrlgen.testing.cases import Case, Verdict
from xbrlgen.testing.laws import BrokenLaw
from xbrlgen.testing.machine import FilingMachine

FEW = settings(max_examples=tries(30), stateful_step_count=12)

EAGER = settings(FEW, max_examples=300, derandomize=True, phases=[Phase.generate])


def test_the_native_engine_keeps_all_laws_step_by_step() -> None:
    run_state_machine_as_test(FilingMachine, settings=FEW)


class OnePeriodOnly(FilingMachine):
    """Looks at the latest year alone."""

    def judge(self, case: Case) -> Verdict:
        years = [fact.period for fact in case.facts]
        facts = [fact for fact in case.facts if fact.period == max(years)]
        return floats_are_equal(Case(facts, case.networks, case.concepts.values()))


def test_a_judge_with_a_bug_is_found() -> None:
    with pytest.raises(BrokenLaw):
        run_state_machine_as_test(OnePeriodOnly, settings=EAGER)


def started() -> FilingMachine:
    machine = FilingMachine()
    machine.start(Decimal(5))
    machine.add_arc(1, 1, Decimal(1))
    machine.add_context(Decimal(7))
    return machine


def test_renaming_lasts_and_later_steps_go_on_with_the_new_names() -> None:
    machine = started()
    machine.rename()
    machine.add_fact(Decimal(3), 0, 2, 0)
    assert {fact.concept.name.local for fact in machine.case.facts} == {"OtherItem1", "OtherItem2"}
    assert {each.total.local for each in machine.case.networks} == {"OtherItem1"}


def test_splitting_goes_on_with_one_period() -> None:
    machine = started()
    before = machine.case.facts
    machine.split(1)
    assert len(before) == 2
    assert set(machine.case.facts) < {*before, evolve(before[0], id="f1"), evolve(before[1], id="f1")}
