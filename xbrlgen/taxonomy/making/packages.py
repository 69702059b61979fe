"""Reads an official taxonomy package: its element schemas and its linkbases."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from attrs import evolve, field, frozen
from lxml import etree

from xbrlgen.taxonomy.editions import Edition
from xbrlgen.taxonomy.errors import DamagedPackageError
from xbrlgen.taxonomy.files.kinds import Kind
from xbrlgen.taxonomy.files.records import Family, OwnType, Standing
from xbrlgen.taxonomy.making.elements import read_elements, read_role_numbers, read_types
from xbrlgen.taxonomy.making.linkbases import Arc, read_arcs_of

_REWRITE = "{urn:oasis:names:tc:entity:xmlns:xml:catalog}rewriteURI"
_SCHEMA = "{http://www.w3.org/2001/XMLSchema}schema"
_MANIFEST, _CATALOG = "META-INF/taxonomyPackage.xml", "META-INF/catalog.xml"
_NAMESPACE = re.compile(r"\A.*/(?P<prefix>[a-z][a-z-]*)/(?P<year>\d{4})(?:-\d\d-\d\d)?\Z")
_UNREAD = re.compile(r"[-_](lab|doc|ref)[-._]")


@frozen
class Told:
    """What a source tells: families, the editions they belong to, and the item types they declare."""

    families: tuple[Family, ...]
    editions: tuple[Edition, ...] = ()
    types: tuple[OwnType, ...] = ()


@frozen(eq=False)
class _Document:
    file: str
    address: str
    root: etree._Element = field(repr=False)

    @property
    def home(self) -> Edition | None:
        """The edition that its namespace tells of, if it is the schema of one."""
        namespace = str(self.root.get("targetNamespace", ""))
        told = _NAMESPACE.match(namespace)
        if self.root.tag != _SCHEMA or told is None:
            return None
        return Edition(told["prefix"], int(told["year"]), namespace, self.address)


def read_package(path: Path) -> Told:
    """Everything that an official taxonomy package tells."""
    documents = tuple(_documents(path))
    homes = [(one.home, one.root) for one in documents if one.home]
    concepts = {home: dict(read_elements(root)) for home, root in homes if home}
    editions = sorted(home for home, kinds in concepts.items() if kinds)
    if not editions:
        msg = f"{path}: holds no schema with concepts of a family and year, such as us-gaap-2024.xsd"
        raise DamagedPackageError(msg)
    numbers = {uri: number for one in documents for uri, number in read_role_numbers(one.root)}
    arcs = [arc for one in documents for arc in read_arcs_of(one.root, numbers)]
    types = (
        OwnType(home.family, home.year, rule) for home, root in homes if home for rule in read_types(root)
    )
    families = (
        _family(home, concepts[home], [arc for arc in arcs if arc.family == home.family]) for home in editions
    )
    return Told(tuple(families), tuple(editions), tuple(sorted(types)))


def _family(edition: Edition, kinds: Mapping[str, Kind], arcs: Sequence[Arc]) -> Family:
    deprecated = {arc.target for arc in arcs if arc.is_deprecation}
    year = edition.year
    sums = (arc.weighing for arc in arcs if arc.kind == "calculation")
    lines = (arc.showing for arc in arcs if arc.kind == "presentation" and arc.is_statement)
    gone = (arc.succession for arc in arcs if arc.kind == "definition")
    return Family(
        edition.family,
        {name: {year: Standing(kind, deprecated=name in deprecated)} for name, kind in kinds.items()},
        tuple(dict.fromkeys(evolve(arc, year=year) for arc in sums)),
        tuple(dict.fromkeys(evolve(arc, year=year) for arc in lines)),
        frozenset(one for one in gone if one),
    )


def _documents(path: Path) -> Iterator[_Document]:
    try:
        with zipfile.ZipFile(path) as archive:
            files = archive.namelist()
            top = _top(path, files)
            rewrites = tuple(
                _rewrites(_parse(path, archive, top + _CATALOG), PurePosixPath(top + "META-INF"))
            )
            addresses = dict(reversed(rewrites))
            for file in sorted(files):
                if file.endswith((".xsd", ".xml")) and "META-INF" not in file and not _UNREAD.search(file):
                    yield _Document(file, _address(file, addresses), _parse(path, archive, file))
    except (OSError, zipfile.BadZipFile) as damage:
        msg = f"{path}: can't be read as a taxonomy package ({damage}); give the zip as published"
        raise DamagedPackageError(msg) from damage


def _top(path: Path, files: Iterable[str]) -> str:
    found = [file.removesuffix(_MANIFEST) for file in files if file.endswith(_MANIFEST)]
    if len(found) != 1:
        msg = f"{path}: no taxonomy package, {len(found)} files {_MANIFEST} in it where there should be one"
        raise DamagedPackageError(msg)
    return found[0]


def _parse(path: Path, archive: zipfile.ZipFile, file: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(archive.read(file), parser)
    except (KeyError, etree.XMLSyntaxError, zipfile.BadZipFile) as damage:
        msg = f"{path}: {file} in it can't be read ({damage})"
        raise DamagedPackageError(msg) from damage


def _rewrites(catalog: etree._Element, base: PurePosixPath) -> Iterator[tuple[str, str]]:
    for rewrite in catalog.iter(_REWRITE):
        parts: list[str] = []
        for part in (base / str(rewrite.get("rewritePrefix"))).parts:
            parts = parts[:-1] if part == ".." else [*parts, part]
        yield "/".join(parts), str(rewrite.get("uriStartString"))


def _address(file: str, addresses: Mapping[str, str]) -> str:
    fits = (prefix for prefix in addresses if file.startswith(prefix))
    best = max(fits, key=len, default="")
    return addresses[best].rstrip("/") + "/" + file.removeprefix(best).lstrip("/") if best else file
