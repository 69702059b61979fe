"""Change the native calculation engine one place at a time, and count the changes that its tests notice.

Say ``python .ci/mutate.py``. A change is noticed when the engine then disagrees with Arelle on random cases
of the testing kit, or when one of the engine's own tests fails.
"""

from __future__ import annotations

import ast
import copy
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from xbrlgen.testing import native as kit  # noqa: E402
from xbrlgen.testing.cases import Case, Verdict  # noqa: E402
from xbrlgen.testing.oracle import Oracle  # noqa: E402
from xbrlgen.testing.strategies.networks import cases  # noqa: E402
from xbrlgen.testing.together import drawn  # noqa: E402
from xbrlgen.validating.agreement import excused  # noqa: E402

TARGET = Path("xbrlgen/validating/calculation.py")
TESTS = ("tests/validating/test_calculation.py", "tests/testing/test_engine.py")
MODES = ("c10", "c10d", "c11r", "c11t")
COUNT = 400
SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.Add: ast.Sub,
    ast.Sub: ast.Add, ast.Mult: ast.Add, ast.And: ast.Or, ast.Or: ast.And,
}  # fmt: skip

Judged = dict[str, list[tuple[Case, Verdict]]]


def mutants(tree: ast.Module) -> Iterator[tuple[str, ast.Module]]:
    """Each change with its place, and the module with it."""
    count = sum(1 for _ in ast.walk(tree))
    for number in range(count):
        twin = copy.deepcopy(tree)
        node = next(node for place, node in enumerate(ast.walk(twin)) if place == number)
        told = _change(node)
        if told:
            yield f"line {getattr(node, 'lineno', '?')}: {told}", ast.fix_missing_locations(twin)


def _change(node: ast.AST) -> str:
    if isinstance(node, ast.Compare) and type(node.ops[0]) in SWAPS:
        node.ops[0] = SWAPS[type(node.ops[0])]()  # type: ignore[assignment]  # one operator for another
        return f"compare by {type(node.ops[0]).__name__}"
    if isinstance(node, ast.BinOp | ast.BoolOp) and type(node.op) in SWAPS:
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Mult) and _is_type(node):
            return ""
        node.op = SWAPS[type(node.op)]()  # type: ignore[assignment]  # one operator for another
        return f"use {type(node.op).__name__}"
    if isinstance(node, ast.If | ast.IfExp):
        node.test = ast.UnaryOp(ast.Not(), node.test)
        return "turn the condition"
    if isinstance(node, ast.Constant) and isinstance(node.value, bool | int):
        node.value = (not node.value) if isinstance(node.value, bool) else node.value + 1
        return f"constant {node.value}"
    return ""


def _is_type(node: ast.BinOp) -> bool:
    return isinstance(node.left, ast.Name) and node.left.id[:1].isupper()


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
    engine = ModuleType("xbrlgen.validating.calculation")
    sys.modules[engine.__name__], kept = engine, sys.modules[engine.__name__]
    names = ("engine", "Mode", "Status")
    before = {name: getattr(kit, name) for name in names}
    try:
        exec(compile(tree, str(TARGET), "exec"), engine.__dict__)  # noqa: S102, our own code
        for name, value in zip(names, (engine, engine.Mode, engine.Status), strict=True):
            setattr(kit, name, value)
        return any(kit.native(case, mode) != due for mode in MODES for case, due in sample[mode])
    except Exception:  # noqa: BLE001, a change may break the engine in any way, and breaking is noticed
        return True
    finally:
        sys.modules[engine.__name__] = kept
        for name, value in before.items():
            setattr(kit, name, value)


def fails_its_tests(tree: ast.Module, folder: Path) -> bool:
    """Whether one of the engine's own tests fails on the changed engine, in a copy of the project."""
    (folder / TARGET).write_text(ast.unparse(tree), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *TESTS]
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False, timeout=120)
    return done.returncode != 0


def main() -> None:
    """Print what goes unnoticed, and the share of what is noticed."""
    sample = judged()
    tree = ast.parse((ROOT / TARGET).read_text(encoding="utf-8"))
    found = survivors = 0
    with tempfile.TemporaryDirectory(prefix="xbrlgen-mutants-") as name:
        folder = Path(name)
        for part in ("xbrlgen", "tests", "taxonomy"):
            shutil.copytree(ROOT / part, folder / part)
        shutil.copy(ROOT / "pyproject.toml", folder)
        for told, changed in mutants(tree):
            found += 1
            if not disagrees(changed, sample) and not fails_its_tests(changed, folder):
                survivors += 1
                print("unnoticed:", told, flush=True)
    print(f"{found - survivors} of {found} changes noticed ({(found - survivors) / found:.1%})")


if __name__ == "__main__":
    main()
