"""From a filing to the files a regulator and any reader takes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from xbrlgen.filing import Filing
from xbrlgen.findings import Finding
from xbrlgen.loading import later
from xbrlgen.writing.folder import WriteError, write_folder

if TYPE_CHECKING:
    from xbrlgen.writing.tables.parquet import write_parquet
    from xbrlgen.writing.unprinted.fact_table import report_from_csv
    from xbrlgen.writing.unprinted.from_report import filing_from_report

__all__ = ["WriteError", "Written", "filing_from_report", "report_from_csv", "write", "write_parquet"]

# What makes filings from facts, and what needs an extra.
__getattr__ = later(
    __name__,
    {
        "xbrlgen.writing.unprinted.from_report": ["filing_from_report"],
        "xbrlgen.writing.unprinted.fact_table": ["report_from_csv"],
        "xbrlgen.writing.tables.parquet": ["write_parquet"],
    },
)


@frozen
class Written:
    """What was written: the paths, and what there is to tell about it."""

    paths: tuple[Path, ...]
    findings: tuple[Finding, ...] = ()


def write(
    filing: Filing,
    directory: str | Path,
    *,
    force: bool = False,
    calculations: str | None = None,
    anchoring: bool = False,
    extra: Mapping[str, bytes] | None = None,
) -> Written:
    """Write a filing into a folder: the inline page, its schema and linkbases, packages and tables.

    ``calculations`` names the version of the calculation arcs, ``1.0`` or ``1.1``; by default the one that
    EDGAR takes for the taxonomy's year. ``anchoring`` ties the filing's own concepts to the standard ones
    that its sums say they are part or made of. ``extra`` are more files, such as a review page.
    """
    from xbrlgen.writing.files import filing_files  # noqa: PLC0415 (lxml is loaded when it is needed)

    files, findings = filing_files(filing, calculations, anchoring=anchoring)
    return Written(write_folder(Path(directory), {**files, **(extra or {})}, force=force), findings)
