"""Amounts of other tables that are out of all proportion to the statements: most likely counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from attrs import evolve

from xbrlgen.figure_marks import CURRENCY_MARKS
from xbrlgen.reading.figures.quantities import MAY_COUNT
from xbrlgen.reading.statement import FACE_KINDS, Entry, Kind, Statement, StatementKind
from xbrlgen.reading.words import row_words

# So many times the largest amount of the statements.
_MANY: Final = 5
_DOUBT: Final = "many times the largest amount of the statements, it may be a count that no unit line is for"


def with_outsized_doubted(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements; what neither a mark nor a word makes money is doubted where it is far too large."""
    statements = _with_shares_doubted(statements)
    largest = max(_amounts(statements), default=None)
    if not largest:
        return tuple(statements)
    return tuple(_doubted(each, largest * _MANY) if each.kind in MAY_COUNT else each for each in statements)


def _with_shares_doubted(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements; counts of shares a hundred times those that earnings are divided by are doubted."""
    divided = [entry.value for entry in _counts(statements, StatementKind.INCOME) if entry.value]
    if not divided:
        return tuple(statements)
    limit = max(divided) * _MANY_SHARES
    return tuple(
        each
        if each.kind is StatementKind.INCOME
        else evolve(each, entries=tuple(_with_count_doubted(entry, limit) for entry in each.entries))
        for each in statements
    )


# A thousand times is a slip of the scale; splits and classes of shares make no hundred.
_MANY_SHARES: Final = 100
_DOUBT_OF_SHARES: Final = (
    "a hundred times the shares that earnings are divided by, so that its scale is not sure"
)


def _counts(statements: Iterable[Statement], kind: StatementKind) -> Iterator[Entry]:
    for statement in statements:
        if statement.kind is kind:
            yield from (entry for entry in statement.entries if entry.kind is Kind.SHARES)


def _with_count_doubted(entry: Entry, limit: Decimal) -> Entry:
    if entry.kind is not Kind.SHARES or entry.doubt or entry.scale <= 0 or (entry.value or 0) <= limit:
        return entry
    return evolve(entry, doubt=_DOUBT_OF_SHARES, standing=_DOUBT_OF_SHARES)


def _amounts(statements: Sequence[Statement]) -> Iterator[Decimal]:
    """The sizes of the amounts of the face statements."""
    for statement in statements:
        if statement.kind in FACE_KINDS:
            yield from (
                abs(entry.value)
                for entry in statement.entries
                if entry.kind is Kind.MONEY and entry.value is not None
            )


def _doubted(statement: Statement, limit: Decimal) -> Statement:
    rows = {row.index for row in statement.rows if _is_unnamed(row.label)}
    entries = tuple(_with_doubt(entry, limit) if entry.row in rows else entry for entry in statement.entries)
    return statement if entries == statement.entries else evolve(statement, entries=entries)


def _is_unnamed(label: str) -> bool:
    return not row_words.MONEY_ROW.search(label)


def _with_doubt(entry: Entry, limit: Decimal) -> Entry:
    """The figure, doubted where it is larger than the limit and no mark of its own makes it money."""
    is_plain = entry.kind is Kind.MONEY and entry.scale > 0 and entry.figure.mark not in CURRENCY_MARKS
    if entry.doubt or not is_plain or entry.value is None or abs(entry.value) <= limit:
        return entry
    return evolve(entry, doubt=_DOUBT, standing=_DOUBT)
