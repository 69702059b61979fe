"""One process for Arelle, which leaves files open and can't run twice at a time."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from tests.writing.judging import Judge, Verdict, judge


@pytest.fixture(scope="session")
def arelle() -> Iterator[Judge]:
    """Arelle 2.47, offline, in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:

        def ask(
            entry: Path | str, packages: Iterable[Path], calcs: str = "c11r", content: bytes | None = None
        ) -> Verdict:
            return pool.submit(judge, entry, tuple(packages), calcs, content).result(timeout=120)

        yield ask
