"""Small filings of our own: a schema, a calculation linkbase and an instance, written to a folder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path

from attrs import field, frozen

NS = "http://example.org/x"
ROLE = "http://example.org/role/"
ARCROLES = {
    "1.0": "http://www.xbrl.org/2003/arcrole/summation-item",
    "1.1": "https://xbrl.org/2023/arcrole/summation-item",
}
_SCHEMAS = (
    ("http://www.xbrl.org/2003/instance", "http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"),
    ("http://xbrl.org/2005/xbrldt", "http://www.xbrl.org/2005/xbrldt-2005.xsd"),
)


@frozen
class F:
    """A fact to write: ``value`` None is nil; ``decimals`` an integer or INF; ``context`` a number."""

    concept: str
    value: Decimal | str | int | None
    decimals: str = "INF"
    context: int = 0
    unit: str = "USD"
    precision: str = ""


@frozen
class N:
    """A network to write: total, contributors with weights, role number, arc version."""

    total: str
    items: tuple[tuple[str, str], ...]
    role: int = 0
    version: str = "1.0"


@frozen
class Sample:
    """Facts and networks that make a filing."""

    facts: tuple[F, ...]
    networks: tuple[N, ...] = ()
    types: dict[str, str] = field(factory=dict)

    @property
    def concepts(self) -> list[str]:
        """All concepts named."""
        named = [fact.concept for fact in self.facts] + [network.total for network in self.networks]
        return sorted({*named, *(item for network in self.networks for item, _ in network.items)})


def write_sample(sample: Sample, folder: Path) -> Path:
    """Write a filing, and tell where its instance is."""
    folder.mkdir(parents=True, exist_ok=True)
    roles = sorted({network.role for network in sample.networks})
    (folder / "x.xsd").write_text(_schema(sample, roles), encoding="utf-8")
    (folder / "x_cal.xml").write_text(_linkbase(sample, roles), encoding="utf-8")
    path = folder / "x.xml"
    path.write_text(instance(sample.facts), encoding="utf-8")
    return path


def _schema(sample: Sample, roles: Sequence[int]) -> str:
    kinds = "".join(
        f'<link:roleType id="r{role}" roleURI="{ROLE}{role}">'
        f"<link:definition>{role} - Statement - Number {role}</link:definition>"
        "<link:usedOn>link:calculationLink</link:usedOn></link:roleType>"
        for role in roles
    )
    imports = "".join(f'<xs:import namespace="{at}" schemaLocation="{where}"/>' for at, where in _SCHEMAS)
    elements = "".join(
        f'<xs:element id="x_{name}" name="{name}" nillable="true" xbrli:periodType="instant" '
        f'type="xbrli:{sample.types.get(name, "decimalItemType")}" substitutionGroup="xbrli:item"/>'
        for name in sample.concepts
    )
    return (
        f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xbrli="{_SCHEMAS[0][0]}" '
        'xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'targetNamespace="{NS}"><xs:annotation><xs:appinfo>{kinds}'
        '<link:linkbaseRef xlink:type="simple" xlink:href="x_cal.xml" '
        'xlink:role="http://www.xbrl.org/2003/role/calculationLinkbaseRef" '
        'xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"/>'
        f"</xs:appinfo></xs:annotation>{imports}{elements}</xs:schema>"
    )


def _linkbase(sample: Sample, roles: Sequence[int]) -> str:
    refs = "".join(
        f'<link:roleRef roleURI="{ROLE}{role}" xlink:type="simple" xlink:href="x.xsd#r{role}"/>'
        for role in roles
    )
    if any(network.version == "1.1" for network in sample.networks):
        refs += (
            f'<link:arcroleRef arcroleURI="{ARCROLES["1.1"]}" xlink:type="simple" '
            'xlink:href="http://www.xbrl.org/2023/calculation-1.1.xsd#summation-item"/>'
        )
    links = "".join(_link(role, [one for one in sample.networks if one.role == role]) for role in roles)
    return (
        '<link:linkbase xmlns:link="http://www.xbrl.org/2003/linkbase" '
        f'xmlns:xlink="http://www.w3.org/1999/xlink">{refs}{links}</link:linkbase>'
    )


def _link(role: int, networks: Sequence[N]) -> str:
    names = sorted({one.total for one in networks} | {item for one in networks for item, _ in one.items})
    locators = "".join(
        f'<link:loc xlink:type="locator" xlink:label="{name}" xlink:href="x.xsd#x_{name}"/>' for name in names
    )
    arcs = "".join(
        f'<link:calculationArc xlink:type="arc" xlink:arcrole="{ARCROLES[one.version]}" '
        f'xlink:from="{one.total}" xlink:to="{item}" weight="{weight}" order="{order}"/>'
        for one in networks
        for order, (item, weight) in enumerate(one.items, 1)
    )
    return (
        f'<link:calculationLink xlink:type="extended" xlink:role="{ROLE}{role}">{locators}{arcs}'
        "</link:calculationLink>"
    )


def instance(facts: Iterable[F]) -> str:
    """An instance with the facts."""
    held = list(facts)
    contexts = "".join(_context(number) for number in sorted({fact.context for fact in held}))
    units = "".join(_unit(unit) for unit in sorted({fact.unit for fact in held}))
    return (
        f'<xbrli:xbrl xmlns:xbrli="{_SCHEMAS[0][0]}" xmlns:link="http://www.xbrl.org/2003/linkbase" '
        'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:iso4217="http://www.xbrl.org/2003/iso4217" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:x="{NS}">'
        '<link:schemaRef xlink:type="simple" xlink:href="x.xsd"/>'
        f"{contexts}{units}{''.join(_fact(number, fact) for number, fact in enumerate(held))}</xbrli:xbrl>"
    )


def _context(number: int) -> str:
    return (
        f'<xbrli:context id="c{number}"><xbrli:entity><xbrli:identifier scheme="http://example.org/e">E{number}'
        "</xbrli:identifier></xbrli:entity><xbrli:period><xbrli:instant>2020-12-31</xbrli:instant></xbrli:period>"
        "</xbrli:context>"
    )


def _unit(unit: str) -> str:
    measure = f"xbrli:{unit}" if unit in ("pure", "shares") else f"iso4217:{unit}"
    return f'<xbrli:unit id="{unit}"><xbrli:measure>{measure}</xbrli:measure></xbrli:unit>'


def _fact(number: int, fact: F) -> str:
    accuracy = f'precision="{fact.precision}"' if fact.precision else f'decimals="{fact.decimals}"'
    shared = f'id="f{number}" contextRef="c{fact.context}" unitRef="{fact.unit}"'
    if fact.value is None:
        return f'<x:{fact.concept} {shared} xsi:nil="true"/>'
    value = f"{fact.value:f}" if isinstance(fact.value, Decimal) else fact.value
    return f"<x:{fact.concept} {shared} {accuracy}>{value}</x:{fact.concept}>\n"
