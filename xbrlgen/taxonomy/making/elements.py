"""Reads the declarations in official schemas: concepts, item types, role numbers."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from xbrlgen.model import Balance, PeriodType
from xbrlgen.taxonomy.files.kinds import Kind
from xbrlgen.taxonomy.files.records import TypeRule

_XS = "{http://www.w3.org/2001/XMLSchema}"
_LINK = "{http://www.xbrl.org/2003/linkbase}"
_XBRLI = "{http://www.xbrl.org/2003/instance}"
_XBRLDT = "{http://xbrl.org/2005/xbrldt}"
_ENUM2 = "{http://xbrl.org/2020/extensible-enumerations-2.0}"
_FACETS = ("enumeration", "pattern", "minLength", "maxLength", "length", "minInclusive", "maxInclusive")


def read_elements(root: etree._Element) -> Iterator[tuple[str, Kind]]:
    """The concepts that a schema declares, by local name."""
    for element in root.iterchildren(f"{_XS}element"):
        group = _local(element.get("substitutionGroup", ""))
        if group in {"item", "dimensionItem", "hypercubeItem"}:
            yield str(element.get("name")), _kind(element, group)


def _kind(element: etree._Element, group: str) -> Kind:
    balance = element.get(f"{_XBRLI}balance")
    return Kind(
        type=_local(element.get("type", "stringItemType")),
        period=PeriodType(element.get(f"{_XBRLI}periodType")),
        balance=Balance(balance) if balance else None,
        abstract=element.get("abstract") == "true",
        group=group,
        typed=element.get(f"{_XBRLDT}typedDomainRef") is not None,
        nillable=element.get("nillable") == "true",
        domain=element.get(f"{_ENUM2}domain", ""),
    )


def read_types(root: etree._Element) -> Iterator[TypeRule]:
    """The item types that a schema derives from a base type, with their facets."""
    for declared in root.iterchildren(f"{_XS}complexType"):
        restriction = declared.find(f".//{_XS}restriction")
        if restriction is not None and declared.get("name"):
            facets = tuple(
                (facet, str(one.get("value")))
                for facet in _FACETS
                for one in restriction.iterchildren(f"{_XS}{facet}")
            )
            yield TypeRule(str(declared.get("name")), _local(restriction.get("base", "")), facets)


def read_role_numbers(root: etree._Element) -> Iterator[tuple[str, str]]:
    """The numbers that the roles of a schema are sorted by, by role URI."""
    for role in root.iter(f"{_LINK}roleType"):
        number = (role.findtext(f"{_LINK}definition") or "").strip().partition(" ")[0]
        if number.isdigit():
            yield str(role.get("roleURI")), number


def _local(name: str) -> str:
    return name.rpartition(":")[2]
