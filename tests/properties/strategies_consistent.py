"""Random releases whose arithmetic holds, as they are read."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis.strategies import SearchStrategy

import xbrlgen
from xbrlgen.reading.document import Document
from xbrlgen.testing.strategies.earnings import SIZES, earnings


def releases(sizes: Sequence[int] = SIZES) -> SearchStrategy[Document]:
    """Consistent releases; ``sizes`` are about how many units their smaller amounts have."""
    return earnings(sizes=sizes).map(lambda release: xbrlgen.read(release.page()))
