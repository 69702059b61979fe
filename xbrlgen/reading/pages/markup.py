"""HTML as one text with the way back to its nodes, and with what of it belongs together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen
from lxml import etree

from xbrlgen.places import Segment
from xbrlgen.reading.pages.boxes import (
    Box,
    Part,
    Setting,
    boxes_of,
    inline_parts,
    may_have_boxes,
    tables_may_nest,
)
from xbrlgen.reading.pages.parsing import Event, Events, Tree, decoded, tree_of
from xbrlgen.reading.pages.raw_table import RawTable, Run
from xbrlgen.reading.pages.walking import Walk

if TYPE_CHECKING:
    from xbrlgen.reading.pages.hiding import Hiding


@frozen
class Page:
    """A page as one text, its segments, and its paragraphs and tables in order.

    ``cut`` is the line behind which nothing could be read; ``has_hidden`` says that style sheets hid a part.
    """

    text: str
    segments: tuple[Segment, ...]
    blocks: Sequence[Run | RawTable]
    cut: int | None = None
    has_hidden: bool = False


def read_page(raw: bytes, encoding: str, first_line: int = 1) -> Page:
    """The visible text of a page, with what belongs together.

    Where style sheets hide most of it, a script shows it later.
    """
    text = decoded(raw, encoding)
    looks = _looks(text)
    page = _read(text, first_line, looks)
    if not page.has_hidden:
        return page
    whole = _read(text, first_line, evolve(looks, hiding=None))
    return page if 2 * len(page.text) > len(whole.text) else whole


def _read(text: str, first_line: int, looks: _Looks) -> Page:
    page = None if looks.has_boxes else _streamed(text, first_line, looks)
    return page or page_of(tree_of(text), first_line, looks.hiding)


@frozen
class _Looks:
    """Whether a page may have boxes, tables in tables, and elements that it hides, in which way."""

    has_boxes: bool
    nests: bool
    hides: bool
    hiding: Hiding | None = None


def _looks(text: str) -> _Looks:
    """What a page may have; a look at its text costs next to nothing."""
    small = text.lower()
    return _Looks(may_have_boxes(small), tables_may_nest(small), "hidden" in small, _hiding(small, text))


def _hiding(small: str, text: str) -> Hiding | None:
    """What style sheets hide; hardly a page has such rules, and without them none are read."""
    opened = small.find("<style")
    while opened >= 0 and (closed := small.find("</style", opened)) >= 0:
        if small.find("none", opened, closed) >= 0 or small.find("visibility", opened, closed) >= 0:
            from xbrlgen.reading.pages.hiding import hiding_of  # noqa: PLC0415 (hardly a page needs it)

            return hiding_of(text)
        opened = small.find("<style", closed)
    return None


def _streamed(text: str, first_line: int, looks: _Looks) -> Page | None:
    """The page, read while it is parsed; none where that can't be done."""
    events = Events.of(text)

    def inside(table: etree._Element) -> Setting:
        if not looks.nests:
            return Setting()
        events.complete(table)
        return _setting(table, {})

    walk = Walk(base_line=first_line - 1, inside=inside, hides=looks.hides, hiding=looks.hiding)
    page = _walked(events, walk)
    return page if events.is_whole and looks.nests >= walk.nests else None


def page_of(tree: Tree, first_line: int = 1, hiding: Hiding | None = None) -> Page:
    """The page that a tree shows."""
    boxes = boxes_of(tree.root)
    setting = _setting(tree.root, boxes)
    walk = Walk(
        base_line=first_line - 1,
        inside=lambda _: setting,
        outside=Setting(boxes=boxes),
        is_loose=not boxes,
        hiding=hiding,
    )
    events = etree.iterwalk(tree.root, events=("start", "end", "comment", "pi"))
    return evolve(_walked(events, walk), cut=tree.cut)


def _walked(events: Iterable[Event], walk: Walk) -> Page:
    start, end = walk.start, walk.end
    for event, element in events:
        if event == "start":
            start(element)
        elif event == "end":
            end(element)
        else:
            walk.between(element)
    walk.close_run()
    blocks = [_preformatted(block) for block in walk.blocks] if walk.is_loose else walk.blocks
    return Page("".join(walk.parts), tuple(walk.segments), blocks, has_hidden=walk.has_hidden)


def _preformatted(block: Run | RawTable) -> Run | RawTable:
    return evolve(block, is_preformatted=True) if isinstance(block, Run) else block


def _setting(root: etree._Element, boxes: dict[Any, Box]) -> Setting:
    """The tables in here that hold others, and the parts of those that only set out a cell."""
    tables = {element for element, box in boxes.items() if box.part is Part.TABLE}
    around: set[etree._Element] = set()
    inline: dict[Any, Box] = {}
    for table in [*root.iter("table"), *tables]:
        outer = next((each for each in table.iterancestors() if each.tag == "table" or each in tables), None)
        if outer is not None:
            parts = inline_parts(table)
            inline.update(parts)
            around.update(() if parts else (outer,))
    return Setting(around, boxes | inline)
