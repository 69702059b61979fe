"""Numbers that lost the blank between them, parted where one parting alone gives full rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product
from math import prod

from attrs import frozen

from xbrlgen.reading.given.folding import folded
from xbrlgen.reading.texts.cutting.tiles import is_year

Span = tuple[int, int]
Number = tuple[str, Span]

_GROUPED = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?P<decimals>\.\d+)?")


_SMALL = re.compile(r"(?:0|[1-9]\d{0,2})(?P<decimals>\.\d+)?")


# Two full rows without a blank: with half of it, tables that lost theirs are lost; more explodes in ways to
# part it.
_LONGEST_BLOB = 60


# Ways to part the values of a run: all are looked at, as one alone must fit. More cost time.
_MOST_WAYS = 5000


@frozen
class Value:
    """One number or dash of a run, and the digits in it that may be several numbers."""

    start: int
    end: int
    lead: str
    blob: str
    tail: str


def part_counts(blob: str) -> list[int]:
    """Into how many numbers the digits can be parted: whole where they make a sound number."""
    if not blob or len(blob) > _LONGEST_BLOB or _is_sound(blob):
        return [1]
    return [count for count in range(1, 9) if next(_partings(blob, count), None)]


def _is_sound(blob: str) -> bool:
    return bool(_GROUPED.fullmatch(blob) or re.fullmatch(r"\d{0,3}(?:\.\d+)?|\d+\.\d+", blob))


def _partings(blob: str, count: int) -> Iterator[tuple[str, ...]]:
    """The ways to part digits into so many well-formed numbers."""
    if count == 1:
        if _is_sound(blob) or blob.isdigit():
            yield (blob,)
        return
    yield from (parting for parting in _all_partings(blob, count) if _alike(parting))


def _all_partings(blob: str, count: int) -> Iterator[tuple[str, ...]]:
    if count == 1:
        if _GROUPED.fullmatch(blob) or _SMALL.fullmatch(blob) or is_year(blob):
            yield (blob,)
        return
    for stop in range(1, min(len(blob) - count + 2, 16)):
        first = blob[:stop]
        if _GROUPED.fullmatch(first) or _SMALL.fullmatch(first) or is_year(first):
            for rest in _all_partings(blob[stop:], count - 1):
                yield (first, *rest)


def _alike(parting: Sequence[str]) -> bool:
    """Whether all numbers have the same decimals, and either all or none are years."""
    decimals = {len(part.partition(".")[2]) for part in parting}
    return len(decimals) == 1 and len({is_year(part) for part in parting}) == 1


def parted_values(values: Sequence[Value], wide: int) -> list[tuple[str, Span]] | None:
    """The values of a run as full rows of numbers, where just one parting gives them."""
    choices = [possible_counts(value) for value in values]
    # Four rows run together at most: with more, the ways to part them explode, and several fit.
    if any(not choice for choice in choices) or len(values) > 4 * wide:
        return None
    if prod(map(len, choices)) > _MOST_WAYS:
        return None
    least = sum(choice[0] for choice in choices)
    wanted = -(-least // wide) * wide
    if least != wanted and len(values) > 2 * wide:
        return None
    ways = [way for counts in product(*choices) if sum(counts) == wanted for way in _ways(values, counts)]
    return ways[0] if len(ways) == 1 else None


def possible_counts(value: Value) -> list[int]:
    """Into how many numbers a value may be parted; a minus without a bracket may be a nil before a number."""
    counts = part_counts(value.blob)
    return [1, 2] if counts == [1] and value.lead == "-" and value.blob else counts


def _ways(values: Sequence[Value], counts: Sequence[int]) -> Iterator[list[tuple[str, Span]]]:
    """The texts and places of the numbers for given numbers of parts."""
    options = [list(_prints(value, count)) for value, count in zip(values, counts, strict=True)]
    for chosen in product(*options):
        yield [item for printed in chosen for item in printed]


def _prints(value: Value, count: int) -> Iterator[list[tuple[str, Span]]]:
    """The ways to print a value as so many numbers."""
    if not value.blob:
        yield [(folded(value.lead), (value.start, value.end))]
    elif count == 2 and value.lead == "-" and part_counts(value.blob) == [1]:
        yield [("-", (value.start, value.start + 1)), (value.blob + value.tail, (value.start + 1, value.end))]
    else:
        yield from (list(_printed(value, parting)) for parting in _partings(value.blob, count))


def _printed(value: Value, parting: Sequence[str]) -> Iterator[tuple[str, Span]]:
    """Each number with what is printed around it: the mark before the first, the bracket behind the last."""
    if len(parting) == 1:
        yield folded(value.lead + parting[0] + value.tail), (value.start, value.end)
        return
    position = value.start
    for number, part in enumerate(parting):
        last = number == len(parting) - 1
        shown = (value.lead if number == 0 else "") + part + (value.tail if last else "")
        end = value.end if last else _after(value, parting, number)
        yield folded(shown), (position, end)
        position = end


def _after(value: Value, parting: Sequence[str], number: int) -> int:
    """Where the part of that number ends in the source."""
    behind = sum(len(part) for part in parting[number + 1 :]) + len(value.tail)
    return value.end - behind
