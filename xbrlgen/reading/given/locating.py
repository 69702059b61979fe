"""From a run of characters to the `Place` that people can find."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Sequence

from xbrlgen.places import Place, Segment, line_breaks

Locate = Callable[[int, int, str], Place]


def locator_of_text(source: int, text: str, first_line: int = 1) -> Locate:
    """Places in plain text: lines are counted in the text itself, from ``first_line``."""
    breaks = line_breaks(text)

    def locate(start: int, end: int, cell: str = "") -> Place:
        before = bisect.bisect_left(breaks, start)
        opened = breaks[before - 1] + 1 if before else 0
        return Place(source, start, end, before + first_line, start - opened + 1, cell)

    return locate


def locator_of_segments(source: int, text: str, segments: Sequence[Segment]) -> Locate:
    """Places in HTML: the line is that of the file, the column is counted in the text node's own line."""
    starts = [segment.start for segment in segments]
    breaks = line_breaks(text)

    def locate(start: int, end: int, cell: str = "") -> Place:
        if not segments:
            return Place(source, start, end, 1, 1, cell)
        segment = segments[max(bisect.bisect_right(starts, start) - 1, 0)]
        before = bisect.bisect_left(breaks, start)
        lines = before - bisect.bisect_left(breaks, segment.start, 0, before)
        opened = breaks[before - 1] + 1 if lines else segment.start
        return Place(source, start, end, segment.line + lines, max(start - opened, 0) + 1, cell)

    return locate
