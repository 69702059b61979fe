"""Item types: which base type each is derived from, and what values and units a base type allows.

The base types are those of XBRL 2.1, section 5.1.1.3; the derived ones those of the Data Type Registry
(2009 to 2024) and of the us-gaap and dei schemas.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from attrs import frozen


def _words(text: str) -> frozenset[str]:
    return frozenset(f"{word}ItemType" for word in text.split())


_DERIVED: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "decimalItemType": _words("""
            perShare perUnit area volume mass weight energy power length memory insolation temperature
            pressure frequency irradiance speed planeAngle voltage electricCurrent force electricCharge flow
            massFlow boe
            monetaryPerLength monetaryPerArea monetaryPerVolume monetaryPerDuration monetaryPerEnergy
            monetaryPerMass ghgEmissions energyPerMonetary ghgEmissionsPerMonetary volumePerMonetary"""),
        "monetaryItemType": _words("noDecimalsMonetary nonNegativeMonetary nonNegativeNoDecimalsMonetary"),
        "pureItemType": _words("percent"),
        "stringItemType": _words("""
            domain escaped xmlNodes xml textBlock guidance noLangString dateString durationString"""),
        "tokenItemType": _words("noLangToken prefixedContent SQName SQNames gYearList"),
    }
)

_INTEGERS = _words("""
    integer nonPositiveInteger negativeInteger long int short byte nonNegativeInteger unsignedLong unsignedInt
    unsignedShort unsignedByte positiveInteger""")

NUMERIC = _INTEGERS | _words("decimal float double monetary shares pure fraction")

_STRINGS = _words("string normalizedString token NCName")

_WORDLESS = _words("domain noLangToken noLangString prefixedContent SQName SQNames")

NAMES = _words("QName enumeration enumerationSet")

_OTHERS = NAMES | _words("""
    boolean hexBinary base64Binary anyURI duration dateTime time date gYearMonth gYear gMonthDay gDay gMonth
    language Name""")

BASES = NUMERIC | _STRINGS | _OTHERS

_BASE_OF: Mapping[str, str] = MappingProxyType(
    {base: base for base in BASES} | {name: base for base, names in _DERIVED.items() for name in names}
)


def base_of(item_type: str) -> str:
    """The base type an item type is derived from; empty where this table doesn't know it.

    >>> base_of("perShareItemType"), base_of("houseItemType")
    ('decimalItemType', '')
    """
    return _BASE_OF.get(item_type, "")


def is_text(item_type: str, base: str) -> bool:
    """Whether facts of the type are words in a language, as the Open Information Model defines it."""
    return base in _STRINGS and item_type not in _WORDLESS


@frozen
class Range:
    """Which numbers a base type allows: whole ones only, and between which bounds."""

    is_whole: bool = True
    low: Decimal | None = None
    high: Decimal | None = None

    def __contains__(self, number: Decimal) -> bool:
        return (
            (not self.is_whole or number == number.to_integral_value())
            and (self.low is None or number >= self.low)
            and (self.high is None or number <= self.high)
        )

    def __str__(self) -> str:
        kind = "whole number" if self.is_whole else "number"
        low = "" if self.low is None else f" from {self.low}"
        high = "" if self.high is None else f" up to {self.high}"
        return f"a {kind}{low}{high}"


def _signed(bits: int) -> Range:
    return Range(low=Decimal(-(2 ** (bits - 1))), high=Decimal(2 ** (bits - 1) - 1))


def _unsigned(bits: int) -> Range:
    return Range(low=Decimal(0), high=Decimal(2**bits - 1))


RANGES: Mapping[str, Range] = MappingProxyType(
    {
        "integerItemType": Range(),
        "nonPositiveIntegerItemType": Range(high=Decimal(0)),
        "negativeIntegerItemType": Range(high=Decimal(-1)),
        "nonNegativeIntegerItemType": Range(low=Decimal(0)),
        "positiveIntegerItemType": Range(low=Decimal(1)),
        "longItemType": _signed(64),
        "intItemType": _signed(32),
        "shortItemType": _signed(16),
        "byteItemType": _signed(8),
        "unsignedLongItemType": _unsigned(64),
        "unsignedIntItemType": _unsigned(32),
        "unsignedShortItemType": _unsigned(16),
        "unsignedByteItemType": _unsigned(8),
    }
)

_ZONE = r"(Z|[+-]\d{2}:\d{2})?"
_DAY = r"-?\d{4,}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
_TIME = r"([01]\d|2[0-4]):[0-5]\d:[0-5]\d(\.\d+)?"

SPELLINGS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        name: re.compile(pattern)
        for name, pattern in {
            "booleanItemType": "true|false|1|0",
            "dateItemType": f"{_DAY}{_ZONE}",
            "dateTimeItemType": f"{_DAY}(T{_TIME})?{_ZONE}",
            "timeItemType": f"{_TIME}{_ZONE}",
            "gYearItemType": rf"-?\d{{4,}}{_ZONE}",
            "gYearMonthItemType": rf"-?\d{{4,}}-(0[1-9]|1[0-2]){_ZONE}",
            "gMonthDayItemType": rf"--(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]){_ZONE}",
            "gMonthItemType": rf"--(0[1-9]|1[0-2]){_ZONE}",
            "gDayItemType": rf"---(0[1-9]|[12]\d|3[01]){_ZONE}",
            "durationItemType": r"-?P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?",
            "languageItemType": r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*",
            "hexBinaryItemType": r"([0-9A-Fa-f]{2})*",
            "QNameItemType": r"\S*#\S+",
            "enumerationItemType": r"\S+#\S+",
            "enumerationSetItemType": r"(\S+#\S+( \S+#\S+)*)?",
        }.items()
    }
)
