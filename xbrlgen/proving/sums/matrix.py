"""The rows of one statement that measure the same kind of thing, as whole numbers for a fast search."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from attrs import frozen

from xbrlgen.proving.figures.ledger import Ledger
from xbrlgen.proving.figures.words import expected_weight, is_totalish, says_total
from xbrlgen.proving.identity import Ref
from xbrlgen.reading.statement import Column, ColumnKind, Entry, Kind, Row, Statement


class Line(NamedTuple):
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
    """The rows of a statement of the ledger whose figures are of the kind, where sums may be looked for."""
    return ledger.once((statement.index, kind), lambda: _matrix(ledger, statement, kind))


def _matrix(ledger: Ledger, statement: Statement, kind: Kind) -> Matrix:
    printed = [entry for entry in statement.entries if entry.kind is kind]
    columns = _columns(statement, printed)
    places = {column.index for column in columns}
    filled = {entry.row for entry in printed if entry.column in places}
    rows = [row for row in statement.rows if row.index in filled]
    decimals = max((entry.decimals for entry in printed), default=0)
    made = [_line(ledger, statement, row, columns, (kind, decimals)) for row in rows]
    lines = tuple(line for line in made if any(line.printed))
    return Matrix(statement.index, columns, lines, decimals)


def _columns(statement: Statement, printed: Sequence[Entry]) -> tuple[Column, ...]:
    """The columns printed to the accuracy that most are: others, as rates, do not add up with them."""
    counts: dict[int, Counter[int]] = defaultdict(Counter)
    for entry in printed:
        if not entry.figure.is_dash:
            counts[entry.column][entry.decimals] += 1
    values = [c for c in statement.columns if c.index in counts and c.kind in _SUMMED_COLUMNS]
    usual = {column.index: counts[column.index].most_common(1)[0][0] for column in values}
    accuracies = Counter(usual.values())
    most = accuracies.most_common(1)[0][0] if accuracies else 0
    return tuple(column for column in values if usual[column.index] <= most)


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
    low, high = int((interval.low * 2).scaleb(decimals)), int((interval.high * 2).scaleb(decimals))
    return (low + high) // 2, (high - low + 1) // 2, True, True
