"""Checks beyond sums, gathered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from xbrlgen.findings import Finding
from xbrlgen.validating.axes import undeclared_axes
from xbrlgen.validating.extensions import twins_of_standard
from xbrlgen.validating.filer import filer_findings
from xbrlgen.validating.members import member_sums
from xbrlgen.validating.negatives import impossible_negatives
from xbrlgen.validating.reporting import Reporter
from xbrlgen.validating.rollforward import roll_forwards
from xbrlgen.validating.strays import strays

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
