"""A row as the sum of the rows on top of the stack, tried with each plain pattern of signs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import define

from xbrlgen.proving.figures.subjects import names_total
from xbrlgen.proving.sums.forms import Form, scored
from xbrlgen.proving.sums.matrix import Line, Matrix
from xbrlgen.proving.sums.patterns import ALL_ADDED, Signs, Span, Tally

LONGEST_SPAN: Final = 48
"""Rows that are tried as the parts of one total, at the most."""

NOWHERE: Final = -99.0
"""The score of a form that holds in no column."""

# What speaks against a sum, or for it, on the scale of its evidence.
NOT_A_TOTAL: Final = 4.0
NAMED_TOTAL: Final = 3.5
UNNATURAL_SPAN: Final = 2.5
NATURAL_SPAN: Final = 0.3


def names_a_sum(line: Line) -> bool:
    """Whether the label of a row names a total, or a known figure that sums others up."""
    return names_total(line.row.label)


def plain_forms(matrix: Matrix, stack: Sequence[int], total: int) -> Iterator[Form]:
    """The forms that are tried, without what else is known of them."""
    return (one.form(matrix) for one in tried_forms(matrix, stack, total))


@define
class Tried:
    """A total as a sum of rows by a pattern of signs, with the total less the sum of each column."""

    total: int
    rows: Sequence[int]
    signs: Signs
    cost: float
    is_section: bool
    span: Span
    differences: Sequence[int | None]
    holds: tuple[bool | None, ...]

    @property
    def weights(self) -> tuple[int, ...]:
        """The weight of each row."""
        first, rest = self.signs
        return (first, *(rest or line.weight for line in self.span.lines[1:]))

    def form(self, matrix: Matrix) -> Form:
        """The form of the sum: most that are tried hold nowhere and are never asked for it."""
        terms = tuple(zip(self.rows, self.weights, strict=True))
        form = Form(self.total, terms, self.holds, NOWHERE, (), self.cost, self.is_section)
        return scored(matrix, form, self.span.slacks) if any(self.holds) else form


def tried_forms(matrix: Matrix, stack: Sequence[int], total: int) -> Iterator[Tried]:
    """The total as the topmost rows of the stack by each pattern, from two rows on."""
    line = matrix.lines[total]
    lines = [matrix.lines[row] for row in stack]
    tally, named = Tally.of(line), _total_cost(line)
    for size in range(1, min(len(stack), LONGEST_SPAN) + 1):
        first = lines[-size]
        if size > 1:
            rows, cost, span = stack[-size:], _span_cost(lines, size), tally.span(lines[-size:])
            for signs, pattern_cost, differences in tally.patterns(first):
                section = cost < UNNATURAL_SPAN and signs == ALL_ADDED
                told, holds = span.of_told(differences), span.holds(differences)
                yield Tried(total, rows, signs, cost + named + pattern_cost, section, span, told, holds)
        tally.take(first)


def is_whole_section(matrix: Matrix, stack: Sequence[int], form: Form) -> bool:
    """Whether a form adds all rows of the section its total stands in, and nothing else."""
    section = matrix.lines[form.total].row.section
    before = stack[: len(stack) - len(form.terms)]
    return (
        form.is_section
        and bool(section)
        and all(matrix.lines[line].row.section == section for line, _ in form.terms)
        and not (before and matrix.lines[before[-1]].row.section == section)
    )


def _total_cost(line: Line) -> float:
    """What a label says of a row being a sum at all: a bonus where it names one."""
    if names_a_sum(line):
        return -NAMED_TOTAL
    return 0.0 if line.is_total else NOT_A_TOTAL


def _span_cost(lines: Sequence[Line], size: int) -> float:
    """A span that starts where a section starts, or after a subtotal, is what a reader expects."""
    if size == len(lines):
        return NATURAL_SPAN
    first, before = lines[-size], lines[-size - 1]
    if first.row.section != before.row.section or before.is_total:
        return NATURAL_SPAN
    return UNNATURAL_SPAN
