"""Extensible enumerations in stand-ins: their domains, and which values they allow.

The index knows the domain of an enumeration but not its members: a stand-in lets it have any concept that the
report refers to and that isn't an enumeration, a dimension or a table itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from xml.sax.saxutils import quoteattr

from attrs import frozen

from xbrlgen.model import Concept, QName
from xbrlgen.taxonomy.asking.index import Taxonomy, taxonomy_of_namespace
from xbrlgen.taxonomy.files.typehomes import companion

TYPE = "enumerationSetItemType"
# The first year whose taxonomies have enumerations.
FIRST_YEAR = 2019
_MEMBER = "http://xbrl.org/int/dim/arcrole/domain-member"
_MEMBER_AT = "http://www.xbrl.org/2005/xbrldt-2005.xsd#domain-member"


@frozen
class ListRole:
    """The role in which a family lists the values of its enumerations: its schema, fragment and URI."""

    schema: str
    fragment: str
    uri: str


_ROLES = {
    "us-gaap": ListRole("us-roles", "eedm", "http://fasb.org/us-gaap/role/eedm/ExtensibleEnumerationLists"),
    "srt": ListRole("srt-roles", "eedm1", "http://fasb.org/srt/role/srt-eedm/ExtensibleEnumerationLists"),
}


def list_role(taxonomy: Taxonomy | None) -> ListRole | None:
    """The role of a taxonomy, where it has enumerations."""
    if taxonomy is None or taxonomy.year < FIRST_YEAR:
        return None
    return _ROLES.get(taxonomy.family)


def domain_of(concept: Concept) -> QName | None:
    """The domain of an enumeration; itself where no year tells one; None for any other concept."""
    taxonomy = taxonomy_of_namespace(concept.name.namespace)
    if taxonomy is None or concept.type != TYPE:
        return None
    told = taxonomy.domain(concept.name.local)
    prefix = told.partition(":")[0]
    home = taxonomy if prefix in {"", taxonomy.family} else taxonomy.sibling(prefix)
    known = told and home.possible(told.rpartition(":")[2])
    return known.name if known else concept.name


def value_lists(groups: Mapping[str, Sequence[Concept]], namespace: str) -> Iterator[str]:
    """The lines of a linkbase that lets the enumerations of a namespace have any value of the report."""
    taxonomy = taxonomy_of_namespace(namespace)
    role = list_role(taxonomy)
    domains = sorted({domain for concept in groups[namespace] if (domain := domain_of(concept))})
    if taxonomy is None or role is None or not domains:
        return
    heads = {domain for listed in groups.values() for concept in listed if (domain := domain_of(concept))}
    values = sorted(one.name for listed in groups.values() for one in listed if _is_value(one, heads))
    at = f"{companion(taxonomy.edition, role.schema).address}#{role.fragment}"
    yield "<link:linkbase>"
    yield f"<link:roleRef roleURI='{role.uri}' xlink:type='simple' xlink:href={quoteattr(at)}/>"
    yield f"<link:arcroleRef arcroleURI='{_MEMBER}' xlink:type='simple' xlink:href='{_MEMBER_AT}'/>"
    yield f"<link:definitionLink xlink:type='extended' xlink:role='{role.uri}'>"
    for name in sorted({*domains, *values}):
        yield f"<link:loc xlink:type='locator' xlink:label={_label(name)} xlink:href={_href(name)}/>"
    yield from (line for domain in domains for line in _members_of(domain, values))
    yield "</link:definitionLink></link:linkbase>"


def _members_of(domain: QName, values: Iterable[QName]) -> Iterator[str]:
    for order, value in enumerate(values, 1):
        yield (
            f"<link:definitionArc xlink:type='arc' xlink:arcrole='{_MEMBER}' order='{order}' "
            f"xlink:from={_label(domain)} xlink:to={_label(value)}/>"
        )


def _is_value(concept: Concept, heads: set[QName]) -> bool:
    is_known = taxonomy_of_namespace(concept.name.namespace) is not None
    is_plain = concept.substitution_group == "item" and concept.type != TYPE
    return is_known and is_plain and concept.name not in heads


def _label(name: QName) -> str:
    return quoteattr(f"{name.prefix}_{name.local}")


def _href(name: QName) -> str:
    taxonomy = taxonomy_of_namespace(name.namespace)
    address = taxonomy.schema_location if taxonomy else ""
    return quoteattr(f"{address}#{name.prefix}_{name.local}")
