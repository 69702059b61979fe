"""Rows between operating income and income before taxes, where the latter is damaged and tells nothing.

Where it is sound, a sum is found and judged as any other. Where it is not, nothing bears out the rows
between: a figure among them that lost a digit looks like any other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from itertools import product
from typing import Final

from attrs import frozen

from xbrlgen.findings import Finding, Severity
from xbrlgen.proving.figures.ledger import Amount
from xbrlgen.proving.figures.subjects import subject_of
from xbrlgen.proving.identity import IdentityKind, Ref, Refusal
from xbrlgen.proving.repairing.damage import Damage, digits_of, originals
from xbrlgen.proving.repairing.diagnosis import Case
from xbrlgen.proving.repairing.verdicts import Decision
from xbrlgen.proving.repairing.wording import figure_text, like_print, printed, where
from xbrlgen.reading.statement import Kind, Row, Statement, StatementKind

MOST: Final = 6
"""Rows between the two, of which every choice of signs is tried."""


@frozen
class _Span:
    """One column: the first amount, those between, and the total, which is damaged."""

    first: Amount
    parts: tuple[Amount, ...]
    total: Amount


def unsettled_decision(case: Case, settled: Collection[Ref]) -> Decision:
    """The refusal of what only a damaged total could bear out."""
    refusals, findings = [], []
    for statement in case.ledger.document.statements:
        for span in _spans(case, statement, settled):
            loose = [part for part in span.parts if part.ref not in settled and not case.is_held(part.ref)]
            if loose and not _fits(span):
                words = _words(case, span, loose)
                refusals += [_refusal(case, part, words) for part in loose]
                findings.append(_finding(case, loose, words))
    return Decision((), tuple(refusals), tuple(findings))


def _spans(case: Case, statement: Statement, settled: Collection[Ref]) -> Iterator[_Span]:
    rows = [row for row in statement.rows if row.kind is Kind.MONEY]
    named = {name: row for row in rows if (name := subject_of(row.label))}
    first, total = named.get("operating income"), named.get("pretax income")
    if (
        statement.kind is not StatementKind.INCOME
        or first is None
        or total is None
        or _is_summed(case, statement, total)
    ):
        return
    between = [row for row in rows if first.index < row.index < total.index]
    for column in statement.columns if 1 <= len(between) <= MOST else ():
        found = [_amount(case, statement, row, column.index) for row in (first, *between, total)]
        if found[0] is None or found[-1] is None or found[0].value is None:
            continue
        parts = tuple(part for part in found[1:-1] if part is not None and part.value is not None)
        if found[-1].ref in settled or _is_doubted(statement, found[-1]):
            yield _Span(found[0], parts, found[-1])


def _is_summed(case: Case, statement: Statement, total: Row) -> bool:
    return any(
        claim.kind is IdentityKind.SUM
        and (claim.total.statement, claim.total.row) == (statement.index, total.index)
        for claim in case.claims
    )


def _amount(case: Case, statement: Statement, row: Row, column: int) -> Amount | None:
    return case.ledger.amounts.get(Ref(statement.index, row.index, column))


def _is_doubted(statement: Statement, amount: Amount) -> bool:
    """Whether the reading doubts the print of a figure."""
    entry = statement.entry(amount.ref.row, amount.ref.column)
    return entry is not None and bool(entry.doubt) and entry.doubt != entry.standing


def _fits(span: _Span) -> bool:
    """Whether the digits of the total, whatever stands among them, are the sum with any signs."""
    digits = digits_of(span.total.figure)
    parts = [part.value or Decimal(0) for part in span.parts]
    total = Decimal(int(digits or 0)).scaleb(span.total.scale)
    choices = product((1, -1), repeat=len(parts))
    signed = ([sign * part for sign, part in zip(signs, parts, strict=True)] for signs in choices)
    return bool(digits) and any(_closes(span, each, total) for each in signed)


def _closes(span: _Span, parts: Sequence[Decimal], total: Decimal) -> bool:
    """Whether the parts, with these signs, lead from the first amount to a total of that size."""
    slack = Decimal(len(parts) + 2).scaleb(span.total.scale) / 2
    return abs(abs(sum(parts, span.first.value or Decimal(0))) - abs(total)) <= slack


def _lost(span: _Span) -> Iterator[tuple[Amount, Decimal, Decimal]]:
    """The parts that close the sum with one digit put before them, and one digit of the total changed."""
    totals = [one.value for one in originals(span.total) if one.damage is Damage.DIGIT]
    parts = [part.value or Decimal(0) for part in span.parts]
    for number, part in enumerate(span.parts):
        for digit, total in product(range(1, 10), totals):
            more = Decimal(digit).scaleb(len(digits_of(part.figure)) + part.scale)
            longer = parts[number] + (more if parts[number] >= 0 else -more)
            if _closes(span, [*parts[:number], longer, *parts[number + 1 :]], total):
                yield part, longer, total


def _words(case: Case, span: _Span, loose: Sequence[Amount]) -> str:
    told, first = figure_text(case.ledger, span.total.ref), where(case.ledger, span.first.ref)
    words = f"No sum bears it out: {told}, the sum of what stands from {first} on, is damaged itself"
    lost = list(_lost(span))
    if len(lost) != 1 or lost[0][0] not in loose:
        return words
    part, value, total = lost[0]
    return (
        f"{words}. It would come out with a digit put before {printed(part)}, {like_print(part, value)},"
        f" and one changed in {printed(span.total)}, {like_print(span.total, total)}"
    )


def _refusal(case: Case, part: Amount, words: str) -> Refusal:
    told = figure_text(case.ledger, part.ref)
    return Refusal(part.ref, "inconsistent", f"{told} is refused. {words}")


def _finding(case: Case, loose: Sequence[Amount], words: str) -> Finding:
    told = " and ".join(figure_text(case.ledger, part.ref) for part in loose)
    return Finding(
        "proving.inconsistent",
        Severity.INCONSISTENCY,
        f"{told}: refused. {words}",
        tuple(part.place for part in loose),
        tuple(part.label.strip() for part in loose),
        "Compare these figures with the original; a corrected source decides it.",
    )
