"""Colour and progress are for terminals and end with NO_COLOR; Ctrl-C leaves nothing half-written."""

from __future__ import annotations

import os
import re
import signal
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest

from tests.cli.running import CEDAR, EXHIBIT, PROGRAM, on_terminal, run
from tests.shared import ROOT

COLOUR = re.compile(r"\x1b\[[0-9;]*m")
SHOWING = {
    "facts": ("facts", CEDAR),
    "concepts": ("concepts", "gross", "profit", "--limit", 2),
    "validate": ("validate", CEDAR, "--native"),
}


@pytest.mark.parametrize("command", SHOWING)
def test_colour_is_for_terminals(command: str) -> None:
    assert COLOUR.search(on_terminal(*SHOWING[command], NO_COLOR=""))
    assert not COLOUR.search(on_terminal(*SHOWING[command], NO_COLOR="1"))
    assert "\x1b" not in run(*SHOWING[command]).output


def test_a_build_shows_its_steps(tmp_path: Path) -> None:
    shown = on_terminal("build", EXHIBIT, "-o", tmp_path / "filing", NO_COLOR="1")
    assert "Building a filing from release.html" in shown
    assert "Look at" in shown


def test_a_judgement_shows_which_report_it_is_at() -> None:
    shown = on_terminal("validate", CEDAR.parent, "--native", NO_COLOR="1")
    assert re.search(r"Judging: \S*(birch|cedar)-20241231\.htm \([12] of 2\)", shown)


def test_a_program_that_is_told_to_end_leaves_no_temporary_files(tmp_path: Path) -> None:
    started = subprocess.Popen(
        [*PROGRAM, "validate", str(CEDAR.parent)],
        env={**os.environ, "TMPDIR": str(tmp_path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    while not list(tmp_path.glob("xbrlgen-*/standin-*")) and started.poll() is None:
        with suppress(subprocess.TimeoutExpired):
            started.wait(timeout=0.02)
    started.terminate()
    said = started.communicate(timeout=60)
    assert (started.returncode, said) == (143, (b"", b""))
    assert list(tmp_path.iterdir()) == []


def test_output_that_nobody_reads_ends_it_without_complaint() -> None:
    started = subprocess.Popen(
        [*PROGRAM, "concepts", "net", "--limit", "2000"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert started.stdout is not None
    started.stdout.close()
    _, said = started.communicate(timeout=60)
    assert (started.returncode, said) == (141, b"")


def test_quiet_shows_no_steps(tmp_path: Path) -> None:
    assert on_terminal("build", EXHIBIT, "-o", tmp_path / "filing", "--quiet", "--entity", 1) == ""


def test_long_lines_are_wrapped_on_a_terminal(tmp_path: Path) -> None:
    shown = on_terminal("build", EXHIBIT, "-o", tmp_path / "filing", "--year", 2009, NO_COLOR="1")
    told = shown[shown.index("warning") :]
    assert max(map(len, told.replace(str(tmp_path), "").splitlines())) <= 90 + len(str(EXHIBIT))


def test_a_terminal_that_lacks_letters_gets_others(tmp_path: Path) -> None:
    release = ROOT / "examples" / "liveperson" / "release.md"
    done = subprocess.run(
        [*PROGRAM, "build", str(release), "-o", str(tmp_path / "filing")],
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert b"is taken as 41" in done.stderr


@pytest.mark.parametrize("after", [0.3, 0.5, 0.7, 0.9])
def test_a_build_that_is_stopped_leaves_all_or_nothing(tmp_path: Path, after: float) -> None:
    started = subprocess.Popen(
        [*PROGRAM, "build", str(EXHIBIT), "-o", str(tmp_path / "filing"), "--quiet"],
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    with suppress(subprocess.TimeoutExpired):  # where the signal strikes is chance; any place must be good
        started.wait(timeout=after)
    started.send_signal(signal.SIGINT)
    _, said = started.communicate(timeout=60)
    left = [path.name for path in tmp_path.iterdir()]
    assert left in ([], ["filing"])
    if left:
        assert len(list((tmp_path / "filing").iterdir())) >= 13
    if started.returncode == 130:
        assert said.decode().strip() == "Stopped; nothing half-written is left."


@pytest.mark.parametrize("columns", [30, 40, 60, 80, 200])
def test_no_number_of_a_fact_is_cut_however_narrow_the_terminal(columns: int) -> None:
    shown = on_terminal("facts", EXHIBIT, COLUMNS=str(columns), NO_COLOR="1")
    assert "246,560,000" in shown
    assert re.search(r"\b2024-01-01\b", shown)
    assert re.search(r" line\s", shown)


def test_a_batch_that_is_stopped_begins_nothing_more_and_goes_on_later(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="the dataset needs pyarrow")
    (tmp_path / "in").mkdir()
    for number in range(6):
        text = EXHIBIT.read_text(encoding="utf-8").replace("</body>", f"<p>Release {number}</p></body>")
        (tmp_path / "in" / f"{number}.html").write_text(text, encoding="utf-8")
    command = ["batch", tmp_path / "in", "-o", tmp_path / "out", "--workers", "1", "--no-validate"]
    started = subprocess.Popen(
        [*PROGRAM, *map(str, command)], stderr=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
    )
    rows = tmp_path / "out" / "dataset" / "documents"
    while not list(rows.glob("*.parquet")) and started.poll() is None:
        with suppress(subprocess.TimeoutExpired):
            started.wait(timeout=0.05)
    started.send_signal(signal.SIGINT)
    _, said = started.communicate(timeout=60)
    assert started.returncode == 130
    assert "Stopping when the documents at work are done" in said.decode()
    assert 1 <= len(list(rows.glob("*.parquet"))) <= 3
    assert run(*command).exit_code == 0
    assert len(list(rows.glob("*.parquet"))) == 6
