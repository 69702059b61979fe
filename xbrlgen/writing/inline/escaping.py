"""What text blocks say: the markup of all that a page prints of them, as it is read out of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape

from attrs import evolve
from lxml import etree

from xbrlgen.filing import Filing
from xbrlgen.model import Fact
from xbrlgen.writing import names
from xbrlgen.writing.html.marking import Element
from xbrlgen.writing.html.words import VOID
from xbrlgen.writing.inline.wrapping import ESCAPED

_BLOCK = f"{{{names.IX}}}nonNumeric"
_CONTINUATION = f"{{{names.IX}}}continuation"
_OURS = f"{{{names.IX}}}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_SPACE = " \t\r\n"
_WORDS = re.compile(rb"<(/?)ix:(nonNumeric|continuation)\b([^>]*?)(/?)>")


def has_blocks(filing: Filing) -> bool:
    """Whether facts of a filing hold the markup of what is printed."""
    blocks = {fact.id for fact in filing.report.facts if _is_block(fact)}
    return bool(blocks) and any(placement.fact in blocks for placement in filing.placements)


def with_markup(filing: Filing, page: bytes) -> Filing:
    """The filing with text blocks that say what its page says in them."""
    if not has_blocks(filing):
        return filing
    said = _blocks(etree.fromstring(_only_blocks(page), etree.XMLParser(huge_tree=True)))
    by_id = {names.identifier(fact.id): fact.id for fact in filing.report.facts}
    return with_values(filing, {by_id[name]: text for name, text in said.items() if name in by_id})


def block_values(filing: Filing) -> Mapping[str, str]:
    """What the text blocks of a filing say, by the ids of their facts."""
    return {fact.id: str(fact.value) for fact in filing.report.facts if _is_block(fact)}


def _is_block(fact: Fact) -> bool:
    return fact.concept.type in ESCAPED and fact.value is not None


def with_values(filing: Filing, values: Mapping[str, str]) -> Filing:
    """The filing with these values for facts of some ids."""
    facts = tuple(
        evolve(fact, value=values[fact.id]) if fact.id in values else fact for fact in filing.report.facts
    )
    return evolve(filing, report=evolve(filing.report, facts=facts))


def _only_blocks(page: bytes) -> bytes:
    """The page with its text blocks and nothing around them, which is most of it and needn't be parsed."""
    parts = [page[: page.index(b">", page.index(b"<html")) + 1]]
    opened: list[tuple[int, bool]] = []
    for tag in _WORDS.finditer(page):
        closes, name, attributes, is_empty = tag.groups()
        if not closes:
            opened.append((tag.start(), name == b"continuation" or b' escape="true"' in attributes))
        if closes or is_empty:
            start, is_block = opened.pop()
            if is_block and not any(around for _, around in opened):
                parts.append(page[start : tag.end()])
    return b"".join([*parts, b"</html>"])


def _blocks(root: Element) -> Mapping[str, str]:
    """The markup of each text block of a page, by the id of its first element."""
    more = {element.get("id"): element for element in root.iter(_CONTINUATION)}
    found: dict[str, str] = {}
    for block in root.iter(_BLOCK):
        if block.get("escape") == "true":
            parts: list[str] = []
            element = block
            while element is not None:
                parts += _markup(element)
                element = more.get(element.get("continuedAt"))
            found[block.get("id")] = "".join(parts).strip(_SPACE)
    return found


def _markup(element: Element) -> Iterator[str]:
    """What is in an element, as XHTML without the elements of inline XBRL."""
    if element.text:
        yield escape(element.text, quote=False)
    for child in element:
        if child.tag.startswith(_OURS):
            yield from _markup(child)
        else:
            yield _start(child)
            yield from _markup(child)
            yield "" if _is_void(child) else f"</{_name(child)}>"
        if child.tail:
            yield escape(child.tail, quote=False)


def _start(element: Element) -> str:
    attributes = "".join(
        f' {name.replace(_XML, "xml:")}="{_quoted(value)}"' for name, value in sorted(element.items())
    )
    return f"<{_name(element)}{attributes}{'/' if _is_void(element) else ''}>"


def _quoted(value: str) -> str:
    return value.replace("&", "&amp;").replace('"', "&quot;")


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _is_void(element: Element) -> bool:
    return _name(element) in VOID
