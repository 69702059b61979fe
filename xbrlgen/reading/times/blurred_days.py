"""Headings whose words of time are too damaged to be read: "Decernher 31, 1998", "6 Montlis Ended"."""

from __future__ import annotations

import re
from typing import Final

from xbrlgen.period_words import COUNTS, MONTH_NAMES, MONTHS
from xbrlgen.periods import with_years_mended

_DAY_OF: Final = re.compile(
    r"(?<![\w.])(?P<word>[A-Za-z\d|]{3,11})\.?\s+(?:[12]?\d|3[01]),\s*(?:19|20)\d\d(?!\d)"
)
# So much of a name must be left that no word of headings is near it ("Note 12, 2004").
_LIKENESS: Final = 0.5


def names_a_blurred_day(text: str) -> bool:
    """Whether a heading has a day of a year with what was the name of a month.

    >>> names_a_blurred_day("Decernher 31, 1998"), names_a_blurred_day("Note 12, 2004")
    (True, False)
    """
    words = (found["word"].lower() for found in _DAY_OF.finditer(text))
    return any(
        _likeness(word, name) >= _LIKENESS
        for word in words
        if not _begins_with_month(word)
        for name in MONTH_NAMES
    )


def _likeness(word: str, other: str) -> float:
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 (only damaged words need it)

    return Levenshtein.normalized_similarity(word, other)


def _begins_with_month(word: str) -> bool:
    """Whether a word is the name of a month, or goes on with no letter behind it."""
    return any(word[:end] in MONTHS and not word[end : end + 1].isalpha() for end in range(len(word) + 1))


# "200Z", "2OO3"; no "2024E".
_YEAR: Final = re.compile(r"(?<![\w.,$])(?:19|20)(?:\d[A-Za-z|]|[A-Za-z|]\d|[Oo]{2})(?![\w.,%])")


def names_a_blurred_year(text: str) -> bool:
    """Whether a heading has what was a year, one of whose last digits is a letter.

    >>> names_a_blurred_year("June 30, 200Z"), names_a_blurred_year("19th")
    (True, False)
    """
    return _YEAR.search(with_years_mended(text)) is not None


_COUNTED: Final = re.compile(
    rf"(?:\b\d{{1,2}}|\b(?:{'|'.join(COUNTS)}))[\s-]+(?P<word>[a-z\d|]{{4,8}})\b|\b(?P<before>[a-z\d|]{{4,8}})\s+end(?:ed|ing)\b",
    re.IGNORECASE,
)
_UNITS: Final = ("months", "weeks")
_LAST: Final = re.compile(r"\b(?P<word>en[a-z\d]{2,4})$", re.IGNORECASE)
# Letters that recognition gets wrong in a word: with one, "Mouths" is known and "Montlis" isn't.
_FEW: Final = 2


def names_a_blurred_length(segment: str) -> bool:
    """Whether what a heading seems to name, beside its time, was words of time itself.

    >>> names_a_blurred_length("6 Montlis Ended"), names_a_blurred_length("Wheels")
    (True, False)
    """
    words = {(found["word"] or found["before"]).lower() for found in _COUNTED.finditer(segment)}
    near = any(word[0] == unit[0] and 0 < _distance(word, unit) <= _FEW for word in words for unit in _UNITS)
    last = _LAST.search(segment)
    return near or (last is not None and _distance(last["word"].lower(), "ended") == 1)


def _distance(word: str, other: str) -> int:
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 (as above)

    return Levenshtein.distance(word, other)
