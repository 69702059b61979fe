"""Figures in sentences: what they measure, for which period, and in which role."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from attrs import evolve

from xbrlgen.model import Period
from xbrlgen.periods import find_times, read_time
from xbrlgen.places import Source
from xbrlgen.reading.given.runs import Run
from xbrlgen.reading.sentences.adjusting_words import LEFT_OUT
from xbrlgen.reading.sentences.amounts import Quantity, quantities, split_sentences
from xbrlgen.reading.sentences.asides import (
    basis_in,
    object_of_next,
    subject_before_aside,
    unsaid_time,
)
from xbrlgen.reading.sentences.clock import Clock, date_of
from xbrlgen.reading.sentences.givers import REPORTS, of_another
from xbrlgen.reading.sentences.prose_words import (
    BASIS_END,
    CHANGES,
    COMPARE,
    COMPARED,
    FORECAST,
    GROWTH_OF,
    IS,
    OF_ANOTHER_TAX,
    OFF_BY,
    ONLY_CHANGE,
    OTHER_GROWTH,
    PER_SHARE_SUBJECT,
    SHARE_OF_AFTER,
    WHOLE_ENDS,
)
from xbrlgen.reading.sentences.ranges import with_pairs, with_ranges
from xbrlgen.reading.sentences.sentence import Sentence, Setting
from xbrlgen.reading.sentences.sentence_periods import (
    compared_with,
    goes_along,
    going_on,
    named_period,
    period_of,
)
from xbrlgen.reading.sentences.sentence_roles import (
    behind_lead,
    direction_of,
    doubt_by_others,
    doubt_of_wording,
    is_companion,
    is_compared,
    role_of,
    unit_doubt,
)
from xbrlgen.reading.sentences.sentence_times import spans_of_time, times_of
from xbrlgen.reading.sentences.subjects import clean, subject_of, without_times
from xbrlgen.reading.statement import Basis, Kind, Mention, Role

# A line of a printed page: titles fit on it. With 45, sub-titles are sentences; with 180, sentences without
# a full stop (lists, captions) become titles, and set the time of what follows.
_SHORT: Final = 90
# So many words between two figures say nothing new: "to", "and then to".
_FEW: Final = 3


def read_mentions(
    sources: Sequence[Source], runs: Iterable[Run], clock: Clock, company: str = ""
) -> tuple[Mention, ...]:
    """Read every figure of the prose that the sentence explains; ``company`` is whose release it is."""
    setting = Setting()
    mentions: list[Mention] = []
    for run in runs:
        sentences = list(_sentences(sources[run.anchor.source], run, setting, clock))
        if _is_heading(run, has_figures=any(sentence.quantities for sentence in sentences)):
            setting = _headed(run, setting, clock)
        for sentence in sentences:
            if sentence.quantities:
                other = of_another(sentence.text, company)
                mentions += (_doubted(mention, other) for mention in _mentions(sentence, clock))
    return tuple(mentions)


def _doubted(mention: Mention, doubt: str) -> Mention:
    return evolve(mention, doubt=doubt) if doubt and not mention.doubt else mention


def _is_heading(run: Run, *, has_figures: bool) -> bool:
    if run.is_cell or has_figures:
        return False
    text = run.text.strip()
    return run.is_heading or (len(text) < _SHORT and not _SAYS_MORE.search(text))


# A sentence, or an amount.
_SAYS_MORE: Final = re.compile(r"[.;$%]\s*$|\$")


def _headed(run: Run, setting: Setting, clock: Clock) -> Setting:
    """The setting under a heading; a line that leads to a list goes on with the forecast it is in."""
    text = run.text.strip(" :")
    told = COMPARE.split(text, maxsplit=1)[0]
    words = read_time(told)
    period = None if words.says_nothing or _names_several(told) else clock.resolve(words).period
    goes_on = period is not None or run.text.rstrip().endswith(":")
    ahead = FORECAST.search(text) is not None and REPORTS.search(text) is None
    forecast = ahead or (setting.is_forecast and goes_on)
    continued = forecast and setting.is_forecast
    return Setting(text, period or (setting.period if continued else None), is_forecast=forecast)


def _names_several(text: str) -> bool:
    """Whether a heading names periods of several lengths: "Third Quarter and Nine Months 2012"."""
    named = {(words.quarter, words.length) for words in (span.words for span in find_times(text))}
    return len(named - {(None, None)}) > 1


def _sentences(source: Source, run: Run, setting: Setting, clock: Clock) -> Iterator[Sentence]:
    """The sentences of a run; one that names no time goes on with the time of the one before."""
    here = setting
    before: Sentence | None = None
    for span in split_sentences(run.text):
        goes_on = run.text.endswith((";", "; "), 0, span[0])
        sentence = _sentence(source, run, span, going_on(before, here) if before and goes_on else here, clock)
        before = sentence
        yield sentence
        first = named_period(sentence, 0, compared=False) if sentence.quantities else None
        if first and first.period and first.period.start and not sentence.is_forecast(0):
            here = evolve(setting, period=first.period, is_carried=True)


def _sentence(source: Source, run: Run, span: tuple[int, int], setting: Setting, clock: Clock) -> Sentence:
    text = run.text[span[0] : span[1]]
    found = quantities(source, run, *span)
    if not found:
        return Sentence(text, (), (), setting)
    times = tuple(times_of(text, clock, setting.period))
    spans = {*((time.start, time.end) for time in times), *spans_of_time(text)}
    return Sentence(text, found, times, setting, tuple(sorted(spans, key=_widest_first)))


def _widest_first(span: tuple[int, int]) -> tuple[int, int]:
    return span[0], -span[1]


def _mentions(sentence: Sentence, clock: Clock) -> list[Mention]:
    mentions: list[Mention] = []
    for index in range(len(sentence.quantities)):
        mentions.append(_mention(sentence, index, mentions, clock))
    return with_pairs(sentence, with_ranges(sentence, mentions))


def _mention(sentence: Sentence, index: int, earlier: Sequence[Mention], clock: Clock) -> Mention:
    quantity = sentence.quantities[index]
    before, after = sentence.before(index), sentence.after(index)
    said = [earlier[one] for one in sentence.said_before(index)]
    previous = said[-1] if said else None
    role = role_of(quantity, before, after)
    subject = behind_lead(sentence.text, _subject(sentence, index, role, said))
    compared = role is Role.VALUE and is_compared(before, is_first=previous is None)
    partner = previous if goes_along(sentence, index, compared=compared) else None
    period, derived = period_of(sentence, index, partner, clock, compared=compared)
    basis = basis_in(sentence, index, subject)
    return Mention(
        quantity.figure,
        subject,
        quantity.kind,
        quantity.unit,
        quantity.scale,
        role,
        basis,
        period,
        compared_with(sentence, index, period, clock) if role in {Role.GROWTH, Role.CHANGE} else None,
        sentence.text.strip(),
        sentence.setting.section,
        derived,
        _doubt(subject, period, clock, basis)
        or unsaid_time(sentence, index)
        or doubt_of_wording(before, sentence.text[: quantity.start], after)
        or doubt_by_others(previous, subject, role, derived)
        or unit_doubt(quantity, earlier),
        direction_of(role, before, after, subject),
    )


def _doubt(subject: str, period: Period | None, clock: Clock, basis: Basis) -> str:
    if not subject:
        return "the sentence does not say clearly what it measures"
    if period is None:
        return "the sentence does not say for which period"
    newest = clock.calendar.period_end
    if newest and basis is not Basis.FORECAST and date_of(period.end) > newest:
        return "the sentence names a period that ends after the newest that is reported"
    return ""


def _subject(sentence: Sentence, index: int, role: Role, earlier: Sequence[Mention]) -> str:
    """What a figure measures: what its own words name, else what the sentence spoke of before."""
    quantity, before = sentence.quantities[index], sentence.before(index)
    behind = subject_before_aside(sentence, index) if role is Role.VALUE and index else None
    if behind is not None:
        return _per_share(quantity, behind, behind)
    own = subject_of(
        sentence.text,
        quantity.start,
        quantity.end,
        sentence.floor(index),
        sentence.until(index),
        sentence.spans,
    )
    if role is Role.SHARE and (not own or is_companion(quantity, before)):
        return _part_of_whole(sentence, index, earlier)
    if earlier and earlier[-1].role is Role.SHARE and own == _whole(sentence.after(index - 1)):
        own = ""
    if _is_another(role, own, before, sentence.after(index)):
        return ""
    if role in {Role.GROWTH, Role.CHANGE} and earlier and not IS.search(before.rstrip()):
        own = _changed(own, earlier[-1].subject)
    carried = own
    if LEFT_OUT.search(before):
        return ""
    if not own and role is Role.VALUE and quantity.kind is not Kind.PERCENT:
        own = carried = object_of_next(sentence, index) or ""
    if not own and earlier and _goes_on(sentence, index):
        carried = _carrier(earlier, quantity.kind).subject
    if role is Role.VALUE and quantity.kind is not Kind.PERCENT:
        carried = GROWTH_OF.sub("", carried)
    return _per_share(quantity, own, carried)


def _is_another(role: Role, own: str, before: str, after: str) -> bool:
    """Whether a figure is of another measure than its words name: in other terms, off by so much."""
    in_other_terms = role is Role.GROWTH and OTHER_GROWTH.match(after) is not None
    after_tax = not own and OF_ANOTHER_TAX.match(after) is not None
    return in_other_terms or after_tax or OFF_BY.search(before) is not None


_PER_SHARE: Final = re.compile(r" per (?:basic |diluted )?share$")


def _per_share(quantity: Quantity, own: str, carried: str) -> str:
    """The subject of an amount per share says so; that of another amount after it doesn't."""
    bare = _PER_SHARE.sub("", carried)
    if quantity.kind is not Kind.PER_SHARE:
        return carried if own else bare
    if not bare or PER_SHARE_SUBJECT.search(bare) or (own and bare != own and not quantity.dilution):
        return carried
    return " ".join(word for word in (bare, "per", quantity.dilution, "share") if word)


def _changed(own: str, before: str) -> str:
    """What a change is of: of what the words at hand name, else of what the sentence spoke of before.

    Words like "adjusted operational growth" name a part of it only; nothing is made of them.
    """
    if not own or ONLY_CHANGE.fullmatch(own) or BASIS_END.search(own):
        return before
    return "" if CHANGES.search(own) else own


def _whole(after: str) -> str:
    """Of what a figure is a share, as the words behind it say."""
    found = SHARE_OF_AFTER.match(after)
    return clean(WHOLE_ENDS.split(found["whole"])[0]) if found else ""


def _part_of_whole(sentence: Sentence, index: int, earlier: Sequence[Mention]) -> str:
    """What a share is a share of: of the amount before it ("$4 million, or 12% of sales"), else not told."""
    if not earlier or not is_companion(sentence.quantities[index], sentence.before(index)):
        return ""
    part, whole = earlier[-1].subject, _whole(sentence.after(index))
    return f"{part} as a percentage of {whole}" if part and whole else ""


def _carrier(earlier: Sequence[Mention], kind: Kind) -> Mention:
    """The mention a figure goes on with: an amount goes on with the one before those per share and shares."""
    last = earlier[-1]
    aside = last.kind is Kind.PER_SHARE or last.role is Role.SHARE
    if kind is not Kind.MONEY or not aside:
        return last
    return next((one for one in reversed(earlier) if one.kind is kind and one.role is Role.VALUE), last)


def _goes_on(sentence: Sentence, index: int) -> bool:
    """Whether a figure goes on about the subject before it: compared with it, or after a word or three."""
    start = sentence.quantities[index].start
    said = without_times(sentence.text, sentence.floor(index), start, sentence.spans)
    compared = COMPARED.search(sentence.before(index)) is not None
    return compared or len(re.findall(r"[A-Za-z]{2,}", said)) <= _FEW
