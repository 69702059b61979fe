"""The pytest plugin and the worked examples, each in a pytest of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.shared import ROOT

EXAMPLES = ROOT / "examples" / "testing"
PLUGINS = ("-p", "xbrlgen.testing.plugin", "-p", "_hypothesis_pytestplugin")


def pytest_of(path: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = (sys.executable, "-m", "pytest", "-c", os.devnull, "-q", "-p", "no:cacheprovider", *PLUGINS)
    paths = os.pathsep.join((str(path.parent), str(ROOT)))
    environment = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONPATH": paths}
    return subprocess.run(
        [*command, f"--rootdir={path.parent}", *options, path],
        capture_output=True, text=True, check=False, env=environment, timeout=200, cwd=path.parent,
    )  # fmt: skip


def test_the_example_of_a_generator_passes() -> None:
    done = pytest_of(EXAMPLES / "test_a_generator.py")
    assert "1 passed" in done.stdout, done.stdout + done.stderr


def test_the_example_of_a_reader_passes() -> None:
    done = pytest_of(EXAMPLES / "test_a_reader.py")
    assert "6 passed" in done.stdout, done.stdout + done.stderr


def test_the_bug_in_the_example_of_a_checker_is_found() -> None:
    done = pytest_of(EXAMPLES / "test_a_checker.py")
    assert "1 failed, 1 passed" in done.stdout, done.stdout + done.stderr
    assert "BrokenLaw: judging passes what holds: missing [], unexpected [Sum(" in done.stdout


def test_a_filing_that_does_not_add_up_fails_with_the_words_of_the_finding(tmp_path: Path) -> None:
    test = tmp_path / "test_broken.py"
    test.write_text(
        "from xbrlgen.testing.strategies.networks import statements\n"
        "from xbrlgen.testing.together import drawn\n"
        "from xbrlgen.testing.strategies.damages import damages\n"
        "def test_it(filing_factory, assert_calculations):\n"
        "    (damage,) = drawn(damages(manners=['scale slip'], of=statements(versions=('1.0',))), 1)\n"
        "    assert_calculations(filing_factory(damage.after))\n"
        "def test_another(filing_factory, assert_valid):\n"
        "    case = drawn(statements(), 5)[4]\n"
        "    assert_valid(filing_factory(case))\n",
        encoding="utf-8",
    )
    done = pytest_of(test, "--xbrlgen-mode", "c11r", "--xbrlgen-mode", "c10d")
    assert "sums checked" in done.stdout, done.stdout + done.stderr
    assert "difference" in done.stdout
    assert "scale slip" in done.stdout
    assert "Traceback" not in done.stdout
