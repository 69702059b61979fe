"""Columns of note marks that stand beside their figures under one heading: "4,730 | (1)"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from attrs import evolve

from xbrlgen.figures import Figure
from xbrlgen.reading.statement import ColumnKind
from xbrlgen.reading.tables.heading import Heading

_MARK: Final = re.compile(r"\(\d{1,2}\)")


def with_note_columns(
    headings: Sequence[Heading], figures: Mapping[int, Sequence[Figure]]
) -> tuple[Heading, ...]:
    """The headings; marks right of the figures of a column, under its very heading, are no figures."""
    marks = {each.key for each in headings if _are_marks(figures[each.key])}
    notes = {
        right.key
        for left, right in pairwise(headings)
        if right.key in marks and left.key not in marks and left.texts and left.places == right.places
    }
    return tuple(evolve(each, kind=ColumnKind.NOTE) if each.key in notes else each for each in headings)


def _are_marks(figures: Sequence[Figure]) -> bool:
    return bool(figures) and all(_MARK.fullmatch(each.print) for each in figures)
