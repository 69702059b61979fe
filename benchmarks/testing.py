"""How fast the testing kit makes examples, judges them by the batch, and shrinks a failing one."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time

from hypothesis import find, settings
from hypothesis.strategies import SearchStrategy

from benchmarks.timing import seconds
from tests.testing.seeded import FINDS, PASSES
from xbrlgen.testing.cases import Case, Verdict
from xbrlgen.testing.damage import Damage
from xbrlgen.testing.files import write_case
from xbrlgen.testing.native import native
from xbrlgen.testing.oracle import Oracle
from xbrlgen.testing.strategies.damages import damages
from xbrlgen.testing.strategies.networks import cases, statements
from xbrlgen.testing.together import drawn

Row = tuple[str, str, str, str]
COUNT = 1000
RUNS = 3


def rows() -> list[Row]:
    """Rates for one core, by the time of the processor; those of Arelle, another process, by the clock."""
    return [*_generating(), *_judging(), _filing(), *_shrinking()]


def _generating() -> list[Row]:
    note = f"median of {RUNS} x {COUNT}, drawn and judged natively"
    kinds: list[tuple[str, SearchStrategy[Case]]] = [("statements", statements()), ("cases", cases())]
    return [
        (f"testing: {name} a second", f"{_rate(strategy):,.0f}", ">= 1,000", note) for name, strategy in kinds
    ]


def _rate(strategy: SearchStrategy[Case]) -> float:
    times = []
    for run in range(RUNS):
        start = process_time()
        for case in drawn(strategy, COUNT, start=run):
            native(case)
        times.append(process_time() - start)
    return COUNT / median(times)


def _judging() -> list[Row]:
    batch = drawn(cases(), COUNT)
    networks = sum(len(case.networks) for case in batch)
    with Oracle() as oracle:
        oracle.judge(batch[:1])
        rate = networks / seconds(lambda: oracle.judge(batch), RUNS)
    return [
        (
            "testing: networks judged by Arelle a second",
            f"{rate:,.0f}",
            ">= 300",
            f"{networks} in one document",
        )
    ]


def _filing() -> Row:
    start = process_time()
    examples = drawn(statements(), 200)
    drawing = (process_time() - start) / len(examples)
    with tempfile.TemporaryDirectory() as folder:
        times = []
        for number, case in enumerate(examples):
            start = process_time()
            write_case(case, Path(folder) / str(number))
            times.append(process_time() - start)
    return (
        "testing: a filing drawn and written to disk (ms)",
        f"{(drawing + median(times)) * 1000:.1f}",
        "< 20",
        f"the mean of drawing and the median of writing, {len(examples)} of them",
    )


def _shrinking() -> list[Row]:
    calm = settings(max_examples=2000, deadline=None, database=None, derandomize=True)
    found = []
    for name, judge in PASSES.items():
        start = process_time()
        case = find(statements(), _finds_something(judge), settings=calm)
        found.append((name, process_time() - start, len(case.facts)))
    for name, judge in FINDS.items():
        start = process_time()
        broken = find(damages(manners=["flipped sign", "scale slip"]), _misses(judge), settings=calm)
        found.append((name, process_time() - start, len(broken.after.facts)))
    return [
        (f"testing: shrinking '{name}' (s)", f"{took:.1f}", "<= 5", f"ends at {size} facts")
        for name, took, size in found
    ]


def _finds_something(judge: Callable[[Case], Verdict]) -> Callable[[Case], bool]:
    return lambda case: bool(judge(case))


def _misses(judge: Callable[[Case], Verdict]) -> Callable[[Damage], bool]:
    return lambda damage: not damage.must <= judge(damage.after)
