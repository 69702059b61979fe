"""A seeded bug ends at an example of two or three facts, within a thousand tries."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from hypothesis import find, settings
from hypothesis.strategies import SearchStrategy

from tests.testing.seeded import FINDS, PASSES
from xbrlgen.testing.cases import Case, Verdict
from xbrlgen.testing.strategies.damages import damages
from xbrlgen.testing.strategies.networks import statements

PATIENT = settings(max_examples=2000, database=None, derandomize=True)
T = TypeVar("T")


def smallest(strategy: SearchStrategy[T], is_wrong: Callable[[T], bool]) -> T:
    """The example that shrinking ends at, found by looking at a thousand at most."""
    tries = 0

    def counted(example: T) -> bool:
        nonlocal tries
        tries += 1
        return is_wrong(example)

    found = find(strategy, counted, settings=PATIENT)
    assert tries <= 1000
    return found


@pytest.mark.parametrize("judge", PASSES.values(), ids=PASSES.keys())
def test_a_judge_that_finds_too_much_is_shown_by_few_facts(judge: Callable[[Case], Verdict]) -> None:
    case = smallest(statements(), lambda case: bool(judge(case)))
    assert len(case.facts) <= 3


@pytest.mark.parametrize("judge", FINDS.values(), ids=FINDS.keys())
def test_a_judge_that_finds_too_little_is_shown_by_few_facts(judge: Callable[[Case], Verdict]) -> None:
    damage = smallest(
        damages(manners=["flipped sign", "scale slip"]),
        lambda damage: not damage.must <= judge(damage.after),
    )
    assert len(damage.after.facts) <= 3
