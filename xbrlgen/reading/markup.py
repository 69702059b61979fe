"""HTML as a tree whose elements can be counted again, and as one text with the way back to its nodes.

`parse_html` is the door for everyone who must find the same nodes again: `Segment.node` is the position of
an element in ``root.iter()`` (comments and processing instructions count too), and it is the same each time
the same bytes are parsed with the same encoding.
"""

from __future__ import annotations

import re

from attrs import frozen
from lxml import etree

from xbrlgen.places import Segment
from xbrlgen.reading.boxes import Box, Boxes, Part, boxes_of
from xbrlgen.reading.raw_table import RawTable, Run
from xbrlgen.reading.walking import Walk

# Numeric references to 128-159 mean windows-1252 (HTML standard, "numeric character reference end state").
_OLD_REFERENCE = re.compile(rb"&#0*(1[2-5][0-9]);?")


def parse_html(raw: bytes, encoding: str) -> etree._Element:
    """The tree of the page; the same bytes always give the same elements in the same order.

    A page without any element gives an empty ``html``.
    """
    parser = etree.HTMLParser(encoding=encoding, huge_tree=True, no_network=True)
    try:
        root = etree.fromstring(_OLD_REFERENCE.sub(_modern_reference, raw), parser)
    except etree.XMLSyntaxError:
        root = None
    return etree.Element("html") if root is None else root


def _modern_reference(found: re.Match[bytes]) -> bytes:
    code = int(found.group(1))
    if not 128 <= code <= 159:
        return found.group()
    character = bytes([code]).decode("cp1252", errors="ignore")
    return f"&#{ord(character)};".encode() if character else b"&#32;"


@frozen
class Page:
    """A page as one text, its segments, and its paragraphs and tables in order."""

    text: str
    segments: list[Segment]
    blocks: list[Run | RawTable]


def read_page(root: etree._Element, first_line: int = 1) -> Page:
    """The visible text of a tree, with what belongs together."""
    loose = next(root.iter("p", "div", "center"), None) is None
    boxes = boxes_of(root)
    walk = Walk(_tables_around_tables(root, boxes), first_line - 1, boxes, preformatted=int(loose))
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "start":
            walk.start(element)
        elif event == "end":
            walk.end(element)
        else:
            walk.between(element)
    walk.close_run()
    return Page("".join(walk.parts), walk.segments, walk.blocks)


def _tables_around_tables(root: etree._Element, boxes: Boxes) -> set[etree._Element]:
    tables = {element for element, box in boxes.items() if box.part is Part.TABLE}
    around = set()
    inline = Box(Part.INLINE)
    for table in [*root.iter("table"), *tables]:
        if boxes.get(table) == inline:
            continue
        outer = next((each for each in table.iterancestors() if each.tag == "table" or each in tables), None)
        if outer is not None:
            around.add(outer)
    return around
