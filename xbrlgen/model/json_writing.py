"""The fact model as xBRL-JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from json.encoder import encode_basestring
from types import MappingProxyType
from typing import Any, Final

from attrs import frozen

from xbrlgen.model.aspects import Dimension, Entity, Member, TypedMember, Unit
from xbrlgen.model.concept import Concept, QName
from xbrlgen.model.fact import Fact
from xbrlgen.model.itemtypes import NAMES, RANGES, base_of
from xbrlgen.model.period import Period
from xbrlgen.model.prefixes import NO_ENTITY, OIM, prefixes
from xbrlgen.model.report import DEFAULT_LINK, EXPLANATORY, FOOTNOTE, Footnote, Link, Report
from xbrlgen.model.sharing import once_each

DOCUMENT_TYPE: Final = f"{OIM}/xbrl-json"
OWN: Final = QName("xbrlgen", "concepts", "urn:xbrlgen:report")
TYPES: Final[Mapping[str, str]] = MappingProxyType({FOOTNOTE: "footnote", EXPLANATORY: "explanatoryFact"})
GROUPS: Final[Mapping[str, str]] = MappingProxyType({DEFAULT_LINK: "_"})


def dumps(report: Report, taxonomy: Iterable[str] | None = None) -> str:
    """The report as xBRL-JSON, facts in their order; ``taxonomy`` are other schemas than its own.

    The text is that of ``json.dumps`` with one space of indent, which goes through the whole in Python and so
    takes four times as long as to join what each fact and aspect is written as.
    """
    writing = _Writing.of(report, report.taxonomy if taxonomy is None else tuple(taxonomy))
    return _object(writing.members(), 1)


_LINES = tuple("\n" + " " * depth for depth in range(9))
_quoted = json.JSONEncoder(ensure_ascii=False).encode


def _member(name: str, written: str) -> str:
    return f"{encode_basestring(name)}: {written}"


def _object(members: Iterable[str], depth: int) -> str:
    """An object with its members, one a line."""
    return _within("{}", members, depth)


def _within(brackets: str, items: Iterable[str], depth: int) -> str:
    line = _LINES[depth]
    together = f",{line}".join(items)
    return f"{brackets[0]}{line}{together}{_LINES[depth - 1]}{brackets[1]}" if together else brackets


def _plain(value: object, depth: int) -> str:
    """Any value that stands at a depth."""
    if isinstance(value, dict):
        return _object((_member(name, _plain(one, depth + 1)) for name, one in value.items()), depth + 1)
    if isinstance(value, list):
        return _within("[]", (_plain(one, depth + 1) for one in value), depth + 1)
    return _quoted(value)


@frozen
class _Writing:
    """A report and the short names it is written with."""

    report: Report
    taxonomy: tuple[str, ...]
    prefixes: Mapping[str, str]
    types: Mapping[str, str]
    groups: Mapping[str, str]

    @classmethod
    def of(cls, report: Report, taxonomy: tuple[str, ...]) -> _Writing:
        types = _aliases((link.type for link in report.links), TYPES, "type")
        groups = _aliases((link.group for link in report.links), GROUPS, "group")
        known = prefixes(report, OWN, QName("xbrl", "note", OIM))
        return cls(report, taxonomy, known, types, groups)

    def members(self) -> Iterator[str]:
        yield _member("documentInfo", _plain(self._info(), 1))
        yield _member("facts", _object(self._facts_and_notes(), 2))
        yield from (_member(name, _plain(value, 1)) for name, value in self._own().items())

    def _info(self) -> dict[str, Any]:
        links = {"linkTypes": self.types, "linkGroups": self.groups} if self.report.links else {}
        return {
            "documentType": DOCUMENT_TYPE,
            "namespaces": {prefix: namespace for namespace, prefix in self.prefixes.items()},
            **{key: {alias: uri for uri, alias in aliases.items()} for key, aliases in links.items()},
            "taxonomy": list(self.taxonomy),
        }

    def _own(self) -> dict[str, Any]:
        """What xBRL-JSON has no word for: the concepts, and which dimensions are typed."""
        prefix = self.prefixes[OWN.namespace]
        concepts = {id(fact.concept): fact.concept for fact in self.report.facts}.values()
        typed = {d.axis for fact in self.report.facts for d in fact.dimensions if isinstance(d, TypedMember)}
        return {
            f"{prefix}:concepts": {self._name(each.name): _concept(each) for each in sorted({*concepts})},
            f"{prefix}:typed": [self._name(axis) for axis in sorted(typed)],
        }

    def _facts_and_notes(self) -> Iterator[str]:
        links = _by_source(self.report.links)
        concept, entity, period = once_each(self._concept), once_each(self._entity), once_each(self._period)
        unit, language, axis = once_each(self._unit), once_each(self._language), once_each(self._axis)
        for fact in self.report.facts:
            dimensions = [concept(fact.concept), entity(fact.entity), period(fact.period)]
            dimensions += (unit(fact.unit), language(fact.language), *map(axis, fact.dimensions))
            yield _member(fact.id, self._fact(fact, filter(None, dimensions), links.get(fact.id, ())))
        for note in self.report.footnotes:
            yield _member(note.id, _plain(_note(note), 2))

    def _fact(self, fact: Fact, dimensions: Iterable[str], links: Iterable[Link]) -> str:
        written = [f'"value": {_quoted(self._value(fact))}']
        if fact.decimals is not None:
            written.append(f'"decimals": {fact.decimals}')
        written.append(f'"dimensions": {_object(dimensions, 4)}')
        if links:
            written.append(f'"links": {_plain(self._links(links), 3)}')
        return _object(written, 3)

    def _concept(self, concept: Concept) -> str:
        return _member("concept", _quoted(self._name(concept.name)))

    def _entity(self, entity: Entity) -> str:
        if entity == NO_ENTITY:
            return ""
        return _member("entity", _quoted(f"{self.prefixes.get(entity.scheme)}:{entity.identifier}"))

    def _period(self, period: Period) -> str:
        return "" if period.is_forever else _member("period", _quoted(written_period(period)))

    def _unit(self, unit: Unit | None) -> str:
        if unit is None or unit.is_pure:
            return ""
        sides = (self._side(side) for side in (unit.numerators, unit.denominators) if side)
        return _member("unit", _quoted("/".join(sides)))

    def _language(self, language: str | None) -> str:
        return "" if language is None else _member("language", _quoted(language))

    def _axis(self, dimension: Dimension) -> str:
        member = self._name(dimension.member) if isinstance(dimension, Member) else dimension.value
        return _member(self._name(dimension.axis), _quoted(member))

    def _name(self, name: QName) -> str:
        return f"{self.prefixes[name.namespace]}:{name.local}"

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
