"""Figures inside of what a sentence puts between a measure and its verb, and the figure behind the verb."""

from __future__ import annotations

import re
from typing import Final

from xbrlgen.reading.sentences.prose_words import IS, OBJECT
from xbrlgen.reading.sentences.sentence import Sentence
from xbrlgen.reading.sentences.sentence_roles import basis_of
from xbrlgen.reading.sentences.subjects import clean, subject_of, without_times
from xbrlgen.reading.statement import Basis

# How an aside begins, in brackets or between commas: with what is in it, left out of it, or was before.
_BEGINS: Final = (
    r"(?:(?:which|that)\s+(?:(?:is|was)\s+)?)?(?:exclud\w+|exclusive of|includ\w+|inclusive of|net of"
    r"|before|after|up|down|versus|vs\.?|compared|increas\w+|decreas\w+)\b"
)
_OPENS: Final = re.compile(rf"\s\((?={_BEGINS})|,\s+(?={_BEGINS})", re.IGNORECASE)
_LEAVES_OUT: Final = re.compile(r"[\s,(]*(?:(?:which|that)\s+)?(?:exclud|exclusive|before)", re.IGNORECASE)
_CLOSES: Final = re.compile(r"[,)]\s+(?=\D)")
_MOVED_FROM: Final = re.compile(
    r"[(,]\s*(?:(?:which|that)\s+(?:is|was)\s+)?(?:up|down|increas\w+|decreas\w+)\s+(?:\w+\s+)?from\s*(?:approximately\s+|about\s+)?$",
    re.IGNORECASE,
)
_SOMETHING_OF: Final = re.compile(r"\s*(?:in|of)\s+(?=[a-z])")
_OBJECT_ENDS: Final = re.compile(r"\b(?:and|which|that|compared|versus|to|as)\b")
_ASIDE_ENDS: Final = re.compile(r"[,)]")
_GOES_ON: Final = re.compile(r"\s*,?\s*\band\s*$")
EARLIER: Final = "the sentence compares with it, and does not say of which time it is"


def _aside_before(sentence: Sentence, index: int) -> tuple[int, int] | None:
    """Where the aside begins and ends that stands between the subject of a figure and its verb."""
    start = sentence.quantities[index].start
    for opens in _OPENS.finditer(sentence.text, 0, start):
        first = next((one for one in sentence.quantities if one.start >= opens.end()), None)
        if first is None or first.start >= start:
            return None
        for closes in _CLOSES.finditer(sentence.text, sentence.floor(index), start):
            verb = IS.match(sentence.text[closes.end() - 1 : start].rstrip() + " ")
            alike = (closes[0][0] == ")") == ("(" in opens[0])
            if alike and verb:
                return opens.start(), closes.end()
    return None


def subject_before_aside(sentence: Sentence, index: int) -> str | None:
    """The subject of a figure behind an aside, which is what stands before that; none where there is none."""
    found = _aside_before(sentence, index)
    if found is None:
        return None
    floor = max((one.end for one in sentence.quantities if one.end <= found[0]), default=0)
    lead = without_times(sentence.text, floor, found[0], sentence.spans).rstrip(" ,")
    said = f"{lead} was "
    return subject_of(said, len(said), len(said), 0, len(said), ())


def basis_in(sentence: Sentence, index: int, subject: str) -> Basis:
    """Whether a figure is reported, adjusted or expected; one behind what an aside leaves out is adjusted."""
    if sentence.is_forecast(index):
        return Basis.FORECAST
    said = basis_of(sentence.text, sentence.quantities[index], subject)
    return Basis.ADJUSTED if said is Basis.REPORTED and _leaves_out(sentence, index) else said


def _leaves_out(sentence: Sentence, index: int) -> bool:
    found = _aside_before(sentence, index)
    return found is not None and _LEAVES_OUT.match(sentence.text, found[0]) is not None


def object_of_next(sentence: Sentence, index: int) -> str | None:
    """What a second amount is of by the noun behind it: "$9 million in cash and $2 million in debt"."""
    if not index or not _GOES_ON.search(sentence.before(index)):
        return None
    said = without_times(sentence.text, sentence.quantities[index].end, sentence.until(index), sentence.spans)
    found = OBJECT.match(said) if _SOMETHING_OF.match(said) else None
    return clean(_OBJECT_ENDS.split(found["object"], maxsplit=1)[0]) if found else None


def unsaid_time(sentence: Sentence, index: int) -> str:
    """Why the first amount of a sentence is of no time that is told: "Revenue (up from $9 million) was"."""
    if index or not _MOVED_FROM.search(sentence.before(index)):
        return ""
    behind = sentence.quantities[index].end
    end = _ASIDE_ENDS.search(sentence.text, behind)
    until = end.start() if end else len(sentence.text)
    return "" if any(behind <= time.start < until for time in sentence.times) else EARLIER
