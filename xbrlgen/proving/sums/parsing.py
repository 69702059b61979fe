"""Finds the sums a statement makes, reading its rows as a shift-reduce parser reads terms.

Rows are put on a stack from the top. A row that equals a signed sum of the topmost rows of the stack
takes their place, so that a grand total is found over subtotals without their parts. Signs come from a
few base patterns (all added, the first less the rest, by the words of the labels), changed in at most two
rows; the evidence decides.

With ``n`` rows, spans of at most ``k`` rows and ``c`` columns the search costs O(n * k^2 * c) for
patterns and single changes and O(n * k^2 * log k * c) for pairs of changes, which are tried only for rows
that look like totals.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve

from xbrlgen.proving.budget import Budget
from xbrlgen.proving.figures.words import says_total
from xbrlgen.proving.sums.changes import Sizes, changes_that_fit, may_be_worth, may_change
from xbrlgen.proving.sums.evidence import ENOUGH
from xbrlgen.proving.sums.forms import Form, differences_of, judged, slacks_of
from xbrlgen.proving.sums.matrix import Matrix
from xbrlgen.proving.sums.patterns import ALL_ADDED
from xbrlgen.proving.sums.trying import Tried, is_whole_section, names_a_sum, plain_forms, tried_forms

EFFORT: Final = 1_000_000
"""What changes of signs may cost in the sums of one document, in figures looked at."""

# How much more two changes cost to look for than one.
PAIR_EFFORT: Final = 8
WIDEST_FOR_PAIRS: Final = 26
"""Rows of a sum beyond which no two changes are looked for."""


def sums_of(matrix: Matrix, effort: Budget) -> tuple[Form, ...]:
    """The sums of a statement, in the order of their totals; once the effort is spent only the plain ones."""
    stack: list[int] = []
    found: list[Form] = []
    below: set[int] = set()
    sizes = Sizes.of([line.values for line in matrix.lines])
    for position in range(len(matrix.lines)):
        if position in below:
            continue
        form = _sum_at(matrix, sizes, stack, position, effort)
        if form is not None and not _is_part_of_next(matrix, stack, form):
            found.append(form)
            used = {line for line, _ in form.terms}
            below |= {line for line in used if line > position}
            stack = [line for line in stack if line not in used]
        elif _is_of_one(matrix, stack, position):
            stack.pop()
        stack.append(position)
    return tuple(found)


def _sum_at(matrix: Matrix, sizes: Sizes, stack: Sequence[int], position: int, effort: Budget) -> Form | None:
    """The sum that a row makes, if any."""
    return (
        _best_form(matrix, sizes, stack, position, effort)
        or _early_form(matrix, stack, position)
        or _expected_form(matrix, stack, position)
    )


def _early_form(matrix: Matrix, stack: Sequence[int], total: int) -> Form | None:
    """The sum of a named total that stands one row too early: with the row below it, and in every column."""
    if total + 1 >= len(matrix.lines) or not names_a_sum(matrix.lines[total]):
        return None
    if names_a_sum(matrix.lines[total + 1]) or matrix.lines[total].is_nil:
        return None
    forms = plain_forms(matrix, [*stack, total + 1], total)
    fitting = [
        form
        for form in forms
        if form.score >= ENOUGH and all(form.holds) and min(weight for _, weight in form.terms) > 0
    ]
    return max(fitting, key=lambda form: form.score, default=None)


def _is_of_one(matrix: Matrix, stack: Sequence[int], total: int) -> bool:
    """Whether a named total is that of the one row above it in its section."""
    if not stack or not says_total(matrix.lines[total].row.label):
        return False
    one, other = matrix.lines[total], matrix.lines[stack[-1]]
    return one.row.section == other.row.section and one.values == other.values and not one.is_nil


AHEAD: Final = 4
"""Rows below a row in which a named total is looked for that the row is part of."""


def _is_part_of_next(matrix: Matrix, stack: Sequence[int], form: Form) -> bool:
    """Whether a row that sums no rows up is plainly added up, with those above it, in a named total below.

    Without this the equity, or its last item, would be taken for the assets less all other claims on them.
    """
    position = form.total
    is_named = names_a_sum(matrix.lines[position])
    if is_named and all(weight > 0 for _, weight in form.terms):
        return False
    least = form.score if is_named else ENOUGH
    for total in range(position + 1, min(position + 1 + AHEAD, len(matrix.lines))):
        if names_a_sum(matrix.lines[total]):
            above = [*stack, *range(position, total)]
            reach = total - position
            return any(
                other.signs == ALL_ADDED and len(other.rows) > reach and other.form(matrix).score >= least
                for other in tried_forms(matrix, above, total)
            )
    return False


def _best_form(matrix: Matrix, sizes: Sizes, stack: Sequence[int], total: int, effort: Budget) -> Form | None:
    """The sum of the topmost rows of the stack that the row makes, None where there is none to believe."""
    if matrix.lines[total].is_nil or len(stack) < 2:
        return None
    forms = list(_forms(matrix, sizes, stack, total, effort))
    own = [form for form in forms if _is_own_section(matrix, stack, form)]
    if own:
        return own[0]
    believed = [form for form in forms if form.score >= ENOUGH]
    if names_a_sum(matrix.lines[total]) and not any(False not in form.holds for form in believed):
        sections = [form for form in forms if form.is_section and False not in form.holds and any(form.holds)]
        believed = sections or believed
    return max(believed, key=lambda form: form.score, default=None)


def _forms(matrix: Matrix, sizes: Sizes, stack: Sequence[int], total: int, effort: Budget) -> Iterator[Form]:
    """The forms that hold in some column, first those of plain patterns."""
    tried = list(tried_forms(matrix, stack, total))
    plain = [one.form(matrix) for one in tried if any(one.holds)]
    yield from plain
    if any(all(form.holds) and form.score >= ENOUGH for form in plain):
        return
    pairs = matrix.lines[total].is_total
    for one in tried:
        is_within = effort.spend(len(one.rows) * len(matrix.columns) * (PAIR_EFFORT if pairs else 1))
        pairs_of_it = pairs and len(one.rows) <= WIDEST_FOR_PAIRS
        if is_within and (pairs_of_it or _may_change(sizes, one)):
            yield from _changed(matrix, one, pairs=pairs_of_it)


def _is_own_section(matrix: Matrix, stack: Sequence[int], form: Form) -> bool:
    """Whether a named total comes out as all rows of the very section it closes, and nothing else."""
    named = names_a_sum(matrix.lines[form.total])
    return named and False not in form.holds and any(form.holds) and is_whole_section(matrix, stack, form)


def _expected_form(matrix: Matrix, stack: Sequence[int], total: int) -> Form | None:
    """The sum of its section that a named total must be, where a misread digit explains each failure.

    So a total is found that is damaged in every column, which no agreement can show.
    """
    if not names_a_sum(matrix.lines[total]) or matrix.lines[total].is_nil:
        return None
    for form in plain_forms(matrix, stack, total):
        if form.is_section and (
            _is_misread(matrix, form)
            or _is_exchanged(matrix, form)
            or _is_known(matrix, stack, form)
            or _is_echoed(matrix, stack, form)
        ):
            return evolve(form, is_expected=True)
    return None


def _is_known(matrix: Matrix, stack: Sequence[int], form: Form) -> bool:
    """Whether it adds all rows of the very section that the total closes, and does in the other columns.

    Where it fails in several, one must come out in which none of its rows is nil.
    """
    failing = form.holds.count(False)
    if not is_whole_section(matrix, stack, form) or not 0 < failing < len(_telling(matrix, form)):
        return False
    return failing == 1 or any(held and _is_full(matrix, form, at) for at, held in enumerate(form.holds))


def _is_echoed(matrix: Matrix, stack: Sequence[int], form: Form) -> bool:
    """Whether a total repeats the heading of its section: "Total current assets" of "Current assets:".

    Where it is more than its rows in every column, or less in each, a row is missing and none is wrong.
    """
    row = matrix.lines[form.total].row
    heading = row.section[-1].strip(" :").lower() if row.section else ""
    if row.label.strip(" :").lower() != f"total {heading}" or not is_whole_section(matrix, stack, form):
        return False
    told = [difference for difference in differences_of(matrix, form) if difference is not None]
    return len(told) > 1 and min(told) < 0 < max(told)


def _is_full(matrix: Matrix, form: Form, column: int) -> bool:
    """Whether all rows of a sum have other figures than nil in a column."""
    lines = [matrix.lines[line] for line, _ in form.terms]
    return all(abs(line.values[column]) > line.halves[column] for line in lines)


def _telling(matrix: Matrix, form: Form) -> list[int]:
    """The columns that come out or fail with something else than nil."""
    total = matrix.lines[form.total]
    return [
        column
        for column, held in enumerate(form.holds)
        if held is not None and (total.values[column] or not held)
    ]


def _is_misread(matrix: Matrix, form: Form) -> bool:
    """Whether each column comes out or needs just one other digit in the total."""
    differences, slacks = differences_of(matrix, form), slacks_of(matrix, form)
    line = matrix.lines[form.total]
    return all(
        difference is not None
        and (abs(difference) <= slack or _is_one_digit(line.values[column] // 2, difference // 2, slack // 2))
        for column, (difference, slack) in enumerate(zip(differences, slacks, strict=True))
    )


def _is_exchanged(matrix: Matrix, form: Form) -> bool:
    """Whether two neighbouring columns fail by what exchanging their figures in a row makes good."""
    differences, slacks = differences_of(matrix, form), slacks_of(matrix, form)
    failing = [c for c, d in enumerate(differences) if d is None or abs(d) > slacks[c]]
    if len(failing) != 2 or failing[1] - failing[0] != 1:
        return False
    (first, off), (second, back) = ((column, differences[column]) for column in failing)
    if off is None or back is None or abs(off + back) > slacks[first]:
        return False
    weights = [*form.terms, (form.total, -1)]
    lines = [(matrix.lines[line].values, weight) for line, weight in weights]
    gains = [weight * (values[second] - values[first]) for values, weight in lines]
    return any(abs(gain - off) <= slacks[first] for gain in gains)


def _is_one_digit(printed: int, difference: int, slack: int) -> bool:
    """Whether changing one digit left of the last two takes the difference off a printed number.

    No number begins with a nought.

    >>> _is_one_digit(38742, -20000, 1), _is_one_digit(38742, -21000, 1)
    (True, False)
    """
    number, wanted = abs(printed), abs(printed - difference)
    digits = len(str(number))
    return any(
        abs(number + (new - number // 10**place % 10) * 10**place - wanted) <= slack
        for place in range(2, digits)
        for new in range(place == digits - 1, 10)
    )


def _may_change(sizes: Sizes, tried: Tried) -> bool:
    """Whether one change may make a sum of it that is to be believed."""
    failing = sizes.failing(tried.differences, tried.span.slacks)
    return may_change(tried.span, tried.holds, failing, ENOUGH + tried.cost)


def _changed(matrix: Matrix, tried: Tried, *, pairs: bool) -> Iterator[Form]:
    """The form with the sign of one or two rows turned, or with one or two left out, where that may do."""
    if False not in tried.holds:
        return
    span, differences, weights = tried.span, tried.differences, tried.weights
    for changes, cost in changes_that_fit(span, differences, weights, pairs=pairs):
        if not may_be_worth(span, differences, weights, changes, ENOUGH + tried.cost + cost):
            continue
        altered = list(weights)
        for place, weight in changes:
            altered[place] = weight
        kept = tuple((row, weight) for row, weight in zip(tried.rows, altered, strict=True) if weight)
        if len(kept) < 2 or not altered[0]:
            continue
        omitted = tuple(row for row, weight in zip(tried.rows, altered, strict=True) if not weight)
        yield judged(matrix, Form(tried.total, kept, (), 0.0, omitted, tried.cost + cost))
