"""Checks beyond sums, gathered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from xbrlgen.findings import Finding
from xbrlgen.validating.checks.axes import undeclared_axes
from xbrlgen.validating.checks.extensions import twins_of_standard
from xbrlgen.validating.checks.members import member_sums
from xbrlgen.validating.checks.negatives import impossible_negatives
from xbrlgen.validating.checks.rollforward import roll_forwards
from xbrlgen.validating.checks.strays import strays
from xbrlgen.validating.edgar.filer import filer_findings
from xbrlgen.validating.telling.reporting import Reporter

Check: TypeAlias = Callable[[Reporter], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    strays,
    undeclared_axes,
    member_sums,
    roll_forwards,
    impossible_negatives,
    twins_of_standard,
    filer_findings,
)


def further_findings(reporter: Reporter) -> Iterator[Finding]:
    """The findings of every check that needs no more than the report and its taxonomy."""
    for check in CHECKS:
        yield from check(reporter)
