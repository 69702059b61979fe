"""A judge that hangs, is killed, runs out of memory or fails inside: an error of the run, never a pass."""

from __future__ import annotations

import logging
import os
import resource
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.validating.filings import write_sample
from tests.validating.test_inputs import RIGHT
from xbrlgen.validating.arelle_run import crash_in
from xbrlgen.validating.judging import Job, Judge
from xbrlgen.validating.validate_reports import Settings, validate_paths
from xbrlgen.validating.validation import Exit, Validation

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


def waiting_forever(folder: Path) -> Path:
    """A filing whose schema includes a pipe that nobody writes into."""
    path = write_sample(RIGHT, folder)
    os.mkfifo(folder / "pipe.xsd")
    text = (folder / "x.xsd").read_text()
    (folder / "x.xsd").write_text(
        text.replace("<xs:import", '<xs:include schemaLocation="pipe.xsd"/><xs:import', 1)
    )
    return path


def failed(validation: Validation) -> str:
    """Why the judge failed; that must be the verdict."""
    assert validation.exit_code is Exit.NOT_JUDGED
    (told,) = [one for one in validation.findings if one.code == "judge.failed"]
    assert validation.reports[0].broken
    return told.message


def judged(path: Path, judge: Judge) -> Validation:
    return validate_paths([path], Settings(), judge)


def child_of(pid: int) -> int:
    """The process that judges, once it is there."""
    for _ in range(2000):
        found = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        if found:
            return int(found[0])
        time.sleep(0.005)
    pytest.fail("no process judges")


def test_a_judge_that_hangs_is_stopped(tmp_path: Path) -> None:
    path = waiting_forever(tmp_path / "hangs")
    with Judge(1.5) as judge:
        assert "took longer than 1.5 s" in failed(judged(path, judge))
        assert judged(write_sample(RIGHT, tmp_path / "right"), judge).exit_code is Exit.CLEAN


def test_a_judge_that_is_killed_at_work_is_told(tmp_path: Path) -> None:
    path = waiting_forever(tmp_path / "hangs")
    with Judge(60) as judge:
        killer = threading.Thread(target=lambda: os.kill(child_of(judge.pid), signal.SIGKILL))
        killer.start()
        assert "broke down" in failed(judged(path, judge))
        killer.join()
        assert judged(write_sample(RIGHT, tmp_path / "right"), judge).exit_code is Exit.CLEAN


def test_a_judge_without_memory_is_told(tmp_path: Path) -> None:
    path = write_sample(RIGHT, tmp_path)
    with Judge(30) as judge:
        judge.judge(Job(str(path), ("c11r",)))
        status = Path(f"/proc/{judge.pid}/status").read_text()
        held = int(status.partition("VmSize:")[2].split()[0]) * 1024
        resource.prlimit(judge.pid, resource.RLIMIT_AS, (held, held))
        assert failed(judged(path, judge))


def test_an_error_that_arelle_caught_in_itself_is_no_verdict() -> None:
    crash = logging.LogRecord("arelle", logging.ERROR, "", 0, "Validation exception: boom", None, None)
    crash.messageCode = "exception:KeyError"
    plain = logging.LogRecord("arelle", logging.ERROR, "", 0, "Fact missing", None, None)
    assert crash_in([plain, crash]) == "Validation exception: boom"
    assert crash_in([plain]) == ""
