"""The parts of a filing that teach: declarations, labels, statements, facts; read with lxml."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

from lxml import etree

from xbrlgen.model import Balance, Concept, Period, PeriodType, QName

_LINK = "{http://www.xbrl.org/2003/linkbase}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_XBRLI = "{http://www.xbrl.org/2003/instance}"
_XSD = "{http://www.w3.org/2001/XMLSchema}"
_DIMENSIONS = "{http://xbrl.org/2006/xbrldi}"
_INLINE = "nonFraction"
_FORMS = (
    (re.compile(r"cash flow", re.I), "CF"),
    (re.compile(r"balance sheet|financial (position|condition)", re.I), "BS"),
    (re.compile(r"equity|deficit", re.I), "EQ"),
    (re.compile(r"income|operations|earnings|loss", re.I), "IS"),
)
_STATEMENT = re.compile(r" - Statement - ")
_NUMBER = re.compile(r"^[\d,.\s]+$")


def declared(schemas: Iterable[etree._Element]) -> tuple[dict[str, Concept], str, str]:
    """The company's own concepts by ``own:Name``, its prefix and namespace."""
    found: dict[str, Concept] = {}
    prefix = space = ""
    for schema in schemas:
        target = schema.get("targetNamespace") or ""
        known = next((short for short, uri in schema.nsmap.items() if uri == target and short), "")
        prefix, space = prefix or known, space or target
        for element in schema.iter(f"{_XSD}element"):
            concept = _concept(element, known, target)
            if concept:
                found[f"own:{concept.name.local}"] = concept
    return found, prefix, space


def _concept(element: etree._Element, prefix: str, space: str) -> Concept | None:
    name, period = element.get("name"), element.get(f"{_XBRLI}periodType")
    kind = (element.get("type") or "").rpartition(":")[2]
    if not name or not period or element.get("abstract") == "true" or not kind:
        return None
    side = element.get(f"{_XBRLI}balance")
    balance = Balance(side) if side else None
    return Concept(QName(prefix, name, space), kind, PeriodType(period), balance)


def _named(href: str, prefix: str) -> str:
    """``us-gaap:Name`` or ``own:Name`` from a locator's address."""
    short, _, local = href.rpartition("#")[2].partition("_")
    return f"{'own' if short == prefix else short}:{local}"


def labels_of(linkbases: Iterable[etree._Element], prefix: str) -> dict[str, set[str]]:
    """The texts of all labels of each concept."""
    found: dict[str, set[str]] = defaultdict(set)
    for root in linkbases:
        for link in root.iter(f"{_LINK}labelLink"):
            located = _located(link, prefix)
            texts: dict[str, list[str]] = defaultdict(list)
            for label in link.iter(f"{_LINK}label"):
                if "documentation" not in (label.get(f"{_XLINK}role") or ""):
                    texts[label.get(f"{_XLINK}label") or ""].append("".join(map(str, label.itertext())))
            for arc in link.iter(f"{_LINK}labelArc"):
                concept = located.get(arc.get(f"{_XLINK}from") or "", "")
                found[concept].update(texts.get(arc.get(f"{_XLINK}to") or "", ()))
    return found


def _located(link: etree._Element, prefix: str) -> dict[str, str]:
    return {
        locator.get(f"{_XLINK}label") or "": _named(locator.get(f"{_XLINK}href") or "", prefix)
        for locator in link.iter(f"{_LINK}loc")
    }


def statements_of(
    schemas: Iterable[etree._Element], linkbases: Iterable[etree._Element], prefix: str
) -> dict[str, set[str]]:
    """On which face statements each concept is shown."""
    roles = {
        role.get("roleURI") or "": role.findtext(f"{_LINK}definition") or ""
        for schema in schemas
        for role in schema.iter(f"{_LINK}roleType")
    }
    found: dict[str, set[str]] = defaultdict(set)
    for root in linkbases:
        for link in root.iter(f"{_LINK}presentationLink"):
            form = _form(roles.get(link.get(f"{_XLINK}role") or "", ""))
            for concept in _located(link, prefix).values() if form else ():
                found[concept].add(form)
    return found


def _form(definition: str) -> str:
    if not _STATEMENT.search(definition):
        return ""
    return next((form for pattern, form in _FORMS if pattern.search(definition)), "")


def facts_of(instance: etree._Element, space: str) -> Iterator[tuple[str, Period, Decimal]]:
    """The numbers of an instance, plain or inline, that have no dimension."""
    periods = dict(_periods(instance))
    for element in instance.iter():
        context = element.get("contextRef") if isinstance(element.tag, str) else None
        if context in periods and element.get("unitRef"):
            name, value = _inline(element) if _is_inline(element) else _plain(element, space)
            if value is not None and name:
                yield _own(name, element, space), periods[context], value


def _is_inline(element: etree._Element) -> bool:
    return etree.QName(element).localname == _INLINE


def _own(name: str, element: etree._Element, space: str) -> str:
    short, _, local = name.partition(":")
    return f"own:{local}" if element.nsmap.get(short) == space else name


def _periods(instance: etree._Element) -> Iterator[tuple[str, Period]]:
    for context in instance.iter(f"{_XBRLI}context"):
        if context.find(f".//{_DIMENSIONS}explicitMember") is not None:
            continue
        moment = _day(context.findtext(f"{_XBRLI}period/{_XBRLI}instant"))
        start = _day(context.findtext(f"{_XBRLI}period/{_XBRLI}startDate"))
        end = _day(context.findtext(f"{_XBRLI}period/{_XBRLI}endDate"))
        if moment:
            yield context.get("id") or "", Period.instant(moment)
        elif start and end:
            yield context.get("id") or "", Period.duration(start, end)


def _day(text: str | None) -> date | None:
    if not text:
        return None
    day = date.fromisoformat(text.strip()[:10])
    return day - timedelta(days=1) if text.strip().endswith("T00:00:00") else day


def _plain(element: etree._Element, space: str) -> tuple[str, Decimal | None]:
    name = etree.QName(element)
    short = (
        "own"
        if name.namespace == space
        else next((prefix for prefix, uri in element.nsmap.items() if uri == name.namespace and prefix), "")
    )
    return f"{short}:{name.localname}", _decimal(element.text or "")


def _inline(element: etree._Element) -> tuple[str, Decimal | None]:
    printed = "".join(map(str, element.itertext())).strip()
    value = _decimal(printed.replace(",", "")) if _NUMBER.match(printed) else None
    if value is None:
        return element.get("name") or "", None
    sign = -1 if element.get("sign") == "-" else 1
    return element.get("name") or "", value.scaleb(int(element.get("scale") or 0)) * sign


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text.strip())
    except InvalidOperation:
        return None
