"""What Arelle sees of the concepts of a schema, loaded offline through packages; one session a call."""

from __future__ import annotations

import gc
import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from arelle.api.Session import Session
from arelle.RuntimeOptions import RuntimeOptions
from attrs import frozen

from xbrlgen.model import QName


@frozen
class Seen:
    """A concept as Arelle has it."""

    type: tuple[str, str]
    base: str
    balance: str | None
    period: str
    group: str
    abstract: bool
    nillable: bool
    id: str
    typed: bool


class _Complaints(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.texts.append(record.getMessage())


@contextmanager
def _session(
    entry: str | Path, packages: list[Path], *, validate: bool
) -> Iterator[tuple[list[Any], list[str]]]:
    handler = _Complaints()
    options = RuntimeOptions(
        entrypointFile=str(entry),
        internetConnectivity="offline",
        disablePersistentConfig=True,
        validate=validate,
        packages=[str(package) for package in packages],
        keepOpen=True,
        logRefObjectProperties=False,
    )
    with Session() as session:
        session.run(options, logHandler=handler)
        yield session.get_models(), handler.texts


def see(
    entry: str | Path, packages: list[Path], *, validate: bool = False
) -> tuple[dict[QName, Seen], list[str]]:
    """The concepts that a schema and all it refers to declare, and what Arelle complains of."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # Arelle leaves the zip files of packages open
        found = _see(entry, packages, validate=validate)
        gc.collect()
    return found


def _see(entry: str | Path, packages: list[Path], *, validate: bool) -> tuple[dict[QName, Seen], list[str]]:
    with _session(entry, packages, validate=validate) as (models, complaints):
        seen = {
            QName("x", name.localName, name.namespaceURI): _seen(concept)
            for model in models
            for name, concept in model.qnameConcepts.items()
            if concept.isItem
        }
        return seen, list(complaints)


def _seen(concept: Any) -> Seen:
    return Seen(
        (concept.typeQname.namespaceURI, concept.typeQname.localName),
        concept.baseXbrliType,
        concept.balance,
        concept.periodType,
        str(concept.substitutionGroupQname),
        concept.isAbstract,
        concept.nillable == "true",
        concept.id,
        bool(concept.isTypedDimension),
    )
