"""Numbers that stand in pairs: the two ends of a range, and "A and B for the three and nine months"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import evolve

from xbrlgen.model import Period
from xbrlgen.reading.sentences.prose_words import MEASURES, PAIR_GLUE, PER_SHARE_SUBJECT, RANGE_GLUE
from xbrlgen.reading.sentences.sentence import Sentence
from xbrlgen.reading.sentences.sentence_roles import moves
from xbrlgen.reading.statement import Kind, Mention, Role


def with_ranges(sentence: Sentence, mentions: Sequence[Mention]) -> list[Mention]:
    """Turn two like numbers with a dash, a "to" or (in an outlook) nothing between them into a range."""
    result = list(mentions)
    for index in range(len(result) - 1):
        if _is_range(sentence, index, result[index], result[index + 1]):
            low = _with_growth(result[index], sentence.before(index))
            result[index : index + 2] = _ends(low, result[index + 1])
    return result


def _is_range(sentence: Sentence, index: int, low: Mention, high: Mention) -> bool:
    """Whether two figures are the ends of a range: of values, or of what something is expected to grow by."""
    is_forecast, glue = sentence.is_forecast(index), sentence.before(index + 1)
    may_be = low.role is Role.VALUE or (moves(low.role, low.kind) and is_forecast)
    if not may_be or low.kind is not high.kind or not RANGE_GLUE.fullmatch(glue):
        return False
    return _makes_range(glue, sentence.before(index), is_forecast=is_forecast)


def _with_growth(low: Mention, lead: str) -> Mention:
    """The low end of a range, of growth where it is called so: "revenue of $2, or growth of 16% to 17%"."""
    called = low.role is Role.GROWTH and low.subject and _GROWTH.search(lead)
    unsaid = called and not _GROWTH.search(low.subject)
    return evolve(low, subject=f"{low.subject} growth rate") if unsaid else low


def _ends(low: Mention, high: Mention) -> tuple[Mention, Mention]:
    """Both as ends of their range; doubted where they tell by how much something grows that is no growth."""
    if moves(low.role, low.kind) and not _GROWTH.search(low.subject):
        return evolve(low, doubt=_BY_SO_MUCH), evolve(high, doubt=_BY_SO_MUCH)
    falling = low.value is not None and high.value is not None and low.value > high.value
    roles = (Role.HIGH, Role.LOW) if falling else (Role.LOW, Role.HIGH)
    return (
        evolve(low, role=roles[0], period=high.period, derived=high.derived),
        evolve(high, role=roles[1], subject=low.subject, doubt=low.doubt),
    )


_GROWTH: Final = re.compile(r"\bgrowth\b", re.IGNORECASE)
_BY_SO_MUCH: Final = "the ends of a range by which it grows, or falls"


def _makes_range(glue: str, lead: str, *, is_forecast: bool) -> bool:
    if "and" in glue:
        return re.search(r"\bbetween\s*$", lead) is not None
    if not glue.strip():
        return is_forecast
    return is_forecast or "from" not in lead[-12:]


def with_pairs(sentence: Sentence, mentions: list[Mention]) -> list[Mention]:
    """Give "A and B for the three and nine months" one period each; doubt what can't be told apart."""
    result = list(mentions)
    for index in range(len(result) - 1):
        first, second = result[index], result[index + 1]
        if first.role is not Role.VALUE or not PAIR_GLUE.fullmatch(sentence.before(index + 1)):
            continue
        told = _both_ways(sentence, index, first) or _told_respectively(sentence, index, first, second)
        if told:
            result[index], result[index + 1] = told
            continue
        if first.kind is not second.kind:
            continue
        periods = _periods_of_pair(sentence, index)
        if periods:
            result[index] = evolve(first, period=periods[0])
            result[index + 1] = evolve(second, period=periods[1], subject=first.subject)
        else:
            words = "two figures stand side by side and the sentence does not say clearly which is which"
            result[index], result[index + 1] = evolve(first, doubt=words), evolve(second, doubt=words)
    return result


def _both_ways(sentence: Sentence, index: int, first: Mention) -> tuple[Mention, Mention] | None:
    """One amount before and one after dilution: "$0.30 and $0.29 per basic and diluted share"."""
    found = _PER_BOTH.match(sentence.after(index + 1))
    if found is None or first.kind is not Kind.PER_SHARE or found[1].lower() == found[2].lower():
        return None
    quantity = sentence.quantities[index + 1]
    names = [_DILUTION_SAID.sub(found[way].lower(), first.subject) for way in (1, 2)]
    return evolve(first, subject=names[0]), evolve(first, subject=names[1], figure=quantity.figure)


def _told_respectively(
    sentence: Sentence, index: int, first: Mention, second: Mention
) -> tuple[Mention, Mention] | None:
    """Both figures with subjects of their own: "Income and sales were $4 and $9 million, respectively"."""
    names = _AND.split(first.subject)
    if len(names) != _PAIR or not _RESPECTIVELY.match(sentence.after(index + 1)):
        return None
    if _DILUTION.fullmatch(names[0]) and (shared := _DILUTION.match(names[1])):
        names[0] += names[1][shared.end() :]
    if not all(MEASURES.search(name) for name in names):
        return None
    like_first = evolve(second, period=first.period, derived=first.derived, doubt=first.doubt)
    return _called(first, names[0]), _called(like_first, names[1])


def _called(mention: Mention, name: str) -> Mention:
    """The figure with a subject of its own, which says whether it is per share."""
    if mention.kind not in {Kind.MONEY, Kind.PER_SHARE}:
        return evolve(mention, subject=name)
    currency = mention.unit.partition("/")[0]
    if PER_SHARE_SUBJECT.search(name):
        return evolve(mention, subject=name, kind=Kind.PER_SHARE, unit=f"{currency}/shares")
    return evolve(mention, subject=name, kind=Kind.MONEY, unit=currency)


_PAIR: Final = 2
_AND: Final = re.compile(r",?\s+and\s+", re.IGNORECASE)
_RESPECTIVELY: Final = re.compile(r"[\w\s]{0,30},?\s*respectively\b", re.IGNORECASE)
_PER_BOTH: Final = re.compile(
    r"\s*per\s+(basic|diluted)\s+and\s+(basic|diluted)\s+(?:common\s+|ordinary\s+)?share", re.IGNORECASE
)
_DILUTION_SAID: Final = re.compile(r"\b(?:basic|diluted)\b", re.IGNORECASE)
_DILUTION: Final = re.compile(r"(?:basic|diluted)\b", re.IGNORECASE)


def _periods_of_pair(sentence: Sentence, index: int) -> tuple[Period | None, Period | None] | None:
    """The periods of two figures side by side: two named behind them, or one before and another behind.

    A period that is said twice ("the same period of 2020") is one. Both may stand before, "respectively".
    """
    start, end = sentence.quantities[index].start, sentence.quantities[index + 1].end
    behind = [time for time in sentence.times if time.start >= end]
    if not behind:
        return _periods_respectively(sentence, index)
    if len(behind) >= 2 and not behind[0].is_reference and behind[0].period != behind[1].period:
        return behind[0].period, behind[1].period
    ahead = [time for time in sentence.times if time.end <= start]
    named, said = {time.period for time in ahead}, {time.period for time in behind}
    apart = len(named) == len(said) == 1 and not named & said and None not in named | said
    return (ahead[0].period, behind[0].period) if apart else None


def _periods_respectively(sentence: Sentence, index: int) -> tuple[Period | None, Period | None] | None:
    """The two periods named before a pair: "sales for 2012 and 2011 were A and B, respectively"."""
    ahead = [time for time in sentence.times if time.end <= sentence.quantities[index].start][-_PAIR:]
    if len(ahead) < _PAIR or not _RESPECTIVELY.match(sentence.after(index + 1)):
        return None
    one, two = ahead
    joined = _AND_TIME.fullmatch(sentence.text, one.end, two.start)
    return (one.period, two.period) if joined and one.period and two.period != one.period else None


_AND_TIME: Final = re.compile(r",?\s+and\s+(?:(?:for|in|the)\s+)*", re.IGNORECASE)
