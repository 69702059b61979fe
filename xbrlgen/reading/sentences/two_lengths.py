"""Two periods that end on one day and are named in one breath: "the three and nine months ended June 30"."""

from __future__ import annotations

import re
from typing import Final

from attrs import evolve

from xbrlgen.period_words import COUNTS
from xbrlgen.time_words import Length, TimeWords


def first_of_two(text: str, start: int, words: TimeWords) -> tuple[int, int, TimeWords] | None:
    """Where the shorter of two lengths stands right before a time from ``start`` on, and what it says."""
    found = _FIRST.search(text, 0, start) if words.length else None
    if found is None or words.length is None:
        return None
    count = COUNTS.get(found[1].lower()) or int(found[1])
    if not 1 < count < words.length.count:
        return None
    return found.start(1), found.end(1), evolve(words, length=Length(count, words.length.in_weeks))


_FIRST: Final = re.compile(
    r"\b(three|six|nine|twelve|thirteen|fourteen|sixteen|twenty-four|twenty-six|twenty-eight|[1-9]\d?)"
    r"(?:\s*\(\d+\))?,?\s+(?:and|&)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def in_so_many_weeks(text: str, end: int, weeks: TimeWords | None, start: int, words: TimeWords) -> bool:
    """Whether weeks only say how long the year is that is named right behind them: "52-week fiscal year"."""
    counted = weeks is not None and weeks.length is not None and weeks == TimeWords(length=weeks.length)
    if not counted or weeks is None or weeks.length is None or not weeks.length.in_weeks:
        return False
    return words.month is not None and words.length is not None and text[end:start].isspace()
