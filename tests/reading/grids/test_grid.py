"""What a figure is, and how pieces become a grid."""

from __future__ import annotations

import pytest

from xbrlgen.reading.given.locating import locator_of_text
from xbrlgen.reading.grids.grid import build_grid, is_data
from xbrlgen.reading.grids.pieces import Piece, is_figure, is_nil, is_range, rejoined


def row(*cells: tuple[str, int]) -> list[Piece]:
    return [Piece(text, 0, 1, left, left + 1) for text, left in cells]


@pytest.mark.parametrize(
    "text",
    [
        "$ (1,301",
        "(1,301)",
        "-1,301",
        "1 270",
        ".05",
        "54.5¢",
        "2,000,000",
        "1,234(a)",
        "10.6 %",
        "(4)%",
        "(231) bp.",
        "12.5x",
        "$1",
    ],
)
def test_figures_are_known_with_marks_brackets_and_notes(text: str) -> None:
    assert is_figure(text)


@pytest.mark.parametrize("text", ["—", "- -", "$—", "NM", "n/a", "*", "--", "$ -"])
def test_dashes_and_words_for_nothing_are_nil(text: str) -> None:
    assert is_nil(text)


@pytest.mark.parametrize(
    "text", ["", "June 30,", "2023 2022", "2-for-1", "$5.6 million", "(408) 555-0100", "Basic", "Q3"]
)
def test_dates_phrases_and_phone_numbers_are_neither_figure_nor_nil(text: str) -> None:
    assert not is_figure(text)
    assert not is_nil(text)


@pytest.mark.parametrize("text", ["$0.79 - $0.80", "16% - 17%", "$46 to $47", "8.51 – 8.53"])
def test_two_amounts_with_a_dash_or_to_are_a_range(text: str) -> None:
    assert is_range(text)


@pytest.mark.parametrize("text", ["94-3177549", "555-0100", "2013", "1,234", "-"])
def test_identifiers_and_single_numbers_are_no_range(text: str) -> None:
    assert not is_range(text)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ([("$", 1), ("(257", 2), (")", 3)], ["$(257)"]),
        ([("Loss", 0), ("(", 1), ("4", 2), (")%", 3)], ["Loss", "(4)%"]),
        ([("—", 1), ("—", 3)], ["—", "—"]),
        ([("$", 1), ("%", 2)], ["$", "%"]),
        ([("257", 1), (")", 2), ("(a)", 3)], ["257)(a)"]),
        ([("16%", 1), ("*", 4)], ["16%", "*"]),
        ([("Total", 0), ("%", 1)], ["Total", "%"]),
    ],
)
def test_a_mark_and_a_bracket_in_cells_of_their_own_join_their_number(
    cells: list[tuple[str, int]], expected: list[str]
) -> None:
    assert [piece.text for piece in rejoined(row(*cells))] == expected


@pytest.mark.parametrize(
    ("cells", "label"),
    [
        ([("Net inc", 0), ("ome", 1)], "Net income"),
        ([("Adjusted E", 0), ("BITDA", 1)], "Adjusted EBITDA"),
        ([("Class A", 0), ("ADS", 1)], "Class A ADS"),
        ([("Adjusted", 0), ("EBITDA", 1)], "Adjusted EBITDA"),
    ],
)
def test_a_word_cut_by_a_cell_is_one_word(cells: list[tuple[str, int]], label: str) -> None:
    rows = [row(*cells, ("5,000", 2)), *[row(("Cost of it", 0), ("4,000", 2))] * 4]
    grid = build_grid(0, rows, locator_of_text(0, "x"), (0, 1))
    assert grid.rows[0][0].text == label


def test_numbers_that_overlap_share_a_column() -> None:
    rows = [
        [Piece("2013", 0, 1, 1, 3), Piece("2012", 0, 1, 4, 6)],
        [Piece("Revenue", 0, 1, 0, 1), *row(("$", 1), ("100", 2), ("$", 4), ("90", 5))],
        [Piece("Cost", 0, 1, 0, 1), *row(("50", 2), ("45", 5))],
    ]
    grid = build_grid(0, rows, locator_of_text(0, "x"), (0, 1))
    assert grid.width == 3
    assert [[cell.column for cell in cells] for cells in grid.rows] == [[1, 2], [0, 1, 2], [0, 1, 2]]


def test_a_sparse_first_column_of_values_is_no_label() -> None:
    rows = [
        row(("Revenue", 0), ("5,000", 2)),
        row(("Cost", 0), ("4,000", 2)),
        row(("Gain", 0), ("900", 1), ("800", 2)),
    ]
    grid = build_grid(0, [*rows, *rows[:2] * 4], locator_of_text(0, "x"), (0, 1))
    assert [cell.column for cell in grid.rows[2]] == [0, 1, 2]


def test_rows_of_labels_and_figures_are_data_and_figures_before_texts_are_layout() -> None:
    assert is_data([row(("Revenue", 0), ("1", 1)), row(("Cost", 0), ("2", 1))])
    assert not is_data([row(("1", 0), ("text", 1)), row(("2", 0), ("text", 1))])
