"""What headings of columns say beside the period."""

from __future__ import annotations

import re
from functools import lru_cache

from xbrlgen.tagging.known.tables import rows
from xbrlgen.tagging.known.words import key

PREVIOUS = re.compile(r"previously reported|as originally reported", re.IGNORECASE)
_WHOLE = re.compile(
    r"^(total(?! (reportable |operating |business )*segment)|consolidated|company|combined|gaap|reported)\b|"
    r"^$|"
    r"\b(worldwide|grand|company|consolidated|enterprise|firm|group) total$|"
    r"\b(compared|quarter|month|year|week|ended|period)\b"
)


def is_whole(segment: str) -> bool:
    """Whether what a column is for is the whole company, or no part of it at all."""
    return _WHOLE.search(key(segment)) is not None


@lru_cache(maxsize=1)
def _parts() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    return tuple((re.compile(pattern), axis, member) for pattern, axis, member in rows("rules-columns.tsv"))


def told_part(segment: str) -> tuple[str, str]:
    """The axis and standard member of a part that has a name everywhere: "Eliminations"; empty for others.

    >>> told_part("Corporate")
    ('ConsolidationItemsAxis', 'CorporateNonSegmentMember')
    """
    words = key(segment)
    return next(((axis, name) for pattern, axis, name in _parts() if pattern.search(words)), ("", ""))
