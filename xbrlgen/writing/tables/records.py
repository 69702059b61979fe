"""Facts, findings and coverage as tables and JSON, for programs that read no XBRL."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from json.encoder import encode_basestring as _quoted
from operator import attrgetter
from typing import Any

from attrs import frozen

from xbrlgen.filing import Choice, Filing, Placement
from xbrlgen.findings import Finding
from xbrlgen.model import Concept, Fact, Member, Period, Unit
from xbrlgen.model.aspects import Dimension
from xbrlgen.model.json_writing import dumps
from xbrlgen.model.sharing import once_each
from xbrlgen.places import Place
from xbrlgen.reading.document import Outcome
from xbrlgen.writing.tables.proofs import proofs_by_place
from xbrlgen.writing.taxonomy.labels import standard_labels
from xbrlgen.writing.taxonomy.schema import stem

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
_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")

Cell = str | Decimal | int | float | None
Cells = tuple[Cell, ...]
Row = dict[str, Cell]


def facts_json(filing: Filing) -> bytes:
    """The report as xBRL-JSON, its taxonomy being the filing's schema."""
    return dumps(filing.report, (f"{stem(filing)}.xsd",)).encode()


def fact_rows(filing: Filing) -> Iterator[Row]:
    """One row a fact: what it says, where it is printed, why it is so."""
    for cells in _fact_cells(filing):
        yield dict(zip(COLUMNS, cells, strict=True))


def _fact_cells(filing: Filing) -> Iterator[Cells]:
    """The cells of each fact's row."""
    aspects = _Aspects.of(filing)
    placements: dict[str, Placement] = {}
    for placement in filing.placements:
        placements.setdefault(placement.fact, placement)
    choices = {choice.fact: choice for choice in filing.choices}
    proofs = proofs_by_place(filing.proved) if filing.proved else {}
    names = _source_names(filing)
    for fact in filing.report.facts:
        printed_at = placements.get(fact.id)
        proof = "; ".join(proofs.get(printed_at.place, ())) if printed_at else ""
        yield (*aspects.cells(fact), *_printed(printed_at, names), *_chosen(choices.get(fact.id)), proof)


def _source_names(filing: Filing) -> Sequence[str]:
    return [source.name for source in filing.proved.document.sources] if filing.proved else []


@frozen
class _Aspects:
    """How what facts are about is written; each once, as facts share it."""

    concept: Callable[[Concept], tuple[str, str]]
    unit: Callable[[Unit | None], str]
    period: Callable[[Period], tuple[str, str]]
    dimensions: Callable[[tuple[Dimension, ...]], str]

    @classmethod
    def of(cls, filing: Filing) -> _Aspects:
        labels = standard_labels(filing)
        return cls(
            once_each(lambda concept: (str(concept.name), labels.get(concept.name, ""))),
            once_each(lambda unit: str(unit) if unit else ""),
            once_each(lambda period: (_day(period.start), _day(period.end))),
            once_each(lambda dimensions: "; ".join(map(_dimension, dimensions))),
        )

    def cells(self, fact: Fact) -> Cells:
        return (
            fact.id,
            *self.concept(fact.concept),
            fact.value,
            self.unit(fact.unit),
            fact.decimals,
            *self.period(fact.period),
            self.dimensions(fact.dimensions) if fact.dimensions else "",
            fact.entity.identifier,
            fact.language or "",
        )


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _dimension(value: Dimension) -> str:
    return f"{value.axis}={value.member if isinstance(value, Member) else value.value}"


def _printed(placement: Placement | None, names: Sequence[str]) -> Cells:
    if placement is None:
        return ("", "", None, None, "")
    place = placement.place
    name = names[place.source] if place.source < len(names) else ""
    return (placement.print, name, place.line, place.column, place.cell)


def _chosen(choice: Choice | None) -> Cells:
    return (choice.label, choice.confidence, "; ".join(choice.reasons)) if choice else ("", None, "")


def facts_csv(filing: Filing) -> bytes:
    """The rows of a filing as CSV."""
    return _csv(COLUMNS, _fact_cells(filing))


def rows_csv(rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Rows as CSV, under the columns of the first."""
    listed = list(rows)
    columns = tuple(listed[0] if listed else COLUMNS)
    return _csv(columns, (tuple(map(row.get, columns)) for row in listed))


def _csv(columns: Sequence[str], rows: Iterable[Cells]) -> bytes:
    """Rows as CSV (UTF-8, quoted); text that a spreadsheet would run begins with an apostrophe."""
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(map(_harmless, rows))
    return target.getvalue().encode()


def _harmless(row: Cells) -> list[Cell]:
    return [
        (f"'{cell}" if cell[:1] in _FORMULA else cell)
        if isinstance(cell, str)
        else (f"{cell:f}" if isinstance(cell, Decimal) else cell)
        for cell in row
    ]


def findings_json(filing: Filing, findings: Iterable[Finding]) -> bytes:
    """All findings of a filing, one object each; the format is described in the documentation."""
    told = (_line(_finding(finding, _source_names(filing))) for finding in findings)
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
    outcomes = Counter(map(attrgetter("outcome"), filing.verdicts))
    counts = {
        "printed": len(filing.verdicts),
        "facts": len(filing.report.facts),
        "outcomes": dict(sorted((outcome.value, count) for outcome, count in outcomes.items())),
    }
    return _json({"format": COVERAGE_FORMAT, **counts}, "verdicts", _verdict_lines(filing))


def _verdict_lines(filing: Filing) -> Iterator[str]:
    """Each verdict as an object of JSON, which an encoder takes twice as long to write."""
    sources = [f'"source": {_quoted(name)}' for name in _source_names(filing)]
    outcomes = {outcome: _quoted(outcome.value) for outcome in Outcome}
    for verdict in filing.verdicts:
        place = verdict.place
        source = sources[place.source] if place.source < len(sources) else '"source": ""'
        yield (
            f'{{"print": {_quoted(verdict.print)}, "outcome": {outcomes[verdict.outcome]},'
            f' "kind": {_quoted(verdict.kind)}, "reason": {_quoted(verdict.reason)},'
            f' "place": {{{source}, "start": {place.start}, "end": {place.end}, "line": {place.line},'
            f' "column": {place.column}, "cell": {_quoted(place.cell)}}}}}'
        )


_line = json.JSONEncoder(ensure_ascii=False).encode


def _json(fields: Mapping[str, object], name: str, items: Iterable[str]) -> bytes:
    """An object whose last field is a list with one item a line, which diffs well and is quick to write."""
    lines = ",\n".join(items)
    return f'{_line(fields)[:-1]}, "{name}": [\n{lines}\n]}}\n'.encode("utf-8", "replace")
