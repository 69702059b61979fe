"""From a filing to the files a regulator and any reader takes."""

from __future__ import annotations

from pathlib import Path

from attrs import frozen

from xbrlgen.filing import Filing
from xbrlgen.findings import Finding
from xbrlgen.writing.folder import WriteError, write_folder

__all__ = ["WriteError", "Written", "write"]


@frozen
class Written:
    """What was written: the paths, and what there is to tell about it."""

    paths: tuple[Path, ...]
    findings: tuple[Finding, ...] = ()


def write(
    filing: Filing, directory: str | Path, *, force: bool = False, calculations: str | None = None
) -> Written:
    """Write a filing into a folder: the inline page, its schema and linkbases, packages and tables.

    ``calculations`` names the version of the calculation arcs, ``1.0`` or ``1.1``; by default the one that
    EDGAR takes for the taxonomy's year.
    """
    from xbrlgen.writing.files import filing_files  # noqa: PLC0415 (lxml is loaded when it is needed)

    files, findings = filing_files(filing, calculations)
    return Written(write_folder(Path(directory), files, force=force), findings)
