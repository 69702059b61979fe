"""How hard the suite tries: ``normal`` by default, ``long`` for a night, by XBRLGEN_EFFORT."""

from __future__ import annotations

import os
from typing import Final

EFFORT: Final = os.environ.get("XBRLGEN_EFFORT", "normal")
_TIMES: Final = {"normal": 1, "long": 20}


def tries(normal: int) -> int:
    """How often to try what is tried so many times in a normal run."""
    return normal * _TIMES[EFFORT]
