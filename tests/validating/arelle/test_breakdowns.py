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

from tests.validating.filings import F, Sample, write_sample
from tests.validating.specification import Case, a_tuple, calculation, fact, instance, items, linkbase, schema
from tests.validating.test_inputs import RIGHT, as_json
from xbrlgen.validating import validate
from xbrlgen.validating.arelle.judging import Job, Judge
from xbrlgen.validating.arelle.session import crash_in
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


def written(tmp_path: Path, *facts: str) -> Path:
    """A report of the sum A = B + C."""
    files = {
        "t.xsd": schema(items("A B C"), "c.xml"),
        "c.xml": linkbase(calculation("A B 1", "A C 1")),
        "t.xbrl": instance(*map(fact, facts)),
    }
    return Case(files, "t.xbrl", valid=False, by_default=False).write(tmp_path)


def test_a_mode_that_breaks_arelle_down_hides_nothing_else(tmp_path: Path) -> None:
    path = written(tmp_path, "A 30 two", "B 10 0", "C 20 0")
    validation = validate(path, modes=("c11r", "c10d"))
    (failing,) = [one for one in validation.findings if one.code == "judge.failed"]
    assert "mode c10d" in failing.message
    assert "xbrl.4.6.5:decimals" in str(validation.findings)
    assert validation.exit_code is Exit.FINDINGS


def test_a_mode_that_fails_on_a_sound_report_is_no_verdict(tmp_path: Path) -> None:
    huge = "1" + "0" * 59
    path = written(tmp_path, f"A {huge}1 INF", f"B {huge}0 INF", "C 0 INF")
    validation = validate(path, modes=("c10d", "c11r"))
    assert "mode c10d" in failed(validation)
    wrong = [
        dict(one.details)["mode"] for one in validation.findings if one.code == "calculation.inconsistent"
    ]
    assert wrong == ["c10d", "c11r"]
    assert "judge.disagreement" not in {one.code for one in validation.findings}


def test_numbers_by_precision_that_are_reported_twice_are_judged(tmp_path: Path) -> None:
    facts = (F("t", 35), F("a", 10, precision="2"), F("a", "10.0", precision="3"), F("b", 20))
    path = write_sample(Sample(facts, RIGHT.networks), tmp_path)
    validation = validate(path)
    assert [one.code for one in validation.findings] == ["calculation.inconsistent"]
    assert validation.exit_code is Exit.FINDINGS


def test_what_arelle_had_said_before_it_failed_is_told(tmp_path: Path) -> None:
    path = as_json(tmp_path)
    path.write_text(path.read_text().replace('"39"', "39"))
    validation = validate(path)
    assert "Arelle could not load" in failed(validation)
    assert "Activation of package" not in failed(validation)
    (told,) = [one for one in validation.findings if one.code == "xbrl.invalid"]
    assert "facts/f0/value=39" in told.message
    assert validation.sources == (str(path),)


def test_an_error_that_arelle_caught_in_itself_is_no_verdict() -> None:
    crash = logging.LogRecord("arelle", logging.ERROR, "", 0, "Validation exception: boom", None, None)
    crash.messageCode = "exception:KeyError"
    plain = logging.LogRecord("arelle", logging.ERROR, "", 0, "Fact missing", None, None)
    assert crash_in([plain, crash]) == "Validation exception: boom (KeyError)"
    assert crash_in([plain]) == ""


def test_sums_in_tuples_are_said_to_be_left_out(tmp_path: Path) -> None:
    inside = "".join(map(fact, ("A 39 0", "B 10 0", "C 20 0")))
    path = written(tmp_path)
    path.write_text(instance(f"<t:group>{inside}</t:group>"))
    (tmp_path / "t.xsd").write_text(schema(items("A B C") + a_tuple("group", "A B C"), "c.xml"))
    newer, both = validate(path), validate(path, modes=("c11r", "c10d"))
    assert [one.message for one in newer.findings if one.code == "calculation.not-checked"] == [
        "1 total stands in tuples, whose sums Calculations 1.1 leaves out: t:A"
    ]
    assert "calculation.inconsistent" in {one.code for one in both.findings}
    assert "calculation.not-checked" not in {one.code for one in both.findings}


def test_a_sum_of_facts_with_one_identifier_is_checked_all_the_same(tmp_path: Path) -> None:
    path = written(tmp_path, "A 39 0", "B 10 0", "C 20 0")
    path.write_text(path.read_text().replace("<t:A ", '<t:A id="q" ').replace("<t:B ", '<t:B id="q" '))
    codes = [one.code for one in validate(path).findings]
    assert "calculation.inconsistent" in codes
    assert "xbrl.invalid" in codes
