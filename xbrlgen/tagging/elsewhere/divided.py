"""Rows of tables of segments: the concept that the whole has on the face, for the part that is named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xbrlgen.model import Concept
from xbrlgen.reading.statement import Kind, Row, Statement, StatementKind
from xbrlgen.tagging.columns.dimensions import Dimensions
from xbrlgen.tagging.columns.headings import is_whole
from xbrlgen.tagging.concepts.meanings import Meaning, Sheet
from xbrlgen.tagging.elsewhere.faces import Faces, likeness
from xbrlgen.tagging.known.either import either
from xbrlgen.tagging.known.words import key
from xbrlgen.tagging.rows.lines import Line, value_columns

# As much as a label is trusted that the face has in the same words.
_NAMED = 0.9
_SALES = re.compile(r"^(total |net |segment )*(revenue|sale)( net)?$")
# What is divided among parts; a name without such a word ("Services") is a part itself.
_MEASURE = re.compile(
    r"\b(revenue|sale|income|profit|margin|earning|loss|cost|expense|depreciation|amortization|tax|interest)\b"
)

# Columns and headings that lead from one measure to another, and are no parts of the company.
_ADJUSTS = re.compile(
    r"\b(currency|exchange|organic|impact|effect|adjust\w*|exclud\w*|acquisition|divestiture|constant|growth|change|gaap)\b"
)


def of_a_part(line: Line, sheet: Sheet, faces: Faces, dimensions: Dimensions) -> Meaning | None:
    """What a row of a table of segments means, if the face has a line of its name.

    The part is what its columns are for, or the heading below which it comes as it does below others.
    """
    concept = _of_the_whole(line, sheet, faces) if _divides(line) else None
    if concept is None:
        return None
    statement = next(one for one in sheet.statements if one.index == line.statement)
    reasons = ("a line of the face statements has this name",)
    columns = [one.segment for one in value_columns(statement).values() if not is_whole(one.segment)]
    if columns:
        parted = not any(_ADJUSTS.search(key(name)) for name in columns)
        return Meaning(concept, _NAMED, reasons, source="label") if parted else None
    heading = _part_above(line, statement)
    members = dimensions.segment(heading, statement.kind, statement.title) if heading else ()
    return Meaning(concept, _NAMED, reasons, members=members, source="part") if members else None


def _divides(line: Line) -> bool:
    measured = line.unit is Kind.MONEY and _MEASURE.search(line.bare) is not None
    return line.kind is StatementKind.SEGMENTS and measured


def _of_the_whole(line: Line, sheet: Sheet, faces: Faces) -> Concept | None:
    """The concept of the income statement's line of the same name, or of all its revenue."""
    shown = list(_shown(sheet, faces))
    named = (concept for other, concept in shown if other.unit is line.unit and likeness(line, other) == 1)
    sales = (concept for _, concept in shown if either(concept.name.local, "Revenues"))
    return next(named, None) or (next(sales, None) if _SALES.search(line.bare) else None)


def _shown(sheet: Sheet, faces: Faces) -> Iterator[tuple[Line, Concept]]:
    for line in sheet.lines:
        meaning = faces.meanings.get(line.name) if line.form == "IS" else None
        if meaning and meaning.concept and meaning.source == "face" and not meaning.members:
            yield line, meaning.concept


def _part_above(line: Line, statement: Statement) -> str:
    """The heading of a row, if the row comes below other headings too: it names a part."""
    mates = [row for row in statement.rows if key(row.label) == line.words and not row.is_heading]
    headings = {_heading(row) for row in mates}
    mine = next((_heading(row) for row in mates if row.index == line.row), "")
    apart = len(mates) > 1 and len(headings) == len(mates) and "" not in headings
    return mine if apart and not any(_is_no_part(key(heading)) for heading in headings) else ""


def _is_no_part(words: str) -> bool:
    return bool(_MEASURE.search(words) or _ADJUSTS.search(words))


def _heading(row: Row) -> str:
    return row.section[-1] if row.section else ""
