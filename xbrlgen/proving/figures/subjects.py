"""What the figures are called that several statements show: the names by which they are known to be one.

The patterns cover the captions of Regulation S-X articles 5-02 and 5-03 and of ASC 230, as issuers vary
them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from xbrlgen.proving.figures.words import says_total

_CASH_FLOW: Final = r"^\W*(?:net\s)?cash\s(?:flows?\s)?\W*(?:provided|used|from|generated|\(used)\W.*"

_AFTER: Final = r"in accordance.*|as reported|gaap|\d|\W"

_PATTERNS: Final = {
    "net income": (
        r"^\W*(?:gaap\W+)?(?:consolidated\s)?net\W+(?:(?:income|loss|earnings|or|and)\b\W*)+(?:"
        + _AFTER
        + r")*$",
    ),
    "total assets": (r"^\W*total\sassets\W*$",),
    "total liabilities and equity": (
        r"^\W*total\sliabilit\w+\b.*\b(?:equity|deficit|deficiency|capital|(?<!minority\s)(?<!controlling\s)interests?)\b",
    ),
    "total liabilities": (r"^\W*total\sliabilities\W*$",),
    "total equity": (
        r"^\W*total\s(?:\w+\W+)?(?:share|stock)holders\W+(?:equity|deficit)\W*$",
        r"^\W*total\sequity\W*$",
    ),
    "cash end": (r"\bcash\b.*\b(?:end|ending)\b", r"\b(?:end|ending)\b.*\bcash\b"),
    "cash begin": (r"\bcash\b.*\bbeginning\b", r"\bbeginning\b.*\bcash\b"),
    "cash": (
        r"^\W*cash(?:,)?(?:\sand)?\scash\sequivalents(?:\W+(?:and\s)?restricted\scash)?\W*$",
        r"^\W*cash(?:\sbalance)?\W*$",
    ),
    "operating cash flow": (
        _CASH_FLOW + r"\boperat",
        r"^\W*(?:net\s)?(?:operating\scash\sflows?\W*$|cash\s(?:flows?\s)?from\soperations\W*$)",
    ),
    "investing cash flow": (_CASH_FLOW + r"\binvest",),
    "financing cash flow": (_CASH_FLOW + r"\bfinanc",),
    "change in cash": (r"^\W*(?:net\W+)?(?:change|\(?(?:increase|decrease))\b.*\bin\scash\b",),
    "revenue": (
        r"^\W*(?:total\s)?(?:net\s)?(?:operating\s)?(?:revenues?|sales)(?:,?\snet)?\W*$",
        r"^\W*total\s(?:net\s)?(?:sales|revenues?)\b(?!.*\b(?:costs?|expenses?)\b)",
        r"^\W*sales\sto\scustomers\W*$",
    ),
    "gross profit": (r"^\W*gross\s(?:profit|margin)\W*$",),
    "operating income": (
        r"^\W*(?:total\s)?(?:gaap\s)?\(?operating\W+(?:income|profit|loss|earnings)\b",
        r"^\W*\(?(?:income|loss|earnings|profit)\W+(?:\w+\W+)?from\soperations",
    ),
    "pretax income": (r"\b(?:income|loss|earnings)\b.*\bbefore\b.*\btax",),
    "income tax": (
        r"^\W*\(?(?:benefit|provision)\b.*\btax",
        r"^\W*income\stax(?:es)?\b",
        r"^\W*provision\sfor\s(?:income\s)?taxes",
    ),
    "stock compensation": (
        r"\b(?:stock|share|equity|unit)\W?(?:s\W)?based\b.*\bcompensation",
        r"\bstock\scompensation",
        r"\b(?:stock|share)\W(?:based\W)?(?:payment|award)",
    ),
}

_COMPILED: Final = tuple(
    (name, re.compile("|".join(patterns), re.IGNORECASE)) for name, patterns in _PATTERNS.items()
)

# The known figures that sum others up.
_SUMMED: Final = frozenset(
    {
        "gross profit",
        "operating income",
        "pretax income",
        "net income",
        "operating cash flow",
        "investing cash flow",
        "financing cash flow",
        "change in cash",
        "cash end",
    }
)


_ENUMERATED: Final = re.compile(r"^\W*(?:\(?[a-z]\)|\(?\d{1,2}\))\s+", re.IGNORECASE)
"""The "(a)" of an enumerated row."""


@lru_cache(maxsize=8192)
def subject_of(label: str) -> str:
    """The name of the known figure a label is for, empty where it is for none.

    >>> subject_of("Net (loss) income"), subject_of("Net income per share")
    ('net income', '')
    """
    name = _ENUMERATED.sub("", label)
    return next((subject for subject, pattern in _COMPILED if pattern.search(name)), "")


@lru_cache(maxsize=1024)
def names_total(label: str) -> bool:
    """Whether a label names a total, or a known figure that sums others up.

    >>> [names_total(label) for label in ("Total assets", "Net income", "Goodwill")]
    [True, True, False]
    """
    return says_total(label) or subject_of(label) in _SUMMED
