"""The facts as text: tables for a person, lines for a program."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from xbrlgen.cli.console import console
from xbrlgen.writing.tables.records import rows_csv

Row = Mapping[str, Any]
# Letters of a cell; longer values are texts, and all of them is in the other formats.
_LONGEST = 60
# The width of a terminal from which all columns fit, and the widths of what is in them.
_WIDE = 110
# What a table needs beside the value.
_NARROW = 46
_WIDEST_TEXT = 20
_NARROW_TEXT = 12
_DAY = 10
_SHOWN = ("concept", "value", "unit", "start", "end", "dimensions", "line")


def for_programs(rows: Sequence[Row], report: str, chosen: str) -> bytes:
    """Give the facts as a text for programs: tabs between columns where a table was asked for."""
    if chosen == "xbrl-json":
        return f"{report}\n".encode()
    if chosen == "csv":
        return rows_csv(rows)
    if chosen == "json":
        plain = [{name: _plain(value) for name, value in row.items()} for row in rows]
        return (json.dumps(plain, indent=1, ensure_ascii=False) + "\n").encode()
    lines = [_SHOWN, *([_text(row.get(name)) for name in _SHOWN] for row in rows)]
    return "".join("\t".join(line) + "\n" for line in lines).encode()


def _plain(value: object) -> object:
    return f"{value:f}" if isinstance(value, Decimal) else value


def show(rows: Sequence[Row]) -> None:
    """Show the facts on a terminal; a narrow one has fewer columns, with two things in each."""
    out = console()
    is_wide = out.width >= _WIDE
    digits = max((len(_text(row.get("value"))) for row in rows if _is_number(row)), default=0)
    if out.width < _NARROW + max(digits, _NARROW_TEXT):
        _one_by_one(rows)
        return
    table = _columns(digits, is_wide=is_wide)
    for row in rows:
        line = [_shortened(_text(row.get(name))) for name in _SHOWN]
        table.add_row(*map(Text, line if is_wide else _stacked(line)))
    out.print(table, soft_wrap=False)


def _columns(digits: int, *, is_wide: bool) -> Table:
    """Give a table without rows, whose numbers have so many digits at most."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("concept", overflow="fold", min_width=20)
    most = _WIDEST_TEXT if is_wide else max(digits, _NARROW_TEXT)
    table.add_column("value", justify="right", overflow="fold", min_width=digits, max_width=most)
    for name in ("unit", "start", "end") if is_wide else ("period",):
        table.add_column(name, no_wrap=True, min_width=len(name) if name == "unit" else _DAY)
    if is_wide:
        table.add_column("dimensions", overflow="fold")
    table.add_column("line", justify="right", no_wrap=True, min_width=4)
    return table


def _one_by_one(rows: Sequence[Row]) -> None:
    """Show facts where not even a narrow table fits."""
    out = console()
    for row in rows:
        concept, value, unit, start, end, dimensions, line = (_text(row.get(name)) for name in _SHOWN)
        out.print(escape(concept), soft_wrap=True)
        for text in (dimensions, f"{value} {unit}", f"{start} to {end}" if start else end, f"line {line}"):
            if text.strip():
                out.print(Padding(escape(text), (0, 0, 0, 4)), soft_wrap=False)


def _is_number(row: Row) -> bool:
    return isinstance(row.get("value"), Decimal)


def _stacked(line: Sequence[str]) -> list[str]:
    """Put dimensions under the concept, the unit under the value and the end under the start."""
    concept, value, unit, start, end, dimensions, place = line
    pairs = (concept, dimensions), (value, unit), (start, end)
    return [*("\n".join(filter(None, pair)) for pair in pairs), place]


def _text(value: object) -> str:
    """Give a value on one line."""
    text = f"{value:,f}" if isinstance(value, Decimal) else "" if value is None else str(value)
    return " ".join(text.split())


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
