"""The commands that the page on CI shows are run, in the order of the page."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.shared import ROOT
from tests.validating.test_inputs import page
from xbrlgen.cli import main

PAGE = (ROOT / "docs" / "ci.md").read_text("utf-8")
HOOK = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")


def commands() -> list[str]:
    return [line.strip() for line in PAGE.splitlines() if line.strip().startswith("xbrlgen validate ")]


def test_every_command_of_the_page_ends_as_the_page_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page(tmp_path / "filing").rename(tmp_path / "filing" / "report.htm")
    monkeypatch.chdir(tmp_path)
    runner = CliRunner()
    accepted = False
    for command in commands():
        words = shlex.split(command.partition(" > ")[0])[1:]
        result = runner.invoke(main, [*words, "--native"])
        expected = 0 if "--accept" in words or (accepted and "--baseline" in words) else 1
        accepted = accepted or "--accept" in words
        assert result.exit_code == expected, (command, result.output)
    assert len(commands()) >= 9


def test_the_page_shows_every_exit_code_and_format() -> None:
    for code in range(4):
        assert f"| {code} |" in PAGE
    for output in ("text", "json", "sarif", "junit", "github"):
        assert output in PAGE


def test_the_hook_of_the_page_is_the_one_that_is_defined() -> None:
    (defined,) = re.findall(r"- id: (\S+)", HOOK)
    assert f"- id: {defined}" in PAGE
    (entry,) = re.findall(r"entry: (.+)", HOOK)
    assert f"{entry} --fail-on inconsistency filing/report.htm" in PAGE
    (files,) = re.findall(r"files: (.+)", HOOK)
    assert [name for name in ("a.htm", "a.html", "a.xbri", "a.py") if re.search(files, name)] == [
        "a.htm",
        "a.html",
        "a.xbri",
    ]
