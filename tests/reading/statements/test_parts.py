"""Tables of the same lines, each under the name of a part of the company."""

from __future__ import annotations

import pytest

from xbrlgen import read
from xbrlgen.reading.document import Document
from xbrlgen.reading.statement import StatementKind

OPENING = "<p>Quarry Lamps, Inc. today reported results for the first quarter ended March 31, 2018.</p>"


def table(corner: str, sales: str, rows: str = "Net sales|Operating income") -> str:
    lines = "".join(f"<tr><td>{row}</td><td>{sales}</td><td>75.7</td></tr>" for row in rows.split("|"))
    head = f"<tr><td>{corner}</td><td>Q1 2018</td><td>Q1 2017</td></tr>"
    return f"<table>{head}<tr><td>(In millions)</td><td></td><td></td></tr>{lines}</table><p></p>"


def page(*tables: str) -> Document:
    return read(f"<html><body>{OPENING}{''.join(tables)}</body></html>")


def parts(document: Document) -> list[str]:
    return [statement.columns[0].segment for statement in document.statements]


def test_tables_of_the_same_lines_are_of_the_parts_that_they_name() -> None:
    document = page(table("Lamps", "82.3"), table("Motors and Drives", "92.3"))
    assert parts(document) == ["Lamps", "Motors and Drives"]
    assert {statement.kind for statement in document.statements} == {StatementKind.SEGMENTS}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lamps", ""),
        ("GAAP Results", "Non-GAAP Results"),
        ("Lamps", "Lamps"),
        ("Lamps", "Total Company"),
        ("Reported", "Constant Currency"),
        ("Actual", "Excluding the Mill"),
    ],
)
def test_tables_without_names_of_parts_are_left_alone(one: str, other: str) -> None:
    assert set(parts(page(table(one, "82.3"), table(other, "92.3")))) == {""}


def test_tables_of_other_lines_are_left_alone() -> None:
    other = table("Motors", "92.3", "Shipments|Orders")
    assert parts(page(table("Lamps", "82.3"), other)) == ["", ""]
