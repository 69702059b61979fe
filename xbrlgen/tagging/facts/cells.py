"""Figures of statements with what their row and column make of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from attrs import field, frozen

from xbrlgen.model import Concept, Period, PeriodType
from xbrlgen.proving.identity import Proved, Ref, Repair
from xbrlgen.reading.document import Outcome, Verdict
from xbrlgen.reading.statement import (
    EXPECTED,
    Basis,
    Column,
    ColumnKind,
    Entry,
    Kind,
    Row,
    Statement,
    StatementKind,
)
from xbrlgen.tagging.columns.components import reason_against
from xbrlgen.tagging.columns.dimensions import NO_RANGES, Dimensions
from xbrlgen.tagging.columns.headings import PREVIOUS, is_whole, told_part
from xbrlgen.tagging.columns.measuring import is_of_moments, measure_of
from xbrlgen.tagging.concepts.candidates import ITEM_TYPES
from xbrlgen.tagging.filer.days import end_of, last_day
from xbrlgen.tagging.known.words import OPENING
from xbrlgen.tagging.rows.lines import Line
from xbrlgen.tagging.rows.moments import has_open_time, is_of_either, period_of

_DIVIDED = frozenset({StatementKind.SEGMENTS, StatementKind.EQUITY})
_DERIVED = frozenset(ColumnKind) - {ColumnKind.VALUE, ColumnKind.UNKNOWN}


@frozen
class Cell:
    """One figure with its statement, row, column, the value to take and how exactly it is known."""

    statement: Statement
    line: Line
    row: Row
    column: Column
    entry: Entry
    period: Period
    value: Decimal
    decimals: int
    measure: str = ""
    """What its column measures, where that is more than its row says: "Average balance"."""
    basis: Basis = field(init=False, eq=False, repr=False)
    """By which measure it is stated: the column's word, else the row's, else the statement's."""

    @basis.default
    def _stated_by(self) -> Basis:
        for basis in (self.column.basis, self.row.basis, self.statement.basis):
            if basis is not Basis.REPORTED:
                return basis
        return Basis.REPORTED


@frozen
class Taken:
    """The usable figures of a release, and what became of the others."""

    cells: tuple[Cell, ...]
    left: tuple[Verdict, ...]


def taken(proved: Proved, lines: Mapping[tuple[int, int], Line], dimensions: Dimensions) -> Taken:
    """Every figure of the statements either with all that a fact needs, or with why not."""
    cells: list[Cell] = []
    left: list[Verdict] = []
    refused = {refusal.ref: refusal for refusal in proved.refusals}
    last = last_day(proved.document)
    for statement in proved.document.statements:
        rows = {row.index: row for row in statement.rows}
        columns = {column.index: column for column in statement.columns}
        measures = {
            column.index: measure_of(statement, column, proved.document) for column in statement.columns
        }
        for entry in statement.entries:
            ref = Ref(statement.index, entry.row, entry.column)
            row, column, measure = rows[entry.row], columns[entry.column], measures[entry.column]
            # What a column measures over a time is of no moment, whatever its row is.
            period = column.period if measure else period_of(statement, row, column)
            at = _At(statement, row, column, entry, measure, period)
            repair = proved.repair(ref)
            against = _reasons_against(at, last, dimensions, is_known=repair is not None)
            reason = None if ref in refused else next(against, None)
            if ref in refused:
                left.append(_verdict(entry, Outcome.REFUSED, refused[ref].kind, refused[ref].reason))
            elif reason:
                left.append(_verdict(entry, *reason))
            else:
                cells.append(_cell(at, lines, repair))
    return Taken(tuple(cells), tuple(left))


class _At(NamedTuple):
    """A figure in its row and column."""

    statement: Statement
    row: Row
    column: Column
    entry: Entry
    measure: str
    period: Period | None


def _reasons_against(
    at: _At, last: date | None, dimensions: Dimensions, *, is_known: bool
) -> Iterator[tuple[Outcome, str, str]]:
    """Why a figure can't be a fact, the first reason being the one to tell.

    Damage of the print is none where arithmetic tells what it was (``is_known``).
    """
    row, column, entry = at.row, at.column, at.entry
    if column.kind in _DERIVED:
        yield Outcome.NOT_A_FACT, "derived-column", f"a {column.kind.value}"
    if column.kind is ColumnKind.UNKNOWN:
        yield Outcome.UNMAPPED, "unknown-column", "a column of any meaning"
    doubt = (entry.standing if is_known else entry.doubt) or row.doubt
    doubt = doubt or ("" if PREVIOUS.search(column.heading) else column.doubt)
    if doubt:
        yield Outcome.REFUSED, "doubt", doubt
    if _is_damaged(entry) and not is_known:
        yield Outcome.REFUSED, "unreadable", "the print is damaged: " + _flaws(entry)
    yield from _against_what_is_told(at)
    if (row.basis in EXPECTED or column.basis in EXPECTED) and _is_past(column, last):
        yield Outcome.REFUSED, "expected-past", "expected, but for the past"
    if not (dimensions.tells(column.basis) and dimensions.tells(row.basis)):
        yield Outcome.UNMAPPED, "range", NO_RANGES
    component = reason_against(at.statement, column, entry)
    if component:
        yield component
    if at.period is None:
        yield Outcome.UNMAPPED, "no-period", "no period is told for its column"


def _against_what_is_told(at: _At) -> Iterator[tuple[Outcome, str, str]]:
    """Why the words over a column, or of a row, don't say whose the figure is or of when."""
    if is_of_moments(at.measure) if at.measure else _is_of_a_part(at.statement, at.column):
        yield Outcome.UNMAPPED, "segment", f"its column is of '{at.column.segment}', which is no known part"
    if has_open_time(at.statement.kind, at.row, at.column):
        yield Outcome.REFUSED, "doubt", "nothing says whether it is counted at the end of the time or over it"
    if not at.measure and is_of_either(at.statement, at.row, at.column):
        yield Outcome.REFUSED, "doubt", _OF_EITHER


_OF_EITHER = "the heading is of a time and of its end, and nothing says of which of them this is"


def _is_damaged(entry: Entry) -> bool:
    return entry.value is None or bool(entry.figure.flaws)


def _is_of_a_part(statement: Statement, column: Column) -> bool:
    """Whether a column is for something other than the company, where no parts are to be expected."""
    if is_whole(column.segment) or statement.kind in _DIVIDED:
        return False
    return not any(told_part(column.segment))


def _is_past(column: Column, last: date | None) -> bool:
    end = column.period.end if column.period else None
    return end is not None and last is not None and end <= last


def _flaws(entry: Entry) -> str:
    return ", ".join(sorted(flaw.value for flaw in entry.figure.flaws)) or "no number can be read"


def _verdict(entry: Entry, outcome: Outcome, kind: str, reason: str) -> Verdict:
    return Verdict(entry.figure.place, entry.figure.print, outcome, kind, reason)


def _cell(at: _At, lines: Mapping[tuple[int, int], Line], repair: Repair | None) -> Cell:
    entry, period = at.entry, at.period
    value = entry.value if repair is None else repair.taken
    decimals = entry.decimals if repair is None or repair.decimals is None else repair.decimals
    if value is None or period is None:
        msg = f"{entry.figure.print} has no value or period to take"
        raise ValueError(msg)
    line = lines[at.statement.index, entry.row]
    return Cell(at.statement, line, at.row, at.column, entry, period, value, decimals, at.measure)


def period_for(concept: Concept, line: Line, period: Period) -> Period | None:
    """The period of a concept under a column: a moment at the end (or before the start) of a duration."""
    if concept.period_type is PeriodType.DURATION:
        return None if period.is_instant else period
    if period.is_instant or period.end is None or period.start is None:
        return period
    opens = any(word in line.bare for word in OPENING)
    return end_of(_day_before(period.start) if opens else period.end)


def _day_before(day: date) -> date:
    return day - timedelta(days=1)


def fits_kind(concept: Concept, kind: Kind) -> bool:
    """Whether a concept's item type takes figures of a kind."""
    return concept.type in ITEM_TYPES[kind]
