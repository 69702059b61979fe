"""What there is to tell the user, in one shape for every stage."""

from __future__ import annotations

from enum import IntEnum

from attrs import field, frozen

from xbrlgen.places import Place


class Severity(IntEnum):
    """How bad a finding is; a higher value is worse."""

    INFO = 1
    WARNING = 2
    INCONSISTENCY = 3
    ERROR = 4


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
