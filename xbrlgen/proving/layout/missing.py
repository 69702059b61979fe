"""Totals that other arithmetic proves, but whose own rows do not add up to them: a row is missing.

No figure is refused for it, since none is shown to be wrong; the rows of the section just stay unproved.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from attrs import frozen

from xbrlgen.proving.comparisons.ties import BY_LINE
from xbrlgen.proving.figures.ledger import ADDED_UP, is_forecast
from xbrlgen.proving.figures.subjects import names_total, subject_of
from xbrlgen.proving.identity import IdentityKind, Outcome, Ref
from xbrlgen.proving.repairing.diagnosis import Case
from xbrlgen.proving.sums.forms import Form, differences_of, slacks_of
from xbrlgen.proving.sums.matrix import Matrix, matrix_of
from xbrlgen.reading.statement import Kind, Row, Statement, StatementKind

_WHOLE: Final = "total assets"
"""What the rows below it are no part of."""


@frozen
class Missing:
    """A total, the first of its rows, and by how much these fall short of it in each column."""

    total: Row
    first: Row
    refs: tuple[Ref, ...]
    short: tuple[int, ...]
    decimals: int


@frozen
class _Sums:
    """The figures that some claim holds for, the totals that each summed row is part of, the rows summed.

    ``full`` are the statements that add other rows up: those of selected rows do not.
    """

    held: Collection[Ref]
    totals: Mapping[tuple[int, int], set[int]]
    summed: Collection[tuple[int, int]]
    full: Collection[int]


def missing_rows(case: Case) -> Iterator[Missing]:
    """The totals that are proved but not by their own rows."""
    sums = _sums(case)
    for statement in case.ledger.document.statements:
        if is_forecast(statement) or not (statement.kind in BY_LINE or statement.index in sums.full):
            continue
        matrix = matrix_of(case.ledger, statement, Kind.MONEY)
        for total, line in enumerate(matrix.lines):
            if names_total(line.row.label) and (statement.index, line.row.index) not in sums.summed:
                yield from _missing(statement, matrix, total, sums)


def _sums(case: Case) -> _Sums:
    pairs = list(zip(case.claims, case.identities, strict=True))
    held = {ref for claim, one in pairs if one.outcome is Outcome.HOLDS for ref in claim.refs}
    totals: dict[tuple[int, int], set[int]] = defaultdict(set)
    sums = [claim for claim in case.claims if claim.kind is IdentityKind.SUM]
    for claim in sums:
        for term in claim.terms:
            totals[(term.ref.statement, term.ref.row)].add(claim.total.row)
    full = {claim.total.statement for claim in sums if all(term.weight > 0 for term in claim.terms)}
    return _Sums(held, totals, {(claim.total.statement, claim.total.row) for claim in sums}, full)


def _missing(statement: Statement, matrix: Matrix, total: int, sums: _Sums) -> Iterator[Missing]:
    own = _own_rows(statement, matrix, total, sums)
    form = Form(total, tuple((line, 1) for line in own), (), 0.0)
    signed = statement.kind is StatementKind.CASH_FLOW
    if min(len(own), len(matrix.columns)) < 2 or not _is_clear(matrix, form, sums.held, signed=signed):
        return
    refs = tuple(matrix.ref(total, column) for column in range(len(matrix.columns)))
    short = tuple(difference or 0 for difference in differences_of(matrix, form))
    yield Missing(matrix.lines[total].row, matrix.lines[own[0]].row, refs, short, matrix.decimals)


def _own_rows(statement: Statement, matrix: Matrix, total: int, sums: _Sums) -> list[int]:
    """The rows that a total must be the sum of: those above it that no other total has, of its section.

    None where one of them is part of a total below it, or the statement takes rows off.
    """
    if statement.kind not in ADDED_UP:
        return []
    own: list[int] = []
    for line in reversed(range(total)):
        row = matrix.lines[line].row
        if subject_of(row.label) == _WHOLE or not _is_beside(statement, matrix, line, total):
            break
        parts_of = sums.totals.get((statement.index, row.index), set())
        if any(other > matrix.lines[total].row.index for other in parts_of):
            return []
        if not parts_of:
            own.insert(0, line)
    return own


def _is_beside(statement: Statement, matrix: Matrix, line: int, total: int) -> bool:
    """Whether a row stands in the section of a total; those of a balance sheet are known without."""
    if statement.kind is not StatementKind.CASH_FLOW:
        return True
    return matrix.lines[line].row.section[:1] == matrix.lines[total].row.section[:1] != ()


def _is_clear(matrix: Matrix, form: Form, held: Collection[Ref], *, signed: bool) -> bool:
    """Whether the total is proved in every column, and its rows fall short of it in each.

    Rows that may be negative (``signed``) may also exceed their total where one is missing.
    """
    columns = range(len(matrix.columns))
    differences, slacks = differences_of(matrix, form), slacks_of(matrix, form)
    values = matrix.lines[form.total].values
    return all(matrix.ref(form.total, column) in held for column in columns) and all(
        d is not None and abs(d) > slack and (signed or d * value > 0)
        for d, slack, value in zip(differences, slacks, values, strict=True)
    )
