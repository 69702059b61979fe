"""The dataset of a batch: Parquet files of documents, facts and findings, one of each a document."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from xbrlgen.batch.tasks import Done, Task
from xbrlgen.filing import Filing
from xbrlgen.findings import Finding
from xbrlgen.writing.records import COLUMNS, fact_rows

_NUMBERS = frozenset({"decimals", "line", "column", "exit_code", "facts", "findings"})
_DOCUMENT = (
    "document", "path", "status", "detail", "filing", "period_end", "exit_code", "facts", "findings",
    "tagged",    "repeats", "refused", "not a fact", "unmapped",
)  # fmt: skip
_FINDING = ("document", "stage", "code", "severity", "message", "line", "column", "cell", "remedy")

Row = Mapping[str, Any]


def write_facts(task: Task, filing: Filing) -> None:
    """Write the facts of one document."""
    rows = ({"document": task.key, **row} for row in fact_rows(filing))
    _write(task, "facts", ("document", *COLUMNS), rows)


def write_findings(task: Task, stages: Iterable[tuple[str, Iterable[Finding]]]) -> None:
    """Write the findings of one document, with the stage that found each."""
    rows = (_finding(task, stage, finding) for stage, findings in stages for finding in findings)
    _write(task, "findings", _FINDING, rows)


def write_document(task: Task, done: Done) -> None:
    """Write the row of one document; it comes last, so that it means that all is written."""
    row = {"document": done.key, **done.to_json(), **{name.lower(): n for name, n in done.counts.items()}}
    _write(task, "documents", _DOCUMENT, [row])


def _finding(task: Task, stage: str, finding: Finding) -> Row:
    place = finding.places[0] if finding.places else None
    return {
        "document": task.key,
        "stage": stage,
        "code": finding.code,
        "severity": finding.severity.name.lower(),
        "message": finding.message,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "cell": place.cell if place else "",
        "remedy": finding.remedy,
    }


def _write(task: Task, table: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Write one Parquet file, whole or not at all."""
    import pyarrow as arrow  # noqa: PLC0415 (an extra)
    from pyarrow import parquet  # noqa: PLC0415 (an extra)

    listed = list(rows)
    data = {name: [_cell(name, row.get(name)) for row in listed] for name in columns}
    schema = arrow.schema([(name, _type(arrow, name)) for name in columns])
    target = Path(task.out) / "dataset" / table / f"{task.key}.parquet"
    target.parent.mkdir(parents=True, exist_ok=True)
    ready = target.with_suffix(f".{os.getpid()}.tmp")
    parquet.write_table(arrow.table(data, schema=schema), ready, compression="zstd")
    ready.replace(target)


def _type(arrow: Any, name: str) -> Any:
    if name == "confidence":
        return arrow.float64()
    whole = name in _NUMBERS or name in _DOCUMENT[9:]
    return arrow.int64() if whole else arrow.string()


def _cell(name: str, value: Any) -> Any:
    if value is None or name == "confidence" or name in _NUMBERS or name in _DOCUMENT[9:]:
        return value
    return str(value)
