"""The fact model as xBRL-JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final

from attrs import frozen

from xbrlgen.model.aspects import Dimension, Member, TypedMember, Unit
from xbrlgen.model.concept import Concept, QName
from xbrlgen.model.fact import Fact
from xbrlgen.model.itemtypes import NAMES, RANGES, base_of
from xbrlgen.model.period import Period
from xbrlgen.model.prefixes import NO_ENTITY, OIM, prefixes
from xbrlgen.model.report import DEFAULT_LINK, EXPLANATORY, FOOTNOTE, Footnote, Link, Report

DOCUMENT_TYPE: Final = f"{OIM}/xbrl-json"
OWN: Final = QName("xbrlgen", "concepts", "urn:xbrlgen:report")
TYPES: Final[Mapping[str, str]] = MappingProxyType({FOOTNOTE: "footnote", EXPLANATORY: "explanatoryFact"})
GROUPS: Final[Mapping[str, str]] = MappingProxyType({DEFAULT_LINK: "_"})


def dumps(report: Report) -> str:
    """The report as xBRL-JSON, facts in their order."""
    return json.dumps(_Writing.of(report).whole(), ensure_ascii=False, indent=1)


@frozen
class _Writing:
    """A report and the short names it is written with."""

    report: Report
    prefixes: Mapping[str, str]
    types: Mapping[str, str]
    groups: Mapping[str, str]

    @classmethod
    def of(cls, report: Report) -> _Writing:
        types = _aliases((link.type for link in report.links), TYPES, "type")
        groups = _aliases((link.group for link in report.links), GROUPS, "group")
        return cls(report, prefixes(report, OWN, QName("xbrl", "note", OIM)), types, groups)

    def whole(self) -> dict[str, Any]:
        links = _by_source(self.report.links)
        facts = {fact.id: self._fact(fact, links.get(fact.id, ())) for fact in self.report.facts}
        notes = {note.id: _note(note) for note in self.report.footnotes}
        return {"documentInfo": self._info(), "facts": facts | notes, **self._own()}

    def _info(self) -> dict[str, Any]:
        links = {"linkTypes": self.types, "linkGroups": self.groups} if self.report.links else {}
        return {
            "documentType": DOCUMENT_TYPE,
            "namespaces": {prefix: namespace for namespace, prefix in self.prefixes.items()},
            **{key: {alias: uri for uri, alias in aliases.items()} for key, aliases in links.items()},
            "taxonomy": list(self.report.taxonomy),
        }

    def _own(self) -> dict[str, Any]:
        """What xBRL-JSON has no word for: the concepts, and which dimensions are typed."""
        prefix = self.prefixes[OWN.namespace]
        concepts = {fact.concept for fact in self.report.facts}
        typed = {d.axis for fact in self.report.facts for d in fact.dimensions if isinstance(d, TypedMember)}
        return {
            f"{prefix}:concepts": {self._name(each.name): _concept(each) for each in sorted(concepts)},
            f"{prefix}:typed": [self._name(axis) for axis in sorted(typed)],
        }

    def _fact(self, fact: Fact, links: Iterable[Link]) -> dict[str, Any]:
        written: dict[str, Any] = {"value": self._value(fact)}
        if fact.decimals is not None:
            written["decimals"] = fact.decimals
        written["dimensions"] = self._dimensions(fact)
        return {**written, "links": self._links(links)} if links else written

    def _dimensions(self, fact: Fact) -> dict[str, str | None]:
        entity = f"{self.prefixes.get(fact.entity.scheme)}:{fact.entity.identifier}"
        unit = None if fact.unit is None or fact.unit.is_pure else self._unit(fact.unit)
        own = {
            "concept": self._name(fact.concept.name),
            "entity": None if fact.entity == NO_ENTITY else entity,
            "period": None if fact.period.is_forever else written_period(fact.period),
            "unit": unit,
            "language": fact.language,
        }
        present: dict[str, str | None] = {key: value for key, value in own.items() if value is not None}
        return present | {self._name(each.axis): self._member(each) for each in fact.dimensions}

    def _member(self, dimension: Dimension) -> str | None:
        return self._name(dimension.member) if isinstance(dimension, Member) else dimension.value

    def _name(self, name: QName) -> str:
        return f"{self.prefixes[name.namespace]}:{name.local}"

    def _unit(self, unit: Unit) -> str:
        return "/".join(self._side(side) for side in (unit.numerators, unit.denominators) if side)

    def _side(self, measures: tuple[QName, ...]) -> str:
        product = "*".join(sorted(self._name(measure) for measure in measures))
        return f"({product})" if len(measures) > 1 else product

    def _value(self, fact: Fact) -> str | None:
        if isinstance(fact.value, Decimal):
            return f"{fact.value:.0f}" if fact.concept.base in RANGES else f"{fact.value:f}"
        if fact.value is not None and fact.concept.base in NAMES:
            return " ".join(self._expanded(name) for name in fact.value.split(" ") if name)
        return fact.value

    def _expanded(self, name: str) -> str:
        namespace, _, local = name.rpartition("#")
        return f"{self.prefixes[namespace]}:{local}"

    def _links(self, links: Iterable[Link]) -> dict[str, dict[str, list[str]]]:
        written: dict[str, dict[str, list[str]]] = {}
        for link in links:
            group = written.setdefault(self.types[link.type], {})
            group.setdefault(self.groups[link.group], []).append(link.target)
        return written


def _by_source(links: Iterable[Link]) -> dict[str, list[Link]]:
    found: dict[str, list[Link]] = {}
    for link in links:
        found.setdefault(link.source, []).append(link)
    return found


def _aliases(uris: Iterable[str], known: Mapping[str, str], stem: str) -> dict[str, str]:
    every = sorted(set(uris))
    return {uri: known.get(uri, f"{stem}{number}") for number, uri in enumerate(every, 1)}


def written_period(period: Period) -> str:
    """A period as the Open Information Model writes it.

    >>> from datetime import date
    >>> written_period(Period.duration(date(2013, 1, 1), date(2013, 3, 31)))
    '2013-01-01T00:00:00/2013-04-01T00:00:00'
    """
    end = _moment(period.closes)
    return f"{_moment(period.opens)}/{end}" if period.is_duration else end


def _moment(moment: datetime) -> str:
    text = moment.isoformat()
    return text.rstrip("0") if moment.microsecond else text


def _note(note: Footnote) -> dict[str, Any]:
    return {
        "value": note.content,
        "dimensions": {"concept": "xbrl:note", "noteId": note.id, "language": note.language},
    }


def _concept(concept: Concept) -> dict[str, Any]:
    written: dict[str, Any] = {"type": concept.type, "periodType": concept.period_type.value}
    if concept.balance:
        written["balance"] = concept.balance.value
    if concept.base != base_of(concept.type):
        written["base"] = concept.base
    if concept.substitution_group != "item":
        written["substitutionGroup"] = concept.substitution_group
    if concept.label:
        written["label"] = concept.label
    return written if concept.nillable else {**written, "nillable": False}
