"""Tags put into the text of a tree without touching the tree: marks that become tags when it is serialised.

A mark is a number between two characters that the text doesn't have. Serialising a hundred thousand
marks costs what their characters cost; as elements with attributes they would cost twenty times that.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Sequence
from typing import Any

from attrs import Factory, frozen, mutable
from lxml import etree

from xbrlgen.places import Segment

# Characters that text may hold but hardly does (Unicode's "noncharacters"); one the page is free of is taken.
_MARKS = tuple(chr(code) for code in range(0xFDD0, 0xFDF0))

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
    """

    root: Element
    elements: Sequence[Element]
    segments: Sequence[Sequence[Segment]]
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
        element = self.elements[spot.node]
        return str((element.tail if spot.tail else element.text)[spot.start : spot.end])

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

    def apply(self, mark: str) -> None:
        """Write all marks into the tree."""
        for (node, tail), edits in self._edits.items():
            element = self.elements[node]
            text = self._edited((element.tail if tail else element.text) or "", sorted(edits), mark)
            if tail:
                element.tail = text
            else:
                element.text = text
        self._edits.clear()

    def _edited(self, text: str, edits: Iterable[tuple[int, int, int, str, int]], mark: str) -> str:
        parts, done = [], 0
        for offset, _, _, tag, skipped in edits:
            parts.append(text[done:offset])
            done = max(done, offset + skipped)
            if tag.startswith("\0"):
                parts.append(tag[1:])
            elif tag:
                parts.append(f"{mark}{len(self.tags)}{mark}")
                self.tags.append(tag)
        return "".join((*parts, text[done:]))

    def serialise(self) -> bytes:
        """The tree as ASCII, each mark replaced by its tag."""
        mark = self._free_mark()
        self.apply(mark)
        pieces = etree.tostring(self.root, encoding="ASCII", xml_declaration=False).split(
            f"&#{ord(mark)};".encode()
        )
        tags = [tag.encode("ascii", "xmlcharrefreplace") for tag in self.tags]
        pieces[1::2] = [tags[int(number)] for number in pieces[1::2]]
        return b"".join(pieces)

    def _free_mark(self) -> str:
        content = etree.tostring(self.root, encoding="unicode", method="text")
        return next(mark for mark in _MARKS if mark not in content)
