"""Stretches of a page that hold whole paragraphs and tables, for text blocks and footnotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from xbrlgen.writing.html.marking import Element, Page, Spot
from xbrlgen.writing.html.words import TABLE_PARTS

# What can't be cut out of what is around it, and where no element of inline XBRL may stand.
_PARTS = TABLE_PARTS | {"li", "dt", "dd"}
_NO_PLACE = frozenset({"table", "thead", "tbody", "tfoot", "tr", "colgroup", "ul", "ol", "dl", "html"})


@frozen
class Stretch:
    """Elements beside each other from ``first`` to ``last``; or one stretch of text."""

    first: Element = None
    last: Element = None
    spot: Spot | None = None

    def mark(self, page: Page, opening: str, closing: str, rank: float) -> None:
        """Put tags around it."""
        if self.spot is not None:
            page.wrap(self.spot, opening, closing, rank)
        else:
            page.wrap_elements(self.first, self.last, (opening, closing), rank)


def stretches(page: Page, source: int, start: int, end: int) -> list[Stretch]:
    """The fewest stretches that hold all text of a run of the source, and nothing else."""
    torn = _torn(page, source, start, end)
    found: list[Stretch] = []
    for unit in _units(page.spots(source, start, end), torn):
        if found and _follows(found[-1], unit):
            found[-1] = Stretch(found[-1].first, unit.first)
        elif unit.spot is not None or not found or not _within(found[-1], unit.first):
            found.append(unit)
    return found


def _torn(page: Page, source: int, start: int, end: int) -> set[Element]:
    """The elements that hold text of the run and text before or behind it."""
    return {
        around
        for spot in (page.spot_before(source, start), page.spot_behind(source, end))
        if spot is not None
        for around in _line(spot)
    }


def _line(spot: Spot) -> Iterator[Element]:
    element = spot.parent
    while element is not None:
        yield element
        element = element.getparent()


def _units(spots: Sequence[Spot], torn: set[Element]) -> Iterator[Stretch]:
    """For each stretch of text the largest element that lies in the run, else the text itself."""
    last: Element = None
    for spot in spots:
        if not spot.text.strip():
            continue
        whole = _largest(spot, torn)
        if whole is None:
            yield Stretch(spot=spot)
        elif whole is not last:
            yield Stretch(whole, whole)
        last = whole


def _largest(spot: Spot, torn: set[Element]) -> Element:
    found: Element = None
    for around in _line(spot):
        if around in torn or around.tag == "body":
            break
        parent = around.getparent()
        if around.tag not in _PARTS and parent is not None and parent.tag not in _NO_PLACE:
            found = around
    return found


def _follows(before: Stretch, unit: Stretch) -> bool:
    """Whether a unit stands right beside a stretch, nothing printed between them."""
    if before.spot is not None or unit.spot is not None:
        return False
    element = before.last
    while element is not None and element is not unit.first:
        if element.tail and element.tail.strip():
            return False
        element = element.getnext()
        if element is not None and element is not unit.first and _prints(element):
            return False
    return element is not None


def _prints(element: Element) -> bool:
    return isinstance(element.tag, str) and any(text.strip() for text in element.itertext())


def _within(stretch: Stretch, element: Element) -> bool:
    return stretch.last is not None and any(around is stretch.last for around in element.iterancestors())
