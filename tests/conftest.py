"""How hard the laws are tried: ``normal`` by default, ``long`` for a night, by XBRLGEN_EFFORT."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("normal", deadline=None)
settings.register_profile("long", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("XBRLGEN_EFFORT", "normal"))
