"""A statement as text: what people compare with the page."""

from __future__ import annotations

from tests.reading.tables import read_one
from xbrlgen.reading.rendering import statement_table


def test_a_statement_as_text_shows_what_was_understood() -> None:
    statement = read_one(
        "Consolidated Statements of Operations",
        "(In thousands, except per share data)",
        "|Three Months Ended June 30,>2\n|2013|2012\nRevenues|1,200|103,33\nCost of revenues|1,000|900\n"
        "Net income|107|93\nEarnings per share:||\n  Basic|0.12|-",
    )
    lines = statement_table(statement).split("\n")
    assert lines[0] == "0. income statement [as reported] 'Consolidated Statements of Operations'"
    assert lines[1] == "  USD, scale: 'In thousands'"
    assert lines[2].startswith("  [0] 2013-04-01..2013-06-30 value for a period")
    assert lines[4].split()[-2:] == ["1,200,000", "unreadable?"]
    assert lines[-1].split()[-2:] == ["0.12/s", "0/s"]


def test_doubts_of_columns_are_shown() -> None:
    statement = read_one("Consolidated Statements of Operations", "|2013\nRevenues|1,200\nNet income|107")
    assert "DOUBT" in statement_table(statement)
