"""What Arelle sees: a report's little taxonomy and page for it, and its facts in our own values."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from arelle.api.Session import Session
from arelle.RuntimeOptions import RuntimeOptions
from attrs import evolve, frozen

from xbrlgen.model import (
    EXPLANATORY,
    Concept,
    Dimension,
    Entity,
    Fact,
    Footnote,
    Link,
    Member,
    Period,
    QName,
    Report,
    TypedMember,
    Unit,
)
from xbrlgen.model.itemtypes import BASES
from xbrlgen.model.prefixes import prefixes

ENTRY = "standin.xsd"
DTR = "http://www.xbrl.org/dtr/type/2022-03-31"
XS = "http://www.w3.org/2001/XMLSchema"


def write_taxonomy(report: Report, folder: Path) -> None:
    """A schema a namespace, declaring what the report uses, and an entry schema that imports them all."""
    elements: dict[str, dict[str, str]] = {}
    for fact in report.facts:
        elements.setdefault(fact.concept.name.namespace, {})[fact.concept.name.local] = _item(fact.concept)
        for dimension in fact.dimensions:
            elements.setdefault(dimension.axis.namespace, {})[dimension.axis.local] = _axis(dimension)
            if isinstance(dimension, Member):
                elements.setdefault(dimension.member.namespace, {})[dimension.member.local] = _member(
                    dimension
                )
    files = {namespace: f"s{number}.xsd" for number, namespace in enumerate(elements)}
    for namespace, name in files.items():
        (folder / name).write_text(_schema(namespace, elements[namespace].values(), {}), encoding="utf-8")
    (folder / ENTRY).write_text(_schema("urn:entry", (), files), encoding="utf-8")


def _schema(namespace: str, elements: Any, imports: dict[str, str]) -> str:
    imported = "".join(
        f'<xs:import namespace="{each}" schemaLocation="{location}"/>' for each, location in imports.items()
    )
    return f"""<xs:schema xmlns:xs="{XS}" xmlns:xbrli="http://www.xbrl.org/2003/instance"
 xmlns:xbrldt="http://xbrl.org/2005/xbrldt" xmlns:d="{DTR}" targetNamespace="{namespace}"
 elementFormDefault="qualified">
<xs:import namespace="http://www.xbrl.org/2003/instance"
 schemaLocation="http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"/>
<xs:import namespace="http://xbrl.org/2005/xbrldt" schemaLocation="http://www.xbrl.org/2005/xbrldt-2005.xsd"/>
<xs:import namespace="{DTR}" schemaLocation="https://www.xbrl.org/dtr/type/2022-03-31/types.xsd"/>
{imported}{"".join(elements)}
<xs:element name="typed.domain" id="typed.domain" type="xs:string" nillable="true"/></xs:schema>"""


def _element(local: str, kind: str, group: str, more: str) -> str:
    return f'<xs:element name="{local}" id="e_{local}" type="{kind}" substitutionGroup="{group}" {more}/>'


def _item(concept: Concept) -> str:
    kind = f"{'xbrli' if concept.type in BASES else 'd'}:{concept.type}"
    balance = f' xbrli:balance="{concept.balance.value}"' if concept.balance else ""
    nillable = f'nillable="{str(concept.nillable).lower()}"'
    period = f'xbrli:periodType="{concept.period_type.value}"'
    return _element(concept.name.local, kind, "xbrli:item", f"{period}{balance} {nillable}")


def _axis(dimension: Dimension) -> str:
    typed = ' xbrldt:typedDomainRef="#typed.domain"' if isinstance(dimension, TypedMember) else ""
    more = f'abstract="true" xbrli:periodType="duration"{typed}'
    return _element(dimension.axis.local, "xbrli:stringItemType", "xbrldt:dimensionItem", more)


def _member(dimension: Member) -> str:
    more = 'abstract="true" xbrli:periodType="duration"'
    return _element(dimension.member.local, "d:domainItemType", "xbrli:item", more)


class _Kept(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@contextmanager
def loaded(path: Path, **options: Any) -> Iterator[tuple[Any, list[str]]]:
    """Arelle's model of a document, and its messages from warnings on."""
    kept = _Kept()
    settings: dict[str, Any] = {
        "entrypointFile": str(path),
        "internetConnectivity": "offline",
        "disablePersistentConfig": True,
        "validate": True,
        "keepOpen": True,
        "logRefObjectProperties": False,
    }
    with Session() as session:
        session.run(RuntimeOptions(**settings | options), logHandler=kept)
        (model,) = session.get_models()
        yield model, [each.getMessage() for each in kept.records if each.levelno >= logging.WARNING]


def facts_of(model: Any, report: Report) -> list[Fact]:
    """The facts of Arelle's model as our own values; labels, which a schema has none of, from the report."""
    concepts = {fact.concept.name: fact.concept for fact in report.facts}
    return sorted(_fact(each, concepts) for each in model.factsInInstance)


def _fact(seen: Any, concepts: dict[QName, Concept]) -> Fact:
    concept = evolve(
        concepts[_name(seen.qname)],
        type=seen.concept.typeQname.localName,
        nillable=seen.concept.isNillable,
        base=seen.concept.baseXbrliType,
    )
    assert seen.concept.periodType == concept.period_type.value
    assert seen.concept.balance == (concept.balance.value if concept.balance else None)
    scheme, identifier = seen.context.entityIdentifier
    return Fact(
        id=seen.id,
        concept=concept,
        entity=Entity(identifier, scheme),
        period=_period(seen.context),
        value=_value(seen),
        unit=None if seen.unit is None else Unit(*(map(_name, side) for side in seen.unit.measures)),
        dimensions=tuple(_dimension(each) for each in seen.context.qnameDims.values()),
        decimals=None if seen.decimals in {None, "INF"} else int(seen.decimals),
        language=seen.xmlLang if concept.is_text else None,
    )


def _name(name: Any) -> QName:
    return QName(name.prefix or "p", name.localName, name.namespaceURI)


def _period(context: Any) -> Period:
    if context.isForeverPeriod:
        return Period.forever()
    if context.isInstantPeriod:
        return Period.instant(context.instantDatetime)
    return Period.duration(context.startDatetime, context.endDatetime)


def _value(seen: Any) -> Decimal | str | None:
    if seen.isNil:
        return None
    if seen.isNumeric:
        assert float(seen.xValue) == float(seen.value)
        return Decimal(seen.value)
    return _name(seen.xValue).expanded if seen.concept.baseXbrliType == "QNameItemType" else str(seen.value)


def _dimension(seen: Any) -> Dimension:
    axis = _name(seen.dimensionQname)
    if seen.isExplicit:
        return Member(axis, _name(seen.memberQname))
    nil = seen.typedMember.get("{http://www.w3.org/2001/XMLSchema-instance}nil") == "true"
    return TypedMember(axis, None if nil else seen.typedMember.stringValue)


def inline(report: Report) -> str:
    """A bare inline document of the report."""
    return _Page(report, prefixes(report)).written()


@frozen
class _Page:
    """A report on a page with one prefix a namespace; Arelle writes dimensions with the prefixes it met."""

    report: Report
    prefixes: Mapping[str, str]

    def written(self) -> str:
        spaces = "".join(f" xmlns:{prefix}={quoteattr(uri)}" for uri, prefix in self.prefixes.items())
        facts = list(enumerate(self.report.facts))
        resources = [
            _EXPLANATORY,
            *map(_relationship, self.report.links),
            *(self._context(fact, number) for number, fact in facts),
            *(self._unit(fact.unit, number) for number, fact in facts if fact.unit),
        ]
        body = [*(self._tag(fact, number) for number, fact in facts), *map(_footnote, self.report.footnotes)]
        return f"""<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL"
 xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:x="http://www.xbrl.org/2003/instance" xmlns:xbrldi="http://xbrl.org/2006/xbrldi"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"{spaces}><head><title>x</title></head><body>
<div style="display:none"><ix:header><ix:references><link:schemaRef xlink:type="simple" xlink:href="{ENTRY}"/>
</ix:references><ix:resources>{"".join(resources)}</ix:resources></ix:header></div>
<div>{"".join(body)}</div></body></html>"""

    def _name(self, name: QName) -> str:
        return f"{self.prefixes[name.namespace]}:{name.local}"

    def _tag(self, fact: Fact, number: int) -> str:
        about = f'name="{self._name(fact.concept.name)}" contextRef="c{number}" id="{fact.id}"'
        nil = ' xsi:nil="true"' if fact.is_nil else ""
        if isinstance(fact.value, Decimal) or fact.is_numeric:
            about += f' unitRef="u{number}"{_accuracy(fact)}{nil}'
            return f"<ix:nonFraction {about}>{_absolute(fact.value)}</ix:nonFraction>"
        language = f' xml:lang="{fact.language}"' if fact.language else ""
        text = escape(self._text(fact))
        return f"<ix:nonNumeric {about}{language}{nil}>{text}</ix:nonNumeric>"

    def _text(self, fact: Fact) -> str:
        text = str(fact.value or "")
        if fact.concept.base != "QNameItemType" or not text:
            return text
        namespace, _, local = text.rpartition("#")
        return f"{self.prefixes[namespace]}:{local}"

    def _context(self, fact: Fact, number: int) -> str:
        scheme, identifier = quoteattr(fact.entity.scheme), escape(fact.entity.identifier)
        dimensions = "".join(map(self._dimension, fact.dimensions))
        scenario = f"<x:scenario>{dimensions}</x:scenario>" if dimensions else ""
        entity = f"<x:entity><x:identifier scheme={scheme}>{identifier}</x:identifier></x:entity>"
        period = f"<x:period>{_period_xml(fact.period)}</x:period>"
        return f'<x:context id="c{number}">{entity}{period}{scenario}</x:context>'

    def _dimension(self, dimension: Dimension) -> str:
        axis = self._name(dimension.axis)
        if isinstance(dimension, Member):
            member = self._name(dimension.member)
            return f'<xbrldi:explicitMember dimension="{axis}">{member}</xbrldi:explicitMember>'
        nil = ' xsi:nil="true"' if dimension.value is None else ""
        domain = f"{self.prefixes[dimension.axis.namespace]}:typed.domain"
        value = f"<{domain}{nil}>{escape(dimension.value or '')}</{domain}>"
        return f'<xbrldi:typedMember dimension="{axis}">{value}</xbrldi:typedMember>'

    def _unit(self, unit: Unit, number: int) -> str:
        above, below = map(self._measures, (unit.numerators, unit.denominators))
        if below:
            above = f"<x:unitNumerator>{above}</x:unitNumerator>"
            above = f"<x:divide>{above}<x:unitDenominator>{below}</x:unitDenominator></x:divide>"
        return f'<x:unit id="u{number}">{above}</x:unit>'

    def _measures(self, side: tuple[QName, ...]) -> str:
        return "".join(f"<x:measure>{self._name(each)}</x:measure>" for each in side)


_EXPLANATORY = f"""<link:arcroleRef xlink:type="simple" arcroleURI="{EXPLANATORY}"
 xlink:href="http://www.xbrl.org/lrr/arcrole/factExplanatory-2009-12-16.xsd#fact-explanatoryFact"/>"""


def _relationship(link: Link) -> str:
    return f'<ix:relationship fromRefs="{link.source}" toRefs="{link.target}" arcrole="{link.type}"/>'


def _footnote(note: Footnote) -> str:
    return f'<ix:footnote id="{note.id}" xml:lang="{note.language}">{note.content}</ix:footnote>'


def _accuracy(fact: Fact) -> str:
    if not isinstance(fact.value, Decimal):
        return ""
    sign = ' sign="-"' if fact.value < 0 else ""
    return f'{sign} decimals="{"INF" if fact.decimals is None else fact.decimals}"'


def _absolute(value: object) -> str:
    return f"{abs(value):f}" if isinstance(value, Decimal) else ""


def _period_xml(period: Period) -> str:
    if period.is_forever:
        return "<x:forever/>"
    if period.is_instant:
        return f"<x:instant>{period.closes.isoformat()}</x:instant>"
    start = f"<x:startDate>{period.opens.isoformat()}</x:startDate>"
    return f"{start}<x:endDate>{period.closes.isoformat()}</x:endDate>"
