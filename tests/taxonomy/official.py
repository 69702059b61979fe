"""A tiny package in the form of an official one, of a year that isn't there yet, in our own words."""

from __future__ import annotations

import zipfile
from pathlib import Path

_NAMES = (
    "xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:xbrli='http://www.xbrl.org/2003/instance' "
    "xmlns:us-types='http://fasb.org/us-types/2031' xmlns:link='http://www.xbrl.org/2003/linkbase' "
    "xmlns:xlink='http://www.w3.org/1999/xlink' xmlns:xbrldt='http://xbrl.org/2005/xbrldt'"
)
_ELEMENT = "<xs:element id='us-gaap_{0}' name='{0}' nillable='true' substitutionGroup='xbrli:item' {1}/>"
_MONEY = "type='xbrli:monetaryItemType' xbrli:balance='{}' xbrli:periodType='{}'"
_TEXT = "type='xbrli:stringItemType' abstract='true' xbrli:periodType='duration'"
_ROLE = "http://fasb.org/us-gaap/role/statement/StatementOfWidgets"
_GONE = "http://fasb.org/us-gaap/role/deprecated/deprecated"

SCHEMA = (
    f"<xs:schema targetNamespace='http://fasb.org/us-gaap/2031' {_NAMES}>"
    + _ELEMENT.format("WidgetsNet", _MONEY.format("debit", "instant"))
    + _ELEMENT.format("WidgetsGross", _MONEY.format("debit", "instant"))
    + _ELEMENT.format("WidgetsAllowance", _MONEY.format("credit", "instant"))
    + _ELEMENT.format("OldWidgets", _MONEY.format("debit", "instant"))
    + _ELEMENT.format("WidgetsAbstract", _TEXT)
    + _ELEMENT.format("WidgetMood", "type='us-types:moodItemType' xbrli:periodType='duration'")
    + "</xs:schema>"
)
TYPES = (
    f"<xs:schema targetNamespace='http://fasb.org/us-types/2031' {_NAMES}>"
    "<xs:complexType name='moodItemType'><xs:simpleContent><xs:restriction base='xbrli:tokenItemType'>"
    "<xs:enumeration value='Glad'/>"
    "<xs:enumeration value='Sad'/></xs:restriction></xs:simpleContent></xs:complexType>"
    "<xs:annotation><xs:appinfo><link:roleType id='w' "
    f"roleURI='{_ROLE}'><link:definition>104999 - Statement - Widgets</link:definition></link:roleType>"
    "</xs:appinfo></xs:annotation></xs:schema>"
)


def _links(kind: str, role: str, arcs: tuple[tuple[str, str, str], ...]) -> str:
    names = sorted({name for source, target, _ in arcs for name in (source, target)})
    places = "".join(
        f"<link:loc xlink:label='l_{name}' xlink:href='us-gaap-2031.xsd#us-gaap_{name}'/>" for name in names
    )
    lines = "".join(
        f"<link:{kind}Arc xlink:from='l_{source}' xlink:to='l_{target}' {more}/>"
        for source, target, more in arcs
    )
    link = f"<link:{kind}Link xlink:role='{role}'>{places}{lines}</link:{kind}Link>"
    return f"<link:linkbase {_NAMES}>{link}</link:linkbase>"


CALCULATION = _links(
    "calculation",
    _ROLE,
    (
        ("WidgetsNet", "WidgetsGross", "order='10' weight='1.0'"),
        ("WidgetsNet", "WidgetsAllowance", "order='20' weight='-1.0'"),
    ),
)
PRESENTATION = _links(
    "presentation",
    _ROLE,
    (
        ("WidgetsAbstract", "WidgetsGross", "order='10'"),
        ("WidgetsAbstract", "WidgetsAllowance", "order='20'"),
        (
            "WidgetsAbstract",
            "WidgetsNet",
            "order='30' preferredLabel='http://www.xbrl.org/2003/role/totalLabel'",
        ),
    ),
)
DEPRECATED = _links("presentation", _GONE, (("WidgetsAbstract", "OldWidgets", "order='10'"),))
_ARCROLE = "http://www.xbrl.org/2009/arcrole/dep-concept-deprecatedConcept"
SUCCESSION = _links("definition", _GONE, (("WidgetsNet", "OldWidgets", f"xlink:arcrole='{_ARCROLE}'"),))

FILES = {
    "META-INF/taxonomyPackage.xml": "<p/>",
    "META-INF/catalog.xml": (
        "<catalog xmlns='urn:oasis:names:tc:entity:xmlns:xml:catalog'><rewriteURI rewritePrefix='../gaap/' "
        "uriStartString='https://xbrl.fasb.org/us-gaap/2031/'/></catalog>"
    ),
    "gaap/elts/us-gaap-2031.xsd": SCHEMA,
    "gaap/elts/us-types-2031.xsd": TYPES,
    "gaap/stm/us-gaap-stm-cal-2031.xml": CALCULATION,
    "gaap/stm/us-gaap-stm-pre-2031.xml": PRESENTATION,
    "gaap/elts/us-gaap-dep-pre-2031.xml": DEPRECATED,
    "gaap/elts/us-gaap-dep-def-2031.xml": SUCCESSION,
}


def write_official(path: Path, **changes: str) -> Path:
    """Write the package; ``us_gaap_2031="..."`` changes a file, an empty text leaves it out."""
    with zipfile.ZipFile(path, "w") as archive:
        for file, text in FILES.items():
            stem = file.rpartition("/")[2].partition(".")[0].replace("-", "_")
            content = changes.get(stem, text)
            if content:
                archive.writestr(f"top/{file}", content)
    return path
