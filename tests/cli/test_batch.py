"""A batch at the command line: what it says on the way and at the end, and how it ends."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path

import pytest

from tests.cli.running import EXHIBIT, run

pytest.importorskip("pyarrow", reason="the dataset needs pyarrow")


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "release.html").write_bytes(EXHIBIT.read_bytes())
    (tmp_path / "in" / "empty.html").touch()
    (tmp_path / "in" / "letter.html").write_text("<p>We open a new office in May.</p>", encoding="utf-8")
    return tmp_path


COMMAND = ("batch", "in", "-o", "out", "--workers", "1", "--no-validate")


@pytest.mark.usefixtures("corpus")
def test_what_failed_is_told_by_every_run_and_by_how_it_ends() -> None:
    first, again = run(*COMMAND), run(*COMMAND)
    assert (first.exit_code, again.exit_code) == (1, 1)
    assert first.stdout.splitlines()[:3] == ["      1 nothing found", "      1 unreadable", "      1 written"]
    assert again.stdout.splitlines()[:2] == ["      2 done before", "      1 unreadable before"]
    assert "in/empty.html: unreadable: there is nothing in it" in first.stderr
    assert "in/letter.html: nothing found: no financial statement" in first.stderr
    assert again.stderr.splitlines() == [
        "in/empty.html: unreadable before: there is nothing in it (reading.empty); give the release itself"
    ]


@pytest.mark.usefixtures("corpus")
def test_quiet_tells_nothing_but_what_failed() -> None:
    done = run(*COMMAND, "--quiet")
    assert (done.exit_code, done.stdout) == (1, "")
    assert [line.partition(":")[0] for line in done.stderr.splitlines()] == ["in/empty.html"]


def test_a_run_without_failures_ends_with_0(corpus: Path) -> None:
    (corpus / "in" / "empty.html").unlink()
    assert [run(*COMMAND).exit_code for _ in "12"] == [0, 0]


@pytest.mark.usefixtures("corpus")
def test_a_program_is_told_each_document_on_a_line() -> None:
    first, again = ([json.loads(line) for line in run(*COMMAND, "--json").stdout.splitlines()] for _ in "12")
    statuses = {one["path"]: one["status"] for one in first}
    assert statuses == {
        "in/empty.html": "unreadable",
        "in/letter.html": "nothing found",
        "in/release.html": "written",
    }
    assert {one["path"]: one["before"] for one in again} == statuses
    assert {one["filing"] for one in first} == {one["filing"] for one in again}


@pytest.mark.usefixtures("corpus")
def test_progress_is_told_in_lines_where_there_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    assert " done, " not in run(*COMMAND).stderr
    monkeypatch.setattr(import_module("xbrlgen.cli.batch"), "_EVERY", 0)
    assert " done, " not in run(*COMMAND).stderr, "nothing was worked on"
    said = run(*COMMAND, "--year", "2020").stderr
    assert "1 of 3 done, " in said
    assert " a minute, about " in said
    assert "3 of 3 done" not in said
