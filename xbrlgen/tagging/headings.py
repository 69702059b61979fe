"""What headings of columns say beside the period."""

from __future__ import annotations

import re

from xbrlgen.tagging.words import key

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
