"""From rows and sentences to concepts and facts."""

from __future__ import annotations

from xbrlgen.tagging.door import tag

__all__ = ["tag"]
