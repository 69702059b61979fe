"""What was given to validate, opened: pages, instances, xBRL-JSON, packages, folders, taxonomies."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

from attrs import evolve, field, frozen
from lxml import etree

from xbrlgen.validating.errors import UnreadableError
from xbrlgen.validating.inline import is_inline
from xbrlgen.validating.names import LINK, XBRLI, XS
from xbrlgen.validating.pagesets import pages_together
from xbrlgen.validating.shelf import Rule, catalog_rules
from xbrlgen.validating.xml import parse

_LARGEST = 2**31
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
        found = _open_folder(path, str(path), None)
    elif zipfile.is_zipfile(path):
        folder = _unpack(path, workspace)
        entries = _open_folder(folder, str(path), path)
        found = tuple(evolve(entry, unpacked=((str(folder), str(path)),)) for entry in entries)
    else:
        entry = _open_file(path, str(path))
        found = () if entry is None else (entry,)
    if not found:
        wanted = "expected an inline page, an instance, xBRL-JSON or a package"
        msg = f"{path}: no XBRL report in it; {wanted} (xbrlgen build makes one of a release)"
        raise UnreadableError(msg)
    return found


def _unpack(path: Path, workspace: Path) -> Path:
    target = workspace / f"unpacked-{len(list(workspace.iterdir()))}"
    target.mkdir()
    with zipfile.ZipFile(path) as archive:
        if sum(member.file_size for member in archive.infolist()) > _LARGEST:
            msg = f"{path}: more than 2 GB unpacked; give the report itself"
            raise UnreadableError(msg)
        for member in archive.infolist():
            if ".." not in Path(member.filename).parts and not Path(member.filename).is_absolute():
                archive.extract(member, target)
    return target


def _open_folder(folder: Path, name: str, package: Path | None) -> tuple[Entry, ...]:
    rules = tuple(_folder_rules(folder))
    reports = [found for found in sorted(folder.rglob("reports")) if found.is_dir()]
    places = reports or [folder, *sorted(path for path in folder.rglob("*") if _is_open(path, folder))]
    entries = [entry for place in places for entry in _entries_in(place, name, rules, package, bool(reports))]
    inner = [entry for entry in entries if entry.notation is not Notation.TAXONOMY]
    schemas = [entry for entry in entries if entry.files[0].suffix == ".xsd"]
    return tuple(inner or schemas or entries)


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
        entry = _open_file(path, str(path) if package is None else f"{name}!{path.name}", strict=False)
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
            entry = _open_file(path, f"{name}/{path.name}", strict=False)
            if entry is not None:
                yield Entry(entry.name, entry.files, entry.notation, entry.roots, rules)


def _open_file(path: Path, name: str, *, strict: bool = True) -> Entry | None:
    data = path.read_bytes()
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        is_report = b"documentInfo" in data
        return Entry(name, (path,), Notation.JSON) if is_report else None
    try:
        root = parse(data, str(path))
    except UnreadableError:
        if strict:
            raise
        return None
    notation = _notation(root)
    return None if notation is None else Entry(name, (path,), notation, (root,))


def _notation(root: etree._Element) -> Notation | None:
    if root.tag == f"{{{XBRLI}}}xbrl":
        return Notation.PLAIN
    if root.tag in (f"{{{XS}}}schema", f"{{{LINK}}}linkbase"):
        return Notation.TAXONOMY
    if etree.QName(root).localname == "html" and is_inline(root):
        return Notation.INLINE
    return None
