"""The page of a filing: its sources one after the other, with the inline header in front."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Set
from importlib.resources import files

from attrs import Factory, evolve, mutable
from lxml import etree

from xbrlgen.filing import Filing
from xbrlgen.model.sharing import distinct
from xbrlgen.places import Format, Segment, Source
from xbrlgen.reading.document import Block, Document
from xbrlgen.writing import names
from xbrlgen.writing.folder import WriteError
from xbrlgen.writing.html.marking import Element, Page
from xbrlgen.writing.html.page import html_page
from xbrlgen.writing.html.serialising import Serialised, serialise
from xbrlgen.writing.html.words import STANDARD_TYPE, UNDO_QUIRKS
from xbrlgen.writing.inline.contexts import Aspects
from xbrlgen.writing.texts.page import TextPage

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
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'
_ESCAPED = re.compile(r"[&<]|[^\x00-\x7f]")


@mutable
class _Builder:
    """A page being put together from the sources of a filing."""

    head: Element
    body: Element
    taken: set[str]
    pictures: Mapping[str, str] = Factory(dict)
    elements: list[Element] = Factory(list)
    segments: list[tuple[Segment, ...]] = Factory(list)
    moved: dict[tuple[int, bool], Element] = Factory(dict)
    dead: list[Element] = Factory(list)
    removed: Counter[str] = Factory(Counter)
    sheets: dict[str, None] = Factory(dict)
    is_standard: bool = False

    def add_html(self, source: Source, *, alone: bool) -> None:
        """Add a source that is a page itself; ``alone``, it decides by which rules browsers show the page."""
        page = html_page(source, self.taken, self.pictures)
        first = len(self.elements)
        self.elements += page.elements
        self.moved |= {(node + first, tail): element for (node, tail), element in page.moved.items()}
        self.dead += page.dead
        self.removed += page.attributes.removed
        self.is_standard = alone and page.is_standard
        if page.has_type and not self.is_standard:
            self.sheets[UNDO_QUIRKS] = None
        self.sheets |= dict.fromkeys(page.sheets)
        for name, value in page.body.items():
            self.body.set(name, value)
        self.body.append(page.content)
        segments = source.segments
        if first:
            segments = tuple(evolve(segment, node=segment.node + first) for segment in segments)
        self.segments.append(segments)

    def add_text(self, source: Source, blocks: Iterable[Block], totals: Set[int]) -> None:
        """Add a source that has no page of its own."""
        page = TextPage(etree.SubElement(self.body, "div", {"class": "release"}), self.elements, totals)
        page.lay(source, blocks)
        self.segments.append(tuple(page.segments))
        self.sheets[files("xbrlgen.writing").joinpath("page.css").read_text(encoding="utf-8")] = None


def source_page(filing: Filing, taken: Iterable[str]) -> tuple[Page, Counter[str]]:
    """The tree of the filing's documents with the way back from each source, and what was taken out."""
    root = etree.Element("html")
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "meta", {"http-equiv": "Content-Type", "content": "text/html; charset=UTF-8"})
    etree.SubElement(head, "title").text = names.clean(f"{filing.prefix}-{filing.date}")
    document = filing.proved.document if filing.proved else Document(())
    pictures = {picture.address: picture.name for picture in document.pictures}
    builder = _Builder(head, etree.SubElement(root, "body"), set(taken), pictures)
    for number, source in enumerate(document.sources):
        if source.format is Format.HTML:
            builder.add_html(source, alone=len(document.sources) == 1)
        else:
            blocks = [block for block in document.blocks if block.place.source == number]
            builder.add_text(source, blocks, _totals(document, number))
    builder.body.text = ""  # so that it has an end tag, also when it is empty
    page = Page(root, builder.elements, builder.segments, builder.moved, builder.dead)
    page.pictures = pictures
    page.is_standard = builder.is_standard
    for sheet in builder.sheets:
        etree.SubElement(head, "style", {"type": "text/css"}).text = page.raw(_style_text(sheet))
    return page, builder.removed


def _style_text(sheet: str) -> str:
    """A style sheet that says the same where the page is read as HTML and where it is read as XML.

    In HTML nothing in a style sheet is unescaped, so what XML or ASCII lack is written as CSS escapes it.
    """
    plain = sheet.replace("<!--", "").replace("-->", "").replace("]]>", "]]\\3e ")
    return _ESCAPED.sub(lambda found: f"\\{ord(found.group()):x} ", plain)


def _totals(document: Document, source: int) -> Set[int]:
    """Where the labels and figures of those rows stand that statements call totals."""
    found: set[int] = set()
    for statement in document.statements:
        rows = {row.index for row in statement.rows if row.is_total}
        places = [place for row in statement.rows if row.is_total for place in row.places]
        places += [entry.figure.place for entry in statement.entries if entry.row in rows]
        found |= {place.start for place in places if place.source == source}
    return found


def namespaces(filing: Filing, aspects: Aspects) -> dict[str, str]:
    """The prefixes that the page declares at its root."""
    found = dict(_PREFIXES)
    found[filing.prefix] = filing.namespace
    concepts = distinct(fact.concept for fact in filing.report.facts)
    for name in (*(concept.name for concept in concepts), *aspects.names):
        if found.setdefault(name.prefix, name.namespace) != name.namespace:
            msg = (
                f"the prefix {name.prefix} stands for {found[name.prefix]} and for {name.namespace}; "
                "give one of them another prefix"
            )
            raise WriteError(msg)
    return found


def document(page: Page, header: str, prefixes: dict[str, str]) -> Serialised:
    """The serialised page with its namespaces declared and the inline header first in the body."""
    declared = "".join(
        f' xmlns:{prefix}="{names.attribute(uri)}"' for prefix, uri in sorted(prefixes.items())
    )
    opening = f'<html xmlns="{names.XHTML}"{declared} xml:lang="en-US">'
    before = _DECLARATION + (STANDARD_TYPE if page.is_standard else b"")
    return serialise(page, before + opening.encode("ascii"), header.encode("ascii", "xmlcharrefreplace"))
