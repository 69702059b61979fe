"""A process of our own that answers every line of JSON with one."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from abc import ABC, abstractmethod
from collections.abc import Mapping
from contextlib import suppress
from typing import IO, Any, Self, final


class NoAnswerError(RuntimeError):
    """The process ended instead of answering; ``is_stopped`` if it took too long."""

    def __init__(self, code: int, *, is_stopped: bool) -> None:
        super().__init__(f"exit code {code}")
        self.is_stopped = is_stopped


class Closing(ABC):
    """What is closed at the end of a ``with`` block."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @abstractmethod
    def close(self) -> None:
        """Let go what is held."""


@final
class Answerer:
    """A module of the package run as a process, which is started anew where it has ended."""

    def __init__(
        self,
        module: str,
        *arguments: str,
        environment: Mapping[str, str] | None = None,
        complaints: IO[str] | None = None,
    ) -> None:
        self._command = [sys.executable, "-m", module, *arguments]
        self._environment = environment
        self._complaints = subprocess.DEVNULL if complaints is None else complaints
        self._process = self._start()

    def _start(self) -> subprocess.Popen[str]:
        return subprocess.Popen(  # noqa: S603 (our own module, run by this very interpreter)
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._complaints,
            text=True,
            encoding="utf-8",
            env=self._environment,
        )

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def ask(self, question: Any) -> None:
        """Hand over a question; `answer` waits for what comes of it, or tells that the process has ended."""
        if self._process.poll() is not None:
            self.end()
            self._process = self._start()
        entrance = _pipe(self._process.stdin)
        with suppress(BrokenPipeError):
            entrance.write(json.dumps(question) + "\n")
            entrance.flush()

    def answer(self, seconds: float) -> Any:
        """What came of the question handed over first; the process is stopped where it takes longer."""
        stopped = threading.Event()
        alarm = threading.Timer(seconds, self._stop, [stopped])
        alarm.daemon = True  # an interruption must not wait for it
        try:
            alarm.start()
            line = _pipe(self._process.stdout).readline()
        finally:
            alarm.cancel()
        if not line:
            raise NoAnswerError(self._process.wait(), is_stopped=stopped.is_set())
        return json.loads(line)

    def _stop(self, stopped: threading.Event) -> None:
        stopped.set()
        self._process.kill()

    def end(self, patience: float = 0) -> None:
        """Let the process go: it may take so many seconds to end by itself."""
        with suppress(BrokenPipeError):
            _pipe(self._process.stdin).close()
        try:
            self._process.wait(timeout=patience)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        _pipe(self._process.stdout).close()


def _pipe(pipe: IO[str] | None) -> IO[str]:
    if pipe is None:
        msg = "the process was started without pipes"
        raise RuntimeError(msg)
    return pipe
