"""The built wheel works without the repository, in a fresh environment and an empty folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from tests.shared import ROOT

pytestmark = pytest.mark.slow


def run(*command: str | Path, folder: Path) -> str:
    apart = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=folder, timeout=300, env=apart
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the wheel in it; what it depends on is borrowed from the running one."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check")
    run(*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ROOT, folder=folder)
    (wheel,) = folder.glob("xbrlgen-*.whl")
    environment = folder / "environment"
    venv.create(environment, with_pip=False)
    python = environment / "bin" / "python"
    run(*pip, "--python", python, "install", "--no-deps", "--no-index", wheel, folder=folder)
    (site,) = environment.glob("lib/python*/site-packages")
    # A path in a file is put behind the environment's own, and installs made editable aren't followed there.
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return environment


def test_the_package_and_its_data_come_from_the_wheel(environment: Path, tmp_path: Path) -> None:
    code = (
        "import xbrlgen.taxonomy as t; print(t.__file__, t.Taxonomy.of('us-gaap', 2013).concept('Revenues'))"
    )
    printed = run(environment / "bin" / "python", "-c", code, folder=tmp_path)
    assert printed.startswith(str(environment))
    assert "monetaryItemType" in printed


def test_a_release_becomes_a_filing_that_is_judged(environment: Path, tmp_path: Path) -> None:
    shutil.copy(ROOT / "examples" / "exhibit" / "release.html", tmp_path)
    command = environment / "bin" / "xbrlgen"
    built = run(command, "build", "release.html", "-o", "out", "--entity", "1234567", folder=tmp_path)
    assert "facts" in built
    assert list((tmp_path / "out").glob("*.htm"))
    assert "consistent" in run(command, "validate", "out", folder=tmp_path)


def test_the_pytest_plugin_is_there_once_installed(environment: Path, tmp_path: Path) -> None:
    (tmp_path / "test_mine.py").write_text(
        "from xbrlgen.testing.strategies.networks import statements\n"
        "from xbrlgen.testing.together import drawn\n"
        "def test_it(filing_factory, assert_calculations):\n"
        "    assert_calculations(filing_factory(drawn(statements(), 1)[0]))\n",
        encoding="utf-8",
    )
    pytest_there = (environment / "bin" / "python", "-m", "pytest", "-p", "no:cacheprovider")
    assert "1 passed" in run(*pytest_there, "--xbrlgen-mode", "c11r", "test_mine.py", folder=tmp_path)
