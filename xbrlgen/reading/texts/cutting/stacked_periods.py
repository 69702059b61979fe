"""Periods one below the other over a row of years: "Three Months Ended / June 30, / Six Months Ended"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import evolve

from xbrlgen.period_words import DAY, LENGTH_ENDED, MONTH
from xbrlgen.reading.grids.pieces import Piece
from xbrlgen.reading.texts.cutting.lines import Line, LineKind
from xbrlgen.reading.texts.cutting.tiles import is_year

_LENGTH: Final = re.compile(LENGTH_ENDED, re.IGNORECASE)
_DAY: Final = re.compile(rf"{MONTH}\s+{DAY},?", re.IGNORECASE)
# One period over years stands over all of them as it is.
_FEWEST: Final = 2


def beside_each_other(lines: Sequence[Line]) -> list[Line]:
    """The lines; periods below each other, over years that come round for each of them, put on one line."""
    told = list(lines)
    for at, line in enumerate(lines):
        if (
            line.kind is LineKind.HEADS
            and len(line.pieces) > 1
            and all(is_year(one.text) for one in line.pieces)
        ):
            first = _first_of_run(lines, at)
            periods = _periods(lines[first:at])
            if len(periods) >= _FEWEST and _come_round(line, len(periods)):
                told[first:at] = [evolve(one, kind=LineKind.BLANK, pieces=()) for one in lines[first:at]]
                told[at - 1] = evolve(lines[at - 1], kind=LineKind.HEADS, pieces=periods)
    return told


def _first_of_run(lines: Sequence[Line], stop: int) -> int:
    """Where the run of lines begins that hold a length or a day each."""
    first = stop
    while first and _kind(lines[first - 1]):
        first -= 1
    return first


def _kind(line: Line) -> str:
    text = line.pieces[0].text if len(line.pieces) == 1 else ""
    return "length" if _LENGTH.fullmatch(text) else "day" if _DAY.fullmatch(text) else ""


def _periods(lines: Sequence[Line]) -> tuple[Piece, ...]:
    """The periods that lengths and days in turn name, set side by side; none where they don't alternate."""
    kinds = [_kind(line) for line in lines]
    if kinds != ["length", "day"] * (len(lines) // 2):
        return ()
    pairs = zip(lines[::2], lines[1::2], strict=True)
    return tuple(
        evolve(
            length.pieces[0],
            text=f"{length.pieces[0].text} {day.pieces[0].text}",
            end=day.pieces[0].end,
            left=_WIDE * at,
            right=_WIDE * at + _WIDE // 2,
        )
        for at, (length, day) in enumerate(pairs)
    )


# Letters for each period set beside others: more than any has, so that a gap parts them.
_WIDE: Final = 60


def _come_round(line: Line, count: int) -> bool:
    """Whether the same years stand there for each of so many periods."""
    years = [piece.text for piece in line.pieces]
    share = len(years) // count
    return share > 0 and years == years[:share] * count
