"""Rows that character recognition saw twice: the second time in damaged digits."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from attrs import frozen

from xbrlgen.figures import Flaw
from xbrlgen.proving.figures.ledger import Ledger
from xbrlgen.proving.identity import Ref
from xbrlgen.proving.repairing.damage import digits_of
from xbrlgen.reading.statement import Entry, Row, Statement


@frozen
class Ghost:
    """A row that is a damaged copy of the row above it."""

    statement: int
    row: Row
    original: Row
    refs: tuple[Ref, ...]


def ghosts_of(ledger: Ledger) -> Iterator[Ghost]:
    """The ghosts in all statements."""
    for statement in ledger.document.statements:
        for (above, first), (row, second) in pairwise(_filled(ledger, statement)):
            unnamed = not row.label.strip() or row.label.rstrip().endswith(":")
            if _is_ghost(first, second, unnamed=unnamed):
                refs = tuple(Ref(statement.index, e.row, e.column) for e in second)
                yield Ghost(statement.index, row, above, refs)


def _filled(ledger: Ledger, statement: Statement) -> Iterator[tuple[Row, tuple[Entry, ...]]]:
    """The rows that have figures, with these in the order of the columns."""
    columns = [column.index for column in statement.columns]
    for row in statement.rows:
        printed = {entry.column: entry for entry in ledger.entries(statement.index).get(row.index, ())}
        entries = tuple(printed[column] for column in columns if column in printed)
        if entries:
            yield row, entries


def _is_ghost(above: tuple[Entry, ...], row: tuple[Entry, ...], *, unnamed: bool) -> bool:
    """Whether at least half the figures are the same, the rest look alike, and print or label show damage."""
    if len(row) < 2 or [e.column for e in above] != [e.column for e in row]:
        return False
    pairs = [
        (digits_of(one.figure), digits_of(two.figure))
        for one, two in zip(above, row, strict=True)
        if not _is_cut(one) and not _is_cut(two)
    ]
    same = [one for one, two in pairs if one == two]
    if len(pairs) < 2 or len(same) == len(pairs) or 2 * len(same) < len(pairs) or max(map(len, same)) < 3:
        return False
    return all(_look_alike(one, two) for one, two in pairs) and (unnamed or any(map(_is_damaged, row)))


def _is_cut(entry: Entry) -> bool:
    return Flaw.LOST_DIGIT in entry.figure.flaws


def _look_alike(one: str, two: str) -> bool:
    """Whether two prints have as many digits and differ in at most half of them."""
    return len(one) == len(two) and 2 * sum(a != b for a, b in zip(one, two, strict=True)) <= len(one)


def _is_damaged(entry: Entry) -> bool:
    return bool(entry.figure.flaws & {Flaw.MARK_MISREAD, Flaw.LETTER, Flaw.UNBALANCED, Flaw.BAD_GROUPING})
