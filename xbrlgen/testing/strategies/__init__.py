"""Hypothesis strategies for all that a filing is made of, from names to filings on disk."""

from __future__ import annotations

from xbrlgen.testing.strategies.aspects import (
    currencies,
    days,
    dimensions,
    durations,
    entities,
    instants,
    periods,
    units,
)
from xbrlgen.testing.strategies.concepts import concepts, item_types
from xbrlgen.testing.strategies.facts import facts_of, periods_of, units_of, values_of
from xbrlgen.testing.strategies.names import languages, namespaces, ncnames, qnames, texts, tokens, words
from xbrlgen.testing.strategies.numbers import accuracies, amounts, rounded
from xbrlgen.testing.strategies.reports import declarable, reports

__all__ = [
    "accuracies",
    "amounts",
    "concepts",
    "currencies",
    "days",
    "declarable",
    "dimensions",
    "durations",
    "entities",
    "facts_of",
    "instants",
    "item_types",
    "languages",
    "namespaces",
    "ncnames",
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
