"""Figures whose last digit is lost: refused, with a word on what the sums still say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from xbrlgen.findings import Finding, Severity
from xbrlgen.proving.figures.ledger import Ledger
from xbrlgen.proving.identity import Outcome, Ref, Refusal
from xbrlgen.proving.repairing.diagnosis import Case
from xbrlgen.proving.repairing.verdicts import Decision
from xbrlgen.proving.repairing.wording import figure_text, period_text, printed


def lost_digit_decision(case: Case, already: Collection[Ref]) -> Decision:
    """The refusal of every figure whose last digit is lost, one finding a column."""
    columns: dict[tuple[int, int], list[Ref]] = defaultdict(list)
    taken = set(case.ledger.taken)
    for ref, amount in sorted(case.ledger.amounts.items()):
        if amount.lost_digit and ref not in taken and ref not in already:
            columns[(ref.statement, ref.column)].append(ref)
    refusals = [_refusal(case.ledger, ref, refs) for refs in columns.values() for ref in refs]
    return Decision((), tuple(refusals), tuple(_finding(case, refs) for refs in columns.values()))


def _refusal(ledger: Ledger, ref: Ref, refs: Sequence[Ref]) -> Refusal:
    told = figure_text(ledger, ref)
    why = "as every number of its column has" if len(refs) > 1 else "and nothing printed tells it"
    return Refusal(
        ref, "lost-digit", f"{told} has lost its last digit, {why}; the amount is known only to ten units"
    )


def _finding(case: Case, refs: Sequence[Ref]) -> Finding:
    amounts = [case.ledger.amounts[ref] for ref in refs]
    column = case.ledger.column(refs[0])
    time = period_text(column.period) if column is not None else "a sentence"
    what = f"All {len(refs)} numbers for {time} have" if len(refs) > 1 else f"{printed(amounts[0])} has"
    return Finding(
        "proving.lost-digit",
        Severity.WARNING,
        f"{what} lost the last digit and {'are' if len(refs) > 1 else 'is'} refused. {_sums(case, refs)}",
        tuple(amount.place for amount in amounts),
        tuple(dict.fromkeys(amount.label.strip() for amount in amounts)),
        "Supply the column from the original.",
    )


def _sums(case: Case, refs: Sequence[Ref]) -> str:
    """What the sums over these figures say within the intervals of the lost digits."""
    wanted = set(refs)
    about = [
        one.outcome
        for claim, one in zip(case.claims, case.identities, strict=True)
        if wanted & set(claim.refs) and claim.firm
    ]
    if about and all(outcome is Outcome.HOLDS for outcome in about):
        return (
            f"The {len(about)} sums and ties over them hold within what the lost digits allow, but tell none."
        )
    return "No sum determines the digits."
