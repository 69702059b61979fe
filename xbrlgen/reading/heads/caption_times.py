"""What captions say of time: for a whole table, or for its columns where a conversion left headings there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from attrs import evolve

from xbrlgen.period_words import YEAR
from xbrlgen.periods import find_times, read_time, unglued
from xbrlgen.reading.tables.table import Table
from xbrlgen.reading.words import column_words
from xbrlgen.time_words import TimeWords, combine


def caption_time(table: Table) -> TimeWords:
    """What the captions and the corner say of time, as far as they say one thing."""
    corner = "" if _has_rows_of_years(table) else table.corner
    said = (_COMPARED.split(text)[0] for text in (*table.captions, corner))
    texts = [text for text in said if _speaks_of_time(text)]
    begun = [text for text in texts if read_time(text).start]
    if begun:
        told = any(span.words.length for span in find_times(begun[-1]))
        return TimeWords() if told else read_time(begun[-1])
    spans = [span.words for text in texts for span in find_times(text)]
    lengths = {span.length for span in spans if span.length}
    time = combine(spans)
    if len(lengths) > 1:
        time = evolve(time, length=None)
    return time


def _has_rows_of_years(table: Table) -> bool:
    """Whether rows are years, as those of payments to come: "Year" over them tells nothing of the columns."""
    return sum(_YEAR.match(line.label) is not None for line in table.lines) > 1


_YEAR: Final = re.compile(rf"\W*(?:fiscal |fy ?)?{YEAR}\b(?!.*\d)", re.IGNORECASE)


def days_by_year(captions: Sequence[str]) -> dict[int, TimeWords]:
    """The days that one caption names for columns of years: "As of June 30, 2019 and December 31, 2018"."""
    for caption in reversed(captions):
        days = [span.words for span in find_times(caption) if span.words.end]
        years = [words.year for words in days if words.year]
        if len({(words.month, words.day) for words in days}) > 1 and len(set(years)) == len(days):
            at_once = any(words.is_instant for words in days)
            return {year: evolve(day, is_instant=at_once) for year, day in zip(years, days, strict=True)}
    return {}


def names_lengths(table: Table) -> bool:
    """Whether the captions name periods of several lengths, so that what they date is no moment."""
    spans = [span.words for text in table.captions for span in find_times(text) if not text.endswith(".")]
    return len({words.length for words in spans if words.length}) > 1


# What is compared comes first: "Third Quarter 2024 vs. 2023".
_COMPARED: Final = re.compile(r"\s(?:vs\.?|versus|compared (?:to|with)|as against)\s", re.IGNORECASE)


def _speaks_of_time(text: str) -> bool:
    """Whether a caption is about a period: it names its kind, or is little else than a date."""
    if text.endswith("."):
        return False
    # A date with a word or two beside it; a title that mentions a year has more words than digits.
    return bool(_PERIOD_WORDS.search(text)) or len(without_time(text)) < 0.4 * len(text)


_PERIOD_WORDS: Final = re.compile(
    r"\b(?:end(?:ed|ing)|as (?:of|at)|quarter|months?|weeks?|years?|fiscal|ytd|q[1-4]|[1-4]q|ttm|trailing)"
    r"|\bperiod from\b",
    re.IGNORECASE,
)


def listed_times(captions: Sequence[str]) -> list[TimeWords]:
    """The times of columns that captions list: lines of dates, or of days and then of years, or one line."""
    lines = [caption for caption in captions if caption and not without_time(caption).strip(" ,.")]
    return _paired([read_time(line) for line in lines]) or _listed(captions)


def _listed(captions: Sequence[str]) -> list[TimeWords]:
    """The days that one caption lists and that it says nothing else but: "As of June 30, 2013 and 2012"."""
    for caption in reversed(captions):
        times = [span.words for span in find_times(caption)]
        if (
            len(times) > 1
            and all(time.end for time in times)
            and not column_words.SAYS_NO_SEGMENT.sub("", without_time(caption))
        ):
            return times
    return []


def _paired(times: Sequence[TimeWords]) -> list[TimeWords]:
    """Whole dates from fragments: a day and the year after it, or all days and then all years."""
    whole = [time for time in times if time.end]
    days = [time for time in times if time.month and not time.year]
    years = [time for time in times if time.year and not time.month]
    if days and len(days) == len(years):
        return [day.over(year) for day, year in zip(days, years, strict=True)]
    return whole if not days else []


def periods_named(captions: Sequence[str]) -> list[TimeWords]:
    """The lengths with days that captions name in order, one below the other or side by side."""
    spans = [span.words for text in captions for span in find_times(text) if not text.endswith(".")]
    timed = [words for words in spans if words.length]
    days = [words for words in spans if words.month and not words.length]
    if any(words.year or words.quarter for words in spans):
        return []
    if len(days) == 1:
        days *= len(timed)
    if not days:
        return [words for words in timed if words.month]
    return (
        [words.over(day) for words, day in zip(timed, days, strict=True)] if len(days) == len(timed) else []
    )


@lru_cache(maxsize=256)
def without_time(text: str) -> str:
    """The text without what it says of time."""
    text = unglued(text)
    spans = list(find_times(text))
    for span in reversed(spans):
        text = text[: span.start] + " " + text[span.end :]
    return text.strip()
