"""What the names of a report are used for, and what that says about concepts nobody declared."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Mapping
from types import MappingProxyType

from attrs import field, frozen

from xbrlgen.model import Concept, PeriodType, QName
from xbrlgen.validating.facts import Dimension, Instance, Reported, UnitKey
from xbrlgen.validating.names import (
    ALL,
    DIMENSION_DEFAULT,
    DIMENSION_DOMAIN,
    DOMAIN_MEMBER,
    HYPERCUBE_DIMENSION,
    ISO4217,
    NOT_ALL,
    PURE,
    SHARES,
    SUMMATION_10,
    SUMMATION_11,
    local,
    namespace,
)
from xbrlgen.validating.taxonomy.dts import Dts

_SUMS = frozenset({SUMMATION_10, SUMMATION_11})
_DOMAINS = frozenset({DIMENSION_DOMAIN, DIMENSION_DEFAULT})


@frozen
class Use:
    """In which places a name occurs; the facts reported of it, one for each kind of context and unit.

    ``content`` is the element that holds the values of a typed axis, where the namespaces of both are one.
    """

    facts: tuple[Reported, ...] = ()
    is_axis: bool = False
    is_member: bool = False
    is_table: bool = False
    is_typed: bool = False
    content: str = ""
    is_summed: bool = False


@frozen
class Usage:
    """All names a report and its linkbases use, with what for."""

    uses: Mapping[str, Use] = field(repr=False)

    def in_namespace(self, space: str) -> list[str]:
        """The names of one namespace, sorted."""
        return sorted(name for name in self.uses if namespace(name) == space)

    @property
    def namespaces(self) -> list[str]:
        """All namespaces used."""
        return sorted({namespace(name) for name in self.uses} - {""})


def usage(instance: Instance, dts: Dts) -> Usage:
    """Gather how each name is used."""
    facts = _by_concept(instance)
    axes, members, typed = _dimensional(instance)
    axes |= _ends(dts, targets_of=(HYPERCUBE_DIMENSION,), sources_of=_DOMAINS)
    members |= _ends(dts, targets_of=_DOMAINS)
    members |= _below(dts, members)
    tables = _ends(dts, targets_of=(ALL, NOT_ALL), sources_of=(HYPERCUBE_DIMENSION,))
    summed = _ends(dts, targets_of=_SUMS, sources_of=_SUMS)
    related = {name for relation in dts.relations for name in (relation.source, relation.target)}
    names = (facts.keys() | related | axes | members | tables) - {""}
    return Usage(
        {
            name: Use(
                tuple(facts.get(name, {}).values()),
                is_axis=name in axes,
                is_member=name in members,
                is_table=name in tables,
                is_typed=name in typed,
                content=typed.get(name, ""),
                is_summed=name in summed,
            )
            for name in sorted(names)
        }
    )


def _by_concept(instance: Instance) -> Mapping[str, Mapping[tuple[bool, bool, int], Reported]]:
    """By concept one fact for each: numeric or not, of a moment or not, in each unit."""
    facts: dict[str, dict[tuple[bool, bool, int], Reported]] = defaultdict(dict)
    for fact in instance.facts:
        instant = fact.aspects >= 0 and instance.aspects[fact.aspects].is_instant
        facts[fact.concept].setdefault((fact.is_numeric, instant, fact.measure), fact)
    return facts


def _ends(dts: Dts, *, targets_of: Container[str], sources_of: Container[str] = ()) -> set[str]:
    """The targets of relations of some roles, and the sources of some."""
    targets = {relation.target for relation in dts.relations if relation.arcrole in targets_of}
    return targets | {relation.source for relation in dts.relations if relation.arcrole in sources_of}


def _dimensional(instance: Instance) -> tuple[set[str], set[str], dict[str, str]]:
    """The axes of all contexts, the members, and the axes that are typed, with what holds their values."""
    every = [dimension for aspects in instance.aspects for dimension in aspects.dimensions]
    typed = {one.axis: _content(one) for one in every if one.typed}
    return {one.axis for one in every}, {one.value for one in every if not one.typed}, typed


def _content(typed: Dimension) -> str:
    """The local name of the element that a typed axis holds, where it is of the axis's own namespace."""
    found = re.match(r"<([^\s>]+)", typed.value)
    return local(found[1]) if found and namespace(found[1]) == namespace(typed.axis) else ""


def _below(dts: Dts, domains: set[str]) -> set[str]:
    """What stands below domains: members too."""
    children: dict[str, list[str]] = defaultdict(list)
    for relation in dts.of(DOMAIN_MEMBER):
        children[relation.source].append(relation.target)
    found: set[str] = set()
    waiting = list(domains)
    while waiting:
        new = [child for child in children.get(waiting.pop(), ()) if child not in found]
        found |= set(new)
        waiting += new
    return found


def infer(name: str, use: Use, instance: Instance, prefix: str) -> Concept:
    """A declaration that fits all a report does with a name."""
    qname = QName(prefix, local(name), namespace(name))
    if use.is_table or use.is_axis:
        group = "hypercubeItem" if use.is_table else "dimensionItem"
        return Concept(qname, "stringItemType", PeriodType.DURATION, abstract=True, substitution_group=group)
    if use.is_member:
        return Concept(qname, "domainItemType", PeriodType.DURATION, abstract=True)
    if use.facts:
        return Concept(qname, _item_type(use.facts, instance), period_type(use.facts, instance))
    if use.is_summed:
        return Concept(qname, "decimalItemType", PeriodType.DURATION)
    return _by_ending(qname)


_ENDINGS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "Table": ("stringItemType", "hypercubeItem"),
        "Axis": ("stringItemType", "dimensionItem"),
        "Domain": ("domainItemType", "item"),
        "Member": ("domainItemType", "item"),
        "LineItems": ("stringItemType", "item"),
        "Abstract": ("stringItemType", "item"),
        "RollForward": ("stringItemType", "item"),
    }
)
"""How the FASB and the SEC end the names of concepts that have no facts (EDGAR filer manual, 6.8)."""


def _by_ending(name: QName) -> Concept:
    for ending, (item_type, group) in _ENDINGS.items():
        if name.local.endswith(ending):
            return Concept(name, item_type, PeriodType.DURATION, abstract=True, substitution_group=group)
    return Concept(name, "stringItemType", PeriodType.DURATION)


def period_type(facts: tuple[Reported, ...], instance: Instance) -> PeriodType:
    """The period type that fits the contexts of facts: instant if all of them are."""
    instants = [instance.aspects[fact.aspects].is_instant for fact in facts if fact.aspects >= 0]
    return PeriodType.INSTANT if instants and all(instants) else PeriodType.DURATION


def _item_type(facts: tuple[Reported, ...], instance: Instance) -> str:
    if not facts[0].is_numeric:
        return "textBlockItemType" if re.search(r"TextBlock$", facts[0].concept) else "stringItemType"
    kinds = {_unit_type(instance.units[fact.measure]) for fact in facts if fact.measure >= 0}
    return kinds.pop() if len(kinds) == 1 else "decimalItemType"


def _unit_type(unit: UnitKey) -> str:
    if unit.denominators or len(unit.numerators) != 1:
        return "decimalItemType"
    measure = unit.numerators[0]
    if namespace(measure) == ISO4217:
        return "monetaryItemType"
    known = {SHARES: "sharesItemType", PURE: "pureItemType"}
    return known.get(measure, "decimalItemType")
