"""Attributes and elements of old HTML: a browser shows the very same dots before and after."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from tests.writing.browsing import screenshot
from tests.writing.making import filing_of
from tests.writing.reading_back import printed_text, problems, source_text
from xbrlgen.writing.edgar.page import edgar_page
from xbrlgen.writing.files import inline_page

GIF = base64.b64encode(base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")).decode()
_RULES = """<hr><hr size=1><hr size=5 noshade><hr color=red><hr color="#00FF00" size=4 width=50% align=left>
<hr width=200 align=right size=2 color=navy noshade><hr style="color:#999999" size=3>"""
_TABLES = """<table width=50pt height=30><tr><td>a</td></tr></table>
<table width=0 border=1><tr><td width=0>a</td><td width="5em">b</td><td height=0>c</td></tr></table>
<table border=1><tfoot><tr><td>foot</tfoot>
<thead><tr><th>head</thead><tbody><tr><td rowspan=0>a<td>b<tr><td>c</table>
<table border><caption align=bottom>Below</caption><tr><td>x</td></tr></table>
<table border=2 cellspacing=4><tr><td bordercolor=blue>x</td></tr></table>
<table cellpadding=10 cellspacing=0 border=1><col width=100><col width=200 align=right><thead><tr><th>1<th>2
<tbody><tr><td>x<td>y<tfoot><tr><td>f<td>g</table>
<table width=100%><tr><td width=33%>1<td width="67 %">2</table>"""
_LISTS = """<ol start=3 type=i><li>a<li value=7>b<li>c</ol>
<ol reversed><li>x<li>y</ol><ol start=-1><li>m<li>n</ol>
<ul type=square><li>s</ul><menu><li>m</menu><dl compact><dt>a<dd>b</dl>"""
_PICTURES = f"""<img src="data:image/gif;base64,{GIF}" width=30 height=30 align=middle hspace=4 border=2>
<img src="data:image/gif;base64,{GIF}" width=10% height=20px vspace=3>"""
_WORDS = """<pre width=80>set 1,234</pre><pre wrap>wrapped</pre>
<center><table><tr><td>mid</td></tr></table></center>
<div align=right><table><tr><td>right</td></tr></table>words</div>
<font size="+2" color="red" face="Arial">f</font>
<big>b<big>c</big></big><u>u</u><strike>s</strike><nobr>n</nobr> <mark>m</mark> <ins>i</ins><s>s</s>
<p hidden>hid</p><blockquote>q</blockquote><figure>f<figcaption>c</figcaption></figure>
<h1 align=center>h</h1>"""


@pytest.mark.parametrize("kind", ["", "<!DOCTYPE html>"])
def test_a_browser_shows_the_same_dots(kind: str, tmp_path: Path) -> None:
    body = "\n".join((_RULES, _TABLES, _LISTS, _PICTURES, _WORDS))
    margins = "marginheight=30 marginwidth=40 text=navy bgcolor=#fffff0"
    sheets = ("<style media=print>td { color: red }</style>", "<style>p { background: url(//a.b) }</style>")
    head = "".join(sheets)
    source = f"{kind}<html><head>{head}</head><body {margins}>{body}</body></html>".encode()
    page, _ = inline_page(filing_of(source, []))
    assert _picture(page, tmp_path / "after.htm") == _picture(source, tmp_path / "before.htm")


_ASKING = """td[align=right] { color: red } td[nowrap] { background: yellow } tr[data-k] b { color: green }
td[align='CENTER'] { border: 2px solid blue } td[ colspan = "2" ] { padding: 9px }
p[class~=big] { font-size: 22px } p[title^="No" i] { margin-left: 30px }
p[title$=x], p[lang|=en] { color: navy } p[title*='o, '] { font-weight: bold }
table td[align="left"][valign] { background: silver } @media print { td[width] { color: white } }"""
_ASKED = """<table><tr><td align=right>1</td><td nowrap>2</td><td align=center>3</td>
<td align=Left valign=top>4</td></tr>
<tr data-k=1><td colspan=2><b>5</b></td><td align="right " width=90>6</td></tr></table>
<p class="a big">7</p><p title="no, x">8</p><p lang=en-US>9</p><p lang=end title="o">10</p>"""


def test_style_sheets_ask_of_attributes_as_before(tmp_path: Path) -> None:
    source = f"<html><head><style>{_ASKING}</style></head><body>{_ASKED}</body></html>".encode()
    page, _ = inline_page(filing_of(source, []))
    assert b"asked-" in page
    wanted = _picture(source, tmp_path / "before.htm")
    assert _picture(page, tmp_path / "after.htm") == wanted
    assert _picture(edgar_page(page, "ex").content, tmp_path / "edgar.htm") == wanted


@pytest.mark.parametrize(("kind", "end"), [("", ""), ("", "</p>"), ("<!DOCTYPE html>", "")])
def test_a_table_in_a_paragraph_stands_where_the_paragraph_is_set(
    kind: str, end: str, tmp_path: Path
) -> None:
    table = "<table border=1><tr><td>x</td></tr></table>"
    second = f"<p align=right style='margin:9px'>{table}{end}"
    body = f"<p>before</p><p align=center>\n{table}{end}{second}<p>after</p>"
    source = f"{kind}<html><body>{body}</body></html>".encode()
    filing = filing_of(source, [])
    page, _ = inline_page(filing)
    assert problems(page) == []
    assert printed_text(page) == source_text(filing)
    assert _picture(page, tmp_path / "after.htm") == _picture(source, tmp_path / "before.htm")


def test_a_table_behind_an_empty_paragraph_stays_behind_it() -> None:
    table = "<table><tr><td>x</td></tr></table>"
    page, _ = inline_page(filing_of(f"<html><p align=center></p>{table}<p>{table}</p></html>".encode(), []))
    assert page.count(b"<p></p>") + page.count(b'<p style="text-align:center"></p>') == 2


def test_styles_of_elements_that_get_another_name_are_followed(tmp_path: Path) -> None:
    sheet = """section { padding-left: 50px } article > header, center{color:red} font b{font-size:30px}
      @media screen { footer.low, main figure { border: 2px solid } } .section, #font { color: lime }
      @page { margin: 1in } p.a section { color: red } Nav{background:#eee} u:first-child{color:navy}"""
    body = """<nav>n</nav><article><header>h</header><section>s</section><center>c</center>
      <font>f<b>b</b></font><p><u>u</u><u>v</u></p><footer class=low>l</footer><footer>m</footer></article>
      <p class=section id=font>p</p>"""
    source = f"<!DOCTYPE html><html><head><style>{sheet}</style></head><body>{body}</body></html>".encode()
    page, _ = inline_page(filing_of(source, []))
    assert problems(page) == []
    assert _picture(page, tmp_path / "after.htm") == _picture(source, tmp_path / "before.htm")
    edgar = edgar_page(page, "ex")
    assert edgar.left == 0


def _picture(page: bytes, path: Path) -> bytes:
    path.write_bytes(page)
    picture = path.with_suffix(".png")
    screenshot(path, picture)
    return picture.read_bytes()
