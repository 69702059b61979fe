"""Which stretches of a source a page prints, and which it has left out."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator, Sequence

from xbrlgen.places import Segment
from xbrlgen.writing.texts.marks import REFERENCE

# What text formats write that isn't printed: tags of EDGAR's old markup, rules, marks of markdown.
_NOT_PRINTED = re.compile(
    r"</?(?:page|table|caption|s|c|fn|f\d+|pre|text|document|type[^<>\n]*)>|[^\w$%<]+|<|_+", re.IGNORECASE
)


def prints(text: str) -> bool:
    """Whether there is anything in a text that is printed."""
    return bool(_NOT_PRINTED.sub("", text))


def runs(text: str, offsets: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """The stretches of text that come from one stretch of the source: position, start, length."""
    begin, came_from = 0, -1
    for at, offset in enumerate((*_with_blanks(text, offsets), None)):
        if came_from >= 0 and offset != came_from + at - begin:
            yield begin, came_from, at - begin
            came_from = -1
        if came_from < 0 and offset is not None:
            begin, came_from = at, offset


def _with_blanks(text: str, offsets: Sequence[int]) -> Iterator[int | None]:
    """Where each character stands; a blank, which may stand for more, right before the next character."""
    before = -1
    for at, character in enumerate(text):
        offset: int | None = offsets[at]
        if character == " " and at + 1 < len(text):
            offset = offsets[at + 1] - 1
        if offset is not None and offset <= before:
            offset = None
        before = before if offset is None else offset
        yield offset


def apart(segments: Iterable[Segment]) -> list[Segment]:
    """The segments in source order; of two that overlap the first."""
    kept: list[Segment] = []
    for segment in sorted(segments, key=lambda segment: segment.start):
        if not kept or segment.start >= kept[-1].end:
            kept.append(segment)
    return kept


def without_printed(text: str, segments: Sequence[Segment]) -> str:
    """The text with blanks for the references that are printed: a segment holds where each begins."""
    parts, done = [], 0
    for found in REFERENCE.finditer(text):
        number = bisect.bisect_right(segments, found.start(), key=lambda segment: segment.start) - 1
        if number >= 0 and found.start() < segments[number].end:
            parts += [text[done : found.start()], " " * len(found.group())]
            done = found.end()
    return "".join((*parts, text[done:]))


def gaps(text: str, segments: Sequence[Segment]) -> Iterator[tuple[int, int]]:
    """Where the source prints words or numbers that no segment holds."""
    edges = [0, *(edge for segment in segments for edge in (segment.start, segment.end)), len(text)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        if start < end and prints(text[start:end]):
            yield start, end
