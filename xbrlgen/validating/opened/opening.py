"""What was given to validate, opened: pages, instances, xBRL-JSON, packages, folders, taxonomies."""

from __future__ import annotations

import codecs
import re
import zipfile
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

from attrs import evolve, field, frozen
from lxml import etree

from xbrlgen.places import readable_path
from xbrlgen.validating.errors import NoReportError, UnreadableError
from xbrlgen.validating.files.shelf import Rule, catalog_rules
from xbrlgen.validating.files.unpacking import PACKAGES, is_taxonomy_package, unpack
from xbrlgen.validating.files.xml import parse
from xbrlgen.validating.names import LINK, XBRLI, XS
from xbrlgen.validating.notations.inline import is_inline
from xbrlgen.validating.opened.pagesets import pages_together

_WANTED = (
    "expected an inline page, an instance, xBRL-JSON or a package (xbrlgen build makes one of a release)"
)
_REPORTS_FOLDER = "reports"
# How the namespaces begin that every report declares.
_NAMESPACE = re.compile(rb"xbrl\.org/\d{4}/")
_CSV = re.compile(rb'"documentType"\s*:\s*"[^"]*/xbrl-csv"')
# How texts in UTF-16 begin.
_TWO_BYTES = frozenset({codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE})
_OWN_FACTS = "facts.json"
_PAGES = frozenset({".htm", ".html", ".xhtml"})
_REPORTS = _PAGES | {".xml", ".xbrl", ".json", ".xsd"}


class Notation(Enum):
    """How a report is written."""

    INLINE = "inline XBRL"
    PLAIN = "XBRL instance"
    JSON = "xBRL-JSON"
    TAXONOMY = "taxonomy"


@frozen
class Entry:
    """One report to judge: its files, how it is written, and what Arelle is given to open.

    ``rules`` come from the catalog of the package it stands in, ``unpacked`` tells to which folder which
    package was unpacked.
    """

    name: str
    files: tuple[Path, ...]
    notation: Notation
    roots: tuple[etree._Element, ...] = field(default=(), repr=False, eq=False)
    rules: tuple[Rule, ...] = field(default=(), repr=False)
    package: Path | None = None
    unpacked: tuple[tuple[str, str], ...] = ()


def open_path(path: Path, workspace: Path) -> tuple[Entry, ...]:
    """The reports at a path; packages are unpacked into the workspace."""
    if not path.exists():
        msg = f"{path}: there is no such file or folder"
        raise UnreadableError(msg)
    if path.is_dir():
        found = _open_directory(path, workspace)
    elif zipfile.is_zipfile(path) or path.suffix.lower() in PACKAGES:
        found = _open_package(path, workspace)
    else:
        entry = _open_file(path, str(path))
        found = () if entry is None else (entry,)
    if not found:
        msg = f"{path}: no XBRL report in it; {_WANTED}"
        raise NoReportError(msg)
    for file in (file for entry in found for file in entry.files):
        if readable_path(file) != str(file):
            msg = f"{readable_path(file)}: Arelle can't open it; rename what is not UTF-8 in its path"
            raise UnreadableError(msg)
    return found


def _open_directory(path: Path, workspace: Path) -> tuple[Entry, ...]:
    """The reports of a folder, also those in packages that do not stand beside what they pack."""
    loose = _entries(path, str(path), None)
    homes = {file.parent for entry in loose if _is_report(entry) for file in entry.files}
    packages = [each for each in sorted(path.rglob("*")) if each.suffix.lower() in PACKAGES]
    alone = [each for each in packages if _is_open(each.parent, path) and each.parent not in homes]
    packed = [
        entry
        for each in alone
        if each.is_file() and not is_taxonomy_package(each)
        for entry in _open_package(each, workspace)
    ]
    return _weightiest([*loose, *packed])


def _open_package(path: Path, workspace: Path) -> tuple[Entry, ...]:
    folder = unpack(path, workspace)
    entries = _weightiest(_entries(folder, str(path), path))
    return tuple(evolve(entry, unpacked=((str(folder), str(path)),)) for entry in entries)


def _weightiest(entries: list[Entry]) -> tuple[Entry, ...]:
    """Reports where there are some, else the schemas, else the linkbases."""
    reports = [entry for entry in entries if _is_report(entry)]
    schemas = [entry for entry in entries if entry.files[0].suffix == ".xsd"]
    return tuple(reports or schemas or entries)


def _is_report(entry: Entry) -> bool:
    return entry.notation is not Notation.TAXONOMY


def _entries(folder: Path, name: str, package: Path | None) -> list[Entry]:
    rules = tuple(_folder_rules(folder))
    kept = [place for place in sorted(folder.rglob(_REPORTS_FOLDER)) if _is_open(place, folder)]
    return [
        entry
        for place in _places(folder, kept)
        for entry in _entries_in(place, name, rules, package, place in kept)
    ]


def _places(folder: Path, kept: list[Path]) -> list[Path]:
    """The folders to look into: of a package only those that it has ``kept`` for reports."""
    places = [folder, *sorted(path for path in folder.rglob("*") if _is_open(path, folder))]
    packed = {place.parent for place in kept if (place.parent / "META-INF").is_dir()}
    within = {inner for place in kept for inner in place.rglob("*")}
    return [
        place
        for place in places
        if place in kept or not (place in within or packed & {place, *place.parents})
    ]


def _is_open(path: Path, folder: Path) -> bool:
    """Whether a path is a folder that is not hidden."""
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return path.is_dir() and not hidden and path.name != "META-INF"


def _folder_rules(folder: Path) -> Iterator[Rule]:
    for catalog in sorted(folder.rglob("META-INF/catalog.xml")):
        for start, target in catalog_rules(catalog.read_bytes(), str(catalog.resolve())):
            yield Rule(start, None, target)


def _entries_in(
    place: Path,
    name: str,
    rules: tuple[Rule, ...],
    package: Path | None,
    sets: bool,  # noqa: FBT001 - inner
) -> Iterator[Entry]:
    if sets:
        for inner in sorted(found for found in place.iterdir() if found.is_dir()):
            yield from _document_set(inner, f"{name}!{inner.name}", rules)
    yield from _joined(tuple(_separate(place, name, rules, package)), place, name)


def _joined(entries: tuple[Entry, ...], place: Path, name: str) -> Iterator[Entry]:
    """The reports of a folder, pages that lean on each other as one."""
    pages = [entry for entry in entries if entry.notation is Notation.INLINE]
    numbers = pages_together([page.roots[0] for page in pages]) if len(pages) > 1 else ()
    together = [page for number, page in enumerate(pages) if number in numbers]
    if together:
        first = together[0]
        files = tuple(page.files[0] for page in together)
        roots = tuple(page.roots[0] for page in together)
        inner = f"{name}!{place.name}" if "!" in first.name else str(place)
        yield evolve(first, name=inner, files=files, roots=roots)
    yield from (entry for entry in entries if entry not in together)


def _separate(place: Path, name: str, rules: tuple[Rule, ...], package: Path | None) -> Iterator[Entry]:
    """Each file of a folder that is a report."""
    files = [path for path in sorted(place.iterdir()) if path.is_file() and path.suffix.lower() in _REPORTS]
    stems = {path.stem for path in files if path.suffix.lower() in _PAGES}
    for path in files:
        if path.name == _OWN_FACTS and stems:
            continue  # the facts of the page beside it, as xBRL-JSON
        if (
            path.suffix.lower() == ".xml"
            and path.stem.removesuffix("_htm") in stems
            and path.stem.endswith("_htm")
        ):
            continue  # the facts of the page beside it, extracted
        entry = _open_file(path, str(path) if package is None else f"{name}!{path.name}")
        if entry is not None:
            report_package = package if package is not None and package.suffix.lower() == ".xbri" else None
            yield Entry(entry.name, entry.files, entry.notation, entry.roots, rules, report_package)


def _document_set(folder: Path, name: str, rules: tuple[Rule, ...]) -> Iterator[Entry]:
    pages = [path for path in sorted(folder.iterdir()) if path.suffix.lower() in _PAGES]
    roots = tuple(parse(path.read_bytes(), str(path)) for path in pages)
    if pages:
        yield Entry(name, tuple(pages), Notation.INLINE, roots, rules)
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in _REPORTS - _PAGES:
            entry = _open_file(path, f"{name}/{path.name}")
            if entry is not None:
                yield Entry(entry.name, entry.files, entry.notation, entry.roots, rules)


def _open_file(path: Path, name: str) -> Entry | None:
    """The report in a file, if there is one; raises `UnreadableError` for one that is broken."""
    data = path.read_bytes()
    if data[:2] in _TWO_BYTES and data.decode("utf-16", "replace").lstrip().startswith("{"):
        msg = f"{path}: JSON in UTF-16, which xBRL-JSON can't be; write it anew in UTF-8"
        raise UnreadableError(msg)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        is_report = b"documentInfo" in data
        if _CSV.search(data):
            msg = f"{path}: xBRL-CSV isn't read; save it as xBRL-JSON, as Arelle's saveLoadableOIM does"
            raise UnreadableError(msg)
        return Entry(name, (path,), Notation.JSON) if is_report else None
    try:
        root = parse(data, str(path))
    except UnreadableError:
        if _was_report(data):
            raise
        return None
    notation = _notation(root)
    return None if notation is None else Entry(name, (path,), notation, (root,))


def _was_report(data: bytes) -> bool:
    """Whether broken XML is what is left of a report, of which perhaps nothing is left."""
    return not data.strip() or _NAMESPACE.search(data.replace(b"\0", b"")) is not None


def _notation(root: etree._Element) -> Notation | None:
    if root.tag == f"{{{XBRLI}}}xbrl":
        return Notation.PLAIN
    if root.tag in (f"{{{XS}}}schema", f"{{{LINK}}}linkbase"):
        return Notation.TAXONOMY
    if etree.QName(root).localname == "html" and is_inline(root):
        return Notation.INLINE
    return None
