"""Columns that say what is measured in each row, rather than of which part of the company it is."""

from __future__ import annotations

import re
from functools import lru_cache

from xbrlgen.places import Format
from xbrlgen.reading.document import Document
from xbrlgen.reading.statement import Basis, Column, Statement, StatementKind
from xbrlgen.tagging.columns.headings import PREVIOUS, is_whole
from xbrlgen.tagging.known.tables import lines, pairs
from xbrlgen.tagging.known.words import unbracketed

# What is set in lines has no cells: a name in one line may go on in the next.
_IN_LINES = frozenset({Format.TEXT, Format.SGML})
_PARTED = frozenset({StatementKind.EQUITY, StatementKind.SEGMENTS, StatementKind.GUIDANCE})


def measure_of(statement: Statement, column: Column, document: Document) -> str:
    """What a column measures in its rows, as "Average balance" does; empty for any other.

    One for which the result of a reconciliation is adjusted is such a column too, if its name is printed in
    one piece: names put together of several lines may have words of the columns beside them.
    """
    if statement.kind is StatementKind.SEGMENTS and _measure_segments(statement):
        return column.segment if _when(column.segment) else ""
    if statement.kind in _PARTED or is_whole(column.segment) or PREVIOUS.search(column.heading):
        return ""
    if column.basis is Basis.REPORTED and _has_averages(statement) and _is_measure(column):
        return column.segment
    adjusts = column.basis is Basis.ADJUSTMENT and statement.kind is StatementKind.RECONCILIATION
    return (
        column.segment if adjusts and _leads(statement, column) and _is_whole_cell(column, document) else ""
    )


def is_of_moments(measure: str) -> bool:
    """Whether a column of a table of segments measures what there is at a moment."""
    return _when(measure) == "moment"


def _measure_segments(statement: Statement) -> bool:
    """Whether the columns of a table of segments measure what its rows name, rather than name it."""
    names = {column.segment for column in statement.columns}
    told = {name for name in names if _when(name)}
    return len(told) > 1 and all(map(is_whole, names - told))


@lru_cache(maxsize=1024)
def _when(name: str) -> str:
    """When a column measures segments by its name; empty for what is no such measure."""
    words = unbracketed(name)
    return next((when for pattern, when in _segment_measures() if pattern.search(words)), "")


@lru_cache(maxsize=1)
def _segment_measures() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), when) for pattern, when in pairs("rules-segment-measures.tsv"))


@lru_cache(maxsize=1)
def _measures() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in lines("rules-measure-columns.tsv"))


def _is_measure(column: Column) -> bool:
    words = unbracketed(column.segment)
    return any(pattern.search(words) for pattern in _measures())


def _has_averages(statement: Statement) -> bool:
    return any("average" in unbracketed(column.segment).split() for column in statement.columns)


def _leads(statement: Statement, column: Column) -> bool:
    """Whether other columns of its time have what is adjusted and what comes out."""
    bases = {
        other.basis
        for other in statement.columns
        if other.period == column.period and (is_whole(other.segment) or other.basis is Basis.ADJUSTED)
    }
    return {Basis.REPORTED, Basis.ADJUSTED} <= bases


def _is_whole_cell(column: Column, document: Document) -> bool:
    """Whether a part's name is what one cell of the heading prints."""
    cells = [(document.sources[place.source], place) for place in column.places]
    printed = (source.text[at.start : at.end] for source, at in cells if source.format not in _IN_LINES)
    return _letters(column.segment) in map(_letters, printed)


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
