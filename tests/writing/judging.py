"""What Arelle says of what was written, offline."""

from __future__ import annotations

import logging
import os
import tempfile
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any, Protocol

from arelle.api.Session import Session
from arelle.FileSource import FileNamedBytesIO
from arelle.RuntimeOptions import RuntimeOptions
from attrs import frozen

from xbrlgen.filing import Filing
from xbrlgen.taxonomy import write_standin
from xbrlgen.writing.taxonomy.soundness import sound
from xbrlgen.writing.taxonomy.trees import concepts_used


@frozen
class Verdict:
    """What Arelle logged (code, message) and the facts it read."""

    messages: tuple[tuple[str, str], ...]
    facts: tuple[tuple[object, ...], ...]


class Judge(Protocol):
    """Asks Arelle about a file."""

    def __call__(
        self, entry: Path | str, packages: Iterable[Path], calcs: str = "c11r", content: bytes | None = None
    ) -> Verdict:
        """What Arelle says."""


class _Log(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.found: list[tuple[str, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno > logging.INFO:
            self.found.append((str(getattr(record, "messageCode", "")), record.getMessage()))


def standin_of(filing: Filing, folder: Path) -> Path:
    """A stand-in package for the standard concepts of a filing."""
    names = [name for name in concepts_used(sound(filing)[0]) if name.namespace != filing.namespace]
    path = folder / "standin.zip"
    write_standin(names, path)
    return path


def judge(
    entry: Path | str, packages: Iterable[Path], calcs: str = "c11r", content: bytes | None = None
) -> Verdict:
    """Load and validate with Arelle 2.47, from a file or from memory: all warnings and errors, all facts."""
    stream = None if content is None else FileNamedBytesIO(str(entry), content)
    log = _Log()
    options = RuntimeOptions(
        entrypointFile=None if stream else str(entry),
        internetConnectivity="offline",
        disablePersistentConfig=True,
        validate=True,
        calcs=calcs,
        utrValidate=True,
        validateDuplicateFacts="inconsistent",
        baseTaxonomyValidationMode="none",
        packages=[str(package) for package in packages],
        keepOpen=True,
        validationExitCode=True,
        logRefObjectProperties=False,
    )
    with tempfile.TemporaryDirectory() as home, Session() as session:
        os.environ["XDG_CONFIG_HOME"] = home
        session.run(options, sourceZipStream=stream, logHandler=log)
        facts = tuple(_fact(fact) for model in session.get_models() for fact in model.facts)
    return Verdict(tuple(log.found), facts)


def _fact(fact: Any) -> tuple[object, ...]:
    return (
        str(fact.qname),
        fact.contextID,
        fact.unitID,
        _value(fact),
        fact.decimals,
        fact.id,
    )


def _value(fact: Any) -> Decimal | str | None:
    if fact.isNil:
        return None
    return Decimal(str(fact.xValue)) if fact.isNumeric else str(fact.value)


__all__ = ["Judge", "Verdict", "judge", "standin_of"]
