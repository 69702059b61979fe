"""Numbers in rows that are no figures of theirs: marks of notes, numbers within labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from attrs import evolve

from xbrlgen.reading.grids.pieces import Piece, is_value
from xbrlgen.reading.texts.cutting.lines import Line, LineKind

_NOTE_BEHIND = re.compile(r"(?P<label>.*\S)\s(?P<note>\(\d{1,2}\))")


def with_note_told(line: Line, wide: int) -> Line:
    """A line of single blanks, with "(12)" behind its label a figure or a note as full rows need it."""
    values = line.values if line.kind is LineKind.VALUES else []
    if not line.is_tight or line.pieces[0] in values or not wide:
        return line
    if len(values) > wide and _GOES_ON.search(line.pieces[0].text):
        return _with_longer_label(line, len(values) - wide)
    last = line.pieces[-1]
    if len(values) == wide + 1 and values[-1] is last and _LAST_NOTE.fullmatch(last.text):
        return _with_last_note(line)
    label, first = line.pieces[0], line.pieces[1]
    if len(values) == wide + 1 and _NOTE_BEHIND.fullmatch(f"- {first.text}"):
        whole = evolve(label, text=f"{label.text} {first.text}", end=first.end, right=first.right)
        return evolve(line, pieces=(whole, *line.pieces[2:]))
    behind = _NOTE_BEHIND.fullmatch(label.text)
    if len(values) != wide - 1 or behind is None:
        return line
    width = len(behind["note"])
    figure = evolve(label, text=behind["note"], start=label.end - width, left=label.right - width)
    rest = evolve(label, text=behind["label"], end=label.end - width - 1, right=label.right - width - 1)
    return evolve(line, pieces=(rest, figure, *line.pieces[1:]))


_LAST_NOTE = re.compile(r"\(\d\)")


def _with_last_note(line: Line) -> Line:
    """The line with its last piece, a note mark, put behind the figure before it."""
    *before, figure, note = line.pieces
    text = f"{figure.text} {note.text}"
    return evolve(line, pieces=(*before, evolve(figure, text=text, end=note.end, reach=note.right)))


# Words that no label ends with: what comes behind them belongs to it.
_GOES_ON = re.compile(r"(?:\b(?:and|or|of|to|at|than|from|through|is|was|cost|value)|[$,(])$", re.IGNORECASE)


def _with_longer_label(line: Line, count: int) -> Line:
    """The line with so many of its first figures put back into its label: "... of $6.1 and $5.8"."""
    label, *rest = line.pieces
    taken = rest[:count]
    text = " ".join((label.text, *(piece.text for piece in taken)))
    whole = evolve(label, text=text, end=taken[-1].end, right=taken[-1].right)
    return evolve(line, pieces=(whole, *rest[count:]))


def with_labels_going_on(lines: Sequence[Line], wide: int) -> list[Line]:
    """The lines; where a label of two amounts broke before the second one, both are on the row it is for.

    "net of depletion of $41,202 and" over "$36,900      68,440      70,115"
    """
    told = list(lines)
    for at, (above, line) in enumerate(pairwise(lines)):
        if _breaks_before(above, line, wide):
            told[at] = evolve(above, kind=LineKind.BLANK, pieces=())
            told[at + 1] = evolve(line, pieces=(_with_more(above.pieces[-1], line), *line.pieces[1:]))
    return told


def _breaks_before(above: Line, line: Line, wide: int) -> bool:
    """Whether the first of too many figures stands at the left margin, under a label that goes on."""
    if above.kind is not LineKind.TEXT or len(above.pieces) != 1 or line.kind is not LineKind.VALUES:
        return False
    goes_on = _GOES_ON.search(above.pieces[0].text) is not None
    many = len(line.pieces) - 1 == wide > 1 and is_value(line.pieces[0].text)
    return goes_on and many and line.left <= above.left + _INDENT


# Letters that the rest of a label may be set in.
_INDENT = 4


def _with_more(label: Piece, line: Line) -> Piece:
    first = line.pieces[0]
    return evolve(label, text=f"{label.text} {first.text}", end=first.end, right=first.right)
