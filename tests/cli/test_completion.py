"""Shells complete commands, options and values, as the page on it says."""

from __future__ import annotations

import os
import pty
import re
import select
import shlex
import shutil
import subprocess
from pathlib import Path

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


# How each shell is started with no settings of the user's.
INTERACTIVE = {"bash": ("bash", "--norc", "-i"), "zsh": ("zsh", "-f", "-i")}
TO_THE_BEGINNING = "\x01"


def at_home(folder: Path) -> dict[str, str]:
    """An environment in which the program is found by its name, and nothing of the user's is."""
    program = folder / "bin" / "xbrlgen"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {shlex.join(PROGRAM)} "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    path = f"{program.parent}:/usr/local/bin:/usr/bin:/bin"
    return {"PATH": path, "HOME": str(folder), "TERM": "dumb", "PS1": "ready> "}


def setup_line(shell: str) -> str:
    """The line that the page has people write into the settings of their shell."""
    (block,) = (each for each in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL) if f"{shell}_source" in each)
    return str(block)


def answered(handle: int, awaited: str) -> str:
    """What a terminal shows until the awaited words are on it, or for half a minute."""
    shown = ""
    while awaited not in shown and select.select([handle], [], [], 30)[0]:
        shown += os.read(handle, 65536).decode(errors="replace")
    return shown


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_the_tab_key_completes_in(shell: str, tmp_path: Path) -> None:
    """Typed with the tab key; then an ``echo`` before it tells what the line has become."""
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    ours, theirs = pty.openpty()
    started = subprocess.Popen(
        INTERACTIVE[shell], stdin=theirs, stdout=theirs, stderr=theirs, env=at_home(tmp_path), process_group=0
    )
    os.close(theirs)
    try:
        answered(ours, "ready> ")
        os.write(ours, f"{setup_line(shell).strip()}\necho se''t\n".encode())
        answered(ours, "set")
        os.write(ours, f"xbrlgen con\t--ye\t2024{TO_THE_BEGINNING}echo is: \n".encode())
        assert "is: xbrlgen concepts --year 2024" in answered(ours, "is: xbrlgen concepts --year 2024")
    finally:
        started.kill()
        started.wait()
        os.close(ours)


@pytest.mark.skipif(shutil.which("fish") is None, reason="fish is not installed")
@pytest.mark.parametrize(("typed", "offered"), [("con", ["concepts"]), ("build --calc", ["--calculations"])])
def test_fish_offers(typed: str, offered: list[str], tmp_path: Path) -> None:
    asked = f"{setup_line('fish')}; complete --do-complete 'xbrlgen {typed}'"
    done = subprocess.run(
        ["fish", "-N", "-c", asked], env=at_home(tmp_path), capture_output=True, text=True, check=True
    )
    assert [line.partition("\t")[0] for line in done.stdout.splitlines()] == offered
