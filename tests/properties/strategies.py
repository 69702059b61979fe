"""Strategies that several laws share and that the testing kit doesn't have."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from xbrlgen.testing.strategies import concepts, facts_of

facts = concepts().flatmap(facts_of)


def no_words() -> SearchStrategy[str]:
    """What no identifier can be: nothing, or something with a space."""
    return st.sampled_from(("", " ", "a b", "a\tb", "\n", "x "))
