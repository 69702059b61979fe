"""Where documents are found by their address: on disk, in packages, or nowhere."""

from __future__ import annotations

import posixpath
import zipfile
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from attrs import field, frozen
from lxml import etree

from xbrlgen.validating.errors import UnreadableError
from xbrlgen.validating.names import CATALOG


def is_remote(address: str) -> bool:
    """Whether an address is on the web."""
    return address.startswith(("http://", "https://"))


def join(base: str, href: str) -> str:
    """The address a reference means, seen from a document.

    >>> join("/a/b.xml", "../c.xsd"), join("http://x.org/a/b.xsd", "c.xml"), join("/a/b.xml", "#d")
    ('/c.xsd', 'http://x.org/a/c.xml', '/a/b.xml#d')
    """
    href = href.strip()
    if not href or href.startswith("#"):
        return base + href
    if is_remote(href):
        return href
    if is_remote(base):
        return urljoin(base, href)
    if href.startswith("file:"):
        return unquote(urlsplit(href).path)
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(href)))


@frozen
class Rule:
    """Addresses that start so are files of a package, or of a folder where ``archive`` is None."""

    start: str
    archive: zipfile.ZipFile | None = field(eq=False)
    target: str = ""


@frozen
class Shelf:
    """Finds the bytes of a document: local files as they are, web addresses by the rules of packages."""

    rules: tuple[Rule, ...] = ()

    def read(self, address: str) -> bytes | None:
        """The bytes at an address, None where nothing is known there."""
        rule = max(
            (rule for rule in self.rules if address.startswith(rule.start)),
            key=lambda rule: len(rule.start),
            default=None,
        )
        if rule is not None:
            return _read_member(rule, address[len(rule.start) :])
        path = Path(address)
        return None if is_remote(address) or not path.is_file() else path.read_bytes()

    def pointing_at(self, address: str) -> tuple[str, ...]:
        """The linkbases beside a file that isn't there which point into it."""
        name = address.rpartition("/")[2]
        places = [] if is_remote(address) else sorted(Path(address).parent.glob("*.xml"))
        return tuple(str(path) for path in places if f"{name}#".encode() in path.read_bytes())

    def knows(self, address: str) -> bool:
        """Whether a package speaks for an address."""
        return any(address.startswith(rule.start) for rule in self.rules)


def _read_member(rule: Rule, tail: str) -> bytes | None:
    if rule.archive is None:
        path = Path(posixpath.normpath(rule.target + tail))
        return path.read_bytes() if path.is_file() else None
    try:
        return rule.archive.read(posixpath.normpath(rule.target + tail))
    except KeyError:
        return None


def open_packages(packages: tuple[Path, ...]) -> Shelf:
    """A shelf of taxonomy packages, by their catalogs."""
    return Shelf(tuple(rule for package in packages for rule in _package_rules(package)))


def _package_rules(package: Path) -> tuple[Rule, ...]:
    try:
        archive = zipfile.ZipFile(package)
    except (zipfile.BadZipFile, OSError) as error:
        msg = f"{package}: not a taxonomy package: {error}; give the zip as published"
        raise UnreadableError(msg) from error
    catalogs = [name for name in archive.namelist() if name.endswith("META-INF/catalog.xml")]
    return tuple(
        Rule(start, archive, target)
        for catalog in catalogs
        for start, target in catalog_rules(archive.read(catalog), catalog)
    )


def catalog_rules(data: bytes, name: str) -> tuple[tuple[str, str], ...]:
    """Start of addresses and where they lead, from a catalog."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    return tuple(
        (found.get("uriStartString", ""), join_folder(name, found.get("rewritePrefix", "")))
        for found in root.iter(f"{{{CATALOG}}}rewriteURI")
    )


def join_folder(base: str, href: str) -> str:
    """Like `join`, keeping the slash at the end that makes a prefix a folder."""
    return join(base, href) + ("/" if href.endswith("/") else "")
