"""Packages that others wrote, unpacked: nothing outside the folder, nothing without end."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path, PurePosixPath

from xbrlgen.validating.errors import UnreadableError

PACKAGES = frozenset({".zip", ".xbri", ".xbr"})
# Bytes of all files together: official packages have fewer, a bomb more.
_LARGEST = 2**31
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)


def unpack(path: Path, workspace: Path) -> Path:
    """The folder in the workspace that a package was unpacked to."""
    target = workspace / f"unpacked-{len(list(workspace.iterdir()))}"
    target.mkdir()
    try:
        with zipfile.ZipFile(path) as archive:
            _extract(archive, path, target)
    except _DAMAGED as error:  # a RuntimeError is what zipfile has for a password
        msg = f"{path}: this package can't be unpacked ({error}); get it anew, or give what is in it"
        raise UnreadableError(msg) from error
    return target


def _extract(archive: zipfile.ZipFile, path: Path, target: Path) -> None:
    if sum(member.file_size for member in archive.infolist()) > _LARGEST:
        msg = f"{path}: more than 2 GB unpacked; give the report itself"
        raise UnreadableError(msg)
    for member in archive.infolist():  # written so on Windows by tools that don't know better
        member.filename = member.filename.replace("\\", "/")
    outside = next(
        (name.filename for name in archive.infolist() if _leads_out(PurePosixPath(name.filename))), None
    )
    if outside is not None:
        msg = f"{path}: {outside} leads out of the package; get it anew, or give what is in it"
        raise UnreadableError(msg)
    for member in archive.infolist():
        archive.extract(member, target)


def _leads_out(name: PurePosixPath) -> bool:
    return name.is_absolute() or ".." in name.parts


def is_taxonomy_package(path: Path) -> bool:
    """Whether a package holds a taxonomy and no reports.

    Raises `UnreadableError` for what is no package at all.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except zipfile.BadZipFile as error:
        msg = f"{path}: this package can't be opened ({error}); get it anew, or take it away"
        raise UnreadableError(msg) from error
    described = any(name.endswith("META-INF/taxonomyPackage.xml") for name in names)
    return described and not any("reports" in Path(name).parts[:-1] for name in names)
