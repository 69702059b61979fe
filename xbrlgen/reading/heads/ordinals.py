"""Columns that are headed by ordinals alone: "First | Second | Third | YTD" are quarters of a year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from attrs import evolve

from xbrlgen.period_words import ORDINALS
from xbrlgen.reading.tables.heading import Heading
from xbrlgen.time_words import TimeWords

_NOTE: Final = re.compile(r"\s*(?:\((?:\d|[a-z])\)|[*†‡]+|[¹²³⁴⁵⁶])")


def with_ordinal_quarters(headings: Sequence[Heading]) -> tuple[Heading, ...]:
    """The headings; where ordinals follow each other over two columns or more, they count quarters."""
    counts = [_counted(heading) for heading in headings]
    following = {
        at
        for at, (one, two) in enumerate(pairwise(counts))
        if one is not None and two is not None and abs(two - one) == 1
    }
    quarters = following | {at + 1 for at in following}
    return tuple(
        evolve(each, time=each.time.over(TimeWords(quarter=counts[at])), segment="")
        if at in quarters
        else each
        for at, each in enumerate(headings)
    )


def _counted(heading: Heading) -> int | None:
    """The quarter that the last word over a column counts, where it is nothing but an ordinal."""
    last = _NOTE.sub("", heading.texts[-1]).lower() if heading.texts else ""
    said = heading.time
    return None if said.quarter or said.month or said.length else ORDINALS.get(last)
