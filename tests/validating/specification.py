"""Documents of the XBRL specification's cases: schemas, linkbases and instances, written from a few words."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from attrs import frozen

NS = "http://example.org/case"
LINK_ROLE = "http://www.xbrl.org/2003/role/link"
_ARC = "http://www.xbrl.org/2003/arcrole/"
_SPACES = (
    'xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:link="http://www.xbrl.org/2003/linkbase" '
    'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xs="http://www.w3.org/2001/XMLSchema" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xl="http://www.xbrl.org/2003/XLink" '
    'xmlns:iso4217="http://www.xbrl.org/2003/iso4217"'
)


@frozen
class Case:
    """Files by name, the one to validate, and whether it is right in mode c10 and by default."""

    files: Mapping[str, str]
    entry: str
    valid: bool
    by_default: bool

    def write(self, folder: Path) -> Path:
        """Write the files; where to begin."""
        for name, text in self.files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, "utf-8")
        return folder / self.entry


def schema(body: str, *linkbases: str, space: str = NS, appinfo: str = "", head: str = "") -> str:
    """A taxonomy schema; ``linkbases`` are the files it refers to."""
    references = "".join(
        f'<link:linkbaseRef xlink:type="simple" xlink:href="{name}" '
        'xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"/>'
        for name in linkbases
    )
    return (
        f'<xs:schema {_SPACES} xmlns:t="{space}" targetNamespace="{space}" '
        f'elementFormDefault="qualified" {head}>'
        f"<xs:annotation><xs:appinfo>{references}{appinfo}</xs:appinfo></xs:annotation>"
        '<xs:import namespace="http://www.xbrl.org/2003/instance" '
        'schemaLocation="http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"/>'
        '<xs:import namespace="http://www.xbrl.org/2003/linkbase" '
        f'schemaLocation="http://www.xbrl.org/2003/xbrl-linkbase-2003-12-31.xsd"/>{body}</xs:schema>'
    )


def item(name: str, kind: str = "xbrli:decimalItemType", period: str = "instant", more: str = "") -> str:
    """The declaration of an item."""
    return (
        f'<xs:element id="t_{name}" name="{name}" type="{kind}" substitutionGroup="xbrli:item" '
        f'xbrli:periodType="{period}" nillable="true" {more}/>'
    )


def items(names: str, kind: str = "xbrli:decimalItemType") -> str:
    """The declarations of several items."""
    return "".join(item(name, kind) for name in names.split())


def a_tuple(name: str, content: str) -> str:
    """The declaration of a tuple that may hold the named elements, any number of times."""
    inside = "".join(f'<xs:element ref="t:{child}"/>' for child in content.split())
    return (
        f'<xs:element id="t_{name}" name="{name}" substitutionGroup="xbrli:tuple" nillable="true">'
        '<xs:complexType><xs:complexContent><xs:restriction base="xs:anyType">'
        '<xs:choice minOccurs="0" maxOccurs="unbounded">'
        f'{inside}</xs:choice><xs:attribute name="id" type="xs:ID" use="optional"/></xs:restriction>'
        "</xs:complexContent></xs:complexType></xs:element>"
    )


def linkbase(*links: str, head: str = "") -> str:
    """A linkbase with extended links."""
    return f'<link:linkbase {_SPACES} xmlns:t="{NS}">{head}{"".join(links)}</link:linkbase>'


def calculation(*arcs: str, schema_file: str = "t.xsd") -> str:
    """A calculation link; arcs are written ``total item weight`` and what else their attributes are."""
    return _link("calculation", "summation-item", arcs, schema_file, first='weight="{}"')


def definition(arcrole: str, *arcs: str, schema_file: str = "t.xsd") -> str:
    """A definition link with arcs of one arcrole, written ``from to``."""
    return _link("definition", arcrole, arcs, schema_file)


def _link(kind: str, arcrole: str, arcs: tuple[str, ...], schema_file: str, first: str = "") -> str:
    taken = [arc.split(maxsplit=3 if first else 2) for arc in arcs]
    names = list(dict.fromkeys(name for arc in taken for name in arc[:2]))
    locators = "".join(
        f'<link:loc xlink:type="locator" xlink:label="{name}" xlink:href="{schema_file}#t_{name}"/>'
        for name in names
    )
    written = []
    for number, (source, target, *rest) in enumerate(taken):
        own = first.format(rest.pop(0)) if first else ""
        more = rest[0] if rest else ""
        order = "" if "order=" in more else f'order="{number + 1}"'
        written.append(
            f'<link:{kind}Arc xlink:type="arc" xlink:arcrole="{_ARC}{arcrole}" xlink:from="{source}" '
            f'xlink:to="{target}" {own} {order} {more}/>'
        )
    return (
        f'<link:{kind}Link xlink:type="extended" xlink:role="{LINK_ROLE}">{locators}{"".join(written)}'
        f"</link:{kind}Link>"
    )


def context(
    name: str = "c", *, segment: str = "", scenario: str = "", period: str = "", entity: str = "E"
) -> str:
    """A context."""
    inner = f"<xbrli:segment>{segment}</xbrli:segment>" if segment else ""
    outer = f"<xbrli:scenario>{scenario}</xbrli:scenario>" if scenario else ""
    when = period or "<xbrli:instant>2020-12-31</xbrli:instant>"
    return (
        f'<xbrli:context id="{name}"><xbrli:entity><xbrli:identifier scheme="http://example.org/e">{entity}'
        f"</xbrli:identifier>{inner}</xbrli:entity><xbrli:period>{when}</xbrli:period>{outer}</xbrli:context>"
    )


def unit(name: str = "u", measure: str = "xbrli:pure") -> str:
    """A unit of one measure."""
    return f'<xbrli:unit id="{name}"><xbrli:measure>{measure}</xbrli:measure></xbrli:unit>'


def fact(written: str, context: str = "c", unit: str = "u") -> str:
    """A fact, written ``name value decimals``; ``p3`` is a precision, ``nil`` the value of a nil fact."""
    name, value, *rest = written.split()
    accuracy = rest[0] if rest else "INF"
    if value == "nil":
        return f'<t:{name} contextRef="{context}" unitRef="{unit}" xsi:nil="true"/>'
    given = f'precision="{accuracy[1:]}"' if accuracy.startswith("p") else f'decimals="{accuracy}"'
    return f'<t:{name} contextRef="{context}" unitRef="{unit}" {given}>{value}</t:{name}>'


def instance(*body: str, schemas: str = "t.xsd", resources: str = "", head: str = "") -> str:
    """An instance; the usual context and unit stand in it unless others are given."""
    references = "".join(
        f'<link:schemaRef xlink:type="simple" xlink:href="{name}"/>' for name in schemas.split()
    )
    return (
        f'<xbrli:xbrl {_SPACES} xmlns:t="{NS}" {head}>{references}'
        f"{resources or context() + unit()}{''.join(body)}</xbrli:xbrl>"
    )
