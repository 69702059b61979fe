"""The words in the name of a concept.

Labels of standard concepts are made from their names here. The index holds no label of the publisher: how
a label is worded is the publisher's work, while the name is the fact that a report refers to.
"""

from __future__ import annotations

import re
from functools import lru_cache

_PARTS = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z][a-z]+|[A-Z]+(?![a-z])|[a-z]+|[0-9]+")
_KINDS = {"Abstract", "Axis", "Domain", "Member", "Table", "Roll", "Forward"}
_SMALL = frozenset(
    {
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "or",
        "per",
        "than",
        "the",
        "to",
        "under",
        "with",
    }
)
_TEXTS = (("Text", "Block"), ("Line", "Items"), ("Roll", "Forward"), ("Policy", "Text", "Block"))


@lru_cache(maxsize=65536)
def words_of(name: str) -> tuple[str, ...]:
    """The words that a name is made of.

    >>> words_of("IncomeTaxExpenseBenefit")
    ('Income', 'Tax', 'Expense', 'Benefit')
    >>> words_of("EBITDAMargin2")
    ('EBITDA', 'Margin', '2')
    """
    return tuple(_PARTS.findall(name))


@lru_cache(maxsize=65536)
def label_of(name: str) -> str:
    """A label made from a name.

    >>> label_of("CostOfRevenue"), label_of("StatementTable"), label_of("RevenueRecognitionPolicyTextBlock")
    ('Cost of Revenue', 'Statement [Table]', 'Revenue Recognition [Policy Text Block]')
    """
    words = words_of(name)
    tail = next((part for part in sorted(_TEXTS, key=len, reverse=True) if words[-len(part) :] == part), ())
    if not tail and len(words) > 1 and words[-1] in _KINDS:
        tail = words[-1:]
    head = words[: len(words) - len(tail)]
    spoken = [word.lower() if place and word.lower() in _SMALL else word for place, word in enumerate(head)]
    return " ".join([*spoken, *([f"[{' '.join(tail)}]"] if tail else [])])
