"""The page for EDGAR: the same to see, without what EDGAR refuses; and what its own rule set says of it."""

from __future__ import annotations

import base64
import zipfile
from pathlib import Path

import pytest

from tests.effort import EFFORT
from tests.shared import shared
from tests.writing.accepting import releases
from tests.writing.browsing import screenshot, seen
from tests.writing.edgar_rules import VARIABLE, judged_by_rules, rules_python
from tests.writing.making import ENTITY, QUARTER, filing_of, gaap
from tests.writing.reading_back import parsed, printed_text, problems
from xbrlgen import build, validate
from xbrlgen.model import Fact
from xbrlgen.reading.pages.style_sheets import Kin, read_sheets
from xbrlgen.writing import write
from xbrlgen.writing.edgar.page import EdgarPage, edgar_page
from xbrlgen.writing.files import inline_page

XHTML = "{http://www.w3.org/1999/xhtml}"
GIF = base64.b64encode(b"GIF89a\x01\x00\x01\x00\x00\x00\x00;").decode()


def edgar_of(body: str, head: str = "") -> EdgarPage:
    """The page for EDGAR of a source."""
    filing = filing_of(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(), [])
    page, _ = inline_page(filing)
    made = edgar_page(page, "ex")
    assert problems(made.content) == []
    assert printed_text(made.content) == printed_text(page)
    return made


def styles_of(made: EdgarPage, tag: str) -> list[str]:
    """The style attributes of all elements of a name."""
    return [element.get("style", "") for element in parsed(made.content).iter(f"{XHTML}{tag}")]


@pytest.mark.parametrize(
    ("sheet", "style"),
    [
        ("p { color: red } p { color: blue }", "color:blue"),
        ("p.a { color: red } p { color: blue }", "color:red"),
        ("#i { color: red } p.a.b { color: blue }", "color:red"),
        ("div p, h1 { color: red }", "color:red"),
        ("body > p { color: red }", ""),
        ("div > p { color: red }", "color:red"),
        ("h2 + p { color: red }", "color:red"),
        ("h1 + p { color: red }", ""),
        ("p:first-child { color: red }", ""),
        (":where(p, h1) { color: red } * { color: blue }", "color:blue"),
        ("@media print { p { color: red } }", ""),
        ("@media (max-width: 9em) { p { color: red } }", ""),
        ("@media screen { p { color: red } } p { margin: 0 }", "color:red;margin:0"),
        ("/* p { color: red } */ @font-face { font-family: x }", ""),
        ('p { font-family: "A B", serif }', "font-family:'A B',serif".replace(",", ", ")),
    ],
)
def test_a_style_attribute_says_what_the_sheet_said(sheet: str, style: str) -> None:
    made = edgar_of('<div><h2>x</h2><p class="a b" id="i">y</p></div>', f"<style>{sheet}</style>")
    assert styles_of(made, "p") == [style]
    assert b"<style" not in made.content
    assert made.left == 0


def test_an_own_style_wins_over_a_sheet_unless_that_is_urgent() -> None:
    sheet = "p { color: red; margin: 0 !important }"
    made = edgar_of('<p style="color:blue;margin:1em">x</p>', f"<style>{sheet}</style>")
    assert styles_of(made, "p") == ["color:red;color:blue;margin:1em;margin:0 !important"]


def test_rules_that_a_style_attribute_cant_say_are_counted() -> None:
    sheet = read_sheets(["tr:nth-child(2) td { color: red } a:hover { color: red } td { color: blue }"])
    assert sheet.left == 2
    assert sheet.style(Kin("td", {}), "") == "color:blue"


def test_what_edgar_refuses_is_said_otherwise() -> None:
    body = """<dl><dt>x</dt><dd>y</dd></dl>
    <p><cite>c</cite> <del>d</del> <acronym>e</acronym> <a name="n">f</a></p>
    <table><col width="30%"><col><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>"""
    made = edgar_of(body)
    gone = {"dl", "dd", "cite", "del", "acronym", "a", "col", "style"}
    assert not gone & {str(element.tag).removeprefix(XHTML) for element in parsed(made.content).iter("{*}*")}
    assert not made.content.lower().count(b"<!doctype")
    assert styles_of(made, "td") == ["width:30%;box-sizing:border-box", "", "", ""]


@pytest.mark.parametrize("before", [0, 1, 2, 3])
def test_a_table_around_tables_becomes_boxes(before: int) -> None:
    inner = '<table border="1"><tr><td>1</td></tr></table>'
    body = inner * before + f"<table><tr><td>{inner}</td><td>2</td></tr></table>" + inner * before
    made = edgar_of(body)
    tables = list(parsed(made.content).iter(f"{XHTML}table"))
    assert len(tables) == 2 * before + 1
    assert not any(table.findall(f".//{XHTML}table") for table in tables)
    assert sum(style.startswith("display:table-cell") for style in styles_of(made, "div")) == 2


@pytest.mark.parametrize("given", ["", "cellspacing=0 cellpadding=7", "width=90% align=center"])
def test_boxes_stand_where_the_cells_of_the_table_stood(given: str, tmp_path: Path) -> None:
    inner = '<table border="1"><tr><td>1<br>2<br>3</td></tr></table>'
    rows = f"<tr><td>{inner}</td><td>beside</td></tr><tr valign=top><td>below</td><td>{inner}</td></tr>"
    page, _ = inline_page(filing_of(f"<html><table {given}>{rows}</table></html>".encode(), []))
    before, after = (tmp_path / "before.htm", page), (tmp_path / "after.htm", edgar_page(page, "ex").content)
    pictures = []
    for path, content in (before, after):
        path.write_bytes(content)
        screenshot(path, path.with_suffix(".png"))
        pictures.append(path.with_suffix(".png").read_bytes())
    assert pictures[0] == pictures[1]


def test_a_picture_in_the_page_becomes_a_file_of_the_zip(tmp_path: Path) -> None:
    source = f'<html><body><p>x<img src="data:image/gif;base64,{GIF}"></p></body></html>'
    written = write(filing_of(source.encode(), []), tmp_path / "out")
    with zipfile.ZipFile(next(path for path in written.paths if path.name == "ex-20240930.zip")) as package:
        assert package.read("ex-20240930-p1.gif").startswith(b"GIF89a")
        assert b'src="ex-20240930-p1.gif"' in package.read("ex-20240930.htm")
    assert b"data:image/gif" in (tmp_path / "out/ex-20240930.htm").read_bytes()


def test_a_state_is_hidden_for_all_and_tagged_where_it_is_printed_for_edgar(tmp_path: Path) -> None:
    fact = Fact("f1", gaap("dei:EntityIncorporationStateCountryCode"), ENTITY, QUARTER, "DE")
    write(filing_of("A company of Delaware.", [(fact, "Delaware")]), tmp_path / "out")
    page = (tmp_path / "out/ex-20240930.htm").read_bytes()
    assert b"-sec-ix-hidden:f1" in page
    assert b"ixt-sec" not in page
    with zipfile.ZipFile(tmp_path / "out/ex-20240930.zip") as package:
        package.extractall(tmp_path / "edgar")
    tagged = (tmp_path / "edgar/ex-20240930.htm").read_bytes()
    assert b'format="ixt-sec:stateprovnameen">Delaware</ix:nonNumeric>' in tagged
    assert b"ix:hidden" not in tagged
    report = validate(tmp_path / "edgar/ex-20240930.htm", arelle=True)
    assert [each for each in report.findings if "ransformation" in each.message] == []


def test_cells_are_as_wide_as_their_columns_were(tmp_path: Path) -> None:
    columns = "<col width=100><col width=200><tr><td>1<td>2</table>"
    filing = filing_of(f"<table border=1 cellpadding=10>{columns}".encode(), [])
    page, _ = inline_page(filing)
    before, after = seen(page, tmp_path), seen(edgar_page(page, "ex").content, tmp_path)
    assert after.boxes == before.boxes


@pytest.mark.parametrize("name", ["COST_FY2023Q1.txt", "BKE_FY2024Q3.html", "SQSP_2024Q1.html"])
def test_a_browser_shows_the_same_without_style_sheets(name: str, tmp_path: Path) -> None:
    page, _ = inline_page(build(shared(f"releases/{name}")))
    before, after = seen(page, tmp_path), seen(edgar_page(page, "ex").content, tmp_path)
    assert (after.cells, after.text, after.boxes) == (before.cells, before.text, before.boxes)


_OF_EACH_SHAPE = ["BKE_FY2024Q3.html", "FORA_2024Q3.md", "COST_FY2023Q1.txt"]
RELEASES = [path.name for path in releases()] if EFFORT == "long" else _OF_EACH_SHAPE


@pytest.mark.parametrize("name", RELEASES)
def test_the_rule_set_of_the_sec_has_nothing_unexplained_to_say(name: str) -> None:
    python = rules_python()
    if python is None:
        pytest.skip(f"the SEC's rule set isn't here: {VARIABLE} names no Python that has it")
    folder = "seed" if name.startswith("liveperson") else "releases"
    said = judged_by_rules(python, shared(f"{folder}/{name}"))
    assert [message for message in said if not message.reason] == []


_MIXED = """<div class="a"><ul><li>one<ul><li>two</li></ul></li></ul><p>three</p><ol><li><p>four</p></li></ol>
<table><tr><td><ul><li>five</li></ul></td><td style="color:red">6</td></tr></table>
<table><col width="20"><col width="30"><tr><td>7</td><td>8</td></tr><tr><td>9</td></tr></table>
<q>ten</q> <a>eleven</a> <img src="data:image/gif;base64,{gif}"></div>"""


@pytest.mark.parametrize(
    "sheet", ["li li { color: red }", "ul ul { margin: 0 } p { color: blue }", "table p { margin: 0 }", ""]
)
def test_what_rules_do_not_speak_of_stays_as_when_all_is_looked_at(sheet: str) -> None:
    body = _MIXED.format(gif=GIF)
    some, every = (
        edgar_of(body, f"<style>{sheet} {rule}</style>") for rule in ("", ".nowhere { color: red }")
    )
    assert (some.content, some.pictures) == (every.content, every.pictures)
    assert some.pictures
    assert "color:red" in "".join(styles_of(some, "td"))


@pytest.mark.parametrize(
    ("sheet", "names"),
    [
        ("ul li p { color: red }", {"ul", "li", "p"}),
        ("ul > li { color: red }", None),
        ("p + p { color: red }", None),
        (".a { color: red }", None),
        ("p.a { color: red }", {"p"}),
        ("li:first-child { color: red }", None),
    ],
)
def test_a_sheet_tells_which_elements_its_rules_speak_of(sheet: str, names: set[str] | None) -> None:
    assert read_sheets([sheet]).names == names
