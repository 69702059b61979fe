"""The page of a filing: its sources one after the other, with the inline header in front."""

from __future__ import annotations

from importlib.resources import files

from lxml import etree

from xbrlgen.filing import Filing
from xbrlgen.places import Format, Segment
from xbrlgen.writing import names
from xbrlgen.writing.htmlpage import html_tree
from xbrlgen.writing.marking import Element, Page
from xbrlgen.writing.textpage import TextPage

_PREFIXES = {
    "ix": names.IX,
    "ixt": names.IXT,
    "xbrli": names.XBRLI,
    "xbrldi": names.XBRLDI,
    "link": names.LINK,
    "xlink": names.XLINK,
    "xsi": names.XSI,
    "iso4217": names.ISO4217,
}


def source_page(filing: Filing) -> Page:
    """The tree of the filing's documents with the way back from each source."""
    proved = filing.proved
    sources = proved.document.sources if proved else ()
    elements: list[Element] = []
    segments: list[tuple[Segment, ...]] = []
    root = etree.Element("html")
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "meta", {"http-equiv": "Content-Type", "content": "text/html; charset=UTF-8"})
    etree.SubElement(head, "title").text = names.clean(f"{filing.prefix}-{filing.date}")
    body = etree.SubElement(root, "body")
    for number, source in enumerate(sources):
        if source.format is Format.HTML:
            tree, found = html_tree(source)
            raise NotImplementedError(str(tree) + str(found))
        blocks = proved.document.blocks if proved else ()
        page = TextPage(etree.SubElement(body, "div"), elements)
        page.lay(source, [block for block in blocks if block.place.source == number])
        segments.append(tuple(page.segments))
    style = etree.SubElement(head, "style", {"type": "text/css"})
    style.text = files("xbrlgen.writing").joinpath("page.css").read_text(encoding="utf-8")
    return Page(root, elements, segments)


def namespaces(filing: Filing) -> dict[str, str]:
    """The prefixes that the page declares at its root."""
    found = dict(_PREFIXES)
    found[filing.prefix] = filing.namespace
    for fact in filing.report.facts:
        units = (*fact.unit.numerators, *fact.unit.denominators) if fact.unit else ()
        used = [fact.concept.name, *units]
        for value in fact.dimensions:
            used += [value.axis, *([value.member] if hasattr(value, "member") else [])]
        found.update({name.prefix: name.namespace for name in used})
    return found


def document(content: bytes, header: str, prefixes: dict[str, str]) -> bytes:
    """The serialised page with its namespaces declared and the inline header first in the body."""
    declared = "".join(
        f' xmlns:{prefix}="{names.attribute(uri)}"' for prefix, uri in sorted(prefixes.items())
    )
    opening = f'<html xmlns="{names.XHTML}"{declared} xml:lang="en-US"'.encode("ascii")
    content = content.replace(b"<html", opening, 1)
    before, tag, after = content.partition(b"<body")
    attributes, end, rest = after.partition(b">")
    inserted = header.encode("ascii", "xmlcharrefreplace")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + before + tag + attributes + end + inserted + rest
