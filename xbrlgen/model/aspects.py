"""Whom a fact is about, in what it is measured, and what it is broken down by."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Final

from attrs import Attribute, field, frozen

from xbrlgen.model.checks import is_word, kind_of, must, printable
from xbrlgen.model.concept import QName
from xbrlgen.model.ordering import Ordered

XBRLI: Final = "http://www.xbrl.org/2003/instance"
ISO4217: Final = "http://www.xbrl.org/2003/iso4217"

_CURRENCY: Final = re.compile(r"[A-Z]{3}")
_XBRLI_MEASURES: Final = ("pure", "shares")


@frozen(order=False, repr=False, cache_hash=True)
class Entity(Ordered):
    """Whom a fact is about: an identifier in a scheme (a CIK at the SEC)."""

    identifier: str = field(validator=is_word)
    scheme: str = field(default="http://www.sec.gov/CIK", validator=is_word)

    @property
    def key(self) -> tuple[object, ...]:
        """What it is ordered by."""
        return (self.scheme, self.identifier)


def measure(word: str) -> QName:
    """The measure that a word stands for: a currency by its code, ``shares`` or ``pure``.

    >>> str(measure("CHF")), str(measure("shares"))
    ('iso4217:CHF', 'xbrli:shares')
    """
    if word in _XBRLI_MEASURES:
        return QName("xbrli", word, XBRLI)
    must(_CURRENCY.fullmatch(word), "Unit.of", repr(word), "a currency of three letters, shares or pure")
    return QName("iso4217", word, ISO4217)


def _sorted(measures: Iterable[QName]) -> tuple[QName, ...]:
    return tuple(sorted(measures))


def _is_worded(name: QName) -> bool:
    """Whether a word alone stands for the measure."""
    if name.namespace == XBRLI:
        return name.local in _XBRLI_MEASURES
    return name.namespace == ISO4217 and bool(_CURRENCY.fullmatch(name.local))


def _word(name: QName) -> str:
    return name.local if _is_worded(name) else str(name)


@frozen(order=False, repr=False, cache_hash=True)
class Unit(Ordered):
    """Measures multiplied, divided by measures multiplied; each side sorted. ``USD/shares``."""

    numerators: tuple[QName, ...] = field(converter=_sorted)
    denominators: tuple[QName, ...] = field(default=(), converter=_sorted)

    @numerators.validator
    def _check_numerators(self, _: Attribute[Any], measures: tuple[QName, ...]) -> None:
        must(measures, "Unit.numerators", "nothing", "at least one measure")

    @denominators.validator
    def _check_denominators(self, _: Attribute[Any], measures: tuple[QName, ...]) -> None:
        both = sorted(set(self.numerators) & set(measures))
        must(not both, "Unit.denominators", ", ".join(map(str, both)), "measures that aren't numerators too")

    @classmethod
    def of(cls, words: str) -> Unit:
        """The unit that words such as ``USD``, ``USD/shares`` or ``pure`` write.

        >>> Unit.of("USD/shares").is_money_per_share
        True
        """
        above, _, below = words.partition("/")
        return cls(map(measure, above.split("*")), map(measure, below.split("*")) if below else ())

    @property
    def currency(self) -> str:
        """The code of the currency this is; empty for what isn't plain money."""
        return _currency_of(self)

    @property
    def is_shares(self) -> bool:
        """Whether this is plain shares."""
        return self == SHARES

    @property
    def is_pure(self) -> bool:
        """Whether this is a plain number."""
        return self == PURE

    @property
    def is_money_per_share(self) -> bool:
        """Whether this is a currency by shares."""
        return bool(Unit(self.numerators).currency) and self.denominators == SHARES.numerators

    @property
    def key(self) -> tuple[object, ...]:
        """What it is ordered by."""
        return _key_of(self)

    def __repr__(self) -> str:
        plain = all(_is_worded(name) for name in (*self.numerators, *self.denominators))
        return f"Unit.of({str(self)!r})" if plain else Ordered.__repr__(self)

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # noqa: ARG002, FBT001, a protocol of printers
        printer.text(repr(self))

    def __str__(self) -> str:
        above, below = ("*".join(map(_word, side)) for side in (self.numerators, self.denominators))
        return f"{above}/{below}" if below else above


@lru_cache(maxsize=256)
def _currency_of(unit: Unit) -> str:
    """The currency of a unit, looked for once: each fact of money asks for it."""
    only = unit.numerators[0]
    is_money = only.namespace == ISO4217 and len(unit.numerators) == 1 and not unit.denominators
    return only.local if is_money and _CURRENCY.fullmatch(only.local) else ""


@lru_cache(maxsize=256)
def _key_of(unit: Unit) -> tuple[object, ...]:
    """The key of a unit, made once: a report has few units and many facts."""
    return tuple(tuple(name.key for name in side) for side in (unit.numerators, unit.denominators))


SHARES: Final = Unit((measure("shares"),))
PURE: Final = Unit((measure("pure"),))


@frozen(order=False, repr=False)
class Member(Ordered):
    """The value of one explicit dimension."""

    axis: QName = field(validator=kind_of(QName))
    member: QName = field(validator=kind_of(QName))

    @property
    def key(self) -> tuple[object, ...]:
        """What it is ordered by."""
        return (*self.axis.key, "explicit", *self.member.key)


@frozen(order=False, repr=False)
class TypedMember(Ordered):
    """The value of one typed dimension; ``None`` is nil."""

    axis: QName = field(validator=kind_of(QName))
    value: str | None = field(validator=[kind_of(str, type(None)), printable])

    @property
    def key(self) -> tuple[object, ...]:
        """What it is ordered by."""
        return (*self.axis.key, "typed", "nil" if self.value is None else "value", self.value or "")


Dimension = Member | TypedMember


def by_axis(dimensions: Iterable[Dimension]) -> tuple[Dimension, ...]:
    """Dimensions in the order of their axes."""
    return tuple(sorted(dimensions, key=lambda dimension: dimension.key))


def no_axis_twice(instance: object, attribute: Attribute[Any], dimensions: tuple[Dimension, ...]) -> None:
    """Refuse two values of one axis."""
    if len(dimensions) < 2:
        return
    counts = Counter(dimension.axis for dimension in dimensions)
    twice = ", ".join(str(axis) for axis, count in counts.items() if count > 1)
    must(not twice, f"{type(instance).__name__}.{attribute.name}", f"{twice} twice", "each axis once")
