"""What filers call their concepts: a look-up from label words to concepts with their shares."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from attrs import field, frozen

from xbrlgen.tagging.known.words import loose
from xbrlgen.taxonomy.editions import data_folder

# Reports from this year on are told by recent filers: revenue has had other concepts since (ASU 2014-09).
_FIRST_RECENT_YEAR = 2017
# What a recent filer and an earlier one count for such a report, and a recent one for an earlier report,
# where an earlier filer counts for one. A fifth more or less changes nothing on any release.
_RECENT_WEIGHT = 12.0
_OLD_WEIGHT = 0.25
_RECENT_WEIGHT_BEFORE = 0.5
# Likeness, the cosine of weighted words, of labels that are heard for another: with less, labels of other
# things are heard, and with more, those that only put it otherwise aren't.
_NEAR_ENOUGH = 0.5
# Labels heard at most: with half as many, a rare wording outweighs the usual ones.
_NEIGHBOURS = 12
# So that rounding keeps out none that is just near enough.
_A_LITTLE_LESS = 0.999
# A word that no label has tells nearly as much as the rarest that some have (9.6).
_WEIGHT_OF_UNSEEN = 8.0


Counts = Mapping[str, tuple[int, int]]
Near = tuple[Mapping[str, float], float, float]


@frozen(eq=False)
class LabelTable:
    """Filers by statement, label words and concept, with a step back to looser words and to near labels.

    ``groups`` are the labels of the same words, by statement and words, as they are written: of the many only
    those that are asked for are parsed.
    """

    groups: Mapping[str, str] = field(repr=False)
    postings: Mapping[str, Mapping[str, Sequence[str]]] = field(repr=False)
    weights: Mapping[str, float] = field(repr=False)
    lengths: Mapping[str, float] = field(repr=False)

    @classmethod
    def of(cls, text: str) -> LabelTable:
        """The table that a text of `xbrlgen.tagging.known.compiling.written` holds."""
        blocks = (block.partition("\0") for block in text.rstrip("\n").replace("\n\t", "\0").split("\n"))
        groups = {head: rows for head, _, rows in blocks if rows}
        postings: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for head in groups:
            statement, _, rough = head.partition("\t")
            of_statement = postings[statement]
            for word in rough.split(" "):
                of_statement[word].append(rough)
        frequency: Counter[str] = Counter()
        for of_statement in postings.values():
            frequency.update({word: len(labels) for word, labels in of_statement.items()})
        weights = {word: math.log(1 + len(groups) / count) for word, count in frequency.items()}
        return cls(groups, postings, weights, _Lengths(weights))

    def exact(self, statement: str, label: str) -> Counts:
        """The filers of each concept that have the very label."""
        return self._group(statement, loose(label)).get(label, {})

    def loosened(self, statement: str, rough: str) -> Counts:
        """The filers of each concept that have a label of these words."""
        labels = list(self._group(statement, rough).values())
        if len(labels) == 1:
            return labels[0]
        counts: dict[str, tuple[int, int]] = {}
        for found in labels:
            for concept, (old, recent) in found.items():
                before, since = counts.get(concept, (0, 0))
                counts[concept] = (before + old, since + recent)
        return counts

    def _group(self, statement: str, rough: str) -> Mapping[str, Counts]:
        return read_group(self.groups.get(f"{statement}\t{rough}", ""))

    def shares(self, statement: str, label: str, year: int) -> Mapping[str, float]:
        """The share of each concept under a label as it is, or loosened, where a filer had it."""
        return _shares(self, statement, label, year)

    def support(self, statement: str, label: str, year: int) -> float:
        """How many filers, weighted by era, have the label, at least loosened."""
        return sum(_weighted(self.loosened(statement, loose(label)), year).values())

    def filers(self, statement: str, label: str) -> int:
        """How many filers have the label, at least loosened."""
        return sum(map(sum, self.loosened(statement, loose(label)).values()))

    def near(self, statement: str, label: str, year: int) -> Near:
        """The share of each concept under the labels nearest by their words, how near, and how often seen.

        The label itself is no neighbour: what it says is in ``shares``.
        """
        return _near(self, statement, loose(label), year)

    def nearest(self, statement: str, wanted: frozenset[str]) -> tuple[tuple[str, float], ...]:
        """The labels most like some words, with their likeness."""
        squares = {word: self._weight(word) ** 2 for word in sorted(wanted)}
        length = math.sqrt(sum(squares.values())) or 1.0
        close = [
            (other, likeness)
            for other in self._sharing(statement, squares, _NEAR_ENOUGH * length * _A_LITTLE_LESS)
            if (likeness := _common(other, squares) / (length * self.lengths[other])) >= _NEAR_ENOUGH
        ]
        return tuple(sorted(close, key=lambda pair: (-pair[1], pair[0]))[:_NEIGHBOURS])

    def _sharing(self, statement: str, squares: Mapping[str, float], least: float) -> Iterator[str]:
        """The labels that may have words enough in common to be near.

        A likeness is at most the root of the share that the words in common have of all those wanted: of the
        commonest words, which are in most labels, so many are passed over as can't make one near.
        """
        passed = 0.0
        shared: dict[str, float] = defaultdict(float)
        postings = self.postings.get(statement, {})
        for word, square in sorted(squares.items(), key=lambda pair: pair[1]):
            if not shared and passed + square < least**2:
                passed += square
                continue
            labels = postings.get(word, ())
            if not shared:
                shared.update(dict.fromkeys(labels, square))
                continue
            for other in labels:
                shared[other] += square
        lengths = self.lengths
        return (other for other, common in shared.items() if common + passed >= least * lengths[other])

    def _weight(self, word: str) -> float:
        return self.weights.get(word, _WEIGHT_OF_UNSEEN)


def _common(label: str, squares: Mapping[str, float]) -> float:
    """How much of what is wanted a label says."""
    words = label.split()
    return sum([square for word, square in squares.items() if word in words])


class _Lengths(dict[str, float]):
    """The length of each label, found when asked for; words are added up in their order: a set has none."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        super().__init__()
        self._weights = weights

    def __missing__(self, label: str) -> float:
        weights = self._weights
        length = math.sqrt(sum([weights[word] ** 2 for word in label.split()]))
        self[label] = length
        return length


@lru_cache(maxsize=16384)
def read_group(text: str) -> Mapping[str, Counts]:
    r"""The labels of a group, with the filers of each concept.

    >>> dict(read_group("cash hand\tCash 3 4,Funds 0 1")["cash hand"])
    {'Cash': (3, 4), 'Funds': (0, 1)}
    """
    rows = (row.split("\t") for row in filter(None, text.split("\0")))
    return MappingProxyType({label: MappingProxyType(_counts(concepts)) for label, concepts in rows})


def _counts(text: str) -> dict[str, tuple[int, int]]:
    counts = {}
    for concept in text.split(","):
        name, old, recent = concept.split(" ")
        counts[name] = (int(old), int(recent))
    return counts


def _weighted(counts: Counts, year: int) -> dict[str, float]:
    if year >= _FIRST_RECENT_YEAR:
        return {
            concept: old * _OLD_WEIGHT + recent * _RECENT_WEIGHT for concept, (old, recent) in counts.items()
        }
    return {concept: old + recent * _RECENT_WEIGHT_BEFORE for concept, (old, recent) in counts.items()}


def in_shares(counts: Mapping[str, float]) -> dict[str, float]:
    """Counts, or beliefs, as shares of their sum; nothing where that is nothing."""
    total = sum(counts.values())
    return {concept: count / total for concept, count in counts.items()} if total else {}


def _mixed(first: Mapping[str, float], second: Mapping[str, float], trust: float) -> dict[str, float]:
    names = {*first, *second}
    return {
        name: trust * first.get(name, 0.0) + (1 - trust) * second.get(name, 0.0) for name in sorted(names)
    }


# What is asked of the table is found once for each label: a release says most of them several times.


@lru_cache(maxsize=4096)
def _shares(table: LabelTable, statement: str, label: str, year: int) -> Mapping[str, float]:
    exact = _weighted(table.exact(statement, label), year)
    rough = _weighted(table.loosened(statement, loose(label)), year)
    total = sum(exact.values())
    return MappingProxyType(_mixed(in_shares(exact), in_shares(rough), total / (total + 3.0)))


@lru_cache(maxsize=4096)
def _near(table: LabelTable, statement: str, mine: str, year: int) -> Near:
    nearest = [one for one in table.nearest(statement, frozenset(mine.split())) if one[0] != mine]
    found: dict[str, float] = defaultdict(float)
    heard = 0.0
    for other, likeness in nearest:
        counts = table.loosened(statement, other)
        for concept, share in in_shares(_weighted(counts, year)).items():
            found[concept] += share * likeness**4
        heard += sum(map(sum, counts.values())) * likeness**4
    return MappingProxyType(in_shares(found)), nearest[0][1] if nearest else 0.0, heard


@lru_cache(maxsize=1)
def label_table() -> LabelTable:
    """The table that comes with the package."""
    return LabelTable.of((data_folder() / "labels-filers.tsv").read_text(encoding="utf-8"))
