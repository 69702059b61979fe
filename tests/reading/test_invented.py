"""Releases of invented companies in layouts that real ones have, against tables written by hand.

A table file has the form of `tests.tools.reading_tables`, for every statement: behind the period of a
column stands what else it is for (a segment, a basis that is not as reported).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.tools.reading_tables import table_lines
from xbrlgen.reading.sources import read_sources
from xbrlgen.reading.statement import Basis, Column, ColumnKind, Statement
from xbrlgen.reading.understand import understand

INVENTED = Path(__file__).parent.parent / "golden" / "invented"
RELEASES = sorted(path.name for path in INVENTED.iterdir() if path.suffix != ".tsv")


@pytest.mark.parametrize("name", RELEASES)
def test_what_is_printed_is_read(name: str) -> None:
    release = INVENTED / name
    sources, blocks, _ = read_sources(release)
    expected = release.with_suffix(".tsv").read_text(encoding="utf-8").splitlines()
    assert list(lines_of(understand(sources, blocks).statements)) == list(map(_shortened, expected))


def lines_of(statements: Iterable[Statement]) -> Iterator[str]:
    """The statements in the form of the table files."""
    for statement in statements:
        columns = [column for column in statement.columns if column.kind is ColumnKind.VALUE]
        head, *rows = table_lines([statement])
        kind, *periods = head.split("\t")[1:]
        yield "\t".join(("@", kind, *map(_described, periods, columns)))
        yield from rows


def _described(period: str, column: Column) -> str:
    basis = "" if column.basis is Basis.REPORTED else column.basis.value
    return " ".join(part for part in (period, column.segment, basis) if part)


def _shortened(line: str) -> str:
    label, *cells = line.split("\t")
    if label != "@":
        label = " ".join(re.findall(r"[a-z]+", label.lower()))[:24].strip() or "-"
    return "\t".join((label, *cells))
