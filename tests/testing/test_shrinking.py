"""A seeded bug ends at an example of two or three facts, within seconds."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import pytest
from hypothesis import find, settings

from tests.testing.seeded import FINDS, PASSES
from xbrlgen.testing.cases import Case, Verdict
from xbrlgen.testing.damage import Damage
from xbrlgen.testing.strategies.damages import damages
from xbrlgen.testing.strategies.networks import statements

PATIENT = settings(max_examples=2000, deadline=None, database=None, derandomize=True)
SECONDS = 5


@pytest.mark.parametrize("judge", PASSES.values(), ids=PASSES.keys())
def test_a_judge_that_finds_too_much_is_shown_by_few_facts(judge: Callable[[Case], Verdict]) -> None:
    start = process_time()
    case = find(statements(), lambda case: bool(judge(case)), settings=PATIENT)
    assert process_time() - start < SECONDS
    assert len(case.facts) <= 3


@pytest.mark.parametrize("judge", FINDS.values(), ids=FINDS.keys())
def test_a_judge_that_finds_too_little_is_shown_by_few_facts(judge: Callable[[Case], Verdict]) -> None:
    def missed(damage: Damage) -> bool:
        return not damage.must <= judge(damage.after)

    start = process_time()
    damage = find(damages(manners=["flipped sign", "scale slip"]), missed, settings=PATIENT)
    assert process_time() - start < SECONDS
    assert len(damage.after.facts) <= 3
