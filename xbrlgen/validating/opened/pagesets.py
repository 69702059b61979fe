"""Which pages of a folder are one report: those that lean on what stands on others."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from xbrlgen.validating.files.xml import elements
from xbrlgen.validating.names import INLINE, LINK, XBRLI

_FACTS = tuple(
    f"{{{space}}}{kind}" for space in sorted(INLINE) for kind in ("nonFraction", "nonNumeric", "fraction")
)


def pages_together(pages: Sequence[etree._Element]) -> frozenset[int]:
    """Which pages, by number, are one report: a page whose contexts or schema another has, and that other."""
    own = [_contexts(page) for page in pages]
    lacking = [_wanted(page) - held for page, held in zip(pages, own, strict=True)]
    elsewhere = frozenset[str]().union(*own)
    leaning = {
        number
        for number, page in enumerate(pages)
        if lacking[number] <= elsewhere and (lacking[number] or not _has_schema(page))
    }
    wanted = frozenset[str]().union(*(lacking[number] or _wanted(pages[number]) for number in leaning))
    holding = {number for number, held in enumerate(own) if held & wanted}
    return frozenset(leaning | holding) if leaning and holding - leaning else frozenset()


def _contexts(page: etree._Element) -> frozenset[str]:
    return frozenset(str(one.get("id", "")) for one in elements(page, f"{{{XBRLI}}}context"))


def _wanted(page: etree._Element) -> frozenset[str]:
    return frozenset(str(one.get("contextRef", "")).strip() for one in elements(page, *_FACTS))


def _has_schema(page: etree._Element) -> bool:
    return any(True for _ in page.iter(f"{{{LINK}}}schemaRef", f"{{{LINK}}}linkbaseRef"))
