"""A validation as SARIF 2.1.0, the form that code hosts show beside the lines."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from xbrlgen.findings import Finding, Severity
from xbrlgen.validating.baseline import fingerprint
from xbrlgen.validating.codes import CODES
from xbrlgen.validating.rendering.shared import Spot, spots
from xbrlgen.validating.validation import Exit, Validation

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Mapping[Severity, str] = MappingProxyType(
    {
        Severity.ERROR: "error",
        Severity.INCONSISTENCY: "error",
        Severity.WARNING: "warning",
        Severity.INFO: "note",
    }
)
# Places beside the first; viewers of code show few.
_MOST_RELATED = 20


def to_sarif(validation: Validation) -> str:
    """The whole validation as one run."""
    used = sorted({finding.code for finding in (*validation.findings, *validation.accepted)})
    driver = {"name": "xbrlgen", "version": version("xbrlgen"), "rules": [_rule(code) for code in used]}
    results = [_result(finding, used, validation) for finding in validation.findings]
    results += [_result(finding, used, validation, accepted=True) for finding in validation.accepted]
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(validation)],
        "results": results,
    }
    return (
        json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False)
        + "\n"
    )


def _invocation(validation: Validation) -> dict[str, Any]:
    code = validation.exit_code
    notes = [
        {"level": "error", "message": {"text": f"{report.name}: {report.unjudged}"}}
        for report in validation.reports
        if report.unjudged
    ]
    return {
        "executionSuccessful": code is not Exit.NOT_JUDGED,
        "exitCode": int(code),
        "toolExecutionNotifications": notes,
    }


def _rule(code: str) -> dict[str, Any]:
    severity, title = CODES.get(code, (Severity.WARNING, code))
    return {
        "id": code,
        "shortDescription": {"text": title},
        "defaultConfiguration": {"level": _LEVELS[severity]},
    }


def _result(
    finding: Finding, used: list[str], validation: Validation, *, accepted: bool = False
) -> dict[str, Any]:
    found = spots(finding, validation)
    text = f"{finding.message}\n{finding.remedy}" if finding.remedy else finding.message
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": used.index(finding.code),
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [_location(spot) for spot in found[:1]],
        "partialFingerprints": {"xbrlgen/v1": fingerprint(finding)},
    }
    related = [{"id": number, **_location(spot)} for number, spot in enumerate(found[1:_MOST_RELATED], 1)]
    if related:
        result["relatedLocations"] = related
    if accepted:
        result["suppressions"] = [{"kind": "external"}]
    return result


def _location(spot: Spot) -> dict[str, Any]:
    region: dict[str, int] = {"startLine": spot.line, "startColumn": spot.column}
    if spot.end > spot.start:
        region |= {"charOffset": spot.start, "charLength": spot.end - spot.start}
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(spot.file)}, "region": region}}


def _uri(file: str) -> str:
    """A file as an address: relative where it is below the working folder.

    >>> _uri("out/my page.htm"), _uri("/tmp/a.htm")
    ('out/my%20page.htm', 'file:///tmp/a.htm')
    """
    if file.startswith(("http://", "https://")):
        return file
    return f"file://{quote(file)}" if PurePosixPath(file).is_absolute() else quote(file)
