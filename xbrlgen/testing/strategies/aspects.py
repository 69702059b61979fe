"""Strategies for entities, periods, units and dimensions."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Final

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from xbrlgen.model import Dimension, Entity, Member, Period, QName, TypedMember, Unit
from xbrlgen.testing.strategies.names import namespaces, qnames, texts, words

FIRST: Final = date(1990, 1, 1)
LAST: Final = date(2035, 12, 31)
# The currencies most filers report in, the commonest first, as examples shrink to it.
CURRENCIES: Final = ("USD", "EUR", "JPY", "GBP", "CHF", "CNY", "CAD", "KWD")
USUAL_UNITS: Final = ("USD", "shares", "pure", "USD/shares", "EUR", "JPY/shares")


@cache
def entities() -> SearchStrategy[Entity]:
    """Companies by their number at the SEC, and others in other schemes."""
    numbers = st.integers(1, 10**10 - 1).map("{:010}".format)
    return st.builds(Entity, numbers) | st.builds(Entity, words(), namespaces())


@cache
def days(*, first: date = FIRST, last: date = LAST) -> SearchStrategy[date]:
    """Days, the ends of months often."""
    plain = st.dates(first, last)
    return plain.map(_month_end).filter(lambda day: day <= last) | plain


def _month_end(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)


@cache
def _times(first: date, last: date) -> SearchStrategy[datetime]:
    between = st.datetimes(datetime.combine(first, time()), datetime.combine(last, time()))
    return between.map(lambda moment: moment.replace(microsecond=0))


@cache
def instants(*, first: date = FIRST, last: date = LAST, times: bool = False) -> SearchStrategy[Period]:
    """Moments: ends of days and, with ``times``, others too."""
    ends = days(first=first, last=last)
    moments = ends | _times(first, last) if times else ends
    return moments.map(lambda moment: Period(None, moment))


@cache
def durations(*, first: date = FIRST, last: date = LAST, times: bool = False) -> SearchStrategy[Period]:
    """Times from a beginning to an end; with ``times`` they may begin and end within a day."""
    plain = st.tuples(days(first=first, last=last), days(first=first, last=last)).map(_in_order)
    if not times:
        return plain
    moments = st.tuples(_times(first, last), _times(first, last)).filter(lambda pair: pair[0] != pair[1])
    return plain | moments.map(lambda pair: Period.duration(min(pair), max(pair)))


def _in_order(pair: tuple[date, date]) -> Period:
    return Period.duration(min(pair), max(pair))


@cache
def periods(*, times: bool = False) -> SearchStrategy[Period]:
    """Periods of every kind."""
    return instants(times=times) | durations(times=times) | st.just(Period.forever())


@cache
def currencies() -> SearchStrategy[Unit]:
    """Plain money."""
    return st.sampled_from([Unit.of(code) for code in CURRENCIES])


@cache
def units() -> SearchStrategy[Unit]:
    """Units as filers use them, and any algebra of measures."""
    usual = st.sampled_from([Unit.of(words) for words in USUAL_UNITS])
    return usual | products()


@cache
def products() -> SearchStrategy[Unit]:
    """Units of up to three measures above and two below the line, none on both sides."""
    measures = st.lists(qnames() | currencies().map(lambda unit: unit.numerators[0]), min_size=1, max_size=5)
    return st.builds(_split, measures, st.integers(1, 3))


def _split(measures: list[QName], at: int) -> Unit:
    above = measures[:at]
    return Unit(above, [measure for measure in measures[at:] if measure not in above])


@cache
def dimensions(
    *,
    axes: SearchStrategy[QName] | None = None,
    members: SearchStrategy[QName] | None = None,
    typed_axes: SearchStrategy[QName] | None = None,
    typed_values: SearchStrategy[str | None] | None = None,
    max_size: int = 3,
) -> SearchStrategy[tuple[Dimension, ...]]:
    """Values of up to ``max_size`` different axes, explicit or typed, in any order."""
    explicit: SearchStrategy[Dimension] = st.builds(Member, _given(axes), _given(members))
    values = st.none() | texts() if typed_values is None else typed_values
    typed: SearchStrategy[Dimension] = st.builds(TypedMember, _given(typed_axes), values)
    each = st.lists(explicit | typed, max_size=max_size, unique_by=_axis)
    return each.map(tuple)


def _given(names: SearchStrategy[QName] | None) -> SearchStrategy[QName]:
    return qnames() if names is None else names


def _axis(dimension: Dimension) -> QName:
    return dimension.axis
