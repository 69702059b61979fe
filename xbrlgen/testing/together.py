"""Many random examples judged together, and a small failing one in the end.

Hypothesis runs a test once an example; a judge that is slow to start is better asked once for a thousand.
So examples are drawn first, judged together, and only where one fails does hypothesis go over them again to
shrink it, asking the judge for those alone that it has not seen.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.strategies import SearchStrategy

T = TypeVar("T", bound=Hashable)
V = TypeVar("V")
_ANYTHING_GOES = tuple(HealthCheck)


def drawn(strategy: SearchStrategy[T], count: int, *, start: int = 0) -> list[T]:
    """So many examples of a strategy, the same for the same ``start``."""
    found: list[T] = []

    @seed(start)
    @_settings(count, Phase.generate)
    @given(strategy)
    def collect(example: T) -> None:
        found.append(example)

    collect()
    return found


def check_together(
    strategy: SearchStrategy[T],
    judge: Callable[[Sequence[T]], Sequence[V]],
    claim: Callable[[T, V], None],
    *,
    count: int = 1000,
    start: int = 0,
) -> None:
    """Claim something of each example and what the judge says of it; a failing one is shrunk as usual.

    ``judge`` takes many examples and answers for each; ``claim`` raises where an answer is wrong.
    """
    examples = drawn(strategy, count, start=start)
    answers = dict(zip(examples, judge(examples), strict=True))
    if not any(_fails(claim, example, answers[example]) for example in examples):
        return

    @seed(start)
    @_settings(count, Phase.generate, Phase.shrink)
    @given(strategy)
    def again(example: T) -> None:
        if example not in answers:
            (answers[example],) = judge([example])
        claim(example, answers[example])

    again()


def _fails(claim: Callable[[T, V], None], example: T, answer: V) -> bool:
    try:
        claim(example, answer)
    except AssertionError:
        return True
    return False


def _settings(count: int, *phases: Phase) -> settings:
    return settings(
        max_examples=count,
        phases=phases,
        database=None,
        deadline=None,
        suppress_health_check=_ANYTHING_GOES,
    )
