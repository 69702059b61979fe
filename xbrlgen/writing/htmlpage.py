"""The page of an HTML source, made well-formed: nothing that runs, everything that shows."""

from __future__ import annotations

from lxml import etree

from xbrlgen.places import Source
from xbrlgen.reading.markup import parse_html
from xbrlgen.writing.marking import Element


def html_tree(source: Source) -> tuple[Element, list[Element]]:
    """The parsed page and its elements in the order that segments count them."""
    root = parse_html(source.raw, source.encoding)
    return root, list(root.iter())


_ = etree
