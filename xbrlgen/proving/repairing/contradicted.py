"""Amounts that a ratio contradicts, where the other ratios of its row or column hold: refused.

A digit that was misread is in no sum for an amount per share, or where a release prints no more than its
main lines; but the amount per share is then no longer the earnings over the shares, and the printed growth is
another one. What rounding or another count of shares explains is left alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from decimal import Decimal
from typing import Final

from xbrlgen.findings import Finding, Severity
from xbrlgen.proving.claims import Claim
from xbrlgen.proving.identity import Identity, IdentityKind, Outcome, Ref, Refusal
from xbrlgen.proving.repairing.diagnosis import Case
from xbrlgen.proving.repairing.verdicts import Decision
from xbrlgen.proving.repairing.wording import figure_text, printed
from xbrlgen.reading.statement import Kind

_NEAR: Final = Decimal("0.05")
"""How far amounts per share may be from what they follow from, against it: other earnings come as near."""
_NEAR_RATE: Final = Decimal("0.02")
"""How far rates may be off: some are of amounts in other units, or without what currencies did."""
_MEASURES: Final = frozenset({Kind.MONEY, Kind.PER_SHARE, Kind.SHARES})

Judged = tuple[Claim, Identity]


def contradicted_decision(case: Case, settled: Collection[Ref]) -> Decision:
    """The refusal of amounts that no identity bears out and a ratio contradicts."""
    refusals, findings = [], []
    for claim, identity in _contradictions(case):
        loose = [ref for ref in claim.refs if _is_loose(case, ref, settled)]
        if loose:
            words = _words(case, claim, identity)
            refusals += [
                Refusal(ref, "inconsistent", f"{figure_text(case.ledger, ref)} is refused. {words}")
                for ref in loose
            ]
            findings.append(_finding(case, loose, words))
    return Decision((), tuple(refusals), tuple(findings))


def _contradictions(case: Case) -> Iterator[Judged]:
    families: dict[str, list[Judged]] = defaultdict(list)
    for claim, identity in zip(case.claims, case.identities, strict=True):
        if claim.kind in {IdentityKind.RATIO, IdentityKind.GROWTH} and claim.total.statement >= 0:
            families[claim.family].append((claim, identity))
    for family in families.values():
        held = sum(identity.outcome is Outcome.HOLDS for _, identity in family)
        # Of two claims of a row, one that holds is a half: then it says what the row is.
        if held * 4 >= len(family) * 3 or held == len(family) - 1 > 0:
            yield from (each for each in family if _is_far(case, *each))


def _is_far(case: Case, claim: Claim, identity: Identity) -> bool:
    """Whether more than rounding lies between what is printed and what follows from the others."""
    total = case.ledger.interval(claim.total)
    if identity.outcome is not Outcome.UNJUDGED or identity.computed is None or total is None:
        return False
    off, slack = abs(identity.difference or Decimal(0)), identity.slack or Decimal(0)
    is_rate = case.ledger.amounts[claim.total].kind is Kind.PERCENT
    near: Decimal = _NEAR_RATE if is_rate else _NEAR * abs(identity.computed)
    return off > max(near, 3 * slack)


def _is_loose(case: Case, ref: Ref, settled: Collection[Ref]) -> bool:
    """Whether a figure is an amount that nothing bears out or has decided on."""
    amount = case.ledger.amounts.get(ref)
    return amount is not None and amount.kind in _MEASURES and ref not in settled and not case.is_held(ref)


def _words(case: Case, claim: Claim, identity: Identity) -> str:
    told = figure_text(case.ledger, claim.total)
    computed = (identity.computed or Decimal(0)).quantize(Decimal("0.001"))
    return f"Elsewhere {claim.words}, but here {told} would be {computed}"


def _finding(case: Case, loose: Collection[Ref], words: str) -> Finding:
    amounts = [case.ledger.amounts[ref] for ref in loose]
    told = " and ".join(printed(amount) for amount in amounts)
    return Finding(
        "proving.inconsistent",
        Severity.INCONSISTENCY,
        f"{told} {'are' if len(amounts) > 1 else 'is'} refused. {words}.",
        tuple(amount.place for amount in amounts),
        tuple(dict.fromkeys(amount.label.strip() for amount in amounts)),
        "Compare these figures with the original; a corrected source decides it.",
    )
