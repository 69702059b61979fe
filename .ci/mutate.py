"""Change a module one place at a time, and count the changes that its tests notice.

Say ``python .ci/mutate.py figures`` (or another name of `SUBJECTS`; all of them when none is named).
A change is noticed when one of the module's own tests fails, or takes a minute. Changes of the calculation
engine are first shown to Arelle: they are noticed when the engine then disagrees with it on random cases.
"""

from __future__ import annotations

import ast
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / ".ci"))

from mutants import mutants  # noqa: E402, it stands beside this file

MINUTE = 60
OF_TIME = ("tests/test_periods.py", "tests/test_resolving.py", "tests/properties/test_periods.py")
SUBJECTS = {
    "calculation": (
        "xbrlgen/validating/sums/calculation.py",
        ("tests/validating/sums/test_calculation.py", "tests/testing/test_engine.py"),
    ),
    "figures": ("xbrlgen/figures.py", ("tests/test_figures.py", "tests/properties/test_figures.py")),
    "periods": ("xbrlgen/periods.py", ("tests/test_time_words.py", *OF_TIME)),
    "time_words": ("xbrlgen/time_words.py", ("tests/test_time_words.py", *OF_TIME)),
    "period_atoms": ("xbrlgen/period_atoms.py", ("tests/test_time_words.py", *OF_TIME)),
    "calendars": ("xbrlgen/calendars.py", ("tests/test_calendars.py", *OF_TIME)),
    "resolving": ("xbrlgen/resolving.py", OF_TIME),
    "inferring": ("xbrlgen/inferring.py", ("tests/test_inferring.py", *OF_TIME)),
}
QUICKLY = ("-q", "-x", "-p", "no:cacheprovider", "-p", "_hypothesis_pytestplugin", "--assert=plain")
EXAMPLES_ONLY = """
from hypothesis import Phase, settings
settings.register_profile("mutants", deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
settings.load_profile("mutants")
"""  # a failure need not be made small to count


def fails_its_tests(folder: Path, tests: Iterable[str]) -> bool:
    """Whether one of the tests fails in a copy of the project: in a process that has imported none of it."""
    if "xbrlgen" in sys.modules:
        return _fails_anew(folder, tests)
    child = os.fork()  # quicker than a new one
    if child == 0:
        signal.alarm(MINUTE)
        os._exit(_tested(folder, tests))
    return os.waitpid(child, 0)[1] != 0


def _fails_anew(folder: Path, tests: Iterable[str]) -> bool:
    where = {"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    command = [sys.executable, "-m", "pytest", *QUICKLY, *tests]
    try:
        done = subprocess.run(
            command, cwd=folder, env=os.environ | where, capture_output=True, timeout=MINUTE, check=False
        )
    except subprocess.TimeoutExpired:
        return True
    return done.returncode != 0


def _tested(folder: Path, tests: Iterable[str]) -> int:
    import pytest  # noqa: PLC0415, loaded before the fork

    os.chdir(folder)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    sys.path.insert(0, str(folder))
    sys.dont_write_bytecode = True  # two changes within one second would share it
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    return int(pytest.main([*QUICKLY, *tests]))


def project(folder: Path) -> None:
    """A copy of what the tests need."""
    for part in ("xbrlgen", "tests", "taxonomy"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    (folder / "tests" / "conftest.py").write_text(EXAMPLES_ONLY, encoding="utf-8")


def tried(name: str, seen: Callable[[ast.Module], bool] = lambda _: False) -> None:
    """Print what goes unnoticed in one subject, and the share of what is noticed."""
    import hypothesis  # noqa: F401, PLC0415, once for all forks
    import pytest  # noqa: F401, PLC0415

    target, tests = SUBJECTS[name]
    found = unnoticed = 0
    with tempfile.TemporaryDirectory(prefix="xbrlgen-mutants-") as temporary:
        folder = Path(temporary)
        project(folder)
        if fails_its_tests(folder, tests):
            raise SystemExit(f"{name}: its tests fail before anything is changed")
        for told, changed in mutants(ast.parse((folder / target).read_text(encoding="utf-8"))):
            (folder / target).write_text(ast.unparse(changed), encoding="utf-8")
            found += 1
            if not seen(changed) and not fails_its_tests(folder, tests):
                unnoticed += 1
                print(f"unnoticed: {target} {told}", flush=True)
    share = (found - unnoticed) / found
    print(f"{name}: {found - unnoticed} of {found} changes noticed ({share:.1%})", flush=True)


def main(names: Iterable[str]) -> None:
    """Try the subjects named; the engine last, as it alone needs Arelle and the package loaded."""
    for name in sorted(names, key="calculation".__eq__):
        if name == "calculation":
            from against_arelle import disagrees, judged  # noqa: PLC0415, it loads the package

            tried(name, partial(disagrees, sample=judged()))
        else:
            tried(name)


if __name__ == "__main__":
    main(sys.argv[1:] or SUBJECTS)
