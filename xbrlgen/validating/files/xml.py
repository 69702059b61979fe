"""Reading XML that others wrote: no network, no entities, no surprises."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from xbrlgen.validating.errors import UnreadableError


def parse(data: bytes, name: str) -> etree._Element:
    """The root element of an XML document; entities are never expanded and nothing is fetched."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        msg = f"{name}{_trouble(data, error)}; get the whole file, or write it anew"
        raise UnreadableError(msg) from error


def _trouble(data: bytes, error: etree.XMLSyntaxError) -> str:
    """What is wrong with a document, and where."""
    if not data.strip():
        return ": there is nothing in it"
    line, column = error.position
    said = str(error.msg).removesuffix(f", line {line}, column {column}")
    return f":{line}:{column}: not well-formed XML: {said}"


def elements(root: etree._Element, *tags: str) -> list[etree._Element]:
    """All elements with one of the tags (Clark names), in document order."""
    return list(root.iter(*tags))


def clark(name: str, nsmap: Mapping[str | None, str]) -> str:
    """A qualified name in Clark notation, by the prefixes in scope; unknown prefixes stay as written."""
    prefix, colon, tail = name.strip().rpartition(":")
    uri = nsmap.get(prefix if colon else None, "" if not colon else f"unbound:{prefix}")
    return f"{{{uri}}}{tail}" if uri else tail


def text_of(element: etree._Element) -> str:
    """All character data inside an element."""
    return "".join(str(piece) for piece in element.itertext())


def line_of(element: etree._Element) -> int:
    """The line an element starts on, 0 where the parser doesn't know."""
    return int(getattr(element, "sourceline", None) or 0)  # the stubs don't know its type
