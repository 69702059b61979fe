"""The text of a page as it is put together: its nodes, the marks between them, its paragraphs and tables."""

from __future__ import annotations

from typing import cast

from attrs import Factory, define
from lxml import etree

from xbrlgen.places import Segment
from xbrlgen.reading.pages.raw_table import BLOCK_MARK, RawTable, Run
from xbrlgen.reading.pages.showing import HARD_BLANK


@define(kw_only=True)
class PageText:
    """What was put together so far, and what is known of the paragraph or cell that is open.

    ``seen`` counts its letters, ``seen_bold`` the bold ones; ``bold``, ``heading`` and ``preformatted`` count
    the elements around it that are such; ``at_gap`` says that the text so far ends in white space,
    ``veiled`` that what comes is there unseen, and ``veils`` how it was around the elements that told.
    """

    base_line: int
    parts: list[str] = Factory(list)
    segments: list[Segment] = Factory(list)
    blocks: list[Run | RawTable] = Factory(list)
    tables: list[RawTable] = Factory(list)
    length: int = 0
    line: int = 1
    run_start: int = 0
    seen: int = 0
    seen_bold: int = 0
    bold: int = 0
    heading: int = 0
    preformatted: int = 0
    cell_depth: int = 0
    indent: float = 0
    at_gap: bool = True
    veiled: bool = False
    veils: list[bool] = Factory(list)

    def add(self, text: str, node: int, opened: etree._Element | None = None) -> None:
        """Take up one text node, of the element that ``opened`` or behind one; between cells it is none."""
        if self.veiled:
            return
        blank = text.isspace()
        if opened is not None:
            self.line = max(self.line, cast("int | None", opened.sourceline) or 1)
        if self.cell_depth and not self.seen and "\xa0" in text:
            self.indent += HARD_BLANK * (len(text) - len(text.lstrip("\xa0 ")))
        if blank and self.tables and not self.cell_depth and not self.tables[-1].is_layout:
            return
        end = self.length + len(text)
        self.segments.append(Segment(self.length, end, self.line + self.base_line, node, opened is None))
        self.parts.append(text)
        self.length = end
        self.at_gap = blank
        if not blank:
            self.line += text.count("\n") if opened is None else 0
            self.seen += len(text)
            self.seen_bold += len(text) if self.bold else 0

    def veil(self, *, on: bool) -> None:
        """What comes is there unseen, or is seen after all, until that ends."""
        self.veils.append(self.veiled)
        self.veiled = on

    def unveil(self) -> None:
        """It is again as it was around what told."""
        self.veiled = self.veils.pop()

    def mark(self, mark: str) -> None:
        """Put a separator that stands in no node."""
        self.parts.append(mark)
        self.length += 1
        self.at_gap = True

    def close_run(self) -> None:
        """The paragraph so far is complete."""
        if self.seen:
            bold = self.seen_bold * 10 > self.seen * 9
            run = Run(self.run_start, self.length, bold, self.heading > 0, self.preformatted > 0)
            self.blocks.append(run)
            self.mark(BLOCK_MARK)
        self.open_run()

    def open_run(self) -> None:
        """Begin to collect a paragraph or a cell."""
        self.run_start = self.length
        self.seen = self.seen_bold = 0
        self.indent = 0
