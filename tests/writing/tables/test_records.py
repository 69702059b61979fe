"""Tables and JSON beside the filing, in the documented form."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

import xbrlgen
from tests.shared import ROOT, shared
from tests.writing.making import simple
from xbrlgen.filing import Filing
from xbrlgen.findings import Finding, Severity
from xbrlgen.writing import write_parquet
from xbrlgen.writing.tables.records import COLUMNS, coverage_json, fact_rows, facts_csv, findings_json

jsonschema = pytest.importorskip("jsonschema")


def schema(name: str) -> Any:
    """The documented form."""
    return json.loads((ROOT / "docs" / "schemas" / name).read_text())


@pytest.fixture(scope="module")
def release() -> Filing:
    """A filing of a real release."""
    return xbrlgen.build(shared("releases/BKE_FY2024Q3.html"))


def test_findings_have_the_documented_form(release: Filing) -> None:
    place = release.placements[0].place
    finding = Finding("a.b", Severity.ERROR, "m", (place,), ("f1",), "r", (("k", "v"),))
    told = json.loads(findings_json(release, (*release.findings, finding)))
    jsonschema.validate(told, schema("findings-1.json"))
    assert told["findings"][-1]["severity"] == "error"
    assert told["findings"][-1]["places"][0]["source"] == _name(release)


def _name(filing: Filing) -> str:
    assert filing.proved is not None
    return filing.proved.document.sources[0].name


def test_coverage_has_the_documented_form_and_adds_up(release: Filing) -> None:
    told = json.loads(coverage_json(release))
    jsonschema.validate(told, schema("coverage-1.json"))
    assert sum(told["outcomes"].values()) == told["printed"] == len(told["verdicts"])
    assert told["facts"] == len(release.report.facts)


def test_facts_have_place_label_confidence_and_proof(release: Filing) -> None:
    rows = list(csv.DictReader(io.StringIO(facts_csv(release).decode())))
    assert len(rows) == len(release.report.facts)
    assert tuple(rows[0]) == COLUMNS
    assert all(row["label"] for row in rows)
    numbers = [row for row in rows if row["unit"] == "USD"]
    assert all(row["line"] and row["print"] and row["source"] for row in numbers)
    assert any("sum" in row["proof"] for row in numbers)


def test_parquet_holds_the_same_rows(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    path = write_parquet([simple()], tmp_path / "facts.parquet")
    rows = parquet.read_table(path).to_pylist()
    assert [row["value"] for row in rows] == [str(row["value"]) for row in fact_rows(simple())]
