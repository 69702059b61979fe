"""Labels on the wrong row: a total named for another activity, an adjusted measure without the word.

Seen in real releases: the investing section closed by "Net cash used in operating activities"; "EBITDA" over
the amounts of adjusted EBITDA, where the way from there to cash flow begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve, frozen

from xbrlgen.proving.identity import Identity, IdentityKind, Outcome
from xbrlgen.reading.document import Document
from xbrlgen.reading.statement import Basis, Kind, Row, Statement, StatementKind

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
    basis: Basis | None = None


def wrong_labels(document: Document, identities: Sequence[Identity]) -> Iterator[Label]:
    """The rows that show by their sums or figures that they carry the name of another."""
    sums = [one for one in identities if one.kind is IdentityKind.SUM and one.outcome is Outcome.HOLDS]
    totals = {(one.total.statement, one.total.row) for one in sums}
    uses = {(one.total.statement, term.ref.row, one.total.row) for one in sums for term in one.terms}
    for statement in document.statements:
        if statement.kind is StatementKind.CASH_FLOW:
            yield from _of_cash_flow(statement, totals)
        else:
            own = {row for index, row in totals if index == statement.index}
            used = {use[1:] for use in uses if use[0] == statement.index}
            yield from _bare_names(statement, own, used)


# How a measure is told from the one of the same name that it adjusts.
_ADJUSTED: Final = re.compile(r"^\W*(?:adjusted|non-?gaap|normali[sz]ed|core|underlying)\b\W*", re.IGNORECASE)
_TELLING: Final = 3
"""Digits of figures that are not equal by chance."""


def _bare_names(statement: Statement, totals: set[int], uses: set[tuple[int, int]]) -> Iterator[Label]:
    """Rows that repeat an adjusted measure above them without the word, and sum up nothing themselves.

    ``uses`` are rows with the totals they are part of: a total between the two may be the other's last part.
    """
    adjusted = {_letters(_ADJUSTED.sub("", row.label)): row for row in statement.rows if _is_adjusted(row)}
    for row in statement.rows:
        known = adjusted.get(_letters(row.label))
        if known is None or _is_adjusted(row) or row.index in totals:
            continue
        between = range(known.index + 1, row.index)
        if any(part == known.index and total in between for part, total in uses):
            continue
        if known.index < row.index and known.kind is row.kind and _are_equal(statement, known, row):
            words = (
                f"its figures are those of “{known.label.strip()}” above it, and it sums up nothing itself"
            )
            yield Label(statement.index, row, known.label, words, known.basis)


def _is_adjusted(row: Row) -> bool:
    return row.kind is Kind.MONEY and _ADJUSTED.match(row.label) is not None


def _letters(label: str) -> str:
    return "".join(filter(str.isalpha, label.lower()))


def _are_equal(statement: Statement, one: Row, other: Row) -> bool:
    """Whether two rows have the same figures in every column, two of them telling."""
    figures = [{e.column: e.value for e in statement.entries if e.row == row.index} for row in (one, other)]
    telling = sum(
        len(re.sub(r"\D", "", e.figure.print)) >= _TELLING for e in statement.entries if e.row == one.index
    )
    return figures[0] == figures[1] and telling > 1 and None not in figures[0].values()


def _of_cash_flow(statement: Statement, totals: set[tuple[int, int]]) -> Iterator[Label]:
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
    right = {(label.statement, label.row.index): label for label in labels}
    if not right:
        return document
    statements = tuple(
        evolve(
            statement,
            rows=tuple(_named(row, right.get((statement.index, row.index))) for row in statement.rows),
        )
        for statement in document.statements
    )
    return evolve(document, statements=statements)


def _named(row: Row, label: Label | None) -> Row:
    return row if label is None else evolve(row, label=label.right, basis=label.basis or row.basis)
