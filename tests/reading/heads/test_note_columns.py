"""Note marks in columns of their own."""

from __future__ import annotations

from tests.reading.small_pages import printed, read_one
from xbrlgen.reading.statement import ColumnKind

HEADS = "Fiscal 2013|Fourth Quarter>2|Third Quarter>2|Second Quarter>2|First Quarter>2"


def test_marks_beside_figures_under_one_heading_are_no_figures() -> None:
    rows = """Net sales|$78,392||$77,788||$74,991||$76,399|
Gross profit|$25,934||$26,047||$24,989||$24,491|
Net income|$4,730|(1)|$7,246|(2)|$3,280|(3)|$2,488|"""
    title = "Quarterly results for the years ended September 30, 2013 and 2012 (in thousands)"
    statement = read_one(title, f"{HEADS}\n{rows}")
    kinds = [column.kind for column in statement.columns]
    assert kinds.count(ColumnKind.VALUE) == 4
    assert set(kinds) == {ColumnKind.VALUE, ColumnKind.NOTE}
    assert printed(statement, "Net income").value == 4_730_000
