"""The damaged seed release: each figure is the right fact, or refused for the right reason."""

from __future__ import annotations

import csv
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pytest
from attrs import frozen

import xbrlgen
from tests.shared import shared
from xbrlgen.model import Period
from xbrlgen.proving import prove
from xbrlgen.proving.identity import Proved, Ref
from xbrlgen.reading.statement import Entry, Statement, StatementKind

EXPECTED = Path(__file__).parent / "proving" / "seed.tsv"
LOST = "2012-12-31"
FIRST, LAST = 148, 287


@frozen
class Row:
    """One figure: where, for when, what became of it, and its value or the kind of its refusal."""

    line: int
    period: str
    digits: str
    verdict: str
    value: str
    is_proved: bool


def expected() -> list[Row]:
    with EXPECTED.open(encoding="utf-8", newline="") as lines:
        return [
            Row(int(r["line"]), r["period"], r["digits"], r["verdict"], r["value"], r["proof"] == "proved")
            for r in csv.DictReader(lines, delimiter="\t")
        ]


@pytest.fixture(scope="module")
def proved() -> Proved:
    return prove(xbrlgen.read(shared("seed/liveperson-2013q3.md")))


@pytest.fixture(scope="module")
def found(proved: Proved) -> dict[tuple[int, str], list[Row]]:
    rows = defaultdict(list)
    for statement in proved.document.statements:
        for entry in statement.entries:
            row = row_of(proved, statement, entry)
            if FIRST <= row.line <= LAST:
                rows[row.line, row.digits].append(row)
    return rows


def row_of(proved: Proved, statement: Statement, entry: Entry) -> Row:
    ref = Ref(statement.index, entry.row, entry.column)
    (column,) = (column for column in statement.columns if column.index == entry.column)
    digits = "".join(letter for letter in entry.figure.print if letter.isdigit())
    refusal, repair, value = proved.refusal(ref), proved.repair(ref), proved.value(ref)
    verdict = "refused" if refusal else "repaired" if repair else "fact"
    told = refusal.kind if refusal else f"{value:f}"
    return Row(entry.figure.place.line, text(column.period), digits, verdict, told, ref in proved.proved)


def text(period: Period | None) -> str:
    return str(period).replace(" to ", "/") if period else ""


def is_same(want: Row, got: Row) -> bool:
    """Whether a figure came out as it must; a period that could not be read is no wrong period."""
    if want.verdict != got.verdict or got.period not in {"", want.period} or want.is_proved > got.is_proved:
        return False
    if want.verdict == "refused":
        return want.value == got.value
    return Decimal(want.value) == Decimal(got.value)


@pytest.mark.parametrize("want", expected(), ids=lambda row: f"{row.line}-{row.digits}-{row.period}")
def test_figure_is_the_right_fact_or_refused_for_the_right_reason(
    want: Row, found: dict[tuple[int, str], list[Row]]
) -> None:
    candidates = found[want.line, want.digits]
    assert any(is_same(want, got) for got in candidates), candidates


def test_no_figure_is_a_fact_that_should_not_be(found: dict[tuple[int, str], list[Row]]) -> None:
    allowed = {(row.line, row.digits) for row in expected() if row.verdict != "refused"}
    facts = {key for key, rows in found.items() for row in rows if row.verdict != "refused"}
    assert facts <= allowed


def test_column_without_last_digits_yields_no_fact(found: dict[tuple[int, str], list[Row]]) -> None:
    lost = [row for rows in found.values() for row in rows if row.period == LOST]
    assert {row.verdict for row in lost} == {"refused"}


def test_what_is_not_printed_is_told_and_not_derived(proved: Proved) -> None:
    (finding,) = (finding for finding in proved.findings if finding.code == "proving.smeared")
    assert "39,002" in finding.message
    assert "154,328" in finding.message
    values = {
        proved.value(Ref(s.index, e.row, e.column)) for s in proved.document.statements for e in s.entries
    }
    assert not values & {Decimal(39_002_000), Decimal(154_328_000)}


def test_sentences_agree_with_the_tables(proved: Proved) -> None:
    said = {
        mention.figure.print
        for index, mention in enumerate(proved.document.mentions)
        if Ref(-1, index) in proved.proved
    }
    assert said >= {"$45.2 million", "14%", "$0.7 million", "$0.01", "$1.6 million", "$3.8 million", "$0.07"}


def test_adjusted_measure_without_the_word_has_the_name_of_the_adjusted_one(proved: Proved) -> None:
    (statement,) = (s for s in proved.document.statements if s.kind is StatementKind.RECONCILIATION)
    lines = {entry.row: entry.figure.place.line for entry in statement.entries}
    (row,) = (row for row in statement.rows if lines.get(row.index) == 247)
    assert row.label == "Adjusted EBITDA"


def test_repaired_figures_become_facts_although_their_print_is_in_doubt() -> None:
    filing = xbrlgen.build(shared("seed/liveperson-2013q3.md"))
    facts = {fact.id: fact for fact in filing.report.facts}
    told = {one.print: facts[one.fact].value for one in filing.placements if one.place.line == 254}
    assert told["17.000"] == Decimal(155_000)
    assert next(value for text, value in told.items() if text.startswith("3 400")) == Decimal(41_000)
