"""Readers that know nothing of us read the same values."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from tests.shared import shared
from tests.writing.making import simple
from xbrlgen import build
from xbrlgen.filing import Filing
from xbrlgen.writing import write

RELEASES = ["releases/BKE_FY2024Q3.html", "seed/liveperson-2013q3.md"]


@pytest.fixture(scope="module", params=["by hand", *RELEASES])
def filing(request: pytest.FixtureRequest) -> Filing:
    """A filing by hand and two of releases."""
    return simple() if request.param == "by hand" else build(shared(request.param))


def numbers_of(filing: Filing) -> dict[str, Decimal]:
    """The numeric facts by id."""
    return {fact.id: fact.value for fact in filing.report.facts if isinstance(fact.value, Decimal)}


def test_edgartools_reads_the_same_numbers(filing: Filing, tmp_path: Path) -> None:
    extraction = pytest.importorskip("edgar.documents.strategies.xbrl_extraction")
    page = write(filing, tmp_path / "out").paths[0]
    extractor = extraction.XBRLExtractor()
    read: dict[str, Decimal] = {}
    for element in html.fromstring(page.read_bytes().partition(b"?>")[2]).iter():
        if isinstance(element.tag, str) and element.tag.endswith("nonfraction"):
            fact = extractor.extract_fact(element)
            assert fact is not None
            read.setdefault(str(element.get("id")), Decimal(str(fact.value)))
    wanted = numbers_of(filing)
    assert {identity: value for identity, value in read.items() if identity in wanted} == wanted


@pytest.mark.filterwarnings(
    "ignore::DeprecationWarning", "ignore::UserWarning"
)  # of its own libraries and dates
def test_ixbrlparse_reads_the_same_numbers(filing: Filing, tmp_path: Path) -> None:
    reader: Any = pytest.importorskip("ixbrlparse")
    page = write(filing, tmp_path / "out").paths[0]
    parsed = reader.IXBRL.open(str(page), raise_on_error=False)
    read = sorted((fact.name, round(Decimal(str(fact.value)), 6)) for fact in parsed.numeric)
    printed = {placement.fact for placement in filing.placements}
    first = {
        (fact.concept.name.local, round(fact.value, 6))
        for fact in filing.report.facts
        if fact.id in printed and isinstance(fact.value, Decimal)
    }
    assert first <= set(read)
