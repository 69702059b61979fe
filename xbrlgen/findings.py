"""What there is to tell the user, in one shape for every stage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from attrs import field, frozen

from xbrlgen.places import Place
from xbrlgen.severity import Severity

__all__ = ["Finding", "Severity", "counted"]


@frozen
class Finding:
    """Something to tell the user: what was seen, where, and what would fix it.

    ``code`` is stable and documented (``reading.no-statements``); ``about`` names the facts, rows or
    concepts concerned; ``places`` are in the source, the most telling first.
    """

    code: str
    severity: Severity
    message: str
    places: tuple[Place, ...] = ()
    about: tuple[str, ...] = ()
    remedy: str = ""
    details: tuple[tuple[str, str], ...] = field(default=())


def counted(findings: Iterable[Finding]) -> str:
    """How many findings there are of each severity, the worst first.

    >>> counted([Finding("a.b", Severity.INFO, "x"), Finding("a.c", Severity.WARNING, "y")])
    '1 warning, 1 note'
    """
    counts = Counter(finding.severity for finding in findings)
    return ", ".join(severity.of(counts[severity]) for severity in sorted(counts, reverse=True))
