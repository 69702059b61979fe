"""The dataset of a batch: Parquet files of documents, facts and findings, one of each a document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from xbrlgen.batch.tasks import Done, Status, Task
from xbrlgen.filing import Filing
from xbrlgen.findings import Finding
from xbrlgen.places import readable_path
from xbrlgen.writing.tables.parquet import write_rows
from xbrlgen.writing.tables.records import COLUMNS, fact_rows

_DOCUMENT = (
    "document", "path", "status", "detail", "filing", "period_end", "exit_code", "facts", "findings",
    "tagged",    "repeats", "refused", "not a fact", "unmapped",
)  # fmt: skip
_WHOLE = frozenset({"decimals", "line", "column", "exit_code", "facts", "findings", *_DOCUMENT[9:]})
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
    counts = {name.lower(): number for name, number in done.counts.items()}
    row = {"document": done.key, **done.to_json(), "path": readable_path(done.path), **counts}
    path = task.marker if done.status.is_final else task.unfinished
    write_rows([row], path, _DOCUMENT, _WHOLE)
    if done.status.is_final:
        task.unfinished.unlink(missing_ok=True)


def read_document(task: Task) -> Done:
    """What came of a document before, of its row."""
    from pyarrow.parquet import read_table  # noqa: PLC0415 (an extra)

    (row,) = read_table(task.marker).to_pylist()
    before = Status(row["status"])
    return Done(
        task.given,
        task.key,
        Status.DONE_BEFORE,
        row["detail"] if before.is_failure else "",
        filing=row["filing"],
        period_end=row["period_end"],
        counts={name: row[name] for name in _DOCUMENT[7:] if row[name] is not None},
        exit_code=row["exit_code"],
        before=before,
    )


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
    write_rows(rows, Path(task.out) / "dataset" / table / f"{task.key}.parquet", columns, _WHOLE)
