"""Where on the page each fact stands, and which facts can't stand where they are said to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from attrs import frozen

from xbrlgen.filing import Placement
from xbrlgen.model import Fact
from xbrlgen.writing.html.marking import Page, Spot
from xbrlgen.writing.html.words import names_of
from xbrlgen.writing.inline.transformations import Numeric, numeric, textual

# What keeps text apart: a number isn't joined over the end of one of these.
_APART = {"body"} | names_of(
    ["td", "th", "tr", "p", "div", "li", "table", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6"]
)

# What may stand in a number without being seen: soft hyphens, marks of direction, blanks without width.
_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+")

# Item types whose facts hold the markup of what is printed, not only its text.
ESCAPED = frozenset({"textBlockItemType", "escapedItemType"})


class Wrap(NamedTuple):
    """A fact at a place on the page: the stretches of text that carry it and how they are read.

    A hint is the print of a fact that no transformation can read: the fact is hidden, the print leads to it.
    ``parted`` are the numbers of the stretches behind which only markup, a line break say, parts two words.
    """

    fact: Fact
    source: int
    spots: tuple[Spot, ...]
    start: int
    end: int
    reading: Numeric | None = None
    format: str = ""
    is_hint: bool = False
    parted: tuple[int, ...] = ()

    @property
    def is_numeric(self) -> bool:
        """Whether this becomes an ``ix:nonFraction``."""
        return self.fact.is_numeric and not self.is_hint

    @property
    def is_block(self) -> bool:
        """Whether this holds markup and not only text."""
        return self.fact.concept.type in ESCAPED and not self.is_hint


@frozen
class Refused:
    """A placement that can't be marked, and why."""

    placement: Placement
    reason: str
    hint: Wrap | None = None


def find_wrap(page: Page, fact: Fact, placement: Placement) -> Wrap | Refused:
    """Where on the page the placement is, cut down to what carries the value."""
    place = placement.place
    spots = page.spots(place.source, place.start, place.end)
    text = spots[0].text if len(spots) == 1 else "".join(spot.text for spot in spots)
    if not text.strip():
        return Refused(placement, "nothing is printed there")
    if fact.concept.type in ESCAPED:
        return Wrap(fact, place.source, tuple(spots), place.start, place.end)
    if fact.value is None:
        return _cut(fact, place.source, spots, _trimmed(text))
    if isinstance(fact.value, Decimal):
        return _numeric_wrap(fact, fact.value, placement, spots, text)
    return _textual_wrap(fact, placement, spots, text)


def _numeric_wrap(
    fact: Fact, value: Decimal, placement: Placement, spots: Sequence[Spot], text: str
) -> Wrap | Refused:
    source = placement.place.source
    if _INVISIBLE.search(text):
        spots = [part for spot in spots for part in _visible(spot)]
        text = "".join(spot.text for spot in spots)
    reading = numeric(text, value, fact.decimals)
    if reading is None:
        return Refused(
            placement, f"{text.strip()[:60]!r} doesn't print {value:f}", _hint(fact, source, spots, text)
        )
    found = _cut(fact, source, spots, (reading.start, reading.end), reading)
    if len(found.spots) > 1 and not _together(found.spots):
        return Refused(placement, "its digits stand in different cells")
    return found


def _visible(spot: Spot) -> Iterator[Spot]:
    """The parts of a stretch between characters that aren't seen, which no format of numbers knows."""
    done = 0
    for found in (*_INVISIBLE.finditer(spot.text), None):
        end = spot.end - spot.start if found is None else found.start()
        if end > done:
            yield Spot(spot.element, spot.tail, spot.start + done, spot.start + end, spot.origin + done)
        done = end if found is None else found.end()


def _textual_wrap(fact: Fact, placement: Placement, spots: Sequence[Spot], text: str) -> Wrap | Refused:
    start, end = _trimmed(text)
    source = placement.place.source
    whole = _cut(fact, source, spots, (start, end))
    parted = _parted(whole.spots, str(fact.value))
    if parted:
        return whole._replace(parted=parted)
    form = textual(" ".join(text[start:end].split()), str(fact.value))
    if form is None:
        reason = f"no transformation makes {str(fact.value)[:60]!r} of {text[start:end][:60]!r}"
        return Refused(placement, reason, _hint(fact, source, spots, text))
    return whole._replace(format=form)


def _parted(spots: Sequence[Spot], value: str) -> tuple[int, ...]:
    """The stretches behind which a blank is missing, if with it they are the value; else none."""
    words, parted = "", []
    for number, spot in enumerate(spots):
        if number and not words[-1:].isspace() and value[len(words) : len(words) + 1] == " ":
            if not spot.text[:1].isspace():
                parted.append(number - 1)
            words += " "
        words = f"{words}{' '.join(spot.text.split())}{' ' if spot.text[-1:].isspace() else ''}"
    return tuple(parted) if words == value else ()


def _hint(fact: Fact, source: int, spots: Sequence[Spot], text: str) -> Wrap:
    return _cut(fact, source, spots, _trimmed(text))._replace(is_hint=True)


def _trimmed(text: str) -> tuple[int, int]:
    return len(text) - len(text.lstrip()), len(text.rstrip())


def _cut(
    fact: Fact, source: int, spots: Sequence[Spot], part: tuple[int, int], reading: Numeric | None = None
) -> Wrap:
    """A fact on the part of stretches between two positions of their joined text."""
    start, end = part
    cut: list[Spot] = []
    position = 0
    for spot in spots:
        length = spot.end - spot.start
        low, high = max(start - position, 0), min(end - position, length)
        if low < high:
            whole = high - low == length
            first = spot.start + low
            cut.append(
                spot if whole else Spot(spot.element, spot.tail, first, spot.start + high, spot.origin + low)
            )
        position += length
    last = cut[-1]
    return Wrap(fact, source, tuple(cut), cut[0].origin, last.origin + last.end - last.start, reading)


def _together(spots: Sequence[Spot]) -> bool:
    """Whether stretches stand in one cell or paragraph with nothing but inline markup between them."""
    blocks = [_block(spot) for spot in spots]
    return all(block is blocks[0] for block in blocks)


def _block(spot: Spot) -> object:
    element = spot.parent
    while element is not None and element.tag not in _APART:
        element = element.getparent()
    return element


def nest(wraps: Iterable[Wrap]) -> tuple[list[Wrap], list[Wrap]]:
    """The wraps from outside to inside in source order, and those that can't be nested."""
    kept: list[Wrap] = []
    left: list[Wrap] = []
    around: list[Wrap] = []
    for wrap in sorted(wraps, key=lambda w: (w.source, w.start, -w.end, w.is_numeric)):
        while around and (around[-1].source != wrap.source or around[-1].end <= wrap.start):
            around.pop()
        if around and not _fits_in(wrap, around[-1]):
            left.append(wrap)
            continue
        around.append(wrap)
        kept.append(wrap)
    return kept, left


def _fits_in(inner: Wrap, outer: Wrap) -> bool:
    if inner.end > outer.end:
        return False
    if not outer.is_numeric:
        return True
    same = (inner.start, inner.end) == (outer.start, outer.end) and inner.fact.unit == outer.fact.unit
    return same and inner.is_numeric and _read_alike(inner.reading, outer.reading)


def _read_alike(one: Numeric | None, other: Numeric | None) -> bool:
    return one is not None and other is not None and (one.format, one.scale) == (other.format, other.scale)
