"""Statements built by hand: the shortest way from printed rows to what reading would yield."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from attrs import evolve

from xbrlgen.figures import parse_figure
from xbrlgen.model import Period
from xbrlgen.places import Place
from xbrlgen.reading.document import Document
from xbrlgen.reading.statement import Column, ColumnKind, Entry, Kind, Mention, Row, Statement, StatementKind

Printed = tuple[str, ...]

Q3 = Period.duration(date(2013, 7, 1), date(2013, 9, 30))
Q3_BEFORE = Period.duration(date(2012, 7, 1), date(2012, 9, 30))
NINE = Period.duration(date(2013, 1, 1), date(2013, 9, 30))
NINE_BEFORE = Period.duration(date(2012, 1, 1), date(2012, 9, 30))
NOW = Period.instant(date(2013, 9, 30))
YEAR_END = Period.instant(date(2012, 12, 31))


def column(index: int, period: Period | None, **other: Any) -> Column:
    """A column of values for a period."""
    return evolve(Column(index, ColumnKind.VALUE, _heading(period), period), **other)


def _heading(period: Period | None) -> str:
    if period is None:
        return ""
    return (
        f"{period.start:%B %d, %Y} to {period.end:%B %d, %Y}" if period.start else f"{period.end:%B %d, %Y}"
    )


def statement(
    kind: StatementKind,
    periods: Sequence[Period | Column | None],
    rows: Sequence[Printed],
    *,
    index: int = 0,
    scale: int = 3,
) -> Statement:
    """A statement of rows ``(label, figure, figure...)``.

    A label that ends in ``:`` opens a section (two spaces before it, a section within); ``eps|`` or
    ``shares|`` before a label makes its figures amounts a share or numbers of shares.
    """
    columns = tuple(p if isinstance(p, Column) else column(i, p) for i, p in enumerate(periods))
    section: tuple[str, ...] = ()
    made: list[Row] = []
    entries: list[Entry] = []
    for number, (label, *figures) in enumerate(rows):
        kind_of, plain = _kind_of(label)
        heading = not figures
        if heading:
            section = _section(section, label)
        total = plain.lower().startswith("total") or not plain
        made.append(
            Row(
                number,
                plain,
                section,
                depth=len(section),
                kind=None if heading else kind_of,
                is_total=total and not heading,
                is_heading=heading,
            )
        )
        entries += _entries(number, kind_of, figures, index, scale)
    return Statement(index, kind, kind.value, columns, tuple(made), tuple(entries))


def _section(section: tuple[str, ...], label: str) -> tuple[str, ...]:
    if label == "end:":
        return ()
    if label.startswith("  "):
        return (*section[:1], label.strip())
    return (label,)


def _kind_of(label: str) -> tuple[Kind, str]:
    kinds = {"eps": Kind.PER_SHARE, "shares": Kind.SHARES, "percent": Kind.PERCENT}
    name, _, rest = label.partition("|")
    return (kinds[name], rest) if name in kinds else (Kind.MONEY, label)


UNITS = {Kind.MONEY: "USD", Kind.PER_SHARE: "USD/shares", Kind.SHARES: "shares", Kind.PERCENT: "pure"}


def _entries(row: int, kind: Kind, figures: Sequence[str], index: int, scale: int) -> list[Entry]:
    made = []
    for number, text in enumerate(figures):
        if not text:
            continue
        offset = index * 100_000 + row * 100 + number * 10
        place = Place(
            0, offset, offset + len(text), row + 1, number + 1, f"table {index}, row {row}, column {number}"
        )
        figure = parse_figure(text, place)
        assert figure is not None, text
        size = {Kind.MONEY: scale, Kind.PERCENT: -2}.get(kind, 0)
        made.append(Entry(row, number, figure, kind, UNITS[kind], size))
    return made


def mention(text: str, subject: str, period: Period | None, *, scale: int = 6, **other: Any) -> Mention:
    """A figure in a sentence."""
    figure = parse_figure(text, Place(0, 9_000_000, 9_000_000 + len(text), 900, 1))
    assert figure is not None, text
    plain = Mention(evolve(figure, scale=0), subject, Kind.MONEY, "USD", scale, period=period)
    return evolve(plain, **other)


def document(*statements: Statement, mentions: Sequence[Mention] = ()) -> Document:
    """A document of these statements."""
    return Document((), statements=statements, mentions=tuple(mentions))
