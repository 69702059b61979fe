"""Patterns of words as the tables of this room write them: whatever their case."""

from __future__ import annotations

import re


def any_case(pattern: str) -> re.Pattern[str]:
    """The pattern for small letters and capitals alike."""
    return re.compile(pattern, re.IGNORECASE)
