"""Days in headings whose months are too damaged to be read: "Decernher 31, 1998"."""

from __future__ import annotations

import re
from typing import Final

from rapidfuzz.distance import Levenshtein

from xbrlgen.period_words import MONTH, MONTH_NAMES

_DAY_OF: Final = re.compile(
    rf"(?<![\w.])(?!(?i:{MONTH}))(?P<word>[A-Za-z\d|]{{3,11}})\.?\s+(?:[12]?\d|3[01]),\s*(?:19|20)\d\d(?!\d)"
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
        Levenshtein.normalized_similarity(word, name) >= _LIKENESS for word in words for name in MONTH_NAMES
    )
