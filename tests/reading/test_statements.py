"""Real releases against tables checked by eye, and against the filers' own facts."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.shared import shared
from tests.tools.reading_tables import face_statements, table_lines
from xbrlgen.reading.sources import read_sources
from xbrlgen.reading.statement import Basis, Column, ColumnKind, Entry, Statement
from xbrlgen.reading.understand import understand

TABLES = Path(__file__).parent.parent / "golden" / "reading"


@pytest.mark.parametrize("name", sorted(path.name.removesuffix(".tsv") for path in TABLES.glob("*.tsv")))
def test_face_statements_are_read_as_printed(name: str) -> None:
    expected = (TABLES / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    assert list(table_lines(face_statements(shared(f"releases/{name}")))) == expected


def test_two_formats_of_one_release_agree_but_for_dashes_that_a_conversion_erased() -> None:
    page, converted = (
        [
            line.split("\t")
            for line in table_lines(face_statements(shared(f"releases/NVDA_FY2026Q4.{suffix}")))
        ]
        for suffix in ("html", "md")
    )
    assert [line[0] for line in page] == [line[0] for line in converted]
    pairs = [
        pair for one, other in zip(page, converted, strict=True) for pair in zip(one, other, strict=True)
    ]
    assert {pair for pair in pairs if pair[0] != pair[1]} == {("0", ".")}


@pytest.mark.parametrize("name", ["ENE_2001Q1.html", "PYPL_2023Q4.html"])
def test_a_page_without_statements_yields_none(name: str) -> None:
    assert face_statements(shared(f"releases/negative/{name}")) == []


# The release, the filer's facts, how many printed figures they share at least, and how many figures of the
# columns that both have are no facts of the report (rates, subtotals and measures that it does not tag).
FILED = [
    ("JNJ_2023Q2.txt", "JNJ_2023Q2.tsv", 53, 5),
    ("AAPL_FY2024Q1.html", "AAPL_FY2024Q1.tsv", 27, 0),
    ("NVDA_FY2026Q4.html", "NVDA_FY2026Q4.tsv", 69, 4),
    ("PEP_2022Q4.txt", "PEP_2022Q4.tsv", 152, 4),
]


@pytest.mark.parametrize(("release", "truth", "shared_figures", "untagged"), FILED)
def test_figures_are_those_of_the_filers_own_report(
    release: str, truth: str, shared_figures: int, untagged: int
) -> None:
    facts = _facts(shared(f"releases/truth/{truth}"))
    found: Counter[Column] = Counter()
    missing: dict[Column, list[str]] = {}
    for statement in face_statements(shared(f"releases/{release}")):
        for column, entry in _values(statement):
            if _is_among(facts.get(_key(column, entry), ()), entry):
                found[column] += 1
            else:
                missing.setdefault(column, []).append(f"{statement.rows[entry.row].label}: {entry.value}")
    both = [column for column in found if found[column] >= len(missing.get(column, ()))]
    assert sum(found[column] for column in both) >= shared_figures
    assert sum(len(missing.get(column, ())) for column in both) <= untagged, missing


def _is_among(facts: Iterable[Decimal], entry: Entry) -> bool:
    return entry.value is not None and any(abs(abs(entry.value) - fact) <= 2 * entry.half for fact in facts)


def _facts(path: Path) -> dict[tuple[str, str, str], list[Decimal]]:
    facts: dict[tuple[str, str, str], list[Decimal]] = {}
    with path.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            try:
                value = abs(Decimal(row["value"]))
            except InvalidOperation:
                continue
            facts.setdefault((row["start"], row["end"], row["unit"]), []).append(value)
    return facts


def _values(statement: Statement) -> Iterator[tuple[Column, Entry]]:
    for entry in statement.entries:
        column = statement.columns[entry.column]
        reported = statement.rows[entry.row].basis is Basis.REPORTED
        if column.kind is ColumnKind.VALUE and reported and not entry.figure.is_dash:
            yield column, entry


def _key(column: Column, entry: Entry) -> tuple[str, str, str]:
    period = column.period
    assert period is not None
    return (str(period.start or ""), str(period.end), entry.unit)


def test_a_workbook_is_read_like_a_page() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    rows: list[list[object]] = [
        ["Consolidated Statements of Operations"],
        ["(In thousands, except per share data)"],
        [None, "Three Months Ended", None],
        [None, date(2023, 6, 30), date(2022, 6, 30)],
        ["Revenues", 12345, 11000],
        ["Cost of revenues", -7000, -6000.5],
        ["Income before income taxes", 4000, 3800],
        ["Net income", 3000, 2016],
        ["Diluted earnings per share", 0.3, 0.25],
    ]
    for row in rows:
        sheet.append(row)
    sheet.merge_cells("B3:C3")
    content = io.BytesIO()
    book.save(content)
    sources, blocks, _ = read_sources(content.getvalue())
    (statement,) = understand(sources, blocks).statements
    assert list(table_lines([statement])) == [
        "@\tINCOME\t2023-04-01..2023-06-30\t2022-04-01..2022-06-30",
        "revenues\t12345000\t11000000",
        "cost of revenues\t-7000000\t-6000500",
        "income before income tax\t4000000\t3800000",
        "net income\t3000000\t2016000",
        "diluted earnings per sha\t0.3/s\t0.25/s",
    ]
