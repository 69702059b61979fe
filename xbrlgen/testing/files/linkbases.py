"""Calculation linkbases."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final
from xml.sax.saxutils import quoteattr

from xbrlgen.model import QName
from xbrlgen.testing.cases import Network
from xbrlgen.testing.files.schemas import Declared

CALCULATION: Final = "case_cal.xml"
ARCROLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "1.0": "http://www.xbrl.org/2003/arcrole/summation-item",
        "1.1": "https://xbrl.org/2023/arcrole/summation-item",
    }
)
_ELEVEN: Final = f"""<link:arcroleRef arcroleURI="{ARCROLES["1.1"]}" xlink:type="simple"
 xlink:href="http://www.xbrl.org/2023/calculation-1.1.xsd#summation-item"/>"""


def role_types(networks: Sequence[Network]) -> str:
    """What the entry schema says of roles and of the linkbase."""
    kinds = "".join(
        f'<link:roleType id="r{number}" roleURI={quoteattr(role)}>'
        f"<link:definition>{number} - Statement - Role</link:definition>"
        "<link:usedOn>link:calculationLink</link:usedOn></link:roleType>"
        for number, role in enumerate(_roles(networks))
    )
    reference = (
        f'<link:linkbaseRef xlink:type="simple" xlink:href="{CALCULATION}" '
        'xlink:role="http://www.xbrl.org/2003/role/calculationLinkbaseRef" '
        'xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"/>'
    )
    return kinds + reference if networks else ""


def _roles(networks: Sequence[Network]) -> list[str]:
    return sorted({network.role for network in networks})


def calculation(networks: Sequence[Network], declared: Declared, entry: str) -> str:
    """The linkbase of the networks."""
    roles = _roles(networks)
    references = "".join(
        f'<link:roleRef roleURI={quoteattr(role)} xlink:type="simple" xlink:href="{entry}#r{number}"/>'
        for number, role in enumerate(roles)
    )
    eleven = _ELEVEN if any(network.version == "1.1" for network in networks) else ""
    held: dict[str, list[Network]] = {role: [] for role in roles}
    for network in networks:
        held[network.role].append(network)
    links = "".join(_link(role, networks, declared) for role, networks in held.items())
    return (
        '<link:linkbase xmlns:link="http://www.xbrl.org/2003/linkbase" '
        f'xmlns:xlink="http://www.w3.org/1999/xlink">{references}{eleven}{links}</link:linkbase>'
    )


def _link(role: str, networks: Sequence[Network], declared: Declared) -> str:
    names = {name for network in networks for name in (network.total, *(arc.child for arc in network.arcs))}
    labels = {name: f"l{number}" for number, name in enumerate(sorted(names))}
    locators = "".join(
        f'<link:loc xlink:type="locator" xlink:label="{label}" xlink:href="{declared.address(name)}"/>'
        for name, label in labels.items()
    )
    arcs = "".join(_arcs(network, labels) for network in networks)
    link = f'<link:calculationLink xlink:type="extended" xlink:role={quoteattr(role)}>'
    return f"{link}{locators}{arcs}</link:calculationLink>\n"


def _arcs(network: Network, labels: Mapping[QName, str]) -> str:
    return "".join(
        f'<link:calculationArc xlink:type="arc" xlink:arcrole="{ARCROLES[network.version]}" '
        f'xlink:from="{labels[network.total]}" xlink:to="{labels[arc.child]}" '
        f'weight="{arc.weight:f}" order="{order}"/>'
        for order, arc in enumerate(network.arcs, 1)
    )
