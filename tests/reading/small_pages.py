"""Small pages for tests: a table written as lines of cells, read as a statement."""

from __future__ import annotations

from html import escape

from xbrlgen.reading.sources import read_sources
from xbrlgen.reading.statement import Entry, Statement
from xbrlgen.reading.understand import Understood, understand


def read_page(*parts: str) -> Understood:
    """What is understood of paragraphs and tables; a part with bars is a table.

    Its lines are rows, its cells are parted by bars; ``text>3`` spans three columns, two blanks in front of
    a label are an indent.
    """
    sources, blocks, _ = read_sources(page_text(*parts).encode())
    return understand(sources, blocks)


def page_text(*parts: str) -> str:
    """The page of paragraphs and tables."""
    body = "".join(_table(part) if "|" in part else f"<p>{escape(part)}</p>" for part in parts)
    return f"<html><body>{body}</body></html>"


def read_one(*parts: str) -> Statement:
    """The only statement of a page."""
    (statement,) = read_page(*parts).statements
    return statement


def _table(part: str) -> str:
    return "<table>" + "".join(f"<tr>{_row(line)}</tr>" for line in part.strip("\n").split("\n")) + "</table>"


def _row(line: str) -> str:
    return "".join(_cell(cell) for cell in line.split("|"))


def _cell(cell: str) -> str:
    text, _, span = cell.partition(">")
    indent = (len(text) - len(text.lstrip())) / 2
    return f'<td colspan="{span or 1}"><p style="padding-left:{indent}em">{escape(text.strip())}</p></td>'


def printed(statement: Statement, label: str, column: int = 0) -> Entry:
    """The figure of the row with a label."""
    row = next(row for row in statement.rows if row.label == label and not row.is_heading)
    entry = statement.entry(row.index, column)
    assert entry is not None
    return entry
