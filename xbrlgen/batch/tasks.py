"""What is to be done for one document, and what came of it."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from enum import Enum
from importlib.metadata import version
from pathlib import Path
from typing import Any

from attrs import asdict, field, frozen

# Endings of the files that a folder of sources is searched for; any file may be named itself.
ENDINGS = frozenset({".htm", ".html", ".txt", ".md", ".csv", ".xlsx"})
# What a folder holds that a filing was written to: its page is no release, nor are its tables.
_OF_FILINGS = ("coverage.json", "facts.json", "findings.json")


class Status(Enum):
    """How a document fared."""

    WRITTEN = "written"
    NOTHING = "nothing found"
    DONE_BEFORE = "done before"
    SAME_CONTENT = "same content as another"
    UNREADABLE = "unreadable"
    FAILED = "failed"
    TOO_SLOW = "time limit"
    TOO_LARGE = "memory limit"
    BROKE_DOWN = "process broke down"

    @property
    def is_final(self) -> bool:
        """Whether the next run need not try again: no limit and no accident of a worker made it so."""
        return self not in {Status.TOO_SLOW, Status.TOO_LARGE, Status.BROKE_DOWN}

    @property
    def is_failure(self) -> bool:
        """Whether the document could not be worked on."""
        return self is Status.UNREADABLE or self is Status.FAILED or not self.is_final


@frozen
class Options:
    """How each document is treated: taxonomy year, repair, validation, and its limits."""

    year: int | None = None
    repair: bool = True
    validate: bool = True
    seconds: float = 120
    megabytes: int = 4096

    def fingerprint(self) -> str:
        """The options that the result depends on, with the version of the program."""
        return f"{version('xbrlgen')} {self.year} {self.repair} {self.validate}"


@frozen
class Task:
    """One document to work on; ``key`` names its content under the options it is treated with.

    ``path`` is whole, for workers elsewhere; ``given`` is how it was named.
    """

    key: str
    path: str
    out: str
    options: Options
    given: str = ""

    @property
    def folder(self) -> Path:
        """The folder of the filing."""
        stem = re.sub(r"[^A-Za-z0-9._-]+", "-", Path(self.path).stem)[:60].strip(".-") or "document"
        return Path(self.out) / "filings" / f"{stem}-{self.key}"

    @property
    def marker(self) -> Path:
        """The file that is there when the work is done: the document's row of the dataset."""
        return Path(self.out) / "dataset" / "documents" / f"{self.key}.parquet"

    @property
    def unfinished(self) -> Path:
        """The row of a document that has to be tried again; it goes when the document is done."""
        return self.marker.with_stem(f"{self.key}-unfinished")

    def to_json(self) -> dict[str, Any]:
        """The task as plain values."""
        return asdict(self)

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Task:
        """The task of plain values."""
        return cls(**{**values, "options": Options(**values["options"])})


@frozen
class Done:
    """What came of one document; ``detail`` says what went wrong, ``before`` what an earlier run came to."""

    path: str
    key: str
    status: Status
    detail: str = ""
    filing: str = ""
    period_end: str = ""
    counts: dict[str, int] = field(factory=dict)
    exit_code: int | None = None
    before: Status | None = None

    @property
    def is_failure(self) -> bool:
        """Whether the document could not be worked on, now or before."""
        return (self.before or self.status).is_failure

    def to_json(self) -> dict[str, Any]:
        """The result as plain values."""
        before = self.before.value if self.before else ""
        return {**asdict(self), "status": self.status.value, "before": before}

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Done:
        """The result of plain values."""
        before = Status(values["before"]) if values.get("before") else None
        return cls(**{**values, "status": Status(values["status"]), "before": before})


def find_sources(given: Iterable[Path]) -> Iterator[Path]:
    """The files named, and the releases in the folders named, in a stable order.

    Folders that filings were written to are passed over.
    """
    for path in given:
        if path.is_dir():
            yield from sorted(_releases(path))
        else:
            yield path


def _releases(folder: Path) -> Iterator[Path]:
    for name, folders, files in os.walk(folder):
        if all(part in files for part in _OF_FILINGS):
            folders.clear()
            continue
        found = (Path(name, file) for file in files)
        yield from (each for each in found if each.suffix.lower() in ENDINGS and each.is_file())


def task_of(path: Path, out: Path, options: Options) -> Task:
    """Make the task for a file; raises `OSError` where it can't be read."""
    digest = hashlib.sha256(options.fingerprint().encode())
    digest.update(path.read_bytes())
    return Task(digest.hexdigest()[:16], str(path.resolve()), str(out.resolve()), options, str(path))
