"""Markdown and what conversions make of tables: pipes, tabs, a cell a paragraph, all on one line."""

from __future__ import annotations

import pytest

from tests.reading.looking import grids, paragraphs, table
from tests.shared import shared
from xbrlgen.places import Format
from xbrlgen.reading import read
from xbrlgen.reading.document import Grid
from xbrlgen.reading.given.detect import format_of
from xbrlgen.reading.given.folding import print_offsets
from xbrlgen.reading.sources import read_sources


def test_pipe_tables_with_spans_emphasis_and_entities() -> None:
    text = (
        "# Results\n\n| **GAAP** |||\n|---|---|---|\n"
        "| *(in millions)* | **Q4<br>FY26** | **Q4 FY25** |\n"
        "| **Total assets** | $**206803** | $**111601** |\n"
        "| &nbsp;&nbsp;&nbsp;&nbsp;*Other* | *(9)* |  |\n"
    )
    (grid,) = grids(text)
    assert table(grid) == [
        ["GAAP", "", ""],
        ["(in millions)", "Q4 FY26", "Q4 FY25"],
        ["Total assets", "$206803", "$111601"],
        ["Other", "(9)", ""],
    ]
    assert grid.rows[0][0].columns == 3
    assert grid.rows[3][0].indent > grid.rows[2][0].indent
    assert [(paragraph.text, paragraph.is_heading) for paragraph in paragraphs(text)] == [("Results", True)]


def test_tab_tables_with_marks_in_cells_of_their_own() -> None:
    text = (
        "\t\tThree Months Ended\t\t\tNine Months Ended\t\n"
        "Revenue\t\\$ 45,192\t\\$ 39,670\t\\$\t130,917\t\\$\t114,934\n"
        "Cost\t10,597\t9,036\t\t31,342\t\t25,450\n"
        "Adjusted n\tet income\t1,600\t\t2,700\t\t4,863\n"
    )
    (grid,) = grids(text)
    assert table(grid)[1:3] == [
        ["Revenue", "$ 45,192", "$ 39,670", "$130,917", "$114,934"],
        ["Cost", "10,597", "9,036", "31,342", "25,450"],
    ]


def test_an_orphan_goes_home_to_the_hole_it_fell_out_of() -> None:
    text = (
        "Provision\t(2,203)\t(2,440)\t(3,233)\t20\nDeferred taxes\t(526)\t(585)\t(1,700)\t\n\t\t\t\t(1,325)\n"
        "Other\t209\t41\t264\t155\n"
    )
    (grid,) = grids(text)
    assert table(grid)[1] == ["Deferred taxes", "(526)", "(585)", "(1,700)", "(1,325)"]
    assert [len(row) for row in grid.rows] == [5, 5, 0, 5]


def test_an_unlabelled_subtotal_stays_where_it_is() -> None:
    text = "Selling\t100\t90\nGeneral\t50\t40\n\t150\t130\nIncome\t10\t9\n"
    assert table(grids(text)[0])[2] == ["", "150", "130"]


CELLS = "\n\n".join(
    [
        *(
            " (Dollars in thousands)",
            "Three Months EndedJune 30,2025",
            "Three Months EndedJune 30,2024",
            "Change",
        ),
        *(" Interest income", "$", "88,417", "$", "83,962", "$", "4,455"),
        *(" Loss on sale", "(287", ")", "--", "(287", ")"),
        *(" Net income", "$", "8,204", "$", "7,516", "$", "688"),
        *(" Rate", "21%", "20%", ""),
    ]
)


def test_a_cell_a_paragraph() -> None:
    (grid,) = grids(CELLS)
    assert table(grid)[:4] == [
        [
            "(Dollars in thousands)",
            "Three Months EndedJune 30,2025",
            "Three Months EndedJune 30,2024",
            "Change",
        ],
        ["Interest income", "$88,417", "$83,962", "$4,455"],
        ["Loss on sale", "(287)", "--", "(287)"],
        ["Net income", "$8,204", "$7,516", "$688"],
    ]


def test_values_of_a_row_that_lost_cells_span_the_columns_they_may_stand_in() -> None:
    last = grids(CELLS)[0].rows[-1]
    assert [(cell.text, cell.column, cell.columns) for cell in last[1:]] == [("21%", 1, 2), ("20%", 2, 2)]


GLUED = (
    "Example Corp.\n\n"
    "For the Three Months Ended June 30, For the Six Months Ended June 30, 2025 2024 2025 2024 "
    "Revenues$ 46,518 $ 41,207 $ 133,284$ 105,258 Cost of goods sold (20,131) (18,804) (58,325) (43,477)"
    "Gross profit 26,387 22,403 74,95961,781 Operating expenses: Selling and administrative26,774 23,379 "
    "77,757 58,937 Depreciation 214 22130 31 27,000 23,500 77,787 58,968Other income 54 39151 70"
    "Net loss (613)(1,097)(2,828)2,813 Basic - - - 0.02"
)


def test_a_table_on_one_line_is_parted() -> None:
    (grid,) = grids(GLUED)
    assert table(grid) == [
        ["", "For the Three Months Ended June 30,", "", "For the Six Months Ended June 30,", ""],
        ["", "2025", "2024", "2025", "2024"],
        ["Revenues", "$46,518", "$41,207", "$133,284", "$105,258"],
        ["Cost of goods sold", "(20,131)", "(18,804)", "(58,325)", "(43,477)"],
        ["Gross profit", "26,387", "22,403", "74,959", "61,781"],
        ["Operating expenses:", "", "", "", ""],
        ["Selling and administrative", "26,774", "23,379", "77,757", "58,937"],
        ["Depreciation", "214", "22130", "31", ""],
        ["", "27,000", "23,500", "77,787", "58,968"],
        ["Other income", "54", "39151", "70", ""],
        ["Net loss", "(613)", "(1,097)", "(2,828)", "2,813"],
        ["Basic", "-", "-", "-", "0.02"],
    ]


def test_what_can_be_parted_in_two_ways_is_not_parted() -> None:
    row = next(row for row in grids(GLUED)[0].rows if row and row[0].text == "Other income")
    assert [(cell.text, cell.columns) for cell in row[1:]] == [("54", 2), ("39151", 2), ("70", 2)]


def test_beside_digits_that_may_be_two_numbers_nothing_is_sure_of_its_column() -> None:
    """Counted from the left alone, the first amount of the sum below would be the last of this row."""
    depreciation, total = grids(GLUED)[0].rows[7:9]
    assert [(cell.text, cell.columns) for cell in depreciation[1:]] == [("214", 2), ("22130", 2), ("31", 2)]
    assert [(cell.text, cell.columns) for cell in total] == [
        ("27,000", 1),
        ("23,500", 1),
        ("77,787", 1),
        ("58,968", 1),
    ]


def test_headings_of_a_one_line_table_in_paragraphs_before_it() -> None:
    text = (
        "Example Corp. Balance SheetsAs of June 30, 2025 (Unaudited)\n\nAs of December 31, 2024 (Audited)\n\n"
        "AssetsCash$ 19,786,405$ 28,403,517 Receivables 6,918,237 5,736,290 Prepaid 874,116 861,934 "
        "Total assets$ 27,578,758$ 35,001,741 Preferred stock: $0.00001 par value; 20,000,000 shares "
        "authorized - - Common stock 1,406 1,292\n"
    )
    (grid,) = grids(text)
    assert table(grid)[0] == ["", "As of June 30, 2025 (Unaudited)", "As of December 31, 2024 (Audited)"]
    assert table(grid)[-2][1:] == ["-", "-"]
    assert "20,000,000 shares authorized" in table(grid)[-2][0]
    assert [paragraph.text for paragraph in paragraphs(text)] == ["Example Corp. Balance Sheets"]


@pytest.mark.parametrize(
    "prose",
    [
        (
            "Revenue was $6,318,914, or $0.31 per share, as compared to $5,815,468, or $0.91 per share, for "
            "the comparable period, and $17,046,348, or $0.97 per share, against $16,729,642 a year before."
        ),
        "See https://www.example.com/news/q3-2025" + "-10-20-30-40-50-60-70-80-90-100-110-120-130-140" * 4,
    ],
)
def test_prose_with_many_numbers_is_no_table(prose: str) -> None:
    assert not grids(f"{prose}\n")


@pytest.mark.parametrize("text", [CELLS, GLUED])
def test_cells_stand_where_their_places_say(text: str) -> None:
    sources, blocks, _ = read_sources(text)
    for block in blocks:
        for cell in [cell for row in block.rows for cell in row] if isinstance(block, Grid) else []:
            offsets = print_offsets(sources[0].text, cell)
            shown = "".join(sources[0].text[offset] for offset in offsets).split()
            assert "".join(shown) == "".join(cell.text.split())
            assert cell.places[0].start <= offsets[0]
            assert offsets[-1] < cell.places[0].end


def test_tables_of_a_real_conversion() -> None:
    found = grids(shared("seed/liveperson-2013q3.md"))
    rows = [row for grid in found for row in table(grid)]
    assert ["(d) Deferred income taxes", "(526)", "(585)", "(1,700)", "(1,325)"] in rows
    assert ["Cash and cash equivalents", "$77,379", "$103,33"] in rows


def test_one_line_tables_of_a_real_release() -> None:
    found = grids(shared("releases/FORA_2025Q4.md"))
    rows = [row for grid in found for row in table(grid)]
    assert ["Net loss", "$ (2,874,042)", "$ (3,771,070)", "$ (1,821,752)", "$199,711"] in rows
    assert ["Total current assets", "42,556,757", "44,460,091"] in rows


def test_a_column_of_single_amounts_glued_to_their_labels_is_a_table() -> None:
    text = (
        "Balance sheet, in thousands. As of December 31, 2024Cash and equivalents$30,118Accounts receivable"
        "22,204Inventory1,980Total current assets54,302Goodwill91,118Total assets$145,420\n"
    )
    (grid,) = grids(text)
    assert [row[-1].text for row in grid.rows] == [
        "December 31, 2024",
        *("$30,118", "22,204", "1,980", "54,302", "91,118", "$145,420"),
    ]


def test_a_sentence_full_of_single_amounts_is_no_table() -> None:
    text = (
        "Sales were $30,118 and costs were $22,204, so that profit was $7,914 after $1,980 of taxes, "
        "against sales of $28,002, costs of $21,117 and profit of $6,885 after taxes of $1,702 a year ago.\n"
    )
    assert not grids(text)


def test_a_note_mark_between_label_and_figures_of_a_one_line_table_is_none_of_them() -> None:
    line = (
        "For the three months ended March 31, 2015 2014 Operating expenses 371,340 309,494"
        "Depreciation of purchased assets (1) (16,110) (15,620)Stock compensation (2) (18,315) (2,364)"
        "Adjustments (34,425) (17,984)Cash expenses $336,915 $291,510"
        "Average shares 33,372,79632,628,835 (1) Not cash."
    )
    (grid,) = grids(f"Results\n\n{line}\n")
    assert table(grid)[3:5] == [
        ["Depreciation of purchased assets (1)", "(16,110)", "(15,620)"],
        ["Stock compensation (2)", "(18,315)", "(2,364)"],
    ]
    assert table(grid)[-1] == ["Average shares", "33,372,796", "32,628,835"]


def test_sums_without_labels_in_a_table_on_one_line() -> None:
    line = (
        "Three Months Ended March 31, 2015 2014Revenue:  Devices $418,520 $318,558     Software 17,858"
        " 18,410 $436,378 $336,968Gross Profit          Devices $341,798 $283,076     Software 16,736 16,886"
        " $358,534 $299,962"
    )
    (grid,) = grids(f"Results\n\n{line}\n")
    assert table(grid)[-3:] == [
        ["Devices", "$341,798", "$283,076"],
        ["Software", "16,736", "16,886"],
        ["", "$358,534", "$299,962"],
    ]


def test_empty_cells_between_figures_are_no_spans() -> None:
    """Where some rows have marks of currency in cells of their own, others are empty there."""
    text = (
        "# Statements of Income\n\n| | | | | |\n|---|---|---|---|---|\n"
        "| | |Three Months Ended June 30,| | |\n| | |2019| |2018|\n"
        "| Sales | $|63,457| $|60,635|\n| Cost ||31,707||26,078|\n| Profit | $|31,750| $|34,557|\n"
    )
    (grid,) = grids(text)
    assert [[cell.text for cell in row if cell.column] for row in grid.rows][-3:] == [
        ["$63,457", "$60,635"],
        ["31,707", "26,078"],
        ["$31,750", "$34,557"],
    ]
    assert len({cell.column for row in grid.rows[-3:] for cell in row}) == 3


def test_blanks_written_as_entities_part_no_records() -> None:
    text = "# Costs\n\n| | 2019 | 2018 |\n|---|---|---|\n" + "".join(
        f"| &nbsp;&nbsp;Fuel {letter} | {number} | 7 |\n"
        for number, letter in enumerate("abcdefgh", start=11)
    )
    assert format_of(text) is Format.MARKDOWN


def test_a_period_over_the_first_of_columns_that_all_have_names_is_for_all_of_them() -> None:
    text = (
        "# Example Company\n\n**SEGMENT INFORMATION**\n(in thousands of dollars)\n\n"
        "|  | Three Months Ended June 30, 2023 | | Three Months Ended June 30, 2022 | |\n"
        "| --- | --- | --- | --- | --- |\n"
        "|  | Pumps | Valves | Pumps | Valves |\n| Net sales | 110 | 70 | 100 | 71 |\n"
        "| Operating income | 14 | 9 | 13 | 8 |\n"
    )
    columns = read(text.encode()).statements[0].columns
    years = [column.period.end.year for column in columns if column.period and column.period.end]
    assert years == [2023, 2023, 2022, 2022]


def test_a_period_is_not_for_a_column_beside_it_that_has_no_name() -> None:
    text = (
        "# Example Company\n\n**OTHER DATA**\n(in thousands of dollars)\n\n"
        "|  | Three Months Ended June 30, 2023 | |\n| --- | --- | --- |\n|  | Pumps | |\n"
        "| Net sales | 110 | 70 |\n| Operating income | 14 | 9 |\n"
    )
    assert [column.period for column in read(text.encode()).statements[0].columns].count(None) == 1
