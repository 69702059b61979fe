"""From a release to a filing: read, prove, tag."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from xbrlgen.filing import Filing
from xbrlgen.proving import prove
from xbrlgen.reading import read
from xbrlgen.tagging import tag


def build(source: Path | str | bytes, *, repair: bool = True, **tagging: Any) -> Filing:
    """The filing that a release becomes; the keywords after ``repair`` are those of `xbrlgen.tagging.tag`."""
    return tag(prove(read(source), repair=repair), **tagging)
