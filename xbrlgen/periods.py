"""What headings and sentences say of time: "Thirteen Weeks Ended ...", "Q3 2013", "as of June 30"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from attrs import evolve, frozen

from xbrlgen.period_atoms import read_atom
from xbrlgen.period_words import (
    ATOM,
    DIGITS_MISREAD,
    FROM_TO,
    GLUED_WORDS,
    LINK,
    MISREAD_YEAR,
    OPEN_END,
    OWN,
)
from xbrlgen.time_words import Length, TimeWords, combine, with_year


@frozen
class TimeSpan:
    """A run of text that speaks of one time."""

    start: int
    end: int
    words: TimeWords


@lru_cache(maxsize=512)
def read_time(text: str) -> TimeWords:
    """What a heading says of time, all of it taken together.

    >>> read_time("Three Months Ended September 30, 2013").end
    datetime.date(2013, 9, 30)
    """
    text = unglued(text)
    words = combine(read_atom(match) for match in ATOM.finditer(text))
    if words.end and OPEN_END.search(text):
        return TimeWords(start=words.end)
    named = FROM_TO.search(text) if words.end else None
    if named is None or words.end is None:
        return words
    first = combine(read_atom(match) for match in ATOM.finditer(named[1] or named[2]))
    start = _first_day(first, words.end)
    last = combine(read_atom(match) for match in ATOM.finditer(text, named.end()))
    if last.year and not last.month:  # "from March 2, 1999 to 2003" doesn't end in March
        return evolve(words, start=start, month=None, day=None)
    if first.year and last.month and not last.year:  # the year of the last day may stand below
        return evolve(words, start=start, year=None)
    return evolve(words, start=start)


def _first_day(first: TimeWords, last: date) -> date | None:
    """The first day of a period; without a year of its own it is the newest before the last day."""
    day = with_year(first, first.year or last.year).end
    return day if first.year or day is None or day < last else with_year(first, last.year - 1).end


def unglued(text: str) -> str:
    """The text with a blank where a line break of a heading was lost: "EndedMarch 31,", "June 302024"."""
    return with_years_mended(GLUED_WORDS.sub(" ", text))


def with_years_mended(text: str) -> str:
    """The text with the noughts and ones of years that recognition took for letters: "2OO5", "200l".

    >>> with_years_mended("April 30, 2OO5"), with_years_mended("SOOT 200Z")
    ('April 30, 2005', 'SOOT 200Z')
    """
    return MISREAD_YEAR.sub(lambda found: found[0].translate(DIGITS_MISREAD), text)


def find_times(text: str) -> Iterator[TimeSpan]:
    """The runs of a sentence that speak of time, in order.

    >>> [span.words.quarter for span in find_times("up from the second quarter of fiscal 2013.")]
    [2]
    """
    yield from _times(text)


@lru_cache(maxsize=256)
def _times(text: str) -> tuple[TimeSpan, ...]:
    return tuple(_found_times(text))


def _found_times(text: str) -> Iterator[TimeSpan]:
    current: TimeSpan | None = None
    for match in ATOM.finditer(text):
        if match.lastgroup == "lone":
            continue
        atom = TimeSpan(match.start(), match.end(), read_atom(match))
        if current is not None and _continues(text, current, atom):
            current = TimeSpan(current.start, atom.end, _said_on(text, current, atom))
            continue
        if current is not None:
            yield current
        current = atom
    if current is not None:
        yield current


def _said_on(text: str, before: TimeSpan, after: TimeSpan) -> TimeWords:
    """Both together; what only names the date before it ("June 30, 2013, its second quarter") adds to it."""
    apart = text[before.end : after.start].lower()
    if before.words.end and after.words.quarter and not after.words.end and OWN.search(apart):
        return evolve(
            before.words, quarter=after.words.quarter, fiscal_year=after.words.fiscal_year or after.words.year
        )
    return before.words.over(after.words)


_ALL_YEAR = TimeWords(length=Length(12))


def _continues(text: str, before: TimeSpan, after: TimeSpan) -> bool:
    said, more = before.words, after.words
    if said == TimeWords(length=more.length, fiscal_year=said.fiscal_year) and more == _ALL_YEAR:
        # "Fiscal 2018 full year" says twice that it is all of it.
        return text[before.end : after.start].isspace()
    if said.length and more.length and not more.fiscal_year:
        return False
    if (said.quarter and more.length and not more.fiscal_year) or (
        said.year and more.year and not more.month
    ):
        return False
    if (said.month and more.month) or (said.quarter and more.quarter):
        return False
    return LINK.fullmatch(text, before.end, after.start) is not None
