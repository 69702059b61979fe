"""Concepts and their names."""

from __future__ import annotations

from enum import Enum
from functools import cached_property
from types import NoneType

from attrs import field, frozen

from xbrlgen.model import itemtypes
from xbrlgen.model.checks import ModelError, is_ncname, is_word, kind_of, must, printable
from xbrlgen.model.ordering import Ordered


class Balance(Enum):
    """On which side of the books an amount stands."""

    DEBIT = "debit"
    CREDIT = "credit"

    def __repr__(self) -> str:
        return f"Balance.{self.name}"


class PeriodType(Enum):
    """Whether a concept is measured at a moment or over a time."""

    INSTANT = "instant"
    DURATION = "duration"

    def __repr__(self) -> str:
        return f"PeriodType.{self.name}"


@frozen(order=False, repr=False, cache_hash=True)
class QName(Ordered):
    """A name in a namespace, with the prefix it is written with; the prefix makes no difference.

    >>> QName("us-gaap", "Assets", "http://fasb.org/us-gaap/2013-01-31") == QName(
    ...     "gaap", "Assets", "http://fasb.org/us-gaap/2013-01-31"
    ... )
    True
    """

    prefix: str = field(eq=False, validator=is_ncname)
    local: str = field(validator=is_ncname)
    namespace: str = field(validator=is_word)

    def __str__(self) -> str:
        return f"{self.prefix}:{self.local}"

    @property
    def key(self) -> tuple[object, ...]:
        """What it is ordered by."""
        return (self.local, self.namespace)

    @property
    def expanded(self) -> str:
        """The name with its namespace, as values of enumerations hold it."""
        return f"{self.namespace}#{self.local}"


@frozen(order=False, repr=False, cache_hash=True)
class Concept(Ordered):
    """What a fact measures: an element of a taxonomy.

    ``type`` is the local name of the item type (``monetaryItemType``), ``base`` the base type it is derived
    from (found for the known types; empty for one neither known nor told); ``label`` the standard label.
    """

    name: QName = field(validator=kind_of(QName))
    type: str = field(validator=is_ncname)
    period_type: PeriodType = field(validator=kind_of(PeriodType))
    balance: Balance | None = field(default=None, validator=kind_of(Balance, NoneType))
    abstract: bool = False
    substitution_group: str = field(default="item", validator=is_ncname)
    label: str = field(default="", validator=printable)
    nillable: bool = True
    base: str = field()

    @base.default
    def _known_base(self) -> str:
        return itemtypes.base_of(self.type)

    @base.validator
    def _check_base(self, _: object, base: str) -> None:
        must(not base or base in itemtypes.BASES, "Concept.base", base, "a base type of XBRL 2.1, or nothing")

    @balance.validator
    def _check_balance(self, _: object, balance: Balance | None) -> None:
        if balance is not None and itemtypes.base_of(self.type) not in {"monetaryItemType", ""}:
            raise ModelError("Concept.balance", f"{balance} of {self.type}", "monetary concepts only")

    @property
    def is_numeric(self) -> bool:
        """Whether its facts are numbers, as far as the type is known."""
        return self.base in itemtypes.NUMERIC

    @property
    def is_text(self) -> bool:
        """Whether its facts are words in a language."""
        return itemtypes.is_text(self.type, self.base)

    @cached_property
    def key(self) -> tuple[object, ...]:
        """What it is ordered by."""
        balance = self.balance.value if self.balance else ""
        flags = (self.abstract, self.substitution_group, self.label, self.nillable, self.base)
        return (*self.name.key, self.type, self.period_type.value, balance, *flags)
