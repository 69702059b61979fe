"""Prefixes for namespaces, the same for the same content."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import count
from types import MappingProxyType
from typing import Final

from xbrlgen.model.aspects import ISO4217, XBRLI, Dimension, Entity, Member
from xbrlgen.model.concept import QName
from xbrlgen.model.fact import Fact
from xbrlgen.model.itemtypes import NAMES
from xbrlgen.model.report import Report
from xbrlgen.model.sharing import distinct

OIM: Final = "https://xbrl.org/2021"
NO_ENTITY: Final = Entity("NA", "https://xbrl.org/entities")

# Those that the Open Information Model reserves, and what people expect for schemes of entities.
_RESERVED: Final[Mapping[str, str]] = MappingProxyType(
    {
        OIM: "xbrl",
        XBRLI: "xbrli",
        ISO4217: "iso4217",
        "http://www.xbrl.org/2009/utr": "utr",
        "http://www.w3.org/2001/XMLSchema": "xs",
        "http://xbrl.org/2020/extensible-enumerations-2.0": "enum2",
    }
)
_CUSTOMARY: Final[Mapping[str, str]] = MappingProxyType(
    {"http://www.sec.gov/CIK": "cik", "http://standards.iso.org/iso/17442": "lei"}
)


def prefixes(report: Report, *more: QName) -> Mapping[str, str]:
    """The prefix of each namespace that the report uses, in the order of the prefixes."""
    wanted = _wanted([*_names(report), *more], report)
    bound = {namespace: _RESERVED[namespace] for namespace in wanted if namespace in _RESERVED}
    taken = {*_RESERVED.values()}
    for namespace in sorted(wanted.keys() - bound.keys()):
        bound[namespace] = _free(wanted[namespace], taken)
        taken.add(bound[namespace])
    return MappingProxyType(dict(sorted(bound.items(), key=lambda item: item[1])))


def _wanted(names: Iterable[QName], report: Report) -> dict[str, str]:
    """For each namespace the prefix it would like, the least of those it is written with."""
    wanted: dict[str, str] = {}
    for name in names:
        wanted[name.namespace] = min(name.prefix, wanted.get(name.namespace, name.prefix))
    entities = distinct(fact.entity for fact in report.facts)
    schemes = {entity.scheme for entity in entities if entity != NO_ENTITY}
    values = {namespace for fact in report.facts for namespace in _namespaces_of(fact)}
    for namespace in (schemes | values) - wanted.keys():
        wanted[namespace] = _CUSTOMARY.get(namespace, "scheme" if namespace in schemes else "ns")
    return wanted


def _free(prefix: str, taken: set[str]) -> str:
    return (
        prefix
        if prefix not in taken
        else next(f"{prefix}{n}" for n in count() if f"{prefix}{n}" not in taken)
    )


def _namespaces_of(fact: Fact) -> set[str]:
    if fact.concept.base not in NAMES or not isinstance(fact.value, str):
        return set()
    return {name.rpartition("#")[0] for name in fact.value.split()}


def _names(report: Report) -> Iterable[QName]:
    yield from (concept.name for concept in distinct(fact.concept for fact in report.facts))
    for unit in distinct(fact.unit for fact in report.facts if fact.unit):
        yield from (*unit.numerators, *unit.denominators)
    for dimensions in distinct(fact.dimensions for fact in report.facts):
        yield from (name for dimension in dimensions for name in _names_in(dimension))


def _names_in(dimension: Dimension) -> tuple[QName, ...]:
    return (dimension.axis, dimension.member) if isinstance(dimension, Member) else (dimension.axis,)
