"""Marks of notes that are set above the line are no digits of the numbers before them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.reading.small_pages import printed
from xbrlgen import build
from xbrlgen.reading.sources import read_sources
from xbrlgen.reading.statement import Statement
from xbrlgen.reading.understand import understand


def page_of(year: str, value: str, label: str = "Other revenues") -> bytes:
    rows = (
        ("", year, "2022"),
        ("Revenues", "9,120", "8,110"),
        (label, value, "45"),
        ("Net income", "71", "60"),
    )
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return (
        "<html><body><p>Consolidated Statements of Operations</p><p>(in thousands)</p><table>"
        "<tr><td></td><td colspan=2>Three Months Ended June 30,</td></tr>"
        f"{cells}</table></body></html>"
    ).encode()


def statement_of(page: bytes) -> Statement:
    sources, blocks, _ = read_sources(page)
    (statement,) = understand(sources, blocks).statements
    return statement


@pytest.mark.parametrize(
    "mark",
    [
        "<sup>2</sup>",
        "<sup>2,3</sup>",
        "<sup><font size=1>2</font></sup>",
        '<span style="vertical-align:super;font-size:6pt">2</span>',
        " <sup>2</sup>",
        "<sup>(2)</sup>",
    ],
)
def test_a_raised_mark_is_no_digit_of_a_number_or_a_year(mark: str) -> None:
    statement = statement_of(page_of(f"2023{mark}", f"50{mark}"))
    assert str(statement.columns[0].period) == "2023-04-01 to 2023-06-30"
    assert printed(statement, "Other revenues").value == Decimal(50000)


def test_a_raised_mark_behind_a_label_is_its_note() -> None:
    statement = statement_of(page_of("2023", "50", "Other revenues<sup>1,2</sup>"))
    row = next(row for row in statement.rows if row.label == "Other revenues")
    assert row.notes == ("1", "2")


def test_a_raised_mark_in_a_sentence_is_no_digit() -> None:
    page = page_of("2023", "50").replace(
        b"<table>",
        b"<p>Revenue for the second quarter of 2023 was $9.1<sup>2</sup> million.</p><table>",
    )
    filing = build(page)
    assert not any("912" in str(fact.value) for fact in filing.report.facts if fact.value)


def test_a_number_with_a_raised_mark_is_tagged_without_it() -> None:
    filing = build(page_of("2023", "50<sup>2</sup>"))
    placed = [each.place for each in filing.placements if each.print.startswith("50")]
    source = filing.proved.document.sources[0] if filing.proved else None
    assert source is not None
    assert [source.text[place.start : place.end] for place in placed] == ["50"]
