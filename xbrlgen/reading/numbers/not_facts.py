"""Where in a text the numbers are no facts: dates, phones, legal references, addresses and their like."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from attrs import frozen

from xbrlgen.reading.numbers.not_fact_words import PATTERNS
from xbrlgen.reading.numbers.number_leads import Numbers, find

_DIGIT: Final = re.compile(r"\d")


@frozen
class NotFact:
    """A stretch of text whose numbers are no facts, what kind it is of, and why."""

    start: int
    end: int
    kind: str
    reason: str


@lru_cache(maxsize=256)
def not_facts(text: str) -> tuple[NotFact, ...]:
    """List the stretches of a text whose numbers are no facts, the telling kinds first."""
    if _DIGIT.search(text) is None:
        return ()
    numbers = Numbers.of(text)
    return tuple(
        NotFact(*found.span(), kind, reason)
        for kind, reason, pattern in PATTERNS
        for found in find(pattern, kind, text, numbers)
    )
