"""Years that only say of which of them the same stretch is: "the 2006 quarter", "$0.20 in 2011"."""

from __future__ import annotations

import re
from typing import Final

from xbrlgen.calendars import fiscal_year_of
from xbrlgen.model import Period
from xbrlgen.reading.sentences.clock import Clock, date_of, is_year
from xbrlgen.reading.sentences.prose_words import COMPARED
from xbrlgen.time_words import TimeWords


def stretch_named(
    text: str, end: int, words: TimeWords, clock: Clock, spoken_of: Period | None
) -> tuple[int, Period | None] | None:
    """Where "quarter" or "period" behind a bare year ends, and which it is: the one reported, of that year.

    Nothing tells which one where fiscal years have another number than the years they end in.
    """
    found = _STRETCH.match(text, end) if is_bare(words) else None
    newest = clock.calendar.period_end
    if found is None or newest is None:
        return None
    known = clock.quarter if found[1].lower() == "quarter" else spoken_of
    is_clear = fiscal_year_of(newest, clock.calendar) == newest.year
    if known is None or known.is_instant or not is_clear or date_of(known.end).year < newest.year - 1:
        return found.end(), None
    return found.end(), clock.before(known, year=words.year)


_STRETCH: Final = re.compile(r"\s+(?:fiscal\s+|calendar\s+)?(quarter|period)\b(?!\s+end)", re.IGNORECASE)


def is_bare(words: TimeWords) -> bool:
    """Whether words name a year and nothing else."""
    return words.year is not None and words == TimeWords(year=words.year)


def is_year_to_compare(
    text: str, start: int, words: TimeWords, base: Period | None, beside: Period | None
) -> bool:
    """Whether a bare year only says with what a period is compared that nothing named: "$0.20 in 2011".

    It is the same stretch of that year; where a year has just ended, it may be all of it as well.
    """
    unnamed = beside is None and base is not None and not is_year(base)
    said = is_bare(words) and unnamed and _IN_YEAR.search(text, 0, start) is not None
    return said and COMPARED.search(text, 0, start) is not None


_IN_YEAR: Final = re.compile(r"\b(?:in|for|during)\s+$", re.IGNORECASE)


def year_named(text: str, end: int) -> int | None:
    """The year named right behind a place: "the same quarter of 2006"."""
    found = re.match(r"\s*(?:,|of|in|for|last|fiscal|\s)*((?:19|20)\d\d)", text[end:])
    return int(found[1]) if found else None
