"""Laws of reading: what is printed is read back, whatever the format and the layout."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import tries
from tests.properties.printing_dense import bare_pipe_page, stacked_page, without_holes
from tests.properties.printing_releases import Layout, csv_page, html_page, layouts, markdown_page, text_page
from tests.properties.strategies_releases import (
    PrintedStatement,
    balance_sheets,
    income_statements,
    statements,
)
from xbrlgen.reading.sources import read_sources
from xbrlgen.reading.statement import FACE_KINDS, Statement
from xbrlgen.reading.understand import understand

Page = Callable[[Sequence[PrintedStatement], Layout], str]
Table = list[tuple[str, str, list[tuple[str, Decimal | None]]]]


def read(page: str) -> list[Statement]:
    sources, blocks, _ = read_sources(page.encode())
    return [each for each in understand(sources, blocks).statements if each.kind in FACE_KINDS]


def meaning_of_print(statement: PrintedStatement) -> Table:
    return [
        (
            row.label,
            row.unit,
            [(str(period), statement.value(row, at)) for at, period in enumerate(statement.periods)],
        )
        for row in statement.rows
        if row.numbers
    ]


def meaning_of_reading(statement: Statement) -> Table:
    found = []
    for row in statement.rows:
        if row.is_heading:
            continue
        entries = [statement.entry(row.index, column.index) for column in statement.columns]
        unit = next(entry.unit for entry in entries if entry)
        assert not any(entry.doubt for entry in entries if entry)
        values = [
            (str(column.period), entry.value if entry else None)
            for column, entry in zip(statement.columns, entries, strict=True)
        ]
        found.append((row.label, unit, values))
    return found


@pytest.mark.parametrize("page", [html_page, text_page, markdown_page, csv_page])
@settings(max_examples=tries(25))
@given(printed=statements, layout=layouts)
def test_a_printed_statement_is_read_back(page: Page, printed: PrintedStatement, layout: Layout) -> None:
    (statement,) = read(page([printed], layout))
    assert statement.kind is printed.kind
    assert not any(column.doubt for column in statement.columns)
    assert meaning_of_reading(statement) == meaning_of_print(printed)


@pytest.mark.parametrize("page", [bare_pipe_page, stacked_page])
@settings(max_examples=tries(25))
@given(printed=statements.map(without_holes), layout=layouts)
def test_a_statement_without_spans_and_empty_cells_is_read_back(
    page: Page, printed: PrintedStatement, layout: Layout
) -> None:
    (statement,) = read(page([printed], layout))
    assert statement.kind is printed.kind
    assert not any(column.doubt for column in statement.columns)
    assert meaning_of_reading(statement) == meaning_of_print(printed)


@settings(max_examples=tries(15))
@given(
    income=income_statements(),
    balance=balance_sheets(),
    layout=layouts,
    name=st.sampled_from([html_page, text_page]),
)
def test_statements_on_one_page_do_not_mix(
    income: PrintedStatement, balance: PrintedStatement, layout: Layout, name: Page
) -> None:
    found = read(name([income, balance], layout))
    assert [each.kind for each in found] == [income.kind, balance.kind]
    assert [meaning_of_reading(each) for each in found] == [
        meaning_of_print(income),
        meaning_of_print(balance),
    ]
