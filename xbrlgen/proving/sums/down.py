"""Sums down the rows of all statements, as claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import evolve

from xbrlgen.proving.budget import Budget
from xbrlgen.proving.claims import Claim
from xbrlgen.proving.figures.ledger import Ledger, is_forecast
from xbrlgen.proving.identity import IdentityKind, Term
from xbrlgen.proving.sums.forms import Form, differences_of, judged
from xbrlgen.proving.sums.matrix import SUMMED_KINDS, Matrix, matrix_of
from xbrlgen.proving.sums.parsing import sums_of
from xbrlgen.reading.statement import Kind, Statement

FIRM_KINDS: Final = frozenset({Kind.MONEY, Kind.PER_SHARE})
"""What must add up where most of it does; percents of different bases need not."""


Sums = Mapping[int, tuple[Claim, ...]]
"""The claims of sums, by the index of their statement."""


def sum_claims(ledger: Ledger, effort: Budget, known: Sums | None = None) -> Sums:
    """A claim for each sum in each column in which it can be told; those of some statements may be known."""
    known = known or {}
    return {
        statement.index: known[statement.index]
        if statement.index in known
        else tuple(_of_statement(ledger, statement, effort))
        for statement in ledger.document.statements
    }


def _of_statement(ledger: Ledger, statement: Statement, effort: Budget) -> Iterator[Claim]:
    if is_forecast(statement) or not statement.columns:
        return
    for kind in SUMMED_KINDS:
        matrix = matrix_of(ledger, statement, kind)
        if len(matrix.lines) > 2:
            yield from claims_of(matrix, effort, firm=kind in FIRM_KINDS)


def claims_of(matrix: Matrix, effort: Budget, *, firm: bool) -> Iterator[Claim]:
    """The claims of one matrix."""
    for form in sums_of(matrix, effort):
        yield from _claims(matrix, _with_the_lonely(matrix, _with_the_omitted(matrix, form)), firm=firm)


def _with_the_omitted(matrix: Matrix, form: Form) -> Form:
    """The form with an omitted row put back where some column needs it: elsewhere it is damaged."""
    for line in form.omitted:
        for weight in (1, -1):
            fuller = judged(matrix, evolve(form, terms=tuple(sorted((*form.terms, (line, weight))))))
            if _mends(matrix, form, fuller, line):
                return evolve(fuller, omitted=tuple(i for i in form.omitted if i != line))
    return form


FELLOWS: Final = 2
"""Rows that must plainly be added up beside a row for it to be taken to be one of them."""


def _with_the_lonely(matrix: Matrix, form: Form) -> Form:
    """The form with all rows added up, where one that it takes off or leaves out tells in one column only.

    Nothing but that column speaks for its being no part like the others; it may as well be damaged there.
    """
    weights = dict(form.terms)
    odd = [*form.omitted, *(line for line, weight in form.terms if weight < 0)]
    others = [line for line, weight in form.terms if weight > 0]
    if len(odd) != 1 or len(others) < FELLOWS or not _is_lonely(matrix, odd[0], others):
        return form
    fuller = evolve(form, terms=tuple(sorted({**weights, odd[0]: 1}.items())), omitted=())
    return judged(matrix, fuller)


def _is_lonely(matrix: Matrix, line: int, others: Sequence[int]) -> bool:
    """Whether a row among others of its section has figures in one of several columns only."""
    own = matrix.lines[line]
    section = own.row.section
    fellows = [other for other in others if matrix.lines[other].row.section == section]
    told = sum(abs(value) > half for value, half in zip(own.values, own.halves, strict=True))
    return told == 1 < len(own.values) and len(fellows) >= FELLOWS and not own.is_total


def _mends(matrix: Matrix, form: Form, fuller: Form, line: int) -> bool:
    """Whether a column fails without the row and holds with it."""
    return any(
        before is False and after is True and matrix.lines[line].values[column]
        for column, (before, after) in enumerate(zip(form.holds, fuller.holds, strict=True))
    )


def _claims(matrix: Matrix, form: Form, *, firm: bool) -> Iterator[Claim]:
    label = matrix.lines[form.total].row.label.strip()
    name = f"“{label}”" if label else "the unlabelled subtotal"
    words = f"{name} is the sum of {_names(matrix, form)}"
    family = f"sum {matrix.statement}:{matrix.lines[form.total].row.index}"
    apart = _not_damage(matrix, form)
    for column in range(len(matrix.columns)):
        terms = tuple(
            Term(matrix.ref(line, column), weight)
            for line, weight in form.terms
            if matrix.lines[line].printed[column]
        )
        if matrix.lines[form.total].printed[column] and terms:
            yield Claim(
                IdentityKind.SUM,
                matrix.ref(form.total, column),
                terms,
                family,
                words,
                firm=firm and column not in apart,
            )


def _not_damage(matrix: Matrix, form: Form) -> frozenset[int]:
    """The columns in which a sum does not come out for want of a number: of one, or of one row in several."""
    if form.is_expected:
        return frozenset()
    differences = differences_of(matrix, form)
    failing = [column for column, held in enumerate(form.holds) if held is False]
    repeated = Counter(differences[column] for column in failing)
    gaps = {
        column for column in failing if not all(matrix.lines[line].printed[column] for line, _ in form.terms)
    }
    return frozenset(gaps | {column for column in failing if repeated[differences[column]] > 1})


def _names(matrix: Matrix, form: Form) -> str:
    """The terms in words: their names where they are few, the first and the last where they are many."""
    names = [
        ("less " if weight < 0 else "")
        + (
            f"“{matrix.lines[line].row.label.strip()}”"
            if matrix.lines[line].row.label.strip()
            else "an unlabelled row"
        )
        for line, weight in form.terms
    ]
    if len(names) <= 4:
        return ", ".join(names[:-1]) + " and " + names[-1]
    return f"the {len(names)} rows from {names[0]} to {names[-1]}"
