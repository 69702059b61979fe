"""Findings as GitHub annotations: one workflow command a line."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from xbrlgen.findings import Finding, Severity
from xbrlgen.validating.codes import CODES
from xbrlgen.validating.rendering.shared import spots
from xbrlgen.validating.validation import Validation

_LEVELS: Mapping[Severity, str] = MappingProxyType(
    {
        Severity.ERROR: "error",
        Severity.INCONSISTENCY: "error",
        Severity.WARNING: "warning",
        Severity.INFO: "notice",
    }
)


def to_github(validation: Validation) -> str:
    """All findings as workflow commands."""
    return "".join(_command(finding, validation) + "\n" for finding in validation.findings)


def _command(finding: Finding, validation: Validation) -> str:
    where = next(iter(spots(finding, validation)), None)
    place = {"file": where.file, "line": str(where.line), "col": str(where.column)} if where else {}
    title = CODES[finding.code][1] if finding.code in CODES else finding.code
    fields = {**place, "title": f"{finding.code}: {title}"}
    said = ",".join(f"{key}={_escape(value, property_value=True)}" for key, value in fields.items())
    text = f"{finding.message}\n{finding.remedy}" if finding.remedy else finding.message
    return f"::{_LEVELS[finding.severity]} {said}::{_escape(text)}"


def _escape(text: str, *, property_value: bool = False) -> str:
    """Text as the runner expects it.

    >>> _escape("50% of a,b: c", property_value=True)
    '50%25 of a%2Cb%3A c'
    """
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return escaped.replace(":", "%3A").replace(",", "%2C") if property_value else escaped
