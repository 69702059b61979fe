"""Arelle in a process of its own: jobs go in, what it said comes out."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from attrs import asdict, frozen

from xbrlgen.answering import Answerer, Closing, NoAnswerError
from xbrlgen.validating.errors import JudgeError

_START = 120
"""Seconds that Arelle may take to load, on top of the limit for a job."""


@frozen
class Job:
    """One report for Arelle to judge; ``pages`` are those of a set, ``sec_formats`` whether it has any."""

    path: str
    modes: tuple[str, ...]
    packages: tuple[str, ...] = ()
    online: bool = False
    pages: tuple[str, ...] = ()
    sec_formats: bool = False


@frozen
class Object:
    """Something a message is about: where it stands and, for a fact, which one it is."""

    file: str
    line: int
    kind: str
    name: str = ""
    id: str = ""
    context: str = ""
    unit: str = ""
    value: str = ""


@frozen
class Message:
    """One message of Arelle: its code, level and words, the arguments in it, what it is about.

    ``mode`` is the calculation mode it was given under, empty for all else.
    """

    code: str
    level: str
    text: str
    arguments: tuple[tuple[str, str], ...] = ()
    objects: tuple[Object, ...] = ()
    mode: str = ""

    def argument(self, name: str) -> str:
        """One argument of the message, empty where it has none."""
        return next((value for key, value in self.arguments if key == name), "")


@frozen
class Verdict:
    """All that Arelle said of a report, how many facts it read, and their values as it understood them.

    ``values`` are (concept, context, unit, decimals, value) of its numeric facts; ``failures`` tells of the
    modes in which Arelle broke down what it said of itself.
    """

    messages: tuple[Message, ...]
    facts: int
    values: tuple[tuple[str, str, str, str, str], ...] = ()
    seconds: float = 0.0
    failures: tuple[tuple[str, str], ...] = ()


class BreakdownError(JudgeError):
    """Arelle failed on a report; ``messages`` are what it had said by then, which may be why."""

    def __init__(self, words: str, messages: tuple[Message, ...] = ()) -> None:
        super().__init__(words)
        self.messages = messages


class Judge(Closing):
    """A process that has Arelle loaded; every job runs in a fork of it where the system can fork.

    Start it early: it loads while other work is done. Use as a context manager.
    """

    def __init__(self, timeout: float = 600) -> None:
        self.timeout = timeout
        self._home = tempfile.TemporaryDirectory(prefix="xbrlgen-arelle-")
        self._words = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - closed with the judge
        environment = {**os.environ, "XDG_CONFIG_HOME": self._home.name, "PYTHONIOENCODING": "utf-8"}
        self._process = Answerer(
            "xbrlgen.validating.arelle.worker", environment=environment, complaints=self._words
        )

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def submit(self, job: Job) -> None:
        """Hand over a job; `result` waits for it."""
        try:
            self._process.ask([asdict(job), self.timeout])
        except OSError as error:
            msg = f"{job.path}: Arelle could not be started: {error}"
            raise JudgeError(msg) from error

    def result(self) -> Verdict:
        """What came of the job handed over first."""
        try:  # where jobs can't be forked, none but this limit ends them
            answer = self._process.answer(self.timeout + _START)
        except NoAnswerError as error:
            msg = f"Arelle's process ended without an answer ({error}) {self._last_words()}".rstrip()
            raise JudgeError(msg) from error
        if "error" in answer:
            raise BreakdownError(answer["error"], _messages(answer.get("messages", ())))
        return _verdict(answer)

    def _last_words(self) -> str:
        """The last line that the process wrote about its trouble."""
        self._words.seek(0)
        return next((line.strip() for line in reversed(self._words.readlines()) if line.strip()), "")

    def judge(self, job: Job) -> Verdict:
        """Judge one report."""
        self.submit(job)
        return self.result()

    def close(self) -> None:
        """End the process."""
        self._process.end()  # it holds nothing that would be lost, and takes its time to go by itself
        self._words.close()
        self._home.cleanup()


@contextmanager
def starting(timeout: float, *, wanted: bool = True) -> Iterator[Judge | None]:
    """A judge that is being started, or None where none is wanted."""
    if not wanted:
        yield None
        return
    with Judge(timeout) as court:
        yield court


def _messages(answered: Iterable[dict[str, Any]]) -> tuple[Message, ...]:
    return tuple(
        Message(
            found["code"], found["level"], found["text"],
            tuple((key, value) for key, value in found["arguments"]),
            tuple(Object(**one) for one in found["objects"]), found["mode"],
        )
        for found in answered
    )  # fmt: skip


def _verdict(answer: dict[str, Any]) -> Verdict:
    messages = _messages(answer["messages"])
    values = tuple(tuple(row) for row in answer["values"])
    failures = tuple(answer["failures"].items())
    return Verdict(messages, answer["facts"], values, answer["seconds"], failures)


def judge(jobs: Sequence[Job], *, timeout: float = 600) -> tuple[Verdict, ...]:
    """Judge several reports one after the other, each in isolation.

    >>> judge(())
    ()
    """
    if not jobs:
        return ()
    with Judge(timeout) as court:
        return tuple(court.judge(job) for job in jobs)
