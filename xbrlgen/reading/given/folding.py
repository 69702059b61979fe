"""Text as people see it: white space folded, with the way back to where each character stood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from xbrlgen.places import Offsets
from xbrlgen.reading.document import Cell

INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_WORD = re.compile(rf"[^\s{INVISIBLE}]+")
_VISIBLE = re.compile(rf"[^\s{INVISIBLE}]")
_DROP_INVISIBLE = str.maketrans("", "", INVISIBLE)
_HAS_INVISIBLE = re.compile(f"[{INVISIBLE}]")


def folded(text: str) -> str:
    """The text with runs of white space as one blank and invisible characters gone."""
    if not text.isascii() and _HAS_INVISIBLE.search(text):
        text = text.translate(_DROP_INVISIBLE)
    return " ".join(text.split())


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The run from the first to the last visible character; empty at ``start`` when there is none."""
    first = _VISIBLE.search(text, start, end)
    if first is None:
        return start, start
    stop = end
    while text[stop - 1].isspace() or text[stop - 1] in INVISIBLE:
        stop -= 1
    return first.start(), stop


def folded_with_offsets(text: str, start: int, end: int) -> tuple[str, Offsets]:
    """The folded text of a run, and for each character of it where it stands in ``text``."""
    run = text[start:end]
    shown = " ".join(run.split())
    if shown and len(shown) == len(run.strip()) and (run.isascii() or not _HAS_INVISIBLE.search(run)):
        first = end - len(run.lstrip())
        return shown, Offsets.of([(first, first + len(shown))])
    words: list[str] = []
    pieces: list[tuple[int, int]] = []
    last = start
    for word in _WORD.finditer(text, start, end):
        if words and _HAS_SPACE.search(text, last, word.start()):
            words.append(" ")
            pieces.append((last, last + 1))
        words.append(word.group())
        pieces.append(word.span())
        last = word.end()
    return "".join(words), Offsets.of(pieces)


# Marks of markdown and its inline HTML that are not print: emphasis, escapes, tags, heading signs.
_MARKUP = re.compile(
    r"\*{2,3}|(?<![A-Za-z0-9_])_{1,2}(?=\S)|(?<=\S)_{1,2}(?![A-Za-z0-9_])|\\(?=[^\w\s])|^[ \t]*#{1,6}[ \t]"
    r"|</?(?:br|sup|sub|b|i|em|strong|u|span|font|p|div)\b[^<>\n]{0,200}>|&nbsp;",
    re.IGNORECASE | re.MULTILINE,
)
_EMPHASIS = re.compile(r"(?<![\w*)%])\*(?=[^\s*])[^*|\n]{1,300}(?<=[^\s*])(\*)(?![\w*])")


# What converters with formulas make of figures and note marks: "$(48,118)$", "$\\$ 18.4$", "${ }^{(1)}$".
_FORMULA = re.compile(
    r"(?<![\\\w$])(?P<begin>\$(?:\\(?:mathbf|mathrm|text(?:bf)?|underline)\{)?)(?=(?:\\\$|[^$|]){0,40}[\d–—-])"
    r"(?:\\[$%]|[\d,.()\s%~+–—-]){1,40}?(?<![\\\s])(?P<end>\}?\$)(?![\d(–—-])"
    r"|(?P<raise>\$\s?(?:\{\s?\})?\s?\^\{?)[^{}$]{1,6}(?P<lower>\}?\$)"
)


def _formulas(text: str) -> Iterator[tuple[int, int, bool]]:
    """The marks around figures that are set as formulas."""
    for found in _FORMULA.finditer(text) if text.count("$") > 1 else ():
        for name in ("begin", "end", "raise", "lower"):
            if found[name]:
                yield (*found.span(name), False)


def _marks(text: str) -> list[tuple[int, int, bool]]:
    """Where marks stand, and whether they part words."""
    found = [(*mark.span(), mark.group().lower().startswith(("<br", "&"))) for mark in _MARKUP.finditer(text)]
    for pair in _EMPHASIS.finditer(text) if "*" in text else ():
        found += [(pair.start(), pair.start() + 1, False), (pair.start(1), pair.end(1), False)]
    return sorted([*found, *_formulas(text)])


def without_marks(text: str) -> str:
    """Text of the same length with blanks for the marks of markdown.

    >>> without_marks("**Cash**<br>$5$")
    '  Cash       5 '
    """
    parts, done = [], 0
    for start, end, _ in _marks(text):
        parts += [text[done:start], " " * (end - max(start, done))]
        done = max(done, end)
    return "".join((*parts, text[done:]))


def unmarked_with_offsets(text: str, start: int, end: int) -> tuple[str, Offsets]:
    """Like `folded_with_offsets`, without the marks of markdown."""
    words: list[str] = []
    pieces: list[tuple[int, int]] = []
    position = start
    for first, last, parts in [*_marks(text[start:end]), (end - start, end - start, False)]:
        _add_words(text, position, max(start + first, position), words, pieces)
        position = max(start + last, position)
        if parts:
            words.append(" ")
            pieces.append((position - 1, position))
    return _without_double_blanks(words, pieces)


def _add_words(text: str, start: int, end: int, words: list[str], pieces: list[tuple[int, int]]) -> None:
    for part in re.finditer(rf"\s+|[^\s{INVISIBLE}]+", text[start:end]):
        blank = part.group().isspace()
        words.append(" " if blank else part.group())
        pieces.append((start + part.start(), start + (part.start() + 1 if blank else part.end())))


def _without_double_blanks(words: list[str], pieces: list[tuple[int, int]]) -> tuple[str, Offsets]:
    shown: list[str] = []
    places: list[tuple[int, int]] = []
    for word, place in zip(words, pieces, strict=True):
        if word != " " or (shown and shown[-1] != " "):
            shown.append(word)
            places.append(place)
    if shown and shown[-1] == " ":
        shown.pop()
        places.pop()
    return "".join(shown), Offsets.of(places)


_HAS_SPACE = re.compile(r"\s")


def print_offsets(text: str, cell: Cell) -> Sequence[int]:
    """Where each character of a cell's text stands in ``Source.text``; a blank points at the next character.

    The text of a cell leaves out white space, the joints of split cells and the marks of markdown, but
    keeps the order, so that each character is the next equal one.
    """
    position = cell.places[0].start if cell.places else 0
    if text.startswith(cell.text, position):
        return range(position, position + len(cell.text))
    offsets: list[int] = []
    for character in cell.text:
        if character != " ":
            position = text.index(character, position) + 1
            offsets.append(position - 1)
        else:
            offsets.append(position)
    return tuple(offsets)
