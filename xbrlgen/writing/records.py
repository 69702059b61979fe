"""Facts, findings and coverage as tables and JSON, for programs that read no XBRL."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from attrs import evolve

from xbrlgen.filing import Choice, Filing, Placement
from xbrlgen.findings import Finding
from xbrlgen.model import Fact, Member
from xbrlgen.places import Place
from xbrlgen.writing.labels import labels_of
from xbrlgen.writing.proofs import proofs_by_place
from xbrlgen.writing.schema import stem

FINDINGS_FORMAT = "https://xbrlgen.org/schemas/findings-1.json"
COVERAGE_FORMAT = "https://xbrlgen.org/schemas/coverage-1.json"

COLUMNS = (
    "id",
    "concept",
    "label",
    "value",
    "unit",
    "decimals",
    "start",
    "end",
    "dimensions",
    "entity",
    "language",
    "print",
    "source",
    "line",
    "column",
    "cell",
    "row_label",
    "confidence",
    "reasons",
    "proof",
)
# What a spreadsheet takes for a formula at the beginning of a cell (OWASP, "CSV injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

Row = dict[str, str | Decimal | int | float | None]


def facts_json(filing: Filing) -> bytes:
    """The report as xBRL-JSON, its taxonomy being the filing's schema."""
    report = evolve(filing.report, taxonomy=(f"{stem(filing)}.xsd",))
    return report.to_json().encode()


def fact_rows(filing: Filing) -> Iterator[Row]:
    """One row a fact: what it says, where it is printed, why it is so."""
    labels = {name: given[0][1] for name, given in labels_of(filing).items()}
    places: dict[str, Placement] = {}
    for placement in filing.placements:
        places.setdefault(placement.fact, placement)
    choices = {choice.fact: choice for choice in filing.choices}
    proofs = proofs_by_place(filing.proved) if filing.proved else {}
    names = _source_names(filing)
    for fact in filing.report.facts:
        printed_at = places.get(fact.id)
        row = _aspects(fact, labels.get(fact.concept.name, ""))
        yield row | _printed(printed_at, names) | _chosen(choices.get(fact.id)) | _proved(printed_at, proofs)


def _source_names(filing: Filing) -> Sequence[str]:
    return [source.name for source in filing.proved.document.sources] if filing.proved else []


def _aspects(fact: Fact, label: str) -> Row:
    return {
        "id": fact.id,
        "concept": str(fact.concept.name),
        "label": label,
        "value": fact.value,
        "unit": str(fact.unit) if fact.unit else "",
        "decimals": fact.decimals,
        "start": fact.period.start.isoformat() if fact.period.start else "",
        "end": fact.period.end.isoformat() if fact.period.end else "",
        "dimensions": "; ".join(
            f"{value.axis}={value.member if isinstance(value, Member) else value.value}"
            for value in fact.dimensions
        ),
        "entity": fact.entity.identifier,
        "language": fact.language or "",
    }


def _printed(placement: Placement | None, names: Sequence[str]) -> Row:
    if placement is None:
        return {"print": "", "source": "", "line": None, "column": None, "cell": ""}
    place = placement.place
    name = names[place.source] if place.source < len(names) else ""
    return {
        "print": placement.print,
        "source": name,
        "line": place.line,
        "column": place.column,
        "cell": place.cell,
    }


def _chosen(choice: Choice | None) -> Row:
    if choice is None:
        return {"row_label": "", "confidence": None, "reasons": ""}
    return {
        "row_label": choice.label,
        "confidence": choice.confidence,
        "reasons": "; ".join(choice.reasons),
    }


def _proved(placement: Placement | None, proofs: Mapping[Place, Sequence[str]]) -> Row:
    return {"proof": "; ".join(proofs.get(placement.place, ())) if placement else ""}


def facts_csv(filing: Filing) -> bytes:
    """The rows of a filing as CSV."""
    return rows_csv(fact_rows(filing), COLUMNS)


def rows_csv(rows: Iterable[Mapping[str, Any]], columns: Sequence[str] = ()) -> bytes:
    """Rows as CSV (UTF-8, quoted); text that a spreadsheet would run begins with an apostrophe."""
    listed = list(rows)
    target = io.StringIO(newline="")
    writer = csv.DictWriter(target, columns or tuple(listed[0] if listed else COLUMNS), lineterminator="\n")
    writer.writeheader()
    for row in listed:
        writer.writerow({name: _harmless(value) for name, value in row.items()})
    return target.getvalue().encode()


def _harmless(value: str | Decimal | float | None) -> str:
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    return "" if value is None else str(value)


def findings_json(filing: Filing, findings: Iterable[Finding]) -> bytes:
    """All findings of a filing, one object each; the format is described in the documentation."""
    told = [_finding(finding, _source_names(filing)) for finding in findings]
    return _json({"format": FINDINGS_FORMAT}, "findings", told)


def _finding(finding: Finding, names: Sequence[str]) -> dict[str, object]:
    return {
        "code": finding.code,
        "severity": finding.severity.name.lower(),
        "message": finding.message,
        "places": [_place(place, names) for place in finding.places],
        "about": list(finding.about),
        "remedy": finding.remedy,
        "details": dict(finding.details),
    }


def _place(place: Place, names: Sequence[str]) -> dict[str, object]:
    return {
        "source": names[place.source] if place.source < len(names) else "",
        "start": place.start,
        "end": place.end,
        "line": place.line,
        "column": place.column,
        "cell": place.cell,
    }


def coverage_json(filing: Filing) -> bytes:
    """What became of every printed number; the format is described in the documentation."""
    names = _source_names(filing)
    outcomes = Counter(verdict.outcome.value for verdict in filing.verdicts)
    verdicts = [
        {
            "print": verdict.print,
            "outcome": verdict.outcome.value,
            "kind": verdict.kind,
            "reason": verdict.reason,
            "place": _place(verdict.place, names),
        }
        for verdict in filing.verdicts
    ]
    counts = {
        "printed": len(verdicts),
        "facts": len(filing.report.facts),
        "outcomes": dict(sorted(outcomes.items())),
    }
    return _json({"format": COVERAGE_FORMAT, **counts}, "verdicts", verdicts)


def _json(fields: Mapping[str, object], name: str, items: Iterable[object]) -> bytes:
    """An object whose last field is a list with one item a line, which diffs well and is quick to write."""
    head = json.dumps(fields, ensure_ascii=False)[:-1]
    lines = ",\n".join(json.dumps(item, ensure_ascii=False) for item in items)
    return f'{head}, "{name}": [\n{lines}\n]}}\n'.encode("utf-8", "replace")
