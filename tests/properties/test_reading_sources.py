"""Laws of reading sources: it never raises for content, says where everything stands, and repeats itself."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import tries
from tests.shared import SHARED
from xbrlgen.places import Format, Source
from xbrlgen.reading.document import Block, Grid
from xbrlgen.reading.given.folding import print_offsets
from xbrlgen.reading.pages.html import parse_html
from xbrlgen.reading.sources import read_sources

FRAGMENTS = (
    *(
        "<table>",
        "</table>",
        "<tr>",
        "<td>",
        "</td>",
        "<td colspan=3>",
        "<td rowspan=2>",
        "<p>",
        "</p>",
        "<br>",
        "<pre>",
    ),
    *(
        "<div style='display:none'>",
        "</div>",
        "<!-- c -->",
        "&nbsp;",
        "&#151;",
        "<DOCUMENT>\n",
        "<TEXT>\n",
        "</DOCUMENT>\n",
    ),
    *(
        "$",
        "(",
        ")",
        "%",
        "1,234",
        "(257",
        "2013",
        "—",
        "- -",
        "NM",
        "5.5%",
        "$0.79 - $0.80",
        "214221",
        "1,5082,428",
    ),
    *(
        "Revenue",
        "Three Months Ended",
        "September 30,",
        "(in thousands)",
        "Total",
        "Item 2.02",
        "<S>",
        "<C>",
        "--------",
    ),
    *(
        "|",
        "\t",
        "\n",
        "\n\n",
        "  ",
        "          ",
        " ",
        "**",
        "*",
        "# ",
        ",",
        ";",
        '"',
        "\f",
        "\u200b",
        "\\$",
    ),
)
PRINTED = st.lists(st.sampled_from(FRAGMENTS), max_size=60).map("".join)


@given(st.binary(max_size=300))
def test_random_bytes_are_never_an_error(raw: bytes) -> None:
    sources, blocks, _ = read_sources(raw)
    assert sources
    assert_sound(sources, blocks)


@settings(max_examples=tries(150))
@given(PRINTED)
def test_what_is_printed_stands_where_it_is_said_to(text: str) -> None:
    sources, blocks, _ = read_sources(text.encode())
    assert_sound(sources, blocks)


@settings(max_examples=tries(60))
@given(PRINTED)
def test_reading_twice_is_reading_once(text: str) -> None:
    assert read_sources(text.encode()) == read_sources(text.encode())


def assert_sound(sources: tuple[Source, ...], blocks: tuple[Block, ...]) -> None:
    for source in sources:
        assert_leads_back(source)
    for block in blocks:
        text = sources[block.place.source].text
        if isinstance(block, Grid):
            assert_grid(block, text)
        else:
            assert_printed(text, block.text, block.offsets)
            assert block.text.strip() == block.text


def assert_grid(grid: Grid, text: str) -> None:
    for number, row in enumerate(grid.rows):
        for cell in row:
            assert (cell.row, cell.columns > 0) == (number, True)
            assert 0 <= cell.column < grid.width
            assert cell.column + cell.columns <= grid.width
            offsets = print_offsets(text, cell)
            assert_printed(text, cell.text, offsets)
            place = cell.places[0]
            assert place.start <= offsets[0] <= offsets[-1] < place.end <= len(text)
            assert place.line >= 1


def assert_printed(text: str, shown: str, offsets: Sequence[int]) -> None:
    """Each visible character stands where it is said to, in the order of the source; a blank is any gap."""
    assert len(shown) == len(offsets)
    seen = [(character, offset) for character, offset in zip(shown, offsets, strict=True) if character != " "]
    assert all(text[offset] == character for character, offset in seen)
    assert [offset for _, offset in seen] == sorted({offset for _, offset in seen})


def assert_leads_back(source: Source) -> None:
    if source.format is not Format.HTML or not source.segments:
        return
    nodes = list(parse_html(source.raw, source.encoding).iter())
    for segment in source.segments:
        node = nodes[segment.node]
        held = (node.tail if segment.tail else node.text) or ""
        assert (
            held[segment.offset :][: segment.end - segment.start] == source.text[segment.start : segment.end]
        )


RELEASES = sorted(path for path in (SHARED / "releases").glob("*.*") if path.stat().st_size < 150_000)


@pytest.mark.skipif(not RELEASES, reason="shared test data not present")
@pytest.mark.parametrize("seed", range(6))
def test_mutated_releases_are_never_an_error(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 (no secret)
    raw = bytearray(Path(chance.choice(RELEASES)).read_bytes())
    for _ in range(60):
        position = chance.randrange(len(raw))
        match chance.randrange(4):
            case 0:
                raw[position] = chance.randrange(256)
            case 1:
                del raw[position : position + chance.randrange(200)]
            case 2:
                raw[position:position] = chance.choice(FRAGMENTS).encode()
            case _:
                other = chance.randrange(len(raw))
                raw[position:position] = raw[other : other + chance.randrange(400)]
    sources, blocks, _ = read_sources(bytes(raw))
    assert_sound(sources, blocks)
