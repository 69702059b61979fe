"""The shared test data, where it is present: real releases, filings and taxonomy tables."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("XBRLGEN_SHARED", ROOT.parent / "shared"))


def shared(path: str) -> Path:
    """The file of the shared test data, or a visible skip of the test that asks for it."""
    found = SHARED / path
    if not found.exists():
        pytest.skip(f"shared test data not present: {path}")
    return found
