"""The fact model as xBRL-JSON and back (Open Information Model 1.0)."""

from __future__ import annotations

from collections.abc import Callable

from xbrlgen.model.concept import Concept, QName
from xbrlgen.model.report import Report


def dumps(report: Report) -> str:
    """The report as xBRL-JSON."""
    raise NotImplementedError


def loads(text: str | bytes, concept: Callable[[QName], Concept | None] | None = None) -> Report:
    """The report that xBRL-JSON holds."""
    raise NotImplementedError
