"""What stands outside of tables in plain text: lines of prose joined, headings each on their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from xbrlgen.reading.document import Paragraph
from xbrlgen.reading.given.folding import folded_with_offsets, trimmed
from xbrlgen.reading.given.locating import Locate
from xbrlgen.reading.texts.cutting.lines import Line, LineKind


def paragraphs(text: str, lines: Sequence[Line], locate: Locate) -> Iterator[Paragraph]:
    """Lines outside of tables as paragraphs: prose joined, headings each on their own."""
    for block in _blocks(text, lines):
        width = max(line.right - line.left for line in block)
        start = block[0]
        for line, after in zip(block, [*block[1:], None], strict=True):
            if after is None or _breaks(line, after, width):
                yield _paragraph(text, start, line, locate)
                start = after or line


def _blocks(text: str, lines: Sequence[Line]) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in lines:
        if line.kind is LineKind.PAGE and line.pieces == ():
            if block:
                yield block
                block = []
            if text[line.start : line.end].strip():
                yield [line]
        elif line.kind in (LineKind.BLANK, LineKind.RULE):
            if block:
                yield block
                block = []
        else:
            block.append(line)
    if block:
        yield block


_OPENS = re.compile(r"^(?:[•·▪§*●○‣–—-](?:\s|$)|\(\w{1,3}\)\s|\d{1,2}[.)]\s)")


def _has_gap(line: Line) -> bool:
    """Whether texts stand side by side, as addresses do."""
    # Justified prose has gaps of up to three blanks.
    return any(right.left - left.right > 3 for left, right in pairwise(line.pieces) if len(left.text) > 2)


_BEGINS = re.compile(r"[A-Z(“\"#$]")


def _breaks(line: Line, after: Line, width: int) -> bool:
    """Whether the next line is another paragraph."""
    if _OPENS.match(after.pieces[0].text):
        return True
    if (line.left >= 16 and after.left >= 16) or _has_gap(line) or _has_gap(after):
        return True
    return line.right - line.left < 0.6 * max(width, 60) and _BEGINS.match(after.pieces[0].text) is not None


def _paragraph(text: str, first: Line, last: Line, locate: Locate) -> Paragraph:
    start, end = trimmed(text, first.start, last.end)
    content, offsets = folded_with_offsets(text, start, end)
    heading = first is last and len(content) < 120 and (first.left >= 16 or content.isupper())
    return Paragraph(content, locate(start, end, ""), offsets, heading)
