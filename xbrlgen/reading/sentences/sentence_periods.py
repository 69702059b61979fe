"""For which period a figure of a sentence is, and with which one a change compares."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve

from xbrlgen.model import Period
from xbrlgen.reading.sentences.amounts import Quantity
from xbrlgen.reading.sentences.clock import Clock
from xbrlgen.reading.sentences.prose_words import (
    AND,
    ANOTHER_CLAUSE,
    COMPARE,
    COMPARED,
    GOES_UP_OR_DOWN,
    MEASURES,
    NEXT_CLAUSE,
    PAIR_GLUE,
    RIGHT_BEHIND,
    SOME_TIME,
)
from xbrlgen.reading.sentences.sentence import Sentence, Setting
from xbrlgen.reading.sentences.sentence_roles import (
    COMPARED_WITH_YEAR,
    is_companion,
    is_compared,
    moves,
    role_of,
)
from xbrlgen.reading.sentences.sentence_times import Reference, Time
from xbrlgen.reading.statement import Kind, Mention


def period_of(
    sentence: Sentence, index: int, partner: Mention | None, clock: Clock, *, compared: bool
) -> tuple[Period | None, tuple[str, ...]]:
    """Find the period a figure is for: its partner's, one named around it, or the one inherited."""
    if partner is not None:
        return partner.period, partner.derived
    named = named_period(sentence, index, compared=compared)
    if named is not None:
        return (sentence.is_forecast(index) and named.coming) or named.period, named.derived
    if compared:
        return _compared_period(sentence, index, clock)
    setting = sentence.setting
    if setting.period:
        origin = "the sentence before" if setting.is_carried else f"the heading “{setting.section}”"
        return setting.period, (f"period from {origin}",)
    return clock.current, ("period of the release",) if clock.current else ()


def _compared_period(sentence: Sentence, index: int, clock: Clock) -> tuple[Period | None, tuple[str, ...]]:
    """The period of what another figure is compared with: told further behind, or a year before."""
    quantity = sentence.quantities[index]
    times = [time for time in sentence.times if not time.is_reference]
    ahead = [time for time in times if time.end <= quantity.start]
    now = ahead[0].period if ahead else sentence.setting.period or clock.current
    if any(_is_other(time, now) for time in times if time not in ahead):
        told = _told_behind(sentence, index)
        return (told.period, told.derived) if told else (None, ())
    if SOME_TIME.search(sentence.text, quantity.end, sentence.until(index)):
        return None, ()
    return clock.before(now), COMPARED_WITH_YEAR


def _is_other(time: Time, now: Period | None) -> bool:
    """Whether a time is named outright, and is another than the one that is compared."""
    return time.reference is Reference.NONE and time.period != now


def _told_behind(sentence: Sentence, index: int) -> Time | None:
    """The first time behind a figure and those beside it, with nothing else said between."""
    start = sentence.quantities[index].end
    until = _aside_end(sentence, index)
    time = next((time for time in sentence.times if start <= time.start < until), None)
    if time is None:
        return None
    cuts = (
        pattern.search(sentence.text, start, time.start)
        for pattern in (COMPARED, ANOTHER_CLAUSE, GOES_UP_OR_DOWN)
    )
    return None if any(cuts) else time


def goes_along(sentence: Sentence, index: int, *, compared: bool) -> bool:
    """Whether a figure is of the time of the one before: that in other terms, or an aside of it."""
    if sentence.is_aside(index) and not compared:
        return True
    return is_companion(sentence.quantities[index], sentence.before(index)) and not sentence.is_again(index)


def going_on(sentence: Sentence, setting: Setting) -> Setting:
    """What is known of the clause behind a semicolon: what was expected before it still is, for its time."""
    last = len(sentence.quantities) - 1
    if last < 0 or not sentence.is_forecast(last):
        return setting
    named = named_period(sentence, last, compared=False)
    known = sentence.setting.period if sentence.setting.is_forecast else None
    period = (named.coming or named.period) if named else known
    return evolve(setting, is_forecast=True, period=period, is_carried=period is not None)


def named_period(sentence: Sentence, index: int, *, compared: bool) -> Time | None:
    """Find the time named right behind a figure, else the one named before it."""
    quantity = sentence.quantities[index]
    later = [time for time in sentence.times if quantity.end <= time.start]
    end = min(_clause_end(sentence, index), _aside_end(sentence, index)) if later else 0
    behind = [time for time in later if time.start < end]
    if behind and (compared or _is_behind_it(sentence, quantity, behind[0])):
        return behind[0]
    if compared and (again := _compared_again(sentence, index)):
        return again
    if compared:
        said = [
            found.end() for found in COMPARED.finditer(sentence.text, sentence.floor(index), quantity.start)
        ]
        between = [time for time in sentence.times if said and said[-1] <= time.start < quantity.start]
        return between[-1] if between else None
    ahead = [time for time in sentence.times if time.end <= quantity.start and not time.is_reference]
    own = [time for time in ahead if not _is_compared_with(sentence, time)]
    if not own:
        return None
    found = [time for time in own if _is_alike(time, own[0])][-1]
    return evolve(found, period=None) if found.reference is Reference.LOOSE else found


def _aside_end(sentence: Sentence, index: int) -> int:
    """Where the brackets end in which another figure is compared: "(up from $2 million) in the quarter"."""
    if not (sentence.is_aside(index) and COMPARED.search(sentence.before(index))):
        return len(sentence.text)
    end = sentence.text.find(")", sentence.quantities[index].end)
    return end if end >= 0 else len(sentence.text)


def _compared_again(sentence: Sentence, index: int) -> Time | None:
    """The time that the same comparison goes on to: "up from $2 million from last quarter"."""
    start, until = sentence.quantities[index].end, sentence.until(index)
    time = next((time for time in sentence.times if start <= time.start < until), None)
    cut = COMPARED.search(sentence.text, start, time.start) if time else None
    if time is None or cut is None or RIGHT_BEHIND.fullmatch(sentence.text, cut.end(), time.start) is None:
        return None
    other = NEXT_CLAUSE.search(sentence.text, start, time.start) or _other_measure(
        sentence.text, start, time.start
    )
    return None if other else time


def _other_measure(text: str, start: int, end: int) -> bool:
    """Whether words go on to another measure."""
    return any(MEASURES.search(text, found.end(), end) for found in AND.finditer(text, start, end))


def _is_behind_it(sentence: Sentence, quantity: Quantity, time: Time) -> bool:
    """Whether a time behind a figure is for it: where something was compared before, or where it is said."""
    compared = COMPARED.search(sentence.text, 0, quantity.start) is not None
    return compared or _is_said_of(sentence.text, quantity.end, time)


def _is_alike(one: Time, other: Time) -> bool:
    """Whether both are stretches of time, or both are moments."""
    return (one.period is None or one.period.is_instant) == (other.period is None or other.period.is_instant)


def _is_compared_with(sentence: Sentence, time: Time) -> bool:
    """Whether something is compared with a time, so that no figure after it is for it."""
    last = sum(quantity.end <= time.start for quantity in sentence.quantities) - 1
    start = sentence.quantities[last].end if last >= 0 else 0
    words = (COMPARED if last >= 0 else COMPARE).finditer(sentence.text, start, time.start)
    ends = [found.end() for found in words]
    if ends and not any(ends[-1] <= other.start < time.start for other in sentence.times):
        return True
    return last >= 0 and _is_right_behind(sentence, start, time) and _was_compared(sentence, last)


def _is_right_behind(sentence: Sentence, start: int, time: Time) -> bool:
    """Whether a time is the first one behind a place, or says the first one again: "last quarter (Q2)"."""
    end = None
    for other in sentence.times:
        if other is time:
            return end is None or not re.search(r"\w", sentence.text[end : time.start])
        if other.start >= start and end is None:
            end = other.end
    return False


def _was_compared(sentence: Sentence, index: int) -> bool:
    """Whether another figure was compared with this one, or with one it goes on from without a verb."""
    before = sentence.before(index)
    if is_compared(before, is_first=index == 0):
        return True
    return index > 0 and ANOTHER_CLAUSE.search(before) is None and _was_compared(sentence, index - 1)


def _is_said_of(text: str, end: int, time: Time) -> bool:
    """Whether a time named behind a figure is the figure's; a reference to another only right behind it."""
    if time.reference in {Reference.POINTING, Reference.LOOSE}:
        return RIGHT_BEHIND.fullmatch(text, end, time.start) is not None
    return not time.is_reference


def _clause_end(sentence: Sentence, index: int) -> int:
    """Give where the words that belong to a figure end: at the next figure that is not its companion."""
    last = index
    for one in range(index + 1, len(sentence.quantities)):
        if _belongs_to_the_one_before(sentence, one):
            last = one
        elif not sentence.is_aside(one):
            break
    end = sentence.until(last)
    start = sentence.quantities[index].end
    return min(_clause_ends(sentence.text, start, end), default=end)


def _belongs_to_the_one_before(sentence: Sentence, index: int) -> bool:
    if sentence.is_again(index):
        return False
    quantity, before = sentence.quantities[index], sentence.before(index)
    grows = moves(role_of(quantity, before, sentence.after(index)), quantity.kind)
    aside = sentence.is_aside(index) and quantity.kind is not Kind.PERCENT
    along = aside or is_companion(quantity, before) or PAIR_GLUE.fullmatch(before) is not None
    return along or (grows and not MEASURES.search(before))


def _clause_ends(text: str, start: int, end: int) -> Iterator[int]:
    """Where what is said of a figure ends: at a comparison, at another verb, at another measure."""
    cuts = (pattern.search(text, start, end) for pattern in (COMPARED, NEXT_CLAUSE))
    yield from (cut.start() for cut in cuts if cut)
    yield from (
        found.start() for found in AND.finditer(text, start, end) if MEASURES.search(text, found.end(), end)
    )


def compared_with(sentence: Sentence, index: int, period: Period | None, clock: Clock) -> Period | None:
    """With which period a change compares: the one named behind it, else the one a year before."""
    start, until = sentence.quantities[index].end, sentence.until(index)
    behind = (time.period for time in sentence.times if start <= time.start < until)
    return next((named for named in behind if named and named != period), clock.before(period))
