"""The periods a sentence speaks of, by name or by reference to one another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import pairwise
from typing import Final

from attrs import evolve, frozen

from xbrlgen.calendars import fiscal_year_of, quarter_of
from xbrlgen.model import Period
from xbrlgen.periods import find_times
from xbrlgen.reading.sentences.clock import Clock, is_whole_year, is_year
from xbrlgen.reading.sentences.named_months import month_told
from xbrlgen.reading.sentences.prose_words import (
    AT,
    AT_END,
    COMPARED,
    ONLY_COMPARES,
    QUARTER_BEFORE,
    REFERENCES,
    THIS_QUARTER,
    THIS_YEAR,
    YEAR_BEFORE,
    YEARS_BEFORE,
)
from xbrlgen.reading.sentences.two_lengths import first_of_two, in_so_many_weeks
from xbrlgen.reading.sentences.year_stretches import is_year_to_compare, stretch_named, year_named
from xbrlgen.time_words import Length, TimeWords


class Reference(Enum):
    """How a run speaks of a period: in words of its own, or by reference to another one.

    Of the references some are ``POINTING`` ("in the prior year", "last year's"), some only ``COMPARING``
    ("than last year", "sequentially"), some neither for sure.
    """

    NONE = "none"
    POINTING = "pointing"
    LOOSE = "loose"
    COMPARING = "comparing"


@frozen
class Time:
    """A run of a sentence that speaks of a period, by name or by reference to another.

    ``coming`` is the period it means where the figure is expected: of "the first quarter", the next one.
    """

    start: int
    end: int
    period: Period | None
    reference: Reference = Reference.NONE
    derived: tuple[str, ...] = ()
    coming: Period | None = None

    @property
    def is_reference(self) -> bool:
        """Whether it only says with what something is compared."""
        return self.reference is Reference.COMPARING


@frozen
class _Run:
    """A run that speaks of time: its words, or the pattern that refers to another time, or both."""

    start: int
    end: int
    words: TimeWords | None = None
    pattern: re.Pattern[str] | None = None


@frozen
class _Told:
    """The periods told so far: ``base``, which references refer to, and ``beside``, the one named last."""

    base: Period | None = None
    beside: Period | None = None

    def with_named(self, period: Period | None) -> _Told:
        return _Told(period or self.base, period or self.beside)


def times_of(text: str, clock: Clock, inherited: Period | None) -> Iterator[Time]:
    """List the periods a sentence speaks of, references resolved against the one named before them."""
    told = _Told(inherited or clock.current)
    for run in _joined(text, _runs(text)):
        time, told = _time(text, run, clock, told)
        if time is not None:
            yield time


def _time(text: str, run: _Run, clock: Clock, told: _Told) -> tuple[Time | None, _Told]:
    """What period a run means, if any, and what is told with it."""
    if run.words is None:
        return _pointed_to(text, run, clock, told)
    if run.pattern is None:
        return _named(text, run, run.words, clock, told)
    period = _in_another_year(run, clock)
    return Time(run.start, run.end, period, derived=_REFERRED), evolve(told, beside=period or told.beside)


def _pointed_to(text: str, run: _Run, clock: Clock, told: _Told) -> tuple[Time, _Told]:
    """The period that a run without a name means: one of the release itself, or one before another."""
    if run.pattern is AT_END:
        return Time(run.start, run.end, clock.end, derived=("end of the period reported",)), told
    if run.pattern in _OF_THE_RELEASE:
        period = clock.year if run.pattern is THIS_YEAR else clock.quarter
        return Time(run.start, run.end, period, derived=("period of the release",)), told.with_named(period)
    reference = _reference(text, run)
    known = reference is Reference.COMPARING or _is_clear(text, run, told.base)
    now = clock.quarter if _QUARTER.search(text, run.start, run.end) else told.base
    period = clock.before(now, quarters=_quarters(text, run), year=year_named(text, run.end))
    return Time(run.start, run.end, period if known else None, reference, _REFERRED), told


def _named(text: str, run: _Run, words: TimeWords, clock: Clock, told: _Told) -> tuple[Time | None, _Told]:
    """The period that a run names; what is not over yet is only expected, and nothing refers to it."""
    month = month_told(text, run.start, words)
    if month is not None:
        return Time(run.start, run.end, month, derived=_MONTH_NAMED), evolve(told, beside=month)
    stretch = stretch_named(text, run.end, words, clock, told.beside or told.base)
    if stretch is not None:
        end, period = stretch
        return Time(run.start, end, period, derived=_SAME_STRETCH), told.with_named(period)
    if is_year_to_compare(text, run.start, words, told.base, told.beside):
        again = None if clock.is_year_over else clock.before(told.base, year=words.year)
        return Time(run.start, run.end, again, derived=_SAME_STRETCH), evolve(told, beside=again)
    resolved = clock.resolve(words, told.beside)
    if (words.is_to_date and clock.is_year_over) or _is_open_year(words, clock):
        return Time(run.start, run.end, None, coming=clock.coming(words)), _Told()
    period = resolved.period
    if period is None or not _is_period(text, run.start, period, is_said=words.is_instant):
        return (Time(run.start, run.end, None) if words.quarter and not period else None), told
    time = Time(run.start, run.end, period, derived=resolved.derived, coming=clock.coming(words))
    return time, _Told(told.base if COMPARED.search(text[: run.start]) else period, period)


_OF_THE_RELEASE: Final = frozenset({THIS_YEAR, THIS_QUARTER})


_SAME_STRETCH: Final = ("the same stretch of another year",)
_MONTH_NAMED: Final = ("the month that the sentence names",)
_REFERRED: Final = ("period by reference to another",)
# A period and a year it is of: "the third quarter of last year", "last year's third quarter".
_OF_YEAR: Final = re.compile(r"\s*(?:,?\s*(?:of|in|from|for)\s+)?(?:(?:the|a|our)\s+)?$", re.IGNORECASE)
_YEARS_OWN: Final = re.compile(r"\s+(?:fiscal\s+)?", re.IGNORECASE)
_POINTS: Final = re.compile(r"\b(?:in|for|during|of|at)\s+(?:(?:the|our)\s+)?$", re.IGNORECASE)
_POSSESSIVE: Final = re.compile(r"['’]s?(?=\s)")
_QUARTER: Final = re.compile(r"\bquarter\b", re.IGNORECASE)
_STRETCH: Final = re.compile(r"\b(?:quarter|period|month|week)", re.IGNORECASE)
_FIRST: Final = re.compile(r"\bfirst\s+$", re.IGNORECASE)
_OF_MONTH: Final = re.compile(r"\s+(?:fiscal\s+)?quarter\b", re.IGNORECASE)
# "At" alone, as in "at an average price", is no time.
_ONLY_AT: Final = TimeWords(is_instant=True)
_COUNTS: Final = {"two": 2, "three": 3, "four": 4, "five": 5}


def _runs(text: str) -> list[_Run]:
    """List the runs that speak of time, by words of their own or by a pattern that refers to another."""
    references = [
        _Run(found.start(), _with_possessive(text, found.end()), _quarter_in(found[0]), pattern)
        for pattern in _referring(text.lower())
        for found in pattern.finditer(text)
    ]
    named = [
        _quarter_of_month(text, _from_the_first(text, _Run(span.start, span.end, span.words)))
        for span in find_times(text)
        if span.words != _ONLY_AT
        and not any(run.start <= span.start and span.end <= run.end for run in references)
    ]
    named = [run for run, after in pairwise([*named, None]) if run and not _is_measured(text, run, after)]
    shorter = [
        _Run(*found) for run in named if run.words and (found := first_of_two(text, run.start, run.words))
    ]
    return sorted([*named, *shorter, *references], key=lambda run: (run.start, run.end))


def _is_measured(text: str, run: _Run, after: _Run | None) -> bool:
    """Whether a run but says how many weeks the year right behind it has."""
    words = after.words if after else None
    return bool(after and words and in_so_many_weeks(text, run.end, run.words, after.start, words))


def _referring(small: str) -> Iterator[re.Pattern[str]]:
    """The patterns that may be in a text, of which this is the form in small letters."""
    return (pattern for pattern, words in REFERENCES if any(word in small for word in words))


def _quarter_in(reference: str) -> TimeWords | None:
    """The quarter that a reference names: "the prior-year fourth quarter"."""
    return next((span.words for span in find_times(reference) if span.words.quarter), None)


def _is_open_year(words: TimeWords, clock: Clock) -> bool:
    """Whether words speak of the whole year while it is not over."""
    return words == TimeWords(length=words.length) and is_whole_year(words) and not clock.is_year_over


def _with_possessive(text: str, end: int) -> int:
    found = _POSSESSIVE.match(text, end)
    return found.end() if found else end


def _from_the_first(text: str, run: _Run) -> _Run:
    """The run with "first" before a length: so many months from the beginning of a fiscal year."""
    found = _FIRST.search(text, 0, run.start)
    months = run.words.length.months if run.words and run.words.length else None
    if found is None or run.words is None or run.words.month or months not in (3, 6, 9):
        return run
    return _Run(found.start(), run.end, evolve(run.words, quarter=months // 3))


def _quarter_of_month(text: str, run: _Run) -> _Run:
    """The run with "quarter" behind a month: "the June 2021 quarter" ends with that month."""
    words, found = run.words, _OF_MONTH.match(text, run.end)
    if found is None or words is None or not words.month or words.length:
        return run
    return _Run(run.start, found.end(), evolve(words, length=Length(3)))


def _joined(text: str, runs: Sequence[_Run]) -> Iterator[_Run]:
    """The runs, with a period and the year it is said to be of made one."""
    held: _Run | None = None
    for run in runs:
        one = _one(text, held, run) if held else None
        if one is None and held is not None:
            yield held
        held = one or run
    if held is not None:
        yield held


def _one(text: str, first: _Run, second: _Run) -> _Run | None:
    if (first.words is None) == (second.words is None):
        return None
    words, year, glue = (
        (first.words, second.pattern, _OF_YEAR) if first.words else (second.words, first.pattern, _YEARS_OWN)
    )
    said = text[first.start : first.end] if second.words else text[second.start : second.end]
    undated = words is not None and not (words.year or words.fiscal_year or words.month or words.end)
    fits = undated and year in (YEAR_BEFORE, THIS_YEAR) and not ONLY_COMPARES.search(said)
    if not fits or glue.fullmatch(text, first.end, second.start) is None:
        return None
    return _Run(first.start, second.end, words, year)


def _in_another_year(run: _Run, clock: Clock) -> Period | None:
    """The period of the words in the fiscal year of the release, or in the one before it."""
    newest = clock.calendar.period_end
    year = fiscal_year_of(newest, clock.calendar) if newest else None
    if year is None or run.words is None:
        return None
    months = run.words.length.months if run.words.length else None
    quarter = run.words.quarter or (months // 3 if months in (6, 9) else None)
    now = quarter_of(newest, clock.calendar) if months == 3 else None
    named = evolve(run.words, fiscal_year=year - (run.pattern is not THIS_YEAR), quarter=quarter or now)
    return clock.resolve(named).period


def _is_clear(text: str, run: _Run, base: Period | None) -> bool:
    """Whether a reference says how long its period is; "last year" is the year, or the quarter a year ago."""
    said = _STRETCH.search(text, run.start, run.end) is not None
    return said or (base is not None and is_year(base))


def _quarters(text: str, run: _Run) -> int:
    """How many quarters back a reference goes."""
    if run.pattern is QUARTER_BEFORE:
        return 1
    count = text[run.start : run.end].split(maxsplit=1)[0] if run.pattern is YEARS_BEFORE else "1"
    return 4 * (_COUNTS.get(count.lower()) or int(count))


def _reference(text: str, run: _Run) -> Reference:
    if ONLY_COMPARES.search(text[run.start : run.end]) or COMPARED.search(text, 0, run.start):
        return Reference.COMPARING
    points = _POINTS.search(text, 0, run.start) or _POSSESSIVE.search(text, run.start, run.end + 1)
    return Reference.POINTING if points else Reference.LOOSE


def spans_of_time(text: str) -> Iterator[tuple[int, int]]:
    """Give every run of a sentence that speaks of time, a period or just a date."""
    yield from ((span.start, span.end) for span in find_times(text))


def _is_period(text: str, start: int, period: Period, *, is_said: bool) -> bool:
    """Whether figures can be for it: a date that is not said to be "at" or "as of" is just a date."""
    return not period.is_instant or is_said or AT.search(text, 0, start) is not None
