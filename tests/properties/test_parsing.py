"""A page means the same as a tree and element by element, and the tree is let go of on the way."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.effort import tries
from tests.shared import SHARED
from xbrlgen.reading.given.detect import encoding_of
from xbrlgen.reading.pages.boxes import boxes_of, may_have_boxes
from xbrlgen.reading.pages.markup import page_of, read_page
from xbrlgen.reading.pages.parsing import Event, Events, decoded, parse_html, tree_of

_TAGS = (
    *("html", "head", "title", "meta", "link", "style", "script", "noscript", "body", "frameset", "text"),
    *(
        "p",
        "div",
        "center",
        "h1",
        "pre",
        "hr",
        "br",
        "ul",
        "li",
        "dl",
        "dd",
        "dt",
        "font",
        "a",
        "b",
        "i",
        "sup",
    ),
    *("table", "caption", "tbody", "tr", "td", "th", "span", "img", "svg", "ix:header"),
    *("form", "input", "select", "option", "textarea"),
)
_ODD = (
    *(
        "<!-- c -->",
        "<!--",
        "-->",
        "<?xml version='1.0'?>",
        "<!DOCTYPE html>",
        "<![CDATA[x]]>",
        "</ b>",
        "<",
        ">",
        "&",
    ),
    *(
        "<td colspan=2>",
        "<td style='display:none'>",
        "<b style='font-weight:bold",
        "<p/>",
        "<a href='",
        '"',
        "'",
        "=",
    ),
    *(
        "&amp;",
        "&#146;",
        "&#0150",
        "&#1488;",
        "&#129;",
        "&nbsp",
        "&foo;",
        "&#x92;",
        "&#",
        "\x00",
        "\r\n",
        "\n",
        "  ",
    ),
    *(
        "12",
        "Revenue",
        "$",
        "1,234",
        "é",
        "—",
        "漢",
        "\U0001f600",
        "\xa0",
        "\x85",
        "<table><tr><td>$</td><td>5</table>",
    ),
)
PAGES = st.lists(
    st.one_of(
        st.sampled_from(_TAGS).map("<{}>".format),
        st.sampled_from(_TAGS).map("</{}>".format),
        st.sampled_from(_ODD),
    ),
    max_size=30,
).map("".join)


def told(events: Iterable[Event]) -> Iterator[tuple[Any, ...]]:
    """What the events say, with the number of each element."""
    numbers = count()
    opened = []
    for event, element in events:
        if event == "start":
            opened.append(next(numbers))
            yield opened[-1], element.tag, tuple(element.items()), element.text, element.sourceline
        elif event == "end":
            yield opened.pop(), element.tag, element.tail
        elif element.getparent() is not None:
            yield next(numbers), element.text, element.tail, element.sourceline


def of_tree(text: str) -> list[tuple[Any, ...]]:
    return list(told(etree.iterwalk(tree_of(text).root, events=("start", "end", "comment", "pi"))))


@settings(max_examples=tries(400))
@given(PAGES, st.integers(1, 60))
def test_the_events_of_a_page_are_those_of_its_tree(text: str, size: int) -> None:
    events = Events.of(text, size)
    found = list(told(events))
    if events.is_whole:
        assert found == of_tree(text)
    else:
        assert len(of_tree(text)) == 2 or "</html>" in text  # no page at all, or another after its end


@settings(max_examples=tries(200))
@given(PAGES, st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "cp1252", "shift_jis", "mac_roman")))
def test_a_page_is_read_alike_as_it_is_parsed_and_as_a_tree(text: str, encoding: str) -> None:
    raw = text.encode(encoding, errors="replace")
    assert read_page(raw, encoding) == page_of(tree_of(decoded(raw, encoding)))


@settings(max_examples=tries(200))
@given(PAGES, st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "cp1252", "shift_jis", "mac_roman")))
def test_segments_lead_back_to_the_nodes_of_the_tree(text: str, encoding: str) -> None:
    raw = text.encode(encoding, errors="replace")
    page = read_page(raw, encoding)
    nodes = list(parse_html(raw, encoding).iter())
    for each in page.segments:
        held = (nodes[each.node].tail if each.tail else nodes[each.node].text) or ""
        assert held[each.offset :][: each.end - each.start] == page.text[each.start : each.end]


RELEASES = sorted((SHARED / "releases").glob("*.html"))


@pytest.mark.skipif(not RELEASES, reason="shared test data not present")
@pytest.mark.parametrize("seed", range(4))
def test_releases_are_read_alike_whole_and_mutated(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 (no secret)
    raw = bytearray(RELEASES[seed % len(RELEASES)].read_bytes())
    for text in (bytes(raw), _mutated(raw, chance)):
        encoding = encoding_of(text)
        assert read_page(text, encoding) == page_of(tree_of(decoded(text, encoding)))


def _mutated(raw: bytearray, chance: random.Random) -> bytes:
    for _ in range(60):
        position = chance.randrange(len(raw))
        match chance.randrange(3):
            case 0:
                del raw[position : position + chance.randrange(200)]
            case 1:
                raw[position:position] = chance.choice(_ODD).encode()
            case _:
                raw[position] = chance.randrange(256)
    return bytes(raw)


def test_most_of_the_tree_is_let_go_of_while_a_page_is_read() -> None:
    row = "<tr><td>Revenue<td>$<td>1,234</tr>"
    text = f"<div><p>Note</p><!-- c --><table>{row * 30}</table><b>x</b> after</div>" * 2_000
    events = Events.of(text)
    held = [
        len(element) + sum(map(len, element.iterancestors()))
        for event, element in events
        if event == "start" and element.tag == "b"
    ]
    assert events.is_whole
    assert len(held) == 2_000
    assert max(held) < 1_000


@pytest.mark.parametrize("size", [1, 5, 100, 16_384])
def test_a_table_can_be_asked_for_before_it_is_told_of(size: int) -> None:
    rows = "<tr><td>a<table><tr><td>b</table><tr><td>c"
    events = Events.of(f"<p>x<table>{rows}</table>after<p>z<table>{rows}<p>", size)
    seen = []
    for event, element in events:
        if event == "start" and element.tag == "table" and next(element.iterancestors("table"), None) is None:
            events.complete(element)
            seen.append(" ".join(element.itertext(with_tail=True)).split())
    assert [words[:3] for words in seen] == [["a", "b", "c"]] * 2
    assert events.is_whole


ROW = "<tr><td>a<td>b</tr>"


@pytest.mark.parametrize(
    "text",
    [
        f"<table>{ROW}<tr><td><!-- </table> --><table>{ROW}</table></table><p>x",
        f"<table>{ROW}<tr><td title='</table>'><table style='display:none'>{ROW}</table></table><p>x",
        f"<table>{ROW}<script></table></script><tr><td><p>y<table>{ROW}",
        f"<table>{ROW}</TABLE ><table>{ROW}<tr><td><Table>{ROW}</table>c</table>",
    ],
)
def test_a_table_in_another_is_noticed_where_the_letters_of_the_page_hide_it(text: str) -> None:
    assert read_page(text.encode(), "utf-8") == page_of(tree_of(text))


SHEETS = st.lists(
    st.sampled_from(
        (
            *(
                "<style>",
                "</style>",
                ".a { display : table }",
                ".b{color:red;display:flex}",
                "p > .c{display:grid }",
            ),
            *(
                "@media print {",
                "}",
                ".a, .d {display:table-row}",
                ".a b {display:table}",
                "<p>",
                "<p class=a>",
                "x",
            ),
            *(
                "<p class='x b'>",
                "<div style='display:table'>",
                "<i class=c><b>y</b></i>",
                "<p class=ab>",
                "a",
                "{",
            ),
        )
    ),
    max_size=12,
).map("".join)


@settings(max_examples=tries(300))
@given(SHEETS)
def test_no_box_is_passed_over(text: str) -> None:
    assert may_have_boxes(text.lower()) or not boxes_of(tree_of(text).root)


def test_a_style_sheet_for_classes_that_a_page_has_not_makes_no_boxes() -> None:
    sheet = "<style>.list-item { display: flex; color: red } .list-item p{display:grid}</style>"
    assert not may_have_boxes(f"{sheet}<p class=list>x<p class='list-item-x'>y")
    assert may_have_boxes(f"{sheet}<p class='b list-item'>x")
