"""Tables of markdown: rows between pipes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from xbrlgen.reading.given.folding import trimmed, unmarked_with_offsets
from xbrlgen.reading.grids.pieces import Piece, is_value
from xbrlgen.reading.texts.cutting.tiles import is_year

PIPE = re.compile(r"(?<!\\)\|")
_RULE_MARKS = " \t\r\xa0|:+-"


def is_pipe_row(content: str) -> bool:
    """Whether a line is a row of a pipe table."""
    shown = content.strip()
    edged = shown.startswith("|") or shown.endswith("|") or " | " in shown or is_rule(shown)
    return edged and len(PIPE.findall(shown)) > 1


def is_rule(content: str) -> bool:
    """Whether a line is the rule below the headings of a pipe table."""
    return "|" in content and _is_dashes(content)


def _is_dashes(content: str) -> bool:
    return "--" in content and not content.strip(_RULE_MARKS)


def ruled_table(text: str, lines: Sequence[tuple[int, int]], first: int) -> int | None:
    """The last line of the pipe table whose headings stand on a line, a rule below; None where it has none.

    Its rows may have a single pipe each.
    """
    if first + 1 >= len(lines) or not is_rule(text[slice(*lines[first + 1])]):
        return None
    stop = next((at for at in range(first, len(lines)) if "|" not in text[slice(*lines[at])]), len(lines))
    return stop - 1 if stop - 1 > first + 1 else None


def pipe_pieces(text: str, lines: Sequence[tuple[int, int]]) -> list[list[Piece]]:
    """The rows of a pipe table; ``||`` lets a heading before it span."""
    contents = [text[start:end] for start, end in lines]
    edged = not any(is_rule(content) and not content.lstrip().startswith("|") for content in contents)
    return [
        _pipe_row(text, *line, edged=edged)
        for line, content in zip(lines, contents, strict=True)
        if not _is_dashes(content)
    ]


def _pipe_row(text: str, start: int, end: int, *, edged: bool) -> list[Piece]:
    a, b = trimmed(text, start, end)
    inner = a + 1 if edged and text[a] == "|" else a
    stops = [found.start() for found in PIPE.finditer(text, inner, b)]
    if not stops or stops[-1] != b - 1:
        stops.append(b)
    pieces: list[Piece] = []
    position = inner
    for column, stop in enumerate(stops):
        piece = piece_of(text, position, stop, column)
        if piece is not None:
            pieces.append(piece)
        elif stop == position and pieces and pieces[-1].right == column:
            pieces[-1] = evolve(pieces[-1], right=column + 1)
        position = stop + 1
    return [_narrowed(piece, alone=len(pieces) == 1) for piece in pieces]


def _narrowed(piece: Piece, *, alone: bool) -> Piece:
    """The piece; a figure, or a label beside others, doesn't span: the cells behind it are only empty."""
    is_figure = is_value(piece.text) and not is_year(piece.text)
    return evolve(piece, right=piece.left + 1) if is_figure or (piece.left == 0 and not alone) else piece


def piece_of(text: str, start: int, end: int, column: int) -> Piece | None:
    """What is printed in a cell, without the marks of markdown; None where that is nothing."""
    content, offsets = unmarked_with_offsets(text, start, end)
    if not content:
        return None
    shown = text[start:end].replace("&nbsp;", "\xa0")
    indent = (len(shown) - len(shown.lstrip())) / 2 - 0.5
    bold = "**" in text[start:end]
    return Piece(content, offsets[0], offsets[-1] + 1, column, column + 1, 1, max(indent, 0), bold)
