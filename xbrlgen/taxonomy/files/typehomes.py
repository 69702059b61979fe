"""In which schema an item type is declared, by the year of the taxonomy that uses it.

From the specifications: XBRL 2.1 for the base types, the Data Type Registry (2009-12-16, 2020-01-21,
2022-03-31, 2024-01-31), Extensible Enumerations 2.0. What is in none of them a family declares itself: dei in
its own schema, us-gaap and srt in ``us-types`` and ``srt-types``.
"""

from __future__ import annotations

from attrs import frozen

from xbrlgen.model.itemtypes import BASES
from xbrlgen.taxonomy.editions import Edition

_DTR = "http://www.xbrl.org/dtr/type/"
_NUMERIC = frozenset(
    f"{word}ItemType"
    for word in [
        "perShare",
        "percent",
        "area",
        "volume",
        "mass",
        "weight",
        "energy",
        "power",
        "length",
        "memory",
        "flow",
        "massFlow",
        "insolation",
        "temperature",
        "pressure",
        "frequency",
        "irradiance",
        "speed",
        "planeAngle",
        "voltage",
        "electricCurrent",
        "force",
        "electricCharge",
        "nonNegativeMonetary",
        "noDecimalsMonetary",
        "nonNegativeNoDecimalsMonetary",
    ]
)
_NONNUMERIC = frozenset(
    f"{word}ItemType"
    for word in ["domain", "escaped", "xmlNodes", "xml", "textBlock", "guidance", "gYearList", "noLangString"]
)
_REGISTRIES = ((2025, "2024-01-31"), (2023, "2022-03-31"), (2021, "2020-01-21"))
# The year from which item types of taxonomies come from the registry of XBRL International.
_FIRST_REGISTRY = 2011
_OWN_TYPES = {"us-gaap": "us-types", "srt": "srt-types"}
_SHARED_TYPES, _SHARED_FROM = frozenset({"perUnitItemType", "extensibleListItemType"}), 2018


@frozen(order=True)
class TypeHome:
    """A schema that declares item types: prefix, namespace, address."""

    prefix: str
    namespace: str
    address: str


BASE = TypeHome(
    "xbrli", "http://www.xbrl.org/2003/instance", "http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"
)
DIMENSIONS = TypeHome("xbrldt", "http://xbrl.org/2005/xbrldt", "http://www.xbrl.org/2005/xbrldt-2005.xsd")
ENUMERATIONS = TypeHome(
    "enum2",
    "http://xbrl.org/2020/extensible-enumerations-2.0",
    "https://www.xbrl.org/2020/extensible-enumerations-2.0.xsd",
)
_NUM = TypeHome("num", f"{_DTR}numeric", f"{_DTR}numeric-2009-12-16.xsd")
_NONNUM = TypeHome("nonnum", f"{_DTR}non-numeric", f"{_DTR}nonNumeric-2009-12-16.xsd")


def home_of(item_type: str, edition: Edition) -> TypeHome:
    """Where the item type of a concept of that edition is declared."""
    if item_type == "enumerationSetItemType":
        return ENUMERATIONS
    if item_type in BASES:
        return BASE
    if item_type in _NUMERIC | _NONNUMERIC and edition.year >= _FIRST_REGISTRY:
        return _registry(item_type, edition.year)
    return _own_types(
        edition, "srt-types" if item_type in _SHARED_TYPES and edition.year >= _SHARED_FROM else ""
    )


def _own_types(edition: Edition, prefix: str = "") -> TypeHome:
    """The schema in which a family declares types of its own."""
    prefix = prefix or _OWN_TYPES.get(edition.family, edition.family)
    return (
        companion(edition, prefix)
        if edition.family in _OWN_TYPES
        else TypeHome(prefix, edition.namespace, edition.address)
    )


def companion(edition: Edition, prefix: str) -> TypeHome:
    """A schema that goes with that of an edition: ``us-types``, ``srt-types``, ``us-roles``."""
    folder, _, file = edition.address.rpartition("/")
    folder = folder.replace("/us-gaap/", "/srt/") if prefix.startswith("srt") else folder
    namespace = edition.namespace.replace(f"/{edition.family}/", f"/{prefix}/")
    return TypeHome(prefix, namespace, f"{folder}/{prefix}{file.removeprefix(edition.family)}")


def _registry(item_type: str, year: int) -> TypeHome:
    for first, version in _REGISTRIES:
        if year >= first:
            return TypeHome(
                "dtr-types", f"{_DTR}{version}", f"https://www.xbrl.org/dtr/type/{version}/types.xsd"
            )
    return _NUM if item_type in _NUMERIC else _NONNUM
