"""Shells complete commands, options and values, as the page on it says."""

from __future__ import annotations

import re
import subprocess

import pytest

from tests.cli.running import PROGRAM
from tests.shared import ROOT

PAGE = (ROOT / "docs" / "how-to" / "completion.md").read_text("utf-8")
SHELLS = ("bash", "zsh", "fish")


def completed(words: str) -> list[str]:
    """What bash would offer for the last word."""
    env = {
        "_XBRLGEN_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split(" ")) - 1),
    }
    done = subprocess.run(PROGRAM, env=env, capture_output=True, text=True, check=False)
    return [line.partition(",")[2] for line in done.stdout.splitlines()]


def test_commands_options_and_values() -> None:
    assert completed("xbrlgen con") == ["concepts"]
    assert completed("xbrlgen build --calc") == ["--calculations"]
    assert completed("xbrlgen validate --mode c11") == ["c11r", "c11t"]


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_for_each_shell(shell: str) -> None:
    (variable,) = set(re.findall(rf"(_\w+)={shell}_source", PAGE))
    env = {variable: f"{shell}_source", "PATH": "/usr/bin:/bin"}
    done = subprocess.run(PROGRAM, env=env, capture_output=True, text=True, check=False)
    assert f"{shell}_complete" in done.stdout
