"""Format and encoding are decided from the content."""

from __future__ import annotations

import pytest

from xbrlgen.places import Format
from xbrlgen.reading.given.detect import encoding_of, format_of
from xbrlgen.reading.sources import read_sources

HTML = "<html><body><p>Revenue rose.</p></body></html>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HTML, Format.HTML),
        ("<table><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr></table>", Format.HTML),
        ("<TABLE>\n<CAPTION>\n<S>      <C>\nRevenue   1,234\n</TABLE>", Format.SGML),
        ("# Title\n\nProse.", Format.MARKDOWN),
        ("| a | b |\n|---|---|\n| c | 1 |", Format.MARKDOWN),
        ("Revenue\t1\t2\nCost\t3\t4", Format.MARKDOWN),
        ("Label,2013,2012\nRevenue,10,9\nCost,5,4", Format.CSV),
        ("Revenue      1,234     1,100\nCost           900       800", Format.TEXT),
        (
            "In 2013, revenue rose, cost fell, and profit,\nas ever, was up, by 10%, or so, we think.",
            Format.TEXT,
        ),
        ("Line one<br>line two<br>line three<br>four<br>\n| a | 1 |\n", Format.MARKDOWN),
    ],
)
def test_the_format_is_told_by_what_is_in_the_text(text: str, expected: Format) -> None:
    assert format_of(text) is expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("é".encode(), "utf-8"),
        ("\ufeffé".encode(), "utf-8-sig"),
        ("é".encode("utf-16"), "utf-16"),
        (b'<meta charset="iso-8859-1">caf\xe9', "cp1252"),
        (b'<meta charset="shift_jis">\x83e', "shift_jis"),
        (b'<meta charset="no-such">\x93x\x94', "cp1252"),
        (b"\x93quoted\x94", "cp1252"),
    ],
)
def test_the_encoding_is_told_by_the_bytes(raw: bytes, expected: str) -> None:
    assert encoding_of(raw) == expected


def test_name_of_a_file_means_nothing(tmp_path) -> None:  # type: ignore[no-untyped-def] # pytest's own fixture
    page = tmp_path / "release.csv"
    page.write_text(HTML)
    source = read_sources(page)[0][0]
    assert (source.format, source.name) == (Format.HTML, "release.csv")
    assert read_sources(page)[1] == read_sources(HTML)[1]
