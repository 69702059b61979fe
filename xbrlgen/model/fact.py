"""Facts: values under their aspects."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from attrs import Attribute, field, frozen

from xbrlgen.model.aspects import Dimension, Entity, Unit, by_axis, no_axis_twice
from xbrlgen.model.checks import ModelError, is_language, is_word, kind_of, must, printable
from xbrlgen.model.concept import Concept, PeriodType
from xbrlgen.model.itemtypes import RANGES, SPELLINGS
from xbrlgen.model.ordering import Ordered
from xbrlgen.model.period import Period

_EXACT = (1, 0)


def _lower(language: str | None) -> str | None:
    return None if language is None else language.lower()


def _unless_none(instance: object, attribute: Attribute[Any], language: str | None) -> None:
    if language is not None:
        is_language(instance, attribute, language)


def _without_minus_zero(value: Decimal | str | None) -> Decimal | str | None:
    return abs(value) if isinstance(value, Decimal) and value.is_zero() else value


@frozen(order=False, repr=False)
class Fact(Ordered):
    """One fact: a value under its aspects. ``decimals`` None means exact; ``value`` None means nil.

    Dimensions are kept in the order of their axes, the language in lower case. Where the value is a name (a
    QName, an enumeration) it is written ``namespace#local``, several with a space between.
    """

    id: str = field(validator=is_word)
    concept: Concept = field(validator=kind_of(Concept))
    entity: Entity = field(validator=kind_of(Entity))
    period: Period = field(validator=kind_of(Period))
    value: Decimal | str | None = field(
        converter=_without_minus_zero, validator=[kind_of(Decimal, str, type(None)), printable]
    )
    unit: Unit | None = field(default=None, validator=kind_of(Unit, type(None)))
    dimensions: tuple[Dimension, ...] = field(default=(), converter=by_axis, validator=no_axis_twice)
    decimals: int | None = field(default=None)
    language: str | None = field(default=None, converter=_lower, validator=_unless_none)

    @concept.validator
    def _check_concept(self, _: object, concept: Concept) -> None:
        if concept.abstract:
            raise ModelError("Fact.concept", f"{concept.name}, abstract", "a concept that isn't abstract")

    @period.validator
    def _check_period(self, _: object, period: Period) -> None:
        at_moment = self.concept.period_type is PeriodType.INSTANT
        if period.is_instant != at_moment:
            time = "an instant" if at_moment else "a duration"
            raise ModelError("Fact.period", period, f"{time} for {self.concept.name}")

    @unit.validator
    def _check_unit(self, _: object, unit: Unit | None) -> None:
        name, base = self.concept.name, self.concept.base
        if base and (unit is not None) != self.concept.is_numeric:
            raise ModelError("Fact.unit", unit, _unit_for(self.concept))
        if unit is not None and base == "monetaryItemType" and not unit.currency:
            raise ModelError("Fact.unit", unit, f"a currency for {name} (monetary)")
        if unit is not None and base == "sharesItemType" and not unit.is_shares:
            raise ModelError("Fact.unit", unit, f"shares for {name}")

    @value.validator
    def _check_value(self, _: object, value: Decimal | str | None) -> None:
        if value is None:
            must(
                self.concept.nillable, "Fact.value", "nil", f"a value, as {self.concept.name} isn't nillable"
            )
        elif isinstance(value, Decimal):
            self._check_number(value)
        else:
            self._check_text(value)

    def _check_text(self, value: str) -> None:
        base = self.concept.base
        spelling = SPELLINGS.get(base)
        names = value.split(" ") if base == "enumerationSetItemType" else []
        if self.unit is not None:
            raise ModelError("Fact.value", repr(value), "a Decimal, as there is a unit")
        if spelling is not None and not spelling.fullmatch(value):
            raise ModelError("Fact.value", repr(value), f"what {base} can be")
        if names != sorted(set(names)):
            raise ModelError("Fact.value", repr(value), "each name once, in order")

    def _check_number(self, value: Decimal) -> None:
        must(value.is_finite(), "Fact.value", value, "a finite number")
        must(self.unit is not None, "Fact.value", value, "a string, as there is no unit")
        limits = RANGES.get(self.concept.base)
        if limits is not None and value not in limits:
            raise ModelError("Fact.value", value, f"{limits} for {self.concept.name}")

    @decimals.validator
    def _check_decimals(self, _: object, decimals: object) -> None:
        if decimals is None:
            return
        if not isinstance(decimals, int) or isinstance(decimals, bool):
            raise ModelError("Fact.decimals", repr(decimals), "a whole number, or None for exact")
        must(isinstance(self.value, Decimal), "Fact.decimals", decimals, "None, as the value is no number")

    @language.validator
    def _check_language(self, _: object, language: str | None) -> None:
        if language is not None and self.concept.base and not self.concept.is_text:
            raise ModelError("Fact.language", language, f"None for {self.concept.type}")

    @property
    def is_numeric(self) -> bool:
        """Whether this is a number, nil numbers included."""
        return self.unit is not None

    @property
    def is_nil(self) -> bool:
        """Whether this says that there is no value."""
        return self.value is None

    @property
    def aspects(self) -> tuple[object, ...]:
        """All that says what the value is of; equal for duplicates."""
        return (self.concept.name, self.entity, self.period, self.unit, self.dimensions, self.language)

    @property
    def key(self) -> tuple[object, ...]:
        """What it is ordered by: concept, period, entity, unit, dimensions, then the rest."""
        unit = self.unit.key if self.unit else ()
        dimensions = tuple(dimension.key for dimension in self.dimensions)
        about = (
            *self.concept.name.key,
            self.period.key,
            self.entity.key,
            unit,
            dimensions,
            self.language or "",
        )
        return (
            *about,
            self.id,
            self.concept.key,
            *_value_key(self.value),
            self._accuracy,
            self.language is None,
        )

    @property
    def _accuracy(self) -> tuple[int, int]:
        return _EXACT if self.decimals is None else (0, self.decimals)


def _unit_for(concept: Concept) -> str:
    needed = "a unit" if concept.is_numeric else "None"
    return f"{needed} for {concept.name} ({concept.type})"


def _value_key(value: Decimal | str | None) -> tuple[int, Decimal, str]:
    if isinstance(value, Decimal):
        return (1, value, "")
    return (0, Decimal(0), "") if value is None else (2, Decimal(0), value)
