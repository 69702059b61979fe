"""Rules of the EDGAR filer manual on blocks of text (6.5.15, 6.5.16): closed markup, nothing that runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import name2codepoint

from lxml import etree

from xbrlgen.findings import Finding
from xbrlgen.validating.edgar.pages import FORBIDDEN
from xbrlgen.validating.files.xml import line_of, text_of
from xbrlgen.validating.names import INLINE, local
from xbrlgen.validating.notations.instance import is_nil
from xbrlgen.validating.opened.opening import Notation
from xbrlgen.validating.telling.reporting import Reporter

_BLOCK = re.compile(r"(TextBlock|PolicyTextBlock)$")
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]*);")
_KEPT = frozenset({"amp", "lt", "gt", "quot", "apos"})
_TEXTS = tuple(f"{{{space}}}nonNumeric" for space in sorted(INLINE))
# Places named in a finding.
_SHOWN = 5


def text_blocks(reporter: Reporter) -> Iterator[Finding]:
    """A finding for each kind of thing that is wrong with blocks of text."""
    found: dict[str, list[tuple[str, etree._Element]]] = {}
    entry = reporter.loaded.entry
    for file, root in zip(entry.files, entry.roots, strict=False):
        wrong = _on_page(root) if entry.notation is Notation.INLINE else _in_instance(root)
        for what, element in wrong:
            found.setdefault(what, []).append((str(file), element))
    for what, held in sorted(found.items()):
        places = [reporter.placer.place(file, line_of(one), one.get("id", "")) for file, one in held[:_SHOWN]]
        words = f"{len(held)} blocks of text {what}"
        yield reporter.finding(
            "filer.page", words, places=places, about=[what], remedy="Write the text as plain, closed XHTML."
        )


def _on_page(root: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Blocks of text on a page must say that their markup is meant."""
    for element in root.iter(*_TEXTS):
        is_block = _BLOCK.search(element.get("name", ""))
        if is_block and element.get("escape", "").strip() not in ("true", "1"):
            yield "don't say that they hold markup (escape)", element


def _in_instance(root: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    for element in root.iter(etree.Element):
        if element.get("contextRef") and _BLOCK.search(local(str(element.tag))) and not is_nil(element):
            yield from ((what, element) for what in _wrong_with(text_of(element)))


def _wrong_with(text: str) -> Iterator[str]:
    """What is wrong with the markup in a text.

    >>> list(_wrong_with("<p>a&nbsp;b</p>")), list(_wrong_with("<p>a")), list(_wrong_with("<script/>"))
    ([], ['are not well-formed'], ['hold the element script'])
    """
    if not re.search(r"[<&]", text):
        return
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        root = etree.fromstring(f"<div>{_NAMED.sub(_letter, text)}</div>".encode(), parser)
    except etree.XMLSyntaxError:
        yield "are not well-formed"
        return
    names = {etree.QName(one).localname.lower() for one in root.iter(etree.Element)}
    yield from (f"hold the element {name}" for name in sorted(names & FORBIDDEN))


def _letter(found: re.Match[str]) -> str:
    """A letter for its name in HTML, which XML doesn't know."""
    code = None if found[1] in _KEPT else name2codepoint.get(found[1])
    return found[0] if code is None else chr(code)
