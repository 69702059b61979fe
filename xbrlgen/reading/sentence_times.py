"""The periods a sentence speaks of, by name or by reference to one another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from xbrlgen.model import Period
from xbrlgen.periods import TimeWords, find_times
from xbrlgen.reading.clock import Clock
from xbrlgen.reading.prose_words import (
    AT,
    COMPARED,
    QUARTER_BEFORE,
    THIS_QUARTER,
    THIS_YEAR,
    YEAR_BEFORE,
)


@frozen
class Time:
    """A run of a sentence that speaks of a period, by name or by reference to another."""

    start: int
    end: int
    period: Period | None
    is_reference: bool = False
    derived: tuple[str, ...] = ()


def times_of(text: str, clock: Clock, inherited: Period | None) -> Iterator[Time]:
    """List the periods a sentence speaks of, references resolved against the one named before them."""
    base = inherited or clock.current
    beside: Period | None = None
    for start, end, words, pattern in _runs(text):
        if pattern in _OF_THE_RELEASE:
            period = clock.year if pattern is THIS_YEAR else clock.current
            yield Time(start, end, period, derived=("period of the release",))
            base, beside = period or base, period or beside
        elif words is None:
            quarters = 1 if pattern is QUARTER_BEFORE else 4
            period = clock.before(base, quarters=quarters, year=_year_named(text, end))
            yield Time(start, end, period, is_reference=True, derived=("period by reference to another",))
        else:
            resolved = clock.resolve(words, beside)
            if resolved.period and _is_period(text, start, resolved.period, is_said=words.is_instant):
                yield Time(start, end, resolved.period, derived=resolved.derived)
                beside = resolved.period
                base = base if COMPARED.search(text[:start]) else beside


_OF_THE_RELEASE: Final = frozenset({THIS_YEAR, THIS_QUARTER})


def _runs(text: str) -> list[tuple[int, int, TimeWords | None, re.Pattern[str] | None]]:
    """List the runs that speak of time, by words of their own or by a pattern that refers to another."""
    references = [
        (found.start(), found.end(), None, pattern)
        for pattern in (YEAR_BEFORE, QUARTER_BEFORE, THIS_YEAR, THIS_QUARTER)
        for found in pattern.finditer(text)
    ]
    named = [
        (span.start, span.end, span.words, None)
        for span in find_times(text)
        if not any(start <= span.start and span.end <= end for start, end, _, _ in references)
    ]
    return sorted([*named, *references], key=lambda each: each[:2])


def spans_of_time(text: str) -> Iterator[tuple[int, int]]:
    """Give every run of a sentence that speaks of time, a period or just a date."""
    yield from ((span.start, span.end) for span in find_times(text))


def _is_period(text: str, start: int, period: Period, *, is_said: bool) -> bool:
    """Whether figures can be for it: a date that is not said to be "at" or "as of" is just a date."""
    return not period.is_instant or is_said or AT.search(text, 0, start) is not None


def _year_named(text: str, end: int) -> int | None:
    found = re.match(r"\s*(?:,|of|in|for|last|fiscal|\s)*((?:19|20)\d\d)", text[end:])
    return int(found[1]) if found else None
