"""Arithmetic that verifies what was read, finds damage, and explains it."""

from __future__ import annotations

from xbrlgen.proving.prover import prove

__all__ = ["prove"]
