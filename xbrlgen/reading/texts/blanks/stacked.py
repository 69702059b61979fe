"""Headings that a conversion set one below the other, each on a line of its own, above single-spaced rows.

``Three Months Ended`` / ``March 31,`` / ``2023`` / ``April 1,`` / ``2022`` / ``% Change``: read from the top
down they name the columns from left to right.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve, field, frozen

from xbrlgen.reading.grids.pieces import Piece
from xbrlgen.reading.texts.cutting.lines import Line, LineKind
from xbrlgen.reading.texts.cutting.number_runs import DAY, PERIOD
from xbrlgen.reading.texts.cutting.tiles import is_year

_CHANGE = re.compile(
    r"[%$]?\s*(?:(?:change|variance|growth)\s*[%$]?)?|percent(?:age)?(?: change)?|increase/?|\(?decrease\)?",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\(?(?:un)?audited\)?|actual", re.IGNORECASE)
# Two periods of four columns, each with period, days, years and names on lines of their own.
_MOST_LINES = 24
# A statement, a section and a sub-section may stand between headings and first row.
_MOST_SECTIONS = 3


@frozen
class _Group:
    """A period and a day, and the columns they head."""

    period: Piece | None = None
    day: Piece | None = None
    items: tuple[Piece, ...] = field(default=())


def stacked_heads(
    lines: Sequence[Line], anchor: int, floor: int, wide: int
) -> tuple[int, int, list[list[Piece]]]:
    """Where stacked headings above a line begin and end, and their rows; no rows where there are none."""
    stop = anchor
    while stop > max(anchor - _MOST_SECTIONS, floor) and not _is_head(lines[stop - 1]):
        stop -= 1
    start = stop
    while start > max(stop - _MOST_LINES, floor) and _is_head(lines[start - 1]):
        start -= 1
    groups = _groups([line.pieces[0] for line in lines[start:stop]])
    if wide < 2 or sum(len(group.items) for group in groups) != wide:
        return anchor, anchor, []
    return start, stop, _rows(groups)


def _is_head(line: Line) -> bool:
    if line.kind in {LineKind.BLANK, LineKind.RULE, LineKind.VALUES} or len(line.pieces) != 1:
        return False
    text = line.pieces[0].text
    return bool(_ASIDE.fullmatch(text) or _is_item(text) or _period_of(text) or _is_day(text))


def _is_item(text: str) -> bool:
    return is_year(text) or _is_dated(text) or (bool(text) and _CHANGE.fullmatch(text) is not None)


def _is_dated(text: str) -> bool:
    """Whether the text is a whole date."""
    return DAY.fullmatch(text) is not None and is_year(text[-4:])


def _is_day(text: str) -> bool:
    return DAY.fullmatch(text) is not None and not _is_dated(text)


def _period_of(text: str) -> bool:
    found = PERIOD.match(text)
    return found is not None and (found.end() == len(text) or DAY.fullmatch(text, found.end()) is not None)


def _groups(pieces: Sequence[Piece]) -> list[_Group]:
    """The headings as groups of columns; years that follow several periods are shared among these."""
    groups: list[_Group] = []
    for piece in pieces:
        last = groups[-1] if groups else _Group()
        if _ASIDE.fullmatch(piece.text):
            continue
        if _is_item(piece.text):
            groups = [*groups[:-1], _with_item(last, piece)]
        elif _period_of(piece.text):
            groups.append(_Group(piece))
        elif last.day is None and not last.items:
            groups = [*groups[:-1], evolve(last, day=piece)]
        else:
            groups.append(_Group(last.period if last.items else None, piece))
    return _shared(groups)


def _with_item(group: _Group, piece: Piece) -> _Group:
    """The group with one column more; "%" and "Change" on two lines are one heading."""
    last = group.items[-1] if group.items else None
    if last is not None and last.text in {"%", "$"} and not is_year(piece.text):
        whole = evolve(last, text=f"{last.text} {piece.text}", end=piece.end)
        return evolve(group, items=(*group.items[:-1], whole))
    return evolve(group, items=(*group.items, piece))


def _shared(groups: list[_Group]) -> list[_Group]:
    """The groups; where only the last has columns, an equal share of them for each."""
    if len(groups) < 2 or any(group.items for group in groups[:-1]):
        return groups
    items = groups[-1].items
    share, rest = divmod(len(items), len(groups))
    if rest or not share:
        return []
    return [evolve(group, items=items[at * share : (at + 1) * share]) for at, group in enumerate(groups)]


def _rows(groups: Sequence[_Group]) -> list[list[Piece]]:
    """Rows of periods, of days, and of what heads each column."""
    periods: list[Piece] = []
    days: list[Piece] = []
    items: list[Piece] = []
    for group in groups:
        left, right = len(items) + 1, len(items) + len(group.items) + 1
        if group.period is not None and periods and periods[-1].start == group.period.start:
            periods[-1] = evolve(periods[-1], right=right)
        elif group.period is not None:
            periods.append(evolve(group.period, left=left, right=right))
        if group.day is not None:
            days.append(evolve(group.day, left=left, right=_end_of_years(group, left)))
        items += [evolve(item, left=left + at, right=left + at + 1) for at, item in enumerate(group.items)]
    return [row for row in (periods, days, items) if row]


def _end_of_years(group: _Group, left: int) -> int:
    """Up to where a day reaches: over the years of its group, not over a change beside them."""
    return left + sum(is_year(item.text) or _is_dated(item.text) for item in group.items)
