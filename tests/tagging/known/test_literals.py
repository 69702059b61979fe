"""The texts that patterns can't match without."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xbrlgen.tagging.concepts.rules import rules
from xbrlgen.tagging.known.literals import literals

PARTS = [
    "a",
    "b ",
    "ab",
    ".",
    ".*",
    "[ab]",
    "[^|(]",
    r"\b",
    r"\(",
    "a?",
    "ab*",
    "b{2,3}",
    "a{0,2}",
    "a+",
    "^",
    "$",
]


def combined(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    parts = st.lists(inner, min_size=1, max_size=4)
    grouped = st.tuples(inner, inner, st.sampled_from(["", "?", "*", "{2}"]))
    return parts.map("".join) | parts.map("|".join) | grouped.map(lambda of: f"(?:{of[0]}|{of[1]}){of[2]}")


patterns = st.recursive(st.sampled_from(PARTS), combined, max_leaves=10)


@given(patterns, st.text("ab (|", max_size=12))
def test_whatever_matches_has_one_of_them(pattern: str, text: str) -> None:
    if re.search(pattern, text):
        assert any(each in text for each in literals(pattern))


@given(st.data())
def test_no_rule_is_missed(data: st.DataObject) -> None:
    rule = data.draw(st.sampled_from(rules()))
    assert rule.speaks_of(data.draw(st.from_regex(rule.words)))


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        pytest.param("^net sales?$", ("net sale",), id="a letter that needn't be there"),
        pytest.param("costs*", ("cost",), id="letters that needn't be there"),
        pytest.param(r"profit\b.*tax", ("profit",), id="parts"),
        pytest.param("(total )?(cost|expense)", ("",), id="nothing outside brackets"),
        pytest.param("(a(b|c)d)?tax|(x)", ("tax", ""), id="brackets in brackets"),
    ],
)
def test_they_are_the_longest(pattern: str, found: tuple[str, ...]) -> None:
    assert literals(pattern) == found
