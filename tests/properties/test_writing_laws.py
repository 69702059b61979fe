"""Laws of writing: what goes in comes out, whole and harmless."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

from arelle import FunctionIxt
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.effort import tries
from tests.writing.making import filing_of, money, own
from tests.writing.reading_back import parsed, printed_text, problems, source_text
from xbrlgen.reading.given.folding import INVISIBLE
from xbrlgen.writing.edgar.page import edgar_page
from xbrlgen.writing.files import inline_page
from xbrlgen.writing.inline.transformations import numeric
from xbrlgen.writing.names import IXT, clean, escape
from xbrlgen.writing.tables.records import facts_csv

TEXT = st.text(
    st.one_of(
        st.characters(codec="utf-8", exclude_categories=["Cs"]),
        st.sampled_from("<>&\"']]>-–—$%()|*#\u202e\ufdd0"),
    ),
    max_size=40,
)
_TAGS = """p div span b font center table tr td th ul li a h1 u pre o:p dl dt dd tbody thead tfoot caption col
q del cite dir menu
form input img br hr blockquote sup big ins object label button section nobr script style svg title"""
TAGS = st.sampled_from(_TAGS.split())
_GIVEN = """align="center"|onclick="x()"|bgcolor="red"|id="a"|id="1 2"|style="color:red"|class=""|name="a"|
style="width:expression(1)"|href="javascript:x()"|colspan="2%"|lang="en"|width="50%"|size="+1"|data-x="1" """
# Elements that EDGAR takes in no page (filer manual, 5.2.5) and that XHTML would have.
_REFUSED = {
    "acronym",
    "bdo",
    "button",
    "cite",
    "col",
    "colgroup",
    "dd",
    "del",
    "ins",
    "legend",
    "map",
    "q",
    "style",
}
ATTRIBUTES = st.sampled_from(["", *(f" {given.strip()}" for given in _GIVEN.split("|"))])


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Tag soup with text in it."""
    parts = draw(
        st.lists(
            st.one_of(
                TEXT.map(lambda text: text.replace("<", "&lt;")),
                st.builds(lambda tag, given: f"<{tag}{given}>", TAGS, ATTRIBUTES),
                TAGS.map(lambda tag: f"</{tag}>"),
            ),
            max_size=30,
        )
    )
    return f"<html><body><p>x</p>{''.join(parts)}</body></html>"


@given(st.decimals(min_value=0, max_value=10**12, places=2), st.sampled_from([0, 3, 6]), st.booleans())
def test_a_printed_number_is_read_back(number: Decimal, scale: int, negative: bool) -> None:
    text = f"$({number:,})" if negative else f"$ {number:,}"
    value = (-number if negative else number).scaleb(scale)
    reading = numeric(text, value, 2 - scale)
    assert reading is not None
    form = FunctionIxt.ixtNamespaceFunctions[IXT][reading.format.removeprefix("ixt:")]
    read = Decimal(form(text[reading.start : reading.end])).scaleb(reading.scale)
    assert (-read if reading.sign else read) == value


@settings(max_examples=tries(60))
@example(page="<html><body><p>x</p><dl><dt><p></body></html>")
@example(page="<html><body><p>x</p><ins><p>y</p></ins><del><div>z</div></del></body></html>")
@given(pages())
def test_any_page_becomes_valid_xhtml_that_says_the_same(page: str) -> None:
    filing = filing_of(page.encode(), [])
    written, _ = inline_page(filing)
    assert problems(written) == []
    assert printed_text(written) == source_text(filing)
    for_edgar = edgar_page(written, "ex").content
    assert problems(for_edgar) == []
    assert printed_text(for_edgar) == source_text(filing)
    assert not _REFUSED & {etree.QName(element).localname for element in parsed(for_edgar).iter("{*}*")}


@settings(max_examples=tries(60))
@given(st.lists(TEXT.map(lambda text: text.strip(INVISIBLE)), max_size=12).map("\n".join))
def test_any_text_is_printed_whole(text: str) -> None:
    filing = filing_of(f"Report\n\n{text}\n".encode(), [])
    written, _ = inline_page(filing)
    assert problems(written) == []
    assert printed_text(written) == source_text(filing)


@settings(max_examples=tries(40))
@given(TEXT)
def test_no_text_is_more_than_text_in_xml(text: str) -> None:
    element = etree.fromstring(f'<a b="{escape(text)}">{escape(text)}</a>')
    assert len(element) == 0
    assert (element.text or "") == clean(text).replace("\r\n", "\n").replace("\r", "\n")


@settings(max_examples=tries(40))
@given(TEXT, st.sampled_from("=+-@＝＋－＠"))
def test_a_spreadsheet_runs_nothing(text: str, sign: str) -> None:
    label = sign + "".join(character for character in text if character.isprintable())
    concept = own("Thing", label=label)
    filing = filing_of("Thing 5", [(money("f1", concept, "5", 0), "5")], extensions=(concept,))
    rows = list(csv.DictReader(io.StringIO(facts_csv(filing).decode())))
    assert rows[0]["value"] == "5"
    assert rows[0]["label"].startswith(f"'{sign}")
