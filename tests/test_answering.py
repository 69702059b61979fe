"""Processes that answer, are too slow, or end."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from xbrlgen.answering import Answerer, NoAnswerError

ECHO = """
import json, sys, time
for line in sys.stdin:
    asked = json.loads(line)
    if asked == "end":
        print("it hurts", file=sys.stderr)
        sys.exit(7)
    if asked == "sleep":
        time.sleep(60)
    print(json.dumps([asked, *sys.argv[1:]]), flush=True)
"""


@pytest.fixture
def echo(tmp_path: Path) -> Iterator[Answerer]:
    (tmp_path / "echo.py").write_text(ECHO, encoding="utf-8")
    process = Answerer("echo", "again", environment={**os.environ, "PYTHONPATH": str(tmp_path)})
    yield process
    process.end()


def asked(process: Answerer, question: object, seconds: float = 60) -> object:
    process.ask(question)
    return process.answer(seconds)


def test_an_interruption_does_not_wait_for_the_time_limit(
    echo: Answerer, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = threading.Timer.start
    alarms: list[threading.Timer] = []

    def interrupted(alarm: threading.Timer) -> None:
        alarms.append(alarm)
        started(alarm)
        raise KeyboardInterrupt

    monkeypatch.setattr(threading.Timer, "start", interrupted)
    with pytest.raises(KeyboardInterrupt):
        asked(echo, "hello")
    assert [(alarm.daemon, alarm.finished.is_set()) for alarm in alarms] == [(True, True)]


def test_questions_are_answered_in_their_order(echo: Answerer) -> None:
    echo.ask({"é": 1})
    echo.ask(None)
    assert [echo.answer(60), echo.answer(60)] == [[{"é": 1}, "again"], [None, "again"]]


def test_one_that_takes_too_long_is_stopped_and_the_next_is_answered(echo: Answerer) -> None:
    asked(echo, 1)
    with pytest.raises(NoAnswerError) as found:
        asked(echo, "sleep", seconds=0.01)
    assert found.value.is_stopped
    assert asked(echo, 2) == [2, "again"]


def test_one_that_ends_says_with_what_code_and_is_started_anew(echo: Answerer) -> None:
    with pytest.raises(NoAnswerError, match="exit code 7") as found:
        asked(echo, "end")
    assert not found.value.is_stopped
    assert asked(echo, 3) == [3, "again"]


def test_one_that_was_killed_unseen_gives_no_answer(echo: Answerer) -> None:
    asked(echo, 1)
    os.kill(echo.pid, signal.SIGKILL)
    with pytest.raises(NoAnswerError, match="exit code -9"):
        echo.answer(60)


def test_complaints_are_kept_where_asked_for(tmp_path: Path) -> None:
    (tmp_path / "echo.py").write_text(ECHO, encoding="utf-8")
    with (tmp_path / "said").open("w+", encoding="utf-8") as complaints:
        process = Answerer(
            "echo", environment={**os.environ, "PYTHONPATH": str(tmp_path)}, complaints=complaints
        )
        with pytest.raises(NoAnswerError):
            asked(process, "end")
        process.end()
        complaints.seek(0)
        assert complaints.read() == "it hurts\n"
