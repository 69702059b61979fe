"""Rules of the EDGAR filer manual on inline pages (5.2.2): nothing that runs, nothing from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from xbrlgen.findings import Finding
from xbrlgen.validating.files.xml import line_of
from xbrlgen.validating.names import XHTML
from xbrlgen.validating.opened.opening import Notation
from xbrlgen.validating.telling.reporting import Reporter

# Elements that EDGAR removes or refuses: they run, embed or ask
_WORDS = """
    applet audio base bgsound button canvas embed fieldset form frame frameset iframe input isindex
    layer noscript object optgroup option param script select source svg textarea track video
"""
FORBIDDEN = frozenset(_WORDS.split())
_SCRIPTS = re.compile(r"\s*(javascript|vbscript|data:text)", re.IGNORECASE)
_PICTURES = re.compile(r"[^:?#]+\.(jpe?g|gif|png)|data:image/(jpe?g|gif|png)[;,]", re.IGNORECASE)
# Places named in a finding.
_SHOWN = 5


def pages(reporter: Reporter) -> Iterator[Finding]:
    """A finding for each kind of thing that a page to the SEC may not hold."""
    entry = reporter.loaded.entry
    if entry.notation is not Notation.INLINE:
        return
    for file, root in zip(entry.files, entry.roots, strict=True):
        found: dict[str, list[etree._Element]] = {}
        for element in root.iter(f"{{{XHTML}}}*"):
            for what in _wrong(element):
                found.setdefault(what, []).append(element)
        for what, elements in sorted(found.items()):
            places = [
                reporter.placer.place(str(file), line_of(one), one.get("id", "")) for one in elements[:_SHOWN]
            ]
            words = f"The page holds {what} ({len(elements)} times)"
            yield reporter.finding("filer.page", words, places=places, about=[what], remedy="Take it out.")


def _wrong(element: etree._Element) -> Iterator[str]:
    """What an element is or has that it may not."""
    name = etree.QName(element).localname.lower()
    if name in FORBIDDEN:
        yield f"the element {name}"
    for attribute, value in element.attrib.items():
        if str(attribute).lower().startswith("on"):
            yield f"the attribute {str(attribute).lower()}"
        elif _SCRIPTS.match(str(value)):
            yield "an address that runs a script"
    if name == "img" and not _PICTURES.match(element.get("src", "").strip()):
        yield "a picture that is no JPEG, GIF or PNG beside the page"
    if name == "link" and element.get("rel", "").lower() == "stylesheet":
        yield "a style sheet from elsewhere"
