"""Tags put into the text of a tree without touching the tree: marks that become tags when it is serialised.

A mark is a number between two characters that the text doesn't have. Serialising a hundred thousand
marks costs what their characters cost; as elements with attributes they would cost twenty times that.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import Factory, frozen, mutable
from lxml import etree

from xbrlgen.places import Segment
from xbrlgen.writing.names import MARK

_WRITTEN_MARK = f"&#{ord(MARK)};".encode()

Element = Any  # lxml's elements have no public type


@frozen
class Spot:
    """A stretch of one text node of the tree; ``origin`` is where it begins in the source."""

    node: int
    tail: bool
    start: int
    end: int
    origin: int


@mutable
class Page:
    """A tree with the way back from the source to its text nodes.

    ``elements[i]`` is the element that `Segment.node` ``i`` means; ``segments[s]`` are those of source ``s``.
    ``moved`` names the elements that took over a text node, ``dead`` those that go once all is marked.
    """

    root: Element
    elements: Sequence[Element]
    segments: Sequence[Sequence[Segment]]
    moved: Mapping[tuple[int, bool], Element] = Factory(dict)
    dead: Sequence[Element] = ()
    tags: list[str] = Factory(list)
    _edits: dict[tuple[int, bool], list[tuple[int, int, int, str, int]]] = Factory(dict)

    def spots(self, source: int, start: int, end: int) -> list[Spot]:
        """The stretches of text nodes that a run of the source became, in order."""
        segments = self.segments[source]
        first = bisect.bisect_right(segments, start, key=lambda segment: segment.end)
        found = []
        for segment in segments[first:]:
            if segment.start >= end:
                break
            low, high = max(start, segment.start), min(end, segment.end)
            shift = segment.offset - segment.start
            found.append(Spot(segment.node, segment.tail, low + shift, high + shift, low))
        return found

    def text(self, spot: Spot) -> str:
        """The characters of a spot."""
        return self._whole(spot.node, spot.tail)[spot.start : spot.end]

    def element(self, spot: Spot) -> Element:
        """The element that a spot's text stands in."""
        if (spot.node, spot.tail) in self.moved:
            return self.moved[spot.node, spot.tail]
        return self.elements[spot.node].getparent() if spot.tail else self.elements[spot.node]

    def _whole(self, node: int, tail: bool) -> str:  # noqa: FBT001 (half a key)
        if (node, tail) in self.moved:
            return str(self.moved[node, tail].text)
        element = self.elements[node]
        return str((element.tail if tail else element.text) or "")

    def _set_whole(self, node: int, tail: bool, text: str) -> None:  # noqa: FBT001 (half a key)
        if (node, tail) in self.moved:
            self.moved[node, tail].text = text
        elif tail:
            self.elements[node].tail = text
        else:
            self.elements[node].text = text

    def open(self, node: int, offset: int, tag: str, rank: int, *, tail: bool) -> None:
        """Let a tag begin before a character; of several at one place the one of lower rank is outside."""
        self._edit(node, tail, (offset, 1, rank, tag, 0))

    def close(self, node: int, offset: int, tag: str, rank: int, *, tail: bool) -> None:
        """Let a tag end before a character."""
        self._edit(node, tail, (offset, 0, -rank, tag, 0))

    def move(self, source: Spot, target: Spot) -> None:
        """Let the characters of a spot stand right behind another one instead."""
        self._edit(source.node, source.tail, (source.start, 2, 0, "", source.end - source.start))
        self._edit(target.node, target.tail, (target.end, -1, 0, "\0" + self.text(source), 0))

    def _edit(self, node: int, tail: bool, edit: tuple[int, int, int, str, int]) -> None:  # noqa: FBT001 (half a key)
        self._edits.setdefault((node, tail), []).append(edit)

    def _apply(self) -> None:
        """Write all marks into the tree, and take out what is dead."""
        for (node, tail), edits in self._edits.items():
            self._set_whole(node, tail, self._edited(self._whole(node, tail), sorted(edits)))
        self._edits.clear()
        for element in self.dead:
            bury(element)

    def _edited(self, text: str, edits: Iterable[tuple[int, int, int, str, int]]) -> str:
        parts, done = [], 0
        for offset, _, _, tag, skipped in edits:
            parts.append(text[done:offset])
            done = max(done, offset + skipped)
            if tag.startswith("\0"):
                parts.append(tag[1:])
            elif tag:
                parts.append(f"{MARK}{len(self.tags)}{MARK}")
                self.tags.append(tag)
        return "".join((*parts, text[done:]))

    def serialise(self) -> bytes:
        """The tree as ASCII, each mark replaced by its tag."""
        self._apply()
        pieces = etree.tostring(self.root, encoding="ASCII", xml_declaration=False).split(_WRITTEN_MARK)
        tags = [tag.encode("ascii", "xmlcharrefreplace") for tag in self.tags]
        pieces[1::2] = [tags[int(number)] for number in pieces[1::2]]
        return b"".join(pieces)


def bury(element: Element) -> None:
    """Take an element out of its tree; the text after it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
        element.tail = None
    parent.remove(element)
