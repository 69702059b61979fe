"""Finds concepts by words."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import islice
from math import log
from typing import TYPE_CHECKING

from attrs import frozen

from xbrlgen.taxonomy.words import words_of

if TYPE_CHECKING:
    from xbrlgen.taxonomy.asking.index import Taxonomy

# How much it counts that a concept stands in the sums of a statement, as most numbers asked for do.
_FACE = 0.12
# Words so common in names that they tell next to nothing.
_EMPTY = frozenset({"and", "of", "the", "in", "for", "to", "by", "from", "on", "or", "a", "at", "total"})

# Words that names carry and people leave out: the other sign of an amount, and how it is measured.
_UNSPOKEN = frozenset({"loss", "benefit", "used", "provided", "carrying", "value", "net", "amount"})


@frozen
class Hit:
    """A concept that was found, and how well it fits: 1 is every word and no other, on a statement."""

    name: str
    score: float


@frozen
class WordIndex:
    """Which names hold a word, and which words a name holds."""

    names: dict[str, frozenset[str]]
    places: dict[str, tuple[str, ...]]

    def weight(self, word: str) -> float:
        """How much a word tells: rare ones more than common ones."""
        told = log(1 + len(self.names) / (1 + len(self.places.get(word, ()))))
        return told / 8 if word in _EMPTY else told


def search(taxonomy: Taxonomy, words: str, limit: int, *, abstract: bool) -> tuple[Hit, ...]:
    """The concepts whose names share most with the words; rare words weigh more than common ones.

    Concepts in the sums of statements come before others that fit as well; deprecated ones are left out.
    """
    asked = frozenset(stem(word) for text in words.split() for word in _split(text))
    index = words_in(taxonomy)
    near = {name for word in asked for name in index.places.get(word, ())}
    faces = taxonomy.networks.on_statements
    scored = ((_score(index, asked, name, on_face=name in faces), name) for name in near)
    ranked = sorted(scored, key=lambda pair: (-pair[0], len(pair[1]), pair[1]))
    hits = (
        Hit(name, round(score, 4)) for score, name in ranked if _is_wanted(taxonomy, name, abstract=abstract)
    )
    return tuple(islice(hits, limit))


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


def _score(index: WordIndex, asked: frozenset[str], name: str, *, on_face: bool) -> float:
    held = index.names[name]
    extra = sum(index.weight(word) / (3 if word in _UNSPOKEN else 1) for word in held - asked)
    whole = sum(index.weight(word) for word in asked) + extra
    shared = sum(index.weight(word) for word in asked & held)
    return (1 - _FACE) * (shared / whole if whole else 0.0) + _FACE * on_face


def _is_wanted(taxonomy: Taxonomy, name: str, *, abstract: bool) -> bool:
    concept = taxonomy.concept(name)
    return concept is not None and (abstract or not concept.abstract) and not taxonomy.is_deprecated(name)


@lru_cache(maxsize=8)
def words_in(taxonomy: Taxonomy) -> WordIndex:
    """The words of all names of a taxonomy, gathered once."""
    names = {name: frozenset(map(stem, words_of(name))) for name in taxonomy.names()}
    places: dict[str, list[str]] = defaultdict(list)
    for name, words in names.items():
        for word in words:
            places[word].append(name)
    return WordIndex(names, {word: tuple(listed) for word, listed in places.items()})
