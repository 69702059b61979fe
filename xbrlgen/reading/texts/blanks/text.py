"""Plain text to paragraphs and grids: where tables begin and end, and what stands between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from xbrlgen.reading.document import Block, Paragraph
from xbrlgen.reading.given.folding import folded_with_offsets, trimmed
from xbrlgen.reading.given.locating import Locate
from xbrlgen.reading.grids.grid import build_grid, is_data
from xbrlgen.reading.grids.pieces import Piece, is_value
from xbrlgen.reading.texts.blanks.aligned import full_count, placed
from xbrlgen.reading.texts.blanks.halves import below_each_other, halves
from xbrlgen.reading.texts.blanks.stacked import stacked_heads
from xbrlgen.reading.texts.blanks.text_paragraphs import paragraphs
from xbrlgen.reading.texts.cutting.lines import Line, LineKind
from xbrlgen.reading.texts.cutting.text_lines import lines_of
from xbrlgen.reading.texts.cutting.tiles import is_year

_TITLE = re.compile(
    r"\b(?:inc|corp(?:oration)?|compan(?:y|ies)|llc|ltd|plc|subsidiar(?:y|ies)|statements?|condensed|consolidated"
    r"|reconciliations?|unaudited|continued|thousands|millions|balance sheets?|schedule|supplement\w*)\b",
    re.IGNORECASE,
)
# Lines of prose fill a page of 80 letters; labels and titles seldom do.
_LONG = 75
# Empty lines within a table: a page break of old text files leaves up to eight.
_FAR_UP = 8


def read_text(text: str, start: int, end: int, locate: Locate, *, first_grid: int = 0) -> Iterator[Block]:
    """The paragraphs and grids of a stretch of text, in order."""
    lines = lines_of(text, start, end)
    position = 0
    grids = first_grid
    for begin, last in table_regions(lines):
        first, body, heads = _with_stacked_heads(lines, begin, last, position)
        yield from paragraphs(text, lines[position:first], locate)
        shown = [line for line in lines[body : last + 1] if line.kind not in _NOT_ROWS]
        rows = [*heads, *below_each_other([placed(side) for side in halves(shown)])]
        if is_data(rows) or _is_short_table(shown, rows):
            yield build_grid(grids, rows, locate, (lines[first].start, lines[last].end), join=False)
            grids += 1
            yield from _pages(text, lines[first : last + 1], locate)
        else:
            yield from paragraphs(text, lines[first : last + 1], locate)
        position = last + 1
    yield from paragraphs(text, lines[position:], locate)


def _with_stacked_heads(
    lines: Sequence[Line], first: int, last: int, floor: int
) -> tuple[int, int, list[list[Piece]]]:
    """Where a table and its body begin, and headings set one below the other above single-spaced rows."""
    anchor = _next(lines, first)
    region = lines[first : last + 1]
    tight = sum(line.is_tight for line in region if line.kind is LineKind.VALUES)
    if anchor is None or not tight or any(line.kind is LineKind.HEADS for line in region):
        return first, first, []
    start, body, heads = stacked_heads(lines, anchor, floor, full_count([line.values for line in region]))
    return (start, body, heads) if heads else (first, first, [])


def _is_short_table(lines: Sequence[Line], rows: Sequence[Sequence[Piece]]) -> bool:
    """Whether below headings two figures stand in columns, be it that one has no label."""
    figures = sum(
        is_value(piece.text) and not is_year(piece.text) for row in rows for piece in row if piece.left
    )
    return figures > 1 and any(line.kind is LineKind.HEADS for line in lines)


_NOT_ROWS = frozenset({LineKind.BLANK, LineKind.RULE, LineKind.PAGE})


def _pages(text: str, lines: Sequence[Line], locate: Locate) -> Iterator[Paragraph]:
    """The numbers of pages that stand within a table."""
    for line in lines:
        whole = (line.start, line.end) if line.kind is LineKind.PAGE else None
        start, end = (line.page.start, line.page.end) if line.page else whole or (line.start, line.start)
        content, offsets = folded_with_offsets(text, start, end)
        if content:
            yield Paragraph(content, locate(*trimmed(text, start, end), ""), offsets)


def table_regions(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """First and last line of each table."""
    position = 0
    while True:
        anchor = _next(lines, position)
        if anchor is None:
            return
        first = _header_start(lines, anchor, position)
        last = _body_end(lines, anchor)
        yield first, last
        position = last + 1


def _next(lines: Sequence[Line], position: int) -> int | None:
    return next(
        (number for number in range(position, len(lines)) if lines[number].kind is LineKind.VALUES), None
    )


def _header_start(lines: Sequence[Line], anchor: int, floor: int) -> int:
    """Where the headings above the first values begin."""
    first = anchor
    texts = blanks = 0
    for number in range(anchor - 1, max(floor, anchor - 30) - 1, -1):
        line = lines[number]
        if _is_heading_text(line) and not _stands_below_heads(lines, number):
            break
        if _may_head(line) or _is_over(line, lines[anchor]):
            first, texts, blanks = number, 0, 0
        elif line.kind is LineKind.TEXT:
            texts += 1
            # Titles over headings take up to four lines (company, statement, dates, unit).
            if texts > 4 or _is_long(line) or _ends_sentence(line):
                break
        elif line.kind is LineKind.PAGE:
            break
        else:
            blanks += line.kind is LineKind.BLANK
            if blanks > _FAR_UP:
                break
    return first if first < anchor else _labels_above(lines, anchor, floor)


def _stands_below_heads(lines: Sequence[Line], number: int) -> bool:
    """Whether a name at the left margin stands right below years: the company's rows begin there."""
    above = lines[number - 1] if number else None
    years = above is not None and sum(is_year(piece.text) for piece in above.pieces) > 1
    return years and lines[number].left < _MARGIN and len(lines[number].pieces) == 1


def _is_over(line: Line, anchor: Line) -> bool:
    """Whether a line of texts parted by gaps heads the columns of the values below, their label too."""
    if line.kind is not LineKind.TEXT or len(line.pieces) < _FEWEST_HEADS or not anchor.values:
        return False
    return line.pieces[1].left >= anchor.values[0].left - _MARGIN and all(
        len(piece.text) < _LONGEST_HEAD for piece in line.pieces[1:]
    )


# Letters from the left edge, or from the first figure, within which a text is a label's and no heading.
_MARGIN = 16
# The label's and those of two columns; two texts apart are a title and a page number.
_FEWEST_HEADS = 3
# Headings are as narrow as figures are wide apart; longer texts side by side are signatures and addresses.
_LONGEST_HEAD = 40


def _is_heading_text(line: Line) -> bool:
    """Whether a line names the company or the statement rather than columns."""
    text = line.pieces[0].text if len(line.pieces) == 1 else ""
    if text.startswith("(") or text.endswith(":"):
        return False
    if _NEVER_HEADS.search(text):
        return True
    return _TITLE.search(text) is not None and _PERIOD.search(text) is None


_NEVER_HEADS = re.compile(
    r"\b(?:selected|financial data|highlights|statements? of|balance sheets?)\b", re.IGNORECASE
)
_PERIOD = re.compile(r"\b(?:ended|ending|months|weeks|quarter)\b|\b(?:19|20)\d\d\b", re.IGNORECASE)


def _may_head(line: Line) -> bool:
    """Whether a line above values may belong to their headings."""
    if line.kind is LineKind.HEADS:
        return True
    if line.kind is not LineKind.TEXT:
        return False
    # Headings stand over figures, right of the middle of the page, and are as narrow as these.
    return (len(line.pieces) > 1 and line.left > 0) or (line.left > 50 and line.right - line.left < 25)


def names_a_table(text: str) -> bool:
    """Whether a text names a company, a statement or its units, as titles of tables do."""
    return _TITLE.search(text) is not None


def _is_long(line: Line) -> bool:
    """Whether a line is as long as those of prose: without a gap as wide as between two sides of a table."""
    gaps = [after.left - before.right for before, after in pairwise(line.pieces)]
    return line.right - line.left > _LONG and max(gaps, default=0) < _GUTTER


# Blanks between two sides of a table; justified prose has no such gap.
_GUTTER = 12


def _ends_sentence(line: Line) -> bool:
    return line.pieces[-1].text.endswith(".") and line.right > 60


def _labels_above(lines: Sequence[Line], anchor: int, floor: int) -> int:
    """Section labels directly above the first values of a table without headings."""
    # Sections within sections: "ASSETS", "Current assets:", one wrapped label.
    first = anchor
    while first > floor and anchor - first < 3:
        line = lines[first - 1]
        if line.kind is not LineKind.TEXT or line.right > _LONG or _TITLE.search(line.pieces[0].text):
            break
        first -= 1
    return first


def _body_end(lines: Sequence[Line], anchor: int) -> int:
    """The last line with values before something else begins."""
    last = anchor
    texts = long = blanks = 0
    for number in range(anchor + 1, len(lines)):
        line = lines[number]
        if line.kind is LineKind.VALUES:
            last, texts, long, blanks = number, 0, 0, 0
        elif line.kind is LineKind.HEADS:
            break
        elif line.kind is LineKind.TEXT:
            texts += 1
            long += line.right - line.left > _LONG and len(line.pieces) == 1
            # Wrapped labels and names of sections take so many lines; more are what comes after the table.
            if long > 2 or texts > 6 or _is_title(lines, number, blanks):
                break
        else:
            blanks += line.kind in (LineKind.BLANK, LineKind.PAGE)
            if blanks > _FAR_UP:
                break
    return _with_rest_of_label(lines, last)


def _is_title(lines: Sequence[Line], number: int, blanks: int) -> bool:
    """Whether a line after a gap titles another table: set to the middle, or with a unit line soon below."""
    line = lines[number]
    if not blanks or _TITLE.search(line.pieces[0].text) is None:
        return False
    if _STATEMENT.match(line.pieces[0].text):
        return True
    below = [below.pieces[0].text for below in lines[number + 1 : number + 5] if below.pieces]
    return line.left >= _MARGIN or any(map(_UNIT_LINE.match, below))


_STATEMENT = re.compile(
    r"(?:(?:condensed|consolidated|unaudited|interim)\s+)*(?:balance sheets?|statements? of (?:operations"
    r"|income|earnings|cash flows?|financial (?:condition|position)|comprehensive))\W*(?:\(unaudited\))?$",
    re.IGNORECASE,
)
_UNIT_LINE = re.compile(
    r"\(?(?:(?:un)?audited\)|(?:dollars |amounts |figures |\$ )?in (?:thousands|millions|billions))",
    re.IGNORECASE,
)


def _with_rest_of_label(lines: Sequence[Line], last: int) -> int:
    """The last row with the rest of its label on the next line, when that is plainly a rest."""
    if last + 1 < len(lines) and lines[last + 1].kind is LineKind.TEXT:
        rest = lines[last + 1]
        if len(rest.pieces) == 1 and rest.pieces[0].text[:1].islower() and rest.right < _LONG:
            return last + 1
    return last
