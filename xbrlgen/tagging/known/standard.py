"""The us-gaap taxonomy of a year as the knowledge that tagging asks."""

from __future__ import annotations

from functools import lru_cache

from attrs import frozen

from xbrlgen.model import Concept
from xbrlgen.tagging.known.knowledge import Knowledge
from xbrlgen.taxonomy.asking.index import Taxonomy


@frozen
class UsGaap:
    """Concepts of us-gaap that the year has and does not ask to leave."""

    taxonomy: Taxonomy

    def concept(self, name: str) -> Concept | None:
        """The concept of that name, unless it is deprecated."""
        return None if self.taxonomy.is_deprecated(name) else self.taxonomy.concept(name)

    def parents(self, name: str) -> tuple[tuple[str, int], ...]:
        """The official totals above a concept, in the statements."""
        return tuple(
            (arc.parent, arc.weight) for arc in self.taxonomy.parents(name) if _in_statement(arc.roles)
        )


def _in_statement(roles: tuple[str, ...]) -> bool:
    return not roles or any(role.startswith("statement/") for role in roles)


@lru_cache(maxsize=32)
def knowledge_of(year: int) -> Knowledge:
    """What us-gaap of a year says."""
    return Knowledge(year, UsGaap(Taxonomy.of("us-gaap", year)))
