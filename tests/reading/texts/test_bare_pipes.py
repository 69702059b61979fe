"""Tables whose cells stand between pipes with none at the edges, empty cells left out."""

from __future__ import annotations

from tests.reading.looking import grids, paragraphs, table
from xbrlgen.reading.document import Grid

HEADS = "Three Months Ended | Nine Months Ended\nMay 31, | May 31,\n2024 | 2023 | 2024 | 2023\n"
ROWS = "Net sales | 80 | 70 | 240 | 210\nCost of sales | 30 | 28 | 90 | 84\n"


def test_headings_stand_over_even_shares_of_the_columns() -> None:
    (grid,) = grids(HEADS + ROWS)
    spans = [(cell.column, cell.columns) for cell in grid.rows[0]]
    assert spans == [(1, 2), (3, 2)]
    assert [cell.column for cell in grid.rows[2]] == [1, 2, 3, 4]


def test_a_heading_on_a_line_of_its_own_does_not_end_the_table() -> None:
    (grid,) = grids(HEADS + ROWS + "Operating expenses\nSelling | 5 | 4 | 15 | 12\n")
    assert [cell.text for row in grid.rows[5:] for cell in row][:2] == ["Operating expenses", "Selling"]


def test_a_value_of_a_short_row_may_stand_in_any_column_it_could_have() -> None:
    (grid,) = grids(HEADS + ROWS + "Impairment | 14\n")
    (value,) = grid.rows[-1][1:]
    assert (value.column, value.columns) == (1, 4)


def test_two_columns_in_all() -> None:
    (grid,) = grids("Cash | 5,100\nReceivables | 4,200\nTotal assets | 9,300\n")
    assert table(grid) == [["Cash", "5,100"], ["Receivables", "4,200"], ["Total assets", "9,300"]]


def test_a_line_of_contacts_is_no_table() -> None:
    text = "NASDAQ: LRKM | www.larkmoor.example\nInvestors | Media\n"
    assert not grids(text)
    assert len(paragraphs(text)) == 2


def test_a_table_with_a_rule_below_its_headings_keeps_its_empty_cells() -> None:
    (grid,) = grids("Segment | 2024 | 2023\n---|---|---\nNorth |  | 70\nSouth | 60 | 50\nWest | 8 | 9\n")
    assert isinstance(grid, Grid)
    assert [(cell.text, cell.column, cell.columns) for cell in grid.rows[1]] == [
        ("North", 0, 1),
        ("70", 2, 1),
    ]


def test_a_rule_below_the_headings_makes_a_table_of_one_column() -> None:
    (grid,) = grids("  | 2024\n---|---\nSales | 50\nCosts | 40\n")
    assert [cell.column for cell in grid.rows[0]] == [1]
    assert table(grid)[1:] == [["Sales", "50"], ["Costs", "40"]]
