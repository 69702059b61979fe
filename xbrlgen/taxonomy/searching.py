"""Finds concepts by words."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from math import log
from typing import TYPE_CHECKING

from attrs import frozen

from xbrlgen.taxonomy.words import words_of

if TYPE_CHECKING:
    from xbrlgen.taxonomy.index import Taxonomy


@frozen
class Hit:
    """A concept that was found, and how well it fits: 1 is every word and no other."""

    name: str
    score: float


@frozen
class WordIndex:
    """Which names hold a word, and which words a name holds."""

    names: dict[str, frozenset[str]]
    places: dict[str, tuple[str, ...]]

    def weight(self, word: str) -> float:
        """How much a word tells: rare ones more than common ones."""
        return log(1 + len(self.names) / (1 + len(self.places.get(word, ()))))


def search(taxonomy: Taxonomy, words: str, limit: int, *, abstract: bool) -> tuple[Hit, ...]:
    """The concepts whose names share most with the words; rare words weigh more than common ones."""
    asked = frozenset(stem(word) for text in words.split() for word in _split(text))
    index = words_in(taxonomy)
    near = {name for word in asked for name in index.places.get(word, ())}
    scored = ((_fit(index, asked, index.names[name]), name) for name in near)
    ranked = sorted(scored, key=lambda pair: (-pair[0], len(pair[1]), pair[1]))
    hits = (Hit(name, round(score, 4)) for score, name in ranked if abstract or _is_fact(taxonomy, name))
    return tuple(hit for hit, _ in zip(hits, range(limit), strict=False))


def stem(word: str) -> str:
    """A word without case and plural ending.

    >>> stem("Liabilities"), stem("Shares"), stem("loss"), stem("Taxes")
    ('liability', 'share', 'loss', 'tax')
    """
    plain = word.lower()
    for ending, instead in (
        ("ies", "y"),
        ("sses", "ss"),
        ("xes", "x"),
        ("ss", "ss"),
        ("us", "us"),
        ("s", ""),
    ):
        if plain.endswith(ending) and len(plain) > len(ending) + 1:
            return plain.removesuffix(ending) + instead
    return plain


def _split(text: str) -> tuple[str, ...]:
    return (
        words_of(text)
        if text.isalnum() and not text.isupper()
        else tuple("".join(letter if letter.isalnum() else " " for letter in text).split())
    )


def _fit(index: WordIndex, asked: frozenset[str], held: frozenset[str]) -> float:
    whole = sum(index.weight(word) for word in asked | held)
    return sum(index.weight(word) for word in asked & held) / whole if whole else 0.0


def _is_fact(taxonomy: Taxonomy, name: str) -> bool:
    concept = taxonomy.concept(name)
    return concept is not None and not concept.abstract


@lru_cache(maxsize=8)
def words_in(taxonomy: Taxonomy) -> WordIndex:
    """The words of all names of a taxonomy, gathered once."""
    names = {name: frozenset(map(stem, words_of(name))) for name in taxonomy.names()}
    places: dict[str, list[str]] = defaultdict(list)
    for name, words in names.items():
        for word in words:
            places[word].append(name)
    return WordIndex(names, {word: tuple(listed) for word, listed in places.items()})
