"""Tables that converters write in LaTeX: cells between ``&``, rows that end in two backslashes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve

from xbrlgen.reading.grids.pieces import Piece
from xbrlgen.reading.texts.marks.markdown import piece_of

Span = tuple[int, int]

_BEGIN: Final = re.compile(
    r"\\begin\{(?:tabular|array|longtable)\}(?:\[[^\]\n]*\])?\{(?:[^{}\n]|\{[^{}\n]*\})*\}"
)
_END: Final = re.compile(r"\\end\{(?:tabular|array|longtable)\}")
_ROW_ENDS: Final = re.compile(r"\\\\(?:\[[^\]\n]*\])?")
_CELL_ENDS: Final = re.compile(r"(?<!\\)&")
_RULES: Final = re.compile(
    r"\s*(?:\\(?:hline|toprule|midrule|bottomrule|(?:cline|cmidrule(?:\([lr]+\))?)\{[^{}]*\})\s*)+"
)
_SPANS: Final = re.compile(r"\s*\\multicolumn\{(?P<count>\d{1,3})\}\{[^{}]*\}\{(?P<text>.*)\}\s*", re.DOTALL)
_SET: Final = re.compile(
    r"\s*\\(?:textbf|textit|emph|mathbf|mathrm|text|underline)\{(?P<text>.*)\}\s*", re.DOTALL
)


def latex_table(text: str, lines: Sequence[Span], first: int) -> tuple[int, list[list[Piece]]]:
    """The last line and the rows of the table that begins on a line; no rows where none does."""
    begin = _BEGIN.search(text, *lines[first])
    end = _END.search(text, begin.end()) if begin else None
    if begin is None or end is None:
        return first, []
    last = next((at for at in range(first, len(lines)) if lines[at][1] >= end.end()), None)
    if last is None:
        return first, []
    return last, [
        row for span in _parts(text, begin.end(), end.start(), _ROW_ENDS) if (row := _row(text, *span))
    ]


def _parts(text: str, start: int, end: int, mark: re.Pattern[str]) -> Iterator[Span]:
    """The stretches between marks."""
    for found in mark.finditer(text, start, end):
        yield start, found.start()
        start = found.end()
    yield start, end


def _row(text: str, start: int, end: int) -> list[Piece]:
    rule = _RULES.match(text, start, end)
    pieces, column = [], 0
    for left, right in _parts(text, rule.end() if rule else start, end, _CELL_ENDS):
        spans = _SPANS.fullmatch(text, left, right)
        width = int(spans["count"]) if spans else 1
        piece = _cell(text, *(spans.span("text") if spans else (left, right)), column)
        if piece is not None:
            pieces.append(evolve(piece, right=column + width))
        column += width
    return pieces


def _cell(text: str, start: int, end: int, column: int) -> Piece | None:
    set_in = _SET.fullmatch(text, start, end)
    return piece_of(text, *(set_in.span("text") if set_in else (start, end)), column)
