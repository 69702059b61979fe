"""Rows that stand where they can't: two with each other's label, a total above its last part.

The sums tell. A row of a plain name that sums up others beside a row that names a total, but sums nothing; a
part that sums up its whole; revenue that is taken off its own costs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from attrs import frozen

from xbrlgen.proving.comparisons.ties import BY_LINE
from xbrlgen.proving.figures.ledger import Ledger
from xbrlgen.proving.figures.subjects import names_total, subject_of
from xbrlgen.proving.figures.words import is_totalish
from xbrlgen.proving.identity import Identity, IdentityKind, Outcome, Ref
from xbrlgen.proving.repairing.diagnosis import Case
from xbrlgen.reading.statement import FACE_KINDS, Row, Statement

Pair = tuple[int, int]
"""A row by its statement and its index."""

_Totals = Mapping[Pair, Collection[Pair]]
"""The rows of each sum that holds."""

# What each known figure is a part of, by the captions of Regulation S-X article 5 and of ASC 230.
_PART_OF: Final = {
    "operating cash flow": "change in cash", "investing cash flow": "change in cash",
    "financing cash flow": "change in cash", "change in cash": "cash end", "cash begin": "cash end",
    "total liabilities": "total liabilities and equity", "total equity": "total liabilities and equity",
}  # fmt: skip


@frozen
class Exchange:
    """Two rows beside each other of which each has the label of the other, and what shows it."""

    statement: int
    rows: tuple[Row, Row]
    refs: tuple[Ref, ...]
    words: str


@frozen
class Early:
    """A total that stands above the last row it sums."""

    total: Row
    last: Row
    refs: tuple[Ref, ...]


def exchanged_rows(case: Case) -> Iterator[Exchange]:
    """The pairs of rows with each other's label, each row in one pair."""
    seen: set[Pair] = set()
    for statement, row, other, words in _found(case):
        pair = {(statement.index, row.index), (statement.index, other.index)}
        if not pair & seen:
            seen |= pair
            rows = (row, other) if row.index < other.index else (other, row)
            yield Exchange(statement.index, rows, tuple(_refs(case.ledger, statement, rows)), words)


def early_totals(case: Case) -> Iterator[Early]:
    """The totals above their last row."""
    seen = set()
    for one in _sums(case):
        below = [term.ref for term in one.terms if term.ref.row > one.total.row]
        total, last = case.ledger.row(one.total), case.ledger.row(below[0]) if below else None
        if total is not None and last is not None and (one.total.statement, total.index) not in seen:
            seen.add((one.total.statement, total.index))
            yield Early(total, last, (one.total, below[0]))


def _refs(ledger: Ledger, statement: Statement, rows: Sequence[Row]) -> list[Ref]:
    wanted = {row.index for row in rows}
    return sorted(ref for ref in ledger.amounts if ref.statement == statement.index and ref.row in wanted)


def _sums(case: Case) -> list[Identity]:
    """The sums that hold."""
    return [one for one in case.identities if one.kind is IdentityKind.SUM and one.outcome is Outcome.HOLDS]


Found = tuple[Statement, Row, Row, str]


def _found(case: Case) -> Iterator[Found]:
    sums = _sums(case)
    failing = {_row(one.total) for one in case.identities if one.outcome is Outcome.FAILS}
    rows = {_row(one.total): {_row(term.ref) for term in one.terms} for one in sums}
    columns = Counter(_row(one.total) for one in sums)
    several = [one for one in sums if _row(one.total) not in failing and columns[_row(one.total)] > 1]
    for one in {_row(one.total): one for one in several}.values():
        statement = case.ledger.statements[one.total.statement]
        row = case.ledger.row(one.total)
        if row is not None and statement.kind in FACE_KINDS | BY_LINE:
            yield from _by_name(case.ledger, statement, row, one, rows)
            yield from _by_part(case.ledger, statement, row, one)
            yield from _by_sign(case.ledger, statement, row, one)


def _row(ref: Ref) -> Pair:
    return ref.statement, ref.row


def _beside(ledger: Ledger, statement: Statement, row: Row) -> Iterator[Row]:
    """The rows with figures next to a row."""
    filled = sorted({ref.row for ref in ledger.amounts if ref.statement == statement.index})
    at = filled.index(row.index)
    rows = {other.index: other for other in statement.rows}
    for near in (at - 1, at + 1):
        if 0 <= near < len(filled) and rows[filled[near]].kind is row.kind:
            yield rows[filled[near]]


def _by_name(ledger: Ledger, statement: Statement, row: Row, one: Identity, sums: _Totals) -> Iterator[Found]:
    """A row of a plain name that adds up others, beside one that names a total and sums nothing."""
    if row.is_total or is_totalish(row.label) or any(term.weight < 0 for term in one.terms):
        return
    for other in _beside(ledger, statement, row):
        pair = (statement.index, other.index)
        if names_total(other.label) and pair not in sums and _are_parts_together(sums, one.total, pair):
            first, second = row.label.strip(), other.label.strip()
            yield statement, row, other, f"“{first}” is the sum of others in every column, “{second}” is none"


def _are_parts_together(sums: _Totals, total: Ref, other: Pair) -> bool:
    """Whether a row that is part of a sum is so with the total beside it, or of that total."""
    of = [rows for rows in sums.values() if other in rows]
    return all(_row(total) in rows for rows in of if rows is not sums[_row(total)])


def _by_part(ledger: Ledger, statement: Statement, row: Row, one: Identity) -> Iterator[Found]:
    """A part that sums up its whole."""
    whole = _PART_OF.get(subject_of(row.label))
    added = [ledger.row(term.ref) for term in one.terms if term.weight > 0]
    for other in _beside(ledger, statement, row):
        if whole and other in added and subject_of(other.label) == whole:
            first, second = row.label.strip(), other.label.strip()
            yield statement, row, other, f"“{first}” is a sum of which “{second}”, its whole, is a part"


def _by_sign(ledger: Ledger, statement: Statement, row: Row, one: Identity) -> Iterator[Found]:
    """Revenue that is taken off what it pays for, under a profit."""
    terms = [(ledger.row(term.ref), term.weight) for term in one.terms]
    if subject_of(row.label) != "gross profit" or len(terms) != 2:
        return
    added = [other for other, weight in terms if other is not None and weight > 0]
    taken = [other for other, weight in terms if other is not None and weight < 0]
    if len(added) == len(taken) == 1 and subject_of(taken[0].label) == "revenue":
        words = f"“{row.label.strip()}” is “{added[0].label.strip()}” less “{taken[0].label.strip()}”"
        yield statement, added[0], taken[0], words
