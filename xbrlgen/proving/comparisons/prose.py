"""Ties what sentences say to what tables show: amounts at any accuracy, and growth rates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import frozen

from xbrlgen.model import Period
from xbrlgen.proving.claims import Claim, Law
from xbrlgen.proving.figures.intervals import Interval
from xbrlgen.proving.figures.ledger import Ledger, is_comparable
from xbrlgen.proving.figures.series import Key, Lookup, Series
from xbrlgen.proving.figures.subjects import subject_of
from xbrlgen.proving.figures.words import are_contrary, words_of
from xbrlgen.proving.identity import IdentityKind, Ref, Term
from xbrlgen.reading.statement import Kind, Mention, Role


@frozen
class Likely:
    """A row that may be what a sentence speaks of, with how well its words fit."""

    series: Series
    fit: float


def prose_claims(ledger: Ledger, series: Sequence[Series]) -> Iterator[Claim]:
    """A claim for every sentence whose subject has a row of its own."""
    plain = Lookup.of([one for one in series if not any(segment for _, segment, _ in one.refs)])
    for index, mention in enumerate(ledger.document.mentions):
        if is_comparable(mention):
            yield from _amount_claims(ledger, index, mention, plain)
        elif mention.role is Role.GROWTH and mention.kind is Kind.PERCENT:
            yield from _growth_claims(ledger, index, mention, plain)


def _amount_claims(ledger: Ledger, index: int, mention: Mention, series: Lookup) -> Iterator[Claim]:
    said = ledger.interval(Ref(-1, index))
    if said is None or mention.period is None or not said.middle:
        return
    likely = _likely(mention, mention.kind, series)
    for one in likely:
        for key, ref in one.series.refs.items():
            shown = ledger.interval(ref)
            if _is_time(key, mention.period) and shown is not None and agree(said, shown):
                yield _repetition(index, mention, one.series, ref)
                return
    if not _is_shown(ledger, mention, said, series):
        yield from _contradiction(ledger, index, mention, likely)


def _is_shown(ledger: Ledger, mention: Mention, said: Interval, series: Lookup) -> bool:
    """Whether a row with all words of the subject shows it: "net loss" may be that of some owners."""
    wanted = words_of(mention.subject)
    rows = (
        one for one in series.sharing(mention.subject) if one.kind is mention.kind and wanted <= one.context
    )
    shown = (
        ledger.interval(ref)
        for one in rows
        for key, ref in one.refs.items()
        if mention.period and _is_time(key, mention.period)
    )
    return any(one is not None and agree(said, one) for one in shown)


def _repetition(index: int, mention: Mention, series: Series, ref: Ref, *, firm: bool = False) -> Claim:
    words = f"the sentence on “{mention.subject.strip()}” and “{series.name}” state one amount"
    return Claim(
        IdentityKind.REPETITION,
        Ref(-1, index),
        (Term(ref),),
        f"prose {index}",
        words,
        firm=firm,
        unsigned=True,
    )


def _contradiction(ledger: Ledger, index: int, mention: Mention, likely: Sequence[Likely]) -> Iterator[Claim]:
    """The one row of the very name whose amount for the very period is another."""
    if mention.doubt or mention.derived or not subject_of(mention.subject):
        return
    same = [
        (one, ref)
        for one in likely
        for key, ref in one.series.refs.items()
        if key[0] == mention.period and one.series.subject == subject_of(mention.subject)
        and one.series.row.basis is mention.basis
    ]  # fmt: skip
    if len(same) == 1 and _is_near_amount(ledger, Ref(-1, index), same[0][1]):
        yield _repetition(index, mention, same[0][0].series, same[0][1], firm=True)


def _is_near_amount(ledger: Ledger, said: Ref, shown: Ref) -> bool:
    """Whether two amounts are of one size, so that they contradict and are not of two subjects."""
    one, two = ledger.interval(said), ledger.interval(shown)
    if one is None or two is None:
        return False
    return 3 * abs(two.middle) < 4 * abs(one.middle) < 5 * abs(two.middle)


def agree(said: Interval, shown: Interval) -> bool:
    """Whether two amounts may be one, whatever their signs: sentences say losses in words."""
    return said.meets(shown) or said.meets_mirrored(shown)


def _likely(mention: Mention, kind: Kind, series: Lookup) -> list[Likely]:
    """The rows of a kind whose words fit best."""
    sharing = series.sharing(mention.subject)
    fitting = [Likely(one, fit(mention, one)) for one in sharing if one.kind is kind]
    return sorted((one for one in fitting if one.fit >= 0.3), key=lambda one: -one.fit)[:8]


def fit(mention: Mention, series: Series) -> float:
    """How well the words of a sentence's subject fit a row and the sections it stands in."""
    wanted = words_of(mention.subject)
    shared = wanted & series.context
    is_subject = bool(series.subject) and series.subject == subject_of(mention.subject)
    if not wanted or not (shared or is_subject) or are_contrary(mention.subject, series.row.label):
        return 0.0
    if is_subject:
        return 1.0
    return len(shared) / max(len(wanted), len(words_of(series.row.label) | shared))


def _is_time(key: Key, period: Period) -> bool:
    """Whether a column is for the period; an instant is its day however the sentence put it."""
    column, segment, _ = key
    if segment:
        return False
    return column == period or (column.is_instant and column.end == period.end and period.is_instant)


def _growth_claims(ledger: Ledger, index: int, mention: Mention, series: Lookup) -> Iterator[Claim]:
    if mention.period is None:
        return
    before = mention.compared or year_before(mention.period)
    said = ledger.interval(Ref(-1, index))
    for one in _likely(mention, Kind.MONEY, series):
        new = next((ref for key, ref in one.series.refs.items() if _is_time(key, mention.period)), None)
        old = next((ref for key, ref in one.series.refs.items() if _is_near(key, before)), None)
        if new is None or old is None or said is None or not _grew(ledger, said, new, old):
            continue
        words = f"the sentence on “{mention.subject.strip()}” states the growth of “{one.series.name}”"
        told, terms, group = Ref(-1, index), (Term(new), Term(old, -1)), f"growth {index}"
        yield Claim(IdentityKind.GROWTH, told, terms, group, words, Law.GROWTH, firm=False, unsigned=True)
        return


def _grew(ledger: Ledger, said: Interval, new: Ref, old: Ref) -> bool:
    upper, lower = ledger.interval(new), ledger.interval(old)
    quotient = upper.over(lower) if upper is not None and lower is not None else None
    return quotient is not None and agree(said, Interval(quotient.low - 1, quotient.high - 1))


def _is_near(key: Key, period: Period | None) -> bool:
    """Whether a column ends within two weeks of a period of the same length, as fiscal calendars shift."""
    column = key[0]
    if period is None or key[1] or column.end is None or period.end is None:
        return False
    if (column.start is None) != (period.start is None) or abs((column.end - period.end).days) > 14:
        return False
    return column.start is None or period.start is None or abs((column.start - period.start).days) <= 14


def year_before(period: Period) -> Period | None:
    """The same period one year earlier."""
    if period.end is None:
        return None
    return Period(_earlier(period.start) if period.start else None, _earlier(period.end))


def _earlier(day: date) -> date:
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return date(day.year - 1, day.month, last)
