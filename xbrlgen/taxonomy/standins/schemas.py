"""The schemas inside a stand-in package, put together from pieces that are merged by address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from xbrlgen.model import Concept
from xbrlgen.taxonomy.asking.index import Taxonomy, taxonomy_of_namespace
from xbrlgen.taxonomy.editions import Edition, data_folder
from xbrlgen.taxonomy.errors import TaxonomyError
from xbrlgen.taxonomy.files.typehomes import BASE, DIMENSIONS, TypeHome, companion, home_of
from xbrlgen.taxonomy.files.types import type_rule
from xbrlgen.taxonomy.standins.enumerations import domain_of, list_role, value_lists
from xbrlgen.taxonomy.standins.schematext import Declaration, SchemaParts, schema_text

# The year from which the official schema of us-gaap imports that of srt.
_SRT_BESIDE = 2018
_YEAR = re.compile(r"(?:19|20)\d\d")


@frozen
class Schema:
    """One schema of a stand-in: its official address, its file in the package, its text."""

    address: str
    file: str
    text: str


def schemas_of(
    groups: Mapping[str, Sequence[Concept]], imports: Mapping[str, str], roles: Mapping[str, str]
) -> tuple[Schema, ...]:
    """The schemas that declare the concepts of each namespace, and all they refer to."""
    named = {namespace: address for address, namespace in imports.items()}
    pieces = [SchemaParts(address, namespace) for address, namespace in imports.items()]
    for namespace, concepts in groups.items():
        pieces += _pieces(namespace, concepts, named)
        pieces += _lists(namespace, groups)
    for reference, uri in roles.items():
        address, _, fragment = reference.partition("#")
        pieces.append(
            SchemaParts(address, _home_namespace(address, pieces), roles=frozenset({(fragment, uri)}))
        )
    return tuple(
        Schema(parts.address, parts.address.partition("://")[2], schema_text(parts))
        for parts in _merge(pieces)
    )


def _pieces(namespace: str, concepts: Sequence[Concept], named: Mapping[str, str]) -> Iterator[SchemaParts]:
    taxonomy = taxonomy_of_namespace(namespace)
    edition = taxonomy.edition if taxonomy else _foreign(concepts[0], named)
    homes = {concept.type: home_of(concept.type, edition) for concept in concepts}
    beside = set(homes.values()) | {BASE, DIMENSIONS} | set(_beside(taxonomy))
    yield SchemaParts(
        edition.address,
        namespace,
        imports=frozenset(home for home in beside if home.namespace != namespace),
        concepts=tuple(_declaration(taxonomy, concept, homes[concept.type]) for concept in concepts),
    )
    for home in beside:
        if "xbrl.org" not in home.namespace:
            names = (name for name, declared in homes.items() if declared == home)
            types = (type_rule(data_folder(), home.prefix, edition.year, name) for name in names)
            yield SchemaParts(home.address, home.namespace, types=frozenset(types))


def _foreign(concept: Concept, named: Mapping[str, str]) -> Edition:
    namespace = concept.name.namespace
    if namespace not in named:
        msg = f"where is the schema of {namespace} (of {concept.name})? Give its address in imports"
        raise TaxonomyError(msg)
    year = _YEAR.search(namespace)
    return Edition(concept.name.prefix, int(year.group()) if year else 0, namespace, named[namespace])


def _beside(taxonomy: Taxonomy | None) -> Iterator[TypeHome]:
    """The srt schema goes with that of us-gaap, as the official one imports it."""
    if taxonomy is not None and taxonomy.family == "us-gaap" and taxonomy.year >= _SRT_BESIDE:
        srt = taxonomy.sibling("srt")
        yield TypeHome("srt", srt.namespace, srt.schema_location)


def _declaration(taxonomy: Taxonomy | None, concept: Concept, home: TypeHome) -> Declaration:
    if taxonomy is None:
        return Declaration(concept, home)
    role = list_role(taxonomy)
    typed = taxonomy.is_typed(concept.name.local)
    return Declaration(concept, home, typed, domain_of(concept), role.uri if role else "")


def _lists(namespace: str, groups: Mapping[str, Sequence[Concept]]) -> Iterator[SchemaParts]:
    taxonomy = taxonomy_of_namespace(namespace)
    role = list_role(taxonomy)
    if taxonomy is not None and role is not None:
        home = companion(taxonomy.edition, role.schema)
        yield SchemaParts(home.address, home.namespace, roles=frozenset({(role.fragment, role.uri)}))
        yield SchemaParts(taxonomy.schema_location, namespace, lists=tuple(value_lists(groups, namespace)))


def _home_namespace(address: str, pieces: Iterable[SchemaParts]) -> str:
    known = (piece.namespace for piece in pieces if _plain(piece.address) == _plain(address))
    return next(known, address.removesuffix(".xsd"))


def _plain(address: str) -> str:
    return address.partition("://")[2]


def _merge(pieces: Iterable[SchemaParts]) -> tuple[SchemaParts, ...]:
    merged: dict[str, SchemaParts] = {}
    for piece in pieces:
        place = _plain(piece.address)
        merged[place] = merged[place] + piece if place in merged else piece
    return tuple(merged[place] for place in sorted(merged))
