"""The process in which Arelle runs: a job a line in, an answer a line out.

It is started by ``python -m xbrlgen.validating.arelle.worker``.
Arelle keeps state for a whole process, so every job runs in a fork of this one that ends with it; where
the system cannot fork, jobs run one after the other in this process.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import sys
import tempfile
import time
from typing import IO, Any

from xbrlgen.validating.arelle.session import crash_words, preload, run_job


def main() -> None:
    """Answer jobs until the input ends."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    sys.stdout = sys.stderr  # what Arelle prints must not end up among the answers
    gc.disable()  # each fork ends before garbage could matter; collecting costs a fifth of the time
    preload()
    for line in sys.stdin:
        job, timeout = json.loads(line)
        answers.write((_in_fork(job, timeout) if hasattr(os, "fork") else _here(job)) + "\n")
        answers.flush()


def _here(job: dict[str, Any]) -> str:
    gc.enable()
    return _safely(job)


def _safely(job: dict[str, Any]) -> str:
    try:
        return json.dumps(run_job(job))
    except Exception as error:  # noqa: BLE001 - whatever Arelle raises is told as a failure of the run
        return json.dumps({"error": f"Arelle failed on {job['path']}: {crash_words(error)}"})


def _in_fork(job: dict[str, Any], timeout: float) -> str:
    with tempfile.TemporaryFile("w+", encoding="utf-8") as answer:
        child = os.fork()
        if child == 0:
            _answer_and_exit(job, answer)
        if not _ended(child, timeout):
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            return json.dumps(
                {"error": f"Arelle took longer than {timeout:g} s on {job['path']} and was stopped"}
            )
        answer.seek(0)
        return answer.read() or json.dumps({"error": f"Arelle's process broke down on {job['path']}"})


def _answer_and_exit(job: dict[str, Any], answer: IO[str]) -> None:
    code = 1
    try:
        answer.write(_safely(job))
        answer.flush()
        code = 0
    finally:
        os._exit(code)


def _ended(child: int, timeout: float) -> bool:
    """Whether the child ended in time."""
    deadline = time.monotonic() + timeout
    pause = 0.002
    while time.monotonic() < deadline:
        if os.waitpid(child, os.WNOHANG)[0]:
            return True
        time.sleep(pause)
        pause = min(pause * 1.2, 0.02)
    return False


if __name__ == "__main__":
    main()
