"""Text that style sheets hide is no part of a release; what they show, or a script shows, is."""

from __future__ import annotations

from pathlib import Path

import pytest

from xbrlgen import build, read

ROWS = """<table><tr><td></td><td>2019</td><td>2018</td></tr>
<tr class="line"><td>Net sales</td><td class="now">1,200</td><td>1,100</td></tr>
<tr class="spare row"><td>Sales as drafted</td><td>9,999</td><td>8,888</td></tr>
<tr><td>Net income</td><td id="net">300</td><td>200</td></tr></table>"""
ALL = ["1,200", "1,100", "9,999", "8,888", "300", "200"]
REST = ["1,200", "1,100", "300", "200"]


def shown(css: str, *, body: str = ROWS) -> list[str]:
    said = "<p>Kestrel Widgets makes widgets, and has done so for many years in many places.</p>"
    page = f"<html><head><style>{css}</style></head><body>{said * 3}{body}</body></html>"
    return [each.print for each in read(page).verdicts if not each.print.startswith("201")]


@pytest.mark.parametrize(
    "css",
    [
        ".spare { display: none }",
        "tr.spare{DISPLAY:NONE!important}",
        ".spare td { display: none }",
        ".other, tr.row.spare { color: red; display: none; }",
        "<!-- /* kept */ .spare { display: none } -->",
        "@media screen { .spare { display: none } }",
        "@media print { p { color: red } } .spare { display: none } /* never closed .spare { color: red }",
        "table tr.spare > td { display: none } tr.spare td { display: none }",
        "body > table tr.spare td { display: none } .spare > td { display: none }",
        "@supports (display: grid) { .spare { display: none } } .a { color: (red",
        ".row { display: table-row } tr.spare { display: none }",
    ],
)
def test_what_a_style_sheet_hides_is_not_read(css: str) -> None:
    assert shown(css) == REST


@pytest.mark.parametrize(
    "css",
    [
        "@media print { .spare { display: none } }",
        ".spare { display: none } .row { display: table-row }",
        ".spare { display: none } @media (min-width: 768px) { .row { display: table-row } }",
        ".spare:hover { display: none }",
        "table { display: none }",
        ".spare + tr { display: none }",
        ".unspare { display: none }",
    ],
)
def test_what_a_style_sheet_shows_after_all_is_read(css: str) -> None:
    assert shown(css) == ALL


def test_a_style_of_its_own_shows_what_a_class_hides() -> None:
    body = ROWS.replace('<tr class="spare row">', '<tr class="spare" style="display:table-row">')
    assert shown(".spare { display: none }", body=body) == ALL


@pytest.mark.parametrize(
    ("css", "read"),
    [
        (".spare { visibility: hidden }", REST),
        (".spare td { VISIBILITY : collapse !important }", REST),
        ("#net { visibility: hidden }", ["1,200", "1,100", "9,999", "8,888", "200"]),
        (".row { visibility: visible } tr.spare { visibility: hidden }", REST),
        (".spare { visibility: hidden } .spare td { visibility: visible }", ALL),
        (".spare { backface-visibility: hidden; display: table-row }", ALL),
        ("table { visibility: hidden }", ALL),
        ("@media print { .spare { visibility: hidden } }", ALL),
    ],
)
def test_what_a_style_sheet_keeps_from_being_seen_is_not_read(css: str, read: list[str]) -> None:
    assert shown(css) == read


@pytest.mark.parametrize(
    ("style", "read"),
    [
        ("visibility:hidden", REST),
        ("color:red; Visibility : Collapse", REST),
        ("backface-visibility:hidden", ALL),
        ("visibility:visible", ALL),
    ],
)
def test_what_a_style_of_its_own_keeps_from_being_seen_is_not_read(style: str, read: list[str]) -> None:
    assert shown("", body=ROWS.replace('class="spare row"', f'style="{style}"')) == read


def test_what_is_seen_in_what_is_not_is_read() -> None:
    body = (
        '<div style="visibility:hidden">Draft 9,999 <b style="visibility:visible">1,200</b> 8,888</div> 300'
    )
    assert shown("", body=f"<p>{body}</p>") == ["1,200", "300"]


def test_an_unseen_cell_keeps_its_place() -> None:
    """A mark put there unseen, so that the figures stand below each other, moves no column."""
    cell = '<td style="visibility:hidden">9</td>'
    rows = f"<tr><td>Net sales</td>{cell}<td>1,200</td>{cell}<td>1,100</td></tr>"
    heads = "<tr><td></td><td></td><td>2019</td><td></td><td>2018</td></tr>"
    caption = "<p>Statements of Income, years ended December 31 (in thousands)</p>"
    document = read(f"<html><body>{caption}<table>{heads}{rows}</table></body></html>")
    (statement,) = document.statements
    columns = [statement.columns[each.column] for each in statement.entries]
    years = [each.period.end.year for each in columns if each.period and each.period.end]
    assert [(each.figure.print, year) for each, year in zip(statement.entries, years, strict=True)] == [
        ("1,200", 2019),
        ("1,100", 2018),
    ]


def test_one_hidden_cell_leaves_the_others_of_its_row_in_their_columns() -> None:
    assert shown("#net { display: none }") == ["1,200", "1,100", "9,999", "8,888", "200"]


def test_a_page_that_a_script_shows_is_read_whole() -> None:
    assert shown(".waiting { display: none }", body=f'<div class="waiting">{ROWS * 9}</div>') == ALL * 9


def test_tables_in_tables_and_tables_by_style_sheets_are_hidden_alike() -> None:
    inner = f'<table><tr><td class="spare">{ROWS}</td></tr></table>'
    assert shown(".spare { display: none }", body=inner) == []
    grid = '<div class="g"><div>Net sales</div><div>1,200</div><div class="spare">9,999</div></div>'
    assert shown(".g { display: grid } .spare { display: none }", body=grid * 3) == ["1,200"] * 3


def test_what_is_hidden_stays_in_the_page_that_is_written(tmp_path: Path) -> None:
    dated = ROWS.replace("<td></td><td>2019", "<td>Year ended December 31, (in thousands)</td><td>2019")
    page = f"<html><head><style>.spare {{ display: none }}</style></head><body>{dated}</body></html>"
    filing = build(page)
    assert not [each for each in filing.verdicts if each.print in {"9,999", "8,888"}]
    filing.write(tmp_path)
    (written,) = tmp_path.glob("*.htm*")
    assert "<td>9,999</td>" in written.read_text(encoding="utf-8")
