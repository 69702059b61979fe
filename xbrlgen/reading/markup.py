"""HTML as a tree whose elements can be counted again, and as one text with the way back to its nodes.

`parse_html` is the door for everyone who must find the same nodes again: `Segment.node` is the position of
an element in ``root.iter()`` (comments and processing instructions count too), and it is the same each time
the same bytes are parsed with the same encoding.
"""

from __future__ import annotations

import re
from typing import Any

from attrs import frozen
from lxml import etree

from xbrlgen.places import Segment
from xbrlgen.reading.boxes import Box, Part, boxes_of, inline_parts
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


def read_page(root: etree._Element, first_line: int = 1, *, with_boxes: bool = True) -> Page:
    """The visible text of a tree, with what belongs together; without boxes only tables by name are such."""
    loose = next(root.iter("p", "div", "center"), None) is None
    boxes = boxes_of(root) if with_boxes else {}
    around, inline = _nested_tables(root, boxes)
    walk = Walk(around, first_line - 1, boxes | inline, preformatted=int(loose))
    start, end = walk.start, walk.end
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "start":
            start(element)
        elif event == "end":
            end(element)
        else:
            walk.between(element)
    walk.close_run()
    return Page("".join(walk.parts), walk.segments, walk.blocks)


def _nested_tables(root: etree._Element, boxes: dict[Any, Box]) -> tuple[set[etree._Element], dict[Any, Box]]:
    """The tables that hold others, and the parts of those that only set out a cell."""
    tables = {element for element, box in boxes.items() if box.part is Part.TABLE}
    around: set[etree._Element] = set()
    inline: dict[Any, Box] = {}
    for table in [*root.iter("table"), *tables]:
        outer = next((each for each in table.iterancestors() if each.tag == "table" or each in tables), None)
        if outer is not None:
            parts = inline_parts(table)
            inline.update(parts)
            around.update(() if parts else (outer,))
    return around, inline
