"""The README gives two commands and names only what is there."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.shared import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
SCRIPT = ROOT / ".ci" / "readme_commands.py"


@pytest.mark.parametrize("name", ["main", "tests"])
def test_the_commands_can_be_read_out(name: str) -> None:
    done = subprocess.run([sys.executable, SCRIPT, name], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("python3 -m venv .venv && .venv/bin/pip install")
    assert done.stdout.strip() in README


def test_a_third_command_is_refused() -> None:
    done = subprocess.run([sys.executable, SCRIPT, "third"], capture_output=True, text=True, check=False)
    assert done.returncode != 0


def test_the_files_it_names_are_there() -> None:
    named = [*re.findall(r"\]\(((?!http)[^)]+)\)", README), *re.findall(r"examples/\S+\.html", README)]
    missing = [name for name in named if not (ROOT / name).exists()]
    assert missing == []


def test_it_comes_before_the_fold() -> None:
    """Both commands stand on the first screen."""
    last = README.rindex("```sh")
    assert README[:last].count("\n") < 25
