"""xbrlgen turns a printed earnings release into a machine-readable filing, and proves it.

Three doors, and the types that people hold:

>>> import xbrlgen
>>> [name for name in xbrlgen.__all__ if name.islower()]
['build', 'read', 'validate']
>>> str(xbrlgen.Unit.of("USD/shares"))
'USD/shares'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xbrlgen.loading import later

if TYPE_CHECKING:
    from xbrlgen.building import build
    from xbrlgen.filing import Filing
    from xbrlgen.findings import Finding, Severity
    from xbrlgen.model import Concept, Entity, Fact, Period, QName, Report, Unit
    from xbrlgen.places import Place
    from xbrlgen.reading import Document, read
    from xbrlgen.validating import validate
    from xbrlgen.validating.validation import Validation

__all__ = [
    "Concept",
    "Document",
    "Entity",
    "Fact",
    "Filing",
    "Finding",
    "Period",
    "Place",
    "QName",
    "Report",
    "Severity",
    "Unit",
    "Validation",
    "build",
    "read",
    "validate",
]

# So that importing the package stays cheap.
__getattr__ = later(
    __name__,
    {
        "xbrlgen.building": ["build"],
        "xbrlgen.filing": ["Filing"],
        "xbrlgen.findings": ["Finding", "Severity"],
        "xbrlgen.model": ["Concept", "Entity", "Fact", "Period", "QName", "Report", "Unit"],
        "xbrlgen.places": ["Place"],
        "xbrlgen.reading": ["Document", "read"],
        "xbrlgen.validating": ["validate"],
        "xbrlgen.validating.validation": ["Validation"],
    },
)


def __dir__() -> list[str]:
    """Give the public names too, which load when they are used."""
    return sorted({*globals(), *__all__})
