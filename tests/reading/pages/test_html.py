"""HTML exhibits: split cells, spans, layout tables, hidden parts, and the way back to the nodes."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.reading.looking import grids, paragraphs, table
from tests.shared import shared
from xbrlgen.reading.document import Grid
from xbrlgen.reading.given.folding import print_offsets
from xbrlgen.reading.pages.html import parse_html
from xbrlgen.reading.sources import read_sources

SPLIT = """<html><body><table>
<tr><td></td><td></td><td colspan=5>Three Months Ended</td></tr>
<tr><td></td><td></td><td colspan=2>June 30, 2013</td><td></td><td colspan=2>June 30, 2012</td></tr>
<tr><td>Revenue</td><td></td><td>$</td><td>1,234</td><td></td><td>$</td><td>1,100</td></tr>
<tr><td style="padding-left:2em">Other loss</td><td></td><td></td><td>(257</td><td>)</td><td></td><td>—</td>
</tr>
<tr><td>Margin</td><td></td><td></td><td>54.5</td><td>%</td><td></td><td>(4</td><td>)%</td></tr>
<tr><td>Net income<sup>(1)</sup></td><td></td><td colspan=2>977</td><td></td>
<td colspan=2>1,100</td></tr>
</table></body></html>"""


def test_split_cells_are_rejoined_and_share_columns() -> None:
    (grid,) = grids(SPLIT)
    assert table(grid) == [
        ["", "Three Months Ended", ""],
        ["", "June 30, 2013", "June 30, 2012"],
        ["Revenue", "$1,234", "$1,100"],
        ["Other loss", "(257)", "—"],
        ["Margin", "54.5%", "(4)%"],
        ["Net income(1)", "977", "1,100"],
    ]
    assert grid.rows[0][0].columns == 2
    assert grid.rows[3][0].indent == 2


def test_place_of_a_split_cell_runs_from_its_first_to_its_last_character() -> None:
    sources, blocks, _ = read_sources(SPLIT)
    (grid,) = [block for block in blocks if isinstance(block, Grid)]
    (cell,) = [cell for row in grid.rows for cell in row if cell.text == "(257)"]
    place = cell.places[0]
    printed = sources[0].text[place.start : place.end]
    assert (printed[0], printed[-1]) == ("(", ")")
    assert "".join(sources[0].text[offset] for offset in print_offsets(sources[0].text, cell)) == "(257)"
    assert (place.line, place.cell) == (5, "table 1, row 4, column 2")


def test_segments_lead_back_to_the_nodes_of_the_tree() -> None:
    raw = b"<!-- c --><p>a<b>b&amp;c</b> tail<!-- x --> after</p>\n<ul><li>one<br>two&nbsp;&#151;</li></ul>"
    source = read_sources(b"<html><body>" + raw + b"</body></html>")[0][0]
    nodes = list(parse_html(source.raw, source.encoding).iter())
    for segment in source.segments:
        node = nodes[segment.node]
        held = (node.tail if segment.tail else node.text) or ""
        stretch = held[segment.offset : segment.offset + segment.end - segment.start]
        assert stretch == source.text[segment.start : segment.end]
    assert "b&c" in source.text
    assert "—" in source.text
    assert all(before.end <= after.start for before, after in pairwise(source.segments))


def test_hidden_parts_are_not_read() -> None:
    page = (
        "<html><head><title>T</title><style>p{}</style></head><body><ix:header><ix:hidden>99</ix:hidden></ix:header>"
        '<p style="display:none">hidden</p><script>1</script>'
        "<p>Revenue was <ix:nonFraction name='x'>12</ix:nonFraction> million.</p></body></html>"
    )
    assert [paragraph.text for paragraph in paragraphs(page)] == ["Revenue was 12 million."]


def test_hidden_cells_take_no_column() -> None:
    page = (
        "<table><tr><td>a</td><td style='display:none'></td><td>1,000</td><td>2,000</td></tr>"
        "<tr><td>b</td><td>3,000</td><td>4,000</td></tr></table>"
    )
    assert table(grids(page)[0]) == [["a", "1,000", "2,000"], ["b", "3,000", "4,000"]]


def test_cells_that_show_nothing_are_empty_cells() -> None:
    page = (
        "<table><tr><td>&#8203;</td><td><p>&#8203;</p></td><td>2013</td><td>2012</td></tr>"
        "<tr><td>Revenue</td><td>&#160;</td><td>3,000</td><td>4,000</td></tr></table>"
    )
    assert table(grids(page)[0]) == [["", "2013", "2012"], ["Revenue", "3,000", "4,000"]]


@pytest.mark.parametrize(
    "cell",
    [
        "<td><p>&#160;&#160; Sales</p></td>",
        '<td class="bwpadl1 bwalignl">Sales</td>',
        "<td>&nbsp; Sales</td>",
    ],
)
def test_hard_blanks_and_a_newswires_classes_indent(cell: str) -> None:
    above = "<tr><td>Revenue</td><td>3,000</td><td>9</td></tr>"
    page = f"<table>{above}<tr>{cell}<td>4,000</td><td>9</td></tr></table>"
    first, second = (row[0] for row in grids(page)[0].rows)
    assert first.indent == 0
    assert second.indent >= 1
    assert second.text == "Sales"


def test_a_grid_whose_cells_reach_over_columns_is_a_table() -> None:
    page = (
        "<div style='display:grid; grid-template-columns: 2fr 1fr 1fr'><div></div>"
        "<div style='grid-column: span 2'>June 30,</div><div></div><div>2013</div><div>2012</div>"
        "<div>Revenue</div><div>3,000</div><div>4,000</div></div>"
    )
    (grid,) = grids(page)
    assert table(grid) == [["", "June 30,", ""], ["", "2013", "2012"], ["Revenue", "3,000", "4,000"]]
    assert grid.rows[0][0].columns == 2


def test_boxes_that_only_arrange_are_no_tables() -> None:
    inner = "<table><tr><td>Revenue</td><td>1,000</td><td>900</td></tr></table>"
    row = f"<div style='display:flex'><div><p>About us</p></div><div>{inner}</div></div>"
    page = f"{row}<div style='display:table'>End</div>"
    assert table(grids(page)[0]) == [["Revenue", "1,000", "900"]]
    assert [paragraph.text for paragraph in paragraphs(page)] == ["About us", "End"]


def test_layout_tables_become_paragraphs() -> None:
    page = (
        "<table><tr><td>•</td><td>Revenue rose by 10%.</td></tr></table>"
        "<table><tr><td>Press</td><td>Jane Doe<br>(408) 555-0100</td></tr></table>"
    )
    assert not grids(page)
    assert [paragraph.text for paragraph in paragraphs(page)] == [
        "• Revenue rose by 10%.",
        "Press",
        "Jane Doe",
        "(408) 555-0100",
    ]


def test_tables_inside_of_layout_tables_are_read() -> None:
    inner = "<table><tr><td>Revenue</td><td>1,000</td><td>900</td></tr></table>"
    page = f"<table><tr><td><p>Before</p><p>Second</p>{inner}<p>After</p></td></tr></table>"
    assert table(grids(page)[0]) == [["Revenue", "1,000", "900"]]
    assert [paragraph.text for paragraph in paragraphs(page)] == ["Before", "Second", "After"]


def test_rowspans_push_later_rows_to_the_right() -> None:
    page = (
        "<table><tr><td rowspan=2>Revenue</td><td>2013</td><td>1,000</td></tr>"
        "<tr><td>2012</td><td>900</td></tr></table>"
    )
    last = grids(page)[0].rows[1]
    assert [cell.text for cell in last] == ["2012", "900"]
    assert [cell.column for cell in last] == [cell.column for cell in grids(page)[0].rows[0][1:]]


def test_preformatted_text_is_read_as_aligned_text() -> None:
    page = (
        "<html><body><pre>\nTitle\n\n                 2013      2012\n"
        "Revenue        $1,000     $ 900\nCost              500       450\n</pre></body></html>"
    )
    assert table(grids(page)[0]) == [
        ["", "2013", "2012"],
        ["Revenue", "$1,000", "$900"],
        ["Cost", "500", "450"],
    ]


def test_separate_note_marks_stay_apart_from_values_of_other_columns() -> None:
    page = (
        "<table><tr><td>Compensation</td><td>216</td><td></td><td>16%</td><td></td><td>*</td></tr>"
        "<tr><td>Revenue</td><td>11,320</td><td></td><td>3%</td><td></td><td>4%</td></tr></table>"
    )
    assert table(grids(page)[0]) == [["Compensation", "216", "16%", "*"], ["Revenue", "11,320", "3%", "4%"]]


def test_label_parts_in_several_columns_are_one_label() -> None:
    page = (
        "<table><tr><td>(a)</td><td>Amortization</td><td>691</td><td>140</td></tr>"
        "<tr><td colspan=2>Net income</td><td>3,000</td><td>2,000</td></tr></table>"
    )
    assert table(grids(page)[0]) == [["(a) Amortization", "691", "140"], ["Net income", "3,000", "2,000"]]


@pytest.mark.parametrize("name", ["ORCL_FY2014Q4", "SQSP_2024Q1", "AAPL_FY2004Q3", "NVDA_FY2026Q4"])
def test_every_segment_of_real_pages_leads_back(name: str) -> None:
    source = read_sources(shared(f"releases/{name}.html"))[0][0]
    nodes = list(parse_html(source.raw, source.encoding).iter())
    for segment in source.segments:
        held = nodes[segment.node].tail if segment.tail else nodes[segment.node].text
        assert held == source.text[segment.start : segment.end]


def test_real_pages_give_their_tables() -> None:
    found = grids(shared("releases/BKE_FY2024Q3.html"))
    assert [grid.width for grid in found] == [5, 4]
    assert table(found[0])[1][1:] == ["November 2, 2024", "October 28, 2023"] * 2
    assert table(found[0])[8] == ["", "85,588", "83,150", "248,163", "244,328"]


@pytest.mark.parametrize("name", ["ENE_2001Q1", "PYPL_2023Q4"])
def test_pages_without_statements_give_no_table(name: str) -> None:
    assert not grids(shared(f"releases/negative/{name}.html"))


def test_figures_stacked_in_cells_by_line_breaks_are_rows() -> None:
    page = (
        "<table><tr><td></td><td>June 30,<br>2013</td><td>June 30,<br>2012</td></tr>"
        "<tr><td>Revenue<br>Cost</td><td>1,000<br>500</td><td>900<br>—</td></tr></table>"
    )
    assert table(grids(page)[0]) == [
        ["", "June 30, 2013", "June 30, 2012"],
        ["Revenue", "1,000", "900"],
        ["Cost", "500", "—"],
    ]


def test_a_table_for_each_row_is_one_table() -> None:
    rows = (("Revenue", "$", "1,000"), ("Cost", "", "400"), ("Income", "$", "600"))
    page = "".join(f"<table><tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr></table>\n" for row in rows)
    assert [table(grid) for grid in grids(page)] == [
        [["Revenue", "$1,000"], ["Cost", "400"], ["Income", "$600"]]
    ]


def test_a_heading_of_percents_is_no_end_of_a_year() -> None:
    page = (
        "<table><tr><td></td><td>2013</td><td></td><td>%</td><td>2012</td><td></td><td>%</td></tr>"
        "<tr><td>Revenue</td><td>3,000</td><td></td><td>1.5</td><td>4,000</td><td></td><td>2.5</td></tr></table>"
    )
    assert table(grids(page)[0])[0] == ["", "2013", "%", "2012", "%"]


def test_a_table_set_with_hard_blanks_keeps_the_places_of_its_figures() -> None:
    gap = "&nbsp;" * 8
    rows = ("Revenue|3,000|4,000", "Net income|(1,000)|2,000", "Dividends|9,000|8,000")
    lines = [f"{gap * 3}2013{gap}2012", *(row.replace("|", gap) for row in rows)]
    for page in ("".join(f"<p>{line}</p>" for line in lines), f"<p>About us</p><p>{'<br>'.join(lines)}</p>"):
        sources, blocks, _ = read_sources(f"<html><body>{page}</body></html>")
        (grid,) = [block for block in blocks if isinstance(block, Grid)]
        cells = [cell for row in grid.rows for cell in row]
        assert {"3,000", "Net income", "8,000"} <= {cell.text for cell in cells}
        for cell in cells:
            place = cell.places[0]
            assert sources[0].text[place.start : place.end].split() == cell.text.split()


def test_prose_with_hard_blanks_is_no_table() -> None:
    page = "".join(f"<p>Sales&nbsp;of&nbsp;{n},000&nbsp; were {n}&nbsp;million.</p>" for n in range(1, 9))
    assert not grids(page)


def test_tables_that_set_out_one_cell_are_cells() -> None:
    cells = "".join(f"<td><table><tr><td>$</td><td>{n},000</td></tr></table></td>" for n in (3, 4))
    page = (
        f"<table><tr><td>Revenue</td>{cells}</tr><tr><td>Costs</td><td>1,000</td><td>2,000</td></tr></table>"
    )
    assert table(grids(page)[0]) == [["Revenue", "$3,000", "$4,000"], ["Costs", "1,000", "2,000"]]


PAGE = "<html><body><p>Größe: revenue was $46.2 million — {}.</p></body></html>"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "mac_roman", "cp437", "shift_jis", "latin_1"])
def test_the_encoding_is_one_that_the_parser_need_not_know(encoding: str) -> None:
    said = "Größe: $46.2 million — up.".encode(encoding, errors="replace").decode(encoding)
    page = f"<html><head><meta charset={encoding}></head><body><p>{said}</p></body></html>"
    assert read_sources(page.encode(encoding))[0][0].text == f"{said}\u2029"


def test_what_comes_after_a_byte_that_is_no_character_is_read() -> None:
    page = PAGE.format("up").encode() + b"<p>\xff\x81</p><p>Net income was $5.0 million.</p>"
    source = read_sources(page.replace(b"<body>", b"<meta charset=shift_jis><body>"))[0][0]
    assert "$5.0 million" in source.text


def test_a_page_behind_the_first_is_read() -> None:
    page = PAGE.format("one") + "\n<!-- next -->\n" + PAGE.format("two") + "<p>three</p>"
    source = read_sources(page)[0][0]
    assert [words in source.text for words in ("one", "two", "three")] == [True] * 3
    assert len(parse_html(source.raw, source.encoding).findall(".//body")) == 1
    assert [each.line for each in source.segments] == [1, 3, 3]


def test_elements_nested_too_deep_are_told_of() -> None:
    page = "<html><body><p>first</p>\n" + "<div>" * 3_000 + "<p>last</p></html>"
    sources, _, findings = read_sources(page)
    assert "first" in sources[0].text
    assert [finding.code for finding in findings] == ["reading.truncated"]
    assert "after line 2" in findings[0].message


def test_numbers_of_characters_are_those_that_are_printed() -> None:
    assert read_sources("<p>&#146;&#0151 &#1488;&#8212;&#129;</p>" * 9)[0][0].text.startswith(
        "\u2019\u2014 \u05d0\u2014"
    )


def test_brackets_in_cells_of_their_own_between_a_mark_and_its_number_are_rejoined() -> None:
    (grid,) = grids(
        "<table><tr><td></td><td colspan=4>2021</td><td colspan=4>2020</td></tr>"
        "<tr><td>Net loss</td><td>$</td><td>(</td><td>11,484</td><td>)</td>"
        "<td>$</td><td>(</td><td>2,301</td><td>)</td></tr>"
        "<tr><td>Tax</td><td></td><td>(</td><td>84</td><td>)</td><td>(</td><td>$</td><td>31</td><td>)</td></tr>"
        "</table>"
    )
    assert table(grid)[1:] == [["Net loss", "$(11,484)", "$(2,301)"], ["Tax", "(84)", "($31)"]]
