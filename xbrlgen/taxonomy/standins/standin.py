"""Stand-ins: small taxonomy packages that declare, at the official addresses, only what a report needs.

A stand-in is no copy of an official taxonomy: it holds the names and attributes of the few concepts it was
asked for, and says so inside. It has no labels, references, trees or dimension defaults; of the last, the
official element schemas have none either.
"""

from __future__ import annotations

import zipfile
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from attrs import frozen

from xbrlgen.model import Concept, QName
from xbrlgen.taxonomy.asking.index import Taxonomy, taxonomy_of_namespace
from xbrlgen.taxonomy.errors import UnknownConceptError, nearest_words
from xbrlgen.taxonomy.standins.enumerations import domain_of
from xbrlgen.taxonomy.standins.parts import catalog, manifest
from xbrlgen.taxonomy.standins.schemas import Schema, schemas_of

_EPOCH = (1980, 1, 1, 0, 0, 0)


@frozen
class Standin:
    """A stand-in that was written: where it is, what it declares and what it could not."""

    path: Path
    declared: tuple[QName, ...]
    missing: tuple[QName, ...] = ()


def write_standin(
    concepts: Iterable[QName | Concept],
    path: Path,
    *,
    imports: Mapping[str, str] | None = None,
    roles: Mapping[str, str] | None = None,
    strict: bool = True,
) -> Standin:
    """Write a taxonomy package that declares the given concepts at their official addresses.

    A ``path`` that ends in ``.zip`` becomes a zip, which is what Arelle takes without complaint; any other a
    folder, of which Arelle takes ``META-INF/taxonomyPackage.xml``. A `QName` is looked up in the index; a
    `Concept` brings its attributes along, for namespaces the index doesn't know. ``imports`` are further
    schemas that the report refers to (address to namespace), ``roles`` the role types (address with fragment
    to role URI). With ``strict`` an unknown concept is an error, else it is told in ``missing``.
    """
    files, declared, missing = standin_files(concepts, imports=imports, roles=roles, strict=strict)
    _write(files, path)
    return Standin(path, declared, missing)


def standin_files(
    concepts: Iterable[QName | Concept],
    *,
    imports: Mapping[str, str] | None = None,
    roles: Mapping[str, str] | None = None,
    strict: bool = True,
) -> tuple[dict[str, bytes], tuple[QName, ...], tuple[QName, ...]]:
    """The files of a stand-in by their paths in it, what it declares, and what it could not."""
    given = {_name(one): one for one in sorted(concepts, key=_order)}
    found = {name: one if isinstance(one, Concept) else _look_up(one) for name, one in given.items()}
    missing = tuple(name for name, concept in found.items() if concept is None)
    if strict and missing:
        raise UnknownConceptError(*_complaint(missing))
    known = {name: concept for name, concept in found.items() if concept is not None}
    schemas = schemas_of(_by_namespace({**_domains(known.values()), **known}), imports or {}, roles or {})
    return _package(schemas), tuple(known), missing


def _domains(concepts: Iterable[Concept]) -> dict[QName, Concept]:
    domains = sorted({domain for concept in concepts if (domain := domain_of(concept))})
    return {domain: concept for domain in domains if (concept := _look_up(domain))}


def _by_namespace(concepts: Mapping[QName, Concept]) -> dict[str, list[Concept]]:
    groups: dict[str, list[Concept]] = defaultdict(list)
    for name in sorted(concepts, key=lambda name: (name.namespace, name.local)):
        groups[name.namespace].append(concepts[name])
    return groups


def _order(one: QName | Concept) -> tuple[str, str, bool]:
    """By name; of the same one, a concept comes last and wins."""
    name = _name(one)
    return name.namespace, name.local, isinstance(one, Concept)


def _name(one: QName | Concept) -> QName:
    return one.name if isinstance(one, Concept) else one


def _look_up(name: QName) -> Concept | None:
    taxonomy = taxonomy_of_namespace(name.namespace)
    return None if taxonomy is None else taxonomy.possible(name.local)


def _complaint(missing: tuple[QName, ...]) -> tuple[str, tuple[str, ...]]:
    name = missing[0]
    taxonomy = taxonomy_of_namespace(name.namespace)
    if taxonomy is None:
        return f"no known taxonomy has the namespace {name.namespace} (of {name})", ()
    near = taxonomy.nearest(name.local)
    more = f" (and {len(missing) - 1} more)" if len(missing) > 1 else ""
    return f"{taxonomy.family} {taxonomy.year} has no concept {name}{more}{nearest_words(near)}", near


def _package(schemas: Iterable[Schema]) -> dict[str, bytes]:
    texts = {schema.file: schema.text for schema in schemas}
    addresses = {schema.address: schema.file for schema in schemas}
    texts["META-INF/catalog.xml"] = catalog(addresses)
    texts["META-INF/taxonomyPackage.xml"] = manifest(addresses)
    return {file: texts[file].encode() for file in sorted(texts)}


def _write(files: Mapping[str, bytes], path: Path) -> None:
    if path.suffix == ".zip":
        path.parent.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for file, content in files.items():
                entry = zipfile.ZipInfo(f"{path.stem}/{file}", _EPOCH)
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, content)
        return
    for file, content in files.items():
        target = path / file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


__all__ = ["Standin", "Taxonomy", "standin_files", "write_standin"]
