"""A page of our own while it is laid out, and what reading finds on it: it need not be read to be known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from attrs import Factory, evolve, frozen, mutable
from lxml import etree

from xbrlgen.model import Fact
from xbrlgen.places import Segment
from xbrlgen.reading.pages.markup import read_page
from xbrlgen.reading.pages.parsing import parse_html
from xbrlgen.reading.pages.raw_table import BLOCK_MARK, CELL_MARK
from xbrlgen.writing import names

# What parsers of HTML may take for something else, and what isn't one line.
_STRANGE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U00010000-\U0010ffff]")
_MARKED = ' data-fact="1">'


class Print(NamedTuple):
    """What is printed of a fact, as HTML and in the text of the page.

    ``how`` has the attributes by which the digits of a number, all but brackets around them, are read as the
    fact; it is empty where that isn't known, and for what is no number.
    """

    fact: Fact
    html: str
    how: str
    start: int
    end: int
    line: int


@frozen
class Layout:
    """A page with holes: how it begins, what stands between the holes, what fills them, how it ends.

    ``text`` and ``segments`` are what reading finds on it if it ``is_plain``: if all its texts are lines of
    plain characters.
    """

    opening: str
    between: Sequence[str]
    prints: Sequence[Print]
    closing: str
    text: str
    segments: tuple[Segment, ...]
    is_plain: bool

    @property
    def page(self) -> str:
        """The whole page."""
        return f"{self.opening}{filled(self.between, [each.html for each in self.prints])}{self.closing}"

    @property
    def marked(self) -> str:
        """The whole page with a mark on each element that a fact fills."""
        holed = [piece.removesuffix(">") + _MARKED for piece in self.between[:-1]]
        between = (*holed, self.between[-1])
        return f"{self.opening}{filled(between, [each.html for each in self.prints])}{self.closing}"


def filled(between: Sequence[str], filling: Sequence[str]) -> str:
    """Pieces of text with something between each two."""
    parts = [""] * (len(between) + len(filling))
    parts[::2], parts[1::2] = between, filling
    return "".join(parts)


@mutable
class Paper:
    """What was laid out so far: the page, and the text that reading will find, by lines and elements."""

    opening: str
    between: list[str] = Factory(list)
    prints: list[Print] = Factory(list)
    is_plain: bool = True
    _piece: list[str] = Factory(list)
    _texts: list[str] = Factory(list)
    _segments: list[Segment] = Factory(list)
    _html: dict[str, str] = Factory(dict)
    _length: int = 0
    _line: int = 1
    _node: int = -1

    @classmethod
    def of(cls, style: str) -> Paper:
        """An empty page."""
        opening = f'<html><head><style>{style}</style></head><body>\n<div class="release">\n'
        return cls(opening, line=1 + opening.count("\n"), node=4)  # html, head, style, body, div

    def done(self) -> Layout:
        """The whole page."""
        self._piece[-1] = self._piece[-1].removesuffix("\n")
        return Layout(
            self.opening,
            [*self.between, "".join(self._piece)],
            self.prints,
            "\n</div></body></html>",
            "".join(self._texts),
            tuple(self._segments),
            self.is_plain,
        )

    def block(self, tag: str, text: str, attributes: str = "") -> None:
        """A heading or a paragraph."""
        self._element(tag, text, attributes, BLOCK_MARK)
        self._end_line("")

    def open_table(self) -> None:
        """A table begins."""
        self._node += 2
        self._end_line('<div class="table"><table>')

    def close_table(self) -> None:
        """A table ends."""
        self._texts.append(BLOCK_MARK)
        self._length += 1
        self._end_line("</table></div>")

    def open_row(self, attributes: str = "") -> None:
        """A row begins."""
        self._node += 1
        self._piece.append(f"<tr{attributes}>")

    def close_row(self) -> None:
        """A row ends."""
        self._end_line("</tr>")

    def cell(self, text: str, attributes: str = "", tag: str = "td") -> None:
        """A cell of words, or an empty one."""
        self._element(tag, text, attributes, CELL_MARK)

    def fact(self, fact: Fact, text: str, attributes: str, how: str = "") -> None:
        """A cell with a hole for what is printed of a fact; ``how`` it is read, where it is a number."""
        self._hole(f"<td{attributes}>")
        start = self._length
        html = text if how else self._words(text)
        self._put(text, CELL_MARK)
        self.prints.append(Print(fact, html, how, start, start + len(text), self._line))
        self._piece.append("</td>")

    def markup(self, fact: Fact, html: str) -> None:
        """A cell with a hole for the markup of a fact, of which only a parser knows what it says."""
        self._hole("<td>")
        self.is_plain = False
        self.prints.append(Print(fact, html, "", 0, 0, 0))
        self._piece.append("</td>")

    def _hole(self, before: str) -> None:
        self._node += 1
        self._piece.append(before)
        self.between.append("".join(self._piece))
        self._piece.clear()

    def _end_line(self, html: str) -> None:
        self._piece.append(f"{html}\n")
        self._line += 1

    def _element(self, tag: str, text: str, attributes: str, mark: str) -> None:
        self._node += 1
        html = self._html.get(text)
        if html is None:
            html = self._html[text] = self._words(text)
        self._piece.append(f"<{tag}{attributes}>{html}</{tag}>")
        self._put(text, mark)

    def _put(self, text: str, mark: str) -> None:
        """Let a text be in the text of the page, unless it is blank."""
        if not text or text.isspace():
            return
        end = self._length + len(text)
        self._segments.append(Segment(self._length, end, self._line, self._node))
        self._texts += (text, mark)
        self._length = end + 1

    def _words(self, text: str) -> str:
        """Words as HTML in ASCII, escaped as they are written outside of attributes."""
        if _STRANGE.search(text):
            self.is_plain = False
        html = names.escape(text).replace("&quot;", '"')
        return html.encode("ascii", "xmlcharrefreplace").decode("ascii")


def read_back(layout: Layout) -> Layout:
    """The layout with what reading finds on its page."""
    raw = layout.page.encode("ascii", "xmlcharrefreplace")
    page = read_page(raw, "ascii")
    root = parse_html(layout.marked.encode("ascii", "xmlcharrefreplace"), "ascii")
    prints = [
        each._replace(start=start, end=end, line=line)
        for each, (start, end, line) in zip(layout.prints, _cells(root, page.segments), strict=True)
    ]
    return evolve(layout, prints=prints, text=page.text, segments=page.segments)


def _cells(root: etree._Element, segments: Sequence[Segment]) -> Iterable[tuple[int, int, int]]:
    """Where each marked cell is printed, in order: start, end and line."""
    owner: dict[int, int] = {}
    for number, element in enumerate(root.iter()):
        if element.get("data-fact"):
            owner |= dict.fromkeys(range(number, number + sum(1 for _ in element.iter())), number)
    spans: dict[int, tuple[int, int, int]] = dict.fromkeys(owner.values(), (0, 0, 0))
    for segment in segments:
        number = owner.get(segment.node, -1)
        if number >= 0 and not (segment.tail and segment.node == number):
            start, end, line = spans[number]
            spans[number] = (start, segment.end, line) if end else (segment.start, segment.end, segment.line)
    return spans.values()
