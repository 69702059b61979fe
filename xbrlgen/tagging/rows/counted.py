"""Rows of counts under stretches of time: whether these are counted at the end of one, or it isn't said."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from xbrlgen.tagging.known.tables import pairs
from xbrlgen.tagging.known.words import singular, unbracketed


@lru_cache(maxsize=4096)
def counted_at_end(label: str, section: tuple[str, ...]) -> bool:
    """Whether things are counted that are there at a moment, and nothing is said of what was done with them.

    >>> counted_at_end("Number of restaurants", ()), counted_at_end("Restaurants opened", ())
    (True, False)
    >>> counted_at_end("Customers per branch", ()), counted_at_end("Midwest", ("Headcount:",))
    (False, True)
    """
    words = _all_words(label)
    if any(word in _named("deed") or word in _named("vague") for word in words):
        return False
    return _names_a_thing(label) or _is_of_a_tally(section)


@lru_cache(maxsize=4096)
def is_left_open(label: str) -> bool:
    """Whether what is counted may be there at the end of a time, over it or on average, for all that is said.

    >>> is_left_open("Active customers"), is_left_open("Average daily users")
    (True, False)
    """
    words = _all_words(label)
    open_words = any(word in _named("vague") for word in words)
    return open_words and not _SAYS_WHEN.search(" ".join(words))


_SAYS_WHEN: Final = re.compile(
    r"\baverage\b|\bend (?:of )?(?:the )?(?:period|quarter|year|month)\b|\bending\b|\bper\b"
    r"|\b(?:period|quarter|year|month) end\b"
    r"|\b(?:new|added?|additions?|gained|lost|hours?|minutes?|growth|change|ratio)\b"
)
# A thing ends where a bracket, a comma or what is said of it begins.
_ENDS: Final = re.compile(
    r"[(,:;/–—]|\b(?:of|in|at|per|with|for|by|from|under|over|as|on|to|that|than|and)\b|>"
)
_NUMBER_OF: Final = re.compile(r"^\W*(?:(?:total|average) )?(?:number|count|no\.|#) of ")


def _names_a_thing(label: str) -> bool:
    """Whether the name of what a row counts ends in the word for a thing that is there."""
    named = _ENDS.split(_NUMBER_OF.sub("", label.lower()), maxsplit=1)[0]
    words = [singular(word) for word in re.findall(r"[a-z]+", named)]
    while len(words) > 1 and words[-1] in _named("state"):
        words.pop()
    return bool(words) and not _named("thing").isdisjoint({words[-1], words[-1].removesuffix("e")})


def _is_of_a_tally(section: tuple[str, ...]) -> bool:
    """Whether the heading right above is of a backlog, or says that a thing is counted."""
    above = unbracketed(section[-1]) if section else ""
    if any(word in _named("deed") for word in above.split()):
        return False
    said = [re.search(text, above) for place, text in pairs("rules-moments.tsv") if place == "tally"]
    return above.endswith(_STANDING) or (any(said) and _names_a_thing(section[-1]))


# What a heading may end in that is counted at a moment whatever it is of.
_STANDING: Final = ("headcount", "backlog")


def _all_words(label: str) -> list[str]:
    return [singular(word) for word in re.findall(r"[a-z]+", label.lower())]


@lru_cache(maxsize=4)
def _named(place: str) -> frozenset[str]:
    return frozenset(
        word for name, text in pairs("rules-moments.tsv") if name == place for word in text.split()
    )
