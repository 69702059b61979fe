"""Facts that are reported more than once with values that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator

from xbrlgen.findings import Finding, Severity
from xbrlgen.validating.sums.duplicates import Group, Kind, groups
from xbrlgen.validating.telling.describing import number
from xbrlgen.validating.telling.reporting import Reporter


def conflicting(reporter: Reporter, *, severity: Severity) -> Iterator[Finding]:
    """A finding for each numeric fact whose copies contradict each other."""
    for group in groups(reporter.loaded.instance.facts):
        if group.kind is Kind.CONFLICTING and not any(fact.problem for fact in group.facts):
            yield _finding(group, reporter, severity)


def _finding(group: Group, reporter: Reporter, severity: Severity) -> Finding:
    first = group.facts[0]
    values = [("nil" if fact.is_nil else number(fact.value)) for fact in group.facts]
    odd = _odd_one(values)
    hint = f"{odd} stands alone against the others: look there first." if odd else "Correct the wrong copy."
    return reporter.finding(
        "duplicates.conflicting",
        f"{reporter.name(first.concept)} is reported as {', '.join(dict.fromkeys(values))} "
        f"in the same context ({reporter.context(first.aspects)})",
        facts=group.facts,
        remedy=hint,
        details=(*reporter.aspects(first.aspects, first.measure), *(("value", value) for value in values)),
        severity=severity,
    )


def _odd_one(values: list[str]) -> str:
    """The value that only one copy has where all others agree."""
    single = [value for value in dict.fromkeys(values) if values.count(value) == 1]
    return single[0] if len(single) == 1 and len(values) > 2 and len(set(values)) == 2 else ""
