"""Totals that other arithmetic proves, but whose own rows fall short of them: a row is missing.

No figure is refused for it, since none is shown to be wrong; the rows of the section just stay unproved.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from attrs import frozen

from xbrlgen.proving.diagnosis import Case
from xbrlgen.proving.forms import Form, differences_of, slacks_of
from xbrlgen.proving.identity import IdentityKind, Outcome, Ref
from xbrlgen.proving.ledger import is_forecast
from xbrlgen.proving.matrix import Matrix, matrix_of
from xbrlgen.proving.sums import section_form
from xbrlgen.proving.words import says_total
from xbrlgen.reading.statement import FACE_KINDS, Kind, Row


@frozen
class Missing:
    """A total, the first row of its section, and by how much the section falls short in each column."""

    total: Row
    first: Row
    refs: tuple[Ref, ...]
    short: tuple[int, ...]
    decimals: int


def missing_rows(case: Case) -> Iterator[Missing]:
    """The totals of face statements that are proved but not by their own rows."""
    held = _held(case)
    summed = {
        one.total.statement * 10_000 + one.total.row for one in case.claims if one.kind is IdentityKind.SUM
    }
    for statement in case.ledger.document.statements:
        if statement.kind not in FACE_KINDS or is_forecast(statement):
            continue
        matrix = matrix_of(case.ledger, statement, Kind.MONEY)
        for total, line in enumerate(matrix.lines):
            key = statement.index * 10_000 + line.row.index
            if says_total(line.row.label) and key not in summed:
                yield from _missing(matrix, total, held)


def _held(case: Case) -> Collection[Ref]:
    pairs = zip(case.claims, case.identities, strict=True)
    return {ref for claim, one in pairs if one.outcome is Outcome.HOLDS for ref in claim.refs}


def _missing(matrix: Matrix, total: int, held: Collection[Ref]) -> Iterator[Missing]:
    form = section_form(matrix, total)
    if form is None or not _is_clear(matrix, form, held):
        return
    refs = tuple(matrix.ref(total, column) for column in range(len(matrix.columns)))
    short = tuple(difference or 0 for difference in differences_of(matrix, form))
    first = matrix.lines[form.terms[0][0]].row
    yield Missing(matrix.lines[total].row, first, refs, short, matrix.decimals)


def _is_clear(matrix: Matrix, form: Form, held: Collection[Ref]) -> bool:
    """Whether the total is proved in every column, its rows in none, and they do fall short in each."""
    columns = range(len(matrix.columns))
    differences, slacks = differences_of(matrix, form), slacks_of(matrix, form)
    return (
        all(matrix.ref(form.total, column) in held for column in columns)
        and not any(matrix.ref(line, column) in held for line, _ in form.terms for column in columns)
        and all(d is not None and abs(d) > slack for d, slack in zip(differences, slacks, strict=True))
    )
