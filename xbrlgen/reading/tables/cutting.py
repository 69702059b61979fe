"""The rows of a grid cut into tables, where headings begin anew after figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile

from xbrlgen.reading.tables.bands import is_lone_heading, is_new_heading
from xbrlgen.reading.tables.scales import scale_phrase
from xbrlgen.reading.tables.told import ToldRow
from xbrlgen.reading.words import title_words


def parts_of(rows: Sequence[ToldRow], is_band: Callable[[ToldRow], bool]) -> Iterator[list[ToldRow]]:
    """The rows cut where headings begin anew after figures."""
    current: list[ToldRow] = []
    heads: list[ToldRow] = []
    seen_amounts = False
    is_narrow = len(columns_of_figures(rows)) == 1
    for at, row in enumerate(rows):
        if not seen_amounts and not row.has_amounts and not is_band(row):
            heads.append(row)
        if seen_amounts and is_band(row) and not _is_before_headings(rows[at + 1 :]):
            yield current
            current, seen_amounts = list(heads), False
        if seen_amounts and (is_new_heading(row) or (is_narrow and is_lone_heading(row))):
            titles = _trailing_titles(current)
            yield current[: len(current) - len(titles)]
            current, seen_amounts = titles, False
        current.append(row)
        seen_amounts = seen_amounts or row.has_amounts
    yield current


def _is_before_headings(rows: Sequence[ToldRow]) -> bool:
    """Whether headings over the figures follow before any of these."""
    return any(map(is_new_heading, takewhile(lambda row: not row.has_amounts, rows)))


def _trailing_titles(rows: Sequence[ToldRow]) -> list[ToldRow]:
    titles: list[ToldRow] = []
    for row in reversed(rows):
        if row.figures or not (_is_caption(row) or _is_of_times(row) or not row.cells):
            break
        titles.insert(0, row)
    return titles if any(row.cells for row in titles) else []


def _is_of_times(row: ToldRow) -> bool:
    """Whether a row says but a time, as "Nine Months Ended" above the days that begin a table."""
    return len(row.times) == len(row.cells) > 0


def _is_caption(row: ToldRow) -> bool:
    text = " ".join(cell.text for cell in row.cells)
    titled = bool(title_words.kinds_named(text))
    return bool(row.cells) and (titled or bool(scale_phrase(text) or title_words.UNAUDITED.search(text)))


def columns_of_figures(rows: Sequence[ToldRow]) -> tuple[int, ...]:
    """Where columns of figures stand."""
    counts = Counter(cell.column for row in rows for cell, _ in row.figures)
    return tuple(sorted(key for key in counts if key > 0))


def is_unit_text(text: str) -> bool:
    """Whether a text tells the unit of a table, or that it is unaudited or goes on."""
    return bool(
        scale_phrase(text) or title_words.UNAUDITED.search(text) or title_words.CONTINUED.search(text)
    )
