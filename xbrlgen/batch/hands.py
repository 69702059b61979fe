"""A hand: one worker process that can be stopped, and that is replaced when it was."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from contextlib import suppress
from types import TracebackType
from typing import Self

from xbrlgen.batch.tasks import Done, Options, Status, Task


class Hand:
    """Works on one task at a time in a process of its own, within the limits of the options."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._process = self._start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _start(self) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "xbrlgen.batch.worker", str(self._options.megabytes)]
        return subprocess.Popen(  # noqa: S603 (our own module, started with this very interpreter)
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
        )

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def do(self, task: Task) -> Done:
        """Work on a task; a process that is too slow or breaks down is replaced, and the result says so."""
        if self._process.poll() is not None:
            self.close()
            self._process = self._start()
        stopped = threading.Event()
        alarm = threading.Timer(self._options.seconds, self._stop, [stopped])
        alarm.start()
        try:
            answer = self._ask(task)
        finally:
            alarm.cancel()
        if answer:
            return Done.from_json(json.loads(answer))
        self._process.wait()
        if stopped.is_set():
            return Done(task.path, task.key, Status.TOO_SLOW, f"stopped after {self._options.seconds:g} s")
        return Done(task.path, task.key, Status.BROKE_DOWN, f"exit code {self._process.returncode}")

    def _stop(self, stopped: threading.Event) -> None:
        stopped.set()
        self._process.kill()

    def _ask(self, task: Task) -> str:
        entrance, exit_ = self._process.stdin, self._process.stdout
        if entrance is None or exit_ is None:
            return ""
        try:
            entrance.write(json.dumps(task.to_json()) + "\n")
            entrance.flush()
            return exit_.readline()
        except BrokenPipeError:
            return ""

    def close(self) -> None:
        """Let the process go."""
        entrance, exit_ = self._process.stdin, self._process.stdout
        with suppress(BrokenPipeError):
            if entrance is not None:
                entrance.close()
        try:
            self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if exit_ is not None:
            exit_.close()
