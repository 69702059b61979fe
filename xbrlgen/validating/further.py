"""Checks beyond sums, gathered."""

from __future__ import annotations

from collections.abc import Iterator

from xbrlgen.findings import Finding
from xbrlgen.validating.reporting import Reporter


def further_findings(reporter: Reporter) -> Iterator[Finding]:
    """The findings of every check that needs no more than the report and its taxonomy."""
    del reporter
    yield from ()
