"""Labels on the wrong row: the total of one part of the cash flow statement called that of another.

Seen in real releases: the investing section closed by "Net cash used in operating activities".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve, frozen

from xbrlgen.proving.identity import Identity, IdentityKind, Outcome
from xbrlgen.reading.document import Document
from xbrlgen.reading.statement import Row, Statement, StatementKind

ACTIVITIES: Final = ("operating", "investing", "financing")
_TOTAL: Final = re.compile(
    r"\bnet\s+cash\b|\bcash\s+(?:flows?\s+)?(?:provided|used|from)\b|\btotal\b", re.IGNORECASE
)


@frozen
class Label:
    """A row, the label it should have, and what shows it."""

    statement: int
    row: Row
    right: str
    words: str


def wrong_labels(document: Document, identities: Sequence[Identity]) -> Iterator[Label]:
    """The totals of cash flow statements that name another activity than the section they sum."""
    totals = {
        (one.total.statement, one.total.row)
        for one in identities
        if one.kind is IdentityKind.SUM and one.outcome is Outcome.HOLDS
    }
    for statement in document.statements:
        if statement.kind is StatementKind.CASH_FLOW:
            yield from _of_statement(statement, totals)


def _of_statement(statement: Statement, totals: set[tuple[int, int]]) -> Iterator[Label]:
    filled = {entry.row for entry in statement.entries}
    rows = [row for row in statement.rows if row.index in filled]
    rows = [row for row in rows if _TOTAL.search(row.label) and _activity(row.label)]
    named = [_activity(row.label) for row in rows]
    for row in rows:
        said, stands = _activity(row.label), _section_activity(statement, row)
        twice = named.count(said) > 1
        if (
            stands
            and said != stands
            and twice
            and stands not in named
            and (statement.index, row.index) in totals
        ):
            right = re.sub(said, stands, row.label, flags=re.IGNORECASE)
            words = f"it sums the rows of the {stands} activities, and “{said}” is the name of another total"
            yield Label(statement.index, row, right, words)


def _activity(text: str) -> str:
    found = [activity for activity in ACTIVITIES if activity in text.lower()]
    return found[0] if len(found) == 1 else ""


def _section_activity(statement: Statement, row: Row) -> str:
    """The activity whose heading stands last above a row."""
    inside = _activity(" ".join(row.section))
    if inside:
        return inside
    above = [other for other in statement.rows if other.index < row.index and other.is_heading]
    return next((name for other in reversed(above) if (name := _activity(other.label))), "")


def relabelled(document: Document, labels: Sequence[Label]) -> Document:
    """The document with these labels put right."""
    right = {(label.statement, label.row.index): label.right for label in labels}
    if not right:
        return document
    statements = tuple(
        evolve(
            statement,
            rows=tuple(
                evolve(row, label=right.get((statement.index, row.index), row.label))
                for row in statement.rows
            ),
        )
        for statement in document.statements
    )
    return evolve(document, statements=statements)
