"""HTML in, the same page out: well-formed, harmless, as printed."""

from __future__ import annotations

import pytest

from tests.writing.judging import Judge
from tests.writing.making import filing_of, gaap, money
from tests.writing.reading_back import parsed, printed_text, problems, source_text
from xbrlgen.filing import Filing
from xbrlgen.writing.files import inline_page

XHTML = "{http://www.w3.org/1999/xhtml}"
IX = "{http://www.xbrl.org/2013/inlineXBRL}"


def page_of(body: str, head: str = "") -> tuple[bytes, Filing, dict[str, str]]:
    """The page written for a source, its filing, and what was removed."""
    filing = filing_of(f"<html><head>{head}</head><body>{body}</body></html>".encode(), [])
    page, findings = inline_page(filing)
    assert problems(page) == []
    assert printed_text(page) == source_text(filing)
    return page, filing, {finding.about[0]: finding.message for finding in findings}


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("<script>alert(1)</script>x", "script"),
        ('<p onclick="x()">x</p>', "event handler"),
        ('<iframe src="http://a.example/"></iframe>x', "iframe"),
        ('<a href="javascript:x()">x</a>', "link out of the filing"),
        ('<a href="http://a.example/">x</a>', "link out of the filing"),
        ('<img src="http://a.example/x.gif"/>x', "picture from elsewhere"),
        ('<p style="background:url(http://a.example/x.gif)">x</p>', "style that loads or runs"),
        ('<p style="width:expression(alert(1))">x</p>', "style that loads or runs"),
        ("<form><input value='1'/>x</form>", "input"),
        ("<object data='a.swf'>x</object>", "object"),
    ],
)
def test_what_runs_or_loads_is_taken_out_and_told(body: str, what: str) -> None:
    page, _, removed = page_of(body)
    assert what in removed
    for active in (
        b"<script",
        b"onclick",
        b"javascript:",
        b"a.example",
        b"expression",
        b"<iframe",
        b"<object",
    ):
        assert active not in page


def test_the_names_of_facts_that_a_page_had_are_let_go() -> None:
    page, _, _ = page_of('<p id="a">x <ix:nonFraction id="f-1.2">5</ix:nonFraction></p>')
    assert b'id="a"' in page
    assert b"f-1.2" not in page


def test_style_sheets_stay_without_what_they_load() -> None:
    sheet = "@import url(http://a.example/x.css); p { color: red } b { background: url(//a.example/y) }"
    page, _, _ = page_of("<p>x</p>", f"<style>{sheet}</style>")
    style = parsed(page).findtext(f"{XHTML}head/{XHTML}style")
    assert "color: red" in style
    assert "a.example" not in style


def test_style_sheets_say_the_same_in_html_and_in_xml() -> None:
    page, _, _ = page_of("<p>x</p>", "<style><!-- div > p:after { content: '\u2014 <&' } --></style>")
    assert b"<style type=\"text/css\"> div > p:after { content: '\\2014  \\3c \\26 ' } </style>" in page


def test_edgar_takes_ascii_without_a_caret() -> None:
    page, _, _ = page_of("<p title='a^b'>2^3 \u2014 \u00a0\u00e9 &amp; x</p>")
    assert page.isascii()
    assert b"^" not in page
    assert "2^3 \u2014 \u00a0\u00e9 & x" in "".join(parsed(page).itertext())


def test_pictures_beside_or_in_the_page_stay() -> None:
    page, _, removed = page_of('<p>x<img src="logo.jpg"><img src="data:image/gif;base64,R0lGOD=="></p>')
    sources = [image.get("src") for image in parsed(page).iter(f"{XHTML}img")]
    assert sources == ["logo.jpg", "data:image/gif;base64,R0lGOD=="]
    assert removed == {}


@pytest.mark.parametrize(
    ("body", "style"),
    [
        ('<font color="#FF0000" size="2" face="Arial Narrow">x</font>', "color:#FF0000;font-size:small"),
        ('<td bgcolor="cceeff" nowrap>x</td>', "background-color:#cceeff;white-space:nowrap"),
        ('<p align="center">x</p>', "text-align:center"),
        ("<u>x</u>", "text-decoration:underline"),
        ('<table width="80%"><tr><td>x</td></tr></table>', "width:80%"),
    ],
)
def test_old_attributes_become_styles(body: str, style: str) -> None:
    around = f"<table><tr>{body}</tr></table>" if body.startswith("<td") else body
    page, _, _ = page_of(around)
    assert style in page.decode()


def test_ids_are_names_that_nothing_else_has_and_links_follow() -> None:
    page, _, _ = page_of('<a name="1 a">x</a><p id="1 a">y</p><a href="#1 a">z</a>')
    tree = parsed(page)
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids)) == 2
    assert [a.get("href") for a in tree.iter(f"{XHTML}a") if a.get("href")] == [f"#{ids[0]}"]


def test_a_number_cut_by_markup_is_joined_and_tagged(arelle: Judge) -> None:
    body = "<p>Revenue $(<b>1,</b><font size=1>301</font>) thousand</p>"
    filing = filing_of(
        f"<html><body>{body}</body></html>".encode(),
        [(money("f1", gaap("Revenues"), "-1301000"), "$(1,301)")],
    )
    page, findings = inline_page(filing)
    assert findings == ()
    fact = next(parsed(page).iter(f"{IX}nonFraction"))
    assert (fact.text, fact.get("scale"), fact.get("sign")) == ("1,301", "3", "-")
    assert printed_text(page) == source_text(filing)
    assert problems(page) == []


@pytest.mark.parametrize(
    "printed", ["24,&#8203;279", "24,&shy;2&#8288;79", "&#8206;24,279&#8207;", "<b>2</b>4&#65279;,<i>279</i>"]
)
def test_a_number_with_characters_that_arent_seen_is_tagged_whole(printed: str) -> None:
    body = f"<p>Revenue {printed} and 24&#183;279 thousand</p>"
    filing = filing_of(f"<html><body>{body}</body></html>".encode(), [])
    assert filing.proved is not None
    text = filing.proved.document.sources[0].text
    shown = text[len("Revenue ") : text.index(" and")]
    facts = [
        (money("f1", gaap("Revenues"), "24279000"), shown),
        (money("f2", gaap("CostOfRevenue"), "24279000"), "24\u00b7279"),
    ]
    filing = filing_of(f"<html><body>{body}</body></html>".encode(), facts)
    page, findings = inline_page(filing)
    assert [finding.about for finding in findings] == [("f2",)]
    fact = next(each for each in parsed(page).iter(f"{IX}nonFraction") if each.get("id") == "f1")
    assert (fact.text, fact.get("scale"), fact.get("decimals")) == ("24,279", "3", "-3")
    assert printed_text(page) == source_text(filing)


def test_digits_in_two_cells_are_not_joined() -> None:
    body = "<table><tr><td>Revenue</td><td>1,</td><td>301</td></tr></table>"
    filing = filing_of(f"<html><body>{body}</body></html>".encode(), [])
    assert filing.proved is not None
    text = filing.proved.document.sources[0].text
    printed = text[text.index("1,") : text.index("301") + 3]
    filing = filing_of(
        f"<html><body>{body}</body></html>".encode(), [(money("f1", gaap("Revenues"), "1301000"), printed)]
    )
    page, findings = inline_page(filing)
    assert [finding.code for finding in findings] == ["writing.not-as-printed"]
    assert next(parsed(page).iter(f"{IX}hidden")).find(f"{IX}nonFraction").text == "1301000"
    assert printed_text(page) == source_text(filing)


def test_a_comment_cannot_break_the_page() -> None:
    page, _, _ = page_of("<p>x<!-- a -- b --->y</p><!--[if IE]><script>z()</script><![endif]-->")
    assert b"<!--" not in page


def test_facts_of_an_earlier_inline_page_are_plain_text_again() -> None:
    header = '<ix:header><ix:hidden><ix:nonNumeric name="a">q</ix:nonNumeric></ix:hidden></ix:header>'
    body = f'<div style="display:none">{header}</div><p><ix:nonFraction name="a">1,301</ix:nonFraction></p>'
    page, _, _ = page_of(body)
    assert not list(parsed(page).iter(f"{IX}nonFraction"))


def test_a_cell_of_ten_million_characters() -> None:
    page, _, _ = page_of("<table><tr><td>" + "word " * 2_000_000 + "</td></tr></table>")
    assert len(page) > 10_000_000


def test_right_to_left_marks_and_control_characters_stay_or_are_replaced() -> None:
    page, _, _ = page_of("<p>a\u202eb\u200fc\x01d&#x0b;e</p>")
    text = "".join(parsed(page).itertext())
    assert "a\u202eb\u200fc" in text
    assert "\ufffd" in text


def sheet_of(head: str, body: str = "<p>x</p>") -> str:
    """The style sheets of the page made of a head."""
    page, _, _ = page_of(body, head)
    return "".join(parsed(page).xpath("//*[local-name()='style']/text()"))


def test_a_sheet_for_print_stays_one() -> None:
    sheet = sheet_of('<style media="print">table { display: none }</style>')
    assert sheet == "@media print {table { display: none }}"


@pytest.mark.parametrize("media", ['"all"', '""', '"ALL "'])
def test_a_sheet_for_all_media_stays_as_it_is(media: str) -> None:
    assert sheet_of(f"<style media={media}>p {{ color: red }}</style>") == "p { color: red }"


@pytest.mark.parametrize(
    "head",
    [
        '<style type="text/less">p { color: red }</style>',
        "<noscript><style>p { display: none }</style></noscript>",
        '<style media="} p { color: red }">p { color: red }</style>',
    ],
)
def test_a_sheet_that_browsers_dont_follow_isnt_followed(head: str) -> None:
    assert sheet_of(head) in ("", "@media not all {p { color: red }}")


def test_of_a_rule_only_what_loads_is_taken_out() -> None:
    rule = "p { color: red; background: url(//a.example/y); margin: 0 }"
    sheet = sheet_of(f"<style>/* not }} this */ {rule} q {{ quotes: none }}</style>")
    assert " ".join(sheet.split()) == "p { color: red; margin: 0 } q {quotes: none}"


def test_bullets_written_as_escapes_stay() -> None:
    rule = r'li:before { content: "\2022 \20" }'
    assert sheet_of(f"<style>{rule}</style>") == rule


@pytest.mark.parametrize(
    "style",
    [r"background:\75rl(//a.example/y)", "background:u/**/rl(//a.example/y)", r"width:\65 xpression(a)"],
)
def test_what_loads_is_found_behind_escapes_and_comments(style: str) -> None:
    page, _, removed = page_of(f"<p style='{style}'>x</p>", f"<style>p {{ {style} }}</style>")
    assert "style that loads or runs" in removed
    assert b"a.example" not in page
    assert b"xpression" not in page


def test_a_style_sheet_from_elsewhere_is_told() -> None:
    head = '<link rel="stylesheet" href="site.css"><link rel="icon" href="i.ico">'
    _, _, removed = page_of("<p>x</p>", head)
    assert list(removed) == ["style sheet from elsewhere"]


def test_what_an_attribute_hides_stays_hidden() -> None:
    page, filing, _ = page_of("<p hidden>draft 1,234</p><table><tr><td hidden>2</td><td>3</td></tr></table>")
    assert filing.proved is not None
    assert "1,234" not in filing.proved.document.sources[0].text
    assert page.count(b'<p style="display:none">') == page.count(b'<td style="display:none">') == 1


def test_what_the_parser_puts_into_empty_elements_stays() -> None:
    body = '<object data="a"><embed src="b">words</object><video><source src="c"><p>more</p></video>'
    page, _, removed = page_of(f"{body}<picture><source srcset='d'><img src='logo.gif'></picture>")
    assert b"logo.gif" in page
    assert {"embed", "source", "video", "object"} <= set(removed)


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 1900 + "deep" + "".join(f"<b>x</b>y{n}</div>z{n}" for n in range(1900)),
        "<p>first</p>" + "<i>" * 2100 + "cut",
        "<font>" * 1500 + "<table><tr><td>1</td></tr></table>",
        "<div>" * 490 + "<table><tr><td>" * 9 + "x" + "</td></tr></table>" * 9 + "y",
        "<ul><li>z" * 700,
    ],
)
def test_nothing_is_nested_deeper_than_browsers_nest_it(body: str) -> None:
    page, _, _ = page_of(body)
    steps = "/".join(["*"] * 512)
    assert not parsed(page).xpath(f"boolean({steps})")
