"""Every law is tried as often as `tests.effort` says, however slow the machine is.

A normal run tries the same cases each time, so that it depends on the code alone; a long one draws anew.
"""

from __future__ import annotations

from hypothesis import HealthCheck, settings

from tests.effort import EFFORT, tries

settings.register_profile(
    EFFORT,
    max_examples=tries(100),
    deadline=None,
    derandomize=EFFORT == "normal",
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(EFFORT)
