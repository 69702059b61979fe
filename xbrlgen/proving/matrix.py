"""The rows of one statement that measure the same kind of thing, as whole numbers for a fast search."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from attrs import frozen

from xbrlgen.proving.identity import Ref
from xbrlgen.proving.ledger import Ledger
from xbrlgen.proving.words import expected_weight, is_totalish, says_total
from xbrlgen.reading.statement import Column, ColumnKind, Entry, Kind, Row, Statement


@frozen
class Line:
    """One row: its amounts by column in ``2 * 10**decimals`` parts, and how far rounding may have moved them.

    A cell without a figure counts as nil; ``known`` is False where there is a figure that cannot be read.
    """

    row: Row
    values: tuple[int, ...]
    halves: tuple[int, ...]
    known: tuple[bool, ...]
    printed: tuple[bool, ...]
    is_total: bool
    weight: int

    @property
    def is_nil(self) -> bool:
        """Whether nothing but nil stands in the row."""
        return not any(self.values) and all(self.known)


@frozen
class Matrix:
    """Lines and the columns their amounts stand in."""

    statement: int
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    decimals: int

    def ref(self, line: int, column: int) -> Ref:
        """The name of the figure of a line in a column, both counted within the matrix."""
        return Ref(self.statement, self.lines[line].row.index, self.columns[column].index)


SUMMED_KINDS = (Kind.MONEY, Kind.PER_SHARE, Kind.SHARES, Kind.PERCENT, Kind.PURE)
_SUMMED_COLUMNS = frozenset({ColumnKind.VALUE, ColumnKind.CHANGE, ColumnKind.UNKNOWN})


def matrix_of(ledger: Ledger, statement: Statement, kind: Kind) -> Matrix:
    """The rows of a statement whose figures are of the kind, where sums may be looked for."""
    columns = _columns(statement, kind)
    rows = [row for row in statement.rows if _has_kind(statement, row, columns, kind)]
    decimals = max((e.decimals for e in statement.entries if e.kind is kind), default=0)
    made = [_line(ledger, statement, row, columns, (kind, decimals)) for row in rows]
    lines = tuple(line for line in made if any(line.printed))
    return Matrix(statement.index, columns, lines, decimals)


def _columns(statement: Statement, kind: Kind) -> tuple[Column, ...]:
    """The columns printed to the accuracy that most are: others, as rates, do not add up with them."""
    values = [column for column in statement.columns if column.kind in _SUMMED_COLUMNS]
    usual = {
        column.index: Counter(e.decimals for e in statement.entries if _counts(e, column, kind)).most_common(
            1
        )
        for column in values
    }
    accuracies = Counter(found[0][0] for found in usual.values() if found)
    most = accuracies.most_common(1)[0][0] if accuracies else 0
    return tuple(c for c in values if usual[c.index] and usual[c.index][0][0] <= most)


def _counts(entry: Entry, column: Column, kind: Kind) -> bool:
    return entry.column == column.index and entry.kind is kind and not entry.figure.is_dash


def _has_kind(statement: Statement, row: Row, columns: Sequence[Column], kind: Kind) -> bool:
    entries = (statement.entry(row.index, column.index) for column in columns)
    return any(entry is not None and entry.kind is kind for entry in entries)


def _line(
    ledger: Ledger, statement: Statement, row: Row, columns: Sequence[Column], measure: tuple[Kind, int]
) -> Line:
    cells = [_cell(ledger, Ref(statement.index, row.index, column.index), *measure) for column in columns]
    values, halves, known, printed = zip(*cells, strict=True)
    total = row.is_total or is_totalish(row.label)
    weight = expected_weight(row.label)
    return Line(row, values, halves, known, printed, total and not _is_plain(row), weight)


def _is_plain(row: Row) -> bool:
    """Whether a row opens its statement or names an earlier balance, so that it cannot sum what is above."""
    return not row.is_total and not says_total(row.label) and "beginning" in row.label.lower()


def _cell(ledger: Ledger, ref: Ref, kind: Kind, decimals: int) -> tuple[int, int, bool, bool]:
    amount = ledger.amounts.get(ref)
    if amount is None or amount.kind is not kind:
        return 0, 0, True, False
    interval = ledger.interval(ref)
    if interval is None:
        return 0, 0, False, True
    low, high = (int((end * 2).scaleb(decimals)) for end in (interval.low, interval.high))
    return (low + high) // 2, (high - low + 1) // 2, True, True
