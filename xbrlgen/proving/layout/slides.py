"""Figures that slid into a neighbouring column where a cell of their row is empty.

A sum that fails in some columns, and holds in all once the figures of one row stand in others of its
empty cells, shows where they belong. A row of ``k`` figures in ``c`` columns has C(c, k) ways to stand in
order. Where empty cells were left out all through a table, all rows of as many figures slid alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations
from typing import Final

from attrs import evolve, frozen

from xbrlgen.proving.budget import Budget
from xbrlgen.proving.figures.ledger import Ledger, is_forecast
from xbrlgen.proving.sums.forms import Form, judged, slacks_of
from xbrlgen.proving.sums.matrix import Line, Matrix, matrix_of
from xbrlgen.proving.sums.parsing import sums_of
from xbrlgen.reading.document import Document
from xbrlgen.reading.statement import Column, Entry, Kind, Row, Statement

TELLING: Final = 50
"""How many times what rounding allows a figure must be to show where it belongs."""

# Columns in which a cell's own one can still be told: the ways to slide grow with their number.
WIDEST: Final = 8


@frozen
class Slide:
    """Rows, the columns their figures stand in and those they belong to, and the total that shows it.

    ``unsure`` are rows of the same columns that no sum tells about.
    """

    statement: int
    rows: tuple[Row, ...]
    columns: tuple[tuple[Column, Column], ...]
    total: Row
    unsure: tuple[Row, ...] = ()


def slides_of(ledger: Ledger, effort: Budget) -> Iterator[Slide]:
    """The rows whose figures belong in other columns, each where only one place is possible."""
    for statement in ledger.document.statements:
        if is_forecast(statement) or not 1 < len(statement.columns) <= WIDEST:
            continue
        matrix = matrix_of(ledger, statement, Kind.MONEY)
        forms = sums_of(matrix, effort) if _has_gaps(matrix) else ()
        failing = [form for form in forms if False in form.holds]
        together = list(_together(matrix, effort)) if failing else []
        yield from together or _apart(matrix, failing)


def _apart(matrix: Matrix, failing: Sequence[Form]) -> Iterator[Slide]:
    """Rows that slid by themselves."""
    for form in failing:
        found = list(_places(matrix, form))
        if len(found) == 1:
            yield found[0]


def _together(matrix: Matrix, effort: Budget) -> Iterator[Slide]:
    """All rows that have figures in the same columns only, where one way to move them makes all sums hold."""
    patterns: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for number, line in enumerate(matrix.lines):
        patterns[tuple(c for c, printed in enumerate(line.printed) if printed)].append(number)
    for columns, lines in patterns.items():
        if len(lines) > 1 and 1 < len(columns) < len(matrix.columns):
            ways = [way for way in combinations(range(len(matrix.columns)), len(columns)) if way != columns]
            shown = [(way, forms) for way in ways if (forms := _shown(matrix, lines, way, effort))]
            if len(shown) == 1:
                way, forms = shown[0]
                moves = list(zip(columns, way, strict=True))
                yield _slide(matrix, forms[0].total, lines, moves, _members(forms))


def _shown(matrix: Matrix, moved: Sequence[int], targets: Sequence[int], effort: Budget) -> list[Form]:
    """The sums once rows stand in other columns, if all come out and one is over moved rows and others."""
    lines = [_moved(line, targets) if n in moved else line for n, line in enumerate(matrix.lines)]
    forms = sums_of(evolve(matrix, lines=tuple(lines)), effort)
    if any(False in form.holds for form in forms):
        return []
    told = [form for form in forms if form.holds.count(True) > 1]
    mixed = [form for form in told if _members([form]) & set(moved) and _members([form]) - set(moved)]
    return [*mixed, *told] if mixed else []


def _members(forms: Sequence[Form]) -> set[int]:
    return {line for form in forms for line in (form.total, *(line for line, _ in form.terms))}


def _has_gaps(matrix: Matrix) -> bool:
    """Whether a row has figures in some columns and in others none, into which they might have slid."""
    return any(any(line.printed) and not all(line.printed) for line in matrix.lines)


def _places(matrix: Matrix, form: Form) -> Iterator[Slide]:
    first = min(line for line, _ in form.terms)
    for line in range(first, form.total):
        columns = [c for c, printed in enumerate(matrix.lines[line].printed) if printed]
        if not columns or len(columns) == len(matrix.columns) or not _is_telling(matrix, form, line):
            continue
        for targets in combinations(range(len(matrix.columns)), len(columns)):
            if list(targets) != columns and _fits(matrix, form, line, targets):
                yield _slide(matrix, form.total, [line], list(zip(columns, targets, strict=True)), {line})


def _is_telling(matrix: Matrix, form: Form, line: int) -> bool:
    slack = max(slacks_of(matrix, form))
    moved = [abs(value) for value in matrix.lines[line].values if value]
    return bool(moved) and min(moved) > TELLING * slack


def _fits(matrix: Matrix, form: Form, line: int, targets: Sequence[int]) -> bool:
    """Whether the sum, with the row among its terms, holds in every column."""
    lines = list(matrix.lines)
    lines[line] = _moved(lines[line], targets)
    terms = dict(form.terms)
    terms.setdefault(line, 1)
    fuller = evolve(form, terms=tuple(sorted(terms.items())))
    return all(judged(evolve(matrix, lines=tuple(lines)), fuller).holds)


def _moved(line: Line, targets: Sequence[int]) -> Line:
    """The line with its printed figures, in order, in other columns."""
    sources = [column for column, printed in enumerate(line.printed) if printed]
    values, halves = [0] * len(line.values), [0] * len(line.values)
    printed = [False] * len(line.values)
    for source, target in zip(sources, targets, strict=True):
        values[target], halves[target], printed[target] = line.values[source], line.halves[source], True
    return line._replace(values=tuple(values), halves=tuple(halves), printed=tuple(printed))


def _slide(
    matrix: Matrix, total: int, lines: Sequence[int], moves: Sequence[tuple[int, int]], told: Collection[int]
) -> Slide:
    columns = tuple((matrix.columns[source], matrix.columns[target]) for source, target in moves)
    rows = tuple(matrix.lines[line].row for line in lines if line in told)
    unsure = tuple(matrix.lines[line].row for line in lines if line not in told)
    return Slide(matrix.statement, rows, columns, matrix.lines[total].row, unsure)


def put_right(document: Document, slides: Sequence[Slide]) -> Document:
    """The document with the figures in the columns they belong to."""
    targets = {
        (slide.statement, row.index, source.index): target.index
        for slide in slides
        for row in slide.rows
        for source, target in slide.columns
    }
    if not targets:
        return document
    statements = tuple(_put_right(statement, targets) for statement in document.statements)
    return evolve(document, statements=statements)


def _put_right(statement: Statement, targets: dict[tuple[int, int, int], int]) -> Statement:
    if not any(key[0] == statement.index for key in targets):
        return statement
    return evolve(statement, entries=tuple(_entry(statement, entry, targets) for entry in statement.entries))


def _entry(statement: Statement, entry: Entry, targets: dict[tuple[int, int, int], int]) -> Entry:
    key = (statement.index, entry.row, entry.column)
    return evolve(entry, column=targets[key]) if key in targets else entry
