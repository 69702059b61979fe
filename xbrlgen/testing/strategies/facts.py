"""Strategies for values and facts."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import Final

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from xbrlgen.model import Concept, Dimension, Entity, Fact, Period, PeriodType, Unit
from xbrlgen.model.itemtypes import NUMERIC, RANGES
from xbrlgen.testing.strategies.aspects import currencies, dimensions, durations, entities, instants, units
from xbrlgen.testing.strategies.names import languages, qnames, texts, tokens, words
from xbrlgen.testing.strategies.numbers import accuracies, amounts

_BIG: Final = 10**15
_FLOATS: Final = frozenset({"floatItemType", "doubleItemType"})


@cache
def _lines() -> SearchStrategy[str]:
    return texts().map(lambda text: text.replace("\t", " ").replace("\n", " "))


@cache
def _enumerations() -> SearchStrategy[str]:
    return qnames().map(lambda name: name.expanded)


@cache
def _enumeration_sets() -> SearchStrategy[str]:
    return st.sets(_enumerations(), max_size=3).map(lambda names: " ".join(sorted(names)))


_TEXTS: Final[Mapping[str, SearchStrategy[str]]] = MappingProxyType(
    {
        "booleanItemType": st.sampled_from(("true", "false")),
        "dateItemType": st.dates().map(lambda day: day.isoformat()),
        "dateTimeItemType": st.datetimes().map(lambda moment: moment.replace(microsecond=0).isoformat()),
        "timeItemType": st.times().map(lambda moment: moment.replace(microsecond=0).isoformat()),
        "gYearItemType": st.integers(1000, 9999).map(str),
        "gYearMonthItemType": st.dates().map(lambda day: day.isoformat()[:7]),
        "gMonthDayItemType": st.dates().map(lambda day: f"-{day.isoformat()[4:]}"),
        "gMonthItemType": st.integers(1, 12).map("--{:02}".format),
        "gDayItemType": st.integers(1, 31).map("---{:02}".format),
        "durationItemType": st.builds("P{}Y{}M{}D".format, *[st.integers(0, 30)] * 3),
        "languageItemType": languages(),
        "hexBinaryItemType": st.binary(max_size=6).map(lambda data: data.hex().upper()),
        "base64BinaryItemType": st.just("eGJybA=="),
        "anyURIItemType": st.builds("http://example.com/{}".format, st.integers(0, 99)),
        "normalizedStringItemType": _lines(),
        "tokenItemType": tokens(),
        "QNameItemType": _enumerations(),
        "enumerationItemType": _enumerations(),
        "enumerationSetItemType": _enumeration_sets(),
    }
)


@cache
def units_of(concept: Concept) -> SearchStrategy[Unit]:
    """Units that facts of a numeric concept can have."""
    if concept.base == "monetaryItemType":
        return currencies()
    if concept.base == "sharesItemType":
        return st.just(Unit.of("shares"))
    if concept.base == "pureItemType":
        return st.just(Unit.of("pure"))
    return st.just(Unit.of("USD/shares")) if concept.type == "perShareItemType" else units()


@cache
def numbers_of(concept: Concept) -> SearchStrategy[Decimal]:
    """Numbers that facts of a numeric concept can have."""
    limits = RANGES.get(concept.base)
    if limits is None:
        return amounts(digits=6 if concept.base in _FLOATS else 12)
    low = -_BIG if limits.low is None else int(limits.low)
    high = _BIG if limits.high is None else int(limits.high)
    return st.integers(max(low, -_BIG), min(high, _BIG)).map(Decimal)


@cache
def values_of(concept: Concept) -> SearchStrategy[Decimal | str]:
    """Values that facts of a concept can have, nil aside."""
    if concept.base in NUMERIC:
        return numbers_of(concept)
    return _TEXTS.get(concept.base, texts())


@cache
def periods_of(concept: Concept, *, times: bool = False) -> SearchStrategy[Period]:
    """Periods that facts of a concept can have."""
    if concept.period_type is PeriodType.INSTANT:
        return instants(times=times)
    return durations(times=times) | st.just(Period.forever())


@st.composite
def facts_of(
    draw: st.DrawFn,
    concept: Concept,
    *,
    ids: SearchStrategy[str] | None = None,
    entity: SearchStrategy[Entity] | None = None,
    period: SearchStrategy[Period] | None = None,
    dimension_sets: SearchStrategy[tuple[Dimension, ...]] | None = None,
    nil: bool = True,
) -> Fact:
    """Facts of one concept; nil ones among them unless ``nil`` is false or the concept refuses it."""
    is_nil = nil and concept.nillable and draw(st.integers(0, 9)) == 9
    numeric = concept.is_numeric
    return Fact(
        id=draw(words() if ids is None else ids),
        concept=concept,
        entity=draw(entities() if entity is None else entity),
        period=draw(periods_of(concept) if period is None else period),
        value=None if is_nil else draw(values_of(concept)),
        unit=draw(units_of(concept)) if numeric else None,
        dimensions=draw(dimensions() if dimension_sets is None else dimension_sets),
        decimals=draw(accuracies()) if numeric and not is_nil else None,
        language=draw(languages() | st.none()) if concept.is_text else None,
    )
