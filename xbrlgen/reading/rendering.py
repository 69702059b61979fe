"""A statement as text, for people to compare with the page."""

from __future__ import annotations

from collections.abc import Iterator

from xbrlgen.model import Period
from xbrlgen.reading.statement import Column, Entry, Row, Statement


def statement_table(statement: Statement) -> str:
    """The statement as lines of text: what was understood of its columns, then row by row."""
    head = [
        f"{statement.index}. {statement.kind.value} [{statement.basis.value}] {statement.title!r}",
        f"  {statement.currency}, scale: {statement.scale_text!r}",
    ]
    return "\n".join((*head, *map(_column, statement.columns), *_rows(statement)))


def _column(column: Column) -> str:
    extra = [column.basis.value if column.basis.value != "as reported" else "", column.segment]
    extra += [f"derived {each}" for each in column.derived] + (
        [f"DOUBT {column.doubt}"] if column.doubt else []
    )
    words = "; ".join(part for part in extra if part)
    return f"  [{column.index}] {period_text(column.period)} {column.kind.value} | {column.heading}" + (
        f" ({words})" if words else ""
    )


def period_text(period: Period | None) -> str:
    """A period as two dates, or one for an instant."""
    if period is None:
        return "?"
    return f"{period.start}..{period.end}" if period.start else f"{period.end}"


def _rows(statement: Statement) -> Iterator[str]:
    for row in statement.rows:
        cells = [statement.entry(row.index, column.index) for column in statement.columns]
        yield f"  {row.index:3} {_label(row)[:58]:58} " + " ".join(_cell(cell) for cell in cells)


def _label(row: Row) -> str:
    mark = "#" if row.is_heading else "=" if row.is_total else " "
    return mark + "  " * min(row.depth, 4) + (row.label or "·") + f" {{{len(row.section)}}}"


def _cell(entry: Entry | None) -> str:
    if entry is None:
        return f"{'·':>16}"
    value = "unreadable" if entry.value is None else f"{entry.value:,f}"
    return f"{value:>16}{_UNITS.get(entry.unit, f' {entry.unit}')}{'?' if entry.doubt else ''}"


_UNITS = {"USD": "", "shares": "s", "USD/shares": "/s", "pure": "p"}
