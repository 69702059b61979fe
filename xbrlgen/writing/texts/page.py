"""A clean page for what has no page of its own: paragraphs and real tables from text, markdown or a sheet."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence, Set

from attrs import Factory, mutable
from lxml import etree

from xbrlgen.places import Format, Segment, Source
from xbrlgen.reading.document import Block, Cell, Grid, Paragraph
from xbrlgen.reading.given.folding import print_offsets, unmarked_with_offsets, without_marks
from xbrlgen.writing.html.marking import Element
from xbrlgen.writing.names import clean
from xbrlgen.writing.texts.marks import as_item, decoded, is_quote, without_links, without_quotes
from xbrlgen.writing.texts.segmenting import apart, gaps, prints, runs, without_printed

_LINE = re.compile(r"[^\n]+")
_BETWEEN_BARS = re.compile(r"[^|\n]+")
_RULE = re.compile(r"\s*:?-+:?\s*")
_PAGE_MARK = re.compile(r"<page>(?:\s*<page>)*|-{3,}|_{3,}|\*{3,}", re.IGNORECASE)
_ITEM = re.compile(r"(?:[•·●▪■◦‣○*–—]|-{1,2}|[-–]\s?[•·])\s+\S")
_PAGE_NUMBER = re.compile(r"(?:page\s*)?[-–—]?\s*\d{1,3}\s*[-–—]?(?:\s*(?:of|/)\s*\d{1,3})?", re.IGNORECASE)
# What stands at the end of a release, or between its parts.
_END_MARK = re.compile(r"#(?:\s*#)*|\*(?:\s*\*)+|[-–—]\s*0\s*[-–—]")
_NUMBER_CELL = re.compile(
    r"[^A-Za-z]*\d[^A-Za-z]*|[$€£¥]?\s*\(?[-–—]{1,2}\)?\s*%?|n/?a|n/?m|\*+", re.IGNORECASE
)
_ENDS_OUTSIDE = re.compile(r"[)%*]\Z")
# Formats in which reading takes marks of markdown for what they mean.
_WITH_MARKS = frozenset({Format.MARKDOWN, Format.TEXT})


@mutable
class TextPage:
    """A page being laid out: its elements, and for each source where its text went."""

    body: Element
    elements: list[Element] = Factory(list)
    totals: Set[int] = frozenset()
    has_references: bool = False
    is_markdown: bool = False
    segments: list[Segment] = Factory(list)

    def lay(self, source: Source, blocks: Iterable[Block]) -> None:
        """Lay out the blocks of one source, and between them whatever they leave out."""
        self.has_references = source.format in {Format.MARKDOWN, Format.SGML}
        self.is_markdown = source.format is Format.MARKDOWN
        starts: list[tuple[int, Element]] = []
        for block in blocks:
            known = len(self.segments)
            element = self._block(source, block)
            if len(self.segments) > known:
                starts.append((min(segment.start for segment in self.segments[known:]), element))
        self.segments = apart(self.segments)
        text = without_marks(source.text) if source.format in _WITH_MARKS else source.text
        text = without_printed(text, self.segments) if self.has_references else text
        for start, end in list(gaps(text, self.segments)):
            if not self.has_references or prints(html.unescape(text[start:end])):
                self._leftover(text, start, end, starts)
        self.segments.sort(key=lambda segment: segment.start)

    def _block(self, source: Source, block: Block) -> Element:
        if isinstance(block, Grid):
            return self._grid(source, block)
        is_piped = (
            source.format is Format.MARKDOWN and block.text.startswith("|") and block.text.count("|") > 2
        )
        return self._piped(source, block) if is_piped else self._paragraph(source, block)

    def _piped(self, source: Source, paragraph: Paragraph) -> Element:
        """A table of markdown that holds no figures: a row a line, a cell between bars."""
        frame = etree.SubElement(self.body, "div", {"class": "table"})
        table = etree.SubElement(frame, "table")
        for line in _LINE.finditer(source.text, paragraph.place.start, paragraph.place.end):
            cells = [
                cell for cell in _BETWEEN_BARS.finditer(source.text, *line.span()) if cell.group().strip()
            ]
            if any(not _RULE.fullmatch(cell.group()) for cell in cells):
                row = etree.SubElement(table, "tr", {"class": "words"})
                for cell in cells:
                    text, offsets = unmarked_with_offsets(source.text, *cell.span())
                    blanks = len(text) - len(text.lstrip())
                    kind = {"class": "b"} if "**" in cell.group() else {}
                    self._print(etree.SubElement(row, "td", kind), text[blanks:], offsets[blanks:])
        if not len(table):
            self.body.remove(frame)
            frame = etree.SubElement(self.body, "hr")
        return frame

    def _paragraph(self, source: Source, paragraph: Paragraph) -> Element:
        text, offsets = paragraph.text, paragraph.offsets
        if self.has_references and "&" in text:
            text, offsets = decoded(text, offsets)
        if _PAGE_MARK.fullmatch(text):
            return etree.SubElement(self.body, "hr")
        if _END_MARK.fullmatch(text):
            return self._end_mark(source, offsets[0])
        is_item = bool(_ITEM.match(text))
        element = etree.SubElement(self.body, "h2" if paragraph.is_heading and not is_item else "p")
        if is_item or _PAGE_NUMBER.fullmatch(text):
            element.set("class", "item" if is_item else "rest")
        if is_item and self.is_markdown:
            text = as_item(text)
            _set_in(element, paragraph.place.column - 1)
        elif self.is_markdown and is_quote(text):
            element.set("class", "quote")
            text, offsets = without_quotes(source.text, text, offsets)
        self._print(element, text, offsets)
        return element

    def _end_mark(self, source: Source, offset: int) -> Element:
        """The line that a mark of the end stands in, whole: it may begin as headings do."""
        line = next(found for found in _LINE.finditer(source.text, source.text.rfind("\n", 0, offset) + 1))
        start = line.start() + len(line.group()) - len(line.group().lstrip())
        text = line.group().strip()
        element = etree.SubElement(self.body, "p", {"class": "end"})
        self._print(element, text, range(start, start + len(text)))
        return element

    def _print(self, element: Element, text: str, offsets: Sequence[int]) -> None:
        """Put text into an element and note where its characters come from."""
        if self.has_references and "&" in text:
            text, offsets = decoded(text, offsets)
        if self.is_markdown:
            text, offsets = without_links(text, offsets)
        element.text = clean(text)
        node = len(self.elements)
        self.elements.append(element)
        for position, start, length in runs(text, offsets):
            self.segments.append(Segment(start, start + length, 0, node, offset=position))

    def _grid(self, source: Source, grid: Grid) -> Element:
        frame = etree.SubElement(self.body, "div", {"class": "table"})
        table = _Table(etree.SubElement(frame, "table"), grid.width, _label_columns(grid))
        heads = _head_rows(grid)
        for number, cells in enumerate(grid.rows):
            kind = self._kind(cells, heads - number)
            for cell, element in table.row(cells, kind):
                self._print(element, cell.text, print_offsets(source.text, cell))
        return frame

    def _kind(self, cells: Sequence[Cell], heads: int) -> str:
        """What a row is: one of the heads, the last of them, a total, one of words only, or plain."""
        if heads > 0:
            return "head last" if heads == 1 else "head"
        if any(place.start in self.totals for cell in cells for place in cell.places):
            return "total"
        return "" if any(cell.column and _NUMBER_CELL.fullmatch(cell.text) for cell in cells) else "words"

    def _leftover(self, whole: str, start: int, end: int, starts: Sequence[tuple[int, Element]]) -> None:
        """Print what stands in no block before the next block."""
        element = etree.Element("p", {"class": "rest"})
        following = next((block for where, block in starts if where > start), None)
        if following is None:
            self.body.append(element)
        else:
            following.addprevious(element)
        text = re.sub(r"\s", " ", whole[start:end])
        self._print(element, text, range(start, end))


def _set_in(element: Element, blanks: int) -> None:
    """Set an item of a list in, by as many steps as the blanks before it say."""
    if blanks > 1:
        element.set("style", f"margin-left:{min(blanks, 12) // 2}em")


@mutable
class _Table:
    """A table being built; ``reached`` says for how many more rows a cell reaches down into a column."""

    element: Element
    width: int
    labels: int
    reached: dict[int, int] = Factory(dict)

    def row(self, cells: Sequence[Cell], kind: str) -> Iterator[tuple[Cell, Element]]:
        """Add a row, and yield an element for each cell."""
        row = etree.SubElement(self.element, "tr", {"class": kind} if kind else {})
        reached = {column: left - 1 for column, left in self.reached.items() if left > 1}
        column = 0
        for cell in cells:
            self._fill(row, column, cell.column)
            yield cell, self._cell(row, cell, is_head=kind.startswith("head"))
            column = cell.column + cell.columns
            if cell.rows > 1:
                reached |= dict.fromkeys(range(cell.column, column), cell.rows - 1)
        self._fill(row, column, self.width)
        if not len(row):
            etree.SubElement(row, "td").text = ""
        self.reached = reached

    def _cell(self, row: Element, cell: Cell, *, is_head: bool) -> Element:
        element = etree.SubElement(row, "th" if is_head else "td")
        if cell.columns > 1:
            element.set("colspan", str(cell.columns))
        if cell.rows > 1:
            element.set("rowspan", str(cell.rows))
        _style(element, cell, is_label=cell.column < self.labels, is_head=is_head)
        return element

    def _fill(self, row: Element, start: int, end: int) -> None:
        """Empty cells from one column to another, where no cell reaches down from above."""
        free = sum(1 for column in range(start, end) if not self.reached.get(column))
        if free:
            empty = etree.SubElement(row, "td")
            empty.text = ""
            if free > 1:
                empty.set("colspan", str(free))


def _style(element: Element, cell: Cell, *, is_label: bool, is_head: bool) -> None:
    kinds = []
    if is_head and not is_label:
        kinds = ["c"]
    elif not is_label and _NUMBER_CELL.fullmatch(cell.text):
        kinds = ["n"] if _ENDS_OUTSIDE.search(cell.text) else ["n", "p"]
    if cell.bold:
        kinds.append("b")
    if kinds:
        element.set("class", " ".join(kinds))
    if is_label and cell.indent:
        element.set("style", f"padding-left:{min(cell.indent, 12):g}em")


def _label_columns(grid: Grid) -> int:
    """How many columns at the left hold labels: those before the first number of any row."""
    firsts = [
        next((cell.column for cell in row if cell.column and _NUMBER_CELL.fullmatch(cell.text)), grid.width)
        for row in grid.rows
    ]
    return max(1, min(firsts, default=1)) if grid.width > 1 else 1


def _head_rows(grid: Grid) -> int:
    """How many rows stand above the first row with a label and a number."""
    for number, row in enumerate(grid.rows):
        numbers = any(cell.column and _NUMBER_CELL.fullmatch(cell.text) for cell in row)
        if numbers and row[0].column == 0 and not _NUMBER_CELL.fullmatch(row[0].text):
            return number
    return 0
