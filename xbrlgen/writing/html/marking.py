"""Tags put into the text of a tree without touching the tree: marks that become tags when it is serialised.

A mark is a number between two characters that the text doesn't have. Serialising a hundred thousand
marks costs what their characters cost; as elements with attributes they would cost twenty times that.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from attrs import Factory, mutable

from xbrlgen.places import Segment
from xbrlgen.writing.names import MARK

Element = Any  # lxml's elements have no public type

# What is done at one offset, in this order: text moved here, tags that end or begin, text left out.
_MOVED_HERE, _END, _BEGIN, _OUT = range(4)


class Spot(NamedTuple):
    """A stretch of one text node: the text of an element or, ``tail``, behind it.

    ``origin`` is where the stretch begins in the source.
    """

    element: Element
    tail: bool
    start: int
    end: int
    origin: int = -1

    @property
    def text(self) -> str:
        """The characters."""
        return str((self.element.tail if self.tail else self.element.text) or "")[self.start : self.end]

    @property
    def parent(self) -> Element:
        """The element that the text stands in."""
        return self.element.getparent() if self.tail else self.element


class _Edit(NamedTuple):
    """Something done to a text node at an offset: a mark or text put in, or a stretch left out."""

    offset: int
    kind: int
    rank: float
    put: str = ""
    skipped: int = 0


_ORDER = itemgetter(slice(3))  # the place of an edit among those of a node


def _begin(segment: Segment) -> int:
    return segment.start


def _finish(segment: Segment) -> int:
    return segment.end


@mutable
class Page:
    """A tree with the way back from the source to its text nodes.

    ``elements[i]`` is the element that `Segment.node` ``i`` means; ``segments[s]`` are those of source ``s``.
    ``moved`` names the elements that took over a text node, ``dead`` those that go once all is marked;
    ``is_standard`` says that browsers showed the source by the standard, without the quirks of old pages.
    """

    root: Element
    elements: Sequence[Element]
    segments: Sequence[Sequence[Segment]]
    moved: Mapping[tuple[int, bool], Element] = Factory(dict)
    dead: Sequence[Element] = ()
    is_standard: bool = False
    pictures: Mapping[str, str] = Factory(dict)
    tags: dict[str, int] = Factory(dict)
    _edits: dict[tuple[Element, bool], list[_Edit]] = Factory(dict)
    _ends: dict[int, list[int]] = Factory(dict)

    def spots(self, source: int, start: int, end: int) -> list[Spot]:
        """The stretches of text nodes that a run of the source became, in order."""
        segments = self.segments[source]
        if source not in self._ends:
            self._ends[source] = [segment.end for segment in segments]
        first = bisect.bisect_right(self._ends[source], start)
        found = []
        for number in range(first, len(segments)):
            segment = segments[number]
            if segment.start >= end:
                break
            low, high = max(start, segment.start), min(end, segment.end)
            shift = segment.offset - segment.start
            found.append(Spot(*self.holder(segment), low + shift, high + shift, low))
        return found

    def spot_before(self, source: int, start: int) -> Spot | None:
        """The last stretch of visible text before a character of the source."""
        segments = self.segments[source]
        for number in range(bisect.bisect_left(segments, start, key=_begin) - 1, -1, -1):
            segment = segments[number]
            length = min(segment.end, start) - segment.start
            spot = Spot(*self.holder(segment), segment.offset, segment.offset + length, segment.start)
            if spot.text.strip():
                return spot
        return None

    def spot_behind(self, source: int, end: int) -> Spot | None:
        """The first stretch of visible text behind a character of the source."""
        segments = self.segments[source]
        for number in range(bisect.bisect_right(segments, end, key=_finish), len(segments)):
            segment = segments[number]
            low = max(segment.start, end)
            shift = segment.offset - segment.start
            spot = Spot(*self.holder(segment), low + shift, segment.end + shift, low)
            if spot.text.strip():
                return spot
        return None

    def holder(self, segment: Segment) -> tuple[Element, bool]:
        """The text node that holds a segment now."""
        moved = self.moved.get((segment.node, segment.tail))
        return (self.elements[segment.node], segment.tail) if moved is None else (moved, False)

    def wrap(self, spot: Spot, opening: str, closing: str, rank: float) -> None:
        """Let a tag begin before a stretch and end behind it; that of lower rank is outside."""
        self._edit(spot.element, _Edit(spot.start, _BEGIN, rank, self.raw(opening)), tail=spot.tail)
        self._edit(spot.element, _Edit(spot.end, _END, -rank, self.raw(closing)), tail=spot.tail)

    def insert(self, spot: Spot, tag: str, rank: float) -> None:
        """Let an empty element stand before a stretch."""
        self._edit(spot.element, _Edit(spot.start, _BEGIN, rank, self.raw(tag)), tail=spot.tail)

    def wrap_elements(self, first: Element, last: Element, tags: tuple[str, str], rank: float) -> None:
        """Let a tag begin before one element and end behind a later one beside it."""
        before = first.getprevious()
        anchor, tail = (first.getparent(), False) if before is None else (before, True)
        length = len((anchor.tail if tail else anchor.text) or "")
        self._edit(anchor, _Edit(length, _BEGIN, rank, self.raw(tags[0])), tail=tail)
        self._edit(last, _Edit(0, _END, -rank, self.raw(tags[1])), tail=True)

    def raw(self, text: str) -> str:
        """The mark that becomes a text, as it is, when the page is serialised."""
        return f"{MARK}{self.tags.setdefault(text, len(self.tags))}{MARK}"

    def move(self, source: Spot, target: Spot) -> None:
        """Let the characters of a stretch stand right behind another one instead."""
        out = _Edit(source.start, _OUT, 0, skipped=source.end - source.start)
        if out in self._edits.get((source.element, source.tail), ()):
            return
        self._edit(source.element, out, tail=source.tail)
        self._edit(
            target.element, _Edit(target.end, _MOVED_HERE, source.origin, source.text), tail=target.tail
        )

    def part(self, spot: Spot) -> None:
        """Let a blank stand at the end of a stretch, where the markup behind it parts words."""
        edit = _Edit(spot.end, _MOVED_HERE, spot.origin, " ")
        if edit not in self._edits.get((spot.element, spot.tail), ()):
            self._edit(spot.element, edit, tail=spot.tail)

    def replace(self, spot: Spot, text: str) -> None:
        """Let other characters stand in the place of a stretch."""
        edit = _Edit(spot.start, _OUT, 0, text, spot.end - spot.start)
        if edit not in self._edits.get((spot.element, spot.tail), ()):
            self._edit(spot.element, edit, tail=spot.tail)

    def _edit(self, element: Element, edit: _Edit, *, tail: bool) -> None:
        self._edits.setdefault((element, tail), []).append(edit)

    def apply(self) -> None:
        """Write all marks into the tree, and take out what is dead."""
        for (element, tail), edits in self._edits.items():
            text = (element.tail if tail else element.text) or ""
            edits.sort(key=_ORDER)
            text = _edited(text, edits)
            if tail:
                element.tail = text
            else:
                element.text = text
        self._edits.clear()
        for element in self.dead:
            _bury(element)


def _edited(text: str, edits: Iterable[_Edit]) -> str:
    parts: list[str] = []
    done = 0
    for offset, _, _, put, skipped in edits:
        parts += (text[done:offset], put)
        done = max(done, offset + skipped)
    parts.append(text[done:])
    return "".join(parts)


def _bury(element: Element) -> None:
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
    if parent.text is None and not len(parent):
        parent.text = ""  # so that it has an end tag
