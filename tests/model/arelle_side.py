"""What Arelle sees: a document's facts in our own values, and its complaints."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any

from arelle.api.Session import Session
from arelle.RuntimeOptions import RuntimeOptions
from attrs import evolve

from xbrlgen.model import (
    Concept,
    Dimension,
    Entity,
    Fact,
    Member,
    Period,
    QName,
    Report,
    TypedMember,
    Unit,
)


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
        assert float(seen.xValue) == float(seen.value)  # a number of Arelle may be binary
        return Decimal(seen.value)
    return _name(seen.xValue).expanded if seen.concept.baseXbrliType == "QNameItemType" else str(seen.value)


def _dimension(seen: Any) -> Dimension:
    axis = _name(seen.dimensionQname)
    if seen.isExplicit:
        return Member(axis, _name(seen.memberQname))
    nil = seen.typedMember.get("{http://www.w3.org/2001/XMLSchema-instance}nil") == "true"
    return TypedMember(axis, None if nil else seen.typedMember.stringValue)
