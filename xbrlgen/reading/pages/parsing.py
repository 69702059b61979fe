"""HTML to elements: as a whole tree, or one after the other as they are parsed.

`parse_html` is the door for everyone who must find the same nodes again: `Segment.node` is the position of
an element in ``root.iter()`` (comments and processing instructions count too), and it is the same each time
the same bytes are parsed with the same encoding. `Events` tells of the very same elements in the same order,
and holds no more of the tree than it must.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from itertools import chain
from typing import Any, Final

from attrs import Factory, define, frozen
from lxml import etree

Event = tuple[str, Any]

# Numeric references to 128-159 mean windows-1252 (HTML standard, "numeric character reference end state").
_OLD_REFERENCE: Final = re.compile(r"&#0*(1[2-5][0-9])(?![0-9]);?")
_REFERENCE: Final = re.compile(r"&#?[0-9]*;?")
_END_OF_PAGE: Final = re.compile(r"</(?:html|body)\b[^>]*>", re.IGNORECASE)
# Letters given to the parser at a time: enough that calls cost nothing, few enough that little waits in
# memory.
_CHUNK: Final = 16_384


def parse_html(raw: bytes, encoding: str) -> etree._Element:
    """The tree of the page; the same bytes always give the same elements in the same order.

    A page without any element gives an empty ``html``.
    """
    return tree_of(decoded(raw, encoding)).root


def decoded(raw: bytes, encoding: str) -> str:
    """The page as characters, for parsers know fewer encodings, and stop at what they can't decode."""
    return raw.decode(encoding, errors="replace")


@frozen
class Tree:
    """A page as a tree; ``cut`` is the line behind which the parser gave up, as elements nested too deep."""

    root: etree._Element
    cut: int | None = None


def tree_of(text: str) -> Tree:
    """The tree of a page, with what comes after its ``</html>``: another page often enough."""
    found = _parsed(text)
    if found is None:
        return Tree(etree.Element("html"))
    again = _parsed(_END_OF_PAGE.sub(_only_lines, text)) if _is_followed(found.root) else None
    return again or found


def _parsed(text: str) -> Tree | None:
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True)
    try:
        root = etree.fromstring(b"".join(_chunks(text)), parser)
    except etree.XMLSyntaxError:
        return None
    return None if root is None else Tree(root, _cut(parser.error_log))


def _cut(log: etree._ListErrorLog) -> int | None:
    return next((error.line for error in log.filter_from_fatals()), None)


def _is_followed(root: etree._Element) -> bool:
    return next(root.itersiblings("*"), None) is not None


def _only_lines(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")


def _chunks(text: str, size: int = _CHUNK) -> Iterator[bytes]:
    """The page in pieces to parse; none ends within a reference."""
    start = 0
    while start < len(text):
        end = _end_of_chunk(text, start, start + size)
        yield _OLD_REFERENCE.sub(_modern_reference, text[start:end]).encode("utf-8", errors="replace")
        start = end


def _end_of_chunk(text: str, start: int, end: int) -> int:
    opened = text.rfind("&", start, end)
    reference = _REFERENCE.match(text, opened) if opened >= 0 else None
    return end if reference is None else max(end, reference.end())


def _modern_reference(found: re.Match[str]) -> str:
    code = int(found[1])
    if not 128 <= code <= 159:
        return found[0]
    character = bytes([code]).decode("cp1252", errors="ignore")
    return f"&#{ord(character)};" if character else "&#32;"


@define
class Events:
    """The starts and ends of the elements of a page while it is parsed, and its comments.

    Each is told when the next one is known: then the text before the first child of an element that started
    is complete, and so is the text behind one that ended. Elements that are done with leave the tree.
    ``is_whole`` becomes false where the parser gave up, or found no page, or another behind the first.
    """

    chunks: Iterator[bytes]
    parser: Any = Factory(
        lambda: etree.HTMLPullParser(
            ("start", "end", "comment", "pi"), encoding="utf-8", huge_tree=True, no_network=True
        )
    )
    known: deque[list[Event]] = Factory(deque)
    newest: list[Event] = Factory(list)
    is_whole: bool = True

    @classmethod
    def of(cls, text: str, size: int = _CHUNK) -> Events:
        """The events of a page, of which so many characters are parsed at a time."""
        return cls(_chunks(text, size))

    def __iter__(self) -> Iterator[Event]:
        return chain.from_iterable(self._batches())

    def complete(self, element: etree._Element) -> None:
        """Parse on until all that the element holds is in the tree."""
        while self._is_open(element) and self._read_on():
            pass

    def _batches(self) -> Iterator[list[Event]]:
        while self.known or self._read_on():
            told = self.known[0][-1:]
            yield self.known.popleft()
            for _, element in told:
                _let_go(element)

    def _read_on(self) -> bool:
        """Parse a piece more; false at the end."""
        if self.parser is None:
            return False
        chunk = next(self.chunks, None)
        try:
            self.is_whole = self._feed(chunk) if chunk is not None else self._finish()
        except etree.XMLSyntaxError:
            self.is_whole = False
            self.parser = None
        return self.is_whole

    def _feed(self, chunk: bytes) -> bool:
        self.parser.feed(chunk)
        self._take(1)
        return True

    def _finish(self) -> bool:
        root = self.parser.close()
        self._take(0)
        is_whole = root is not None and not _is_followed(root) and _cut(self.parser.feed_error_log) is None
        self.parser = None
        return is_whole

    def _take(self, kept: int) -> None:
        """Make known what was parsed, all but so many of the newest."""
        found = [*self.newest, *self.parser.read_events()]
        known = len(found) - kept
        self.newest = found[known:]
        self.known.append(found[:known])

    def _is_open(self, element: etree._Element) -> bool:
        if not self.newest:
            return self.parser is not None
        event, newest = self.newest[0]
        if newest is element:
            return event == "start"
        return any(each is element for each in newest.iterancestors())


def _let_go(element: etree._Element) -> None:
    """Drop what stands before an element from the elements around it."""
    for around in element.iterancestors():
        del around[: around.index(element)]
        element = around
