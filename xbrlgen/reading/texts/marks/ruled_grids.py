"""Tables drawn with rules between all cells: ``+-----+`` above and below, ``|`` at the sides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final

from attrs import evolve

from xbrlgen.reading.grids.pieces import Piece, is_value
from xbrlgen.reading.texts.cutting.tiles import is_year
from xbrlgen.reading.texts.marks.markdown import piece_of

Span = tuple[int, int]

# Lines drawn with characters of their own, as a plain table draws them.
_DRAWN: Final = str.maketrans("│┃║─━═┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝╒╤╕╞╪╡╘╧╛╭╮╰╯┏┳┓┣╋┫┗┻┛", "|||---" + "+" * 40)
_RULE: Final = re.compile(
    r"\s*\+(?:[-=:]+\+)+\s*|\s*\|(?:[-=:]+\+)+[-=:]+\|\s*"
    # A cell over several rows breaks the rule below the first of them: "|       +------+------+".
    r"|\s*[|+](?:\s+[|+]|[-=:]{3,}\+)*[-=:]{3,}[|+](?:\s+[|+]|[-=:]{3,}[|+])*\s*"
)
_OPENS: Final = "+|┌┼├└╔╠╚╒╞╘╭╰┏┣┗│┃║"
# Headings and two rows, and two columns between three borders: a box around a text has less.
_LEAST: Final = 3


def is_grid_rule(content: str) -> bool:
    """Whether a line is a rule with a mark at each border of a column."""
    shown = content.lstrip()[:1]
    return shown in _OPENS and shown != "" and _RULE.fullmatch(content.translate(_DRAWN)) is not None


def ruled_grid(text: str, lines: Sequence[Span], first: int) -> tuple[int, list[list[Piece]]]:
    """The last line and the rows of the table whose first rule is a line; no rows where none is."""
    if not is_grid_rule(text[slice(*lines[first])]):
        return first, []
    last = _last_line(text, lines, first)
    body = lines[first : last + 1]
    borders = _borders(text, body)
    if sum(not is_grid_rule(text[slice(*line)]) for line in body) < _LEAST or len(borders) < _LEAST:
        return first, []
    return last, list(_rows(text, body, borders))


def _last_line(text: str, lines: Sequence[Span], first: int) -> int:
    """The last line before one without sides, or a second rule right below another."""
    last, after_rule = first, True
    for number in range(first + 1, len(lines)):
        content = text[slice(*lines[number])].translate(_DRAWN).strip()
        is_rule = is_grid_rule(content)
        if (is_rule and after_rule) or not (is_rule or (content[:1] == "|" == content[-1:])):
            break
        last, after_rule = number, is_rule
    return last


def _borders(text: str, lines: Sequence[Span]) -> list[int]:
    """Where columns begin and end, counted from the start of a line."""
    found: set[int] = set()
    for start, end in lines:
        content = text[start:end].translate(_DRAWN)
        if is_grid_rule(content):
            found.update(at for at, mark in enumerate(content) if mark in "+|")
    return sorted(found)


def _rows(text: str, lines: Sequence[Span], borders: Sequence[int]) -> Iterator[list[Piece]]:
    """The rows between rules, each the lines of its cells; a line each where several lines hold figures."""
    for is_rule, group in groupby(lines, lambda line: is_grid_rule(text[slice(*line)])):
        if is_rule:
            continue
        below = list(group)
        rows = [_row(text, [line], borders) for line in below]
        yield from rows if sum(map(_has_figures, rows)) > 1 else [_row(text, below, borders)]


def _has_figures(row: Sequence[Piece]) -> bool:
    return any(is_value(piece.text) and not is_year(piece.text) for piece in row[1:])


def _row(text: str, lines: Sequence[Span], borders: Sequence[int]) -> list[Piece]:
    """The cells of one row; what a cell holds on several lines is one text."""
    cells: dict[tuple[int, int], Piece] = {}
    for start, end in lines:
        content = text[start:end].translate(_DRAWN)
        cuts = [at for at in borders if at < len(content) and content[at] in "|+"]
        for left, right in pairwise(cuts):
            piece = piece_of(text, start + left + 1, start + right, 0)
            if piece is not None:
                key = (borders.index(left), borders.index(right))
                cells[key] = _below(cells.get(key), piece)
    return [evolve(piece, left=left, right=right) for (left, right), piece in sorted(cells.items())]


def _below(above: Piece | None, piece: Piece) -> Piece:
    return piece if above is None else evolve(above, text=f"{above.text} {piece.text}", end=piece.end)
