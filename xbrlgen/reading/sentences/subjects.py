"""What a figure in a sentence measures, in the sentence's own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from typing import Final

from xbrlgen.reading.sentences.prose_words import (
    ASIDE,
    BEFORE_CHANGE,
    CHANGE_IN,
    COMPARE,
    COMPARED,
    FILLERS,
    GIVES,
    IS,
    MARGIN_AFTER,
    OBJECT,
    OF,
    QUARTER_BEFORE,
    SUBJECT_STARTS,
    YEAR_BEFORE,
)

_EDGES: Final = " \t\n,;:*•●▪■·§-–—\"“”'.$"
_LEADS: Final = re.compile(
    r"^(?:(?:for|in|during|at|as of|on|of|the|a|an|and|or|both|our|its|their|total company|company|on an?"
    r"|basis|company(?:'s|’s)|this|that|these|previously|ended|ending|we|it"
    r"|also|continued|now|currently|diluted and basic|billion|million|thousand|strong|robust|solid|record"
    r"|overall"
    r"|stable|all-time|addition|initiates|reiterates|raises|narrows|tightens|updates|affirms|reaffirms|maintains"
    r"|furthermore|moreover|additionally|further|however)[,\s]\s*)+",
    re.IGNORECASE,
)
_TAILS: Final = re.compile(
    r"(?:\s+|^)(?:for|in|during|at|as of|on|of|the|by|from|ended|ending|and|or|was|were|is|are|per|with|a|an"
    r"|to|both|exiting|end|guidance|outlook|range|period|periods|quarter|year|months?|fiscal|increased|decreased|grew|rose|fell|declined|improved"
    r"|up|down|all)$",
    re.IGNORECASE,
)
# Longer runs of words name no one thing.
_LONGEST: Final = 120
# The longest subject (`_LONGEST`) and the words that lead from it to the figure; patterns search no
# further.
_NEAR: Final = 140


def subject_of(
    sentence: str, start: int, end: int, floor: int, until: int, times: Sequence[tuple[int, int]]
) -> str:
    """Say what the figure at ``start`` to ``end`` measures, or nothing where the words don't say.

    ``floor`` is where the figure before it ends, ``until`` where the next begins; ``times`` are the
    runs that speak of periods, which are no part of a subject.
    """
    after = sentence[end:until]
    margin = MARGIN_AFTER.match(after)
    if margin:
        return clean(margin["subject"])
    before = without_times(sentence, floor, start, times)
    bare = _without_fillers(before)
    compared = _last(COMPARED if floor else COMPARE, bare)
    if compared is not None:
        bare = bare[compared:]
    bare = _inside(ASIDE.sub(" ", bare))
    return (
        _by_verb(bare)
        or _by_of(bare)
        or _by_change(bare)
        or _by_object(bare, before, without_times(sentence, end, until, times))
    )


def _inside(text: str) -> str:
    """What is named in brackets that are still open: "Net income (including charges of"."""
    found = _OPEN_ASIDE.search(text)
    return found["inside"] if found else text


def without_times(sentence: str, start: int, end: int, times: Sequence[tuple[int, int]]) -> str:
    """Cut the runs that speak of time out of a stretch of the sentence."""
    kept, here = [], start
    for first, last in times:
        if first >= here and first < end:
            kept.append(sentence[here:first])
            here = min(last, end)
    kept.append(sentence[here:end])
    text = " ".join(kept)
    return QUARTER_BEFORE.sub(" ", YEAR_BEFORE.sub(" ", text))


def _without_fillers(text: str) -> str:
    while True:
        shorter = FILLERS.sub("", text.rstrip(' $(“"'))
        if shorter == text:
            return text
        text = shorter


def _last(pattern: re.Pattern[str], text: str) -> int | None:
    return max((found.end() for found in pattern.finditer(text)), default=None)


def _by_verb(text: str) -> str:
    return _before_match(IS, text)


def _by_of(text: str) -> str:
    """The subject before "of"; before "to", of a change that what is changed: "increase in revenues to"."""
    found = _before_match(OF, text)
    return CHANGE_IN.sub("", found) if text.rstrip().endswith(" to") else found


def _before_match(pattern: re.Pattern[str], text: str) -> str:
    """Give the subject that ends where the pattern begins; the pattern stands close to the figure."""
    head, tail = text[:-_NEAR], text[-_NEAR:]
    found = pattern.search(tail)
    return clean(_from_start(head + tail[: found.start()])) if found else ""


def _by_change(text: str) -> str:
    found = BEFORE_CHANGE.search(text)
    return clean(_from_start(re.sub(r"\s(?:has|have|had)\s*$", "", text[: found.start()]))) if found else ""


def _by_object(text: str, whole: str, after: str) -> str:
    gives = GIVES.search(text) or GIVES.search(whole.rstrip(' $(“"')) or not text.strip(_EDGES)
    if not gives:
        return ""
    found = OBJECT.match(after)
    if found is None:
        return ""
    ends = _ENDS_CASH if found["object"].lower().startswith("cash") else _ENDS_OBJECT
    named = ends.split(found["object"])[0]
    return clean(CHANGE_IN.sub("", named))


_ENDS_OBJECT: Final = re.compile(r"\b(?:and|which|that|compared|versus|to|as)\b")
# Cash and what is counted with it are one amount.
_ENDS_CASH: Final = re.compile(
    r"\band\b(?!\s+(?:cash|equivalents|short-term|marketable|investments|restricted)\b)"
    r"|\b(?:which|that|compared|versus|to|as)\b"
)


def _from_start(text: str) -> str:
    """Cut what stands before the subject: other clauses, verbs of saying, conjunctions."""
    text = _EXPECTS.sub("", text)
    text = _trimmed(_CLAUSES.split(text.strip())[-1])
    text = _LONG_CLAUSES.split(text)[-1] if len(text) > 60 else text
    start = max(
        (found.end() for found in SUBJECT_STARTS.finditer(text) if text[found.end() :].strip()), default=0
    )
    return text[start:]


# What leads to a list: "the company currently expects: Revenue of ...".
_EXPECTS: Final = re.compile(
    r"^.*\b(?:expects?|anticipates?|projects?|estimates?|forecasts?|follows|following)\s*:\s+", re.IGNORECASE
)


_CLAUSES: Final = re.compile(r"[;:]\s+(?=\S+\s)")
_OPEN_ASIDE: Final = re.compile(
    r"\((?P<inside>(?:(?:which|that)\s+)?includ\w+\s+[^()$]*[A-Za-z]{3}[^()$]*\s(?:of|was|were))\s*$",
    re.IGNORECASE,
)
_LONG_CLAUSES: Final = re.compile(r"[,(]\s+(?=\S+\s)")
_WORD: Final = re.compile(r"[A-Za-z]{2}")


def clean(text: str) -> str:
    """Trim a subject, and give nothing where what is left is too long or no word."""
    trimmed = _trimmed(text)
    return trimmed if len(trimmed) <= _LONGEST and _WORD.search(trimmed) else ""


def _trimmed(text: str) -> str:
    """Cut articles, prepositions and marks off the ends."""
    text = _balanced(" ".join(unescape(text).split())).strip(_EDGES)
    before = None
    while before != text:
        before = text
        text = _TAILS.sub("", _LEADS.sub("", text)).strip(_EDGES)
    return text


def _balanced(text: str) -> str:
    """Drop a bracket that has lost its partner."""
    if text.count("(") > text.count(")"):
        return text.rpartition("(")[0] if text.rpartition("(")[0].strip() else text.replace("(", " ")
    return text.replace(")", " ") if text.count(")") > text.count("(") else text
