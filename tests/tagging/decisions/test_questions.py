"""What becomes of numbers that are no facts: each is told with its own reason."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.proving.building import NOW, Q3, Q3_BEFORE, statement
from tests.tagging.making import filed
from tests.writing.making import gaap
from xbrlgen.model import Concept, Period
from xbrlgen.reading.document import Outcome
from xbrlgen.reading.statement import Kind, StatementKind
from xbrlgen.tagging.concepts.meanings import Meaning
from xbrlgen.tagging.decisions.questions import not_marked
from xbrlgen.tagging.facts.cells import Cell
from xbrlgen.tagging.rows.lines import Line

SALES = gaap("Revenues")


def cell(period: Period) -> Cell:
    """The one figure of a table of one row and column."""
    made = statement(StatementKind.METRICS, [period], [("Sales", "45,192")])
    values = ((period, Decimal(45192)),)
    line = Line(
        0,
        0,
        made.kind,
        "",
        "Sales",
        "sale",
        "",
        "",
        Kind.MONEY,
        is_total=False,
        instant=period.is_instant,
        values=values,
    )
    return Cell(made, line, made.rows[0], made.columns[0], made.entries[0], period, Decimal(45192), -3)


@pytest.mark.parametrize(
    ("concept", "period", "source", "kind"),
    [
        (None, Q3, "skip", "skipped"),
        (None, Q3, "own", "no-concept"),
        (SALES, NOW, "face", "no-period"),
        (SALES, Q3, "face", "two-parts"),
    ],
)
def test_a_number_without_a_fact_is_told_by_what_hinders_it(
    concept: Concept | None, period: Period, source: str, kind: str
) -> None:
    told = not_marked(cell(period), Meaning(concept, 0.9, ("so decided",), source=source))
    assert (told.print, told.outcome, told.kind) == ("45,192", Outcome.UNMAPPED, kind)


def test_rows_without_a_name_are_told_as_such_and_not_as_sentences() -> None:
    rows = [("Revenue", "45,192", "40,000"), ("", "1,234", "1,111"), ("***", "77", "66")]
    filing = filed(statement(StatementKind.INCOME, [Q3, Q3_BEFORE], rows))
    told = {verdict.print: verdict.kind for verdict in filing.verdicts if verdict.outcome is Outcome.UNMAPPED}
    assert told == dict.fromkeys(("1,234", "1,111", "77", "66"), "no-concept")
