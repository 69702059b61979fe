"""What is no release: told in findings, in bounded time, without a traceback."""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path

import pytest

import xbrlgen
from xbrlgen.reading.document import Grid
from xbrlgen.reading.errors import ReadError
from xbrlgen.reading.sources import read_sources


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "reading.empty"),
        (b" \n\t\r\n", "reading.empty"),
        (b"%PDF-1.7 ...", "reading.binary"),
        (bytes(4000), "reading.binary"),
        (b"\x89PNG\r\n\x1a\n", "reading.binary"),
        (b"PK\x03\x04 word/document.xml", "reading.binary"),
        (b"<?xml version='1.0'?><xbrl><context id='a'/></xbrl>", "reading.binary"),
        (b"PK\x03\x04 xl/workbook.xml", "reading.damaged-workbook"),
        (b"<html><body><p>Checking your browser</p></body></html>", "reading.notice-page"),
        (b"<html><body><table><tr><td>Cash", "reading.truncated"),
        (b"caf\xe9 \x81", "reading.undecodable"),
    ],
)
def test_what_is_no_release_is_told_by_its_code(raw: bytes, code: str) -> None:
    sources, _, findings = read_sources(raw)
    assert len(sources) == 1
    assert code in [finding.code for finding in findings]
    assert all(finding.message for finding in findings)


def test_a_path_that_cant_be_read(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.html", tmp_path):
        with pytest.raises(ReadError, match="give an existing file") as caught:
            read_sources(path)
        assert caught.value.where == str(path)
    with pytest.raises(ReadError):
        read_sources("missing.html")
    with pytest.raises(ReadError):
        read_sources("nul\x00byte")


def test_entities_are_neither_expanded_nor_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("top secret 4711")
    bomb = '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">'
    page = (
        f'<?xml version="1.0"?><!DOCTYPE html [{bomb}<!ENTITY x SYSTEM "file://{secret}">]>'
        "<html><body><p>&x;&c;</p></body></html>"
    )
    text = read_sources(page)[0][0].text
    assert "4711" not in text
    assert len(text) < 200


STYLED = b"<html><style>.z{display:none} %s</style><p>5</p>"
BIG = {
    "tables 200 deep": b"<html><body>" + b"<table><tr><td>" * 200 + b"5" + b"</td></tr></table>" * 200,
    "elements without end": b"<html>" + b"<div><b>" * 20_000,
    "colspan of a billion": b"<table>" + b"<tr><td>a<td colspan=1000000000>5<td rowspan=1000000000>6" * 1500,
    "rowspans": b"<table><tr>" + b"<td rowspan=60000>5</td>" * 1500 + b"</tr>" + b"<tr><td>1<td>2" * 1500,
    "one line of blanks": b" " * 2_000_000 + b"x",
    "one line of digits": b"1" * 2_000_000,
    "one line of rows": b"Revenue $ 1,234 $ 5,678 " * 4_000,
    "one line of dates": b"March 31, 2024 " * 50_000,
    "one line of stars": b"*a " * 100_000,
    "dashes": b"-" * 1_000_000 + b"x",
    "empty lines": b"\n" * 200_000 + b"x",
    "rows": b"Revenue        1,234      5,678\n" * 5_000,
    "pipes in one line": b"|1" * 200_000,
    "open quotes": b'a,b,"c\n' * 10_000,
    "documents": b"<DOCUMENT>\n<TYPE>EX-99\n<TEXT>\nhello\n</TEXT>\n</DOCUMENT>\n" * 500,
    "padding": b'<html><td style="' + b"padding:1 " * 50_000 + b'">5',
    "media without rules": STYLED % (b"@media " * 100_000),
    "a comment without end": STYLED % (b"/*" * 200_000),
    "a style sheet of one word": STYLED % (b"a" * 400_000),
    "a rule without end": STYLED % (b".a{" + b"a" * 400_000),
    "open brackets in a rule": STYLED % (b".a{" + b"(" * 200_000 + b"}"),
    "alternatives": STYLED % (b":is(.a,.b)" * 30 + b"{display:none}"),
    "styles in styles": b"<html>" + b"<style>" * 200_000,
    "a chain that leads nowhere": STYLED % (b".x " + b".a " * 12 + b".b{display:none}")
    + b"<div class=a>" * 150
    + b"<p class=b>5",
    "ragged numbers": b"\n".join(b"x " + b" " * (line % 97) + b"  7" * (line % 40) for line in range(1500)),
}


@pytest.mark.parametrize("name", sorted(BIG))
def test_large_and_strange_inputs_are_read_in_seconds(name: str) -> None:
    began = time.process_time()
    read_sources(BIG[name])
    assert time.process_time() - began < 8


LONG = {
    "cells in a row": "<html><table><tr>" + "<td>7</td>" * 20_000 + "</tr></table>",
    "changes in a line": "up 5% from last year " * 40_000,
    "years in a line": "2013 " * 40_000,
    "initials in a sentence": "A. " * 20_000 + "7 " * 20_000,
}


def row(label: str, cells: Iterable[str]) -> str:
    return f"<tr><td>{label}</td>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


MANY = range(6000)
WIDE = {
    "years to date": (
        row("", (f"{'YTD' if at % 2 else 'Q1'} {1950 + at % 90}" for at in MANY)),
        row("Revenue", (f"{at + 1},123" for at in MANY)),
        row("Cost of revenue", (f"{at + 1},023" for at in MANY)),
    ),
    "amounts per share": (
        row("", (f"March 31, {1950 + at % 90}" for at in MANY)),
        row("Net income", (f"{at + 1},123" for at in MANY)),
        row("Basic shares outstanding", (f"{at + 1},123,000" for at in MANY)),
        row("Net income per share, basic", ("0.12" for _ in MANY)),
    ),
    "long lists": (
        row("", ("2013", "2012")),
        *(row(f"Net income {at}", ("1,234", "2,345")) for at in range(300)),
        *(row(f"Shares outstanding {at}", ("12,345,678", "23,456,789")) for at in range(300)),
        *(row(f"Net income per share {at}", ("0.12", "0.34")) for at in range(300)),
    ),
}


@pytest.mark.parametrize("name", sorted(WIDE))
def test_wide_and_long_tables_cost_the_same_for_each_figure(name: str) -> None:
    page = f"<p>Consolidated Statements of Operations</p><table>{''.join(WIDE[name])}</table>"
    began = time.process_time()
    assert xbrlgen.read(f"<html><body>{page}</body></html>").statements
    assert time.process_time() - began < 8


@pytest.mark.parametrize("name", sorted(LONG))
def test_reading_costs_the_same_for_each_number(name: str) -> None:
    began = time.process_time()
    assert len(xbrlgen.read(LONG[name].encode()).verdicts) >= 20_000
    assert time.process_time() - began < 6


def test_time_grows_with_the_length() -> None:
    table = (
        "<table>"
        + "<tr><td>Revenue</td><td>$</td><td>1,234</td><td>$</td><td>5,678</td></tr>" * 400
        + "</table>"
    )

    def seconds(count: int) -> float:
        began = time.process_time()
        blocks = read_sources(f"<html><body>{table * count}</body></html>")[1]
        took = time.process_time() - began
        assert sum(isinstance(block, Grid) for block in blocks) == count
        return took

    once, more = (min(seconds(count) for _ in range(3)) for count in (1, 4))  # one may meet other work
    assert more < 12 * once + 0.2
