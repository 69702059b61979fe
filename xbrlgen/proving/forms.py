"""A row as a signed sum of other rows, and how well it comes out."""

from __future__ import annotations

import math
from collections.abc import Sequence

from attrs import evolve, frozen

from xbrlgen.proving.evidence import FAILING, column_evidence
from xbrlgen.proving.matrix import Line, Matrix


@frozen
class Form:
    """A row as a signed sum of others; ``holds`` says for each column yes, no, or None: not known.

    ``is_section`` says that it adds all rows back to where a section starts, ``is_expected`` that a reader
    expects it though no column shows it, ``omitted`` which rows in between it leaves out.
    """

    total: int
    terms: tuple[tuple[int, int], ...]
    holds: tuple[bool | None, ...]
    score: float
    omitted: tuple[int, ...] = ()
    cost: float = 0.0
    is_section: bool = False
    is_expected: bool = False


def judged(matrix: Matrix, form: Form) -> Form:
    """The form with its outcome in each column and its score."""
    differences = differences_of(matrix, form)
    slacks = slacks_of(matrix, form)
    holds = tuple(
        None if difference is None else abs(difference) <= slack
        for difference, slack in zip(differences, slacks, strict=True)
    )
    evidence = sum(
        column_evidence(_column(matrix, form, column), slacks[column])
        for column in _different_columns(matrix, form.total, holds)
    )
    failing = sum(1 for hold in holds if hold is False)
    doubt = failing * (FAILING + math.log(len(holds)))
    return evolve(form, holds=holds, score=evidence - form.cost - doubt)


def _column(matrix: Matrix, form: Form, column: int) -> list[int]:
    lines = matrix.lines
    return [lines[form.total].values[column], *(lines[line].values[column] for line, _ in form.terms)]


def _different_columns(matrix: Matrix, total: int, holds: Sequence[bool | None]) -> list[int]:
    """The columns that hold, one for each value of the total: others are no evidence of their own."""
    values = matrix.lines[total].values
    return list({values[column]: column for column, held in enumerate(holds) if held}.values())


def differences_of(matrix: Matrix, form: Form) -> list[int | None]:
    """Total less sum in each column, None where a figure cannot be read or none is printed."""
    total = matrix.lines[form.total]
    result: list[int | None] = []
    for column in range(len(matrix.columns)):
        lines = [matrix.lines[line] for line, _ in form.terms]
        if not all(line.known[column] for line in lines) or not _is_told(total, lines, column):
            result.append(None)
            continue
        computed = sum(weight * matrix.lines[line].values[column] for line, weight in form.terms)
        result.append(total.values[column] - computed)
    return result


def _is_told(total: Line, lines: Sequence[Line], column: int) -> bool:
    return total.known[column] and total.printed[column] and any(line.printed[column] for line in lines)


def slacks_of(matrix: Matrix, form: Form) -> list[int]:
    """How much rounding may explain in each column."""
    members = [form.total, *(line for line, _ in form.terms)]
    return [sum(matrix.lines[i].halves[column] for i in members) for column in range(len(matrix.columns))]
