"""The schema of a filing's own concepts, which also leads to its linkbases and its taxonomies."""

from __future__ import annotations

from collections.abc import Iterable

from xbrlgen.filing import Filing, Role
from xbrlgen.model import Concept, QName, TypedMember
from xbrlgen.writing import names
from xbrlgen.writing.inline.contexts import typed_domain
from xbrlgen.writing.taxonomy.addresses import TypeHome, home_of_type, schema_of
from xbrlgen.writing.taxonomy.trees import concepts_used

_XBRL_SCHEMAS = (
    (names.XBRLI, "http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"),
    (names.LINK, "http://www.xbrl.org/2003/xbrl-linkbase-2003-12-31.xsd"),
    (names.XLINK, "http://www.xbrl.org/2003/xlink-2003-12-31.xsd"),
    (names.XBRLDT, "http://www.xbrl.org/2005/xbrldt-2005.xsd"),
)
_GROUPS = {"dimensionItem": "xbrldt:dimensionItem", "hypercubeItem": "xbrldt:hypercubeItem"}
_LINKBASES = (("lab", "label"), ("pre", "presentation"), ("cal", "calculation"), ("def", "definition"))
_USED_ON = ("presentation", "calculation", "definition")


def write_schema(filing: Filing, linkbases: Iterable[str]) -> str:
    """The text of the extension schema; ``linkbases`` are the kinds (``lab``, ``pre``...) there are."""
    homes = {concept.name: home_of_type(concept.type, filing.taxonomy_year) for concept in filing.extensions}
    typed = {
        value.axis
        for fact in filing.report.facts
        for value in fact.dimensions
        if isinstance(value, TypedMember)
    }
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        _opening(filing, homes.values()),
        *_imports(filing, homes.values()),
        "  <xs:annotation>",
        "    <xs:appinfo>",
        *_linkbase_refs(stem(filing), set(linkbases)),
        *(line for role in filing.roles for line in _role_type(role)),
        "    </xs:appinfo>",
        "  </xs:annotation>",
        *(_element(concept, homes[concept.name], typed) for concept in filing.extensions),
        *(_domain(filing.prefix, concept) for concept in filing.extensions if concept.name in typed),
        "</xs:schema>",
    ]
    return "\n".join(parts) + "\n"


def stem(filing: Filing) -> str:
    """The file name without ending that all files of a filing share."""
    return f"{filing.prefix}-{filing.date}"


def element_id(name: QName) -> str:
    """The id under which a schema declares a concept."""
    return f"{name.prefix}_{name.local}"


def href(filing: Filing, name: QName) -> str:
    """The address of a concept's declaration."""
    own = name.namespace == filing.namespace
    schema = f"{stem(filing)}.xsd" if own else schema_of(name.namespace, filing.report.taxonomy)
    return f"{schema or name.namespace}#{element_id(name)}"


def role_id(role: Role) -> str:
    """The id under which the schema declares a role: the last part of its address."""
    return names.identifier(role.uri.rstrip("/").rsplit("/", 1)[-1])


def _opening(filing: Filing, homes: Iterable[TypeHome]) -> str:
    own = names.attribute(filing.namespace)
    prefixes = {
        "xs": names.XS,
        "xbrli": names.XBRLI,
        "link": names.LINK,
        "xlink": names.XLINK,
        "xbrldt": names.XBRLDT,
        **{home.prefix: home.namespace for home in homes},
        filing.prefix: own,
    }
    declared = " ".join(f'xmlns:{prefix}="{prefixes[prefix]}"' for prefix in sorted(prefixes))
    return (
        f'<xs:schema {declared} targetNamespace="{own}"'
        ' elementFormDefault="qualified" attributeFormDefault="unqualified">'
    )


def _imports(filing: Filing, homes: Iterable[TypeHome]) -> list[str]:
    found = dict(_XBRL_SCHEMAS)
    found.update({home.namespace: home.address for home in homes})
    for name in concepts_used(filing):
        if name.namespace == filing.namespace:
            continue
        if schema := schema_of(name.namespace, filing.report.taxonomy):
            found[name.namespace] = schema
    return [
        f'  <xs:import namespace="{names.attribute(namespace)}" schemaLocation="{names.attribute(schema)}"/>'
        for namespace, schema in sorted(found.items())
    ]


def _linkbase_refs(name: str, present: set[str]) -> list[str]:
    return [
        f'      <link:linkbaseRef xlink:type="simple" xlink:href="{name}_{kind}.xml"'
        f' xlink:role="http://www.xbrl.org/2003/role/{words}LinkbaseRef"'
        ' xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"/>'
        for kind, words in _LINKBASES
        if kind in present
    ]


def _role_type(role: Role) -> list[str]:
    return [
        f'      <link:roleType roleURI="{names.attribute(role.uri)}" id="{role_id(role)}">',
        f"        <link:definition>{names.escape(role.definition)}</link:definition>",
        *(f"        <link:usedOn>link:{kind}Link</link:usedOn>" for kind in _USED_ON),
        "      </link:roleType>",
    ]


def _element(concept: Concept, home: TypeHome, typed: set[QName]) -> str:
    given = [
        f'id="{element_id(concept.name)}"',
        f'name="{concept.name.local}"',
        f'type="{home.prefix}:{concept.type}"',
        f'substitutionGroup="{_GROUPS.get(concept.substitution_group, "xbrli:item")}"',
        f'xbrli:periodType="{concept.period_type.value}"',
    ]
    given += [f'xbrli:balance="{concept.balance.value}"'] if concept.balance else []
    if concept.name in typed:
        given.append(f'xbrldt:typedDomainRef="#{concept.name.prefix}_{typed_domain(concept.name)}"')
    given += ['abstract="true"'] if concept.abstract else []
    given += ['nillable="true"'] if concept.nillable else []
    return f"  <xs:element {' '.join(given)}/>"


def _domain(prefix: str, axis: Concept) -> str:
    """The element that holds the values of a typed dimension."""
    name = typed_domain(axis.name)
    return f'  <xs:element id="{prefix}_{name}" name="{name}" type="xs:string" nillable="true"/>'
