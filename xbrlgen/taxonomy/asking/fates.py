"""What became of a concept in later years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from xbrlgen.taxonomy.errors import UnknownConceptError, nearest_words
from xbrlgen.taxonomy.files.records import Succession
from xbrlgen.taxonomy.files.successors import successions_of

if TYPE_CHECKING:
    from xbrlgen.taxonomy.asking.index import Taxonomy


@frozen
class Fate:
    """What became of a concept.

    ``years`` are the covered years that have it, ``deprecated`` those that ask not to use it any more;
    ``successors`` is what the publisher put in its place, as far as the packages tell that were compiled.
    """

    name: str
    years: tuple[int, ...]
    deprecated: tuple[int, ...]
    successors: tuple[Succession, ...]

    def __str__(self) -> str:
        names = dict.fromkeys(one.new for one in self.successors)
        parts = [f"{self.name} stands in {self.years[0]} to {self.years[-1]}"]
        parts += [f"is deprecated from {self.deprecated[0]}"] if self.deprecated else []
        parts += [f"gave way to {', '.join(names)}"] if names else []
        return "; ".join(parts)


def fate_of(taxonomy: Taxonomy, name: str) -> Fate:
    """The fate of a concept of a taxonomy, whatever its year."""
    years = taxonomy.table.years(name)
    if not years:
        near = taxonomy.nearest(name)
        msg = f"no year of {taxonomy.family} has a concept {name!r}{nearest_words(near)}"
        raise UnknownConceptError(msg, near)
    standings = [(year, taxonomy.table.standing(name, year)) for year in years]
    deprecated = tuple(year for year, standing in standings if standing and standing.deprecated)
    return Fate(name, years, deprecated, successions_of(taxonomy.folder, taxonomy.family, name))
