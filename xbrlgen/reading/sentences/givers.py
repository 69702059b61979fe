"""Who gives what a sentence tells of: the company, under one of its names, or a part of it."""

from __future__ import annotations

import re
from typing import Final

from xbrlgen.reading.sentences.prose_words import MEASURES

# Who gave what the figure measures: "Acme delivered record revenue of".
GIVER: Final = re.compile(
    r"(?:^|[.;:•*,])[\W_]{0,20}(?P<who>[A-Z][\w&.’'-]*(?:\s+(?:(?:of|and|the|&)\s+)?[A-Z][\w&.’'-]*){0,5})\s+(?:also\s+)?"
    r"(?:delivered|posted|achieved|contributed|recorded|reported|generated|produced|saw)\s"
)
OURSELVES: Final = re.compile(
    r"^(?:we|it|they|our|the\s+company|company|the|management|net|total)\b", re.IGNORECASE
)

# A headline that tells of results first, whatever it goes on to: "Reports Results and Raises Guidance".
REPORTS: Final = re.compile(
    r"\b(?:reports?|announces?|delivers?|posts?)\b[^.;]{0,60}\bresults\b", re.IGNORECASE
)


def of_another(text: str, company: str) -> str:
    """Why figures may be for a part of the company only: the sentence names another giver of them."""
    found = GIVER.search(text) if company else None
    if found is None or OURSELVES.search(found["who"]):
        return ""
    if _initials(company).startswith(found["who"]):
        return ""
    known = set(re.findall(r"\w+", company.lower()))
    if known & set(re.findall(r"\w+", found["who"].lower())) or MEASURES.search(found["who"]):
        return ""
    return f"the sentence speaks of {found['who']}, which may be a part of the company"


def _initials(company: str) -> str:
    """The first letters of a name, by which its company may call itself."""
    return "".join(word[0] for word in re.findall(r"\b[A-Z]\w+", company))
