"""Which paragraphs caption a table, and which tables are one that a page break cut."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from attrs import evolve

from xbrlgen.periods import read_time
from xbrlgen.places import Format, Source
from xbrlgen.reading.document import Block, Cell, Grid, Paragraph
from xbrlgen.reading.grids.pieces import is_value
from xbrlgen.reading.tables.kinds import title_kind
from xbrlgen.reading.tables.scales import scale_phrase
from xbrlgen.reading.tables.table import Line, Table, shape
from xbrlgen.reading.tables.told import is_time
from xbrlgen.reading.words import column_words, title_words
from xbrlgen.time_words import TimeWords

# Company, title, two lines of dates, unit, unaudited, and a note; above that, other things are told.
_MOST_CAPTIONS: Final = 8
_PAGE_MARK: Final = re.compile(r"\W*(?:page\s*)?\d{0,3}\W*|<PAGE>(?:\s*\d{1,3})?|#+|[ivx]+", re.IGNORECASE)


def tables_of(
    sources: Sequence[Source], blocks: Sequence[Block], *, european: bool = False
) -> tuple[Table, ...]:
    """Every table of figures of a document, with its captions, joined across page breaks."""
    return tuple(join(_all_tables(sources, blocks, european=european)))


def _all_tables(sources: Sequence[Source], blocks: Sequence[Block], *, european: bool) -> Iterator[Table]:
    between: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            between.append(block)
            continue
        captions = captions_of(between)
        follows = not any(_is_prose(paragraph) for paragraph in between)
        tables = shape(block, captions, sources, european=european)
        for index, table in enumerate(tables):
            yield evolve(
                table,
                follows=follows or index > 0,
                is_sheet=_is_sheet(block, sources),
                is_ordered=_is_ordered(block, sources),
            )
        if tables:
            between = []
        else:
            between += _as_paragraphs(block)


def _is_sheet(grid: Grid, sources: Sequence[Source]) -> bool:
    return sources[grid.place.source].format in {Format.CSV, Format.XLSX}


def _is_ordered(grid: Grid, sources: Sequence[Source]) -> bool:
    """Whether a conversion put rows on one line, or each cell on a line of its own."""
    if sources[grid.place.source].format not in {Format.MARKDOWN, Format.TEXT, Format.SGML}:
        return False
    lines = [{cell.places[0].line for cell in row if cell.places} for row in grid.rows if len(row) > 1]
    apart = sum(len(each) > 1 for each in lines)
    together = sum(bool(one & two) for one, two in pairwise(lines))
    if any(_overlap(one, two) for row in grid.rows for one, two in pairwise(row)):
        return True
    if any(_is_loose(row[-1]) for row in grid.rows if row):
        return True
    return 2 * max(apart, together) > len(lines)


def _is_loose(cell: Cell) -> bool:
    """Whether an amount may stand in several columns, which no reader of text gives it for another reason."""
    return cell.column > 0 and cell.columns > 1 and is_value(cell.text) and not is_time(cell.text)


def _overlap(one: Cell, two: Cell) -> bool:
    """Whether two cells with numbers share a column; specks and pieces of words beside a number may."""
    return one.column + one.columns > two.column and all(
        any(map(str.isdigit, cell.text)) for cell in (one, two)
    )


def _as_paragraphs(grid: Grid) -> Iterator[Paragraph]:
    """The rows of a table that holds no figures, as captions of the next: titles are often set so."""
    for row in grid.rows:
        text = " ".join(cell.text for cell in row)
        if text:
            yield Paragraph(text, row[0].places[0] if row[0].places else grid.place)


def captions_of(paragraphs: Sequence[Paragraph]) -> tuple[str, ...]:
    """The short paragraphs right above a table, from the top down, back to the last long one."""
    found: list[str] = []
    for paragraph in reversed(paragraphs):
        if not found and _says_unit(paragraph.text):
            return (paragraph.text,)
        if _is_prose(paragraph) or len(found) == _MOST_CAPTIONS:
            if _says_unit(paragraph.text):
                found.insert(0, paragraph.text)
            break
        if not _PAGE_MARK.fullmatch(paragraph.text):
            found.insert(0, paragraph.text)
    return tuple(found)


def _is_prose(paragraph: Paragraph) -> bool:
    text = paragraph.text
    # Unit lines with all their exceptions come to 300 letters; introductions that end in a colon to 200.
    if len(text) < 400 and not text.endswith(".") and scale_phrase(text):
        return False
    if len(text) < 300 and _INTRODUCES.search(text):
        return False
    # Titles in full, with the dates of all columns, stay below 250; with a full stop, below a line.
    return len(text) > 250 or (len(text) > 90 and text.endswith(".")) or bool(_FOOTNOTE.match(text))


_INTRODUCES: Final = re.compile(r":$|(?:as follows|below)\W*$", re.IGNORECASE)


def _says_unit(text: str) -> bool:
    """Whether a sentence introduces the table below it and says its unit in brackets."""
    return len(text) < _LONGEST_INTRODUCTION and _SAYS_UNIT.search(text) is not None


_SAYS_UNIT: Final = re.compile(
    r"\b(?:following|below)\b.*\((?:[^()]{0,90}\.\s|(?:(?:unaudited|dollars?|amounts?|figures),?\s)*)"
    r"in\s(?:thousands|millions|billions)\b.*\.$",
    re.IGNORECASE,
)
# Three lines: what is shown, what it is not, and the unit; a whole paragraph captions nothing.
_LONGEST_INTRODUCTION: Final = 450
_FOOTNOTE: Final = re.compile(r"\(\w{1,2}\)\s|\*")


def join(tables: Iterable[Table]) -> Iterator[Table]:
    """The tables, with those that continue the one before put back on it."""
    held: Table | None = None
    for table in tables:
        if held is not None and continues(held, table):
            held = _joined(held, table)
            continue
        if held is not None:
            yield held
        held = table
    if held is not None:
        yield held


def continues(first: Table, second: Table) -> bool:
    """Whether a table goes on with the one before: no headings of its own, the same ones, or it says so."""
    if len(first.keys) != len(second.keys):
        return False
    says_so = any(title_words.CONTINUED.search(caption) for caption in second.captions)
    if says_so and _same_title(first, second):
        return not (_is_of_another_time(first.corner, second.corner) or _names_another_time(first, second))
    if _is_of_another_time(first.corner, second.corner) or _is_of_another_thing(first.corner, second.corner):
        return False
    if not second.follows or any(title_kind(caption) for caption in second.captions):
        return False
    if any(map(_dates_a_table, second.captions)):
        return False
    return not (_has_times(second) or _has_names(second)) or (
        _same_heads(first, second) and not any(map(_is_telling, second.captions))
    )


def _dates_a_table(caption: str) -> bool:
    """Whether a caption says of which period or day a table is."""
    time = read_time(caption)
    return bool((time.length and time.year) or (time.is_instant and time.end))


def _names_another_time(first: Table, second: Table) -> bool:
    """Whether captions or headings name times that the table before is not of."""
    told, before = (frozenset(_atoms(_times_said(table))) for table in (second, first))
    return bool(before and told - before)


def _times_said(table: Table) -> Iterator[TimeWords]:
    """What the headings say of time, and the captions that date the table."""
    yield from (read_time(caption) for caption in table.captions if _dates_a_table(caption))
    yield from (read_time(cell.text) for row in table.heads for cell in row)


def _atoms(times: Iterable[TimeWords]) -> Iterator[tuple[str, object]]:
    """What words of time say, one by one: headings of one table are broken into lines in several ways."""
    for time in times:
        said = {"length": time.length, "quarter": time.quarter, "month": time.month, "day": time.day}
        said["year"] = time.year or time.fiscal_year
        yield from ((name, value) for name, value in said.items() if value is not None)


def _has_names(table: Table) -> bool:
    """Whether two columns or more are named: "Level 1 | Level 2 | Level 3"."""
    names = {
        cell.text
        for row in table.heads
        for cell in row
        if _is_telling(cell.text)
        and column_words.SAYS_NO_SEGMENT.sub("", cell.text)
        and not scale_phrase(cell.text)
    }
    return len(names) > 1


def _is_of_another_time(first: str, second: str) -> bool:
    """Whether what stands over the labels names a time ("Fiscal 2012") that the table before is not of."""
    time = read_time(second)
    return not time.says_nothing and time != read_time(first)


def _is_of_another_thing(first: str, second: str) -> bool:
    """Whether what stands over the labels names what a table is about, and the table before is not."""
    return bool(first and second) and first != second and _is_telling(first) and _is_telling(second)


def _is_telling(caption: str) -> bool:
    """Whether a caption is more than a unit line, a name or a mark of the page."""
    return not (
        title_words.NOT_A_TITLE.search(caption)
        or title_words.LEGAL_NAME.search(caption)
        or read_time(caption) != TimeWords()
    )


def _same_title(first: Table, second: Table) -> bool:
    kinds = {kind for caption in second.captions if (kind := title_kind(caption))}
    return not kinds or bool(kinds & {title_kind(caption) for caption in first.captions})


def _has_times(table: Table) -> bool:
    return any(not read_time(cell.text).says_nothing for row in table.heads for cell in row)


def _same_heads(first: Table, second: Table) -> bool:
    return _heads_said(first) == _heads_said(second)


def _heads_said(table: Table) -> list[list[str]]:
    """What the rows of headings say, but for "(unaudited)", which a repeated heading leaves out."""
    rows = ([cell.text for cell in row if not _UNAUDITED(cell.text)] for row in table.heads)
    return [row for row in rows if row]


_UNAUDITED: Final = title_words.UNAUDITED.fullmatch


def _joined(first: Table, second: Table) -> Table:
    keys = dict(zip(second.keys, first.keys, strict=True))
    lines = tuple(_rekeyed(line, keys) for line in second.lines)
    return evolve(
        first,
        grids=tuple(dict.fromkeys((*first.grids, *second.grids))),
        lines=(*first.lines, *lines),
        places=(*first.places, *second.places),
    )


def _rekeyed(line: Line, keys: dict[int, int]) -> Line:
    return evolve(line, figures=tuple((keys[key], figure) for key, figure in line.figures))
