"""Arelle's verdicts on random cases of the testing kit, and whether a changed engine disagrees with them."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from xbrlgen.testing import native as kit
from xbrlgen.testing.cases import Case, Verdict
from xbrlgen.testing.oracle import Oracle
from xbrlgen.testing.strategies.networks import cases
from xbrlgen.testing.together import drawn
from xbrlgen.validating.arelle.agreement import excused

MODES = ("c10", "c10d", "c11r", "c11t")
COUNT = 400
Judged = dict[str, list[tuple[Case, Verdict]]]


def judged() -> Judged:
    """Random cases with Arelle's verdict, those aside where the two may differ."""
    sample = drawn(cases(), COUNT)
    with Oracle() as oracle:
        verdicts = oracle.judge_modes(sample, MODES)
    return {mode: list(_comparable(sample, verdicts[mode], mode)) for mode in MODES}


def _comparable(
    sample: Sequence[Case], verdicts: Sequence[Verdict], mode: str
) -> Iterator[tuple[Case, Verdict]]:
    for case, verdict in zip(sample, verdicts, strict=True):
        if not any(excused(outcome) for outcome in kit.native_outcomes(case, mode)):
            yield case, verdict


def disagrees(tree: ast.Module, sample: Judged) -> bool:
    """Whether the changed engine says other than Arelle, or nothing."""
    engine = ModuleType("xbrlgen.validating.sums.calculation")
    sys.modules[engine.__name__], kept = engine, sys.modules[engine.__name__]
    names = ("engine", "Mode", "Status")
    before = {name: getattr(kit, name) for name in names}
    try:
        exec(compile(tree, engine.__name__, "exec"), engine.__dict__)  # noqa: S102, our own code
        for name, value in zip(names, (engine, engine.Mode, engine.Status), strict=True):
            setattr(kit, name, value)
        return any(kit.native(case, mode) != due for mode in MODES for case, due in sample[mode])
    except Exception:  # noqa: BLE001, a change may break the engine in any way, and breaking is noticed
        return True
    finally:
        sys.modules[engine.__name__] = kept
        for name, value in before.items():
            setattr(kit, name, value)
