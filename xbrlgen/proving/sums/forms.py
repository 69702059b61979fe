"""A row as a signed sum of other rows, and how well it comes out."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from operator import and_, sub

from attrs import frozen

from xbrlgen.proving.sums.evidence import FAILING, column_evidence
from xbrlgen.proving.sums.matrix import Line, Matrix


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
    return scored(matrix, _held(form, holds, form.score), slacks)


def scored(matrix: Matrix, form: Form, slacks: Sequence[int]) -> Form:
    """The form, whose outcome in each column is known, with its score."""
    evidence = sum(
        column_evidence(_column(matrix, form, column), slacks[column])
        for column in _different_columns(matrix, form.total, form.holds)
    )
    failing = form.holds.count(False)
    doubt = failing * (FAILING + math.log(len(form.holds)))
    return _held(form, form.holds, evidence - form.cost - doubt)


def _held(form: Form, holds: tuple[bool | None, ...], score: float) -> Form:
    """The form with these; a search makes too many for `evolve`, which looks at each field by its name."""
    return Form(
        form.total, form.terms, holds, score, form.omitted, form.cost, form.is_section, form.is_expected
    )


def _column(matrix: Matrix, form: Form, column: int) -> list[int]:
    lines = matrix.lines
    return [lines[form.total].values[column], *(lines[line].values[column] for line, _ in form.terms)]


def _different_columns(matrix: Matrix, total: int, holds: Sequence[bool | None]) -> list[int]:
    """The columns that hold, one for each value of the total: others are no evidence of their own."""
    values = matrix.lines[total].values
    return list({values[column]: column for column, held in enumerate(holds) if held}.values())


def differences_of(matrix: Matrix, form: Form) -> list[int | None]:
    """Total less sum in each column, None where a figure cannot be read or none is printed."""
    total, lines = matrix.lines[form.total], matrix.lines
    left: Iterable[int] = total.values
    for line, weight in form.terms:
        left = map(sub, left, lines[line].values if weight == 1 else [weight * v for v in lines[line].values])
    told = _told(total, [lines[line] for line, _ in form.terms])
    return [difference if tells else None for difference, tells in zip(left, told, strict=True)]


def _told(total: Line, lines: Sequence[Line]) -> Iterator[bool]:
    """For each column whether all figures can be read, and the total and one of the lines are printed."""
    known = map(all, zip(total.printed, total.known, *(line.known for line in lines), strict=True))
    printed = map(any, zip(*(line.printed for line in lines), strict=True))
    return map(and_, known, printed) if lines else iter([False] * len(total.values))


def slacks_of(matrix: Matrix, form: Form) -> list[int]:
    """How much rounding may explain in each column."""
    members = (form.total, *(line for line, _ in form.terms))
    return list(map(sum, zip(*(matrix.lines[member].halves for member in members), strict=True)))
