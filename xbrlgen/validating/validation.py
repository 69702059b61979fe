"""What came of validating: findings, what was checked and what was not, and the exit code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from enum import IntEnum

from attrs import field, frozen

from xbrlgen.findings import Finding, Severity
from xbrlgen.validating.modes import Mode
from xbrlgen.validating.outcomes import Outcome, Reason, Status


class Exit(IntEnum):
    """How a run ends."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    NOT_JUDGED = 3


@frozen
class Coverage:
    """What one mode checked: sums found bound and checked, how they came out, and why others weren't.

    ``total`` counts every sum for which the report has its total or a contributor.
    """

    mode: Mode
    checked: int
    consistent: int
    inconsistent: int
    skipped: Mapping[Reason, int]

    @property
    def total(self) -> int:
        """All sums that the facts give rise to."""
        return self.checked + sum(self.skipped.values())

    @property
    def exempt(self) -> int:
        """Sums whose total and contributors meet, but which the rules of the mode exempt."""
        away = (Reason.NO_ITEM, Reason.NO_TOTAL, Reason.OTHER_CONTEXT)
        return sum(count for reason, count in self.skipped.items() if reason not in away)


def coverage(mode: Mode, outcomes: tuple[Outcome, ...]) -> Coverage:
    """Count what became of the sums."""
    held = Counter(outcome.status for outcome in outcomes)
    why = Counter(outcome.reason for outcome in outcomes if outcome.reason is not None)
    right, wrong = held[Status.CONSISTENT], held[Status.INCONSISTENT]
    return Coverage(
        mode, right + wrong, right, wrong, {reason: why[reason] for reason in Reason if why[reason]}
    )


@frozen
class Judged:
    """One report: its name, its findings, what was checked, and whether it could be judged at all.

    ``unjudged`` says why not, in words; it is empty where the verdict stands. ``broken`` means that the
    judge itself failed. ``outcomes`` are those of the native engine, by mode.
    """

    name: str
    findings: tuple[Finding, ...]
    facts: int = 0
    coverage: tuple[Coverage, ...] = ()
    unjudged: str = ""
    broken: bool = False
    incomplete: bool = False
    arelle: bool = True
    outcomes: Mapping[Mode, tuple[Outcome, ...]] = field(factory=dict, repr=False)


@frozen
class Validation:
    """The verdict on all reports given, with the files that places of findings count in.

    ``accepted`` are findings that a baseline accepts.
    """

    reports: tuple[Judged, ...] = ()
    sources: tuple[str, ...] = ()
    accepted: tuple[Finding, ...] = ()
    fail_on: Severity = Severity.INCONSISTENCY

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, report by report."""
        return tuple(finding for report in self.reports for finding in report.findings)

    @property
    def exit_code(self) -> Exit:
        """0 clean, 1 findings at or above ``fail_on``, 3 where the judge could not judge."""
        if any(report.broken for report in self.reports):
            return Exit.NOT_JUDGED
        if any(report.unjudged and report.incomplete for report in self.reports):
            return Exit.NOT_JUDGED
        if any(finding.severity >= self.fail_on for finding in self.findings):
            return Exit.FINDINGS
        return Exit.NOT_JUDGED if any(report.unjudged for report in self.reports) else Exit.CLEAN

    @property
    def is_clean(self) -> bool:
        """Whether everything was judged and nothing of weight was found."""
        return self.exit_code is Exit.CLEAN
