"""Cases and reports as files that any XBRL processor reads."""

from __future__ import annotations

from pathlib import Path

from attrs import evolve

from xbrlgen.model import Report
from xbrlgen.testing.cases import Case
from xbrlgen.testing.files.instances import PLAIN, Layout, instance
from xbrlgen.testing.files.linkbases import CALCULATION, calculation, role_types
from xbrlgen.testing.files.pages import page
from xbrlgen.testing.files.schemas import ENTRY, schemas

__all__ = [
    "ENTRY",
    "INSTANCE",
    "PAGE",
    "PLAIN",
    "Layout",
    "case_files",
    "report_files",
    "write_case",
    "write_files",
]

INSTANCE = "case.xml"
PAGE = "case.htm"


def _told(report: Report, layout: Layout) -> dict[str, str]:
    return {PAGE: page(report, layout)} if layout.is_inline else {INSTANCE: instance(report, layout)}


def case_files(case: Case, layout: Layout = PLAIN) -> dict[str, str]:
    """The text of each file of a case: instance, schemas, calculation linkbase."""
    declared, texts = schemas(case.facts, case.concepts.values(), role_types(case.networks))
    if case.networks:
        texts[CALCULATION] = calculation(case.networks, declared, ENTRY)
    return texts | _told(case.report, layout)


def report_files(report: Report, layout: Layout = PLAIN) -> dict[str, str]:
    """The text of each file of a report, which refers to the schemas written with it alone."""
    concepts = {fact.concept.name: fact.concept for fact in report.facts}
    _, texts = schemas(report.facts, concepts.values())
    return texts | _told(evolve(report, taxonomy=[ENTRY]), layout)


def write_files(files: dict[str, str], folder: Path) -> Path:
    """Write files into a folder, and tell where the instance, or the page, is."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder / (PAGE if PAGE in files else INSTANCE)


def write_case(case: Case, folder: Path, layout: Layout = PLAIN) -> Path:
    """Write a case into a folder, and tell where the instance is."""
    return write_files(case_files(case, layout), folder)
