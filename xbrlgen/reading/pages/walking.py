"""A walk through a page: which text is shown, and what of it makes a paragraph, a cell, a table."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from attrs import Factory, define, evolve, field, frozen
from lxml import etree

from xbrlgen.reading.pages.boxes import Boxes, Part, Setting
from xbrlgen.reading.pages.page_text import PageText
from xbrlgen.reading.pages.raw_table import BLOCK_MARK, CELL_MARK, LINE_MARK, RawCell, RawTable
from xbrlgen.reading.pages.showing import (
    BLOCK_TAGS,
    BOLD_TAGS,
    HEADING_TAGS,
    HIDDEN_TAGS,
    NO_STYLE,
    RAISED_TAG,
    empty_cell,
    indent_of,
    raised,
    span,
    style_of,
)

if TYPE_CHECKING:
    from xbrlgen.reading.pages.hiding import Hiding


@define(kw_only=True)
class Walk(PageText):
    """What is open while a page is walked through.

    ``inside`` tells of all that a table holds, which has no other around it; ``raised`` counts the open
    elements that are set above the line; ``nests`` says that one table was in another; ``is_loose`` that no
    element sets a paragraph apart; ``hides`` that elements may have the attribute that hides them;
    ``hiding`` what style sheets hide, and ``has_hidden`` that they hid something.
    """

    inside: Callable[[Any], Setting]
    outside: Setting = Factory(Setting)
    layout: Collection[Any] = frozenset()
    boxes: Boxes = field(default=Factory(lambda self: self.outside.boxes, takes_self=True))
    is_loose: bool = True
    index: int = -1
    open: list[tuple[int, Manner]] = Factory(list)
    hidden: int = 0
    raised: int = 0
    nests: bool = False
    hides: bool = True
    hiding: Hiding | None = None
    has_hidden: bool = False

    def start(self, element: etree._Element) -> None:
        """An element opens: its mark, its weight, and the text before its first child."""
        self.index += 1
        manner = manner_of(element.tag, element.get("style"))
        if (self.hides or self.hiding is not None) and not self.hidden:
            manner = self._told(element, manner)
        self.open.append((self.index, manner))
        if self.hidden or manner.is_hidden:
            self.hidden += 1
            self.nests = self.nests or (bool(self.tables) and element.tag == "table")
            return
        if manner.veil is not None:
            self.veil(on=manner.veil)
        opens = manner.opens
        if self.boxes and (box := self.boxes.get(element)) is not None:
            opens = _BOX_OPENS[box.part]
        if opens is not None:
            opens(self, element)
        if manner.is_set:
            self.bold += manner.is_bold
            self.indent += 0 if self.seen else manner.indent
            self.raised += manner.is_raised
        text = element.text
        if text and not (self.at_gap and text.isspace()):
            self.add(raised(text) if self.raised and self.seen else text, self.index, element)

    def _told(self, element: etree._Element, manner: Manner) -> Manner:
        """The manner of an element by the style sheets and its attributes."""
        gone, veil = (False, None) if self.hiding is None else self.hiding.of(element)
        self.has_hidden = self.has_hidden or gone or bool(veil)
        if gone or (self.hides and element.get("hidden") is not None):
            return _HIDDEN
        return manner if veil is None else evolve(manner, veil=veil)

    def end(self, element: etree._Element) -> None:
        """An element closes; the text after it belongs to what is around it."""
        node, manner = self.open.pop()
        if self.hidden:
            self.hidden -= 1
        else:
            self.bold -= manner.is_bold
            self.raised -= manner.is_raised
            if manner.veil is not None:
                self.unveil()
            closes = manner.closes
            if self.boxes and (box := self.boxes.get(element)) is not None:
                closes = _BOX_CLOSES[box.part]
            if closes is not None:
                closes(self, element)
        tail = element.tail
        if tail and not self.hidden and not (self.at_gap and tail.isspace()):
            self.add(tail, node)

    def between(self, element: etree._Element) -> None:
        """A comment or processing instruction: only the text after it counts; outside the root it is none."""
        if element.getparent() is None:
            return
        self.index += 1
        tail = element.tail
        if tail and not self.hidden and not (self.at_gap and tail.isspace()):
            self.add(tail, self.index)

    def open_paragraph(self, element: etree._Element) -> None:
        """What sets paragraphs apart begins."""
        self.is_loose = False
        self.break_block(element)

    def open_heading(self, element: etree._Element) -> None:
        """A heading begins."""
        self.break_block(element)
        self.heading += 1

    def close_heading(self, element: etree._Element) -> None:
        """A heading ends."""
        self.break_block(element)
        self.heading -= 1

    def open_preformatted(self, element: etree._Element) -> None:
        """Text that stands as it is written begins."""
        self.break_block(element)
        self.preformatted += 1

    def close_preformatted(self, element: etree._Element) -> None:
        """Text that stands as it is written ends."""
        self.break_block(element)
        self.preformatted -= 1

    def break_block(self, element: etree._Element) -> None:  # noqa: ARG002 (called like its siblings)
        """What follows is another paragraph, or another line of the cell."""
        if not self.cell_depth:
            self.close_run()
        elif self.seen:
            self.mark(BLOCK_MARK)

    def break_line(self, element: etree._Element) -> None:  # noqa: ARG002 (called like its siblings)
        """A ``br``."""
        self.mark(LINE_MARK)

    def open_table(self, element: etree._Element) -> None:
        """A table begins."""
        self.cell_depth = 0
        self.close_run()
        if self.tables:
            self.nests = True
        else:
            self.set(self.inside(element))
        self.tables.append(RawTable(self.length, element in self.layout))

    def close_table(self, element: etree._Element) -> None:  # noqa: ARG002 (called like its siblings)
        """A table ends; what was around it goes on as paragraphs."""
        if not self.tables:
            return
        self.cell_depth = 0
        self.close_run()
        table = self.tables.pop()
        table.end = self.length
        if any(table.rows):
            self.blocks.append(table)
        self.mark(BLOCK_MARK)
        self.open_run()
        if not self.tables:
            self.set(self.outside)

    def set(self, setting: Setting) -> None:
        """Tables are made of other elements from here on."""
        self.layout, self.boxes = setting.layout, setting.boxes

    def open_row(self, element: etree._Element) -> None:
        """A row begins."""
        if not self.tables or self.tables[-1].is_layout:
            self.break_block(element)
            return
        self.cell_depth = 0
        self.close_run()
        self.tables[-1].rows.append([])

    def open_cell(self, element: etree._Element) -> None:  # noqa: ARG002 (called like its siblings)
        """A cell begins."""
        self.cell_depth = 0
        if self.seen:
            self.close_run()
        else:
            self.run_start = self.length
            self.indent = 0
        self.cell_depth = bool(self.tables) and not self.tables[-1].is_layout

    def open_row_and_cell(self, element: etree._Element) -> None:
        """A cell begins that begins its row, too."""
        self.open_row(element)
        self.open_cell(element)

    def close_cell(self, element: etree._Element) -> None:
        """A cell is complete."""
        if not self.cell_depth:
            self.break_block(element)
            return
        self.cell_depth = 0
        rows = self.tables[-1].rows
        if not rows:
            rows.append([])
        columns, across = element.get("colspan"), element.get("rowspan")
        if self.boxes and (box := self.boxes.get(element)) is not None:
            columns = str(box.columns)
        if not self.seen:
            rows[-1].append(empty_cell(columns, across))
            self.run_start = self.length
            self.indent = 0
            return
        bold = self.seen_bold * 10 > self.seen * 9
        indent = round(self.indent + indent_of(element.get("class")), 2)
        rows[-1].append(RawCell(self.run_start, self.length, span(columns), span(across), bold, indent))
        self.mark(CELL_MARK)
        self.open_run()


_Step = Callable[[Walk, Any], None]
_OPENS: Mapping[str, _Step] = {
    **dict.fromkeys(BLOCK_TAGS, Walk.break_block),
    **dict.fromkeys(("p", "div", "center"), Walk.open_paragraph),
    **dict.fromkeys(HEADING_TAGS, Walk.open_heading),
    "pre": Walk.open_preformatted,
    "br": Walk.break_line,
    "table": Walk.open_table,
    "tr": Walk.open_row,
    "td": Walk.open_cell,
    "th": Walk.open_cell,
}
_CLOSES: Mapping[str, _Step] = {
    **dict.fromkeys(BLOCK_TAGS, Walk.break_block),
    **dict.fromkeys(HEADING_TAGS, Walk.close_heading),
    "pre": Walk.close_preformatted,
    "table": Walk.close_table,
    "tr": Walk.break_block,
    "td": Walk.close_cell,
    "th": Walk.close_cell,
}


@frozen
class Manner:
    """What a tag and a style make of an element; ``indent`` is in ems, ``is_set`` that it is any of these."""

    opens: _Step | None
    closes: _Step | None
    is_hidden: bool
    is_bold: bool
    indent: float
    is_raised: bool
    is_set: bool
    veil: bool | None = None


@lru_cache(maxsize=4096)
def manner_of(tag: str, written: str | None) -> Manner:
    """The manner of the elements of a tag and a style: a page has few different, each a thousand times."""
    style = style_of(written) if written else NO_STYLE
    is_hidden = tag in HIDDEN_TAGS or style.is_hidden
    is_bold = tag in BOLD_TAGS or style.is_bold
    is_raised = tag == RAISED_TAG or style.is_raised
    is_set = is_bold or is_raised or style.indent != 0
    veil = None if tag == "body" else style.veil  # what scripts show once a page is loaded
    return Manner(
        _OPENS.get(tag), _CLOSES.get(tag), is_hidden, is_bold, style.indent, is_raised, is_set, veil
    )


# As a script, of which nothing is shown.
_HIDDEN = manner_of("script", None)
_BOX_OPENS: Mapping[Part, _Step | None] = {
    Part.INLINE: None,
    Part.TABLE: Walk.open_table,
    Part.ROW: Walk.open_row,
    Part.CELL: Walk.open_cell,
    Part.FIRST: Walk.open_row_and_cell,
}
_BOX_CLOSES: Mapping[Part, _Step | None] = {
    Part.INLINE: None,
    Part.TABLE: Walk.close_table,
    Part.ROW: Walk.break_block,
    Part.CELL: Walk.close_cell,
    Part.FIRST: Walk.close_cell,
}
