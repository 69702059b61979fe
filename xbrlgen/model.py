"""The fact model: the aspects of the Open Information Model as frozen values."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum

from attrs import field, frozen


class Balance(Enum):
    """On which side of the books an amount stands."""

    DEBIT = "debit"
    CREDIT = "credit"


class PeriodType(Enum):
    """Whether a concept is measured at a moment or over a time."""

    INSTANT = "instant"
    DURATION = "duration"


@frozen(order=True)
class QName:
    """A name in a namespace, with the prefix it is written with."""

    prefix: str = field(eq=False, order=False)
    local: str
    namespace: str

    def __str__(self) -> str:
        return f"{self.prefix}:{self.local}"


@frozen
class Concept:
    """What a fact measures: an element of a taxonomy.

    ``type`` is the local name of the item type (``monetaryItemType``); ``label`` the standard label.
    """

    name: QName
    type: str
    period_type: PeriodType
    balance: Balance | None = None
    abstract: bool = False
    substitution_group: str = "item"
    label: str = ""
    nillable: bool = True


@frozen(order=True)
class Period:
    """An instant (no ``start``), a duration (both days included) or forever (neither)."""

    start: date | None
    end: date | None

    @classmethod
    def instant(cls, day: date) -> Period:
        """The end of ``day``."""
        return cls(None, day)

    @classmethod
    def duration(cls, start: date, end: date) -> Period:
        """From the beginning of ``start`` to the end of ``end``."""
        return cls(start, end)

    @classmethod
    def forever(cls) -> Period:
        """All time."""
        return cls(None, None)

    @property
    def is_instant(self) -> bool:
        """Whether this is a moment."""
        return self.start is None and self.end is not None


@frozen
class Entity:
    """Whom a fact is about: an identifier in a scheme (a CIK at the SEC)."""

    identifier: str
    scheme: str = "http://www.sec.gov/CIK"


@frozen
class Unit:
    """Measures multiplied, divided by measures multiplied; each side sorted. ``USD/shares``."""

    numerators: tuple[QName, ...]
    denominators: tuple[QName, ...] = ()


@frozen
class Member:
    """The value of one explicit dimension."""

    axis: QName
    member: QName


@frozen
class TypedMember:
    """The value of one typed dimension; ``None`` is nil."""

    axis: QName
    value: str | None


@frozen
class Fact:
    """One fact: a value under its aspects. ``decimals`` None means exact; ``value`` None means nil."""

    id: str
    concept: Concept
    entity: Entity
    period: Period
    value: Decimal | str | None
    unit: Unit | None = None
    dimensions: tuple[Member | TypedMember, ...] = ()
    decimals: int | None = None
    language: str | None = None


@frozen
class Report:
    """A set of facts with the schemas that declare their concepts."""

    facts: tuple[Fact, ...]
    taxonomy: tuple[str, ...] = ()
