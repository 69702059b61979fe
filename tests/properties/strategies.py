"""Strategies that several laws share: those of the kit, and what can't be."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from xbrlgen.testing.strategies import (
    accuracies,
    amounts,
    concepts,
    currencies,
    days,
    dimensions,
    durations,
    entities,
    facts_of,
    instants,
    item_types,
    languages,
    namespaces,
    ncnames,
    periods,
    periods_of,
    qnames,
    reports,
    rounded,
    texts,
    tokens,
    units,
    units_of,
    values_of,
    words,
)

__all__ = [
    "accuracies",
    "amounts",
    "concepts",
    "currencies",
    "days",
    "dimensions",
    "durations",
    "entities",
    "facts",
    "facts_of",
    "instants",
    "item_types",
    "languages",
    "namespaces",
    "ncnames",
    "no_words",
    "periods",
    "periods_of",
    "qnames",
    "reports",
    "rounded",
    "texts",
    "tokens",
    "units",
    "units_of",
    "values_of",
    "words",
]

facts = concepts().flatmap(facts_of)


def no_words() -> SearchStrategy[str]:
    """What no identifier can be: nothing, or something with a space."""
    return st.sampled_from(("", " ", "a b", "a\tb", "\n", "x "))
