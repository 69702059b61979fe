"""Expected tables of face statements: how they are written down, and how a reading is compared to them.

A table file is tab-separated. A line ``@ kind period period ...`` opens a statement; each line under it is
a row: its label shortened to bare words, then one value a column at full size with the printed sign, with
its unit (nothing for the currency, ``s`` shares, ``/s`` per share, ``p`` pure); ``.`` where nothing is
printed, ``?`` behind what must be marked as doubtful.

    python -m tests.tools.reading_tables RELEASE   # prints what is read, to be checked against the page
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from xbrlgen.reading.sources import read_sources
from xbrlgen.reading.statement import FACE_KINDS, Column, ColumnKind, Entry, Statement
from xbrlgen.reading.understand import understand

_UNITS = {"shares": "s", "pure": "p"}


def face_statements(path: Path) -> list[Statement]:
    """The face statements of a release, in order."""
    sources, blocks, _ = read_sources(path)
    return [each for each in understand(sources, blocks).statements if each.kind in FACE_KINDS]


def table_lines(statements: Iterable[Statement]) -> Iterator[str]:
    """The statements in the form of the table files; columns that hold no values are left out."""
    for statement in statements:
        columns = [column for column in statement.columns if column.kind is ColumnKind.VALUE]
        yield "\t".join(("@", statement.kind.name, *map(_period, columns)))
        for row in statement.rows:
            if not row.is_heading:
                cells = [statement.entry(row.index, column.index) for column in columns]
                yield "\t".join((short(row.label), *map(_cell, cells)))


def short(label: str) -> str:
    """A label as its bare words, at most twenty-four letters of them."""
    words = re.findall(r"[a-z]+", label.lower())
    return " ".join(words)[:24].strip() or "-"


def _period(column: Column) -> str:
    period, doubt = column.period, "?" if column.doubt else ""
    if period is None:
        return f"?{doubt}"
    return f"{period.start}..{period.end}{doubt}" if period.start else f"{period.end}{doubt}"


def _cell(entry: Entry | None) -> str:
    if entry is None:
        return "."
    value = "none" if entry.value is None else f"{entry.value.normalize():f}"
    unit = "/s" if entry.unit.endswith("/shares") else _UNITS.get(entry.unit, "")
    return f"{value}{unit}{'?' if entry.doubt else ''}"


if __name__ == "__main__":
    sys.stdout.write("\n".join(table_lines(face_statements(Path(sys.argv[1])))) + "\n")
