"""Laws of serialising: a page is the same, however it comes to be written."""

from __future__ import annotations

from hypothesis import assume, given, settings
from lxml import etree

from tests.effort import tries
from tests.properties.test_writing_laws import pages
from tests.writing.making import filing_of
from xbrlgen.places import Format
from xbrlgen.writing.html.marking import Page
from xbrlgen.writing.html.page import finish, html_page
from xbrlgen.writing.html.serialising import serialise


def serialised(source: str, *, one_by_one: bool) -> bytes:
    """A page as it is written, its elements given their names and attributes all together or one by one."""
    proved = filing_of(source.encode(), []).proved
    assert proved is not None
    assume(proved.document.sources[0].format is Format.HTML)
    page = html_page(proved.document.sources[0], set(), {})
    finish(page, page.elements if one_by_one else ())
    root = etree.Element("html")
    etree.SubElement(root, "body").append(page.content)
    return serialise(Page(root, page.elements, (), page.moved, page.dead)).content


@settings(max_examples=tries(60))
@given(pages())
def test_tags_looked_up_by_how_they_are_written_are_those_of_each_element(page: str) -> None:
    assert serialised(page, one_by_one=False) == serialised(page, one_by_one=True)
