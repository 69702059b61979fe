"""Axes that contexts use and no schema declares.

Arelle looks at dimensions only where a schema of the taxonomy imports the one of XBRL Dimensions. Where none
does, any axis in a context is undeclared, and would pass in silence.
"""

from __future__ import annotations

from collections.abc import Iterator

from xbrlgen.findings import Finding
from xbrlgen.validating.names import XBRLDT
from xbrlgen.validating.opened.loading import Loaded
from xbrlgen.validating.telling.reporting import Reporter

# Facts named in a finding.
_SHOWN = 3


def undeclared_axes(reporter: Reporter) -> Iterator[Finding]:
    """A finding for each axis in use, where the whole taxonomy is at hand and has no dimensions."""
    loaded = reporter.loaded
    if not _is_whole(loaded) or XBRLDT in loaded.dts.namespaces.values():
        return
    instance = loaded.instance
    for axis in sorted({one.axis for held in instance.aspects for one in held.dimensions}):
        facts = [fact for fact in instance.facts if fact.aspects >= 0 and _has(loaded, fact.aspects, axis)]
        name = reporter.name(axis)
        yield reporter.finding(
            "dimensions.invalid",
            f"{name} is used as an axis by {len(facts)} facts, and no schema of the taxonomy declares it",
            facts=facts[:_SHOWN],
            about=[name],
            remedy="Declare the axis in a schema that imports the one of XBRL Dimensions, or take it out.",
        )


def _is_whole(loaded: Loaded) -> bool:
    """Whether every document of the taxonomy is at hand."""
    return bool(loaded.dts.files) and not loaded.dts.needs and not loaded.dts.missing


def _has(loaded: Loaded, aspects: int, axis: str) -> bool:
    return any(one.axis == axis for one in loaded.instance.aspects[aspects].dimensions)
