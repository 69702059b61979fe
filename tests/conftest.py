"""Every law is tried as often as `tests.effort` says, however slow the machine is."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

from tests.effort import EFFORT, tries

settings.register_profile(
    EFFORT, max_examples=tries(100), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(EFFORT)
