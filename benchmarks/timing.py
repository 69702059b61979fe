"""Medians of several runs, and ratios between them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter

RUNS = 7


def seconds(work: Callable[[], object], runs: int = RUNS) -> float:
    """The median time of one run."""
    return median(_once(work) for _ in range(runs))


def _once(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def ratio(work: Callable[[], object], yardstick: Callable[[], object], runs: int = RUNS) -> float:
    """How many times as long the work takes as the yardstick, both measured in turns."""
    pairs = [(_once(work), _once(yardstick)) for _ in range(runs)]
    return median(mine for mine, _ in pairs) / median(theirs for _, theirs in pairs)


def python(code: str) -> Callable[[], object]:
    """A run of a new Python with some code."""
    return lambda: subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
