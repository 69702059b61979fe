"""The lines of a text, those whose single blanks may part columns judged by the lines around them."""

from __future__ import annotations

from collections.abc import Sequence

from xbrlgen.reading.texts.cutting.head_lines import heading_rows
from xbrlgen.reading.texts.cutting.lines import Line, LineKind, is_running_head, line_of, whole_line
from xbrlgen.reading.texts.cutting.stacked_periods import beside_each_other


def lines_of(text: str, start: int, end: int) -> list[Line]:
    """All lines of a stretch of text."""
    found = []
    position = start
    while position < end:
        stop = text.find("\n", position, end)
        stop = end if stop < 0 else stop
        found += [line_of(text, *row) for row in heading_rows(text, position, stop)]
        position = stop + 1
    found = beside_each_other([_without_page(found, number, text) for number in range(len(found))])
    return [_confirmed(found, number, text) if line.is_tight else line for number, line in enumerate(found)]


def _without_page(lines: Sequence[Line], number: int, text: str) -> Line:
    """The line, as text where it is a running head with its page; in a list of companies it is a row."""
    line = lines[number]
    beside = (*lines[max(number - 1, 0) : number], *lines[number + 1 : number + 2])
    if line.kind is not LineKind.VALUES or not is_running_head(line.pieces):
        return line
    alike = any(other.kind is LineKind.VALUES and len(other.pieces) == len(line.pieces) for other in beside)
    return line if alike else _as_text(line, text)


def _as_text(line: Line, text: str) -> Line:
    whole = whole_line(text[line.start : line.end], line.start, line.end, line.left)
    return Line(line.start, line.end, LineKind.TEXT, (whole,))


def _confirmed(lines: Sequence[Line], number: int, text: str) -> Line:
    """The line, as text where nothing near it confirms that its single blanks part columns."""
    line = lines[number]
    near = [*_unruled(lines[max(number - 8, 0) : number])[-4:], *_unruled(lines[number + 1 : number + 9])[:4]]
    beside = [other for other in near if other.kind is LineKind.VALUES]
    above = _unruled(lines[max(number - 6, 0) : number])[-3:]
    if len(beside) > 1 or _is_one_of_two(line, beside, near) or (beside and _is_headed(line, above)):
        return line
    return _as_text(line, text)


def _is_headed(line: Line, above: Sequence[Line]) -> bool:
    """Whether headings stand right above a line, as many as it has figures."""
    return any(other.kind is LineKind.HEADS and len(other.pieces) == len(line.values) > 1 for other in above)


def _unruled(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if line.kind is not LineKind.RULE]


def _is_one_of_two(line: Line, beside: Sequence[Line], near: Sequence[Line]) -> bool:
    """Whether a line is one of the two rows of a table: as many figures in both, headings over them."""
    is_alike = any(len(other.values) == len(line.values) > 1 for other in beside)
    return is_alike and any(other.kind is LineKind.HEADS for other in near)
