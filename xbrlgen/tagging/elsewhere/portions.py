"""Adjustments of one expense line: a reconciliation of gross profit adds back only its part of the whole."""

from __future__ import annotations

import re

from xbrlgen.reading.statement import Kind
from xbrlgen.tagging.columns.dimensions import expense_line
from xbrlgen.tagging.concepts.meanings import Sheet
from xbrlgen.tagging.rows.lines import Line

_MEASURE = re.compile(r"^(?:(?:non)?gaap |adjusted |reported |total |us )+")
_GROSS = re.compile(r"^gross (?:profit|margin|income)( loss)?$")
_COST = "cost revenue"


def adjusted_line(line: Line, sheet: Sheet) -> str:
    """The words of the expense line that the sum a line is in starts from; nothing for a whole result."""
    if line.unit is not Kind.MONEY:
        return ""
    rows = {mate.name: mate for mate in sheet.lines_in(line.statement)}
    for total, _ in sheet.sums.totals.get(line.name, ()):
        first = rows.get(min(row for row, _ in sheet.sums.terms[total]))
        words = _measured(first) if first and first.name != line.name else ""
        if words and words == _measured(rows.get(total)):
            return words
    return ""


def _measured(line: Line | None) -> str:
    """The words of the expense line whose measure a row is; a sum must end in the measure it starts from."""
    words = _MEASURE.sub("", line.bare) if line else ""
    if _GROSS.search(words):
        return _COST
    return words if expense_line(words) else ""
