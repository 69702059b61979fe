"""Strategies for concepts."""

from __future__ import annotations

from functools import cache
from typing import Final

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from xbrlgen.model import Balance, Concept, PeriodType, QName
from xbrlgen.model.itemtypes import base_of
from xbrlgen.testing.strategies.names import qnames, tokens

# Those that us-gaap is made of, the commonest first; then the rest of what a fact can be of.
USUAL_TYPES: Final = (
    "monetaryItemType",
    "stringItemType",
    "percentItemType",
    "sharesItemType",
    "perShareItemType",
    "textBlockItemType",
    "booleanItemType",
    "dateItemType",
    "pureItemType",
    "integerItemType",
    "decimalItemType",
    "durationItemType",
    "gYearItemType",
)
OTHER_TYPES: Final = (
    "volumeItemType",
    "nonNegativeIntegerItemType",
    "positiveIntegerItemType",
    "longItemType",
    "byteItemType",
    "unsignedShortItemType",
    "floatItemType",
    "doubleItemType",
    "normalizedStringItemType",
    "tokenItemType",
    "noLangStringItemType",
    "languageItemType",
    "anyURIItemType",
    "hexBinaryItemType",
    "dateTimeItemType",
    "timeItemType",
    "gYearMonthItemType",
    "gMonthDayItemType",
    "gMonthItemType",
    "gDayItemType",
    "QNameItemType",
)
NAME_TYPES: Final = ("enumerationItemType", "enumerationSetItemType")


@cache
def item_types() -> SearchStrategy[str]:
    """Item types, from the commonest to the rare; enumerations are left out."""
    return st.sampled_from(USUAL_TYPES + OTHER_TYPES)


@st.composite
def concepts(
    draw: st.DrawFn,
    *,
    names: SearchStrategy[QName] | None = None,
    types: SearchStrategy[str] | None = None,
    labels: SearchStrategy[str] | None = None,
) -> Concept:
    """Concepts that facts can be of."""
    item_type = draw(item_types() if types is None else types)
    monetary = base_of(item_type) == "monetaryItemType"
    return Concept(
        name=draw(qnames() if names is None else names),
        type=item_type,
        period_type=draw(st.sampled_from((PeriodType.DURATION, PeriodType.INSTANT))),
        balance=draw(st.sampled_from((None, Balance.DEBIT, Balance.CREDIT))) if monetary else None,
        label=draw(st.just("") | tokens() if labels is None else labels),
        nillable=draw(st.sampled_from((True, True, False))),
    )
