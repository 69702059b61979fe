"""Whether the words of a sentence name a measure, or are a piece of the sentence."""

from __future__ import annotations

import re
from functools import lru_cache

from xbrlgen.reading.sentences.prose_words import GROWTH_OF
from xbrlgen.tagging.known.tables import lines


@lru_cache(maxsize=1)
def _unnamed() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in lines("rules-unnamed.tsv"))


def is_no_name(subject: str) -> bool:
    """Whether the words can't be the name of a measure.

    >>> is_no_name("grew despite higher expenses"), is_no_name("Subscription and support revenues")
    (True, False)
    """
    return any(pattern.search(subject.lower()) for pattern in _unnamed())


def named(subject: str, *, grows: bool) -> str:
    """The words as a name: no capitals throughout, and of "revenue growth" the revenue where a rate follows.

    >>> named("NET REVENUES", grows=False), named("Organic revenue growth", grows=True)
    ('Net revenues', 'Organic revenue')
    """
    plain = GROWTH_OF.sub("", subject) if grows else subject
    return plain.capitalize() if plain.isupper() and " " in plain else plain
