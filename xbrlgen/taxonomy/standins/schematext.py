"""The text of one schema of a stand-in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import quoteattr

from attrs import frozen

from xbrlgen.model import Concept, QName
from xbrlgen.taxonomy.files.records import TypeRule
from xbrlgen.taxonomy.files.typehomes import BASE, DIMENSIONS, TypeHome
from xbrlgen.taxonomy.standins.parts import MARK

_XS = "http://www.w3.org/2001/XMLSchema"
_LINK = "http://www.xbrl.org/2003/linkbase"
_XLINK = "http://www.w3.org/1999/xlink"
_USED_ON = ("presentationLink", "calculationLink", "definitionLink")
_GROUPS = {
    "item": "xbrli:item",
    "dimensionItem": "xbrldt:dimensionItem",
    "hypercubeItem": "xbrldt:hypercubeItem",
}


@frozen
class Declaration:
    """A concept with the home of its type, whether it is a typed axis, and where its values are listed.

    ``content`` names the element that holds the values of a typed axis, where it isn't named after the axis.
    """

    concept: Concept
    home: TypeHome
    typed: bool = False
    domain: QName | None = None
    list_role: str = ""
    content: str = ""


@frozen
class SchemaParts:
    """What goes into one schema; ``lists`` are the lines of the linkbase inside it."""

    address: str
    namespace: str
    imports: frozenset[TypeHome] = frozenset()
    roles: frozenset[tuple[str, str]] = frozenset()
    types: frozenset[TypeRule] = frozenset()
    concepts: tuple[Declaration, ...] = ()
    lists: tuple[str, ...] = ()

    def __add__(self, other: SchemaParts) -> SchemaParts:
        return SchemaParts(
            self.address,
            self.namespace or other.namespace,
            self.imports | other.imports,
            self.roles | other.roles,
            self.types | other.types,
            self.concepts + other.concepts,
            self.lists + other.lists,
        )


def schema_text(parts: SchemaParts) -> str:
    """The schema as XML."""
    homes = sorted({BASE, DIMENSIONS, *parts.imports})
    own = parts.concepts[0].concept.name.prefix if parts.concepts else "tns"
    names = {"xs": _XS, "link": _LINK, "xlink": _XLINK, own: parts.namespace}
    names |= {home.prefix: home.namespace for home in homes}
    declared = "".join(f" xmlns:{prefix}={quoteattr(name)}" for prefix, name in sorted(names.items()))
    opening = (
        f"<xs:schema elementFormDefault='qualified' targetNamespace={quoteattr(parts.namespace)}{declared}>"
    )
    body = [
        *_roles(parts),
        *_imports(homes),
        *(_type(rule) for rule in sorted(parts.types)),
        *_elements(parts),
    ]
    lines = ["<?xml version='1.0' encoding='UTF-8'?>", f"<!-- {MARK} -->", opening, *body, "</xs:schema>"]
    return "\n".join(lines) + "\n"


def _roles(parts: SchemaParts) -> Iterator[str]:
    used = "".join(f"<link:usedOn>link:{link}</link:usedOn>" for link in _USED_ON)
    if parts.roles or parts.lists:
        yield "<xs:annotation><xs:appinfo>"
        for fragment, uri in sorted(parts.roles):
            yield f"<link:roleType id={quoteattr(fragment)} roleURI={quoteattr(uri)}>{used}</link:roleType>"
        yield from parts.lists
        yield "</xs:appinfo></xs:annotation>"


def _imports(homes: Iterable[TypeHome]) -> Iterator[str]:
    for home in homes:
        yield f"<xs:import namespace={quoteattr(home.namespace)} schemaLocation={quoteattr(home.address)}/>"


def _type(rule: TypeRule) -> str:
    facets = "".join(f"<xs:{facet} value={quoteattr(value)}/>" for facet, value in rule.facets)
    restriction = f"<xs:restriction base='xbrli:{rule.base}'>{facets}</xs:restriction>"
    content = f"<xs:simpleContent>{restriction}</xs:simpleContent>"
    return f"<xs:complexType name={quoteattr(rule.name)}>{content}</xs:complexType>"


def _elements(parts: SchemaParts) -> Iterator[str]:
    contents: set[str] = set()
    for one in parts.concepts:
        yield _element(one, is_own=one.home.namespace == parts.namespace)
        if one.typed and _content(one) not in contents:
            contents.add(_content(one))
            held = _identified(one.concept.name.prefix, _content(one))
            yield f"<xs:element {held} type='xs:string' nillable='true'/>"


def _content(one: Declaration) -> str:
    """The name of the element that holds what a typed axis is set to."""
    return one.content or f"{one.concept.name.local}.domain"


def _identified(prefix: str, local: str) -> str:
    return f"id={quoteattr(f'{prefix}_{local}')} name={quoteattr(local)}"


def _element(one: Declaration, *, is_own: bool) -> str:
    concept = one.concept
    prefix, local = concept.name.prefix, concept.name.local
    attributes = [
        _identified(prefix, local),
        f"type={quoteattr(f'{prefix if is_own else one.home.prefix}:{concept.type}')}",
        f"substitutionGroup={quoteattr(_GROUPS[concept.substitution_group])}",
        *(["abstract='true'"] if concept.abstract else []),
        *(["nillable='true'"] if concept.nillable else []),
        *([f"xbrldt:typedDomainRef={quoteattr(f'#{prefix}_{_content(one)}')}"] if one.typed else []),
        *_enumeration(one),
        *([f"xbrli:balance='{concept.balance.value}'"] if concept.balance else []),
        f"xbrli:periodType='{concept.period_type.value}'",
    ]
    return f"<xs:element {' '.join(attributes)}/>"


def _enumeration(one: Declaration) -> Iterator[str]:
    if one.domain is not None and one.list_role:
        yield f"enum2:domain={quoteattr(str(one.domain))} enum2:linkrole={quoteattr(one.list_role)}"
