"""Marks of markdown and references to characters, which aren't printed as they are written."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

REFERENCE: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_LINK: Final = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]+(?:\s[^()]*)?\)")
_CODE: Final = re.compile(r"(`+)\s?([^`]+?)\s?\1")
_BULLET: Final = "\u2022"
_QUOTE: Final = ">"

Printed = tuple[str, Sequence[int]]
Shown = Callable[[re.Match[str]], Iterator[tuple[int, str]]]


def decoded(text: str, offsets: Sequence[int]) -> tuple[str, Sequence[int]]:
    """Text with its character references as what they stand for, white space in front left out."""
    parts: list[tuple[str, int]] = []
    done = 0
    for found in REFERENCE.finditer(text):
        parts += zip(text[done : found.start()], offsets[done : found.start()], strict=True)
        parts += [(character, offsets[found.start()]) for character in html.unescape(found.group())]
        done = found.end()
    parts += zip(text[done:], offsets[done : len(text)], strict=True)
    first = next((number for number, (character, _) in enumerate(parts) if not character.isspace()), 0)
    return "".join(character for character, _ in parts[first:]), [offset for _, offset in parts[first:]]


def without_links(text: str, offsets: Sequence[int]) -> Printed:
    """Text with its links as words with the address behind, and code without its ticks.

    >>> without_links("See [us](http://a.b) `x`", range(24))[0]
    'See us (http://a.b) x'
    """
    for pattern, shown in ((_LINK, _link), (_CODE, _code)):
        if pattern.search(text):
            text, offsets = _replaced(pattern, shown, text, offsets)
    return text, offsets


def _link(found: re.Match[str]) -> Iterator[tuple[int, str]]:
    yield from enumerate(found[1], found.start(1))
    yield found.end(1), " "
    yield from enumerate(found.string[found.end(1) + 1 : found.end()], found.end(1) + 1)


def _code(found: re.Match[str]) -> Iterator[tuple[int, str]]:
    yield from enumerate(found[2], found.start(2))


def _replaced(pattern: re.Pattern[str], shown: Shown, text: str, offsets: Sequence[int]) -> Printed:
    """Text in which each match is what is shown of it: characters and where they stood."""
    kept: list[tuple[int, str]] = []
    done = 0
    for found in pattern.finditer(text):
        kept += enumerate(text[done : found.start()], done)
        kept += shown(found)
        done = found.end()
    kept += enumerate(text[done:], done)
    return "".join(character for _, character in kept), [offsets[at] for at, _ in kept]


def as_item(text: str) -> str:
    """An item of a list with a round bullet, whatever it is written with."""
    return _BULLET + text[1:]


def is_quote(text: str) -> bool:
    """Whether a paragraph is quoted."""
    return text.startswith(_QUOTE)


def without_quotes(source: str, text: str, offsets: Sequence[int]) -> Printed:
    """A quoted paragraph without the marks that its lines begin with."""
    kept = [
        at
        for at, character in enumerate(text)
        if not (character == _QUOTE and _begins_line(source, offsets[at]))
    ]
    first = next((number for number, at in enumerate(kept) if not text[at].isspace()), 0)
    kept = [at for number, at in enumerate(kept) if number >= first and not _is_double(text, kept, number)]
    return "".join(text[at] for at in kept), [offsets[at] for at in kept]


def _begins_line(source: str, offset: int) -> bool:
    begin = source.rfind("\n", 0, offset) + 1
    return not source[begin:offset].strip(" \t>")


def _is_double(text: str, kept: Sequence[int], number: int) -> bool:
    return number > 0 and text[kept[number]] == text[kept[number - 1]] == " "
