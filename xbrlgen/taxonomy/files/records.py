"""What is known of one taxonomy family, year by year, as a table or an official package tells it."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from xbrlgen.taxonomy.files.kinds import Kind


@frozen
class Standing:
    """A concept in one year: its attributes, whether it is deprecated, whether they are inferred."""

    kind: Kind
    deprecated: bool = False
    inferred: bool = False


@frozen(order=True)
class RoleKey:
    """A link role: its path behind ``/role/`` and the number it is sorted by."""

    path: str
    number: str = field(default="", eq=False, order=False)


@frozen
class Weighing:
    """One calculation arc of one year; ``role`` is empty where only the merged arcs are known."""

    year: int
    role: RoleKey
    parent: str
    child: str
    weight: int
    order: float = 0.0


@frozen
class Showing:
    """One presentation arc of one year, with the last part of its preferred label role."""

    year: int
    role: RoleKey
    parent: str
    child: str
    order: float = 0.0
    label: str = ""


@frozen(order=True)
class Succession:
    """What the publisher names for a deprecated concept: ``old`` gave way to ``new``, in a manner."""

    old: str
    new: str
    manner: str


@frozen(order=True)
class TypeRule:
    """An item type that a taxonomy declares itself: what it restricts and to which values.

    ``facets`` are pairs of a facet of XML Schema and its value, in the order of the schema.
    """

    name: str
    base: str
    facets: tuple[tuple[str, str], ...] = ()


@frozen(order=True)
class OwnType:
    """A type rule, with the prefix of the schema that declares it and the year."""

    prefix: str
    year: int
    rule: TypeRule


@frozen
class Family:
    """Everything known of one family. Names of other families carry their prefix (``srt:...``)."""

    name: str
    concepts: Mapping[str, Mapping[int, Standing]]
    weighings: tuple[Weighing, ...] = ()
    showings: tuple[Showing, ...] = ()
    successions: frozenset[Succession] = frozenset()

    @property
    def years(self) -> tuple[int, ...]:
        """The years in which concepts are known."""
        return tuple(sorted({year for standings in self.concepts.values() for year in standings}))
