"""A report as its makers wrote it, before any taxonomy says what its names mean."""

from __future__ import annotations

from decimal import Decimal

from attrs import field, frozen


@frozen
class Dimension:
    """One dimension of a context: a member's name, or the content of a typed member."""

    axis: str
    value: str
    typed: bool = False


@frozen
class Aspects:
    """Everything two contexts must share to count as the same: entity, period, dimensions, the rest."""

    entity: tuple[str, str]
    start: str
    end: str
    dimensions: frozenset[Dimension] = frozenset()
    rest: str = ""

    @property
    def is_instant(self) -> bool:
        """Whether this is a moment."""
        return not self.start and bool(self.end)


@frozen
class UnitKey:
    """What two units must share to count as the same; measures sorted, in Clark notation."""

    numerators: tuple[str, ...]
    denominators: tuple[str, ...] = ()


@frozen
class Reported:
    """A fact as reported.

    ``value`` is the number of a numeric fact, None where it is nil or can't be read (``problem`` says
    why); ``decimals`` None means exact; ``has_accuracy`` is false when nothing is known of it.
    ``context`` and ``unit`` are the identifiers written in the report, ``aspects`` and ``measure`` index
    `Instance.aspects` and `Instance.units`; ``scope`` holds the tuples around the fact, outermost first.
    """

    index: int
    concept: str
    aspects: int
    measure: int = -1
    value: Decimal | None = None
    decimals: int | None = None
    is_nil: bool = False
    is_numeric: bool = True
    has_accuracy: bool = True
    scope: tuple[int, ...] = ()
    context: str = ""
    unit: str = ""
    id: str = ""
    text: str = ""
    file: int = 0
    line: int = 0
    problem: str = ""


@frozen
class Instance:
    """A report: facts, the distinct contexts and units, and what it refers to.

    ``references`` are the schemas and linkbases the report names, resolved to addresses; ``contexts`` and
    ``units_by_id`` lead from written identifiers to the distinct ones; ``targets`` counts the facts that a
    page holds of other documents than the one read, by their names.
    """

    files: tuple[str, ...]
    facts: tuple[Reported, ...] = field(repr=False)
    aspects: tuple[Aspects, ...] = field(repr=False)
    units: tuple[UnitKey, ...] = ()
    references: tuple[str, ...] = ()
    contexts: dict[str, int] = field(factory=dict, repr=False)
    units_by_id: dict[str, int] = field(factory=dict, repr=False)
    prefixes: dict[str, str] = field(factory=dict, repr=False)
    targets: tuple[tuple[str, int], ...] = ()

    @property
    def numeric(self) -> tuple[Reported, ...]:
        """The facts with a unit."""
        return tuple(fact for fact in self.facts if fact.is_numeric)
