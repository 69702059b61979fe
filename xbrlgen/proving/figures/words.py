"""What the words of a label say about arithmetic: which rows are totals, which are taken off, what they name.

The words are those of United States earnings releases (the labels of Regulation S-X articles 5 and 7 and
what issuers make of them). They only weigh the evidence: no word alone makes an identity.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

# Labels of rows that are sums of what stands above them.
_TOTAL: Final = re.compile(
    r"""^\W*(?:sub-?)?total\b|\btotals?\W*$|^\W*net\W|\bgross\s(?:profit|margin|loss)\b|\bbefore\b|\bnon-?gaap\b|\badjusted\b
    |\b(?:income|loss|profit|earnings)\W+(?:\w+\W+)?from\s(?:continuing\s)?operations\b
    |\boperating\W+(?:income|profit|loss|earnings|margin)\b|\bebitda\b|\bfree\scash\sflow\b|(?<!other\s)\bcomprehensive\s(?:income|loss)\b
    |\bcash\W.*\bend(?:ing)?\b|\bend(?:ing)?\s(?:of|cash|balance)|\bconsolidated\b|\b(?:provided|used)\W.*\b(?:by|in)\b
    |\b(?:increase|decrease)\W.*\bin\s(?:cash|restricted)|\bnet\s(?:income|loss|earnings|sales|revenues?)\b|\battributable\sto\b""",
    re.IGNORECASE | re.VERBOSE,
)

# Names of what is subtracted where it is printed as a positive number, and of what is added.
_TAKEN_OFF: Final = re.compile(
    r"""\b(?:costs?|expenses?|expenditures?|provision|tax(?:es)?|less|loss(?:es)?|deduct\w*|dividends?|amortization
    |depreciation|impairments?|charges?|restructuring|marketing|administrative|selling|research|development|purchases?
    |repurchases?|payments?|contra|treasury|allowances?|interest|noncontrolling|non-controlling|minority)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_ADDED: Final = re.compile(
    r"\b(?:income|revenues?|sales|gains?|benefits?|proceeds|earnings|profits?|fees|equity\sin)\b",
    re.IGNORECASE,
)
_BRACKETED: Final = re.compile(r"\([^()]*\)")
_WORD: Final = re.compile(r"[a-z]+|\d+")

# Words without meaning for what a row measures.
_EMPTY: Final = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "gaap",
        "general",
        "generally",
        "in",
        "its",
        "of",
        "on",
        "or",
        "our",
        "such",
        "the",
        "their",
        "to",
        "total",
        "used",
        "was",
        "with",
        "net",
        "accordance",
        "accounting",
        "principles",
        "accepted",
        "provided",
    ]
)

# Words that issuers use for one another, without the s of the plural.
_MEANT: Final = {
    "lo": ("income",), "earning": ("income",), "profit": ("income",), "sale": ("revenue",),
    "ep": ("income", "per", "share"), "stock": ("share",), "stockholder": ("shareholder",),
    "operation": ("operating",), "expenditure": ("purchase",), "purchased": ("acquired",), "balance": (),
}  # fmt: skip

# Pairs of words of which one label may have only one: rows that differ in them are different facts.
_CONTRARY: Final = (
    ("basic", "diluted"), ("current", "noncurrent"), ("current", "non"), ("beginning", "end"),
    ("short", "long"), ("operating", "investing"), ("operating", "financing"), ("investing", "financing"),
    ("before", "after"), ("gross", "net"), ("adjusted", "gaap"), ("cost", "revenue"), ("low", "high"),
    ("receivable", "payable"), ("paid", "unpaid"), ("product", "service"), ("products", "services"),
)  # fmt: skip


@lru_cache(maxsize=4096)
def is_totalish(label: str) -> bool:
    """Whether a label is one of a row that sums others; no label at all is."""
    return not label.strip() or bool(_TOTAL.search(label))


@lru_cache(maxsize=4096)
def says_total(label: str) -> bool:
    """Whether the very word stands in the label."""
    return bool(re.match(r"\W*(?:sub-?)?total\b", label, re.IGNORECASE))


@lru_cache(maxsize=4096)
def expected_weight(label: str) -> int:
    """The weight a label lets expect for a positive number in an income statement.

    >>> [expected_weight(label) for label in ("Cost of revenue", "Other income (expense), net", "Revenue")]
    [-1, 1, 1]
    """
    plain = _BRACKETED.sub(" ", label)
    if _TAKEN_OFF.search(plain) and not re.search(
        r"\bincome\b(?!\s+tax)|\bbenefit|\bgain", plain, re.IGNORECASE
    ):
        return -1
    if _ADDED.search(plain) or not _TAKEN_OFF.search(plain):
        return 1
    return -1


@lru_cache(maxsize=8192)
def words_of(label: str) -> frozenset[str]:
    """The words of a label that carry its meaning, without brackets and note marks."""
    plain = _BRACKETED.sub(" ", label.lower())
    words = (word.rstrip("s") for word in _WORD.findall(plain) if word not in _EMPTY and len(word) > 1)
    return frozenset(meant for word in words for meant in _MEANT.get(word, (word,)))


def likeness(first: str, second: str) -> float:
    """How alike two labels are, from 0 to 1; 0 where one says the contrary of the other.

    >>> likeness("Stock-based compensation expense", "Stock-based compensation") > 0.7
    True
    >>> likeness("Basic", "Diluted")
    0.0
    """
    one, two = words_of(first), words_of(second)
    if not one or not two or are_contrary(first, second):
        return 0.0
    return len(one & two) / len(one | two)


_POLES: Final = frozenset(word for pair in _CONTRARY for word in pair)


@lru_cache(maxsize=8192)
def _poles(label: str) -> frozenset[str]:
    """The words of a label that have a contrary."""
    return _POLES.intersection(_WORD.findall(label.lower()))


@lru_cache(maxsize=65536)
def are_contrary(first: str, second: str) -> bool:
    """Whether two labels differ in a word that makes them different facts."""
    one, two = _poles(first), _poles(second)
    return bool(one and two) and any(
        (a in one and b in two and a not in two) or (b in one and a in two and a not in one)
        for a, b in _CONTRARY
    )
