"""Earnings releases as tables of prints, for pages in several forms and for damage done to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from types import MappingProxyType
from typing import Final

from attrs import frozen

from xbrlgen.model import Period

NO_PERIOD: Final = "no period is printed over the column"

Cell = tuple[int, int, int]
"""A printed figure by its table, its line and its column, each from 0."""


@frozen
class Line:
    """A row of a table: its label and what is printed in its cells; a heading has none."""

    label: str
    cells: tuple[str, ...] = ()
    depth: int = 0
    kind: str = "money"


@frozen
class Table:
    """A statement as it is printed, under one period a column."""

    title: str
    unit: str
    periods: tuple[Period, ...]
    lines: tuple[Line, ...]


@frozen
class Earnings:
    """A release of several statements and some sentences."""

    tables: tuple[Table, ...]
    sentences: tuple[str, ...] = ()

    def cell(self, cell: Cell) -> str:
        """What is printed in a cell, empty where nothing is."""
        table, line, column = cell
        cells = self.tables[table].lines[line].cells
        return cells[column] if column < len(cells) else ""

    @property
    def cells(self) -> Iterator[Cell]:
        """The cells in which something is printed, in their order."""
        for t, table in enumerate(self.tables):
            for n, line in enumerate(table.lines):
                yield from ((t, n, column) for column, text in enumerate(line.cells) if text)

    def page(self, form: str = "html") -> str:
        """The release as a page of a form, a name of `PAGES`."""
        return PAGES[form](self)


_SPANS: Final = (
    (80, 100, "Three Months Ended"), (170, 190, "Six Months Ended"), (260, 285, "Nine Months Ended"),
    (350, 380, "Twelve Months Ended"),
)  # fmt: skip


def heading_of(period: Period) -> tuple[str, str]:
    """How a period is printed over its column: how long, and until when.

    >>> from datetime import date
    >>> heading_of(Period.duration(date(2013, 7, 1), date(2013, 9, 30)))
    ('Three Months Ended', 'September 30, 2013')
    """
    end = period.end
    if end is None:
        raise ValueError(NO_PERIOD)
    day = f"{end:%B} {end.day}, {end.year}"
    if period.start is None:
        return "", day
    days = (end - period.start).days
    return next((words for low, high, words in _SPANS if low <= days <= high), f"{days + 1} Days Ended"), day


def _html(release: Earnings) -> str:
    paragraphs = "".join(f"<p>{escape(sentence)}</p>\n" for sentence in release.sentences)
    tables = "\n".join(map(_html_table, release.tables))
    return f"<html><body><p>Example Corporation</p>\n{paragraphs}{tables}</body></html>"


def _html_table(table: Table) -> str:
    heads = "".join(
        f"<td>{' '.join(part for part in heading_of(period) if part)}</td>" for period in table.periods
    )
    rows = "\n".join(_html_row(line, len(table.periods)) for line in table.lines)
    above = f"<p>{escape(table.title)}</p><p>{escape(table.unit)}</p>"
    return f"{above}\n<table><tr><td></td>{heads}</tr>\n{rows}</table>"


def _html_row(line: Line, width: int) -> str:
    cells = "".join(f"<td>{escape(text)}</td>" for text in _filled(line.cells, width))
    return f'<tr><td style="padding-left:{line.depth}em">{escape(line.label)}</td>{cells}</tr>'


def _filled(cells: Sequence[str], width: int) -> list[str]:
    return [*cells, *[""] * (width - len(cells))]


def _markdown(release: Earnings) -> str:
    tables = "\n\n".join(map(_markdown_table, release.tables))
    return "\n\n".join(["# Example Corporation", *release.sentences, tables]) + "\n"


def _markdown_table(table: Table) -> str:
    heads = [" ".join(part for part in heading_of(period) if part) for period in table.periods]
    rows = [[line.label, *_filled(line.cells, len(heads))] for line in table.lines]
    lines = [["", *heads], ["---"] * (len(heads) + 1), *rows]
    body = "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
    return f"**{table.title}**\n\n{table.unit}\n\n{body}"


LABEL: Final = 70
CELL: Final = 24


def _text(release: Earnings) -> str:
    tables = "\n\n".join(map(_text_table, release.tables))
    return "\n\n".join(["Example Corporation", *release.sentences, tables]) + "\n"


def _text_table(table: Table) -> str:
    spans, days = zip(*map(heading_of, table.periods), strict=True)
    heads = [_text_row("", texts) for texts in (spans, days) if any(texts)]
    rows = [_text_row("  " * line.depth + line.label, line.cells) for line in table.lines]
    return "\n".join([table.title, table.unit, "", *heads, "", *rows])


def _text_row(label: str, cells: Sequence[str]) -> str:
    return (label.ljust(LABEL) + "".join(text.rjust(CELL) for text in cells)).rstrip()


PAGES: Final[Mapping[str, Callable[[Earnings], str]]] = MappingProxyType(
    {"html": _html, "markdown": _markdown, "text": _text}
)
