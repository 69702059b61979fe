"""Months that a sentence names as the time of what it tells: "In July 2012, we sold 400 shares"."""

from __future__ import annotations

import re
from typing import Final

from xbrlgen.calendars import month_end
from xbrlgen.model import Period
from xbrlgen.time_words import TimeWords


def month_told(text: str, start: int, words: TimeWords) -> Period | None:
    """The month that words from ``start`` on name; none where it is another thing's: "due in July 2012"."""
    if words.month is None or words.year is None or words != TimeWords(month=words.month, year=words.year):
        return None
    told = _IN_MONTH.search(text, 0, start)
    if told is None or (told["clause"] is None and _OF_OTHER_THINGS.search(text, 0, told.start())):
        return None
    last = month_end(words.year, words.month)
    return Period.duration(last.replace(day=1), last)


# At the beginning of a clause a month is when all of it happened.
_IN_MONTH: Final = re.compile(
    r"(?P<clause>^\W*|[;.]\s+)?\b(?:in|during|for(?: the month of)?)\s+(?:(?:early|mid|late)[\s-]+)?$",
    re.IGNORECASE,
)
# What happened to a thing, and not to the figure: "which was acquired in March 2011".
_OF_OTHER_THINGS: Final = re.compile(
    r"\b(?:which|that|who|where|due|payable|effective|\w+ed|begun|began|merger|sale|purchase|disposition"
    r"|offering|acquisition|closing|opening|launch|beginning|starting|ending|until|through|since)"
    r"(?:\s+(?:and|on|by|to|into|out|back|again|early|completed))*\s*$",
    re.IGNORECASE,
)
