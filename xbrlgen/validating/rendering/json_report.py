"""A validation as JSON, in the form that ``docs/validation.schema.json`` describes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from xbrlgen.findings import Finding
from xbrlgen.validating.accuracy import most_accurate
from xbrlgen.validating.baseline import fingerprint
from xbrlgen.validating.codes import CODES
from xbrlgen.validating.outcomes import Outcome
from xbrlgen.validating.rendering.shared import Spot, details, relative, spots
from xbrlgen.validating.validation import Coverage, Judged, Validation

VERSION = "1.0"


def to_json(validation: Validation) -> str:
    """The whole validation."""
    held = {
        "version": VERSION,
        "exitCode": int(validation.exit_code),
        "reports": [_report(report, validation) for report in validation.reports],
        "accepted": [_finding_object(finding, validation) for finding in validation.accepted],
    }
    return json.dumps(held, indent=2, ensure_ascii=False) + "\n"


def _report(report: Judged, validation: Validation) -> dict[str, Any]:
    return {
        "name": relative(report.name),
        "facts": report.facts,
        "judged": not report.unjudged,
        "reason": report.unjudged,
        "coverage": [_coverage(held) for held in report.coverage],
        "findings": [_finding_object(finding, validation) for finding in report.findings],
        "sums": [_sum(outcome) for outcomes in report.outcomes.values() for outcome in outcomes],
    }


def _coverage(held: Coverage) -> dict[str, Any]:
    return {
        "mode": held.mode.value,
        "checked": held.checked,
        "consistent": held.consistent,
        "inconsistent": held.inconsistent,
        "skipped": {reason.name.lower().replace("_", "-"): count for reason, count in held.skipped.items()},
    }


def _finding_object(finding: Finding, validation: Validation) -> dict[str, Any]:
    """One finding."""
    return {
        "code": finding.code,
        "title": CODES[finding.code][1] if finding.code in CODES else finding.code,
        "severity": finding.severity.name.lower(),
        "message": finding.message,
        "remedy": finding.remedy,
        "about": list(finding.about),
        "places": [_place(spot) for spot in spots(finding, validation)],
        "details": details(finding),
        "fingerprint": fingerprint(finding),
    }


def _place(spot: Spot) -> Mapping[str, Any]:
    held = {"file": spot.file, "line": spot.line, "column": spot.column, "start": spot.start, "end": spot.end}
    return {**held, "cell": spot.cell} if spot.cell else held


def _sum(outcome: Outcome) -> dict[str, Any]:
    total = most_accurate(outcome.total) if outcome.total else None
    return {
        "mode": outcome.mode.value,
        "role": outcome.network.role,
        "total": outcome.network.total,
        "context": total.context if total else "",
        "unit": total.unit if total else "",
        "status": outcome.status.value,
        "reason": outcome.reason.value if outcome.reason else "",
        "reported": f"{total.value:f}" if total and total.value is not None else None,
        "difference": f"{outcome.difference:f}" if outcome.difference is not None else None,
    }
