"""Tables that a page sets with blanks that don't break: lines of a paragraph, or a paragraph a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from xbrlgen.reading.pages.raw_table import BLOCK_MARK, LINE_MARK, RawTable, Run

# A gap that shows before a figure: at least three hard blanks, as ordinary ones run together.
_GAP: Final = re.compile(
    r"\S(?:[ \t\r\n]*\xa0){3,}[ \t\r\n]*(?:US)?[$€£(]?[\s\xa0]*[(]?(?:\d|\.\d|[—–-](?:\s|$))"
)
_LEAD: Final = re.compile(r"(?:[ \t\r\n]*\xa0){3,}")
_LINES: Final = re.compile(f"[{BLOCK_MARK}{LINE_MARK}]")
_AS_PLAIN: Final = str.maketrans(
    {BLOCK_MARK: "\n", LINE_MARK: "\n", "\xa0": " ", "\n": " ", "\r": " ", "\t": " "}
)
# Two lines with wide gaps are an address or a signature.
_LEAST: Final = 3
# Letters a line: longer ones are paragraphs.
_LONGEST: Final = 120
# Paragraphs without figures between two rows: sections, and headings after a page break.
_BETWEEN: Final = 4


@frozen
class Spaced:
    """A stretch of text whose blanks set a table."""

    start: int
    end: int


def with_spaced(text: str, blocks: Sequence[Run | RawTable]) -> Iterator[Run | RawTable | Spaced]:
    """The blocks; paragraphs that are lines of a table set with blanks are one stretch."""
    if "\xa0\xa0" not in text:
        yield from blocks
        return
    at = 0
    while at < len(blocks):
        last = _last_of_table(text, blocks, at)
        if last is None:
            yield blocks[at]
            at += 1
        else:
            yield Spaced(blocks[at].start, blocks[last].end)
            at = last + 1


def as_plain(text: str, spaced: Spaced) -> str:
    """The text with the stretch as it shows: hard blanks as blanks, breaks as ends of lines, all in place."""
    shown = text[spaced.start : spaced.end].translate(_AS_PLAIN)
    return text[: spaced.start] + shown + text[spaced.end :]


def _last_of_table(text: str, blocks: Sequence[Run | RawTable], first: int) -> int | None:
    """The last paragraph of the table that begins with this one; None where none begins."""
    if not _opens(text, blocks[first]):
        return None
    rows, last = 0, None
    for at in range(first, len(blocks)):
        block = blocks[at]
        if isinstance(block, RawTable) or block.end - block.start > _LONGEST * _height(text, block):
            break
        count = _rows_in(text, block)
        rows += count
        if count:
            last = at
        elif at - (last if last is not None else first) > _BETWEEN:
            break
    return last if rows >= _LEAST else None


def _opens(text: str, block: Run | RawTable) -> bool:
    """Whether a paragraph may begin such a table: a row, or a heading pushed to the right."""
    if isinstance(block, RawTable) or block.is_preformatted:
        return False
    return _LEAD.match(text, block.start, block.end) is not None or _rows_in(text, block) > 0


def _height(text: str, run: Run) -> int:
    return len(_LINES.findall(text, run.start, run.end)) + 1


def _rows_in(text: str, run: Run) -> int:
    """How many lines of a paragraph have a figure behind a gap."""
    if text.find("\xa0\xa0", run.start, run.end) < 0:
        return 0
    return sum(_GAP.search(line) is not None for line in _LINES.split(text[run.start : run.end]))
