"""Pages whose elements have a prefix are read and written as those without."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.writing.reading_back import printed_text, problems, source_text
from xbrlgen import build, read
from xbrlgen.writing import write

PAGE = """<?xml version="1.0"?>
<{p}html xmlns{q}="http://www.w3.org/1999/xhtml"><{p}head><{p}title>x</{p}title></{p}head><{p}body>
<{p}p>Tamarack Outfitters, Inc. reports its third quarter of 2021.</{p}p>
<{p}table><{p}tr><{p}td>(In thousands)</{p}td><{p}td>Three Months Ended September 30, 2021</{p}td></{p}tr>
<{p}tr><{p}td>Net sales</{p}td><{p}td>412,600</{p}td></{p}tr>
<{p}tr><{p}td>Cost of sales</{p}td><{p}td>260,100<{p}br/></{p}td></{p}tr>
<{p}tr><{p}td>Gross profit</{p}td><{p}td>152,500</{p}td></{p}tr></{p}table></{p}body></{p}html>"""


@pytest.mark.parametrize("prefix", ["h", "xhtml", "a.b-1"])
def test_a_prefix_makes_no_difference(prefix: str, tmp_path: Path) -> None:
    given = PAGE.format(p=f"{prefix}:", q=f":{prefix}")
    plain = read(PAGE.format(p="", q=""))
    document = read(given)
    values = [[entry.value for entry in one.entries] for one in document.statements]
    assert values == [[entry.value for entry in one.entries] for one in plain.statements]
    assert values
    places = [[entry.figure.place for entry in one.entries] for one in document.statements]
    assert places == [[entry.figure.place for entry in one.entries] for one in plain.statements]
    assert places[0][0].line == PAGE[: PAGE.index("412,600")].count("\n") + 1
    filing = build(given)
    page = write(filing, tmp_path / "out").paths[0].read_bytes()
    assert printed_text(page) == source_text(filing)
    assert problems(page) == []


def test_pages_without_that_prefix_stay_as_they_are() -> None:
    page = "<body><p>&lt;h:p&gt; <h:p>Net sales</h:p></p></body>"
    given = f'<html xmlns:h="http://www.w3.org/1999/xhtml">{page}</html>'
    assert read(given).sources[0].raw == given.encode()
