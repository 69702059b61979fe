"""The taxonomy of one family in one year, asked from the index."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from enum import Enum
from functools import cached_property, lru_cache
from pathlib import Path

from attrs import evolve, field, frozen

from xbrlgen.model import Concept, QName
from xbrlgen.taxonomy.asking.fates import Fate, fate_of
from xbrlgen.taxonomy.asking.networks import Contribution, Networks
from xbrlgen.taxonomy.asking.searching import Hit, search
from xbrlgen.taxonomy.asking.trees import RoleTree
from xbrlgen.taxonomy.editions import Edition, data_folder, edition_for, read_editions
from xbrlgen.taxonomy.errors import UnknownConceptError, UnknownYearError, nearest_words
from xbrlgen.taxonomy.files.concepts import ConceptTable, concepts_path, read_table
from xbrlgen.taxonomy.files.records import Standing
from xbrlgen.taxonomy.words import label_of

_QUARTER = re.compile(r"(?<=\d{4})q[1-4]\Z")


class Evidence(Enum):
    """What a concept of a year rests on."""

    DECLARED = "declared in the schema of the year"
    INFERRED = "named in the year; its attributes are inferred"
    NEIGHBOURS = "the year isn't covered; the years on both sides have it, or its own sums name it"
    ONE_NEIGHBOUR = "the year isn't covered; only one of the years next to it has it"


@frozen(cache_hash=True)
class Taxonomy:
    """The standard taxonomy of one family as published in one year.

    ``note`` says what was taken instead of what was asked for, and how well the year is known; it is empty
    where the year is covered in full.
    """

    edition: Edition
    folder: Path = field(repr=False)
    fallback: str = field(default="", eq=False)
    table: ConceptTable = field(repr=False, eq=False, default=ConceptTable((), {}))

    @classmethod
    def of(cls, family: str, when: int | date, *, folder: Path | None = None) -> Taxonomy:
        """The taxonomy of a family that was in use in a year or on a day.

        >>> Taxonomy.of("us-gaap", 2013).concept("Revenues").type
        'monetaryItemType'
        >>> Taxonomy.of("us-gaap", 2010).note
        'there was no edition of us-gaap in 2010; that of 2009 was in use and is taken'
        """
        return taxonomy_in(family, when, folder or data_folder())

    @property
    def family(self) -> str:
        """The prefix it goes by: ``us-gaap``, ``srt``, ``dei``, ..."""
        return self.edition.family

    @property
    def year(self) -> int:
        """The year of the edition, which may differ from the one asked for."""
        return self.edition.year

    @property
    def namespace(self) -> str:
        """The namespace of its concepts."""
        return self.edition.namespace

    @property
    def schema_location(self) -> str:
        """The official address of the schema that declares its concepts."""
        return self.edition.address

    @cached_property
    def witnesses(self) -> tuple[int, ...]:
        """The covered years that stand for this one: itself, or its nearest neighbours on both sides."""
        covered = self.table.covered
        if self.year in covered:
            return (self.year,)
        before = [year for year in covered if year < self.year][-1:]
        after = [year for year in covered if year > self.year][:1]
        return (*before, *after)

    @property
    def note(self) -> str:
        """What was taken instead of what was asked for, in words; empty where nothing was."""
        uncovered = ""
        if self.witnesses != (self.year,):
            years = " and ".join(map(str, self.witnesses)) or "no year"
            uncovered = f"{self.family} {self.year} isn't in the index; it is inferred from {years}"
        return "; ".join(filter(None, (self.fallback, uncovered)))

    def sibling(self, family: str) -> Taxonomy:
        """The taxonomy of another family that goes with this one."""
        return Taxonomy.of(family, self.year, folder=self.folder)

    def concept(self, name: str) -> Concept | None:
        """The concept of that local name, or None.

        In a year that isn't covered there is only what both neighbouring years have, or one of them and a
        sum of the year itself.
        """
        return concept_in(self, name)

    def possible(self, name: str) -> Concept | None:
        """Like `concept`, but in a year not covered one neighbour is enough."""
        if name not in self.table.lines:
            return None
        return self.concept(name) or _build(self, name, self._standings(name))

    def require(self, name: str) -> Concept:
        """The concept of that name, or an error that tells the nearest names."""
        found = self.concept(name)
        if found is None:
            near = self.nearest(name)
            msg = f"{self.family} {self.year} has no concept {name!r}{nearest_words(near)}"
            raise UnknownConceptError(msg, near)
        return found

    def names(self) -> Iterator[str]:
        """The names of all concepts, in alphabetical order."""
        if self.witnesses == (self.year,):
            return self.table.names(self.year)
        return (name for name in self.table.lines if self._is_sure(name))

    def nearest(self, name: str, limit: int = 3) -> tuple[str, ...]:
        """The names most like a given one, best first."""
        from rapidfuzz import process  # noqa: PLC0415 (only names that aren't known need it)

        matches = process.extract(name, list(self.names()), limit=limit, score_cutoff=60)
        return tuple(match[0] for match in matches)

    def qname(self, name: str) -> QName:
        """The qualified name of a local name; ``srt:Name`` means that of the sibling family."""
        prefix, _, local = name.rpartition(":")
        home = self if prefix in {"", self.family} else self.sibling(prefix)
        return QName(home.family, local, home.namespace)

    def evidence(self, name: str) -> Evidence | None:
        """What a concept rests on; None where there is none of that name."""
        standings = self._standings(name)
        if not standings:
            return None
        if self.witnesses != (self.year,):
            return Evidence.NEIGHBOURS if self._is_sure(name) else Evidence.ONE_NEIGHBOUR
        return Evidence.INFERRED if standings[0].inferred else Evidence.DECLARED

    def is_deprecated(self, name: str) -> bool:
        """Whether the year has the concept but asks not to use it any more."""
        standings = self._standings(name)
        return bool(standings) and all(standing.deprecated for standing in standings)

    def domain(self, name: str) -> str:
        """The domain of an extensible enumeration, as its nearest year tells; empty where none does."""
        years = sorted(self.table.years(name), key=lambda year: (abs(year - self.year), year))
        found = (self.table.standing(name, year) for year in years)
        return next((one.kind.domain for one in found if one and one.kind.domain), "")

    def is_typed(self, name: str) -> bool:
        """Whether a concept is a dimension with typed values, as any year with a package tells."""
        found = (self.table.standing(name, year) for year in self.table.years(name))
        return any(one.kind.typed for one in found if one)

    def became(self, name: str) -> Fate:
        """What became of a concept: when it was there, when deprecated, and what took its place."""
        return fate_of(self, name)

    def children(self, parent: str, role: str | None = None) -> tuple[Contribution, ...]:
        """The contributors of a sum with their weights, in all roles or in one."""
        return self.networks.children(parent, role)

    def parents(self, child: str, role: str | None = None) -> tuple[Contribution, ...]:
        """The sums that a concept contributes to, with its weight in each."""
        return self.networks.parents(child, role)

    def trees(self) -> tuple[RoleTree, ...]:
        """The statements with their presentation trees."""
        return self.networks.trees()

    def tree(self, role: str) -> RoleTree:
        """The presentation tree of one statement, by the URI, path or last word of its role."""
        return self.networks.tree(role)

    def search(self, words: str, limit: int = 10, *, abstract: bool = False) -> tuple[Hit, ...]:
        """The concepts whose names hold the words best, ranked."""
        return search(self, words, limit, abstract=abstract)

    @property
    def networks(self) -> Networks:
        """Its sums and trees."""
        return Networks(self.family, self.year, self.folder)

    def _standings(self, name: str) -> tuple[Standing, ...]:
        found = [self.table.standing(name, year) for year in self.witnesses]
        return tuple([standing for standing in found if standing is not None])

    def _is_sure(self, name: str) -> bool:
        return self._holds(name, self._standings(name))

    def _holds(self, name: str, standings: tuple[Standing, ...]) -> bool:
        if not standings or len(standings) == len(self.witnesses):
            return bool(standings)
        return name in self.networks.named


@lru_cache(maxsize=64)
def taxonomy_in(family: str, when: int | date, folder: Path) -> Taxonomy:
    """The taxonomy of a family and year in an index, read once."""
    edition, fallback = edition_for(family, when, folder)
    return Taxonomy(edition, folder, fallback, read_table(concepts_path(folder, family)))


@lru_cache(maxsize=65536)
def concept_in(taxonomy: Taxonomy, name: str) -> Concept | None:
    """The concept of a name in a taxonomy, built once."""
    standings = taxonomy._standings(name)  # noqa: SLF001 - the cache beside the class it serves
    return _build(taxonomy, name, standings) if taxonomy._holds(name, standings) else None  # noqa: SLF001 - as above


def _build(taxonomy: Taxonomy, name: str, standings: tuple[Standing, ...]) -> Concept | None:
    if not standings:
        return None
    kind = standings[0].kind
    return Concept(
        name=QName(taxonomy.family, name, taxonomy.namespace),
        type=kind.type,
        period_type=kind.period,
        balance=kind.balance,
        abstract=kind.abstract,
        substitution_group=kind.group,
        label=label_of(name),
        nillable=kind.nillable,
    )


def taxonomy_of_namespace(namespace: str, folder: Path | None = None) -> Taxonomy | None:
    """The taxonomy whose concepts are in a namespace, or None where it is no known edition's.

    An edition of a quarter (``.../dei/2021q4``) is answered from the index of its year.
    """
    home = folder or data_folder()
    edition = editions_by_namespace(home).get(namespace)
    if edition is None:
        return _of_quarter(namespace, home)
    return taxonomy_in(edition.family, edition.year, home)


def _of_quarter(namespace: str, folder: Path) -> Taxonomy | None:
    quarter = _QUARTER.search(namespace)
    whole = editions_by_namespace(folder).get(_QUARTER.sub("", namespace)) if quarter else None
    if quarter is None or whole is None:
        return None
    year = f"{whole.year}{quarter.group()}"
    address = whole.address.replace(str(whole.year), year)
    edition = Edition(whole.family, whole.year, namespace, address)
    return evolve(taxonomy_in(whole.family, whole.year, folder), edition=edition)


@lru_cache(maxsize=4)
def editions_by_namespace(folder: Path) -> dict[str, Edition]:
    """Every edition by its namespace."""
    return {one.namespace: one for editions in read_editions(folder).values() for one in editions}


__all__ = ["Evidence", "Taxonomy", "UnknownYearError", "taxonomy_of_namespace"]
