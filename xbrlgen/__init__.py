"""xbrlgen turns a printed earnings release into a machine-readable filing, and proves it.

>>> import xbrlgen
>>> xbrlgen.__all__
['build', 'read', 'validate']
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xbrlgen.building import build
    from xbrlgen.reading import read
    from xbrlgen.validating import validate

__all__ = ["build", "read", "validate"]

_ROOMS = {"build": "xbrlgen.building", "read": "xbrlgen.reading", "validate": "xbrlgen.validating"}


def __getattr__(name: str) -> Any:
    """Load a door when it is first used, so that importing the package stays cheap."""
    if name not in _ROOMS:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    return getattr(import_module(_ROOMS[name]), name)
