"""Statements as conversions leave them: cells between bare pipes, or single blanks under stacked headings."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from tests.properties.printing_releases import PROSE, Layout, cell_text, heading_rows
from tests.properties.strategies_releases import PrintedStatement


def without_holes(statement: PrintedStatement) -> PrintedStatement:
    """The statement without rows that leave a cell empty, whose place such pages don't tell."""
    return evolve(statement, rows=tuple(row for row in statement.rows if None not in row.numbers))


def bare_pipe_page(statements: Sequence[PrintedStatement], layout: Layout) -> str:
    """Cells between pipes with none at the edges; the corner over the labels is left out."""
    return "\n\n".join([PROSE, *(_bare_pipes(statement, layout) for statement in statements)]) + "\n"


def _bare_pipes(statement: PrintedStatement, layout: Layout) -> str:
    heads = [" | ".join(text for text, _ in head) for head in heading_rows(statement, layout)]
    rows = [" | ".join(cells) for cells in _rows(statement, layout)]
    return "\n".join([statement.title, "", statement.unit_line, "", *heads, *rows])


def stacked_page(statements: Sequence[PrintedStatement], layout: Layout) -> str:
    """Single blanks between cells, and each heading on a line of its own."""
    return "\n\n".join([PROSE, *(_stacked(statement, layout) for statement in statements)]) + "\n"


def _stacked(statement: PrintedStatement, layout: Layout) -> str:
    whole = evolve(layout, heading="span over years")
    heads = [text for head in heading_rows(statement, whole) for text, _ in head]
    rows = [" ".join(cells) for cells in _rows(statement, layout)]
    return "\n".join([statement.title, statement.unit_line, *heads, *rows])


def _rows(statement: PrintedStatement, layout: Layout) -> list[list[str]]:
    return [
        [row.label, *(cell_text(row, each, layout, first=index < 3) for each in row.numbers)]
        for index, row in enumerate(statement.rows)
    ]
