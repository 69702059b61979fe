"""Rows smeared over one another, as character recognition leaves lines that ran together.

Such rows print one figure several times, under labels that run into each other. The figure belongs to the
label all joined labels begin with; what the other labels name is not printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from attrs import frozen

from xbrlgen.proving.claims import Claim
from xbrlgen.proving.figures.ledger import Ledger
from xbrlgen.proving.figures.subjects import subject_of
from xbrlgen.proving.identity import IdentityKind, Ref, Term
from xbrlgen.proving.repairing.damage import digits_of
from xbrlgen.reading.statement import Entry, Row, Statement


@frozen
class Smear:
    """Rows that ran together: the one the figures belong to, and the others with their figures."""

    statement: int
    base: Row
    rows: tuple[Row, ...]
    refs: tuple[Ref, ...]
    unprinted: tuple[tuple[str, Decimal], ...]


def smears_of(ledger: Ledger) -> Iterator[Smear]:
    """The smears in all statements."""
    for statement in ledger.document.statements:
        for group in _groups(ledger, statement):
            smear = _smear(ledger, statement, group)
            if smear is not None:
                yield smear


def _groups(ledger: Ledger, statement: Statement) -> Iterator[list[Row]]:
    """Runs of rows that print a figure of the run again, or whose labels run into those of the run."""
    group: list[Row] = []
    seen: set[tuple[int, str]] = set()
    for row, entries in _filled(ledger, statement):
        printed = _long_figures(entries)
        if group and not (printed & seen or _run_together(group, row)):
            yield group
            group, seen = [], set()
        group.append(row)
        seen |= printed
    if group:
        yield group


def _filled(ledger: Ledger, statement: Statement) -> Iterator[tuple[Row, Sequence[Entry]]]:
    """The rows that have figures, with these."""
    entries = ledger.entries(statement.index)
    return ((row, entries[row.index]) for row in statement.rows if row.index in entries)


def _long_figures(entries: Sequence[Entry]) -> set[tuple[int, str]]:
    """The digits of figures of at least three, with their columns."""
    printed = ((entry.column, digits_of(entry.figure)) for entry in entries)
    return {(column, digits) for column, digits in printed if len(digits) > 2}


def _run_together(group: Sequence[Row], row: Row) -> bool:
    label = row.label.strip().lower()
    return any(_holds_name(label, other.label) or _holds_name(other.label, label) for other in group)


def _holds_name(label: str, name: str) -> bool:
    """Whether a label holds another of at least two words and goes on."""
    label, name = label.strip().lower(), name.strip().lower()
    return name in label and 1 < len(name.split()) < len(label.split())


def _goes_on(label: str, name: str) -> bool:
    """Whether a label holds another, or begins with it, however short, and goes on."""
    first = name.strip().lower()
    return _holds_name(label, name) or bool(first and label.strip().lower().startswith(f"{first} "))


def _smear(ledger: Ledger, statement: Statement, group: Sequence[Row]) -> Smear | None:
    joined = [row for row in group if any(_goes_on(row.label, other.label) for other in group)]
    named = [row for row in group if row.label.strip() and row not in joined]
    bases = [
        row
        for row in named
        if joined and all(one.label.strip().lower().startswith(row.label.strip().lower()) for one in joined)
    ]
    inside = [row for row in named if any(_holds_name(one.label, row.label) for one in joined)]
    if len(bases) != 1 or len(joined) < 2 or not [row for row in inside if row is not bases[0]]:
        return None
    others = tuple(row for row in group if row.label.strip() and row.index != bases[0].index)
    refs = tuple(
        ref
        for row in others
        for entry in ledger.entries(statement.index)[row.index]
        if (ref := Ref(statement.index, row.index, entry.column)) in ledger.amounts
    )
    return Smear(statement.index, bases[0], others, refs, tuple(_unprinted(ledger, statement, bases[0])))


def _unprinted(ledger: Ledger, statement: Statement, base: Row) -> Iterator[tuple[str, Decimal]]:
    """What the smeared totals of a balance sheet would be by the rows above them, for people only."""
    subjects = {subject_of(row.label): row for row in statement.rows}
    current = next((r for r in statement.rows if r.label.lower().startswith("total current liab")), None)
    assets = subjects.get("total assets")
    if current is None or assets is None or not statement.columns:
        return
    column = statement.columns[0].index
    rows = [row for row in statement.rows if current.index <= row.index <= base.index and row.label.strip()]
    found = [ledger.interval(Ref(statement.index, row.index, column)) for row in rows]
    whole = ledger.interval(Ref(statement.index, assets.index, column))
    if whole is not None and all(found):
        total = sum((interval.middle for interval in found if interval is not None), Decimal(0))
        yield "total liabilities", total
        yield "total equity", whole.middle - total


def unlabelled_claims(ledger: Ledger) -> Iterator[Claim]:
    """A row without a label that prints the figure of the row above again says the same again."""
    for statement in ledger.document.statements:
        for above, row in pairwise(row for row, _ in _filled(ledger, statement)):
            if not row.label.strip() and above.label.strip():
                yield from _again(ledger, statement, above, row)


def _again(ledger: Ledger, statement: Statement, above: Row, row: Row) -> Iterator[Claim]:
    for entry in ledger.entries(statement.index)[row.index]:
        ref, other = (Ref(statement.index, r.index, entry.column) for r in (row, above))
        one, two = ledger.interval(ref), ledger.interval(other)
        if one is not None and one == two and one.middle and len(digits_of(entry.figure)) > 2:
            words = f"the row without a label prints “{above.label.strip()}” again"
            family = f"again {statement.index}:{row.index}"
            yield Claim(IdentityKind.REPETITION, other, (Term(ref),), family, words, firm=False)
