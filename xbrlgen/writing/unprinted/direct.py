"""The inline page of facts that come without a page, written as it is laid out and not marked in a tree.

A page of our own needs no cleaning, and what is printed of a fact is known: tags go around it as text. What
isn't as plain as a number or a line of words leaves the page to the tree, which gives the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from attrs import evolve

from xbrlgen.filing import Filing, Printed, parts_of
from xbrlgen.model import Fact
from xbrlgen.places import Format, Source
from xbrlgen.proving.identity import Proved
from xbrlgen.reading.document import Document
from xbrlgen.writing.folder import WriteError
from xbrlgen.writing.inline.contexts import Aspects
from xbrlgen.writing.inline.header import header
from xbrlgen.writing.inline.placing import nil_element, numeric_tag, textual_tag
from xbrlgen.writing.inline.transformations import Numeric, numeric
from xbrlgen.writing.names import identifier
from xbrlgen.writing.pages import document, namespaces, source_page
from xbrlgen.writing.taxonomy.schema import stem
from xbrlgen.writing.taxonomy.soundness import sound
from xbrlgen.writing.unprinted.paper import Layout, filled

_HOLE = "<p>.</p>"
_END = "</ix:nonFraction>"


def printed_directly(filing: Filing, layout: Layout) -> Filing:
    """The filing with the page that its layout makes, where that is plain enough."""
    try:
        page = direct_page(filing, layout)
    except WriteError:  # told to whom it matters: who writes the filing
        return filing
    if page is None:
        return filing
    ready, changed = sound(filing)
    return evolve(filing, printed=Printed(page, ready, changed, (), parts_of(filing)))


def direct_page(filing: Filing, layout: Layout) -> bytes | None:
    """The page of a layout with all its facts tagged; None where something of it isn't plain enough."""
    if filing.report.footnotes or not layout.is_plain:
        return None
    aspects = Aspects.of(filing.report.facts)
    page = _page(layout, aspects, _frame(filing, layout, aspects))
    return None if page is None else page.encode("ascii", "xmlcharrefreplace")


def _page(layout: Layout, aspects: Aspects, frame: str) -> str | None:
    """What a page shows, with its tags and its frame; None where something of it isn't plain."""
    tagged = [text for text in _tagged(layout, aspects) if text is not None]
    if len(tagged) < len(layout.prints):
        return None
    before, _, after = frame.partition(_HOLE)
    first, *others = layout.between
    others[-1] += after
    return filled((before + first, *others), tagged)


def _frame(filing: Filing, layout: Layout, aspects: Aspects) -> str:
    """The page with nothing but a hole in it."""
    raw = f"{layout.opening}{_HOLE}{layout.closing}".encode("ascii", "xmlcharrefreplace")
    source = Source("frame.html", Format.HTML, "", raw, "ascii")
    page, _ = source_page(evolve(filing, proved=Proved(Document((source,)))), ())
    head = header((f"{stem(filing)}.xsd",), (), aspects.contexts, aspects.units, filing.report.links)
    return document(page, head, namespaces(filing, aspects)).content.decode("ascii")


def _tagged(layout: Layout, aspects: Aspects) -> Iterator[str | None]:
    """What is printed of each fact with its tags; None where it isn't plain."""
    for fact, text, how, _, _, _ in layout.prints:
        if not how:
            yield _looked_at(aspects, fact, text)
            continue
        tag = f"<ix:nonFraction{aspects.attributes(fact, identifier(fact.id))}{how}>"
        yield f"({tag}{text[1:-1]}{_END})" if text[0] == "(" else f"{tag}{text}{_END}"


def _looked_at(aspects: Aspects, fact: Fact, text: str) -> str | None:
    """The same for a print that doesn't tell how it is read."""
    identity = identifier(fact.id)
    if fact.value is None:
        return nil_element(aspects, fact, identity) + text
    if isinstance(fact.value, Decimal):
        reading = numeric(text, fact.value, fact.decimals)
        return _around(numeric_tag(aspects, fact, reading, identity), reading, text) if reading else None
    is_line = fact.value == " ".join(fact.value.split()) and fact.value.isprintable()
    if not is_line or not fact.value:
        return None
    return f"{textual_tag(aspects, fact, identity)}{text}</ix:nonNumeric>"


def _around(tag: str, reading: Numeric, text: str) -> str:
    start, end = reading.start, reading.end
    return f"{text[:start]}{tag}{text[start:end]}{_END}{text[end:]}"
