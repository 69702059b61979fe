"""How bad something is that there is to tell."""

from __future__ import annotations

from enum import IntEnum


class Severity(IntEnum):
    """How bad a finding is; a higher value is worse."""

    INFO = 1
    WARNING = 2
    INCONSISTENCY = 3
    ERROR = 4

    @property
    def word(self) -> str:
        """What people read for it."""
        return _SAID[self][0]

    def of(self, count: int) -> str:
        """What people read for a number of them.

        >>> Severity.INFO.of(2)
        '2 notes'
        """
        return f"{count} {_SAID[self][count != 1]}"


_SAID = {
    Severity.ERROR: ("error", "errors"),
    Severity.INCONSISTENCY: ("inconsistency", "inconsistencies"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.INFO: ("note", "notes"),
}
